// SPDX-License-Identifier: Apache-2.0
#include "daemon/proof.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "daemon/acts.h"
#include "daemon/other_addresses.h"
#include "daemon/recognise.h"
#include "daemon/signed_mail.h"
#include "decision/text.h"
#include "parsers/proposals/head_lines.h"
#include "parsers/trust/author.h"
#include "parsers/trust/vouching.h"

namespace assentd {

namespace {

// What the mail's own reply token for this decision, or the person's, says of `person`.
bool has_token_of(const World& world, const Message& message, const Decision& d, const std::string& person) {
    using Purpose = ReplyAddress::Purpose;
    const auto found = world.tokens.find(message);
    return std::any_of(found.begin(), found.end(), [&](const ReplyAddress& address) {
        return (address.purpose == Purpose::reply && address.number == d.number &&
                Tokens::equal(address.token, world.tokens.reply_token(d.number, d.token_salt, person))) ||
               (address.purpose == Purpose::person &&
                Tokens::equal(address.token, world.tokens.person_token(person))) ||
               // the question whether a mail was theirs
               (address.purpose == Purpose::confirm && d.number != 0 &&
                world.store.find_number(d.number) == address.number &&
                asked_about(world.tokens, d, address.number, person, address.token)) ||
               // the question whether to second it, when it was a draft
               (address.purpose == Purpose::draft && d.number != 0 &&
                world.store.find_number(d.number) == address.number &&
                Tokens::equal(address.token, world.tokens.draft_token(address.number, person)));
    });
}

// The person of this decision whose token the mail carries; empty: nobody's.
std::string owner_of_token(const World& world, const Message& message, const Decision& d) {
    const auto is_owner = [&](const std::string& person) { return has_token_of(world, message, d, person); };
    for (const auto& seat : d.seats)
        if (is_owner(seat.participant.address)) return seat.participant.address;
    if (is_owner(d.proposer.address)) return d.proposer.address;
    for (const auto& f : d.facilitators)
        if (is_owner(f.address)) return f.address;
    return d.decider && is_owner(d.decider->address) ? d.decider->address : std::string();
}

void add(Proof& proof, Trust trust, const std::string& why) {
    proof.trust = proof.trust | trust;
    proof.why += (proof.why.empty() ? "" : "; ") + why;
}

// Whether its author addressed it to us, or to a list that may stand between us.
bool is_meant_for_us(const World& world, const Message& message, const Vouchers& vouchers) {
    const auto& lists = vouchers.munging_lists;
    const auto names_us = [&](const Address& to) {
        return world.tokens.is_own_address(to.address) ||
               std::find(lists.begin(), lists.end(), lower_case(to.address)) != lists.end();
    };
    return std::any_of(message.to.begin(), message.to.end(), names_us) ||
           std::any_of(message.cc.begin(), message.cc.end(), names_us);
}

// Whether something that its author wrote leads to this decision; each for itself, as what a thread leads to may
// change later. Where it was delivered says nothing of that: whoever sends a mail on chooses it.
bool leads_here(const World& world, const MailAtHand& mail, const Decision& d) {
    const auto named = scoped_numbers(mail.read);
    if (std::find(named.begin(), named.end(), d.number) != named.end()) return true;
    const auto wanted = world.store.find_number(d.number);
    const auto leads = [&](const Message& part) { return wanted && recognise(world, part).record == *wanted; };
    Message part;
    for (const auto* fields : {&mail.message.to, &mail.message.cc})
        for (const Address& to : *fields) part.recipients.push_back(to.address);
    const auto addressed = world.tokens.find(part);
    const bool to_it = std::any_of(addressed.begin(), addressed.end(), [&](const ReplyAddress& address) {
        using Purpose = ReplyAddress::Purpose;
        if (address.purpose == Purpose::reply) return address.number == d.number;
        const bool of_record = address.purpose == Purpose::draft || address.purpose == Purpose::confirm;
        return of_record && address.number == wanted;
    });
    if (to_it) return true;
    for (const auto& tag : read_title(mail.message.subject).tags) {
        part = {};
        part.subject = '[' + tag + ']';
        if (leads(part)) return true;
    }
    part = {};
    for (const auto* ids : {&mail.message.in_reply_to, &mail.message.references})
        for (const auto& id : *ids) {
            part.in_reply_to = {id};
            if (leads(part)) return true;
        }
    return false;
}

// A server vouches for who wrote a mail, and not for whom: what was written to others anybody can send on to us.
void add_vouching(Proof& proof, const World& world, const Message& message, const std::string& author,
                  const Vouchers& vouchers) {
    if (world.config.is_replay) return add(proof, Trust::authenticated, "a replay believes From");
    const auto vouched = vouching(message, author, vouchers);
    const bool yes = vouched.vouched == Vouched::yes;
    if (yes && !is_meant_for_us(world, message, vouchers))
        return add(proof, Trust::none, vouched.why + ", but To and Cc name neither us nor a list of ours");
    add(proof, yes ? Trust::authenticated : Trust::none, vouched.why);
}

// Of somebody on file, who is not asked here: nobody else's other address.
bool is_somebodys(const World& world, const MailAtHand& mail, const std::string& address) {
    return mail.author_was_on_file.value_or(find_person(world.config, address) != nullptr);
}

// Name and first address of whom this decision knows by an address of theirs; nothing: it knows nobody.
std::optional<std::pair<std::string, std::string>> on_file(const Decision& d, const std::string& address) {
    const auto named = [](const auto& somebody) { return std::pair(somebody.name, somebody.address); };
    if (const auto p = find_participant(d, address)) return named(d.seats[*p].participant);
    if (is_proposer(d, address)) return named(d.proposer);
    if (is_decider(d, address)) return named(*d.decider);
    for (const auto& f : d.facilitators)
        if (std::find(f.addresses.begin(), f.addresses.end(), address) != f.addresses.end()) return named(f);
    return std::nullopt;
}

// An address that this decision knows, and that is somebody else's in the configuration of today.
bool was_given_away(const World& world, const MailAtHand& mail, const Decision& d, const std::string& address) {
    if (mail.author_was_on_file) return !*mail.author_was_on_file;  // a recount goes by what was held
    const auto* holder = find_person(world.config, address);
    const auto known = on_file(d, address);
    if (!holder || !known || same_ignoring_case(holder->name, known->first)) return false;
    return person_today(world.config, known->first, address) != holder;
}

}  // namespace

std::string address_on_file(const Decision& d, const std::string& address) {
    const auto known = on_file(d, address);
    return known ? known->second : address;
}

bool is_known_to(const Decision& d, const std::string& address) {
    return find_participant(d, address) || is_proposer(d, address) || is_facilitator(d, address) ||
           is_decider(d, address);
}

bool came_to_foreign_token(const World& world, const MailAtHand& mail, const Decision& d) {
    const auto addresses = world.tokens.find(mail.message);
    const bool names_it = std::any_of(addresses.begin(), addresses.end(), [&](const ReplyAddress& address) {
        return address.purpose == ReplyAddress::Purpose::reply && address.number == d.number;
    });
    return names_it && !has_token_of(world, mail.message, d, address_on_file(d, mail.sender)) &&
           owner_of_token(world, mail.message, d).empty();
}

Author author_of(const World& world, const MailAtHand& mail, const Decision& d) {
    Author author{author_address(mail.message, d.vouchers.munging_lists), {}, {}};
    if (author.address.empty()) {
        author.proof.why = "a mail with other than one From address proves nothing";
        return author;
    }
    const bool known = is_known_to(d, author.address);
    if (known ? was_given_away(world, mail, d, author.address) : !is_somebodys(world, mail, author.address)) {
        std::string owner = owner_of_token(world, mail.message, d);
        if (owner.empty() && known) owner = address_on_file(d, author.address);
        if (!owner.empty()) {
            author.proof.why = "for " + owner + ", from an address that is not theirs";
            author.other_address = std::exchange(author.address, owner);
            return author;
        }
    }
    const std::string person = address_on_file(d, author.address);
    const bool has_token = has_token_of(world, mail.message, d, person);
    if (has_token) add(author.proof, Trust::token, "came to the sender's own reply token");
    if (has_token || d.state == State::draft || leads_here(world, mail, d))
        add_vouching(author.proof, world, mail.message, author.address, d.vouchers);
    else
        add(author.proof, Trust::none, "only the address that it was delivered to leads to this decision");
    std::string why;
    if (is_signed_by(world, mail, d, author.address, why))
        add(author.proof, Trust::signature, why);
    else if (!why.empty())
        add(author.proof, Trust::none, why);
    return author;
}

Proof prove_draft_reply(const World& world, const MailAtHand& mail, const Recognised& found,
                        const std::string& person) {
    Proof proof;
    if (!found.token.empty() && Tokens::equal(found.token, world.tokens.draft_token(found.record, person)))
        add(proof, Trust::token, "came to the draft's own token");
    add_vouching(proof, world, mail.message, mail.sender, world.config.mail.vouchers);
    return proof;
}

bool is_vouched_for(const World& world, const MailAtHand& mail) {
    return vouching(mail.message, mail.sender, world.config.mail.vouchers).vouched == Vouched::yes;
}

Proof prove_proposal(const World& world, const MailAtHand& mail) {
    Proof proof;
    add_vouching(proof, world, mail.message, mail.sender, world.config.mail.vouchers);
    return proof;
}

}  // namespace assentd
