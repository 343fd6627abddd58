// SPDX-License-Identifier: Apache-2.0
//
// word   = [lead] option [(":" / "," / "." / "because" / "since" / "as" / "please") reason]
// Nothing is read from a text that asks, doubts or depends on something anywhere.
#include "daemon/tie_words.h"

#include <algorithm>
#include <array>

#include "daemon/acts.h"
#include "decision/choice.h"
#include "decision/standing.h"
#include "parsers/ballots/option_names.h"
#include "parsers/fold.h"
#include "parsers/reasons.h"

namespace assentd {

namespace {

constexpr std::size_t most_words = 40;

bool leaves_open(std::string_view folded) {
    constexpr std::array doubts{
        "if",    "unless",  "once",     "until",  "when",     "while",  "provided", "depends", "but",     "not",
        "no",    "never",   "or",       "either", "neither",  "rather", "instead",  "maybe",   "perhaps", "think",
        "guess", "later",   "tomorrow", "wait",   "although", "though", "whether",  "would",   "could",   "might",
        "may",   "against", "except",   "unsure", "probably", "nobody", "nothing",  "cannot",  "tend",    "lean"};
    if (folded.find('?') != folded.npos || folded.find("n't") != folded.npos) return true;
    const auto group = words::words_of(folded, most_words + 1);
    return group.size() > most_words || std::any_of(group.begin(), group.end(), [&](std::string_view w) {
               return std::find(doubts.begin(), doubts.end(), w) != doubts.end();
           });
}

std::string_view without_lead(std::string_view text) {
    constexpr std::array leads{
        "i decide for", "i decide on", "i decide",     "i choose",   "i pick",         "i vote for",
        "i go for",     "i go with",   "i settle on",  "we take",    "my decision is", "my choice is",
        "my vote is",   "we go with",  "my decision:", "my choice:", "decision:",      "my vote:"};
    const std::string folded = words::fold(text);
    std::size_t longest = 0;
    if (folded.size() == text.size())
        for (const std::string_view lead : leads)
            if (folded.starts_with(lead)) longest = std::max(longest, lead.size());
    return words::trim(text.substr(longest));
}

bool begins_reason(std::string_view behind) {
    const std::string_view s = words::trim(behind);
    if (s.empty() || std::string_view(":,.!").find(s.front()) != s.npos) return true;
    const std::string folded = words::fold(s);
    constexpr std::array links{"because", "since", "as", "please"};
    return std::any_of(links.begin(), links.end(),
                       [&](std::string_view link) { return words::starts_with_phrase(folded, link); });
}

}  // namespace

std::optional<DecideAct> tie_settled_in_words(const Decision& d, std::string_view new_text, std::string_view sender) {
    const bool asked = d.closing && d.closing->outcome == Outcome::tied && is_choice(d.policy.method) &&
                       tie_settler(d) && is_decider(d, sender);
    if (!asked) return std::nullopt;
    const std::string_view text = words::without_sign_off(new_text);
    const auto options = reading_context(d).options;
    if (leaves_open(words::fold(text)) || words::options_held(text, options).size() != 1) return std::nullopt;
    const auto head = words::option_at_start(without_lead(text), options);
    if (!head || !begins_reason(head->behind)) return std::nullopt;
    std::string_view reason = words::trim(head->behind);
    while (!reason.empty() && std::string_view(":,.! ").find(reason.front()) != reason.npos) reason.remove_prefix(1);
    return DecideAct{head->option, std::string(reason), std::string(text.substr(0, text.find('\n')))};
}

}  // namespace assentd
