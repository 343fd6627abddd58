/* SPDX-License-Identifier: Apache-2.0
   For LD_PRELOAD: nothing is ever brought to the disk before its time, and everybody is told that it was. What a program
   with this does is what it would do if durability were free. */
#define _GNU_SOURCE
#include <stddef.h>
#include <sys/mman.h>
#include <unistd.h>

int fsync(int file) {
    (void)file;
    return 0;
}

int fdatasync(int file) {
    (void)file;
    return 0;
}

int msync(void *begin, size_t size, int flags) {
    (void)begin, (void)size, (void)flags;
    return 0;
}
