// SPDX-License-Identifier: Apache-2.0
// The addresses that prove who answers (PRODUCT 8.1a, 8.2). Each token is an HMAC-SHA-256 under the server's key over
// what it is for, so that it is useless for another person, another decision or another purpose. Tokens are
// lower-case letters and digits only, because local parts are rewritten by the world.
//
//     decisions+d42.TOKEN@   reply to D-42, by the person it was sent to
//     decisions+f7.TOKEN@    correct or confirm draft 7
//     decisions+c7.TOKEN@    confirm one held mail of record 7
//     decisions+p.TOKEN@     answer several decisions (reminders); proves the person only
//     decisions+b.TOKEN@     envelope sender of one of our mails: a bounce of it comes here
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "parsers/message.h"

struct evp_mac_ctx_st;  // OpenSSL's EVP_MAC_CTX

namespace assentd {

struct ReplyAddress {
    enum class Purpose { reply, draft, confirm, person, bounce, policy };
    Purpose purpose = Purpose::reply;
    std::int64_t number = 0;  // decision number, or record for drafts and confirmations
    std::string token;        // or, for policy, the sub-address as it stands
};

class Tokens {
  public:
    // `key`: at least 32 random bytes, kept in the database and nowhere else.
    Tokens(std::string_view key, const MailConfig& mail);

    // `salt` is Decision::token_salt.
    std::string reply_token(std::int64_t number, std::string_view salt, std::string_view person) const;
    std::string draft_token(std::int64_t record, std::string_view person) const;
    std::string confirm_token(std::int64_t record, std::string_view person, std::string_view held_sha256) const;
    std::string person_token(std::string_view person) const;
    // Unique and unguessable for what a mail is: stable, so that making the same mail again gives the same
    // Message-ID.
    std::string mail_token(std::string_view what) const;

    std::string address(ReplyAddress::Purpose, std::int64_t number, std::string_view token) const;
    // "<TOKEN@domain>"; with `subaddress = false` it carries the reply address too: "<TOKEN.d42.TOKEN@domain>".
    std::string message_id(std::string_view mail_token, std::string_view reply_local_part) const;
    std::string message_id_of_bounce(std::string_view mail_token) const;

    // Our own sub-addresses among a mail's recipients, and the ones that its References carry; the first few, as no
    // mail of ours has more than one.
    std::vector<ReplyAddress> find(const Message&) const;
    bool is_own_address(std::string_view address) const;
    bool is_own_message_id(std::string_view id) const;  // by its form

    static bool equal(std::string_view a, std::string_view b);  // in constant time

  private:
    std::string mac(std::string_view purpose, std::string_view what) const;
    std::optional<ReplyAddress> read_detail(std::string_view detail) const;
    // What stands behind the "+" in an address of ours; empty: nothing does.
    std::optional<std::string> detail_of(std::string_view address) const;

    std::shared_ptr<evp_mac_ctx_st> keyed_;  // copied for each token: to prepare the key costs more than to use it
    std::string local_;
    std::string domain_;
    std::vector<std::string> own_;  // all addresses that were ours, too
    std::string id_domain_;
    bool subaddress_;
};

// The text with the tokens cut out of our own addresses ("decisions+d42.TOKEN@…" is "decisions@…" then), also where
// an encoding has broken or escaped them: what is passed on must not let its reader answer as its writer.
std::string without_tokens(std::string_view text);

}  // namespace assentd
