// The pull reader of XML: the same tokens however the bytes arrive.
#include "document/xml_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

namespace jiheng {
namespace {

using Token = XmlStream::Token;

// Tokens as one line: "<a id=1>", "</a>", texts in quotes, "!" and the problem where it breaks.
std::string tokens(XmlStream xml) {
  std::string out;
  while (true) {
    const Token token = xml.next();
    switch (token) {
      case Token::Start:
        out.append("<").append(xml.name());
        if (const auto id = xml.attribute("id")) out.append(" id=").append(*id);
        out += '>';
        break;
      case Token::End: out.append("</").append(xml.name()).append(">"); break;
      case Token::Text:
        out += '\'';
        xml.append_text(out);
        out += '\'';
        break;
      case Token::Done: return out;
      case Token::TooDeep: return out + "!deep";
      case Token::Broken: return out.append("!").append(xml.problem());
    }
  }
}

// Bytes that arrive `size` at a time.
XmlStream::Source pieces(std::string text, std::size_t size) {
  return [text = std::move(text), size, at = std::size_t{0}](char* buffer, std::size_t room) mutable -> long {
    const std::size_t count = std::min({size, room, text.size() - at});
    std::memcpy(buffer, text.data() + at, count);
    at += count;
    return static_cast<long>(count);
  };
}

TEST(XmlStream, TokensInAnyPieces) {
  const struct {
    const char *xml, *tokens;
  } cases[] = {
      {"<?xml version='1.0'?><!-- > --><a><x:b r:id=\"1\" z='>'/>甲&amp;&#20057;&#x4E19;</a>\n",
       "<a><b id=1></b>'甲&乙丙'</a>"},
      {"<a><![CDATA[<&amp;>]]></a >", "<a>'<&amp;>'</a>"},
      {"<a>&unknown; & &#xD800;</a>", "<a>'&unknown; & &#xD800;'</a>"},
      {"<a><b></a></b></c>", "<a><b></a></b>!an element is closed that was not opened"},
      {"<a><b>", "<a><b>!ends before all elements are closed"},
      {"<a", "!a tag does not end"},
      {"<!DOCTYPE a><a/>", "!a DOCTYPE is not allowed here"},
      {"<a><a><a><a/></a></a></a>", "<a><a><a>!deep"},
      {"", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(tokens(XmlStream(std::string_view(c.xml), 3)), c.tokens);
    for (const std::size_t size : {1U, 2U, 7U, 1000U}) {
      EXPECT_EQ(tokens(XmlStream(pieces(c.xml, size), 3)), c.tokens) << size;
    }
  }
}

TEST(XmlStream, SkipsWholeElements) {
  XmlStream xml(std::string_view("<a><b><c/>x<b/></b><d/></a>"), 10);
  ASSERT_EQ(xml.next(), Token::Start);
  ASSERT_EQ(xml.next(), Token::Start);
  EXPECT_TRUE(xml.skip());
  ASSERT_EQ(xml.next(), Token::Start);
  EXPECT_EQ(xml.name(), "d");
  EXPECT_TRUE(xml.skip());
  EXPECT_EQ(xml.next(), Token::End);
}

TEST(XmlStream, ABrokenSourceIsTold) {
  EXPECT_EQ(tokens(XmlStream([](char*, std::size_t) { return -1L; }, 3)), "!the packed data is broken");
}

}  // namespace
}  // namespace jiheng
