// SPDX-License-Identifier: Apache-2.0
// Who writes and when, what is held or late, and the one reply to it all.
#include "decision/answer_step.h"

#include <algorithm>

#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::ptrdiff_t most_held = 10;  // unsettled, of one person in one decision

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

// What is for the time after the close, or is about more than this decision.
bool comes_after(const Act& act) {
    const auto* delegate = std::get_if<DelegateAct>(&act);
    if ((delegate && delegate->until) || std::holds_alternative<UndelegateAct>(act)) return true;
    return std::holds_alternative<DecideAct>(act) || std::holds_alternative<StatementAct>(act) ||
           std::holds_alternative<ReviewAct>(act) || std::holds_alternative<PreferenceKept>(act);
}

bool says_something(const AnswerMail& mail) {
    return !mail.comments.empty() || !mail.attachments.empty();
}

// And nothing else.
bool votes(const AnswerMail& mail) {
    return !mail.acts.empty() && std::all_of(mail.acts.begin(), mail.acts.end(), [](const Act& a) {
        return std::holds_alternative<CastVote>(a) || std::holds_alternative<CastBallot>(a) ||
               std::holds_alternative<UnclearVote>(a);
    });
}

bool wants_something(const AnswerMail& mail) {
    const auto harmless = [](const Act& a) {
        return std::holds_alternative<AskHelp>(a) || std::holds_alternative<AskStatus>(a) ||
               std::holds_alternative<BadCommand>(a);
    };
    return says_something(mail) || !std::all_of(mail.acts.begin(), mail.acts.end(), harmless);
}

}  // namespace

AnswerStep::AnswerStep(Workbench& bench, const Sender& sender, const Source& source, Instant counts_at)
    : bench_(bench), d_(bench.decision), sender_(sender), source_(source), counts_at_(counts_at) {
    participant_ = find_participant(d_, sender.address);
    steers_ = is_proposer(d_, sender.address) || is_facilitator(d_, sender.address);
    reply_.participant = participant_;
    reply_.in_reply_to = source;
    const Person on_file = person();
    reply_.to_name = on_file.name;
    reply_.to_address = on_file.address;
}

bool AnswerStep::is_trusted() const {
    return sender_.other_address.empty() && accepts(d_.policy, sender_.trust);
}

Trust AnswerStep::proof() const {
    return accepted(d_.policy, sender_.trust).value_or(Trust::none);
}

bool AnswerStep::is_late() const {
    return d_.state == State::closed || counts_at_ >= d_.closes_at;
}

// As on file, so that nobody's other address or chosen display name gets onto the record.
Person AnswerStep::person() const {
    if (participant_) {
        const auto& p = d_.seats[*participant_].participant;
        return {p.name, p.address, p.addresses};
    }
    if (is_proposer(d_, sender_.address)) return d_.proposer;
    if (is_decider(d_, sender_.address)) return *d_.decider;
    for (const auto& f : d_.facilitators)
        if (std::find(f.addresses.begin(), f.addresses.end(), lower_case(sender_.address)) != f.addresses.end())
            return f;
    return {sender_.name, sender_.address, {lower_case(sender_.address)}};
}

void AnswerStep::take(const AnswerMail& mail) {
    if (!is_known()) return take_outsider(mail);
    if (!is_trusted() && wants_something(mail)) return hold(mail);
    supersede_held(mail.new_text);
    take_acts(mail.acts, mail.comments, mail.attachments, mail.new_text);
}

// The same words again, and now proven: whose the first mail was matters no more.
void AnswerStep::supersede_held(const std::string& new_text) {
    if (!is_trusted() || new_text.empty()) return;  // attachments alone may be others
    for (auto held = d_.held; const auto& h : held) {
        if (h.by.address != person().address || h.new_text != new_text) continue;
        superseded_ = h.source.arrival;
        bench_.happen(HeldDiscarded{h.source.sha256, source_, true});
    }
}

void AnswerStep::take_acts(const std::vector<Act>& acts,
                           const std::vector<std::pair<std::string, std::string>>& comments,
                           const std::vector<AttachmentNoted>& attachments, const std::string& new_text) {
    if (is_late()) {
        std::vector<Act> too_late;
        for (const auto& act : acts)
            if (comes_after(act))
                std::visit([this](const auto& a) { take(a); }, act);
            else
                too_late.push_back(act);
        if (acts.empty() || !too_late.empty()) late(too_late, new_text);
    } else if (may_say_whether_settled(acts)) {
        comment(new_text, {}, attachments);
        ask_again_whether_settled();
    } else {
        if (acts.size() == 1 && comments.size() == 1 && comments[0].second.empty()) words_below_ = comments[0].first;
        for (const auto& act : acts) std::visit([this](const auto& a) { take(a); }, act);
        const bool said_as_reason = !words_below_.empty() && d_.closing &&
                                    d_.closing->outcome == Outcome::withdrawn && d_.closing->reason == words_below_;
        if (said_as_reason && attachments.empty()) return finish();
        take_unexplained();
        say_that_the_vote_stays();
        if (!comments.empty() && acts.empty()) ask_again(new_text);
        if (!comments.empty() || !attachments.empty()) thank_for_advice();
        if (!comments.empty() && acts.empty()) {
            ask_for_acknowledgement();
            offer_to_answer_a_concern();
        }
        if (!comments.empty() || acts.empty()) keep_comments(comments, attachments);
        if (!comments.empty())
            ask_again_whether_settled();  // last: what a mail brings about begins with its own words
        watch_final_period();
    }
    finish();
}

// Words like "Yes, that is fine." of who was asked whether their concern is settled are no vote that went wrong; what
// has a number may be one.
bool AnswerStep::may_say_whether_settled(const std::vector<Act>& acts) const {
    const auto own = own_open_concerns();
    const auto is_words = [](const Act& act) {
        const auto* unclear = std::get_if<UnclearVote>(&act);
        return unclear && unclear->line.find_first_of("0123456789") == std::string::npos;
    };
    return !acts.empty() && std::all_of(acts.begin(), acts.end(), is_words) &&
           std::any_of(own.begin(), own.end(), [this](const std::string& name) { return may_uphold(name); });
}

// Somebody changed or withdrew what carried it: the final period was for news, and that is some.
void AnswerStep::watch_final_period() {
    if (!d_.final_period_at || d_.state != State::open || outcome_now(d_) == Outcome::carried) return;
    bench_.end_final_period(
        person().name + " answered anew, and without them not enough are in favour: the final period is over.",
        {reply_.to_address});
    if (!reply_.recorded.empty()) add_sentence(reply_.recorded.back().what, final_period_over());
}

// What everybody is told of an act is the answer to its author, too: no receipt repeats it.
void AnswerStep::finish() {
    if (superseded_ && !reply_.recorded.empty())
        add_sentence(reply_.recorded.back().what, "Our question whether the mail in your name of " +
                                                      moment(*superseded_) + " is yours needs no answer any more.");
    for (auto& n : bench_.out.notices)
        if ((n.kind == NoticeKind::amendment || n.kind == NoticeKind::outcome) && n.to_address == reply_.to_address)
            n.in_reply_to = source_;
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
    bench_.out.notices.insert(bench_.out.notices.begin(), reply_);
}

// Somebody who is neither asked nor in charge may leave a comment if the policy says so and their mail is proven. How
// the decision stands, or that it is there, is told to no outsider; help is for everybody.
void AnswerStep::take_outsider(const AnswerMail& mail) {
    const bool for_everyone = d_.policy.comments_from == CommentsFrom::everyone;
    const bool comments = for_everyone && is_trusted() && !is_late() && says_something(mail);
    if (comments) keep_comments(mail.comments, mail.attachments);
    if (for_everyone && is_trusted() && !is_late() && !comments && votes(mail)) {
        comment(mail.new_text, {}, {});
        record("You are not among those who are asked, so this is not counted. It is kept as a comment.",
               first_line(mail.new_text));
        reply_.to_outsider = true;
        finish();
        return;
    }
    if (mail.acts.empty() && (comments || !wants_something(mail))) return;
    const bool only_help =
        !wants_something(mail) && std::all_of(mail.acts.begin(), mail.acts.end(),
                                              [](const Act& a) { return std::holds_alternative<AskHelp>(a); });
    if (only_help)
        reply_.with_help = true;
    else if (comments)
        record(
            "Your comment is recorded. Nothing else of your mail is, because you are not among those who are asked.",
            {});
    else
        refuse(first_line(mail.new_text),
               for_everyone && !is_trusted() ? "Nothing shows that this mail is yours."
                                             : "You are not among those who are asked.",
               "Who is asked was settled when it opened; whoever proposed it can pass on what you think.");
    reply_.to_outsider = true;
    finish();
}

void AnswerStep::hold(const AnswerMail& mail) {
    const bool is_in_time = !is_late() || std::any_of(mail.acts.begin(), mail.acts.end(), comes_after);
    if (!is_in_time) {
        // Nothing to confirm any more, and what nobody proved does not go onto the record under a name.
        refuse(first_line(mail.new_text),
               "This mail bears your name, but nothing proves that it is yours, and it came after the close, " +
                   moment(d_.closed_at.value_or(d_.closes_at)) + ". It changes nothing.",
               "There is nothing for you to do.");
        finish();
        return;
    }
    if (!accepts(d_.policy, sender_.trust | proven_by_confirmation)) {
        refuse(first_line(mail.new_text),
               "Only mail that is signed with your OpenPGP key counts here, and nothing of this one was recorded.",
               "Send it again, signed as a whole, with " + id(d_) + " in the signed text.");
        finish();
        return;
    }
    const auto held = std::count_if(d_.held.begin(), d_.held.end(),
                                    [&](const AnswerHeld& h) { return h.by.address == person().address; });
    if (held >= most_held) return;  // somebody floods us in this name: more questions would help nobody
    bench_.happen(AnswerHeld{person(), mail.new_text, source_, sender_.trust, sender_.other_address});
    reply_.kind = NoticeKind::question;
    reply_.confirm_sha256 = source_.sha256;
    reply_.confirm_text = mail.new_text;
    reply_.confirm_arrival = source_.arrival;
    reply_.confirm_address = sender_.other_address;
    if (sender_.trust != Trust::none) reply_.confirm_lacks = Notice::Lacks::more_proof;
    bench_.owe(reply_);
}

void AnswerStep::late(const std::vector<Act>& acts, const std::string& new_text) {
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
    const bool in_own_words = std::none_of(acts.begin(), acts.end(),
                                           [](const Act& act) { return std::holds_alternative<BadCommand>(act); });
    if (d_.state == State::open && waits_for_decider(d_) && is_decider(d_, sender_.address)) {
        if (in_own_words) comment(new_text, {}, {});  // not late: it was asked for
        refuse(first_line(new_text),
               "The time for advice is over, and your word is waited for: it is not clear what it is.",
               decision_example());
        return;
    }
    if (d_.closing && d_.closing->outcome == Outcome::tied && tie_settler(d_) && is_decider(d_, sender_.address)) {
        if (in_own_words) comment(new_text, {}, {});
        if (reply_.problems.empty()) ask_to_settle(first_line(new_text));
        return;
    }
    if (acts.empty() && d_.state == State::closed && (d_.decider ? is_decider(d_, sender_.address) : steers_)) {
        take(StatementAct{new_text, first_line(new_text)});
        return;
    }
    if (acts.empty() && d_.review_asked_at) {
        keep_as_view(new_text, first_line(new_text));
        return;
    }
    bench_.happen(LateAnswer{person(), new_text, source_});
    const Instant close = d_.closed_at.value_or(d_.closes_at);
    std::string what = "This came after the close, " + moment(close) + '.';
    if (counts_at_ < close)
        what = "This was read only after the decision had closed, " + moment(close) + '.';
    else if (source_.arrival < close)
        what = "Your confirmation came after the close, " + moment(close) + '.';
    record(what + " It is on the record as late and changes nothing.", first_line(new_text));
}

void AnswerStep::keep_comments(const std::vector<std::pair<std::string, std::string>>& comments,
                               const std::vector<AttachmentNoted>& attachments) {
    for (std::size_t i = 0; i < comments.size(); ++i)
        comment(comments[i].first, comments[i].second, i == 0 ? attachments : std::vector<AttachmentNoted>{});
    if (comments.empty()) comment({}, {}, attachments);
}

void AnswerStep::comment(const std::string& text, const std::string& answers,
                         const std::vector<AttachmentNoted>& attachments) {
    if (text.empty() && attachments.empty()) return;
    bench_.happen(Commented{person(), text, answers, attachments, source_});
}

void AnswerStep::refuse(const std::string& line, std::string wrong, std::string right) {
    reply_.problems.push_back({line, std::move(wrong), std::move(right)});
}

void AnswerStep::record(std::string what, const std::string& line) {
    reply_.recorded.push_back({std::move(what), line, {}, false});
}

void AnswerStep::record_answer(std::string what, const std::string& line, std::string replaces) {
    reply_.recorded.push_back({std::move(what), line, std::move(replaces), true});
}

std::string AnswerStep::how_to_answer() const {
    if (d_.state != State::open) return "`status` shows how it stands.";
    if (!participant_ || d_.policy.method == Method::input)
        return "What you think is welcome: reply in your own words.";
    if (d_.policy.method == Method::advice) return "Your advice is welcome: reply in your own words.";
    if (d_.policy.method == Method::announce) return "To say that you have read it, write: ack";
    if (is_choice(d_.policy.method)) return "Your own answer is a ballot: " + ballot_example() + '.';
    return "Your own answer is a vote: +1, 0 or -1, on a line of its own.";
}

bool AnswerStep::need_seat(const std::string& line) {
    if (participant_) return true;
    refuse(line, "You are not among those who are asked about " + id(d_) + ", so this was not counted.",
           "You can still comment: write what you think, without a vote.");
    return false;
}

bool AnswerStep::need_steering(const std::string& line, const std::string& what) {
    if (steers_) return true;
    refuse(line, "Only the proposer or a facilitator may " + what + " a decision.",
           "Ask " + d_.proposer.name + ", who proposed it.");
    return false;
}

// Once; what is added to it later is kept without a word, as comments are.
void AnswerStep::thank_for_advice() {
    if (d_.policy.method != Method::advice || !participant_ || is_decider(d_, sender_.address)) return;
    if (gave_advice(d_, *participant_) || standing_stance(d_, *participant_) || !reply_.recorded.empty()) return;
    record("Recorded: your advice. " + (d_.decider ? d_.decider->name : "Whoever decides") +
               " has it at hand when deciding, and you may add to it until the close.",
           {});
}

// Words that do not say that it was read leave their writer among those who have not acknowledged it, so they hear of
// it.
void AnswerStep::ask_for_acknowledgement() {
    if (d_.policy.method != Method::announce || !participant_ || !owes_answer(d_, *participant_)) return;
    record("Your words are kept as a comment. To say that you have read it, reply with the one word: ack", {});
}

bool AnswerStep::need_open(const std::string& line) {
    if (d_.state == State::open) return true;
    refuse(line, "The decision is closed by now.", "Nothing more can be changed.");
    return false;
}

void take_answer(Workbench& bench, const AnswerMail& mail) {
    if (bench.decision.state == State::draft) return;
    AnswerStep(bench, mail.sender, mail.source, mail.source.arrival).take(mail);
}

void take_confirmation(Workbench& bench, const Confirm& confirm) {
    auto& d = bench.decision;
    const auto held = std::find_if(d.held.begin(), d.held.end(),
                                   [&](const AnswerHeld& h) { return h.source.sha256 == confirm.held_sha256; });
    if (held == d.held.end()) return;
    const AnswerHeld answer = *held;
    const Sender sender{answer.by.name, answer.by.address, answer.trust | proven_by_confirmation};
    if (!confirm.yes) {
        bench.happen(HeldDiscarded{confirm.held_sha256, confirm.source});
        AnswerStep step(bench, sender, confirm.source, confirm.source.arrival);
        step.record("Thank you: the mail that was not yours is discarded. Nothing of it was counted.", {});
        step.finish();
        return;
    }
    bench.happen(HeldConfirmed{confirm.held_sha256, confirm.source});
    AnswerStep step(bench, sender, answer.source, confirm.source.arrival);
    if (!answer.other_address.empty())
        step.record(confirm.address_of_another
                        ? "This mail is taken as yours. Its address " + answer.other_address +
                              " is on file for somebody else by now, and is not made one of yours."
                        : "Mail from " + answer.other_address +
                              " is taken as yours from now on, here and in what is proposed later. If it is not your "
                              "address, or not any more, your admin can take it back.",
                    {});
    if (confirm.acts.empty() && d.state == State::open && confirm.source.arrival < d.closes_at)
        step.record("Thank you: your mail is confirmed and on the record as a comment.", {});
    step.take_acts(confirm.acts, confirm.comments, {}, answer.new_text);
}

}  // namespace assentd
