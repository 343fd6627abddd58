# SPDX-License-Identifier: Apache-2.0
"""What the built assentd makes of a command line that it cannot follow: it says so, exits with 64 and does nothing."""

import os
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))

CONFIG = """
[daemon]
state_dir = "state"
[inbox]
url = "maildir:in"
[outlet]
url = "maildir:out"
[mail]
address = "decisions@example.org"
[[person]]
addresses = ["ana@example.org"]
"""


class Options(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory(prefix="assentd-options-")
        self.config = os.path.join(self.directory.name, "assentd.toml")
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(CONFIG)
        for box in ("in", "out"):
            for part in ("new", "cur", "tmp"):
                os.makedirs(os.path.join(self.directory.name, box, part))

    def tearDown(self):
        self.directory.cleanup()

    def run_with(self, *options):
        return subprocess.run([os.path.join(BUILD, "assentd"), *options], capture_output=True, text=True, timeout=20,
                              check=False)

    def test_what_cannot_be_followed_is_refused(self):
        for options in (["--foo"], ["--config"], ["--config="], ["--config", ""], ["--once", "--once"], ["--at", ""],
                        ["--at="], ["--at", "2030-01-01T00:00:00Z"], ["--once", "--at", ""], ["--once", "--at"],
                        ["--once", "--at", "yesterday"], ["--once", "--at", "9999-01-01T00:00:00Z"],
                        ["--once", "--at", "2200-01-01T00:00:00Z"], ["nonsense"]):
            with self.subTest(options=options):
                got = self.run_with("--config", self.config, *options) if "--config" not in options[0] \
                    else self.run_with(*options)
                self.assertEqual(got.returncode, 64, got.stderr)
                self.assertTrue(got.stderr.startswith("assentd: "), got.stderr)
                self.assertIn("see assentd --help", got.stderr)

    def test_what_can_be_followed_is(self):
        self.assertEqual(self.run_with("--version").returncode, 0)
        self.assertEqual(self.run_with("--help").returncode, 0)
        at = self.run_with("--config", self.config, "--once", "--at", "2030-01-01T00:00:00Z")
        self.assertEqual(at.returncode, 0, at.stderr)

    def test_a_directory_that_is_gone_is_no_place_to_start_and_no_reason_to_crash(self):
        gone = os.path.join(self.directory.name, "gone")
        script = "mkdir %s && cd %s && rmdir %s && exec %s --config %s --once" % (
            gone, gone, gone, os.path.join(BUILD, "assentd"), self.config)
        got = subprocess.run(["sh", "-c", script], capture_output=True, text=True, timeout=20, check=False)
        self.assertEqual(got.returncode, 64, got.stderr)
        self.assertTrue(got.stderr.startswith("assentd: "), got.stderr)


if __name__ == "__main__":
    unittest.main()
