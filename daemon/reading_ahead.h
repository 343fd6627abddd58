// SPDX-License-Identifier: Apache-2.0
// The mails of one batch, read on a thread of its own a few at a time while those before them are recorded. Reading
// is pure (parsers/), so this changes when it happens and nothing else. Begin it only once the batch is marked as
// attempted: a mail may stop the program while it is read.
#pragma once

#include <exception>
#include <future>
#include <optional>
#include <span>
#include <vector>

#include "daemon/inbox.h"
#include "daemon/mail_at_hand.h"

namespace assentd {

class ReadingAhead {
  public:
    // Both must outlive it.
    ReadingAhead(const Config&, std::span<const Fetched* const>);

    // The next mail, in their order and once for each. Throws what reading it threw.
    MailAtHand next();

  private:
    struct Read {
        std::optional<MailAtHand> mail;
        std::exception_ptr trouble;
    };
    static std::vector<Read> read(const Config&, std::span<const Fetched* const>);
    void read_some();

    const Config& config_;
    std::span<const Fetched* const> unread_;
    std::vector<Read> ready_;
    std::size_t taken_ = 0;  // of ready_
    std::future<std::vector<Read>> coming_;
};

}  // namespace assentd
