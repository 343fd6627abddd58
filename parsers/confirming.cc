// SPDX-License-Identifier: Apache-2.0
//
// confirmation = 1*(clause mark)             all of them a confirming clause, at least one, or a polite one
// confirming   = [yes] ["i" ["hereby" / "do"]] ("confirm" / "confirmed" / "reconfirm") [answer / "it" / "that"]
// [again]
//              / [answer / "it" / "that"] ["still"] ("holds" / "stands"); without the noun "still" has to be there
//              / answer ("is" / "stays" / "remains") ("the same" / "unchanged" / "as it was")
// answer       = ("my" / "the") ("vote" / "ballot" / …)
// polite       = yes / "thanks" and what for / the name of whoever writes
#include "parsers/confirming.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "parsers/fold.h"
#include "parsers/reasons.h"

namespace assentd {
namespace {

using namespace words;

using Words = std::vector<std::string_view>;

constexpr std::size_t most_words = 30;  // of a mail in which "still" or "same" is about the answer
constexpr std::size_t most_in_a_clause = 10;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<const char*, N>& table) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

// The words after it; the same when it is not there.
template <std::size_t N>
std::size_t skip(const Words& said, std::size_t at, const std::array<const char*, N>& table) {
    return at < said.size() && is_one_of(said[at], table) ? at + 1 : at;
}

constexpr std::array yes{"yes", "yep", "yeah", "ok", "okay", "sure"};

// Behind "my vote", "the ballot", "it"; `at` itself when none is there.
std::size_t behind_answer(const Words& said, std::size_t at) {
    constexpr std::array nouns{"vote",   "votes",  "ballot",   "answer",  "ranking",
                               "scores", "choice", "position", "approval"};
    const std::size_t owner = skip(said, at, std::array{"my", "the"});
    if (owner > at) return skip(said, owner, nouns) > owner ? owner + 1 : at;
    return skip(said, at, std::array{"it", "that", "this"});
}

bool is_confirming(const Words& said) {
    constexpr std::array verbs{"confirm", "confirmed", "reconfirm", "re-confirm"};
    const std::size_t at = skip(said, 0, yes);
    const std::size_t verb = skip(said, skip(said, at, std::array{"i"}), std::array{"hereby", "do", "still"});
    if (const std::size_t object = skip(said, verb, verbs); object > verb)
        return skip(said, behind_answer(said, object), std::array{"again"}) == said.size();
    const std::size_t noun = behind_answer(said, at);
    const std::size_t still = skip(said, noun, std::array{"still"});
    const bool own = noun > at + 1;
    if ((own || still > noun) && skip(said, still, std::array{"holds", "stands", "hold", "stand"}) > still)
        return still + 1 == said.size();
    if (!own || skip(said, still, std::array{"is", "stays", "remains"}) == still) return false;
    std::string rest;
    for (std::size_t i = still + 1; i < said.size(); ++i)
        if (said[i] != "still") rest += (rest.empty() ? "" : " ") + std::string(said[i]);
    return is_one_of(rest, std::array{"the same", "unchanged", "as it was"});
}

bool is_polite(const Words& said, std::string_view clause, std::string_view folded_name) {
    if (said.size() == 1 && is_one_of(said[0], yes)) return true;
    if (find_phrase(folded_name, clause) != folded_name.npos) return true;
    constexpr std::array turns{"but", "if", "unless", "not", "no", "except", "however", "though", "only", "still"};
    return is_one_of(said[0], std::array{"thanks", "thank", "thx", "cheers"}) &&
           std::none_of(said.begin(), said.end(), [&](auto word) { return is_one_of(word, turns); });
}

bool may_confirm(std::string_view folded) {
    for (const char* word : {"confirm", "confirmed", "confirming", "reconfirm"})
        if (find_phrase(folded, word) != folded.npos) return true;
    if (words_of(folded, most_words + 1).size() > most_words) return false;
    constexpr std::array signs{"still", "same",      "stands",    "stand",           "holds",      "unchanged",
                               "keep",  "remains",   "no change", "nothing changes", "not change", "new text",
                               "stays", "as before", "my vote",   "my ballot",       "my answer"};
    return std::any_of(signs.begin(), signs.end(),
                       [&](const char* sign) { return find_phrase(folded, sign) != folded.npos; });
}

}  // namespace

Confirming confirms(std::string_view own_text, std::string_view name) {
    const std::string folded = fold(without_sign_off(own_text));
    const std::string folded_name = fold(name);
    bool confirmed = false;
    bool plain = folded.find('?') == folded.npos;
    constexpr std::string_view marks = ".,!;:\n()";
    for (std::size_t at = 0; at < folded.size() && plain;) {
        const std::size_t end = std::min(folded.find_first_of(marks, at), folded.size());
        const std::string_view clause = trim(std::string_view(folded).substr(at, end - at));
        at = end + 1;
        const Words said = words_of(clause, most_in_a_clause + 1);
        if (clause.empty()) continue;
        const bool short_one = !said.empty() && said.size() <= most_in_a_clause;
        const bool confirming = short_one && is_confirming(said);
        confirmed = confirmed || confirming;
        plain = confirming || (short_one && is_polite(said, clause, folded_name));
    }
    if (confirmed && plain) return Confirming::yes;
    return may_confirm(folded) ? Confirming::maybe : Confirming::no;
}

}  // namespace assentd
