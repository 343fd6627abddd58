// SPDX-License-Identifier: Apache-2.0
//
// limited  = *clause, one of which is any of these / *words limiting-end                        "5万円まで"
// lacking  = *3word lacking-word 1*4word        none of them what nobody misses: "without a doubt"
// keeping  = part-link part / part              "to the first part", "point 2", the latter all of the clause
// part     = *2word ordinal *1word part-noun / *2word part-noun number / number "." part-noun
// changing = *words link *2word change          "with one change"; none of the two a "the"
// at-most  = number *2word most / most *2word number
// excluded = 1*4word excluding-word
// this     = [time-link] this-time
#include "parsers/votes/vote_limits.h"

#include <algorithm>
#include <iterator>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/stems.h"
#include "parsers/votes/tables/vote_bounds_data.h"
#include "parsers/votes/tables/vote_shares_data.h"
#include "parsers/votes/tables/vote_terms_data.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_tail = 300;  // bytes
constexpr std::size_t few_behind = 5;      // words
constexpr std::string_view clause_marks = ",;:(!";

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_digit) || is_one_of(word, part_numbers);
}

// "zu überlegen", "réfléchir", "pensarlo": how something is done, no thing.
bool is_a_deed(std::string_view lacking, std::string_view word) {
    return std::any_of(std::begin(deeds_lacking), std::end(deeds_lacking), [&](const DeedEnding& deed) {
        return lacking == deed.lacking && (deed.whole ? word == deed.ending : word.ends_with(deed.ending));
    });
}

// "without chairs", "ohne die Stühle"; not "ohne Fahrräder kommen wir gar nicht hin", which is a reason.
bool leaves_a_thing_out(std::string_view clause) {
    constexpr std::size_t most_before = 2;
    static const PhraseIndex<const char*> lacking{lacking_words};
    static const PhraseIndex<const char*> nothing{lacking_nothing};
    if (nothing.any_within(clause)) return false;
    return lacking.any_within(clause, longest_tail, [&](std::size_t at, std::string_view phrase) {
        const auto behind = words_of(clause.substr(at + phrase.size()), few_behind);
        const auto before = words_of(clause.substr(0, at), most_before + 1);
        const auto denies = [](std::string_view word) {
            return is_one_of(word, excluding_none) || word.ends_with("n't");
        };
        if (before.size() > most_before || std::any_of(before.begin(), before.end(), denies)) return false;
        if (behind.empty() || behind.size() >= few_behind) return false;
        if (behind.size() > 1 && is_one_of(behind[0], lacking_pronouns)) return false;
        if (is_a_deed(phrase, behind[0]) || std::any_of(behind.begin(), behind.end(), denies)) return false;
        return std::none_of(behind.begin(), behind.end(),
                            [](std::string_view word) { return begins_with_one_of(word, nothing_lacking); });
    });
}

bool is_part_noun(std::string_view word) {
    if (const std::size_t article = word.rfind('\''); article != word.npos) word.remove_prefix(article + 1);
    return is_one_of(word, part_nouns) || begins_with_one_of(word, part_stems);
}

// "the first part", "point 2", "2. madde"
bool names_a_part(std::string_view s, bool alone) {
    constexpr std::size_t most_words = 4;
    const auto group = words_of(s, most_words + 2);
    const std::size_t most = std::min(group.size(), most_words);
    for (std::size_t i = 0; i < most; ++i) {
        if (!is_part_noun(group[i])) continue;
        const bool lettered = i + 1 < group.size() && group[i + 1].size() == 1 && !is_digit(group[i + 1][0]);
        const bool numbered =
            i + 1 < group.size() && is_number(group[i + 1]) && (!lettered || i + 2 == group.size());  // "half a year"
        const auto* const before = group.data() + (i < 2 ? 0 : i - 2);
        const bool counted = std::any_of(before, group.data() + i, [](std::string_view word) {
            return begins_with_one_of(word, part_ordinals) || is_digit(word[0]);
        });
        const std::size_t last = i + (numbered ? 2 : 1);
        const bool ends = last >= group.size() || (last + 1 == group.size() && group[last] == "için");
        const bool told = last < group.size() && is_one_of(group[last], tellers);  // "on the second half I laughed"
        return (numbered || counted) && (alone ? ends : !told);
    }
    return false;
}

bool keeps_to_a_part(std::string_view clause) {
    static const PhraseIndex<const char*> liked_most{above_all};
    if (liked_most.longest_at_start(clause)) return false;
    const auto links = std::any_of(part_links.begin(), part_links.end(), [&](std::string_view link) {
        return starts_with_phrase(clause, link) && names_a_part(clause.substr(link.size()), false);
    });
    return links || names_a_part(clause, true);
}

// "第一部分", "只同意第二点", "第一部だけ"
bool keeps_to_an_eastern_part(std::string_view clause) {
    constexpr std::size_t longest = 36;  // bytes
    constexpr std::string_view number = "第";
    const std::size_t at = clause.find(number);
    static const PhraseIndex<const char*> liked_most{above_all};
    if (liked_most.longest_at_start(clause)) return false;
    if (at == clause.npos || clause.size() > longest) return false;
    std::string_view s = without_end_marks(clause.substr(at + number.size()));
    for (std::string_view tail : eastern_tails)
        if (s.ends_with(tail)) {
            s.remove_suffix(tail.size());
            break;
        }
    return std::any_of(eastern_parts.begin(), eastern_parts.end(),
                       [&](std::string_view part) { return s.ends_with(part); });
}

// "with one change"; "with the change" agrees to it.
bool takes_a_change(std::string_view clause) {
    constexpr std::size_t most_between = 2;
    const auto group = words_of(clause);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!is_one_of(group[i], change_words)) continue;
        if (group[i].ends_with("likle") || group[i].ends_with("lerle"))  // "with" is in the word
            return i == 0 || !is_one_of(group[i - 1], definite_words);
        for (std::size_t back = 1; back <= most_between + 1 && back <= i; ++back) {
            if (is_one_of(group[i - back], definite_words)) break;
            if (is_one_of(group[i - back], term_links)) return true;
        }
    }
    return false;
}

bool is_count(std::string_view word) {
    return is_digit(word[0]) || is_one_of(word, counting_words);
}

// "at most two chairs", "deux chaises au maximum"; not "it takes at most ten minutes", which is a reason, nor "højst
// nødvendigt", which is "highly necessary".
bool is_at_most(std::string_view clause) {
    constexpr std::size_t near_words = 3;
    static const PhraseIndex<const char*> most{at_most};
    return most.any_within(clause, longest_tail, [&](std::size_t at, std::string_view phrase) {
        if (needs_no_boundary(phrase)) return true;
        const auto before = words_of(clause.substr(0, at));
        const auto behind = words_of(clause.substr(at + phrase.size()), near_words);
        if (std::any_of(before.begin(), before.end(),
                        [](std::string_view word) { return begins_with_one_of(word, lasting_stems); }))
            return false;
        if (is_one_of(phrase, most_or_max))
            return behind.empty() ? !before.empty() && is_count(before[0]) : is_count(behind[0]);
        const auto near = before.end() - static_cast<std::ptrdiff_t>(std::min(before.size(), near_words));
        return std::any_of(behind.begin(), behind.end(), is_count) || std::any_of(near, before.end(), is_count);
    });
}

// "chairs excluded", "unter Ausschluss von Punkt 3"
bool excludes_a_thing(std::string_view clause) {
    const auto group = words_of(clause, few_behind + 1);
    if (group.size() < 2 || group.size() > few_behind) return false;
    const auto excludes = [&](std::string_view word) {
        const bool praise = word.data() != group[0].data() && begins_with_one_of(word, no_excluding_stems);
        return begins_with_one_of(word, excluding_stems) && !praise;  // "exclusief stoelen", not "heel exclusief"
    };
    const auto none = [](std::string_view word) { return is_one_of(word, excluding_none); };
    return std::any_of(group.begin(), group.end(), excludes) && std::none_of(group.begin(), group.end(), none);
}

// "for this year", and no more: "for this year's party" is the proposal.
bool is_for_this_time(std::string_view clause) {
    static const PhraseIndex<const char*> links{span_links, time_links};
    static const PhraseIndex<const char*> times{this_time};
    const char* const* link = links.longest_at_start(clause);
    const std::string_view when = link ? skip_blanks(clause.substr(phrase_of(*link).size())) : clause;
    const char* const* time = times.longest_at_start(when);
    return time && without_end_marks(when).size() == phrase_of(*time).size();
}

// "監査後", "除椅子外"
bool ends_with_a_limit(std::string_view tail) {
    const std::string_view s = without_end_marks(tail);
    if (s.ends_with("外") && s.find("除") != s.npos) return true;
    return ends_with_phrase(s, limiting_ends) && !ends_with_phrase(s, no_limiting_ends);
}

// Where the clause from `at` on ends; the stop of "2. madde" is within it.
std::size_t clause_end(std::string_view s, std::size_t at) {
    for (std::size_t i = at; i < s.size(); ++i) {
        if (clause_marks.find(s[i]) != s.npos) return i;
        if (s[i] == '.' && (i == 0 || !is_digit(s[i - 1]))) return i;
        if (s[i] == '-' && i > 0 && s[i - 1] == ' ') return i;
    }
    return s.size();
}

}  // namespace

bool is_limited(std::string_view tail) {
    const std::string_view s = tail.substr(0, longest_tail);
    for (std::size_t at = 0; at < s.size();) {
        const std::size_t end = clause_end(s, at);
        const std::string_view clause = trim(s.substr(at, end - at));
        at = end + 1;
        if (clause.empty()) continue;
        if (gives_reason(clause)) return false;
        if (leaves_a_thing_out(clause) || keeps_to_a_part(clause) || keeps_to_an_eastern_part(clause) ||
            takes_a_change(clause) || is_at_most(clause) || excludes_a_thing(clause) || is_for_this_time(clause))
            return true;
    }
    return ends_with_a_limit(s);
}

}  // namespace assentd::words
