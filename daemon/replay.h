// SPDX-License-Identifier: Apache-2.0
// An archive played through the real cycle: into a database in memory, with the mails' own dates as the clock. From
// is believed, as if a trusted server vouched for every mail. Nothing is sent.
#pragma once

#include <string>
#include <vector>

#include "config/config.h"
#include "daemon/archive.h"
#include "decision/decision.h"

namespace assentd {

struct ReplayRules {
    std::string policy;            // the one that all decisions are made under
    bool all_threads = false;      // not only those that begin with a call for votes
    bool until_last_mail = false;  // no close before the last mail of the thread
};

struct Replayed {
    std::vector<Decision> decisions;      // drafts included, in the order in which they began
    Instant until{};                      // by the replay's clock
    std::size_t played = 0;               // mails that were read for a decision
    std::size_t left_out = 0;             // of other threads
    std::vector<std::string> not_placed;  // one line a mail: an answer, and nothing says surely to which decision
    std::vector<std::string> set_aside;   // one line a mail: what kept it from being read
};

// `config` gives people and policies and has the policy; its inbox, outlet and database are not touched. Throws
// StorageError and Trouble.
Replayed replay(Config config, const std::vector<ArchivedMail>&, const ReplayRules&);

// Everybody who wrote is a participant, and the presets are the policies.
Config config_of_archive(const std::vector<ArchivedMail>&);

}  // namespace assentd
