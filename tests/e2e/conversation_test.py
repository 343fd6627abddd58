# SPDX-License-Identifier: Apache-2.0
"""A whole decision between real programs: the built assentd as a daemon reads a real Dovecot by IMAPS with IDLE and submits
to a real exim with STARTTLS and AUTH, which delivers by LMTP into that Dovecot. People write by SMTP and read by IMAP.

UNDER is a program to run it under, like valgrind, which may make it so many times SLOWER."""

import email
import email.policy
import json
import os
import shlex
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "rig"))
from rig import Rig  # noqa: E402

BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
UNDER = shlex.split(os.environ.get("UNDER", ""))
SLOWER = int(os.environ.get("SLOWER", "1"))

CONFIG = """
[daemon]
state_dir = "state"
log_level = "info"

[inbox]
url = "imaps://decisions@localhost:{imaps}/INBOX"
password_file = "secret"
ca_file = "{ca}"
poll = "2s"

[outlet]
url = "smtp://decisions@localhost:{smtp}"
password_file = "secret"
ca_file = "{ca}"

[mail]
address = "decisions@example.org"
trusted_authserv_id = ["mx.example.org"]

[calendar]
working_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
working_hours = "00:00-23:59"

[[person]]
name = "Ana Lima"
addresses = ["ana@example.org"]
[[person]]
name = "Bo Berg"
addresses = ["bo@example.org"]
[[person]]
name = "Cy Coe"
addresses = ["cy@example.org"]

[policy.team]
preset = "consent"
period = "1 day"
min_period = "1s"
"""


class Daemon:
    """The running assentd; its readiness is heard as systemd would hear it."""

    def __init__(self, folder):
        self.folder = folder
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        path = os.path.join(folder, "notify")
        if os.path.exists(path):
            os.unlink(path)
        self.notify.bind(path)
        self.notify.settimeout(10 * SLOWER)
        self.log = open(os.path.join(folder, "log"), "ab")
        self.started = time.monotonic()
        self.child = subprocess.Popen([*UNDER, os.path.join(BUILD, "assentd"), "--config", os.path.join(folder, "assentd.toml")],
                                      stderr=self.log, env={**os.environ, "NOTIFY_SOCKET": path})
        self.ready_after = None
        while self.ready_after is None:
            if b"READY=1" in self.notify.recv(4096):
                self.ready_after = time.monotonic() - self.started

    def stop(self):
        self.child.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        try:
            self.child.wait(10 * SLOWER)
        finally:
            if self.child.poll() is None:
                self.child.kill()
                self.child.wait()
            self.notify.close()
            self.log.close()
        return self.child.returncode, time.monotonic() - begun


class ConversationTest(unittest.TestCase):
    def setUp(self):
        self.rig = Rig()
        self.addCleanup(self.rig.close)
        self.folder = tempfile.mkdtemp(prefix="assentd-conversation-")
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        with open(os.path.join(self.folder, "assentd.toml"), "w") as f:
            f.write(CONFIG.format(imaps=self.rig.imaps_port, smtp=self.rig.smtp_port, ca=self.rig.ca_file))
        secret = os.path.join(self.folder, "secret")
        with open(os.path.join(self.folder, "secret"), "w") as f:
            f.write(self.rig.password("decisions") + "\n")
        os.chmod(secret, 0o600)
        self.sent = 0
        self.read = {}

    def ctl(self, *words, state=None):
        config = os.path.join(self.folder, "assentd.toml")
        if state:
            text = open(config).read().replace('state_dir = "state"', 'state_dir = "%s"' % state)
            config = os.path.join(self.folder, "other.toml")
            open(config, "w").write(text)
        return subprocess.run([*UNDER, os.path.join(BUILD, "assentctl"), "--config", config, *words],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60 * SLOWER)

    def write(self, person, to, subject, text, **more):
        self.sent += 1
        head = "".join("%s: %s\r\n" % (k.replace("_", "-"), v) for k, v in more.items())
        mail = ("From: %s@example.org\r\nTo: %s\r\nSubject: %s\r\nMessage-ID: <e2e-%d@example.org>\r\n%s\r\n%s\r\n" %
                (person, to, subject, self.sent, head, text.replace("\n", "\r\n")))
        self.rig.submit(person, [to], mail.encode())
        return "<e2e-%d@example.org>" % self.sent

    def wait(self, person, notice, timeout_s=20):
        """The next mail of that kind that this person has not read yet."""
        until = time.monotonic() + timeout_s * SLOWER
        seen = self.read.setdefault(person, set())
        while time.monotonic() < until:
            for raw in self.rig.mails(person):
                mail = email.message_from_bytes(raw, policy=email.policy.default)
                if mail["X-Assentd-Notice"] == notice and mail["Message-ID"] not in seen:
                    seen.add(mail["Message-ID"])
                    return mail
            time.sleep(0.1)
        self.fail("no %s for %s; log:\n%s" % (notice, person, open(os.path.join(self.folder, "log")).read()[-3000:]))

    @staticmethod
    def reply_to(mail):
        return mail["Reply-To"].addresses[0].addr_spec

    def test_a_decision_from_the_proposal_to_the_outcome(self):
        connected = self.ctl("check-config", "--connect")
        self.assertEqual((connected.returncode, connected.stdout), (0, b"[inbox]: connected\n[outlet]: connected\n"))
        daemon = Daemon(self.folder)
        print("ready after %.0f ms" % (daemon.ready_after * 1000))
        self.assertLess(daemon.ready_after, 2 * SLOWER)
        second = subprocess.run([*UNDER, os.path.join(BUILD, "assentd"), "--config", os.path.join(self.folder, "assentd.toml"), "--once"],
                                stderr=subprocess.PIPE, timeout=10 * SLOWER)
        self.assertEqual(second.returncode, 75)

        # Nothing proves that ana wrote this: she is asked, and it opens with her word.
        self.write("ana", "decisions@example.org", "Less meetings", "Deadline: in %d seconds\n\nLet us meet less." % (20 * SLOWER))
        question = self.wait("ana", "question")
        self.assertNotEqual(self.ctl("show", "D-1").returncode, 0)
        self.write("ana", self.reply_to(question), "Re: Less meetings", "yes")
        self.wait("ana", "receipt")
        invitation = {who: self.wait(who, "invitation") for who in ("ana", "bo", "cy")}
        self.assertEqual(len({self.reply_to(m) for m in invitation.values()}), 3)
        self.assertEqual(invitation["bo"]["Subject"], "[D-1] Less meetings")
        self.assertEqual(invitation["bo"]["Auto-Submitted"], "auto-generated")

        to = {who: self.reply_to(m) for who, m in invitation.items()}
        answers = {"In_Reply_To": invitation["bo"]["Message-ID"]}
        self.write("bo", to["bo"], "Re: [D-1] Less meetings", "+1 (binding)\n\nOn Monday, Decisions wrote:\n> -1 I object", **answers)
        self.wait("bo", "receipt")
        self.write("cy", to["cy"], "Re: [D-1] Less meetings", "-1 because nobody would notice")
        self.wait("cy", "receipt")
        self.assertIn("cy", json.loads(self.ctl("show", "D-1", "--json").stdout)["needs"])
        time.sleep(1.1)  # servers tell arrivals in seconds: two mails of one second have no order
        resolved = self.write("cy", to["cy"], "Re: [D-1] Less meetings", "resolve cy\n+1")
        self.wait("cy", "receipt")
        self.write("bo", to["bo"], "Re: [D-1] Less meetings", "> Let us meet less.\nHow much less?")
        self.write("ana", to["ana"], "Re: [D-1] Less meetings", "+1 if bo agrees")
        self.wait("ana", "question")
        # A vacation note in the thread, and somebody who is not asked.
        self.write("bo", to["bo"], "Automatic reply: [D-1] Less meetings", "-1", Auto_Submitted="auto-replied")
        self.write("dan", "decisions@example.org", "Re: [D-1] Less meetings", "-1 because I can")
        self.wait("dan", "refusal")
        self.assertIn("Please", self.wait("ana", "reminder").get_content())
        self.write("ana", to["ana"], "Re: [D-1] Less meetings", "+1")
        self.wait("ana", "receipt")
        for who in ("ana", "bo", "cy"):
            self.assertIn("Carried", self.wait(who, "outcome", 40).get_content())

        pages = int(open("/proc/%d/statm" % daemon.child.pid).read().split()[1])
        ticks = [int(x) for x in open("/proc/%d/stat" % daemon.child.pid).read().rsplit(")", 1)[1].split()[11:13]]
        time.sleep(3)
        later = [int(x) for x in open("/proc/%d/stat" % daemon.child.pid).read().rsplit(")", 1)[1].split()[11:13]]
        print("idle: %.1f MB resident, %d clock ticks in 3 s" % (pages * 4096 / 1e6, sum(later) - sum(ticks)))
        status, seconds = daemon.stop()
        self.assertEqual(status, 0)
        self.assertLess(seconds, 3 * SLOWER)

        record = json.loads(self.ctl("show", "D-1", "--json").stdout)
        self.assertEqual((record["state"], record["outcome"], record["verdict"]), ("closed", "carried", "carried"))
        self.assertEqual({p["address"]: p["position"] for p in record["participants"]},
                         {"ana@example.org": "agree", "bo@example.org": "agree", "cy@example.org": "agree"})
        self.assertEqual([p["message_id"] for p in record["participants"] if p["name"] == "Cy Coe"], [resolved])
        self.assertEqual([(c["name"], c["state"]) for c in record["concerns"]], [("cy", "settled")])
        self.assertEqual([(c["by"], c["text"], c["answers"]) for c in record["comments"]],
                         [("Bo Berg", "How much less?", "Let us meet less.")])
        self.assertEqual(record["tally"]["agree"], 3)
        self.check_verification()

    def check_verification(self):
        self.assertEqual(self.ctl("verify").returncode, 0)
        raw = "CAST(bytes AS TEXT)"
        for what, statement in (
                ("mail", "UPDATE raw SET bytes = CAST(replace(%s, 'resolve cy', 'resolve Cy') AS BLOB) WHERE %s LIKE '%%resolve cy%%'" % (raw, raw)),
                ("event", "UPDATE event SET body = replace(body, '\"agree\"', '\"abstain\"') WHERE kind = 'vote-recorded'")):
            copy = os.path.join(self.folder, "tampered-" + what)
            shutil.copytree(os.path.join(self.folder, "state"), copy)
            with sqlite3.connect(os.path.join(copy, "assentd.db")) as database:
                for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                    database.execute("DROP TRIGGER " + trigger)
                self.assertGreater(database.execute(statement).rowcount, 0)
            database.close()
            told = self.ctl("verify", state="tampered-" + what)
            self.assertEqual(told.returncode, 1, told)
            self.assertTrue(told.stdout)

    def test_a_faulty_reload_changes_nothing_and_a_recipient_refused_is_not_reached(self):
        daemon = Daemon(self.folder)
        config = os.path.join(self.folder, "assentd.toml")
        good = open(config).read()
        with open(config, "w") as f:
            f.write(good.replace("period", "perod"))
        daemon.child.send_signal(signal.SIGHUP)
        time.sleep(SLOWER)
        with open(config, "w") as f:
            f.write(good.replace("cy@example.org", "permfail@example.org"))
        daemon.child.send_signal(signal.SIGHUP)
        time.sleep(SLOWER)
        mail = (b"From: ana@example.org\r\nTo: decisions@example.org\r\nSubject: Second\r\nMessage-ID: <second@example.org>\r\n"
                b"Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n\r\nA text.\r\n")
        self.rig.deliver("decisions", mail)
        self.wait("bo", "invitation")
        until = time.monotonic() + 15 * SLOWER
        while time.monotonic() < until:
            reached = {p["address"]: p["reached"] for p in json.loads(self.ctl("show", "D-1", "--json").stdout)["participants"]}
            if not reached["permfail@example.org"]:
                break
            time.sleep(0.3)
        self.assertEqual(reached, {"ana@example.org": True, "bo@example.org": True, "permfail@example.org": False})
        log = os.path.join(self.folder, "log")
        self.assertNotIn("change only with a restart", open(log).read())
        with open(config, "w") as f:
            f.write(good.replace("[outlet]", '[outlet]\nrate = "600/min"'))
        daemon.child.send_signal(signal.SIGHUP)
        until = time.monotonic() + 15 * SLOWER
        while "change only with a restart" not in open(log).read() and time.monotonic() < until:
            time.sleep(0.3)
        self.assertEqual(daemon.stop()[0], 0)
        self.assertIn("reload_refused", open(log).read())
        self.assertIn('event=reload what="state_dir and [outlet] change only with a restart"', open(log).read())


if __name__ == "__main__":
    unittest.main(verbosity=1, warnings="ignore")  # files that are read in one expression close themselves
