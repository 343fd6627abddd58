// SPDX-License-Identifier: Apache-2.0
// A mail casts the ballot that it holds, or none of it.
#include <gtest/gtest.h>

#include "config/config.h"
#include "daemon/acts.h"
#include "decision/choice.h"
#include "parsers/message.h"

namespace assentd::testing {
namespace {

Decision choice(Method method, std::int64_t least = 0, std::int64_t most = 5) {
    Opened o;
    o.number = 42;
    o.proposer = {"Ana Example", "ana@example.org", {"ana@example.org"}};
    o.policy.method = method;
    o.policy.choice.score_min = least;
    o.policy.choice.score_max = most;
    o.roster = {{"Ben Sample", "ben@example.org", {"ben@example.org"}, true, {}}};
    o.text = {"Where do we meet?", "We choose a town."};
    o.options = {"Athens", "Berlin", "Cork"};
    o.thread_message_id = "<proposal@example.org>";
    Decision d;
    assentd::apply(d, o);
    return d;
}

std::vector<Act> acts_in(const Decision& d, const std::string& text, std::string_view sender = "ben@example.org") {
    const auto reply = read_message("From: " + std::string(sender) + "\nMessage-ID: <r@example.org>\n" +
                                    "Content-Type: text/plain; charset=utf-8\n\n" + text);
    return answers_for(Config{}, d, interpret(reply, reading_context(d)), sender, Instant{}).acts;
}

std::vector<Act> acts_of(const std::string& text, Method method, std::int64_t least = 0, std::int64_t most = 5) {
    return acts_in(choice(method, least, most), text);
}

OptionBallot cast(const std::string& text, Method method) {
    const auto acts = acts_of(text, method);
    EXPECT_EQ(acts.size(), 1u) << text;
    const auto* ballot = acts.empty() ? nullptr : std::get_if<CastBallot>(&acts.front());
    EXPECT_NE(ballot, nullptr) << text;
    return ballot ? ballot->ballot : OptionBallot{};
}

std::string asked(const std::string& text, Method method, std::int64_t least = 0, std::int64_t most = 5) {
    const auto acts = acts_of(text, method, least, most);
    EXPECT_EQ(acts.size(), 1u) << text;
    const auto* unclear = acts.empty() ? nullptr : std::get_if<UnclearVote>(&acts.front());
    EXPECT_NE(unclear, nullptr) << text;
    return unclear ? unclear->ask : std::string();
}

TEST(BallotActs, AreWholeOrNone) {
    EXPECT_NE(asked("A: 5\n\nB: too cold", Method::score).find("Understood was: A: 5."), std::string::npos);
    EXPECT_NE(asked("+1 for A\n-1 for B", Method::schulze).find("no to B"), std::string::npos);
    EXPECT_NE(asked("A\nB: too cold", Method::approval).find("Understood was: A."), std::string::npos);
    EXPECT_FALSE(asked("A > B\n\nC", Method::schulze).empty());
}

TEST(BallotActs, AQuestionQuotesBothAndShowsOneRightAnswer) {
    const std::string lists = asked("B > A\n\nA > B", Method::schulze);
    EXPECT_NE(lists.find("the same as \"A > B\""), std::string::npos) << lists;
    EXPECT_NE(lists.find("for example: B > A > C"), std::string::npos) << lists;
    const std::string numbered = asked("1. B\n2. A\n3. C\n\nC > A", Method::schulze);
    EXPECT_NE(numbered.find("\"1. B / 2. A / 3. C\""), std::string::npos) << numbered;
    EXPECT_NE(numbered.find("\"C > A\""), std::string::npos) << numbered;
    EXPECT_NE(asked("A: 5\n\nB: too cold", Method::score).find("for example: A: "), std::string::npos);
}

TEST(BallotActs, TheOptionOfAVoteIsNoReasonForIt) {
    const auto reason = [](const std::string& text, Method method) {
        const auto acts = acts_of(text, method);
        const auto* ballot = acts.empty() ? nullptr : std::get_if<CastBallot>(&acts.front());
        return ballot ? ballot->reason : "asked";
    };
    for (const Method method : {Method::schulze, Method::approval}) {
        EXPECT_EQ(reason("+1 for A", method), "");
        EXPECT_EQ(reason("+1 A", method), "");
        EXPECT_EQ(reason("+1 to A.", method), "");
    }
    EXPECT_EQ(reason("+1 for A, it is near", Method::schulze), "it is near");
}

TEST(BallotActs, ATestIsNoBallot) {
    EXPECT_NE(asked("This is a test.\nA > B", Method::schulze).find("a test"), std::string::npos);
}

TEST(BallotActs, AScoreOfAnotherScaleIsAskedAbout) {
    EXPECT_EQ(cast("A: 4/5\nB: 5/5", Method::score).scores.size(), 2u);
    EXPECT_NE(asked("A: 4/10\nB: 5/10", Method::score).find("“4/10” is not a score"), std::string::npos);
}

TEST(BallotActs, PointsMayBeWrittenAsTheReceiptWritesThem) {
    const OptionBallot ballot{{}, {{0, 5}, {1, 3}, {2, 0}}, {}};
    EXPECT_EQ(cast(ballot_text(ballot), Method::score), ballot);
    EXPECT_EQ(cast("Athens 5 / Berlin 3 / Cork 0", Method::score), ballot);
    EXPECT_NE(asked("A:4 B:4 C:two", Method::score).find("Understood was: A: 4, B: 4."), std::string::npos);
}

TEST(BallotActs, TheQuestionFitsTheMethod) {
    EXPECT_EQ(asked("A or B", Method::schulze).find("points"), std::string::npos);
    EXPECT_EQ(asked("A or B", Method::score).find("B > A"), std::string::npos);
}

TEST(BallotActs, ABallotAndAVoteAreOneQuestion) {
    const std::string ask = asked("+1\n\nA > B", Method::schulze);
    EXPECT_NE(ask.find("Understood was: A > B."), std::string::npos) << ask;
    EXPECT_NE(ask.find("“+1”"), std::string::npos) << ask;
    EXPECT_FALSE(asked("A > B\n\nI abstain.", Method::schulze).empty());
    EXPECT_FALSE(asked("+1 for A\n\nC > B", Method::schulze).empty());
}

TEST(BallotActs, AVoteBesideABallotThatCannotBeReadDoesNotStandAlone) {
    EXPECT_NE(asked("A > B > A\n0", Method::schulze).find("Your mail also says “0”"), std::string::npos);
    for (const char* text : {"A > B > Z\nrecuse", "[1] A\n[1.5] B\n\n0", "A > B\nB > C\nabstain"})
        EXPECT_FALSE(asked(text, Method::schulze).empty()) << text;
    EXPECT_FALSE(
        asked("`recuse` that you stand back and are not counted at all.\nA > B > Z", Method::schulze).empty());
}

TEST(BallotActs, APlusIsASignOnlyWherePointsGoBelowNought) {
    Decision d = choice(Method::score);
    EXPECT_NE(asked("A: +2, B: 1", Method::score).find("“+2” is not a score"), std::string::npos);
    d.policy.choice.score_min = -2;
    d.policy.choice.score_max = 2;
    for (const char* text : {"A: +2, B: \u22121", "A +2, B -1", "[+2] A: Athens\n[-1] B: Berlin"}) {
        const auto acts = acts_in(d, text);
        ASSERT_EQ(acts.size(), 1u) << text;
        const auto* ballot = std::get_if<CastBallot>(&acts.front());
        ASSERT_NE(ballot, nullptr) << text;
        EXPECT_EQ(ballot_text(ballot->ballot), "A 2, B -1") << text;
    }
}

TEST(BallotActs, TheQuestionHasAnExampleOfThisDecision) {
    Decision d = choice(Method::approval);
    d.options.pop_back();
    const auto acts = acts_in(d, "A or B");
    const auto* unclear = acts.empty() ? nullptr : std::get_if<UnclearVote>(&acts.front());
    ASSERT_NE(unclear, nullptr);
    EXPECT_EQ(unclear->ask.find("C"), std::string::npos) << "there is no C: " << unclear->ask;
}

TEST(BallotActs, TheVotersOwnWordsExplainNothing) {
    for (const auto method : {Method::schulze, Method::approval}) {
        const std::string ask = asked("yes to A and C, no to B", method);
        EXPECT_FALSE(ask.starts_with("to A and C")) << ask;
    }
}

// ---- the word of whoever settles a tie ----

std::optional<std::string> settled(const std::string& text, std::string_view sender = "dee@example.org") {
    Decision d = choice(Method::schulze);
    d.decider = Person{"Dee Sample", "dee@example.org", {"dee@example.org"}};
    d.state = State::closed;
    d.closing.emplace();
    d.closing->outcome = Outcome::tied;
    const auto acts = acts_in(d, text, sender);
    const auto* act = acts.size() == 1 ? std::get_if<DecideAct>(&acts.front()) : nullptr;
    return act ? std::optional(act->choice) : std::nullopt;
}

TEST(TieWords, NameOneOption) {
    for (const char* text : {"Berlin", "B", "I decide for Berlin because of the train.", "Berlin, please",
                             "I choose Berlin.\n\nCheers,\nDee", "My decision: Berlin"})
        EXPECT_EQ(settled(text), "B") << text;
}

TEST(TieWords, ThatLeaveItOpenSettleNothing) {
    for (const char* text : {"Berlin?", "Berlin, if it is cheap", "Berlin or Cork", "Not Berlin", "Thanks, all.",
                             "I talked to Berlin and will decide tomorrow.", "Berlin was too cold last year",
                             "I decide for Berlin, but ask Athens first"})
        EXPECT_FALSE(settled(text)) << text;
    EXPECT_FALSE(settled("Berlin", "ben@example.org"));
}

TEST(Delegation, ToTheOnlyOneOfANameIsTaken) {
    const Decision d = choice(Method::schulze);
    for (const char* text : {"delegate to Ben", "delegate to Ben Sample", "I delegate to Ben.",
                             "delegate to ben until 20 December", "please delegate to Ben until 5 May 17:00"}) {
        const auto acts = acts_in(d, text, "ana@example.org");
        const auto* delegate = acts.empty() ? nullptr : std::get_if<DelegateAct>(&acts.front());
        ASSERT_NE(delegate, nullptr) << text;
        EXPECT_EQ(delegate->to, "ben@example.org") << text;
        EXPECT_EQ(delegate->until.has_value(), std::string(text).find("until") != std::string::npos) << text;
    }
}

TEST(Delegation, ToANameOfNobodyOrOfTwoIsAskedAboutWithItsTime) {
    Opened o;
    o.number = 42;
    for (const char* who : {"Ben Sample", "Ben Adler", "Ana Example"}) {
        const std::string address = std::string(1, who[4]) + "@example.org";
        o.roster.push_back({who, address, {address}, true, {}});
    }
    Decision d;
    assentd::apply(d, o);
    const auto asked = [&](const char* text) {
        const auto acts = acts_in(d, text, "E@example.org");
        const auto* bad = acts.empty() ? nullptr : std::get_if<BadCommand>(&acts.front());
        EXPECT_NE(bad, nullptr) << text;
        return bad ? bad->problem : Problem{};
    };
    EXPECT_EQ(asked("delegate to xaver until 20 Dec").wrong, "Nobody else who is asked here is called “xaver”.");
    EXPECT_EQ(asked("delegate to xaver until 20 Dec").right, "Write: delegate to ADDRESS until 20 Dec");
    EXPECT_EQ(asked("delegate to Ben until 20 Dec").wrong,
              "“Ben” may be one of Ben Sample <S@example.org> and Ben Adler <A@example.org>.");
    EXPECT_EQ(asked("delegate to Ben until 20 Dec").right, "Write: delegate to S@example.org until 20 Dec");
    EXPECT_EQ(asked("delegate to Ana").wrong, "Nobody else who is asked here is called “Ana”.") << "that is they";
    EXPECT_EQ(asked("delegate ben").right, "Write: delegate to ADDRESS");
}

TEST(BallotActs, PointsMayBeLessThanNought) {
    for (const char* text : {"A: 2, B: -2", "A=2, B=\u22122", "A: 2\nB: -2", "[2] A: Athens\n[-2] B: Berlin"})
        EXPECT_EQ(cast(text, Method::score).scores, (OptionBallot{{}, {{0, 2}, {1, -2}}, {}}.scores)) << text;
}

TEST(BallotActs, AFractionOnAScaleBelowNoughtIsNoWholeNumber) {
    for (const char* text : {"A: -1/2", "A: 1/2, B: 2/2"})
        EXPECT_NE(asked(text, Method::score, -2, 2).find("/2” is not a score"), std::string::npos) << text;
}

TEST(BallotActs, VotesOnOptionsApproveOfThem) {
    EXPECT_EQ(cast("+1 for A\n-1 for B", Method::approval), (OptionBallot{{}, {}, {0}}));
    EXPECT_EQ(cast("+1 for A\n+1 for C", Method::approval), (OptionBallot{{}, {}, {0, 2}}));
    EXPECT_EQ(cast("+1 for A", Method::schulze), (OptionBallot{{{0}}, {}, {}}));
}

TEST(BallotActs, TheSameBallotTwiceIsOne) {
    EXPECT_EQ(cast("A > B\n\nA > B", Method::schulze), (OptionBallot{{{0}, {1}}, {}, {}}));
    EXPECT_EQ(cast("+1 for A\n\nA", Method::schulze), (OptionBallot{{{0}}, {}, {}}));
}

TEST(BallotActs, PointsWhereThereAreNoneAreNotMeasuredByAScale) {
    const auto acts = acts_of("A: +1\nB: -1", Method::schulze);
    ASSERT_EQ(acts.size(), 1u);
    ASSERT_TRUE(std::holds_alternative<UnclearVote>(acts[0]));
    EXPECT_EQ(std::get<UnclearVote>(acts[0]).ask.find("is not a score"), std::string::npos);
    EXPECT_FALSE(std::holds_alternative<UnclearVote>(acts_of("A: +1\nB: -1", Method::approval).at(0)));
}

TEST(Votes, OfSomebodyWhoseConcernIsOpenMaySayThatItStands) {
    Decision d = choice(Method::consent);
    Concern open;
    open.name = "ben";
    d.concerns.push_back(open);
    const std::string sender = d.seats[0].participant.address;
    for (const char* text :
         {"Yes, it still stands.", "Yes, the objection stands.", "Yes, it remains.", "Yes. It is still open."})
        EXPECT_TRUE(std::holds_alternative<UnclearVote>(acts_in(d, text, sender).at(0))) << text;
    for (const char* text : {"Yes", "Yes, I agree now.", "+1, it still works"})
        EXPECT_TRUE(std::holds_alternative<CastVote>(acts_in(d, text, sender).at(0))) << text;
}

TEST(Votes, AYesOrNoOfWhoeverWasAskedWhetherTheirConcernIsSettledIsNone) {
    Decision d = choice(Method::consent);
    Concern open;
    open.name = "ben";
    open.asked_at = Instant{};
    d.concerns.push_back(open);
    const std::string sender = d.seats[0].participant.address;
    for (const char* text : {"Yes", "Yes, thank you", "No"})
        EXPECT_TRUE(std::holds_alternative<UnclearVote>(acts_in(d, text, sender).at(0))) << "not answered: " << text;
    for (const char* text : {"+1", "I agree", "I agree now, it is settled", "-1, too dear"})
        EXPECT_TRUE(std::holds_alternative<CastVote>(acts_in(d, text, sender).at(0))) << text;
}

// Ben, whose concern was answered.
Decision asked_whether_settled(OnDisagree on_disagree = OnDisagree::block) {
    Decision d = choice(Method::consent);
    d.policy.on_disagree = on_disagree;
    Concern open;
    open.name = "cost";
    open.answer = "the reserve covers it";
    open.asked_at = Instant{};
    d.concerns.push_back(open);
    return d;
}

TEST(SettleQuestion, IsAnsweredByYesAndNo) {
    const Decision d = asked_whether_settled();
    for (const char* text :
         {"Yes", "Yes.", "yes, thank you", "Yes, it is settled, thanks!", "Oui, c'est réglé, merci !", "Ja",
          "Ja, das ist geklärt, danke!", "It is settled.", "Sí", "Yes!\n\nThanks,\nBen Sample"}) {
        const auto acts = acts_in(d, text);
        ASSERT_EQ(acts.size(), 1u) << text;
        const auto* settled = std::get_if<SettleConcern>(&acts.front());
        ASSERT_TRUE(settled) << text;
        EXPECT_EQ(settled->name, "cost") << text;
    }
    for (const char* text : {"No", "No.", "Nein", "Non, merci", "No, I still don't see who pays.",
                             "Nein, noch nicht.", "Non, pas encore."}) {
        const auto acts = acts_in(d, text);
        ASSERT_EQ(acts.size(), 1u) << text;
        const auto* upheld = std::get_if<UpholdConcern>(&acts.front());
        ASSERT_TRUE(upheld) << text;
        EXPECT_EQ(upheld->name, "cost") << text;
    }
    const auto upheld = std::get<UpholdConcern>(acts_in(d, "No, I still don't see who pays.").front());
    EXPECT_EQ(upheld.reason, "No, I still don't see who pays.");
}

bool answers_about_a_concern(const std::vector<Act>& acts) {
    return std::any_of(acts.begin(), acts.end(), [](const Act& act) {
        return std::holds_alternative<SettleConcern>(act) || std::holds_alternative<UpholdConcern>(act);
    });
}

TEST(SettleQuestion, IsNotAnsweredByWordsThatSayMore) {
    const Decision d = asked_whether_settled();
    for (const char* text :
         {"Yes, but who pays?", "Yes and no", "Yes, if the board agrees", "No, but I can still live with it.",
          "No, it is settled.", "Yes, it still stands.", "Yes, no", "No, fine with me", "Yes, let's talk on Monday.",
          "No problem", "Settled?", "Yes, it is not settled", "No longer", "Not settled", "+1", "Yes, +1", "-1",
          "Yes\n\nconcern: noise it is loud", "Thanks."})
        EXPECT_FALSE(answers_about_a_concern(acts_in(d, text))) << text;
}

TEST(SettleQuestion, IsNotGuessedWhereAVoteIsWaitedForToo) {
    Decision d = asked_whether_settled(OnDisagree::count);
    for (const char* text : {"Yes", "Oui", "No", "No, I still don't see who pays."})
        EXPECT_FALSE(answers_about_a_concern(acts_in(d, text))) << text;
    EXPECT_TRUE(answers_about_a_concern(acts_in(d, "Yes, it is settled, thanks!"))) << "that is about it alone";
    d.seats[0].stance = Stance{};
    EXPECT_TRUE(answers_about_a_concern(acts_in(d, "Yes")));
    d.seats[0].stance->stale = true;
    EXPECT_FALSE(answers_about_a_concern(acts_in(d, "Yes")));
    d = asked_whether_settled();
    d.seats[0].pending = VoteUnclear{};
    EXPECT_FALSE(answers_about_a_concern(acts_in(d, "Yes"))) << "it may be the answer to that";
    d = asked_whether_settled();
    d.concerns.push_back(d.concerns[0]);
    d.concerns[1].name = "noise";
    EXPECT_FALSE(answers_about_a_concern(acts_in(d, "Yes, it is settled"))) << "which one?";
}

TEST(Comments, AnswerTheParagraphRightAboveThem) {
    const Decision d = choice(Method::score);
    const auto reply = read_message(
        "From: ben@example.org\nMessage-ID: <r@example.org>\n\n> HOW TO ANSWER\n> Reply with one line.\n>\n"
        "> The roof leaks,\n> and nobody looks.\n\nI looked on Monday.\n");
    const auto comments =
        answers_for(Config{}, d, interpret(reply, reading_context(d)), "ben@example.org", {}).comments;
    ASSERT_EQ(comments.size(), 1u);
    EXPECT_EQ(comments[0].second, "The roof leaks,\nand nobody looks.");
}

}  // namespace
}  // namespace assentd::testing
