// SPDX-License-Identifier: Apache-2.0
#include "templates/answers.h"

#include <algorithm>

#include "decision/choice.h"
#include "decision/text.h"
#include "decision/weights.h"
#include "templates/plain_text.h"

namespace assentd::outgoing {

std::string position_text(const Decision& d, const Stance& s) {
    if (s.position == Position::ballot) return ballot_text(s.ballot);
    if (s.position == Position::recuse) return "stands back, not counted";
    if (d.policy.method == Method::announce && s.position == Position::agree) return "acknowledged";
    const std::string text(name(s.position));
    const std::string strength = one_line(s.strength, 20);
    return strength.empty() || strength == text ? text : text + " (" + strength + ')';
}

bool is_against(const Stance& s) {
    return s.position == Position::disagree || s.position == Position::block;
}

const Stance* stance_of(const ParticipantView& p) {
    return p.delegated ? p.delegated : p.stance;
}

std::string answer_text(const Decision& d, const ParticipantView& p, const Stance& stance) {
    std::string text = position_text(d, stance);
    if (stance.position == Position::recuse) return text;
    if (p.binding && p.weight_millionths != one_vote_millionths)
        text += ", weight " + weight_text(p.weight_millionths);
    if (!p.binding) text += ", advisory";
    if (stance.stale) text += ", to an earlier revision";
    return text;
}

std::string answer_given(const Decision& d, ParticipantIndex by, const Stance& s) {
    std::string answer;
    for (const auto& c : d.concerns)
        if (c.by == by && !s.concern.empty() && same_ignoring_case(c.name, s.concern)) answer = c.answer;
    return answer;
}

std::string labelled(const Decision& d, const std::string& text) {
    const auto option = std::find(d.options.begin(), d.options.end(), text);
    return option == d.options.end() ? text : option_text(d, option - d.options.begin());
}

}  // namespace assentd::outgoing
