# SPDX-License-Identifier: Apache-2.0
"""A private mail server for tests: Dovecot (IMAP, IMAPS, LMTP) and exim4 (submission) on free loopback ports.

Everything lives in one temporary folder and runs in the foreground as children of this process, as the current user
or, when that is root, with the mail owned by `nobody`. Nothing of the system's own mail setup is read or changed.

    from rig import Rig
    with Rig() as rig:                          # about 0.3 s; rig.close() when not used with `with`
        rig.imap_port, rig.imaps_port           # Dovecot: STARTTLS offered on the first, TLS at once on the second
        rig.smtp_port, rig.smtps_port           # exim4: STARTTLS and AUTH on the first, TLS at once on the second
        rig.lmtp_port                           # Dovecot's, for delivery without exim
        rig.ca_file                             # the private CA; the certificate is for localhost and 127.0.0.1
                                                # (Dovecot also listens on 127.0.0.2, which it does not name)
        rig.password("ana")                     # users: ana, bo, cy, dan, decisions, bench; address NAME@example.org
        rig.deliver("ana", b"From: ...")        # puts a mail into ana's INBOX by LMTP (several: deliver_many)
        rig.append("ana", [b"..."])             # stores mails as they are, byte for byte, by IMAP
        rig.submit("bo", ["ana"], b"...")       # sends by exim with STARTTLS and AUTH, as bo
        box = rig.imap("ana")                   # a logged-in imaplib connection (TLS), to look from outside
        rig.wait_for_mails("ana", 1)            # waits for so many in INBOX, returns their bytes
        with rig.proxy(rig.smtp_port, cut_after=500) as port: ...
                                                # a port that forwards and cuts, delays (delay_s=) or
                                                # swallows everything (blackhole=True)
        rig.stop_dovecot(); rig.start_dovecot()  # and the same for exim

Rig(oauth2=True) also answers token introspection: the user NAME logs in with the token "token-for-NAME".
Sub-addresses (decisions+rfc@) reach the user before the plus. An unknown user of example.org bounces with a genuine
delivery report. exim's faults go by the local part of the address:

    sender mailtemp, mailperm                   451, 550 to MAIL
    recipient tempfail, permfail, dropit        451, 550, drop (exim says 550 and hangs up) at RCPT
    recipient greylist                          451 the first time, accepted when tried again after a second
    recipient slow                              5 s before the answer to RCPT
    recipient predatatemp                       451 to DATA
    recipient datatemp, dataperm, datadrop      451, 554, drop after the final dot
    recipient dataslow                          8 s after the final dot
    recipient bouncelater                       accepted, then a delivery report

Run as a program, it starts a rig, prints its ports and shell variables, and stops at end of input.
"""

import contextlib
import http.server
import imaplib
import json
import os
import pwd
import grp
import re
import shutil
import signal
import smtplib
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

USERS = ("ana", "bo", "cy", "dan", "decisions", "bench")
DOMAIN = "example.org"
GREETING_S = 15


def free_ports(count):
    """Ports that were free a moment ago. They are bound together, so that they differ."""
    sockets = []
    try:
        for _ in range(count):
            s = socket.socket()
            s.bind(("127.0.0.1", 0))
            sockets.append(s)
        return [s.getsockname()[1] for s in sockets]
    finally:
        for s in sockets:
            s.close()


def wait_for_greeting(port, expected, child, log):
    end = time.monotonic() + GREETING_S
    while time.monotonic() < end:
        if child.poll() is not None:
            break
        with contextlib.suppress(OSError):
            with socket.create_connection(("127.0.0.1", port), timeout=1) as s:
                s.settimeout(2)
                if s.recv(200).startswith(expected):
                    return
        time.sleep(0.01)
    raise RuntimeError("no greeting on port %d; its log:\n%s" % (port, tail(log)))


def tail(path, lines=20):
    try:
        with open(path, errors="replace") as f:
            return "".join(f.readlines()[-lines:])
    except OSError as error:
        return str(error)


class Introspection(http.server.BaseHTTPRequestHandler):
    """RFC 7662, as far as Dovecot asks."""

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlparse(self.path).query)
        token = (query.get("t") or [""])[0] or self.headers.get("Authorization", "").replace("Bearer ", "")
        name = token[len("token-for-"):] if token.startswith("token-for-") else ""
        answer = {"active": True, "username": name, "scope": "mail"} if name in USERS else {"active": False}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Proxy:
    """Forwards a port. cut_after: bytes from the client until both sides are hung up on; cut_reply_after: bytes from the server."""

    def __init__(self, target, cut_after=None, cut_reply_after=None, delay_s=0, blackhole=False):
        self.target, self.delay_s, self.blackhole = target, delay_s, blackhole
        self.cuts = (cut_after, cut_reply_after)
        self.closing = False
        self.sockets = []
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(50)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self.port

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.closing = True
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for s in self.sockets:
            self._hang_up(s)

    def _accept(self):
        while not self.closing:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            self.sockets.append(client)
            if self.blackhole:
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                client.close()
                continue
            self.sockets.append(server)
            for source, sink, cut in ((client, server, self.cuts[0]), (server, client, self.cuts[1])):
                threading.Thread(target=self._pump, args=(source, sink, cut), daemon=True).start()

    def _pump(self, source, sink, cut):
        passed = 0
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if self.delay_s:
                    time.sleep(self.delay_s)
                if cut is not None and passed + len(data) > cut:
                    sink.sendall(data[:cut - passed])
                    time.sleep(0.05)  # so that the other side sees what came before the end
                    self._hang_up(source)
                    self._hang_up(sink)
                    return
                passed += len(data)
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    @staticmethod
    def _hang_up(s):
        with contextlib.suppress(OSError):
            s.shutdown(socket.SHUT_RDWR)
        s.close()


class Rig:
    def __init__(self, oauth2=False, exim=True, mail_format="sdbox"):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="assentd-rig-"))
        self.children = {}
        self.introspection = None
        self.uses_exim = exim
        self.mail_format = mail_format
        (self.imap_port, self.imaps_port, self.lmtp_port, self.smtp_port, self.smtps_port) = free_ports(5)
        as_root = os.geteuid() == 0
        owner = pwd.getpwnam("nobody") if as_root else pwd.getpwuid(os.geteuid())
        self.uid, self.gid, self.as_root = owner.pw_uid, owner.pw_gid, as_root
        self.user, self.group = owner.pw_name, grp.getgrgid(owner.pw_gid).gr_name
        self.internal_user, self.internal_group, self.login_user = (
            ("dovecot", "dovecot", "dovenull") if as_root else (self.user, self.group, self.user))
        try:
            os.chmod(self.folder, 0o755)
            self._make_certificate()
            if oauth2:
                self.introspection = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Introspection)
                threading.Thread(target=self.introspection.serve_forever, daemon=True).start()
            self._write_dovecot()
            self.start_dovecot()
            if exim:
                self._write_exim()
                self.start_exim()
        except BaseException:
            self.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        for name in list(self.children):
            self._stop(name)
        if self.introspection:
            self.introspection.shutdown()
            self.introspection.server_close()
            self.introspection = None
        shutil.rmtree(self.folder, ignore_errors=True)

    # ---- what tests use ------------------------------------------------------------------------

    @staticmethod
    def password(user):
        return user + "-secret"

    @staticmethod
    def token(user):
        return "token-for-" + user

    @property
    def ca_file(self):
        return os.path.join(self.folder, "tls", "ca.pem")

    def tls(self):
        return ssl.create_default_context(cafile=self.ca_file)

    def imap(self, user):
        box = imaplib.IMAP4_SSL("localhost", self.imaps_port, ssl_context=self.tls())
        box.login(user, self.password(user))
        return box

    def deliver(self, user, mail, sender="somebody@example.net"):
        self.deliver_many(user, [mail], sender)

    def deliver_many(self, user, mails, sender="somebody@example.net"):
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as lmtp:
            for mail in mails:
                lmtp.sendmail(sender, [user + "@" + DOMAIN], mail)

    def append(self, user, mails, folder="INBOX", date='"17-Jul-1996 02:44:25 -0700"'):
        box = self.imap(user)
        # MULTIAPPEND (RFC 3502) with LITERAL+ (RFC 7888): imaplib's own append waits twice for each mail.
        for first in range(0, len(mails), 500):
            parts = [b' %s {%d+}\r\n%s' % (date.encode(), len(mail), mail) for mail in mails[first:first + 500]]
            box.send(b'rig APPEND "%s"' % folder.encode() + b"".join(parts) + b"\r\n")
            while not (line := box.readline()).startswith(b"rig "):
                pass
            if not line.startswith(b"rig OK"):
                raise RuntimeError("APPEND: %r" % line)
        box.logout()

    def submit(self, user, recipients, mail):
        with smtplib.SMTP("localhost", self.smtp_port) as smtp:
            smtp.starttls(context=self.tls())
            smtp.login(user, self.password(user))
            addresses = [r if "@" in r else r + "@" + DOMAIN for r in recipients]
            smtp.sendmail(user + "@" + DOMAIN, addresses, mail)

    def mails(self, user, folder="INBOX"):
        """What lies in the folder, as bytes, in order, without setting flags."""
        box = self.imap(user)
        try:
            answer, count = box.select('"%s"' % folder, readonly=True)
            if answer != "OK" or count == [b"0"]:
                return []
            data = box.fetch("1:*", "(BODY.PEEK[])")[1]
            return [part[1] for part in data if isinstance(part, tuple)]
        finally:
            box.logout()

    def wait_for_mails(self, user, count, timeout_s=15, folder="INBOX"):
        end = time.monotonic() + timeout_s
        while True:
            found = self.mails(user, folder)
            if len(found) >= count:
                return found
            if time.monotonic() > end:
                raise AssertionError("%d mails for %s, not %d; exim says:\n%s" % (
                    len(found), user, count, tail(self._path("exim", "log", "mainlog"))))
            time.sleep(0.05)

    def proxy(self, target, **faults):
        return Proxy(target, **faults)

    def start_dovecot(self):
        self._start("dovecot", ["/usr/sbin/dovecot", "-F", "-c", self._path("dovecot", "dovecot.conf")])
        wait_for_greeting(self.imap_port, b"* OK", self.children["dovecot"], self._path("dovecot", "log", "main.log"))
        wait_for_greeting(self.lmtp_port, b"220", self.children["dovecot"], self._path("dovecot", "log", "main.log"))

    def start_exim(self):
        self._start("exim", ["/usr/sbin/exim4", "-C", self._path("exim", "exim.conf"), "-bdf", "-q2s"])
        wait_for_greeting(self.smtp_port, b"220", self.children["exim"], self._path("exim", "log", "mainlog"))

    def stop_dovecot(self):
        self._stop("dovecot")

    def stop_exim(self):
        self._stop("exim")

    def environment(self):
        """The rig in variables, for programs under test."""
        return {"RIG_IMAP_PORT": str(self.imap_port), "RIG_IMAPS_PORT": str(self.imaps_port),
                "RIG_LMTP_PORT": str(self.lmtp_port), "RIG_SMTP_PORT": str(self.smtp_port),
                "RIG_SMTPS_PORT": str(self.smtps_port), "RIG_CA_FILE": self.ca_file}

    # ---- how it is made ------------------------------------------------------------------------

    def _path(self, *parts):
        return os.path.join(self.folder, *parts)

    def _start(self, name, command):
        with open(self._path(name + ".out"), "ab") as out:
            self.children[name] = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
                                                   start_new_session=True)

    def _stop(self, name):
        """The whole process group, which is ours alone; SIGTERM would take Dovecot a second."""
        child = self.children.pop(name)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()

    def _make_certificate(self):
        tls = self._path("tls")
        os.mkdir(tls)

        def openssl(*arguments):
            subprocess.run(["openssl", *arguments], cwd=tls, check=True, stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        openssl("req", "-x509", *curve, "-keyout", "ca.key", "-out", "ca.pem", "-days", "3650", "-subj", "/CN=rig CA")
        openssl("req", *curve, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=localhost")
        with open(os.path.join(tls, "names"), "w") as f:
            f.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
        openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
                "-out", "server.pem", "-days", "3650", "-extfile", "names")
        os.chmod(os.path.join(tls, "server.key"), 0o644)  # exim reads it after dropping root; it guards nothing

    def _folders(self, *names):
        for name in names:
            os.makedirs(self._path(name), exist_ok=True)
            if self.as_root:
                os.chown(self._path(name), self.uid, self.gid)

    def _write_dovecot(self):
        os.mkdir(self._path("dovecot"))
        for name in ("run", "state", "log"):
            os.mkdir(self._path("dovecot", name))
        self._folders("mail")
        with open(self._path("dovecot", "users"), "w") as f:
            for user in USERS:
                f.write("%s:{PLAIN}%s::::::\n" % (user, self.password(user)))
        with open(self._path("dovecot", "oauth2.conf"), "w") as f:
            port = self.introspection.server_address[1] if self.introspection else 9
            f.write(OAUTH2_CONF % port)
        with open(self._path("dovecot", "dovecot.conf"), "w") as f:
            f.write(fill(DOVECOT_CONF, self._words()))

    def _write_exim(self):
        self._folders("exim", "exim/spool", "exim/log")
        if self.as_root:
            os.chown(self._path("exim"), 0, 0)  # exim as root trusts no configuration in somebody else's folder
        with open(self._path("exim", "exim.conf"), "w") as f:
            f.write(fill(EXIM_CONF, self._words()))

    def _words(self):
        words = {name: str(value) for name, value in vars(self).items() if isinstance(value, (str, int))}
        words["oauth2_passdb"] = fill(OAUTH2_PASSDB, words) if self.introspection else ""
        words["mechanisms"] = "plain login" + (" xoauth2 oauthbearer" if self.introspection else "")
        return words


def fill(text, words):
    return re.sub(r"@(\w+)@", lambda match: words[match.group(1)], text)


OAUTH2_CONF = """introspection_mode = auth
introspection_url = http://127.0.0.1:%d/introspect?t=
username_attribute = username
active_attribute = active
active_value = true
"""

OAUTH2_PASSDB = """passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = @folder@/dovecot/oauth2.conf
}
"""

DOVECOT_CONF = """base_dir = @folder@/dovecot/run
state_dir = @folder@/dovecot/state
log_path = @folder@/dovecot/log/main.log
info_log_path = @folder@/dovecot/log/info.log
protocols = imap lmtp
listen = 127.0.0.1, 127.0.0.2
default_internal_user = @internal_user@
default_internal_group = @internal_group@
default_login_user = @login_user@
mail_uid = @user@
mail_gid = @group@
first_valid_uid = 0
first_valid_gid = 0
mail_home = @folder@/mail/%n
mail_location = @mail_format@:~/Mail
ssl = yes
ssl_cert = <@folder@/tls/server.pem
ssl_key = <@folder@/tls/server.key
disable_plaintext_auth = no
auth_mechanisms = @mechanisms@
auth_failure_delay = 0
auth_cache_size = 0
mail_max_userip_connections = 100
mail_fsync = never
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
auth_username_format = %Ln
@oauth2_passdb@passdb {
  driver = passwd-file
  mechanisms = plain login
  args = scheme=PLAIN username_format=%n @folder@/dovecot/users
}
userdb {
  driver = passwd-file
  args = username_format=%n @folder@/dovecot/users
  default_fields = uid=@user@ gid=@group@ home=@folder@/mail/%n
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  chroot =
  inet_listener imap {
    port = @imap_port@
  }
  inet_listener imaps {
    port = @imaps_port@
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = @lmtp_port@
  }
}
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
"""

EXIM_CONF = r"""exim_user = @user@
exim_group = @group@
primary_hostname = mail.example.org
spool_directory = @folder@/exim/spool
log_file_path = @folder@/exim/log/%slog
pid_file_path = @folder@/exim/spool/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = @smtp_port@ : @smtps_port@
tls_on_connect_ports = @smtps_port@
deliver_drop_privilege = true
never_users =
domainlist local_domains = example.org
tls_advertise_hosts = *
tls_certificate = @folder@/tls/server.pem
tls_privatekey = @folder@/tls/server.key
auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
smtputf8_advertise_hosts = *
dsn_advertise_hosts = *
accept_8bitmime = true
smtp_accept_max = 50
smtp_accept_max_per_connection = 100000
smtp_accept_queue_per_connection = 0
rfc1413_hosts =
host_lookup =
dns_ipv4_lookup = *
message_size_limit = 50M
keep_environment =
acl_smtp_mail = acl_mail
acl_smtp_rcpt = acl_rcpt
acl_smtp_predata = acl_predata
acl_smtp_data = acl_data
ignore_bounce_errors_after = 0s
untrusted_set_sender = *
begin acl
acl_mail:
  defer condition = ${if eq{$sender_address_local_part}{mailtemp}}
        message = 4.3.0 not now, says MAIL
  deny  condition = ${if eq{$sender_address_local_part}{mailperm}}
        message = 5.7.1 never, says MAIL
  accept
acl_rcpt:
  deny  message = 5.7.0 Authentication required
        !authenticated = *
  defer local_parts = tempfail
        message = 4.3.0 not now, says RCPT
  defer local_parts = greylist
        !seen = -1s / key=${sender_address}_${local_part}
        message = 4.7.1 greylisted
  deny  local_parts = permfail
        message = 5.1.1 never, says RCPT
  drop  local_parts = dropit
        message = 5.3.2 goodbye, says RCPT
  warn  local_parts = slow
        delay = 5s
  accept
acl_predata:
  defer condition = ${if match{$recipients}{predatatemp@}}
        message = 4.3.0 not now, says DATA
  accept
acl_data:
  defer condition = ${if match{$recipients}{datatemp@}}
        message = 4.3.0 not now, says the dot
  deny  condition = ${if match{$recipients}{dataperm@}}
        message = 5.6.0 never, says the dot
  warn  condition = ${if match{$recipients}{dataslow@}}
        delay = 8s
  drop  condition = ${if match{$recipients}{datadrop@}}
        message = 5.3.2 goodbye, says the dot
  accept
begin routers
bounce_later:
  driver = redirect
  local_parts = bouncelater
  allow_fail
  data = :fail: 5.1.1 nobody here any more
local:
  driver = manualroute
  domains = +local_domains
  transport = lmtp
  route_list = * 127.0.0.1 byname
  self = send
begin transports
lmtp:
  driver = smtp
  protocol = lmtp
  port = @lmtp_port@
  hosts_try_fastopen =
  multi_domain
  max_rcpt = 100
  connection_max_messages = 500
begin retry
*  *  F,1h,5s
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${if eq{$auth3}{$auth2-secret}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${if eq{$auth2}{$auth1-secret}}
  server_set_id = $auth1
xoauth2:
  driver = plaintext
  public_name = XOAUTH2
  server_prompts = :
  server_condition = ${if match{$auth1}{Bearer token-for-}}
  server_set_id = oauth2
"""


def main():
    with Rig(oauth2=True) as rig:
        for name, value in rig.environment().items():
            print("%s=%s" % (name, value))
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
