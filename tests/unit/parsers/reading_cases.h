// SPDX-License-Identifier: Apache-2.0
// What Ana's mail of these words says, in short.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "parsers/reading.h"

namespace assentd::reading_cases {

inline Interpretation read(std::string text, const ReadingContext& context = {}) {
    Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.text = std::move(text);
    return interpret(message, context);
}

// "agree exact", "unclear", "comment": the verdict, or the only vote with its confidence.
inline std::string summary(std::string_view text, const ReadingContext& context = {}) {
    const Interpretation in = read(std::string(text), context);
    if (in.verdict != ReadingVerdict::vote) return std::string(name(in.verdict));
    if (in.readings.size() != 1 || !in.readings[0].position) return "several";
    return std::string(name(*in.readings[0].position)) + " " + std::string(name(in.readings[0].confidence));
}

struct Case {
    const char* text;
    const char* wanted;
};

inline void expect_all(std::initializer_list<Case> cases) {
    for (const Case& c : cases) EXPECT_EQ(summary(c.text), c.wanted) << c.text;
}

inline void expect_asked(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(summary(text), "unclear") << text;
}

inline void expect_no_vote(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

// `wanted`: the position, whatever the confidence.
inline void expect_counted(std::string_view wanted, std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
        const std::string found = summary(text);
        EXPECT_EQ(found.substr(0, found.find(' ')), wanted) << text;
    }
}

}  // namespace assentd::reading_cases
