// SPDX-License-Identifier: Apache-2.0
// Words around the one that drops a draft, and examples of head lines.
#pragma once

#include <array>
#include <string_view>

namespace assentd {

// "Discard", "withdraw it"
inline constexpr std::array<std::string_view, 2> dropping_words{"discard", "withdraw"};

// What may be meant so, and is asked about: "Forget it", "I want to cancel this"
inline constexpr std::array<std::string_view, 12> perhaps_dropping_words{
    "discard", "discarded", "withdraw", "withdrawn", "drop",   "dropped",
    "cancel",  "cancelled", "canceled", "delete",    "forget", "scrap"};

// They say nothing beside it: "Please discard it, thanks", "Yes, just withdraw my draft now"
inline constexpr std::array<std::string_view, 34> beside_dropping{
    "please", "kindly", "pls",    "do",      "just",  "it", "this",  "that",     "the",    "my",    "draft", "mail",
    "then",   "now",    "yes",    "ok",      "okay",  "hi", "hello", "sorry",    "thanks", "thank", "you",   "thx",
    "many",   "best",   "cheers", "regards", "again", "so", "and",   "proposal", "about",  "all"};

// "Deadline: Friday 17:00"; who and which policy there are depends on the house.
struct HeadExample {
    std::string_view key;
    std::string_view value;
};
inline constexpr std::array<HeadExample, 5> head_examples{{{"Deadline", "Friday 17:00"},
                                                           {"Quorum", "2"},
                                                           {"Review", "6 months"},
                                                           {"Supersedes", "D-12"},
                                                           {"Words", "ship it = agree"}}};

// A reply that begins so is none of a proposal's text.
inline constexpr std::array courtesies{"ok", "okay", "thanks", "thank", "sorry", "danke", "merci"};

}  // namespace assentd
