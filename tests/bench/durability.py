#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""durability.py BUILD [MAILS]: what it costs that a mail which was recorded or sent stays so whatever happens to the
machine: the time of a run beside the time of the same run with syncs that do nothing (tests/tools/no_sync.c), in turns,
the median of three each. The folder of the build decides which disk is measured.

MAILS (3,000) answers to ten decisions come out of an IMAP folder; first recorded alone, everybody having said "receipts
off"; then each is answered, too, and what is owed goes out into a Maildir, where each mail is a file that is synced."""

import os
import re
import shutil
import statistics
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from end_to_end import (EXIT_UNAVAILABLE, TYPICAL, configuration, count, expect_handled, fill, line, seconds,  # noqa: E402
                        without_receipts)
from rig import Rig  # noqa: E402

ROUNDS = 3


def outlet_to_maildir(path):
    with open(path) as f:
        text = f.read()
    with open(path, "w") as f:
        f.write(re.sub(r"(?s)\[outlet\].*?\[mail\]", '[outlet]\nurl = "maildir:sent"\n[mail]', text))


def run(build, home, config, user, mails, durable):
    """Seconds for the whole folder, from nothing."""
    for made in (os.path.join(home, user + "-state"), os.path.join(home, "sent")):
        shutil.rmtree(made, ignore_errors=True)
    os.sync()
    shim = [] if durable else ["env", "LD_PRELOAD=" + os.path.join(build, "tests", "no_sync.so")]
    took = seconds([*shim, build + "/assentd", "--config", config, "--once"], home + "/run.log", (0, EXIT_UNAVAILABLE))
    expect_handled(home, user, mails)
    return took


def compare(build, home, rig, user, mails, sending):
    config = configuration(home, rig, user)
    before = TYPICAL.openings() + ([] if sending else without_receipts())
    if sending:
        outlet_to_maildir(config)
    rig.append(user, before, date=time.strftime('"%d-%b-%Y %H:%M:%S +0000"', time.gmtime()))
    fill(rig, user, TYPICAL, 0, mails)
    took = {True: [], False: []}
    for _ in range(ROUNDS):
        for durable in (False, True):
            took[durable].append(run(build, home, config, user, mails + len(before), durable))
    durable, free = statistics.median(took[True]), statistics.median(took[False])
    what = "recorded, answered, sent" if sending else "recorded"
    line(what + ", mails/s", "%.0f" % (mails / durable))
    if sending:
        sent = count(home, user, "outbox WHERE state = 'sent'")
        line("  mails sent for them", str(sent))
    line("  without syncs, mails/s", "%.0f" % (mails / free))
    line("  durability costs, times", "%.2f" % (durable / free), "target: 2")


def main(build, mails=3_000):
    home = tempfile.mkdtemp(prefix="durability-", dir=build)
    try:
        with Rig(exim=False) as rig:
            compare(build, home, rig, "decisions", mails, sending=False)
            compare(build, home, rig, "bench", mails, sending=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), *map(int, sys.argv[2:]))
