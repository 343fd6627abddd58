// SPDX-License-Identifier: Apache-2.0
#include "parsers/proposals/head_lines.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace assentd {
namespace {

using Items = std::vector<std::string>;

TEST(HeadLines, StandAtTheTopBeforeABlankLine) {
    const ProposalText p =
        read_proposal("Policy: consent\nDeadline: Friday 17:00\n\nWe move the docs.\nPolicy: none\n");
    ASSERT_EQ(p.head.size(), 2u);
    EXPECT_EQ(p.head[0].key, "Policy");
    EXPECT_EQ(p.head[0].value, "consent");
    EXPECT_EQ(p.head[1].key, "Deadline");
    EXPECT_EQ(p.head[1].value, "Friday 17:00");
    EXPECT_EQ(p.head[1].line, "Deadline: Friday 17:00");
    EXPECT_EQ(p.body, "We move the docs.\nPolicy: none\n");
}

TEST(HeadLines, KeysAreReadInAnyCaseAndWithMarks) {
    const ProposalText p =
        read_proposal("DEADLINE: 72 hours\n**Voters:** staff\n*quorum* : 3\ndecider\uFF1Aana@example.org\n");
    ASSERT_EQ(p.head.size(), 4u);
    EXPECT_EQ(p.head[0].key, "Deadline");
    EXPECT_EQ(p.head[1].key, "Voters");
    EXPECT_EQ(p.head[1].value, "staff");
    EXPECT_EQ(p.head[2].value, "3");
    EXPECT_EQ(p.head[3].value, "ana@example.org");
}

TEST(HeadLines, OptionsAreAListInAnyStyle) {
    const char* styles[] = {
        "Options: Paper, Stone, None of these\n",
        "Options: Paper; Stone; None of these\n",
        "Options:\n- Paper\n- Stone\n- None of these\n",
        "Options:\n\n* Paper\n* Stone\n* None of these\n",
        "Options:\nA) Paper\nB) Stone\nC) None of these\n",
        "Options:\n1. Paper\n2. Stone\n3. None of these\n",
        "Option:\n- A: Paper\n- B: Stone\n- C: None\n  of these\n",
        "Options: A) Paper, B) Stone, C) None of these\n",
    };
    for (const char* style : styles) {
        const ProposalText p = read_proposal(std::string(style) + "\nWhich one?\n");
        ASSERT_EQ(p.head.size(), 1u) << style;
        EXPECT_EQ(p.head[0].items, (Items{"Paper", "Stone", "None of these"})) << style;
        EXPECT_EQ(p.body, "Which one?\n") << style;
    }
}

TEST(HeadLines, AListGoesOnBelowACommaOrIndented) {
    for (const char* text : {
             "Options: Red, Blue,\nGreen and white\nQuorum: 4\n\nWhich?",
             "Options: Red, Blue,\n  Green and white\nQuorum: 4\n\nWhich?",
             "Options: Red, Blue, Green\n and white\nQuorum: 4\n\nWhich?",
             "Options: Red,\nBlue,\nGreen and white\nQuorum: 4\n\nWhich?",
             "Options:\n- Red\n- Blue\n- Green\n and white\nQuorum: 4\n\nWhich?",
         }) {
        const ProposalText p = read_proposal(text);
        ASSERT_EQ(p.head.size(), 2u) << text;
        EXPECT_EQ(p.head[0].items, (Items{"Red", "Blue", "Green and white"})) << text;
        EXPECT_EQ(p.head[0].stray, "") << text;
        EXPECT_EQ(p.head[1].value, "4") << text;
        EXPECT_EQ(p.body, "Which?") << text;
    }
    const ProposalText voters =
        read_proposal("Voters: ana@example.org,\n ben@example.org\nAdvisory:\n- chen@example.org\n\nText");
    ASSERT_EQ(voters.head.size(), 2u);
    EXPECT_EQ(voters.head[0].items, (Items{"ana@example.org", "ben@example.org"}));
    EXPECT_EQ(voters.head[1].items, (Items{"chen@example.org"}));
}

TEST(HeadLines, WhatMayBelongToAListOrToTheTextIsKeptApart) {
    struct Stray {
        const char* text;
        Items items;
        const char* stray;
    };
    for (const auto& [text, items, stray] : std::vector<Stray>{
             {"Options: a, b\nc, d\nQuorum: 4\n\nWhich?", {"a", "b"}, "c, d"},
             {"Options: one of\n- a\n- b\nQuorum: 4\n\nWhich?", {"one of"}, "- a\n- b"},
             {"Options:\n- a\n- b is\nlong\n- c\nQuorum: 4\n\nWhich?", {"a", "b is", "c"}, "long"},
             {"Options: a, b,\n\nc, d\n\nQuorum: 4\n\nWhich?", {"a", "b"}, "c, d"},
             {"Options:\n- a\n- b\n\n- c\nQuorum: 4\n\nWhich?", {"a", "b"}, "- c"},
         }) {
        const ProposalText p = read_proposal(text);
        ASSERT_EQ(p.head.size(), 2u) << text;
        EXPECT_EQ(p.head[0].items, items) << text;
        EXPECT_EQ(p.head[0].stray, stray) << text;
        EXPECT_EQ(p.head[1].key, "Quorum") << text;
        EXPECT_EQ(p.body, "Which?") << text;
    }
    for (const char* text : {"Options: a, b\nContext:\nWe met.", "Options:\n- a\n- b\n\nWhich?",
                             "Options:\n- a\n- b\n\n* A list in the text", "Options: a, b,\nQuorum: 4\n\nWhich?"})
        EXPECT_EQ(read_proposal(text).head.at(0).stray, "") << text;
}

TEST(HeadLines, LabelsOfItemsAreKept) {
    for (const char* text :
         {"Options:\nA) Paper\n(b) Stone\n- None\n\nx", "Options: A) Paper, (b) Stone, None\n\nx"}) {
        const ProposalText p = read_proposal(text);
        ASSERT_EQ(p.head.size(), 1u) << text;
        EXPECT_EQ(p.head[0].items, (Items{"Paper", "Stone", "None"})) << text;
        EXPECT_EQ(p.head[0].labels, (Items{"A", "b", ""})) << text;
    }
    EXPECT_EQ(read_proposal("Options:\n1. Paper\n2. Stone\n\nx").head[0].labels, (Items{"1", "2"}));
}

TEST(HeadLines, OwnWordsAreAList) {
    for (const char* text :
         {"Words: ship it = agree, stop = block\n\nx", "Words:\n- ship it = agree\n- stop = block\n\nx"})
        EXPECT_EQ(read_proposal(text).head.at(0).items, (Items{"ship it = agree", "stop = block"})) << text;
    const ProposalText p = read_proposal("Review: 6 months\nSensitive: yes\n\nx");
    ASSERT_EQ(p.head.size(), 2u);
    EXPECT_EQ(p.head[0].value, "6 months");
    EXPECT_EQ(p.head[1].value, "yes");
}

TEST(HeadLines, ListsAreBounded) {
    std::string many = "Options:";
    for (int i = 0; i < 3000; ++i) many += " x" + std::to_string(i) + ",";
    EXPECT_EQ(read_proposal(many).head.at(0).items.size(), 1000u);
    std::string folded = "Options:\n- a\n";
    for (int i = 0; i < 3000; ++i) folded += "  and so on and so on\n";
    const ProposalText p = read_proposal(folded + "- b\n\nx");
    EXPECT_LE(p.head.at(0).items.at(0).size(), 4100u);
}

TEST(HeadLines, AMisspeltKeyIsReportedWithTheNearest) {
    const ProposalText p = read_proposal("Deadine: Friday\nPolicy: consent\n\nText");
    ASSERT_EQ(p.unknown.size(), 1u);
    EXPECT_EQ(p.unknown[0].key, "Deadine");
    EXPECT_EQ(p.unknown[0].line, "Deadine: Friday");
    EXPECT_EQ(p.unknown[0].nearest, "Deadline");
    EXPECT_EQ(p.head.size(), 1u);
}

TEST(HeadLines, AnUnknownKeyAmongThemIsReported) {
    for (const char* text : {"Policy: consent\nColour: red\n\nText", "Colour: red\nPolicy: consent\n\nText",
                             "Options:\n- a\n- b\nColour: red\n\nText"}) {
        const ProposalText p = read_proposal(text);
        ASSERT_EQ(p.unknown.size(), 1u) << text;
        EXPECT_EQ(p.unknown[0].line, "Colour: red");
        EXPECT_EQ(p.unknown[0].value, "red");
        EXPECT_FALSE(p.unknown[0].nearest);
        EXPECT_EQ(p.head.size(), 1u);
        EXPECT_EQ(p.body, "Text");
    }
    for (const char* text :
         {"Note: we met yesterday\n\nMore.", "Note: we met yesterday\nand talked.\nPolicy: consent\n",
          "Policy: consent\nContext:\nWe met.\n", "Policy: consent\n\nNote: we met yesterday.\n"})
        EXPECT_TRUE(read_proposal(text).unknown.empty()) << text;
}

TEST(HeadLines, UnknownOnesAloneAreReportedWhereTheyAreABlock) {
    for (const char* greeting : {"", "\n", "Hello all,\n\n", "Dear friends,\n"})
        for (const char* block :
             {"Rule: majority\nClosing: Friday 17:00\n", "Regel: majority\nFrist: Freitag 17:00\n",
              "Vote rule: majority\n**Closing on:** Friday 17:00\n",
              "Règle : majority\nClôture : vendredi 17:00\n"}) {
            const ProposalText p = read_proposal(std::string(greeting) + block + "\nI propose that we move.\n");
            EXPECT_EQ(p.unknown.size(), 2u) << greeting << block;
            EXPECT_TRUE(p.head.empty()) << greeting << block;
            EXPECT_TRUE(p.body.ends_with("I propose that we move.\n")) << p.body;
            EXPECT_EQ(p.body.find("majority"), p.body.npos) << p.body;
        }
    for (const char* text :
         {"Hello: I hope that you are well\nNote: we met\n\nWe move.", "Note: we met\n\nWe move.",
          "Context:\nWe met.\n\nWe move.", "Context: We met on Monday.\nCost: none\n\nWe move.",
          "Rule: majority\nClosing: Friday\nand more.\n\nWe move.", "Rule: majority\nClosing: Friday\n",
          "We met.\n\nRule: majority\nClosing: Friday\n\nWe move.",
          "The new rule: majority\nThe closing day: Friday\n\nWe move.",
          "- Date: Friday\n- Place: Athens\n\nWe move."}) {
        const ProposalText p = read_proposal(text);
        EXPECT_TRUE(p.unknown.empty()) << text;
        EXPECT_EQ(p.body, text);
    }
}

TEST(HeadLines, MayStandBehindAGreetingThatStaysInTheText) {
    for (const char* text :
         {"Hello all,\n\nPolicy: majority\nDeadline: Friday\n\nWe move the docs.\n",
          "\nDear friends and colleagues!\nPolicy: majority\nDeadline: Friday\nWe move the docs.\n",
          "Hi all:\n\n\nPolicy: majority\n\nDeadline: Friday\n\nWe move the docs.\n"}) {
        const ProposalText p = read_proposal(text);
        ASSERT_EQ(p.head.size(), 2u) << text;
        EXPECT_EQ(p.head[0].value, "majority");
        EXPECT_EQ(p.body.substr(p.body.find('\n')), "\n\nWe move the docs.\n") << text;
    }
    EXPECT_EQ(read_proposal("Hello all,\n\nPolicy: majority\n").body, "");
    for (const char* text :
         {"I would like to propose that we move.\n\nPolicy: majority\n", "Hello all,\n\nWe move.",
          "Hello all,\n\nPolicy:\nWe have none.", "Hello all,\n\nReview: we looked at all of it.\n"})
        EXPECT_EQ(read_proposal(text).body, text);
}

TEST(HeadLines, MisspeltBehindAGreetingAreReported) {
    for (const char* rest : {"Polcy: majority\nDeadline: Friday\n", "Polcy = majority\nDeadline: Friday\n",
                             "Colour: red\nDeadline: Friday\n", "Optons:\n- a\n- b\nDeadline: Friday\n",
                             "Voter: all who are in the list of members, and those who came to the last meeting\n"
                             "Optins: a, b\n"})
        for (const char* greeting : {"Hello all,\n\n", "Hello all,\n", "Hi\n\n"}) {
            const ProposalText p = read_proposal(std::string(greeting) + rest + "\nWe move.");
            EXPECT_EQ(p.unknown.size(), 1u) << greeting << rest;
            EXPECT_EQ(p.head.size(), 1u) << greeting << rest;
            EXPECT_EQ(p.body.substr(p.body.find('\n')), "\n\nWe move.") << greeting << rest;
        }
    for (const char* text : {"Hello all,\n\nPreview: we looked at it.\n", "Hello all,\n\nNote: we met\n\nMore.",
                             "Hello all,\n\nDeadine:\nNone.", "Hello all,\n\nWorks:\nNone."})
        EXPECT_EQ(read_proposal(text).body, text);
}

TEST(HeadLines, AMisspeltListHasItsLinesBelowIt) {
    for (const char* text : {"Optons: Athens, Berlin,\n  Cork\n\nText", "Optons: Athens, Berlin,\nCork\n\nText",
                             "Optons:\n- Athens\n- Berlin\n- Cork\n\nText"}) {
        const ProposalText p = read_proposal(text);
        ASSERT_EQ(p.unknown.size(), 1u) << text;
        EXPECT_EQ(p.unknown[0].items, (Items{"Athens", "Berlin", "Cork"})) << text;
        EXPECT_EQ(p.body, "Text") << text;
        const ProposalText own = read_proposal(text, {"Optons"});
        ASSERT_EQ(own.head.size(), 1u) << text;
        EXPECT_EQ(own.head[0].items, (Items{"Athens", "Berlin", "Cork"})) << text;
    }
    EXPECT_EQ(read_proposal("Optons: a, b\nc d\n\nText").unknown.at(0).stray, "c d");
    EXPECT_EQ(read_proposal("Optons:\nWe have none.", {"Optons"}).head.at(0).stray, "") << "it is left out";
}

TEST(HeadLines, AListMayBeginBelowItsKeyWithACommaAtTheEndOfEachLine) {
    for (const char* text : {"Options:\nAthens,\nBerlin,\nCork\n\nText", "Options: Athens,\nBerlin,\nCork\n\nText",
                             "Options:\n- Athens,\n- Berlin,\n- Cork\n\nText"})
        EXPECT_EQ(read_proposal(text).head.at(0).items, (Items{"Athens", "Berlin", "Cork"})) << text;
}

TEST(HeadLines, BelowTheFirstLinesOfTheTextAreReported) {
    const ProposalText p = read_proposal("Policy: consent\nWe move.\nQorum: 4\nOptions: a,\n  b\n\nReview: none\n");
    ASSERT_EQ(p.in_text.size(), 2u);
    EXPECT_EQ(p.in_text[0].key, "Quorum");
    EXPECT_EQ(p.in_text[0].line, "Qorum: 4");
    EXPECT_EQ(p.in_text[1].items, (Items{"a", "b"}));
    EXPECT_EQ(p.in_text[1].line, "Options: a,\nb");
    for (const char* text :
         {"Policy: consent\n\nWe move.\nQuorum: 4\n", "We move.\nQuorum: 4\n",
          "Policy: consent\nWe move.\nReview: we looked at all of it.\n", "Policy: consent\nWe move.\n\nQuorum: 4\n"})
        EXPECT_TRUE(read_proposal(text).in_text.empty()) << text;
}

TEST(HeadLines, MayEachBeAParagraphOfTheirOwn) {
    const ProposalText p = read_proposal("Policy: ranked\n\nOptions: a, b\n\nReview: 6 months\n\nWhich one?\n");
    ASSERT_EQ(p.head.size(), 3u);
    EXPECT_EQ(p.body, "Which one?\n");
    EXPECT_EQ(read_proposal("Policy: ranked\n\nDeadine: Friday\n\nWhich one?\n").unknown.size(), 1u);
    const char* prose = "Options: we looked at two, and neither was good.\n";
    EXPECT_EQ(read_proposal(std::string("Policy: consent\n\n") + prose).body, prose);
}

TEST(HeadLines, AnEqualsSignInPlaceOfTheColonIsReported) {
    const ProposalText p = read_proposal("policy = consent\nDeadline: Friday\n\nText");
    ASSERT_EQ(p.unknown.size(), 1u);
    EXPECT_EQ(p.unknown[0].line, "policy = consent");
    EXPECT_EQ(p.unknown[0].key, "policy =");
    EXPECT_EQ(p.unknown[0].value, "consent");
    EXPECT_EQ(p.unknown[0].nearest, "Policy");
    EXPECT_EQ(p.head.size(), 1u);
    EXPECT_EQ(read_proposal("budget = 90 a month\n\nText").body, "budget = 90 a month\n\nText");
}

TEST(HeadLines, LinesWrittenAsHeadLinesAreFoundAnywhere) {
    const auto lines = head_lines_in(
        "We move.\n\n**Policy:** majority\nThe policy is new.\npolicy=consent\nPolicy:\nDeadline = Friday\n"
        "- Deadline: Monday\nOptions:\n- Red\n- Blue\n\nVoters: Ana,\n  Ben\nDeadine: Friday\nOptions:\nAll of "
        "them.");
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0].value, "majority");
    EXPECT_EQ(lines[1].line, "policy=consent");
    EXPECT_EQ(lines[2].line, "Options:\n- Red\n- Blue");
    EXPECT_EQ(lines[3].items, (std::vector<std::string>{"Ana", "Ben"}));
}

TEST(Title, OfAReplyToAForwardedMailIsNoForwardedMails) {
    EXPECT_TRUE(read_title("Fwd: Office").is_forwarded);
    EXPECT_TRUE(read_title("[team] WG: Re: Office").is_forwarded);
    EXPECT_FALSE(read_title("Re: Fwd: Office").is_forwarded);
    EXPECT_FALSE(read_title("Office").is_forwarded);
}

TEST(HeadLines, OwnKeysAreTakenAsTheyAre) {
    const ProposalText p = read_proposal("colour:\nDeadline: Friday\n", {"Colour"});
    ASSERT_EQ(p.head.size(), 2u);
    EXPECT_EQ(p.head[0].key, "Colour");
    EXPECT_EQ(p.head[0].value, "");
    EXPECT_TRUE(p.unknown.empty());
    EXPECT_TRUE(is_head_key("Deadline"));
    EXPECT_FALSE(is_head_key("Colour"));
}

TEST(HeadLines, ProseWithAColonIsNone) {
    for (const char* text : {"Background: we have no plan.\n\nMore.", "https://example.org/x\n\nMore.",
                             "Dear all: please read.\n", "In short: yes\nPolicy: consent\n"}) {
        const ProposalText p = read_proposal(text);
        EXPECT_TRUE(p.head.empty()) << text;
        EXPECT_TRUE(p.unknown.empty()) << text;
        EXPECT_EQ(p.body, text);
    }
}

TEST(HeadLines, OnlyHeadLinesLeaveAnEmptyBody) {
    EXPECT_EQ(read_proposal("Policy: consent").body, "");
    EXPECT_EQ(read_proposal("").body, "");
}

struct Style {
    const char* name;
    const char* text;
};

TEST(Headings, AreFoundInAnyUsualStyle) {
    const Style styles[] = {
        {"Markdown", "## Context\nWe have no plan.\n\n## Proposal ##\nMake one."},
        {"underlined", "Context\n=======\nWe have no plan.\n\nProposal\n--------\nMake one."},
        {"colon", "Context:\nWe have no plan.\n\nProposal:\nMake one."},
        {"colon before its text", "Context: We have no plan.\n\nProposal: Make one."},
        {"numbered", "1. Context\n\nWe have no plan.\n\n2) Proposal\n\nMake one."},
        {"bold", "**Context**\nWe have no plan.\n\n*Proposal*\nMake one."},
        {"bold with colon", "**Context:** We have no plan.\n**Proposal**: Make one."},
        {"brackets", "[Context]\nWe have no plan.\n\n[Proposal]\nMake one."},
        {"alone", "Context\n\nWe have no plan.\n\nProposal\n\nMake one."},
        {"above its text", "Context\nWe have no plan.\n\nProposal\nMake one now."},
    };
    for (const Style& style : styles)
        EXPECT_EQ(section_headings(style.text), (Items{"Context", "Proposal"})) << style.name;
    EXPECT_EQ(section_headings("CONTEXT\nWe have no plan.\nPROPOSAL\nMake one."), (Items{"CONTEXT", "PROPOSAL"}));
}

TEST(Headings, SentencesAreNone) {
    EXPECT_TRUE(section_headings("We have a plan.\nIt is a good plan, and it says so: we make one.\n").empty());
}

struct Subject {
    const char* subject;
    const char* title;
    Items tags;
};

TEST(Titles, TellRepliesFromForwardedMail) {
    for (const char* reply : {"Re: x", "AW: x", "Sv: [team] x", "Re[2]: x", "Fwd: Re: x", "回复: x"})
        EXPECT_TRUE(read_title(reply).is_reply) << reply;
    for (const char* other : {"x", "Fwd: x", "WG: x", "[RFC] x", "Rebuild: x", "转发: x"})
        EXPECT_FALSE(read_title(other).is_reply) << other;
}

TEST(Titles, LoseReplyPrefixesAndTags) {
    const Subject subjects[] = {
        {"Move the docs", "Move the docs", {}},
        {"Re: Move the docs", "Move the docs", {}},
        {"RE: FW: Re[2]: Move the docs", "Move the docs", {}},
        {"AW: WG: Move the docs", "Move the docs", {}},
        {"Antw: SV: VS: Odp: Ynt: Move the docs", "Move the docs", {}},
        {"R\u00E9: TR : Move the docs", "Move the docs", {}},
        {"\u56DE\u590D\uFF1AMove the docs", "Move the docs", {}},
        {"\u8F6C\u53D1: \u7B54\u590D: Move the docs", "Move the docs", {}},
        {"\u041E\u0442\u0432: Move the docs", "Move the docs", {}},
        {"[RFC] Move the docs", "Move the docs", {"RFC"}},
        {"Re: [plans] [RFC] Re: Move  the\tdocs", "Move the docs", {"plans", "RFC"}},
        {"Re: [D-42] Move the docs", "Move the docs", {"D-42"}},
        {"Release: move the docs", "Release: move the docs", {}},
        {"Review [x] of it", "Review [x] of it", {}},
        {"", "", {}},
        {"Re:", "", {}},
    };
    for (const Subject& s : subjects) {
        EXPECT_EQ(read_title(s.subject).title, s.title) << s.subject;
        EXPECT_EQ(read_title(s.subject).tags, s.tags) << s.subject;
    }
}

}  // namespace
}  // namespace assentd
