// Language: users read Chinese first; --lang en (or JIHENG_LANG=en) gives English. Every sentence stands
// where it is said, in both languages side by side, so that neither goes stale unseen.
#pragma once

#include <string>
#include <string_view>

namespace jiheng {

enum class Language { Chinese, English };

/// The one of two sentences that is in the user's language.
inline std::string_view tr(Language language, std::string_view chinese, std::string_view english) {
  return language == Language::English && !english.empty() ? english : chinese;
}

}  // namespace jiheng
