# SPDX-License-Identifier: Apache-2.0
"""The built daemon before mail servers that misbehave: whatever they do, no mail is lost or doubled, no password goes out
in clear, and what is wrong is said.

Run from the repository's root after the daemon was built; BUILD names the build folder; --all cuts at every byte, and
stalls at one in eight."""

import concurrent.futures
import os
import random
import ssl
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), "crash")]
from conversation import SCRIPT, Rehearsal  # noqa: E402
from mail_servers import MailServers, MovingMailServers  # noqa: E402
from peers import HANG_UP, SILENCE, Cut, Stall, in_clear  # noqa: E402
from sweep import ARGUMENTS, EVERY, Progress, folder  # noqa: E402

SAMPLE = 6  # cuts of each server and direction
CLOSE = 7   # the cycle in which a vote and a proposal come in, and outcomes and invitations go out
LATE = 8    # the cycle of one late vote and its receipt
PASSWORD = "hunter2"


def accepted_unheard(smtp):
    """Takes the mail, and hangs up instead of saying so; once."""
    def answer(mail, _):
        if smtp.answers.pop("DOT", None):
            smtp.accepted.append(mail)
        return HANG_UP
    return answer


def lying_literal(imap, by, then=HANG_UP):
    """FETCH answers whose literals are announced `by` bytes longer than they are."""
    def answer(rest, connection):
        for uid in imap.mails.chosen(rest.split(" ")[0]):
            data = imap.mails.present[uid][1]
            connection.say(b"* 1 FETCH (UID %d BODY[] {%d}\r\n%s)\r\n" % (uid, len(data) + by, data))
        return then if by > 0 else "OK done"
    return answer


# What the IMAP server does in one cycle, and what the daemon says about it.
IMAP = (
    ({"CONNECT": "* BYE too many connections"}, "too many connections"),
    ({"CONNECT": "HTTP/1.1 400 Bad Request"}, "inbox_trouble"),
    ({"CONNECT": HANG_UP}, "imap"),
    ({"CONNECT": SILENCE}, "within 2 s"),
    ({"LOGIN": "NO [AUTHENTICATIONFAILED] wrong password"}, "AUTHENTICATIONFAILED"),
    ({"LOGIN": "NO [ALERT] Too many simultaneous connections. (Failure)"}, "Too many simultaneous"),
    ({"LOGIN": "NO [UNAVAILABLE] Temporary authentication failure"}, "UNAVAILABLE"),
    ({"LOGIN": HANG_UP}, "imap"),
    ({"LOGIN": SILENCE}, "within 2 s"),
    ({"NOOP": "BAD User is authenticated but not connected."}, "not connected"),
    ({"NOOP": SILENCE}, "no answer in time"),
    ({"SELECT": "NO [NONEXISTENT] no such folder"}, "NONEXISTENT"),
    ({"SELECT": "NO [THROTTLED] Account exceeded command or bandwidth limits. (Failure)"}, "bandwidth limits"),
    ({"SELECT": "OK done"}, "UIDVALIDITY"),
    ({"LIST": "NO [LIMIT] Request is throttled. Suggested Backoff Time: 299923 milliseconds"}, "throttled"),
    ({"LIST": "* BYE Session expired, please login again.\r\n"}, "Session expired"),
    ({"LIST": "* \x01\x02 garbage ((((\r\n"}, "inbox_trouble"),
    ({"LIST": "* 1 FETCH (UID 99999999999999999999 RFC822.SIZE -5)\r\n"}, "inbox_trouble"),
    ({"FETCH": "NO [SERVERBUG] internal error"}, "SERVERBUG"),
    ({"FETCH": "BAD what?"}, "refused"),
    ({"FETCH": "* 1 FETCH (UID 1 BODY[] {99999999999}\r\n"}, "impossible size"),
    ({"FETCH": SILENCE}, "no answer in time"),
    ({"FETCH": HANG_UP}, "closed the connection"),
    ({"MOVE": "NO [OVERQUOTA] the folder is full"}, "OVERQUOTA"),
    ({"MOVE": HANG_UP}, "closed the connection"),
)

# What the submission server does in one cycle, and the words in the log.
SMTP = tuple(({step: reply}, reply[:3] if isinstance(reply, str) and step != "EHLO" else "smtp")
             for step in ("CONNECT", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "DOT")
             for reply in ("421 4.3.2 closing, try again later", "451 4.7.0 Temporary server error", HANG_UP)
             ) + (
    ({"MAIL": "432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending"}, "432"),
    ({"MAIL": "454 4.7.0 Too many login attempts, please try again later."}, "454"),
    ({"CONNECT": "421 4.7.0 Our system has detected an unusual rate of unsolicited mail"}, "421"),
    ({"CONNECT": "SSH-2.0-OpenSSH_9.2"}, "smtp"),
    ({"EHLO": "\x00\xff\x00"}, "smtp"),
    ({"RCPT": "2500000 what"}, "not SMTP"),
    ({"DATA": "250 go on, but not as you think"}, "250"),
    ({"MAIL": SILENCE}, "no answer in time"),
    ({"DATA": SILENCE}, "no answer in time"),
)


class Peers(unittest.TestCase):
    rehearsals = {}

    def rehearse(self, kind=MovingMailServers):
        """The undisturbed conversation of that kind, played once for all tests."""
        if kind not in self.rehearsals:
            top = folder()
            self.addClassCleanup(top.cleanup)
            quick = type(kind.__name__, (kind,), {"more": '[limits]\nconnect_timeout = "2s"\nanswer_timeout = "2s"\n'})
            self.rehearsals[kind] = Rehearsal(quick(os.path.join(top.name, "calm")), top.name)
            self.addClassCleanup(self.rehearsals[kind].close)
        return self.rehearsals[kind]

    def in_parallel(self, what, cases, act):
        """act(case) gives what went wrong, or nothing. Most of the time they wait, so many do it at once."""
        progress, wrong = Progress(what, len(cases)), []
        with concurrent.futures.ThreadPoolExecutor(8) as workers:
            for case, result in zip(cases, workers.map(act, cases)):
                progress.step(case, result)
                if result:
                    wrong.append("%s: %s" % (case, result))
        print("%d %s" % (len(cases), what))
        self.assertFalse(wrong, "\n".join(wrong))

    @staticmethod
    def disturbed(rehearsal, number, disturb, words="", resent=0):
        """One cycle with servers that misbehave as `disturb` tells them, then the rest of the script."""
        twin = rehearsal.before[number].copy(tempfile.mkdtemp(dir=rehearsal.setting.folder) + "/twin")
        try:
            disturb(twin)
            run = twin.once(SCRIPT[number][0])
            if run.returncode not in (0, 69):
                return "it ended with %d: %s" % (run.returncode, run.stderr[-1500:])
            if words and words not in run.stderr:
                return "nothing said of %r: %s" % (words, run.stderr[-1500:])
            if PASSWORD in run.stderr:
                return "the password is in the log"
            for peer in (twin.imap, twin.smtp):
                peer.fault, peer.answers = None, {}
            return rehearsal.outcome(twin, number, resent, to_the_end=not EVERY)[0]
        finally:
            twin.remove()

    def test_a_line_cut_or_stalled_at_any_byte(self):
        rehearsal = self.rehearse()
        twin = rehearsal.before[LATE].copy(os.path.join(rehearsal.setting.folder, "counted"))
        twin.once(SCRIPT[LATE][0])
        chance, cuts = random.Random(3), []
        for server in ("imap", "smtp"):
            for direction, total in (("reply_after", getattr(twin, server).said), ("after", getattr(twin, server).heard)):
                chosen = range(total) if EVERY else chance.sample(range(total), SAMPLE)
                cuts += [(Cut, server, direction, n) for n in chosen]
                stalled = range(0, total, 8) if EVERY else chance.sample(range(total), SAMPLE)
                cuts += [(Stall, server, direction, n) for n in stalled]
        twin.remove()

        def act(cut):
            kind, server, direction, n = cut
            return self.disturbed(rehearsal, LATE, lambda s: setattr(getattr(s, server), "fault", kind(**{direction: n})),
                                  resent=1)
        self.in_parallel("cuts and stalls", cuts, act)

    def test_imap_servers_that_misbehave(self):
        rehearsal = self.rehearse()
        self.in_parallel("IMAP troubles", IMAP,
                         lambda case: self.disturbed(rehearsal, CLOSE, lambda s: s.imap.answers.update(case[0]), case[1]))

    def test_smtp_servers_that_misbehave(self):
        rehearsal = self.rehearse(MailServers)
        self.in_parallel("SMTP troubles", SMTP,
                         lambda case: self.disturbed(rehearsal, CLOSE, lambda s: s.smtp.answers.update(case[0]), case[1]))

    def test_literals_of_lying_size(self):
        rehearsal = self.rehearse()
        cases = [(by, then) for by in (-400, -40, -2, -1, 1, 3, 40, 5000) for then in (HANG_UP, SILENCE) if by > 0 or then is HANG_UP]

        def act(case):
            def disturb(setting):
                setting.imap.answers["FETCH"] = lying_literal(setting.imap, *case)
            return self.disturbed(rehearsal, 1, disturb, "inbox_trouble")
        self.in_parallel("lying literals", cases, act)

    def test_a_stall_within_a_literal_ends_in_time(self):
        rehearsal = self.rehearse()

        def disturb(setting):
            setting.imap.fault = Stall(reply_after=700)
        self.assertIsNone(self.disturbed(rehearsal, 1, disturb))

    def test_a_mail_whose_answer_was_lost_goes_again_with_its_message_id(self):
        rehearsal = self.rehearse()

        def disturb(setting):
            setting.smtp.answers["DOT"] = accepted_unheard(setting.smtp)
        twin = rehearsal.before[CLOSE].copy(os.path.join(rehearsal.setting.folder, "unheard"))
        disturb(twin)
        self.assertEqual(twin.once(SCRIPT[CLOSE][0]).returncode, 69)
        self.assertIsNone(rehearsal.finish(twin, CLOSE))
        self.assertEqual(rehearsal.difference(twin, resent=1), (1, None))
        twin.remove()

    def test_a_new_uidvalidity_doubles_nothing(self):
        rehearsal = self.rehearse(MailServers)
        self.assertIsNone(self.disturbed(rehearsal, CLOSE, lambda s: setattr(s.imap.mails, "uid_validity", 8)))

    def test_a_mail_expunged_between_search_and_fetch_holds_up_nobody(self):
        rehearsal = self.rehearse(MailServers)
        twin = rehearsal.before[CLOSE].copy(os.path.join(rehearsal.setting.folder, "expunged"))

        def expunge(*_):
            twin.imap.answers.clear()
            twin.imap.mails.present.pop(max(twin.imap.mails.present) - 1)  # the vote; the proposal stays
        twin.imap.answers["FETCH"] = expunge
        self.assertEqual(twin.once(SCRIPT[CLOSE][0]).returncode, 0)
        records = twin.truth().records
        self.assertEqual((records[0]["tally"]["agree"], records[1]["state"]), (2, "open"))
        self.assertEqual(twin.ctl("verify").returncode, 0)
        twin.remove()

    def test_one_refused_recipient_is_on_the_record_and_delays_nobody(self):
        rehearsal = self.rehearse()
        for reply, reached in (("550 5.1.1 no such user", False), ("451 4.2.0 over quota", True)):
            twin = rehearsal.before[CLOSE].copy(os.path.join(rehearsal.setting.folder, reply[:3]))
            twin.smtp.answers["RCPT"] = lambda line, _: reply if "ben@" in line else None
            before = len(twin.sent())
            twin.once(SCRIPT[CLOSE][0])
            told = {(recipient, b"Notice: invitation" in data) for _, recipient, data in twin.sent()[before:]}
            self.assertEqual({who for who, invited in told if invited}, {p + "@example.org" for p in ("ana", "chen", "dana")})
            self.assertEqual([p["reached"] for p in twin.truth().records[1]["participants"]], [True, reached, True, True])
            twin.remove()

    # ---- TLS ---------------------------------------------------------------------------------------

    def certificates(self):
        """A CA, and certificates for localhost: good, expired, of another host, and one that vouches for itself."""
        top = tempfile.mkdtemp()
        self.addCleanup(subprocess.run, ["rm", "-rf", top])

        def openssl(*words):
            subprocess.run(["openssl", *words], cwd=top, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=test CA")
        openssl("req", "-x509", *key, "-keyout", "selfsigned.key", "-out", "selfsigned.pem", "-days", "30", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost")
        for name, host, days in (("good", "localhost", "30"), ("expired", "localhost", "-1"), ("other", "example.net", "30")):
            with open(os.path.join(top, name + ".ext"), "w") as file:
                file.write("subjectAltName=DNS:%s\n" % host)
            openssl("req", *key, "-keyout", name + ".key", "-out", name + ".csr", "-subj", "/CN=" + host)
            openssl("x509", "-req", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days",
                    days, "-out", name + ".pem", "-extfile", name + ".ext")
        contexts = {}
        for name in ("good", "expired", "other", "selfsigned"):
            contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            contexts[name].load_cert_chain(os.path.join(top, name + ".pem"), os.path.join(top, name + ".key"))
        return os.path.join(top, "ca.pem"), contexts

    def test_no_password_goes_out_in_clear_or_to_somebody_else(self):
        ca_file, contexts = self.certificates()
        rehearsal = self.rehearse()
        for name, words in (("good", ""), ("expired", "expired"), ("other", "no alternative certificate subject name matches"), ("selfsigned", "self-signed"),
                            (None, "does not offer STARTTLS")):
            for server in ("imap", "smtp"):
                with self.subTest(certificate=name, server=server):
                    twin = rehearsal.before[CLOSE].copy(tempfile.mkdtemp(dir=rehearsal.setting.folder) + "/twin")
                    peer = getattr(twin, server)
                    peer.tls = contexts.get(name)
                    config = os.path.join(twin.folder, "assentd.toml")
                    with open(config) as file:
                        text = file.read()
                    url = "%s://decisions@%%s:%d" % (server, peer.port)
                    head, tail = text.split(url % "127.0.0.1")
                    tail = tail.replace('tls = "none"', 'ca_file = "%s"' % ca_file, 1)
                    with open(config, "w") as file:
                        file.write(head + url % "localhost" + tail)
                    run = twin.once(SCRIPT[CLOSE][0])
                    self.assertEqual(run.returncode, 0 if name == "good" else 69, run.stderr)
                    self.assertIn(words, run.stderr)
                    self.assertNotIn(PASSWORD, run.stderr)
                    self.assertGreater(len(peer.connections), 0)
                    if name != "good":
                        self.assertFalse([line for line in in_clear(peer.lines) if PASSWORD in line])
                    twin.remove()


if __name__ == "__main__":
    unittest.main(argv=ARGUMENTS, warnings="ignore")
