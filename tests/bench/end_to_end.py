#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""end_to_end.py BUILD [MAILS [LARGEST]]: mails a second from an IMAP folder into committed records, beside a client that
throws the same mails away, beside mbsync and getmail6 where they are installed; whether a mail costs the same among
LARGEST (100,000) as among the first 1,000; and what the daemon costs when nothing happens.

The mails (10,000 of about 7 kB, unless told otherwise) answer ten decisions of a hundred participants: votes above
quoted text, a fifth of them comments, a third with an HTML alternative. Twice: everybody said "receipts off" before,
so that a mail costs its record alone; and each person hears of each answer, the cap on answers being lifted. The outlet
is a closed port, so nothing is sent; the receipts are rendered and stored all the same.
mbsync and getmail6 write files and read nothing of the mails, so the ratio flatters them.
"""

import os
import random
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rig"))
from rig import Rig, free_ports  # noqa: E402

PEOPLE, DECISIONS, BATCH, IDLE_S = 100, 10, 500, 5
GETMAILS = 500  # it is slow: so many of the folder are enough
EXIT_UNAVAILABLE = 69  # the receipts could not be sent: the outlet is closed on purpose

WORDS = ("the proposal looks good to me but cost is not covered so we would wait another week before "
         "anybody signs and the room needs paint as well").split()


def configuration(home, rig, user):
    secret = os.path.join(home, user + ".password")
    with open(os.open(secret, os.O_WRONLY | os.O_CREAT, 0o600), "w") as f:
        f.write(rig.password(user) + "\n")
    path = os.path.join(home, user + ".toml")
    with open(path, "w") as f:
        f.write(f"""
[daemon]
state_dir = "{user}-state"
[inbox]
url = "imaps://{user}@localhost:{rig.imaps_port}/INBOX"
password_file = "{secret}"
ca_file = "{rig.ca_file}"
[outlet]
url = "smtp://{user}@localhost:{free_ports(1)[0]}"
password_file = "{secret}"
tls = "none"
[mail]
address = "{user}@example.org"
trusted_authserv_id = ["mx.example.org"]
[limits]
answers_per_day = 10000
[policy.team]
preset = "majority"
period = "20 working days"
facilitators = ["p0@example.org"]
[policy.few]
preset = "majority"
period = "20 working days"
voters = ["p0@example.org", "p1@example.org", "p2@example.org"]
""")
        for n in range(PEOPLE):
            f.write(f'[[person]]\nname = "Person {n}"\naddresses = ["p{n}@example.org"]\n')
    return path


def header(sender, message_id, subject, in_reply_to=""):
    lines = [f"Received: from mx.example.org (mx.example.org [192.0.2.1]) by mail.example.org with ESMTPS id {message_id}",
             "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org",
             "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=a; h=from:to:subject;\r\n\tb=" + "Abc9/" * 60,
             f"From: Person {sender} <p{sender}@example.org>", "To: decisions@example.org", f"Subject: {subject}",
             f"Message-ID: <{message_id}@example.org>", time.strftime("Date: %a, %d %b %Y %H:%M:%S +0000", time.gmtime()),
             "MIME-Version: 1.0"]
    if in_reply_to:
        lines += [f"In-Reply-To: <{in_reply_to}@example.org>", f"References: <{in_reply_to}@example.org>"]
    return "\r\n".join(lines) + "\r\n"


def prose(chance, size):
    lines = []
    while sum(map(len, lines)) < size:
        lines.append(" ".join(chance.choices(WORDS, k=11)))
    return lines


class Shape:
    """How answers are spread: over how many decisions, by how many people, and how many of them are comments."""

    def __init__(self, name, decisions, people=PEOPLE, policy="team", comments=5):
        self.name, self.decisions, self.people, self.policy, self.comments = name, decisions, people, policy, comments

    def openings(self):
        return [(header(0, f"open-{n}", f"Paint room {n}") + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                 f"Policy: {self.policy}\r\n\r\nShall we paint room {n}?\r\n").encode() for n in range(self.decisions)]

    def answer(self, chance, n):
        decision = n % self.decisions
        own = [chance.choice(["+1", "-1", "0", "+1, with pleasure"])] if n % self.comments else []
        own += prose(chance, 200)
        quoted = prose(chance, 1900 if n % 3 == 0 else 5800)
        plain = "\r\n".join(own + ["", "On Mon, 2 Nov 2026 at 10:00, Decisions wrote:"] + ["> " + q for q in quoted]) + "\r\n"
        head = header(n // self.decisions % self.people, f"answer-{n}", f"Re: [D-{decision + 1}] Paint room {decision}",
                      f"open-{decision}")
        if n % 3:
            return (head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + plain).encode()
        html = ("<html><body><p>" + "<br>\r\n".join(own) + "</p><div class=\"gmail_quote\">On Mon, Decisions wrote:<br><blockquote>"
                + "<br>\r\n".join(quoted) + "</blockquote></div></body></html>\r\n")
        return (head + "Content-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + plain + "--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html + "--b1--\r\n").encode()


TYPICAL = Shape("ten decisions", DECISIONS)
SHAPES = [TYPICAL, Shape("one decision", 1), Shape("one long discussion", 1, comments=1),
          Shape("a thousand decisions", 1000, people=3, policy="few")]


def discard(rig, user):
    """Seconds for reading the whole folder in batches, over TLS, looking at nothing but the end of each answer."""
    with rig.tls().wrap_socket(socket.create_connection(("localhost", rig.imaps_port)), server_hostname="localhost") as s:
        def command(tag, text):
            s.sendall(b"%s %s\r\n" % (tag, text))
            end, tail = b"\r\n" + tag + b" OK", b"\r\n"
            while not (end in tail and tail.endswith(b"\r\n")):
                data = s.recv(1 << 18)
                if not data:
                    raise RuntimeError("the server hung up")
                tail = tail[-200:] + data[-2000:]
            return tail
        s.settimeout(30)
        s.recv(4096)
        command(b"t1", b"LOGIN %s %s" % (user.encode(), rig.password(user).encode()))
        answered = command(b"t2", b"EXAMINE INBOX")
        end = int(answered.split(b"UIDNEXT ")[1].split(b"]")[0])
        began = time.monotonic()
        for n, first in enumerate(range(1, end, BATCH)):
            command(b"f%d" % n, b"UID FETCH %d:%d (BODY.PEEK[])" % (first, first + BATCH - 1))
        return time.monotonic() - began


def fill(rig, user, shape, begin, end):
    """Puts answers begin..end into the folder; how many bytes."""
    chance = random.Random(begin)
    size = 0
    for first in range(begin, end, 1000):
        some = [shape.answer(chance, n) for n in range(first, min(first + 1000, end))]
        size += sum(map(len, some))
        rig.append(user, some, date=time.strftime('"%d-%b-%Y %H:%M:%S +0000"', time.gmtime()))
    return size


def seconds(command, log, allowed=(0,)):
    began = time.monotonic()
    with open(log, "wb") as f:
        code = subprocess.run(command, stdout=f, stderr=f, timeout=3600).returncode
    if code not in allowed:
        raise RuntimeError("%s ended with %d; see %s:\n%s" % (command[0], code, log, open(log, errors="replace").read()[-2000:]))
    return time.monotonic() - began


def once(build, config, log):
    return seconds([build + "/assentd", "--config", config, "--once"], log, (0, EXIT_UNAVAILABLE))


def processor_s():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def mbsync(rig, user, home):
    """Seconds to copy the folder into a Maildir, or nothing when it is not installed."""
    if not shutil.which("mbsync"):
        return None
    maildir, config = home + "/mbsync/", home + "/mbsyncrc"
    os.makedirs(maildir)
    with open(config, "w") as f:
        f.write(f"""
IMAPStore far
Host localhost
Port {rig.imaps_port}
User {user}
Pass {rig.password(user)}
SSLType IMAPS
CertificateFile {rig.ca_file}

MaildirStore near
Path {maildir}
Inbox {maildir}INBOX

Channel all
Far :far:
Near :near:
Create Near
Sync Pull New
SyncState {maildir}
""")
    return seconds(["mbsync", "-q", "-c", config, "all"], home + "/mbsync.log")


def getmail(rig, user, home):
    """Seconds for the first GETMAILS mails of the folder, or nothing when it is not installed."""
    program = shutil.which("getmail")
    if not program:
        return None
    for part in ("", "/Maildir", "/Maildir/new", "/Maildir/cur", "/Maildir/tmp"):
        os.makedirs(home + "/getmail" + part)
        if part and os.geteuid() == 0:  # it does not write as root
            shutil.chown(home + "/getmail" + part, "nobody")
    os.chmod(home, 0o711)
    with open(home + "/getmail/rc", "w") as f:
        f.write(f"""
[retriever]
type = SimpleIMAPSSLRetriever
server = localhost
port = {rig.imaps_port}
username = {user}
password = {rig.password(user)}
ca_certs = {rig.ca_file}
[destination]
type = Maildir
path = {home}/getmail/Maildir/
{"user = nobody" if os.geteuid() == 0 else ""}
[options]
max_messages_per_session = {GETMAILS}
verbose = 0
""")
    return seconds([program, "--getmaildir", home + "/getmail", "--rcfile", "rc"], home + "/getmail.log")


def count(home, user, what):
    import sqlite3
    with sqlite3.connect(os.path.join(home, user + "-state", "assentd.db")) as db:
        return db.execute("SELECT count(*) FROM " + what).fetchone()[0]


def expect_handled(home, user, mails):
    done = count(home, user, "mail WHERE state = 'handled'")
    if done != mails:
        raise RuntimeError("%d mails were handled, not %d" % (done, mails))


def line(what, value, target=""):
    print("%-52s %14s   %s" % (what, value, target), flush=True)


def ticks(pid):
    with open(f"/proc/{pid}/stat") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def idle(build, config, log):
    with tempfile.TemporaryDirectory() as folder, open(log, "wb") as f, \
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.bind(folder + "/notify")
        notify.settimeout(20)
        began = time.monotonic()
        daemon = subprocess.Popen([build + "/assentd", "--config", config], stderr=f,
                                  env=dict(os.environ, NOTIFY_SOCKET=folder + "/notify"))
        try:
            while b"READY=1" not in notify.recv(1000):
                pass
            line("start to ready, ms", "%.0f" % (1000 * (time.monotonic() - began)), "target: 200")
            time.sleep(2)
            before = ticks(daemon.pid)
            time.sleep(IDLE_S)
            with open(f"/proc/{daemon.pid}/status") as status:
                resident = next(row.split()[1] for row in status if row.startswith("VmRSS"))
            line("idle resident memory, MB", "%.1f" % (int(resident) / 1024), "target: 25")
            line("idle processor time, ticks in %d s" % IDLE_S, str(ticks(daemon.pid) - before), "target: 0")
        finally:
            daemon.terminate()
            daemon.wait()


def synced_write_us(home):
    """Median time for one mail's bytes to reach this disk: mbsync waits for it with each mail, we with each batch."""
    took = []
    with open(home + "/synced", "wb") as f:
        for _ in range(200):
            f.write(b"x" * 7000)
            f.flush()
            began = time.monotonic()
            os.fsync(f.fileno())
            took.append(time.monotonic() - began)
    return 1e6 * statistics.median(took)


def compared(rig, home, mails, per_mail):
    line("fsync of 7 kB on this disk, us", "%.0f" % synced_write_us(home))
    for name, program, of, target in (("mbsync", mbsync, mails, 4), ("getmail6", getmail, min(mails, GETMAILS), 50)):
        took = program(rig, "decisions", home)
        if took is None:
            line(name, "not installed")
        else:
            line("%s, mails/s" % name, "%.0f" % (of / took))
            line("  times its rate", "%.1f" % (took / of / per_mail), "target: %d" % target)


def without_receipts():
    return [(header(n, f"quiet-{n}", "Receipts") + "Content-Type: text/plain; charset=utf-8\r\n\r\nreceipts off\r\n").encode()
            for n in range(PEOPLE)]


def against_discarding(build, home, rig, user, mails, quiet):
    """The rate of recording `mails` answers beside the rate of reading and forgetting them; seconds for a mail."""
    config = configuration(home, rig, user)
    before = TYPICAL.openings() + (without_receipts() if quiet else [])
    rig.append(user, before, date=time.strftime('"%d-%b-%Y %H:%M:%S +0000"', time.gmtime()))
    once(build, config, home + "/open.log")
    receipts = "outbox WHERE notice = 'receipt'"
    before_answers = count(home, user, receipts)
    size = fill(rig, user, TYPICAL, 0, mails)
    discard(rig, user)  # the server warms up
    plain = statistics.median(discard(rig, user) for _ in range(3))
    used = processor_s()
    ours = once(build, config, home + "/answers.log")
    used = processor_s() - used
    expect_handled(home, user, mails + len(before))
    sent = count(home, user, receipts) - before_answers  # what is unclear is asked about all the same
    if (sent == 0) != quiet:
        raise RuntimeError("%d receipts" % sent)
    line("mails, of kB each on average", "%d, %.1f" % (mails, size / mails / 1000))
    line("fetched and discarded, mails/s", "%.0f" % (mails / plain))
    what = "fetched, read, recorded" + ("" if quiet else ", answered")
    line(what + ", mails/s", "%.0f" % (mails / ours))
    line("  events, receipts stored", "%d, %d" % (count(home, user, "event"), sent))
    line("  processor time for each, us", "%.0f" % (1e6 * used / mails))
    line("  ratio, %", "%.1f" % (100 * plain / ours), "target: 20" if quiet else "")
    return ours / mails


def against_others(build, home, mails):
    with Rig(exim=False) as rig:
        per_mail = against_discarding(build, home, rig, "decisions", mails, quiet=True)
        compared(rig, home, mails, per_mail)
        against_discarding(build, home, rig, "bench", mails, quiet=False)
        idle(build, configuration(home, rig, "ana"), home + "/idle.log")


def growth(build, home, shape, largest):
    """One folder that grows tenfold, twice: what a mail costs in each stage."""
    home = os.path.join(home, shape.name.replace(" ", "-"))
    os.mkdir(home)
    with Rig(exim=False) as rig:
        config = configuration(home, rig, "decisions")
        rig.append("decisions", shape.openings(), date=time.strftime('"%d-%b-%Y %H:%M:%S +0000"', time.gmtime()))
        once(build, config, home + "/open.log")
        begin, costs = 0, []
        for end in sorted({largest // 100, largest // 10, largest}):
            fill(rig, "decisions", shape, begin, end)
            used = processor_s()
            once(build, config, home + "/%d.log" % end)
            costs.append("%.0f" % (1e6 * (processor_s() - used) / (end - begin)))
            begin = end
        expect_handled(home, "decisions", largest + shape.decisions)
        line("%s: us a mail up to 1, 10, 100 %%" % shape.name, ", ".join(costs), "of %d; target: the same" % largest)
    shutil.rmtree(home)


def main(build, mails=10_000, largest=100_000):
    home = tempfile.mkdtemp(prefix="end-to-end-", dir=build)  # a disk, unlike /tmp on some systems
    try:
        against_others(build, home, mails)
        for shape in SHAPES:
            growth(build, home, shape, largest)
    finally:
        if os.environ.get("KEEP"):
            print("kept: " + home)
        else:
            shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), *map(int, sys.argv[2:]))
