#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the programs make of command lines, right and wrong."""
import os
import subprocess
import unittest

BUILD = os.environ.get("BUILD", "build")
USAGE = 64


def assentctl(*words):
    return subprocess.run([os.path.join(BUILD, "assentctl"), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, timeout=60)


class CommandLineTest(unittest.TestCase):
    def test_what_is_unknown_is_quoted_with_what_was_meant(self):
        for words, told in [
                (["lst"], "assentctl: there is no command “lst”; did you mean “list”?\n"),
                (["outbox", "lst"], "assentctl outbox: there is no command “lst”; did you mean “list”?\n"),
                (["frobnicate"], "assentctl: there is no command “frobnicate”; see assentctl --help\n"),
                (["close", "D-1", "--reson", "x"],
                 "assentctl close: there is no option “--reson”; did you mean “--reason”?\n"),
                (["extend", "D-1", "3 days", "--reson=x"],
                 "assentctl extend: there is no option “--reson”; did you mean “--reason”?\n"),
                (["reopen", "D-1", "3 days", "--why", "x"],
                 "assentctl reopen: there is no option “--why”; see assentctl reopen --help\n"),
                (["--confg", "x", "list"], "assentctl list: there is no option “--confg”; did you mean “--config”?\n"),
                (["list", "--drafs"], "assentctl list: there is no option “--drafs”; did you mean “--drafts”?\n"),
        ]:
            with self.subTest(words):
                done = assentctl(*words)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (USAGE, "", told))

    def test_what_is_missing_is_named(self):
        for words, told in [([], "A subcommand is required"), (["close", "D-1"], "--reason is required"),
                            (["close", "D-1", "--reason", ""], "it is empty"),
                            (["withdraw", "D-1", "--reason", " "], "it is empty"),
                            (["show"], "decision is required"), (["list", "--open", "--closed"], "excludes")]:
            with self.subTest(words):
                done = assentctl(*words)
                self.assertEqual((done.returncode, done.stdout), (USAGE, ""))
                self.assertIn(told, done.stderr)

    def test_help_is_no_error(self):
        for words in [["--help"], ["close", "--help"], ["outbox", "list", "--help"]]:
            with self.subTest(words):
                done = assentctl(*words)
                self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
