// SPDX-License-Identifier: Apache-2.0
#include "daemon/unnamed_answer.h"

#include <algorithm>
#include <string>
#include <vector>

#include "decision/example_answer.h"
#include "decision/standing.h"
#include "decision/text.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {

namespace {

constexpr std::size_t most_listed = 20;

// "D-1, Colour:" and below it "D-1: B > A > C"
Problem shown(const Decision& d, ParticipantIndex p) {
    const auto& stance = d.seats[p].stance;
    return {{},
            id(d) + ", " + d.text().title + ':',
            id(d) + ": " + (stance && stance->stale ? "confirm" : example_answer(d))};
}

// The decisions that wait for their answer; if there are none, those that they may answer anew.
std::vector<Problem> ways_to_answer(const World& world, Records& records, const std::string& address) {
    std::vector<Problem> owed;
    std::vector<Problem> open;
    for (const auto& summary : world.store.summaries()) {
        if (summary.state != State::open) continue;
        const Decision& d = records.get(summary.record);
        const auto p = find_participant(d, address);
        if (!p) continue;
        auto& list = is_waited_for(d, *p) ? owed : open;
        if (list.size() < most_listed) list.push_back(shown(d, *p));
    }
    return owed.empty() ? open : owed;
}

}  // namespace

bool may_answer_any(const MailAtHand& mail) {
    constexpr std::ptrdiff_t most_words = 8;
    const std::string& text = mail.read.own.new_text;
    if (!read_proposal(text).head.empty()) return false;
    const bool in_a_thread = !mail.message.in_reply_to.empty() || !mail.message.references.empty() ||
                             read_title(mail.message.subject).is_reply;
    const auto blanks = std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
    return in_a_thread || blanks < most_words;
}

std::vector<Problem> asked_which_of_all(const World& world, Records& records, const PersonConfig& person,
                                        const MailAtHand& mail, const std::string& why) {
    const std::string& text = mail.read.own.new_text;
    const auto ways = ways_to_answer(world, records, person.addresses.front());
    std::vector<Problem> problems{
        {text.substr(0, text.find('\n')),
         text.empty() ? "Your mail had no words of your own that could be read." : why,
         ways.empty()
             ? "No decision that is open asks you."
             : "Write the number of the decision before the answer, one line for each, for example as below. To "
               "propose something new, write a new mail."}};
    problems.insert(problems.end(), ways.begin(), ways.end());
    return problems;
}

}  // namespace assentd
