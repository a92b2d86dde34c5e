#include "config/snapshot.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <type_traits>

#include "core/result.h"

namespace jiheng {
namespace {

// The fields of each value, in one place for both directions.
template <class A>
void fields(A& a, Unit& x) {
  a(x.name, x.aliases, x.dimension, x.factor);
}
template <class A>
void fields(A& a, LevelWord& x) {
  a(x.word, x.grade);
}
template <class A>
void fields(A& a, Lexicon& x) {
  a(x.units, x.comparisons, x.suffix_comparisons, x.levels, x.weakeners, x.negations, x.level1_names, x.level2_names,
    x.lists);
  a(x.unit_index, x.prefix_index, x.suffix_index, x.level_index, x.achieved_index, x.direction_index, x.level1_index,
    x.level2_index);
}
template <class A>
void fields(A& a, LabelPattern& x) {
  a(x.part, x.label, x.any, x.none, x.longest);
}
template <class A>
void fields(A& a, WeightPlan& x) {
  a(x.name, x.execution, x.levels);
}
template <class A>
void fields(A& a, ExecutionBand& x) {
  a(x.from, x.share);
}
template <class A>
void fields(A& a, Policy& x) {
  a(x.id, x.title, x.citation, x.regions, x.first_year, x.last_year, x.kinds, x.plans, x.execution, x.execution_floor);
  a(x.execution_bands, x.over_fulfilment, x.delay_share_per_month, x.over_fulfilment_reduction, x.full_band_low);
  a(x.partial_band_low, x.grades, x.rounding_scale, x.rounding, x.required_columns, x.execution_note_below);
  a(x.satisfaction_floor, x.amount_unit, x.publication);
}

class Writer {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      number(static_cast<std::uint64_t>(value));
    } else {
      fields(*this, const_cast<T&>(value));  // NOLINT: `fields` serves both directions; nothing is written
    }
  }
  void put(const std::string& text) {
    number(text.size());
    out_ += text;
  }
  void put(const Decimal& value) {
    number(static_cast<std::uint64_t>(value.coefficient()));  // vocabulary and policies hold small numbers
    number(static_cast<std::uint64_t>(value.scale()));
  }
  template <class Tag>
  void put(const Quantity<Tag>& value) {
    put(value.amount);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    number(value ? 1 : 0);
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    number(values.size());
    for (const T& value : values) put(value);
  }
  template <class T, class U>
  void put(const std::pair<T, U>& value) {
    (*this)(value.first, value.second);
  }
  void put(const WordIndex& index) {
    number(index.entries().size());
    for (const auto& [word, id] : index.entries()) {
      number(word.size());
      out_ += word;
      number(static_cast<std::uint64_t>(id));
    }
  }
  void put(const LabelIndex& labels) {
    number(labels.size());
    for (const auto& [key, meanings] : labels) {
      number(key.size());
      out_ += key;
      for (const Label label : meanings) out_.push_back(static_cast<char>(label));
    }
  }

  // Seven bits a byte, the low ones first.
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_.push_back(static_cast<char>(0x80 | (value & 0x7F)));
    out_.push_back(static_cast<char>(value));
  }

  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  void finish() const { ENSURE(at_ == bytes_.size(), "a snapshot holds nothing else"); }

 private:
  template <class T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      value = static_cast<T>(number());
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& text) { text.assign(taken(number())); }
  void get(Decimal& value) {
    const auto coefficient = static_cast<std::int64_t>(number());
    value = Decimal::scaled(coefficient, static_cast<int>(number()));
  }
  template <class Tag>
  void get(Quantity<Tag>& value) {
    get(value.amount);
  }
  template <class T>
  void get(std::optional<T>& value) {
    value.reset();
    if (number() != 0) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(count());
    for (T& value : values) get(value);
  }
  template <class T, class U>
  void get(std::pair<T, U>& value) {
    (*this)(value.first, value.second);
  }
  void get(WordIndex& index) {
    std::vector<WordIndex::Entry> entries(count());
    for (auto& [word, id] : entries) {
      word = taken(number());
      id = static_cast<int>(number());
    }
    index.restore(std::move(entries));
  }
  void get(LabelIndex& labels) {
    const std::size_t count = this->count();
    labels.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view key = taken(number());
      const std::string_view bytes = taken(kParts);
      LabelSet meanings{};
      std::transform(bytes.begin(), bytes.end(), meanings.begin(), [](char byte) { return static_cast<Label>(byte); });
      labels.append_lasting(key, meanings);
    }
  }

  /// How many values follow, none of them empty.
  std::size_t count() {
    const std::size_t size = number();
    ENSURE(size <= bytes_.size() - at_, "a snapshot is whole");
    return size;
  }

  std::string_view taken(std::size_t size) {
    ENSURE(size <= bytes_.size() - at_, "a snapshot is whole");
    const std::string_view bytes = bytes_.substr(at_, size);
    at_ += size;
    return bytes;
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      ENSURE(at_ < bytes_.size() && shift < 64, "a snapshot is whole");
      const auto byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

template <class T>
T decoded(std::string_view bytes) {
  T value;
  Reader reader(bytes);
  reader(value);
  reader.finish();
  return value;
}

}  // namespace

std::string encode(const Lexicon& lexicon) {
  Writer writer;
  writer(lexicon);
  return writer.take();
}

std::string encode(const Wording& wording) {
  Writer writer;
  writer(wording.labels, wording.patterns, wording.title_words, wording.title_subjects, wording.declaration_words,
         wording.overall_words, wording.monitoring_words, wording.review_words, wording.not_title_words,
         wording.remark_starts);
  return writer.take();
}

std::string encode(const std::vector<Policy>& policies) {
  Writer writer;
  writer(policies);
  return writer.take();
}

Lexicon decode_lexicon(std::string_view bytes) {
  return decoded<Lexicon>(bytes);
}

Wording decode_wording(std::string_view bytes) {
  Wording wording;
  Reader reader(bytes);
  reader(wording.labels, wording.patterns, wording.title_words, wording.title_subjects, wording.declaration_words,
         wording.overall_words, wording.monitoring_words, wording.review_words, wording.not_title_words,
         wording.remark_starts);
  reader.finish();
  return wording;
}

std::vector<Policy> decode_policies(std::string_view bytes) {
  return decoded<std::vector<Policy>>(bytes);
}

}  // namespace jiheng
