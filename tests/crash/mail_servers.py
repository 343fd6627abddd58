# SPDX-License-Identifier: Apache-2.0
"""The scripted conversation between an IMAP folder and a submission server (tests/peers)."""

import copy
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "peers"))
from conversation import Setting  # noqa: E402
from peers import ImapPeer, Mails, SmtpPeer  # noqa: E402


class MailServers(Setting):
    after = "keep"

    def __init__(self, folder, mails=None, accepted=()):
        self.imap = ImapPeer(mails or Mails())
        self.smtp = SmtpPeer()
        self.smtp.accepted = list(accepted)
        secret = 'password_file = "secret"\ntls = "none"'
        self.inbox = 'url = "imap://decisions@127.0.0.1:%d/INBOX"\nafter = "%s"\n%s' % (self.imap.port, self.after, secret)
        self.outlet = 'url = "smtp://decisions@127.0.0.1:%d"\n%s' % (self.smtp.port, secret)
        super().__init__(folder)
        path = os.path.join(folder, "secret")
        with open(path, "w") as file:
            file.write("hunter2\n")
        os.chmod(path, 0o600)

    def deliver(self, mail, arrived):
        self.imap.mails.add(mail, arrived)

    def sent(self):
        return list(self.smtp.accepted)

    def left(self):
        return []

    def waiting(self):
        return sorted(vars(self.imap.mails).items())

    def copy(self, folder):
        shutil.copytree(self.folder, folder)
        return type(self)(folder, copy.deepcopy(self.imap.mails), self.smtp.accepted)

    def close(self):
        self.imap.close()
        self.smtp.close()


class MovingMailServers(MailServers):
    after = "move:Handled"

    def left(self):
        return list(self.imap.mails.present)
