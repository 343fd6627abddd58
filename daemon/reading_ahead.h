// SPDX-License-Identifier: Apache-2.0
// The mails of one batch, read on a thread of its own while those before them are recorded. Reading is pure
// (parsers/), so this changes when it happens and nothing else. Begin it only once the batch is marked as attempted:
// a mail may stop the program while it is read.
#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

#include "daemon/inbox.h"
#include "daemon/mail_at_hand.h"

namespace assentd {

class ReadingAhead {
  public:
    // Both must outlive it.
    ReadingAhead(const Config&, std::span<const Fetched* const>);

    // The next mail, in their order and once for each; it lasts until the next one. Throws what reading it threw.
    MailAtHand&& next();

  private:
    struct Read {
        std::optional<MailAtHand> mail;
        std::exception_ptr trouble;
    };
    static Read read(const Config&, const Fetched&);
    void read_all(const std::stop_token&);

    const Config& config_;
    const std::span<const Fetched* const> mails_;
    std::vector<Read> read_;  // a place for each

    std::mutex mutex_;  // for these two
    std::condition_variable came_;
    std::condition_variable_any asked_;
    std::size_t done_ = 0;   // of read_: are there
    std::size_t given_ = 0;  // of read_: were asked for, so it can be one more than are there

    std::jthread reader_;  // last, so that it ends first
};

}  // namespace assentd
