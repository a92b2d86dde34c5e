#include "reading/segmenter/label_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <unordered_map>

#include "core/text.h"
#include "form/form.h"

namespace jiheng::segmenter {
namespace {

constexpr std::size_t kBeam = 96;
constexpr double kUnknown = 1.2;      // cost of a label that no list knows, where its place speaks for it
constexpr double kTwice = 2.6;        // cost of a first level that is named again
constexpr double kNoLabel = 5;        // cost of points without their label
constexpr double kApart = 0.8;        // cost of points for a side label that is not the last
constexpr std::size_t kLongest = 18;  // characters of one label
enum Track : std::size_t { Side, First, Second, kTracks };

// A chain of labels shared between hypotheses.
struct Link {
  GroupLabel label;
  Track track = Side;
  std::shared_ptr<const Link> before;
};

struct Open {
  std::string text;
  float top = 0, bottom = 0;
  Location where;
  [[nodiscard]] bool empty() const { return text.empty(); }
};

struct Hypothesis {
  double cost = 0;
  double outlook = 0;  ///< cost if all open labels ended here: what hypotheses are compared by
  std::array<Open, kTracks> open;
  std::shared_ptr<const Link> closed;
  int line = -1;
  Track last = Side;
};

class Parser {
 public:
  Parser(const LabelPlaces& places, const Vocabulary& vocabulary) : places_(places), vocabulary_(vocabulary) {}

  LabelColumns parse(const std::vector<LabelPiece>& pieces) {
    std::vector<Hypothesis> beam(1);
    for (const LabelPiece& piece : pieces) {
      std::vector<Hypothesis> next;
      for (const Hypothesis& hypothesis : beam) {
        for (const Track track : {Side, First, Second}) {
          if (track == First && !places_.has_first) continue;
          if (track == Second && !places_.has_second) continue;
          if (hypothesis.line == piece.line && track < hypothesis.last) continue;
          extend(hypothesis, piece, track, next);
        }
      }
      for (Hypothesis& hypothesis : next) {
        hypothesis.outlook = hypothesis.cost;
        for (const Track track : {Side, First, Second}) {
          if (!hypothesis.open[track].empty())
            hypothesis.outlook += std::min(2.0, label_cost(hypothesis.open[track].text, track));
        }
      }
      std::sort(next.begin(), next.end(),
                [](const Hypothesis& a, const Hypothesis& b) { return a.outlook < b.outlook; });
      prune(next);
      beam = std::move(next);
    }
    const Hypothesis* best = nullptr;
    std::vector<Hypothesis> ends;
    for (Hypothesis& hypothesis : beam) {
      for (const Track track : {Side, First, Second}) close(hypothesis, track);
      if (best == nullptr || hypothesis.cost < best->cost) best = &hypothesis;
    }
    LabelColumns columns;
    if (best == nullptr) return columns;
    for (const Link* link = best->closed.get(); link != nullptr; link = link->before.get()) {
      if (link->track == First) columns.first.push_back(link->label);
      if (link->track == Second) columns.second.push_back(link->label);
    }
    for (auto* labels : {&columns.first, &columns.second}) {
      std::reverse(labels->begin(), labels->end());  // the chain runs backwards
      for (GroupLabel& label : *labels) {
        label.level1 = vocabulary_.level1(label.text);
        label.level2 = vocabulary_.level2(label.text);
      }
    }
    const auto by_place = [](const GroupLabel& a, const GroupLabel& b) { return a.y() < b.y(); };
    std::stable_sort(columns.first.begin(), columns.first.end(), by_place);
    std::stable_sort(columns.second.begin(), columns.second.end(), by_place);
    return columns;
  }

 private:
  // Hypotheses with the same open texts differ only in their past: the cheapest stays.
  static void prune(std::vector<Hypothesis>& hypotheses) {
    std::vector<Hypothesis> kept;
    for (Hypothesis& hypothesis : hypotheses) {
      const bool known = std::any_of(kept.begin(), kept.end(), [&hypothesis](const Hypothesis& other) {
        for (std::size_t t = 0; t < kTracks; ++t) {
          if (other.open[t].text != hypothesis.open[t].text || other.open[t].bottom != hypothesis.open[t].bottom)
            return false;
        }
        return other.last == hypothesis.last;
      });
      if (!known) kept.push_back(std::move(hypothesis));
      if (kept.size() >= kBeam) break;
    }
    hypotheses = std::move(kept);
  }

  void extend(const Hypothesis& from, const LabelPiece& piece, Track track, std::vector<Hypothesis>& next) const {
    const double place = place_cost(piece, track);
    const Open& open = from.open[track];
    if (!open.empty() && length(open.text) + length(piece.text) <= kLongest && may_go_on(open.text, piece.text)) {
      Hypothesis longer = from;
      Open& grown = longer.open[track];
      const double gap = static_cast<double>(piece.y - grown.bottom);
      longer.cost += place + 0.3 * std::max(0.0, gap - 1.2) + (gap > 2.6 ? 1.5 : 0.0);
      // Points of the whole table are printed right behind its side label.
      if (!places_.known && track == Side && track != from.last && key_of(piece.text).front() == '(')
        longer.cost += kApart;
      // The rest of a broken label is shorter than what stands above it.
      if (places_.known && track != Side && length(piece.text) >= 3 && length(piece.text) >= length(open.text) &&
          !known(open.text + piece.text, track) && !vocabulary_.is_level_piece(open.text + piece.text)) {
        longer.cost += length(piece.text) > length(open.text) ? 4.0 : 1.5;
      }
      grown.text += piece.text;
      grown.bottom = piece.y;
      longer.line = piece.line;
      longer.last = track;
      next.push_back(std::move(longer));
    }
    Hypothesis fresh = from;
    close(fresh, track);
    fresh.cost += place;
    fresh.open[track] = {piece.text, piece.y, piece.y, piece.where};
    fresh.line = piece.line;
    fresh.last = track;
    next.push_back(std::move(fresh));
  }

  double place_cost(const LabelPiece& piece, Track track) const {
    if (!places_.known) return 0;
    const Band& band = track == Side ? places_.side : track == First ? places_.first : places_.second;
    const double center = static_cast<double>((piece.left + piece.right) / 2 - (band.left + band.right) / 2);
    const double apart = static_cast<double>(std::max({0.0F, piece.left - band.right, band.left - piece.right}));
    return std::min(6.0, 0.12 * std::abs(center) + 0.45 * apart);
  }

  // A whole name goes on only with its points; and a whole name is no continuation.
  bool may_go_on(const std::string& open, const std::string& piece) const {
    const std::string key = key_of(piece);
    const bool addition =
        key.front() == '(' || key == "分)" || key == "等" || (key.front() >= '0' && key.front() <= '9');
    if (!addition && whole(piece)) return !whole(open) && whole(open + piece);  // 服务对象|满意度指标
    const std::string before = key_of(open);
    const bool balanced =
        std::count(before.begin(), before.end(), '(') == std::count(before.begin(), before.end(), ')');
    if (addition && key.front() == '(' && balanced && contains(before, "(")) return false;  // points twice
    return addition || !balanced || !whole(open);
  }

  bool known(const std::string& text, Track track) const {
    return track == First ? vocabulary_.level1(text) != Level1::Unknown : vocabulary_.level2(text) != Level2::Unknown;
  }

  bool whole(const std::string& text) const {
    auto& known = whole_;
    if (const auto found = known.find(text); found != known.end()) return found->second;
    const bool pointed = points_in_label(text).has_value();
    const bool is = length(text) >= 4 && (contains(text, "指标") || pointed) && vocabulary_.is_level_name(text);
    return known.emplace(text, is).first->second;
  }

  double label_cost(const std::string& text, Track track) const {
    auto& known = costs_[track];
    if (const auto found = known.find(text); found != known.end()) return found->second;
    return known.emplace(text, fresh_label_cost(text, track)).first->second;
  }

  double fresh_label_cost(const std::string& text, Track track) const {
    const std::string key = key_of(text);
    const auto count = static_cast<double>(length(key));
    if (track == Side) {
      if (!places_.known && key.front() == '(') return kNoLabel;
      if (vocabulary_.label(Part::Sections, text))
        return -0.4 * static_cast<double>(length(label_key(text))) - (contains(key, "(") ? 0.8 : 0);  // 绩效指标
      if (vocabulary_.is_piece(Part::Sections, text) || key.front() == '(') return 0.8;
      return 2.0 + 0.8 * count;
    }
    const Level1 level1 = vocabulary_.level1(text);
    const Level2 level2 = vocabulary_.level2(text);
    const bool balanced = std::count(key.begin(), key.end(), '(') == std::count(key.begin(), key.end(), ')');
    double cost = balanced ? 0 : 2.5;
    if (key.find_first_not_of("….-") == std::string::npos) return track == Second ? 0.8 : 1.5;
    const bool known = track == First ? level1 != Level1::Unknown : level2 != Level2::Unknown;
    const bool other = track == First ? level2 != Level2::Unknown : level1 != Level1::Unknown;
    if (key.front() == '(') return cost + kNoLabel;
    if (known) {
      const std::size_t bracket = key.find('(');
      const bool is_whole = ends_with(std::string_view(key).substr(0, bracket), "指标") || ends_with(key, "指标等");
      // Points stand with first levels more often than with second ones.
      const double points = track == Second && bracket != std::string::npos ? 0.7 : 0;
      // 服务对象满意度 names a first level here and there, but a second one as a rule.
      const bool of_people = contains(key, "对象") || contains(key, "公众") || contains(key, "群众");
      if (track == First && level2 != Level2::Unknown && of_people) cost += 0.6;
      // 成本指标: of the second level, unless it carries points.
      const bool cost_label = level1 == Level1::Cost && level2 == Level2::Cost;
      if (track == First && cost_label && bracket == std::string::npos && !places_.known) cost += 1.2;
      const double twofold = track == Second && level1 != Level1::Unknown && !of_people && !cost_label ? 0.6 : 0;
      return cost - (is_whole ? 2.0 + 0.12 * count : 0.5) + points + twofold;
    }
    if (other) return cost + (places_.known ? 1.0 : 2.5);
    if (key == "分)" || key == "标" || key == "指标" || key == "指") return cost + 5;
    return cost + (places_.known && !vocabulary_.is_level_piece(text) ? kUnknown : 2.5) + (count <= 2 ? 1.5 : 0.0) +
           0.6 * std::max(0.0, count - 6);
  }

  void close(Hypothesis& hypothesis, Track track) const {
    Open& open = hypothesis.open[track];
    if (open.empty()) return;
    hypothesis.cost += label_cost(open.text, track);
    if (track == First && !places_.known && closed_before(hypothesis, open.text)) hypothesis.cost += kTwice;
    auto link = std::make_shared<Link>();
    link->track = track;
    link->label.text = open.text;
    link->label.top = open.top;
    link->label.bottom = open.bottom;
    link->label.where = open.where;
    link->before = hypothesis.closed;
    hypothesis.closed = std::move(link);
    open = {};
  }

  static bool closed_before(const Hypothesis& hypothesis, const std::string& text) {
    for (const Link* link = hypothesis.closed.get(); link != nullptr; link = link->before.get()) {
      if (link->track == First && link->label.text == text) return true;
    }
    return false;
  }

  const LabelPlaces& places_;
  const Vocabulary& vocabulary_;
  mutable std::array<std::unordered_map<std::string, double>, kTracks> costs_;
  mutable std::unordered_map<std::string, bool> whole_;
};

}  // namespace

LabelColumns parse_label_columns(const std::vector<LabelPiece>& pieces, const LabelPlaces& places,
                                 const Vocabulary& vocabulary) {
  constexpr std::size_t kMostPieces = 600;
  if (pieces.size() > kMostPieces) return {};
  return Parser(places, vocabulary).parse(pieces);
}

}  // namespace jiheng::segmenter
