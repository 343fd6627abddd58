// SPDX-License-Identifier: Apache-2.0
#include "daemon/intake.h"

#include <algorithm>

#include "daemon/acts.h"
#include "daemon/bounced.h"
#include "daemon/command_acts.h"
#include "daemon/other_addresses.h"
#include "daemon/preferences.h"
#include "daemon/proof.h"
#include "daemon/proposal.h"
#include "daemon/same_mail.h"
#include "daemon/signed_mail.h"
#include "daemon/unnamed_answer.h"
#include "decision/text.h"
#include "parsers/head_lines.h"
#include "parsers/mail_server.h"
#include "parsers/reading.h"
#include "parsers/vouching.h"

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

    Taken taken;
    check_signature(world_, mail);
    const auto seen = seen_before(world_, mail);
    if (seen.how == SeenBefore::How::same)
        taken = {MailState::duplicate, "seen before", seen.record};
    else if (!released && seen.how == SeenBefore::How::other_words)
        taken = {MailState::quarantined, "an earlier mail of this sender had the same Message-ID and other words", 0};
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

Taken Intake::place(Mail& mail) {
    const auto kind = mail.message.kind;
    const auto found = recognise(world_, mail.message);
    if (kind == MessageKind::bounce || kind == MessageKind::delay) return take_bounce(mail, found.bounced_message_id);
    if (kind != MessageKind::human)
        return {MailState::handled, std::string(name(kind)) + ": not counted, not answered", 0};
    if (mail.sender.empty()) return {MailState::quarantined, "a mail with other than one From address", 0};
    if (world_.tokens.is_own_address(mail.sender)) return {MailState::handled, "from our own address: silent", 0};
    // Whoever's address this is did not write it, and must not hear of it.
    if (!find_by_any_address(world_, mail.sender) &&
        vouching(mail.message, mail.sender, world_.config.mail.vouchers).vouched == Vouched::no)
        return {MailState::handled, "failed authentication, by somebody unknown: not answered", 0};

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
    if (const auto numbers = scoped_numbers(mail.read); !numbers.empty()) {
        std::vector<Owed> owed;
        Taken taken = take_scoped(mail, owed, numbers);
        Post(world_, now_).queue(owed);
        return taken;
    }
    return take_new(mail, found);
}

Taken Intake::too_large(Mail& mail, std::uint64_t size) {
    const Taken taken{MailState::quarantined,
                      std::string(only_header_stored) + std::to_string(size) + " bytes; only the header was fetched",
                      0};
    if (mail.message.kind != MessageKind::human || !find_by_any_address(world_, mail.sender)) return taken;
    refuse(mail, NoticeKind::refusal,
           {mail.message.subject,
            "Your mail has " + std::to_string(size >> 20) + " MB, and more than " +
                std::to_string(world_.config.limits.message_size >> 20) + " MB are not read here.",
            "Send it again without the attachment, or with a link to it."},
           {});
    return taken;
}

Taken Intake::take_bounce(Mail& mail, const std::string& bounced_message_id) {
    const auto outbox = bounced_message_id.empty() ? std::nullopt : world_.store.find_outbox(bounced_message_id);
    if (!outbox || outbox->record == 0) return {MailState::handled, "a bounce of nothing that we sent", 0};
    std::vector<Owed> owed;
    const bool changed = step_record(outbox->record, bounce_of(mail.message, outbox->recipient, mail.source), owed);
    Post(world_, now_).queue(owed);
    return {MailState::handled, changed ? "bounce: not reached" : "bounce: nothing changed", outbox->record};
}

Taken Intake::take_answer(Mail& mail, RecordId record, const std::string& how) {
    Decision& d = records_.get(record);
    if (d.number == 0 && d.state == State::closed)
        return refuse(
            mail, NoticeKind::refusal,
            {mail.message.subject, "This proposal was withdrawn before it opened, so there is nothing to answer.",
             "To propose it again, send it anew."},
            "a reply to a withdrawn draft");
    std::vector<Owed> owed;
    if (const auto answer = whole_answer(world_, mail, d)) take_acts(record, *answer, owed);
    Taken taken{MailState::handled, std::string(name(mail.read.verdict)) + " on " + id(d) + " by " + how, record};
    if (const auto scoped = scoped_numbers(mail.read); !scoped.empty()) take_scoped(mail, owed, scoped);
    if (is_proven(world_, mail, d)) remember_thread(mail.source.message_id, record);
    Post(world_, now_).queue(owed);
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

void Intake::keep_wishes(const Decision& d, const std::string& sender, const std::vector<Act>& acts,
                         const Source& source, std::vector<Owed>& owed) {
    const std::string person = address_on_file(d, sender);
    if (!is_known_to(d, person)) return;
    const std::string delegated_by = standing_delegation_of(world_, person).sha256;
    if (keep_preferences(world_, person, acts, source)) apply_to_all(person, owed);
    if (!delegated_by.empty() && standing_delegation_of(world_, person).sha256.empty())
        end_delegation(person, delegated_by, source, owed);
}

void Intake::apply_to_all(const std::string& person, std::vector<Owed>& owed) {
    for (const auto& summary : world_.store.summaries())
        if (summary.state == State::open) apply_wishes(summary.record, person, owed);
}

void Intake::apply_wishes(RecordId record, const std::string& person, std::vector<Owed>& owed) {
    for (const auto& wish : standing_wishes(world_, records_.get(record), person, now_))
        step_record(record, wish, owed);
}

// What was delegated until a date, in the mail that is named, is over in all decisions.
void Intake::end_delegation(const std::string& person, const std::string& delegated_by, const Source& source,
                            std::vector<Owed>& owed) {
    for (const auto& summary : world_.store.summaries()) {
        if (summary.state != State::open) continue;
        const Decision& d = records_.get(summary.record);
        const auto seat = find_participant(d, person);
        if (seat && d.seats[*seat].delegation && d.seats[*seat].delegation->source.sha256 == delegated_by)
            step_record(summary.record, EndDelegation{*seat, source}, owed);
    }
}

// An address that its owner confirmed in one decision is known in all that are not over.
void Intake::make_known(const AnswerHeld& held, RecordId confirmed_in, const Source& confirmation,
                        std::vector<Owed>& owed) {
    if (held.other_address.empty() || !remember_address(world_, held.by.address, held.other_address)) return;
    for (const auto& summary : world_.store.summaries())
        if (summary.state != State::closed && summary.record != confirmed_in)
            step_record(summary.record, AddAddress{held.by.address, held.other_address, confirmation}, owed);
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

Taken Intake::take_confirmation(Mail& mail, const Recognised& found) {
    const RecordId record = found.record;
    Decision& d = records_.get(record);
    const std::string word =
        lower_case(mail.read.own.new_text.substr(0, mail.read.own.new_text.find_first_of(" .,!\n")));
    const bool yes = word == "confirm" || word == "yes" || word == "confirmed";
    const bool no = word == "no" || word == "discard";
    const auto asked = asked_about(world_.tokens, d, record, mail.sender, found.token);
    if (asked && d.state == State::draft)
        return yes  ? take_confirmed_draft(mail, record)
               : no ? discard_draft(mail, record, word, Trust::token)
                    : refuse(mail, NoticeKind::refusal,
                             {mail.message.subject, "It waits to know whether the proposal is yours.",
                              "Reply with the one word yes, or no."},
                             "a draft that stays unconfirmed");
    // A bare yes or no to a question that was another's, or is settled, must not become a vote.
    if (!asked && (yes || no))
        return refuse(mail, NoticeKind::refusal,
                      {word, "Nothing of yours waits for a confirmation here.",
                       "To answer the decision, reply to its invitation."},
                      "a confirmation of nothing");
    if (!asked || (!yes && !no)) return take_answer(mail, record, "confirmation address");

    const AnswerHeld held =
        *std::find_if(d.held.begin(), d.held.end(), [&](const AnswerHeld& h) { return h.source.sha256 == *asked; });
    const auto original = world_.store.find_mail_by_sha256(*asked);
    std::vector<Owed> owed;
    const Confirm confirm = confirmation(world_, d, held, original ? original->raw : std::string(), yes, mail.source);
    step_record(record, confirm, owed);
    if (yes && original && !owed.empty()) {
        auto confirmed = read_mail(world_.config, *original);
        // Once, though each decision asks for itself: with the first that is confirmed.
        const auto numbers = scoped_numbers(confirmed.read);
        const bool first = std::all_of(numbers.begin(), numbers.end(), [&](std::int64_t n) {
            const auto other = world_.store.find_number(n);
            if (!other || *other == record) return true;
            const Decision& named = records_.get(*other);
            return std::any_of(named.held.begin(), named.held.end(),
                               [&](const AnswerHeld& h) { return h.source.sha256 == *asked; });
        });
        if (!numbers.empty() && first && !is_proven_where_it_came(world_, confirmed))
            ask_about_lines(confirmed, owed.front().notice.in_reply_to, owed);
    }
    keep_wishes(d, held.by.address, confirm.acts, held.source, owed);
    if (yes) {
        remember_thread(held.source.message_id, record);
        make_known(held, record, mail.source, owed);
    }
    Post(world_, now_).queue(owed);
    return {MailState::handled, "a confirmation", record};
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
    Post(world_, now_).queue_plain(notice, mail.message.subject);
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

bool is_all_readings(const Interpretation& read) {
    const auto lines = std::count(read.own.new_text.begin(), read.own.new_text.end(), '\n') + 1;
    return lines <= static_cast<std::ptrdiff_t>(read.readings.size());
}

// A reply that lost its thread, or a bare answer: not a proposal.
bool looks_like_an_answer(const Message& message, const Interpretation& read, const Title& title) {
    if (read.verdict == ReadingVerdict::comment || read.verdict == ReadingVerdict::empty) return false;
    const bool in_a_thread =
        !message.in_reply_to.empty() || !message.references.empty() || title.title != message.subject;
    if (in_a_thread) return true;
    return is_all_readings(read) && !begins_like_a_vote(read);
}

}  // namespace

// Words about oneself need no decision: they hold for all.
std::optional<Taken> Intake::take_personal(Mail& mail, const PersonConfig& person) {
    std::vector<Act> acts;
    for (const auto& r : mail.read.readings)
        if (r.type == ReadingType::command && r.confidence != Confidence::unclear && is_personal(r))
            acts.push_back(command_act(world_.config, {}, r, mail.sender, mail.source.arrival));
    if (acts.empty() || acts.size() != mail.read.readings.size()) return std::nullopt;
    if (prove_proposal(world_, mail).trust == Trust::none)
        return refuse(mail, NoticeKind::refusal,
                      {mail.read.readings.front().line, "Nothing proves that this mail is yours.",
                       "Write the same as a reply to any mail of ours that came to you."},
                      "an unproven word about oneself");
    Notice notice;
    notice.kind = NoticeKind::receipt;
    notice.to_name = person.name;
    notice.to_address = person.addresses.front();
    notice.in_reply_to = mail.source;
    for (const auto& act : acts) {
        if (const auto* kept = std::get_if<PreferenceKept>(&act))
            notice.recorded.push_back({kept->what, kept->line, {}});
        if (const auto* wrong = std::get_if<BadCommand>(&act)) notice.problems.push_back(wrong->problem);
    }
    std::vector<Owed> owed;
    if (keep_preferences(world_, notice.to_address, acts, mail.source)) apply_to_all(notice.to_address, owed);
    Post(world_, now_).queue(owed);
    Post(world_, now_).queue_plain(notice, mail.message.subject);
    return Taken{MailState::handled, "a word about oneself", 0};
}

// The address for answers to several decisions is for answers.
Taken Intake::ask_which(Mail& mail, const PersonConfig& person) {
    Notice notice;
    notice.kind = NoticeKind::refusal;
    notice.to_name = person.name;
    notice.to_address = person.addresses.front();
    notice.problems = asked_which_of_all(world_, records_, person, mail);
    notice.in_reply_to = mail.source;
    Post(world_, now_).queue_plain(notice, mail.message.subject, true);
    return {MailState::handled, "an answer to several decisions that names none", 0};
}

Taken Intake::take_new(Mail& mail, const Recognised& found) {
    const auto title = read_title(mail.message.subject);
    const auto* person = find_by_any_address(world_, mail.sender);
    if (person)
        if (const auto taken = take_personal(mail, *person)) return *taken;
    for (const auto& r : mail.read.readings)
        if (r.type == ReadingType::command && r.command == "help" && r.confidence != Confidence::unclear &&
            looks_like_an_answer(mail.message, mail.read, title))
            return refuse(mail, NoticeKind::help, {}, "help");
    if (person && found.to_several && may_answer_any(mail)) return ask_which(mail, *person);
    if (looks_like_an_answer(mail.message, mail.read, title))
        return refuse(mail, NoticeKind::refusal,
                      {mail.read.readings.empty() ? std::string() : mail.read.readings.front().line,
                       "It is not clear which decision this answers.",
                       "Reply to the invitation of the decision, or write its number before the answer: D-12: +1"},
                      "an answer to no known decision");
    if (!person) return refuse(mail, NoticeKind::refusal, {}, "a proposal by somebody unknown");

    Proposal proposal = read_proposal_mail(mail.message, mail.read.own.new_text, as_person(*person),
                                           prove_proposal(world_, mail).trust, mail.source);
    proposal.subaddress = found.subaddress;
    if (may_be_an_answer(world_, proposal, mail.message, mail.read.own.new_text))
        proposal.head.push_back({std::string(maybe_answer), mail.message.subject, {}});
    else if (is_all_readings(mail.read) && begins_like_a_vote(mail.read))
        proposal.head.push_back({std::string(maybe_answer), mail.read.readings.front().line, {}});
    std::vector<Owed> owed;
    const RecordId record = world_.store.add_record();
    records_.create(record);
    Taken taken;
    open_or_draft(record, resolve(world_, proposal, now_), owed, taken);
    // What opened is believed, be it only because its policy believes everybody.
    if (proposal.trust != Trust::none || records_.get(record).state != State::draft)
        remember_thread(mail.source.message_id, record);
    Post(world_, now_).queue(owed);
    return taken;
}

}  // namespace assentd
