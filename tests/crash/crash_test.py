# SPDX-License-Identifier: Apache-2.0
"""A conversation in which the daemon is stopped with SIGKILL at the system calls that write, sync, rename, remove or
send. The next start must bring about the same record and the same mails; only a mail whose fate was being learned may
go twice, with one Message-ID.

Run from the repository's root after the daemon was built; BUILD names the build folder; --all tries every point."""

import concurrent.futures
import os
import random
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from conversation import SCRIPT, Maildirs, Rehearsal  # noqa: E402
from mail_servers import MailServers, MovingMailServers  # noqa: E402

CALLS = ("write", "writev", "pwrite64", "fdatasync", "fsync", "rename", "renameat", "renameat2", "link", "linkat",
         "unlink", "unlinkat", "ftruncate", "mkdir", "sendto", "sendmsg")
SAMPLE = 6  # points of each conversation
EVERY = "--all" in sys.argv


def stop_at(rehearsal, top, number, call, n):
    """Stops the daemon there, then finishes the script. What went wrong, or nothing; how many mails went twice."""
    twin = rehearsal.before[number].copy(os.path.join(top, "%d-%s-%d" % (number, call, n)))
    try:
        run = twin.once(SCRIPT[number][0], "strace", "-f", "-o", "/dev/null", "-e", "trace=" + call,
                        "-e", "inject=%s:signal=KILL:when=%d" % (call, n))
        if run.returncode == 0:
            return "it was not stopped", 0
        failed = rehearsal.finish(twin, number)
        twice, wrong = rehearsal.difference(twin, resent=1)
        return failed or wrong, twice
    finally:
        twin.remove()


class Crash(unittest.TestCase):
    def check(self, kind):
        with tempfile.TemporaryDirectory() as top:
            rehearsal = Rehearsal(kind(os.path.join(top, "calm")), top)
            self.addCleanup(rehearsal.close)
            self.assertGreater(len(rehearsal.truth.mails), 20)
            chance, cycles = random.Random(1), range(len(SCRIPT))
            found = rehearsal.points(CALLS, cycles if EVERY else chance.sample(cycles, 3))
            tried = found if EVERY else chance.sample(found, SAMPLE)
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
                results = list(workers.map(lambda point: stop_at(rehearsal, top, *point), tried))
            print("%s: stopped at %d points, %d mails in all, %d went twice" %
                  (kind.__name__, len(tried), sum(rehearsal.truth.mails.values()),
                   sum(twice for _, twice in results)))
            wrong = ["%s: %s" % (point, result) for point, (result, _) in zip(tried, results) if result]
            self.assertFalse(wrong, "\n".join(wrong))

    def test_on_maildirs(self):
        self.check(Maildirs)

    def test_with_imap_and_smtp(self):
        self.check(MailServers)

    def test_with_imap_that_moves_what_was_handled(self):
        self.check(MovingMailServers)


if __name__ == "__main__":
    unittest.main(argv=[a for a in sys.argv if a != "--all"], warnings="ignore")
