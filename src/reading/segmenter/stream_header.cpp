#include "reading/segmenter/stream_header.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"
#include "reading/segmenter/stream_orders.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kEarly = 60;    // words within which a header begins
constexpr std::size_t kZone = 40;     // … and within which any word may be part of it
constexpr std::size_t kTogether = 6;  // lines between names of one header
constexpr std::size_t kApart = 14;    // words between the pieces of a name broken over lines

struct HeaderWord {
  std::string text, key;
  std::size_t paragraph = 0, line = 0;
};

// Pieces whose other half stands elsewhere (指标|性质, 度量|单位): only near the beginning.
struct Piece {
  std::string_view key;
  Label label;
};
constexpr std::array kPieces = {Piece{"性质", Label::IndicatorProperty}, Piece{"度量", Label::IndicatorUnit},
                                Piece{"计量", Label::IndicatorUnit}, Piece{"年度", Label::IndicatorTarget},
                                Piece{"实际", Label::IndicatorActual}};
constexpr std::string_view kSerial = "序号";
constexpr std::array<std::string_view, 3> kNoteWords = {"偏差原因", "改进措施", "未完成原因"};

class Finder {
 public:
  Finder(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary) {
    std::size_t paragraph = 0;
    for (std::size_t i = first; i < last; ++i) {
      paragraph += sheet.lines[i].after_blank;
      for (const Word& word : sheet.lines[i].words) words_.push_back({word.text, key_of(word.text), paragraph, i});
    }
  }

  // By label the best place; columns that have no field of their own as often as they come.
  std::vector<NamedColumn> find() {
    measure_zone();
    taken_.assign(words_.size(), false);
    find_broken_names();
    for (const NamedColumn& name : broken_) add(name);
    for (std::size_t i = 0; i < words_.size();) {
      if (taken_[i]) {
        ++i;
        continue;
      }
      auto [label, taken] = whole_name(i);

      int rank = taken > 0 ? rank_of(label, i, taken) : -1;
      if (taken == 0 && i < zone_) {
        if (const auto like = like_a_name(i)) label = *like, taken = 1, rank = 1;
      }
      if (taken == 0) {
        piece(i++);
        continue;
      }
      if (rank >= 0 && i < zone_) use(i, i + taken);
      add({label, i, words_[i].line, rank, i + taken - 1});
      i += taken;
    }
    choose_points();
    std::sort(named_.begin(), named_.end(), [](const NamedColumn& a, const NamedColumn& b) { return a.at < b.at; });
    return std::move(named_);
  }

  std::vector<std::pair<std::size_t, std::string>> used() { return std::move(used_); }
  [[nodiscard]] bool serial() const { return serial_; }
  [[nodiscard]] bool question() const { return question_; }

 private:
  // Before the first value, words may be taken for names of columns more freely.
  void measure_zone() {
    while (zone_ < std::min(words_.size(), kZone) && !looks_like_value(words_[zone_].text)) ++zone_;
  }

  void use(std::size_t first, std::size_t last) {
    for (; first < last; ++first) used_.emplace_back(words_[first].line, words_[first].text);
  }

  // The longest name of at most three words that begins here.
  std::pair<Label, std::size_t> whole_name(std::size_t i) const {
    std::pair<Label, std::size_t> found{Label::None, 0};
    std::string joined;
    for (std::size_t k = 0; k < 3 && i + k < words_.size(); ++k) {
      const std::string& word = words_[i + k].text;
      if (found.second > 0 && vocabulary_.label(Part::IndicatorColumns, word)) break;
      joined += word;
      if (joined.size() > 60 || looks_like_value(word)) break;
      if (const auto label = vocabulary_.label(Part::IndicatorColumns, joined)) found = {*label, k + 1};
    }
    return found;
  }

  // 全年实际完 指标完 … 成值 成率: names over lines between which those of other names stand. What can go on in
  // one way only goes first: what is left to the others is less.
  void find_broken_names() {
    for (std::size_t most = 1; most <= 3; ++most) {
      for (std::size_t i = 0; i < zone_; ++i) {
        if (taken_[i] || length(words_[i].key) < 2 || whole_name(i).second == 1) continue;
        const std::vector<NamedColumn> readings = broken_names(i);
        if (readings.empty() || readings.size() > most) continue;
        broken_.push_back(readings.front());
        std::string name;
        for (std::size_t piece = i; piece <= readings.front().last; ++piece) {
          if (piece != i && piece != readings.front().last && !middle_of(readings.front(), piece)) continue;
          taken_[piece] = true;
          use(piece, piece + 1);
        }
        most = 1;
      }
    }
  }

  [[nodiscard]] static bool middle_of(const NamedColumn& name, std::size_t piece) { return name.middle == piece; }

  [[nodiscard]] std::vector<NamedColumn> broken_names(std::size_t i) const {
    std::vector<NamedColumn> names;
    if (!vocabulary_.is_piece(Part::IndicatorColumns, words_[i].text)) return names;
    for (std::size_t k = i + 1; k < std::min(zone_, i + kApart); ++k) {
      if (!may_go_on(i, k)) continue;
      const std::string two = words_[i].text + words_[k].text;
      if (const auto label = vocabulary_.label(Part::IndicatorColumns, two)) {
        names.push_back({*label, i, words_[i].line, 3, k, k});
        continue;
      }
      if (!vocabulary_.is_piece(Part::IndicatorColumns, two)) continue;
      for (std::size_t third = k + 1; third < std::min(zone_, k + kApart); ++third) {
        if (!may_go_on(k, third)) continue;
        if (const auto label = vocabulary_.label(Part::IndicatorColumns, two + words_[third].text))
          names.push_back({*label, i, words_[i].line, 3, third, k});
      }
    }
    return names;
  }

  [[nodiscard]] bool may_go_on(std::size_t before, std::size_t at) const {
    return !taken_[at] && words_[at].line > words_[before].line &&
           !vocabulary_.label(Part::IndicatorColumns, words_[at].text);
  }

  // By the wider patterns of the vocabulary, or by its beginning: 实际完成|值, 偏差原因分|析.
  std::optional<Label> like_a_name(std::size_t i) const {
    const std::string& word = words_[i].text;
    if (length(word) > 16) return std::nullopt;
    if (vocabulary_.level1(word) != Level1::Unknown || vocabulary_.level2(word) != Level2::Unknown) return std::nullopt;
    if (length(word) >= 3) {
      const auto label = vocabulary_.label_like(Part::IndicatorColumns, word);
      if (label && *label != Label::IndicatorOther) return label;
    }
    return vocabulary_.label_begun(Part::IndicatorColumns, word);
  }

  // Below 0: not to be taken for a column of this table.
  int rank_of(Label label, std::size_t i, std::size_t taken) const {
    std::string name;
    for (std::size_t k = 0; k < taken; ++k) name += words_[i + k].text;
    const bool early = i < kEarly;
    const bool points = label == Label::IndicatorWeight || label == Label::IndicatorScore;
    const bool minor = label == Label::IndicatorOther || label == Label::IndicatorL3 || label == Label::IndicatorNote ||
                       label == Label::IndicatorUnit || label == Label::IndicatorProperty;
    if (!early && (minor || (length(name) < 3 && !points))) return -1;
    if (label == Label::IndicatorUnit && name == "单位") return -1;
    if (points && beside_funds(i)) return -1;
    if (vocabulary_.label(Part::Goals, name)) return 0;
    const bool bare = length(name) < 3 && !points;  // 目标, 指标
    return (bare ? 1 : 3) + (early ? 1 : 0) + (points && beside_column(i, taken) ? 1 : 0);
  }

  // 分值 得分 on one line: the funds' own points are printed apart.
  [[nodiscard]] bool beside_column(std::size_t i, std::size_t taken) const {
    const auto named = [&](std::size_t k) {
      return words_[k].line == words_[i].line && vocabulary_.label(Part::IndicatorColumns, words_[k].text);
    };
    return (i > 0 && named(i - 1)) || (i + taken < words_.size() && named(i + taken));
  }

  // 分值, 得分 of the funds' table: in one block with its other columns.
  bool beside_funds(std::size_t i) const {
    const auto of_funds = [this](const HeaderWord& word) {
      const auto label = vocabulary_.label(Part::FundsColumns, word.text);
      return label == Label::FundsRate || label == Label::FundsInitial || label == Label::FundsAdjusted ||
             label == Label::FundsExecuted;
    };
    for (std::size_t k = i < 4 ? 0 : i - 4; k <= i + 4 && k < words_.size(); ++k) {
      const auto label = vocabulary_.label(Part::IndicatorColumns, words_[k].text);
      const bool of_goals = vocabulary_.label(Part::Goals, words_[k].text).has_value();  // 实际完成情况
      if (!of_goals && (label == Label::IndicatorTarget || label == Label::IndicatorActual)) return false;
    }
    const auto near = [&](std::size_t k) { return of_funds(words_[k]) && (k > i ? k - i : i - k) <= 4; };
    for (std::size_t k = i; k > 0 && words_[k - 1].paragraph == words_[i].paragraph; --k) {
      if (near(k - 1)) return true;
    }
    for (std::size_t k = i + 1; k < words_.size() && words_[k].paragraph == words_[i].paragraph; ++k) {
      if (near(k)) return true;
    }
    return false;
  }

  void piece(std::size_t i) {
    const std::string& key = words_[i].key;
    if (i < zone_ && length(key) <= 4 && vocabulary_.is_piece(Part::IndicatorColumns, key)) use(i, i + 1);
    const bool note = std::any_of(kNoteWords.begin(), kNoteWords.end(),
                                  [&key](std::string_view word) { return contains(key, word); });
    if (note && length(key) <= 12) add({Label::IndicatorNote, i, words_[i].line, 0, i});
    if (i >= kEarly) return;
    for (const Piece& piece : kPieces) {
      if (key == piece.key) add({piece.label, i, words_[i].line, 0, i});
    }
  }

  void add(const NamedColumn& found) {
    if (found.rank < 0) return;
    if (found.label == Label::IndicatorOther && words_[found.at].key == kSerial) {
      serial_ = true;
      return;
    }
    if (found.label == Label::IndicatorOther && is_question(found)) {
      question_ = true;
      return;
    }
    const auto same = std::find_if(named_.begin(), named_.end(),
                                   [&](const NamedColumn& other) { return other.label == found.label; });
    if (found.label == Label::IndicatorOther || same == named_.end()) {
      named_.push_back(found);
    } else {
      if (std::min(found.rank, same->rank) >= 3) others_.push_back(found.rank > same->rank ? *same : found);
      if (found.rank > same->rank) *same = found;
    }
  }

  // Of several 得分 that which stands with the names of the other columns: the funds have points of their own.
  void choose_points() {
    const auto line_of = [this](Label label) {
      const auto name =
          std::find_if(named_.begin(), named_.end(), [label](const NamedColumn& n) { return n.label == label; });
      return name == named_.end() || name->rank < 3 ? std::nullopt : std::optional(name->line);
    };
    const auto target = line_of(Label::IndicatorTarget), name = line_of(Label::IndicatorL3);
    if (!target || !name) return;
    const auto apart = [](std::size_t a, std::size_t b) { return a > b ? a - b : b - a; };
    if (apart(*target, *name) > kTogether) return;
    for (NamedColumn& points : named_) {
      if (points.label != Label::IndicatorWeight && points.label != Label::IndicatorScore) continue;
      for (const NamedColumn& other : others_) {
        if (other.label == points.label && apart(points.line, *target) > 2 * kTogether &&
            apart(other.line, *target) <= kTogether)
          points = other;
      }
    }
  }

  // 是否核心指标: the answers are known by themselves.
  [[nodiscard]] bool is_question(const NamedColumn& name) const {
    std::string key;
    for (std::size_t i = name.at; i <= name.last; ++i) key += words_[i].key;
    return contains(key, "是否");
  }

  const Vocabulary& vocabulary_;
  std::vector<HeaderWord> words_;
  std::size_t zone_ = 0;
  std::vector<NamedColumn> named_, others_;  // others_: as good names of the same columns
  std::vector<std::pair<std::size_t, std::string>> used_;
  std::vector<bool> taken_;  // words that are pieces of names
  std::vector<NamedColumn> broken_;
  bool serial_ = false, question_ = false;
};

// Where names, targets, results and points are named together: no cell of theirs stands before.
std::size_t first_cells(const std::vector<NamedColumn>& named) {
  std::size_t first = SIZE_MAX, last = 0, found = 0;
  for (const NamedColumn& name : named) {
    const bool main = name.label == Label::IndicatorL3 || name.label == Label::IndicatorTarget ||
                      name.label == Label::IndicatorActual || name.label == Label::IndicatorWeight ||
                      name.label == Label::IndicatorScore;
    if (!main || name.rank < 1) continue;
    ++found;
    first = std::min(first, name.line);
    last = std::max(last, name.line);
  }
  return found >= 3 && last - first <= 2 * kTogether ? first : 0;
}

}  // namespace

StreamHeader stream_header(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  Finder finder(sheet, first, last, vocabulary);
  const std::vector<NamedColumn> named = finder.find();
  const auto has = [&named](Label label) {
    return std::any_of(named.begin(), named.end(), [label](const NamedColumn& name) { return name.label == label; });
  };
  StreamHeader header;
  header.words = finder.used();
  header.serial = finder.serial();
  header.question = finder.question();
  header.first_line = first_cells(named);
  header.has.l1 = has(Label::IndicatorL1);
  header.has.l2 = has(Label::IndicatorL2);
  header.has.target = has(Label::IndicatorTarget);
  header.has.actual = has(Label::IndicatorActual);
  header.has.weight = has(Label::IndicatorWeight);
  header.has.score = has(Label::IndicatorScore);
  header.has.note = has(Label::IndicatorNote);
  header.has.unit = has(Label::IndicatorUnit);
  header.property = has(Label::IndicatorProperty);
  header.orders = possible_orders(header, named);
  return header;
}

}  // namespace jiheng::segmenter
