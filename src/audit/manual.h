// Manual: one rule as a page of Markdown, from the rule itself: `jiheng explain` and docs/rules/*.md.
#pragma once

#include <string>

#include "audit/rule.h"

namespace jiheng::audit {

enum class Language { Chinese, English };

/// The page of one rule: title, severity, source, what and why and remedy, examples.
std::string manual_page(const Rule& rule, Language language);
/// The table of all rules with links to their pages (docs/rules/README.md).
std::string manual_index(Language language);

}  // namespace jiheng::audit
