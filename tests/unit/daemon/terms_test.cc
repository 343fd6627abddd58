// SPDX-License-Identifier: Apache-2.0
// What a proposal may say in its head lines about words and about other decisions.
#include "parsers/commands/command_lines.h"
#include "parsers/message.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class Terms : public House {
  protected:
    // The draft question that these head lines bring; empty: it opened.
    std::string refused(const std::string& head) {
        asked_ = "decisions@example.org";
        return sent("Meet less", head + "\n\nLet us meet less.");
    }
    // The question that this reply to the last one brings; empty: it opened.
    std::string reply(const std::string& text) { return sent("Re: Meet less", text); }
    std::string sent(const std::string& subject, const std::string& text) {
        at(instant_text(now_ + std::chrono::hours(1)));
        mail("Ana Lima <ana@example.org>", asked_, subject, text, proven());
        for (const auto& m : round())
            if (m.notice == "refusal") return asked_ = m.reply_to(), read_message(m.bytes).text;
        return {};
    }
    static std::string one_line(std::string text) {
        for (std::size_t at; (at = text.find('\n')) != std::string::npos;) text[at] = ' ';
        return text;
    }
    Decision newest() { return decision(store_->next_number() - 1); }
    std::string asked_;  // where the last such question wants its answer
};

TEST_F(Terms, WordsDoNotTurnAnswersRound) {
    for (const auto& [words, why] : std::vector<std::pair<std::string, std::string>>{
             {"+1 = disagree", "+1\u201D means agree here"},
             {"+1 = block", "+1\u201D means agree here"},
             {"-1 = agree", "-1\u201D means disagree here"},
             {"0 = agree", "0\u201D means abstain here"},
             {"-0.5 = agree", "-0.5\u201D means disagree here"},
             {"LGTM = disagree", "LGTM\u201D means agree here"},
             {"no = agree", "no\u201D means disagree here"},
             {"ship it = agree, Ship It = block", "Ship It\u201D means agree here"},
             {"status = agree", "status\u201D is a command"},
             {"withdraw = disagree", "withdraw\u201D is a command"},
             {"hold = block", "hold\u201D is a command"}}) {
        const std::string question = refused("Words: " + words);
        EXPECT_NE(question.find(why), std::string::npos) << words << question;
        EXPECT_NE(question.find("Words: " + words.substr(0, 3)), std::string::npos) << "quoted";
    }
    EXPECT_TRUE(store_->summaries().front().state == State::draft);
}

TEST_F(Terms, WordsOfItsOwnAreWelcome) {
    EXPECT_EQ(refused("Words: ship it = agree, stop = block, lgtm = agree"), "");
    EXPECT_EQ(decision().policy.words.size(), 3u);
}

TEST_F(Terms, APolicysMeaningOfMinusOneStands) {
    configure("[policy.veto]\npreset = \"majority\"\nwords = { \"-1\" = \"block\" }\n");
    EXPECT_NE(refused("Policy: veto\nWords: -1 = disagree").find("means block here"), std::string::npos);
    EXPECT_EQ(refused("Policy: veto\nWords: -1 = block"), "");
}

TEST_F(Terms, TheExampleOfAQuorumIsOneThatWouldDo) {
    configure("[policy.most]\npreset = \"majority\"\nquorum = \"2/3\"\n");
    const std::string question = refused("Policy: most\nQuorum: 7");
    EXPECT_NE(question.find("Write for example: Quorum: 3"), std::string::npos) << question;
}

TEST_F(Terms, TwoValuesForOneHeadLineAreAskedAbout) {
    const std::string question = refused("Policy: team\nDeadline: 2026-12-11 17:00\nDeadline: 2026-12-10 17:00");
    EXPECT_NE(question.find("Deadline: 2026-12-10 17:00"), std::string::npos) << question;
    EXPECT_NE(question.find("above it says: 2026-12-11 17:00"), std::string::npos) << question;
    const auto drafts = store_->summaries();
    EXPECT_TRUE(drafts.size() == 1 && drafts.front().state == State::draft);
    EXPECT_EQ(refused("Policy: team\nPolicy: team"), "") << "the same";
}

TEST_F(Terms, ADeciderIsNamedByNameOrAddressOrBoth) {
    configure(
        "[[person]]\nname = \"Zoë Ba\"\naddresses = [\"zoe@example.org\"]\n"
        "[[person]]\nname = \"Ben Adler\"\naddresses = [\"adler@example.org\"]\n");
    for (const auto& [named, address] : std::vector<std::pair<std::string, std::string>>{
             {"dana@example.org", "dana@example.org"},
             {"Dana Novak <dana@example.org>", "dana@example.org"},
             {"\"Novak, Dana\" <DANA@example.org>", "dana@example.org"},
             {"dana@example.org<mailto:dana@example.org>", "dana@example.org"},
             {"Dana (dana@example.org)", "dana@example.org"},
             {"our chair <dana@example.org>", "dana@example.org"},
             {"Dana Novak", "dana@example.org"},
             {"dana", "dana@example.org"},
             {"Zoe", "zoe@example.org"},
             {"Ben Adler", "adler@example.org"},
             {"Ben <ben@example.org>", "ben@example.org"}}) {
        EXPECT_EQ(refused("Policy: team\nDecider: " + named), "") << named;
        const Decision last = store_->load(store_->summaries().back().record);
        EXPECT_EQ(last.decider ? last.decider->address : "nobody", address) << named;
    }
}

TEST_F(Terms, ADeciderWhoIsUnknownOrMayBeTwoIsAskedAbout) {
    configure("[[person]]\nname = \"Ben Adler\"\naddresses = [\"adler@example.org\"]\n");
    for (const auto& [named, why] : std::vector<std::pair<std::string, std::string>>{
             {"Ben", "may be Ben Okoro <ben@example.org> or Ben Adler <adler@example.org>"},
             {"Hugo", "is neither the name nor the address of a person known here"},
             {"hugo@example.org", "is not the address of a person known here"},
             {"Dana Novak <hugo@example.org>", "Write for example: Decider: Dana Novak <dana@example.org>"},
             {"Dana Novak <ben@example.org>", "names two people: ben@example.org is the address of Ben Okoro"},
             {"dana@example.org, ben@example.org", "names 2 addresses"}}) {
        std::string question = refused("Policy: team\nDecider: " + named);
        for (std::size_t at; (at = question.find('\n')) != std::string::npos;) question[at] = ' ';
        EXPECT_NE(question.find(why), std::string::npos) << named << question;
        EXPECT_NE(question.find("> Decider: " + named), std::string::npos) << "quoted" << question;
    }
}

TEST_F(Terms, VotersAreNamedAlike) {
    EXPECT_EQ(refused("Policy: team\nVoters: Ben Okoro <ben@example.org>, Chen"), "");
    EXPECT_EQ(decision().seats.size(), 2u);
}

TEST_F(Terms, FewerVotersThanTheRulesNeedAreRefused) {
    configure(
        "[policy.three]\npreset = \"majority\"\nquorum = 3\n[policy.agree]\npreset = \"apache-code\"\n"
        "[policy.gr]\nmethod = \"debian-a6\"\ndefault_option = \"Further discussion\"\nin_favour = 3\n");
    for (const char* policy : {"three", "agree", "gr\nOptions: Athens, Berlin"}) {
        const std::string head = "Policy: " + std::string(policy) + "\nVoters: ben@example.org, chen@example.org";
        EXPECT_NE(refused(head).find("needs the answers of 3 people at least, and 2 may vote"), std::string::npos)
            << policy;
        EXPECT_EQ(refused(head + ", dana@example.org"), "") << policy;
    }
}

TEST_F(Terms, WordsForAVoteAreNoneForABallot) {
    const std::string head = "Policy: ranked\nOptions: Athens, Berlin\nWords: ";
    EXPECT_NE(refused(head + "aye = agree").find("no answer to that is “agree”"), std::string::npos);
    EXPECT_EQ(refused(head + "pass = abstain"), "");
}

TEST_F(Terms, OneOptionIsOneFault) {
    const std::string question = refused("Policy: ranked\nOptions: Athens");
    EXPECT_NE(question.find("There have to be 2 to 26 options, and these are 1."), std::string::npos) << question;
    EXPECT_EQ(question.find("as many to be chosen"), std::string::npos) << question;
    EXPECT_NE(refused("Policy: stv\nOptions: Athens, Berlin, Cork").find("as many to be chosen"), std::string::npos);
}

TEST_F(Terms, ALineBelowAListIsAskedAboutAndNeverLost) {
    const std::string question = refused("Policy: ranked\nOptions: Red, Blue\nGreen and white, Black\nQuorum: 2");
    EXPECT_NE(question.find("> Green and white, Black"), std::string::npos) << question;
    EXPECT_NE(question.find("reply with the line as it is: Options: Red, Blue"), std::string::npos) << question;
    mail("Ana Lima <ana@example.org>", asked_, "Re: Meet less", "Options: Red, Blue", proven());
    round();
    const Decision d = newest();
    EXPECT_EQ(d.state, State::open);
    EXPECT_EQ(d.options, (std::vector<std::string>{"Red", "Blue"}));
    EXPECT_EQ(d.text().body, "Green and white, Black\n\nLet us meet less.") << "so it was the text's";
    EXPECT_EQ(d.policy.quorum.numerator, 2);
}

TEST_F(Terms, ALineBelowAListThatWasTheListsIsNoText) {
    EXPECT_NE(refused("Policy: ranked\nOptions:\n- Red\n- Blue and very\nlong\n- Green"), "");
    mail("Ana Lima <ana@example.org>", asked_, "Re: Meet less", "Options: Red, Blue and very long, Green", proven());
    round();
    EXPECT_EQ(decision().options, (std::vector<std::string>{"Red", "Blue and very long", "Green"}));
    EXPECT_EQ(decision().text().body, "Let us meet less.");
}

TEST_F(Terms, AMisspeltListIsMeantWithItsLinesBelow) {
    const std::string question = refused("Policy: ranked\nOptons: Athens, Berlin,\n  Cork");
    EXPECT_NE(question.find("Did you mean: Options: Athens, Berlin, Cork?"), std::string::npos) << question;
    reply("Options: Athens, Berlin, Cork");
    EXPECT_EQ(newest().options, (std::vector<std::string>{"Athens", "Berlin", "Cork"}));
    EXPECT_EQ(newest().text().body, "Let us meet less.");
}

TEST_F(Terms, LinesBelowAMisspeltListAreItsOrTheTexts) {
    for (const auto& [answer, options, body] : std::vector<std::tuple<std::string, std::size_t, std::string>>{
             {"Options: Athens, Berlin, Cork", 3, ""}, {"Options: Athens, Berlin", 2, "Cork is nice\n\n"}}) {
        const std::string question = refused("Policy: ranked\nOptons: Athens, Berlin\nCork is nice");
        EXPECT_NE(question.find("reply with the line as it is: Options: Athens,"), std::string::npos) << question;
        reply(answer);
        EXPECT_EQ(newest().options.size(), options) << answer;
        EXPECT_EQ(newest().text().body, body + "Let us meet less.") << answer;
    }
}

TEST_F(Terms, AListThatIsWrappedAgainLeavesNothingInTheText) {
    const std::string wrapped = "Voters: Ana Lima, Ben Okoro, Chen\nWei, Dana Novak";
    const std::string first = refused("Policy: team\n" + wrapped);
    for (const char* way : {"one to a line", "behind a dash", "with a comma at the end"})
        EXPECT_NE(one_line(first).find(way), std::string::npos) << first;
    const std::string second = reply(wrapped);
    EXPECT_NE(one_line(second).find("perhaps your mail program wraps them"), std::string::npos) << second;
    EXPECT_NE(second.find("> Wei, Dana Novak"), std::string::npos) << second;
    reply("Voters:\n- Ana Lima\n- Ben Okoro\n- Dana Novak");
    EXPECT_EQ(newest().seats.size(), 3u);
    EXPECT_EQ(newest().text().body, "Let us meet less.");
}

TEST_F(Terms, ALineBelowAListIsNotLostToAnotherList) {
    EXPECT_NE(refused("Policy: ranked\nOptions: Athens, Athens\nWe met."), "");
    EXPECT_NE(reply("Options: Athens, Berlin").find("> We met."), std::string::npos);
    EXPECT_EQ(reply("Options: Athens, Berlin"), "");
    EXPECT_EQ(newest().text().body, "We met.\n\nLet us meet less.");
}

TEST_F(Terms, AListMayBeCorrectedWithACommaAtTheEndOfEachLine) {
    EXPECT_NE(refused("Policy: team\nVoters: Ana Lima, Ben\nOkoro"), "");
    EXPECT_EQ(reply("Voters:\nAna Lima,\nBen Okoro,\nDana Novak"), "");
    EXPECT_EQ(newest().seats.size(), 3u);
    EXPECT_EQ(newest().text().body, "Let us meet less.");
}

TEST_F(Terms, TheLineAsItIsMayBeWrappedAnew) {
    EXPECT_NE(refused("Policy: team\nVoters: Ana Lima, Ben Okoro, Dana Novak\nWe met."), "");
    EXPECT_EQ(reply("Voters: Ana Lima, Ben\nOkoro, Dana Novak"), "");
    EXPECT_EQ(newest().seats.size(), 3u);
    EXPECT_EQ(newest().text().body, "We met.\n\nLet us meet less.");
}

TEST_F(Terms, AHeadLineInTheFirstLinesOfTheTextIsAskedAbout) {
    const std::string head = "Policy: team\nWe move.\nQuorum: 2\nIt is time.";
    const std::string question = refused(head);
    EXPECT_NE(question.find("> Quorum: 2"), std::string::npos) << question;
    EXPECT_EQ(reply("Quorum: 3"), "");
    EXPECT_EQ(newest().policy.quorum.numerator, 3);
    EXPECT_EQ(newest().text().body, "We move.\nIt is time.\n\nLet us meet less.");
    EXPECT_NE(refused(head), "");
    EXPECT_EQ(reply("Quorum:"), "");
    EXPECT_EQ(newest().text().body, "We move.\nQuorum: 2\nIt is time.\n\nLet us meet less.");
    const std::string other = refused("Quorum: 3\n" + head);
    EXPECT_NE(one_line(other).find("or with “Quorum: 3”"), std::string::npos) << other;
    EXPECT_EQ(reply("Quorum: 3"), "");
    EXPECT_NE(newest().text().body.find("Quorum: 2"), std::string::npos);
}

TEST_F(Terms, AMisspeltLineBelowAGreetingIsAskedAbout) {
    for (const char* head :
         {"Hi all,\n\nPolcy: ranked\nOptions: Athens, Berlin", "Hi all,\nPolcy: ranked\nOptions: Athens, Berlin"})
        EXPECT_NE(refused(head).find("There is no head line “Polcy”"), std::string::npos) << head;
    const std::string question = refused("Hi all,\n\nDeadine: Friday\nPolicy: ranked\nOptions: Athens, Berlin");
    EXPECT_NE(question.find("There is no head line “Deadine”"), std::string::npos) << question;
    EXPECT_EQ(question.find("Did you mean: Policy"), std::string::npos) << question;
}

TEST_F(Terms, OptionsInASentenceAreTheirNames) {
    EXPECT_EQ(refused("Policy: ranked\nOptions: Red, Blue (light, not dark), and Green"), "");
    EXPECT_EQ(newest().options, (std::vector<std::string>{"Red", "Blue (light, not dark)", "Green"}));
    EXPECT_EQ(refused("Policy: ranked\nOptions: C - the language, Rust"), "");
    EXPECT_EQ(newest().options, (std::vector<std::string>{"C - the language", "Rust"}));
}

TEST_F(Terms, OptionsKeepTheLettersThatTheProposerGaveThem) {
    for (const char* options : {"Options: B: Red, A: Blue", "Options:\nb) Red\na) Blue", "Options: B - Red, A - Blue",
                                "Options: B = Red, A = Blue", "Options:\n- Option B: Red\n- Option A: Blue",
                                "Options:\n- **B**: Red\n- **A**: Blue"}) {
        EXPECT_EQ(refused(std::string("Policy: ranked\n") + options), "");
        EXPECT_EQ(newest().options, (std::vector<std::string>{"Blue", "Red"})) << options;
    }
    configure("[policy.gr]\nmethod = \"debian-a6\"\ndefault_option = \"Further discussion\"\n");
    for (const char* options :
         {"ranked\nOptions: A: Red, C: Blue", "ranked\nOptions: Red, C: Blue", "ranked\nOptions: A: Red, A: Blue",
          "gr\nOptions: A: Red, B: Further discussion, C: Blue"})
        EXPECT_NE(refused(std::string("Policy: ") + options).find("would get B here"), std::string::npos) << options;
    EXPECT_EQ(refused("Policy: gr\nOptions: A: Red, B: Blue, C: Further discussion"), "");
}

TEST_F(Terms, SomebodyNamedCannotBothVoteAndOnlyAdvise) {
    configure("[group.board]\nmembers = [\"ana@example.org\", \"ben@example.org\"]\n");
    const std::string both = refused("Policy: majority\nVoters: group:board\nAdvisory: ben@example.org");
    EXPECT_NE(both.find("Ben Okoro is among those who vote here"), std::string::npos) << both;
    EXPECT_EQ(refused("Policy: majority\nVoters: ana@example.org\nAdvisory: group:board"), "") << "the rest of it";
}

TEST_F(Terms, OptionsThatAreAlikeWithoutAccentsAreTwice) {
    EXPECT_NE(refused("Policy: ranked\nOptions: Zo\u00eb, Zoe").find("stands there twice"), std::string::npos);
}

TEST_F(Terms, TheDefaultOptionIsTheLastWhereverItIsNamed) {
    configure("[policy.gr]\nmethod = \"debian-a6\"\ndefault_option = \"Further discussion\"\n");
    EXPECT_EQ(refused("Policy: gr\nOptions: Further Discussion, Athens, Berlin"), "");
    EXPECT_EQ(decision().options, (std::vector<std::string>{"Athens", "Berlin", "Further discussion"}));
}

// The configuration does not know the parsers, so it has a list of its own.
TEST_F(Terms, NoCommandIsAnAnswerInAnyPolicy) {
    for (const std::string word :
         {"amend",  "answer", "away",   "change",    "close",      "concern",  "confirm",  "confirmed", "decide",
          "digest", "extend", "help",   "hold",      "keep",       "overrule", "receipts", "release",   "resolve",
          "retire", "settle", "status", "statement", "undelegate", "uphold",   "withdraw", "withdrawn", "delegate"}) {
        EXPECT_TRUE(words::read_command(word)) << word;
        EXPECT_THROW(configure("[policy.own]\npreset = \"majority\"\nwords = { " + word + " = \"agree\" }\n"),
                     std::invalid_argument)
            << word;
    }
}

class Supersession : public Terms {
  protected:
    Supersession() {
        configure(
            "[policy.closed]\npreset = \"majority\"\nvoters = [\"ben@example.org\", \"chen@example.org\"]\n"
            "quorum = 0\nperiod = \"1 day\"\n"
            "[policy.alone]\npreset = \"consent\"\nvoters = [\"ana@example.org\"]\nperiod = \"1 day\"\n");
    }
    void carry(const std::string& who, const std::string& head) {
        mail(who, "decisions@example.org", "Secret", head + "\n\nA text.", proven());
        round();
        at(instant_text(now_ + std::chrono::hours(24)));
    }
};

TEST_F(Supersession, IsNotForThoseWhoMayNotEvenSeeIt) {
    carry("ben@example.org", "Policy: closed");
    round();
    ASSERT_EQ(decision().state, State::closed);
    const auto strange = refused("Policy: alone\nSupersedes: D-1");
    EXPECT_NE(strange.find("There is no decision \u201CD-1\u201D that you take part in."), std::string::npos)
        << strange;
    const auto missing = refused("Policy: alone\nSupersedes: D-9");
    EXPECT_NE(missing.find("There is no decision \u201CD-9\u201D that you take part in."), std::string::npos);
    EXPECT_EQ(decision().superseded_by, "");
}

TEST_F(Supersession, OfAnOpenDecisionIsRefusedWithWhatToDo) {
    mail("ana@example.org", "decisions@example.org", "Old", "Policy: alone\n\nA text.", proven());
    round();
    const auto question = refused("Policy: alone\nSupersedes: D-1");
    EXPECT_NE(question.find("D-1 is still open"), std::string::npos) << question;
    EXPECT_NE(question.find("ask Ana Lima to withdraw it"), std::string::npos) << question;
}

TEST_F(Supersession, IsToldToThoseOfTheOldDecisionWhoHaveNoPartInTheNew) {
    carry("ana@example.org", "Policy: closed");
    round();
    carry("ana@example.org", "Policy: alone\nSupersedes: D-1");
    const auto sent = round();
    EXPECT_EQ(decision().superseded_by, "D-2");
    EXPECT_EQ(count(sent, "outcome", "ana@example.org"), 1);
    EXPECT_EQ(count(sent, "amendment", "ana@example.org"), 0);
    ASSERT_EQ(count(sent, "amendment", "ben@example.org"), 1);
    for (const auto& m : sent) {
        if (m.notice != "amendment") continue;
        EXPECT_NE(m.bytes.find("carried and replaces it."), std::string::npos);
    }
    expect_honest_record();
}

TEST_F(Supersession, ABelievedProposalIsFoundByRepliesToIt) {
    configure("[policy.trusting]\npreset = \"consent\"\ntrust = \"from-header-unverified\"\nperiod = \"1 day\"\n");
    mail("ana@example.org", "decisions@example.org", "Open", "Policy: trusting\n\nA text.");
    round();
    ASSERT_EQ(decision().state, State::open);
    mail("ben@example.org", "decisions@example.org", "Re: Open", "+1", "In-Reply-To: <m1@example.org>\n");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
}

TEST_F(Terms, APolicyMayKeepItsTermsFromProposals) {
    configure(
        "[policy.money]\npreset = \"majority\"\nvoters = [\"ben@example.org\", \"chen@example.org\"]\n"
        "head_lines = [\"Deadline\"]\n");
    mail("ana@example.org", "decisions@example.org", "Pay me",
         "Policy: money\nDeadline: in 5 days\nVoters: ana@example.org\n\nPay me.", proven());
    auto sent = round();
    ASSERT_EQ(sent.size(), 1u);
    const std::string asked = read_message(sent[0].bytes).text;
    EXPECT_NE(asked.find("> Voters: ana@example.org"), std::string::npos) << asked;
    EXPECT_NE(asked.find("settles this itself"), std::string::npos) << asked;
    EXPECT_EQ(asked.find("> Deadline"), std::string::npos) << asked;
    mail("ana@example.org", sent[0].reply_to(), "Re: Pay me", "Voters:");
    round();
    EXPECT_EQ(decision().seats.size(), 2u);
}

}  // namespace
}  // namespace assentd::testing
