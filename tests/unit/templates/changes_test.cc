// SPDX-License-Identifier: Apache-2.0
#include "templates/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "templates/common_parts.h"

namespace assentd::testing {
namespace {

using outgoing::changes;
using outgoing::common_parts;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(CommonParts, AreALongestCommonSubsequence) {
    EXPECT_THAT(common_parts({1, 2, 3, 1, 2, 2, 1}, {3, 2, 1, 2, 1, 3}, 100).size(), 4u);
    EXPECT_THAT(common_parts({1, 2, 3}, {1, 9, 3}, 100), ElementsAre(Pair(0u, 0u), Pair(2u, 2u)));
    EXPECT_THAT(common_parts({1, 2}, {1, 5, 2, 6}, 100), ElementsAre(Pair(0u, 0u), Pair(1u, 2u)));
    EXPECT_THAT(common_parts({1, 5, 2, 6}, {1, 2}, 100), ElementsAre(Pair(0u, 0u), Pair(2u, 1u)));
    EXPECT_THAT(common_parts({}, {1}, 100), IsEmpty());
    EXPECT_THAT(common_parts({1}, {}, 100), IsEmpty());
}

// Against the textbook's table, for every pair of short sequences of three letters.
TEST(CommonParts, AgreeWithTheTableOfAllPrefixes) {
    const auto sequence = [](int code) {
        std::vector<int> s;
        for (; code > 0; code /= 4)
            if (code % 4 > 0) s.push_back(code % 4);
        return s;
    };
    for (int x = 0; x < 256; ++x) {
        for (int y = 0; y < 256; ++y) {
            const auto a = sequence(x), b = sequence(y);
            std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
            for (std::size_t i = 1; i <= a.size(); ++i)
                for (std::size_t j = 1; j <= b.size(); ++j)
                    longest[i][j] = a[i - 1] == b[j - 1] ? longest[i - 1][j - 1] + 1
                                                         : std::max(longest[i - 1][j], longest[i][j - 1]);
            const auto found = common_parts(a, b, 100);
            ASSERT_EQ(found.size(), longest[a.size()][b.size()]) << x << ' ' << y;
            for (std::size_t i = 0; i < found.size(); ++i) {
                ASSERT_EQ(a[found[i].first], b[found[i].second]);
                ASSERT_TRUE(i == 0 || (found[i - 1].first < found[i].first && found[i - 1].second < found[i].second));
            }
        }
    }
}

TEST(CommonParts, BeyondTheBoundOnlyBothEndsAreCommon) {
    EXPECT_THAT(common_parts({1, 2, 3, 4, 5, 6}, {1, 20, 3, 40, 50, 6}, 2), ElementsAre(Pair(0u, 0u), Pair(5u, 5u)));
}

TEST(Changes, AChangedParagraphShowsItsWordsNearTheChange) {
    EXPECT_EQ(
        changes("Context:\nOur backups live in one building.\n\nProposal:\nRent two servers at another place from "
                "January on, for at most 90 a month, and copy every night.",
                "Context:\nOur backups live in one building.\n\nProposal:\nRent two servers at another place from "
                "January on, for at most 120 a month, and copy every night."),
        "  Proposal:\n"
        "- … from January on, for at most 90 a month, and copy every night.\n"
        "+ … from January on, for at most 120 a month, and copy every night.");
}

TEST(Changes, WhatCameAndWhatWentStandsBesideItsNeighbours) {
    EXPECT_EQ(changes("- tapes in a safe\n- nothing", "- tapes in a safe\n- a second disk\n- nothing"),
              "  - tapes in a safe\n+ - a second disk\n  - nothing");
    EXPECT_EQ(changes("one thing\nanother matter\nthe end", "one thing\nthe end"),
              "  one thing\n- another matter\n  the end");
}

TEST(Changes, FarApartAreDividedByAnEllipsis) {
    EXPECT_EQ(changes("aa\nb\nc\nd\ne\nff", "a\nb\nc\nd\ne\nf"), "- aa\n+ a\n  b\n  …\n  e\n- ff\n+ f");
}

TEST(Changes, LinesThatAreBrokenOtherwiseAreNone) {
    EXPECT_EQ(
        changes("Rent two servers at another place from January on, for at most\n90 a month, and copy.\n\n\nEnd",
                "Rent two servers at another place from January on, for at most 90 a month,  and copy.\nEnd"),
        "");
    EXPECT_EQ(changes("same", "same"), "");
}

TEST(Changes, AnotherTextReplacesTheOldOne) {
    EXPECT_EQ(changes("Rent two servers.", "Buy a safe for all of our tapes."),
              "- Rent two servers.\n+ Buy a safe for all of our tapes.");
}

TEST(Changes, OfHugeTextsAreBoundedAndTellTheFirst) {
    std::string before, after;
    for (int i = 0; i < 60'000; ++i) {
        before += "old line number " + std::to_string(i) + "\n";
        after += (i % 7 == 0 ? "new and other text " : "old line number ") + std::to_string(i) + "\n";
    }
    const std::string told = changes(before, after);
    EXPECT_LT(told.size(), 25'000u);
    EXPECT_THAT(told, HasSubstr("- old line number 0\n"));
    EXPECT_TRUE(told.ends_with("… and more"));
    EXPECT_LT(changes(std::string(1u << 20, 'x'), std::string(1u << 20, 'y')).size(), 2'000u);
}

}  // namespace
}  // namespace assentd::testing
