// The snapshot compiled in says what the TOML files say.
#include "config/snapshot.h"

#include <gtest/gtest.h>

#include "config/baked.h"
#include "config/lexicon_toml.h"
#include "config/policy_toml.h"
#include "config/wording_toml.h"

namespace jiheng {
namespace {

TEST(Snapshot, HoldsWhatTheFilesHold) {
  EXPECT_EQ(encode(*load_lexicon(std::nullopt)), baked_lexicon());
  EXPECT_EQ(encode(*load_wording(std::nullopt)), baked_wording());
  EXPECT_EQ(encode(*load_policies(std::nullopt)), baked_policies());
}

TEST(Snapshot, DecodesToWhatWasEncoded) {
  EXPECT_EQ(encode(decode_lexicon(baked_lexicon())), baked_lexicon());
  EXPECT_EQ(encode(decode_wording(baked_wording())), baked_wording());
  EXPECT_EQ(encode(decode_policies(baked_policies())), baked_policies());
}

TEST(Snapshot, RefusesBytesOfAnotherMaking) {
  EXPECT_THROW(decode_lexicon("\x05"), std::logic_error);
  EXPECT_THROW(decode_wording(baked_policies()), std::logic_error);
  EXPECT_THROW(decode_policies(std::string(baked_policies()) + "x"), std::logic_error);
}

}  // namespace
}  // namespace jiheng
