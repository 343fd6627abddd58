// SPDX-License-Identifier: Apache-2.0
#include "daemon/unsent.h"

#include <algorithm>
#include <map>
#include <string>

#include "decision/notice.h"
#include "decision/text.h"

namespace assentd {

namespace {

bool is_about_the_text(const OutboxMail& mail) {
    return mail.notice == name(NoticeKind::invitation) || mail.notice == name(NoticeKind::amendment) ||
           mail.notice == name(NoticeKind::reminder);
}

bool anything_unsent(Store& store, RecordId record) {
    for (const auto state : {OutboxState::queued, OutboxState::sending, OutboxState::deferred, OutboxState::unknown,
                             OutboxState::bounced, OutboxState::dropped}) {
        const auto mails = store.outbox(state);
        if (std::any_of(mails.begin(), mails.end(),
                        [&](const OutboxMail& m) { return m.record == record && is_about_the_text(m); }))
            return true;
    }
    return false;
}

std::string why_not(const OutboxMail& mail) {
    const std::string state(name(mail.state));
    return mail.last_reply.empty() ? state : state + ": " + mail.last_reply;
}

}  // namespace

std::vector<Bounce> people_never_written_to(const World& world, RecordId record, const Decision& d) {
    if (world.config.is_replay || !anything_unsent(world.store, record)) return {};
    const Instant since = d.amendments.empty() ? d.opened_at : d.amendments.back().source.arrival;
    std::map<std::string, OutboxMail> by_reader;  // the first of each; one that was sent is better than that
    for (auto& mail : world.store.outbox(std::nullopt)) {
        if (mail.record != record || mail.created < since || !is_about_the_text(mail)) continue;
        const auto [known, is_new] = by_reader.try_emplace(mail.recipient, mail);
        if (!is_new && mail.state == OutboxState::sent) known->second = std::move(mail);
    }
    std::vector<Bounce> bounces;
    for (const auto& seat : d.seats) {
        const auto mail = by_reader.find(lower_case(seat.participant.address));
        // While answers are sealed it must not show who has answered.
        const bool has_answered = d.policy.visibility == Visibility::open && seat.stance && !seat.stance->stale;
        if (mail == by_reader.end() || mail->second.state == OutboxState::sent || has_answered || !seat.reached)
            continue;
        bounces.push_back({seat.participant.address, false, why_not(mail->second), {}});
    }
    return bounces;
}

namespace {

// By its header; a reminder may list all that somebody owes.
bool is_about_one_decision(const OutboxMail& mail) {
    constexpr std::string_view field = "\nX-Assentd-Decision: ";
    const auto at = mail.bytes.find(field);
    if (at == mail.bytes.npos || at > mail.bytes.find("\n\n")) return false;
    const auto begin = at + field.size();
    return mail.bytes.substr(begin, mail.bytes.find('\n', begin) - begin).find_first_of(", ") == std::string::npos;
}

}  // namespace

bool is_moot(Store& store, const OutboxMail& mail) {
    const bool is_for_the_time_before = mail.notice == name(NoticeKind::invitation) ||
                                        mail.notice == name(NoticeKind::amendment) ||
                                        mail.notice == name(NoticeKind::concern) ||
                                        (mail.notice == name(NoticeKind::reminder) && is_about_one_decision(mail));
    return mail.record != 0 && is_for_the_time_before && store.state_of(mail.record) == State::closed;
}

}  // namespace assentd
