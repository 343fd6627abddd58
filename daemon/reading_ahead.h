// SPDX-License-Identifier: Apache-2.0
// The mails of one batch, read on a thread of its own while those before them are recorded; who finds the next one
// not there yet reads another meanwhile. Reading is pure (parsers/), so this changes when it happens and nothing
// else. Begin it only once the batch is marked as attempted: a mail may stop the program while it is read.
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
        std::thread::id by;  // nobody's until it is there
        bool there() const { return by != std::thread::id(); }
    };
    static Read read(const Config&, const Fetched&);
    void read_ahead(const std::stop_token&);
    void read_one(std::unique_lock<std::mutex>&);
    void give_back_own(std::size_t& from, std::size_t until, std::unique_lock<std::mutex>&);

    const Config& config_;
    const std::span<const Fetched* const> mails_;

    std::mutex mutex_;  // for these
    std::condition_variable came_;
    std::condition_variable_any asked_;
    std::vector<Read> read_;  // a place for each
    std::size_t begun_ = 0;   // of them: are there, or are being read
    std::size_t given_ = 0;   // of them: were asked for

    std::size_t kept_ = 0;  // of who asks: those before were given back

    std::jthread reader_;  // last, so that it ends first
};

}  // namespace assentd
