// SPDX-License-Identifier: Apache-2.0
// What is not open yet: proposals that are resolved, drafts that are corrected, seconded or confirmed.
#include <spdlog/spdlog.h>

#include <algorithm>

#include "daemon/draft_reply.h"
#include "daemon/intake.h"
#include "daemon/other_addresses.h"
#include "daemon/proof.h"
#include "daemon/proposal.h"
#include "daemon/same_mail.h"
#include "parsers/own_words/sign_offs.h"

namespace assentd {

void Intake::open_or_draft(RecordId record, std::variant<Open, Draft> resolved, std::vector<Owed>& owed,
                           Taken& taken) {
    const bool opens = std::holds_alternative<Open>(resolved);
    if (opens)
        add_other_addresses(world_, std::get<Open>(resolved).opening);
    else
        add_other_addresses(world_, std::get<Draft>(resolved).draft);
    const Command command =
        opens ? Command(std::get<Open>(std::move(resolved))) : Command(std::get<Draft>(std::move(resolved)));
    step_record(record, command, owed);
    taken.record = record;
    taken.what = opens ? "opened " + id(records_.get(record)) : "kept as a draft";
    if (!opens) return drop_oldest_drafts(record, owed);
    const auto seats = records_.get(record).seats;
    const auto told = static_cast<std::ptrdiff_t>(owed.size());
    for (const auto& seat : seats) apply_wishes(record, seat.participant.address, owed);
    owed.erase(owed.begin() + told, owed.end());  // the invitations say who answers for whom
}

namespace {

// What nothing proved first, and of that the newest last, as its sender is about to be asked; then the oldest of
// whoever proves a new one, if it is all theirs.
RecordId first_to_go(const std::vector<RecordId>& drafts, RecordId newest, bool all_of_one, Records& records) {
    const auto is_other = [&](RecordId record) { return record != newest; };
    const auto is_unproven = [&](RecordId record) { return records.get(record).draft_trust == Trust::none; };
    for (const RecordId record : drafts)
        if (is_other(record) && is_unproven(record)) return record;
    if (is_unproven(newest) || !all_of_one) return newest;
    return *std::find_if(drafts.begin(), drafts.end(), is_other);
}

}  // namespace

// A flood of faulty proposals, in whatever name, fills nothing, and takes no one's place who proved theirs.
void Intake::drop_oldest_drafts(RecordId newest, std::vector<Owed>& owed) {
    const auto& limits = world_.config.limits;
    const std::string proposer = records_.get(newest).proposer.address;
    const auto drop_down_to = [&](std::uint64_t most, std::vector<RecordId> drafts, bool of_one) {
        while (drafts.size() > most) {
            const RecordId goes = first_to_go(drafts, newest, of_one, records_);
            spdlog::warn("event=draft_dropped record={} limit={}", goes, most);
            std::string why =
                "no more than " + std::to_string(most) + (of_one ? " of your" : "") + " drafts may wait at a time.";
            if (goes == newest) {
                why += " First complete or discard another.";
                std::erase_if(owed, [&](const Owed& o) { return o.record == newest; });
            }
            step_record(goes, DropDraft{why, goes == newest}, owed);
            std::erase(drafts, goes);
        }
    };
    std::vector<RecordId> own = world_.store.drafts();
    std::erase_if(own, [&](RecordId record) { return records_.get(record).proposer.address != proposer; });
    drop_down_to(limits.drafts_per_person, std::move(own), true);
    drop_down_to(limits.drafts, world_.store.drafts(), false);
}

// Whoever may second a draft does so with one word; when enough have, it opens at that moment.
Taken Intake::take_second(Mail& mail, const Recognised& found) {
    const RecordId record = found.record;
    Decision& d = records_.get(record);
    const auto seconder = std::find_if(d.may_second.begin(), d.may_second.end(), [&](const Person& p) {
        return std::find(p.addresses.begin(), p.addresses.end(), mail.sender) != p.addresses.end();
    });
    const auto wanted = std::find_if(mail.read.readings.begin(), mail.read.readings.end(), [](const Reading& r) {
        return r.type == ReadingType::vote && r.position == Position::agree && r.confidence != Confidence::unclear;
    });
    if (seconder == d.may_second.end())
        return refuse(
            mail, NoticeKind::refusal,
            {mail.message.subject, "Only its proposer can complete this draft.", "Ask " + d.proposer.name + '.'},
            "a reply to another's draft");
    if (wanted == mail.read.readings.end())
        return refuse(mail, NoticeKind::refusal,
                      {mail.message.subject, "This proposal is not open yet: it waits to be seconded.",
                       "To second it, reply with one word: seconded. You are asked for your answer when it opens."},
                      "an answer to a draft that waits to be seconded");
    if (prove_draft_reply(world_, mail, found, seconder->address).trust == Trust::none)
        return refuse(mail, NoticeKind::refusal,
                      {wanted->line, "Nothing proves that this mail is yours.",
                       "Reply to the mail that asked you to second it."},
                      "an unproven second");
    std::vector<Owed> owed;
    Taken taken{MailState::handled, "a second", record};
    step_record(record, Second{*seconder, mail.source, wanted->line}, owed);
    if (static_cast<std::int64_t>(d.seconds.size()) >= d.seconds_needed) {
        Proposal proposal = as_drafted(d, mail.source, Trust::token);
        proposal.seconds_needed = d.seconds_needed;
        open_or_draft(record, resolve(world_, proposal, now_), owed, taken);
    }
    remember_thread(mail.source.message_id, record);
    post().queue(owed);
    return taken;
}

// Only a correction begins anew with the seconds; other words of its proposer's change nothing.
std::optional<Taken> Intake::take_word_on_waiting_draft(Mail& mail, RecordId record, const Proposal& said) {
    const Decision& d = records_.get(record);
    if (d.seconds_needed <= 0 || !d.draft_problems.empty()) return std::nullopt;
    if (said.text != d.text() || said.head != d.draft_head) return std::nullopt;
    const auto& readings = mail.read.readings;
    const auto second = std::find_if(readings.begin(), readings.end(), [](const Reading& r) {
        return r.type == ReadingType::vote && r.position == Position::agree && r.confidence != Confidence::unclear;
    });
    std::vector<Owed> owed;
    if (second != readings.end())
        step_record(record, Second{d.proposer, mail.source, second->line}, owed);
    else
        step_record(record, AskDraft{mail.source}, owed);
    post().queue(owed);
    return Taken{MailState::handled, "words on a draft that waits to be seconded", record};
}

namespace {

bool asks_for_help(const Interpretation& read) {
    return read.readings.size() == 1 && read.readings[0].command == "help" &&
           read.readings[0].confidence != Confidence::unclear && read.own.new_text.find('\n') == std::string::npos;
}

}  // namespace

Taken Intake::take_draft_reply(Mail& mail, const Recognised& found) {
    const RecordId record = found.record;
    Decision& d = records_.get(record);
    // A draft that opened meanwhile is answered like any decision; but who only wanted it to open has not voted.
    const auto& readings = mail.read.readings;
    const bool seconds =
        std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.command == "seconded"; });
    if (d.state == State::open && seconds && !is_proposer(d, mail.sender))
        return refuse(mail, NoticeKind::refusal,
                      {readings.front().line, "Enough had seconded it before your mail came: " + id(d) + " is open.",
                       "Answer its invitation, if you have one: a second is no answer to it."},
                      "a second that was not needed any more");
    if (d.state != State::draft) return take_answer(mail, record, "draft token");
    if (asks_for_help(mail.read)) return refuse(mail, NoticeKind::help, {}, "help");
    if (const auto line = sentence_of_ours(world_, mail))
        return refuse(mail, NoticeKind::refusal,
                      {{},
                       '"' + *line + "\" is " + std::string(not_their_own_words),
                       is_proposer(d, mail.sender)
                           ? "Please send what is to change in the draft, or its whole text, and nothing else."
                           : "To second it, please reply with one word and nothing else: seconded"},
                      "a mail of ours sent back");
    if (!is_proposer(d, mail.sender)) return take_second(mail, found);
    const auto proof = prove_draft_reply(world_, mail, found, d.proposer.address);
    if (const auto line = discarding_line(d, mail.read.own.new_text); !line.empty())
        return discard_draft(mail, record, line, proof.trust);
    const std::string text(words::without_own_sign_off(mail.read.own.new_text, mail.message.from));
    const auto said = corrected(world_, d, text, mail.source, proof.trust, now_);
    auto resolved = resolve(world_, said, now_);
    if (proof.trust == Trust::none && !std::holds_alternative<Open>(resolved))  // as it is where nothing is to prove
        return refuse_unproven(mail, "an unproven correction of a draft");
    if (auto taken = take_word_on_waiting_draft(mail, record, said)) return *std::move(taken);
    std::vector<Owed> owed;
    Taken taken;
    open_or_draft(record, std::move(resolved), owed, taken);
    if (proof.trust != Trust::none) remember_thread(mail.source.message_id, record);
    post().queue(owed);
    return taken;
}

// Whoever knows of a draft could write in its proposer's name: what they then confirm, or open with their own next
// mail, would be another's.
Taken Intake::refuse_unproven(Mail& mail, const std::string& what) {
    return refuse(mail, NoticeKind::refusal,
                  {mail.read.own.new_text.substr(0, mail.read.own.new_text.find('\n')),
                   "Nothing proves that this mail is yours, so the draft is as it was.",
                   "Reply to the mail that came to you about the draft, at the address it asks you to answer to."},
                  what);
}

// The same mail, that came before and proved nothing: a yes to our question must not open its proposal once more.
void Intake::drop_twins(const Mail& mail, std::vector<Owed>& owed) {
    for (const auto& earlier : world_.store.find_same(mail_identity(mail))) {
        if (earlier.record == 0) continue;
        const Decision& d = records_.get(earlier.record);
        if (d.state == State::draft && d.draft_trust == Trust::none && is_proposer(d, mail.sender))
            step_record(earlier.record, DiscardDraft{{}, mail.source}, owed);
    }
}

Taken Intake::discard_draft(Mail& mail, RecordId record, std::string line, Trust trust) {
    if (trust == Trust::none) return refuse_unproven(mail, "an unproven wish to discard a draft");
    std::vector<Owed> owed;
    step_record(record, DiscardDraft{std::move(line), mail.source}, owed);
    post().queue(owed);
    return {MailState::handled, "a draft discarded by its proposer", record};
}

}  // namespace assentd
