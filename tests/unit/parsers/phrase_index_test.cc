// SPDX-License-Identifier: Apache-2.0
#include "parsers/phrase_index.h"

#include <gtest/gtest.h>

#include <string>

namespace assentd::words {
namespace {

constexpr std::array phrases{"sent from", "sent from my", "my vote", "投票", "+1"};
const PhraseIndex<const char*> index{phrases};

std::string found_in(std::string_view text, std::size_t last = 100) {
    std::string found;
    index.any_within(text, last, [&](std::size_t at, std::string_view phrase) {
        found += std::to_string(at) + ":" + std::string(phrase) + " ";
        return false;
    });
    return found;
}

TEST(PhraseIndex, TheLongestPhraseThatBeginsATextWins) {
    ASSERT_NE(index.longest_at_start("sent from my phone"), nullptr);
    EXPECT_EQ(phrase_of(*index.longest_at_start("sent from my phone")), "sent from my");
    EXPECT_EQ(phrase_of(*index.longest_at_start("sent from myself")), "sent from");
    EXPECT_EQ(index.longest_at_start("sent fromage"), nullptr);
    EXPECT_EQ(index.longest_at_start(""), nullptr);
}

TEST(PhraseIndex, PhrasesAreFoundAtWordBoundaries) {
    EXPECT_EQ(found_in("is my vote, not enemy vote"), "3:my vote ");
    EXPECT_EQ(found_in("my votes"), "");
    EXPECT_EQ(found_in("我投票了"), "3:投票 ");  // no blanks between words
    EXPECT_EQ(found_in("a+1 +1"), "1:+1 4:+1 ");
    EXPECT_EQ(found_in("is my vote", 2), "");
}

TEST(PhraseIndex, PhrasesOfAnyLengthAreFoundAtTheVeryEnd) {
    constexpr std::array by_length{"j", "ok", "yes", "aye!", "agree", "approve"};
    const PhraseIndex<const char*> lengths{by_length};
    for (const std::string phrase : by_length) {
        EXPECT_TRUE(lengths.any_within(phrase)) << phrase;
        EXPECT_TRUE(lengths.any_within("so " + phrase)) << phrase;
        EXPECT_TRUE(lengths.stands_in("so" + phrase)) << phrase;
        EXPECT_FALSE(lengths.any_within(phrase.substr(0, phrase.size() - 1))) << phrase;
    }
}

}  // namespace
}  // namespace assentd::words
