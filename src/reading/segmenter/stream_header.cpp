#include "reading/segmenter/stream_header.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kEarly = 60;        // words within which a header begins
constexpr std::size_t kZone = 40;         // … and within which any word may be part of it
constexpr std::size_t kMostColumns = 12;  // with values

struct HeaderWord {
  std::string text, key;
  std::size_t paragraph = 0, line = 0;
};

// A column's name as it was found: the better, the more surely it is one.
struct Named {
  Label label = Label::None;
  std::size_t at = 0, line = 0;
  int rank = 0;
};

// Pieces whose other half stands elsewhere (指标|性质, 度量|单位): only near the beginning.
struct Piece {
  std::string_view key;
  Label label;
};
constexpr std::array kPieces = {Piece{"性质", Label::IndicatorProperty}, Piece{"度量", Label::IndicatorUnit},
                                Piece{"计量", Label::IndicatorUnit}, Piece{"年度", Label::IndicatorTarget},
                                Piece{"实际", Label::IndicatorActual}};
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
  std::vector<Named> find() {
    measure_zone();
    for (std::size_t i = 0; i < words_.size();) {
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
      add({label, i, words_[i].line, rank});
      i += taken;
    }
    std::sort(named_.begin(), named_.end(), [](const Named& a, const Named& b) { return a.at < b.at; });
    return std::move(named_);
  }

  std::vector<std::pair<std::size_t, std::string>> used() { return std::move(used_); }

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
    if (note && length(key) <= 12) add({Label::IndicatorNote, i, words_[i].line, 0});
    if (i >= kEarly) return;
    for (const Piece& piece : kPieces) {
      if (key == piece.key) add({piece.label, i, words_[i].line, 0});
    }
  }

  void add(const Named& found) {
    if (found.rank < 0) return;
    const auto same =
        std::find_if(named_.begin(), named_.end(), [&](const Named& other) { return other.label == found.label; });
    if (found.label == Label::IndicatorOther || same == named_.end()) {
      named_.push_back(found);
    } else if (found.rank > same->rank) {
      *same = found;
    }
  }

  const Vocabulary& vocabulary_;
  std::vector<HeaderWord> words_;
  std::size_t zone_ = 0;
  std::vector<Named> named_;
  std::vector<std::pair<std::size_t, std::string>> used_;
};

bool is_level(Label label) {
  return label == Label::IndicatorL1 || label == Label::IndicatorL2;
}

// The columns as printed, if that can be their order.
std::vector<StreamColumn> printed_order(const std::vector<Named>& named) {
  const auto place = [&named](Label label) -> std::optional<std::size_t> {
    for (const Named& name : named) {
      if (name.label == label) return name.at;
    }
    return std::nullopt;
  };
  const auto l3 = place(Label::IndicatorL3), target = place(Label::IndicatorTarget),
             weight = place(Label::IndicatorWeight), score = place(Label::IndicatorScore);
  if (!l3 || !target || *target < *l3 || (weight && *weight < *l3)) return {};
  if (score && (*score < *target || (weight && *score < *weight))) return {};
  std::vector<StreamColumn> columns;
  for (const Named& name : named) {
    const bool after = name.at >= *l3 || name.label == Label::IndicatorWeight;
    if (!is_level(name.label) && after) columns.push_back({name.label, name.line});
  }
  if (const auto unit = place(Label::IndicatorUnit), property = place(Label::IndicatorProperty);
      (unit && *unit < *l3) || (property && *property < *l3))
    return {};
  const bool noted = std::any_of(columns.begin(), columns.end(),
                                 [](const StreamColumn& column) { return column.label == Label::IndicatorNote; });
  if (!noted) columns.push_back({Label::IndicatorNote, 0});
  if (columns.size() > kMostColumns) return {};
  return columns;
}

// The usual order: names, target, result, points, note; in some regions the weight stands before the target.
std::vector<StreamColumn> usual_order(const StreamHeader& header, const std::vector<Named>& named, bool weight_first) {
  std::vector<StreamColumn> columns;
  const auto add = [&](bool has, Label label) {
    if (!has) return;
    const auto name =
        std::find_if(named.begin(), named.end(), [label](const Named& other) { return other.label == label; });
    columns.push_back({label, name == named.end() ? 0 : name->line});
  };
  add(true, Label::IndicatorL3);
  add(header.has.weight && weight_first, Label::IndicatorWeight);
  add(header.property, Label::IndicatorProperty);
  add(header.has.target, Label::IndicatorTarget);
  add(header.has.unit, Label::IndicatorUnit);
  add(header.has.actual, Label::IndicatorActual);
  add(header.has.weight && !weight_first, Label::IndicatorWeight);
  add(header.has.score, Label::IndicatorScore);
  add(true, Label::IndicatorNote);  // its name may be printed who knows where
  return columns;
}

}  // namespace

StreamHeader stream_header(const Sheet& sheet, std::size_t first, std::size_t last, const Vocabulary& vocabulary) {
  Finder finder(sheet, first, last, vocabulary);
  const std::vector<Named> named = finder.find();
  const auto has = [&named](Label label) {
    return std::any_of(named.begin(), named.end(), [label](const Named& name) { return name.label == label; });
  };
  StreamHeader header;
  header.words = finder.used();
  header.has.l1 = has(Label::IndicatorL1);
  header.has.l2 = has(Label::IndicatorL2);
  header.has.target = has(Label::IndicatorTarget);
  header.has.actual = has(Label::IndicatorActual);
  header.has.weight = has(Label::IndicatorWeight);
  header.has.score = has(Label::IndicatorScore);
  header.has.note = has(Label::IndicatorNote);
  header.has.unit = has(Label::IndicatorUnit);
  header.property = has(Label::IndicatorProperty);
  const auto add = [&header](std::vector<StreamColumn> order) {
    const bool known = std::find(header.orders.begin(), header.orders.end(), order) != header.orders.end();
    if (!order.empty() && !known) header.orders.push_back(std::move(order));
  };
  add(printed_order(named));
  add(usual_order(header, named, false));
  if (header.has.target) add(usual_order(header, named, true));
  return header;
}

}  // namespace jiheng::segmenter
