// SPDX-License-Identifier: Apache-2.0
#include "decision/describe.h"

#include "decision/choice.h"
#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::size_t longest_text = 240;  // bytes

// What people wrote, on one line and harmless on a terminal: no C0 controls, no DEL, no C1 controls (U+0080 to 9F).
std::string quoted(const std::string& text) {
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        const bool continues = (byte & 0xC0U) == 0x80U;
        if (shown.size() >= longest_text && !continues) return "“" + shown + "…”";
        if (byte == '\n')
            shown += i + 1 < text.size() ? " / " : "";
        else if (byte == 0xC2 && next < 0xA0U && next >= 0x80U)
            ++i;
        else if (byte >= ' ' && byte != 0x7F)
            shown += text[i];
    }
    return "“" + shown + "”";
}

// “, reason “…””, or nothing
std::string said(const char* what, const std::string& text) {
    return text.empty() ? std::string() : std::string(", ") + what + ' ' + quoted(text);
}

std::string name_of(const Person& p) {
    return p.name.empty() ? p.address : p.name;
}
std::string by(const Person& p) {
    const std::string who = name_of(p);
    return who.empty() ? std::string() : " by " + who;
}

std::string names_of(const std::vector<Person>& people) {
    std::vector<std::string> names;
    for (const auto& p : people) names.push_back(name_of(p));
    return listed(names);
}

std::string roster_text(const Opened& e) {
    std::vector<std::string> names;
    for (const auto& p : e.roster) names.push_back(p.name + (p.binding ? "" : " (advisory)"));
    return listed(names);
}

struct Describer {
    const Decision& d;

    std::string seat(ParticipantIndex i) const {
        return i < d.seats.size() ? d.seats[i].participant.name : "participant " + std::to_string(i);
    }

    std::string operator()(const Drafted& e) const {
        std::string text = quoted(e.text.title) + by(e.proposer);
        for (const auto& h : e.head) text += ", " + h.key + ' ' + quoted(h.value);
        for (const auto& p : e.problems) text += "; wrong: " + quoted(p.line) + ' ' + p.wrong;
        if (e.seconds_needed > 0) text += "; waits for " + counted(e.seconds_needed, "second", "seconds");
        return text + (e.awaits_confirmation ? "; waits for a confirmation" : "");
    }
    std::string operator()(const Seconded& e) const { return name_of(e.by); }
    std::string operator()(const Opened& e) const {
        std::string text = "D-" + std::to_string(e.number) + ' ' + quoted(e.text.title) + by(e.proposer) +
                           ", policy " + e.policy.name + " (" + e.policy.preset + "), closes " +
                           utc_text(e.closes_at) + ", asks " + roster_text(e);
        if (!e.facilitators.empty()) text += ", facilitated by " + names_of(e.facilitators);
        if (e.decider) text += ", decider " + name_of(*e.decider);
        if (!e.options.empty()) text += ", options " + quoted(listed(e.options));
        if (!e.supersedes.empty()) text += ", supersedes " + listed(e.supersedes);
        if (!e.text.attachments.empty()) text += ", attached " + quoted(listed(e.text.attachments));
        if (e.review_at) text += ", to be reviewed " + utc_text(*e.review_at);
        return text;
    }
    std::string operator()(const VoteRecorded& e) const {
        return seat(e.participant) + ' ' +
               (e.position == Position::ballot ? ballot_text(e.ballot) : std::string(name(e.position))) +
               (e.strength.empty() ? "" : " (" + e.strength + ')') + ", line " + quoted(e.line) +
               said("reason", e.reason) + said("concern", e.concern) + ", revision " + std::to_string(e.revision) +
               ", proven by " + std::string(name(e.trust));
    }
    std::string operator()(const VoteWithdrawn& e) const { return seat(e.participant); }
    std::string operator()(const VoteUnclear& e) const {
        return seat(e.participant) + ", line " + quoted(e.line) + said("asked", e.ask);
    }
    std::string operator()(const AnswerHeld& e) const {
        return name_of(e.by) + ' ' + quoted(e.new_text) +
               (e.other_address.empty() ? "" : ", from the address " + e.other_address + " if that is theirs");
    }
    std::string operator()(const HeldConfirmed& e) const { return "the mail " + e.held_sha256.substr(0, 12); }
    std::string operator()(const HeldDiscarded& e) const {
        return "the mail " + e.held_sha256.substr(0, 12) +
               (e.said_anew ? ": the same words came again, with proof, and count in its place"
                            : ": it was not theirs");
    }
    std::string operator()(const ConcernRaised& e) const {
        return quoted(e.name) + " by " + seat(e.by) + ": " + quoted(e.text);
    }
    std::string operator()(const ConcernAnswered& e) const { return quoted(e.name) + ": " + quoted(e.text); }
    std::string operator()(const ConcernSettled& e) const { return quoted(e.name) + " by " + seat(e.by); }
    std::string operator()(const ConcernOverruled& e) const {
        return quoted(e.name) + by(e.by) + said("reason", e.reason);
    }
    std::string operator()(const Commented& e) const {
        std::string text = name_of(e.by) + ' ' + quoted(e.text) + said("to", e.answers);
        for (const auto& a : e.attachments)
            text += ", attachment " + quoted(a.name) + ' ' + a.media_type + ' ' +
                    counted(static_cast<std::int64_t>(a.size), "byte", "bytes");
        return text;
    }
    std::string operator()(const LateAnswer& e) const { return name_of(e.by) + ' ' + quoted(e.text); }
    std::string operator()(const Extended& e) const {
        return "to " + utc_text(e.closes_at) + by(e.by) + said("reason", e.reason);
    }
    std::string operator()(const Reminded& e) const { return seat(e.participant) + ", due " + utc_text(e.due); }
    std::string operator()(const ReminderSpared& e) const {
        return seat(e.participant) + ", due " + utc_text(e.due) + ": another reminder went to them that day";
    }
    std::string operator()(const NotReached& e) const { return seat(e.participant) + said("status", e.status); }
    std::string operator()(const ReachedAgain& e) const { return seat(e.participant); }
    std::string operator()(const Closed& e) const {
        const bool tied = e.outcome == Outcome::tied;
        return std::string(name(e.outcome)) +
               (e.chosen.empty() ? "" : (tied ? " between " : ", chosen ") + quoted(listed(e.chosen))) + " at " +
               utc_text(e.at) + (e.early ? ", early" : "") + (e.waited_for_inbox ? ", waited for the inbox" : "") +
               by(e.by) + said("reason", e.reason) + (e.arithmetic.empty() ? "" : ". " + e.arithmetic);
    }
    std::string operator()(const Reopened& e) const {
        return "until " + utc_text(e.closes_at) + by(e.by) + said("reason", e.reason);
    }
    std::string operator()(const SettleAsked& e) const {
        return quoted(e.name) + " at " + utc_text(e.at) + (e.anew ? ", anew" : "");
    }
    std::string operator()(const ConcernUpheld& e) const { return quoted(e.name) + said("reason", e.reason); }
    std::string operator()(const ConcernLapsed& e) const { return quoted(e.name) + " at " + utc_text(e.at); }
    std::string operator()(const Amended& e) const {
        return quoted(e.text.body) + by(e.by) + ", closes " + utc_text(e.closes_at);
    }
    std::string operator()(const HoldPlaced& e) const {
        return seat(e.participant) + " until " + utc_text(e.until) + said("reason", e.reason);
    }
    std::string operator()(const HoldReleased& e) const { return seat(e.participant); }
    std::string operator()(const Delegated& e) const {
        return seat(e.from) + " to " + seat(e.to) + (e.until ? " until " + utc_text(*e.until) : "");
    }
    std::string operator()(const DelegationEnded& e) const { return seat(e.from); }
    std::string operator()(const AwayNoted& e) const {
        return seat(e.participant) + " from " + utc_text(e.from) + " until " + utc_text(e.until);
    }
    std::string operator()(const FinalPeriodBegun& e) const {
        return "at " + utc_text(e.at) + ", closes " + utc_text(e.closes_at);
    }
    std::string operator()(const FinalPeriodEnded& e) const { return "closes " + utc_text(e.closes_at); }
    std::string operator()(const DeciderAsked& e) const { return "at " + utc_text(e.at); }
    std::string operator()(const Decided& e) const {
        return std::string(name(e.outcome)) + (e.chosen.empty() ? "" : ", chosen " + quoted(listed(e.chosen))) +
               by(e.by) + said("reason", e.reason);
    }
    std::string operator()(const StatementAdded& e) const { return name_of(e.by) + ' ' + quoted(e.text); }
    std::string operator()(const ReviewAsked& e) const { return "at " + utc_text(e.at); }
    std::string operator()(const Reviewed& e) const {
        return std::string(name(e.answer)) + by(e.by) + said("reason", e.reason);
    }
    std::string operator()(const Superseded& e) const { return "by " + e.by + " at " + utc_text(e.at); }
    std::string operator()(const AddressConfirmed& e) const {
        return e.address + (e.person.empty() ? " is nobody's any more" : " of " + e.person);
    }
};

}  // namespace

std::string describe(const Decision& d, const Event& event) {
    return std::string(name(event)) + ' ' + std::visit(Describer{d}, event);
}

std::string state_word(const Decision& d) {
    const bool voted_on = is_voted_on(d.policy.method);
    return std::string(d.closing && (voted_on || d.closing->outcome == Outcome::withdrawn) ? name(d.closing->outcome)
                                                                                           : name(d.state));
}

}  // namespace assentd
