// SPDX-License-Identifier: Apache-2.0
//
// tail        = [divider] clause *(clause-mark clause)          up to the end of the sentence
// quantity    = see parsers/votes/vote_numbers
// condition   = a phrase of `conditions`, in the first words or behind a clause mark or a "but";
//               a phrase of `conditions_behind`, right behind the value;
//               behind an agreement, see parsers/votes/vote_restrictions
// reservation = but-word … reservation                          within a few words of each other
// hedge       = a phrase of `hedges` in the first clause, or beginning a later one; of one word: only at an end of it
// doubt       = a phrase of `doubts` in the first words
#include "parsers/votes/vote_tail.h"

#include <algorithm>
#include <iterator>

#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/tables/vote_conditions_behind_data.h"
#include "parsers/votes/tables/vote_conditions_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_doubts_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_hedges_data.h"
#include "parsers/votes/tables/vote_mentions_data.h"
#include "parsers/votes/tables/vote_no_conditions_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/tables/vote_refused_parts_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_numbers.h"
#include "parsers/votes/vote_objects.h"
#include "parsers/votes/vote_restrictions.h"
#include "parsers/votes/vote_taken_back.h"
#include "parsers/votes/vote_terms.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_tail = 300;  // bytes of a sentence that are looked at
constexpr std::string_view clause_marks = ",;:-(.!";

template <typename Row, std::size_t Size>
const Row* row_at_start(std::string_view s, const Row (&table)[Size]) {
    if (s.empty()) return nullptr;
    const auto found = std::find_if(std::begin(table), std::end(table), [&](const Row& row) {
        return row.phrase[0] == s[0] && starts_with_phrase(s, row.phrase);  // most differ in the first byte
    });
    return found == std::end(table) ? nullptr : &*found;
}

std::string_view without_divider(std::string_view s) {
    while (!s.empty() && (s[0] == ' ' || s[0] == '*' || s[0] == '"' || clause_marks.find(s[0]) != s.npos))
        s.remove_prefix(1);
    return s;
}

// "if" in "let me know if": whether a phrase at `at` is part of one that says something else.
bool excused(std::string_view s, std::size_t at) {
    return std::any_of(no_conditions.begin(), no_conditions.end(), [&](std::string_view no) {
        const std::size_t from = at < 40 ? 0 : at - 40;
        const std::size_t there = find_phrase(s, no, from);
        return there != std::string_view::npos && there <= at && at < there + no.size();
    });
}

bool conditional(std::string_view tail, bool asks) {
    const std::string_view s = without_divider(tail);
    const bool divided = !s.empty() && s.data() != skip_blanks(tail).data();
    if (!(divided && asks) && row_at_start(s, conditions_behind) && !any_phrase_starts(s, no_conditions)) return true;
    static const PhraseIndex<Qualifier> index{conditions};
    return index.any_within(s, s.size(), [&](std::size_t at, const Qualifier&) {
        if (excused(s, at)) return false;
        const std::string_view between = trim(s.substr(0, at));
        const char before = between.empty() ? ',' : between.back();
        return words_of(between, 10).size() <= 6 || before == ',' || before == '(' || before == '-' ||
               find_phrase(between, "but") != std::string_view::npos || between.ends_with("only");
    });
}

// "but only on Linux": a reservation that may turn the vote. `within` bytes behind the "but".
bool reserved(std::string_view s, std::size_t within) {
    for (const Words& but : but_words) {
        const std::size_t at = find_phrase(s, but.phrase);
        if (at == std::string_view::npos || at > 80) continue;
        const std::size_t from = at + but.phrase.size();
        if (sign_at(skip_blanks(s.substr(from)))) return true;  // "+1 on the idea but -1 on the date"
        if (std::any_of(no_reservations.begin(), no_reservations.end(),
                        [&](std::string_view no) { return find_phrase(s, no, from) <= from + within; }))
            continue;
        for (const Words& word : reservations)
            if (word.language == but.language && find_phrase(s, word.phrase, from) <= from + within) return true;
    }
    return false;
}

bool is_one_word(std::string_view phrase) {
    return phrase.find(' ') == std::string_view::npos;
}

// "3." of "3. madde", "punkt 3. og 4.": a number of one or two figures that is no vote.
bool is_ordinal(std::string_view s, std::size_t dot) {
    std::size_t begin = dot;
    while (begin > 0 && is_digit(s[begin - 1])) --begin;
    const std::string_view figures = s.substr(begin, dot - begin);
    return begin > 0 && s[begin - 1] == ' ' && !figures.empty() && figures.size() <= 2 && figures != "0" &&
           figures != "1" && dot + 2 < s.size();
}

// "Ext. 12"
bool is_shortened(std::string_view s, std::size_t dot) {
    const std::string_view word = s.substr(dot < 3 ? 0 : dot - 3, std::min<std::size_t>(dot, 3));
    constexpr std::array shortened{"ext", "tel", "e.g", "i.e", "z.b", "d.h", "p.e", "bsp"};
    return is_one_of(word, shortened) && (dot == 3 || !is_word_byte(s[dot - 4]));
}

bool hedged_behind(std::string_view tail) {
    const std::string_view s = without_divider(tail);
    std::size_t mark = s.find_first_of(clause_marks);
    if (mark < s.size() && s[mark] == '.' &&
        is_ordinal(tail, mark + static_cast<std::size_t>(s.data() - tail.data())))
        mark = s.find_first_of(clause_marks, mark + 1);  // "3. madde hariç"
    const std::string_view first = without_end_marks(s.substr(0, mark));
    static const PhraseIndex<Qualifier> index{hedges};
    const auto holds = [&](std::size_t at, const Qualifier& h) {
        return !is_one_word(h.phrase) || at + h.phrase.size() == first.size();
    };
    if (index.longest_at_start(s) || index.any_within(first, first.size(), holds)) return true;
    for (std::size_t at = mark; at < s.size(); at = s.find_first_of(clause_marks, at + 1)) {
        const Qualifier* h = row_at_start(skip_blanks(s.substr(at + 1)), hedges);
        if (h && (!is_one_word(h->phrase) || h->phrase == "except")) return true;
    }
    return false;
}

// "-1 maybe, dunno", "No, wait, I need more time": whoever says so has not made up their mind. A word of doubt counts
// only near the vote, before the sentence goes on to its reasons.
bool doubted(std::string_view tail) {
    const std::string_view near = tail.substr(0, 40);
    static const PhraseIndex<Words> index{doubts};
    return index.any_within(near, near.size(), [&](std::size_t at, const Words&) { return !excused(near, at); });
}

// "+1 to what Ben said", "+1 @ben", "+1\" is what Ben wrote".
bool spoken_about(std::string_view tail) {
    if (tail.starts_with('"') && words_of(tail, 2).size() == 2) return true;
    const std::string_view s = skip_blanks(tail);
    const std::string_view said = without_divider(s);
    if (s.starts_with('@') || any_phrase_starts(said, spoken_of) || any_phrase_starts(said, on_behalf)) return true;
    for (std::string_view link : {"to", "with", "on", "for"}) {
        if (!starts_with_phrase(s, link)) continue;
        const auto words = words_of(s.substr(link.size()), 3);
        if (words.empty()) return false;
        if (is_somebodys_proposal(skip_blanks(s.substr(link.size())))) return false;
        if (words[0] == "what" || words[0].ends_with("'s")) return words[0] != "it's" && words[0] != "let's";
        constexpr std::array whose{"his", "her", "their", "your", "this", "that", "the", "above"};
        return words.size() > 1 && is_one_of(words[0], whose) && is_one_of(words[1], remark_nouns);
    }
    return false;
}

// A sentence that asks for the vote; "+1, when do we ship?" asks something else.
bool asks_for_it(std::string_view s) {
    if (!s.ends_with('?') && !s.ends_with("?!")) return false;
    const std::size_t cut = s.find_first_of(",-:(");
    return cut == std::string_view::npos || words_of(s.substr(cut), 4).size() <= 2;
}

}  // namespace

std::string_view without_casting_tail(std::string_view tail) {
    static const PhraseIndex<const char*> index{casting_tails};
    const std::string_view s = skip_blanks(tail);
    const char* const* cast = index.longest_at_start(s);
    return cast ? s.substr(phrase_of(*cast).size()) : tail;
}

std::string_view name(Turn turn) {
    switch (turn) {
        case Turn::none:
            return "";
        case Turn::quantity:
            return "quantity";
        case Turn::question:
            return "question";
        case Turn::choice:
            return "choice";
        case Turn::doubt:
            return "doubt";
        case Turn::condition:
            return "condition";
        case Turn::hedge:
            return "hedge";
        case Turn::reported:
            return "reported";
        case Turn::negated:
            return "negated";
    }
    return "";
}

Turn turn_behind(std::string_view tail, bool sign) {
    const bool question = trim(tail).ends_with('?');
    if (asks_for_it(trim(tail))) return Turn::question;
    tail = tail.substr(0, longest_tail);
    if (sign && counts_things(tail)) return Turn::quantity;
    tail = without_casting_tail(tail);
    if (sign && (is_negation(without_divider(tail)) || sign_denied_behind(tail))) return Turn::negated;
    const std::string_view all = without_end_marks(without_divider(tail));
    if (std::any_of(std::begin(but_words), std::end(but_words), [&](const Words& but) { return all == but.phrase; }))
        return Turn::doubt;                                         // "Sounds good, but"
    if (is_one_of(all, doubts_alone)) return Turn::doubt;           // "+1, I think"
    if (is_one_of(all, depends_on_before)) return Turn::condition;  // "+1 otherwise"
    static const PhraseIndex<const char*> first_done{done_first};
    if (first_done.any_within(tail)) return Turn::condition;
    if (sign && (any_phrase_starts(without_divider(tail), turns_away) || is_on_another_deed(tail) ||
                 trim(tail) == "this" || tail.find("not a vote") != tail.npos))
        return Turn::doubt;
    if (!sign && any_phrase_starts(skip_blanks(tail), nothing_at_all)) return Turn::negated;
    if (spoken_about(tail)) return Turn::reported;
    if (doubted(tail)) return Turn::doubt;
    if (conditional(tail, question) || reserved(tail, 40) || sets_terms(tail)) return Turn::condition;
    return hedged_behind(tail) ? Turn::hedge : Turn::none;
}

Turn turn_behind(std::string_view tail, bool sign, Position position) {
    constexpr std::size_t farthest = 60;  // bytes
    const bool refuses = position == Position::disagree || position == Position::block;
    const bool abstains = position == Position::abstain;  // "I abstain, I don't know enough"
    const std::string_view said = without_divider(without_casting_tail(tail));
    if (refuses && sign && !said.ends_with('?') && is_flat_denial(said)) return Turn::none;  // "-1, no way!"
    static const PhraseIndex<const char*> judged{would_be_too_much};
    const bool too_early_to_say = find_phrase(said, "to") != said.npos;
    if (const char* const* too = refuses && !too_early_to_say ? judged.longest_at_start(said) : nullptr)
        tail = said.substr(phrase_of(*too).size());
    std::size_t reason = tail.size();
    static const PhraseIndex<const char*> links{reason_links, refused_while};
    static const PhraseIndex<const char*> not_known{reason_links, refused_while, unknowing};
    if ((refuses || abstains) && !trim(tail).ends_with('?'))
        (abstains ? not_known : links).any_within(tail, farthest, [&](std::size_t at, std::string_view) {
            reason = at;
            return true;
        });
    const Turn turned = turn_behind(tail.substr(0, reason), sign);
    const std::string_view behind = without_divider(tail);
    if (turned == Turn::none && position == Position::agree && is_restricted(behind) &&
        !any_phrase_starts(behind, no_conditions))
        return Turn::condition;
    static const PhraseIndex<Words> buts{but_words};
    const bool asks_back = position == Position::agree && trim(tail).ends_with('?') &&
                           buts.any_within(tail.substr(0, longest_tail));  // "+1, but who pays?"
    return turned == Turn::none && asks_back ? Turn::question : turned;
}

Turn turn_by_next(std::string_view next, bool apart) {
    std::string_view s = without_divider(next.substr(0, longest_tail));
    s = s.substr(0, sentence_end(s, 0));
    if (starts_with_phrase(s, "and")) s = without_divider(s.substr(3));
    if (s.ends_with('?')) return row_at_start(s, but_words) ? Turn::question : Turn::none;  // "But who pays?"
    if (s.empty()) return Turn::none;
    if (any_phrase_starts(s, second_thoughts) || is_negation(s)) return Turn::doubt;
    const Words* but = row_at_start(s, but_words);
    if (but) s = without_divider(s.substr(but->phrase.size()));
    const Words* only = row_at_start(s, reservations);
    if (but && only && but->language == only->language) return Turn::condition;
    if (but && !apart && reserved(next.substr(0, 120), 40)) return Turn::condition;
    const bool condition = begins_with_condition(s);  // "unless" is both
    if (only) s = skip_blanks(s.substr(only->phrase.size()));
    const bool full_sentence =
        apart && (!only || condition) && s.find(',') != s.npos;  // "If you find a fault, call me."
    if ((condition || begins_with_condition(s) ||
         ((but || only) && (row_at_start(s, conditions_behind) || is_restricted(s)))) &&
        !full_sentence)
        return Turn::condition;
    const Qualifier* hedge = row_at_start(s, hedges);
    if (hedge && (!is_one_word(hedge->phrase) || hedge->phrase == "except" || without_end_marks(s) == hedge->phrase))
        return apart && full_sentence ? Turn::none : Turn::hedge;
    const Words* doubt = row_at_start(s, doubts);
    return doubt && without_end_marks(s) == doubt->phrase ? Turn::doubt : Turn::none;
}

bool refuses_a_part(std::string_view text) {
    constexpr std::size_t near_but = 60;  // bytes
    static const PhraseIndex<const char*> refusals{own_refusals};
    static const PhraseIndex<const char*> behind_but{refused_behind_but};
    const std::string_view s = text.substr(0, longest_tail);
    const bool refused = refusals.any_within(s, s.size(), [&](std::size_t at, const char* phrase) {
        return !starts_with_phrase(skip_blanks(s.substr(at + phrase_of(phrase).size())),
                                   "more");  // "can't agree more"
    });
    static const PhraseIndex<Words> buts{but_words};
    return refused || buts.any_within(s, s.size(), [&](std::size_t at, const Words&) {
        const std::string_view behind = s.substr(at);
        return behind_but.any_within(behind, near_but, [&](std::size_t in, const char*) {
            const auto before = words_of(behind.substr(0, in));
            return before.back() != "no" && before.back() != "not";
        });
    });
}

bool agrees_in_part(std::string_view tail) {
    return refuses_a_part(tail) || keeps_a_part_out(tail.substr(0, longest_tail)) ||
           has_other_thoughts(without_divider(tail.substr(0, longest_tail)));
}

std::size_t hedge_size(std::string_view sentence) {
    static const PhraseIndex<Qualifier> index{hedges, hedges_before};
    const Qualifier* hedge = index.longest_at_start(sentence);
    return hedge ? hedge->phrase.size() : 0;
}

bool hedged_before(std::string_view before) {
    std::string_view s = trim(before.substr(before.size() > 80 ? before.size() - 80 : 0));
    while (!s.empty() && clause_marks.find(s.back()) != s.npos) s = trim(s.substr(0, s.size() - 1));  // "For now: +1"
    const std::size_t mark = s.find_last_of(".;:");
    const std::string_view clause = mark == s.npos ? s : s.substr(mark + 1);
    return std::any_of(std::begin(hedges), std::end(hedges), [&](const Qualifier& h) {
        const std::size_t at = find_phrase(clause, h.phrase);
        if (at == clause.npos || clause.find(',', at + h.phrase.size()) != clause.npos)
            return false;  // "so far, so good"
        return !is_one_word(h.phrase) || without_end_marks(clause.substr(at)) == h.phrase;
    });
}

// The sentence from `at` on: up to its end mark.
std::size_t sentence_end(std::string_view s, std::size_t at) {
    static constexpr std::array<bool, 256> ends = [] {
        std::array<bool, 256> table{};
        for (const char mark : {'.', '!', '?', ';'}) table[static_cast<unsigned char>(mark)] = true;
        return table;
    }();
    for (std::size_t i = at; i < s.size(); ++i) {
        if (!ends[static_cast<unsigned char>(s[i])]) continue;
        if (s[i] == '.' && (is_ordinal(s, i) || is_shortened(s, i))) continue;
        if (s[i] == '.' && i > 1 && is_digit(s[i - 1]) && is_numbered_noun(s.substr(i + 1))) continue;
        if (i + 1 == s.size() || s[i + 1] == ' ' || s[i + 1] == '"' || s[i + 1] == ')' ||
            static_cast<unsigned char>(s[i + 1]) >= 0xE3)
            return i + 1;
    }
    return s.size();
}

// "+1 : Ana, Ben" or "+1: 3": somebody's tally.
bool is_tally(std::string_view tail) {
    std::string_view s = skip_blanks(tail);
    if (s.starts_with("vote") || s.starts_with("binding vote") || s.starts_with("x ")) return true;
    if (s.starts_with('(')) {
        const std::size_t close = s.find(')');
        if (close != s.npos && close > 1 &&
            std::all_of(s.begin() + 1, s.begin() + static_cast<std::ptrdiff_t>(close), is_digit))
            return true;  // "+1 (3)"
        if (close != std::string_view::npos) s = skip_blanks(s.substr(close + 1));
    }
    if ((!s.starts_with(':') && !s.starts_with('=')) || s.starts_with(":-") || s.starts_with(":)")) return false;
    s = skip_blanks(s.substr(1));
    if (s.empty() || is_digit(s[0])) return true;
    const std::size_t comma = s.find(',');
    return comma != std::string_view::npos ? words_of(s.substr(0, comma), 5).size() <= 3 : words_of(s, 5).size() <= 3;
}

std::size_t tally_colon(std::string_view folded) {
    std::string_view s = skip_blanks(folded);
    while (s.starts_with("* ") || s.starts_with("- ")) s = skip_blanks(s.substr(2));
    const auto sign = sign_at(s);
    if (!sign && !s.starts_with('0')) return std::string_view::npos;
    const std::string_view tail = s.substr(sign ? sign->size : 1);
    const std::size_t colon = tail.find(':');
    if (colon == tail.npos || !is_tally(tail)) return std::string_view::npos;
    const std::string_view behind = skip_blanks(tail.substr(colon + 1));
    const std::string_view between = trim(tail.substr(0, colon));
    if (behind.empty() || is_digit(behind[0]) || !(between.empty() || between.ends_with(')')))
        return std::string_view::npos;
    return static_cast<std::size_t>(tail.data() - folded.data()) + colon;
}

bool gives_reason(std::string_view tail) {
    std::string_view s = skip_blanks(tail);
    if (!s.empty() && std::string_view(",-:;").find(s[0]) != s.npos) s = skip_blanks(s.substr(1));
    return any_phrase_starts(s, reason_links);
}

bool begins_with_but(std::string_view tail) {
    return row_at_start(without_divider(tail), but_words) != nullptr;
}

bool begins_with_condition(std::string_view folded) {
    const std::string_view s = skip_blanks(folded);
    if (any_phrase_starts(s, no_conditions)) return false;
    return row_at_start(s, conditions) != nullptr;
}

}  // namespace assentd::words
