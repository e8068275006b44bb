/* A disk that fails at the n-th step: loaded before the C library, it counts what writes, syncs, renames and removes
   inside one folder, and lets one of these steps fail (EIO), or all that need room from it on (ENOSPC), or ends the
   process in the middle of it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NOTHING, BROKEN, FULL, KILLED };
static char root[4096];
static long at, seen;
static int kind;

void disk_arm(const char *folder, long step, int what) {
    snprintf(root, sizeof root, "%s", folder);
    at = step, kind = what, seen = 0;
}

long disk_steps(void) { return __atomic_load_n(&seen, __ATOMIC_SEQ_CST); }

static int within(const char *path) { return root[0] && path && strncmp(path, root, strlen(root)) == 0; }

static int inside(int file) {
    char link[64], path[4096];
    if (!root[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return within(path);
}

static long step(void) { return __atomic_add_fetch(&seen, 1, __ATOMIC_SEQ_CST); }

static int fails(long now, int takes_room) {
    if (kind == KILLED && now == at) kill(getpid(), SIGKILL);
    if (kind == BROKEN && now == at) return errno = EIO, 1;
    if (kind == FULL && now >= at && takes_room) return errno = ENOSPC, 1;
    return 0;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)
#define WRITES(name, given, passed, halved)                                      \
    ssize_t name given {                                                         \
        REAL(ssize_t, #name, int, const void *, size_t, off_t);                  \
        if (inside(file)) {                                                      \
            long now = step();                                                   \
            if (kind == KILLED && now == at) real halved; /* a torn write */     \
            if (fails(now, 1)) return -1;                                        \
        }                                                                        \
        return real passed;                                                      \
    }
#define STEPS(name, given, types, passed, is_ours, takes_room)                   \
    int name given {                                                             \
        REAL(int, #name, types);                                                 \
        if ((is_ours) && fails(step(), takes_room)) return -1;                   \
        return real passed;                                                      \
    }
#define T(...) __VA_ARGS__

WRITES(write, (int file, const void *from, size_t count), (file, from, count, 0), (file, from, count / 2, 0))
WRITES(pwrite, (int file, const void *from, size_t count, off_t to), (file, from, count, to), (file, from, count / 2, to))
WRITES(pwrite64, (int file, const void *from, size_t count, off_t to), (file, from, count, to), (file, from, count / 2, to))
STEPS(fsync, (int file), T(int), (file), inside(file), 1)
STEPS(fdatasync, (int file), T(int), (file), inside(file), 1)
STEPS(ftruncate, (int file, off_t size), T(int, off_t), (file, size), inside(file), 0)
STEPS(ftruncate64, (int file, off_t size), T(int, off_t), (file, size), inside(file), 0)
STEPS(rename, (const char *old, const char *new), T(const char *, const char *), (old, new), within(old), 1)
STEPS(unlink, (const char *path), T(const char *), (path), within(path), 0)
STEPS(mkdir, (const char *path, mode_t mode), T(const char *, mode_t), (path, mode), within(path), 1)
