# SPDX-License-Identifier: Apache-2.0
"""The mail adapters against a real Dovecot and a real exim (tests/rig), driven by tests/tools/mail_probe.

Run from the repository's root after libdaemon.a was built; BUILD names the build folder (default: build)."""

import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "rig"))
from rig import Rig  # noqa: E402

BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
PROBE = os.path.join(BUILD, "tests", "mail_probe")


def numbered_mail(n):
    """Mails of many shapes: long lines, dots, bytes of all values, protocol look-alikes, no end of line."""
    bodies = [b"plain text %d\r\n" % n, b"x" * (n % 5000) + b"\r\n", bytes(range(1, 10)) + bytes(range(128, 256)) + b"\r\n",
              b".\r\n..\r\n)\r\n{%d}\r\n" % n, b"A%03d OK done\r\n* %d EXISTS\r\n* BYE\r\n+ go\r\n" % (n, n), b"no end of line"]
    return b"From: bo@example.org\r\nSubject: mail %d\r\nMessage-ID: <m%d@example.org>\r\n\r\n" % (n, n) + bodies[n % len(bodies)]


class AdaptersTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rig = Rig(oauth2=True)
        cls.temporary = tempfile.TemporaryDirectory(prefix="assentd-adapters-")

    @classmethod
    def tearDownClass(cls):
        cls.rig.close()
        cls.temporary.cleanup()

    def words(self, scheme, user, **more):
        port = {"imap": self.rig.imap_port, "imaps": self.rig.imaps_port,
                "smtp": self.rig.smtp_port, "smtps": self.rig.smtps_port}[scheme]
        words = {"scheme": scheme, "port": port, "user": user, "secret": self.rig.password(user),
                 "ca_file": self.rig.ca_file, **more}
        return ["%s=%s" % word for word in words.items()]

    def probe(self, command, scheme, user, **more):
        run = subprocess.run([PROBE, command, *self.words(scheme, user, **more)], stdout=subprocess.PIPE, timeout=60)
        return run.stdout.decode()

    def folder(self, name):
        path = os.path.join(self.temporary.name, name)
        os.makedirs(path, exist_ok=True)
        return path

    def file(self, name, data):
        path = os.path.join(self.temporary.name, name)
        with open(path, "wb") as f:
            f.write(data)
        return path

    # ---- IMAP ----------------------------------------------------------------------------------

    def test_two_thousand_mails_arrive_bit_exact_and_unseen(self):
        mails = [numbered_mail(n) for n in range(1, 2001)]
        self.rig.append("bench", mails)
        for scheme in ("imaps", "imap"):
            out = self.folder("two-thousand-" + scheme)
            answer = self.probe("fetch", scheme, "bench", out=out, batch_mails=300)
            self.assertIn("fetched 2000 ", answer)
            for n, mail in enumerate(mails, 1):
                with open(os.path.join(out, str(n)), "rb") as f:
                    self.assertEqual(f.read(), mail, "mail %d by %s" % (n, scheme))
            self.assertIn("mail 1 %d 0 837596665\n" % len(mails[0]), answer)
        box = self.rig.imap("bench")
        box.select("INBOX", readonly=True)
        self.assertEqual(box.search(None, "SEEN")[1], [b""])
        self.assertEqual(len(box.search(None, "UNSEEN")[1][0].split()), 2000)
        box.logout()

    def test_idle_wakes_for_a_delivery(self):
        waiting = subprocess.Popen([PROBE, "wait", *self.words("imaps", "cy")], stdout=subprocess.PIPE)
        self.addCleanup(waiting.stdout.close)
        self.assertEqual(waiting.stdout.readline(), b"waiting\n")
        time.sleep(0.2)
        start = time.monotonic()
        self.rig.deliver("cy", numbered_mail(1))
        self.assertEqual(waiting.stdout.readline(), b"news 1\n")
        self.assertLess(time.monotonic() - start, 3)
        self.assertEqual(waiting.wait(10), 0)

    def test_handled_mails_move_to_a_folder_that_is_made_for_them(self):
        self.rig.append("bo", [numbered_mail(n) for n in (4, 1, 2)])
        answer = self.probe("fetch", "imaps", "bo", move_to="Erledigt/Entw\u00fcrfe", mark=1, batch_mails=2)
        self.assertIn("fetched 3 ", answer)
        self.assertEqual(self.rig.mails("bo"), [])
        moved = self.rig.mails("bo", "Erledigt/Entw&APw-rfe")
        self.assertEqual(moved, [numbered_mail(n) for n in (4, 1, 2)])

    def test_oversize_mails_come_as_their_header(self):
        self.rig.append("dan", [b"Subject: big\r\n\r\n" + b"x" * 50000, numbered_mail(1)])
        out = self.folder("oversize")
        answer = self.probe("fetch", "imaps", "dan", out=out, message_limit=10000)
        self.assertRegex(answer, r"mail 1 50016 1 \d+\nmail 2 \d+ 0 ")
        with open(os.path.join(out, "1"), "rb") as f:
            self.assertEqual(f.read(), b"Subject: big\r\n\r\n")

    def test_a_certificate_of_an_unknown_authority_is_refused_for_good(self):
        for scheme in ("imap", "imaps", "smtp", "smtps"):
            self.assertRegex(self.probe("probe", scheme, "ana", ca_file=""), r"^trouble server never .*certificate")

    def test_a_certificate_of_another_name_is_refused(self):
        # The certificate names localhost and 127.0.0.1 only.
        self.assertRegex(self.probe("probe", "imaps", "ana", host="127.0.0.2"), r"^trouble server never ")

    def test_a_wrong_password_gives_the_servers_words(self):
        self.assertRegex(self.probe("probe", "imaps", "ana", secret="hunter2"),
                         r"^trouble server later .*login refused for ana.*\[AUTHENTICATIONFAILED\]")
        self.assertRegex(self.probe("probe", "smtp", "ana", secret="hunter2"),
                         r"^trouble server later .*login refused for ana.*535")

    def test_a_token_logs_in_and_a_stolen_one_does_not(self):
        for scheme in ("imap", "imaps", "smtp"):
            self.assertEqual(self.probe("probe", scheme, "ana", secret=self.rig.token("ana"), oauth2=1), "in order\n")
            answer = self.probe("probe", scheme, "ana", secret="stolen-token", oauth2=1)
            self.assertRegex(answer, r"^trouble server later .*login refused")
            self.assertNotIn("stolen-token", answer)

    def test_a_missing_folder_is_the_folders_trouble(self):
        self.assertRegex(self.probe("fetch", "imaps", "ana", folder="Nowhere"), r"^trouble folder ")

    def test_a_cut_or_silent_line_is_trouble_in_time(self):
        for fault, words in (({"cut_reply_after": 4}, {}), ({"cut_reply_after": 900}, {"tls": "none"}),
                             ({"blackhole": True}, {"connect_timeout": 1})):
            with self.rig.proxy(self.rig.imap_port, **fault) as port:
                start = time.monotonic()
                self.rig.append("ana", [b"Subject: x\r\n\r\n" + b"y" * 2000])
                self.assertRegex(self.probe("fetch", "imap", "ana", port=port, **words), r"^trouble server (later|now) ")
                self.assertLess(time.monotonic() - start, 5)

    # ---- SMTP ----------------------------------------------------------------------------------

    def send(self, to, scheme="smtp", sender="decisions@example.org", data=b"Subject: x\n\nhello\n", **more):
        return self.probe("send", scheme, "decisions", to=to + "@example.org", file=self.file("mail", data),
                          **{"from": sender}, **more)

    def test_a_submitted_mail_arrives_as_it_was(self):
        data = b"Subject: dots\n\n.\n..\nMAIL FROM:<eve@example.net>\nlast line"
        for scheme, count in (("smtp", 1), ("smtps", 2)):
            self.assertRegex(self.send("cy+dots", scheme, data=data), r"^sent 250 ")
            arrived = [m for m in self.rig.wait_for_mails("cy", count) if b"Subject: dots" in m]
            self.assertTrue(arrived[-1].endswith(data.replace(b"\n", b"\r\n") + b"\r\n"), arrived[-1])

    def test_each_refusal_is_told_apart(self):
        for recipient, expected in (("tempfail", "deferred 451 451 4.3.0 not now, says RCPT"),
                                    ("permfail", "refused 550 550 5.1.1 never, says RCPT"),
                                    ("dropit", "refused 550 550 5.3.2 goodbye, says RCPT"),
                                    ("predatatemp", "deferred 451 451 4.3.0 not now, says DATA"),
                                    ("datatemp", "deferred 451 451 4.3.0 not now, says the dot"),
                                    ("dataperm", "refused 550 550 5.6.0 never, says the dot"),
                                    ("datadrop", "refused 550 550 5.3.2 goodbye, says the dot")):
            # Twice: what the first refusal leaves behind must not touch the second mail.
            self.assertEqual(self.send(recipient, count=2), (expected + "\n") * 2)
        for sender, expected in (("mailtemp", "deferred 451 "), ("mailperm", "refused 550 ")):
            self.assertTrue(self.send("ana", sender=sender + "@example.org").startswith(expected))

    def test_greylisting_passes_when_tried_later(self):
        self.assertRegex(self.send("greylist"), r"^deferred 451 ")
        time.sleep(1.2)
        self.assertRegex(self.send("greylist"), r"^sent 250 ")

    def test_a_connection_cut_in_the_middle_of_a_mail_says_nothing_about_it(self):
        with self.rig.proxy(self.rig.smtp_port, cut_after=20000) as port:
            answer = self.send("ana", port=port, data=b"Subject: x\n\n" + b"y" * 70 * 1000000)
            self.assertRegex(answer, r"^(trouble|refused 552) ")

    def test_an_answer_cut_off_after_the_final_dot_leaves_the_fate_unknown(self):
        run = subprocess.Popen([PROBE, "send", *self.words("smtp", "decisions", to="dataslow@example.org",
                                                           file=self.file("slow", b"Subject: x\n\nhello\n"),
                                                           **{"from": "decisions@example.org"})], stdout=subprocess.PIPE)
        self.addCleanup(run.stdout.close)
        time.sleep(1)  # exim answers the final dot after 8 s
        self.rig.stop_exim()
        self.assertRegex(run.stdout.read().decode(), r"^unknown 0 ")
        run.wait(10)
        self.rig.start_exim()

    def test_delivery_reports_are_asked_for(self):
        self.assertRegex(self.send("not-there"), r"^sent 250 ")
        reports = [m for m in self.rig.wait_for_mails("decisions", 1) if b"multipart/report" in m]
        end = time.monotonic() + 15
        while not reports and time.monotonic() < end:
            time.sleep(0.1)
            reports = [m for m in self.rig.mails("decisions") if b"multipart/report" in m]
        self.assertTrue(re.search(rb"(?i)Original-Recipient: rfc822; ?not-there@example.org", reports[-1]), reports[-1])


if __name__ == "__main__":
    unittest.main()
