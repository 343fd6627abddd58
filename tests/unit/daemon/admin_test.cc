// SPDX-License-Identifier: Apache-2.0
// assentctl's commands about decisions and drafts, as an admin gives them.
#include "parsers/message.h"
#include "tests/unit/daemon/office.h"

namespace assentd::testing {
namespace {

using Admin = Office;

TEST_F(Admin, DraftsAreListedAndShownByAHandleOfTheirOwn) {
    propose();
    mail("Ben <ben@example.org>", "decisions@example.org", "More tea", "Policy: consnet\n\nLet us have tea.",
         proven());
    round();
    EXPECT_EQ(run(list_command, Which::drafts, false), exit_done);
    EXPECT_EQ(output_, "draft-2\tdraft\tMore tea\tNeeds corrected lines from the proposer.\n");
    EXPECT_EQ(run(list_command, Which::all, true), exit_done);
    ASSERT_EQ(output().size(), 2u);
    EXPECT_EQ(output()[0]["draft"], nullptr);
    EXPECT_EQ(output()[1]["draft"], "draft-2");
    EXPECT_EQ(output()[1]["id"], nullptr);
    EXPECT_EQ(run(list_command, Which::open, true), exit_done);
    EXPECT_EQ(output().size(), 1u);

    for (const auto* id : {"draft-2", "DRAFT-2"}) EXPECT_EQ(run(show_command, id, false), exit_done) << complaint_;
    EXPECT_TRUE(says("- **State:** draft\n")) << output_;
    EXPECT_TRUE(says("## What is wrong with it\n\n> Policy: consnet\n")) << output_;
    EXPECT_TRUE(says("> Let us have tea."));
    EXPECT_FALSE(says("How it")) << "no rule holds for it yet";
    EXPECT_EQ(run(log_command, "draft-2"), exit_done);
    EXPECT_TRUE(says("drafted “More tea”"));
    EXPECT_EQ(run(verify_command, "draft-2"), exit_done);
    for (const auto* wrong : {"draft-1", "draft-9"}) {
        EXPECT_EQ(run(show_command, wrong, false), exit_no_input);
        EXPECT_NE(complaint_.find(wrong), std::string::npos) << complaint_;
    }
    EXPECT_EQ(run(show_command, "draft-x", false), exit_usage);
}

TEST_F(Admin, AnExtensionSaysTheNewClose) {
    propose();
    const Instant before = decision().closes_at;
    EXPECT_EQ(run(extend_command, Wish{"D-1", "the mail was down", "3 days"}), exit_done) << complaint_;
    EXPECT_GT(decision().closes_at, before);
    EXPECT_TRUE(said_.starts_with("D-1, which closes at " + utc_text(decision().closes_at) + ": ")) << said_;
}

TEST_F(Admin, ATimeThatIsNoneIsQuotedWithWhatIsRight) {
    propose();
    for (const std::string when : {"-1 day", "soon", "2030-13-01"}) {
        EXPECT_EQ(run(extend_command, Wish{"D-1", "why", when}), exit_usage) << when;
        EXPECT_NE(complaint_.find(when), std::string::npos) << complaint_;
        EXPECT_NE(complaint_.find("3 days"), std::string::npos) << complaint_;
    }
}

TEST_F(Admin, NobodyClosesWhatIsHeldNorByAClockThatIsBehind) {
    propose();
    answer("ben@example.org", "hold 2 days: I want to try it first");
    round();
    const Wish wish{"D-1", "settled", {}};
    EXPECT_EQ(run(close_command, wish), exit_bad_input);
    EXPECT_NE(complaint_.find("participants hold it until 2026-12-02 "), std::string::npos) << complaint_;
    at("2026-12-02T12:00:00Z");
    round();
    at("2026-11-30T10:00:00Z");  // of the admin's machine; the database is ahead
    EXPECT_EQ(run(close_command, wish), exit_done) << complaint_;
    EXPECT_EQ(decision().state, State::closed);
}

TEST_F(Admin, ADatabaseThatWasThereIsNotCalledNew) {
    std::filesystem::remove(directory_ / "state" / "assentd.db");
    Context context((directory_ / "assentd.toml").string(), Clock(now_), "kim");
    try {
        context.reading();
        FAIL() << "there is none";
    } catch (const StorageError& error) {
        EXPECT_NE(std::string(error.what()).find("was there before"), std::string::npos) << error.what();
    }
}

TEST_F(Admin, ADraftIsWithdrawnAndStaysSo) {
    mail("Ben <ben@example.org>", "decisions@example.org", "More tea", "Policy: consnet\n\nLet us have tea.",
         proven());
    const auto asked = round();
    for (const auto command : {close_command, extend_command, reopen_command}) {
        EXPECT_EQ(run(command, Wish{"draft-1", "why", "3 days"}), exit_bad_input);
        EXPECT_NE(complaint_.find("draft-1 is not open yet"), std::string::npos) << complaint_;
    }
    EXPECT_EQ(run(withdraw_command, Wish{"draft-1", "a joke", {}}), exit_done) << complaint_;
    auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].to, "ben@example.org");
    EXPECT_NE(sent[0].bytes.find("withdrew"), std::string::npos) << sent[0].bytes;
    EXPECT_EQ(run(list_command, Which::drafts, false), exit_done);
    EXPECT_EQ(output_, "");
    EXPECT_EQ(run(list_command, Which::closed, false), exit_done);
    EXPECT_EQ(output_, "draft-1\twithdrawn\tMore tea\tIt was withdrawn.\n");
    EXPECT_EQ(run(show_command, "draft-1", false), exit_done);
    EXPECT_TRUE(says("- **Outcome:** withdrawn\n")) << output_;
    EXPECT_EQ(run(withdraw_command, Wish{"draft-1", "again", {}}), exit_bad_input);
    EXPECT_EQ(run(reopen_command, Wish{"draft-1", "again", "3 days"}), exit_bad_input);

    mail("ben@example.org", asked.at(0).reply_to(), "Re: More tea", "Policy: consent");
    sent = round();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].notice, "refusal");
    EXPECT_NE(sent[0].bytes.find("withdrawn before it opened"), std::string::npos) << sent[0].bytes;
    EXPECT_EQ(store_->find_number(1), std::nullopt);
    expect_honest_record();
}

TEST_F(Admin, ClosesOnlyAfterTheMinimumPeriod) {
    configure("[policy.slow]\npreset = \"majority\"\nperiod = \"5 days\"\nmin_period = \"2 days\"\nquorum = 1\n");
    propose("Policy: slow\n");
    answer("ben@example.org", "+1");
    round();
    at("2026-12-02T08:59:59Z");
    EXPECT_EQ(run(close_command, Wish{"D-1", "in a hurry", {}}), exit_bad_input);
    EXPECT_EQ(complaint_,
              "the minimum period of policy slow ends at 2026-12-02 09:00 UTC; close it after that, or "
              "withdraw it");
    at("2026-12-02T09:00:00Z");
    EXPECT_EQ(run(close_command, Wish{"D-1", "in a hurry", {}}), exit_try_later);
    EXPECT_EQ(decision().state, State::open) << "an answer that came in time may wait unread";
    round();
    EXPECT_EQ(run(close_command, Wish{"D-1", "in a hurry", {}}), exit_done) << complaint_;
    EXPECT_EQ(decision().closing->outcome, Outcome::carried);
    expect_honest_record();
}

TEST_F(Admin, DecidesInPlaceOfADeciderWhoDoesNotAnswer) {
    configure(
        "[policy.ask]\npreset = \"advice\"\nvoters = [\"ben@example.org\"]\ndecider = \"dana@example.org\"\n"
        "period = \"3 days\"\n");
    propose("Policy: ask\n");
    answer("ben@example.org", "I would wait.");
    round();
    EXPECT_EQ(run(decide_command, Wish{"D-1", "away", {}, "yes"}), exit_bad_input) << "others may still advise";
    EXPECT_EQ(run(close_command, Wish{"D-1", "away", {}}), exit_bad_input);
    at(instant_text(decision().closes_at));
    round();
    EXPECT_EQ(run(decide_command, Wish{"D-1", "away", {}, "perhaps"}), exit_bad_input);
    EXPECT_EQ(run(decide_command, Wish{"D-1", "Dana is away", {}, "no"}), exit_done) << complaint_;
    EXPECT_EQ(decision().closing->outcome, Outcome::failed);
    EXPECT_EQ(decision().closing->by.name, "the admin (kim)");
    bool told = false;
    for (const auto& m : round()) told = told || m.notice == "outcome";
    EXPECT_TRUE(told);
    expect_honest_record();
}

TEST_F(Admin, AReopeningIsInTheOutcomeAndInTheExport) {
    propose("Policy: board\n");
    EXPECT_EQ(run(close_command, Wish{"D-1", "no time", {}}), exit_done) << complaint_;
    EXPECT_EQ(run(reopen_command, Wish{"D-1", "Ben was misread", "2 days"}), exit_done) << complaint_;
    round();
    at(instant_text(decision().closes_at));
    bool told = false;
    for (const auto& m : round()) {
        std::string text = read_message(m.bytes).text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        told = told || (m.notice == "outcome" && text.find("(no-quorum), and reopened by ") != std::string::npos &&
                        text.find(": Ben was misread") != std::string::npos);
    }
    EXPECT_TRUE(told);
    EXPECT_EQ(run(show_command, "D-1", false), exit_done);
    EXPECT_TRUE(says("- **Closed before:** 2026-11-30 09:00 UTC (no-quorum), and reopened by ")) << output_;
    expect_honest_record();
}

TEST_F(Admin, AnEarlyCloseTakesNobodysSilenceForConsent) {
    propose();
    EXPECT_EQ(run(close_command, Wish{"D-1", "no time", {}}), exit_done);
    EXPECT_EQ(decision().closing->outcome, Outcome::no_quorum);
    expect_honest_record();
}

TEST_F(Admin, TheLogSaysWhyAVoteIsGone) {
    propose();
    answer("ben@example.org", "+1");
    round();
    answer("ben@example.org", "-1");
    answer("chen@example.org", "+1");
    round();
    answer("chen@example.org", "withdraw vote");
    round();
    EXPECT_EQ(run(log_command, "D-1"), exit_done);
    EXPECT_TRUE(says("vote-withdrawn Ben Okoro, by the answer that is asked about next\n")) << output_;
    EXPECT_TRUE(says("vote-withdrawn Chen Wei\n")) << output_;
}

TEST_F(Admin, TheLogSaysWhichVoteIsHistoryOnly) {
    propose();
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1");
    std::string confirm;
    for (const auto& m : round())
        if (m.notice == "question") confirm = m.reply_to();
    at("2026-11-30T09:10:00Z");
    answer("ben@example.org", "-1 it costs too much");
    round();
    mail("ben@example.org", confirm, "Re: Was this you?", "yes");
    round();
    ASSERT_EQ(position("ben@example.org"), Position::disagree);
    EXPECT_EQ(run(log_command, "D-1"), exit_done);
    EXPECT_TRUE(says("line “+1”, revision 1, proven by token, history only: a later mail of theirs stands\n"))
        << output_;
    EXPECT_EQ(output_.find("history only"), output_.rfind("history only"));
}

TEST_F(Admin, TheLogTellsAMailThatWasSentAnewWithProofFromAForgedOne) {
    propose();
    mail("ben@example.org", "decisions@example.org", "Re: [D-1] Meet less", "+1");
    round();
    answer("ben@example.org", "+1");
    round();
    EXPECT_EQ(run(log_command, "D-1"), exit_done);
    EXPECT_TRUE(says(": the same words came again, with proof, and count in its place\n")) << output_;
    expect_honest_record();
}

TEST_F(Admin, AnswersByOptionAreNoComments) {
    configure(
        "[policy.pick]\npreset = \"approval\"\nvoters = [\"ana@example.org\", \"ben@example.org\"]\n"
        "visibility = \"open\"\n");
    std::ofstream(directory_ / "assentd.toml") << text_;
    propose("Policy: pick\nOptions: Red, Blue\n");
    answer("ben@example.org", "Blue");
    const std::string id = "<m" + std::to_string(mails_) + "@example.org>";
    round();
    EXPECT_EQ(store_->find_mails_by_message_id(id).at(0).reason, "ballot on D-1 by reply token");
    EXPECT_EQ(run(explain_command, id), exit_done);
    EXPECT_TRUE(says("readings: vote\n")) << output_;
}

TEST_F(Admin, TheLogDoesNotClaimThatAVoteWasWithdrawnWhereNoneStood) {
    propose();
    answer("ben@example.org", "-1");
    round();
    EXPECT_EQ(run(log_command, "D-1"), exit_done);
    EXPECT_TRUE(says("vote-withdrawn Ben Okoro, and none stood, by the answer that is asked about next\n"))
        << output_;
}

TEST_F(Admin, NothingThatAMailSaysTurnsTheTerminalAround) {
    propose();
    answer("ben@example.org", "+1\n\nSee \u202Etxt.exe\u2066 and this.");
    round();
    EXPECT_EQ(run(log_command, "D-1"), exit_done);
    EXPECT_TRUE(says("See txt.exe and this.")) << output_;
}

TEST_F(Admin, WhatIsOpenIsShownAsWhatIsStillToCome) {
    propose();
    EXPECT_EQ(run(show_command, "D-1", false), exit_done);
    EXPECT_TRUE(says("- **State:** open\n")) << output_;
    EXPECT_TRUE(says("## Where it stands\n"));
    EXPECT_TRUE(says("## How it is decided\n"));
    EXPECT_FALSE(says("Outcome"));
    EXPECT_FALSE(says("## Positions")) << "no heading over nothing";
    EXPECT_TRUE(says("- **No answer yet:** Ana Lima, Ben Okoro and Chen Wei"));
    at("2026-12-03T09:00:00Z");
    round();
    EXPECT_EQ(run(show_command, "D-1", false), exit_done);
    EXPECT_TRUE(says("## Outcome\n"));
    EXPECT_TRUE(says("## How it was counted\n"));
}

TEST_F(Admin, WhatIsNotVotedOnIsClosedAndNeitherCarriedNorWithoutAQuorum) {
    propose("Policy: announce\n");
    answer("ben@example.org", "ack");
    round();
    at("2026-12-30T09:00:00Z");
    round();
    EXPECT_EQ(run(list_command, Which::all, false), exit_done);
    EXPECT_TRUE(says("D-1\tclosed\t") && says("\t1 of 3 people have acknowledged it.\n")) << output_;
    EXPECT_EQ(run(show_command, "D-1", false), exit_done);
    EXPECT_TRUE(says("- **Outcome:** closed\n")) << output_;
    EXPECT_FALSE(says("quorum")) << output_;
}

TEST_F(Admin, AnUnclearAnswerIsShownAsOne) {
    propose();
    answer("ben@example.org", "+1 if it stays cheap");
    round();
    EXPECT_EQ(run(show_command, "D-1", false), exit_done);
    EXPECT_TRUE(says("- **No answer yet:** Ana Lima and Chen Wei\n")) << output_;
    EXPECT_TRUE(says("- **Unclear, and not counted:** Ben Okoro: +1 if it stays cheap")) << output_;
}

TEST_F(Admin, WhoDelegatedIsExportedWithWhatCountsForThem) {
    propose();
    answer("ben@example.org", "delegate to chen@example.org");
    answer("chen@example.org", "+1");
    round();
    EXPECT_EQ(run(export_command, "D-1", "csv", ""), exit_done);
    EXPECT_TRUE(says(",message_id,delegate,counted_as,stale\n")) << output_;
    EXPECT_TRUE(says(",\"chen@example.org\",agree,\n")) << output_;
    EXPECT_EQ(run(show_command, "D-1", true), exit_done);
    const auto ben = output()["participants"][1];
    EXPECT_EQ(ben["position"], nullptr);
    EXPECT_EQ(ben["delegate"], "chen@example.org");
    EXPECT_EQ(ben["counted_as"], "agree");
    EXPECT_EQ(output()["participants"][2]["delegate"], nullptr);
}

TEST_F(Admin, WeightsAreInTheTableWhereVotesDoNotWeighAlike) {
    configure(
        "[policy.pick]\npreset = \"majority\"\nperiod = \"2 days\"\n"
        "weights = { \"chen@example.org\" = \"2.5\" }\n");
    propose("Policy: pick\n\nWe decide.");
    EXPECT_EQ(run(export_command, "D-1", "csv", ""), exit_done);
    EXPECT_TRUE(says(",counted_as,stale,weight\n") && says(",2.5\n") && says(",1\n")) << output_;
}

TEST_F(Admin, ATieThatWaitsForItsDeciderHasNothingChosenAndWeightsAreShown) {
    configure(
        "[policy.pick]\npreset = \"ranked\"\nperiod = \"2 days\"\nquorum = 1\ndecider = \"chen@example.org\"\n"
        "weights = { \"ben@example.org\" = \"1.0\", \"chen@example.org\" = \"2.5\" }\n");
    propose("Policy: pick\nOptions: tea, coffee\n");
    answer("ana@example.org", "A > B");
    answer("ben@example.org", "B > A");
    round();
    at("2026-12-03T09:00:00Z");
    round();
    EXPECT_EQ(run(show_command, "D-1", true), exit_done);
    EXPECT_EQ(output()["outcome"], "tied");
    EXPECT_TRUE(output()["chosen"].empty());
    EXPECT_EQ(output()["tied"], (std::vector<std::string>{"tea", "coffee"}));
    EXPECT_EQ(output()["participants"][1]["weight"], "1");
    EXPECT_EQ(output()["participants"][2]["weight"], "2.5");
    answer("chen@example.org", "decide B: it keeps us awake");
    round();
    EXPECT_EQ(run(show_command, "D-1", true), exit_done);
    EXPECT_EQ(output()["chosen"], std::vector<std::string>{"coffee"});
    EXPECT_FALSE(output().contains("tied"));
}

TEST_F(Admin, SettlesATieWhoseDeciderDoesNotAnswer) {
    configure(
        "[policy.pick]\npreset = \"ranked\"\nperiod = \"2 days\"\nquorum = 1\ndecider = \"chen@example.org\"\n");
    propose("Policy: pick\nOptions: tea, coffee, milk\n");
    const auto decide = [&](const char* choice) {
        return run(decide_command, Wish{"D-1", "Chen is ill", {}, choice});
    };
    EXPECT_EQ(decide("A"), exit_bad_input) << "it is open";
    answer("ana@example.org", "A > B > C");
    answer("ben@example.org", "B > A > C");
    round();
    at("2026-12-03T09:00:00Z");
    round();
    EXPECT_EQ(run(withdraw_command, Wish{"D-1", "stuck", {}, {}}), exit_bad_input);
    EXPECT_NE(complaint_.find("`assentctl decide` settles it in place of Chen Wei"), std::string::npos) << complaint_;
    EXPECT_EQ(decide("C"), exit_bad_input) << "that is not one of the tied";
    EXPECT_NE(complaint_.find("Tied are tea and coffee, and one can be chosen."), std::string::npos) << complaint_;
    EXPECT_EQ(decide("coffee"), exit_done) << complaint_;
    EXPECT_EQ(decision().closing->chosen, std::vector<std::string>{"coffee"});
    EXPECT_EQ(decide("A"), exit_bad_input) << "once";
    EXPECT_NE(complaint_.find("D-1 is not tied"), std::string::npos) << complaint_;
    std::string told;
    for (const auto& m : round())
        if (m.notice == "outcome" && m.to == "chen@example.org") told = read_message(m.bytes).text;
    std::replace(told.begin(), told.end(), '\n', ' ');
    EXPECT_NE(told.find("The tie is settled by the admin (kim): B (coffee)."), std::string::npos) << told;
    EXPECT_NE(told.find("by the admin (kim) in place of Chen Wei."), std::string::npos) << told;
    EXPECT_NE(told.find("> Chen is ill"), std::string::npos) << told;
    expect_honest_record();
    EXPECT_EQ(run(verify_command, "D-1"), exit_done);
}

TEST_F(Admin, ExplainFindsTheDecisionsThatAMailNames) {
    propose();
    mail("Ben <ben@example.org>", "decisions@example.org", "My answers", "D-1: +1", proven());
    round();
    ASSERT_EQ(position("ben@example.org"), Position::agree);
    EXPECT_EQ(run(explain_command, "m" + std::to_string(mails_) + "@example.org"), exit_done) << complaint_;
    EXPECT_TRUE(says("decision: D-1, by its number before a line\ntrust: authenticated")) << output_;
}

TEST_F(Admin, ExplainBringsNothingToTheTerminalThatControlsIt) {
    propose();
    mail("ben@example.org", "decisions@example.org", "Re: [D-1]",
         "+1 a\xC2\x9B"
         "31mRED\xE2\x80\xAE"
         "evil\x1B[2J",
         proven() + "Content-Type: text/plain; charset=utf-8\n");
    round();
    EXPECT_EQ(run(explain_command, "m" + std::to_string(mails_) + "@example.org"), exit_done) << complaint_;
    EXPECT_TRUE(says("a31mREDevil[2J")) << output_;
    for (const char* control : {"\xC2\x9B", "\xE2\x80\xAE", "\x1B"}) EXPECT_FALSE(says(control));
}

// PRODUCT 4.3, when each cycle is a process of its own.
TEST_F(Admin, TheOutcomeSaysThatTheInboxWasNotReadAtTheClose) {
    propose();
    at("2026-12-03T09:00:00Z");
    inbox_.broken = true;
    round();
    EXPECT_EQ(decision().state, State::open);
    inbox_.broken = false;
    at("2026-12-03T09:05:00Z");
    round();  // with a Cycle of its own, which knows of the trouble from the database
    EXPECT_TRUE(decision().closing->waited_for_inbox);
    EXPECT_EQ(run(show_command, "D-1", false), exit_done);
    EXPECT_TRUE(says("The inbox was not read at the close; what had arrived in time was counted once it was."));
}

}  // namespace
}  // namespace assentd::testing
