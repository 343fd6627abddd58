// SPDX-License-Identifier: Apache-2.0
// Mails that people wrote though something of a program stands in them, and mails of programs that hardly say so.
#include <gtest/gtest.h>

#include "parsers/automatic/automatic_patterns.h"
#include "parsers/automatic/bounce_text.h"
#include "parsers/message.h"

namespace assentd {
namespace {

MessageKind kind_from(const std::string& from, const std::string& fields, const std::string& body = "+1\n") {
    return read_message("From: " + from + "\n" + fields + "\n\n" + body).kind;
}
MessageKind kind(const std::string& fields, const std::string& body = "+1\n") {
    return kind_from("Ana <ana@example.org>", fields, body);
}

TEST(MessagePeople, ARuleThatRedirectsIsNoAnswer) {
    EXPECT_EQ(kind("X-MS-Exchange-Inbox-Rules-Loop: decisions@example.org"), MessageKind::human);
    EXPECT_EQ(kind("X-MS-Exchange-Inbox-Rules-Loop: ana@example.org"), MessageKind::auto_reply);
}

TEST(MessagePeople, ListsPassOnWhatPeopleWrote) {
    for (const char* of_list :
         {"List-Help: <mailto:help@example.org>", "X-Mailing-List: board@example.org",
          "X-BeenThere: board@example.org", "X-Mailman-Version: 1.1", "X-Sequence: 12",
          "Sender: owner-board@example.org", "Sender: \"Board\" <board-owner@example.org>",
          "Sender: board-bounces@example.org", "Sender: board-bounces+ana=example.org@example.net"})
        EXPECT_EQ(kind("Precedence: bulk\n" + std::string(of_list)), MessageKind::human) << of_list;
    for (const char* of_none :
         {"Sender: ana@example.org", "List-Unsubscribe: <https://example.net/leave>", "Sender: owner@example.net"})
        EXPECT_EQ(kind("Precedence: bulk\n" + std::string(of_none)), MessageKind::auto_reply) << of_none;
}

TEST(MessagePeople, AMarkMaySayNo) {
    for (const char* fields : {"X-Autoreply: 0", "X-Autorespond: none", "X-Autoresponder: FALSE", "X-Auto-Reply: off",
                               "X400-Content-Identifier: Auto fleet renew", "Content-Identifier: Automatic doors",
                               "X-Mailer: Example Mail 3.2", "X-POST-MessageClass: 9"})
        EXPECT_EQ(kind(fields), MessageKind::human) << fields;
    for (const char* fields : {"X-Autoresponder: yes", "X-Auto-Reply-From: ana@example.org", "X-Mailer: vacation",
                               "X-Mailer: Autoresponder 1.0", "X-POST-MessageClass: 9; Autoresponder",
                               "X-Auto-Submitted: auto-replied", "X-Precedence: auto_reply"})
        EXPECT_EQ(kind(fields, "Yes. I am back on Monday.\n"), MessageKind::auto_reply) << fields;
}

TEST(MessagePeople, QuotedProgramsSayNothingOfTheMail) {
    for (const char* text : {"-1 I object\n\n> This is an automatically generated message, please do not answer.",
                             "> This is an automated message. The ticket is closed.\n\n-1, it should say by whom.",
                             "Ja.\n\nAm 26.10.2026 um 10:00 schrieb Jira:\nDies ist eine automatisch erzeugte Mail.",
                             "+1\n\n> Your mail to 'board' with the subject [D-7] is awaiting approval",
                             "Two more days?\n\n-----Original Message-----\nFrom: Jira\n\nThis is an automatic mail.",
                             "-1 because it writes:\n\nThis is an automatically generated message."})
        EXPECT_EQ(kind("Subject: Re: [D-7] x", text), MessageKind::human) << text;
    for (const char* text : {"Yes, we got your mail.\nThis is an automated response.",
                             "Ben voted.\n--\nThis message was automatically generated."})
        EXPECT_EQ(kind("Subject: Re: [D-7] x", text), MessageKind::auto_reply) << text;
}

TEST(MessagePeople, WhoShowsABounceIsNoMailServer) {
    const std::string shown =
        "This message was created automatically by mail delivery software.\n\nA message that "
        "you sent could not be delivered to:\n\nben@example.net\n";
    EXPECT_EQ(kind("Subject: Re: x", "-1 I object, because this is what the new one sends:\n\n" + shown),
              MessageKind::human);
    EXPECT_EQ(kind("Subject: Re: x", shown), MessageKind::bounce);
    EXPECT_EQ(kind_from("mailer-daemon@example.net", "Subject: x", "Sorry.\n\n" + shown), MessageKind::bounce);
}

std::string with_attached(const std::string& from, const std::string& disposition, const std::string& part) {
    return "From: " + from +
           "\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n+1, see there.\n--b\n"
           "Content-Disposition: " +
           disposition + "\nContent-Type: " + part + "\n--b--\n";
}

TEST(MessagePeople, WhatIsAttachedIsNotWhatTheMailIs) {
    const std::string parts[] = {
        "message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ben@example.net\nAction: "
        "failed\nStatus: 5.1.1\n",
        "message/disposition-notification\n\nFinal-Recipient: rfc822; ben@example.net\n",
        "message/feedback-report\n\nFeedback-Type: abuse\n",
        "text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\nATTENDEE;PARTSTAT=DECLINED:mailto:a@example.org\n",
        "text/vnd.google.email-reaction+json\n\n{\"emoji\":\"x\",\"version\":1}\n"};
    for (const auto& part : parts) {
        const auto attached = "attachment; filename=x";
        EXPECT_EQ(read_message(with_attached("ana@example.org", attached, part)).kind, MessageKind::human) << part;
        EXPECT_NE(read_message(with_attached("ana@example.org", "inline", part)).kind, MessageKind::human) << part;
        EXPECT_NE(read_message(with_attached("MAILER-DAEMON@example.net", attached, part)).kind, MessageKind::human);
    }
    for (const char* server : {"postmaster@example.net", "<>"})
        EXPECT_EQ(read_message(with_attached(server, "attachment", parts[0])).kind, MessageKind::bounce) << server;
}

TEST(MessagePeople, AReportOfAnUnknownServerSaysItTwice) {
    const char* reports[][2] = {
        {"Non-Delivery: chairs",
         "--- Non-Delivery Report ---\nThe mail below could not be delivered to this user:\n\n"
         "\"ben@example.net\" <ben@example.net>\n\nOld message:\n\n+1\n"},
        {"Returned Mail - Error",
         "---- Failed Recipients ----\n\n<ben@example.net>: no mailbox. [SMTP Error Code 550]"
         "\n---- Returned Mail ----\n\nSubject: x\n\n+1\n"},
        {"Delivery Failure",
         "Could not deliver message to the following recipient(s):\n\nFailed Recipient: "
         "ben@example.net\n"}};
    for (const auto& [subject, text] : reports) {
        const Message m = read_message("From: admin@example.net\nSubject: " + std::string(subject) + "\n\n" + text);
        EXPECT_EQ(m.kind, MessageKind::bounce) << subject;
        ASSERT_EQ(m.bounced.size(), 1u) << subject;
        EXPECT_EQ(m.bounced[0].recipient, "ben@example.net") << subject;
        EXPECT_EQ(kind("Subject: chairs", text), MessageKind::human) << text;
        EXPECT_EQ(kind("Subject: " + std::string(subject), "Yes from me.\n" + std::string(text)), MessageKind::human);
    }
    EXPECT_EQ(kind("Subject: Undeliverable parcels",
                   "My mail to ben@example.net could not be delivered. Do we know another address?"),
              MessageKind::human);
    EXPECT_TRUE(lists_recipient("Recipient: ben@example.net\n"));
    EXPECT_FALSE(lists_recipient("It went to ben@example.net\n"));
}

TEST(MessagePeople, MailServersWarnBeforeTheyGiveUp) {
    for (const char* words :
         {"could not be delivered yet. Delivery attempts will continue to be made for 5 days.",
          "has not yet been delivered. We will continue to attempt delivery for 5 days.",
          "has been postponed due to a full mailbox.", "was not delivered. We will continue to try to deliver it."}) {
        const Message m = read_message(
            "From: MAILER-DAEMON@example.net\nSubject: Mail\n\nYour message to:\n\n"
            "ben@example.net\n\n" +
            std::string(words));
        EXPECT_EQ(m.kind, MessageKind::delay) << words;
        ASSERT_EQ(m.bounced.size(), 1u) << words;
        EXPECT_TRUE(m.bounced[0].temporary) << words;
    }
}

TEST(MessagePeople, TitlesOfServersAreNamesOfPeopleToo) {
    for (const char* from : {"\"Postmaster, Ben\" <ben@example.org>", "Postmasterson <b@example.org>",
                             "\"Mail Systems Team - Ben\" <ben@example.org>"})
        EXPECT_EQ(kind_from(from, "Subject: x"), MessageKind::human) << from;
    for (const char* from : {"Postmaster <abc@example.org>", "Mail System at mx <root@example.org>",
                             "Mail Delivery Subsystem <abc@example.org>", "postmaster@example.org"})
        EXPECT_NE(kind_from(from, "Subject: x"), MessageKind::human) << from;
}

TEST(BounceText, X400NamesItsAddress) {
    EXPECT_EQ(addresses_in("c=US;o=Example;dda:SMTP=ben@example.net; on Friday", 5),
              std::vector<std::string>{"ben@example.net"});
}

}  // namespace
}  // namespace assentd
