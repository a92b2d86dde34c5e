// Wording: how the forms of all regions name their header fields, columns and rows. Data from
// vocabulary/wording.toml: a new layout costs words there, not code here.
#pragma once

#include <array>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jiheng {

/// What a printed label stands for. One printed word can mean different things in different parts of
/// a form (分值 is a column of the funds and of the indicators), so labels are looked up by Part.
enum class Label : unsigned char {
  None,
  // Header: the value stands right of the label (or after a colon in the same cell).
  ProjectName,
  ShortProjectName,
  SuperiorProject,
  ProjectCode,
  Department,
  SuperiorDepartment,
  Unit,
  Reporter,
  AmountUnitLabel,
  Year,
  Grade,
  OverallScore,
  OtherHeader,
  // Columns of the funds table 项目资金.
  FundsInitial,
  FundsAdjusted,
  FundsExecuted,
  FundsWeight,
  FundsRate,
  FundsScore,
  FundsOtherColumn,
  // Rows of the funds table.
  FundsTotal,
  FundsGrant,
  FundsCarryOver,
  FundsOther,
  FundsProjectTotal,
  FundsProjectGrant,
  FundsProjectOther,
  FundsRegional,
  // Goals 年度总体目标.
  GoalExpected,
  GoalActual,
  GoalOther,
  // Columns of the indicators 绩效指标.
  IndicatorL1,
  IndicatorL2,
  IndicatorL3,
  IndicatorTarget,
  IndicatorStandard,
  IndicatorProperty,
  IndicatorUnit,
  IndicatorActual,
  IndicatorWeight,
  IndicatorScore,
  IndicatorNote,
  IndicatorOther,
  // Rows that close the indicators 总分, and what stands below them.
  TotalRow,
  SubtotalRow,
  RemarkRow,
  // Side labels that name a whole part.
  FundsSection,
  GoalSection,
  IndicatorSection,
  TaskSection,
  LongTermSection,
  OtherSection,
};

/// Parts of a form in which a label can stand.
enum class Part : unsigned char { Header, FundsColumns, FundsRows, Goals, IndicatorColumns, Rows, Sections };
inline constexpr std::size_t kParts = 7;

/// What one key means in each part; Label::None where it means nothing.
using LabelSet = std::array<Label, kParts>;

/// A label as it is compared: folded, without spaces, bracketed additions ("(万元)", "(A)"),
/// numbering ("一、", "1."), 其中 and a year in front and marks at its end (":", "*").
std::string label_key(std::string_view printed);

/// The text without the numbering in front of it: "（一）", "一、", "1.", "(2)".
std::string without_numbering(std::string_view printed);

/// A wording by its parts, for labels that no list can foresee: "未完成原因及拟采取的改进措施".
struct LabelPattern {
  Part part;
  Label label;
  std::vector<std::string> any;   ///< the key holds one of these …
  std::vector<std::string> none;  ///< … and none of these
  std::size_t longest = 16;       ///< and is at most so many characters long
};

/// Labels by their key, in order. Keys baked into the program are not copied: it starts the quicker.
class LabelIndex {
 public:
  using Entry = std::pair<std::string_view, LabelSet>;

  LabelIndex() = default;
  LabelIndex(LabelIndex&&) = default;
  LabelIndex& operator=(LabelIndex&&) = default;

  /// The meanings of a key, none at first.
  LabelSet& operator[](std::string_view key);
  /// The same for keys that come in order and live as long as the program.
  void append_lasting(std::string_view key, const LabelSet& meanings) { entries_.emplace_back(key, meanings); }
  void reserve(std::size_t count) { entries_.reserve(count); }

  [[nodiscard]] std::vector<Entry>::const_iterator find(std::string_view key) const;
  [[nodiscard]] bool contains(std::string_view key) const { return find(key) != end(); }
  [[nodiscard]] std::vector<Entry>::const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] std::vector<Entry>::const_iterator end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  std::vector<Entry> entries_;
  std::deque<std::string> keys_;  // of entries that are not baked; their places do not change
};

struct Wording {
  LabelIndex labels;                           ///< by label_key
  std::vector<LabelPattern> patterns;          ///< tried in order where a key is not listed
  std::vector<std::string> title_words;        ///< a title holds one of these: 绩效自评表
  std::vector<std::string> title_subjects;     ///< … or ends with 表 and holds one of these: 绩效, 自评
  std::vector<std::string> declaration_words;  ///< … and is a target declaration with these: 申报, 目标表
  std::vector<std::string> overall_words;      ///< … a department-overall form: 整体
  std::vector<std::string> monitoring_words;   ///< 监控
  std::vector<std::string> review_words;       ///< 复核
  std::vector<std::string> not_title_words;    ///< a line with these is no title of a form: 情况说明, 汇总表
  std::vector<std::string> remark_starts;      ///< lines below a table that belong to it: 注, 填报说明

  void add(Part part, std::string_view word, Label label);
  /// The label that `printed` is in that part of a form, if it is one.
  [[nodiscard]] std::optional<Label> find(Part part, std::string_view printed) const;
  /// The same by the lists alone, for texts that may be anything: no pattern is tried.
  [[nodiscard]] std::optional<Label> find_listed(Part part, std::string_view printed) const;
  /// All meanings of a key from `label_key`: as listed, and by the patterns where the lists are silent; nullopt if
  /// none.
  [[nodiscard]] std::optional<LabelSet> meanings(const std::string& key) const;
  /// Is this line the title of a form (not of a list of forms)?
  [[nodiscard]] bool is_title(std::string_view line) const;
};

}  // namespace jiheng
