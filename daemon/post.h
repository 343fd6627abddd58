// SPDX-License-Identifier: Apache-2.0
// Notices become mails in the outbox, inside the transaction that made them owed.
#pragma once

#include <string>
#include <vector>

#include "daemon/world.h"
#include "decision/decision.h"
#include "decision/notice.h"

namespace assentd {

// A notice with the decision that it is about.
struct Owed {
    RecordId record = 0;
    const Decision* decision = nullptr;
    Notice notice;
};

class Post {
  public:
    Post(const World& world, Instant now) : world_(world), now_(now) {}

    // All that one mail or one tick made owed. Answers to the same mail for the same reader become one mail;
    // reminders of one reader become one mail; the rest is one mail each.
    void queue(const std::vector<Owed>&);

    // An answer to a mail that is about no decision.
    void queue_plain(const Notice&, const std::string& quoted_subject);

  private:
    Reader reader_for(const Notice&) const;
    void queue_one(const std::vector<const Owed*>&);
    bool allowed(const Notice&) const;
    void store(const FinishedMail&, RecordId, NoticeKind);

    const World& world_;
    Instant now_;
};

// Kinds that answer somebody's mail: capped per address and day, and never sent in answer to automatic mail.
bool answers_a_mail(NoticeKind);

}  // namespace assentd
