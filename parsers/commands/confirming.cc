// SPDX-License-Identifier: Apache-2.0
//
// confirmation = 1*(clause mark)             all of them a confirming clause, at least one, or a polite one
// confirming   = [yes] ["i" ["hereby" / "do"]] ("confirm" / "confirmed" / "reconfirm") [answer / "it" / "that"]
// [again]
//              / [answer / "it" / "that"] ["still"] ("holds" / "stands"); without the noun "still" has to be there
//              / answer ("is" / "stays" / "remains") ("the same" / "unchanged" / "as it was")
// answer       = ("my" / "the") ("vote" / "ballot" / …)
// polite       = yes / "thanks" and what for / the name of whoever writes
//
// settling     = 1*(clause mark)             yes / settled, or no / stands, polite ones beside; never both
// stands       = *words still-open *words    without "but" and its kin
//
// ownership    = 1*(clause mark)             all of them mine, or all of them not mine, polite ones beside
#include "parsers/commands/confirming.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "parsers/commands/settling_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/reasons.h"
#include "parsers/votes/tables/vote_settled_data.h"

namespace assentd {
namespace {

using namespace words;

using Words = std::vector<std::string_view>;

constexpr std::size_t most_words = 30;  // of a mail in which "still" or "same" is about the answer
constexpr std::size_t most_in_a_clause = 10;

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
    if (said.size() <= 2 && is_one_of(said[0], std::array{"hello", "hi", "hey", "dear"})) return true;
    constexpr std::array turns{"but", "if", "unless", "not", "no", "except", "however", "though", "only", "still"};
    return is_one_of(said[0], std::array{"thanks", "thank", "thx", "cheers"}) &&
           std::none_of(said.begin(), said.end(), [&](auto word) { return is_one_of(word, turns); });
}

// Whether all of them are short and pass; up to the first that does not.
template <typename Pass>
bool all_clauses(std::string_view folded, Pass pass, std::size_t most = most_in_a_clause) {
    constexpr std::string_view marks = ".,!;:\n()*_";
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(marks, at), folded.size());
        const std::string_view clause = trim(folded.substr(at, end - at));
        at = end + 1;
        if (clause.empty()) continue;
        const Words said = words_of(clause, most + 1);
        if (said.empty() || said.size() > most || !pass(clause, said)) return false;
    }
    return true;
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

// What is left behind the first of these words; the same where it is not there.
std::string_view behind_lead(std::string_view clause, std::string_view lead) {
    return clause.starts_with(lead) && clause.size() > lead.size() && clause[lead.size()] == ' '
               ? trim(clause.substr(lead.size()))
               : clause;
}

// "Mine", "yes it is mine"
bool is_mine(std::string_view clause) {
    return clause == "yes please" || is_one_of(behind_lead(clause, "yes"), std::array{"yes",
                                                                                      "yep",
                                                                                      "yeah",
                                                                                      "yup",
                                                                                      "confirm",
                                                                                      "confirmed",
                                                                                      "i confirm",
                                                                                      "i confirm it",
                                                                                      "i did",
                                                                                      "i did write it",
                                                                                      "i wrote it",
                                                                                      "i wrote that",
                                                                                      "i wrote this",
                                                                                      "i sent it",
                                                                                      "i sent that",
                                                                                      "correct",
                                                                                      "that's correct",
                                                                                      "that is correct",
                                                                                      "it's from me",
                                                                                      "it is from me",
                                                                                      "please count it",
                                                                                      "mine",
                                                                                      "it is mine",
                                                                                      "it's mine",
                                                                                      "that is mine",
                                                                                      "that's mine",
                                                                                      "this is mine",
                                                                                      "it is",
                                                                                      "it was me",
                                                                                      "that was me",
                                                                                      "this was me",
                                                                                      "that's me",
                                                                                      "that is me",
                                                                                      "that was mine",
                                                                                      "it is my address",
                                                                                      "it's my address",
                                                                                      "that is my address",
                                                                                      "that's my address"});
}

// Beside a yes: "my private account", "it is my own one", "private". Not "my vote is +1", nor "my colleague's
// account".
bool says_it_is_own(const Words& said) {
    constexpr std::array starts{"it", "it's", "that", "that's", "this"};
    constexpr std::array kinds{"own",  "private", "personal", "other",  "second", "work", "home",
                               "main", "office",  "old",      "former", "new",    "usual"};
    constexpr std::array things{"address", "account", "mail", "email", "e-mail", "mailbox", "inbox", "one"};
    const std::size_t at = skip(said, 0, std::array{"yes"});
    const std::size_t pronoun = skip(said, at, starts);
    const std::size_t begin = pronoun > at ? skip(said, pronoun, std::array{"is", "was"}) : at;
    const std::size_t owner = skip(said, begin, std::array{"my"});
    std::size_t kind = owner;
    while (skip(said, kind, kinds) > kind) ++kind;
    return kind > begin && skip(said, kind, things) == said.size();
}

// "Not mine", "no, I did not write that"
bool is_not_mine(std::string_view clause) {
    return is_one_of(behind_lead(clause, "no"), std::array{"no",
                                                           "nope",
                                                           "discard",
                                                           "discard it",
                                                           "not mine",
                                                           "not me",
                                                           "it is not",
                                                           "it is not mine",
                                                           "it's not mine",
                                                           "that is not mine",
                                                           "that's not mine",
                                                           "this is not mine",
                                                           "it was not me",
                                                           "it wasn't me",
                                                           "that was not me",
                                                           "that wasn't me",
                                                           "this was not me",
                                                           "i did not",
                                                           "i didn't",
                                                           "i did not write it",
                                                           "i did not write that",
                                                           "i did not write this",
                                                           "i didn't write it",
                                                           "i didn't write that",
                                                           "i didn't write this",
                                                           "not my address",
                                                           "it is not my address",
                                                           "that is not my address",
                                                           "that's not my address"});
}

}  // namespace

Confirming confirms(std::string_view own_text, std::string_view name) {
    const std::string folded = fold(without_sign_off(own_text));
    const std::string folded_name = fold(name);
    bool confirmed = false;
    const bool plain = folded.find('?') == folded.npos && all_clauses(folded, [&](auto clause, const Words& said) {
                           const bool confirming = is_confirming(said);
                           confirmed = confirmed || confirming;
                           return confirming || is_polite(said, clause, folded_name);
                       });
    if (confirmed && plain) return Confirming::yes;
    return may_confirm(folded) ? Confirming::maybe : Confirming::no;
}

Settling says_whether_settled(std::string_view own_text, std::string_view name) {
    static const PhraseIndex<const char*> open{still_open};
    static const PhraseIndex<const char*> more{more_than_open};
    constexpr std::size_t most_in_a_reason = 20;
    const std::string folded = fold(without_sign_off(own_text));
    const std::string folded_name = fold(name);
    bool said_yes = false;
    bool said_no = false;
    bool nods = false;  // "ok" beside them
    bool settled = false;
    bool stands = false;
    const auto takes = [&](std::string_view clause, const Words& said) {
        if (is_one_of(clause, yes_words)) return said_yes = true;
        if (is_one_of(clause, no_words)) return said_no = true;
        if (is_one_of(clause, yes)) return nods = true;
        const std::string_view first = said.front();
        const std::string_view rest = is_one_of(first, yes_words) ? behind_lead(clause, first) : clause;
        if (is_one_of(rest, settled_clauses) || is_one_of(rest, settled_alone)) return settled = true;
        if (open.any_within(clause))
            return (said_no || is_one_of(first, no_words)) && !more.any_within(clause) && (stands = true);
        return said.size() <= most_in_a_clause &&
               (is_one_of(clause, thanks_words) || is_polite(said, clause, folded_name));
    };
    if (folded.find('?') != folded.npos || !all_clauses(folded, takes, most_in_a_reason)) return Settling::unclear;
    if (said_no || stands) {
        if (said_yes || settled || nods) return Settling::unclear;
        return stands ? Settling::stands : Settling::no;
    }
    return settled ? Settling::settled : said_yes ? Settling::yes : Settling::unclear;
}

Ownership says_whose(std::string_view own_text, std::string_view name) {
    const std::string folded = fold(without_sign_off(own_text));
    const std::string folded_name = fold(name);
    bool mine = false;
    bool not_mine = false;
    const bool plain = folded.find('?') == folded.npos && all_clauses(folded, [&](auto clause, const Words& said) {
                           const bool one =
                               is_mine(clause) || ((mine || said.front() == "yes") && says_it_is_own(said));
                           const bool other = is_not_mine(clause);
                           mine = mine || one;
                           not_mine = not_mine || other;
                           return one || other || is_polite(said, clause, folded_name);
                       });
    if (plain && mine != not_mine) return mine ? Ownership::mine : Ownership::not_mine;
    const Words first = words_of(folded, 1);
    const bool begins_so =
        !first.empty() && (is_mine(first.front()) || is_not_mine(first.front()) || is_one_of(first.front(), yes));
    return mine || not_mine || begins_so ? Ownership::unclear : Ownership::unsaid;
}

}  // namespace assentd
