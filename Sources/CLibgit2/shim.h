#ifndef FIELDBOOK_CLIBGIT2_SHIM_H
#define FIELDBOOK_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

// For writing packs; libgit2 itself stands on it.
#include <zlib.h>

// Nothing younger than this release may be called outside this header.
#if LIBGIT2_VER_MAJOR < 1 || (LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 5)
#error "Fieldbook needs libgit2 1.5 or newer (Debian 12: libgit2-dev, Homebrew: libgit2)"
#endif

// How many bytes an object id has in this build of libgit2.
static const int fieldbook_git_id_bytes = sizeof(((git_oid *)0)->id);

// git_libgit2_opts is variadic, which Swift cannot call.
static inline int fieldbook_git_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int fieldbook_git_set_strict_hash_verification(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int fieldbook_git_set_fsync(int enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

static inline int fieldbook_git_set_cache_bytes(ssize_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

static inline int fieldbook_git_set_cache_object_limit(git_object_t type, size_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, bytes);
}

// Extensions that change nothing about reading: one forbids deleting objects, the other says that some are absent.
static inline int fieldbook_git_accept_harmless_extensions(void) {
  const char *names[] = {"preciousobjects", "partialclone"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, (size_t)2);
}

#endif
