// SPDX-License-Identifier: Apache-2.0
// What a reply to a draft may say, and what it cannot do by mistake.
#include <algorithm>

#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

const std::string long_line = "Let us meet on Mondays only, from May on.";  // else it may be a greeting

class DraftReply : public House {
  protected:
    // The draft question that this proposal brings, on one line; empty: it opened.
    std::string proposed(const std::string& text, const std::string& to = "decisions@example.org") {
        asked_ = to;
        return sent("Meet less", text);
    }
    std::string reply(const std::string& text) { return sent("Re: Meet less", text); }
    std::string sent(const std::string& subject, const std::string& text) {
        at(instant_text(now_ + std::chrono::hours(2)));
        mail("Ana Lima <ana@example.org>", asked_, subject, text, proven());
        for (const auto& m : round()) {
            if (m.notice != "refusal") continue;
            asked_ = m.reply_to();
            std::string all = read_message(m.bytes).text;
            std::replace(all.begin(), all.end(), '\n', ' ');
            return all;
        }
        return {};
    }
    Decision newest() { return store_->load(store_->summaries().back().record); }
    static bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
    std::string asked_;  // where the last such question wants its answer
};

TEST_F(DraftReply, APolicyMisspeltInTheAddressIsAskedAboutUntilALineSettlesIt) {
    const std::string question = proposed("Let us meet less.", "decisions+majorty@example.org");
    EXPECT_TRUE(has(question, "There is no policy called “majorty”, which the address you wrote to names."))
        << question;
    EXPECT_TRUE(has(question, "Did you mean: Policy: majority?")) << question;
    for (const char* words : {"Sorry, I meant majority", "ok", "Deadline: in 5 days", "Policy:", "Policy: majorly"}) {
        const std::string again = reply(words);
        EXPECT_TRUE(has(again, "There is no policy called")) << words << again;
        EXPECT_EQ(newest().state, State::draft) << words;
    }
    EXPECT_EQ(reply("Policy: majority"), "");
    EXPECT_EQ(newest().policy.name, "majority");
    EXPECT_EQ(newest().text().body, "Let us meet less.");
}

// Its proposer's next word would open what somebody else wrote, or confirm it.
TEST_F(DraftReply, NobodyWritesInItsProposersName) {
    const auto forged = [&](const std::string& to, const std::string& header) {
        mail("Ana Lima <ana@example.org>", to, "Re: Meet less",
             "Voters: chen@example.org\nDecider: chen@example.org\nPolicy: board\nQuorum: 1", header);
        const auto sent = round();
        ASSERT_EQ(count(sent, "refusal", "ana@example.org"), 1);
        EXPECT_NE(sent[0].bytes.find("so the draft is as it was"), std::string::npos) << sent[0].bytes;
    };
    proposed("Deadline: Frydai\n\nLet us meet less.");
    const RecordId draft = store_->summaries().back().record;
    const std::string made_up = "decisions+f" + std::to_string(draft) + ".aaaaaaaaaaaaaaaaaaaaaaaa@example.org";
    const std::string thread = "In-Reply-To: <m1@example.org>\n";
    forged("decisions@example.org",
           thread + "Authentication-Results: mx.example.org; dmarc=fail header.from=example.org\n");
    forged(made_up, {});
    EXPECT_EQ(reply("Deadline: in 3 days"), "");
    EXPECT_EQ(newest().state, State::open);
    EXPECT_EQ(newest().policy.name, "team");
    EXPECT_FALSE(newest().decider);
    EXPECT_EQ(newest().seats.size(), 3u);
}

TEST_F(DraftReply, AYesConfirmsWhatTheQuestionShowed) {
    mail("ana@example.org", "decisions@example.org", "Meet less", "Policy: board\n\nLet us meet less.");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ana@example.org"), 1);
    const RecordId draft = store_->summaries().back().record;
    mail("ana@example.org", "decisions+f" + std::to_string(draft) + ".aaaaaaaaaaaaaaaaaaaaaaaa@example.org",
         "Re: Meet less", "Voters: chen@example.org\nQuorum: 1");
    EXPECT_EQ(count(round(), "question"), 0);
    mail("ana@example.org", asked[0].reply_to(), "Re: Meet less", "yes");
    round();
    EXPECT_EQ(newest().state, State::open);
    EXPECT_EQ(newest().seats.size(), 3u);
}

TEST_F(DraftReply, ThePolicyOfTheAddressOutlivesQuestionsAboutOthers) {
    const std::string question = proposed("We move to the new office on the first of May.\n\nPolicy: majority\n",
                                          "decisions+board@example.org");
    EXPECT_TRUE(has(question, "or with “Policy: board”, which it would be otherwise")) << question;
    EXPECT_TRUE(has(reply("Deadline: in 5 days"), "or with “Policy: board”, which it would be otherwise"));
    EXPECT_EQ(reply("Policy: board"), "");
    EXPECT_EQ(newest().policy.name, "board");
    EXPECT_TRUE(has(proposed("Approve the budget of 2030", "decisions+board@example.org"), "looks like an answer"));
    EXPECT_EQ(reply("yes"), "");
    EXPECT_EQ(newest().policy.name, "board");
}

TEST_F(DraftReply, TheValueAloneIsEnoughWhereOneLineIsAskedFor) {
    configure("[group.board]\nmembers = [\"ana@example.org\", \"ben@example.org\"]\n");
    const std::string text = "\n\nLet us meet less.";
    for (const auto& [head, value] :
         std::vector<std::pair<std::string, std::string>>{{"Deadline: Thurday 17:00", "Thursday 17:00"},
                                                          {"Deadline: Thurday 17:00", "4 December"},
                                                          {"Deadline: Thurday 17:00", "Thursday 17:00."},
                                                          {"Decider: dnaa@example.org", "dana@example.org"},
                                                          {"Policy: advice", "dana@example.org"},
                                                          {"Voters: group:bord", "group:board"},
                                                          {"Voters: group:bord", "ana@example.org, Ben Okoro"},
                                                          {"Policy: board\nQuorum: three", "3"},
                                                          {"Policy: majorty", "majority"},
                                                          {"Deadine: Friday", "Friday"},
                                                          {"Review: sometimes", "6 months"},
                                                          {"Words: ship it", "ship it = agree"},
                                                          {"Policy: ranked", "- Monday\n- Thursday"}}) {
        ASSERT_NE(proposed(head + text), "") << head;
        EXPECT_EQ(reply(value), "") << head << " / " << value;
        EXPECT_EQ(newest().state, State::open) << head << " / " << value;
        EXPECT_EQ(newest().text().body, "Let us meet less.") << head << " / " << value;
    }
    EXPECT_EQ(newest().options, (std::vector<std::string>{"Monday", "Thursday"}));
    ASSERT_NE(proposed("Let us meet less.", "decisions+majorty@example.org"), "");
    EXPECT_EQ(reply("majority"), "");
    EXPECT_EQ(newest().policy.name, "majority");
}

TEST_F(DraftReply, WhatCannotBeReadIsQuotedAndNeverText) {
    ASSERT_NE(proposed("Deadline: Thurday 17:00\n\nLet us meet less."), "");
    const std::string again = reply("Sorry, I meant Thursday 17:00");
    EXPECT_TRUE(has(again, "> Sorry, I meant Thursday 17:00  These words of your reply could not be read")) << again;
    EXPECT_TRUE(has(again, "Did you mean: Deadline: Thursday 17:00? Then reply with just that line.")) << again;
    const std::string other = reply("Oh dear: sorry");
    EXPECT_TRUE(has(other, "> Oh dear: sorry")) << other;
    EXPECT_TRUE(has(other, "Please reply with a line like: Deadline: Friday 17:00")) << other;
    EXPECT_EQ(newest().draft_problems.size(), 2u) << "of the last reply only";
    EXPECT_TRUE(has(reply("Policy: bord\n\nThursday 17:00"), "> Thursday 17:00"));
    EXPECT_EQ(reply("Policy: board\nDeadline: Thursday 17:00\n\nThanks for the hint!"), "");
    EXPECT_EQ(newest().text().body, "Let us meet less.");
}

TEST_F(DraftReply, AReplyThatSaysNothingIsAskedAboutAgain) {
    proposed("Policy: board\n");
    for (const char* text : {"", "> Policy: board\n", "-- \nAna", "\u2026", "\u3000", ".", "?"}) {
        EXPECT_TRUE(has(reply(text), "draft")) << text;
        EXPECT_EQ(newest().state, State::draft) << text;
    }
    expect_honest_record();
}

TEST_F(DraftReply, WordsBesideACorrectionAreToldOf) {
    const auto told = [&](const std::string& text) {
        mail("Ana Lima <ana@example.org>", asked_, "Re: Meet less", text, proven());
        for (const auto& m : round())
            if (m.notice == "receipt" && m.to == "ana@example.org") return read_message(m.bytes).text;
        return std::string();
    };
    ASSERT_NE(proposed("Deadline: Thurday 17:00\n\nLet us meet less."), "");
    const std::string receipt = told("Deadline: Thursday 17:00\n\nPlease also tell Bo about it before you open it.");
    EXPECT_TRUE(has(receipt, "> Please also tell Bo about it before you open it.")) << receipt;
    EXPECT_TRUE(has(receipt, "no part of your proposal")) << receipt;
    EXPECT_EQ(newest().text().body, "Let us meet less.");
    for (const char* courtesy : {"Thanks for the hint!", "Best regards,\nAna", "Sorry"}) {
        ASSERT_NE(proposed("Deadline: Thurday 17:00\n\nLet us meet less."), "");
        const std::string text = told("Deadline: Thursday 17:00\n\n" + std::string(courtesy));
        EXPECT_TRUE(has(text, "open as D-")) << text;
        EXPECT_FALSE(has(text, "no part of your proposal")) << text;
    }
    configure(
        "[policy.club]\npreset = \"consent\"\nvoters = [\"ana@example.org\", \"ben@example.org\"]\nseconds = 1\n");
    ASSERT_NE(proposed("Policy: club\nDeadline: Thurday 17:00\n\nLet us meet less."), "");
    const std::string waits = told("Deadline: Thursday 17:00\n\nWho seconds it, by the way?");
    EXPECT_TRUE(has(waits, "> Who seconds it, by the way?")) << waits;
}

TEST_F(DraftReply, ItsProposersNameIsNoPartOfTheText) {
    ASSERT_NE(proposed("Deadline: Thurday 17:00\n\nLet us meet less.\n\nAna"), "");
    EXPECT_EQ(newest().text().body, "Let us meet less.");
    EXPECT_EQ(reply("Deadline: Thursday 17:00\n\nBest\nAna"), "");
    EXPECT_EQ(newest().state, State::open);
    EXPECT_EQ(newest().text().body, "Let us meet less.");
}

TEST_F(DraftReply, TheSecondsThatItNeedsAreThoseThatWereAskedFor) {
    const auto club = [&](const char* seconds) {
        configure("[policy.club]\npreset = \"consent\"\nseconds = " + std::string(seconds) + "\n");
    };
    club("1");
    mail("ana@example.org", "decisions@example.org", "Meet less", "Policy: club\n\nLet us meet less.", proven());
    std::string to;
    for (const auto& m : round())
        if (m.notice == "question" && m.to == "ben@example.org") to = m.reply_to();
    club("3");
    mail("ben@example.org", to, "Re: Meet less", "seconded");
    EXPECT_EQ(count(round(), "invitation"), 4);
    EXPECT_EQ(newest().state, State::open);
    expect_honest_record();
}

TEST_F(DraftReply, WordsAreNoOptionsUnlessAListIsMade) {
    ASSERT_NE(proposed("Policy: ranked\n\nLet us meet less."), "");
    EXPECT_TRUE(has(reply("Sorry, I will look tomorrow"), "> Sorry, I will look tomorrow"));
    EXPECT_EQ(newest().state, State::draft);
}

TEST_F(DraftReply, WithTwoLinesAskedForAValueAloneIsNotGuessed) {
    ASSERT_NE(proposed("Deadline: Thurday 17:00\nQuorum: many\n\nLet us meet less."), "");
    EXPECT_TRUE(has(reply("Thursday 17:00"), "> Thursday 17:00"));
    EXPECT_EQ(newest().text().body, "Let us meet less.");
}

TEST_F(DraftReply, AValueThatIsNotTakenIsShownAsTheLineToWrite) {
    ASSERT_NE(proposed("Policy: bored\nDeadline: Thurday 17:00\n\nLet us meet less."), "");
    const std::string two = reply("board");
    EXPECT_TRUE(has(two, "> board")) << two;
    EXPECT_TRUE(has(two, "Did you mean: Policy: board? Then reply with that line")) << two;
    const std::string neither = reply("what do you want from me?");
    EXPECT_TRUE(has(neither, "lines like these, one below the other: Policy: team and Deadline: Friday 17:00"))
        << neither;
    EXPECT_EQ(reply("Policy: board\nDeadline: Thursday 17:00"), "");
    asked_ = "decisions@example.org";
    ASSERT_NE(sent("", "Let us meet less, and on Mondays only."), "");
    const std::string subject = reply("Fewer meetings");
    EXPECT_TRUE(has(subject, "Did you mean: Subject: Fewer meetings? Then reply with just that line.")) << subject;
    EXPECT_EQ(reply("Subject: Fewer meetings"), "");
    EXPECT_EQ(newest().text().title, "Fewer meetings");
}

TEST_F(DraftReply, HelpIsAnsweredInItsThreadToo) {
    ASSERT_NE(proposed("Deadline: Thurday 17:00\n\nLet us meet less."), "");
    for (const char* text : {"help", "Help!"}) {
        mail("Ana Lima <ana@example.org>", asked_, "Re: Meet less", text, proven());
        const auto sent = round();
        EXPECT_EQ(count(sent, "help", "ana@example.org"), 1) << text;
        EXPECT_EQ(sent.size(), 1u) << text;
    }
    EXPECT_TRUE(has(reply("help\n\nDeadline: Thurday 18:00"), "Thurday 18:00"));
    EXPECT_EQ(reply("Deadline: Thursday 17:00"), "");
}

TEST_F(DraftReply, APolicyAmongOtherWordsIsNamed) {
    for (const char* value : {"board, please", "the board one", "boadr if you like"}) {
        const std::string question = proposed("Policy: " + std::string(value) + "\n\nLet us meet less.");
        EXPECT_TRUE(has(question, "> Policy: " + std::string(value))) << question;
        EXPECT_TRUE(has(question, "Did you mean: Policy: board?")) << question;
    }
    EXPECT_TRUE(has(proposed("Policy: board or team\n\nLet us meet less."), "There are: "))
        << "which, is not guessed";
}

TEST_F(DraftReply, ASectionThatIsMissingComesUnderItsHeadingAndNothingElseDoes) {
    configure(
        "[policy.rfc]\npreset = \"consent\"\nvoters = [\"ana@example.org\"]\nrequired_sections = [\"Context\", "
        "\"Cost\"]\n");
    ASSERT_NE(proposed("Policy: rfc\n\nContext:\nWe meet a lot."), "");
    EXPECT_TRUE(has(reply("Hours:\nnone of them"), "> Hours:"));
    EXPECT_EQ(reply("Sorry, here it is:\n\nCost:\nNone at all."), "");
    EXPECT_EQ(newest().text().body, "Context:\nWe meet a lot.\n\nCost:\nNone at all.");
}

TEST_F(DraftReply, ADraftIsDroppedPolitelyOrTheWishIsAskedAbout) {
    for (const char* words : {"Please discard it, thanks", "Yes, just withdraw this draft please.\n\nThanks, Ana"}) {
        ASSERT_NE(proposed("Deadline: yesterday\n\nLet us meet less."), "");
        EXPECT_EQ(reply(words), "") << words;
        EXPECT_EQ(newest().state, State::closed) << words;
    }
    for (const char* head : {"Deadline: yesterday", "Policy: team"}) {
        ASSERT_NE(proposed(std::string(head) + (head[0] == 'P' ? "" : "\n\nLet us meet less.")), "") << head;
        for (const char* words : {"Can you discard it?", "I want to forget about it", "Do not discard it"}) {
            EXPECT_TRUE(has(reply(words), "reply with the one word: discard")) << words;
            EXPECT_EQ(newest().state, State::draft) << words;
        }
    }
    EXPECT_EQ(reply("Let us drop the weekly meeting."), "") << "the text that was asked for";
    EXPECT_EQ(newest().text().body, "Let us drop the weekly meeting.");
}

TEST_F(DraftReply, LinesThatStandInTheTextAreAskedAboutTogether) {
    const std::string question =
        proposed(long_line + "\n\nPolicy: board\nDeadline: Friday 17:00\nReview: the team liked it\n\nThanks");
    EXPECT_TRUE(has(question, "> Policy: board")) << question;
    EXPECT_TRUE(has(question, "> Deadline: Friday 17:00")) << question;
    EXPECT_FALSE(has(question, "> Review")) << question;
    EXPECT_EQ(reply("Policy: board\nDeadline:"), "");
    EXPECT_EQ(newest().policy.name, "board");
    EXPECT_EQ(newest().text().body, long_line + "\n\nDeadline: Friday 17:00\nReview: the team liked it\n\nThanks");
}

TEST_F(DraftReply, EachKindOfLineInTheTextIsAskedAboutWhereItsValueIsOne) {
    for (const char* line : {"Deadline: Friday 17:00", "Voters: Ana, Ben", "Advisory: dana@example.org",
                             "Decider: Dana Novak", "Options: Monday, Thursday", "Quorum: 2", "Supersedes: D-1",
                             "Review: in 6 months", "Words: ship it = agree", "**Quorum:** 2", "policy = board"})
        EXPECT_TRUE(has(proposed(long_line + "\n\n" + line + "\n\nIt is time."), "> " + std::string(line))) << line;
    for (const char* line :
         {"Review: the team liked it", "Deadline: it was missed", "Voters: all of us", "Options: none, really.",
          "Options:\n- Monday\n- Thursday", "Quorum: two are enough", "Decider: nobody yet", "Words: few",
          "Supersedes: the old rule", "Note: Friday", "Policy: we have none so far", "Deadlines were missed"})
        EXPECT_EQ(proposed(long_line + "\n\n" + line + "\n\nIt is time."), "") << line;
    EXPECT_EQ(proposed("Deadline: Friday 17:00\n\nWe meet.\n\nDeadline: Monday"), "") << "it is said at the top";
}

TEST_F(DraftReply, ALineInATextThatWasAskedForIsAskedAboutToo) {
    const std::string question = proposed("Policy: board");
    EXPECT_TRUE(has(question, "Your proposal has no text.")) << question;
    EXPECT_TRUE(has(reply(long_line + "\n\nQuorum: 3\n\nIt is time."), "> Quorum: 3"));
    EXPECT_EQ(reply("Quorum: 3"), "");
    EXPECT_EQ(newest().policy.quorum.numerator, 3);
    EXPECT_EQ(newest().text().body, long_line + "\n\n\nIt is time.");
}

TEST_F(DraftReply, HeadLinesAloneAreAProposalWithoutText) {
    for (const char* head : {"Policy: consent", "Policy: consent\nDeadline: Friday 17:00", "Policy: majority"})
        EXPECT_TRUE(has(proposed(head), "Your proposal has no text.")) << head;
    EXPECT_EQ(newest().state, State::draft);
}

constexpr const char* forwarded =
    "---------- Forwarded message ---------\nFrom: Zoe <zoe@example.net>\nDate: Tue\nSubject: Office\nTo: Ana\n\n"
    "The landlord wants 900 a month.\n\n> It was 800.\n\nDeadline: Friday 17:00\n";

TEST_F(DraftReply, AForwardedTextIsPartOfTheProposal) {
    EXPECT_EQ(proposed(std::string("Please decide about the following.\n\n") + forwarded), "");
    EXPECT_EQ(
        newest().text().body,
        "Please decide about the following.\n\nForwarded text:\n\nFrom: Zoe <zoe@example.net>\nDate: Tue\n"
        "Subject: Office\nTo: Ana\n\nThe landlord wants 900 a month.\n\n> It was 800.\n\nDeadline: Friday 17:00");
    EXPECT_EQ(proposed("Please decide about this.\n\nBegin forwarded message:\n\n> From: Zoe\n> Subject: "
                       "Office\n>\n> 900 a month.\n"),
              "");
    EXPECT_TRUE(newest().text().body.ends_with("Forwarded text:\n\nFrom: Zoe\nSubject: Office\n\n900 a month."));
    EXPECT_EQ(sent("Fwd: Office",
                   "Please decide about this.\n\nFrom: Zoe\nSent: Tuesday\nTo: Ana\nSubject: Office\n\n900 a month."),
              "");
    EXPECT_TRUE(newest().text().body.ends_with("900 a month.")) << newest().text().body;
}

TEST_F(DraftReply, AForwardedTextAloneIsAskedAboutAndKept) {
    EXPECT_TRUE(has(proposed(forwarded), "Your proposal has no text but a forwarded one."));
    EXPECT_EQ(reply("Let us pay that."), "");
    EXPECT_TRUE(newest().text().body.starts_with("Let us pay that.\n\nForwarded text:\n\nFrom: Zoe"));
}

TEST_F(DraftReply, AQuotedTextIsNoPartOfTheProposal) {
    EXPECT_EQ(proposed("We move.\n\nOn Tuesday, Zoe wrote:\n> 900 a month.\n"), "");
    EXPECT_EQ(newest().text().body, "We move.");
}

TEST_F(DraftReply, TheQuestionWhoseAProposalIsShowsItsHeadLines) {
    mail("ana@example.org", "decisions@example.org", "Meet less",
         "Deadline: Friday 17:00\nVoters: Ana, Ben\n\nLess.");
    const auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_TRUE(has(sent[0].bytes, "> Deadline: Friday 17:00\n> Voters: Ana and Ben\n>\n> Less.")) << sent[0].bytes;
}

TEST_F(DraftReply, AWordOrACourtesyIsNoText) {
    proposed("Policy: board");
    for (const char* text :
         {"yes", "no", "+1", "Sorry!", "ok, thanks", "What do you mean?", "OK, I will send it tomorrow."})
        EXPECT_TRUE(has(reply(text), "could not be read")) << text;
    EXPECT_EQ(reply("Let us buy green tea."), "");
    EXPECT_EQ(newest().text().body, "Let us buy green tea.");
}

TEST_F(DraftReply, OneLineAboveTheHeadLinesIsTheText) {
    EXPECT_EQ(proposed("Let us buy tea.\n\nPolicy: board"), "");
    EXPECT_EQ(newest().text().body, "Let us buy tea.");
    EXPECT_TRUE(has(proposed("Hello everybody,\n\nPolicy: board"), "Your proposal has no text."));
}

}  // namespace
}  // namespace assentd::testing
