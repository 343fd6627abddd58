// SPDX-License-Identifier: Apache-2.0
// While answers are sealed nothing tells which sort of answer came (PRODUCT 6.1): neither what was made of a mail,
// nor the sort of mail that it was answered with, nor who is reminded.
#include "tests/unit/daemon/office.h"

namespace assentd::testing {
namespace {

class SealedAnswers : public Office {
  protected:
    SealedAnswers() {
        configure("[policy.sealed]\npreset = \"consent\"\nperiod = \"10 days\"\nvisibility = \"until-closed\"\n");
        std::ofstream(directory_ / "assentd.toml") << text_;
    }
    // What anybody with access to the machine sees after this answer of Ben's.
    std::string seen_after(const std::string& text) {
        answer("ben@example.org", text);
        round();
        EXPECT_EQ(run(outbox_list_command, OutboxWish{{}, "D-1", true}), exit_done);
        std::string seen;
        for (const auto& row : output())
            if (row["recipient"] == "ben@example.org") seen += row["notice"].get<std::string>() + '\n';
        store_->each_mail([&](const StoredMail& mail) {
            if (mail.from == "ben@example.org") seen += mail.reason + '\n';
        });
        return seen;
    }
};

struct SealedVote : SealedAnswers, ::testing::WithParamInterface<const char*> {};

TEST_P(SealedVote, LooksLikeAnyOther) {
    propose("Policy: sealed\n");
    const std::string seen = seen_after(GetParam());
    EXPECT_EQ(seen, "invitation\nanswer\nan answer on D-1 by reply token\n");
    for (const auto& row : output()) EXPECT_NE(row["notice"], "question");
}

INSTANTIATE_TEST_SUITE_P(All, SealedVote,
                         ::testing::Values("+1", "-1", "-1 it costs too much", "concern: cost too dear", "0",
                                           "+1 if it is cheap", "status"));

TEST_F(SealedAnswers, ANewTextRemindsNobodyWhoAnswered) {
    propose("Policy: sealed\n");
    answer("ben@example.org", "+1");
    answer("chen@example.org", "-1 it costs too much");
    round();
    at("2026-11-30T12:00:00Z");
    answer("ana@example.org", "amend\n\nLet us meet never.");
    round();
    std::vector<Sent> sent;
    for (const char* day : {"2026-12-03", "2026-12-05", "2026-12-08", "2026-12-09"}) {
        at(std::string(day) + "T12:00:00Z");
        for (auto& m : round()) sent.push_back(std::move(m));
    }
    EXPECT_EQ(count(sent, "reminder", "ben@example.org"), count(sent, "reminder", "chen@example.org"));
    EXPECT_GT(count(sent, "reminder", "dana@example.org"), 0) << "who has not answered is reminded";
    expect_honest_record();
}

TEST_F(SealedAnswers, AProposerWhoIsAskedWhatTheyMeanIsNotRemindedOfIt) {
    propose("Policy: sealed\n");
    answer("ana@example.org", "+1 if it is cheap");
    round();
    at("2026-12-08T12:00:00Z");
    const auto sent = round();
    EXPECT_EQ(count(sent, "reminder", "ana@example.org"), 0) << "it would tell that they answered";
    EXPECT_EQ(count(sent, "reminder", "dana@example.org"), 1);
}

TEST_F(SealedAnswers, WithdrawingAProposalShowsNobodysAnswer) {
    propose("Policy: sealed\n");
    answer("ben@example.org", "-1 it costs a fortune");
    round();
    answer("ana@example.org", "withdraw");
    for (const auto& m : round()) EXPECT_EQ(m.bytes.find("fortune"), std::string::npos) << m.notice << " to " << m.to;
    ASSERT_EQ(decision().closing->outcome, Outcome::withdrawn);
    EXPECT_EQ(run(show_command, std::string("D-1"), true), exit_done);
    EXPECT_FALSE(says("fortune"));
    EXPECT_EQ(run(log_command, std::string("D-1")), exit_done);
    EXPECT_FALSE(says("fortune"));
    EXPECT_EQ(run(export_command, std::string("D-1"), std::string("md"), std::string()), exit_done);
    EXPECT_FALSE(says("fortune"));
}

// ---- what the log says of a mail ----

TEST_F(SealedAnswers, AMailThatChangedNothingIsNotCalledAVote) {
    propose("Policy: board\n");
    const auto reason = [&] {
        return store_->find_mails_by_message_id("<m" + std::to_string(mails_) + "@example.org>").at(0).reason;
    };
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1");
    round();
    EXPECT_EQ(reason(), "held until it is confirmed, on D-1 by subject tag [D-1]");
    mail("zoe@example.net", "decisions@example.org", "Re: [D-1] Meet less", "+1");
    round();
    EXPECT_EQ(reason(), "nothing changed in D-1 by subject tag [D-1]");
    answer("ben@example.org", "+1");
    round();
    EXPECT_EQ(reason(), "vote on D-1 by reply token");
}

TEST_F(SealedAnswers, AnAddressIsKnownInEachOfItsSpellings) {
    propose("Policy: board\n");
    int hour = 10;
    for (const char* from : {"\"ben\"@example.org", "Ben <\"ben\"@Example.org>", "ben@example.org."}) {
        at("2026-11-30T" + std::to_string(hour++) + ":00:00Z");
        answer("ben@example.org", hour % 2 ? "+1" : "-1");
        auto& bytes = inbox_.waiting.back().raw;
        bytes.replace(0, bytes.find('\n'), std::string("From: ") + from);
        round();
        EXPECT_EQ(position("ben@example.org"), hour % 2 ? Position::agree : Position::disagree) << from;
    }
    expect_honest_record();
}

}  // namespace
}  // namespace assentd::testing
