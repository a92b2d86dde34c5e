#include "document/decode.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

#include "core/text.h"

namespace jiheng {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The C library's converter between two encodings.
class Conversion {
 public:
  Conversion(const char* to, const char* from) : handle_(iconv_open(to, from)) {}
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;
  ~Conversion() {
    if (known()) iconv_close(handle_);
  }
  [[nodiscard]] bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }  // NOLINT: as POSIX defines it
  [[nodiscard]] iconv_t handle() const { return handle_; }

 private:
  iconv_t handle_;
};

std::string decode_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
  return out;
}

struct Utf8Check {
  std::size_t characters = 0;  ///< outside ASCII
  std::size_t broken = 0;
};

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    ++check.characters;
    const std::size_t from = at;
    if (next_code_point(bytes, at) == 0xFFFD && bytes.substr(from, 3) != kReplacement) ++check.broken;
  }
  return check;
}

// Malformed bytes as U+FFFD.
std::string repaired_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) append_utf8(out, next_code_point(bytes, at));
  return out;
}

// Mostly printable: few control characters and few that could not be decoded.
bool is_text(std::string_view text) {
  std::size_t characters = 0, controls = 0, unknown = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    ++characters;
    controls += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F ? 1 : 0;
    unknown += c == 0xFFFD || (c >= 0xE000 && c < 0xF900) ? 1 : 0;
  }
  return controls * 100 <= characters && unknown * 20 <= characters;
}

// UTF-16 without a mark: an even length and many zero bytes, all on one side.
std::optional<bool> unmarked_utf16_is_big_endian(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == 0) ++(i % 2 == 0 ? even : odd);
  }
  if (bytes.size() % 2 != 0 || std::max(even, odd) < 2 || std::max(even, odd) * 50 < head.size() ||
      std::min(even, odd) > 0)
    return std::nullopt;
  return even > odd;
}

std::optional<std::string> if_text(std::string text) {
  if (!is_text(text)) return std::nullopt;
  return text;
}

bool names_chinese(std::string_view declared) {
  std::string lower(declared);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return starts_with(lower, "gb") || lower == "cp936" || lower == "windows-936" || contains(lower, "chinese");
}

}  // namespace

std::string decode_gb18030(std::string_view bytes) {
  const Conversion conversion("UTF-8", "GB18030");
  if (!conversion.known()) return {};
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  std::array<char, 8192> piece;
  // iconv takes what it reads by a pointer to char, and does not write there.
  char* from = const_cast<char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    char* to = piece.data();
    std::size_t room = piece.size();
    const std::size_t result = iconv(conversion.handle(), &from, &left, &to, &room);
    const int cause = errno;
    out.append(piece.data(), piece.size() - room);
    if (result != static_cast<std::size_t>(-1) || cause == E2BIG) continue;
    // A byte that begins no character, or one that the end of the text cuts.
    out.append(kReplacement);
    ++from;
    --left;
  }
  return out;
}

std::optional<std::string> decode_text(std::string_view bytes) {
  if (starts_with(bytes, "\xEF\xBB\xBF")) return if_text(repaired_utf8(bytes.substr(3)));
  if (starts_with(bytes, "\xFF\xFE")) return if_text(decode_utf16(bytes.substr(2), false));
  if (starts_with(bytes, "\xFE\xFF")) return if_text(decode_utf16(bytes.substr(2), true));
  const Utf8Check utf8 = check_utf8(bytes);
  if (utf8.broken == 0 && bytes.find('\0') == std::string_view::npos) return if_text(std::string(bytes));
  if (const auto big_endian = unmarked_utf16_is_big_endian(bytes)) return if_text(decode_utf16(bytes, *big_endian));
  if (utf8.broken * 100 <= utf8.characters) return if_text(repaired_utf8(bytes));
  return if_text(decode_gb18030(bytes));
}

std::optional<std::string> decode_text(std::string_view bytes, std::string_view declared) {
  // GBK bytes that happen to be valid UTF-8 are rare and short; bytes that are not UTF-8 though they
  // claim it are common. So a claim decides only where UTF-8 is doubtful.
  const bool marked =
      starts_with(bytes, "\xEF\xBB\xBF") || starts_with(bytes, "\xFF\xFE") || starts_with(bytes, "\xFE\xFF");
  if (!marked && names_chinese(declared) && check_utf8(bytes).broken > 0) return if_text(decode_gb18030(bytes));
  return decode_text(bytes);
}

}  // namespace jiheng
