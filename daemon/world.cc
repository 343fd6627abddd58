// SPDX-License-Identifier: Apache-2.0
#include "daemon/world.h"

#include <openssl/rand.h>

#include "config/when.h"
#include "daemon/trouble.h"

namespace assentd {

std::string server_key(Store& store) {
    if (auto key = store.value("server_key"); key && key->size() >= 64) return *key;
    unsigned char bytes[32];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "no random bytes for the server key");
    std::string hex;
    for (const unsigned char b : bytes) {
        hex += "0123456789abcdef"[b >> 4];
        hex += "0123456789abcdef"[b & 15];
    }
    store.begin();
    store.set_value("server_key", hex);
    store.commit();
    return hex;
}

void remember_instant(Store& store, Instant now) {
    const std::string text = instant_text(now);
    if (store.value("last_instant").value_or("") < text)
        store.set_value("last_instant", text);  // RFC 3339 sorts by time
}

std::string own_list_id(const MailConfig& mail) {
    std::string id = mail.address;
    if (const auto at = id.rfind('@'); at != std::string::npos) id[at] = '.';
    return id;
}

namespace {

std::string policies_text(const Config& config) {
    std::string text;
    for (const auto& [name, policy] : config.policies) {
        const bool is_default = name == config.default_policy;
        if (policy.is_preset && !is_default) continue;
        text += "\n  " + name + (is_default ? " (unless a proposal names another)" : "") +
                (policy.description.empty() ? "" : ": " + policy.description);
    }
    return text.empty() ? text : "POLICIES HERE" + text;
}

}  // namespace

Letterhead letterhead(const Config& config) {
    const auto& mail = config.mail;
    return {mail.address, mail.display_name, own_list_id(mail), policies_text(config)};
}

std::optional<Instant> last_instant(Store& store) {
    const auto text = store.value("last_instant");
    if (!text) return std::nullopt;
    const auto read = read_instant(*text);
    const auto* instant = std::get_if<Instant>(&read);
    return instant ? std::optional(*instant) : std::nullopt;
}

}  // namespace assentd
