#ifndef FIELDBOOK_CCMARKGFM_SHIM_H
#define FIELDBOOK_CCMARKGFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm_version.h>

// 0.29.0.gfm.6 is what Debian 12 ships; nothing younger may be called outside this header.
#if CMARK_GFM_VERSION < ((0 << 24) | (29 << 16) | (0 << 8) | 6)
#error "Fieldbook needs cmark-gfm 0.29.0.gfm.6 or newer (Debian 12: libcmark-gfm-dev and libcmark-gfm-extensions-dev)"
#endif

#endif
