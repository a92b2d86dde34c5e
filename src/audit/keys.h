// Keys: the texts of a form in key form (core/text.h). Most printed texts are keys as they stand and are looked
// at in place; only the others are folded and kept here.
#pragma once

#include <forward_list>
#include <string>
#include <string_view>

#include "core/text.h"

namespace jiheng::audit {

class Keys {
 public:
  /// `text` and this must outlive the key.
  std::string_view of(std::string_view text) {
    return is_key(text) ? text : std::string_view(folded_.emplace_front(key_of(text)));
  }

 private:
  std::forward_list<std::string> folded_;  // they keep their places, also when this is moved
};

}  // namespace jiheng::audit
