// SPDX-License-Identifier: Apache-2.0
#include "parsers/fold.h"

#include <gtest/gtest.h>

#include <cctype>

namespace assentd::words {
namespace {

// Plain bytes are folded eight at a time: none may depend on its place among them.
TEST(Fold, APlainByteHasTheSameCopyInEveryPlace) {
    constexpr std::size_t size = 19;
    for (int c = 0; c < 0x80; ++c) {
        std::string copy(1, c == '\t' ? ' ' : static_cast<char>(std::tolower(c)));
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'K');
            std::string folded(size, 'k');
            text[at] = static_cast<char>(c);
            folded[at] = copy[0];
            EXPECT_EQ(fold(text), folded) << c << " at " << at;
        }
    }
}

TEST(Fold, WhatStandsBehindAnotherByteIsFoldedAsWell) {
    EXPECT_EQ(fold("ZWÖLF MÄNNER GEHEN\u00A0NACH HAUSE"), "zwölf männer gehen nach hause");
    EXPECT_EQ(fold("TWELVE MEN WALK\u2026 HOME"), "twelve men walk. home");
    EXPECT_EQ(fold("TWELVE MEN =2B1 AND =2B MORE"), "twelve men +1 and =2b more");
    EXPECT_EQ(fold("TWELVE \xFF MEN"), "twelve ? men");
}

}  // namespace
}  // namespace assentd::words
