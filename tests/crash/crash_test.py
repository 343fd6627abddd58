# SPDX-License-Identifier: Apache-2.0
"""A conversation in which the daemon is stopped with SIGKILL at the system calls that write, sync, rename, remove or
send. The next start must bring about the same record and the same mails; only a mail whose fate was being learned may
go twice, with one Message-ID.

Run from the repository's root after the daemon was built; BUILD names the build folder; --all tries every point, and says
how far it is: `crash_test.py --all Crash.test_on_maildirs` is a third of them."""

import glob
import json
import os
import random
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from conversation import SCRIPT, Maildirs, Rehearsal, injected, unix_time  # noqa: E402
from mail_servers import MailServers, MovingMailServers  # noqa: E402
from sweep import ARGUMENTS, EVERY, chosen, folder, sweep  # noqa: E402

CALLS = ("write", "writev", "pwrite64", "fdatasync", "fsync", "syncfs", "rename", "renameat", "renameat2", "link", "linkat",
         "unlink", "unlinkat", "ftruncate", "mkdir", "sendto", "sendmsg")
SAMPLE = 8  # points of each conversation
STOPPED = (-9, 137)
BUSY = 7  # a cycle in which a vote and a proposal come in
CONVERTER = glob.glob("/usr/lib/*/gconv/ISO-2022-JP-3.so")[0]  # of iso-2022-jp, too


def stop(setting, number, call, n):
    """Whether that cycle came so far and was stopped there."""
    return setting.once(SCRIPT[number][0], *injected(call, "signal=KILL:when=%d" % n)).returncode in STOPPED


def stop_at(rehearsal, top, number, call, n, restart, to_the_end):
    """Stops the daemon there, and at call `restart` after that, if not 0; then finishes the script. What went wrong, or
    nothing; how many mails went twice."""
    twin = rehearsal.before[number].copy(os.path.join(top, "%d-%s-%d-%d" % (number, call, n, restart)))
    try:
        if not stop(twin, number, call, n):
            return "it was not stopped", 0
        # The way back needs other calls than the way there, so this one need not come.
        resent = 1 + (restart > 0 and stop(twin, number, call, restart))
        return rehearsal.outcome(twin, number, resent, to_the_end)
    finally:
        twin.remove()


class Crash(unittest.TestCase):
    def check(self, kind):
        with folder() as top:
            rehearsal = Rehearsal(kind(os.path.join(top, "calm")), top)
            self.addCleanup(rehearsal.close)
            self.assertGreater(len(rehearsal.truth.mails), 20)
            chance, cycles = random.Random(1), range(len(SCRIPT))
            found = rehearsal.points(CALLS, cycles if EVERY else chance.sample(cycles, 3))
            # After one stop in four, the restart is stopped, too.
            found = [(*point, chance.randint(1, point[2]) if chance.random() < 0.25 else 0) for point in found]
            tried = chosen(found, SAMPLE, 1)
            wrong, twice = sweep(kind.__name__, tried, lambda point, end: stop_at(rehearsal, top, *point, end))
            print("%s: stopped at %d points, after %d of them again; %d played to the end; %d mails each, %d went twice in all" %
                  (kind.__name__, len(tried), sum(point[-1] > 0 for point in tried), rehearsal.played,
                   sum(rehearsal.truth.mails.values()), twice))
            self.assertFalse(wrong, "\n".join(wrong))

    def test_on_maildirs(self):
        self.check(Maildirs)

    def test_with_imap_and_smtp(self):
        self.check(MailServers)

    def test_with_imap_that_moves_what_was_handled(self):
        self.check(MovingMailServers)

    @staticmethod
    def aside(setting):
        return json.loads(setting.ctl("quarantine", "list", "--json").stdout)

    def test_a_mail_that_stops_the_program_costs_nobody_else_and_is_set_aside(self):
        with folder() as top:
            rehearsal = Rehearsal(Maildirs(os.path.join(top, "calm")), top)
            setting = rehearsal.before[BUSY]
            # Whoever loads this converter dies, and only this mail wants it.
            setting.deliver(b"From: ben@example.org\nTo: decisions@example.org\nSubject: [D-1]\nMessage-ID: <poison@example.org>\n"
                            b"Content-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B;?@.\x1b(B\n", unix_time(SCRIPT[BUSY][0]))
            poisoned = ("strace", "-f", "-o", "/dev/null", "-P", CONVERTER, "-e", "trace=openat",
                        "-e", "inject=openat:signal=KILL")
            died = 0
            while setting.once(SCRIPT[BUSY][0], *poisoned).returncode in STOPPED:
                died += 1
                self.assertLess(died, 10)
            self.assertEqual(died, 4)
            before = len(self.aside(rehearsal.setting))
            self.assertEqual([mail["reason"] for mail in self.aside(setting)[before:]],
                             ["the program stopped each time it was read"])
            # The others went their way, and it goes its own once what was wrong is mended.
            self.assertEqual([r["title"] for r in setting.truth().records], ["Move the meeting", "Paint the door"])
            self.assertEqual(setting.ctl("quarantine", "release", str(self.aside(setting)[-1]["row"])).returncode, 0)
            self.assertEqual(len(self.aside(setting)), before)
            self.assertIsNone(rehearsal.finish(setting, BUSY))
            self.assertEqual(setting.truth().verified, 0)


if __name__ == "__main__":
    unittest.main(argv=ARGUMENTS, warnings="ignore")
