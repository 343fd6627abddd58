// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/daemon/transcript.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/daemon/step_words.h"

namespace assentd::testing {
namespace {

constexpr const char* two_steps = R"(# What this is about.
config:
    [policy.team]

2026-11-30 09:00  ana -> decisions
    Subject: Meet less

    Let us meet less.
=>
    opened D-1

2026-11-30 10:00  tick
=> nothing
)";

TEST(Transcript, StepsAreReadWithTheirBlocksAndWithoutWhatCameOfThem) {
    const auto steps = read_transcript(two_steps);
    ASSERT_EQ(steps.size(), 3u);
    EXPECT_EQ(steps[0].block, std::vector<std::string>{"[policy.team]"});
    EXPECT_EQ(steps[1].head, "2026-11-30 09:00  ana -> decisions");
    EXPECT_EQ(steps[1].line, 5);
    EXPECT_EQ(steps[1].block, (std::vector<std::string>{"Subject: Meet less", "", "Let us meet less."}));
    EXPECT_TRUE(steps[2].block.empty());
}

TEST(Transcript, WhatIsWrittenIsWhatWasRead) {
    const auto steps = read_transcript(two_steps);
    EXPECT_EQ(write_step(steps[0], std::nullopt) + '\n' +
                  write_step(steps[1], std::vector<std::string>{"opened D-1"}) + '\n' +
                  write_step(steps[2], std::vector<std::string>{}),
              two_steps);
}

TEST(Transcript, ALineWithoutAPlaceIsAnError) {
    EXPECT_THROW(read_transcript("    indented below nothing\n"), std::invalid_argument);
    EXPECT_THROW(read_transcript("=> nothing\n"), std::invalid_argument);
    EXPECT_THROW(read_transcript("tick\n  not far enough\n"), std::invalid_argument);
    EXPECT_THROW(read_transcript("# about nothing\n"), std::invalid_argument);
}

TEST(Transcript, ADifferenceShowsTheLinesAndALittleAround) {
    EXPECT_EQ(line_difference("a\nb\nc\n", "a\nb\nc\n"), "");
    EXPECT_EQ(line_difference("a\nb\nc\n", "a\nx\nc\n"), "  a\n- b\n+ x\n  c\n");
    EXPECT_EQ(line_difference("1\n2\n3\n4\n5\n", "1\n2\n3\n4\n5\n6\n"), "  3\n  4\n  5\n+ 6\n");
}

TEST(StepWords, WhatIsNotUnderstoodIsAnError) {
    Words words("close D-1: enough, thank you");
    EXPECT_TRUE(words.take("close"));
    EXPECT_EQ(words.word(), "D-1");
    EXPECT_THROW(words.need("by"), std::invalid_argument);
    EXPECT_THROW(words.end(), std::invalid_argument);
    words.need(":");
    EXPECT_EQ(words.rest(), "enough, thank you");
    EXPECT_NO_THROW(words.end());
}

TEST(StepWords, ATimeIsOfUtcAndMayHaveSeconds) {
    for (const char* text : {"2026-11-30 09:00 tick", "2026-11-30 09:00:05 tick"}) {
        Words words(text);
        const auto time = take_time(words);
        ASSERT_TRUE(time);
        EXPECT_EQ(time_text(*time) + " tick", text);
        EXPECT_EQ(words.rest(), "tick");
    }
    Words none("show D-1");
    EXPECT_FALSE(take_time(none));
    EXPECT_EQ(none.rest(), "show D-1");
}

}  // namespace
}  // namespace assentd::testing
