// PdfWriter: small PDFs for tests and examples: text, lines, boxes and tables where you say.
//
// Chinese text is set in a SimSun that is not embedded, as office programs of the field do. Points,
// origin at the top left, y downwards; text is placed by its baseline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jiheng::test {

class PdfWriter {
 public:
  enum class Rules { Strokes, ThinBoxes };  ///< as LibreOffice prints them; as browsers do
  enum class Coding { Unicode, Gbk };       ///< UniGB-UCS2-H; GBK-EUC-H, whose half-width digits read as full-width

  explicit PdfWriter(float width = 595, float height = 842);

  PdfWriter& new_page();
  PdfWriter& new_page(float width, float height);
  /// /Rotate of the current page: 0, 90, 180 or 270. What is drawn stays as it is.
  PdfWriter& rotate_page(int degrees);
  PdfWriter& rules(Rules rules);
  PdfWriter& coding(Coding coding);

  /// UTF-8 of the basic plane; Gbk coding takes ASCII only.
  PdfWriter& text(float x, float baseline, std::string_view utf8, float size = 10.5F);
  /// Text that runs upwards, its baseline at x.
  PdfWriter& text_upwards(float x, float bottom, std::string_view utf8, float size = 10.5F);
  /// Text of which only the part inside a box shows.
  PdfWriter& clipped_text(float x, float baseline, std::string_view utf8, float left, float top, float right,
                          float bottom, float size = 10.5F);
  PdfWriter& line(float x0, float y0, float x1, float y1, float width = 0.5F);
  PdfWriter& filled_box(float left, float top, float right, float bottom);
  /// A grey picture.
  PdfWriter& picture(float left, float top, float right, float bottom);

  /// A ruled table. "<" goes on the cell at the left, "^" the one above (a cell that spans both ways
  /// goes on with "^" and then "<"); '\n' breaks lines. Rows are as high as their lines need. Returns the bottom edge.
  struct Table {
    float left = 50, top = 100;
    std::vector<float> widths;
    std::vector<std::vector<std::string>> rows;
    float size = 10.5F;
    bool top_rule = true, bottom_rule = true;  ///< false: cut by the page, as browsers print it
    bool left_rule = true, right_rule = true;
  };
  float table(const Table& table);

  [[nodiscard]] std::string bytes() const;
  /// Needs `password` to open.
  [[nodiscard]] std::string encrypted(const std::string& password) const;

 private:
  struct PageContent {
    float width = 0, height = 0;
    int rotation = 0;
    std::string stream;
  };
  PageContent& page() { return pages_.back(); }
  [[nodiscard]] std::string shown(std::string_view utf8) const;

  std::vector<PageContent> pages_;
  Rules rules_ = Rules::Strokes;
  Coding coding_ = Coding::Unicode;
};

/// Width of `utf8` as PdfWriter sets it: ASCII half an em, all else a whole one.
float width_of(std::string_view utf8, float size);

}  // namespace jiheng::test
