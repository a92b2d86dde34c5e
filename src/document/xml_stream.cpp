#include "document/xml_stream.h"

#include <array>
#include <charconv>
#include <utility>

#include "core/text.h"

namespace jiheng {
namespace {

constexpr std::size_t kPiece = 256U << 10;  ///< read at once
constexpr std::size_t kMaxToken = 64U << 20;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

XmlStream::XmlStream(Source source, int max_depth) : source_(std::move(source)), max_depth_(max_depth) {}
XmlStream::XmlStream(std::string_view text, int max_depth) : window_(text), ended_(true), max_depth_(max_depth) {}

// Reads one more piece behind what is still needed. Views into the buffer become invalid.
bool XmlStream::fill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  if (kept > kMaxToken) {
    problem_ = "one piece of markup or text is too long";
    ended_ = true;
    window_ = buffer_;
    return false;
  }
  buffer_.resize(kept + kPiece);
  const long got = source_(buffer_.data() + kept, kPiece);
  if (got <= 0) {
    ended_ = true;
    if (got < 0) problem_ = "the packed data is broken";
  }
  buffer_.resize(kept + static_cast<std::size_t>(got > 0 ? got : 0));
  window_ = buffer_;
  return got > 0;
}

// Where `mark` stands at or after `from` (both relative to at_), reading on as needed.
bool XmlStream::find(std::string_view mark, std::size_t from, std::size_t& at) {
  while (true) {
    const std::size_t found = window_.find(mark, at_ + from);
    if (found != std::string_view::npos) {
      at = found - at_;
      return true;
    }
    const std::size_t length = window_.size() - at_;
    if (length >= from + mark.size()) from = length - mark.size() + 1;
    if (!fill()) return false;
  }
}

XmlStream::Token XmlStream::broken(std::string_view problem) {
  if (problem_.empty()) problem_ = problem;
  ended_ = true;
  window_ = {};
  at_ = 0;
  return Token::Broken;
}

XmlStream::Token XmlStream::next() {
  if (pending_end_) {
    pending_end_ = false;
    --depth_;
    return Token::End;
  }
  while (true) {
    if (at_ >= window_.size() && !fill()) {
      if (!problem_.empty()) return broken(problem_);
      return depth_ == 0 ? Token::Done : broken("ends before all elements are closed");
    }
    if (window_[at_] == '<') {
      const Token token = read_markup();
      if (token != Token::Done) return token;  // Done: a comment or declaration, passed over
      continue;
    }
    std::size_t end = 0;
    if (!find("<", 0, end)) end = window_.size() - at_;
    text_ = window_.substr(at_, end);
    cdata_ = false;
    at_ += end;
    if (depth_ > 0) return Token::Text;
  }
}

// Comments, declarations and CDATA, which begin with `head`; Done when there is nothing to give.
XmlStream::Token XmlStream::pass_over(std::string_view head) {
  std::size_t end = 0;
  const auto pass = [&](std::string_view mark, std::size_t from) {
    if (!find(mark, from, end)) return broken("a comment or declaration does not end");
    at_ += end + mark.size();
    return Token::Done;
  };
  if (starts_with(head, "<!--")) return pass("-->", 4);
  if (starts_with(head, "<?")) return pass("?>", 2);
  if (!starts_with(head, "<![CDATA[")) return broken("a DOCTYPE is not allowed here");
  if (!find("]]>", 9, end)) return broken("CDATA does not end");
  text_ = window_.substr(at_ + 9, end - 9);
  cdata_ = true;
  at_ += end + 3;
  return Token::Text;
}

XmlStream::Token XmlStream::read_markup() {
  while (window_.size() - at_ < 9 && fill()) {
  }
  const std::string_view head = window_.substr(at_, 9);
  if (head.size() > 1 && (head[1] == '!' || head[1] == '?')) return pass_over(head);
  std::size_t end = 0;
  // '>' may stand in an attribute value.
  char quote = 0;
  for (end = 1;; ++end) {
    if (at_ + end >= window_.size() && (end > kMaxToken || !fill())) return broken("a tag does not end");
    const char c = window_[at_ + end];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  std::string_view tag = window_.substr(at_ + 1, end - 1);
  at_ += end + 1;
  if (!tag.empty() && tag.front() == '/') {
    tag.remove_prefix(1);
    while (!tag.empty() && is_blank(tag.back())) tag.remove_suffix(1);
    name_ = local(tag);
    if (depth_ == 0) return broken("an element is closed that was not opened");
    --depth_;
    return Token::End;
  }
  pending_end_ = !tag.empty() && tag.back() == '/';
  if (pending_end_) tag.remove_suffix(1);
  std::size_t length = 0;
  while (length < tag.size() && !is_blank(tag[length])) ++length;
  name_ = local(tag.substr(0, length));
  attributes_ = tag.substr(length);
  if (++depth_ > max_depth_) return Token::TooDeep;
  return Token::Start;
}

bool XmlStream::skip() {
  const int outside = depth_ - 1;
  while (depth_ > outside) {
    const Token token = next();
    if (token == Token::Broken || token == Token::TooDeep || token == Token::Done) return false;
  }
  return true;
}

std::optional<std::string_view> XmlStream::attribute(std::string_view local_name) const {
  std::string_view rest = attributes_;
  while (true) {
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    std::string_view key = rest.substr(0, equals);
    while (!key.empty() && is_blank(key.front())) key.remove_prefix(1);
    while (!key.empty() && is_blank(key.back())) key.remove_suffix(1);
    rest.remove_prefix(equals + 1);
    while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return std::nullopt;
    const std::size_t close = rest.find(rest.front(), 1);
    if (close == std::string_view::npos) return std::nullopt;
    if (local(key) == local_name) return rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
  }
}

void XmlStream::append_text(std::string& out) const {
  if (cdata_) {
    out.append(text_);
  } else {
    append_unescaped(out, text_);
  }
}

void append_unescaped(std::string& out, std::string_view raw) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> kNamed = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  while (true) {
    const std::size_t mark = raw.find('&');
    out.append(raw.substr(0, mark));
    if (mark == std::string_view::npos) return;
    raw.remove_prefix(mark);
    const std::size_t end = raw.substr(0, 12).find(';');
    const std::string_view entity = end == std::string_view::npos ? std::string_view() : raw.substr(1, end - 1);
    bool known = false;
    if (entity.size() > 1 && entity[0] == '#') {
      const bool hex = entity[1] == 'x' || entity[1] == 'X';
      const std::string_view digits = entity.substr(hex ? 2 : 1);
      std::uint32_t code = 0;
      const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
      known = error == std::errc() && stop == digits.data() + digits.size() && code > 0 && code <= 0x10FFFF &&
              (code < 0xD800 || code > 0xDFFF);
      if (known) append_utf8(out, code);
    }
    for (const auto& [name, character] : kNamed) {
      if (entity == name) {
        out.push_back(character);
        known = true;
      }
    }
    if (!known) out.push_back('&');
    raw.remove_prefix(known ? end + 1 : 1);
  }
}

}  // namespace jiheng
