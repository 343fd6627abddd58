# SPDX-License-Identifier: Apache-2.0
"""What systemd is told to keep from the daemon, the daemon does not need: the real conversation and OpenPGP, with each
system call refused that the unit refuses. And the unit's score is what SECURITY.md says."""

import os
import re
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
UNIT = os.path.join(ROOT, "tools", "assentd.service.in")


def unit():
    with open(UNIT, encoding="utf-8") as file:
        return file.read()


def call_group(name, known={}):
    """The system calls that systemd means by that name."""
    if name not in known:
        told = subprocess.run(["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, timeout=60, check=True)
        known[name] = set()
        for word in told.stdout.split("\n")[1:]:
            word = word.strip()
            if word and not word.startswith("#"):
                known[name] |= call_group(word) if word.startswith("@") else {word}
    return known[name]


def refused():
    allowed = set()
    for line in re.findall(r"(?m)^SystemCallFilter=(.*)$", unit()):
        for name in line.lstrip("~").split():
            allowed = allowed - call_group(name) if line.startswith("~") else allowed | call_group(name)
    return call_group("@known") - allowed


class Confinement(unittest.TestCase):
    def setUp(self):
        if "-asan" in BUILD:
            self.skipTest("AddressSanitizer has system calls of its own")
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.trace = os.path.join(temporary.name, "trace")

    def run_confined(self, *command, calls=(), **environment):
        """Runs it, or what it runs as UNDER says, as under the unit's filter. What was refused, and those calls, one a line."""
        names = ",".join("?" + name for name in sorted(refused()))
        under = ["strace", "-f", "-qq", "--seccomp-bpf", "-A", "-o", self.trace, "-e", "signal=none",
                 "-e", "trace=" + ",".join((names, *calls)), "-e", "inject=%s:error=EPERM" % names]
        if environment:
            environment["UNDER"] = " ".join([*under, "-D"])  # the program is the child, who gets the signals
        done = subprocess.run(command if environment else [*under, *command], capture_output=True, text=True, timeout=300, cwd=ROOT,
                              env={**os.environ, **environment})
        self.assertEqual(done.returncode, 0, done.stdout[-3000:] + done.stderr[-3000:])
        with open(self.trace) as file:
            return file.read().split("\n")

    def check(self, lines):
        calls = [match.groups() for match in (re.match(r"\d+ +(\w+)\((.*)", line) for line in lines) if match]
        # SQLite gives its files to the database's owner when it is root, which the service is not.
        for_root = {"fchown"} if os.geteuid() == 0 else set()
        self.assertEqual([call for call in calls if call[0] in refused() - for_root], [])
        # MemoryDenyWriteExecute
        self.assertEqual([call for call in calls if call[0] == "mmap" and "PROT_WRITE|PROT_EXEC" in call[1]], [])
        self.assertEqual([call for call in calls if call[0] == "mprotect" and "PROT_EXEC" in call[1]], [])
        families = set(re.search(r"(?m)^RestrictAddressFamilies=(.*)$", unit()).group(1).split())
        # glibc asks by AF_NETLINK which addresses there are, and does without the answer.
        used = {call[1].split(",")[0] for call in calls if call[0] == "socket"} - {"AF_NETLINK"}
        self.assertLessEqual(used, families)
        return used

    def test_a_decision_by_mail_needs_nothing_that_is_refused(self):
        used = self.check(self.run_confined("python3", "tests/e2e/conversation_test.py", calls=("mmap", "mprotect", "socket"),
                                            BUILD=BUILD, SLOWER="2"))
        self.assertIn("AF_INET", used)

    def test_signatures_need_nothing_that_is_refused(self):
        self.check(self.run_confined(os.path.join(BUILD, "tests", "daemon_test"), "--gtest_brief=1",
                                     "--gtest_filter=SignedMail.AVoteInPgpMimeCounts:SignedMail.AClearSignedVoteCounts",
                                     calls=("socket",)))

    def test_the_score_is_what_the_manual_says(self):
        told = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=100", self.unit_file()],
                              capture_output=True, text=True, timeout=60)
        score = re.search(r"exposure level for assentd.service: ([\d.]+)", told.stdout).group(1)
        with open(os.path.join(ROOT, "SECURITY.md"), encoding="utf-8") as file:
            self.assertIn("`systemd-analyze security` gives the unit %s of 10" % score, " ".join(file.read().split()))
        self.assertLessEqual(float(score), 1.1)

    def unit_file(self):
        path = os.path.join(os.path.dirname(self.trace), "assentd.service")
        with open(path, "w", encoding="utf-8") as file:
            file.write(unit().replace("@PREFIX@", "/usr"))
        return path


if __name__ == "__main__":
    unittest.main(warnings="ignore")
