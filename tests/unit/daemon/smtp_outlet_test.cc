// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "daemon/outlet.h"
#include "daemon/trouble.h"
#include "tests/unit/daemon/fake_server.h"

namespace assentd {

void PrintTo(Delivery delivery, std::ostream* out) {
    static constexpr const char* names[] = {"sent", "deferred", "refused", "unknown", "trouble", "held"};
    *out << names[static_cast<int>(delivery)];
}

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::FakeServer;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Peer;

// A submission server. `answers` replaces the usual answer to the commands that begin with a word; "." is the answer
// after the final dot; "hang up" hangs up instead, "stall" says nothing more.
struct Server {
    std::string greeting = "220 mail.example.org ready\r\n";
    std::vector<std::string> services = {"AUTH PLAIN LOGIN", "SIZE 100000"};
    std::map<std::string, std::string> answers;
    std::function<void(Peer&)> at_data = [this](Peer& peer) {  // after 354
        const std::string mail = peer.mail();
        const std::lock_guard lock(mutex);
        mails.push_back(mail);
    };
    std::function<void(Peer&)> after_mail = [](Peer&) {};  // after the answer to the final dot
    std::vector<std::string> mails;
    std::mutex mutex;

    std::string answer(const std::string& command, const std::string& usual) {
        for (const auto& [word, text] : answers) {
            if (command.starts_with(word)) return text;
        }
        return usual;
    }
    std::vector<std::string> got() {
        const std::lock_guard lock(mutex);
        return mails;
    }
};

void say_or_leave(Peer& peer, const std::string& answer) {
    if (answer == "hang up") throw Peer::Gone{};
    if (answer == "stall") peer.stall();
    peer.say(answer);
    if (answer.starts_with("421")) throw Peer::Gone{};
}

void serve(Peer& peer, Server& server) {
    peer.say(server.greeting);
    for (;;) {
        const std::string command = peer.line();
        std::string usual = "250 2.0.0 fine\r\n";
        if (command.starts_with("EHLO")) {
            usual = "250-mail.example.org\r\n";
            for (const std::string& service : server.services) usual += "250-" + service + "\r\n";
            usual += "250 HELP\r\n";
        }
        if (command == "AUTH PLAIN") {
            peer.say("334 \r\n");
            peer.line();
            usual = "235 2.7.0 in\r\n";
        }
        if (command == "DATA") usual = "354 go\r\n";
        const std::string answer = server.answer(command, usual);
        say_or_leave(peer, answer);
        if (command == "QUIT") return;
        if (command == "DATA" && answer.starts_with("354")) {
            server.at_data(peer);
            say_or_leave(peer, server.answer(".", "250 2.0.0 queued\r\n"));
            server.after_mail(peer);
        }
    }
}

FakeServer::Script serving(Server& server) {
    return [&server](Peer& peer) { serve(peer, server); };
}

ServerAccess access_to(const FakeServer& server) {
    ServerAccess access;
    access.scheme = "smtp";
    access.host = "127.0.0.1";
    access.port = server.port();
    access.user = "decisions";
    access.secret = [] { return "open-sesame"; };
    access.tls_required = false;
    access.connect_timeout = seconds(2);
    access.read_timeout = seconds(1);
    return access;
}

std::unique_ptr<Outlet> outlet_to(const FakeServer& server) {
    return make_smtp_outlet(access_to(server), "client.example.org");
}

const OutgoingMail kMail{"decisions@example.org", "ana@example.org", "Subject: x\n\nhello\n.\nbye\n"};

TEST(SmtpOutlet, AMailIsSentWithCrlfAndDoubledDots) {
    Server behind;
    FakeServer server(serving(behind));
    const DeliveryResult result = outlet_to(server)->send(kMail);
    EXPECT_EQ(result.delivery, Delivery::sent);
    EXPECT_EQ(result.code, 250);
    EXPECT_EQ(result.reply, "250 2.0.0 queued");
    ASSERT_EQ(behind.got().size(), 1u);
    EXPECT_EQ(behind.got()[0], "Subject: x\r\n\r\nhello\r\n..\r\nbye\r\n.\r\n");
    EXPECT_EQ(server.heard("EHLO client.example.org"), 1u);
    EXPECT_EQ(server.heard("MAIL FROM:<decisions@example.org> SIZE=29"), 1u);
    EXPECT_EQ(server.heard("RCPT TO:<ana@example.org>"), 1u);
}

TEST(SmtpOutlet, TheConnectionIsKeptBetweenMails) {
    Server behind;
    FakeServer server(serving(behind));
    const auto outlet = outlet_to(server);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
    EXPECT_EQ(server.connections(), 1);
    EXPECT_EQ(server.heard("RSET"), 0u);
    outlet->rest();
    for (int i = 0; i < 100 && server.heard("QUIT") == 0; ++i) std::this_thread::sleep_for(milliseconds(10));
    EXPECT_EQ(server.heard("QUIT"), 1u);
    EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
    EXPECT_EQ(server.connections(), 2);
}

TEST(SmtpOutlet, TheNullSenderIsWrittenEmpty) {
    Server behind;
    behind.services.push_back("DSN");
    FakeServer server(serving(behind));
    OutgoingMail mail = kMail;
    mail.envelope_from.clear();
    EXPECT_EQ(outlet_to(server)->send(mail).delivery, Delivery::sent);
    EXPECT_EQ(server.heard("MAIL FROM:<> SIZE=29"), 1u);
    EXPECT_EQ(server.heard("NOTIFY"), 0u);
}

struct Case {
    const char* at;
    const char* answer;
    Delivery expected;
    int code;
};

TEST(SmtpOutlet, EachAnswerDecidesTheMailsFate) {
    for (const Case& c : std::vector<Case>{
             {"MAIL", "451 4.3.0 later\r\n", Delivery::deferred, 451},
             {"MAIL", "550 5.7.1 never\r\n", Delivery::refused, 550},
             {"MAIL", "550 5.4.5 Daily sending limit exceeded\r\n", Delivery::deferred, 550},
             {".", "550 5.4.5 Daily sending limit exceeded\r\n", Delivery::deferred, 550},
             {"MAIL", "552 5.3.4 too big\r\n", Delivery::refused, 552},
             {"MAIL", "530 5.7.0 log in first\r\n", Delivery::trouble, 530},
             {"MAIL", "503 5.5.1 nested\r\n", Delivery::trouble, 503},
             {"MAIL", "421 4.3.2 closing\r\n", Delivery::trouble, 421},
             {"RCPT", "451 4.7.1 greylisted\r\n", Delivery::deferred, 451},
             {"RCPT", "550-5.1.1 nobody\r\n550 5.1.1 here\r\n", Delivery::refused, 550},
             {"RCPT", "421 4.3.2 too many\r\n", Delivery::deferred, 421},
             {"DATA", "451 4.3.0 later\r\n", Delivery::deferred, 451},
             {"DATA", "554 5.6.0 never\r\n", Delivery::refused, 554},
             {"DATA", "250 2.0.0 strange\r\n", Delivery::trouble, 250},
             {".", "451 4.3.0 later\r\n", Delivery::deferred, 451},
             {".", "554 5.6.0 never\r\n", Delivery::refused, 554},
             {".", "421 4.3.2 closing\r\n", Delivery::deferred, 421},
             {".", "354 go on\r\n", Delivery::unknown, 354},
             {".", "what?\r\n", Delivery::unknown, 0},
             {".", "hang up", Delivery::unknown, 0},
             {"MAIL", "hang up", Delivery::trouble, 0},
             {"RCPT", "hang up", Delivery::trouble, 0},
             {"DATA", "hang up", Delivery::trouble, 0},
             {"MAIL", "what?\r\n", Delivery::trouble, 0},
             {"MAIL", "stall", Delivery::trouble, 0},
             {"DATA", "stall", Delivery::trouble, 0},
         }) {
        Server behind;
        behind.answers = {{c.at, c.answer}};
        FakeServer server(serving(behind));
        const DeliveryResult result = outlet_to(server)->send(kMail);
        EXPECT_EQ(result.delivery, c.expected) << c.at << ": " << c.answer;
        EXPECT_EQ(result.code, c.code) << c.at << ": " << c.answer;
        EXPECT_FALSE(result.reply.empty());
        EXPECT_EQ(result.reply.find_first_of("\r\n"), std::string::npos);
    }
}

TEST(SmtpOutlet, ARefusalLeavesTheConnectionToTheNextMail) {
    for (const char* at : {"RCPT TO:<eve", "DATA", "."}) {
        Server behind;
        behind.answers = {{at, "550 5.1.1 no\r\n"}};
        FakeServer server(serving(behind));
        const auto outlet = outlet_to(server);
        OutgoingMail mail = kMail;
        mail.recipient = "eve@example.org";
        EXPECT_EQ(outlet->send(mail).delivery, Delivery::refused);
        behind.answers.clear();
        EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
        EXPECT_EQ(server.connections(), 1) << at;
    }
}

TEST(SmtpOutlet, ALateAnswerIsStillAnAnswer) {
    Server behind;
    behind.at_data = [](Peer& peer) {
        peer.mail();
        std::this_thread::sleep_for(milliseconds(1500));  // longer than the usual read timeout
    };
    FakeServer server(serving(behind));
    EXPECT_EQ(outlet_to(server)->send(kMail).delivery, Delivery::sent);
}

TEST(SmtpOutlet, AfterAnUnknownFateNoLateAnswerIsTakenForTheNextMails) {
    Server confused;
    confused.answers = {{".", "what?\r\n250 2.0.0 queued after all\r\n"}};
    Server behind;
    FakeServer server({serving(confused), serving(behind)});
    const auto outlet = outlet_to(server);
    EXPECT_EQ(outlet->send(kMail).delivery, Delivery::unknown);
    EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
    EXPECT_EQ(server.connections(), 2);
}

TEST(SmtpOutlet, AStaleConnectionIsReplacedOnce) {
    for (const char* ending : {"hang up", "421 4.4.2 idle too long\r\n"}) {
        Server closing;
        closing.after_mail = [ending](Peer& peer) { say_or_leave(peer, ending); };
        Server behind;
        FakeServer server({serving(closing), serving(behind)});
        const auto outlet = outlet_to(server);
        EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
        std::this_thread::sleep_for(milliseconds(100));
        EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent) << ending;
        EXPECT_EQ(closing.got().size() + behind.got().size(), 2u) << ending;
        EXPECT_EQ(server.connections(), 2) << ending;
    }
}

TEST(SmtpOutlet, AServerThatAlwaysHangsUpIsNotAskedForEver) {
    Server behind;
    behind.answers = {{"MAIL", "hang up"}};
    FakeServer server(serving(behind));
    const auto outlet = outlet_to(server);
    EXPECT_EQ(outlet->send(kMail).delivery, Delivery::trouble);
    EXPECT_EQ(server.connections(), 1);
}

TEST(SmtpOutlet, AConnectionLostMidwayIsTroubleAndNotUnknown) {
    Server behind;
    behind.at_data = [](Peer&) { throw Peer::Gone{}; };
    FakeServer server(serving(behind));
    OutgoingMail mail = kMail;
    mail.bytes = "Subject: big\n\n" + std::string(30'000'000, 'x') + "\n";
    behind.services = {"AUTH PLAIN"};
    EXPECT_EQ(outlet_to(server)->send(mail).delivery, Delivery::trouble);
}

TEST(SmtpOutlet, ARefusalInTheMiddleOfTheMailIsHeard) {
    Server behind;
    behind.services = {"AUTH PLAIN"};
    behind.at_data = [](Peer& peer) {
        peer.say("552 5.3.4 that is too much\r\n");
        peer.hold();
    };
    FakeServer server(serving(behind));
    OutgoingMail mail = kMail;
    mail.bytes = "Subject: big\n\n" + std::string(30'000'000, 'x') + "\n";
    const DeliveryResult result = outlet_to(server)->send(mail);
    EXPECT_EQ(result.delivery, Delivery::refused);
    EXPECT_EQ(result.code, 552);
}

TEST(SmtpOutlet, NothingIsSentWithoutTheLoginThatWasAskedFor) {
    Server behind;
    behind.services = {"SIZE 1000"};
    FakeServer server(serving(behind));
    const auto outlet = outlet_to(server);
    const DeliveryResult result = outlet->send(kMail);
    EXPECT_EQ(result.delivery, Delivery::trouble);
    EXPECT_THAT(result.reply, HasSubstr("offers no login"));
    EXPECT_EQ(server.heard("MAIL"), 0u);
}

TEST(SmtpOutlet, WithoutAUserNoLoginIsNeeded) {
    Server behind;
    behind.services.clear();
    FakeServer server(serving(behind));
    ServerAccess access = access_to(server);
    access.user.clear();
    EXPECT_EQ(make_smtp_outlet(access, "client.example.org")->send(kMail).delivery, Delivery::sent);
}

TEST(SmtpOutlet, ARefusedLoginSaysWhyAndNotTheSecret) {
    Server behind;
    behind.answers = {{"AUTH", "535 5.7.8 not with AGRlY2lzaW9ucwBvcGVuLXNlc2FtZQ== or open-sesame\r\n"}};
    FakeServer server(serving(behind));
    try {
        outlet_to(server)->probe();
        FAIL();
    } catch (const Trouble& trouble) {
        EXPECT_EQ(trouble.retry(), Trouble::Retry::later);
        EXPECT_THAT(trouble.what(), HasSubstr("535 5.7.8 not with"));
        EXPECT_THAT(trouble.what(), Not(HasSubstr("open-sesame")));
        EXPECT_THAT(trouble.what(), Not(HasSubstr("cGVuLXNlc2Ft")));
    }
}

TEST(SmtpOutlet, NothingSecretIsSentWhereTlsIsMissing) {
    Server behind;
    FakeServer server(serving(behind));
    ServerAccess access = access_to(server);
    access.tls_required = true;
    try {
        make_smtp_outlet(access, "client.example.org")->probe();
        FAIL();
    } catch (const Trouble& trouble) {
        EXPECT_EQ(trouble.retry(), Trouble::Retry::never);
    }
    EXPECT_EQ(server.heard("AUTH"), 0u);
}

TEST(SmtpOutlet, AddressesThatBreakTheLineNeverReachTheServer) {
    Server behind;
    FakeServer server(serving(behind));
    const auto outlet = outlet_to(server);
    for (const char* address :
         {"a@example.org\r\nRCPT TO:<eve@example.net>", "", "a b@example.org", "<a@example.org>"}) {
        OutgoingMail mail = kMail;
        mail.recipient = address;
        EXPECT_EQ(outlet->send(mail).delivery, Delivery::refused);
        if (mail.recipient.empty()) continue;
        mail.recipient = kMail.recipient;
        mail.envelope_from = address;
        EXPECT_EQ(outlet->send(mail).delivery, Delivery::refused);
    }
    EXPECT_EQ(server.connections(), 0);
}

TEST(SmtpOutlet, AnEhloNameThatBreaksTheLineIsTrouble) {
    Server behind;
    FakeServer server(serving(behind));
    EXPECT_THROW(make_smtp_outlet(access_to(server), "x\r\nVRFY ana")->probe(), Trouble);
    EXPECT_EQ(server.connections(), 0);
}

TEST(SmtpOutlet, EightBitIsDeclaredWhereItIsOffered) {
    OutgoingMail mail = kMail;
    mail.bytes = "Subject: x\n\n\xC3\xA9\n";
    for (const bool offered : {true, false}) {
        Server behind;
        if (offered) behind.services.push_back("8BITMIME");
        FakeServer server(serving(behind));
        const auto outlet = outlet_to(server);
        EXPECT_EQ(outlet->send(mail).delivery, Delivery::sent);
        EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
        EXPECT_EQ(server.heard("BODY=8BITMIME"), offered ? 1u : 0u);
    }
}

TEST(SmtpOutlet, NonAsciiAddressesNeedSmtpUtf8) {
    OutgoingMail mail = kMail;
    mail.recipient = "j\u00F6rg@example.org";
    for (const bool offered : {true, false}) {
        Server behind;
        if (offered) behind.services.push_back("SMTPUTF8");
        FakeServer server(serving(behind));
        const auto outlet = outlet_to(server);
        EXPECT_EQ(outlet->send(mail).delivery, offered ? Delivery::sent : Delivery::refused);
        EXPECT_EQ(server.heard(" SMTPUTF8"), offered ? 1u : 0u);
        EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
    }
}

TEST(SmtpOutlet, DeliveryReportsAreAskedForWhereTheyAreOffered) {
    Server behind;
    behind.services.push_back("DSN");
    FakeServer server(serving(behind));
    OutgoingMail mail = kMail;
    mail.recipient = "ana+x@example.org";
    EXPECT_EQ(outlet_to(server)->send(mail).delivery, Delivery::sent);
    EXPECT_EQ(server.heard("SIZE=29 RET=HDRS"), 1u);
    EXPECT_EQ(server.heard("NOTIFY=FAILURE,DELAY ORCPT=rfc822;ana+2Bx@example.org"), 1u);
}

TEST(SmtpOutlet, AMailLargerThanTheServersSizeIsNotOffered) {
    Server behind;
    FakeServer server(serving(behind));
    OutgoingMail mail = kMail;
    mail.bytes += std::string(200'000, 'x');
    const auto outlet = outlet_to(server);
    const DeliveryResult result = outlet->send(mail);
    EXPECT_EQ(result.delivery, Delivery::refused);
    EXPECT_EQ(result.code, 552);
    EXPECT_EQ(server.heard("MAIL"), 0u);
    EXPECT_EQ(outlet->send(kMail).delivery, Delivery::sent);
    EXPECT_EQ(outlet->send(mail).delivery, Delivery::refused);
}

TEST(SmtpOutlet, AServerThatSpeaksOutOfTurnIsNotTrusted) {
    Server behind;
    behind.answers = {{"MAIL", "250 ok\r\n250 and the next too\r\n"}};
    FakeServer server(serving(behind));
    EXPECT_EQ(outlet_to(server)->send(kMail).delivery, Delivery::trouble);
    EXPECT_EQ(server.heard("RCPT"), 0u);
}

TEST(SmtpOutlet, InterruptAfterTheFinalDotLeavesTheFateUnknown) {
    for (const bool after_dot : {true, false}) {
        Server behind;
        behind.answers = {{after_dot ? "." : "RCPT", "stall"}};
        FakeServer server(serving(behind));
        ServerAccess access = access_to(server);
        access.read_timeout = seconds(30);
        const auto outlet = make_smtp_outlet(access, "client.example.org");
        std::thread other([&] {
            std::this_thread::sleep_for(milliseconds(300));
            outlet->interrupt();
        });
        const auto start = std::chrono::steady_clock::now();
        EXPECT_EQ(outlet->send(kMail).delivery, after_dot ? Delivery::unknown : Delivery::trouble);
        EXPECT_LT(std::chrono::steady_clock::now() - start, seconds(2));
        other.join();
        EXPECT_EQ(outlet->send(kMail).delivery, Delivery::trouble);  // sticky
    }
}

TEST(SmtpOutlet, NoServerIsTroubleAndNoException) {
    ServerAccess access;
    access.scheme = "smtp";
    access.host = "127.0.0.1";
    access.port = 1;
    EXPECT_EQ(make_smtp_outlet(access, "client.example.org")->send(kMail).delivery, Delivery::trouble);
}

}  // namespace
}  // namespace assentd
