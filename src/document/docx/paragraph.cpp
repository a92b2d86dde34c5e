// Text of one paragraph: its runs as printed. Deleted revisions, hidden text, field codes and
// footnote marks are not printed; inserted revisions and field results are.
#include <charconv>

#include "core/text.h"
#include "document/docx/body.h"
#include "document/normalise.h"
#include "document/symbol_font.h"
#include "document/xml_part.h"

namespace jiheng {
namespace {

bool is_on(const pugi::xml_node& node) {
  const std::string_view value = attribute_of(node, "val");
  return node && value != "0" && value != "false" && value != "off";
}

std::string_view symbol_font_of(const pugi::xml_node& run_properties) {
  const std::string_view font = attribute_of(child_of(run_properties, "rFonts"), "ascii");
  return is_symbol_font(font) ? font : std::string_view();
}

class RunReader {
 public:
  RunReader(BodyContext& context, std::vector<pugi::xml_node>& boxes) : context_(context), boxes_(boxes) {}

  // Runs and what wraps them.
  void read(const pugi::xml_node& parent) {
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = local_name(node);
      if (name == "r") {
        read_run(node);
      } else if (name == "AlternateContent") {
        read(chosen(node));
      } else if (name == "sdt") {
        read(child_of(node, "sdtContent"));
      } else if (name == "ruby") {
        read(child_of(node, "rubyBase"));
      } else if (name == "oMath" || name == "oMathPara") {
        read_formula(node);
      } else if (name == "hyperlink" || name == "ins" || name == "moveTo" || name == "smartTag" ||
                 name == "customXml" || name == "fldSimple" || name == "dir" || name == "bdo") {
        read(node);
      }
    }
  }

  std::string text;

 private:
  static pugi::xml_node chosen(const pugi::xml_node& alternatives) {
    const pugi::xml_node choice = child_of(alternatives, "Choice");
    return choice ? choice : child_of(alternatives, "Fallback");
  }

  void read_run(const pugi::xml_node& run) {
    const pugi::xml_node properties = child_of(run, "rPr");
    if (is_on(child_of(properties, "vanish"))) return;
    read_pieces(run, symbol_font_of(properties));
  }

  void read_pieces(const pugi::xml_node& run, std::string_view symbol_font) {
    for (const pugi::xml_node& node : run.children()) {
      const std::string_view name = local_name(node);
      if (name == "t") {
        if (symbol_font.empty())
          text += node.child_value();
        else
          append_symbols(symbol_font, node.child_value());
      } else if (name == "tab" || name == "ptab") {
        text += '\t';
      } else if (name == "br" || name == "cr") {
        text += '\n';
      } else if (name == "noBreakHyphen") {
        text += '-';
      } else if (name == "sym") {
        append_symbol(node);
      } else if (name == "fldChar") {
        append_form_field(child_of(node, "ffData"));
      } else if (name == "AlternateContent") {
        read_pieces(chosen(node), symbol_font);
      } else if (name == "drawing" || name == "pict" || name == "object") {
        read_picture(node);
      } else if (name == "ruby") {
        read(child_of(node, "rubyBase"));
      }
    }
  }

  void append_symbols(std::string_view font, std::string_view codes) {
    for (std::size_t at = 0; at < codes.size();) {
      const char32_t code = next_code_point(codes, at);
      const char32_t drawn = symbol_of(font, code);
      append_utf8(text, drawn != 0 ? drawn : code);
    }
  }

  void append_symbol(const pugi::xml_node& node) {
    const std::string_view digits = attribute_of(node, "char");
    std::uint32_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const char32_t drawn = symbol_of(attribute_of(node, "font"), code);
    if (drawn != 0)
      append_utf8(text, drawn);
    else if (code >= 0x20 && (code < 0xE000 || code > 0xF8FF) && (code < 0xD800 || code > 0xDFFF))
      append_utf8(text, code);
  }

  // Check boxes and choices of old protected forms have no text of their own.
  void append_form_field(const pugi::xml_node& data) {
    if (const pugi::xml_node box = child_of(data, "checkBox")) {
      const pugi::xml_node checked = child_of(box, "checked");
      text += is_on(checked ? checked : child_of(box, "default")) ? "☑" : "☐";
    } else if (const pugi::xml_node choices = child_of(data, "ddList")) {
      int wanted = number_of(child_of(choices, "result"), "val", number_of(child_of(choices, "default"), "val", 0));
      for (const pugi::xml_node& entry : choices.children()) {
        if (local_name(entry) == "listEntry" && wanted-- == 0) text += attribute_of(entry, "val");
      }
    }
  }

  void read_formula(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      if (local_name(child) == "t")
        text += child.child_value();
      else
        read_formula(child);
    }
  }

  void read_picture(const pugi::xml_node& node) {
    for (const pugi::xml_node& child : node.children()) {
      const std::string_view name = local_name(child);
      if (name == "txbxContent") {
        boxes_.push_back(child);
      } else if (name == "AlternateContent") {
        read_picture(chosen(child));
      } else {
        if (name == "blip" || name == "imagedata") context_.has_pictures = true;
        read_picture(child);
      }
    }
  }

  BodyContext& context_;
  std::vector<pugi::xml_node>& boxes_;
};

}  // namespace

std::string paragraph_text(const pugi::xml_node& paragraph, BodyContext& context, std::vector<pugi::xml_node>& boxes) {
  RunReader reader(context, boxes);
  reader.text = context.numbering.label(child_of(paragraph, "pPr"));
  reader.read(paragraph);
  return normalised(reader.text);
}

}  // namespace jiheng
