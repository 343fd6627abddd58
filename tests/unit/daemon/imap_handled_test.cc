// SPDX-License-Identifier: Apache-2.0
// Moving what was handled, and waiting for more.
#include "tests/unit/daemon/imap_folder.h"

namespace assentd::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ImapInbox, HandledMailsAreMovedWhenAsked) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}, {4, mail(4)}};
    FakeServer server(serving(folder));
    ImapOptions options;
    options.move_to = "Entwürfe";
    const auto inbox = inbox_of(server, options);
    inbox->mark_handled(inbox->fetch_batch({}));
    EXPECT_EQ(server.heard("UID MOVE 1:2,4 \"Entw&APw-rfe\""), 1u);
}

TEST(ImapInbox, WhatWasHandledAndNotMovedIsMovedByTheNextSession) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}, {4, mail(4)}, {5, mail(5)}};
    FakeServer server(serving(folder));
    ImapOptions options;
    options.move_to = "Done";
    const auto inbox = inbox_of(server, options);
    EXPECT_EQ(uids(inbox->fetch_batch({7, 4})), std::vector<std::string>{"5"});
    EXPECT_EQ(server.heard("UID MOVE 1:2,4 \"Done\""), 1u);
    inbox->fetch_batch({7, 5});
    EXPECT_EQ(server.heard("UID MOVE"), 1u);
}

TEST(ImapInbox, AFolderThatTakesNothingHoldsUpNobody) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}};
    folder.odd = [](Peer& peer, const std::string& tag, const std::string& command) {
        if (command.starts_with("UID MOVE")) peer.say(tag + " NO [OVERQUOTA] full\r\n");
        return command.starts_with("UID MOVE");
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.move_to = "Done";
    EXPECT_EQ(uids(inbox_of(server, options)->fetch_batch({7, 1})), std::vector<std::string>{"2"});
}

TEST(ImapInbox, KeptMailsAreLeftAlone) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    FakeServer server(serving(folder));
    const auto inbox = inbox_of(server);
    const auto batch = inbox->fetch_batch({});
    const std::size_t before = server.heard().size();
    inbox->mark_handled(batch);
    EXPECT_EQ(server.heard().size(), before);
}

TEST(ImapInbox, WithoutMoveTheyAreCopiedAndTheirOwnUidsExpunged) {
    Folder folder;
    folder.capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN UIDPLUS";
    folder.mails = {{1, mail(1)}};
    FakeServer server(serving(folder));
    ImapOptions options;
    options.move_to = "Done";
    const auto inbox = inbox_of(server, options);
    inbox->mark_handled(inbox->fetch_batch({}));
    EXPECT_EQ(server.heard("UID COPY 1 \"Done\""), 1u);
    EXPECT_EQ(server.heard("UID STORE 1 +FLAGS.SILENT (\\Deleted)"), 1u);
    EXPECT_EQ(server.heard("UID EXPUNGE 1"), 1u);
}

TEST(ImapInbox, WithoutUidPlusNobodyElsesMailIsExpunged) {
    Folder folder;
    folder.capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN";
    folder.mails = {{1, mail(1)}};
    FakeServer server(serving(folder));
    ImapOptions options;
    options.move_to = "Done";
    auto inbox = inbox_of(server, options);
    inbox->mark_handled(inbox->fetch_batch({}));
    EXPECT_EQ(server.heard("STORE"), 1u);
    EXPECT_EQ(server.heard("EXPUNGE"), 0u);
    inbox.reset();
    inbox_of(server, options)->fetch_batch({7, 1});
    EXPECT_EQ(server.heard("UID COPY"), 1u) << "what stays is not copied again";
}

TEST(ImapInbox, ATargetFolderThatIsMissingIsCreated) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    bool created = false;
    folder.odd = [&created](Peer& peer, const std::string& tag, const std::string& command) {
        if (command.starts_with("CREATE")) created = true;
        if (!command.starts_with("UID MOVE") || created) return false;
        peer.say(tag + " NO [TRYCREATE] no such folder\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.move_to = "Done";
    const auto inbox = inbox_of(server, options);
    inbox->mark_handled(inbox->fetch_batch({}));
    EXPECT_EQ(server.heard("CREATE \"Done\""), 1u);
    EXPECT_EQ(server.heard("UID MOVE"), 2u);
}

TEST(ImapInbox, TheBatchInFlightSurvivesTheMove) {
    Folder folder;
    for (std::uint32_t uid = 1; uid <= 4; ++uid) folder.mails[uid] = mail(static_cast<int>(uid));
    FakeServer server(serving(folder));
    ImapOptions options;
    options.batch_mails = 2;
    options.move_to = "Done";
    const auto inbox = inbox_of(server, options);
    const auto batch = inbox->fetch_batch({});
    inbox->mark_handled(batch);
    const auto next = inbox->fetch_batch(after(batch));
    ASSERT_EQ(uids(next), (std::vector<std::string>{"3", "4"}));
    EXPECT_EQ(next[1].raw, mail(4));
    EXPECT_EQ(server.heard("UID FETCH 3:4 (UID BODY.PEEK[])"), 1u);
}

// ---- waiting -----------------------------------------------------------------------------------

FakeServer::Script idling(Folder& folder, const std::string& news) {
    folder.odd = [news](Peer& peer, const std::string& tag, const std::string& command) {
        if (command != "IDLE") return false;
        peer.say("+ idling\r\n* OK Still here\r\n");
        std::this_thread::sleep_for(milliseconds(100));
        peer.say(news);
        peer.line();
        peer.say(tag + " OK idled\r\n");
        return true;
    };
    return serving(folder);
}

TEST(ImapInbox, IdleWakesForNewMail) {
    Folder folder;
    FakeServer server(idling(folder, "* 1 EXISTS\r\n"));
    const auto inbox = inbox_of(server);
    EXPECT_TRUE(inbox->fetch_batch({}).empty());
    const auto start = std::chrono::steady_clock::now();
    EXPECT_TRUE(inbox->wait(seconds(10)));
    EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(2));
    EXPECT_EQ(server.heard("DONE"), 1u);
}

TEST(ImapInbox, IdleSleepsOnForWhatIsNoNewMail) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    FakeServer server(idling(folder, "* 1 FETCH (FLAGS (\\Seen))\r\n* 1 EXPUNGE\r\n"));
    const auto inbox = inbox_of(server);
    EXPECT_EQ(inbox->fetch_batch({}).size(), 1u);
    EXPECT_FALSE(inbox->wait(milliseconds(500)));
}

TEST(ImapInbox, MailReportedBeforeTheWaitIsNotSleptOver) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    folder.odd = [](Peer& peer, const std::string&, const std::string& command) {
        if (command.find("PEEK") != std::string::npos) peer.say("* 2 EXISTS\r\n");
        return false;
    };
    FakeServer server(serving(folder));
    const auto inbox = inbox_of(server);
    EXPECT_EQ(inbox->fetch_batch({}).size(), 1u);
    EXPECT_TRUE(inbox->wait(seconds(10)));
    EXPECT_EQ(server.heard("IDLE"), 0u);
}

TEST(ImapInbox, IdleIsRenewedWithAPollBetween) {
    Folder folder;
    FakeServer server(serving(folder));
    ImapOptions options;
    options.idle_renewal = seconds(1);
    const auto inbox = inbox_of(server, options);
    EXPECT_TRUE(inbox->wait(seconds(60)));  // "there may be": the caller fetches, which polls
    EXPECT_TRUE(inbox->fetch_batch({}).empty());
    EXPECT_EQ(server.heard("DONE"), 1u);
    EXPECT_EQ(server.heard("SELECT"), 2u);
}

TEST(ImapInbox, WithoutIdleThePollIntervalIsSlept) {
    Folder folder;
    folder.capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN";
    FakeServer server(serving(folder));
    ImapOptions options;
    options.poll = seconds(1);
    const auto inbox = inbox_of(server, options);
    EXPECT_FALSE(inbox->wait(milliseconds(100)));
    EXPECT_TRUE(inbox->wait(seconds(60)));
    EXPECT_EQ(server.heard("IDLE"), 0u);
}

TEST(ImapInbox, WhoOffersIdleAndRefusesItIsPolled) {
    Folder folder;
    folder.odd = [](Peer& peer, const std::string& tag, const std::string& command) {
        if (command != "IDLE") return false;
        peer.say(tag + " BAD unknown command\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.poll = seconds(1);
    const auto inbox = inbox_of(server, options);
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(inbox->wait(seconds(60)));
    EXPECT_EQ(server.heard("IDLE"), 1u);
    EXPECT_EQ(server.heard("LOGOUT") + server.heard("AUTHENTICATE"), 1u) << "one connection";
}

TEST(ImapInbox, ByeInIdleIsTroubleToRetryNow) {
    Folder folder;
    FakeServer server(idling(folder, "* BYE restarting\r\n"));
    const auto inbox = inbox_of(server);
    const Trouble trouble = trouble_of([&] { inbox->wait(seconds(10)); });
    EXPECT_EQ(trouble.retry(), Trouble::Retry::now);
    EXPECT_THAT(trouble.what(), HasSubstr("restarting"));
}

TEST(ImapInbox, InterruptEndsAWaitAtOnce) {
    for (const bool idle : {true, false}) {
        Folder folder;
        FakeServer server(serving(folder));
        ImapOptions options;
        options.idle = idle;
        const auto inbox = inbox_of(server, options);
        inbox->fetch_batch({});
        std::thread other([&] {
            std::this_thread::sleep_for(milliseconds(100));
            inbox->interrupt();
        });
        const auto start = std::chrono::steady_clock::now();
        EXPECT_FALSE(inbox->wait(seconds(30)));
        EXPECT_FALSE(inbox->wait(seconds(30)));  // sticky
        EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(2));
        other.join();
    }
}

TEST(ImapInbox, InterruptEndsABlockingReadAndAConnect) {
    Folder folder;
    folder.odd = [](Peer& peer, const std::string&, const std::string& command) {
        if (command.starts_with("SELECT")) peer.stall();
        return false;
    };
    for (const bool at_greeting : {true, false}) {
        FakeServer server(at_greeting ? FakeServer::Script([](Peer& peer) { peer.stall(); }) : serving(folder));
        ServerAccess access = access_to(server);
        access.connect_timeout = access.read_timeout = seconds(30);
        const auto inbox = make_imap_inbox(access, {});
        std::thread other([&] {
            std::this_thread::sleep_for(milliseconds(200));
            inbox->interrupt();
        });
        const auto start = std::chrono::steady_clock::now();
        EXPECT_THROW(inbox->fetch_batch({}), Trouble);
        EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(2));
        other.join();
    }
}

TEST(ImapInbox, SaysGoodbye) {
    Folder folder;
    FakeServer server(serving(folder));
    inbox_of(server)->fetch_batch({});
    for (int i = 0; i < 100 && server.heard("LOGOUT") == 0; ++i) std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(server.heard("LOGOUT"), 1u);
}

}  // namespace
}  // namespace assentd::testing
