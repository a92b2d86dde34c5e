// Pages of made-up glyphs and rules through layout and joining: grids must keep what Grid promises.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "document/pdf/page_layout.h"
#include "document/pdf/pages_join.h"

namespace {

using namespace jiheng;

/// Takes numbers off the input; zeros after its end.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  [[nodiscard]] bool empty() const { return at_ >= size_; }
  std::uint8_t byte() { return empty() ? std::uint8_t{0} : data_[at_++]; }
  /// A length on the page: mostly multiples of 4 points, so that rules meet; sometimes any float.
  float length() {
    const std::uint8_t value = byte();
    if (value != 255) return static_cast<float>(value) * 4;
    float any = 0;
    std::uint8_t bytes[sizeof any];
    for (std::uint8_t& each : bytes) each = byte();
    std::memcpy(&any, bytes, sizeof any);
    return any;
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

void require(bool condition) {
  if (!condition) std::abort();
}

void check(const Grid& grid) {
  require(grid.rows >= 0 && grid.columns >= 0 && grid.first_page <= grid.last_page);
  std::vector<char> taken(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns), 0);
  const Cell* last = nullptr;
  for (const Cell& cell : grid.cells) {
    require(cell.row >= 0 && cell.column >= 0 && cell.row_span >= 1 && cell.column_span >= 1);
    require(cell.row + cell.row_span <= grid.rows && cell.column + cell.column_span <= grid.columns);
    require(last == nullptr || last->row < cell.row || (last->row == cell.row && last->column < cell.column));
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
        char& place = taken[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                            static_cast<std::size_t>(column)];
        require(place == 0);
        place = 1;
      }
    }
    last = &cell;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLargest = 20'000;
  if (size > kLargest) return 0;
  Input input(data, size);
  pdf::PagesJoin join;
  for (int number = 1; number <= 4 && !input.empty(); ++number) {
    pdf::Page page;
    page.number = number;
    page.width = 1024;
    page.height = 1024;
    for (std::uint8_t kind = input.byte(); !input.empty() && kind % 8 != 7; kind = input.byte()) {
      if (kind % 8 < 4) {
        pdf::Segment segment{kind % 2 == 0, input.length(), input.length(), input.length()};
        page.segments.push_back(segment);
      } else {
        pdf::Glyph glyph;
        static constexpr char32_t kCodes[] = {U'一', U'表', U'1', U' ', U'a', U'。', U'-', 0x10FFFF};
        glyph.code = kCodes[input.byte() % 8];
        glyph.left = input.length();
        glyph.baseline = input.length();
        glyph.advance = 8;
        glyph.size = 12;
        glyph.turn = kind % 8 == 6 ? static_cast<std::uint8_t>(input.byte() % 4) : std::uint8_t{0};
        glyph.hidden = kind % 8 == 5;
        glyph.clip_x = glyph.hidden ? input.length() : 0;
        glyph.clip_y = glyph.hidden ? input.length() : 0;
        page.glyphs.push_back(glyph);
      }
    }
    join.add(pdf::lay_out(std::move(page)));
  }
  for (const Block& block : join.finish()) {
    if (block.grid() != nullptr) check(*block.grid());
  }
  return 0;
}
