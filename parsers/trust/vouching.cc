// SPDX-License-Identifier: Apache-2.0
#include "parsers/trust/vouching.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "parsers/ascii.h"
#include "parsers/trust/alignment.h"
#include "parsers/trust/arc_sets.h"
#include "parsers/trust/authentication_results.h"

namespace assentd {

namespace {

std::string property(const AuthenticationMethod& method, std::string_view name) {
    for (const auto& [n, v] : method.properties)
        if (n == name) return v;
    return {};
}

// The domain that a passed dkim or spf is for. A DKIM identity (i=) is below its domain, so d= says it all.
std::string proven_domain(const AuthenticationMethod& m) {
    if (m.method == "spf") return domain_of(property(m, "smtp.mailfrom"));
    const std::string domain = domain_of(property(m, "header.d"));
    return domain.empty() ? domain_of(property(m, "header.i")) : domain;
}

Vouching judge(const AuthenticationMethod& m, const std::string& from, const std::string& server,
               Alignment alignment) {
    const std::string says = server + " says " + m.method + "=" + m.result;
    if (m.method == "dmarc") {
        const std::string about = domain_of(property(m, "header.from"));
        if (m.result == "fail" && (about.empty() || about == from)) return {Vouched::no, says};
        if (m.result == "pass" && about == from) return {Vouched::yes, says + " for " + from};
        return {};
    }
    if (m.result != "pass" || (m.method != "dkim" && m.method != "spf")) return {};
    const std::string domain = proven_domain(m);
    if (!aligned(domain, from, alignment)) return {};
    return {Vouched::yes, says + " for " + domain};
}

bool is_one_of(std::string_view word, const std::vector<std::string>& words) {
    return !word.empty() &&
           std::any_of(words.begin(), words.end(), [&](const std::string& w) { return same_word(w, word); });
}

// What the trusted servers' own fields say, from the top down: where one server's word on a method stands, what is
// below it was in the mail before that server saw it.
struct Said {
    Vouching vouching;
    bool arc_pass = false;
};
Said said_by_servers(const Message& message, const std::string& from, const Vouchers& vouchers, Alignment alignment) {
    Said said{{Vouched::unknown, "no trusted Authentication-Results speak for " + from}, false};
    std::set<std::string> spoken_of;
    for (const auto& field : message.fields) {
        if (!same_word(field.name, "Authentication-Results")) continue;
        const AuthenticationResults results = read_authentication_results(field.value);
        if (!is_one_of(results.authserv_id, vouchers.authserv_ids)) continue;
        for (const auto& method : results.methods) {
            const Vouching v = judge(method, from, results.authserv_id, alignment);
            if (v.vouched == Vouched::no) said.vouching = v;  // outweighs everything, above or below
            if (spoken_of.contains(method.method)) continue;
            if (v.vouched == Vouched::yes && said.vouching.vouched == Vouched::unknown) said.vouching = v;
            if (method.method == "arc" && method.result == "pass") said.arc_pass = true;
        }
        for (const auto& method : results.methods) spoken_of.insert(method.method);
    }
    return said;
}

Vouching seen_by_sealers(const Message& message, const std::string& from, const Vouchers& vouchers,
                         Alignment alignment) {
    const auto sets = read_arc_sets(message);
    for (std::size_t i = sets.size(); i-- > 0;) {
        const ArcSet& set = sets[i];
        if (!is_one_of(set.sealer, vouchers.arc_sealers) || set.chain != (i == 0 ? "none" : "pass")) break;
        Vouching best;
        for (const auto& method : set.results.methods) {
            const Vouching v = judge(method, from, set.sealer + " (ARC)", alignment);
            if (v.vouched == Vouched::no) return {};
            if (v.vouched == Vouched::yes) best = v;
        }
        if (best.vouched == Vouched::yes) return best;
    }
    return {};
}

// A field that there may be only one of (RFC 5322, 2045) and that says what the mail is and where it belongs. A
// signature is for the lowest one, so that whoever sends a mail again can put theirs above it, and we read the first.
const Field* doubled(const Message& message) {
    constexpr std::array<std::string_view, 11> once{"from",
                                                    "to",
                                                    "cc",
                                                    "subject",
                                                    "date",
                                                    "message-id",
                                                    "in-reply-to",
                                                    "references",
                                                    "mime-version",
                                                    "content-type",
                                                    "content-transfer-encoding"};
    std::array<const Field*, once.size()> seen{};
    for (const auto& field : message.fields)
        for (std::size_t i = 0; i < once.size(); ++i) {
            if (!same_word(field.name, once[i])) continue;
            if (seen[i] && seen[i]->value != field.value) return &field;  // gateways write some of them again
            seen[i] = &field;
        }
    return nullptr;
}

}  // namespace

Vouching vouching(const Message& message, std::string_view author, const Vouchers& vouchers) {
    if (message.from.size() != 1) return {Vouched::unknown, "the mail has not exactly one From address"};
    if (!same_word(message.from.front().address, author))
        return {Vouched::unknown, "a list put itself into From, and what servers say of it is no word of the author"};
    const std::string from = domain_of(author);
    if (from.empty()) return {Vouched::unknown, "the From address has no domain"};
    const Alignment alignment = vouchers.strict_alignment ? Alignment::strict : Alignment::relaxed;
    const Said said = said_by_servers(message, from, vouchers, alignment);
    Vouching best = said.vouching;
    if (best.vouched != Vouched::yes && said.arc_pass) {
        // A list that changed the mail broke its DKIM: that is what ARC is for.
        const Vouching seen = seen_by_sealers(message, from, vouchers, alignment);
        if (seen.vouched == Vouched::yes) best = seen;
    }
    if (best.vouched != Vouched::yes) return best;
    if (const Field* field = doubled(message))
        return {Vouched::unknown, best.why + ", but the mail has more than one " + field->name};
    return best;
}

}  // namespace assentd
