// Automatic numbering of paragraphs: "1、", "（二）", "①" are printed but stand nowhere in the text.
#pragma once

#include <array>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace jiheng {

/// `number` in the notation of a w:numFmt: decimal → "3", chineseCounting → "三", upperLetter → "C".
/// "" for bullets and notations that are not known.
std::string numeral(std::string_view notation, int number);

class Numbering {
 public:
  /// From the roots of numbering.xml and styles.xml; either may be null.
  void load(const pugi::xml_node& numbering, const pugi::xml_node& styles);

  /// What is printed before this paragraph (its w:pPr), counting on; "" if it is not numbered.
  std::string label(const pugi::xml_node& paragraph_properties);

 private:
  static constexpr int kLevels = 9;
  struct Level {
    std::string notation = "decimal";
    std::string text;  ///< "%1、"
    std::string suffix = "tab";
    int start = 1;
    bool arabic = false;  ///< all numbers as digits (w:isLgl)
  };
  struct List {  // w:num
    std::string abstract_id;
    std::map<int, Level> levels;  ///< overrides
    std::map<int, int> starts;
    bool used = false;
  };
  struct Place {
    std::string list;
    int level = 0;
  };
  static Level read_level(const pugi::xml_node& node);
  [[nodiscard]] const Level* level_of(const List& list, int level) const;
  [[nodiscard]] Place place_of(const pugi::xml_node& paragraph_properties) const;

  std::map<std::string, std::map<int, Level>, std::less<>> abstracts_;
  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, Place, std::less<>> style_places_;
  std::map<std::string, std::array<int, kLevels>, std::less<>> counters_;  ///< by abstract list; 0: not begun
};

}  // namespace jiheng
