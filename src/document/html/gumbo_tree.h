// The one file that knows how gumbo is run: in an arena with a budget, so that a page that makes the
// parser multiply elements is refused, and nothing is freed node by node (which recurses).
#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>

#include "core/result.h"
#include "document/read_document.h"

namespace jiheng {

class GumboTree {
 public:
  /// `html` is UTF-8 and must outlive the tree.
  static Result<GumboTree> parse(std::string_view html, const Limits& limits);
  GumboTree(GumboTree&&) noexcept;
  GumboTree& operator=(GumboTree&&) noexcept;
  ~GumboTree();

  [[nodiscard]] const GumboNode* root() const { return root_; }

 private:
  struct Arena;
  GumboTree();
  static const GumboOutput* run(std::string_view html, Arena& arena);
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

}  // namespace jiheng
