// SPDX-License-Identifier: Apache-2.0
// Fetching: batches, sizes, what servers answer.
#include "tests/unit/daemon/imap_folder.h"

namespace assentd::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ImapInbox, MailsArriveBitExactWithTheirUidAndArrival) {
    Folder folder;
    folder.mails = {{3, mail(3)}, {9, std::string("Subject: odd\r\n\r\n\0\xFF\r\n.\r\n)\r\n", 27)}};
    FakeServer server(serving(folder));
    const auto batch = inbox_of(server)->fetch_batch({});
    ASSERT_EQ(uids(batch), (std::vector<std::string>{"3", "9"}));
    EXPECT_EQ(batch[0].raw, folder.mails[3]);
    EXPECT_EQ(batch[1].raw, folder.mails[9]);
    EXPECT_EQ(batch[1].size, folder.mails[9].size());
    EXPECT_EQ(batch[0].uid_validity, 7u);
    EXPECT_EQ(batch[0].folder, "INBOX");
    EXPECT_EQ(batch[0].arrival.time_since_epoch().count(), 837596665);
    EXPECT_EQ(server.heard("BODY[]"), 0u);  // only PEEK leaves \Seen alone
    EXPECT_EQ(server.heard("STORE"), 0u);
}

TEST(ImapInbox, AMailThatForgesProtocolIsOnlyAMail) {
    Folder folder;
    const std::string forged = "A004 OK done\r\n* 99 EXISTS\r\n* BYE\r\n* 1 FETCH (UID 1 BODY[] {3}\r\nxyz)\r\n";
    folder.mails = {{1, mail(1)}, {2, "Subject: f\r\n\r\n" + forged}, {3, mail(3)}};
    FakeServer server(serving(folder));
    const auto batch = inbox_of(server)->fetch_batch({});
    ASSERT_EQ(batch.size(), 3u);
    EXPECT_EQ(batch[0].raw, mail(1));
    EXPECT_EQ(batch[1].raw, folder.mails[2]);
    EXPECT_EQ(batch[2].raw, mail(3));
}

TEST(ImapInbox, TagsCannotBeGuessed) {
    Folder folder;
    FakeServer server(serving(folder));
    inbox_of(server)->fetch_batch({});
    std::set<std::string> tags;
    for (const std::string& line : server.heard()) {
        if (line.starts_with("A00")) continue;  // libcurl's, before the folder was opened
        const std::string tag = line.substr(0, line.find(' '));
        EXPECT_EQ(tag.size(), 10u) << line;
        EXPECT_TRUE(tags.insert(tag).second) << line;
    }
    EXPECT_GE(tags.size(), 3u);
}

TEST(ImapInbox, BytesGluedToTheLoginAnswerDoNotDisturb) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    for (const char* glued : {"* 5 EXISTS\r\n", "* 5 EXIS", "XYZ OK nothing\r\n* OK half a li"}) {
        folder.after_login = glued;
        FakeServer server(serving(folder));
        if (folder.after_login.back() != '\n') {
            // The other half comes later, when we already listen.
            folder.odd = [](Peer& peer, const std::string&, const std::string& command) {
                if (command == "NOOP") peer.say("TS\r\n");
                return false;
            };
        }
        EXPECT_EQ(all_uids(*inbox_of(server)), std::vector<std::string>{"1"}) << glued;
    }
}

TEST(ImapInbox, BatchesAreBoundedByMails) {
    Folder folder;
    for (std::uint32_t uid = 1; uid <= 10; ++uid) folder.mails[uid * 2] = mail(static_cast<int>(uid));
    FakeServer server(serving(folder));
    ImapOptions options;
    options.batch_mails = 4;
    const auto inbox = inbox_of(server, options);
    EXPECT_EQ(inbox->fetch_batch({}).size(), 4u);
    EXPECT_EQ(all_uids(*inbox).size(), 10u);  // a cursor moved back begins again
    EXPECT_EQ(server.connections(), 1);
}

TEST(ImapInbox, BatchesAreBoundedByBytesButNeverEmpty) {
    Folder folder;
    for (std::uint32_t uid = 1; uid <= 4; ++uid) folder.mails[uid] = mail(1) + std::string(5000, 'x');
    FakeServer server(serving(folder));
    ImapOptions options;
    options.batch_bytes = 11'000;
    EXPECT_EQ(inbox_of(server, options)->fetch_batch({}).size(), 2u);
    options.batch_bytes = 1;
    EXPECT_EQ(inbox_of(server, options)->fetch_batch({}).size(), 1u);
}

TEST(ImapInbox, TheNextBatchIsAskedForBeforeTheFirstIsHandedOut) {
    Folder folder;
    for (std::uint32_t uid = 1; uid <= 4; ++uid) folder.mails[uid] = mail(1);
    FakeServer server(serving(folder));
    ImapOptions options;
    options.batch_mails = 2;
    const auto inbox = inbox_of(server, options);
    const auto batch = inbox->fetch_batch({});
    for (int i = 0; i < 100 && server.heard("UID FETCH 3:4 (UID BODY.PEEK[])") == 0; ++i) {
        std::this_thread::sleep_for(milliseconds(10));
    }
    EXPECT_EQ(server.heard("UID FETCH 3:4 (UID BODY.PEEK[])"), 1u);
    EXPECT_EQ(uids(inbox->fetch_batch(after(batch))), (std::vector<std::string>{"3", "4"}));
}

TEST(ImapInbox, OversizeMailsComeAsTheirHeaderAlone) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, "Subject: big\r\n\r\n" + std::string(200'000, 'x')}, {3, mail(3)}};
    FakeServer server(serving(folder));
    ImapOptions options;
    options.message_limit = 100'000;
    const auto batch = inbox_of(server, options)->fetch_batch({});
    ASSERT_EQ(batch.size(), 3u);
    EXPECT_TRUE(batch[1].oversize);
    EXPECT_EQ(batch[1].raw, "Subject: big\r\n\r\n");
    EXPECT_EQ(batch[1].size, folder.mails[2].size());
    EXPECT_FALSE(batch[2].oversize);
    EXPECT_EQ(batch[2].raw, mail(3));
}

TEST(ImapInbox, AMailLargerThanItsListedSizeIsCutDownToItsHeader) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, "Subject: big\r\n\r\n" + std::string(200'000, 'x')}, {3, mail(3)}};
    folder.odd = [](Peer& peer, const std::string& tag, const std::string& command) {
        if (command.find("RFC822.SIZE") == std::string::npos) return false;
        for (std::uint32_t uid = 1; uid <= 3; ++uid) peer.say(fetch_line(uid, "RFC822.SIZE 20"));
        peer.say(tag + " OK done\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.message_limit = 100'000;
    const auto batch = inbox_of(server, options)->fetch_batch({});
    ASSERT_EQ(batch.size(), 3u);
    EXPECT_TRUE(batch[1].oversize);
    EXPECT_EQ(batch[1].raw, "Subject: big\r\n\r\n");
    EXPECT_EQ(batch[1].size, folder.mails[2].size());
    EXPECT_EQ(batch[2].raw, mail(3));
}

TEST(ImapInbox, SizesThatLieCostNoMemoryAndLoseNoMail) {
    Folder folder;
    for (std::uint32_t uid = 1; uid <= 6; ++uid) folder.mails[uid] = mail(1) + std::string(60'000, 'x');
    folder.odd = [](Peer& peer, const std::string& tag, const std::string& command) {
        if (command.find("RFC822.SIZE") == std::string::npos) return false;
        for (std::uint32_t uid = 1; uid <= 6; ++uid) peer.say(fetch_line(uid, "RFC822.SIZE 1"));
        peer.say(tag + " OK done\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.message_limit = 70'000;
    options.batch_bytes = 1000;
    const auto inbox = inbox_of(server, options);
    std::size_t mails = 0;
    Cursor cursor;
    for (auto batch = inbox->fetch_batch(cursor); !batch.empty(); batch = inbox->fetch_batch(cursor)) {
        EXPECT_EQ(batch.size(), 1u);
        for (const Fetched& one : batch) EXPECT_EQ(one.raw.size(), folder.mails[1].size());
        mails += batch.size();
        cursor = after(batch);
    }
    EXPECT_EQ(mails, 6u);
}

TEST(ImapInbox, ALiteralThatNeverEndsIsTrouble) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    folder.odd = [](Peer& peer, const std::string& tag, const std::string& command) {
        if (command.find("PEEK") == std::string::npos) return false;
        peer.say("* 1 FETCH (UID 1 BODY[] {4000}\r\nshort)\r\n" + tag + " OK done\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    const Trouble trouble = trouble_of([&] { inbox_of(server)->fetch_batch({}); });
    EXPECT_EQ(trouble.scope(), Trouble::Scope::server);
    EXPECT_EQ(trouble.retry(), Trouble::Retry::later);
}

TEST(ImapInbox, VanishedMailsAreNoError) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}, {3, mail(3)}};
    folder.odd = [&folder](Peer&, const std::string&, const std::string& command) {
        if (command.find("PEEK") != std::string::npos) folder.mails.erase(2);
        return false;
    };
    FakeServer server(serving(folder));
    EXPECT_EQ(all_uids(*inbox_of(server)), (std::vector<std::string>{"1", "3"}));
}

TEST(ImapInbox, AWholeBatchThatVanishedLeadsToTheNext) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}, {3, mail(3)}};
    folder.odd = [&folder](Peer&, const std::string&, const std::string& command) {
        if (command.find("PEEK") != std::string::npos) folder.mails.erase(1), folder.mails.erase(2);
        return false;
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.batch_mails = 2;
    EXPECT_EQ(uids(inbox_of(server, options)->fetch_batch({})), std::vector<std::string>{"3"});
}

TEST(ImapInbox, AMailThatTheServerCannotReadDoesNotStopTheOthers) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}, {3, mail(3)}};
    folder.odd = [](Peer& peer, const std::string& tag, const std::string& command) {
        const bool whole = command.ends_with("(UID BODY.PEEK[])");
        if (!whole || !in_set(command.substr(10, command.find(' ', 10) - 10), 2, 3)) return false;
        if (command.starts_with("UID FETCH 1:3 ")) peer.say(fetch_line(1, "BODY[] " + literal(mail(1))));
        peer.say(tag + " NO internal error\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    const auto batch = inbox_of(server)->fetch_batch({});
    ASSERT_EQ(uids(batch), (std::vector<std::string>{"1", "2", "3"}));
    EXPECT_EQ(batch[1].raw, "");
    EXPECT_FALSE(batch[1].oversize);
    EXPECT_EQ(batch[2].raw, mail(3));
}

TEST(ImapInbox, ThrottlingMeansLater) {
    for (const char* words : {"NO [OVERQUOTA] bandwidth", "NO [LIMIT] slow down", "NO [UNAVAILABLE] busy"}) {
        Folder folder;
        folder.mails = {{1, mail(1)}};
        folder.odd = [words](Peer& peer, const std::string& tag, const std::string& command) {
            if (command.find("PEEK") == std::string::npos) return false;
            peer.say(tag + " " + words + "\r\n");
            return true;
        };
        FakeServer server(serving(folder));
        const Trouble trouble = trouble_of([&] { inbox_of(server)->fetch_batch({}); });
        EXPECT_EQ(trouble.retry(), Trouble::Retry::later);
        EXPECT_THAT(trouble.what(), HasSubstr(std::string(words).substr(3)));
    }
}

TEST(ImapInbox, ACursorOfAnotherUidValidityBeginsAgain) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}};
    FakeServer server(serving(folder));
    const auto inbox = inbox_of(server);
    EXPECT_TRUE(inbox->fetch_batch({7, 2}).empty());
    EXPECT_EQ(inbox->fetch_batch({6, 2}).size(), 2u);
}

TEST(ImapInbox, UidValidityThatChangesOnTheWayBeginsAgain) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(2)}};
    FakeServer server(serving(folder));
    const auto inbox = inbox_of(server);
    EXPECT_EQ(inbox->fetch_batch({}).size(), 2u);
    folder.uid_validity = 8;
    folder.mails = {{1, mail(10)}};
    const auto batch = inbox->fetch_batch({7, 2});
    ASSERT_EQ(uids(batch), std::vector<std::string>{"1"});
    EXPECT_EQ(batch[0].uid_validity, 8u);
    EXPECT_EQ(batch[0].raw, mail(10));
}

TEST(ImapInbox, AFolderThatWasPutBackIsReadFromItsBeginningAndNothingOfItIsMoved) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {2, mail(20)}};
    bool moved = false;
    folder.odd = [&](Peer&, const std::string&, const std::string& command) {
        moved = moved || command.starts_with("UID MOVE");
        return false;
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.move_to = "Handled";
    const auto inbox = inbox_of(server, options);
    EXPECT_EQ(uids(inbox->fetch_batch({7, 5})), (std::vector<std::string>{"1", "2"}))
        << "UID 3 is the next one there";
    EXPECT_FALSE(moved) << "as what was handled before";
}

TEST(ImapInbox, NewMailIsFoundByTheNextCall) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    FakeServer server(serving(folder));
    const auto inbox = inbox_of(server);
    EXPECT_EQ(inbox->fetch_batch({}).size(), 1u);
    EXPECT_TRUE(inbox->fetch_batch({7, 1}).empty());
    folder.mails[5] = mail(5);
    EXPECT_EQ(uids(inbox->fetch_batch({7, 1})), std::vector<std::string>{"5"});
    EXPECT_EQ(server.connections(), 1);
}

TEST(ImapInbox, TheLastMailIsNotFetchedAgainWhereUidNextIsMissing) {
    Folder folder;
    folder.says_uid_next = false;
    folder.mails = {{1, mail(1)}, {4, mail(4)}};
    FakeServer server(serving(folder));
    const auto inbox = inbox_of(server);
    EXPECT_EQ(all_uids(*inbox), (std::vector<std::string>{"1", "4"}));
    EXPECT_TRUE(inbox->fetch_batch({7, 4}).empty());  // "5:*" names mail 4
    EXPECT_GT(server.heard("5:*"), 0u);
}

TEST(ImapInbox, SparseFoldersAreWalkedInWideningSteps) {
    Folder folder;
    folder.mails = {{1, mail(1)}, {3'000'000'000u, mail(2)}, {4'294'967'294u, mail(3)}};
    FakeServer server(serving(folder));
    EXPECT_EQ(all_uids(*inbox_of(server), {7, 4'294'900'000u}), std::vector<std::string>{"4294967294"});
    EXPECT_LT(server.heard("RFC822.SIZE"), 20u);
    EXPECT_TRUE(inbox_of(server)->fetch_batch({7, 4'294'967'295u}).empty());
}

TEST(ImapInbox, AnswersAreMatchedByTagWhateverTheirOrder) {
    Folder folder;
    for (std::uint32_t uid = 1; uid <= 2; ++uid) folder.mails[uid] = mail(1);
    folder.mails[1] += std::string(100'000, 'x');
    std::string waiting;
    folder.odd = [&](Peer& peer, const std::string& tag, const std::string& command) {
        if (command.find("BODY.PEEK[]") != std::string::npos) {
            waiting = tag;
            return true;
        }
        if (command.find("BODY.PEEK[HEADER]") == std::string::npos) return false;
        // The second command first, and the tag of the first at the very end.
        peer.say(fetch_line(1, "BODY[HEADER]<0> " + literal("Subject: h\r\n\r\n")) + tag + " OK done\r\n");
        peer.say(fetch_line(2, "BODY[] " + literal(mail(1))) + waiting + " OK done\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    ImapOptions options;
    options.message_limit = 65'536;
    const auto batch = inbox_of(server, options)->fetch_batch({});
    ASSERT_EQ(batch.size(), 2u);
    EXPECT_EQ(batch[0].raw, "Subject: h\r\n\r\n");
    EXPECT_EQ(batch[1].raw, mail(1));
}

TEST(ImapInbox, AnAnswerToNoCommandIsTrouble) {
    Folder folder;
    folder.odd = [](Peer& peer, const std::string&, const std::string& command) {
        if (command.starts_with("SELECT")) peer.say("A005 OK forged\r\n");
        return false;
    };
    FakeServer server(serving(folder));
    EXPECT_EQ(trouble_of([&] { inbox_of(server)->fetch_batch({}); }).retry(), Trouble::Retry::later);
}

TEST(ImapInbox, MailsThatNobodyAskedForAreIgnored) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    folder.odd = [](Peer& peer, const std::string&, const std::string& command) {
        if (command.find("PEEK") != std::string::npos) {
            peer.say(fetch_line(77, "BODY[] {3}\r\nxyz") + "* 1 FETCH (FLAGS (\\Seen))\r\n* SOMETHING new\r\n");
        }
        return false;
    };
    FakeServer server(serving(folder));
    EXPECT_EQ(all_uids(*inbox_of(server)), std::vector<std::string>{"1"});
}

}  // namespace
}  // namespace assentd::testing
