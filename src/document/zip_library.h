// libzip, loaded when the first zip is read.
#pragma once

#include <zip.h>

#include "document/late_library.h"

namespace jiheng {

struct ZipLibrary {
  LateLibrary library{"libzip.so.4"};
// NOLINTNEXTLINE(bugprone-macro-parentheses): a name to be declared
#define JIHENG_ZIP(name) decltype(&zip_##name) name = library.function<decltype(&zip_##name)>("zip_" #name)
  JIHENG_ZIP(error_init);
  JIHENG_ZIP(error_fini);
  JIHENG_ZIP(error_strerror);
  JIHENG_ZIP(source_buffer_create);
  JIHENG_ZIP(source_free);
  JIHENG_ZIP(open_from_source);
  JIHENG_ZIP(discard);
  JIHENG_ZIP(get_num_entries);
  JIHENG_ZIP(stat_index);
  JIHENG_ZIP(strerror);
  JIHENG_ZIP(fopen_index);
  JIHENG_ZIP(fread);
  JIHENG_ZIP(fclose);
#undef JIHENG_ZIP
};

/// Check `library.loaded()` before the first call.
inline const ZipLibrary& zip_library() {
  static const ZipLibrary library;
  return library;
}

}  // namespace jiheng
