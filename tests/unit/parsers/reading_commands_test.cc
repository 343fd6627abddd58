// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "parsers/reading.h"

namespace assentd {
namespace {

Interpretation read(std::string text) {
    Message message;
    message.from = {{"Ana Lima", "ana@example.org"}};
    message.text = std::move(text);
    return interpret(message);
}

// "extend|3 days|holidays", with "?" in front when unclear; empty when nothing was read.
std::string command(std::string_view text) {
    const Interpretation in = read(std::string(text));
    if (in.readings.size() != 1) return in.readings.empty() ? "" : "several";
    const Reading& r = in.readings[0];
    std::string s = r.confidence == Confidence::unclear ? "?" : "";
    if (r.type == ReadingType::concern || r.type == ReadingType::resolve)
        return s + std::string(name(r.type)) + "|" + r.concern +
               (r.reason.empty() || !s.empty() ? "" : "|" + r.reason);
    s += r.command;
    for (const std::string& argument : r.arguments) s += "|" + argument;
    return s;
}

struct Case {
    const char* text;
    const char* wanted;
};

TEST(Commands, OfOtherThingsAreAskedAbout) {
    for (const Case& c : std::initializer_list<Case>{
             {"Hold 3 days of copies", "?hold"},
             {"hold 90 days of backups: required by law", "?hold"},
             {"Hold it for a minute", "?hold"},
             {"extend by a week of work", "?extend"},
             {"Status:\nFinance is on it", ""},
             {"away until Monday, talk then", "away||Monday"},
             {"away until 31 May, 2030", "away||31 May, 2030"},
             {"away until Friday, 31 May (holidays)", "away||Friday, 31 May"},
             {"away from Monday to Friday, thanks", "away|Monday|Friday"},
             {"away 14 Dec to 18 Dec", "away|14 Dec|18 Dec"},
             {"away Monday until Friday", "away|Monday|Friday"},
         })
        EXPECT_EQ(command(c.text), c.wanted) << c.text;
    for (const char* text : {"recuse me from the mailing list", "Recuse me from that meeting please"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::unclear) << text;
    for (const char* text : {"recuse me", "recuse me from this decision", "recuse me from voting"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Commands, AreReadOneToALine) {
    for (const Case& c : std::initializer_list<Case>{
             {"help", "help"},
             {"Help!", "help"},
             {"status", "status"},
             {"status D-17", "status|D-17"},
             {"withdraw", "withdraw"},
             {"- status", "status"},
             {"* extend 3 days", "extend|3 days"},
             {"extend the deadline by 3 days", "extend|3 days"},
             {"Extend the deadline until Friday", "extend|until Friday"},
             {"close now", "close"},
             {"Close it now, please", "close"},
             {"close please", "close"},
             {"keep it please", "keep"},
             {"I withdraw the proposal.", "withdraw|proposal"},
             {"I withdraw this proposal.", "withdraw|proposal"},
             {"Please withdraw this proposal, it is a mistake.", "withdraw|proposal|it is a mistake"},
             {"Ich ziehe den Vorschlag zurück.", "withdraw|proposal"},
             {"Je retire ma proposition.", "withdraw|proposal"},
             {"Retiro la propuesta.", "withdraw|proposal"},
             {"Ich ziehe den Vorschlag zurück, wenn Ben zustimmt", "?withdraw"},
             {"Je retire ma proposition de la page 3.", ""},
             {"Ich ziehe den Vorschlag zurück?", ""},
             {"withdraw: my vote", "withdraw|vote"},
             {"withdraw: the proposal, it is old", "withdraw|proposal|it is old"},
             {"I delegate to ben@example.org", "delegate|ben@example.org"},
             {"- concern: cost too high", "?concern|cost"},
             {"withdraw: we need more time", "withdraw|we need more time"},
             {"close: all have answered", "close|all have answered"},
             {"extend 3 days", "extend|3 days"},
             {"Extend by 3 days.", "extend|3 days"},
             {"extend 2 working days: holidays", "extend|2 working days|holidays"},
             {"extend until 2030-05-31 17:00", "extend|until 2030-05-31 17:00"},
             {"extend until Friday 17:00, because of the holidays",
              "extend|until Friday 17:00|because of the holidays"},
             {"hold 3 days: I want to read it", "hold|3 days|I want to read it"},
             {"hold 48h", "hold|48h"},
             {"delegate to ben@example.org", "delegate|ben@example.org"},
             {"delegate ben@example.org for D-42", "delegate|ben@example.org|for D-42"},
             {"delegate to Ben <ben@example.org> until 2030-05-31", "delegate|ben@example.org|until 2030-05-31"},
             {"away until 2030-05-31", "away||2030-05-31"},
             {"away from 2030-05-01 until 2030-05-31", "away|2030-05-01|2030-05-31"},
             {"receipts off", "receipts|off"},
             {"digest weekly", "digest|weekly"},
             {"confirm", "confirm"},
             {"overrule cost the budget was raised", "overrule|cost|the budget was raised"},
             {"overrule cost", "overrule|cost"},
             {"settle cost", "settle|cost"},
             {"undelegate", "undelegate"},
             {"keep", "keep"},
             {"Keep.", "keep"},
             {"change: it needs new numbers", "change|it needs new numbers"},
             {"retire", "retire"},
             {"Keep it, please.", "keep"},
             {"Retire it: nobody uses it", "retire|nobody uses it"},
             {"retire it because nobody uses it", "retire|because nobody uses it"},
             {"release", "release"},
             {"release hold", "release"},
             {"release the hold.", "release"},
             {"uphold cost", "uphold|cost"},
             {"uphold cost: the numbers are missing", "uphold|cost"},
             {"answer cost: the budget was raised", "answer|cost"},
             {"decide yes", "decide|yes"},
             {"decide No: too dear", "decide|no"},
             {"decide: Option B, because it is cheaper", "decide|Option B"},
             {"decide B", "decide|B"},
             {"decide: A and B and C: they fit together", "decide|A and B and C"},
             {"decide: A, B and C: they fit together", "decide|A, B and C"},
             {"decide B, because: it is cheaper", "decide|B"},
             {"decide: B", "decide|B"},
             {"statement: thank you all", "statement"},
             {"receipts errors", "receipts|errors"},
             {"receipts on", "receipts|on"},
             {"digest daily", "digest|daily"},
             {"digest off", "digest|off"},
             {"delegate to ben@example.org until 2030-05-31", "delegate|ben@example.org|until 2030-05-31"},
         })
        EXPECT_EQ(command(c.text), c.wanted) << c.text;
}

TEST(Commands, AmendTakesTheRestOfTheMailAndNothingInItIsRead) {
    for (const char* text : {"amend\n\nThe new text.\nhelp\n+1", "Amend:\nThe new text.\nhelp\n+1",
                             "amend: The new text.\nhelp\n+1\n\n> quoted\n"}) {
        EXPECT_EQ(command(text), "amend") << text;
        EXPECT_EQ(read(text).readings.at(0).reason, "The new text.\nhelp\n+1") << text;
    }
}

TEST(Commands, AnAnswerAndAStatementRunOnToTheNextCommand) {
    const Interpretation in =
        read("answer cost: the budget\nwas raised in May.\nanswer time: we start\nearly\n\nThanks\nAna");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[0].concern, "cost");
    EXPECT_EQ(in.readings[0].reason, "the budget\nwas raised in May.");
    EXPECT_EQ(in.readings[1].arguments, std::vector<std::string>{"time"});
    EXPECT_EQ(in.readings[1].reason, "we start\nearly");
    EXPECT_EQ(read("statement: thank you,\nwe start\n\n+1").readings.at(0).reason, "thank you,\nwe start");
}

TEST(Commands, ReasonsAndTextsGoOnBelowToTheNextLineThatIsRead) {
    const std::string more = "The treasurer has checked it.\n\nSee the sheet.";
    for (const char* first :
         {"overrule cost: It is enough.", "uphold cost: It is enough.", "extend 2 days: It is enough.",
          "hold 3 days: It is enough.", "answer cost: It is enough.", "concern: cost It is enough.",
          "statement: It is enough.", "close: It is enough.", "retire: It is enough."})
        for (const char* end : {"", "\n\nhelp", "\n\nBest,\nAna", "\n\nAna"})
            EXPECT_EQ(read(first + ("\n" + more) + end).readings.at(0).reason, "It is enough.\n" + more)
                << first << end;
    EXPECT_EQ(read("overrule cost\n\n" + more).readings.at(0).reason, more);
    EXPECT_EQ(read("hold 3 days: A quote is due.\n\nIt comes on Friday.").readings.at(0).reason,
              "A quote is due.\n\nIt comes on Friday.");
}

TEST(Commands, WordsBelowACommandThatLeadUpToAVoteAreItsReason) {
    const Interpretation in = read("hold 3 days: A quote is due.\nIt comes on Friday.\n\nThe roof leaks.\n-1");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[0].reason, "A quote is due.\nIt comes on Friday.");
    EXPECT_NE(in.readings[1].reason.find("The roof leaks."), std::string::npos);
}

TEST(Commands, ABareVoteBelowAnAnswerOrAConcernIsAVote) {
    for (const char* first : {"answer cost: it is free", "concern: cost It is dear.", "statement: thank you"}) {
        const Interpretation in = read(std::string(first) + "\n+1");
        ASSERT_EQ(in.readings.size(), 2u) << first;
        EXPECT_EQ(in.readings[0].reason.find("+1"), std::string::npos);
        EXPECT_EQ(in.readings[1].position, Position::agree);
    }
    EXPECT_EQ(read("answer cost:\n-1 degree is nothing\nto worry about").readings.size(), 1u);
}

TEST(Commands, ANearMissIsAskedAbout) {
    for (const Case& c : std::initializer_list<Case>{
             {"extned 3 days", "?extend"},
             {"extend", "?extend"},
             {"hold", "?hold"},
             {"extend until the cows come home", "?extend"},
             {"extend until we know more about all of the costs", "?extend"},
             {"extend a bit", "?extend"},
             {"hold for a bit", "?hold"},
             {"receipts of", "?receipts"},
             {"digest monthly", "?digest"},
             {"delegate ben", "?delegate"},
             {"delegate to ben", "?delegate|ben"},
             {"delegate to Ben Sample until Friday, 31 May", "?delegate|Ben Sample|until Friday, 31 May"},
             {"delegate to others until the numbers of last year are known", ""},
             {"delegate to those who know more about all of it", ""},
             {"away", "?away"},
             {"overrule", "?overrule"},
             {"uphold", "?uphold"},
             {"answer cost", "?answer"},
             {"answer: the budget was raised", "?answer"},
             {"statement", "?statement"},
             {"decide", "?decide"}})
        EXPECT_EQ(command(c.text), c.wanted) << c.text;
    EXPECT_NE(read("extned 3 days").ask.find("extend 3 days"), std::string::npos);
}

TEST(Commands, MayBeAskedForPolitely) {
    for (const Case& c : std::initializer_list<Case>{{"help, please", "help"},
                                                     {"help me", "help"},
                                                     {"status?", "status"},
                                                     {"please extend 3 days", "extend|3 days"},
                                                     {"Please withdraw my vote", "withdraw|vote"},
                                                     {"Please confirm the hotel before Friday", ""},
                                                     {"Please hold the door", ""}})
        EXPECT_EQ(command(c.text), c.wanted) << c.text;
}

TEST(Concerns, WithoutTheirColonAreAskedAbout) {
    for (const char* text : {"concern", "concern cost", "concern about cost: too much"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::unclear) << text;
    EXPECT_EQ(read("Concern for the neighbours made me write this.").verdict, ReadingVerdict::comment);
}

TEST(Commands, ProseThatStartsWithACommandIsNone) {
    for (const char* text : {"help me understand this",
                             "status of this is unclear to me",
                             "close the window please, it is cold in here",
                             "hold on a second",
                             "extend the deadline so that all of us can read it",
                             "amend the second paragraph please",
                             "away from the office I have no access to the files",
                             "withdraw the second sentence from the text",
                             "settle this in a call would be my preference",
                             "concern about the cost is what I hear most",
                             "resolve the issue by adding a test",
                             "resolve cost noted above",
                             "what is the status?",
                             "keep in mind that it is Friday",
                             "Keep it simple.",
                             "- change: fewer desks",
                             "- close: to the station",
                             "I delegate nothing",
                             "I hold 3 degrees",
                             "change the second line please",
                             "release the text on Friday",
                             "answer to your question below",
                             "answer my mail please, it is urgent",
                             "decide on Friday what to do",
                             "statement of costs attached",
                             "uphold the law in all of this"})
        EXPECT_EQ(command(text), "") << text;
}

TEST(Commands, OneBadLineDoesNotStopTheOthers) {
    const Interpretation in = read("receipts off\nextned 3 days\nstatus");
    ASSERT_EQ(in.readings.size(), 3u);
    EXPECT_EQ(in.readings[0].command, "receipts");
    EXPECT_EQ(in.readings[1].confidence, Confidence::unclear);
    EXPECT_EQ(in.readings[2].command, "status");
    EXPECT_EQ(in.verdict, ReadingVerdict::command);
    EXPECT_FALSE(in.ask.empty());
}

TEST(Commands, AVoteAndACommandMayShareAMail) {
    const Interpretation in = read("+1\nreceipts off");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.verdict, ReadingVerdict::vote);
}

TEST(Concerns, HaveANameAndAText) {
    EXPECT_EQ(command("concern: cost it is twice the budget"), "concern|cost|it is twice the budget");
    EXPECT_EQ(command("Concern: cost: it is\ntwice the budget"), "concern|cost|it is\ntwice the budget");
    EXPECT_EQ(command("concern cost: it is dear"), "concern|cost|it is dear");
    EXPECT_EQ(command("concern: The cost is not covered"), "?concern|");
}

TEST(Concerns, ThatThereIsNoneIsNone) {
    for (const char* text : {"Concerns: none.", "Concern: nothing from me", "Concerns: n/a"})
        EXPECT_EQ(command(text), "") << text;
    EXPECT_EQ(command("concern: nothing-left the money is gone"), "concern|nothing-left|the money is gone");
}

TEST(Concerns, InOtherFormsAreNotLost) {
    EXPECT_EQ(command("**concern:** cost too high"), "concern|cost|too high");
    EXPECT_EQ(command("**concern**: cost too high"), "concern|cost|too high");
    EXPECT_EQ(command("concern: who pays?"), "?concern|");
    EXPECT_EQ(command("Concern: anyone?"), "");
    for (const char* text : {"I raise a concern: cost", "I would like to raise a concern: who pays?"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::unclear) << text;
}

TEST(Concerns, AreNotResolvedBeforeTheyAre) {
    EXPECT_EQ(command("resolve cost: not yet"), "?resolve|");
    EXPECT_EQ(command("resolve cost: no, it is still dear"), "?resolve|");
    EXPECT_EQ(command("resolve cost and noise"), "?resolve|");
    EXPECT_EQ(command("resolve cost: it is not dear any more"), "resolve|cost|it is not dear any more");
}

TEST(Concerns, AreResolvedByName) {
    EXPECT_EQ(command("resolve cost"), "resolve|cost");
    EXPECT_EQ(command("resolve: cost"), "resolve|cost");
    EXPECT_EQ(command("resolve: cost, thank you"), "resolve|cost|thank you");
    EXPECT_EQ(command("resolve ben/cost"), "resolve|ben/cost");
    EXPECT_EQ(command("resolve new_office."), "resolve|new_office");
    EXPECT_EQ(command("resolve"), "?resolve|");
    EXPECT_EQ(command("overrule ben/cost it is covered"), "overrule|ben/cost|it is covered");
}

TEST(Commands, WhatCannotBeNamedOrReckonedIsAskedAbout) {
    for (const char* text : {"concern:", "concern: a/../../x foo", "concern: b/../x foo", "concern: =1+1 foo",
                             "concern cost", "hold -1 days", "extend -2 days", "vote withdraw"}) {
        Message message;
        message.text = text;
        const Interpretation in = interpret(message);
        EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << text;
        EXPECT_NE(in.ask.find(text), std::string::npos) << text;
    }
}

}  // namespace
}  // namespace assentd
