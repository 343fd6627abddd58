// SPDX-License-Identifier: Apache-2.0
#include "daemon/intake.h"

#include <algorithm>

#include "daemon/acts.h"
#include "daemon/below_headings.h"
#include "daemon/bounced.h"
#include "daemon/command_acts.h"
#include "daemon/kept_limits.h"
#include "daemon/lines_in_text.h"
#include "daemon/other_addresses.h"
#include "daemon/preferences.h"
#include "daemon/proof.h"
#include "daemon/proposal.h"
#include "daemon/same_mail.h"
#include "daemon/signed_mail.h"
#include "daemon/unnamed_answer.h"
#include "decision/text.h"
#include "decision/view.h"
#include "parsers/automatic/mail_server.h"
#include "parsers/proposals/head_lines.h"
#include "parsers/reading.h"
#include "parsers/trust/vouching.h"

namespace assentd {

Taken Intake::take(const Fetched& fetched, MailAtHand&& mail, bool released) {
    StoredMail stored;
    stored.folder = fetched.folder;
    stored.uid_validity = fetched.uid_validity;
    stored.uid = fetched.uid;
    stored.arrival = mail.source.arrival;
    stored.message_id = mail.source.message_id;
    stored.from = mail.sender;
    stored.identity = mail_identity(mail);
    stored.sha256 = mail.source.sha256;
    const bool to_envelope_sender = came_to_envelope_sender(world_, mail.message);
    const bool known = find_by_any_address(world_, mail.sender) != nullptr;
    if (to_envelope_sender) read_at_envelope_sender(mail.message, known);
    stored.kind = std::string(name(mail.message.kind));
    stored.size = fetched.size;
    stored.limits = limits_text(mail.limits);

    Taken taken;
    check_signature(world_, mail);
    const auto seen = seen_before(world_, mail);
    if (seen.how == SeenBefore::How::same)
        taken = {MailState::duplicate, "seen before", seen.record};
    else if (!released && seen.how == SeenBefore::How::set_aside && !fetched.raw.empty())
        taken = {MailState::duplicate, "set aside before", 0};
    else if (!released && seen.how == SeenBefore::How::other_words)
        taken = set_aside_reused(mail);
    else if (!released && to_envelope_sender && mail.message.kind == MessageKind::human)
        // No mail program of a person answers there. What a program wrote is not answered, and no vote.
        taken = {known ? MailState::quarantined : MailState::handled, "sent to where only bounces go: silent", 0};
    else if (fetched.raw.empty())
        taken = {MailState::quarantined, std::string(nothing_stored), 0};
    else if (fetched.oversize)
        taken = too_large(mail, fetched.size);
    else
        taken = place(mail);
    stored.state = taken.state;
    stored.reason = taken.what;
    stored.record = taken.record;
    world_.store.add_mail(stored, fetched.raw);
    return taken;
}

// Whoever proves that it is theirs hears of it: some programs send a saved mail again with its old Message-ID.
Taken Intake::set_aside_reused(Mail& mail) {
    const Taken taken{MailState::quarantined,
                      "an earlier mail of this sender had the same Message-ID and other words", 0};
    proven_ = is_proven(world_, mail);
    if (mail.message.kind != MessageKind::human || !proven_) return taken;
    refuse(mail, NoticeKind::refusal,
           {mail.read.own.new_text.substr(0, mail.read.own.new_text.find('\n')),
            "Your mail has the Message-ID of an earlier one of yours and other words, so it was set aside unread.",
            "Please write it anew, as a reply to the invitation."},
           {});
    return taken;
}

Taken Intake::place(Mail& mail) {
    at_hand_ = &mail;
    find_headings(world_, mail);
    const auto kind = mail.message.kind;
    const auto found = recognise(world_, mail.message);
    proven_ = found.record == 0 ? came_from_its_person(world_, mail)
                                : is_proven(world_, mail, found, records_.get(found.record));
    if (kind == MessageKind::bounce || kind == MessageKind::delay) return take_bounce(mail, found.bounced_message_id);
    if (kind != MessageKind::human)
        return {MailState::handled, std::string(name(kind)) + ": not counted, not answered", 0};
    const auto* person = find_by_any_address(world_, mail.sender);
    author_ = person ? person->addresses.front() : mail.sender;
    if (mail.sender.empty()) return {MailState::quarantined, "a mail with other than one From address", 0};
    if (world_.tokens.is_own_address(mail.sender)) return {MailState::handled, "from our own address: silent", 0};
    // Whoever's address this is did not write it, and must not hear of it.
    if (!person && vouching(mail.message, mail.sender, world_.config.mail.vouchers).vouched == Vouched::no)
        return {MailState::handled, "failed authentication, by somebody unknown: not answered", 0};

    const auto numbers = scoped_numbers(mail.read);
    if (person && numbers.empty() && found.subject == Subject::decision && is_to_several(world_, mail.message))
        return ask_which(mail, *person, "It is not clear which decision this answers.");
    if (person && may_mean_a_lost_one(mail, found))
        return ask_which(mail, *person,
                         "It is not clear which decision this answers: the mail that you reply to is not on record "
                         "here any more, and its number may be that of another one now.");
    switch (found.subject) {
        case Subject::draft:
            return take_draft_reply(mail, found);
        case Subject::confirmation:
            return take_confirmation(mail, found);
        case Subject::decision:
            if (records_.get(found.record).state == State::draft) return take_draft_reply(mail, found);
            return take_answer(mail, found.record, found.how);
        case Subject::bounce:
        case Subject::nothing_known:
            break;
    }
    if (!numbers.empty()) {
        std::vector<Owed> owed;
        Taken taken = take_scoped(mail, owed, numbers);
        post().queue(owed);
        return taken;
    }
    return take_new(mail, found);
}

// A number may stand for another decision than the one that its writer read of; only the decision's own token cannot.
bool Intake::may_mean_a_lost_one(const Mail& mail, const Recognised& found) const {
    if (found.subject == Subject::confirmation) return false;
    const bool is_open_one = found.subject == Subject::decision && records_.get(found.record).state != State::draft;
    if (is_open_one && came_to_foreign_token(world_, mail, records_.get(found.record))) return true;
    if (!replies_to_lost_mail(world_, mail.message)) return false;
    return !is_open_one || !scoped_numbers(mail.read).empty() ||
           !includes(author_of(world_, mail, records_.get(found.record)).proof.trust, Trust::token);
}

namespace {

std::string size_text(std::uint64_t bytes) {
    constexpr std::uint64_t kilo = 1u << 10;
    constexpr std::uint64_t mega = 1u << 20;
    return bytes >= mega ? std::to_string(bytes / mega) + " MB" : std::to_string((bytes + kilo - 1) / kilo) + " kB";
}

}  // namespace

Taken Intake::too_large(Mail& mail, std::uint64_t size) {
    const Taken taken{MailState::quarantined,
                      std::string(only_header_stored) + std::to_string(size) + " bytes; only the header was fetched",
                      0};
    if (mail.message.kind != MessageKind::human || !find_by_any_address(world_, mail.sender)) return taken;
    refuse(mail, NoticeKind::refusal,
           {mail.message.subject,
            "Your mail has " + size_text(size) + ", and more than " + size_text(world_.config.limits.message_size) +
                " are not read here.",
            "Send it again without the attachment, or with a link to it."},
           {});
    return taken;
}

Taken Intake::take_bounce(Mail& mail, const std::string& bounced_message_id) {
    const auto outbox = bounced_message_id.empty() ? std::nullopt : world_.store.find_outbox(bounced_message_id);
    if (!outbox || outbox->record == 0) return {MailState::handled, "a bounce of nothing that we sent", 0};
    std::vector<Owed> owed;
    Bounce bounce = bounce_of(mail.message, outbox->recipient, mail.source);
    if (const Decision& d = records_.get(outbox->record);
        const auto seat = participant_at(world_.config, d, bounce.address))
        bounce.address = d.seats[*seat].participant.address;
    const bool changed = step_record(outbox->record, bounce, owed);
    // Of what waits to go again it tells what is known.
    const bool went_out = outbox->state == OutboxState::sent || outbox->state == OutboxState::unknown;
    if (went_out && !bounce.temporary)
        world_.store.mark_bounced(outbox->row, "a report says: " + bounce.status, mail.source.arrival);
    post().queue(owed);
    return {MailState::handled, changed ? "bounce: not reached" : "bounce: nothing changed", outbox->record};
}

namespace {

// By what they are to this decision: letters and numbers are a ballot only where it has options.
std::string_view sort_of(const std::vector<Act>& acts) {
    const auto has = [&](auto is) { return std::any_of(acts.begin(), acts.end(), is); };
    if (has([](const Act& a) { return std::holds_alternative<UnclearVote>(a); })) return "unclear";
    if (has([](const Act& a) { return std::holds_alternative<CastBallot>(a); })) return "ballot";
    if (has([](const Act& a) {
            return std::holds_alternative<CastVote>(a) || std::holds_alternative<ConfirmStance>(a);
        }))
        return "vote";
    return acts.empty() ? "comment" : "command";
}

// In a few words. While answers are sealed it may not tell what sort of answer it was.
std::string what_became(const std::optional<AnswerMail>& answer, const Decision& d, std::size_t events_before,
                        std::size_t held_before) {
    if (is_sealed_for(d, std::nullopt)) return "an answer on " + id(d);
    if (d.held.size() > held_before) return "held until it is confirmed, on " + id(d);
    if (d.events == events_before) return "nothing changed in " + id(d);
    return std::string(answer ? sort_of(answer->acts) : "nothing") + " on " + id(d);
}

}  // namespace

Taken Intake::take_answer(Mail& mail, RecordId record, const std::string& how) {
    Decision& d = records_.get(record);
    if (d.number == 0 && d.state == State::closed)
        return refuse(
            mail, NoticeKind::refusal,
            {mail.message.subject, "This proposal was withdrawn before it opened, so there is nothing to answer.",
             "To propose it again, send it anew."},
            "a reply to a withdrawn draft");
    std::vector<Owed> owed;
    learn_address(record, mail.sender, owed);
    const std::size_t events = d.events;
    const std::size_t held = d.held.size();
    const Author author = author_of(world_, mail, d);
    const auto answer = whole_answer(world_, mail, d, author);
    if (answer) take_acts(record, *answer, owed);
    Taken taken{MailState::handled, what_became(answer, d, events, held) + " by " + how, record};
    if (const auto scoped = scoped_numbers(mail.read); !scoped.empty()) take_scoped(mail, owed, scoped);
    if (is_proven(author, d)) remember_thread(mail.source.message_id, record);
    post().queue(owed);
    return taken;
}

// What a person says about themselves is kept beside, and told to the other decisions that they are asked about.
void Intake::take_acts(RecordId record, const AnswerMail& answer, std::vector<Owed>& owed) {
    step_record(record, answer, owed);
    const Decision& d = records_.get(record);
    // They reach into other decisions, so a decision that believes everybody is no excuse.
    const bool proven = answer.sender.trust != Trust::none && answer.sender.other_address.empty();
    if (proven && accepts(d.policy, answer.sender.trust))
        keep_wishes(d, answer.sender.address, answer.acts, answer.source, owed);
}

// Only of mails that are proven: else somebody who knows a Message-ID beforehand could lead its thread elsewhere.
void Intake::remember_thread(const std::string& message_id, RecordId record) {
    if (!message_id.empty()) world_.store.remember_thread(message_id, record);
}

Taken Intake::take_scoped(Mail& mail, std::vector<Owed>& owed, const std::vector<std::int64_t>& numbers) {
    Taken taken{MailState::handled, std::string(named_by_lines), 0};
    for (const auto number : numbers) {
        const auto record = world_.store.find_number(number);
        if (!record) continue;
        learn_address(*record, mail.sender, owed);
        if (const auto answer = scoped_answer(world_, mail, records_.get(*record))) take_acts(*record, *answer, owed);
        if (taken.record == 0) taken.record = *record;
    }
    ask_about_lines(mail, mail.source, owed);
    return taken;
}

// One mail, one answer: what nobody could be told of is told with what was. Of a held mail it is told when it is
// confirmed.
void Intake::ask_about_lines(Mail& mail, const Source& answered, std::vector<Owed>& owed) {
    auto problems = lines_without_decision(world_, mail);
    const auto answers = [&](const Owed& o) {
        return answers_a_mail(o.notice.kind) && o.notice.in_reply_to == answered;
    };
    const auto answer = std::find_if(owed.begin(), owed.end(),
                                     [&](const Owed& o) { return answers(o) && o.notice.confirm_sha256.empty(); });
    const bool held = answer == owed.end() && std::any_of(owed.begin(), owed.end(), answers);
    if (held && !is_proven_where_it_came(world_, mail)) return;
    for (auto& problem : problems) {
        if (answer != owed.end())
            answer->notice.problems.push_back(std::move(problem));
        else
            refuse(mail, NoticeKind::refusal, std::move(problem), {});
    }
}

Taken Intake::refuse(Mail& mail, NoticeKind kind, Problem problem, std::string what) {
    const auto* person = find_by_any_address(world_, mail.sender);
    Notice notice;
    notice.kind = kind;
    notice.to_name = person ? person->name : std::string();
    notice.to_address = person ? person->addresses.front() : mail.sender;
    notice.with_help = kind == NoticeKind::help;
    if (kind != NoticeKind::help) notice.problems.push_back(std::move(problem));
    notice.in_reply_to = mail.source;
    post().queue_plain(notice, mail.message.subject);
    return {MailState::handled, std::move(what), 0};
}

namespace {

// "Approve the budget of 2030", "-1 degree is too cold": a sentence that only begins like a vote.
bool begins_like_a_vote(const Interpretation& read) {
    return std::any_of(read.readings.begin(), read.readings.end(), [](const Reading& r) {
        if (r.type != ReadingType::vote) return false;
        const bool sentence = std::count(r.line.begin(), r.line.end(), ' ') >= 2;
        return (sentence && r.rule.starts_with("word:leading")) || r.rule.starts_with("sign:leading:quantity");
    });
}

// "Blue.": a text of few words, which is an answer only below something that asks.
bool may_be_any_text(const Interpretation& read) {
    return read.readings.size() == 1 && read.readings.front().rule == "attempt:brief";
}

bool is_all_readings(const Interpretation& read) {
    const auto lines = std::count(read.own.new_text.begin(), read.own.new_text.end(), '\n') + 1;
    return lines <= static_cast<std::ptrdiff_t>(read.readings.size());
}

// A reply that lost its thread, or a bare answer: not a proposal, which head lines make a mail.
bool looks_like_an_answer(const Message& message, const Interpretation& read, const Title& title) {
    if (read.verdict == ReadingVerdict::comment || read.verdict == ReadingVerdict::empty) return false;
    const bool replies = !message.in_reply_to.empty() || !message.references.empty();
    if (!replies && !title.is_reply && may_be_any_text(read)) return false;
    const bool in_a_thread = replies || title.title != message.subject;
    if (in_a_thread) return true;
    if (!read_proposal(read.own.new_text).head.empty()) return false;
    return is_all_readings(read) && !begins_like_a_vote(read);
}

}  // namespace

Taken Intake::take_new(Mail& mail, const Recognised& found) {
    const auto title = read_title(mail.message.subject);
    const auto* person = find_by_any_address(world_, mail.sender);
    if (person)
        if (const auto taken = take_personal(mail, *person)) return *taken;
    for (const auto& r : mail.read.readings)
        if (r.type == ReadingType::command && r.command == "help" && r.confidence != Confidence::unclear &&
            looks_like_an_answer(mail.message, mail.read, title))
            return refuse(mail, NoticeKind::help, {}, "help");
    if (person && found.to_several && may_answer_any(mail))
        return ask_which(mail, *person, "It is not clear which decision this answers.");
    if (looks_like_an_answer(mail.message, mail.read, title)) {
        const Reading said = mail.read.readings.empty() ? Reading{} : mail.read.readings.front();
        // Whoever asks how it stands must not be shown how to vote.
        const std::string example = said.command == "status" ? "D-12: status" : "D-12: +1";
        return refuse(mail, NoticeKind::refusal,
                      {said.line, "It is not clear which decision this is about.",
                       "Reply to the invitation of the decision, or write its number before your line: " + example},
                      "an answer to no known decision");
    }
    if (!person) return refuse(mail, NoticeKind::refusal, {}, "a proposal by somebody unknown");

    Proposal proposal = read_proposal_mail(mail.message, mail.read.own.new_text, as_person(*person),
                                           prove_proposal(world_, mail).trust, mail.source);
    proposal.subaddress = found.subaddress;
    if (may_be_an_answer(world_, proposal, mail.message, mail.read.own))
        proposal.head.push_back({std::string(maybe_answer), mail.message.subject, {}});
    else if (proposal.head.empty() && is_all_readings(mail.read) && begins_like_a_vote(mail.read))
        proposal.head.push_back({std::string(maybe_answer), mail.read.readings.front().line, {}});
    ask_about_lines_in(world_, proposal, proposal.text.body);
    if (mail.read.own.forwarded || title.is_forwarded) add_forwarded(proposal, mail.read.own.passed_on);
    std::vector<Owed> owed;
    const RecordId record = world_.store.add_record();
    records_.create(record);
    Taken taken;
    open_or_draft(record, resolve(world_, proposal, now_), owed, taken);
    if (proposal.trust != Trust::none) drop_twins(mail, owed);
    // What opened is believed, be it only because its policy believes everybody.
    if (proposal.trust != Trust::none || records_.get(record).state != State::draft)
        remember_thread(mail.source.message_id, record);
    post().queue(owed);
    return taken;
}

}  // namespace assentd
