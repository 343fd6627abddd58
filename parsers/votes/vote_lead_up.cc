// SPDX-License-Identifier: Apache-2.0
//
// lead-up = *words (none-yet / condition) *words [":" / ","] LF [blank-line] vote     its sentence has not ended
//         / *words no-vote *words LF [blank-line] vote
// joined  = few-words LF [blank-line] vote, or vote LF [blank-line] few-words         that say another thing in one
// line
#include "parsers/votes/vote_lead_up.h"

#include <algorithm>
#include <string>

#include "parsers/fold.h"
#include "parsers/own_words/wrapped_lines.h"
#include "parsers/phrase_index.h"
#include "parsers/reasons.h"
#include "parsers/votes/tables/vote_lead_up_data.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_look = 200;  // bytes above and below
constexpr std::size_t most_joined = 3;     // words of a line that was broken by hand
constexpr std::size_t most_below = 3;

std::string_view line_above(std::string_view line, std::string_view text) {
    const std::string_view before = text.substr(0, static_cast<std::size_t>(line.data() - text.data()));
    const std::string_view s = trim(before.substr(before.size() - std::min(before.size(), longest_look)));
    return trim(s.substr(s.rfind('\n') + 1));
}

std::string_view line_below(std::string_view line, std::string_view text) {
    const auto end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
    const std::string_view s = trim(text.substr(std::min(end, text.size())).substr(0, longest_look));
    return trim(s.substr(0, s.find('\n')));
}

bool goes_on(std::string_view line) {
    return line.ends_with(':') || line.ends_with("\uFF1A") || !ends_sentence(line);
}

// "Tomorrow I will vote:", "If it is encrypted, then"
std::string_view by_words_of(std::string_view above) {
    static const PhraseIndex<const char*> yet{none_yet};
    static const PhraseIndex<const char*> never{no_votes};
    const std::string folded = fold(above);
    if (never.any_within(folded)) return ":doubt";
    if (!goes_on(above)) return {};
    const std::size_t last = above.find_last_of(".!?");  // "How do I vote? Do I just write"
    const std::string sentence = last == above.npos ? folded : fold(trim(above.substr(last + 1)));
    if (begins_with_condition(sentence)) return ":condition";
    return yet.any_within(sentence) ? ":doubt" : std::string_view{};
}

bool reads_otherwise(const std::string& joined, const FoundVote& v) {
    const auto votes = votes_in_line(joined);
    return votes.size() == 1 && votes[0].confidence != Confidence::unclear && votes[0].position != v.position;
}

// "not a" / "+1", "I would say" / "yes"
std::string_view by_joining(std::string_view above, const FoundVote& v, std::string_view value) {
    if (above.empty() || !goes_on(above) || above.ends_with(':') ||
        words_of(above, most_joined + 1).size() > most_joined)
        return {};
    const std::string folded = fold(above);
    if (!votes_in_line(folded).empty()) return {};  // "+1" / "no": two answers
    const auto votes = votes_in_line(folded + " " + std::string(value));
    if (votes.size() != 1) return {};
    const bool turned = votes[0].confidence == Confidence::unclear || votes[0].position != v.position;
    constexpr std::string_view turns[] = {":negated", ":hedge", ":condition", ":doubt"};
    for (const std::string_view mark : turns)
        if (turned && votes[0].rule.find(mark) != votes[0].rule.npos) return mark;
    return votes[0].position != v.position ? ":wrapped" : std::string_view{};
}

}  // namespace

std::string_view doubt_by_lead_up(const FoundVote& v, std::string_view line, std::string_view text) {
    const std::string folded = fold(trim(line));
    const bool begins = words_of(std::string_view(fold(line)).substr(0, v.begin), 1).empty();
    if (!begins) return {};
    const std::string_view above = line_above(line, text);
    if (!above.empty() && !is_greeting(above)) {
        if (const std::string_view doubt = by_words_of(above); !doubt.empty()) return doubt;
        if (const std::string_view doubt = by_joining(above, v, folded); !doubt.empty()) return doubt;
    }
    const std::string_view below = line_below(line, text);
    const bool may_go_on = v.is_word && !ends_sentence(line) && words_of(below, most_below + 1).size() <= most_below;
    return may_go_on && !below.empty() && reads_otherwise(folded + " " + fold(below), v) ? ":wrapped" : "";
}

}  // namespace assentd::words
