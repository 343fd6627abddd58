// SPDX-License-Identifier: Apache-2.0
// Connections that are lost, stale, refused or not to be trusted.
#include "tests/unit/daemon/imap_folder.h"

namespace assentd::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

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

}  // namespace
}  // namespace assentd::testing
