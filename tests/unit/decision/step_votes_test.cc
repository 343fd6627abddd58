// SPDX-License-Identifier: Apache-2.0
#include "decision/standing.h"
#include "tests/unit/decision/fixture.h"

namespace assentd::test {
namespace {

using testing::HasSubstr;

WithdrawAct withdraw(WithdrawAct::Object object = WithdrawAct::Object::unsaid) {
    return {object, {}, "withdraw"};
}

TEST(Vote, IsRecordedWithItsLineItsReasonAndItsMail) {
    Room room(majority());
    room.open().says("Ana", 1, {no("too dear")});
    const auto& stance = room.seat("Ana").stance;
    ASSERT_TRUE(stance);
    EXPECT_EQ(stance->position, Position::disagree);
    EXPECT_EQ(stance->line, "-1");
    EXPECT_EQ(stance->reason, "too dear");
    EXPECT_EQ(stance->source.message_id, "<000001@example.org>");
    EXPECT_EQ(stance->trust, Trust::token);
    ASSERT_EQ(room.notices.size(), 1U);
    EXPECT_EQ(room.reply().kind, NoticeKind::receipt);
    EXPECT_EQ(room.reply().to_address, "ana@example.org");
    EXPECT_EQ(room.reply().in_reply_to, stance->source);
    EXPECT_EQ(room.said(), "Recorded: disagree.");
    EXPECT_EQ(room.reply().recorded[0].line, "-1");
    EXPECT_EQ(room.reply().recorded[0].replaces, "");
}

TEST(Vote, StrengthIsNamedInTheReceipt) {
    Room room(majority());
    room.open().says("Ana", 1, {CastVote{Position::disagree, "-0.9", "-0.9", {}}});
    EXPECT_EQ(room.said(), "Recorded: disagree (-0.9).");
}

TEST(Vote, AFractionAgainstIsAskedAboutWhereAnObjectionBlocks) {
    Room room(consent());
    room.open().says("Ana", 1, {CastVote{Position::disagree, "-0.9", "-0.9", "I will not stand in the way"}});
    EXPECT_FALSE(room.seat("Ana").stance);
    EXPECT_TRUE(room.seat("Ana").pending);
    EXPECT_TRUE(room.d.concerns.empty());
    ASSERT_EQ(room.reply().questions.size(), 1U);
    EXPECT_THAT(room.reply().questions[0].ask, HasSubstr("Is it an objection"));
    room.says("Ana", 2, {no("too dear")});
    EXPECT_EQ(room.d.concerns.size(), 1U);
}

TEST(Vote, TheLastReceivedStandsAndTheReceiptNamesWhatItReplaces) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).says("Ana", 2, {no()});
    EXPECT_EQ(room.seat("Ana").stance->position, Position::disagree);
    EXPECT_EQ(room.reply().recorded[0].replaces, "agree");
    EXPECT_EQ(room.binding().spoke(), 1);
}

TEST(Vote, AnOlderOneReadLaterIsHistoryOnly) {
    Room room(majority());
    room.open().says("Ana", 5, {yes()}).says("Ana", 2, {no()});
    EXPECT_EQ(room.seat("Ana").stance->position, Position::agree);
    EXPECT_EQ(room.last_events.size(), 1U) << "kept in the history";
    EXPECT_THAT(room.said(), HasSubstr("A later mail of yours already stands"));
}

TEST(Vote, OfOneSecondThePlaceInTheFolderTellsThenTheHash) {
    struct Case {
        Source agreed, disagreed;
        Position stands;
    };
    const Instant t = hour(1);
    for (const auto& c :
         {Case{{"<1@x>", "bb", t, "7.9"}, {"<2@x>", "aa", t, "7.10"}, Position::disagree},
          Case{{"<1@x>", "aa", t, "7.10"}, {"<2@x>", "bb", t, "7.9"}, Position::agree},
          Case{{"<1@x>", "aa", t, "7.9"}, {"<2@x>", "bb", t, "7.9"}, Position::disagree},
          Case{{"<1@x>", "bb", t}, {"<2@x>", "aa", t, "7.9"}, Position::disagree},
          Case{{"<1@x>", "aa", t + std::chrono::seconds(1), "7.9"}, {"<2@x>", "bb", t, "7.10"}, Position::agree}}) {
        for (const bool turned : {false, true}) {
            Room room(majority());
            auto yes_mail = room.mail("Ana", t, {yes()});
            auto no_mail = room.mail("Ana", t, {no()});
            yes_mail.source = c.agreed;
            no_mail.source = c.disagreed;
            room.open().now(hour(2), turned ? no_mail : yes_mail).now(hour(2), turned ? yes_mail : no_mail);
            EXPECT_EQ(room.seat("Ana").stance->position, c.stands) << c.agreed.place << ' ' << turned;
        }
    }
}

TEST(Vote, AnOlderObjectionReadLaterBlocksNothing) {
    Room room(consent());
    room.open().says("Ana", 5, {yes()}).says("Ana", 2, {no()});
    EXPECT_TRUE(room.d.concerns.empty());
    EXPECT_EQ(outcome_now(room.d), Outcome::carried);
    room.says("Ana", 3, {no({})});
    EXPECT_TRUE(room.reply().questions.empty()) << "nor is its reason asked for";
    EXPECT_FALSE(room.seat("Ana").pending);
}

TEST(Vote, OfTwoInTheSameSecondTheSameOneStandsWhicheverWasReadFirst) {
    for (const bool swapped : {false, true}) {
        Room room(majority());
        room.open();
        auto first = room.mail("Ana", hour(1), {yes()});
        auto second = room.mail("Ana", hour(1), {no()});
        if (swapped) std::swap(first, second);
        room.now(hour(1), first).now(hour(1), second);
        EXPECT_EQ(room.seat("Ana").stance->position, Position::disagree);
    }
}

TEST(Vote, TheLastOfOneMailStands) {
    Room room(majority());
    room.open().says("Ana", 1, {yes(), no()});
    EXPECT_EQ(room.seat("Ana").stance->position, Position::disagree);
    EXPECT_EQ(room.reply().recorded.size(), 2U);
}

TEST(Vote, ARepeatedOneWasSoAlreadyAndKeepsItsReason) {
    Room room(majority());
    room.open().says("Ana", 1, {no("too dear")}).says("Ana", 2, {no({})});
    EXPECT_THAT(room.said(), HasSubstr("It was so already."));
    EXPECT_EQ(room.reply().recorded[0].replaces, "");
    EXPECT_EQ(room.seat("Ana").stance->reason, "too dear");
    room.says("Ana", 3, {no("and too loud")});
    EXPECT_EQ(room.said(), "Recorded: disagree.") << "a new reason is news";
    EXPECT_EQ(room.seat("Ana").stance->reason, "and too loud");
}

TEST(Vote, OfOneWhoIsNotAskedIsNotCounted) {
    Room room(majority());
    room.open().says("Out", 1, {yes()});
    EXPECT_TRUE(room.last_events.empty());
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    EXPECT_THAT(room.reply().problems[0].wrong, HasSubstr("not among those who are asked"));
    EXPECT_EQ(room.binding().silent, 3);
}

TEST(Vote, OfTheFacilitatorWithoutASeatIsNotCounted) {
    Room room(majority());
    room.open().says("Fay", 1, {yes()});
    EXPECT_TRUE(room.last_events.empty());
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
}

TEST(Vote, ComesFromAnyAddressOfTheParticipantAndIsAnsweredToTheOneOnFile) {
    Room room(majority());
    room.opening.roster[0].addresses.emplace_back("ana@example.com");
    room.open();
    auto m = room.mail("Ana", hour(1), {yes()});
    m.sender = {"Somebody", "Ana@Example.com", Trust::authenticated};
    room.now(hour(1), m);
    EXPECT_TRUE(room.seat("Ana").stance);
    EXPECT_EQ(room.reply().to_address, "ana@example.org");
    EXPECT_EQ(room.reply().to_name, "Ana");
}

TEST(Withdrawal, OfAVoteLeavesItsVoterSilent) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).says("Ana", 2, {withdraw()});
    EXPECT_FALSE(room.seat("Ana").stance);
    EXPECT_THAT(room.said(), HasSubstr("It was: agree."));
    EXPECT_EQ(room.d.state, State::open);
}

TEST(Withdrawal, IsNotUndoneByAnOlderMailReadLater) {
    Room room(majority());
    room.open().says("Ana", 5, {withdraw()});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    room.says("Ana", 2, {yes()});
    EXPECT_FALSE(room.seat("Ana").stance);
    room.says("Ana", 6, {yes()});
    EXPECT_TRUE(room.seat("Ana").stance);
}

TEST(Withdrawal, OlderThanTheVoteChangesNothing) {
    Room room(majority());
    room.open().says("Ana", 5, {yes()}).says("Ana", 2, {withdraw()});
    EXPECT_TRUE(room.seat("Ana").stance);
    EXPECT_THAT(room.said(), HasSubstr("A later mail of yours already stands"));
}

TEST(Withdrawal, BareByTheProposerWithoutAVoteIsOfTheProposal) {
    Room room(majority());
    room.open().says("Pat", 2, {withdraw()});
    EXPECT_EQ(room.d.state, State::closed);
    EXPECT_EQ(room.d.closing->outcome, Outcome::withdrawn);
    EXPECT_EQ(room.d.closing->at, hour(2));
    EXPECT_EQ(room.owed(NoticeKind::outcome), 5U) << "three asked, proposer, facilitator";
}

TEST(Withdrawal, BareByAProposerWhoVotedIsAskedAbout) {
    Room room(majority(), {"Pat", "Ana"});
    room.open().says("Pat", 1, {yes()}).says("Pat", 2, {withdraw()});
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_TRUE(room.seat("Pat").stance);
    EXPECT_EQ(room.reply().kind, NoticeKind::question);
    EXPECT_THAT(room.reply().questions[0].ask, HasSubstr("withdraw vote / withdraw proposal"));
    room.says("Pat", 3, {withdraw(WithdrawAct::Object::vote)});
    EXPECT_FALSE(room.seat("Pat").stance);
    EXPECT_EQ(room.d.state, State::open);
    room.says("Pat", 4, {yes()}).says("Pat", 5, {withdraw(WithdrawAct::Object::proposal)});
    EXPECT_EQ(room.d.state, State::closed);
}

TEST(Withdrawal, OfTheProposalIsForThoseWhoSteer) {
    Room room(majority());
    room.open().says("Ana", 1, {withdraw(WithdrawAct::Object::proposal)});
    EXPECT_EQ(room.d.state, State::open);
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
}

TEST(Unclear, IsAskedAboutAndNeverCounted) {
    Room room(majority());
    room.open().says("Ana", 1, {UnclearVote{"+1 if it is cheap", "Is that a vote?"}});
    EXPECT_FALSE(room.seat("Ana").stance);
    ASSERT_TRUE(room.seat("Ana").pending);
    EXPECT_EQ(room.reply().kind, NoticeKind::question);
    EXPECT_EQ(room.reply().questions[0].line, "+1 if it is cheap");
    EXPECT_EQ(room.binding().asked, 1);
    EXPECT_EQ(room.binding().spoke(), 0);
}

TEST(Unclear, IsAskedAboutAgainWithTheNewWords) {
    Room room(consent());
    room.open().says("Ana", 1, {UnclearVote{"I agree with C", "Which is it?"}});
    auto m = room.mail("Ana", hour(2), {});
    m.comments = {{"C is what I want", ""}};
    m.new_text = "C is what I want";
    room.now(hour(2), m);
    EXPECT_EQ(room.reply().questions.at(0).line, "C is what I want");
    EXPECT_THAT(room.reply().questions.at(0).ask, HasSubstr("“I agree with C” is still not counted"));
}

TEST(Unclear, LeavesTheEarlierVoteStandingAndEndsWithTheNext) {
    Room room(majority());
    room.open().says("Ana", 1, {yes()}).says("Ana", 2, {UnclearVote{"hm, -1?", "Which?"}});
    EXPECT_EQ(room.seat("Ana").stance->position, Position::agree);
    EXPECT_TRUE(room.seat("Ana").pending);
    room.says("Ana", 3, {no()});
    EXPECT_FALSE(room.seat("Ana").pending);
}

TEST(Comment, OfSomebodyWhoDidNotVoteIsNoSilence) {
    Room room(majority());
    const auto words = [&](const std::string& who, std::int64_t h) {
        auto m = room.mail(who, hour(h), {});
        m.new_text = "Why two?";
        m.comments = {{m.new_text, ""}};
        room.now(hour(h), m);
    };
    room.open().says("Bo", 1, {yes()});
    for (const char* who : {"Ana", "Bo", "Pat"}) words(who, 2);
    EXPECT_EQ(commented_only(room.d), 1) << "Ana; Bo voted, and Pat is not asked";
    EXPECT_THAT(arithmetic(room.d), HasSubstr("1 agrees, 1 commented and did not vote and 1 did not answer."));
    words("Cy", 3);
    EXPECT_THAT(arithmetic(room.d), HasSubstr("1 agrees and 2 commented and did not vote."));
    EXPECT_EQ(room.binding().silent, 2) << "the count is as it was";
    room.says("Ana", 4, {UnclearVote{"+1 if it is cheap", "Is it?"}})
        .says("Cy", 5, {RaiseConcern{"noise", "It is loud.", "concern: noise It is loud."}});
    EXPECT_EQ(commented_only(room.d), 0) << "who is asked about it, and who is concerned, are told of as that";
}

TEST(Veto, WithoutAReasonIsAskedForOneAndBlocksNothing) {
    Room room(consent());
    room.open().says("Ana", 1, {yes()}).says("Ana", 2, {no({})});
    EXPECT_FALSE(room.seat("Ana").stance) << "who objects no longer agrees";
    EXPECT_TRUE(room.seat("Ana").pending);
    EXPECT_TRUE(room.d.concerns.empty());
    ASSERT_EQ(room.reply().kind, NoticeKind::question);
    EXPECT_EQ(room.reply().questions[0].ask,
              "An objection needs its reason here. Your earlier vote (agree) no longer "
              "counts. What would go wrong? Reply with the vote and a sentence, for example: -1 because the cost is "
              "not covered");
    auto words = room.mail("Ana", hour(3), {});
    words.new_text = "There is no money left.";
    words.comments = {{words.new_text, ""}};
    room.now(hour(3), words);
    EXPECT_THAT(room.reply().questions[0].ask, HasSubstr("in one line:\n-1 There is no money left."));
    EXPECT_TRUE(room.seat("Ana").pending) << "words may also take it back";
    room.says("Ana", 4, {no("it is loud")});
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
    EXPECT_FALSE(room.seat("Ana").pending);
}

TEST(Veto, StillWithoutItsReasonAtTheCloseIsVoidButNamed) {
    Room room(consent());
    room.open().says("Ana", 2, {no({})}).tick(100);
    EXPECT_EQ(room.d.closing->outcome, Outcome::carried);
    EXPECT_THAT(room.d.closing->arithmetic, HasSubstr("1 gave no answer that could be counted"));
    EXPECT_THAT(room.d.closing->arithmetic, HasSubstr("Silence counts as consent: 2."));
}

TEST(Veto, WithoutAReasonStandsAtOnceWhereThePolicyAsksForNone) {
    Policy p = consent();
    p.veto_needs_reason = false;
    Room room(p);
    room.open().says("Ana", 1, {no({})});
    EXPECT_EQ(outcome_now(room.d), Outcome::blocked);
}

TEST(Veto, RepeatedWithoutWordsKeepsStanding) {
    Room room(consent());
    room.open().says("Ana", 1, {no("it is loud")}).says("Ana", 2, {no({})});
    EXPECT_EQ(room.seat("Ana").stance->reason, "it is loud");
    EXPECT_EQ(open_blocks(room.d), 1);
    EXPECT_THAT(room.said(), HasSubstr("It was so already."));
}

TEST(Veto, FindsItsReasonInAConcernOfTheSameMailBeforeOrAfterIt) {
    const RaiseConcern cost{"cost", "the fee is not covered", "concern: cost"};
    for (const auto& acts : {std::vector<Act>{no({}), cost}, std::vector<Act>{cost, no({})}}) {
        Room room(consent());
        room.open().says("Ana", 1, acts);
        EXPECT_TRUE(room.reply().questions.empty());
        ASSERT_EQ(room.d.concerns.size(), 1U) << "one concern, not two";
        EXPECT_EQ(room.seat("Ana").stance->concern, "cost");
    }
}

TEST(Veto, OfAnAdvisoryVoiceIsShownAndStopsNothing) {
    Room room(consent());
    room.opening.roster.push_back(member("Dee", false));
    room.open().says("Dee", 1, {no({})});
    EXPECT_EQ(room.seat("Dee").stance->position, Position::disagree);
    EXPECT_TRUE(room.d.concerns.empty());
}

TEST(Help, AndStatusAreAnsweredWithoutAnEvent) {
    Room room(majority());
    room.open().says("Ana", 1, {AskHelp{}});
    EXPECT_EQ(room.reply().kind, NoticeKind::help);
    room.says("Ana", 1, {AskStatus{}}, Trust::none);
    EXPECT_EQ(room.reply().kind, NoticeKind::receipt);
    EXPECT_TRUE(room.reply().with_status);
    EXPECT_TRUE(room.last_events.empty());
}

TEST(Commands, OneBadLineDoesNotStopTheOthers) {
    Room room(majority());
    room.open().says("Ana", 1, {BadCommand{{"extnd 3 days", "Unknown.", "extend"}}, yes()});
    EXPECT_TRUE(room.seat("Ana").stance);
    EXPECT_EQ(room.reply().kind, NoticeKind::receipt);
    EXPECT_EQ(room.reply().problems.size(), 1U);
}

TEST(Comments, AreRecordedWithTheLinesTheyAnswerAndGetNoReceipt) {
    Room room(majority());
    room.open();
    auto m = room.mail("Ana", hour(1), {});
    m.comments = {{"Why that one?", "> We buy one."}, {"Thanks", ""}};
    m.attachments = {{"offer.pdf", "application/pdf", 12, "ff"}};
    room.now(hour(1), m);
    ASSERT_EQ(room.d.comments.size(), 2U);
    EXPECT_EQ(room.d.comments[0].answers, "> We buy one.");
    EXPECT_EQ(room.d.comments[0].attachments.size(), 1U);
    EXPECT_TRUE(room.d.comments[1].attachments.empty());
    EXPECT_TRUE(room.notices.empty());
}

TEST(Comments, OfOutsidersCountOnlyWherePolicyAndProofAllow) {
    for (const bool everyone : {false, true})
        for (const auto trust : {Trust::none, Trust::authenticated}) {
            Policy p = majority();
            if (everyone) p.comments_from = CommentsFrom::everyone;
            Room room(p);
            room.open();
            auto m = room.mail("Out", hour(1), {}, trust);
            m.comments = {{"Hello", ""}};
            room.now(hour(1), m);
            const bool may = everyone && trust != Trust::none;
            EXPECT_EQ(room.d.comments.size(), may ? 1U : 0U);
            EXPECT_EQ(room.owed(NoticeKind::refusal), may ? 0U : 1U);
        }
}

TEST(Outsiders, HaveTheirVoteKeptAsACommentWhereCommentsAreWelcome) {
    Policy p = majority();
    p.comments_from = CommentsFrom::everyone;
    Room room(p);
    room.open().says("Out", 1, {yes()}, Trust::authenticated);
    ASSERT_EQ(room.d.comments.size(), 1U);
    EXPECT_EQ(room.d.comments[0].text, "the words");
    EXPECT_THAT(room.said(), HasSubstr("kept as a comment"));
    EXPECT_EQ(room.binding().agree, 0);
    room.says("Out", 2, {yes()}, Trust::none);
    EXPECT_EQ(room.d.comments.size(), 1U) << "nothing shows that it is theirs";
    EXPECT_THAT(room.reply().problems[0].right, HasSubstr("was settled when it opened"));
}

TEST(Outsiders, AreNotToldHowItStands) {
    Room room(majority());
    room.open().says("Out", 1, {AskStatus{}});
    EXPECT_EQ(room.reply().kind, NoticeKind::refusal);
    EXPECT_FALSE(room.reply().with_status);
    room.says("Out", 1, {AskHelp{}});
    EXPECT_EQ(room.reply().kind, NoticeKind::help);
}

}  // namespace
}  // namespace assentd::test
