# SPDX-License-Identifier: Apache-2.0
"""One scripted conversation, from the proposal to a vote that comes too late, for tests that disturb it.

A `Setting` is where it is played: on Maildirs (here) or against mail servers that are part of the test (peers.py).
A `Rehearsal` plays it once undisturbed and keeps a copy of everything from before each cycle; `finish` plays the rest from
such a copy. Whatever happened in between, the truth at the end has to be the same.

`outcome` is for thousands of disturbances: once everything stored and sent is again what it was in the rehearsal, the rest
of the script is the rehearsal's and need not be played; nor need it be from a state that another disturbance led to."""

import calendar
import collections
import difflib
import email
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
PROVEN = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\n"

CONFIG = """
[daemon]
state_dir = "state"
default_policy = "team"
[inbox]
%(inbox)s
[outlet]
%(outlet)s
[mail]
address = "decisions@example.org"
trusted_authserv_id = ["mx.example.org"]
%(more)s
[[person]]
name = "Ana Lima"
addresses = ["ana@example.org"]
[[person]]
name = "Ben Okoro"
addresses = ["ben@example.org"]
[[person]]
name = "Chen Wei"
addresses = ["chen@example.org"]
[[person]]
name = "Dana Novak"
addresses = ["dana@example.org"]
[policy.team]
preset = "consent"
period = "3 working days"
facilitators = ["dana@example.org"]
"""

# Each cycle: its instant, and the mails that arrive for it: who writes, to which notice of theirs (or a new mail), the
# text, and what else is odd about it. `arrived` is earlier than the cycle where that matters.
SCRIPT = (
    ("2026-11-30T09:00:00Z", ({"who": "ana", "text": "I propose to move the weekly meeting to Thursday.", "header": PROVEN},)),
    ("2026-11-30T13:00:00Z", (
        {"who": "ben", "to": "invitation", "text": "+1, Thursday is quiet.\n\n"
         "On Mon, 30 Nov 2026 at 10:00, Decisions <decisions@example.org> wrote:\n> -1 I object"},
        {"who": "chen", "to": "invitation", "text": "-1 because the kitchen is taken on Thursdays"},
        {"who": "dana", "text": "+1", "subject": "Re: [D-1] Move the meeting", "header": "In-Reply-To: <m1@example.org>\n"},
        {"who": "ben", "to": "invitation", "text": "I am away.", "header": "Auto-Submitted: auto-replied\n"},
        {"again": 2})),
    ("2026-12-01T09:00:00Z", (
        {"who": "dana", "to": "question", "text": "confirm"},
        {"who": "ana", "to": "invitation", "text": "> the kitchen is taken\nThe small kitchen is free."},
        {"who": "eve", "text": "-1", "header": "From: ben@example.org\n"},
        {"who": "ana", "to": "invitation", "text": "+1 if Chen can live with that"})),
    ("2026-12-01T12:00:00Z", ({"who": "ana", "to": "invitation", "text": "extend 2 hours"},)),
    ("2026-12-02T10:00:00Z", (
        {"who": "chen", "to": "invitation", "text": "resolve chen\n+1"},
        {"who": "ben", "to": "invitation", "text": "0"})),
    ("2026-12-02T15:00:00Z", ()),
    ("2026-12-03T10:00:00Z", (
        {"who": "eve", "text": "-1", "subject": "Re: [D-1] Move the meeting", "header": "In-Reply-To: <m1@example.org>\n"},)),
    ("2026-12-04T10:00:00Z", (
        {"who": "ana", "to": "invitation", "text": "+1", "arrived": "2026-12-03T10:30:00Z"},
        {"who": "dana", "text": "A second matter.", "subject": "Paint the door", "header": PROVEN})),
    ("2026-12-04T11:00:00Z", (
        {"who": "ben", "to": "invitation", "text": "-1 because I changed my mind"},)),
    ("2026-12-05T11:00:00Z", ()),  # what had to wait is sent
)

Truth = collections.namedtuple("Truth", "verified records mails left")


def unix_time(instant):
    return calendar.timegm(time.strptime(instant, "%Y-%m-%dT%H:%M:%SZ"))


class Setting:
    """A folder with a configuration, and the mail around it. The subclass is the mail."""

    inbox = outlet = more = ""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "assentd.toml"), "w") as config:
            config.write(CONFIG % {"inbox": self.inbox, "outlet": self.outlet, "more": self.more})

    def once(self, at, *before, timeout_s=60, **more):
        """One cycle; `before` is a program to run it under. Leaks cannot be looked for under strace."""
        if before:
            more["env"] = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
        return subprocess.run([*before, os.path.join(BUILD, "assentd"), "--config", os.path.join(self.folder, "assentd.toml"),
                               "--once", "--at", at], capture_output=True, text=True, timeout=timeout_s, **more)

    def ctl(self, *words):
        return subprocess.run([os.path.join(BUILD, "assentctl"), "--config", os.path.join(self.folder, "assentd.toml"),
                               *words], capture_output=True, text=True, timeout=60)

    def truth(self):
        """What the record says, whether recounting the raw mail agrees, and each mail sent with how often it was."""
        decisions = json.loads(self.ctl("list", "--json").stdout)
        records = [json.loads(self.ctl("show", d["id"], "--json").stdout) for d in decisions]
        return Truth(self.ctl("verify").returncode, records, collections.Counter(self.sent()), self.left())

    def everything(self):
        """A digest of all that decides how the conversation goes on: each row of the database, the mail before and behind
        the daemon, the other files of its state. Not how the database is laid out."""
        state = os.path.join(self.folder, "state")
        parts = [sorted(self.sent()), self.waiting()]
        for name in sorted(os.listdir(state)):
            path = os.path.join(state, name)
            if os.path.isfile(path) and name not in ("assentd.db", "assentd.db-shm", "assentd.db-begun", "assentd.lock"):
                with open(path, "rb") as file:
                    parts.append((name, file.read()))
        database = sqlite3.connect(os.path.join(state, "assentd.db"))
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
            # The hashes follow from the rest; `verify` knows whether they are right.
            columns = {"event": "row, record, sequence, at, kind, body", "chain": "events"}.get(table, "*")
            parts.append((table, sorted(map(repr, database.execute("SELECT %s FROM %s" % (columns, table))))))
        database.close()
        text = repr(parts).replace(self.folder, ".")
        # Two things are never the same: the name of the file, which is a Maildir's answer, and what orders are drawn from.
        text = re.sub(r'250 \d+\.M\d+P\d+Q\d+\.[^\' ]*|"seed":\d+', "?", text)
        return hashlib.sha256(text.encode()).hexdigest()

    def close(self):
        pass

    def remove(self):
        self.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def reply_to(self, who, notice):
        """The address that the newest mail of that kind about D-1 gave this person to reply to."""
        newest = None
        for _, recipient, data in self.sent():
            mail = email.message_from_bytes(data)
            if (recipient, mail["X-Assentd-Notice"], mail["X-Assentd-Decision"]) == (who + "@example.org", notice, "D-1"):
                newest = mail["Reply-To"]
        if newest is None:
            raise AssertionError("no %s was sent to %s" % (notice, who))
        return newest[newest.index("<") + 1:-1]


class Maildirs(Setting):
    inbox = 'url = "maildir:inbox"'
    outlet = 'url = "maildir:outlet"'

    def __init__(self, folder):
        super().__init__(folder)
        for part in ("new", "cur", "tmp"):
            os.makedirs(os.path.join(folder, "inbox", part), exist_ok=True)
        self.count = 0

    def deliver(self, mail, arrived):
        self.count += 1
        path = os.path.join(self.folder, "inbox", "new", "%04d.host" % self.count)
        with open(path, "wb") as file:
            file.write(mail)
        os.utime(path, (arrived, arrived))

    def sent(self):
        """(sender, recipient, bytes) of each mail, oldest first."""
        found = []
        for part in ("new", "cur"):
            box = os.path.join(self.folder, "outlet", part)
            for name in sorted(os.listdir(box)) if os.path.isdir(box) else ():
                with open(os.path.join(box, name), "rb") as file:
                    sender, recipient, data = file.read().split(b"\n", 2)
                found.append((sender.decode()[14:-1], recipient.decode()[14:], data))
        return found

    def left(self):
        """What was handled and not put away."""
        return os.listdir(os.path.join(self.folder, "inbox", "new"))

    def waiting(self):
        """What the daemon finds when it looks for mail."""
        return [(part, sorted(os.listdir(os.path.join(self.folder, "inbox", part)))) for part in ("new", "cur", "tmp")]

    def copy(self, folder):
        shutil.copytree(self.folder, folder)
        twin = Maildirs.__new__(Maildirs)
        twin.folder, twin.count = folder, self.count
        # What was handled is known by its folder, which is called something else now.
        database = sqlite3.connect(os.path.join(folder, "state", "assentd.db"))
        with database:
            database.execute("UPDATE mail SET folder = ? WHERE folder = ?",
                             (os.path.join(folder, "inbox"), os.path.join(self.folder, "inbox")))
        database.close()
        return twin


class Rehearsal:
    """The conversation as it goes when nothing goes wrong."""

    def __init__(self, setting, top):
        self.setting = setting
        self.mails = []   # of each cycle: (bytes, arrived)
        self.before = []  # of each cycle: the setting, with that cycle's mails delivered
        self.after = []   # of each cycle: everything
        self.known = {}   # of a cycle and everything after it: what became of it
        self.played = 0   # to the end of the script
        self.guard = threading.Lock()
        written = []
        first = setting.once("2026-11-30T08:00:00Z")  # makes the database and its key, so that all copies share them
        if first.returncode != 0:
            raise AssertionError(first.stderr)
        for number, (at, mails) in enumerate(SCRIPT):
            self.mails.append([])
            for mail in mails:
                if "again" in mail:
                    data = b"Received: from list.example.org\n" + written[mail["again"] - 1]
                else:
                    data = self._write(setting, len(written) + 1, **mail)
                written.append(data)
                self.mails[-1].append((data, unix_time(mail.get("arrived", at))))
            self._deliver(setting, number)
            self.before.append(setting.copy(os.path.join(top, "before-%d" % number)))
            run = setting.once(at)
            if run.returncode != 0:
                raise AssertionError(run.stderr)
            self.after.append(setting.everything())
        self.truth = setting.truth()
        if self.truth.verified != 0 or [r["outcome"] for r in self.truth.records] != ["carried", None]:
            raise AssertionError("the rehearsal went wrong: %s" % (self.truth,))

    @staticmethod
    def _write(setting, number, who, text, to=None, subject=None, header="", **_):
        address = setting.reply_to(who, to) if to else "decisions@example.org"
        subject = subject or ("Re: [D-1] Move the meeting" if to else "Move the meeting")
        return ("From: %s@example.org\nTo: %s\nSubject: %s\nMessage-ID: <m%d@example.org>\n%s\n%s\n" %
                (who, address, subject, number, header, text)).encode()

    def _deliver(self, setting, number):
        for data, arrived in self.mails[number]:
            setting.deliver(data, arrived)

    def points(self, calls, cycles):
        """(cycle, call, n) for each of these system calls in those cycles."""
        found = []
        for number in cycles:
            twin = self.before[number].copy(os.path.join(self.setting.folder, "traced-%d" % number))
            found += [(number, *point) for point in points(twin, number, calls)]
            twin.remove()
        return found

    def close(self):
        for setting in (self.setting, *self.before):
            setting.close()

    def finish(self, setting, number, delivered=None):
        """The cycle of that number and all later ones; gives the first that failed, or nothing. `delivered`: up to which
        cycle the mails have arrived, if not up to this one."""
        for later in range(number, len(SCRIPT)):
            if later > (number if delivered is None else delivered):
                self._deliver(setting, later)
            run = setting.once(SCRIPT[later][0])
            if run.returncode != 0:
                return "cycle %d ended with %d: %s" % (later, run.returncode, run.stderr[-2000:])
        return None

    def outcome(self, setting, number, resent, to_the_end=False, reordered=False):
        """That cycle again, undisturbed, and what follows from it. What went wrong, or nothing; how many mails went twice."""
        run = setting.once(SCRIPT[number][0])
        if run.returncode != 0:
            return "cycle %d ended with %d: %s" % (number, run.returncode, run.stderr[-2000:]), 0
        state = number, setting.everything(), reordered
        if not to_the_end:
            if state[1] == self.after[number] and setting.ctl("verify").returncode == 0:
                return None, 0
            with self.guard:
                if state in self.known:
                    return self.known[state]
        failed = self.finish(setting, number + 1, delivered=number)
        twice, wrong = self.difference(setting, resent, reordered)
        with self.guard:
            self.played += 1
            self.known[state] = failed or wrong, twice
        return failed or wrong, twice

    def difference(self, setting, resent=0, reordered=False):
        """How many mails went once more, and what is not as it would have been, or nothing. `resent`: so many may have,
        each time with one Message-ID. `reordered`: one mail may have been read after its neighbours, so that what their
        writers were told of the moment is worded otherwise; not how many mails of which kind went to whom."""
        truth = setting.truth()
        more = truth.mails - self.truth.mails
        twice = sum(more.values())
        if truth.verified != 0:
            return twice, "verify finds differences"
        if truth.left != self.truth.left:
            return twice, "handled mails lie where new ones should: %s" % truth.left
        if truth.records != self.truth.records:
            right, found = (json.dumps(r, indent=1).split("\n") for r in (self.truth.records, truth.records))
            return twice, "\n".join(difflib.unified_diff(right, found, "record", "what it became", "", "", 1, ""))
        lost, new = set(self.truth.mails) - set(truth.mails), set(truth.mails) - set(self.truth.mails)
        if reordered and kinds(lost) == kinds(new):
            return twice - len(new), None
        if lost or new:
            return twice, "%d mails lost, %d that should not be:\n%s" % (
                len(lost), len(new), "\n".join(sorted(str(mail)[:700] for mail in lost | new)[:6]))
        if twice > resent:
            return twice, "mails went too often: %s" % more
        return twice, None


def kinds(mails):
    """Of each kind of mail about each decision to each person, how many."""
    found = collections.Counter()
    for _, recipient, data in mails:
        mail = email.message_from_bytes(data)
        found[recipient, mail["X-Assentd-Notice"], mail["X-Assentd-Decision"]] += 1
    return found


def points(setting, number, calls):
    """(call, n) for each of these system calls of that cycle, after the loader's and without the log's. They are traced
    as they happen, so the setting is used up. strace counts the calls of each thread, so two threads may share one, and
    another thread's that has the number of one of the loader's cannot be had."""
    trace = os.path.join(setting.folder, "trace")
    run = setting.once(SCRIPT[number][0], "strace", "-f", "-o", trace, "-e", "trace=openat," + ",".join(calls))
    if run.returncode != 0:
        raise AssertionError(run.stderr)
    counts, loaders, found, loaded = collections.Counter(), collections.Counter(), {}, False
    with open(trace, errors="replace") as lines:
        for line in lines:
            call = re.match(r"(\d+) +(\w+)\((\w*)", line)
            if not call:
                continue
            thread, name, first = call.groups()
            counts[thread, name] += 1
            loaded = loaded or "assentd.toml" in line
            loaders[name] += not loaded
            log = name in ("write", "writev") and first in ("1", "2")
            if loaded and not log and name in calls and counts[thread, name] > loaders[name]:
                found[name, counts[thread, name]] = None
    return list(found)


def injected(call, what):
    """The program that runs another and does that to its system calls of that name. With --seccomp-bpf the other calls cost
    nothing, but strace then sends no signals."""
    fast = () if what.startswith("signal") else ("--seccomp-bpf",)
    return ("strace", "-f", *fast, "-o", "/dev/null", "-e", "trace=" + call, "-e", "inject=%s:%s" % (call, what))
