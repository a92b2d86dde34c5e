// Version of the program, from CMakeLists.txt.
#pragma once

namespace jiheng {

inline constexpr const char* kVersion = JIHENG_VERSION;

}  // namespace jiheng
