// SPDX-License-Identifier: Apache-2.0
// A mail of ours that comes back without quotation marks. tests/scenarios/sent-back.txt has one of each kind.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class SentBack : public House {
  protected:
    void open() {
        mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", "Policy: board\n\nLet us meet less.",
             proven());
        for (const auto& m : round()) {
            if (m.notice != "invitation" || m.to != "ben@example.org") continue;
            invitation_ = read_message(m.bytes).text;
            reply_[m.to] = m.reply_to();
        }
    }
    std::vector<Sent> answered(const std::string& text) {
        answer("ben@example.org", text);
        return round();
    }

    std::string invitation_;
};

TEST_F(SentBack, IsKnownHoweverItsLinesAreWrapped) {
    open();
    std::string words = invitation_;
    std::size_t at = 0;
    for (char& c : words)
        if (c == ' ' && ++at % 5 == 0) c = '\n';
    for (const auto& text : {words, "Thanks.\n\n" + invitation_}) {
        EXPECT_EQ(count(answered(text), "question", "ben@example.org"), 1) << text;
        EXPECT_FALSE(position("ben@example.org"));
    }
    expect_honest_record();
}

TEST_F(SentBack, OneSentenceAmongOnesOwnWordsIsAQuotation) {
    open();
    answered("+1\n\nIf you do not answer, nothing is counted for you. Why?");
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    answered("-1\n\nHOW TO ANSWER\nThat heading is clear, the text is not.");
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    answered(
        "+1\n\nIf you do not answer, nothing is counted for you. Why?\nReply to this mail and begin with one of "
        "these, "
        "on a line of its own:");
    EXPECT_EQ(position("ben@example.org"), Position::disagree) << "two are too many";
    expect_honest_record();
}

TEST_F(SentBack, WhatStandsAboveTheHeaderOfTheMailThatIsAnsweredCounts) {
    open();
    answered(
        "+1\n\nFrom: Decisions <decisions@example.org>\nSent: Monday, November 30, 2026 10:00 AM\nTo: Ben Okoro "
        "<ben@example.org>\nSubject: [D-1] Meet less\n\n" +
        invitation_);
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(SentBack, TextsFromADirectoryAreOursToo) {
    const auto page = directory_ / "texts" / "en" / "invitation.txt";
    std::filesystem::create_directories(page.parent_path());
    std::ofstream(page) << "{{title}}\n\nYour word on this is asked for, dear friend.\nrecuse\nWhat you say is "
                           "written down for everybody.\n";
    templates_ = std::make_unique<Templates>(std::get<Templates>(Templates::load((directory_ / "texts").string())));
    world_ = std::make_unique<World>(World{*config_, *templates_, *tokens_, *store_, openpgp_.get()});
    const OurSentences& ours = world_->our_sentences;
    EXPECT_TRUE(
        ours.sent_back_in("Your word on this is asked for, dear friend. What you say is written down for "
                          "everybody."));
    EXPECT_TRUE(ours.sent_back_in("Reply to this mail and begin with one of these, on a line of its own:"))
        << "what went out before comes back yet";
    EXPECT_FALSE(ours.sent_back_in("Your word on this is asked for, dear friend."));
    EXPECT_FALSE(ours.sent_back_in(""));
}

}  // namespace
}  // namespace assentd::testing
