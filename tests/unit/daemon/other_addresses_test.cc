// SPDX-License-Identifier: Apache-2.0
// An address that somebody confirmed (PRODUCT 8.3): by one word, visible, and taken back.
#include "parsers/message.h"
#include "tests/unit/daemon/office.h"

namespace assentd::testing {
namespace {

class OtherAddresses : public Office {
  protected:
    void SetUp() override { propose("Policy: board\n"); }
    Sent from_elsewhere(const std::string& text) {
        at(instant_text(now_ + std::chrono::minutes(1)));
        mail("ben@home.example", reply_.at("ben@example.org"), "Re: [D-1] Meet less", text);
        const auto sent = round();
        return sent.empty() ? Sent{} : sent.front();
    }
    std::vector<Sent> reply(const Sent& question, const std::string& text) {
        mail("ben@example.org", question.reply_to(), "Re: [D-1]", text);
        return round();
    }
};

TEST_F(OtherAddresses, OneThatTheAdminAddsLaterIsTheirsInWhatIsOpen) {
    std::string toml = text_;
    const std::string on_file = "[\"ben@example.org\"]";
    toml.replace(toml.find(on_file), on_file.size(), "[\"ben.okoro@example.org\", \"ben@example.org\"]");
    configure_whole(toml);
    mail("ben.okoro@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "-1 tea stains the desks");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    mail("ben.okoro@example.org", "decisions@example.org", "Re: x", "D-1: +1", proven());
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    mail("chen@example.com", reply_.at("chen@example.org"), "Re: [D-1] Meet less", "+1");
    round();
    EXPECT_EQ(position("chen@example.org"), std::nullopt) << "nobody says that this is theirs";
    expect_honest_record();
}

TEST_F(OtherAddresses, OnlyALoneYesAddsOne) {
    const auto question = from_elsewhere("+1");
    ASSERT_EQ(question.notice, "question");
    for (const char* text : {"Yes, I see it, but that is not my address!", "yes?", "it is not my address but yes"}) {
        const auto again = reply(question, text);
        ASSERT_EQ(count(again, "question", "ben@example.org"), 1) << text;
        EXPECT_NE(again[0].bytes.find("ben@home.example"), std::string::npos);
        EXPECT_FALSE(find_participant(decision(), "ben@home.example")) << text;
    }
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(OtherAddresses, OneThatTheAdminGaveSomebodyElseMeanwhileIsNotSaidToBeTheirs) {
    const auto question = from_elsewhere("+1");
    std::string toml = text_;
    const std::string on_file = "[\"dana@example.org\"]";
    toml.replace(toml.find(on_file), on_file.size(), "[\"dana@example.org\", \"ben@home.example\"]");
    configure_whole(toml);
    const auto receipts = reply(question, "yes");
    ASSERT_EQ(count(receipts, "receipt", "ben@example.org"), 1);
    std::string text = read_message(receipts[0].bytes).text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    EXPECT_NE(text.find("is on file for somebody else by now, and is not made one of yours."), std::string::npos)
        << text;
    EXPECT_EQ(text.find("is taken as yours from now on"), std::string::npos) << text;
}

TEST_F(OtherAddresses, TheReceiptAndTheRecordNameItAndTheAdminTakesItBack) {
    const auto receipts = reply(from_elsewhere("+1"), "yes");
    ASSERT_EQ(count(receipts, "receipt", "ben@example.org"), 1);
    EXPECT_NE(receipts[0].bytes.find("ben@home.example"), std::string::npos) << receipts[0].bytes;
    EXPECT_EQ(receipts[0].bytes.find("assentctl"), std::string::npos) << "members have no use for it";
    EXPECT_EQ(run(log_command, std::string("D-1")), exit_done);
    EXPECT_TRUE(says("ben@home.example"));
    EXPECT_EQ(run(show_command, std::string("D-1"), true), exit_done);
    EXPECT_TRUE(says("ben@home.example"));
    EXPECT_EQ(run(address_list_command), exit_done);
    EXPECT_EQ(output_, "ben@home.example\tben@example.org\n");

    EXPECT_EQ(run(address_forget_command, std::string("Ben@Home.example")), exit_done);
    EXPECT_FALSE(find_participant(decision(), "ben@home.example"));
    EXPECT_EQ(position("ben@example.org"), Position::agree) << "what was counted stands";
    EXPECT_EQ(run(address_list_command), exit_done);
    EXPECT_EQ(output_, "");
    EXPECT_EQ(run(address_forget_command, std::string("ben@home.example")), exit_no_input);
    EXPECT_EQ(run(address_forget_command, std::string("ben@example.org")), exit_no_input) << "of the configuration";

    const auto question = from_elsewhere("-1");
    EXPECT_EQ(question.notice, "question") << "it is asked about anew";
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    mail("ana@example.org", "decisions@example.org", "Second", "Policy: board\n\nText.", proven());
    round();
    EXPECT_FALSE(find_participant(decision(2), "ben@home.example"));
    reply(question, "yes");
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    EXPECT_TRUE(find_participant(decision(2), "ben@home.example"));
    expect_honest_record();
}

TEST_F(OtherAddresses, AnAddressOfSomebodyOnFileIsNobodyElses) {
    mail("dana@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1");
    const auto sent = round();
    EXPECT_EQ(count(sent, "question", "ben@example.org"), 0);
    EXPECT_TRUE(decision().held.empty());
    EXPECT_EQ(position("ben@example.org"), std::nullopt);
    expect_honest_record();
}

TEST_F(OtherAddresses, WhoWasAskedUnderAnAddressThatTheAdminCorrectsIsStillAnswered) {
    std::string corrected = text_;
    for (auto at = corrected.find("ben@example.org"); at != corrected.npos; at = corrected.find("ben@example.org"))
        corrected.replace(at, 15, "okoro@example.org");
    configure_whole(corrected);
    for (const char* vote : {"+1", "-1", "0"}) {
        mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", vote);
        EXPECT_EQ(count(round(), "receipt", "okoro@example.org"), 1) << vote;
    }
    EXPECT_EQ(position("ben@example.org"), Position::abstain);
}

}  // namespace
}  // namespace assentd::testing
