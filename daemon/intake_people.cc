// SPDX-License-Identifier: Apache-2.0
// What is known of people, and what they say about themselves, reaches every decision that they are part of:
// addresses, absences, delegations.
#include <algorithm>

#include "daemon/command_acts.h"
#include "daemon/intake.h"
#include "daemon/other_addresses.h"
#include "daemon/preferences.h"
#include "daemon/proof.h"
#include "daemon/unnamed_answer.h"

namespace assentd {

// An address that the admin gave somebody after the decision opened is theirs in it, too, whoever wrote the mail:
// whether it proves anything is asked next.
void Intake::learn_address(RecordId record, const std::string& sender, std::vector<Owed>& owed) {
    const Decision& d = records_.get(record);
    const auto* person = is_known_to(d, sender) ? nullptr : find_person(world_.config, sender);
    if (!person) return;
    const auto known = std::find_if(person->addresses.begin(), person->addresses.end(),
                                    [&](const std::string& address) { return is_known_to(d, address); });
    const std::string on_file =
        known != person->addresses.end() ? address_on_file(d, *known) : former_address_in(world_.config, d, *person);
    if (!on_file.empty()) step_record(record, AddAddress{on_file, sender, {}}, owed);
}

// An address that its owner confirmed in one decision is known in all that are not over.
void Intake::make_known(const AnswerHeld& held, RecordId confirmed_in, const Source& confirmation,
                        std::vector<Owed>& owed) {
    if (held.other_address.empty() || !remember_address(world_, held.by.address, held.other_address)) return;
    for (const auto& summary : world_.store.summaries())
        if (summary.state != State::closed && summary.record != confirmed_in)
            step_record(summary.record, AddAddress{held.by.address, held.other_address, confirmation}, owed);
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
    post().queue(owed);
    post().queue_plain(notice, mail.message.subject);
    return Taken{MailState::handled, "a word about oneself", 0};
}

// The address for answers to several decisions is for answers.
Taken Intake::ask_which(Mail& mail, const PersonConfig& person, const std::string& why) {
    Notice notice;
    notice.kind = NoticeKind::refusal;
    notice.to_name = person.name;
    notice.to_address = person.addresses.front();
    notice.problems = asked_which_of_all(world_, records_, person, mail, why);
    notice.in_reply_to = mail.source;
    post().queue_plain(notice, mail.message.subject, true);
    return {MailState::handled, "an answer to several decisions that names none", 0};
}

}  // namespace assentd
