// XmlStream: a pull reader of XML that keeps only the piece it is at, so that a sheet of a million
// empty rows costs no memory. Names are given without their namespace prefix. No entity but the five
// of XML and character numbers is known, and a DOCTYPE is refused: entity bombs have no place to stand.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace jiheng {

class XmlStream {
 public:
  /// Bytes put into the buffer, 0 at the end, negative when broken.
  using Source = std::function<long(char* buffer, std::size_t size)>;
  enum class Token { Start, End, Text, Done, Broken, TooDeep };

  XmlStream(Source source, int max_depth);
  /// Over a text that is there already; it must outlive the stream.
  XmlStream(std::string_view text, int max_depth);

  /// Moves on. An empty element <a/> gives Start and then End.
  Token next();
  /// After Start: moves on past its End. False when the stream ended in the middle.
  bool skip();

  /// Local name of the Start or End.
  [[nodiscard]] std::string_view name() const { return name_; }
  /// Attribute of the Start by local name, not unescaped; valid until next().
  [[nodiscard]] std::optional<std::string_view> attribute(std::string_view local_name) const;
  /// Appends the current Text, unescaped.
  void append_text(std::string& out) const;
  /// What is broken, for the Error's detail.
  [[nodiscard]] std::string_view problem() const { return problem_; }

 private:
  bool fill();
  bool find(std::string_view mark, std::size_t from, std::size_t& at);
  Token broken(std::string_view problem);
  Token read_markup();
  Token pass_over(std::string_view head);

  Source source_;
  std::string buffer_;
  std::string_view window_;  ///< of buffer_, or the whole text
  std::size_t at_ = 0;
  bool ended_ = false;
  int depth_ = 0, max_depth_;
  bool pending_end_ = false;
  bool cdata_ = false;
  std::string_view name_, attributes_, text_, problem_;
};

/// Appends `raw` with &amp; &#20; and the like replaced; an unknown entity stays as it is.
void append_unescaped(std::string& out, std::string_view raw);

}  // namespace jiheng
