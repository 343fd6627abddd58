// SPDX-License-Identifier: Apache-2.0
#include "daemon/unsent.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>
#include <string>

#include "daemon/other_addresses.h"
#include "decision/notice.h"
#include "decision/standing.h"
#include "decision/text.h"

namespace assentd {

namespace {

bool is_about_the_text(const OutboxMail& mail) {
    return mail.notice == name(NoticeKind::invitation) || mail.notice == name(NoticeKind::amendment) ||
           mail.notice == name(NoticeKind::reminder);
}

// Since the text that is to be decided stands.
Instant text_stands_since(const Decision& d) {
    return d.amendments.empty() ? d.opened_at : d.amendments.back().source.arrival;
}

std::string why_not(const OutboxMail& mail) {
    const std::string state(name(mail.state));
    return mail.last_reply.empty() ? state : state + ": " + mail.last_reply;
}

}  // namespace

std::vector<Bounce> people_never_written_to(const World& world, RecordId record, const Decision& d) {
    if (world.config.is_replay) return {};
    const Instant since = text_stands_since(d);
    std::map<std::string, OutboxMail> by_reader;  // the first of each; one that was sent is better than that
    for (auto& mail : world.store.outbox_of(record)) {
        if (mail.created < since || !is_about_the_text(mail)) continue;
        const auto [known, is_new] = by_reader.try_emplace(mail.recipient, mail);
        if (!is_new && mail.state == OutboxState::sent) known->second = std::move(mail);
    }
    std::vector<Bounce> bounces;
    for (const auto& seat : d.seats) {
        const auto mail =
            by_reader.find(lower_case(address_today(world.config, seat.participant.name, seat.participant.address)));
        // While answers are sealed it must not show who has answered.
        const bool has_answered = d.policy.visibility == Visibility::open && seat.stance && !seat.stance->stale;
        if (mail == by_reader.end() || mail->second.state == OutboxState::sent || has_answered || !seat.reached)
            continue;
        bounces.push_back({seat.participant.address, false, why_not(mail->second), {}});
    }
    return bounces;
}

namespace {

// The last that is known of mail to each participant: a mail about the text that was sent, or any that bounced.
std::map<std::string, OutboxMail> last_fates(const World& world, RecordId record, const Decision& d) {
    const Instant since = text_stands_since(d);
    std::map<std::string, OutboxMail> fates;
    for (auto& mail : world.store.outbox_of(record)) {
        const bool got_there = mail.state == OutboxState::sent && is_about_the_text(mail) && mail.created >= since;
        if (!got_there && mail.state != OutboxState::bounced) continue;
        const auto [known, is_new] = fates.try_emplace(mail.recipient, mail);
        if (!is_new && mail.next_attempt >= known->second.next_attempt) known->second = std::move(mail);
    }
    return fates;
}

}  // namespace

std::vector<Bounce> people_whose_mail_bounced(const World& world, RecordId record, const Decision& d) {
    std::vector<Bounce> bounces;
    for (const auto& [address, mail] : last_fates(world, record, d)) {
        const auto seat = participant_at(world.config, d, address);
        if (mail.state == OutboxState::bounced && seat && d.seats[*seat].reached)
            bounces.push_back({d.seats[*seat].participant.address, false, mail.last_reply, {}});
    }
    return bounces;
}

std::vector<GotThrough> people_reached_again(const World& world, RecordId record, const Decision& d) {
    if (std::all_of(d.seats.begin(), d.seats.end(), [](const Seat& s) { return s.reached; })) return {};
    std::vector<GotThrough> reached;
    for (const auto& [address, mail] : last_fates(world, record, d)) {
        const auto seat = participant_at(world.config, d, address);
        if (mail.state == OutboxState::sent && seat && !d.seats[*seat].reached)
            reached.push_back({d.seats[*seat].participant.address, mail.next_attempt});
    }
    return reached;
}

namespace {

// As its header names them: a reminder lists all that somebody owes.
std::vector<RecordId> decisions_named_in(Store& store, const OutboxMail& mail) {
    constexpr std::string_view field = "\nX-Assentd-Decision: ";
    const auto at = mail.bytes.find(field);
    if (at == mail.bytes.npos || at > mail.bytes.find("\n\n")) return {};
    const auto begin = at + field.size();
    std::istringstream ids(mail.bytes.substr(begin, mail.bytes.find('\n', begin) - begin));
    std::vector<RecordId> records;
    for (std::string id; ids >> id;) {
        std::int64_t number = 0;
        const auto digits = id.find_first_of("0123456789");
        if (digits != id.npos) std::from_chars(id.data() + digits, id.data() + id.size(), number);
        if (const auto record = store.find_number(number)) records.push_back(*record);
    }
    return records;
}

bool is_still_owed(Store& store, const OutboxMail& reminder) {
    const auto records = decisions_named_in(store, reminder);
    return records.empty() || std::any_of(records.begin(), records.end(), [&](RecordId record) {
               if (store.state_of(record) != State::open) return false;
               const Decision d = store.load(record);
               const auto seat = find_participant(d, lower_case(reminder.recipient));
               return !seat || is_waited_for(d, *seat);  // or it went to an address of today, see other_addresses.h
           });
}

}  // namespace

bool is_moot(Store& store, const OutboxMail& mail) {
    if (mail.record == 0) return false;
    const auto has_later = [&](NoticeKind kind) {
        const auto about_it = store.outbox_of(mail.record);
        return std::any_of(about_it.begin(), about_it.end(), [&](const OutboxMail& m) {
            return m.row > mail.row && m.notice == name(kind) && m.recipient == mail.recipient &&
                   m.state != OutboxState::dropped;
        });
    };
    if (mail.notice == name(NoticeKind::reminder))
        return has_later(NoticeKind::reminder) || !is_still_owed(store, mail);
    // Not what was asked after the close, about a mail that was late.
    if (mail.notice == name(NoticeKind::question)) return has_later(NoticeKind::outcome);
    const bool is_for_the_time_before = mail.notice == name(NoticeKind::invitation) ||
                                        mail.notice == name(NoticeKind::amendment) ||
                                        mail.notice == name(NoticeKind::concern);
    return is_for_the_time_before && store.state_of(mail.record) == State::closed;
}

}  // namespace assentd
