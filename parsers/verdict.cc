// SPDX-License-Identifier: Apache-2.0
#include "parsers/verdict.h"

#include <algorithm>
#include <array>

#include "decision/concern_form.h"
#include "parsers/fold.h"

namespace assentd::words {
namespace {

std::string quoted_list(const std::vector<std::string>& found) {
    std::string text;
    for (std::size_t i = 0; i < found.size() && i < 5; ++i) {
        if (i > 0) text += i + 1 == found.size() ? " and " : ", ";
        text += "\"" + found[i].substr(0, 200) + "\"";
    }
    return text;
}

// Why one line is unclear, by the mark that its rule ends with.
struct WhyUnclear {
    std::string_view mark;
    std::string_view words;
};
constexpr std::array why_unclear{
    WhyUnclear{":copied", ": it stands in the text that you answer, too"},
    WhyUnclear{":condition", ": it depends on a condition"},
    WhyUnclear{":wrapped", ": it may be the end of the line above it"},
    WhyUnclear{":taken-back", ": what stands below it may take it back or limit it"},
    WhyUnclear{":subject", ": it stands in the subject only"},
    WhyUnclear{":charset", ": its letters did not come through, as the charset of your mail is missing or wrong"},
    WhyUnclear{":initial", ": it may be how you sign"},
    WhyUnclear{":below-rule", ": it stands where a signature mostly is"},
    WhyUnclear{":question", ": it is a question"},
    WhyUnclear{":hedge", ": it may mean only a part"},
    WhyUnclear{":doubt", ": it sounds undecided"},
    WhyUnclear{":choice", ": it says both"},
    WhyUnclear{":quantity", ": it may count something"},
    WhyUnclear{":reported", ": it may be about what somebody else said"},
    WhyUnclear{":negated", ": another word may turn it round"},
    WhyUnclear{":heading", ": it may be the heading of what stands below it"},
    WhyUnclear{":entry", ": it may be one entry of a table or a list"},
    WhyUnclear{":unmarked", ": the line next to it is the one that is marked"},
    WhyUnclear{":answer", ": it may answer the question above it"},
    WhyUnclear{":number", ": the number may be that of a decision, which is written D-8, or of something else"},
    WhyUnclear{":versions", ": the plain text and the HTML of your mail do not say the same"},
    WhyUnclear{":unsure", ": it may only say that you have read it"},
};

std::string_view why(const Reading& vote) {
    const auto found = std::find_if(why_unclear.begin(), why_unclear.end(),
                                    [&](const WhyUnclear& w) { return vote.rule.find(w.mark) != std::string::npos; });
    return found == why_unclear.end() ? std::string_view{} : found->words;
}

std::string sentence(const std::string& words) {
    return words.ends_with('?') || words.ends_with('.') ? words : words + '.';
}

bool may_refuse(const Reading& vote) {
    const bool in_words = vote.rule == "attempt:wish" || vote.rule.starts_with("attempt:word");
    const bool denied = vote.rule.find(":negated") != std::string::npos;
    return in_words || denied || vote.position == Position::disagree || vote.position == Position::block;
}

// What shall be answered. Whoever refuses is not shown how to agree only.
std::string what_to_answer(bool refusal, bool concern, bool settled) {
    if (settled)
        return " If your concern is settled, write: resolve NAME. If you take your vote back, write: withdraw vote. "
               "Or answer with one line that begins with your position, for example: +1\n";
    if (concern)
        return " If it is a concern that has to be dealt with, write it with a name, as in: " +
               std::string(concern_form) +
               ". If it is your answer, write one line that begins with your position, for example: -1 it costs too "
               "much, or: +1\n";
    if (refusal)
        return " Please answer with one line that begins with your position, for example: -1 it costs too much, or: "
               "+1\n";
    return " Please answer with one line that holds only your position, for example: +1\n";
}

std::string question(const std::vector<Reading>& readings) {
    std::vector<std::string> votes;
    std::string others;
    std::string_view reason;
    bool refusal = true;
    bool concern = false;
    bool settled = false;
    for (const Reading& r : readings) {
        if (r.confidence != Confidence::unclear) continue;
        if (r.type == ReadingType::vote) {
            if (reason.empty()) reason = why(r);
            refusal = refusal && may_refuse(r);
            concern = concern || r.rule == "attempt:concern";
            settled = settled || r.rule == "attempt:settled";
            if (std::find(votes.begin(), votes.end(), r.line) == votes.end()) votes.push_back(r.line);
        } else {
            others += "The line \"" + r.line.substr(0, 200) + "\" could not be read. ";
            others += r.reason.empty() ? "Please write it again.\n" : sentence(r.reason) + "\n";
        }
    }
    std::string ask;
    if (!votes.empty()) {
        ask = "It is not clear what you mean by " + quoted_list(votes);
        ask += votes.size() > 1 ? ": the lines do not say the same" : reason;
        ask += ".";
        ask += what_to_answer(refusal, concern, settled);
    }
    return ask + others;
}

}  // namespace

void give_verdict(Interpretation& in) {
    bool vote = false;
    bool command = false;
    bool unclear = false;
    bool unclear_vote = false;
    for (const Reading& r : in.readings) {
        if (r.confidence == Confidence::unclear)
            unclear = true, unclear_vote = unclear_vote || r.type == ReadingType::vote;
        else if (r.type == ReadingType::command || r.type == ReadingType::concern || r.type == ReadingType::resolve)
            command = true;
        else
            vote = true;
    }
    in.verdict = is_blank(in.own.new_text) ? ReadingVerdict::empty : ReadingVerdict::comment;
    if (unclear) in.verdict = ReadingVerdict::unclear;
    if (command && !unclear_vote) in.verdict = ReadingVerdict::command;
    if (vote) in.verdict = ReadingVerdict::vote;
    if (unclear) in.ask = question(in.readings);
}

}  // namespace assentd::words
