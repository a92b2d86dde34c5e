// LateLibrary: a shared library that is loaded when first needed. Linking libzip, qpdf and their
// dependencies doubled the time the program takes to start, for every file that needs none of them.
//
// Functions keep their types: `library.function<decltype(&zip_fread)>("zip_fread")`.
#pragma once

namespace jiheng {

class LateLibrary {
 public:
  /// Loads the library of that name now; it stays until the program ends.
  explicit LateLibrary(const char* soname);

  [[nodiscard]] bool loaded() const { return handle_ != nullptr && complete_; }
  /// The function of that name, or nullptr; a missing one makes the library count as not loaded.
  template <class F>
  [[nodiscard]] F function(const char* name) {
    return reinterpret_cast<F>(symbol(name));
  }

 private:
  void* symbol(const char* name);

  void* handle_;
  bool complete_ = true;
};

}  // namespace jiheng
