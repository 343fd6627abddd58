// SPDX-License-Identifier: Apache-2.0
// Outsiders learn nothing, and forged ones do not make us write to their victims (SECURITY.md).
#include <algorithm>

#include "daemon/ctl/exports.h"
#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Outsiders : public House {
  protected:
    static std::string first_paragraph(const Sent& mail) {
        std::string text = read_message(mail.bytes).text;
        text.resize(std::min(text.size(), text.find("\n\n")));
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text.substr(0, text.find_last_not_of(' ') + 1);
    }
};

TEST_F(Outsiders, AnOutsiderIsToldNothingOfADecision) {
    propose("Policy: board\n");
    for (const char* subject : {"Re: [D-1] x", "Re: [D-99] x"}) {
        at(instant_text(now_ + std::chrono::hours(25)));
        mail("stranger@example.net", "decisions@example.org", subject, "status");
        const auto sent = round();
        for (const auto& m : sent) {
            if (m.to != "stranger@example.net") continue;
            EXPECT_EQ(m.notice, "refusal");
            for (const char* secret : {"Meet less", "open until", "Ana", "ana@", "binding", "X-Assentd-Decision"})
                EXPECT_EQ(m.bytes.find(secret), std::string::npos) << secret << " in\n" << m.bytes;
        }
        EXPECT_EQ(count(sent, "refusal", "stranger@example.net"), 1) << subject;
    }
    expect_honest_record();
}

TEST_F(Outsiders, AnAddressOfNoRecordLeadsNowhere) {
    for (const bool any : {false, true}) {
        if (any) propose();
        for (const char* local : {"c99.", "c1.", "c.", "f99.", "f.", "d99.", "c9223372036854775807."})
            for (const char* text : {"a thought", "+1", "status", "help", "D-1: +1", ""}) {
                at(instant_text(now_ + std::chrono::hours(25)));
                mail("stranger@example.net",
                     std::string("decisions+") + local + "aaaaaaaaaaaaaaaaaaaaaaaa@example.org", "hi", text);
                for (const auto& m : round())
                    EXPECT_TRUE(m.to != "stranger@example.net" || m.notice == "refusal") << local << text;
            }
    }
    expect_honest_record();
}

TEST_F(Outsiders, TheNameThatAnOutsiderGivesThemselfIsNotRepeated) {
    propose();
    for (const char* subject : {"Re: [D-1] x", "Re: [D-99] x"}) {
        at(instant_text(now_ + std::chrono::hours(25)));
        mail("\"Buy this now\" <victim@example.net>", "decisions@example.org", subject, "+1");
        const auto sent = round();
        ASSERT_EQ(count(sent, "refusal", "victim@example.net"), 1) << subject;
        EXPECT_EQ(sent.back().bytes.find("Buy this"), std::string::npos) << sent.back().bytes;
    }
}

TEST_F(Outsiders, HelpForAnUnknownAddressIsAFewWords) {
    mail("stranger@example.net", "decisions@example.org", "help", "help");
    const auto sent = round();
    ASSERT_EQ(count(sent, "refusal", "stranger@example.net"), 1);
    EXPECT_LT(sent[0].bytes.size(), 2000u) << sent[0].bytes;
    EXPECT_EQ(sent[0].bytes.find("`help`"), std::string::npos) << "asking again would bring nothing";
}

// Who may comment may not read.
TEST_F(Outsiders, AnOutsiderWhoMayCommentIsToldNothingElse) {
    configure(
        "[policy.forum]\npreset = \"consent\"\ncomments_from = \"everyone\"\nperiod = \"9 days\"\nreminders = []\n");
    propose("Policy: forum\n");
    answer("ben@example.org", "-1 the cost is not covered");
    round();
    const std::string vouched = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.net\n";
    for (const char* text : {"status", "+1", "close", "concern: cost too dear"}) {
        at(instant_text(now_ + std::chrono::hours(25)));
        mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less", text, vouched);
        const auto sent = round();
        EXPECT_EQ(sent.size(), 1u) << text;
        for (const auto& m : sent) {
            EXPECT_EQ(m.to, "stranger@example.net");
            for (const char* secret : {"Meet less", "open until", "Ana", "Ben", "cost is not", "binding", "D-1",
                                       "X-Assentd-Decision", "decisions+"})
                EXPECT_EQ(m.bytes.find(secret), std::string::npos) << secret << " in\n" << m.bytes;
        }
    }
    ASSERT_EQ(decision().comments.size(), 1u) << "their vote is kept as one";
    at(instant_text(now_ + std::chrono::hours(25)));
    mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less",
         "> Let us meet less.\n\nThe hall is free then.\n\nstatus", vouched);
    mail("other@example.net", "decisions@example.org", "Re: [D-1] Meet less", "-1", vouched);
    const auto sent = round();
    ASSERT_EQ(sent.size(), 2u);
    EXPECT_EQ(first_paragraph(sent[0]),
              "Your comment is recorded. Nothing else of your mail is, because you are not "
              "among those who are asked.");
    EXPECT_EQ(first_paragraph(sent[1]),
              "You are not among those who are asked, so this is not counted. It is kept as a "
              "comment. It was read from your line:");
    EXPECT_EQ(decision().comments[0].text, "+1");
    mail("stranger@example.net", "decisions@example.org", "Re: [D-1] Meet less", "I would come.", vouched);
    EXPECT_TRUE(round().empty()) << "a comment brings nobody a receipt";
    ASSERT_EQ(decision().comments.size(), 4u);
    EXPECT_EQ(decision().comments[0].by.address, "stranger@example.net");
    expect_honest_record();
}

// ---- tokens that people pass on themselves ----

TEST_F(Outsiders, AReplyAddressInAMailsTextReachesNobody) {
    propose("Policy: board\n");
    const std::string mine = reply_.at("ben@example.org");
    const std::string token = mine.substr(mine.find('.') + 1, 24);
    ASSERT_EQ(without_tokens(mine), "decisions@example.org");
    const auto others_copy = [](const Sent& m) { return m.to == "ben@example.org" ? std::string() : m.bytes; };
    answer("ben@example.org", "-1 please write to " + mine + " about it\n\nor to <mailto:" + mine + ">");
    answer("ben@example.org", "concern: address write to " + mine);
    answer("ana@example.org", "amend\n\nWrite to " + reply_.at("ana@example.org") + " if you like.");
    for (const auto& m : round()) EXPECT_EQ(others_copy(m).find(token), std::string::npos) << m.bytes;
    at("2026-12-03T09:00:00Z");
    for (const auto& m : round()) EXPECT_EQ(others_copy(m).find(token), std::string::npos) << m.bytes;
    for (const auto& row : store_->events(*store_->find_number(1)))
        EXPECT_EQ(row.body.find(token), std::string::npos) << row.body;
    expect_honest_record();
}

TEST_F(Outsiders, AnExportedThreadGivesNobodyAVote) {
    propose("Policy: board\n");
    const std::string mine = reply_.at("ben@example.org");
    const std::string token = mine.substr(mine.find('.') + 1, 24);
    answer("ben@example.org", "-1 it is dear\n\nOn Monday " + mine + " wrote:\n> a text");
    const auto at_sign = mine.find('@');
    mail("ben@example.org", mine, "Re: [D-1]",
         "On Monday decisions=2B" + mine.substr(10, 12) + "=\n" + mine.substr(22, at_sign - 22) +
             "=40example.org wrote",
         "Content-Transfer-Encoding: quoted-printable\n");
    mail("ben@example.org", mine, "Re: [D-1]", encoded_base64("A thought. On Monday " + mine + " wrote:\n> a text\n"),
         "Content-Transfer-Encoding: base64\n");
    round();
    const std::string mbox = as_mbox(*store_, *store_->find_number(1));
    EXPECT_NE(mbox.find("-1 it is dear"), std::string::npos);
    EXPECT_NE(mbox.find("To: decisions@example.org"), std::string::npos);
    EXPECT_EQ(mbox.find(token), std::string::npos) << mbox;
    EXPECT_EQ(mbox.find(mine.substr(22, at_sign - 22)), std::string::npos) << mbox;
    EXPECT_EQ(mbox.find(encoded_base64("A thought. On Monday " + mine).substr(0, 56)), std::string::npos) << mbox;
    EXPECT_NE(mbox.find(encoded_base64("A thought. On Monday decisions@").substr(0, 40)), std::string::npos) << mbox;
}

TEST(WithoutTokens, CutsTokensOnly) {
    const std::string token = "abcdefghijklmnopqrstuvwx";
    for (const char* detail : {"d42", "f7", "c7", "p", "b"})
        EXPECT_EQ(without_tokens("<decisions+" + std::string(detail) + '.' + token + "@example.org>,"),
                  "<decisions@example.org>,");
    EXPECT_EQ(without_tokens("Decisions+D1.ABCDEFGHIJKLMNOPQRSTUVWX@example.org"), "Decisions@example.org");
    EXPECT_EQ(without_tokens("<id234.d1." + token + "@example.org>"), "<id234@example.org>");
    for (const std::string at : {" @ ", "&#64;", "&commat;"})
        EXPECT_EQ(without_tokens("decisions+d1." + token + at + "example.org"), "decisions" + at + "example.org");
    for (const auto& plain : std::vector<std::string>{
             "decisions+rfc@example.org", "a.d1.short@example.org", "e.g. nothing", "...",
             "x." + token + "@example.org", "see d1." + token + " there", "+d1." + token + "yz@example.org"})
        EXPECT_EQ(without_tokens(plain), plain);
    for (const std::string hidden :
         {" at example.org", "[at]example.org", "\n@example.org", "\uFF20example.org", "", "."})
        EXPECT_EQ(without_tokens("decisions+d1." + token + hidden), "decisions" + hidden);
}

TEST_F(Outsiders, AnOutsiderCannotTellWhichDecisionsThereAre) {
    propose("Policy: board\n");
    std::vector<std::string> answers;
    for (const char* text : {"D-1: +1", "D-9: +1"}) {
        at(instant_text(now_ + std::chrono::hours(25)));
        mail("stranger@example.net", "decisions@example.org", "same", text);
        for (const auto& m : round())
            if (m.to == "stranger@example.net") answers.push_back(m.bytes.substr(m.bytes.find("\n\n")));
    }
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0], answers[1]);
}

TEST_F(Outsiders, AStrangerGetsOneRefusalADay) {
    propose();
    for (int i = 0; i < 40; ++i)
        mail("stranger@example.net", "decisions@example.org", i % 2 ? "Hello" : "Re: [D-1] Meet less",
             "Text " + std::to_string(i));
    EXPECT_EQ(count(round(), "refusal", "stranger@example.net"), 1);
    mail("stranger@example.net", "decisions@example.org", "help", "help");
    EXPECT_TRUE(round().empty());
}

TEST_F(Outsiders, AMailThatFailedAuthenticationIsNotAnsweredToItsForgedSender) {
    propose();
    const std::string failed = "Authentication-Results: mx.example.org; dmarc=fail header.from=example.net\n";
    mail("victim@example.net", "decisions@example.org", "Hello", "Text", failed);
    mail("victim@example.net", "decisions@example.org", "Re: [D-1] Meet less", "+1", failed);
    mail("victim@example.net", "decisions@example.org", "help", "help", failed);
    EXPECT_TRUE(round().empty());
}

}  // namespace
}  // namespace assentd::testing
