// SPDX-License-Identifier: Apache-2.0
#include "daemon/reading_ahead.h"

#include <gtest/gtest.h>

#include <chrono>
#include <future>

namespace assentd {
namespace {

class ReadingAheadOf : public testing::Test {
  protected:
    explicit ReadingAheadOf(std::size_t count = 300) : mails_(count) {
        for (std::size_t i = 0; i < count; ++i) {
            mails_[i].raw = "From: ana@example.org\nMessage-ID: " + id(i) + "\nSubject: x\n\n+1\n";
            batch_.push_back(&mails_[i]);
        }
    }
    static std::string id(std::size_t i) { return "<" + std::to_string(i) + "@example.org>"; }

    Config config_;
    std::vector<Fetched> mails_;
    std::vector<const Fetched*> batch_;
};

TEST_F(ReadingAheadOf, ABatchGivesEachMailOnceAndInOrder) {
    ReadingAhead reading(config_, batch_);
    for (std::size_t i = 0; i < batch_.size(); ++i) EXPECT_EQ(reading.next().source.message_id, id(i));
}

TEST_F(ReadingAheadOf, ASingleMailNeedsNoThread) {
    ReadingAhead reading(config_, std::span(batch_).first(1));
    EXPECT_EQ(reading.next().source.message_id, id(0));
}

TEST_F(ReadingAheadOf, ABatchThatIsGivenUpEnds) {
    ReadingAhead reading(config_, batch_);
    reading.next();
}

// The reader sleeps once it is far ahead; who takes faster than it wakes must not wait for a sleeper.
TEST_F(ReadingAheadOf, ABatchIsTakenInStarts) {
    auto taken = std::async(std::launch::async, [this] {
        ReadingAhead reading(config_, batch_);
        for (std::size_t i = 0; i < batch_.size(); ++i) {
            if (i % 60 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
            reading.next();
        }
    });
    if (taken.wait_for(std::chrono::seconds(60)) != std::future_status::ready) {
        ADD_FAILURE() << "it waits for ever";
        std::abort();
    }
}

}  // namespace
}  // namespace assentd
