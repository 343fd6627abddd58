# SPDX-License-Identifier: Apache-2.0
"""The scripted conversation on a machine that fails: full and broken disks, no more file descriptors or memory, a
database that is locked or read-only. The daemon says what is wrong and goes on, or ends with a status that says so; once
the trouble is over, the record and the mails are what they would have been.

Run from the repository's root after the daemon was built; BUILD names the build folder; --all tries every point, and says
how far it is."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from conversation import BUILD, SCRIPT, Maildirs, Rehearsal, injected  # noqa: E402
from mail_servers import MovingMailServers  # noqa: E402
from sweep import ARGUMENTS, EVERY, chosen, folder, sweep  # noqa: E402

DISK = ("ENOSPC", "EIO")
ERRORS = {"write": DISK, "writev": DISK, "pwrite64": DISK, "fdatasync": ("EIO",), "fsync": ("EIO",), "syncfs": ("EIO",),
          "rename": DISK, "renameat": DISK, "renameat2": DISK, "ftruncate": ("EIO",), "mkdir": DISK, "unlink": ("EIO",), "pread64": ("EIO",),
          "read": ("EIO",), "openat": ("EMFILE", "EIO"), "mmap": ("ENOMEM",), "socket": ("EMFILE",), "connect": ("ENETUNREACH",),
          "sendto": ("ECONNRESET",), "recvfrom": ("ECONNRESET",)}
if "-asan" in BUILD:  # AddressSanitizer does both for itself, and does not go on when they fail
    del ERRORS["write"], ERRORS["mmap"]
BUSY = 7  # a cycle in which much comes in and much goes out
CLEAN = (0, 69, 70, 73, 75, 78)
SAMPLE = 10  # faults of each conversation


def clean(run):
    """What is wrong with how a disturbed cycle ended, or nothing."""
    if run.returncode not in CLEAN:
        return "ended with %d: %s" % (run.returncode, run.stderr[-1500:])
    if run.returncode != 0 and not run.stderr.strip():
        return "ended with %d and said nothing" % run.returncode
    return None


def fail_at(rehearsal, top, number, call, n, error, lasting, to_the_end):
    """One fault in one cycle, then the rest of the script. What went wrong, or nothing; how many mails went twice."""
    twin = rehearsal.before[number].copy(os.path.join(top, "%d-%s-%d-%s%s" % (number, call, n, error, lasting)))
    try:
        run = twin.once(SCRIPT[number][0], *injected(call, "error=%s:when=%d%s" % (error, n, lasting)))
        wrong = clean(run)
        # A mail that cannot be read now holds up no other.
        unreadable = call in ("openat", "read")
        return (wrong, 0) if wrong else rehearsal.outcome(twin, number, 2, to_the_end, reordered=unreadable)
    finally:
        twin.remove()


class Faults(unittest.TestCase):
    def check_system_calls(self, kind):
        with folder() as top:
            rehearsal = Rehearsal(kind(os.path.join(top, "calm")), top)
            self.addCleanup(rehearsal.close)
            chance, cycles = random.Random(2), range(len(SCRIPT))
            points = rehearsal.points(ERRORS, cycles if EVERY else chance.sample(cycles, 3))
            found = [(*point, error, "") for point in points for error in ERRORS[point[1]]]
            # From one point in four on it stays broken; from the next it would be much the same.
            found += [(*point, error, "+") for point in points[::4] for error in ERRORS[point[1]]]
            tried = chosen(found, SAMPLE, 2)
            wrong, twice = sweep(kind.__name__, tried, lambda fault, end: fail_at(rehearsal, top, *fault, end))
            print("%s: %d faults; %d played to the end; %d mails went twice in all" %
                  (kind.__name__, len(tried), rehearsal.played, twice))
            self.assertFalse(wrong, "\n".join(wrong))

    def test_system_calls_that_fail_on_maildirs(self):
        self.check_system_calls(Maildirs)

    def test_system_calls_that_fail_with_imap_and_smtp(self):
        self.check_system_calls(MovingMailServers)

    # ---- one trouble at a time, in the cycle with the most mails --------------------------------------

    @classmethod
    def setUpClass(cls):
        top = folder()
        cls.addClassCleanup(top.cleanup)
        cls.rehearsal = Rehearsal(Maildirs(os.path.join(top.name, "calm")), top.name)

    def disturbed(self, cycle=BUSY):
        """A conversation before that cycle, gone after the test."""
        setting = self.rehearsal.before[cycle].copy(os.path.join(self.rehearsal.setting.folder, self.id()))
        self.addCleanup(setting.remove)
        return setting

    def check_the_end(self, setting):
        self.assertIsNone(self.rehearsal.finish(setting, BUSY))
        self.assertIsNone(self.rehearsal.difference(setting, resent=1)[1])

    def test_a_lock_that_another_process_holds_for_a_while_is_waited_for(self):
        setting = self.disturbed()
        holder = sqlite3.connect(os.path.join(setting.folder, "state", "assentd.db"), check_same_thread=False)
        holder.execute("BEGIN IMMEDIATE")
        release = threading.Timer(2, holder.rollback)
        release.start()
        self.assertEqual(setting.once(SCRIPT[BUSY][0]).returncode, 0)
        release.join()
        holder.close()
        self.check_the_end(setting)

    def test_a_lock_that_is_never_released_ends_the_cycle_and_loses_nothing(self):
        setting = self.disturbed()
        holder = sqlite3.connect(os.path.join(setting.folder, "state", "assentd.db"))
        holder.execute("BEGIN IMMEDIATE")
        run = setting.once(SCRIPT[BUSY][0])
        holder.close()
        self.assertEqual(run.returncode, 75, run.stderr)
        self.assertIn("locked", run.stderr)
        self.check_the_end(setting)

    @staticmethod
    def namespace(setting, *commands):
        """A cycle in a mount namespace of its own, after these shell commands."""
        script = "set -e; cd '%s'; %s; exec '%s' --config assentd.toml --once --at %s" % (
            setting.folder, "; ".join(commands), os.path.join(BUILD, "assentd"), SCRIPT[BUSY][0])
        return subprocess.run(["unshare", "-rm", "sh", "-c", script], capture_output=True, text=True, timeout=60)

    def test_a_read_only_database_changes_nothing(self):
        setting = self.disturbed()
        run = self.namespace(setting, "mount --bind state state", "mount -o remount,ro,bind state")
        self.assertEqual(run.returncode, 73, run.stderr)
        self.assertIn("Read-only file system", run.stderr)
        self.check_the_end(setting)

    def test_a_full_disk_loses_nothing_and_doubles_nothing(self):
        before = self.disturbed()
        statuses = set()
        for spare_kb in (0, 16, 40, 100, 200, 400, 800, 4000) if not EVERY else range(0, 1000, 8):
            setting = before.copy(before.folder + "-%d" % spare_kb)
            used = sum(os.path.getsize(os.path.join(setting.folder, "state", name)) // 4096 * 4 + 4
                       for name in os.listdir(os.path.join(setting.folder, "state")))
            with self.subTest(spare_kb=spare_kb):
                # The state comes back out of the small disk as the daemon left it.
                script = ("cp -a state saved; mount -t tmpfs -o size=%dk none state; cp -a saved/. state/; set +e; "
                          "'%s' --config assentd.toml --once --at %s; code=$?; rm -rf saved; cp -a state saved; exit $code" %
                          (used + spare_kb, os.path.join(BUILD, "assentd"), SCRIPT[BUSY][0]))
                run = subprocess.run(["unshare", "-rm", "sh", "-ec", "cd '%s'; %s" % (setting.folder, script)],
                                     capture_output=True, text=True, timeout=60)
                shutil.rmtree(os.path.join(setting.folder, "state"))
                os.rename(os.path.join(setting.folder, "saved"), os.path.join(setting.folder, "state"))
                self.assertIn(run.returncode, (0, 69, 75), run.stderr)
                self.assertTrue(run.returncode == 0 or "full" in run.stderr, run.stderr)
                statuses.add(run.returncode)
                self.check_the_end(setting)
            setting.remove()
        self.assertLess({0}, statuses)

    def test_a_log_that_cannot_be_folded_back_and_may_not_grow_loses_nothing(self):
        before = self.disturbed()
        statuses = set()
        for limit_kb in (0, 8, 40, 100, 200, 300, 400, 600, 2000) if not EVERY else range(0, 800, 4):
            setting = before.copy(before.folder + "-%d" % limit_kb)
            with self.subTest(limit_kb=limit_kb):
                reader = sqlite3.connect(os.path.join(setting.folder, "state", "assentd.db"))
                reader.execute("BEGIN")
                reader.execute("SELECT count(*) FROM event").fetchone()
                run = setting.once(SCRIPT[BUSY][0], "prlimit", "--fsize=%d" % (limit_kb << 10))
                reader.close()
                self.assertIn(run.returncode, (0, 69, 75), run.stderr)
                self.assertTrue(run.returncode == 0 or run.stderr.strip())
                statuses.add(run.returncode)
                self.check_the_end(setting)
            setting.remove()
        self.assertLess({0}, statuses)

    def test_no_memory_at_some_level_loses_nothing(self):
        if "-asan" in BUILD:
            self.skipTest("AddressSanitizer reserves more addresses than any machine has memory")
        before = self.disturbed()
        statuses = {}

        def try_with(level_kb):
            if level_kb not in statuses:
                setting = before.copy(before.folder + "-%d" % level_kb)
                with self.subTest(level_kb=level_kb):
                    run = setting.once(SCRIPT[BUSY][0], "prlimit", "--as=%d" % (level_kb << 10))
                    statuses[level_kb] = run.returncode
                    self.check_the_end(setting)
                setting.remove()
            return statuses[level_kb] == 0

        # Between too little and enough lies where it is one mail that memory does not last for: looked at closely.
        step, too_little, enough = 256, 60 << 10, 100 << 10
        self.assertFalse(try_with(too_little))
        self.assertTrue(try_with(enough))
        while enough - too_little > step:
            middle = (too_little + enough) // 2 // step * step
            too_little, enough = (too_little, middle) if try_with(middle) else (middle, enough)
        for level_kb in range(too_little - (40 if EVERY else 4) * step, enough + (40 if EVERY else 8) * step, step):
            try_with(level_kb)
        print("%d memory limits, enough from %d kB on" % (len(statuses), enough))

    def test_a_week_of_outage_closes_at_the_nominal_time_with_the_votes_of_then(self):
        late = self.disturbed(cycle=7)  # before the last vote, with which everybody has spoken
        run = late.once("2026-12-11T10:00:00Z")
        self.assertEqual(run.returncode, 0, run.stderr)
        record = late.truth().records[0]
        self.assertEqual((record["outcome"], record["closed_at"], record["tally"]["agree"]),
                         ("carried", "2026-12-03T10:30:01Z", 3))
        outcomes = [data for _, _, data in late.sent() if b"X-Assentd-Notice: outcome" in data]
        self.assertEqual(len(outcomes), 4)
        for mail in outcomes:
            self.assertIn(b"inbox was not read at the close", mail.replace(b" \n", b" "))


if __name__ == "__main__":
    unittest.main(argv=ARGUMENTS, warnings="ignore")
