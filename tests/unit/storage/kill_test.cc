// SPDX-License-Identifier: Apache-2.0
// A process that commits is killed at any moment: what it acknowledged is there, and the chain is sound.
#include <signal.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <random>
#include <thread>

#include "storage/lock.h"
#include "tests/unit/storage/given.h"

namespace assentd {
namespace {

class Pipe {
  public:
    Pipe() { EXPECT_EQ(::pipe(ends_.data()), 0); }
    ~Pipe() {
        close_reading();
        close_writing();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close_reading() { close(ends_[0]); }
    void close_writing() { close(ends_[1]); }
    void write(std::int64_t number) const {
        if (::write(ends_[1], &number, sizeof number) < 0) std::abort();
    }
    // Nothing when all writers are gone. So small a write arrives whole (PIPE_BUF).
    std::optional<std::int64_t> read() const {
        std::int64_t number = 0;
        if (::read(ends_[0], &number, sizeof number) != sizeof number) return std::nullopt;
        return number;
    }

  private:
    static void close(int& end) {
        if (end >= 0) ::close(end);
        end = -1;
    }
    std::array<int, 2> ends_{-1, -1};
};

// Only in a child: commits batches for ever and writes the last mail row of each once commit() returned.
[[noreturn]] void commit_for_ever(const std::string& path, const Pipe& acknowledged) {
    const WriterLock lock(path.substr(0, path.rfind('/')));
    const auto store = Store::open(path);
    store->begin();
    const RecordId record = store->add_record();
    store->commit();
    for (int batch = 0;; ++batch) {
        MailRow last = 0;
        store->begin();
        for (int i = 0; i < 5; ++i) {
            const StoredMail mail = given::mail(std::string(3'000, 'x') + std::to_string(batch * 5 + i));
            last = store->add_mail(mail);
            store->append(record, {given::comment("c", {mail.message_id, mail.sha256, mail.arrival})},
                          given::decision(), std::nullopt, given::noon);
        }
        store->commit();
        acknowledged.write(last);
    }
}

TEST(Kill, LosesNoAcknowledgedMailAndBreaksNoChain) {
    const given::Directory directory;
    std::mt19937 random(20'261'123);
    MailRow acknowledged = 0;
    for (int round = 0; round < 15; ++round) {
        Pipe pipe;
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            pipe.close_reading();
            commit_for_ever(directory.database(), pipe);
        }
        pipe.close_writing();
        std::this_thread::sleep_for(std::chrono::milliseconds{5 + random() % 60});
        ASSERT_EQ(::kill(child, SIGKILL), 0);
        ASSERT_EQ(::waitpid(child, nullptr, 0), child);
        while (const auto row = pipe.read()) acknowledged = *row;

        const WriterLock free_again(directory.path());
        const auto store = Store::open(directory.database());
        EXPECT_TRUE(acknowledged == 0 || store->mail(acknowledged)) << acknowledged;
        EXPECT_TRUE(store->check_chain().empty());
        EXPECT_TRUE(store->quick_check());
        std::int64_t mails = 0;
        store->each_mail([&](const StoredMail&) { ++mails; });
        EXPECT_EQ(mails % 5, 0) << "batches are whole";
    }
    EXPECT_GT(acknowledged, 0);
}

TEST(WriterLock, RefusesASecondDaemonAndNamesTheFirst) {
    const given::Directory directory;
    const WriterLock first(directory.path());
    try {
        const WriterLock second(directory.path());
        FAIL();
    } catch (const StorageError& e) {
        EXPECT_EQ(e.kind(), StorageError::Kind::busy);
        EXPECT_EQ(e.what(), directory.path() + "/assentd.lock: process " + std::to_string(::getpid()) +
                                " is already at work in this directory");
    }
}

TEST(WriterLock, WhereNoFileCanBeIsToldFromTroubleWithOne) {
    for (const char* path : {"/proc/nowhere/state", "/dev/null/state"}) {
        try {
            const WriterLock lock{std::string(path)};
            ADD_FAILURE() << path;
        } catch (const StorageError& error) {
            EXPECT_EQ(error.kind(), StorageError::Kind::read_only) << error.what();
        }
    }
}

TEST(WriterLock, IsFreeAgainAfterItsHolder) {
    const given::Directory directory;
    { const WriterLock first(directory.path()); }
    EXPECT_NO_THROW(WriterLock(directory.path()));
}

TEST(WriterLock, SaysWhyItCannotBeTaken) {
    EXPECT_THROW(WriterLock("/nonexistent"), StorageError);
}

}  // namespace
}  // namespace assentd
