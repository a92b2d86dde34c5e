// DecimalDigits: a stored binary number as the 15 decimal digits a spreadsheet knows of it, rounded
// by hand so that 0.285 shows as 0.29 and not as its binary neighbour does.
#pragma once

#include <array>
#include <charconv>
#include <string>
#include <utility>

namespace jiheng {

class DecimalDigits {
 public:
  /// `magnitude` is finite and not negative.
  explicit DecimalDigits(double magnitude) {
    if (magnitude == 0) return;
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), magnitude, std::chars_format::scientific, 14);
    const std::string_view shown(text.data(), static_cast<std::size_t>(end.ptr - text.data()));
    const std::size_t mark = shown.find('e');
    digits_ = shown[0];
    digits_.append(shown.substr(2, mark - 2));
    const char* from = shown.data() + mark + (shown[mark + 1] == '+' ? 2 : 1);
    std::from_chars(from, end.ptr, exponent_);
  }

  /// Power of ten of the first digit; 0 for zero.
  [[nodiscard]] int exponent() const { return exponent_; }
  /// Times a power of ten.
  void shift(int powers) {
    if (!digits_.empty()) exponent_ += powers;
  }

  /// Digits left of the point ("0" if none) and exactly `decimals` right of it, rounded half up.
  [[nodiscard]] std::pair<std::string, std::string> fixed(int decimals) const {
    std::string all = "0";  // a place for the carry
    const int whole = exponent_ + 1;
    const int places = whole + decimals;  // digits kept
    for (int i = whole < 0 ? whole : 0; i < places || i < whole; ++i) {
      all.push_back(i >= 0 && i < static_cast<int>(digits_.size()) ? digits_[static_cast<std::size_t>(i)] : '0');
    }
    const bool up =
        places >= 0 && places < static_cast<int>(digits_.size()) && digits_[static_cast<std::size_t>(places)] >= '5';
    for (std::size_t i = all.size(); up && i-- > 0;) {
      if (all[i] != '9') {
        ++all[i];
        break;
      }
      all[i] = '0';
    }
    const auto tail = static_cast<std::size_t>(decimals);
    std::string fraction;
    if (all.size() > tail) {
      fraction = all.substr(all.size() - tail);
      all.resize(all.size() - tail);
    } else {
      fraction = std::string(tail - all.size(), '0') + all;
      all = "0";
    }
    const std::size_t first = all.find_first_not_of('0');
    return {first == std::string::npos ? "0" : all.substr(first), fraction};
  }

 private:
  std::string digits_;  ///< d1 d2 …: the number is d1.d2… × 10^exponent; empty for zero
  int exponent_ = 0;
};

}  // namespace jiheng
