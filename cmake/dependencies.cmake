# Libraries, all from Debian 12 (see tools/install_dependencies).
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(GTest)
pkg_check_modules(poppler REQUIRED IMPORTED_TARGET poppler)
pkg_check_modules(libqpdf REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# Small libraries are linked as archives where there are any: each shared one costs every start of the program.
# Of fmt there is none, so its code is compiled in (fmt::fmt-header-only).
foreach(library gumbo pugixml seccomp)
  find_library(${library}_archive NAMES lib${library}.a)
  if(${library}_archive)
    set_target_properties(PkgConfig::${library} PROPERTIES INTERFACE_LINK_LIBRARIES "${${library}_archive}")
  endif()
endforeach()
