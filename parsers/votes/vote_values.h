// SPDX-License-Identifier: Apache-2.0
// The values that votes are made of: signs, pictures and words, each at the front of a reading copy, and the claims
// behind them. Pure; linear in the text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/position.h"
#include "parsers/fold.h"
#include "parsers/votes/tables/vote_words.h"

namespace assentd::words {

using OwnVoteWords = std::vector<std::pair<std::string, Position>>;

struct Value {
    Position position;
    std::string strength;
    std::size_t size;
    bool sign;
    Use use;
    std::string_view rule;
};

// A number between -1 and 1 with its sign; never the start of a longer number, a telephone number or a word.
std::optional<Value> sign_at(std::string_view folded);
std::optional<Value> picture_at(std::string_view folded);
// The policy's own words first, then signs, pictures and the longest word of the tables.
std::optional<Value> value_at(std::string_view folded, const OwnVoteWords& own);

// The same for a phrase that emphasis stretches: "je suis entièrement d'accord".
std::optional<Value> emphatic_value_at(std::string_view folded, const OwnVoteWords& own);
// The same for one that a feeling stretches: "ich bin leider dagegen".
std::optional<Value> felt_value_at(std::string_view folded, const OwnVoteWords& own);

// Takes "(binding)", "[non-binding]", "binding" from the front of the text behind a value.
std::string take_claim(std::string_view& rest);
// "binding" or "non-binding" when the words are meant to be one of them; usual typos are.
std::string_view claim_of(std::string_view folded_words);

template <typename Table>
bool any_phrase_starts(std::string_view text, const Table& table) {
    // Most differ in the first byte, and the length of a row is not known before it is looked at.
    return !text.empty() && std::any_of(table.begin(), table.end(), [&](const auto& phrase) {
        return phrase[0] == text[0] && starts_with_phrase(text, phrase);
    });
}

std::string_view skip_blanks(std::string_view);
// Without the punctuation, quotes and smileys at its end.
std::string_view without_end_marks(std::string_view);

}  // namespace assentd::words
