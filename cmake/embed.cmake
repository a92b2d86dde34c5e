# Writes OUTPUT, a .cpp with the FILES (separated by ';', below SOURCE) as string literals.
# Run as a script: cmake -DSOURCE=… -DFILES=… -DOUTPUT=… -P embed.cmake
set(code "// Made by cmake/embed.cmake; do not edit.\n#include \"config/embedded.h\"\n\nnamespace jiheng {\n\nconst std::vector<EmbeddedFile>& embedded_files() {\n  static const std::vector<EmbeddedFile> files = {\n")
foreach(path ${FILES})
  file(READ "${SOURCE}/${path}" text HEX)
  string(LENGTH "${text}" digits)
  math(EXPR bytes "${digits} / 2")
  # One source line a line of the file: escapes end at the closing quote.
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" text "${text}")
  string(REPLACE "\\x0a" "\\x0a\"\n      \"" text "${text}")
  string(APPEND code "      {\"${path}\", std::string_view(\"${text}\", ${bytes})},\n")
endforeach()
string(APPEND code "  };\n  return files;\n}\n\n}  // namespace jiheng\n")
file(WRITE "${OUTPUT}" "${code}")
