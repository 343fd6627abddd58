// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "daemon/inbox.h"
#include "daemon/trouble.h"
#include "tests/unit/daemon/fake_server.h"

namespace assentd {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::FakeServer;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Peer;

// A small IMAP server over a map of mails. Tests change it between two connections or override single commands.
struct Folder {
    std::string greeting = "* OK ready\r\n";
    std::string capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN IDLE MOVE UIDPLUS";
    std::string after_login;  // glued to the answer to the login
    std::uint32_t uid_validity = 7;
    std::map<std::uint32_t, std::string> mails;
    std::uint32_t uid_next = 0;  // 0: one past the last
    bool says_uid_next = true;
    // Answers a command itself (true) or leaves it to the folder.
    std::function<bool(Peer&, const std::string& tag, const std::string& command)> odd;

    std::uint32_t next() const { return uid_next != 0 ? uid_next : mails.empty() ? 1 : mails.rbegin()->first + 1; }
};

std::string fetch_line(std::uint32_t uid, const std::string& items) {
    return "* " + std::to_string(uid) + " FETCH (UID " + std::to_string(uid) + " " + items + ")\r\n";
}

std::string literal(const std::string& bytes) {
    return "{" + std::to_string(bytes.size()) + "}\r\n" + bytes;
}

void login(Peer& peer, const Folder& folder) {
    peer.say(folder.greeting);
    peer.answer_ok("* CAPABILITY " + folder.capabilities + "\r\n");
    const std::string tag = peer.tag();
    peer.say(tag + " OK in\r\n" + folder.after_login);
}

bool in_set(const std::string& set, std::uint32_t uid, std::uint32_t last) {
    std::size_t at = 0;
    while (at <= set.size()) {
        const std::size_t end = std::min(set.find(',', at), set.size());
        const std::string range = set.substr(at, end - at);
        const std::size_t colon = range.find(':');
        const auto value = [&](const std::string& text) {
            return text == "*" ? last : static_cast<std::uint32_t>(std::stoul(text));
        };
        const std::uint32_t low = value(range.substr(0, colon));
        const std::uint32_t high = colon == std::string::npos ? low : value(range.substr(colon + 1));
        if (uid >= std::min(low, high) && uid <= std::max(low, high)) return true;
        at = end + 1;
    }
    return false;
}

void answer_fetch(Peer& peer, const Folder& folder, const std::string& command) {
    const std::string set = command.substr(10, command.find(' ', 10) - 10);
    const std::uint32_t last = folder.mails.empty() ? 0 : folder.mails.rbegin()->first;
    for (const auto& [uid, bytes] : folder.mails) {
        if (!in_set(set, uid, last)) continue;
        if (command.find("BODY.PEEK[]") != std::string::npos) {
            peer.say(fetch_line(uid, "BODY[] " + literal(bytes)));
        } else if (command.find("BODY.PEEK[HEADER]") != std::string::npos) {
            peer.say(fetch_line(uid, "BODY[HEADER]<0> " + literal(bytes.substr(0, bytes.find("\r\n\r\n") + 4))));
        } else {
            peer.say(fetch_line(
                uid, "INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE " + std::to_string(bytes.size())));
        }
    }
}

void serve(Peer& peer, const Folder& folder) {
    login(peer, folder);
    for (;;) {
        std::string command;
        const std::string tag = peer.tag(&command);
        if (folder.odd && folder.odd(peer, tag, command)) continue;
        if (command.starts_with("CAPABILITY")) peer.say("* CAPABILITY " + folder.capabilities + "\r\n");
        if (command.starts_with("SELECT")) {
            peer.say("* " + std::to_string(folder.mails.size()) + " EXISTS\r\n* OK [UIDVALIDITY " +
                     std::to_string(folder.uid_validity) + "] ok\r\n");
            if (folder.says_uid_next) peer.say("* OK [UIDNEXT " + std::to_string(folder.next()) + "] ok\r\n");
        }
        if (command.starts_with("UID FETCH")) answer_fetch(peer, folder, command);
        if (command.starts_with("IDLE")) {
            peer.say("+ idling\r\n");
            peer.line();
        }
        if (command.starts_with("LOGOUT")) peer.say("* BYE\r\n");
        peer.say(tag + " OK done\r\n");
    }
}

FakeServer::Script serving(const Folder& folder) {
    return [&folder](Peer& peer) { serve(peer, folder); };
}

ServerAccess access_to(const FakeServer& server) {
    ServerAccess access;
    access.scheme = "imap";
    access.host = "127.0.0.1";
    access.port = server.port();
    access.user = "ana";
    access.folder = "INBOX";
    access.secret = [] { return "open-sesame"; };
    access.tls_required = false;
    access.connect_timeout = seconds(2);
    access.read_timeout = seconds(1);
    return access;
}

std::unique_ptr<Inbox> inbox_of(const FakeServer& server, ImapOptions options = {}) {
    return make_imap_inbox(access_to(server), std::move(options));
}

std::string mail(int n) {
    return "Subject: " + std::to_string(n) + "\r\n\r\nbody " + std::to_string(n) + "\r\n";
}

Cursor after(const std::vector<Fetched>& batch) {
    return {batch.back().uid_validity, static_cast<std::uint32_t>(std::stoul(batch.back().uid))};
}

std::vector<std::string> uids(const std::vector<Fetched>& batch) {
    std::vector<std::string> out;
    for (const Fetched& one : batch) out.push_back(one.uid);
    return out;
}

std::vector<std::string> all_uids(Inbox& inbox, Cursor cursor = {}) {
    std::vector<std::string> out;
    for (auto batch = inbox.fetch_batch(cursor); !batch.empty(); batch = inbox.fetch_batch(cursor)) {
        for (const std::string& uid : uids(batch)) out.push_back(uid);
        cursor = after(batch);
    }
    return out;
}

Trouble trouble_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Trouble& trouble) {
        return trouble;
    }
    ADD_FAILURE() << "no trouble";
    return {Trouble::Scope::message, Trouble::Retry::now, ""};
}

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
        if (command == "UID FETCH 1:3 (UID BODY.PEEK[])") {
            peer.say(fetch_line(1, "BODY[] " + literal(mail(1))));
        } else if (command != "UID FETCH 2 (UID BODY.PEEK[])") {
            return false;
        }
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

TEST(ImapInbox, ALostConnectionIsTroubleAndTheNextCallConnectsAnew) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    for (const std::size_t bytes : {0u, 3u, 20u, 60u, 80u}) {
        FakeServer server({[&](Peer& peer) {
                               Folder broken = folder;
                               broken.odd = [&](Peer& to, const std::string& tag, const std::string& command) {
                                   if (command.find("PEEK") == std::string::npos) return false;
                                   const std::string answer = fetch_line(1, "BODY[] " + literal(mail(1))) + tag +
                                                              " OK done and more to say\r\n";
                                   to.say(answer.substr(0, bytes));
                                   throw Peer::Gone{};
                               };
                               serve(peer, broken);
                           },
                           serving(folder)});
        const auto inbox = inbox_of(server);
        EXPECT_EQ(trouble_of([&] { inbox->fetch_batch({}); }).retry(), Trouble::Retry::now) << bytes;
        EXPECT_EQ(uids(inbox->fetch_batch({})), std::vector<std::string>{"1"});
    }
}

TEST(ImapInbox, AConnectionThatWentStaleBetweenTwoCallsIsReplacedSilently) {
    Folder folder;
    folder.mails = {{1, mail(1)}};
    FakeServer server({[&](Peer& peer) {
                           Folder closing = folder;
                           int selects = 0;
                           closing.odd = [&](Peer& to, const std::string&, const std::string& command) {
                               if (!command.starts_with("SELECT") || ++selects < 2) return false;
                               to.say("* BYE Autologout\r\n");
                               throw Peer::Gone{};
                           };
                           serve(peer, closing);
                       },
                       serving(folder)});
    const auto inbox = inbox_of(server);
    EXPECT_EQ(inbox->fetch_batch({}).size(), 1u);
    EXPECT_TRUE(inbox->fetch_batch({7, 1}).empty());
    EXPECT_EQ(server.connections(), 2);
}

TEST(ImapInbox, EveryWaitForAnAnswerEnds) {
    for (const char* at : {"SELECT", "RFC822.SIZE", "PEEK"}) {
        Folder folder;
        folder.mails = {{1, mail(1)}};
        folder.odd = [at](Peer& peer, const std::string&, const std::string& command) {
            if (command.find(at) != std::string::npos) peer.stall();
            return false;
        };
        FakeServer server(serving(folder));
        const auto start = std::chrono::steady_clock::now();
        EXPECT_EQ(trouble_of([&] { inbox_of(server)->fetch_batch({}); }).retry(), Trouble::Retry::later);
        EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(3));
    }
}

TEST(ImapInbox, ASilentServerIsGivenUpAtTheConnectTimeout) {
    FakeServer server([](Peer& peer) { peer.stall(); });
    const auto start = std::chrono::steady_clock::now();
    const Trouble trouble = trouble_of([&] { inbox_of(server)->probe(); });
    EXPECT_EQ(trouble.retry(), Trouble::Retry::later);
    EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(4));
}

TEST(ImapInbox, GarbageIsTrouble) {
    for (const char* garbage : {"\xFF\xFE\xFD\r\n", "HTTP/1.1 400 Bad Request\r\n", "* \r\n\r\n"}) {
        Folder folder;
        folder.odd = [garbage](Peer& peer, const std::string&, const std::string& command) {
            if (command.starts_with("SELECT")) peer.say(garbage);
            return false;
        };
        FakeServer server(serving(folder));
        EXPECT_EQ(trouble_of([&] { inbox_of(server)->probe(); }).scope(), Trouble::Scope::server);
    }
}

TEST(ImapInbox, ARefusedLoginSaysWhyAndNotTheSecret) {
    FakeServer server([](Peer& peer) {
        peer.say("* OK ready\r\n");
        peer.answer_ok("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n");
        std::string command;
        const std::string tag = peer.tag(&command);
        peer.say(tag + " NO [AUTHENTICATIONFAILED] not with open-sesame or " + command.substr(19) + "\r\n");
        peer.stall();
    });
    const Trouble trouble = trouble_of([&] { inbox_of(server)->probe(); });
    EXPECT_EQ(trouble.retry(), Trouble::Retry::later);
    EXPECT_THAT(trouble.what(), HasSubstr("[AUTHENTICATIONFAILED] not with *** or"));
    EXPECT_THAT(trouble.what(), Not(HasSubstr("open-sesame")));
    EXPECT_THAT(trouble.what(), Not(HasSubstr("AGFuYQBvcGVuLXNlc2FtZQ")));
}

TEST(ImapInbox, NothingSecretIsSentWhereTlsIsMissing) {
    for (const char* greeting : {"* OK ready\r\n", "* PREAUTH already in\r\n"}) {
        FakeServer server([greeting](Peer& peer) {
            peer.say(greeting);
            for (;;) peer.answer_ok("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n");
        });
        ServerAccess access = access_to(server);
        access.tls_required = true;
        const Trouble trouble = trouble_of([&] { make_imap_inbox(access, {})->probe(); });
        EXPECT_EQ(trouble.retry(), Trouble::Retry::never);
        EXPECT_EQ(server.heard("AUTHENTICATE") + server.heard("LOGIN"), 0u);
    }
}

TEST(ImapInbox, AServerThatKnowsOnlyTheLoginCommandIsUsed) {
    Folder folder;
    folder.capabilities = "IMAP4rev1";
    FakeServer server(serving(folder));
    inbox_of(server)->probe();
    EXPECT_EQ(server.heard("LOGIN ana open-sesame"), 1u);
}

TEST(ImapInbox, AHostNameCannotRedirectTheConnection) {
    ServerAccess access;
    access.scheme = "imaps";
    access.port = 993;
    for (const char* host : {"", "a@b", "a/b", "a b", "a\r\nb", "a?b", "a#b"}) {
        access.host = host;
        EXPECT_EQ(trouble_of([&] { make_imap_inbox(access, {})->probe(); }).retry(), Trouble::Retry::never) << host;
    }
}

TEST(ImapInbox, AMissingFolderIsTheFoldersTrouble) {
    Folder folder;
    folder.odd = [](Peer& peer, const std::string& tag, const std::string& command) {
        if (!command.starts_with("SELECT")) return false;
        peer.say(tag + " NO [NONEXISTENT] no such folder\r\n");
        return true;
    };
    FakeServer server(serving(folder));
    const Trouble trouble = trouble_of([&] { inbox_of(server)->probe(); });
    EXPECT_EQ(trouble.scope(), Trouble::Scope::folder);
    EXPECT_EQ(trouble.retry(), Trouble::Retry::never);
}

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
}  // namespace assentd
