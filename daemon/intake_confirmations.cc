// SPDX-License-Identifier: Apache-2.0
// Replies to our question whether a mail that nothing proved was theirs. Only whoever was asked has the address that
// they come to.
#include <algorithm>

#include "daemon/acts.h"
#include "daemon/below_headings.h"
#include "daemon/draft_reply.h"
#include "daemon/intake.h"
#include "daemon/other_addresses.h"
#include "daemon/proof.h"
#include "daemon/proposal.h"
#include "daemon/same_mail.h"
#include "parsers/commands/confirming.h"

namespace assentd {

namespace {

// An answer to the decision, and not to the question whose the other mail is: that is a word like "Ja" or "+1", too.
bool answers_the_decision(const Interpretation& read) {
    const bool only_a_word =
        read.readings.size() == 1 && read.readings[0].type == ReadingType::vote && read.readings[0].reason.empty();
    return read.verdict == ReadingVerdict::command || (read.verdict == ReadingVerdict::vote && !only_a_word);
}

const AnswerHeld& held_of(const Decision& d, const std::string& sha256) {
    return *std::find_if(d.held.begin(), d.held.end(),
                         [&](const AnswerHeld& h) { return h.source.sha256 == sha256; });
}

}  // namespace

// The core knows what a mail proved, and not what of it could have, had it been sent to us.
void Intake::say_what_it_lacks(Notice& question) const {
    if (question.confirm_sha256.empty() || question.confirm_lacks != Notice::Lacks::proof) return;
    const auto asked_about = question.confirm_sha256 == at_hand_->source.sha256
                                 ? std::nullopt
                                 : world_.store.find_mail_by_sha256(question.confirm_sha256);
    const bool vouched = is_vouched_for(world_, asked_about ? read_mail(world_.config, *asked_about) : *at_hand_);
    if (vouched) question.confirm_lacks = Notice::Lacks::address;
}

Taken Intake::take_confirmation(Mail& mail, const Recognised& found) {
    const RecordId record = found.record;
    const Decision& d = records_.get(record);
    std::vector<Owed> nothing;  // is owed for that
    learn_address(record, mail.sender, nothing);
    const Ownership said = says_whose(mail.read.own.new_text, mail.sender_name);
    const auto asked = asked_about(world_.tokens, d, record, mail.sender, found.token);
    // A yes or no to a question that was another's, or is settled, must not become a vote.
    if (!asked && said != Ownership::unsaid)
        return refuse(
            mail, NoticeKind::refusal,
            {mail.read.own.new_text.substr(0, mail.read.own.new_text.find('\n')),
             "Nothing of yours waits for a confirmation here.", "To answer the decision, reply to its invitation."},
            "a confirmation of nothing");
    if (!asked) return take_answer(mail, record, "confirmation address");
    if (said == Ownership::unsaid && d.state != State::draft && answers_the_decision(mail.read))
        return take_answer(mail, record, "confirmation address");
    if (said != Ownership::mine && said != Ownership::not_mine) return ask_whose_again(mail, record, *asked);
    const bool yes = said == Ownership::mine;
    if (d.state == State::draft)
        return yes ? take_confirmed_draft(mail, record)
                   : discard_draft(mail, record, mail.read.own.new_text, Trust::token);
    return take_word_on_held(mail, record, *asked, yes);
}

Taken Intake::take_word_on_held(Mail& mail, RecordId record, const std::string& sha256, bool yes) {
    Decision& d = records_.get(record);
    const AnswerHeld held = held_of(d, sha256);
    const auto original = world_.store.find_mail_by_sha256(sha256);
    std::vector<Owed> owed;
    const Confirm confirm = confirmation(world_, d, held, original.value_or(StoredMail{}), yes, mail.source);
    step_record(record, confirm, owed);
    if (yes && original && !owed.empty()) {
        auto confirmed = read_mail(world_.config, *original);
        find_headings(world_, confirmed);
        // Once, though each decision asks for itself: with the first that is confirmed.
        const auto numbers = scoped_numbers(confirmed.read);
        const bool first = std::all_of(numbers.begin(), numbers.end(), [&](std::int64_t n) {
            const auto other = world_.store.find_number(n);
            if (!other || *other == record) return true;
            const Decision& named = records_.get(*other);
            return std::any_of(named.held.begin(), named.held.end(),
                               [&](const AnswerHeld& h) { return h.source.sha256 == sha256; });
        });
        if (!numbers.empty() && first && !is_proven_where_it_came(world_, confirmed))
            ask_about_lines(confirmed, owed.front().notice.in_reply_to, owed);
    }
    keep_wishes(d, held.by.address, confirm.acts, held.source, owed);
    if (yes) {
        remember_thread(held.source.message_id, record);
        make_known(held, record, mail.source, owed);
    }
    post().queue(owed);
    return {MailState::handled, "a confirmation", record};
}

// Words beside a yes or no may take it back, and may be an answer of their own: neither is guessed, and the mail
// stays as it is.
Taken Intake::ask_whose_again(Mail& mail, RecordId record, const std::string& sha256) {
    const Decision& d = records_.get(record);
    Notice notice;
    notice.kind = NoticeKind::question;
    notice.confirm_sha256 = sha256;
    if (d.state == State::draft) {
        notice.to_name = d.proposer.name;
        notice.to_address = d.proposer.address;
        notice.confirm_text = whole_draft(d);
        notice.confirm_arrival = d.draft_source.arrival;
    } else {
        const AnswerHeld& held = held_of(d, sha256);
        notice.to_name = held.by.name;
        notice.to_address = held.by.address;
        notice.participant = find_participant(d, held.by.address);
        notice.confirm_text = held.new_text;
        notice.confirm_arrival = held.source.arrival;
        notice.confirm_address = held.other_address;
        if (held.trust != Trust::none) notice.confirm_lacks = Notice::Lacks::more_proof;
    }
    say_what_it_lacks(notice);
    notice.problems.push_back({mail.read.own.new_text.substr(0, mail.read.own.new_text.find('\n')),
                               "Your reply is not just a yes or a no to the question below, so nothing was done.",
                               "Please reply to this mail with one word, yes or no, and nothing else. What you want "
                               "to say about the decision itself is for a mail of its own."});
    notice.in_reply_to = mail.source;
    post().queue({{record, &d, std::move(notice)}});
    return {MailState::handled, "a confirmation that is not clear", record};
}

Taken Intake::take_confirmed_draft(Mail& mail, RecordId record) {
    std::vector<Owed> owed;
    Taken taken{MailState::handled, "a confirmation", record};
    Decision& d = records_.get(record);
    open_or_draft(record, resolve(world_, as_drafted(d, mail.source, Trust::token), now_), owed, taken);
    remember_thread(d.draft_source.message_id, record);
    remember_thread(d.thread_message_id, record);
    post().queue(owed);
    return taken;
}

}  // namespace assentd
