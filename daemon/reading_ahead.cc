// SPDX-License-Identifier: Apache-2.0
#include "daemon/reading_ahead.h"

#include <system_error>
#include <utility>

namespace assentd {

namespace {
// What was read waits in a processor's cache if it is not much; the reader sleeps between these.
constexpr std::size_t far_ahead = 32;
constexpr std::size_t near = 8;
}  // namespace

ReadingAhead::ReadingAhead(const Config& config, std::span<const Fetched* const> mails)
    : config_(config), mails_(mails), read_(mails.size()) {
    if (mails.size() < 2) return;
    try {
        reader_ = std::jthread([this](const std::stop_token& stop) { read_all(stop); });
    } catch (const std::system_error&) {  // no thread to be had: each is read when it is asked for
    }
}

ReadingAhead::Read ReadingAhead::read(const Config& config, const Fetched& fetched) {
    Read one;
    try {
        one.mail = read_mail(config, fetched);
    } catch (...) {
        one.trouble = std::current_exception();
    }
    return one;
}

void ReadingAhead::read_all(const std::stop_token& stop) {
    std::size_t given_back = 0;
    for (std::size_t i = 0; i < mails_.size() && !stop.stop_requested(); ++i) {
        read_[i] = read(config_, *mails_[i]);
        std::unique_lock lock(mutex_);
        done_ = i + 1;
        came_.notify_one();
        if (done_ >= given_ + far_ahead) asked_.wait(lock, stop, [this] { return done_ <= given_ + near; });
        const std::size_t given = given_;
        lock.unlock();
        // On the thread that made it: else both would wait for each other's memory.
        for (; given_back + 1 < given; ++given_back) read_[given_back] = {};
    }
}

MailAtHand&& ReadingAhead::next() {
    std::unique_lock lock(mutex_);
    const std::size_t i = given_++;
    if (!reader_.joinable())
        read_[i] = read(config_, *mails_[i]);
    else if (done_ <= i)
        came_.wait(lock, [&] { return done_ > i; });
    else if (done_ == given_ + near)
        asked_.notify_one();
    Read& one = read_[i];
    if (one.trouble) std::rethrow_exception(one.trouble);
    return std::move(*one.mail);
}

}  // namespace assentd
