// SPDX-License-Identifier: Apache-2.0
// Ballots over options: checked as a whole, repeated in the receipt as understood, never half counted.
#include "decision/answer_step.h"
#include "decision/choice.h"
#include "decision/standing.h"

namespace assentd {

namespace {

// "B > A = C, that is Berlin > Athens = Cork": what the voter can check.
std::string understood(const Decision& d, const OptionBallot& ballot) {
    std::string text = ballot_text(ballot);
    std::string names;
    for (const auto& place : ballot.places) {
        std::string same;
        for (const OptionIndex o : place) same += (same.empty() ? "" : " = ") + texts_of(d, {o}).front();
        names += (names.empty() ? "" : " > ") + same;
    }
    for (const auto& [o, points] : ballot.scores)
        names += (names.empty() ? "" : ", ") + texts_of(d, {o}).front() + ' ' + std::to_string(points);
    for (const OptionIndex o : ballot.approved) names += (names.empty() ? "" : ", ") + texts_of(d, {o}).front();
    return names.empty() ? text : text + ", that is: " + names;
}

std::string left_out(const Decision& d, const OptionBallot& ballot) {
    std::size_t ranked = 0;
    for (const auto& place : ballot.places) ranked += place.size();
    if (!is_ranked(d.policy.method) || ranked == d.options.size()) return {};
    if (d.policy.method == Method::irv || d.policy.method == Method::stv)
        return " Options that you left out get nothing from it.";
    return d.policy.method == Method::schulze && d.policy.choice.unranked == Unranked::no_opinion
               ? " On options that you left out it says nothing."
               : " Options that you left out count as last, all alike.";
}

}  // namespace

std::string AnswerStep::ballot_example() const {
    if (is_ranked(d_.policy.method)) return "rank the options, the best first, for example: B > A";
    if (d_.policy.method == Method::score)
        return "give each option a score, for example: A: " + std::to_string(d_.policy.choice.score_max) +
               ", B: " + std::to_string(d_.policy.choice.score_min);
    return "name the options that you approve of, for example: A, B";
}

// Nothing of it counts until it is clear; an earlier ballot stands meanwhile.
void AnswerStep::ask_for_ballot(const std::string& line, const std::string& trouble) {
    const auto& before = d_.seats[*participant_].stance;
    std::string ask = trouble + " Please " + ballot_example() + '.';
    if (before && before->position == Position::ballot)
        ask += before->stale
                   ? " Your earlier ballot, " + ballot_text(before->ballot) +
                         ", is for the text before and counts again once you reply with the one word `confirm`."
                   : " Until then your earlier ballot stands: " + ballot_text(before->ballot) + '.';
    bench_.happen(VoteUnclear{*participant_, line, ask, source_});
    if (!is_history(line)) reply_.questions.push_back({line, ask});
}

void AnswerStep::take(const CastBallot& b) {
    if (!need_seat(b.line) || !need_open(b.line)) return;
    if (d_.policy.method == Method::input) {
        keep_as_comment(b.line, b.reason);
        return;
    }
    if (!is_choice(d_.policy.method)) {
        const std::string ask =
            "This decision asks for one answer to one text, not for a ballot over options. Reply with "
            "one line, for example: +1";
        bench_.happen(VoteUnclear{*participant_, b.line, ask, source_});
        if (!is_history(b.line)) reply_.questions.push_back({b.line, ask});
        return;
    }
    if (const auto trouble = trouble_with(d_, b.ballot)) {
        ask_for_ballot(b.line, "Understood was: " + ballot_text(b.ballot) + ". " + *trouble);
        return;
    }
    const auto before = d_.seats[*participant_].stance;
    const bool history = assentd::is_history(d_.seats[*participant_], source_);
    const bool again = before && !before->stale && before->ballot == b.ballot && before->position == Position::ballot;
    bench_.happen(VoteRecorded{*participant_,
                               Position::ballot,
                               {},
                               b.line,
                               b.reason,
                               {},
                               revision_at(d_, source_),
                               proof(),
                               source_,
                               b.ballot});
    if (history) {
        is_history(b.line);
        return;
    }
    std::string what = "Recorded your ballot: " + understood(d_, b.ballot) + '.' + left_out(d_, b.ballot);
    if (again) what += " It was so already.";
    if (!d_.seats[*participant_].participant.binding)
        what += " Your voice is advisory here: it is shown, and does not decide.";
    what += overtaken();
    std::string replaces;
    if (before && !again)
        replaces =
            before->position == Position::ballot ? ballot_text(before->ballot) : std::string(name(before->position));
    record_answer(std::move(what), b.lines.empty() ? b.line : b.lines, std::move(replaces));
    tell_delegators(before);
}

}  // namespace assentd
