# SPDX-License-Identifier: Apache-2.0
"""A proposal on Maildirs, stopped with SIGKILL at a sample of its system calls that write; the next start must finish it.

Run from the repository's root after the daemon was built; BUILD names the build folder; --all tries every point."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
CALLS = ("fdatasync", "fsync", "rename", "pwrite64", "unlink", "link")
SAMPLE = 4  # points of each call
EVERY = "--all" in sys.argv
MAIL = """From: Ana Lima <ana@example.org>
To: decisions@example.org
Subject: Move the meeting
Message-ID: <one@example.org>
Date: Mon, 30 Nov 2026 07:59:00 +0000
Authentication-Results: mx.example.org; dmarc=pass header.from=example.org

I propose to move the weekly meeting to Thursday.
"""


def prepare(folder):
    with open(os.path.join(ROOT, "config", "assentd.toml.sample")) as sample:
        text = sample.read().replace("# trusted_authserv_id", "trusted_authserv_id")
    with open(os.path.join(folder, "assentd.toml"), "w") as config:
        config.write(text)
    for box in ("inbox", "outlet"):
        for part in ("new", "cur", "tmp"):
            os.makedirs(os.path.join(folder, box, part))


def once(folder, *tracer):
    return subprocess.run([*tracer, os.path.join(BUILD, "assentd"), "--config", os.path.join(folder, "assentd.toml"),
                           "--once", "--at", "2026-11-30T08:00:00Z"], capture_output=True, text=True, timeout=20)


def record(folder):
    """What the record says, and whether recounting the raw mail agrees."""
    def ctl(*words):
        return subprocess.run([os.path.join(BUILD, "assentctl"), "--config", os.path.join(folder, "assentd.toml"),
                               *words], capture_output=True, text=True, timeout=20)
    return ctl("verify").returncode, ctl("show", "D-1", "--json").stdout


def deliver(folder):
    path = os.path.join(folder, "inbox", "new", "1.one.host")
    with open(path, "w") as mail:
        mail.write(MAIL)
    os.utime(path, (1796025540, 1796025540))


def sent(folder):
    found = set()
    for where, _, names in os.walk(os.path.join(folder, "outlet")):
        for name in names:
            if os.path.basename(where) == "tmp":
                continue
            with open(os.path.join(where, name), errors="replace") as mail:
                found |= {line.strip() for line in mail if line.lower().startswith("message-id:")}
    return found


class Crash(unittest.TestCase):
    def test_a_kill_at_any_write_changes_no_sent_mail(self):
        with tempfile.TemporaryDirectory() as top:
            seed = os.path.join(top, "seed")
            os.mkdir(seed)
            prepare(seed)
            self.assertEqual(once(seed).returncode, 0)
            deliver(seed)
            calm = shutil.copytree(seed, os.path.join(top, "calm"))
            trace = os.path.join(top, "trace")
            run = once(calm, "strace", "-f", "-o", trace, "-e", "trace=" + ",".join(CALLS))
            self.assertEqual(run.returncode, 0, run.stderr)
            expected = sent(calm)
            self.assertGreater(len(expected), 1)
            truth = record(calm)
            self.assertEqual(truth[0], 0)
            self.assertIn("D-1", truth[1])
            with open(trace) as lines:
                text = lines.read()
            tried = killed = 0
            for call in CALLS:
                points = range(1, text.count(" " + call + "(") + 1)
                if not EVERY:
                    points = random.Random(1).sample(points, min(SAMPLE, len(points)))
                for n in points:
                    folder = shutil.copytree(seed, os.path.join(top, f"{call}{n}"))
                    run = once(folder, "strace", "-f", "-o", "/dev/null", "-e", "trace=" + call, "-e",
                               f"inject={call}:signal=KILL:when={n}")
                    tried += 1
                    killed += run.returncode != 0
                    with self.subTest(call=call, n=n):
                        again = once(folder)
                        self.assertEqual(again.returncode, 0, again.stderr)
                        self.assertEqual(sent(folder), expected)
                        self.assertEqual(record(folder), truth)
            print(f"{tried} points tried, {killed} killed, {len(expected)} mails")
            self.assertGreater(killed, 0)


if __name__ == "__main__":
    unittest.main(argv=[a for a in sys.argv if a != "--all"])
