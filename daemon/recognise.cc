// SPDX-License-Identifier: Apache-2.0
#include "daemon/recognise.h"

#include <algorithm>
#include <set>

#include "daemon/proof.h"
#include "decision/notice.h"
#include "decision/text.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {

namespace {

// A thread can name our mail or somebody's mail in the discussion; both were remembered when they passed.
bool by_id(const World& world, const std::string& id, const char* field, Recognised& found) {
    const auto record = world.store.find_thread(id);
    if (!record) return false;
    found.record = *record;
    found.subject = Subject::decision;
    found.how = std::string(field) + ' ' + id;
    return true;
}

bool by_tag(const World& world, const Message& message, Recognised& found) {
    for (const auto& tag : read_title(message.subject).tags) {
        const auto n = decision_number(tag);
        const auto record = n ? world.store.find_number(*n) : std::nullopt;
        if (!record) continue;
        found.record = *record;
        found.subject = Subject::decision;
        found.how = "subject tag [" + tag + ']';
        return true;
    }
    return false;
}

// True when the address settles it. A reply token is looked up by its number; whether it proves anything is for
// prove().
bool by_address(const World& world, const ReplyAddress& address, Recognised& found) {
    using Purpose = ReplyAddress::Purpose;
    switch (address.purpose) {
        case Purpose::reply:
            if (const auto record = world.store.find_number(address.number)) {
                found.record = *record;
                found.subject = Subject::decision;
                found.how = "reply token";
                return true;
            }
            return false;
        case Purpose::draft:
        case Purpose::confirm:
            if (!world.store.state_of(address.number)) return false;  // of anybody's making
            found.record = address.number;
            found.subject = address.purpose == Purpose::draft ? Subject::draft : Subject::confirmation;
            found.token = address.token;
            found.how = address.purpose == Purpose::draft ? "draft token" : "confirmation token";
            return true;
        case Purpose::bounce:
            found.bounced_message_id = world.tokens.message_id_of_bounce(address.token);
            found.subject = Subject::bounce;
            found.how = "bounce address";
            return true;
        case Purpose::policy:
            found.subaddress = address.token;
            return false;
        case Purpose::person:
            found.to_several = true;
            return false;
    }
    return false;
}

// Some programs answer to From and lose the address of the question whether a mail was theirs, or whether they second
// a draft, or put another address of ours there; a "yes" to it must not become a vote. Whoever has the Message-ID of
// the first got it; that of the second is in what many wrote, so it proves nothing.
void find_question(const World& world, const std::string& id, Recognised& found, bool whose_only = false) {
    const auto answered = world.store.find_outbox(id);
    if (!answered || answered->notice != name(NoticeKind::question)) return;
    const auto question = world.store.outbox_mail(answered->row);
    if (!question) return;
    Message addressed;
    for (const auto& to : read_message(question->bytes).reply_to) addressed.recipients.push_back(to.address);
    for (const auto& address : world.tokens.find(addressed)) {
        const bool confirms = address.purpose == ReplyAddress::Purpose::confirm;
        if (!confirms && (whose_only || address.purpose != ReplyAddress::Purpose::draft)) continue;
        if (by_address(world, address, found)) found.how = "In-Reply-To " + id;
        if (!confirms) found.token.clear();
    }
}

bool by_thread(const World& world, const Message& message, Recognised& found) {
    for (const auto& id : message.in_reply_to)
        if (by_id(world, id, "In-Reply-To", found)) {
            find_question(world, id, found);
            return true;
        }
    for (auto id = message.references.rbegin(); id != message.references.rend(); ++id)
        if (by_id(world, *id, "References", found)) return true;
    return false;
}

}  // namespace

Recognised recognise(const World& world, const Message& message) {
    Recognised found;
    const bool report = message.kind == MessageKind::bounce || message.kind == MessageKind::delay;
    for (const auto& address : world.tokens.find(message)) {
        if ((address.purpose == ReplyAddress::Purpose::bounce) != report || !by_address(world, address, found))
            continue;
        if (found.subject == Subject::decision)
            for (const auto& id : message.in_reply_to) find_question(world, id, found, true);
        return found;
    }
    if (report) {
        if (message.reported_message_id && world.store.find_outbox(*message.reported_message_id)) {
            found.subject = Subject::bounce;
            found.bounced_message_id = *message.reported_message_id;
            found.how = "Message-ID in the report";
        }
        return found;
    }
    if (by_thread(world, message, found)) return found;
    by_tag(world, message, found);
    return found;
}

bool is_to_several(const World& world, const Message& message) {
    Message addressed;
    addressed.recipients = message.recipients;
    std::set<std::int64_t> numbers;
    for (const auto& address : world.tokens.find(addressed))
        if (address.purpose == ReplyAddress::Purpose::reply && world.store.find_number(address.number))
            numbers.insert(address.number);
    return numbers.size() > 1;
}

bool came_to_envelope_sender(const World& world, const Message& message) {
    const auto addresses = world.tokens.find(message);
    return std::any_of(addresses.begin(), addresses.end(),
                       [](const ReplyAddress& address) { return address.purpose == ReplyAddress::Purpose::bounce; });
}

bool replies_to_lost_mail(const World& world, const Message& message) {
    if (world.config.is_replay) return false;  // nothing of ours is on record there
    const auto is_known = [&](const std::string& id) {
        return world.store.find_thread(id) || world.store.find_outbox(id);
    };
    const auto is_lost = [&](const std::string& id) { return world.tokens.is_own_message_id(id) && !is_known(id); };
    const auto& answered = message.in_reply_to;
    if (std::any_of(answered.begin(), answered.end(), is_lost)) return true;
    const auto& thread = message.references;  // of a reply to somebody else's reply
    return std::none_of(answered.begin(), answered.end(), is_known) &&
           std::none_of(thread.begin(), thread.end(), is_known) && std::any_of(thread.begin(), thread.end(), is_lost);
}

bool replies_to_call_for_votes(const World& world, const Message& message) {
    return std::any_of(message.in_reply_to.begin(), message.in_reply_to.end(), [&](const std::string& id) {
        const auto ours = world.store.find_outbox(id);
        const auto kind = ours ? notice_kind_from_name(ours->notice) : std::nullopt;
        return kind == NoticeKind::invitation || kind == NoticeKind::reminder || kind == NoticeKind::amendment;
    });
}

std::optional<std::string> asked_about(const Tokens& tokens, const Decision& d, RecordId record,
                                       const std::string& sender, const std::string& token) {
    const std::string person = address_on_file(d, sender);
    const auto proves = [&](const std::string& sha256) {
        return Tokens::equal(token, tokens.confirm_token(record, person, sha256));
    };
    if (d.state == State::draft && is_proposer(d, sender) && proves(d.draft_source.sha256))
        return d.draft_source.sha256;
    for (const auto& held : d.held)
        if (proves(held.source.sha256)) return held.source.sha256;
    return std::nullopt;
}

}  // namespace assentd
