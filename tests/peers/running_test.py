# SPDX-License-Identifier: Apache-2.0
"""The daemon as it runs for months, before servers, disks and clocks that fail for a while: it burns no time, waits longer
from attempt to attempt, lets nothing hold up something else, stops when told, and finishes the work by itself.

Run from the repository's root after the daemon was built; BUILD names the build folder."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "crash")]
from conversation import BUILD, PROVEN  # noqa: E402
from mail_servers import MailServers  # noqa: E402
from peers import HANG_UP, SILENCE  # noqa: E402

PATIENCE_S = 60


class QuickServers(MailServers):
    more = '[limits]\nconnect_timeout = "2s"\nanswer_timeout = "3s"\n'


class Daemon:
    def __init__(self, folder, **environment):
        self.log_path = os.path.join(folder, "log")
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        path = os.path.join(folder, "notify")
        if os.path.exists(path):
            os.unlink(path)
        self.notify.bind(path)
        self.notify.settimeout(PATIENCE_S)
        with open(self.log_path, "ab") as log:
            self.child = subprocess.Popen([os.path.join(BUILD, "assentd"), "--config", os.path.join(folder, "assentd.toml")],
                                          stderr=log, env={**os.environ, "NOTIFY_SOCKET": path, **environment})
        while b"READY=1" not in self.notify.recv(4096):
            pass

    def log(self):
        with open(self.log_path, errors="replace") as file:
            return file.read()

    def cpu_s(self):
        with open("/proc/%d/stat" % self.child.pid) as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        begun = time.monotonic()
        self.child.send_signal(signal.SIGTERM)
        try:
            self.child.wait(PATIENCE_S)
        finally:
            if self.child.poll() is None:
                self.child.kill()
                self.child.wait()
            self.notify.close()
        return self.child.returncode, time.monotonic() - begun


class Running(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.setting = QuickServers(os.path.join(temporary.name, "house"))
        self.addCleanup(self.setting.close)
        config = os.path.join(self.setting.folder, "assentd.toml")
        with open(config) as file:
            text = file.read()
        with open(config, "w") as file:
            file.write(text.replace("[outlet]", 'poll = "1s"\nidle = false\n[outlet]', 1))
        self.imap, self.smtp, self.count, self.daemon = self.setting.imap, self.setting.smtp, 0, None

    def start(self, **environment):
        self.daemon = Daemon(self.setting.folder, **environment)
        self.addCleanup(lambda: self.daemon.child.poll() is None and self.daemon.stop())
        return self.daemon

    def write(self, who, text, to="decisions@example.org", subject="Move the meeting", header=PROVEN):
        self.count += 1
        self.setting.deliver(("From: %s@example.org\nTo: %s\nSubject: %s\nMessage-ID: <r%d@example.org>\n%s\n%s\n" %
                              (who, to, subject, self.count, header, text)).encode(), int(time.time()))

    def until(self, what, timeout_s=PATIENCE_S):
        end = time.monotonic() + timeout_s
        while not what():
            if time.monotonic() > end:
                self.fail("it did not happen; the log ends with\n" + self.daemon.log()[-3000:])
            time.sleep(0.05)

    def open_decision(self):
        self.write("ana", "I propose to move the meeting.")
        self.until(lambda: len(self.smtp.accepted) == 5)

    def position(self, who):
        record = self.setting.truth().records[0]
        return {p["address"]: p["position"] for p in record["participants"]}[who + "@example.org"]

    def vote(self, who, text="+1"):
        self.write(who, text, self.setting.reply_to(who, "invitation"), "Re: [D-1] Move the meeting", "")

    def test_dead_servers_cost_no_time_and_are_left_in_peace(self):
        daemon = self.start()
        self.smtp.answers["CONNECT"] = "421 4.3.2 not now"
        for _ in range(4):  # each commit is a reason to try the outlet
            self.write("ana", "A proposal.", subject="Proposal %d" % self.count)
            known = self.imap.mails.next_uid
            self.until(lambda: daemon.log().count("event=mail ") == known - 1)
        self.imap.answers.update({"CONNECT": HANG_UP, "NOOP": HANG_UP, "SELECT": HANG_UP, "LIST": HANG_UP})
        self.until(lambda: "event=inbox_trouble" in daemon.log())
        before, imap_before, begun = daemon.cpu_s(), len(self.imap.connections), time.monotonic()
        self.until(lambda: time.monotonic() - begun > 8)
        self.assertLess(daemon.cpu_s() - before, 1)
        self.assertLessEqual(len(self.imap.connections) - imap_before, 3)  # a retry at once, then after 5 s and 10 s
        self.assertLessEqual(len(self.smtp.connections), 2)                # after 15 s and 30 s
        self.assertIn("421", daemon.log())
        self.imap.answers.clear()
        self.smtp.answers.clear()
        daemon.child.send_signal(signal.SIGUSR1)  # as assentctl sends it: try again now
        self.write("ana", "A proposal.", subject="Proposal 5")
        self.until(lambda: len(self.smtp.accepted) == 5 * 5)
        self.assertEqual(len(set(self.smtp.accepted)), 5 * 5)

    def test_a_hanging_outlet_delays_no_vote_and_no_stop(self):
        daemon = self.start()
        self.open_decision()
        self.smtp.answers["DOT"] = SILENCE
        self.vote("ben")
        self.until(lambda: any("RCPT TO:<ben@example.org>" in line for line in self.smtp.lines[-3:]) and
                   self.smtp.lines[-1] == "DATA")
        self.vote("chen", "-1 because it hangs")
        self.until(lambda: self.position("chen") == "disagree")
        self.assertEqual(self.position("ben"), "agree")
        status, seconds = daemon.stop()
        self.assertEqual(status, 0)
        self.assertLess(seconds, 3)
        self.smtp.answers.clear()
        self.start()
        waiting = json.loads(self.setting.ctl("outbox", "list", "--json").stdout)
        unknown = [str(mail["row"]) for mail in waiting if mail["state"] == "unknown"]
        self.assertEqual(len(unknown), 1)  # it may have gone, and goes again after a minute, or when the admin says so
        self.assertEqual(self.setting.ctl("outbox", "retry", *unknown).returncode, 0)
        expected = 5 + 2 + 1  # two receipts, and Ana is asked what she says to the objection
        self.until(lambda: len(self.smtp.accepted) == expected)
        self.assertEqual(len(set(self.smtp.accepted)), expected)

    def test_a_login_that_is_refused_for_a_while_and_a_locked_database(self):
        daemon = self.start()
        self.open_decision()
        self.imap.answers.update({"LOGIN": "NO [AUTHENTICATIONFAILED] not today", "LIST": HANG_UP, "SELECT": HANG_UP})
        self.vote("ben")
        self.until(lambda: "AUTHENTICATIONFAILED" in daemon.log())
        self.assertEqual(self.position("ben"), None)
        self.imap.answers.clear()
        self.until(lambda: self.position("ben") == "agree")
        holder = sqlite3.connect(os.path.join(self.setting.folder, "state", "assentd.db"))
        holder.execute("BEGIN IMMEDIATE")
        self.vote("chen")
        self.until(lambda: "database is locked" in daemon.log())
        holder.rollback()
        holder.close()
        self.until(lambda: self.position("chen") == "agree")
        self.until(lambda: len(self.smtp.accepted) == 7)
        self.assertEqual(self.setting.ctl("verify").returncode, 0)

    def beats(self, seconds):
        """The longest time in these seconds without a sign of life for the watchdog."""
        begun = last = time.monotonic()
        longest = 0
        self.daemon.notify.settimeout(0.1)
        while time.monotonic() - begun < seconds:
            try:
                alive = b"WATCHDOG=1" in self.daemon.notify.recv(4096)
            except socket.timeout:
                alive = False
            now = time.monotonic()
            longest = max(longest, now - last)
            last = now if alive else last
        return longest

    def test_the_watchdog_is_fed_in_peace_before_dead_servers_and_before_stalling_ones(self):
        config = os.path.join(self.setting.folder, "assentd.toml")
        with open(config) as file:
            text = file.read()
        with open(config, "w") as file:
            file.write(text.replace('poll = "1s"', 'poll = "1h"'))
        period_s = 5
        daemon = self.start(WATCHDOG_USEC="%d" % (period_s * 1000000))
        self.assertLess(self.beats(2 * period_s), period_s - 1)  # nothing happens at all
        self.imap.answers["LIST"] = SILENCE
        self.write("ana", "A proposal.")
        daemon.child.send_signal(signal.SIGUSR1)
        self.until(lambda: any("RFC822.SIZE" in line for line in self.imap.lines[-2:]))
        self.assertLess(self.beats(2 * period_s), period_s)
        self.assertIn("no answer in time", daemon.log())
        self.imap.answers.update({"CONNECT": HANG_UP, "LIST": HANG_UP})
        daemon.child.send_signal(signal.SIGUSR1)
        self.assertLess(self.beats(2 * period_s), period_s - 1)
        self.assertEqual(daemon.stop()[0], 0)

    def test_a_clock_that_jumps_by_an_hour_and_a_year_loses_nothing(self):
        offset = os.path.join(self.setting.folder, "offset")
        with open(offset, "w") as file:
            file.write("0")
        daemon = self.start(LD_PRELOAD=os.path.join(BUILD, "tests", "clock_shift.so"), CLOCK_SHIFT=offset)
        self.open_decision()
        for n, (who, shift) in enumerate((("ben", 3600), ("chen", -3600), ("dana", -365 * 86400))):
            with open(offset, "w") as file:
                file.write(str(shift))
            self.vote(who)
            self.until(lambda: len(self.smtp.accepted) == 6 + n)
            self.assertEqual(self.position(who), "agree")
        with open(offset, "w") as file:  # ana never answers; it closes once
            file.write(str(365 * 86400))
        self.write("ben", "-1 because of the past", subject="Re: [D-1] Move the meeting")
        self.until(lambda: self.setting.truth().records[0]["state"] == "closed")
        with open(offset, "w") as file:
            file.write("0")
        self.write("ana", "Another.", subject="Another")
        self.until(lambda: len(self.setting.truth().records) == 2)
        before, begun = daemon.cpu_s(), time.monotonic()
        self.until(lambda: time.monotonic() - begun > 2)
        self.assertLess(daemon.cpu_s() - before, 0.5)
        outcomes = [r for _, r, data in self.smtp.accepted if b"X-Assentd-Notice: outcome" in data]
        self.assertEqual(sorted(outcomes), [p + "@example.org" for p in ("ana", "ben", "chen", "dana")])
        self.assertEqual(len(set(self.smtp.accepted)), len(self.smtp.accepted))
        self.assertEqual(self.setting.ctl("verify").returncode, 0)


if __name__ == "__main__":
    unittest.main(warnings="ignore")
