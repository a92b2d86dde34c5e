#include "document/html/markup_check.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text.h"
#include "document/refusal.h"

namespace jiheng {
namespace {

constexpr std::size_t kMaxAttributes = 2000;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 16> kVoid = {"area",  "base",  "br",    "col",     "embed", "hr",
                                                    "img",   "input", "link",  "meta",    "param", "source",
                                                    "track", "wbr",   "frame", "basefont"};
constexpr std::array<std::string_view, 6> kRawText = {"script", "style", "textarea", "title", "xmp", "noframes"};

// An opening tag that ends an earlier one of its own kind, and where it stops looking for it.
struct Implied {
  std::string_view opens;
  std::array<std::string_view, 2> ends, until;
};
constexpr std::array<Implied, 9> kImplied = {{{"p", {"p", "p"}, {"", ""}},
                                              {"li", {"li", "li"}, {"ul", "ol"}},
                                              {"td", {"td", "th"}, {"table", "tr"}},
                                              {"th", {"td", "th"}, {"table", "tr"}},
                                              {"tr", {"tr", "tr"}, {"table", "table"}},
                                              {"tbody", {"tbody", "thead"}, {"table", "table"}},
                                              {"dt", {"dt", "dd"}, {"dl", "dl"}},
                                              {"dd", {"dt", "dd"}, {"dl", "dl"}},
                                              {"option", {"option", "option"}, {"select", "select"}}}};

class Scan {
 public:
  Scan(std::string_view html, int max_depth) : html_(html), max_depth_(static_cast<std::size_t>(max_depth)) {}

  Result<void> run() {
    for (at_ = html_.find('<'); at_ < html_.size(); at_ = html_.find('<', at_)) {
      if (starts_with(html_.substr(at_, 4), "<!--")) {
        pass("-->");
      } else if (at_ + 1 < html_.size() && is_letter(html_[at_ + 1])) {
        if (!open()) return too_large({}, "网页中一个标签的属性过多", "an HTML tag has too many attributes");
        if (open_.size() > max_depth_) return too_large({}, "网页嵌套过深", "the HTML is nested too deep");
      } else if (at_ + 2 < html_.size() && html_[at_ + 1] == '/' && is_letter(html_[at_ + 2])) {
        close();
      } else {
        ++at_;
      }
    }
    return {};
  }

 private:
  void pass(std::string_view mark) {
    const std::size_t end = html_.find(mark, at_);
    at_ = end == std::string_view::npos ? html_.size() : end + mark.size();
  }

  std::string read_name() {
    std::string name;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      if (name.size() < 16) name.push_back(is_letter(html_[at_]) ? static_cast<char>(html_[at_] | 0x20) : html_[at_]);
      ++at_;
    }
    return name;
  }

  // Moves past the tag's '>' and counts its attributes.
  std::size_t read_attributes() {
    std::size_t attributes = 0;
    char quote = 0;
    bool in_name = false;
    for (; at_ < html_.size(); ++at_) {
      const char c = html_[at_];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && html_[at_ - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        ++at_;
        break;
      } else if (is_blank(c) || c == '/') {
        in_name = false;
      } else if (!in_name) {
        in_name = true;
        ++attributes;
      }
    }
    return attributes;
  }

  bool open() {
    ++at_;
    const std::string name = read_name();
    const std::size_t attributes = read_attributes();
    if (attributes > kMaxAttributes) return false;
    if (one_of(name, kVoid) || html_[at_ - 2] == '/') return true;
    if (one_of(name, kRawText)) {
      skip_raw_text(name);
      return true;
    }
    for (const Implied& implied : kImplied) {
      if (implied.opens == name) end_implied(implied);
    }
    open_.push_back(name);
    return true;
  }

  void end_implied(const Implied& implied) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == implied.ends[0] || open_[i] == implied.ends[1]) {
        open_.resize(i);
        return;
      }
      if (implied.until[0].empty() || open_[i] == implied.until[0] || open_[i] == implied.until[1]) return;
    }
  }

  void skip_raw_text(const std::string& name) {
    while (at_ < html_.size()) {
      const std::size_t end = html_.find("</", at_);
      if (end == std::string_view::npos) {
        at_ = html_.size();
        return;
      }
      at_ = end + 2;
      if (read_name() == name) return;
    }
  }

  void close() {
    at_ += 2;
    const std::string name = read_name();
    pass(">");
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found != open_.rend()) open_.erase(found.base() - 1, open_.end());
  }

  std::string_view html_;
  std::size_t max_depth_, at_ = 0;
  std::vector<std::string> open_;
};

}  // namespace

Result<void> check_markup(std::string_view html, int max_depth) {
  return Scan(html, max_depth).run();
}

}  // namespace jiheng
