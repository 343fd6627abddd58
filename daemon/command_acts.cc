// SPDX-License-Identifier: Apache-2.0
#include "daemon/command_acts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "config/when.h"
#include "daemon/head_values.h"
#include "daemon/named_person.h"
#include "daemon/planning.h"
#include "daemon/preferences.h"
#include "decision/choice.h"
#include "decision/text.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {

namespace {

constexpr std::string_view known_commands =
    "Commands, one to a line: help, status, withdraw, recuse, confirm, concern: NAME text, resolve NAME, uphold "
    "NAME, "
    "hold 3 days: reason, release, delegate to ADDRESS, undelegate, away until DATE, receipts off; for the proposer: "
    "amend, extend 3 days, close, answer NAME: text.";

BadCommand bad(const Reading& r, std::string wrong, std::string right) {
    return {{r.line, std::move(wrong), std::move(right)}};
}

std::string argument(const Reading& r, std::size_t i) {
    return i < r.arguments.size() ? r.arguments[i] : std::string();
}

std::string without_lead(std::string text, std::initializer_list<std::string_view> leads) {
    for (const std::string_view lead : leads)
        if (text.size() > lead.size() && same_ignoring_case(text.substr(0, lead.size()), lead))
            return text.substr(lead.size());
    return text;
}

// "withdraw: we need more time"; not "withdraw: I vote against it now".
bool is_reason_for_all(std::string_view folded_line, std::string_view reason) {
    constexpr std::array own{"vote", "ballot", "+1", "-1", "+0", "-0", "ranking", "scores", "my answer", "abstain"};
    const std::string said = lower_case(std::string(reason));
    return (folded_line.starts_with("withdraw:") || folded_line.starts_with("withdrawn:")) && !said.empty() &&
           std::none_of(own.begin(), own.end(), [&](const char* word) { return said.find(word) != said.npos; });
}

// One command of one sender, with the calendar that its times are meant in.
class CommandReader {
  public:
    CommandReader(const Config& config, const Decision& d, const Reading& r, std::string_view sender, Instant arrival)
        : config_(config), d_(d), r_(r), sender_(sender), arrival_(arrival) {}

    // g++ 12 at -O2 takes the object for uninitialized when it inlines this.
    [[gnu::noinline]] Act act() const {
        struct Row {
            std::string_view name;
            Act (CommandReader::*make)() const;
        };
        static constexpr std::array rows{
            Row{"help", &CommandReader::help},         Row{"status", &CommandReader::status},
            Row{"withdraw", &CommandReader::withdraw}, Row{"recuse", &CommandReader::recuse},
            Row{"extend", &CommandReader::extend},     Row{"close", &CommandReader::close},
            Row{"overrule", &CommandReader::overrule}, Row{"confirm", &CommandReader::confirm},
            Row{"settle", &CommandReader::settle},     Row{"answer", &CommandReader::answer},
            Row{"uphold", &CommandReader::uphold},     Row{"amend", &CommandReader::amend},
            Row{"hold", &CommandReader::hold},         Row{"release", &CommandReader::release},
            Row{"delegate", &CommandReader::delegate}, Row{"undelegate", &CommandReader::undelegate},
            Row{"away", &CommandReader::away},         Row{"receipts", &CommandReader::receipts},
            Row{"decide", &CommandReader::decide},     Row{"statement", &CommandReader::statement},
            Row{"keep", &CommandReader::review},       Row{"change", &CommandReader::review},
            Row{"retire", &CommandReader::review}};
        if (r_.confidence == Confidence::unclear && r_.command == "delegate") return delegate_by_name();
        if (r_.confidence == Confidence::unclear && r_.command == "settle") return not_settled();
        if (r_.confidence == Confidence::unclear)
            return bad(r_, r_.reason.empty() ? "This looks like a command, and there is none like it." : r_.reason,
                       std::string(known_commands));
        for (const Row& row : rows)
            if (row.name == r_.command) return (this->*row.make)();
        return bad(r_, "“" + r_.command + "” is not available in this version.", std::string(known_commands));
    }

  private:
    // Whoever has the name on the roster, if it is one person; else they are asked whom they mean.
    Act delegate_by_name() const {
        const std::string named = argument(r_, 0);
        std::vector<const Participant*> others;
        std::vector<std::string> names;
        for (const auto& seat : d_.seats)
            if (seat.participant.address != sender_) {
                others.push_back(&seat.participant);
                names.push_back(seat.participant.name);
            }
        const auto meant = names_meant(names, named);
        if (meant.size() == 1) return delegate_to(others[meant.front()]->address);
        constexpr std::size_t most_listed = 5;
        std::vector<std::string> candidates;
        for (const auto i : meant)
            if (candidates.size() < most_listed)
                candidates.push_back(others[i]->name + " <" + others[i]->address + '>');
        const std::string wrong = named.empty()   ? "It does not say by address who is to answer for you."
                                  : meant.empty() ? "Nobody else who is asked here is called “" + named + "”."
                                                  : "“" + named + "” may be one of " + listed(candidates) + '.';
        const std::string time = argument(r_, 1);
        return bad(r_, wrong,
                   "Write: delegate to " + (meant.empty() ? "ADDRESS" : others[meant.front()]->address) +
                       (time.empty() ? "" : ' ' + time));
    }
    // "settled": the words that would do name a concern of theirs, if there is one.
    BadCommand not_settled() const {
        const auto seat = find_participant(d_, sender_);
        const Concern* own = nullptr;
        for (const auto& c : d_.concerns)
            if (seat && c.by == *seat && (!own || own->state != ConcernState::open)) own = &c;
        if (!own) return bad(r_, "You have raised no concern here.", "There is nothing to settle.");
        if (own->state != ConcernState::open)
            return bad(r_, "Your concern “" + own->name + "” is " + std::string(name(own->state)) + " already.",
                       "There is nothing more to settle.");
        return bad(r_, "It is not clear which concern is settled.", "Write: resolve " + own->name);
    }
    const Calendar& calendar() const {
        const auto* person = find_person(config_, sender_);
        return person ? person->calendar : config_.calendar;
    }
    // A point of time, or what is wrong with it.
    std::variant<Instant, BadCommand> instant(const std::string& when) const {
        const auto read = read_deadline(when, calendar(), arrival_);
        if (const auto* wrong = std::get_if<NotUnderstood>(&read)) return bad(r_, wrong->wrong, wrong->right);
        return std::get<Instant>(read);
    }
    // A length of time is added to `from`; anything else is a point of time.
    std::variant<Instant, BadCommand> later(const std::string& when, Instant from) const {
        if (const auto span = read_span(when); std::holds_alternative<Span>(span))
            return add_span(calendar(), from, std::get<Span>(span));
        return instant(when);
    }

    Act help() const { return AskHelp{}; }
    Act status() const { return AskStatus{}; }
    Act confirm() const { return ConfirmStance{r_.line}; }
    Act close() const { return CloseAct{r_.reason, r_.line}; }
    Act settle() const { return SettleConcern{argument(r_, 0), r_.line}; }
    Act release() const { return ReleaseAct{r_.line}; }
    Act undelegate() const { return UndelegateAct{r_.line}; }
    Act answer() const { return AnswerConcern{argument(r_, 0), r_.reason, r_.line}; }
    Act uphold() const { return UpholdConcern{argument(r_, 0), r_.reason, r_.line}; }
    // "decide A, B: because": with options, the comma may divide them, and not the choice from its reason.
    Act decide() const {
        DecideAct act{argument(r_, 0), r_.reason, r_.line};
        const auto colon = std::min(act.reason.find(':'), act.reason.size());
        const auto more = trimmed(act.reason.substr(0, colon));
        if (more.empty() || find_options(d_, act.choice).empty() || find_options(d_, more).empty()) return act;
        act.choice += ", " + more;
        act.reason = act.reason.substr(std::min(act.reason.find_first_not_of(" :", colon), act.reason.size()));
        return act;
    }
    Act statement() const { return StatementAct{r_.reason, r_.line}; }
    Act review() const { return ReviewAct{*review_from_name(r_.command), r_.reason, r_.line}; }
    Act recuse() const { return CastVote{Position::recuse, "recuse", r_.line, r_.reason}; }
    Act overrule() const {
        return OverruleConcern{r_.arguments.empty() ? r_.concern : argument(r_, 0), r_.reason, r_.line};
    }

    Act withdraw() const {
        WithdrawAct act;
        act.line = r_.line;
        act.reason = r_.reason;
        if (argument(r_, 0) == "vote") act.object = WithdrawAct::Object::vote;
        if (argument(r_, 0) == "proposal") act.object = WithdrawAct::Object::proposal;
        const bool proposes = is_proposer(d_, sender_);
        const std::string line = lower_case(trimmed(r_.line));
        // Of a facilitator it may be what they ask of the proposer.
        if (act.object == WithdrawAct::Object::proposal && !proposes && is_facilitator(d_, sender_) &&
            line.starts_with("please "))
            return bad(r_, "It is not clear whether you end it, or ask " + d_.proposer.name + " to.",
                       "If you end it, write: withdraw proposal");
        // A vote is withdrawn without a reason; one that speaks of votes may be about one all the same.
        if (act.object == WithdrawAct::Object::unsaid && proposes && is_reason_for_all(line, act.reason))
            act.object = WithdrawAct::Object::proposal;
        return act;
    }

    // "extend 3 days: the auditors answer on Friday": the reader has split the time from the reason.
    Act extend() const {
        const std::string when = without_lead(argument(r_, 0), {"by ", "until ", "to "});
        if (when.empty()) return bad(r_, "It does not say by how long.", "Write for example: extend 3 days");
        const auto until = later(when, std::max(d_.closes_at, arrival_));
        if (const auto* wrong = std::get_if<BadCommand>(&until)) return *wrong;
        const Instant closes_at = std::get<Instant>(until);
        return ExtendAct{closes_at, plans_for(config_, d_, arrival_, closes_at), r_.reason, r_.line};
    }

    Act amend() const {
        if (const auto head = read_proposal(r_.reason).head; !head.empty())
            return bad(r_, "\"" + head.front().line + "\" cannot be amended: an amendment changes the text alone.",
                       "Leave the line out; or withdraw this proposal and send it anew with that line.");
        const Instant closes_at = close_after_amendment(config_, d_, arrival_);
        return AmendAct{r_.reason, closes_at, plans_for(config_, d_, arrival_, closes_at), r_.line};
    }

    Act hold() const {
        const auto until = later(without_lead(argument(r_, 0), {"for ", "until "}), arrival_);
        if (const auto* wrong = std::get_if<BadCommand>(&until)) return *wrong;
        const Instant end = std::get<Instant>(until);
        return HoldAct{end, plans_for(config_, d_, arrival_, std::max(end, d_.closes_at)), r_.reason, r_.line};
    }

    Act delegate() const { return delegate_to(argument(r_, 0)); }
    Act delegate_to(const std::string& address_said) const {
        DelegateAct act;
        act.to = lower_case(address_said);
        if (const auto* person = find_person(config_, address_said)) {
            // The decision knows them by the addresses that they had when it opened.
            const auto known = std::find_if(person->addresses.begin(), person->addresses.end(),
                                            [&](const auto& address) { return find_participant(d_, address); });
            act.to = known == person->addresses.end() ? person->addresses.front() : *known;
        }
        act.line = r_.line;
        const std::string tail = argument(r_, 1) + (r_.arguments.size() > 2 ? ' ' + argument(r_, 2) : std::string());
        if (same_ignoring_case(tail.substr(0, 6), "until ")) {
            const auto until = instant(tail.substr(6));
            if (const auto* wrong = std::get_if<BadCommand>(&until)) return *wrong;
            act.until = std::get<Instant>(until);
        }
        return act;
    }

    Act away() const {
        const auto until = instant(argument(r_, 1));
        if (const auto* wrong = std::get_if<BadCommand>(&until)) return *wrong;
        Interval away{arrival_, std::get<Instant>(until)};
        if (const auto begin = argument(r_, 0); !begin.empty()) {
            const auto from = instant(begin);
            if (const auto* wrong = std::get_if<BadCommand>(&from)) return *wrong;
            away.begin = std::get<Instant>(from);
        }
        if (away.end <= away.begin)
            return bad(r_, "The absence ends before it begins.", "Write: away until 2030-05-31");
        return PreferenceKept{"Recorded: you are away " +
                                  (away.begin > arrival_ ? "from " + moment(away.begin) + ' ' : "") + "until " +
                                  moment(away.end) + ". You are not reminded meanwhile.",
                              r_.line, std::string(preference::away), interval_text(away)};
    }

    Act receipts() const {
        const bool all = argument(r_, 0) == "on" || argument(r_, 0) == "all";
        return PreferenceKept{all ? "You get a receipt for each answer from now on."
                                  : "You get a mail only when something could not be taken as it stands. "
                                    "`receipts on` brings them back.",
                              r_.line, std::string(preference::receipts), all ? "on" : "errors"};
    }

    const Config& config_;
    const Decision& d_;
    const Reading& r_;
    std::string_view sender_;
    Instant arrival_;
};

}  // namespace

bool is_personal(const Reading& r) {
    return r.command == "away" || r.command == "receipts";
}

Act command_act(const Config& config, const Decision& d, const Reading& r, std::string_view sender, Instant arrival) {
    return CommandReader(config, d, r, sender, arrival).act();
}

}  // namespace assentd
