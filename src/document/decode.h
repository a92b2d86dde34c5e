// Bytes of a text of unknown encoding → UTF-8. UTF-8, UTF-16 and GB18030 are what Chinese offices write.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jiheng {

/// By byte order mark, else UTF-8 if it is valid (a few broken characters are forgiven), else UTF-16
/// by its zero bytes, else GB18030. nullopt when it is no text in any of them.
std::optional<std::string> decode_text(std::string_view bytes);

/// The same with an encoding that the document itself names ("gb2312", "utf-8"); believed only
/// where the bytes agree.
std::optional<std::string> decode_text(std::string_view bytes, std::string_view declared);

/// GB18030 → UTF-8, malformed bytes as U+FFFD.
std::string decode_gb18030(std::string_view bytes);

}  // namespace jiheng
