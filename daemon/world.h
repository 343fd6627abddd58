// SPDX-License-Identifier: Apache-2.0
// What the daemon's parts share while one configuration is in force. A reload makes a new one; the Store stays.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "config/config.h"
#include "daemon/our_sentences.h"
#include "daemon/tokens.h"
#include "storage/store.h"
#include "templates/render.h"

namespace assentd {

class OpenPgp;

struct World {
    const Config& config;
    const Templates& templates;
    const Tokens& tokens;
    Store& store;
    const OpenPgp* openpgp = nullptr;  // none: no signature counts
    OurSentences our_sentences{templates};
};

// The key in the database, made on first use.
std::string server_key(Store&);

// The latest instant that this database was used at; it never goes back (`--at` is refused before it).
void remember_instant(Store&, Instant now);
std::optional<Instant> last_instant(Store&);

// "decisions.example.org" of decisions@example.org: how we mark and recognise our own mail.
std::string own_list_id(const MailConfig&);

Letterhead letterhead(const Config&);

}  // namespace assentd
