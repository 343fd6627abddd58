# SPDX-License-Identifier: Apache-2.0
"""Mail servers for tests that want them to misbehave: an IMAP server and a submission server, each as much as assentd
speaks with, in threads of this process, on loopback ports. What they keep (`Mails`, `accepted`) outlives connections.

    imap = ImapPeer(Mails()); smtp = SmtpPeer()
    imap.fault = Cut(reply_after=100)       # one-shot: the connection ends after so many bytes of either direction
    imap.fault = Stall(reply_after=100)     # ... or stays open and says nothing more
    imap.answers["SELECT"] = "NO [UNAVAILABLE] later"       # instead of doing it; None: back to normal
    smtp.answers["RCPT"] = lambda line, _: "451 later" if "bob" in line else None
    imap.answers["LOGIN"] = HANG_UP

An answer may be a function of the command's arguments and the connection; what it returns is taken as above. Answers are asked for in upper-case verbs: CONNECT (before the greeting), LOGIN, SELECT, LIST (of sizes), NAMES (of UIDs), FETCH, MOVE, IDLE, NOOP;
CONNECT, EHLO, AUTH, MAIL, RCPT, DATA (the command), DOT (the whole mail arrived), NOOP, RSET."""

import base64
import contextlib
import re
import select
import socket
import ssl
import threading
import time

HANG_UP = object()  # as an answer: close without a word
SILENCE = object()  # as an answer: say nothing more, keep the connection


class Gone(Exception):
    pass


class Cut:
    """Ends the first connection that says or hears so many bytes."""

    stalls = False

    def __init__(self, reply_after=None, after=None):
        self.left = {"said": reply_after, "heard": after}
        self.done = False

    def room(self, direction):
        return None if self.done else self.left[direction]

    def passed(self, direction, count):
        if not self.done and self.left[direction] is not None:
            self.left[direction] -= count


class Stall(Cut):
    stalls = True


class Connection:
    """A socket with lines, and with the peer's fault on it."""

    def __init__(self, sock, peer):
        self.socket, self.peer, self.pending = sock, peer, b""

    def say(self, data):
        if isinstance(data, str):
            data = data.encode()
        room = self.peer.fault.room("said") if self.peer.fault else None
        if room is not None and room < len(data):
            self._send(data[:room])
            self.peer.said += room
            self._fault()
        self._send(data)
        self.peer.said += len(data)
        if self.peer.fault:
            self.peer.fault.passed("said", len(data))

    def _send(self, data):
        try:
            self.socket.sendall(data)
        except OSError as error:
            raise Gone from error

    def _fault(self):
        fault = self.peer.fault
        fault.done = True
        if fault.stalls:
            self.silence()
        raise Gone

    def silence(self):
        """Nothing more, until the client leaves or the test ends."""
        while not self.peer.closing and self._more():
            self.pending = b""
        raise Gone

    def _more(self):
        while not self.peer.closing:
            waiting = isinstance(self.socket, ssl.SSLSocket) and self.socket.pending()
            if not waiting and not select.select([self.socket], [], [], 0.05)[0]:
                continue
            try:
                data = self.socket.recv(65536)
            except OSError as error:
                raise Gone from error
            if not data:
                raise Gone
            room = self.peer.fault.room("heard") if self.peer.fault else None
            if room is not None and room < len(data):
                self.peer.heard += room
                self._fault()
            self.peer.heard += len(data)
            if self.peer.fault:
                self.peer.fault.passed("heard", len(data))
            self.pending += data
            return True
        raise Gone

    def upto(self, end):
        while end not in self.pending:
            self._more()
        text, self.pending = self.pending.split(end, 1)
        return text

    def line(self):
        text = self.upto(b"\r\n").decode(errors="replace")
        self.peer.lines.append(text)
        return text

    def wait(self, until):
        """Whether a line came before `until()` became true."""
        while not until():
            if b"\r\n" in self.pending or select.select([self.socket], [], [], 0.02)[0]:
                return True
            if self.peer.closing:
                raise Gone
        return False


class Peer:
    def __init__(self, tls=None):
        self.tls = tls          # an ssl.SSLContext: STARTTLS is offered
        self.fault = None
        self.answers = {}
        self.lines = []         # everything heard
        self.connections = []   # the time of each
        self.said = self.heard = 0
        self.closing = False
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(20)
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self._accept, daemon=True)
        self.thread.start()

    def close(self):
        self.closing = True
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)  # wakes the thread
        self.thread.join()
        self.listener.close()

    def _accept(self):
        while not self.closing:
            try:
                client, _ = self.listener.accept()
            except OSError:
                time.sleep(0.05)
                continue
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections.append(time.monotonic())
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        connection = Connection(client, self)
        with contextlib.suppress(Gone, OSError):
            self.talk(connection)
        with contextlib.suppress(OSError):
            connection.socket.shutdown(socket.SHUT_RDWR)
        connection.socket.close()

    def odd_answer(self, connection, verb, argument=""):
        """What the test wants said instead, if anything."""
        answer = self.answers.get(verb)
        if callable(answer):
            answer = answer(argument, connection)
        if answer is HANG_UP:
            raise Gone
        if answer is SILENCE:
            connection.silence()
        return answer

    def start_tls(self, connection):
        connection.socket = self.tls.wrap_socket(connection.socket, server_side=True)
        connection.pending = b""


class Mails:
    """A folder of mails, and where mails were moved to."""

    def __init__(self):
        self.uid_validity, self.next_uid, self.present, self.moved = 7, 1, {}, {}

    def add(self, data, arrived):
        self.present[self.next_uid] = (arrived, data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
        self.next_uid += 1

    def chosen(self, uid_set):
        wanted = set()
        for part in uid_set.split(","):
            first, _, last = part.partition(":")
            top = max(self.present, default=0)
            ends = sorted(top if end == "*" else int(end) for end in (first, last or first))
            wanted |= {uid for uid in self.present if ends[0] <= uid <= ends[1]}
        return sorted(wanted)


class ImapPeer(Peer):
    def __init__(self, mails, capabilities="IDLE MOVE UIDPLUS AUTH=PLAIN SASL-IR", tls=None):
        self.mails, self.capabilities = mails, capabilities
        super().__init__(tls)

    def talk(self, connection):
        greeting = self.odd_answer(connection, "CONNECT")
        connection.say((greeting or "* OK ready") + "\r\n")
        encrypted = False
        while True:
            tag, _, command = connection.line().partition(" ")
            verb, _, rest = command.partition(" ")
            verb = verb.upper()
            if verb == "UID":
                verb, _, rest = rest.partition(" ")
                verb = "LIST" if "RFC822.SIZE" in rest else "NAMES" if rest.endswith(" (UID)") else verb.upper()
            if verb in ("AUTHENTICATE", "LOGIN"):
                verb = "LOGIN"
            odd = self.odd_answer(connection, verb, rest)
            if odd:
                connection.say(odd if odd.startswith("*") else "%s %s\r\n" % (tag, odd))
                continue
            if verb == "CAPABILITY":
                offered = "STARTTLS LOGINDISABLED" if self.tls and not encrypted else self.capabilities
                connection.say("* CAPABILITY IMAP4rev1 %s\r\n" % offered)
            elif verb == "LOGOUT":
                connection.say("* BYE bye\r\n%s OK done\r\n" % tag)
                return
            elif verb == "STARTTLS":
                connection.say(tag + " OK go\r\n")
                self.start_tls(connection)
                encrypted = True
                continue
            elif verb == "LOGIN" and command.upper().startswith("AUTHENTICATE") and " " not in rest:
                connection.say("+ \r\n")
                connection.line()
            else:
                getattr(self, "_" + verb.lower(), lambda *_: None)(connection, rest)
            connection.say(tag + " OK done\r\n")

    def _select(self, connection, _):
        mails = self.mails
        connection.say("* %d EXISTS\r\n* OK [UIDVALIDITY %d] .\r\n* OK [UIDNEXT %d] .\r\n" %
                       (len(mails.present), mails.uid_validity, mails.next_uid))

    def _list(self, connection, rest):
        uids = sorted(self.mails.present)
        for uid in self.mails.chosen(rest.split(" ")[0]):
            arrived, data = self.mails.present[uid]
            date = time.strftime("%d-%b-%Y %H:%M:%S +0000", time.gmtime(arrived))
            connection.say('* %d FETCH (UID %d INTERNALDATE "%s" RFC822.SIZE %d)\r\n' %
                           (uids.index(uid) + 1, uid, date, len(data)))

    def _names(self, connection, rest):
        uids = sorted(self.mails.present)
        for uid in self.mails.chosen(rest.split(" ")[0]):
            connection.say("* %d FETCH (UID %d)\r\n" % (uids.index(uid) + 1, uid))

    def _fetch(self, connection, rest):
        uids = sorted(self.mails.present)
        for uid in self.mails.chosen(rest.split(" ")[0]):
            data = self.mails.present[uid][1]
            connection.say(b"* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n" %
                           (uids.index(uid) + 1, uid, len(data), data))

    def _move(self, connection, rest):
        for uid in self.mails.chosen(rest.split(" ")[0]):
            self.mails.moved[uid] = self.mails.present.pop(uid)
            connection.say("* 1 EXPUNGE\r\n")

    def _copy(self, _, rest):
        for uid in self.mails.chosen(rest.split(" ")[0]):
            self.mails.moved[uid] = self.mails.present[uid]

    def _expunge(self, connection, rest):
        for uid in self.mails.chosen(rest):
            del self.mails.present[uid]
            connection.say("* 1 EXPUNGE\r\n")

    def _idle(self, connection, _):
        connection.say("+ idling\r\n")
        known = self.mails.next_uid
        while not connection.wait(lambda: self.mails.next_uid != known):
            known = self.mails.next_uid
            connection.say("* %d EXISTS\r\n" % len(self.mails.present))
        connection.line()


class SmtpPeer(Peer):
    def __init__(self, tls=None):
        self.accepted = []  # (sender, recipient, bytes)
        super().__init__(tls)

    def talk(self, connection):
        greeting = self.odd_answer(connection, "CONNECT")
        connection.say((greeting or "220 peer.example.org ready") + "\r\n")
        if greeting:
            connection.silence()
        encrypted = False
        sender = recipient = ""
        while True:
            line = connection.line()
            verb = line[:4].upper()
            odd = self.odd_answer(connection, verb, line)
            if odd:
                connection.say(odd + "\r\n")
            elif verb == "EHLO":
                connection.say("250-peer.example.org\r\n250-SIZE 50000000\r\n250-8BITMIME\r\n250 %s\r\n" %
                               ("STARTTLS" if self.tls and not encrypted else "AUTH PLAIN"))
            elif verb == "STAR":
                connection.say("220 go\r\n")
                self.start_tls(connection)
                encrypted = True
            elif verb == "AUTH":
                if len(line.split(" ")) < 3:
                    connection.say("334 \r\n")
                    connection.line()
                connection.say("235 welcome\r\n")
            elif verb == "QUIT":
                connection.say("221 bye\r\n")
                return
            elif verb == "DATA":
                connection.say("354 go on\r\n")
                self._take(connection, sender, recipient, connection.upto(b"\r\n.\r\n"))
            else:
                path = re.search("<(.*?)>", line)
                if verb == "MAIL":
                    sender = path.group(1)
                if verb == "RCPT":
                    recipient = path.group(1)
                connection.say("250 fine\r\n")

    def _take(self, connection, sender, recipient, data):
        data = re.sub(rb"(?m)^\.", b"", data).replace(b"\r\n", b"\n")
        odd = self.odd_answer(connection, "DOT", (sender, recipient, data))
        if not odd:
            self.accepted.append((sender, recipient, data))
        connection.say((odd or "250 taken") + "\r\n")


def in_clear(lines):
    """What a peer heard, and everything in it that base64 hides from nobody."""
    found = []
    for line in lines:
        for word in line.split(" "):
            with contextlib.suppress(ValueError):
                found.append(base64.b64decode(word, validate=True).decode(errors="replace"))
        found.append(line)
    return found
