// SPDX-License-Identifier: Apache-2.0
// One mail that speaks of several decisions: what is meant for one never counts in another.
#include <algorithm>

#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

// Lines of a mail may be folded anywhere.
std::string words_of(const Sent& mail) {
    std::string text = read_message(mail.bytes).text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

class SeveralDecisions : public House {
  protected:
    void open_two() {
        configure("[policy.pick]\npreset = \"ranked\"\nperiod = \"2 days\"\nquorum = 1\n");
        for (const char* what : {"One", "Two"})
            mail("Ana Lima <ana@example.org>", "decisions@example.org", what,
                 "Policy: pick\nOptions: tea, coffee\n\nWhich?", proven());
        for (const auto& m : round())
            if (m.notice == "invitation" && m.to == "ben@example.org") (to_.empty() ? to_ : other_) = m.reply_to();
    }
    const Seat& ben(std::int64_t number) {
        seen_ = decision(number);
        return seen_.seats.at(*find_participant(seen_, "ben@example.org"));
    }

    std::string to_;
    std::string other_;
    Decision seen_;
};

TEST_F(SeveralDecisions, AnAnswerBelowTheNameOfAnotherIsAskedAbout) {
    open_two();
    for (const char* text : {"D-2:\n\nB > A", "D-2\n\nB > A"}) {
        mail("ben@example.org", to_, "Re: [D-1] One", text);
        round();
        EXPECT_FALSE(ben(1).stance) << text;
        EXPECT_TRUE(ben(1).pending) << text;
        EXPECT_FALSE(ben(2).stance) << text;
    }
    mail("ben@example.org", to_, "Re: [D-1] One", "D-1:\nB > A");
    round();
    EXPECT_TRUE(ben(1).stance) << "it is its own name";
}

TEST_F(SeveralDecisions, OptionsInWordsAreReadBehindTheNameOfTheirDecision) {
    configure("[policy.pick]\npreset = \"approval\"\nperiod = \"2 days\"\nquorum = 1\n");
    for (const char* what : {"One", "Two"})
        mail("Ana Lima <ana@example.org>", "decisions@example.org", what,
             "Policy: pick\nOptions: Azul, Carcassonne, Hanabi\n\nWhich?", proven());
    round();
    mail("ben@example.org", "decisions@example.org", "Re: what waits for you",
         "D-1: Azul and Carcassonne please\nD-2: I'd take Azul and Hanabi", proven());
    round();
    ASSERT_TRUE(ben(1).stance);
    EXPECT_EQ(ben(1).stance->ballot.approved.size(), 2u);
    ASSERT_TRUE(ben(2).stance);
    mail("ben@example.org", "decisions@example.org", "Re: what waits for you", "D-1: Azul or Hanabi", proven());
    round();
    EXPECT_TRUE(ben(1).pending);
}

class TwoMotions : public SeveralDecisions {
  protected:
    void open_two_motions() {
        configure("[policy.ask]\npreset = \"majority\"\nperiod = \"2 days\"\nquorum = 1\n");
        for (const char* what : {"One", "Two"})
            mail("Ana Lima <ana@example.org>", "decisions@example.org", what, "Policy: ask\n\nLet us.", proven());
        for (const auto& m : round())
            if (m.notice == "invitation" && m.to == "ben@example.org" && to_.empty()) to_ = m.reply_to();
    }
    // What Ben hears when he answers D-1 so.
    std::string heard_of(const std::string& text) {
        mail("ben@example.org", to_, "Re: [D-1] One", text, proven());
        std::string heard;
        for (const auto& m : round())
            if (m.to == "ben@example.org") heard += (heard.empty() ? "" : " ") + m.notice;
        return heard;
    }
};

TEST_F(TwoMotions, AVoteThatNamesAnotherIsAskedAbout) {
    open_two_motions();
    for (const char* text :
         {"+1 (for D-2)", "+1 [D-2]", "+1 for D-2", "+1 to D-1 and D-2", "+1 to both D-1 and D-2", "+1 zu D-2",
          "+1 pour D-2", "On D-2:\n\n+1", "Zu D-2:\n\n+1", "On D-2, the laptops:\n\n+1"}) {
        EXPECT_EQ(heard_of(text), "question") << text;
        EXPECT_FALSE(ben(1).stance) << text;
        EXPECT_FALSE(ben(2).stance) << text;
    }
    for (const char* text : {"+1, it does not contradict D-2", "+1 for D-1", "+1 (D-1)"})
        EXPECT_EQ(heard_of(text), "receipt") << text;
    EXPECT_FALSE(ben(2).stance);
    for (const char* text : {"Both D-1 and D-2: +1", "-1\n\nand for D-2 I vote no", "D-2:\n+1\n\nD-1:\n+1"}) {
        EXPECT_EQ(heard_of(text).substr(0, 7), "receipt") << text;
        ASSERT_TRUE(ben(2).stance) << text;
        const Position said = ben(1).stance->position;
        EXPECT_EQ(said, ben(2).stance->position) << text;
    }
}

TEST_F(SeveralDecisions, AnAnswerRightBelowANameIsForThatDecision) {
    open_two();
    mail("ben@example.org", to_, "Re: [D-1] One", "D-1:\nA > B\n\nD-2:\nB > A\n", proven());
    round();
    ASSERT_TRUE(ben(1).stance);
    EXPECT_EQ(ben(1).stance->ballot.places.front().front(), 0);
    ASSERT_TRUE(ben(2).stance);
    EXPECT_EQ(ben(2).stance->ballot.places.front().front(), 1);
}

TEST_F(SeveralDecisions, TwoBallotsForOneAreAskedAboutHoweverTheyAreAddressed) {
    open_two();
    mail("ben@example.org", to_, "Re: [D-1] One", "D-1: B > A\nA > B");
    round();
    EXPECT_FALSE(ben(1).stance);
    EXPECT_TRUE(ben(1).pending);
    mail("ben@example.org", to_, "Re: [D-1] One", "D-2: B > A\nA > B", proven());
    round();
    ASSERT_TRUE(ben(1).stance);
    EXPECT_EQ(ben(1).stance->ballot.places.front().front(), 0);
    ASSERT_TRUE(ben(2).stance);
    EXPECT_EQ(ben(2).stance->ballot.places.front().front(), 1);
}

TEST_F(SeveralDecisions, AnUnknownNumberIsToldAtOnceWhereTheRestIsHeld) {
    open_two();
    mail("ben@example.org", to_, "Re: [D-1] One", "D-2: B > A\nD-9: +1");
    std::string confirm;
    bool told = false;
    for (const auto& m : round()) {
        told = told || words_of(m).find("There is no decision D-9.") != std::string::npos;
        if (m.notice == "question") confirm = m.reply_to();
    }
    EXPECT_TRUE(told);
    ASSERT_FALSE(confirm.empty()) << "the address of one decision proves nothing for another";
    mail("ben@example.org", confirm, "Re: [D-2] Two", "yes");
    for (const auto& m : round()) EXPECT_EQ(words_of(m).find("There is no decision D-9."), std::string::npos);
    EXPECT_TRUE(ben(2).stance);
}

TEST_F(SeveralDecisions, AnUnknownNumberInAHeldMailIsToldWithTheFirstThatIsConfirmed) {
    open_two();
    mail("ben@example.org", "decisions@example.org", "Both", "D-1: B > A\nD-2: B > A\nD-9: +1");
    std::vector<std::string> confirm;
    for (const auto& m : round()) {
        EXPECT_EQ(words_of(m).find("There is no decision D-9."), std::string::npos)
            << "nobody knows whose mail it is";
        if (m.notice == "question") confirm.push_back(m.reply_to());
    }
    ASSERT_EQ(confirm.size(), 2u);
    std::vector<int> told;
    for (const std::string& to : {confirm[1], confirm[0]}) {
        mail("ben@example.org", to, "Re: Both", "yes");
        told.push_back(0);
        for (const auto& m : round())
            told.back() += words_of(m).find("There is no decision D-9.") != std::string::npos;
    }
    EXPECT_EQ(told, (std::vector<int>{1, 0}));
}

TEST_F(SeveralDecisions, AMailToTheAddressesOfTwoIsAskedAbout) {
    open_two();
    for (const char* text : {"A > B", "I like tea."}) {
        mail("ben@example.org", to_ + ", " + other_, "Re: [D-1] One", text);
        const auto sent = round();
        ASSERT_EQ(sent.size(), 1u) << text;
        EXPECT_NE(words_of(sent[0]).find("not clear which decision"), std::string::npos) << sent[0].bytes;
        EXPECT_NE(words_of(sent[0]).find("D-2: "), std::string::npos) << sent[0].bytes;
        for (const int number : {1, 2}) {
            EXPECT_FALSE(ben(number).stance) << text;
            EXPECT_TRUE(decision(number).comments.empty()) << text;
        }
        mail("ben@example.org", sent[0].reply_to(), "Re: [D-1] One", "D-1: A > B\nD-2: B > A");
        round();
        EXPECT_TRUE(ben(1).stance && ben(2).stance) << "the question can be answered";
        mail("ben@example.org", sent[0].reply_to(), "Re: [D-1] One", "D-1: withdraw vote\nD-2: withdraw vote");
        round();
    }
    mail("ben@example.org", to_ + ", " + other_, "Re: [D-1] One", "D-1: A > B\nD-2: B > A");
    round();
    EXPECT_TRUE(ben(1).stance && ben(2).stance) << "it names them";
    expect_honest_record();
}

// A mail to nobody's thread: only its lines lead to decisions.
class NamedByLinesOnly : public SeveralDecisions {
  protected:
    // What Ben hears of it.
    std::string send(const std::string& text, const std::string& header = proven()) {
        mail("ben@example.org", "decisions@example.org", "my answers", text, header);
        std::string heard;
        for (const auto& m : round())
            if (m.to == "ben@example.org") heard += words_of(m);
        expect_honest_record();
        return heard;
    }
    static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
};

TEST_F(NamedByLinesOnly, ALineWithoutANumberIsAskedAboutAndNeverDropped) {
    open_two();
    for (const char* loose : {"A > B", "recuse", "+1"}) {
        const auto heard = send("D-1: hm\n" + std::string(loose));
        EXPECT_TRUE(has(heard, "> " + std::string(loose))) << heard;
        EXPECT_TRUE(has(heard, "for example: D-1: " + std::string(loose))) << heard;
        EXPECT_FALSE(ben(1).stance) << loose;
        EXPECT_TRUE(ben(1).pending) << loose;
    }
}

TEST_F(NamedByLinesOnly, WhatContradictsTheNumberedLineKeepsItFromBeingCounted) {
    open_two();
    const auto heard = send("D-1: A > B\nB > A");
    EXPECT_TRUE(has(heard, "says different things about D-1")) << heard;
    EXPECT_TRUE(has(heard, "> B > A")) << heard;
    EXPECT_FALSE(ben(1).stance);
    EXPECT_FALSE(has(send("D-1: A > B\nA > B"), "different")) << "said twice";
    EXPECT_TRUE(ben(1).stance);
}

TEST_F(NamedByLinesOnly, WhatCanBeAboutNothingElseIsTaken) {
    open_two();
    const auto heard = send("D-1: A > B\nconcern: cost it is dear\nstatus");
    EXPECT_TRUE(ben(1).stance);
    ASSERT_EQ(decision(1).concerns.size(), 1u);
    EXPECT_TRUE(has(heard, "No answer yet")) << "status: " << heard;
}

TEST_F(NamedByLinesOnly, AmongSeveralItIsAskedWhichIsMeant) {
    open_two();
    const auto heard = send("D-1: A > B\nD-2: B > A\nrecuse\nconcern: cost it is dear\nreceipts on");
    EXPECT_TRUE(has(heard, "> recuse")) << heard;
    EXPECT_TRUE(has(heard, "> concern: cost it is dear")) << heard;
    EXPECT_TRUE(has(heard, "which decision it is about: D-1, D-2?")) << heard;
    EXPECT_FALSE(has(heard, "> receipts on  It does not")) << heard;
    EXPECT_TRUE(has(heard, "You get a receipt for each answer from now on.")) << heard;
    ASSERT_TRUE(ben(1).stance);
    EXPECT_EQ(ben(1).stance->ballot.places.front().front(), 0);
    EXPECT_EQ(ben(2).stance->ballot.places.front().front(), 1);
    EXPECT_TRUE(decision(1).concerns.empty());
    EXPECT_TRUE(decision(2).concerns.empty());
}

TEST_F(NamedByLinesOnly, WhatIsHeldIsReadTheSameWhenItIsConfirmed) {
    open_two();
    send("D-1: A > B\nconcern: cost it is dear\nrecuse", "");
    ASSERT_EQ(decision(1).held.size(), 1u);
    const std::string token =
        tokens_->confirm_token(*store_->find_number(1), "ben@example.org", decision(1).held.front().source.sha256);
    mail("ben@example.org", tokens_->address(ReplyAddress::Purpose::confirm, *store_->find_number(1), token),
         "Re: Is it yours?", "yes");
    const auto sent = round();
    EXPECT_TRUE(std::any_of(sent.begin(), sent.end(), [](const Sent& m) { return has(words_of(m), "> recuse"); }));
    EXPECT_FALSE(ben(1).stance);
    EXPECT_TRUE(ben(1).pending) << "the ballot was read, too, and recuse says otherwise";
    EXPECT_EQ(decision(1).concerns.size(), 1u);
    expect_honest_record();
}

TEST_F(NamedByLinesOnly, AThreadThatBecomesKnownLaterChangesNothing) {
    open_two();
    mail("chen@example.org", "decisions@example.org", "Re: [D-1] One", "I wonder.");  // unproven
    const std::string held = "<m" + std::to_string(mails_) + "@example.org>";
    round();
    send("D-1: hm\nA > B", "In-Reply-To: " + held + "\n" + proven());
    EXPECT_FALSE(ben(1).stance);
    store_->begin();
    store_->remember_thread(held, *store_->find_number(1));
    store_->commit();
    expect_honest_record();
}

TEST_F(NamedByLinesOnly, AQuestionShowsWhatIsRightForItsDecisionAndQuotesNoOther) {
    open_two();
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Three", "Policy: board\n\nDo we?", proven());
    round();
    const auto heard = send("D-1: hm\nD-3: haw");
    EXPECT_TRUE(has(heard, "for example: D-1: B > A")) << heard;
    EXPECT_TRUE(has(heard, "you mean by \"D-1: hm\".")) << heard;
    EXPECT_TRUE(has(heard, "you mean by \"D-3: haw\".")) << heard;
}

// --- to the address for answers to several decisions ---

TEST_F(NamedByLinesOnly, AnAnswerToAReminderOfSeveralThatNamesNoneIsAskedAbout) {
    open_two();
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "Three", "Policy: board\n\nDo we?", proven());
    round();
    const std::string several =
        tokens_->address(ReplyAddress::Purpose::person, 0, tokens_->person_token("ben@example.org"));
    const auto records = store_->summaries().size();
    for (const char* text : {"B", "+1", "> D-1: One", "I would rather have coffee."}) {
        mail("ben@example.org", several, "Re: Your answer to 3 decisions", text);
        const auto sent = round();
        ASSERT_EQ(sent.size(), 1u) << text;
        EXPECT_EQ(sent[0].to, "ben@example.org");
        EXPECT_EQ(sent[0].reply_to(), several);
        const auto heard = words_of(sent[0]);
        EXPECT_TRUE(has(heard, "D-1, One: D-1: B > A")) << heard;
        EXPECT_TRUE(has(heard, "D-3, Three: D-3: +1")) << heard;
    }
    mail("ben@example.org", several, "reminder", "B");
    EXPECT_TRUE(has(words_of(round().front()), "which decision"));
    EXPECT_EQ(store_->summaries().size(), records) << "nothing was proposed";
    mail("ben@example.org", several, "Re: Your answer to 3 decisions", "D-1: B > A\nD-3: +1");
    round();
    EXPECT_TRUE(ben(1).stance) << "its own address proves it";
    EXPECT_TRUE(ben(3).stance);
    mail("ben@example.org", several, "A new one", "Policy: board\n\nShall we?", proven());
    round();
    EXPECT_EQ(store_->summaries().size(), records + 1);
    expect_honest_record();
}

// --- answers below the quoted headings of such a mail ---

class BelowHeadings : public TwoMotions {
  protected:
    // D-1 "One" and D-2 "Two"; the address that their reminder asks Ben to answer.
    std::string address() {
        open_two_motions();
        return tokens_->address(ReplyAddress::Purpose::person, 0, tokens_->person_token("ben@example.org"));
    }
    std::vector<Sent> replied(const std::string& text) {
        mail("ben@example.org", several_, "Re: Your answer to 2 decisions", "Ana wrote:\n" + text);
        return round();
    }
    std::string several_;
    static constexpr auto head = "> These decisions wait for your answer.\n>\n> D-1: One\n> proposed by Ana Lima\n";
};

TEST_F(BelowHeadings, EachIsForTheDecisionAboveIt) {
    several_ = address();
    const auto sent =
        replied(std::string(head) + "\n+1 fine by me\n\n> D-2: Two\n> proposed by Ana Lima\n\n-1 no money\n\n" +
                "> Reply once for all of them, one line each:\n>\n>   D-1: +1\n>   D-2: +1\n");
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].notice, "receipt");
    ASSERT_TRUE(ben(1).stance && seen_.number == 1);
    EXPECT_EQ(ben(1).stance->position, Position::agree);
    EXPECT_EQ(ben(1).stance->reason, "fine by me");
    ASSERT_TRUE(ben(2).stance);
    EXPECT_EQ(ben(2).stance->position, Position::disagree);
    EXPECT_EQ(ben(2).stance->reason, "no money");
    expect_honest_record();
}

TEST_F(BelowHeadings, WhatIsSaidOfAllOfThemIsHeard) {
    several_ = address();
    const std::string both = "Ana wrote:\n" + std::string(head) + "\n+1\n\n> D-2: Two\n\n+1\n";
    for (const std::string& text : {both + "\n> Reply once for all of them, one line each:\n\nPlease ignore this.\n",
                                    "Please do not count this yet.\n\n" + both}) {
        mail("ben@example.org", several_, "Re: Your answer to 2 decisions", text);
        round();
        EXPECT_FALSE(ben(1).stance) << text;
        EXPECT_FALSE(ben(2).stance) << text;
    }
    mail("ben@example.org", several_, "Re: Your answer to 2 decisions", both);
    round();
    EXPECT_TRUE(ben(1).stance && ben(2).stance);
}

// Anybody may write such a mail: each answer is read by itself, so there is an end to them.
TEST_F(BelowHeadings, MoreThanAReminderListsAreNotRead) {
    several_ = address();
    const auto with = [](int answers) {
        std::string text = "Ana wrote:\n";
        for (int i = 0; i < answers; ++i) text += "> D-1: One\n\n+1\n\n";
        return text;
    };
    mail("ben@example.org", several_, "Re: Your answer to 2 decisions", with(5000));
    round();
    EXPECT_FALSE(ben(1).stance);
    mail("ben@example.org", several_, "Re: Your answer to 2 decisions", with(2));
    round();
    EXPECT_TRUE(ben(1).stance);
}

TEST_F(BelowHeadings, AProposalThatQuotesAHeadingIsAProposal) {
    open_two_motions();
    mail("ben@example.org", "decisions@example.org", "A ladder",
         "Policy: ask\n> D-2: Two\n\nYes, let us do that, and buy a ladder for it.", proven());
    round();
    EXPECT_FALSE(ben(2).stance);
    EXPECT_TRUE(store_->find_number(3));
}

TEST_F(BelowHeadings, WhatIsNotHeadedIsAskedAbout) {
    several_ = address();
    for (const std::string& text :
         {std::string(head) + "> D-2: Two\n> proposed by Ana Lima\n\n+1\n",  // to one or to both?
          std::string(head) + ">\n>   D-1: +1\n\n+1\n", std::string("> D-1: Another title\n\n+1\n"),
          std::string("> D-9: Nothing\n\n+1\n")}) {
        replied(text);
        EXPECT_FALSE(ben(1).stance) << text;
        EXPECT_FALSE(ben(2).stance) << text;
    }
    const auto sent = replied(std::string(head) + "\n+1\n\n> D-2: Two\n\nWho pays for that?\n");
    EXPECT_TRUE(ben(1).stance);
    EXPECT_FALSE(ben(2).stance);
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_NE(words_of(sent[0]).find("> Who pays for that?"), std::string::npos) << words_of(sent[0]);
    expect_honest_record();
}

TEST_F(SeveralDecisions, ABallotBelowAQuotedHeadingIsForThatDecision) {
    open_two();
    const std::string several =
        tokens_->address(ReplyAddress::Purpose::person, 0, tokens_->person_token("ben@example.org"));
    mail("ben@example.org", several, "Re: Your answer to 2 decisions",
         "Ana wrote:\n> D-1: One\n> proposed by Ana Lima\n\ncoffee, tea\n\n> D-2: Two\n> proposed by Ana "
         "Lima\n\nNo idea yet.\n");
    std::string told;
    for (const auto& m : round()) told += words_of(m);
    ASSERT_TRUE(ben(1).stance) << told;
    EXPECT_EQ(ben(1).stance->ballot.places.front().front(), 1);
    EXPECT_FALSE(ben(2).stance);
    EXPECT_EQ(told.find("for example: D-2: +1"), std::string::npos) << "no ballot: " << told;
    expect_honest_record();
}

TEST_F(SeveralDecisions, OptionsThatAreCommandsOrVotesAreRefused) {
    configure("[policy.pick]\npreset = \"ranked\"\nperiod = \"2 days\"\nquorum = 1\n");
    mail("Ana Lima <ana@example.org>", "decisions@example.org", "One",
         "Policy: pick\nOptions: Withdraw, Keep it, +1, Renew\n\nWhich?", proven());
    const auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    for (const char* option : {"Withdraw", "Keep it", "+1"})
        EXPECT_NE(words_of(sent[0]).find("The option “" + std::string(option) + "” would be taken for"),
                  std::string::npos)
            << option << words_of(sent[0]);
    EXPECT_EQ(words_of(sent[0]).find("“Renew”"), std::string::npos);
}

}  // namespace
}  // namespace assentd::testing
