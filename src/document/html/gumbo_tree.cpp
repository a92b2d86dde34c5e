#include "document/html/gumbo_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <utility>
#include <vector>

#include "document/html/markup_check.h"
#include "document/refusal.h"

namespace jiheng {

struct GumboTree::Arena {
  static constexpr std::size_t kPage = std::size_t{256} * 1024;
  std::vector<std::unique_ptr<std::byte[]>> pages;
  std::byte* next = nullptr;
  std::size_t left = 0, taken = 0, budget = 0;
  std::jmp_buf over_budget;

  static void* allocate(void* self, std::size_t size) {
    auto& arena = *static_cast<Arena*>(self);
    size = (std::max<std::size_t>(size, 1) + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) *
           alignof(std::max_align_t);
    // gumbo cannot be told "no": it is left by a jump over its C frames, which own nothing but the arena.
    if (size > arena.budget - arena.taken) std::longjmp(arena.over_budget, 1);
    arena.taken += size;
    if (size > arena.left) {
      const std::size_t page = std::max(size, kPage);
      arena.pages.emplace_back(new std::byte[page]);
      arena.next = arena.pages.back().get();
      arena.left = page;
    }
    void* const place = arena.next;
    arena.next += size;
    arena.left -= size;
    return place;
  }
  static void keep(void*, void*) {}
};

GumboTree::GumboTree() = default;
GumboTree::GumboTree(GumboTree&&) noexcept = default;
GumboTree& GumboTree::operator=(GumboTree&&) noexcept = default;
GumboTree::~GumboTree() = default;

// Nothing with a destructor may live here: the jump lands in this frame.
const GumboOutput* GumboTree::run(std::string_view html, Arena& arena) {
  if (setjmp(arena.over_budget) != 0) return nullptr;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::keep;
  options.userdata = &arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

Result<GumboTree> GumboTree::parse(std::string_view html, const Limits& limits) {
  const Result<void> checked = check_markup(html, limits.max_depth);
  if (!checked) return checked.error();
  GumboTree tree;
  tree.arena_ = std::make_unique<Arena>();
  tree.arena_->budget = std::min<std::size_t>(limits.max_unpacked, (64U << 20) + html.size() * 200);
  const GumboOutput* output = run(html, *tree.arena_);
  if (output == nullptr) return too_large({}, "网页内容过多", "the HTML multiplies when parsed");
  tree.root_ = output->root;
  return tree;
}

}  // namespace jiheng
