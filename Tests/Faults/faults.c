// A shim between a program and the C library that makes system calls fail, for scripts/test-faults.
//
//   LD_PRELOAD=faults.so FAULT_READ=… FAULT_WRITE=… FAULT_CLOSE=… FAULT_SYNC=… FAULT_RENAME=… PROGRAM
//
//   eintr      every second call is interrupted by a signal
//   eagain     every second call finds nothing ready
//   short      a call does less than it is asked for, one byte to seven
//   CODE:N     behind N bytes (of close, fsync and rename: at the Nth call) the error of this number
//
// Standard error is left alone, and so is what the loader reads before the program begins.
// With OPEN_LOG=FILE every path that is opened is written there, and RUN or NET where a program is started or the
// network used; with GETENV_LOG=FILE every variable that is asked for.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char **environ;

/// What one kind of call suffers.
struct fault {
  const char *name;
  int is_ready, is_interrupted, is_blocked, is_short;
  int code;
  long limit;
  long done;
  unsigned calls;
};

static struct fault reading = {"FAULT_READ"}, writing = {"FAULT_WRITE"}, closing = {"FAULT_CLOSE"},
                    syncing = {"FAULT_SYNC"}, renaming = {"FAULT_RENAME"};

/// The environment without the C library, whose getenv is watched.
static const char *setting(const char *name) {
  size_t length = strlen(name);
  for (char **entry = environ; entry && *entry; entry++)
    if (strncmp(*entry, name, length) == 0 && (*entry)[length] == '=') return *entry + length + 1;
  return NULL;
}

static void prepare(struct fault *fault) {
  if (fault->is_ready) return;
  fault->is_ready = 1;
  const char *what = setting(fault->name);
  if (!what) return;
  if (strcmp(what, "eintr") == 0) fault->is_interrupted = 1;
  else if (strcmp(what, "eagain") == 0) fault->is_blocked = 1;
  else if (strcmp(what, "short") == 0) fault->is_short = 1;
  else sscanf(what, "%d:%ld", &fault->code, &fault->limit);
}

/// How much of `count` may be done now; -1 with errno where nothing may.
static ssize_t allowance(struct fault *fault, size_t count) {
  prepare(fault);
  fault->calls++;
  if (fault->is_interrupted && fault->calls % 2) { errno = EINTR; return -1; }
  if (fault->is_blocked && fault->calls % 2) { errno = EAGAIN; return -1; }
  if (fault->is_short) { size_t few = 1 + fault->calls % 7; return count < few ? (ssize_t)count : (ssize_t)few; }
  if (fault->code) {
    if (fault->done >= fault->limit) { errno = fault->code; return -1; }
    long rest = fault->limit - fault->done;
    return (long)count < rest ? (ssize_t)count : rest;
  }
  return (ssize_t)count;
}

ssize_t read(int fd, void *buffer, size_t count) {
  ssize_t allowed = fd == 2 ? (ssize_t)count : allowance(&reading, count);
  if (allowed < 0) return -1;
  ssize_t result = syscall(SYS_read, fd, buffer, allowed);
  if (result > 0) reading.done += result;
  return result;
}

ssize_t write(int fd, const void *buffer, size_t count) {
  ssize_t allowed = fd == 2 ? (ssize_t)count : allowance(&writing, count);
  if (allowed < 0) return -1;
  ssize_t result = syscall(SYS_write, fd, buffer, allowed);
  if (result > 0 && fd != 2) writing.done += result;
  return result;
}

/// A call without bytes, such as close: the Nth one fails.
static int fails(struct fault *fault) {
  prepare(fault);
  fault->calls++;
  if (fault->is_interrupted && fault->calls % 2) { errno = EINTR; return 1; }
  if (fault->code && (long)fault->calls == fault->limit) { errno = fault->code; return 1; }
  return 0;
}

int close(int fd) {
  int failed = fd != 2 && fails(&closing);
  int code = errno;
  int result = (int)syscall(SYS_close, fd);  // Linux frees the descriptor all the same
  if (!failed) return result;
  errno = code;
  return -1;
}

int fsync(int fd) { return fails(&syncing) ? -1 : (int)syscall(SYS_fsync, fd); }

int rename(const char *from, const char *to) {
  return fails(&renaming) ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

static void note(const char *log, const char *word) {
  const char *path = setting(log);
  if (!path || !word) return;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (fd < 0) return;
  (void)!syscall(SYS_write, fd, word, strlen(word));
  (void)!syscall(SYS_write, fd, "\n", 1);
  syscall(SYS_close, fd);
}

static int open_noted(const char *path, int flags, va_list rest) {
  int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
  note("OPEN_LOG", path);
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int fd = open_noted(path, flags, rest);
  va_end(rest);
  return fd;
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int fd = open_noted(path, flags, rest);
  va_end(rest);
  return fd;
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
  va_end(rest);
  note("OPEN_LOG", path);
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

// What no filter does at all.
int socket(int domain, int type, int protocol) {
  note("OPEN_LOG", "NET");
  return (int)syscall(SYS_socket, domain, type, protocol);
}

pid_t fork(void) {
  note("OPEN_LOG", "RUN");
  errno = EAGAIN;
  return -1;
}

int execve(const char *path, char *const arguments[], char *const variables[]) {
  note("OPEN_LOG", "RUN");
  return (int)syscall(SYS_execve, path, arguments, variables);
}

int posix_spawn(pid_t *id, const char *path, const void *actions, const void *attributes,
                char *const arguments[], char *const variables[]) {
  note("OPEN_LOG", "RUN");
  return EAGAIN;
}

char *getenv(const char *name) {
  note("GETENV_LOG", name);
  return (char *)setting(name);
}
