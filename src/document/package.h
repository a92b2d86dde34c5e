// Package: how the parts of an office file find each other (_rels/*.rels).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "document/archive.h"

namespace jiheng {

struct Relation {
  std::string type;    ///< last piece of the type's address: "worksheet", "sharedStrings"
  std::string target;  ///< name of the part in the archive
};

/// Relations of one part by their id; empty if it has none. Of the package itself for part "".
Result<std::map<std::string, Relation, std::less<>>> relations_of(Archive& archive, std::string_view part,
                                                                  const Limits& limits);

/// The main part: the relation "officeDocument", or `usual` where that is missing.
Result<std::string> main_part(Archive& archive, std::string_view usual, const Limits& limits);

/// Target of the first relation of that type; "" if there is none.
std::string target_of(const std::map<std::string, Relation, std::less<>>& relations, std::string_view type);

}  // namespace jiheng
