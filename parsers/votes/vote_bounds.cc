// SPDX-License-Identifier: Apache-2.0
//
// bound  = time-link (month / year) / span-link number unit / (price-link / most-link) figures      at a clause's
// start
//        / *words must *words / *words exception *words
// taken  = [misgiven] misgiving / refusal / no / scorn / *words unread *words / *words concession    the last at the
// end
#include "parsers/votes/vote_bounds.h"
#include "parsers/votes/stems.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_bounds_data.h"
#include "parsers/votes/tables/vote_contrary_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/vote_limits.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_terms.h"
#include "parsers/votes/vote_values.h"
#include "parsers/votes/vote_wishes.h"

namespace assentd::words {
namespace {

constexpr std::size_t near_bytes = 60;
constexpr std::size_t few_words = 6;

std::string_view without_marks(std::string_view s) {
    while (!s.empty() && std::string_view(" ,;:-(*\"!").find(s[0]) != s.npos) s.remove_prefix(1);
    return s;
}

std::string_view first_clause(std::string_view s) {
    return s.substr(0, s.find_first_of(",;:(.!?)"));
}

bool is_figures(std::string_view word) {
    return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

// What stands behind the longest of the links; empty without one.
template <typename Table>
std::string_view behind_link(std::string_view clause, const Table& links) {
    std::size_t size = 0;
    for (std::string_view link : links)
        if (link.size() > size && starts_with_phrase(clause, link)) size = link.size();
    return size == 0 ? std::string_view{} : skip_blanks(clause.substr(size));
}

bool is_a_time(std::string_view s) {
    const auto word = words_of(s, 1);
    if (word.empty()) return false;
    if (word[0].size() == 4 && word[0].starts_with("20") && is_figures(word[0])) return true;
    return is_one_of(word[0], month_words) || begins_with_one_of(word[0], month_stems);
}

bool is_a_span(std::string_view s) {
    const auto group = words_of(s, 2);
    return group.size() == 2 && (is_figures(group[0]) || is_one_of(group[0], number_words)) &&
           is_one_of(group[1], span_units);
}

// "80 a month"; "100 %" is no price
bool is_a_price(std::string_view s) {
    const auto word = words_of(s, 1);
    if (word.empty() || word[0].data() != s.data()) return false;
    const std::size_t figures = std::min(word[0].find_first_not_of("0123456789"), word[0].size());
    const std::string_view unit = word[0].substr(figures);  // "500元" is one word
    if (figures == 0 || !(unit.empty() || needs_no_boundary(unit))) return false;
    return word[0] != "100" && !skip_blanks(s.substr(word[0].size())).starts_with('%');
}

bool bounds(std::string_view clause) {
    return is_a_time(behind_link(clause, time_links)) || is_a_span(behind_link(clause, span_links)) ||
           is_a_price(behind_link(clause, price_links)) || is_a_price(behind_link(clause, most_links));
}

// "too expensive", "this is nonsense", "no"
bool refuses_at_once(std::string_view clause) {
    const auto group = words_of(clause, few_words + 1);
    if (group.empty() || group.size() > few_words) return false;
    if (begins_with_refusal(clause)) return true;
    const std::string_view behind = behind_link(clause, misgiven);
    const std::string_view what = behind.empty() ? clause : behind;
    if (any_phrase_starts(what, scorn)) return true;
    const bool short_one = words_of(what, 4).size() <= 3;
    return (short_one && has_a_misgiving(what)) || (!behind.empty() && has_a_misgiving(clause));
}

// "+1 no", "+1, nein": not "+1, no objections".
bool is_a_no(std::string_view clause) {
    const auto value = value_at(clause, {});
    return value && !value->sign && (value->position == Position::disagree || value->position == Position::block) &&
           without_end_marks(clause.substr(value->size)).empty();
}

bool names_a_remark(std::string_view clause) {
    const auto group = words_of(clause, 3);
    return group.size() == 2 && group[0].ends_with("'s") && is_one_of(group[1], remark_nouns);
}

bool is_unread(std::string_view s) {
    static const PhraseIndex<const char*> unread{unread_words};
    static const PhraseIndex<const char*> no{no_jokes};
    return unread.any_within(s, near_bytes) && !no.any_within(s);
}

bool leaves_out(std::string_view clause, std::string_view s) {
    static const PhraseIndex<const char*> exceptions{exception_words};
    static const PhraseIndex<const char*> none{no_exceptions};
    if (none.any_within(s)) return false;
    if (exceptions.any_within(clause)) return true;
    for (std::size_t at = s.find_first_of(",;:-("); at != s.npos; at = s.find_first_of(",;:-(", at + 1))
        if (exceptions.longest_at_start(without_marks(s.substr(at)))) return true;
    return false;
}

}  // namespace

bool answers_in_passing(std::string_view tail) {
    std::string_view s = without_marks(tail);
    for (std::string_view mark : {"\u3001", "\uFF0C"})
        if (s.starts_with(mark)) s = without_marks(s.substr(mark.size()));
    static const PhraseIndex<const char*> others{other_answers};
    if (others.longest_at_start(s)) return true;
    const auto year = words_of(behind_link(s, since_links), 1);
    if (year.empty()) return false;
    return (year[0].size() == 4 && is_figures(year[0])) || is_one_of(year[0], other_days);  // "since Monday"
}

Turn turn_of_agreement(std::string_view tail, bool sign) {
    const std::string_view s = without_marks(without_casting_tail(tail));
    if (s.empty()) return Turn::none;
    const std::string_view clause = trim(first_clause(s));
    if (sign && (refuses_at_once(clause) || is_a_no(clause) || names_a_remark(clause))) return Turn::negated;
    if (sign && any_phrase_starts(s, against_it)) return Turn::doubt;
    if (is_unread(s)) return Turn::doubt;
    const std::string_view bare = starts_with_phrase(clause, "but") ? skip_blanks(clause.substr(3)) : clause;
    static const PhraseIndex<const char*> musts{must_words};
    if (bounds(bare) || musts.any_within(s) || (sign && sets_turkish_terms(s))) return Turn::condition;
    const std::string_view whole = without_end_marks(s);
    const bool concedes = std::any_of(concessions.begin(), concessions.end(), [&](std::string_view last) {
        return whole.size() > last.size() && whole.ends_with(last) &&
               (needs_no_boundary(last) || !is_word_byte(whole[whole.size() - last.size() - 1]));
    });
    return concedes || leaves_out(clause, s) || is_limited(s) ? Turn::hedge : Turn::none;
}

}  // namespace assentd::words
