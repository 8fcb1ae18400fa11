/* Kills the program that it is preloaded into at its nth change of the file system (KILL_AT, from 1): a write is torn in
   half first, anything else never happens. With KILL_COUNT=<file> nothing is killed and the number of changes is put
   there. Linux, glibc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long changes;

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* Whether the time has come. */
static int due(void) {
  static atomic_long wanted = -1;
  if (wanted < 0) {
    const char *at = getenv("KILL_AT");
    wanted = at ? atol(at) : 0;
  }
  return atomic_fetch_add(&changes, 1) + 1 == wanted;
}

static void step(void) {
  if (due()) die();
}

static int isFile(int descriptor) {
  struct stat about;
  return fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("KILL_COUNT");
  if (!path) return;
  long count = changes;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld\n", count);
  fclose(file);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (isFile(descriptor) && due()) {
    NEXT(write)(descriptor, bytes, count / 2);
    die();
  }
  return NEXT(write)(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  if (isFile(descriptor) && due()) {
    NEXT(pwrite)(descriptor, bytes, count / 2, offset);
    die();
  }
  return NEXT(pwrite)(descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  if (isFile(descriptor) && due()) {
    NEXT(pwrite64)(descriptor, bytes, count / 2, offset);
    die();
  }
  return NEXT(pwrite64)(descriptor, bytes, count, offset);
}

static mode_t mode(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }

#define OPEN(name)                                   \
  int name(const char *path, int flags, ...) {       \
    va_list rest;                                    \
    va_start(rest, flags);                           \
    mode_t wanted = mode(flags, rest);               \
    va_end(rest);                                    \
    if (flags & (O_CREAT | O_TRUNC)) step();         \
    return NEXT(name)(path, flags, wanted);          \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                            \
  int name(int folder, const char *path, int flags, ...) {      \
    va_list rest;                                               \
    va_start(rest, flags);                                      \
    mode_t wanted = mode(flags, rest);                          \
    va_end(rest);                                               \
    if (flags & (O_CREAT | O_TRUNC)) step();                    \
    return NEXT(name)(folder, path, flags, wanted);             \
  }
OPENAT(openat)
OPENAT(openat64)

#define STEP(result, name, parameters, ...)   \
  result name parameters {                    \
    step();                                   \
    return NEXT(name)(__VA_ARGS__);           \
  }
STEP(int, rename, (const char *from, const char *to), from, to)
STEP(int, renameat, (int one, const char *from, int other, const char *to), one, from, other, to)
STEP(int, renameat2, (int one, const char *from, int other, const char *to, unsigned flags), one, from, other, to, flags)
STEP(int, link, (const char *from, const char *to), from, to)
STEP(int, unlink, (const char *path), path)
STEP(int, unlinkat, (int folder, const char *path, int flags), folder, path, flags)
STEP(int, mkdir, (const char *path, mode_t mode), path, mode)
STEP(int, rmdir, (const char *path), path)
STEP(int, ftruncate, (int descriptor, off_t length), descriptor, length)
STEP(int, fsync, (int descriptor), descriptor)
