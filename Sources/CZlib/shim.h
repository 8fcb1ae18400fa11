#ifndef FIELDBOOK_CZLIB_SHIM_H
#define FIELDBOOK_CZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

// deflateInit2 is a macro, which Swift cannot call; 31 asks for the gzip format with the largest window.
static inline int fieldbook_gzip_start(z_stream *stream, int level) {
  memset(stream, 0, sizeof *stream);
  return deflateInit2(stream, level, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY);
}

#endif
