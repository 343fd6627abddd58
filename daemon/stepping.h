// SPDX-License-Identifier: Apache-2.0
// Stepping a stored decision: whatever the command came from (a mail, the clock, the admin), its events are stored
// and its notices handed on here, inside the caller's transaction.
#pragma once

#include <map>
#include <vector>

#include "daemon/post.h"
#include "daemon/world.h"
#include "decision/step.h"

namespace assentd {

// Decisions in memory between mails, so that a mail costs the same on the thousandth as on the first. Forgotten
// whenever a transaction fails: what is stored is the truth.
class Records {
  public:
    explicit Records(Store& store) : store_(store) {}
    Decision& get(RecordId);
    Decision& create(RecordId);
    void forget();
    // Lets go of what is over and, where they have many events, of what nobody asked for since the last time. Between
    // transactions: nobody may hold one of them.
    void trim(std::size_t most_events = 10'000);
    std::size_t size() const { return loaded_.size(); }

  private:
    struct Loaded {
        Decision decision;
        bool asked_for = true;
    };
    Store& store_;
    std::map<RecordId, Loaded> loaded_;
};

// Whether anything came true. A decision that carried tells those that it supersedes.
bool step_record(const World&, Records&, RecordId, const Command&, Instant now, std::vector<Owed>&);

}  // namespace assentd
