// SPDX-License-Identifier: Apache-2.0
#include "daemon/intake.h"

#include <algorithm>

#include "daemon/acts.h"
#include "daemon/proposal.h"
#include "daemon/recognise.h"
#include "decision/text.h"
#include "parsers/authentication_results.h"
#include "parsers/head_lines.h"
#include "parsers/reading.h"

namespace assentd {

Decision& Records::get(RecordId record) {
    const auto found = loaded_.find(record);
    if (found != loaded_.end()) return found->second;
    return loaded_.emplace(record, store_.load(record)).first->second;
}

Decision& Records::create(RecordId record) {
    return loaded_[record] = Decision{};
}
void Records::forget() {
    loaded_.clear();
}

std::string mail_identity(const Message& message, const std::string& new_text, const std::string& sha256) {
    if (!message.message_id) return sha256;
    return sha256_hex(*message.message_id + '\n' + sender_address(message) + '\n' + new_text);
}

Taken Intake::take(const Fetched& fetched, bool released) {
    const std::string sha256 = sha256_hex(fetched.raw);
    Mail mail = read_mail(world_.config, fetched.raw, sha256, fetched.arrival);

    StoredMail stored;
    stored.folder = fetched.folder;
    stored.uid_validity = fetched.uid_validity;
    stored.uid = fetched.uid;
    stored.arrival = fetched.arrival;
    stored.message_id = mail.source.message_id;
    stored.from = mail.sender;
    stored.identity = mail_identity(mail.message, mail.read.own.new_text, sha256);
    stored.sha256 = sha256;
    stored.kind = std::string(name(mail.message.kind));
    stored.raw = fetched.raw;
    stored.size = fetched.size;

    Taken taken;
    const auto same = world_.store.find_same(stored.identity);
    const bool seen =
        std::any_of(same.begin(), same.end(), [](const StoredMail& m) { return m.state == MailState::handled; });
    const MailRow row = world_.store.add_mail(stored);
    if (seen)
        taken = {MailState::duplicate, "seen before", same.front().record};
    else if (!released && other_words_under_one_id(mail))
        taken = {MailState::quarantined, "an earlier mail of this sender had the same Message-ID and other words", 0};
    else if (fetched.raw.empty())
        taken = {MailState::quarantined, "the server could not produce this mail", 0};
    else if (fetched.oversize)
        taken = too_large(mail, fetched.size);
    else
        taken = place(mail);
    world_.store.set_mail_state(row, taken.state, taken.what, taken.record);
    return taken;
}

// Asked after this mail's own row was added: it and mails set aside do not count.
bool Intake::other_words_under_one_id(const Mail& mail) const {
    if (mail.source.message_id.empty()) return false;
    const auto others = world_.store.find_mails_by_message_id(mail.source.message_id);
    return std::any_of(others.begin(), others.end(), [&](const StoredMail& m) {
        return m.from == mail.sender &&
               m.identity != mail_identity(mail.message, mail.read.own.new_text, mail.source.sha256) &&
               m.state == MailState::handled;
    });
}

Taken Intake::place(Mail& mail) {
    const auto kind = mail.message.kind;
    const auto found = recognise(world_, mail.message);
    if (kind == MessageKind::bounce || kind == MessageKind::delay) return take_bounce(mail, found.bounced_message_id);
    if (kind != MessageKind::human)
        return {MailState::handled, std::string(name(kind)) + ": not counted, not answered", 0};
    if (mail.sender.empty()) return {MailState::quarantined, "a mail with other than one From address", 0};

    switch (found.subject) {
        case Subject::draft:
            return take_draft_reply(mail, found.record, found.token);
        case Subject::confirmation:
            return take_confirmation(mail, found.record, found.token);
        case Subject::decision:
            if (records_.get(found.record).state == State::draft) return take_draft_reply(mail, found.record, {});
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
    return take_new(mail, found.subaddress);
}

Taken Intake::too_large(Mail& mail, std::uint64_t size) {
    const Taken taken{MailState::quarantined,
                      "too large: " + std::to_string(size) + " bytes; only the header was fetched", 0};
    if (mail.message.kind != MessageKind::human || !find_person(world_.config, mail.sender)) return taken;
    refuse(mail, NoticeKind::refusal,
           {mail.message.subject,
            "Your mail has " + std::to_string(size >> 20) + " MB, and more than " +
                std::to_string(world_.config.limits.message_size >> 20) +
                " MB are not read here. Nothing of it was counted.",
            "Send it again without the attachment, or with a link to it."},
           {});
    return taken;
}

bool Intake::step_record(RecordId record, const Command& command, std::vector<Owed>& owed) {
    Decision& d = records_.get(record);
    Step result = step(d, command, now_);
    if (!result.events.empty()) world_.store.append(record, result.events, d, next_wakeup(d), now_);
    for (auto& notice : result.notices) owed.push_back({record, &d, std::move(notice)});
    return !result.events.empty();
}

Taken Intake::take_bounce(Mail& mail, const std::string& bounced_message_id) {
    const auto outbox = bounced_message_id.empty() ? std::nullopt : world_.store.find_outbox(bounced_message_id);
    if (!outbox || outbox->record == 0) return {MailState::handled, "a bounce of nothing that we sent", 0};
    bool temporary = mail.message.kind == MessageKind::delay;
    std::string status = "bounced";
    for (const auto& b : mail.message.bounced) {
        if (!b.status.empty()) status = b.status;
        temporary = temporary || b.temporary;
    }
    std::vector<Owed> owed;
    const bool changed = step_record(outbox->record, Bounce{outbox->recipient, temporary, status, mail.source}, owed);
    Post(world_, now_).queue(owed);
    return {MailState::handled, changed ? "bounce: not reached" : "bounce: nothing changed", outbox->record};
}

Taken Intake::take_answer(Mail& mail, RecordId record, const std::string& how) {
    Decision& d = records_.get(record);
    std::vector<Owed> owed;
    if (const auto answer = whole_answer(world_, mail, d)) step_record(record, *answer, owed);
    Taken taken{MailState::handled, std::string(name(mail.read.verdict)) + " on " + id(d) + " by " + how, record};
    if (const auto scoped = scoped_numbers(mail.read); !scoped.empty()) take_scoped(mail, owed, scoped);
    if (!mail.source.message_id.empty()) world_.store.remember_thread(mail.source.message_id, record);
    Post(world_, now_).queue(owed);
    return taken;
}

Taken Intake::take_scoped(Mail& mail, std::vector<Owed>& owed, const std::vector<std::int64_t>& numbers) {
    Taken taken{MailState::handled, "answers to several decisions", 0};
    for (const auto number : numbers) {
        const auto record = world_.store.find_number(number);
        if (!record) {
            refuse(mail, NoticeKind::refusal,
                   {"D-" + std::to_string(number), "There is no decision D-" + std::to_string(number) + ".",
                    "The invitation has its number in the subject."},
                   {});
            continue;
        }
        if (const auto answer = scoped_answer(world_, mail, records_.get(*record)))
            step_record(*record, *answer, owed);
        if (taken.record == 0) taken.record = *record;
    }
    return taken;
}

void Intake::open_or_draft(RecordId record, std::variant<Open, Draft> resolved, std::vector<Owed>& owed,
                           Taken& taken) {
    const bool opens = std::holds_alternative<Open>(resolved);
    const Command command =
        opens ? Command(std::get<Open>(std::move(resolved))) : Command(std::get<Draft>(std::move(resolved)));
    step_record(record, command, owed);
    taken.record = record;
    taken.what = opens ? "opened " + id(records_.get(record)) : "kept as a draft";
}

Taken Intake::take_draft_reply(Mail& mail, RecordId record, const std::string& token) {
    Decision& d = records_.get(record);
    // A draft that opened meanwhile is answered like any decision.
    if (d.state != State::draft) return take_answer(mail, record, "draft token");
    if (!is_proposer(d, mail.sender))
        return refuse(
            mail, NoticeKind::refusal,
            {mail.message.subject, "Only its proposer can complete this draft.", "Ask " + d.proposer.name + '.'},
            "a reply to another's draft");
    auto proof = prove(world_.tokens, mail.message, 0, d.proposer.address, world_.config.mail.trusted_authserv_ids);
    if (!token.empty() && Tokens::equal(token, world_.tokens.draft_token(record, d.proposer.address)))
        proof = {Trust::token, "draft token"};
    std::vector<Owed> owed;
    Taken taken;
    open_or_draft(record, resolve(world_, corrected(d, mail.read.own.new_text, mail.source, proof.trust), now_), owed,
                  taken);
    if (!mail.source.message_id.empty()) world_.store.remember_thread(mail.source.message_id, record);
    Post(world_, now_).queue(owed);
    return taken;
}

Taken Intake::take_confirmation(Mail& mail, RecordId record, const std::string& token) {
    Decision& d = records_.get(record);
    const std::string person = address_on_file(d, mail.sender);
    const std::string word =
        lower_case(mail.read.own.new_text.substr(0, mail.read.own.new_text.find_first_of(" .,!\n")));
    const bool yes = word == "confirm" || word == "yes" || word == "confirmed";
    const bool no = word == "no" || word == "discard";
    const auto proves = [&](const std::string& sha256) {
        return Tokens::equal(token, world_.tokens.confirm_token(record, person, sha256));
    };

    std::vector<Owed> owed;
    Taken taken{MailState::handled, "a confirmation", record};
    if (d.state == State::draft && is_proposer(d, mail.sender) && proves(d.draft_source.sha256)) {
        if (!yes) return {MailState::handled, "a draft that stays unconfirmed", record};
        open_or_draft(record, resolve(world_, corrected(d, {}, mail.source, Trust::token), now_), owed, taken);
        Post(world_, now_).queue(owed);
        return taken;
    }
    const auto held =
        std::find_if(d.held.begin(), d.held.end(), [&](const AnswerHeld& h) { return proves(h.source.sha256); });
    // A bare yes or no to a question that was another's, or is settled, must not become a vote.
    if (held == d.held.end() && (yes || no))
        return refuse(mail, NoticeKind::refusal,
                      {word, "Nothing of yours waits for a confirmation at this address, so nothing was changed.",
                       "To answer the decision, reply to its invitation."},
                      "a confirmation of nothing");
    if (held == d.held.end() || (!yes && !no)) return take_answer(mail, record, "confirmation address");

    const auto original = world_.store.find_mail_by_sha256(held->source.sha256);
    const Command confirm =
        confirmation(world_, d, *held, original ? original->raw : std::string(), yes, mail.source);
    step_record(record, confirm, owed);
    Post(world_, now_).queue(owed);
    return taken;
}

Taken Intake::refuse(Mail& mail, NoticeKind kind, Problem problem, std::string what) {
    const auto* person = find_person(world_.config, mail.sender);
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

// A reply that lost its thread, or a bare answer: not a proposal.
bool looks_like_an_answer(const Message& message, const Interpretation& read, const Title& title) {
    if (read.verdict == ReadingVerdict::comment || read.verdict == ReadingVerdict::empty) return false;
    const bool in_a_thread =
        !message.in_reply_to.empty() || !message.references.empty() || title.title != message.subject;
    if (in_a_thread) return true;
    const auto lines = std::count(read.own.new_text.begin(), read.own.new_text.end(), '\n') + 1;
    return lines <= static_cast<std::ptrdiff_t>(read.readings.size());
}

}  // namespace

Taken Intake::take_new(Mail& mail, const std::string& subaddress) {
    const auto title = read_title(mail.message.subject);
    for (const auto& r : mail.read.readings)
        if (r.type == ReadingType::command && r.command == "help" && r.confidence != Confidence::unclear &&
            looks_like_an_answer(mail.message, mail.read, title))
            return refuse(mail, NoticeKind::help, {}, "help");
    if (looks_like_an_answer(mail.message, mail.read, title))
        return refuse(mail, NoticeKind::refusal,
                      {mail.read.readings.empty() ? std::string() : mail.read.readings.front().line,
                       "It is not clear which decision this answers, so nothing was counted.",
                       "Reply to the invitation of the decision, or write its number before the answer: D-12: +1"},
                      "an answer to no known decision");

    const auto* person = find_person(world_.config, mail.sender);
    if (!person)
        return refuse(
            mail, NoticeKind::refusal,
            {mail.message.subject, "The address " + mail.sender + " is not known here, so nothing was opened.",
             "Write from the address that your admin has on file, or ask them to add this one."},
            "a proposal by somebody unknown");

    const auto vouched = vouching(mail.message, world_.config.mail.trusted_authserv_ids);
    Proposal proposal =
        read_proposal_mail(mail.message, mail.read.own.new_text, as_person(*person),
                           vouched.vouched == Vouched::yes ? Trust::authenticated : Trust::none, mail.source);
    proposal.subaddress = subaddress;
    std::vector<Owed> owed;
    const RecordId record = world_.store.add_record();
    records_.create(record);
    Taken taken;
    open_or_draft(record, resolve(world_, proposal, now_), owed, taken);
    if (!mail.source.message_id.empty()) world_.store.remember_thread(mail.source.message_id, record);
    Post(world_, now_).queue(owed);
    return taken;
}

}  // namespace assentd
