// SPDX-License-Identifier: Apache-2.0
#include "daemon/tokens.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <new>

#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::size_t token_length = 24;  // 120 bits

// RFC 4648 base32, lower case, without padding.
std::string base32(const unsigned char* bytes, std::size_t length) {
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    std::string result;
    unsigned buffer = 0;
    int bits = 0;
    for (std::size_t i = 0; i < length; ++i) {
        buffer = (buffer << 8) | bytes[i];
        for (bits += 8; bits >= 5; bits -= 5) result += alphabet[(buffer >> (bits - 5)) & 31u];
        buffer &= (1u << bits) - 1;
    }
    return result;
}

std::string frame(std::string_view a, std::string_view b) {
    return std::to_string(a.size()) + ':' + std::string(a) + std::string(b);
}

char letter_of(ReplyAddress::Purpose purpose) {
    switch (purpose) {
        case ReplyAddress::Purpose::reply:
            return 'd';
        case ReplyAddress::Purpose::draft:
            return 'f';
        case ReplyAddress::Purpose::confirm:
            return 'c';
        case ReplyAddress::Purpose::person:
            return 'p';
        case ReplyAddress::Purpose::bounce:
            return 'b';
        case ReplyAddress::Purpose::policy:
            break;
    }
    return '\0';
}

std::optional<ReplyAddress::Purpose> purpose_of(char letter) {
    using P = ReplyAddress::Purpose;
    for (const P p : {P::reply, P::draft, P::confirm, P::person, P::bounce})
        if (letter_of(p) == letter) return p;
    return std::nullopt;
}

bool is_token_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
}

bool is_token(std::string_view text) {
    return text.size() == token_length && std::all_of(text.begin(), text.end(), is_token_letter);
}

using MacContext = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

std::shared_ptr<EVP_MAC_CTX> keyed_hmac(std::string_view key) {
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> hmac(EVP_MAC_fetch(nullptr, "HMAC", nullptr),
                                                                 EVP_MAC_free);
    std::shared_ptr<EVP_MAC_CTX> context(EVP_MAC_CTX_new(hmac.get()), EVP_MAC_CTX_free);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
    if (!context || EVP_MAC_init(context.get(), bytes_of(key), key.size(), parameters) != 1) throw std::bad_alloc();
    return context;
}

}  // namespace

Tokens::Tokens(std::string_view key, const MailConfig& mail)
    : keyed_(keyed_hmac(key)), id_domain_(mail.from_domain), subaddress_(mail.subaddress) {
    const auto at = mail.address.rfind('@');
    local_ = lower_case(mail.address.substr(0, at));
    domain_ = at == std::string::npos ? std::string() : lower_case(mail.address.substr(at + 1));
    if (id_domain_.empty()) id_domain_ = domain_;
    own_ = mail.former_addresses;
    own_.push_back(local_ + '@' + domain_);
}

std::string Tokens::mac(std::string_view purpose, std::string_view what) const {
    const std::string message = frame(purpose, what);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    std::size_t length = 0;
    const MacContext context(EVP_MAC_CTX_dup(keyed_.get()), EVP_MAC_CTX_free);
    if (!context || EVP_MAC_update(context.get(), bytes_of(message), message.size()) != 1 ||
        EVP_MAC_final(context.get(), digest.data(), &length, digest.size()) != 1)
        throw std::bad_alloc();
    return base32(digest.data(), length).substr(0, token_length);
}

std::string Tokens::reply_token(std::int64_t number, std::string_view salt, std::string_view person) const {
    const std::string which = std::to_string(number) + (salt.empty() ? "" : ".") + std::string(salt);
    return mac("reply", frame(which, lower_case(person)));
}
std::string Tokens::draft_token(std::int64_t record, std::string_view person) const {
    return mac("draft", frame(std::to_string(record), lower_case(person)));
}
std::string Tokens::confirm_token(std::int64_t record, std::string_view person, std::string_view held) const {
    return mac("confirm", frame(std::to_string(record), frame(lower_case(person), held)));
}
std::string Tokens::person_token(std::string_view person) const {
    return mac("person", lower_case(person));
}
std::string Tokens::mail_token(std::string_view what) const {
    return mac("mail", what);
}

std::string Tokens::address(ReplyAddress::Purpose purpose, std::int64_t number, std::string_view token) const {
    if (!subaddress_) return local_ + '@' + domain_;
    std::string detail(1, letter_of(purpose));
    if (number > 0) detail += std::to_string(number);
    return local_ + '+' + detail + '.' + std::string(token) + '@' + domain_;
}

std::string Tokens::message_id(std::string_view mail_token, std::string_view reply_detail) const {
    std::string id = '<' + std::string(mail_token);
    if (!subaddress_ && !reply_detail.empty()) id += '.' + std::string(reply_detail);
    return id + '@' + id_domain_ + '>';
}

std::string Tokens::message_id_of_bounce(std::string_view mail_token) const {
    return '<' + std::string(mail_token) + '@' + id_domain_ + '>';
}

std::optional<ReplyAddress> Tokens::read_detail(std::string_view detail) const {
    const auto dot = detail.find('.');
    if (dot == std::string_view::npos || dot == 0) return std::nullopt;
    const auto purpose = purpose_of(detail[0]);
    const std::string_view digits = detail.substr(1, dot - 1);
    const std::string token = lower_case(detail.substr(dot + 1));
    if (!purpose || !is_token(token)) return std::nullopt;
    ReplyAddress result{*purpose, 0, token};
    if (!digits.empty()) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), result.number);
        if (error != std::errc() || end != digits.data() + digits.size() || result.number <= 0) return std::nullopt;
    }
    return result;
}

std::optional<std::string> Tokens::detail_of(std::string_view address) const {
    const std::string lower = lower_case(address);
    const auto at = lower.rfind('@');
    if (at == std::string::npos) return std::nullopt;
    const auto plus = std::min(lower.find('+'), at);
    const std::string plain = lower.substr(0, plus) + lower.substr(at);
    if (std::find(own_.begin(), own_.end(), plain) == own_.end()) return std::nullopt;
    return lower.substr(std::min(plus + 1, at), at - std::min(plus + 1, at));
}

bool Tokens::is_own_address(std::string_view address) const {
    return detail_of(address).has_value();
}

bool Tokens::is_own_message_id(std::string_view id) const {
    const auto at = id.rfind('@');
    if (!id.starts_with('<') || at == std::string_view::npos || id.substr(at + 1) != id_domain_ + '>') return false;
    const std::string_view left = id.substr(1, at - 1);
    return is_token(left.substr(0, left.find('.')));
}

std::vector<ReplyAddress> Tokens::find(const Message& message) const {
    constexpr std::size_t most = 8;  // each costs a look at every person of a decision
    std::vector<ReplyAddress> found;
    for (const auto& recipient : message.recipients) {
        if (found.size() == most) break;
        const auto detail = detail_of(recipient);
        if (!detail || detail->empty()) continue;
        if (auto read = read_detail(*detail))
            found.push_back(*read);
        else
            found.push_back({ReplyAddress::Purpose::policy, 0, *detail});
    }
    const auto look = [&](const std::string& id) {
        const auto at = id.rfind('@');
        const auto dot = id.find('.');
        if (!is_own_message_id(id) || dot == std::string::npos || dot > at) return;
        if (auto read = read_detail(std::string_view(id).substr(dot + 1, at - dot - 1))) found.push_back(*read);
    };
    for (const auto& id : message.in_reply_to) look(id);
    for (auto id = message.references.rbegin(); id != message.references.rend(); ++id) look(*id);
    if (found.size() > most) found.resize(most);
    return found;
}

bool Tokens::equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

namespace {

// Behind the line breaks that quoted-printable puts anywhere.
std::size_t after_soft_breaks(std::string_view text, std::size_t at) {
    while (text.substr(at).starts_with("=\r\n") || text.substr(at).starts_with("=\n")) at = text.find('\n', at) + 1;
    return at;
}

// Of a token that begins here; npos: there is none.
std::size_t end_of_token(std::string_view text, std::size_t at) {
    for (std::size_t length = 0; length < token_length; ++length) {
        at = after_soft_breaks(text, at);
        if (at >= text.size() || !is_token_letter(lower_case(text.substr(at, 1))[0])) return std::string_view::npos;
        ++at;
    }
    at = after_soft_breaks(text, at);
    const bool goes_on = at < text.size() && is_token_letter(lower_case(text.substr(at, 1))[0]);
    return goes_on ? std::string_view::npos : at;
}

// Whether the "@" of an address follows.
bool is_addressed(std::string_view text, std::size_t at) {
    const auto rest = text.substr(std::min(text.find_first_not_of(" \t", at), text.size()));
    constexpr std::array signs{"@", "=40", "%40", "&#64;", "&#x40;", "&commat;"};
    return std::any_of(signs.begin(), signs.end(), [&](const char* sign) { return rest.starts_with(sign); });
}

// Of the "+d42" that ends at the dot; npos: it says no purpose of ours.
std::size_t begin_of_detail(std::string_view text, std::size_t dot) {
    std::size_t at = dot;
    while (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') --at;
    if (at == 0 || !purpose_of(lower_case(text.substr(at - 1, 1))[0])) return std::string_view::npos;
    --at;
    const auto before = lower_case(text.substr(0, at).substr(at < 3 ? 0 : at - 3));
    if (before.ends_with('+') || before.ends_with('.')) return at - 1;
    return before == "%2b" || before == "=2b" ? at - 3 : at;
}

}  // namespace

std::string without_tokens(std::string_view text) {
    std::string result;
    std::size_t kept = 0;
    for (auto dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
        const auto end = end_of_token(text, dot + 1);
        const auto begin = end == std::string_view::npos ? end : begin_of_detail(text, dot);
        if (begin == std::string_view::npos || begin < kept) continue;
        // Behind a plus it is ours however people hide the "@": "+d42.TOKEN at example.org"
        if (std::string_view("+%=").find(text[begin]) == std::string_view::npos && !is_addressed(text, end)) continue;
        result += text.substr(kept, begin - kept);
        kept = end;
    }
    return result.append(text.substr(kept));
}

}  // namespace assentd
