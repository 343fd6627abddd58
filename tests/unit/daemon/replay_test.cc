// SPDX-License-Identifier: Apache-2.0
// An archive through the real cycle: threads become decisions, and what counted is what people wrote before the
// close.
#include "daemon/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/log.h"
#include "decision/tally.h"

namespace assentd {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Letter {
    std::string id;
    std::string from;
    std::string date;
    std::string subject;
    std::string text;
    std::string answers = {};  // the Message-ID, without brackets
};

std::string raw(const Letter& letter) {
    return "From: " + letter.from + "\nTo: dev@lists.example.org\nSubject: " + letter.subject + "\nMessage-ID: <" +
           letter.id + ">\n" + (letter.date.empty() ? "" : "Date: " + letter.date + '\n') +
           (letter.answers.empty() ? "" : "In-Reply-To: <" + letter.answers + ">\n") + '\n' + letter.text + '\n';
}

const Letter call{"v1@example.org", "Ana <ana@example.org>", "Mon, 30 Nov 2026 09:00:00 +0000", "[VOTE] Release 1.0",
                  "Please look at the candidate.\n\n[ ] +1\n[ ] -1"};
Letter answer(const std::string& who, const std::string& date, const std::string& text) {
    return {who + "-1@example.org", who + "@example.org", date, "Re: [VOTE] Release 1.0", text, call.id};
}
// Three in time, one after 72 hours.
const std::vector<Letter> release{call, answer("ben", "Mon, 30 Nov 2026 10:00:00 +0000", "+1"),
                                  answer("chen", "Tue, 1 Dec 2026 10:00:00 +0800", "+1 (binding)\n\nBuilt it here."),
                                  answer("dana", "Thu, 3 Dec 2026 08:59:59 +0000", "+1"),
                                  answer("eli", "Thu, 3 Dec 2026 09:00:00 +0000", "-1")};

std::vector<ArchivedMail> archived(const std::vector<Letter>& letters) {
    Archive archive;
    for (const auto& letter : letters) archive.add(raw(letter));
    return std::move(archive).in_order().value_or(std::vector<ArchivedMail>{});
}
Replayed replayed(const std::vector<Letter>& letters, ReplayRules rules = {"apache-release", false, false}) {
    const auto mails = archived(letters);
    return replay(config_of_archive(mails), mails, rules);
}
const Decision& only(const Replayed& r) {
    EXPECT_EQ(r.decisions.size(), 1u);
    return r.decisions.at(0);
}

TEST(Replay, CountsWhatCameBeforeTheCloseByTheMailsOwnDates) {
    const auto result = replayed(release);
    const Decision& d = only(result);
    EXPECT_EQ(d.text().title, "Release 1.0");
    EXPECT_EQ(d.closing->outcome, Outcome::carried);
    EXPECT_EQ(instant_text(*d.closed_at), "2026-12-03T09:00:00Z");
    EXPECT_EQ(tally(d).binding.agree, 3);
    EXPECT_EQ(tally(d).binding.disagree, 0);  // at the very instant of the close: late
    EXPECT_EQ(d.late.size(), 1u);
    EXPECT_EQ(result.played, 5u);
}

TEST(Replay, TheOrderOfTheFilesAndCopiesOfTheSameMailChangeNothing) {
    auto twice = release;
    std::reverse(twice.begin(), twice.end());
    twice.insert(twice.end(), release.begin(), release.end());
    const Decision d = only(replayed(twice));
    EXPECT_EQ(tally(d).all, tally(only(replayed(release))).all);
    EXPECT_EQ(d.closing->outcome, Outcome::carried);
}

TEST(Replay, CanWaitForTheLastMailOfAThread) {
    const Decision d = only(replayed(release, {"apache-release", false, true}));
    EXPECT_EQ(tally(d).binding.disagree, 1);
    EXPECT_EQ(instant_text(*d.closed_at), "2026-12-03T09:00:01Z");
}

TEST(Replay, OnlyCallsForVotesOpenDecisionsUnlessAllAreAskedFor) {
    auto letters = release;
    letters.push_back(
        {"q@example.org", "Eli <eli@example.org>", "Wed, 2 Dec 2026 09:00:00 +0000", "How to build?", "It fails."});
    letters.push_back({"r@example.org", "Ana <ana@example.org>", "Thu, 3 Dec 2026 12:00:00 +0000",
                       "[RESULT] [VOTE] Release 1.0", "It passed."});
    EXPECT_EQ(replayed(letters).decisions.size(), 1u);
    EXPECT_EQ(replayed(letters).left_out, 2u);
    EXPECT_EQ(replayed(letters, {"apache-release", true, false}).decisions.size(), 3u);
}

TEST(Replay, OfOneProposalWithItsOwnHeadLinesNeedsNoConfiguration) {
    const std::vector<Letter> letters{
        {"p@example.org", "Ana <ana@example.org>", "Mon, 30 Nov 2026 09:00:00 +0000", "Meet less",
         "Policy: board\nVoters: group:team\nDecider: dana@example.net\n\nLet us meet less."},
        {"a@example.org", "ben@example.org", "Mon, 30 Nov 2026 10:00:00 +0000", "Re: [D-1] Meet less", "+1",
         "p@example.org"}};
    const Decision d = only(replayed(letters, {"consent", false, false}));
    EXPECT_EQ(d.policy.name, "consent");
    EXPECT_EQ(d.seats.size(), 2u);
    EXPECT_EQ(tally(d).binding.agree, 1);
    ASSERT_TRUE(d.closing);
    EXPECT_EQ(d.closing->outcome, Outcome::carried);
}

TEST(Replay, AThreadWithoutItsBeginningIsListedAndDecidesNothing) {
    std::vector<Letter> letters(release.begin() + 1, release.end());
    const auto result = replayed(letters);
    EXPECT_TRUE(result.decisions.empty());
    EXPECT_EQ(result.not_placed.size(), letters.size());
}

TEST(Replay, AnswersFindTheirThreadThroughEachOther) {
    auto letters = release;
    letters[2].answers = letters[1].id;
    EXPECT_EQ(tally(only(replayed(letters))).binding.agree, 3);
}

// By programs that name no mail which they answer.
Letter loose(const std::string& who, const std::string& date, const std::string& subject,
             const std::string& answers = {}) {
    return {who + "-1@example.org", who + "@example.org", date, subject, "+1", answers};
}

TEST(Replay, AnAnswerWithTheNumberOfADecisionFindsItsThread) {
    const std::string monday = "Mon, 30 Nov 2026 11:00:00 +0000";
    auto letters = release;
    letters[1].subject = "Re: [D-7] [VOTE] Release 1.0";  // as the house called it that the archive comes from
    letters.push_back(loose("fay", monday, "Re: [D-7] Whatever"));
    letters.push_back(loose("gus", monday, "AW: [D-7] [VOTE] Release 1.0", "our-invitation@example.org"));
    letters.push_back(loose("hal", "Mon, 30 Nov 2026 12:00:00 +0000", "Re: Release", "gus-1@example.org"));
    const auto result = replayed(letters);
    EXPECT_EQ(tally(only(result)).binding.agree, 6);
    EXPECT_THAT(result.not_placed, ElementsAre());
    EXPECT_EQ(result.left_out, 0u);
    auto no_thread = release;
    no_thread.push_back(loose("fay", monday, "Re: [D-7] [VOTE] Release 1.0"));
    EXPECT_EQ(tally(only(replayed(no_thread))).binding.agree, 4) << "the title beside the number";
}

TEST(Replay, AnAnswerThatCouldBeToAnyIsListedAndNotCounted) {
    const std::string monday = "Mon, 30 Nov 2026 11:00:00 +0000";
    auto letters = release;
    letters.push_back(loose("fay", monday, "Re: [VOTE] Release 1.0"));
    letters.push_back(loose("gus", monday, "Re: Release 1.0", "lost@example.org"));
    letters.push_back(loose("hal", monday, "Re: [D-1] Another matter"));
    letters.push_back(loose("ivy", "Mon, 30 Nov 2026 08:00:00 +0000", "Re: [D-2] Release 1.0"));
    letters.push_back(loose("kim", monday, "Re: [VOTE] Lost"));
    letters.push_back(loose("jan", monday, "Re: How to build?", "question@example.org"));
    const auto result = replayed(letters);
    EXPECT_EQ(tally(only(result)).binding.agree, 3);
    EXPECT_THAT(result.not_placed, ElementsAre("<ivy-1@example.org> of ivy@example.org, “Re: [D-2] Release 1.0”",
                                               "<fay-1@example.org> of fay@example.org, “Re: [VOTE] Release 1.0”",
                                               "<gus-1@example.org> of gus@example.org, “Re: Release 1.0”",
                                               "<hal-1@example.org> of hal@example.org, “Re: [D-1] Another matter”",
                                               "<kim-1@example.org> of kim@example.org, “Re: [VOTE] Lost”"));
    EXPECT_EQ(result.left_out, 1u);
}

TEST(Replay, APlacedAnswerIsWaitedForToo) {
    auto letters = release;
    letters.push_back(loose("fay", "Fri, 4 Dec 2026 11:00:00 +0000", "Re: [D-7] [VOTE] Release 1.0"));
    EXPECT_EQ(tally(only(replayed(letters, {"apache-release", false, true}))).binding.agree, 4);
}

TEST(Replay, AProposalMaySayThatItIsAnAnswer) {
    const auto result = replayed({{"p@example.org", "Ana <ana@example.org>", "Mon, 30 Nov 2026 09:00:00 +0000",
                                   "Re: Meet less", "Policy: board\n\nLet us meet less."},
                                  loose("ben", "Mon, 30 Nov 2026 10:00:00 +0000", "Re: Meet less", "p@example.org")},
                                 {"consent", false, false});
    EXPECT_EQ(tally(only(result)).binding.agree, 1);
}

TEST(Replay, TwoDecisionsOfOneTitleTakeNoAnswerThatFitsBoth) {
    auto letters = release;
    letters.push_back({"v2@example.org", "Ana <ana@example.org>", "Mon, 30 Nov 2026 09:30:00 +0000",
                       "[VOTE] Release 1.0", "Again.\n\n[ ] +1"});
    letters.push_back(loose("fay", "Mon, 30 Nov 2026 11:00:00 +0000", "Re: [D-7] [VOTE] Release 1.0"));
    EXPECT_EQ(replayed(letters).not_placed.size(), 1u);
}

TEST(Replay, RosterOfAConfigurationDecidesWhoCounts) {
    const auto mails = archived(release);
    Config config = config_of_archive(mails);
    config.policies["apache-release"].voters = {"ana@example.org", "ben@example.org", "chen@example.org"};
    config.policies["apache-release"].rules.trust = {Trust::signature};  // what an archive cannot show any more
    const Decision d = only(replay(config, mails, {"apache-release", false, false}));
    EXPECT_EQ(tally(d).binding.agree, 2);
    EXPECT_EQ(d.closing->outcome, Outcome::failed);
}

TEST(Replay, ConsentRunsToItsCloseAfterTheLastMail) {
    const Decision d = only(replayed({call}, {"lazy-consensus", false, false}));
    EXPECT_EQ(d.closing->outcome, Outcome::carried);
    EXPECT_EQ(instant_text(*d.closed_at), "2026-12-03T09:00:00Z");
}

TEST(Replay, MailsWithTwoAuthorsAreSetAsideAndDoNotStopTheRest) {
    auto letters = release;
    letters[1].from = "ben@example.org, eve@example.org";
    const auto result = replayed(letters);
    EXPECT_EQ(tally(only(result)).binding.agree, 2);
    EXPECT_THAT(result.set_aside, ElementsAre(HasSubstr("other than one From address")));
}

TEST(Archive, MailsWithoutDateComeAfterTheOneBefore) {
    const auto mails = archived({{"a@example.org", "a@example.org", "", "One", "x"},
                                 {"b@example.org", "b@example.org", "Mon, 30 Nov 2026 09:00:00 +0000", "Two", "x"},
                                 {"c@example.org", "c@example.org", "", "Three", "x"}});
    ASSERT_EQ(mails.size(), 3u);
    for (const auto& mail : mails) EXPECT_EQ(instant_text(mail.at), "2026-11-30T09:00:00Z");
    Archive undated;
    undated.add("Subject: x\n\ny\n");
    EXPECT_FALSE(std::move(undated).in_order().has_value());
}

TEST(Archive, CirclesAndAnswersFromThePastHaveABeginning) {
    const std::string monday = "Mon, 30 Nov 2026 09:00:00 +0000";
    const std::string sunday = "Sun, 29 Nov 2026 09:00:00 +0000";
    const auto circle = archived({{"a@example.org", "a@example.org", monday, "A", "x", "b@example.org"},
                                  {"b@example.org", "b@example.org", monday, "B", "x", "a@example.org"}});
    EXPECT_LT(circle[0].opener, 2u);
    const auto past = archived({{"a@example.org", "a@example.org", monday, "A", "x"},
                                {"b@example.org", "b@example.org", sunday, "B", "x", "a@example.org"}});
    EXPECT_EQ(past[0].message_id, "<b@example.org>");
    EXPECT_EQ(past[0].opener, 1u);
    EXPECT_EQ(past[1].opener, 1u);
}

TEST(Archive, KnowsACallForVotes) {
    const auto asks = [](const std::string& subject, const std::string& text) {
        return archived({{"a@example.org", "a@example.org", "Mon, 30 Nov 2026 09:00:00 +0000", subject, text}})
            .at(0)
            .asks_for_votes;
    };
    EXPECT_TRUE(asks("[VOTE] Release", "x"));
    EXPECT_TRUE(asks("Please vote: logo", "x"));
    EXPECT_TRUE(asks("Release", "Look.\n[ ] +1 ship it\n[ ] -1 because"));
    EXPECT_FALSE(asks("The devoted", "I pivoted [ ] once"));
}

class ReplayCommand : public ::testing::Test {
  protected:
    ReplayCommand() {
        start_log("warn");  // as assentctl does
        std::string name = (std::filesystem::temp_directory_path() / "assentd-replay-XXXXXX").string();
        directory_ = ::mkdtemp(name.data());
        std::ofstream mbox(directory_ / "dev.mbox");
        for (const auto& letter : release) mbox << "From dev Mon Nov 30 09:00:00 2026\n" << raw(letter) << '\n';
    }
    ~ReplayCommand() override { std::filesystem::remove_all(directory_); }
    std::string printed(ReplayWish wish) {
        Context context((directory_ / "none.toml").string());
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        EXPECT_EQ(replay_command(context, wish), exit_done);
        said_ = ::testing::internal::GetCapturedStderr();
        return ::testing::internal::GetCapturedStdout();
    }
    std::filesystem::path directory_;
    std::string said_;
};

TEST_F(ReplayCommand, PrintsTheDecisionsAndSendsNothing) {
    const std::string path = (directory_ / "dev.mbox").string();
    EXPECT_EQ(printed({{path}, "apache-release", false, false, false, false}),
              "D-1\tcarried\tRelease 1.0\tIt carried.\n"
              "\tOf 5 people who may vote, 3 agree and 2 did not answer. 3 agreed, 3 had to. 3 of 3 votes cast is "
              "100 %; needed: more than half, which is 2.\n");
    EXPECT_THAT(said_, HasSubstr("5 mails"));
    const auto json = nlohmann::json::parse(printed({{path}, "apache-release", false, false, false, true}));
    ASSERT_EQ(json.size(), 1u);
    EXPECT_EQ(json[0]["outcome"], "carried");
    EXPECT_EQ(json[0]["tally"]["agree"], 3);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory_))
        files += entry.is_regular_file();
    EXPECT_EQ(files, 1u);
}

TEST_F(ReplayCommand, RefusesAnUnknownPolicyAndAnEmptyArchive) {
    Context context((directory_ / "none.toml").string());
    const std::string path = (directory_ / "dev.mbox").string();
    EXPECT_THROW(replay_command(context, {{path}, "apache", false, false, false, false}), Stop);
    std::filesystem::create_directory(directory_ / "empty");
    EXPECT_THROW(replay_command(context, {{(directory_ / "empty").string()}, "consent", false, false, false, false}),
                 Stop);
}

}  // namespace
}  // namespace assentd
