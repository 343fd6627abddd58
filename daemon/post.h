// SPDX-License-Identifier: Apache-2.0
// Notices become mails in the outbox, inside the transaction that made them owed.
#pragma once

#include <string>
#include <string_view>
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
    // `proven`: the mail that is answered proves its sender. What answers others is capped by itself, so that nobody
    // silences us towards somebody by writing in their name. `author`: whose mail it is; what others hear of it is
    // capped by author. Empty: the clock, or an admin.
    Post(const World& world, Instant now, bool proven = true, std::string author = {})
        : world_(world),
          now_(now),
          limit_(static_cast<std::int64_t>(world.config.limits.answers_per_day)),
          proven_(proven),
          author_(std::move(author)) {}

    // All that one mail or one tick made owed. Answers to the same mail for the same reader become one mail;
    // reminders of one reader become one mail; the rest is one mail each.
    void queue(const std::vector<Owed>&);

    // An answer to a mail that is about no decision, or of which nothing may be told. Somebody unknown learns only
    // that they are, once a day.
    // `proves_reader`: replies go to the reader's own address for answers to several decisions.
    void queue_plain(const Notice&, const std::string& quoted_subject, bool proves_reader = false);

  private:
    Reader reader_for(const Notice&) const;
    void queue_one(const std::vector<const Owed*>&);
    bool is_known(const std::string& address) const;
    bool may_bring_news() const;
    bool allowed(const Notice&) const;
    void store(const FinishedMail&, RecordId, NoticeKind);

    const World& world_;
    Instant now_;
    std::int64_t limit_;  // answers of one sort to one address and day
    bool proven_;
    std::string author_;
};

// Kinds that answer somebody's mail: capped per address and day, and never sent in answer to automatic mail.
bool answers_a_mail(NoticeKind);

// A notice's name for those who may not know what somebody answered: whether they were asked back or not would tell.
std::string_view notice_for_all(std::string_view notice);

}  // namespace assentd
