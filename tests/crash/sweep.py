# SPDX-License-Identifier: Apache-2.0
"""Many disturbances of one conversation, each tried from a copy of it; a sample of them, or with --all every one, which
takes a while and says how far it is."""

import concurrent.futures
import os
import random
import sys
import tempfile
import time

EVERY = "--all" in sys.argv
TO_THE_END = 0.02  # of them are played to the end of the script whatever they led to: nobody has to believe the shortcut
ARGUMENTS = [a for a in sys.argv if a != "--all"]


def folder():
    """Where it is played: in memory, if there are many. A process that ends loses nothing of what it wrote to either."""
    return tempfile.TemporaryDirectory(dir="/dev/shm" if EVERY and os.path.isdir("/dev/shm") else None)


def chosen(found, sample, seed):
    return found if EVERY else random.Random(seed).sample(found, min(sample, len(found)))


class Progress:
    def __init__(self, name, total):
        self.name, self.total, self.begun, self.told = name, total, time.monotonic(), time.monotonic()
        self.done = self.wrong = 0

    def step(self, case, wrong):
        self.done += 1
        self.wrong += wrong is not None
        if not EVERY:
            return
        if wrong:
            self._say("%s: %s" % (case, wrong))
        if time.monotonic() - self.told > 30:
            self.told = time.monotonic()
            self._say("%d of %d in %d s, %d wrong" % (self.done, self.total, self.told - self.begun, self.wrong))

    def _say(self, what):
        print("%s: %s" % (self.name, what), file=sys.stderr, flush=True)


def sweep(name, cases, act):
    """act(case, to_the_end) gives what went wrong, or nothing, and how many mails went twice. Gives all that went wrong,
    and how many mails went twice."""
    chance = random.Random(4)
    ends = [not EVERY or chance.random() < TO_THE_END for _ in cases]
    progress, wrong, twice = Progress(name, len(cases)), [], 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        for case, (failed, again) in zip(cases, workers.map(act, cases, ends)):
            progress.step(case, failed)
            twice += again
            if failed:
                wrong.append("%s: %s" % (case, failed))
    return wrong, twice
