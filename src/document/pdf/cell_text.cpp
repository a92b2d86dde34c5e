// Cell text: lines by baseline, spaces by gaps.
#include "document/pdf/cell_text.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"

namespace jiheng::pdf {
namespace {

// In em of the line.
constexpr float kSameLine = 0.55F;   // between baselines: a raised 2 of m² is within, the next line is not
constexpr float kWordGap = 0.2F;     // between Latin words set without a space
constexpr float kWideGap = 1.2F;     // between anything
constexpr float kSamePlace = 0.15F;  // the same character so close is printed twice

bool is_latin(char32_t c) {
  return c < 0x2E80;
}

bool is_twin(const Glyph& a, const Glyph& b) {
  return a.code == b.code && b.left - a.left < kSamePlace * a.size &&
         std::abs(a.baseline - b.baseline) < kSamePlace * a.size;
}

}  // namespace

std::vector<PrintedLine> printed_lines(std::span<Glyph> glyphs) {
  std::vector<PrintedLine> lines;
  std::sort(glyphs.begin(), glyphs.end(), [](const Glyph& a, const Glyph& b) {
    return a.baseline != b.baseline ? a.baseline < b.baseline : a.left < b.left;
  });
  for (std::size_t first = 0; first < glyphs.size();) {
    PrintedLine line;
    line.first = first;
    line.size = glyphs[first].size;
    std::size_t last = first + 1;
    bool level = true;
    float baseline = glyphs[first].baseline;  // of the largest glyph: the others may be raised or lowered
    while (last < glyphs.size() &&
           glyphs[last].baseline - baseline <= kSameLine * std::max(line.size, glyphs[last].size)) {
      level = level && glyphs[last].baseline == glyphs[first].baseline;
      if (glyphs[last].size > line.size) {
        line.size = glyphs[last].size;
        baseline = glyphs[last].baseline;
      }
      ++last;
    }
    const auto begin = glyphs.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = glyphs.begin() + static_cast<std::ptrdiff_t>(last);
    if (!level) std::stable_sort(begin, end, [](const Glyph& a, const Glyph& b) { return a.left < b.left; });
    line.last = last;
    bool inked = false;
    for (auto glyph = begin; glyph != end; ++glyph) {
      if (is_space(glyph->code)) continue;
      if (!inked) {
        line.box = {glyph->left, glyph->top(), glyph->right(), glyph->bottom()};
        inked = true;
      }
      line.box.top = std::min(line.box.top, glyph->top());
      line.box.right = std::max(line.box.right, glyph->right());
      line.box.bottom = std::max(line.box.bottom, glyph->bottom());
    }
    if (inked) lines.push_back(line);
    first = last;
  }
  return lines;
}

std::string line_text(std::span<const Glyph> glyphs) {
  std::string text;
  text.reserve(glyphs.size() * 3);
  const Glyph* last = nullptr;
  bool space = false;
  for (const Glyph& glyph : glyphs) {
    if (is_space(glyph.code)) {
      space = last != nullptr;
      continue;
    }
    if (last != nullptr) {
      if (is_twin(*last, glyph)) continue;
      const float gap = glyph.left - last->right();
      const float em = std::max(last->size, glyph.size);
      const bool words = is_latin(last->code) && is_latin(glyph.code);
      if (space || gap > (words ? kWordGap : kWideGap) * em) text.push_back(' ');
    }
    append_utf8(text, glyph.code);
    last = &glyph;
    space = false;
  }
  return text;
}

std::string block_text(std::span<const Glyph> glyphs, std::span<const PrintedLine> lines) {
  std::string text;
  for (const PrintedLine& line : lines) {
    if (!text.empty()) text.push_back('\n');
    text += line_text(glyphs.subspan(line.first, line.last - line.first));
  }
  return text;
}

}  // namespace jiheng::pdf
