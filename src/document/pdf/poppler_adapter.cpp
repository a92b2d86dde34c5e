// Poppler adapter: pages of a PDF as glyphs and rules, through Poppler's drawing interface.
//
// With poppler_fonts.cpp the only code that knows Poppler. Its text device is not used, being slower than all
// we need together.
#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <optional>

#include "document/pdf/code_points.h"
#include "document/pdf/drawn_rules.h"
#include "document/pdf/pdf_file.h"
#include "document/pdf/poppler_fonts.h"
#include "document/pdf/poppler_headers.h"

namespace jiheng::pdf {
namespace {

constexpr float kSlanted = 0.2F;                // writing that leans more (rise to run) is a watermark or a seal
constexpr std::size_t kMostGlyphs = 1'000'000;  // of one page: nothing readable has more
constexpr double kWhite = 0.97;

// The first complaint about the document at hand; Poppler's callback has no context pointer.
thread_local std::string first_complaint;

void keep_complaint(ErrorCategory, Goffset, const char* message) {
  if (first_complaint.empty() && message != nullptr) first_complaint = message;
}

void start_poppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(keep_complaint);
  });
}

class PageDevice final : public OutputDev {
 public:
  PageDevice(Page& page, const FontPrograms& programs) : page_(page), programs_(programs), rules_(page) {}

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  // Patterns and shadings carry neither text nor rules; claiming them keeps Poppler from drawing
  // them piece by piece.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override {
    return true;
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  // Whatever changes how a glyph is set is looked at once, with the next glyph.
  void updateFont(GfxState*) override { measured_ = false; }
  void updateTextMat(GfxState*) override { measured_ = false; }
  void updateCharSpace(GfxState*) override { measured_ = false; }
  void updateHorizScaling(GfxState*) override { measured_ = false; }
  void updateCTM(GfxState*, double, double, double, double, double, double) override { measured_ = false; }
  void restoreState(GfxState*) override { measured_ = false; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode, int,
                const Unicode* unicode, int length) override {
    if (length <= 0 || unicode == nullptr || page_.glyphs.size() >= kMostGlyphs) return;
    if (!measured_) measure_font(state);
    double left = 0, baseline = 0, along = 0, down = 0;
    state->transform(x, y, &left, &baseline);
    state->transformDelta(dx - spacing_x_, dy - spacing_y_, &along, &down);
    take_clip(state);
    add_glyphs(static_cast<float>(left), static_cast<float>(baseline), static_cast<float>(along),
               static_cast<float>(down), unicode, length);
  }
  bool beginType3Char(GfxState*, double, double, double, double, CharCode, const Unicode*, int) override {
    return true;  // drawn by drawChar already
  }

  void beginActualText(GfxState*, const GooString* text) override {
    actual_text_from_ = page_.glyphs.size();
    actual_text_ = text->toStr();
  }
  void endActualText(GfxState*) override {
    replace_by_actual_text();
    actual_text_.clear();
  }

  void stroke(GfxState* state) override {
    if (is_invisible(state, Paint::Stroke)) return;
    each_subpath(state, [this](const std::vector<Point>& points, bool curved) {
      if (!curved) rules_.stroke(points, clip_);
    });
  }
  void fill(GfxState* state) override { fill_shapes(state); }
  void eoFill(GfxState* state) override { fill_shapes(state); }

  void drawImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, const int*, bool) override {
    add_image(state);
  }
  void drawImageMask(GfxState* state, Object*, Stream*, int, int, bool, bool, bool) override { add_image(state); }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool,
                       bool) override {
    add_image(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int,
                           GfxImageColorMap*, bool) override {
    add_image(state);
  }

 private:
  enum class Paint { Stroke, Fill };

  void measure_font(GfxState* state) {
    measured_ = true;
    embedded_ = true;
    vertical_ = false;
    if (const auto& font = state->getFont()) {
      Ref embedded{};
      embedded_ = font->getType() == fontType3 || font->getEmbeddedFontID(&embedded) || programs_.was_set_aside(*font);
      vertical_ = font->getWMode() != 0;
    }
    size_ = static_cast<float>(state->getTransformedFontSize());
    // Poppler's advance contains the character spacing, which belongs to the gap, not to the glyph.
    state->textTransformDelta(state->getCharSpace() * state->getHorizScaling(), 0, &spacing_x_, &spacing_y_);
  }

  void add_glyphs(float left, float baseline, float along, float down, const Unicode* unicode, int length) {
    Glyph glyph;
    glyph.size = size_;
    float advance = 0;
    if (vertical_) {
      // The origin of a vertical glyph is the middle of its top edge: treat it as an upright one.
      left -= size_ / 2;
      baseline += Glyph::kAscent * size_;
      advance = size_;
    } else if (std::min(std::abs(along), std::abs(down)) > kSlanted * std::max(std::abs(along), std::abs(down))) {
      return;
    } else if (std::abs(along) >= std::abs(down)) {
      glyph.turn = along < 0 ? 2 : 0;
      advance = std::abs(along);
    } else {
      glyph.turn = down > 0 ? 1 : 3;
      advance = std::abs(down);
    }
    if (!(size_ > 0.5F && size_ < 2000) || !(advance < 5000)) return;
    glyph.baseline = baseline;
    glyph.advance = advance / static_cast<float>(length);
    const bool narrow = glyph.advance < 0.6F * size_;
    for (int i = 0; i < length; ++i) {
      char32_t code = plain_code_point(unicode[i]);
      if (narrow && code >= 0xFF01 && code <= 0xFF5E) code = narrow_form(code);
      if (code == 0) continue;
      glyph.code = code;
      glyph.left = left + static_cast<float>(i) * glyph.advance;
      if (place_in_clip(glyph)) page_.glyphs.push_back(glyph);
    }
  }

  void take_clip(GfxState* state) {
    double left = 0, top = 0, right = 0, bottom = 0;
    state->getClipBBox(&left, &top, &right, &bottom);
    clip_ = {static_cast<float>(left), static_cast<float>(top), static_cast<float>(right), static_cast<float>(bottom)};
  }

  /// False for a glyph that is nowhere on the page.
  bool place_in_clip(Glyph& glyph) const {
    const float x = glyph.center_x(), y = glyph.center_y();
    const bool on_page = x >= 0 && y >= 0 && x <= page_.width && y <= page_.height;
    const bool in_clip = x >= clip_.left && x <= clip_.right && y >= clip_.top && y <= clip_.bottom;
    if (on_page && in_clip) return true;
    if (clip_.right <= clip_.left || clip_.bottom <= clip_.top) return false;
    glyph.hidden = true;
    constexpr float kInside = 2.0F;  // off the edge, which lies on a rule
    const float inset_x = std::min(kInside, clip_.width() / 2), inset_y = std::min(kInside, clip_.height() / 2);
    glyph.clip_x = std::clamp(x, clip_.left + inset_x, clip_.right - inset_x);
    glyph.clip_y = std::clamp(y, clip_.top + inset_y, clip_.bottom - inset_y);
    return glyph.clip_x > 0 && glyph.clip_y > 0 && glyph.clip_x < page_.width && glyph.clip_y < page_.height;
  }

  /// Digits and letters half as wide as high are plain ones. Of an embedded font, punctuation may be
  /// full-width and only set close.
  char32_t narrow_form(char32_t code) const {
    const char32_t plain = half_width(code);
    const bool word =
        (plain >= '0' && plain <= '9') || (plain >= 'A' && plain <= 'Z') || (plain >= 'a' && plain <= 'z');
    return word || !embedded_ ? plain : code;
  }

  void replace_by_actual_text() {
    if (actual_text_.empty() || actual_text_from_ >= page_.glyphs.size()) return;
    std::vector<char32_t> codes;
    const auto byte = [this](std::size_t at) { return static_cast<unsigned char>(actual_text_[at]); };
    if (actual_text_.size() >= 2 && byte(0) == 0xFE && byte(1) == 0xFF) {
      for (std::size_t at = 2; at + 1 < actual_text_.size(); at += 2) {
        char32_t unit = static_cast<char32_t>(byte(at) << 8 | byte(at + 1));
        if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < actual_text_.size()) {
          const char32_t low = static_cast<char32_t>(byte(at + 2) << 8 | byte(at + 3));
          unit = 0x10000 + ((unit - 0xD800) << 10) + ((low - 0xDC00) & 0x3FF);
          at += 2;
        }
        codes.push_back(unit);
      }
    } else {
      for (std::size_t at = 0; at < actual_text_.size(); ++at) codes.push_back(pdfDocEncoding[byte(at)]);
    }
    std::erase_if(codes, [](char32_t& code) { return (code = plain_code_point(code)) == 0; });
    const Glyph first = page_.glyphs[actual_text_from_], last = page_.glyphs.back();
    // Only a replacement within one line is one; a paragraph's ActualText would lose the places.
    if (codes.empty() || first.turn != 0 || first.baseline != last.baseline || last.left < first.left) return;
    const float width = last.right() - first.left;
    page_.glyphs.resize(actual_text_from_);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      Glyph glyph = first;
      glyph.code = codes[i];
      glyph.advance = width / static_cast<float>(codes.size());
      glyph.left = first.left + glyph.advance * static_cast<float>(i);
      page_.glyphs.push_back(glyph);
    }
  }

  static bool is_invisible(GfxState* state, Paint paint) {
    if ((paint == Paint::Fill ? state->getFillOpacity() : state->getStrokeOpacity()) <= 0.01) return true;
    const GfxColorSpace* space = paint == Paint::Fill ? state->getFillColorSpace() : state->getStrokeColorSpace();
    if (space == nullptr || space->getMode() == csPattern) return false;
    GfxRGB color;
    if (paint == Paint::Fill) {
      state->getFillRGB(&color);
    } else {
      state->getStrokeRGB(&color);
    }
    return colToDbl(color.r) > kWhite && colToDbl(color.g) > kWhite && colToDbl(color.b) > kWhite;
  }

  /// Calls `use(points, curved)` with every subpath of the current path, in page points, closed.
  template <class Use>
  void each_subpath(GfxState* state, Use use) {
    take_clip(state);
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* subpath = path->getSubpath(i);
      const int count = subpath->getNumPoints();
      points_.clear();
      bool curved = false;
      for (int p = 0; p < count; ++p) {
        curved = curved || subpath->getCurve(p);
        double x = 0, y = 0;
        state->transform(subpath->getX(p), subpath->getY(p), &x, &y);
        points_.push_back({static_cast<float>(x), static_cast<float>(y)});
      }
      if (points_.size() >= 2) use(points_, curved);
    }
  }

  void fill_shapes(GfxState* state) {
    if (state->getPath()->getNumSubpaths() > 0 && !is_invisible(state, Paint::Fill)) {
      rules_.begin_fill();
      each_subpath(state, [this](const std::vector<Point>& points, bool curved) {
        if (curved) {
          ++page_.drawn_shapes;
        } else {
          rules_.fill(points, clip_);
        }
      });
    }
  }

  /// Pictures are not decoded. One drawn very thin is a rule (some programs print rules so).
  void add_image(GfxState* state) {
    std::vector<Point> corners;
    for (const auto& [u, v] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}}) {
      double x = 0, y = 0;
      state->transform(u, v, &x, &y);
      corners.push_back({static_cast<float>(x), static_cast<float>(y)});
    }
    const Box box = box_of(corners);
    clip_ = {0, 0, page_.width, page_.height};
    if (std::min(box.width(), box.height()) < 1.6F) {
      rules_.bar(box, clip_);
      return;
    }
    ++page_.images;
    const float width = std::min(box.right, page_.width) - std::max(box.left, 0.0F);
    const float height = std::min(box.bottom, page_.height) - std::max(box.top, 0.0F);
    if (width > 0 && height > 0) page_.image_area += width * height;
  }

  Page& page_;
  const FontPrograms& programs_;
  DrawnRules rules_;
  bool measured_ = false;  // the next five hold for the current font and matrices
  bool embedded_ = true, vertical_ = false;
  float size_ = 0;  // as it comes out on the page
  double spacing_x_ = 0, spacing_y_ = 0;
  Box clip_;
  std::vector<Point> points_;
  std::string actual_text_;
  std::size_t actual_text_from_ = 0;
};

/// Annotations that are part of what is printed: filled form fields and typed text.
bool shows_annotation(Annot* annotation, void*) {
  return annotation->getType() == Annot::typeWidget || annotation->getType() == Annot::typeFreeText;
}

bool has_too_much(void* page) {
  const auto* filled = static_cast<const Page*>(page);
  return filled->glyphs.size() >= kMostGlyphs || filled->segments.size() >= DrawnRules::kMost;
}

}  // namespace

struct PdfFile::Open {
  bool rebuilt = false;
  std::unique_ptr<PDFDoc> document;
  FontPrograms programs;
  std::string complaint;
};

PdfFile::PdfFile(std::string_view bytes) : open_(std::make_unique<Open>()) {
  start_poppler();
  first_complaint.clear();
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));  // PDFDoc owns it
  open_->document = std::make_unique<PDFDoc>(stream, std::nullopt, std::nullopt, nullptr,
                                             [rebuilt = &open_->rebuilt] { *rebuilt = true; });
  open_->complaint = first_complaint;
}

PdfFile::~PdfFile() = default;

OpenFailure PdfFile::failure() const {
  if (open_->document->isOk()) return OpenFailure::None;
  return open_->document->getErrorCode() == errEncrypted ? OpenFailure::Encrypted : OpenFailure::Damaged;
}

std::string PdfFile::complaint() const {
  return open_->complaint;
}

int PdfFile::pages() const {
  return failure() == OpenFailure::None ? std::max(0, open_->document->getNumPages()) : 0;
}

bool PdfFile::was_rebuilt() const {
  return open_->rebuilt;
}

Page PdfFile::page(int number) {
  Page page;
  page.number = number;
  ::Page* source = open_->document->getPage(number);
  if (source == nullptr) return page;
  page.width = static_cast<float>(source->getCropWidth());
  page.height = static_cast<float>(source->getCropHeight());
  if (source->getRotate() % 180 != 0) std::swap(page.width, page.height);
  open_->programs.set_aside(*open_->document, *source);
  PageDevice device(page, open_->programs);
  constexpr double kPointsPerInch = 72;
  open_->document->displayPage(&device, number, kPointsPerInch, kPointsPerInch, 0, /*useMediaBox=*/false,
                               /*crop=*/true, /*printing=*/false, has_too_much, &page, shows_annotation, nullptr);
  if (open_->complaint.empty()) open_->complaint = first_complaint;
  return page;
}

}  // namespace jiheng::pdf
