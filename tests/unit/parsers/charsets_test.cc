// SPDX-License-Identifier: Apache-2.0
#include "parsers/charsets.h"

#include <gtest/gtest.h>

namespace assentd {
namespace {

// Eight bytes are looked at together: the odd one out is found at each place.
TEST(Charsets, Utf8IsJudgedByEachByte) {
    for (std::size_t size = 1; size < 40; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            EXPECT_TRUE(is_utf8(text));
            text[at] = '\xE9';
            EXPECT_FALSE(is_utf8(text)) << at << " of " << size;
            text.replace(at, 1, "\xC3\xA9");
            EXPECT_TRUE(is_utf8(text)) << at << " of " << size;
            EXPECT_EQ(clean_text(text), text);
        }
    }
}

TEST(Charsets, CleanTextDropsWhatNoTextHas) {
    EXPECT_EQ(clean_text("\xEF\xBB\xBF"
                         "a\r\nb\rc\r"),
              "a\nb\nc\n");
    EXPECT_EQ(clean_text(std::string_view("a\0b\x1b[1m\x7f\tc", 10)), "ab[1m\tc");
    EXPECT_EQ(clean_text("caf\xE9!"), "caf\xEF\xBF\xBD!");
    EXPECT_EQ(clean_text("\xE2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

}  // namespace
}  // namespace assentd
