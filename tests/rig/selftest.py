# SPDX-License-Identifier: Apache-2.0
"""The rig itself: what other tests build on."""

import imaplib
import os
import smtplib
import socket
import ssl
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from rig import Rig  # noqa: E402

MAIL = b"From: bo@example.org\r\nTo: ana@example.org\r\nSubject: %s\r\nMessage-ID: <%s@example.org>\r\n\r\nHello.\r\n"


def mail(name):
    return MAIL % (name.encode(), name.encode())


class RigTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rig = Rig(oauth2=True)

    @classmethod
    def tearDownClass(cls):
        cls.rig.close()

    def test_a_submitted_mail_travels_to_the_inbox(self):
        self.rig.submit("bo", ["ana"], mail("whole-way"))
        self.assertTrue(any(b"Subject: whole-way" in m for m in self.rig.wait_for_mails("ana", 1)))

    def test_a_sub_address_reaches_the_user_before_the_plus(self):
        self.rig.submit("bo", ["cy+rfc1"], mail("sub-address"))
        self.rig.wait_for_mails("cy", 1)

    def test_nothing_is_accepted_without_a_login(self):
        with smtplib.SMTP("localhost", self.rig.smtp_port) as smtp:
            with self.assertRaises(smtplib.SMTPRecipientsRefused):
                smtp.sendmail("bo@example.org", ["ana@example.org"], mail("no-login"))

    def test_the_certificate_is_refused_without_the_private_ca(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            imaplib.IMAP4_SSL("localhost", self.rig.imaps_port, ssl_context=ssl.create_default_context())

    def test_a_wrong_password_is_refused(self):
        with self.assertRaises(imaplib.IMAP4.error):
            imaplib.IMAP4_SSL("localhost", self.rig.imaps_port, ssl_context=self.rig.tls()).login("ana", "wrong")

    def test_a_token_logs_in_and_a_wrong_one_does_not(self):
        for token, expected in ((self.rig.token("ana"), "OK"), ("stolen", None)):
            box = imaplib.IMAP4_SSL("localhost", self.rig.imaps_port, ssl_context=self.rig.tls())
            self.addCleanup(box.shutdown)
            try:
                answers = iter([b"user=ana\1auth=Bearer " + token.encode() + b"\1\1", b""])
                self.assertEqual(box.authenticate("XOAUTH2", lambda _: next(answers))[0], expected)
            except imaplib.IMAP4.error:
                self.assertIsNone(expected)

    def test_faults_answer_by_local_part(self):
        for recipient, code in (("tempfail", 451), ("permfail", 550), ("predatatemp", 451), ("datatemp", 451),
                                ("dataperm", 550)):
            with self.subTest(recipient), self.assertRaises(smtplib.SMTPException) as caught:
                self.rig.submit("bo", [recipient], mail(recipient))
            refusal = caught.exception
            codes = [c for c, _ in refusal.recipients.values()] if hasattr(refusal, "recipients") else [refusal.smtp_code]
            self.assertEqual(codes, [code], recipient)

    def test_an_unknown_user_gives_a_delivery_report(self):
        self.rig.submit("decisions", ["nobody-here"], mail("to-nobody"))
        report = self.rig.wait_for_mails("decisions", 1)[0]
        self.assertIn(b"multipart/report", report)
        self.assertIn(b"Action: failed", report)

    def test_the_proxy_cuts_and_swallows(self):
        with self.rig.proxy(self.rig.imap_port, cut_reply_after=4) as port:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as s:
                self.assertEqual(s.recv(100), b"* OK")
                self.assertEqual(s.recv(100), b"")
        with self.rig.proxy(self.rig.imap_port, blackhole=True) as port:
            with socket.create_connection(("127.0.0.1", port), timeout=0.3) as s:
                with self.assertRaises(socket.timeout):
                    s.recv(100)

    def test_dovecot_comes_back_with_its_mail(self):
        self.rig.deliver("bench", mail("kept"))
        self.rig.stop_dovecot()
        self.rig.start_dovecot()
        self.assertEqual(len(self.rig.mails("bench")), 1)


if __name__ == "__main__":
    unittest.main()
