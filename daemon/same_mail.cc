// SPDX-License-Identifier: Apache-2.0
#include "daemon/same_mail.h"

#include <algorithm>

#include "daemon/other_addresses.h"
#include "daemon/proof.h"

namespace assentd {

namespace {

bool is_proven(const World& world, const StoredMail& stored) {
    const auto whole = world.store.mail(stored.row);
    return whole && is_proven(world, read_mail(world.config, *whole));
}

bool handled(const StoredMail& mail) {
    return mail.state == MailState::handled;
}

bool is_set_aside(const StoredMail& mail) {
    return mail.state == MailState::quarantined || mail.state == MailState::dropped ||
           mail.state == MailState::released;
}

// Identical bytes prove the same; else only what is proven stands in the way of what is.
bool stands_for(const World& world, const StoredMail& earlier, const MailAtHand& mail) {
    return handled(earlier) &&
           (earlier.sha256 == mail.source.sha256 || !is_proven(world, mail) || is_proven(world, earlier));
}

}  // namespace

std::string mail_identity(const MailAtHand& mail) {
    const std::string& id = mail.source.message_id;
    const Field* date = find_field(mail.message, "Date");
    // A mail without either looks like the next one with the same words.
    if (id.empty() && !date) return mail.source.sha256;
    std::string sent = id;
    if (id.empty()) {
        sent = date->value + '\n' + mail.message.subject;
        for (const Address& to : mail.message.to) sent += '\n' + to.address;  // the same words on another decision
    }
    return sha256_hex(sent + '\n' + mail.sender + '\n' + mail.read.own.new_text);
}

bool is_proven(const World& world, const MailAtHand& mail, const Decision& d) {
    return is_proven(author_of(world, mail, d), d);
}

bool is_proven(const Author& author, const Decision& d) {
    return is_known_to(d, author.address) && author.other_address.empty() && accepts(d.policy, author.proof.trust);
}

bool is_proven(const World& world, const MailAtHand& mail) {
    const auto found = recognise(world, mail.message);
    return found.record == 0 ? prove_proposal(world, mail).trust != Trust::none
                             : is_proven(world, mail, found, world.store.load(found.record));
}

bool is_proven(const World& world, const MailAtHand& mail, const Recognised& found, const Decision& d) {
    if (found.subject == Subject::confirmation)
        return asked_about(world.tokens, d, found.record, mail.sender, found.token).has_value();
    if (d.state == State::draft)
        return is_proposer(d, mail.sender) &&
               prove_draft_reply(world, mail, found, d.proposer.address).trust != Trust::none;
    return is_proven(world, mail, d);
}

bool came_from_its_person(const World& world, const MailAtHand& mail) {
    if (prove_proposal(world, mail).trust != Trust::none) return true;
    const auto* person = find_by_any_address(world, mail.sender);
    const auto found = world.tokens.find(mail.message);
    return person && std::any_of(found.begin(), found.end(), [&](const ReplyAddress& address) {
               return address.purpose == ReplyAddress::Purpose::person &&
                      Tokens::equal(address.token, world.tokens.person_token(person->addresses.front()));
           });
}

SeenBefore seen_before(const World& world, const MailAtHand& mail) {
    using How = SeenBefore::How;
    const std::string identity = mail_identity(mail);
    const auto alike = world.store.find_same(identity);
    for (const auto& earlier : alike)
        if (stands_for(world, earlier, mail)) return {How::same, earlier.record};
    for (const auto& earlier : alike)
        if (earlier.sha256 == mail.source.sha256 && is_set_aside(earlier)) return {How::set_aside, 0};
    if (mail.source.message_id.empty()) return {};
    for (const auto& earlier : world.store.find_mails_by_message_id(mail.source.message_id))
        if (handled(earlier) && earlier.from == mail.sender && earlier.identity != identity &&
            is_proven(world, earlier))
            return {How::other_words, 0};
    return {};
}

bool was_set_aside(const World& world, const Fetched& fetched, const std::string& sha256) {
    if (fetched.raw.empty()) return false;
    const auto earlier = world.store.find_mail_by_sha256(sha256);
    return earlier && is_set_aside(*earlier);
}

bool is_proven_where_it_came(const World& world, const MailAtHand& mail) {
    const RecordId record = answered_by(world, mail);
    return record != 0 && is_proven(world, mail, world.store.load(record));
}

}  // namespace assentd
