// SPDX-License-Identifier: Apache-2.0
#include "daemon/reading_ahead.h"

#include <algorithm>
#include <utility>

namespace assentd {

namespace {
constexpr std::size_t at_a_time = 32;  // enough to make starting a thread cheap, few enough to keep both busy
}

ReadingAhead::ReadingAhead(const Config& config, std::span<const Fetched* const> mails)
    : config_(config), unread_(mails) {
    read_some();
}

std::vector<ReadingAhead::Read> ReadingAhead::read(const Config& config, std::span<const Fetched* const> mails) {
    std::vector<Read> result;
    result.reserve(mails.size());
    for (const Fetched* fetched : mails) {
        Read& one = result.emplace_back();
        try {
            one.mail = read_mail(config, *fetched);
        } catch (...) {
            one.trouble = std::current_exception();
        }
    }
    return result;
}

void ReadingAhead::read_some() {
    if (unread_.empty()) return;
    const auto some = unread_.first(std::min(at_a_time, unread_.size()));
    unread_ = unread_.subspan(some.size());
    // Without a thread to be had it is read when it is asked for.
    coming_ = std::async(std::launch::async | std::launch::deferred, read, std::cref(config_), some);
}

MailAtHand ReadingAhead::next() {
    if (taken_ == ready_.size()) {
        ready_ = coming_.get();
        taken_ = 0;
        read_some();
    }
    Read& one = ready_.at(taken_++);
    if (one.trouble) std::rethrow_exception(one.trouble);
    return std::move(*one.mail);
}

}  // namespace assentd
