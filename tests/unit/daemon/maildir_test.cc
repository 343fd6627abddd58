// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "daemon/inbox.h"
#include "daemon/outlet.h"
#include "daemon/trouble.h"

namespace assentd {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;

class MaildirTest : public ::testing::Test {
  protected:
    MaildirTest() {
        std::string name = (fs::temp_directory_path() / "assentd-maildir-XXXXXX").string();
        root_ = mkdtemp(name.data());
        for (const char* sub : {"tmp", "new", "cur"}) fs::create_directories(box() / sub);
    }
    ~MaildirTest() override { fs::remove_all(root_); }

    fs::path box() const { return root_ / "box"; }
    void put(const std::string& name, const std::string& bytes, std::int64_t mtime_s = 1'000'000) {
        std::ofstream(box() / name, std::ios::binary) << bytes;
        const timespec times[2] = {{mtime_s, 0}, {mtime_s, 0}};
        utimensat(AT_FDCWD, (box() / name).c_str(), times, 0);
    }
    std::unique_ptr<Inbox> inbox(MaildirOptions options = {}) {
        options.path = box().string();
        return make_maildir_inbox(options,
                                  [this](std::string_view name) { return done_.contains(std::string(name)); });
    }
    static std::vector<std::string> names(const fs::path& folder) {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator(folder)) out.push_back(entry.path().filename().string());
        std::sort(out.begin(), out.end());
        return out;
    }
    static std::vector<std::string> uids(const std::vector<Fetched>& batch) {
        std::vector<std::string> out;
        for (const Fetched& mail : batch) out.push_back(mail.uid);
        return out;
    }
    static std::string content(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    using Names = std::vector<std::string>;

    fs::path root_;
    std::set<std::string> done_;
};

using MaildirInbox = MaildirTest;
using MaildirOutlet = MaildirTest;

TEST_F(MaildirInbox, NewAndCurAreReadOldestFirst) {
    put("new/b.2.host", "two", 200);
    put("cur/a.1.host:2,S", "one", 100);
    put("new/c.3.host", "three", 300);
    const auto batch = inbox()->fetch_batch({});
    ASSERT_EQ(uids(batch), (Names{"a.1.host", "b.2.host", "c.3.host"}));
    EXPECT_EQ(batch[0].raw, "one");
    EXPECT_EQ(batch[0].size, 3u);
    EXPECT_EQ(batch[0].arrival.time_since_epoch().count(), 100);
    EXPECT_EQ(batch[0].folder, box().string());
    EXPECT_EQ(batch[0].uid_validity, 0u);
}

TEST_F(MaildirInbox, OfOneSecondTheTimeInTheNameTells) {
    put("new/100.M20P1.host", "two", 100);
    put("cur/100.M3P9.host:2,S", "one", 100);
    put("new/100.V1I1M100.host", "three", 100);
    put("new/99.M999999P1.host", "zero", 100);
    EXPECT_EQ(uids(inbox()->fetch_batch({})),
              (Names{"99.M999999P1.host", "100.M3P9.host", "100.M20P1.host", "100.V1I1M100.host"}));
}

TEST_F(MaildirInbox, HandledMailsAreNotHandedOutAgain) {
    put("new/a", "one");
    put("cur/b:2,", "two");
    done_.insert("a");
    EXPECT_EQ(uids(inbox()->fetch_batch({})), Names{"b"});
}

TEST_F(MaildirInbox, WhatWasHandedOutAndNotHandledIsHandedOutAgain) {
    put("new/a", "one");
    const auto box = inbox();
    EXPECT_EQ(uids(box->fetch_batch({})), Names{"a"});
    EXPECT_EQ(uids(box->fetch_batch({})), Names{"a"});
    done_.insert("a");
    EXPECT_TRUE(box->fetch_batch({}).empty());
}

TEST_F(MaildirInbox, BatchesAreBoundedByMailsAndBytes) {
    for (const char* name : {"new/a", "new/b", "new/c"}) put(name, std::string(1000, 'x'));
    MaildirOptions options;
    options.batch_mails = 2;
    EXPECT_EQ(inbox(options)->fetch_batch({}).size(), 2u);
    options.batch_bytes = 1;
    EXPECT_EQ(inbox(options)->fetch_batch({}).size(), 1u);
}

TEST_F(MaildirInbox, OversizeMailsComeAsTheirHeaderAlone) {
    put("new/a", "Subject: x\n\n" + std::string(100'000, 'y'));
    MaildirOptions options;
    options.message_limit = 1000;
    const auto batch = inbox(options)->fetch_batch({});
    ASSERT_EQ(batch.size(), 1u);
    EXPECT_TRUE(batch[0].oversize);
    EXPECT_EQ(batch[0].raw, "Subject: x\n\n");
    EXPECT_EQ(batch[0].size, 100'012u);
}

TEST_F(MaildirInbox, LinksFoldersPipesAndHiddenFilesAreNoMails) {
    put("tmp/secret", "not a mail of this folder");
    fs::create_symlink(box() / "tmp/secret", box() / "new/link");
    fs::create_directory(box() / "new/folder");
    ASSERT_EQ(mkfifo((box() / "new/pipe").c_str(), 0600), 0);
    put("new/.hidden", "x");
    put("new/mail", "y");
    EXPECT_EQ(uids(inbox()->fetch_batch({})), Names{"mail"});
}

TEST_F(MaildirInbox, AFolderReachedThroughALinkIsRefused) {
    fs::rename(box() / "new", root_ / "elsewhere");
    fs::create_directory_symlink(root_ / "elsewhere", box() / "new");
    EXPECT_THROW(inbox()->probe(), Trouble);
}

TEST_F(MaildirInbox, WhatIsNoMaildirIsTroubleForTheAdmin) {
    fs::remove(box() / "new");
    try {
        inbox()->probe();
        FAIL();
    } catch (const Trouble& trouble) {
        EXPECT_EQ(trouble.scope(), Trouble::Scope::folder);
        EXPECT_EQ(trouble.retry(), Trouble::Retry::never);
    }
    EXPECT_FALSE(fs::exists(box() / "new"));
}

TEST_F(MaildirInbox, HandledMailsGoFromNewToCur) {
    put("new/a", "one");
    put("cur/b:2,S", "two");
    const auto box_ = inbox();
    box_->mark_handled(box_->fetch_batch({}));
    EXPECT_TRUE(names(box() / "new").empty());
    EXPECT_EQ(names(box() / "cur"), (Names{"a:2,", "b:2,S"}));  // no flag was set
}

TEST_F(MaildirInbox, HandledMailsAreMovedToAnotherMaildirThatIsCreated) {
    put("new/a", "one");
    put("cur/b:2,S", "two");
    MaildirOptions options;
    options.move_to = (root_ / "done").string();
    const auto box_ = inbox(options);
    box_->mark_handled(box_->fetch_batch({}));
    EXPECT_EQ(names(root_ / "done/cur"), (Names{"a:2,", "b:2,S"}));
    EXPECT_TRUE(names(box() / "new").empty());
    EXPECT_TRUE(names(box() / "cur").empty());
}

TEST_F(MaildirInbox, WhatWasHandledAndNotPutAwayIsPutAwayLater) {
    put("new/a", "one");
    put("new/b", "two");
    done_.insert("a");
    EXPECT_EQ(uids(inbox()->fetch_batch({})), Names{"b"});
    EXPECT_EQ(names(box() / "new"), Names{"b"});
    EXPECT_EQ(names(box() / "cur"), Names{"a:2,"});
}

TEST_F(MaildirInbox, AMoveNeverReplacesAFile) {
    put("new/a", "one");
    put("cur/a:2,", "somebody else's");
    const auto box_ = inbox();
    const auto batch = box_->fetch_batch({});
    box_->mark_handled(batch);
    EXPECT_EQ(content(box() / "cur/a:2,"), "somebody else's");
}

TEST_F(MaildirInbox, AMailThatSomebodyMarkedMeanwhileIsStillFound) {
    put("new/a", "one");
    MaildirOptions options;
    options.move_to = (root_ / "done").string();
    const auto box_ = inbox(options);
    const auto batch = box_->fetch_batch({});
    fs::rename(box() / "new/a", box() / "cur/a:2,RS");
    box_->mark_handled(batch);
    EXPECT_EQ(names(root_ / "done/cur"), Names{"a:2,RS"});
}

TEST_F(MaildirInbox, AMailThatSomebodyRemovedIsNoError) {
    put("new/a", "one", 1);
    put("new/b", "two", 2);
    const auto box_ = inbox();
    const auto batch = box_->fetch_batch({});
    fs::remove(box() / "new/a");
    EXPECT_NO_THROW(box_->mark_handled(batch));
    EXPECT_EQ(names(box() / "cur"), Names{"b:2,"});
    EXPECT_EQ(uids(box_->fetch_batch({})), Names{"b"});
}

TEST_F(MaildirInbox, WaitWakesForADelivery) {
    const auto box_ = inbox();
    EXPECT_TRUE(box_->fetch_batch({}).empty());
    put("tmp/x", "mail");
    std::thread other([&] {
        std::this_thread::sleep_for(milliseconds(100));
        fs::rename(box() / "tmp/x", box() / "new/x");
    });
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(box_->wait(seconds(20)));
    EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(5));
    other.join();
    EXPECT_EQ(box_->fetch_batch({}).size(), 1u);
}

TEST_F(MaildirInbox, ADeliveryBetweenFetchAndWaitIsNotSleptOver) {
    const auto box_ = inbox();
    EXPECT_TRUE(box_->fetch_batch({}).empty());
    put("new/x", "mail");
    EXPECT_TRUE(box_->wait(seconds(20)));
}

TEST_F(MaildirInbox, WaitEndsAtItsTimeoutAndAfterThePollInterval) {
    MaildirOptions options;
    options.poll = seconds(1);
    const auto box_ = inbox(options);
    EXPECT_FALSE(box_->wait(milliseconds(50)));
    EXPECT_TRUE(box_->wait(seconds(20)));  // there may be mail that nothing reported
}

TEST_F(MaildirInbox, InterruptEndsAWaitAndSticks) {
    const auto box_ = inbox();
    std::thread other([&] {
        std::this_thread::sleep_for(milliseconds(100));
        box_->interrupt();
    });
    EXPECT_FALSE(box_->wait(seconds(20)));
    EXPECT_FALSE(box_->wait(seconds(20)));
    other.join();
    EXPECT_THROW(box_->fetch_batch({}), Trouble);
}

TEST_F(MaildirInbox, AFolderThatIsReplacedIsNoticed) {
    put("new/a", "one", 1);
    const auto box_ = inbox();
    EXPECT_EQ(uids(box_->fetch_batch({})), Names{"a"});
    done_.insert("a");
    fs::rename(box(), root_ / "old");
    EXPECT_THROW(box_->fetch_batch({}), Trouble);
    EXPECT_THROW(box_->wait(milliseconds(10)), Trouble);
    for (const char* sub : {"tmp", "new", "cur"}) fs::create_directories(box() / sub);
    put("new/b", "two", 2);
    EXPECT_EQ(uids(box_->fetch_batch({})), Names{"b"});
    // A mount over one of the three looks like this.
    fs::rename(box() / "new", root_ / "old-new");
    fs::create_directories(box() / "new");
    put("new/c", "three", 3);
    EXPECT_EQ(uids(box_->fetch_batch({})), Names{"c"});
}

TEST_F(MaildirInbox, AFileWithoutAByteIsWaitedFor) {
    put("new/a", "", 1);
    put("new/b", "two", 2);
    const auto box_ = inbox();
    EXPECT_EQ(uids(box_->fetch_batch({})), Names{"b"});
    done_.insert("b");
    EXPECT_TRUE(box_->fetch_batch({}).empty());
    put("new/a", "one", 1);
    const auto batch = box_->fetch_batch({});
    ASSERT_EQ(uids(batch), Names{"a"});
    EXPECT_EQ(batch[0].raw, "one");
}

TEST_F(MaildirInbox, OneMailIsFetchedAgainWhereverItLies) {
    put("new/a", "one", 1);
    const auto box_ = inbox();
    box_->mark_handled(box_->fetch_batch({}));
    done_.insert("a");
    EXPECT_TRUE(box_->fetch_batch({}).empty());
    const auto again = box_->fetch_again(0, "a");
    ASSERT_EQ(uids(again), Names{"a"});
    EXPECT_EQ(again[0].raw, "one");
    EXPECT_TRUE(box_->fetch_again(0, "b").empty());
}

TEST_F(MaildirInbox, ManyMailsAreWalkedInBatches) {
    for (int i = 0; i < 1000; ++i) put("new/" + std::to_string(i), "x", i);
    MaildirOptions options;
    options.batch_mails = 64;
    const auto box_ = inbox(options);
    int seen = 0;
    for (auto batch = box_->fetch_batch({}); !batch.empty(); batch = box_->fetch_batch({})) {
        for (const Fetched& mail : batch) {
            EXPECT_EQ(mail.uid, std::to_string(seen++));
            done_.insert(mail.uid);
        }
        box_->mark_handled(batch);
    }
    EXPECT_EQ(seen, 1000);
}

const OutgoingMail kMail{"decisions@example.org", "ana@example.org", "Subject: x\r\n\r\n.hello\r\n"};

OutgoingMail numbered(int i) {
    OutgoingMail mail = kMail;
    mail.bytes = "Message-ID: <" + std::to_string(i) + "@example.org>\r\n" + mail.bytes;
    return mail;
}

std::vector<Delivery> settled(Outlet& outlet) {
    std::vector<Delivery> fates;
    outlet.settle([&](std::size_t i, const DeliveryResult& result) {
        fates.resize(std::max(fates.size(), i + 1));
        fates[i] = result.delivery;
    });
    return fates;
}

TEST_F(MaildirOutlet, AMailBecomesAFileInNewWithItsEnvelope) {
    const auto outlet = make_maildir_outlet((root_ / "out/").string());
    EXPECT_EQ(outlet->send(kMail).delivery, Delivery::held);
    EXPECT_TRUE(names(root_ / "out/new").empty());
    EXPECT_EQ(settled(*outlet), std::vector{Delivery::sent});
    EXPECT_EQ(settled(*outlet), std::vector<Delivery>{});
    const Names files = names(root_ / "out/new");
    ASSERT_EQ(files.size(), 1u);
    EXPECT_EQ(content(root_ / "out/new" / files[0]),
              "Return-Path: <decisions@example.org>\nDelivered-To: ana@example.org\nSubject: x\n\n.hello\n");
    EXPECT_TRUE(names(root_ / "out/tmp").empty());
}

TEST_F(MaildirOutlet, EachMailHasItsOwnName) {
    const auto outlet = make_maildir_outlet(box().string());
    for (int i = 0; i < 100; ++i) EXPECT_EQ(outlet->send(numbered(i)).delivery, Delivery::held);
    outlet->rest();  // forgets nothing that it holds
    EXPECT_EQ(settled(*outlet), std::vector<Delivery>(100, Delivery::sent));
    EXPECT_EQ(names(box() / "new").size(), 100u);
}

// Killed after placing it, the daemon does not know that it was.
TEST_F(MaildirOutlet, AMailThatWasPlacedBeforeAKillIsFoundAndDoesNotGoTwice) {
    const auto first = make_maildir_outlet(box().string());
    EXPECT_EQ(first->send(kMail).delivery, Delivery::held);
    EXPECT_EQ(settled(*first), std::vector{Delivery::sent});
    EXPECT_EQ(first->send(numbered(1)).delivery, Delivery::held) << "and one that stays in tmp";
    const auto again = make_maildir_outlet(box().string());
    EXPECT_EQ(again->send(kMail).delivery, Delivery::sent);
    EXPECT_EQ(again->send(numbered(1)).delivery, Delivery::held);
    EXPECT_EQ(settled(*again), std::vector{Delivery::sent});
    EXPECT_EQ(names(box() / "new").size(), 2u);
    EXPECT_TRUE(names(box() / "tmp").empty());
}

TEST_F(MaildirOutlet, WhatCannotBePlacedIsTroubleAndLeavesNothing) {
    const auto outlet = make_maildir_outlet(box().string());
    for (int i = 0; i < 3; ++i) EXPECT_EQ(outlet->send(numbered(i)).delivery, Delivery::held);
    for (const auto& name : names(box() / "tmp"))
        if (content(box() / "tmp" / name).find("<1@") != std::string::npos)
            std::filesystem::remove(box() / "tmp" / name);
    EXPECT_EQ(settled(*outlet), (std::vector{Delivery::sent, Delivery::trouble, Delivery::sent}));
    EXPECT_EQ(names(box() / "new").size(), 2u);
    EXPECT_TRUE(names(box() / "tmp").empty());
}

TEST_F(MaildirOutlet, AddressesCannotAddHeaderLines) {
    const auto outlet = make_maildir_outlet(box().string());
    OutgoingMail mail = kMail;
    mail.recipient = "ana@example.org\nBcc: eve@example.net";
    EXPECT_EQ(outlet->send(mail).delivery, Delivery::refused);
    EXPECT_TRUE(names(box() / "new").empty());
}

TEST_F(MaildirOutlet, AFolderThatCannotBeMadeIsTrouble) {
    const auto outlet = make_maildir_outlet((root_ / "missing/out").string());
    EXPECT_EQ(outlet->send(kMail).delivery, Delivery::trouble);
    EXPECT_THROW(outlet->probe(), Trouble);
}

TEST_F(MaildirOutlet, WhatItWritesTheInboxReads) {
    const auto outlet = make_maildir_outlet(box().string());
    outlet->send(kMail);
    EXPECT_EQ(settled(*outlet), std::vector{Delivery::sent});
    const auto batch = inbox()->fetch_batch({});
    ASSERT_EQ(batch.size(), 1u);
    EXPECT_TRUE(batch[0].raw.ends_with("Subject: x\n\n.hello\n"));
}

}  // namespace
}  // namespace assentd
