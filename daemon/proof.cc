// SPDX-License-Identifier: Apache-2.0
#include "daemon/proof.h"

#include <algorithm>

#include "daemon/signed_mail.h"
#include "parsers/author.h"
#include "parsers/vouching.h"

namespace assentd {

namespace {

// What the mail's own reply token for this decision, or the person's, says of `person`.
bool has_token_of(const World& world, const Message& message, const Decision& d, const std::string& person) {
    using Purpose = ReplyAddress::Purpose;
    const auto found = world.tokens.find(message);
    return std::any_of(found.begin(), found.end(), [&](const ReplyAddress& address) {
        return (address.purpose == Purpose::reply && address.number == d.number &&
                Tokens::equal(address.token, world.tokens.reply_token(d.number, person))) ||
               (address.purpose == Purpose::person &&
                Tokens::equal(address.token, world.tokens.person_token(person))) ||
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
    return {};
}

void add(Proof& proof, Trust trust, const std::string& why) {
    proof.trust = proof.trust | trust;
    proof.why += (proof.why.empty() ? "" : "; ") + why;
}

void add_vouching(Proof& proof, const Message& message, const std::string& author, const Vouchers& vouchers) {
    const auto vouched = vouching(message, author, vouchers);
    add(proof, vouched.vouched == Vouched::yes ? Trust::authenticated : Trust::none, vouched.why);
}

}  // namespace

std::string address_on_file(const Decision& d, const std::string& address) {
    if (const auto p = find_participant(d, address)) return d.seats[*p].participant.address;
    if (is_proposer(d, address)) return d.proposer.address;
    if (is_decider(d, address)) return d.decider->address;
    for (const auto& f : d.facilitators)
        if (std::find(f.addresses.begin(), f.addresses.end(), address) != f.addresses.end()) return f.address;
    return address;
}

bool is_known_to(const Decision& d, const std::string& address) {
    return find_participant(d, address) || is_proposer(d, address) || is_facilitator(d, address) ||
           is_decider(d, address);
}

Author author_of(const World& world, const MailAtHand& mail, const Decision& d) {
    Author author{author_address(mail.message, d.vouchers.munging_lists), {}, {}};
    if (author.address.empty()) {
        author.proof.why = "a mail with other than one From address proves nothing";
        return author;
    }
    if (!is_known_to(d, author.address)) {
        if (const auto owner = owner_of_token(world, mail.message, d); !owner.empty()) {
            author.proof.why = "the reply token of " + owner + ", from an address that is not theirs";
            author.other_address = std::exchange(author.address, owner);
            return author;
        }
    }
    const std::string person = address_on_file(d, author.address);
    if (has_token_of(world, mail.message, d, person))
        add(author.proof, Trust::token, "came to the sender's own reply token");
    add_vouching(author.proof, mail.message, author.address, d.vouchers);
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
    add_vouching(proof, mail.message, mail.sender, world.config.mail.vouchers);
    return proof;
}

Proof prove_proposal(const World& world, const MailAtHand& mail) {
    Proof proof;
    add_vouching(proof, mail.message, mail.sender, world.config.mail.vouchers);
    return proof;
}

}  // namespace assentd
