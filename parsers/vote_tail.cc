// SPDX-License-Identifier: Apache-2.0
#include "parsers/vote_tail.h"

#include <algorithm>

#include "parsers/vote_context_data.h"
#include "parsers/vote_values.h"

namespace assentd::words {

// Does the text behind a vote make it conditional?
bool conditional(std::string_view tail) {
    const std::string_view s = skip_blanks(tail);
    for (std::string_view c : near_conditions)
        if (starts_with_phrase(s, c)) return true;
    for (std::string_view c : conditions) {
        const std::size_t at = find_phrase(s, c);
        if (at == std::string_view::npos) continue;
        const bool excused = std::any_of(no_conditions.begin(), no_conditions.end(), [&](std::string_view no) {
            const std::size_t there = find_phrase(s, no);
            return there != std::string_view::npos && there <= at && at < there + no.size();
        });
        if (excused) continue;
        if (at == 0) return true;
        if (c.size() <= 2 && c != "if") continue;  // "om", "se", "si" only right behind
        const std::string_view between = s.substr(0, at);
        const char before = skip_blanks(between).empty() ? ',' : trim(between).back();
        if (words_of(between, 10).size() <= 6 || before == ',' || before == '(' || before == '-') return true;
        if (find_phrase(between, "but") != std::string_view::npos || between.ends_with("only ")) return true;
    }
    return false;
}

// The sentence from `at` on: up to its end mark.
std::size_t sentence_end(std::string_view s, std::size_t at) {
    for (std::size_t i = at; i < s.size(); ++i) {
        if (s[i] != '.' && s[i] != '!' && s[i] != '?' && s[i] != ';') continue;
        if (i + 1 == s.size() || s[i + 1] == ' ' || s[i + 1] == '"' || s[i + 1] == ')') return i + 1;
    }
    return s.size();
}

bool is_question(std::string_view tail_of_sentence) {
    const std::string_view s = trim(tail_of_sentence);
    if (!s.ends_with('?')) return false;
    const std::size_t cut = s.find_first_of(",-:(");  // "+1, when do we ship?" asks something else
    return cut == std::string_view::npos || words_of(s.substr(cut), 4).size() <= 2;
}

// "+1 : Ana, Ben" or "+1: 3": somebody's tally.
bool is_tally(std::string_view tail) {
    std::string_view s = skip_blanks(tail);
    if (s.starts_with("vote") || s.starts_with("binding vote") || s.starts_with("x ")) return true;
    if (s.starts_with('(')) {
        const std::size_t close = s.find(')');
        if (close != std::string_view::npos) s = skip_blanks(s.substr(close + 1));
    }
    if (!s.starts_with(':') && !s.starts_with('=')) return false;
    s = skip_blanks(s.substr(1));
    if (s.empty() || is_digit(s[0])) return true;
    const std::size_t comma = s.find(',');
    return comma != std::string_view::npos ? words_of(s.substr(0, comma), 5).size() <= 3 : words_of(s, 5).size() <= 3;
}

// Whether agreement is with a person or thing other than the proposal: "I agree with Ana", "I agree that it is slow".
bool agrees_elsewhere(std::string_view tail) {
    std::string_view s = skip_blanks(tail);
    for (std::string_view link : {"with", "to", "on"}) {
        if (!starts_with_phrase(s, link)) continue;
        return !any_phrase_starts(skip_blanks(s.substr(link.size())), agreement_objects);
    }
    return starts_with_phrase(s, "that");
}

// "but only on Linux": a reservation that may turn the vote.
bool reserved(std::string_view tail) {
    const std::size_t but = find_phrase(tail, "but");
    if (but == std::string_view::npos || but > 80) return false;
    return std::any_of(reservations.begin(), reservations.end(), [&](std::string_view w) {
        const std::size_t at = find_phrase(tail, w, but);
        return at != std::string_view::npos && at < but + 40;
    });
}

bool begins_with_condition(std::string_view folded) {
    const std::string_view s = skip_blanks(folded);
    if (any_phrase_starts(s, no_conditions)) return false;
    return std::any_of(conditions.begin(), conditions.end(), [&](std::string_view c) {
        return c.size() > 2 ? starts_with_phrase(s, c) : c == "if" && starts_with_phrase(s, c);
    });
}

}  // namespace assentd::words
