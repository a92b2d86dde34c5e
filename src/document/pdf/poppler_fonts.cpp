#include "document/pdf/poppler_fonts.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <string>
#include <string_view>

namespace jiheng::pdf {
namespace {

constexpr std::array kPrograms = {"FontFile", "FontFile2", "FontFile3"};
constexpr int kMostCodes = 256;  // of a simple font
constexpr std::string_view kSpace(" \t\r\n\f\0", 6), kSpaceOrOpening(" \t\r\n\f\0<[", 8);

/// The codes that a ToUnicode table of a simple font gives a meaning; of what is not plain, none.
std::bitset<kMostCodes> codes_with_meaning(std::string_view table) {
  std::bitset<kMostCodes> codes;
  std::size_t at = 0;
  const auto next = [&]() -> std::string_view {  // "<41>", "[", "beginbfchar" …; empty at the end
    at = table.find_first_not_of(kSpace, at);
    if (at == std::string_view::npos) return {};
    const std::size_t from = at;
    at = table[from] == '<' ? table.find('>', from) : table.find_first_of(kSpaceOrOpening, from + 1);
    if (at == std::string_view::npos)
      at = table.size();
    else if (table[from] == '<')
      ++at;
    return table.substr(from, at - from);
  };
  const auto code = [](std::string_view token) {
    int value = -1;
    if (token.size() == 4 && token[0] == '<') std::from_chars(token.data() + 1, token.data() + 3, value, 16);
    return value;
  };
  for (std::string_view token = next(); !token.empty(); token = next()) {
    if (token != "beginbfchar" && token != "beginbfrange") continue;
    const bool range = token == "beginbfrange";
    for (token = next(); token.starts_with('<'); token = next()) {
      const int first = code(token), last = range ? code(next()) : first;
      const std::string_view meaning = next();
      if (first < 0 || last < first || meaning.size() < 6 || meaning[0] != '<') return {};
      for (int each = first; each <= last; ++each) codes.set(static_cast<std::size_t>(each));
    }
  }
  return codes;
}

/// Does the font's own table give a meaning to every code it has a width for?
bool says_what_its_codes_mean(const Object& font) {
  const Object first = font.dictLookup("FirstChar"), widths = font.dictLookup("Widths");
  Object table = font.dictLookup("ToUnicode");
  if (!first.isInt() || !widths.isArray() || !table.isStream()) return false;
  const int begin = first.getInt(), count = widths.arrayGetLength();
  if (begin < 0 || begin >= kMostCodes || count <= 0 || count > kMostCodes - begin) return false;
  std::string text;
  table.getStream()->fillString(text);
  const auto codes = codes_with_meaning(text);
  for (int i = 0; i < count; ++i) {
    const Object width = widths.arrayGet(i);
    const auto code = static_cast<std::size_t>(begin) + static_cast<std::size_t>(i);
    if (!width.isNum() || (width.getNum() != 0 && !codes.test(code))) return false;
  }
  return true;
}

/// Takes the program out of the font's descriptor; false if there is none, or it is needed.
bool take_out(XRef& objects, const Object& font) {
  if (!font.isDict() || !font.dictLookup("Subtype").isName("Type1")) return false;
  const Object& where = font.dictLookupNF("FontDescriptor");
  if (!where.isRef()) return false;
  Object descriptor = objects.fetch(where.getRef());
  if (!descriptor.isDict()) return false;
  const auto has = [&descriptor](const char* program) { return !descriptor.dictLookupNF(program).isNull(); };
  if (std::none_of(kPrograms.begin(), kPrograms.end(), has) || !says_what_its_codes_mean(font)) return false;
  for (const char* program : kPrograms) descriptor.dictRemove(program);
  objects.setModifiedObject(&descriptor, where.getRef());
  return true;
}

}  // namespace

void FontPrograms::set_aside(PDFDoc& document, ::Page& page) {
  const Dict* resources = page.getResourceDict();
  if (resources == nullptr) return;
  const Object fonts = resources->lookup("Font");
  if (!fonts.isDict()) return;
  XRef& objects = *document.getXRef();
  for (int i = 0; i < fonts.dictGetLength(); ++i) {
    const Object& font = fonts.dictGetValNF(i);
    if (!font.isRef() || !seen_.insert(font.getRef()).second) continue;
    // Looking costs a parse of the font. Programs that print make all fonts of a page alike: after one that
    // must be left as it is, the others are not looked at.
    if (!take_out(objects, objects.fetch(font.getRef()))) return;
    set_aside_.insert(font.getRef());
  }
}

}  // namespace jiheng::pdf
