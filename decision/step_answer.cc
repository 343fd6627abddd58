// SPDX-License-Identifier: Apache-2.0
// What becomes of an answer by mail (PRODUCT 2): every act of it is tried in the order of the text, and its sender
// gets one notice about all of them. An act that may not be is a sentence in that notice, never an exception and
// never silence.
#include <algorithm>

#include "decision/standing.h"
#include "decision/text.h"
#include "decision/workbench.h"

namespace assentd {

namespace {

// The words for a position in a receipt.
std::string described(const Stance& s) {
    std::string text(name(s.position));
    if (!s.strength.empty() && s.strength != text) text += " (" + s.strength + ')';
    return text;
}

bool is_objection(const Policy& policy, Position position) {
    return policy.on_disagree == OnDisagree::block && (position == Position::disagree || position == Position::block);
}

std::string objection_name(const Decision& d, ParticipantIndex i) {
    const auto& p = d.seats[i].participant;
    std::string base = lower_case(p.name.substr(0, p.name.find(' ')));
    std::erase_if(base, [](char c) { return c == ':' || c == ',' || static_cast<unsigned char>(c) < '!'; });
    if (base.empty()) base = "objection";
    std::string candidate = base;
    for (int n = 2; find_open_concern(d, candidate); ++n) candidate = base + '-' + std::to_string(n);
    return candidate;
}

class AnswerStep {
  public:
    AnswerStep(Workbench& bench, const Sender& sender, const Source& source)
        : bench_(bench), d_(bench.decision), sender_(sender), source_(source) {
        participant_ = find_participant(d_, sender.address);
        steers_ = is_proposer(d_, sender.address) || is_facilitator(d_, sender.address);
        reply_.participant = participant_;
        reply_.in_reply_to = source;
        const Person on_file = person();
        reply_.to_name = on_file.name;
        reply_.to_address = on_file.address;
    }

    bool known() const { return participant_ || steers_; }
    bool trusted() const {
        const auto& accepted = d_.policy.trust;
        return std::find(accepted.begin(), accepted.end(), sender_.trust) != accepted.end();
    }

    // As on file, so that nobody's other address or chosen display name gets onto the record.
    Person person() const {
        if (participant_) {
            const auto& p = d_.seats[*participant_].participant;
            return {p.name, p.address, p.addresses};
        }
        if (is_proposer(d_, sender_.address)) return d_.proposer;
        for (const auto& f : d_.facilitators)
            if (std::find(f.addresses.begin(), f.addresses.end(), lower_case(sender_.address)) != f.addresses.end())
                return f;
        return {sender_.name, sender_.address, {lower_case(sender_.address)}};
    }

    void take(const AnswerMail& mail) {
        if (!known() && !outsider_may_speak(mail)) return;
        if (known() && !trusted() && wants_something(mail)) {
            hold(mail);
            return;
        }
        take_acts(mail.acts, mail.comments, mail.attachments, mail.new_text);
    }

    void take_acts(const std::vector<Act>& acts, const std::vector<std::pair<std::string, std::string>>& comments,
                   const std::vector<AttachmentNoted>& attachments, const std::string& new_text) {
        if (is_late()) {
            late(acts, new_text);
        } else {
            for (const auto& act : acts) std::visit([this](const auto& a) { take(a); }, act);
            for (std::size_t i = 0; i < comments.size(); ++i)
                comment(comments[i].first, comments[i].second, i == 0 ? attachments : std::vector<AttachmentNoted>{});
            if (comments.empty() && acts.empty() && !attachments.empty()) comment({}, {}, attachments);
        }
        finish();
        if (d_.state == State::open) bench_.close_early_if_due();
    }

    Notice& reply() { return reply_; }

    void finish() {
        if (!reply_.recorded.empty() || reply_.with_status)
            reply_.kind = NoticeKind::receipt;
        else if (!reply_.questions.empty())
            reply_.kind = NoticeKind::question;
        else if (!reply_.problems.empty())
            reply_.kind = NoticeKind::refusal;
        else if (reply_.with_help)
            reply_.kind = NoticeKind::help;
        else
            return;
        if (!announced_to_all_)
            bench_.out.notices.insert(bench_.out.notices.begin(), reply_);
        else
            bench_.owe(reply_);
    }

  private:
    bool is_late() const { return d_.state == State::closed || source_.arrival >= d_.closes_at; }

    static bool wants_something(const AnswerMail& mail) {
        const auto harmless = [](const Act& a) {
            return std::holds_alternative<AskHelp>(a) || std::holds_alternative<AskStatus>(a) ||
                   std::holds_alternative<BadCommand>(a);
        };
        return !mail.comments.empty() || !mail.attachments.empty() ||
               !std::all_of(mail.acts.begin(), mail.acts.end(), harmless);
    }

    // Somebody who is neither asked nor in charge: may comment if the policy says so and their mail is proven.
    bool outsider_may_speak(const AnswerMail& mail) {
        if (d_.policy.comments_from == CommentsFrom::everyone && trusted()) return true;
        if (!wants_something(mail)) return false;
        reply_.problems.push_back(
            {mail.acts.empty() ? "" : first_line(mail.new_text),
             "You are not among those who are asked about " + id(d_) + ", so nothing of your mail was recorded.",
             "If you should be asked, write to " + d_.proposer.name + ", who proposed it."});
        finish();
        return false;
    }

    static std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

    void hold(const AnswerMail& mail) {
        if (is_late()) {
            late(mail.acts, mail.new_text);
            finish();
            return;
        }
        const Person by = person();
        bench_.happen(AnswerHeld{by, mail.new_text, source_});
        reply_.kind = NoticeKind::question;
        reply_.confirm_sha256 = source_.sha256;
        reply_.confirm_text = mail.new_text;
        reply_.confirm_arrival = source_.arrival;
        bench_.owe(reply_);
    }

    void late(const std::vector<Act>& acts, const std::string& new_text) {
        bool only_questions = !acts.empty();
        for (const auto& act : acts) {
            if (std::holds_alternative<AskStatus>(act))
                reply_.with_status = true;
            else if (std::holds_alternative<AskHelp>(act))
                reply_.with_help = true;
            else
                only_questions = false;
        }
        if (only_questions || (acts.empty() && new_text.empty())) return;
        bench_.happen(LateAnswer{person(), new_text, source_});
        reply_.recorded.push_back({"This came after the close (" + utc_text(d_.closed_at.value_or(d_.closes_at)) +
                                       "). It is on the record as late and changes nothing.",
                                   first_line(new_text),
                                   {}});
    }

    void refuse(const std::string& line, std::string wrong, std::string right) {
        reply_.problems.push_back({line, std::move(wrong), std::move(right)});
    }
    void record(std::string what, const std::string& line, std::string replaces = {}) {
        reply_.recorded.push_back({std::move(what), line, std::move(replaces)});
    }

    bool need_seat(const std::string& line) {
        if (participant_) return true;
        refuse(line, "You are not among those who are asked about " + id(d_) + ", so this was not counted.",
               "You can still comment: write what you think, without a vote.");
        return false;
    }
    bool need_steering(const std::string& line, const std::string& what) {
        if (steers_) return true;
        refuse(line, "Only the proposer or a facilitator may " + what + " a decision.",
               "Ask " + d_.proposer.name + ", who proposed it.");
        return false;
    }
    bool need_open(const std::string& line) {
        if (d_.state == State::open) return true;
        refuse(line, "The decision is closed by now.", "Nothing more can be changed.");
        return false;
    }

    void take(const CastVote& v) {
        if (!need_seat(v.line) || !need_open(v.line)) return;
        const auto i = *participant_;
        const auto& seat = d_.seats[i];
        const bool objects = is_objection(d_.policy, v.position) && seat.participant.binding;
        if (objects && d_.policy.veto_needs_reason && v.reason.empty()) {
            ask_for_reason(v, i);
            return;
        }
        const std::string before = seat.stance ? described(*seat.stance) : "";
        const std::string concern = objects ? standing_or_new_concern(v, i) : std::string();
        if (!objects) settle_own_objection(i);
        bench_.happen(VoteRecorded{i, v.position, v.strength, v.line, v.reason, concern, d_.revision(), sender_.trust,
                                   source_});
        const auto& stance = d_.seats[i].stance;
        if (!stance || stance->source != source_) {
            record("A later answer of yours already stands; this one is kept in the history only.", v.line);
            return;
        }
        std::string what = "Recorded: " + described(*stance) + '.';
        if (objects) what += " It stands as the concern “" + concern + "” until you settle it.";
        if (!seat.participant.binding) what += " Your voice is advisory here: it is shown, and does not decide.";
        record(std::move(what), v.line, before);
    }

    void ask_for_reason(const CastVote& v, ParticipantIndex i) {
        if (d_.seats[i].stance) bench_.happen(VoteWithdrawn{i, source_});
        const std::string ask =
            "An objection needs its reason here, so this one is not counted yet. What would go wrong? Reply with the "
            "vote "
            "and a sentence, for example: " +
            v.line + " because the cost is not covered";
        bench_.happen(VoteUnclear{i, v.line, ask, source_});
        reply_.questions.push_back({v.line, ask});
    }

    std::string standing_or_new_concern(const CastVote& v, ParticipantIndex i) {
        const auto& stance = d_.seats[i].stance;
        if (stance && !stance->concern.empty() && find_open_concern(d_, stance->concern)) return stance->concern;
        // An objection that spells out its concern in the same mail is that concern, not a second one.
        for (const auto& c : d_.concerns)
            if (c.by == i && c.state == ConcernState::open && c.source == source_) return c.name;
        const std::string concern = objection_name(d_, i);
        bench_.happen(ConcernRaised{concern, i, v.reason, source_});
        return concern;
    }

    // The concern that was the vote goes with the vote; one raised by name stays until it is resolved by name.
    void settle_own_objection(ParticipantIndex i) {
        const auto& stance = d_.seats[i].stance;
        if (!stance || stance->concern.empty() || source_.arrival < stance->source.arrival) return;
        if (find_open_concern(d_, stance->concern)) bench_.happen(ConcernSettled{stance->concern, i, source_});
    }

    void take(const RaiseConcern& c) {
        if (!need_seat(c.line) || !need_open(c.line)) return;
        if (c.text.empty()) {
            reply_.questions.push_back(
                {c.line, "What is the concern? Reply with its name and a sentence, for example: concern: " +
                             (c.name.empty() ? std::string("cost") : c.name) +
                             " the yearly fee is not in the budget"});
            return;
        }
        if (const auto* open = find_open_concern(d_, c.name)) {
            refuse(c.line, "There is an open concern “" + open->name + "” already.",
                   "Choose another name, or comment on that one.");
            return;
        }
        if (!d_.seats[*participant_].participant.binding) {
            comment(c.name + ": " + c.text, {}, {});
            record("Your voice is advisory here, so this is recorded as a comment and holds nothing up.", c.line);
            return;
        }
        bench_.happen(ConcernRaised{c.name, *participant_, c.text, source_});
        record(open_blocks(d_) > 0
                   ? "Recorded: the concern “" + c.name + "”. It holds the decision up until you write: resolve " +
                         c.name
                   : "Recorded: the concern “" + c.name +
                         "”. Under this policy votes decide, so it is shown to all but holds nothing up.",
               c.line);
    }

    void take(const SettleConcern& c) {
        if (!need_open(c.line)) return;
        std::vector<std::string> own;
        for (const auto& open : d_.concerns)
            if (open.state == ConcernState::open && participant_ && open.by == *participant_)
                own.push_back(open.name);
        const auto* wanted =
            c.name.empty() && own.size() == 1 ? find_open_concern(d_, own[0]) : find_open_concern(d_, c.name);
        if (!wanted) {
            refuse(c.line,
                   c.name.empty() ? "It is not clear which concern is meant."
                                  : "There is no open concern “" + c.name + "”.",
                   own.empty() ? "You have no open concern here." : "Write: resolve " + own[0]);
            return;
        }
        if (!participant_ || wanted->by != *participant_) {
            refuse(c.line,
                   "Only " + d_.seats[wanted->by].participant.name + ", who raised “" + wanted->name +
                       "”, can settle it.",
                   "A facilitator may overrule it with a written reason: overrule " + wanted->name + " REASON");
            return;
        }
        const std::string settled = wanted->name;
        bench_.happen(ConcernSettled{settled, *participant_, source_});
        record("Recorded: the concern “" + settled + "” is settled.", c.line);
    }

    void take(const OverruleConcern& c) {
        if (!need_open(c.line)) return;
        const auto* wanted = find_open_concern(d_, c.name);
        if (!is_facilitator(d_, sender_.address)) {
            refuse(c.line, "Only a facilitator may overrule a concern.", "You can answer it with a comment.");
        } else if (!wanted) {
            refuse(c.line, "There is no open concern “" + c.name + "”.", "`status` lists the open ones.");
        } else if (c.reason.empty()) {
            refuse(c.line, "Overruling needs a written reason: it is printed in the outcome.",
                   "Write: overrule " + wanted->name + " REASON");
        } else {
            const std::string overruled = wanted->name;
            bench_.happen(ConcernOverruled{overruled, person(), c.reason, source_});
            record("Recorded: the concern “" + overruled + "” is overruled, with your reason.", c.line);
        }
    }

    void take(const WithdrawAct& w) {
        if (!need_open(w.line)) return;
        using Object = WithdrawAct::Object;
        const bool has_vote = participant_ && (d_.seats[*participant_].stance || d_.seats[*participant_].pending);
        auto object = w.object;
        if (object == Object::unsaid) {
            if (is_proposer(d_, sender_.address))
                object = Object::proposal;
            else if (steers_ && has_vote) {
                reply_.questions.push_back({w.line,
                                            "Is it your vote or the proposal that you withdraw? Reply with one of: "
                                            "withdraw vote / withdraw proposal"});
                return;
            } else
                object = steers_ ? Object::proposal : Object::vote;
        }
        if (object == Object::proposal) {
            if (!need_steering(w.line, "withdraw")) return;
            announced_to_all_ = true;
            bench_.withdraw(person(), w.reason, source_);
            record("The proposal is withdrawn.", w.line);
            return;
        }
        if (!need_seat(w.line)) return;
        if (!has_vote) {
            refuse(w.line, "You have no vote here that could be withdrawn.",
                   "`status` shows how the decision stands.");
            return;
        }
        const auto before = d_.seats[*participant_].stance;
        settle_own_objection(*participant_);
        bench_.happen(VoteWithdrawn{*participant_, source_});
        record("Your vote is withdrawn. You can vote again until the close.", w.line,
               before ? described(*before) : "");
    }

    void take(const ExtendAct& e) {
        if (!need_open(e.line) || !need_steering(e.line, "extend")) return;
        if (e.closes_at <= d_.closes_at) {
            refuse(e.line, "The close is already at " + utc_text(d_.closes_at) + ", and a period can only grow.",
                   "Write for example: extend 3 days");
            return;
        }
        announced_to_all_ = true;
        bench_.extend(e.closes_at, e.plans, person(), e.reason, source_);
        record("The close moved to " + utc_text(e.closes_at) + ". Everybody is told.", e.line);
    }

    void take(const CloseAct& c) {
        if (!need_open(c.line)) return;
        const bool may =
            is_facilitator(d_, sender_.address) || (d_.policy.close_by_proposer && is_proposer(d_, sender_.address));
        if (!may) {
            refuse(c.line, "Under this policy only a facilitator may close a decision before its time.",
                   "It closes by itself at " + utc_text(d_.closes_at) + '.');
            return;
        }
        if (const Instant earliest = d_.opened_at + d_.policy.min_period; source_.arrival < earliest) {
            refuse(c.line, "The minimum period of this policy ends at " + utc_text(earliest) + '.',
                   "Write `close` again after that.");
            return;
        }
        announced_to_all_ = true;
        bench_.close(bench_.now, true, person(), c.reason, source_);
        record("The decision is closed.", c.line);
    }

    void take(const AskStatus&) { reply_.with_status = true; }
    void take(const AskHelp&) { reply_.with_help = true; }

    void take(const UnclearVote& u) {
        if (participant_ && d_.state == State::open)
            bench_.happen(VoteUnclear{*participant_, u.line, u.ask, source_});
        reply_.questions.push_back({u.line, u.ask});
    }
    void take(const BadCommand& b) { reply_.problems.push_back(b.problem); }

    void comment(const std::string& text, const std::string& answers,
                 const std::vector<AttachmentNoted>& attachments) {
        if (text.empty() && attachments.empty()) return;
        bench_.happen(Commented{person(), text, answers, attachments, source_});
    }

    Workbench& bench_;
    Decision& d_;
    const Sender& sender_;
    const Source& source_;
    std::optional<ParticipantIndex> participant_;
    bool steers_ = false;
    bool announced_to_all_ = false;
    Notice reply_;
};

}  // namespace

void take_answer(Workbench& bench, const AnswerMail& mail) {
    if (bench.decision.state == State::draft) return;
    AnswerStep(bench, mail.sender, mail.source).take(mail);
}

void take_confirmation(Workbench& bench, const Confirm& confirm) {
    auto& d = bench.decision;
    const auto held = std::find_if(d.held.begin(), d.held.end(),
                                   [&](const AnswerHeld& h) { return h.source.sha256 == confirm.held_sha256; });
    if (held == d.held.end()) return;
    const AnswerHeld answer = *held;
    const Sender sender{answer.by.name, answer.by.address, Trust::token};
    if (!confirm.yes) {
        bench.happen(HeldDiscarded{confirm.held_sha256, confirm.source});
        AnswerStep step(bench, sender, confirm.source);
        step.reply().recorded.push_back(
            {"Thank you: the mail that was not yours is discarded. Nothing of it was counted.", {}, {}});
        step.finish();
        return;
    }
    bench.happen(HeldConfirmed{confirm.held_sha256, confirm.source});
    // It counts from its confirmation on: before that it was nobody's.
    Source source = answer.source;
    source.arrival = confirm.source.arrival;
    AnswerStep(bench, sender, source).take_acts(confirm.acts, confirm.comments, {}, answer.new_text);
}

}  // namespace assentd
