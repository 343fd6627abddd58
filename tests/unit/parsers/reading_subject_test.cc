// SPDX-License-Identifier: Apache-2.0
// A vote in the subject of a mail that says nothing else (parsers/votes/vote_subject.h), and what decorates a vote
// (parsers/votes/decorations.h).
#include <gtest/gtest.h>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

std::string of_subject(std::string subject, std::string text) {
    Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.subject = std::move(subject);
    message.text = std::move(text);
    const Interpretation in = interpret(message);
    return std::string(name(in.verdict));
}

TEST(SubjectVotes, AreAskedAboutWhereTheMailSaysNothing) {
    EXPECT_EQ(of_subject("Re: [VOTE] A second backup site: +1", ""), "unclear");
    EXPECT_EQ(of_subject("+1", ""), "unclear");
    EXPECT_EQ(of_subject("Re: [D-42] +1 EOM", "eom"), "unclear");
    EXPECT_EQ(of_subject("JA! AW: [D-42] A second backup site", "s. Betreff"), "unclear");
    EXPECT_EQ(of_subject("+1: [D-42] A second backup site", "see subject"), "unclear");
    EXPECT_EQ(of_subject("Re: +1", "Ana"), "unclear");
    EXPECT_EQ(of_subject("Re: [D-42] yes", "> Shall we?\n"), "unclear");
    Message message;
    message.subject = "Re: [D-42] no";
    EXPECT_EQ(
        interpret(message).ask,
        "It is not clear what you mean by \"Re: [D-42] no\": it stands in the subject only. Please answer with one "
        "line that holds only your position, for example: +1\n");
}

TEST(SubjectVotes, AreNoneInOtherSubjectsAndBesideOtherWords) {
    EXPECT_EQ(of_subject("Re: [D-42] A second backup site", ""), "empty");
    EXPECT_EQ(of_subject("Re: [D-42] A second backup site", "eom"), "comment");
    EXPECT_EQ(of_subject("", ""), "empty");
    EXPECT_EQ(of_subject("Re: [D-42] Yes or no?", ""), "empty");
    EXPECT_EQ(of_subject("Re: [D-42] Say no to plastic", ""), "empty");
    EXPECT_EQ(of_subject("[RESULT] [VOTE] A second site: +1", ""), "empty");
    EXPECT_EQ(of_subject("Re: [D-42] A second site: +1", "The contract is attached."), "comment");
    EXPECT_EQ(of_subject("Re: [D-42] A second site: +1", "-1"), "vote");
}

TEST(Decorations, SayNothing) {
    expect_all({{"🎉 yes please", "agree exact"},
                {"🎉 Yes!", "agree exact"},
                {"🙏 no", "disagree exact"},
                {"✨ approved ✨", "agree exact"},
                {"🎉 +1 🎉", "agree exact"},
                {"❤️ Ja", "agree exact"},
                {"🎉", "comment"},
                {"🎉 great news", "comment"},
                {"🤔 yes", "comment"}});
}

// The Wingdings smiley of a mail program.
TEST(Decorations, MayBeALetter) {
    expect_all({{"Ja J", "agree exact"},
                {"No J", "disagree exact"},
                {"No L", "disagree exact"},
                {"Oui J", "agree exact"},
                {"Passt J", "agree exact"},
                {"OK J", "unclear"},
                {"yes L", "unclear"},
                {"I met J", "comment"}});
}

}  // namespace
}  // namespace assentd
