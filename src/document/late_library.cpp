#include "document/late_library.h"

#include <dlfcn.h>

namespace jiheng {

LateLibrary::LateLibrary(const char* soname) : handle_(dlopen(soname, RTLD_LAZY | RTLD_LOCAL)) {}

void* LateLibrary::symbol(const char* name) {
  void* found = handle_ == nullptr ? nullptr : dlsym(handle_, name);
  complete_ = complete_ && found != nullptr;
  return found;
}

}  // namespace jiheng
