// SPDX-License-Identifier: Apache-2.0
#include "daemon/reading_ahead.h"

#include <system_error>
#include <utility>

namespace assentd {

namespace {
// About what is read while some are committed. The thread sleeps between these.
constexpr std::size_t far_ahead = 128;
constexpr std::size_t near = 32;
}  // namespace

ReadingAhead::ReadingAhead(const Config& config, std::span<const Fetched* const> mails)
    : config_(config), mails_(mails), read_(mails.size()) {
    if (mails.size() < 2) return;
    try {
        reader_ = std::jthread([this](const std::stop_token& stop) { read_ahead(stop); });
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

// The next one that nobody has begun, with the lock let go meanwhile.
void ReadingAhead::read_one(std::unique_lock<std::mutex>& lock) {
    const std::size_t i = begun_++;
    lock.unlock();
    Read one = read(config_, *mails_[i]);
    one.by = std::this_thread::get_id();
    lock.lock();
    read_[i] = std::move(one);
    came_.notify_one();
}

// On the thread that made them: else both would wait for each other's memory.
void ReadingAhead::give_back_own(std::size_t& from, std::size_t until, std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    const auto self = std::this_thread::get_id();
    for (; from < until; ++from)
        if (read_[from].by == self) read_[from].mail.reset();
    lock.lock();
}

void ReadingAhead::read_ahead(const std::stop_token& stop) {
    std::size_t kept = 0;
    std::unique_lock lock(mutex_);
    while (begun_ < mails_.size() && !stop.stop_requested()) {
        read_one(lock);
        if (begun_ >= given_ + far_ahead) asked_.wait(lock, stop, [this] { return begun_ <= given_ + near; });
        if (given_ > 0) give_back_own(kept, given_ - 1, lock);
    }
}

MailAtHand&& ReadingAhead::next() {
    std::unique_lock lock(mutex_);
    const std::size_t i = given_++;
    give_back_own(kept_, i, lock);
    while (!read_[i].there()) {
        if (begun_ < mails_.size() && begun_ < given_ + far_ahead)
            read_one(lock);
        else
            came_.wait(lock);
    }
    if (begun_ == given_ + near) asked_.notify_one();
    Read& one = read_[i];
    if (one.trouble) std::rethrow_exception(one.trouble);
    return std::move(*one.mail);
}

}  // namespace assentd
