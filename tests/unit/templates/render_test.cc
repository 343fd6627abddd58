// SPDX-License-Identifier: Apache-2.0
// Properties of every mail, and mails about decisions whose people mean ill.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "decision/standing.h"
#include "templates/plain_text.h"
#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr NoticeKind all_kinds[] = {
    NoticeKind::invitation, NoticeKind::receipt,   NoticeKind::question, NoticeKind::refusal, NoticeKind::reminder,
    NoticeKind::digest,     NoticeKind::amendment, NoticeKind::concern,  NoticeKind::outcome, NoticeKind::help};

const std::string evil =
    std::string("x\r\nBcc: victim@example.org\r\n\r\n{{title}} {{#open}} {{{id}}} \xE2\x80\xAE gnp.exe") + '\0' +
    "\x1F\n-- \n.\nFrom me\n" + std::string(10'000, 'y') + "👍👍\xF0\x9F";

// Everything that came from people is `evil`.
Decision evil_decision() {
    Decision d = open_decision(consent_policy());
    d.revisions = {{evil, "old " + evil}, {evil, evil}};
    d.policy.choice.default_option = evil;
    d.proposer.name = evil;
    for (auto& seat : d.seats) seat.participant.name = evil;
    vote(d, 0, Position::agree, evil, evil, at(2, 9));
    vote(d, 1, Position::disagree, evil, evil, at(2, 9));
    d.concerns[0].name = d.concerns[0].answer = d.concerns[0].overrule_reason = evil;
    d.supersedes = {evil};
    d.policy.words = {{evil, Position::agree}};
    d.policy.name = evil;
    d.extensions.push_back({at(4, 16), {}, {evil, evil, {}}, evil, {}});
    d.comments.push_back({{evil, evil, {}}, evil, evil, {{evil, evil, 1, evil}}, {evil, evil, at(2, 9)}});
    d.options = {evil, evil, "x"};
    d.decider = Person{evil, evil, {}};
    d.amendments.push_back({{evil, evil, {}}, {evil, evil, at(2, 9)}, {}});
    d.statements.push_back({{evil, evil, {}}, evil, {evil, evil, at(2, 9)}});
    d.decided = Decided{{evil, evil, {}}, Outcome::carried, {evil}, evil, {}};
    d.review = Reviewed{{evil, evil, {}}, Review::keep, evil, {}};
    d.review_at = at(9, 9);
    d.superseded_by = evil;
    d.draft_head = {{evil, evil, {evil}}};
    d.seconds = {{{evil, evil, {}}, {}}};
    d.seats[2].hold = Hold{at(4, 9), false, evil, {}};
    d.seats[2].delegation = Delegation{0, {}, {}};
    d.seats[2].away = {{at(1, 9), at(2, 9)}};
    return d;
}

Notice evil_notice(NoticeKind kind) {
    Notice n = notice(kind, 0);
    n.to_name = evil;
    n.recorded = {{evil, evil, evil}};
    n.questions = {{evil, evil}};
    n.problems = {{evil, evil, evil}};
    n.with_status = true;
    n.confirm_text = n.announcement = evil;
    n.concern = evil;
    return n;
}

void expect_sound(const std::string& bytes) {
    for (const char c : bytes) ASSERT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << static_cast<int>(c);
    std::istringstream lines(bytes);
    bool in_header = true;
    for (std::string line; std::getline(lines, line);) {
        in_header = in_header && !line.empty();
        EXPECT_LE(line.size(), 77u) << line;
        EXPECT_EQ(line.rfind("From ", 0), std::string::npos) << line;
        EXPECT_NE(line, ".");
        EXPECT_FALSE(in_header && line.rfind("Bcc", 0) == 0);
    }
    EXPECT_EQ(field(bytes, "Bcc"), "");
    const std::string body = body_of(bytes);
    std::istringstream body_lines(body);
    for (std::string line; std::getline(body_lines, line);) {
        EXPECT_LE(outgoing::columns(line), 77u) << line;
        EXPECT_NE(line, "-- ");
    }
    EXPECT_THAT(body, Not(HasSubstr("\xE2\x80\xAE")));
}

TEST(Mail, ListsNoWordThatMeansItself) {
    Policy p = consent_policy();
    p.words = {{"Abstain", Position::abstain}, {"ship it", Position::agree}};
    const std::string body = body_of(mail_about(open_decision(p), notice(NoticeKind::invitation, 0)).bytes);
    EXPECT_THAT(body, HasSubstr("ship it = agree"));
    EXPECT_THAT(body, Not(HasSubstr("= abstain")));
}

TEST(Mail, TellsOfMailInTheReadersNameThatNothingProved) {
    Decision d = open_decision(majority_policy());
    const auto& ben = d.seats.at(1).participant;
    const auto reminded = [&] { return unflowed(body_of(mail_about(d, notice(NoticeKind::reminder, 1)).bytes)); };
    EXPECT_THAT(reminded(), Not(HasSubstr("in your name")));
    happen(d, AnswerHeld{{ben.name, ben.address, ben.addresses}, "+1", {"<f1@example.org>", "f1", at(2, 9)}, {}, {}});
    EXPECT_THAT(reminded(), HasSubstr("1 mail in your name came that nothing proved to be yours, and it does not "
                                      "count. If you have answered, answer this mail: that proves it."));
    happen(d, AnswerHeld{{ben.name, ben.address, ben.addresses}, "-1", {"<f2@example.org>", "f2", at(2, 9)}, {}, {}});
    EXPECT_THAT(reminded(), HasSubstr("2 mails in your name came that nothing proved to be yours, and none counts."));
    happen(d, closing_of(d, Outcome::no_quorum));
    EXPECT_THAT(unflowed(body_of(mail_about(d, notice(NoticeKind::outcome, 0)).bytes)),
                HasSubstr("Mail in their name was not proven to be theirs, and not counted: " + ben.name));
}

TEST(Mail, TellsWordsBelowQuotedLinesOnce) {
    Decision d = open_decision(majority_policy());
    vote(d, 1, Position::agree, "+1", "It is too dear.\nBut well.", at(2, 9));
    const auto& stance = *d.seats.at(1).stance;
    const auto& ben = d.seats.at(1).participant;
    happen(d, Commented{{ben.name, ben.address, ben.addresses}, "It is too dear.", "We buy it.", {}, stance.source});
    const std::string text = body_of(mail_about(d, notice(NoticeKind::receipt, 0)).bytes);
    happen(d, closing_of(d, Outcome::carried));
    const std::string outcome = body_of(mail_about(d, notice(NoticeKind::outcome, 0)).bytes);
    const auto first = outcome.find("It is too dear.");
    ASSERT_NE(first, std::string::npos);
    EXPECT_EQ(outcome.find("It is too dear.", first + 1), std::string::npos) << outcome;
    EXPECT_THAT(outcome, HasSubstr("> But well."));
    EXPECT_THAT(outcome, HasSubstr(">> We buy it."));
}

// The mail about it goes out in the same second, with another close.
TEST(Mail, AboutTheVoteThatBeginsAFinalPeriodNamesNoClose) {
    Policy p = majority_policy();
    p.quorum = {};
    Decision d = open_decision(p);
    Notice n = notice(NoticeKind::receipt, 0);
    n.recorded = {{"Recorded: agree.", "+1", {}, true}};
    vote(d, 0, Position::agree, "+1", "", at(2, 9));
    EXPECT_THAT(unflowed(body_of(mail_about(d, n).bytes)), HasSubstr("(revision 1), closes"));
    d.policy.final_period = std::chrono::hours(24);
    const std::string begins = unflowed(body_of(mail_about(d, n).bytes));
    EXPECT_THAT(begins, Not(HasSubstr("closes")));
    EXPECT_THAT(begins, HasSubstr("the final period begins now"));
}

TEST(Mail, HasEveryFieldOfTheContract) {
    const Decision d = open_decision(consent_policy());
    const auto mail = mail_about(d, notice(NoticeKind::invitation, 0));
    const std::pair<const char*, const char*> fields[] = {
        {"Date", "Wed, 2 Dec 2026 10:00:00 +0000"},
        {"From", "Decisions <decisions@example.org>"},
        {"To", "Ben Sample <ben@example.org>"},
        {"Reply-To", "Decisions <decisions+d42.k3v9@example.org>"},
        {"Subject", "[D-42] A second backup site"},
        {"Message-ID", "<d42.invitation.7@example.org>"},
        {"In-Reply-To", "<proposal@example.org>"},
        {"References", "<proposal@example.org>"},
        {"Auto-Submitted", "auto-generated"},
        {"List-Id", "Decisions <decisions.example.org>"},
        {"Precedence", "bulk"},
        {"X-Auto-Response-Suppress", "All"},
        {"X-Assentd-Decision", "D-42"},
        {"X-Assentd-Notice", "invitation"},
        {"MIME-Version", "1.0"},
        {"Content-Type", "text/plain; charset=utf-8; format=flowed; delsp=yes"},
        {"Content-Transfer-Encoding", "7bit"},
    };
    for (const auto& [name, value] : fields) EXPECT_EQ(field(mail.bytes, name), value) << name;
    EXPECT_EQ(header_of(mail.bytes).size(), std::size(fields));
    EXPECT_EQ(mail.message_id, envelope().message_id);
    EXPECT_EQ(mail.envelope_from, envelope().envelope_from);
    EXPECT_EQ(mail.recipient, "ben@example.org");
}

TEST(Mail, SaysWhetherItAnswersAMail) {
    const Decision d = open_decision(consent_policy());
    for (const auto kind : all_kinds) {
        const bool answers = kind == NoticeKind::receipt || kind == NoticeKind::question ||
                             kind == NoticeKind::refusal || kind == NoticeKind::help;
        const auto bytes = mail_about(d, notice(kind, 0)).bytes;
        EXPECT_EQ(field(bytes, "Auto-Submitted"), answers ? "auto-replied" : "auto-generated");
        EXPECT_EQ(field(bytes, "X-Assentd-Notice"), name(kind));
    }
}

TEST(Mail, ReferencesAreBounded) {
    const Decision d = open_decision(consent_policy());
    Envelope e = envelope();
    for (int i = 0; i < 500; ++i) e.references.push_back("<r" + std::to_string(i) + "@example.org>");
    e.in_reply_to = "<last@example.org>";
    const auto mail =
        render(built_in(), letterhead(), reader_of(d, 0), e, {{&d, notice(NoticeKind::reminder, 0), {}}}, at(2, 9));
    const std::string references = field(mail.bytes, "References");
    EXPECT_EQ(std::count(references.begin(), references.end(), '<'), 20);
    EXPECT_EQ(references.rfind("<proposal@example.org>", 0), 0u);
    EXPECT_THAT(references, HasSubstr("<r499@example.org> <last@example.org>"));
}

TEST(Mail, OfEveryKindSurvivesHostilePeople) {
    Decision d = evil_decision();
    for (const bool closed : {false, true}) {
        if (closed) {
            Closed c;
            c.reason = c.arithmetic = c.by.name = evil;
            c.at = at(4, 16);
            happen(d, c);
        }
        for (const auto kind : all_kinds) {
            Reader reader = reader_of(d, 0);
            const auto mail =
                render(built_in(), letterhead(), reader, envelope(), {{&d, evil_notice(kind), {}}}, at(3, 9));
            SCOPED_TRACE(name(kind));
            expect_sound(mail.bytes);
            EXPECT_LT(mail.bytes.size(), 400'000u);
        }
        expect_sound(render(built_in(), letterhead(), reader_of(d, 0), envelope(),
                            {{&d, evil_notice(NoticeKind::receipt), {}}, {&d, evil_notice(NoticeKind::refusal), {}}},
                            at(3, 9))
                         .bytes);
    }
}

// What one decision would hardly have all together: each method, each question, each side of a concern.
TEST(Mail, OfEveryTemplateSurvivesHostilePeople) {
    for (const auto method : {Method::majority, Method::schulze, Method::irv, Method::approval, Method::score,
                              Method::input, Method::announce, Method::advice}) {
        Decision d = evil_decision();
        d.policy.method = method;
        if (is_ranked(method)) ballot(d, 1, {{{0}, {2}}, {}, {}}, evil);
        SCOPED_TRACE(name(method));
        for (const auto wanted : {Notice::Wanted::second, Notice::Wanted::decision, Notice::Wanted::review}) {
            Notice n = evil_notice(NoticeKind::question);
            n.wanted = wanted;
            expect_sound(mail_about(d, n).bytes);
        }
        Notice changed = evil_notice(NoticeKind::amendment);
        changed.shows_changes = true;
        expect_sound(mail_about(d, changed).bytes);
        Notice concern = evil_notice(NoticeKind::concern);
        concern.concern_wants_answer = true;
        expect_sound(mail_about(d, concern).bytes);
        expect_sound(mail_about(d, evil_notice(NoticeKind::invitation)).bytes);
        expect_sound(mail_about(d, evil_notice(NoticeKind::reminder)).bytes);
        for (const auto outcome : {Outcome::carried, Outcome::tied, Outcome::withdrawn}) {
            Closed c;
            c.outcome = outcome;
            c.reason = c.arithmetic = c.by.name = evil;
            c.chosen = {evil};
            happen(d, c);
            expect_sound(mail_about(d, evil_notice(NoticeKind::outcome)).bytes);
        }
        EXPECT_THAT(render_record(d, at(5, 9)), Not(HasSubstr("\xE2\x80\xAE")));
    }
}

TEST(Mail, AboutNoDecisionSurvivesHostileStrangers) {
    Reader reader = stranger();
    reader.name = evil;
    Notice n = evil_notice(NoticeKind::refusal);
    n.participant.reset();
    expect_sound(render_plain(built_in(), letterhead(), reader, envelope(), n, evil).bytes);
    reader.address = "a\r\nBcc: victim@example.org";
    const auto mail = render_plain(built_in(), letterhead(), reader, envelope(), n, evil);
    expect_sound(mail.bytes);
    EXPECT_EQ(field(mail.bytes, "To"), "");
}

TEST(Mail, PeoplesWordsAreNeverATemplate) {
    Decision d = open_decision(consent_policy());
    d.revisions = {{"{{proposer}} {{#open}}", "{{id}} {{/open}} {{{title}}}"}};
    const auto body = unflowed(body_of(mail_about(d, notice(NoticeKind::invitation, 0)).bytes));
    EXPECT_THAT(body, HasSubstr("proposes: {{proposer}} {{#open}}\n"));
    EXPECT_THAT(body, HasSubstr("{{id}} {{/open}} {{{title}}}\n"));
}

TEST(Mail, TheInvitationHoldsTheWholeText) {
    Decision d = open_decision(consent_policy());
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "Line " + std::to_string(i) + " of a long proposal\n";
    d.revisions = {{"Long", text}};
    EXPECT_THAT(unflowed(body_of(mail_about(d, notice(NoticeKind::invitation, 0)).bytes)), HasSubstr(text));
}

TEST(Mail, AnswersToOneMailAboutSeveralDecisionsMakeOneReceipt) {
    const Decision a = open_decision(consent_policy(), 17);
    const Decision b = open_decision(consent_policy(), 18);
    Notice refusal = notice(NoticeKind::refusal, 0);
    refusal.problems = {{"D-17: close", "That may not be.", "Ask Ana."}};
    Notice receipt = notice(NoticeKind::receipt, 0);
    receipt.recorded = {{"Recorded: agree.", "D-18: +1", ""}};
    const auto bytes = render(built_in(), letterhead(), reader_of(a, 0), envelope(),
                              {{&a, refusal, {}}, {&b, receipt, {}}}, at(2, 9))
                           .bytes;
    EXPECT_EQ(field(bytes, "X-Assentd-Notice"), "receipt");
    EXPECT_EQ(field(bytes, "Subject"), "Your answers on D-17 and D-18");
    EXPECT_THAT(body_of(bytes), HasSubstr("> D-17: close"));
    EXPECT_THAT(body_of(bytes), HasSubstr("> D-18: +1"));
}

TEST(Mail, SaysEachMomentInItsReadersZoneAndInUtc) {
    const Decision d = open_decision(consent_policy());
    Notice n = notice(NoticeKind::amendment, 0);
    n.announcement =
        "It moved from " + moment(at(3, 9)) + " to " + moment(at(4, 16)) + ": see \x1Eyou\x1E there \x1E";
    EXPECT_THAT(unflowed(body_of(mail_about(d, n).bytes)),
                HasSubstr("It moved from 2026-12-03 10:00 CET (2026-12-03 09:00 UTC) to 2026-12-04 17:00 CET "
                          "(2026-12-04 16:00 UTC): see you there\n"));
}

TEST(Mail, TheReminderTellsFirstWhatClosesFirst) {
    Decision late = open_decision(consent_policy(), 17);
    const Decision early = open_decision(consent_policy(), 18);
    late.closes_at = at(8, 16);
    const auto body =
        body_of(render(built_in(), letterhead(), reader_of(late, 0), envelope(),
                       {{&late, notice(NoticeKind::reminder, 0), {}}, {&early, notice(NoticeKind::reminder, 0), {}}},
                       at(2, 9))
                    .bytes);
    EXPECT_LT(body.find("D-18"), body.find("D-17"));
}

// What is sealed leaves no trace: the mails before and after others voted are the same.
TEST(Mail, SealedAnswersDoNotShow) {
    Policy p = majority_policy();
    p.visibility = Visibility::until_closed;
    const Decision before = open_decision(p);
    Decision after = before;
    vote(after, 1, Position::disagree, "-1", "A secret reason.", at(2, 9));
    for (const auto kind :
         {NoticeKind::receipt, NoticeKind::reminder, NoticeKind::amendment, NoticeKind::invitation}) {
        Notice n = notice(kind, 0);
        n.with_status = true;
        EXPECT_EQ(mail_about(before, n).bytes, mail_about(after, n).bytes) << name(kind);
        n.participant.reset();
        EXPECT_EQ(mail_about(before, n).bytes, mail_about(after, n).bytes) << name(kind);
    }
    EXPECT_EQ(render_record(before, at(2, 10)), render_record(after, at(2, 10)));
}

TEST(Record, ShowsWhoSaidWhatAndFromWhichMail) {
    Decision d = open_decision(majority_policy());
    vote(d, 0, Position::agree, "+1", "We lost a day last year.", at(2, 9));
    vote(d, 1, Position::disagree, "-1", "90 a month is not in the budget.", at(2, 11));
    happen(d, Commented{{"Eve Advice", "eve@example.net", {}},
                        "What of tapes?",
                        "nothing",
                        {{"plan.pdf", "application/pdf", 12, "ab"}},
                        {"<c@example.org>", "cc", at(2, 12)}});
    Closed c;
    c.outcome = Outcome::carried;
    c.at = at(4, 16);
    c.arithmetic = arithmetic(d);
    happen(d, c);
    const std::string record = render_record(d, at(5, 9));
    expect_golden("record", record);
    for (const char* part :
         {"# D-42: A second backup site", "> We lost a day last year.", "`<vote1@example.org>`", "plan.pdf"})
        EXPECT_THAT(record, HasSubstr(part));
}

TEST(Record, TellsAConcernWithoutAVoteFromSilence) {
    Decision d = open_decision(consent_policy());
    happen(d, ConcernRaised{"privacy", 2, "Who can read the copies there?", {"<c@example.org>", "cc", at(2, 12)}});
    const std::string record = render_record(d, at(2, 13));
    const auto line = record.find("A concern, but no vote yet");
    ASSERT_NE(line, std::string::npos) << record;
    EXPECT_THAT(record.substr(line), HasSubstr("(privacy)"));
    const auto silent = record.find("No answer yet");
    EXPECT_EQ(record.substr(silent, record.find('\n', silent) - silent).find("Dora"), std::string::npos) << record;
}

TEST(Mail, CallsAnObjectionWithoutItsReasonWhatItIs) {
    Decision d = open_decision(consent_policy());
    happen(
        d,
        VoteUnclear{
            2, "-1", std::string(reason_is_missing) + " What would go wrong?", {"<u@example.org>", "uu", at(2, 12)}});
    const std::string reminder = unflowed(body_of(mail_about(d, notice(NoticeKind::reminder, 2)).bytes));
    EXPECT_THAT(reminder, HasSubstr("Your objection \"-1\" is not counted, as it lacks its reason."));
    EXPECT_EQ(reminder.find("not clear"), std::string::npos) << reminder;
    const std::string record = render_record(d, at(2, 13));
    EXPECT_THAT(record, HasSubstr("An objection without its reason, and not counted"));
    happen(d, closing_of(d, Outcome::carried));
    const std::string outcome = unflowed(body_of(mail_about(d, notice(NoticeKind::outcome, 1), at(5, 9)).bytes));
    EXPECT_THAT(outcome, HasSubstr("An objection without its reason, and not counted: "));
    EXPECT_EQ(outcome.find("Unclear"), std::string::npos) << outcome;
}

TEST(Mail, TheReminderOfAQuestionSaysWhatCountsMeanwhile) {
    Decision d = open_decision(majority_policy());
    vote(d, 2, Position::agree, "+1", {}, at(2, 10));
    happen(d, VoteUnclear{2, "+1 if it is cheap", "Which?", {"<u@example.org>", "uu", at(2, 12)}});
    const std::string reminder = unflowed(body_of(mail_about(d, notice(NoticeKind::reminder, 2)).bytes));
    EXPECT_THAT(reminder, HasSubstr("Your answer \"+1 if it is cheap\" is not counted"));
    EXPECT_THAT(reminder, HasSubstr("If you do not answer, your earlier answer (agree"));
    EXPECT_EQ(reminder.find("nothing is counted for you"), std::string::npos) << reminder;
}

TEST(Mail, AQuestionAboutOptionsShowsThemWithTheirLetters) {
    const Decision d = choice_decision(choice_policy(Method::schulze));
    Notice n = notice(NoticeKind::question, 1);
    n.questions.push_back({"A > X", "“X” is none of the options."});
    const std::string question = unflowed(body_of(mail_about(d, n).bytes));
    EXPECT_THAT(question, HasSubstr("The options are:\n\n"));
    for (std::size_t i = 0; i < d.options.size(); ++i)
        EXPECT_THAT(question, HasSubstr(std::string(1, static_cast<char>('A' + i)) + ": " + d.options[i]));
}

TEST(Record, HostileWordsAreNoMarkupOfOurs) {
    Decision d = open_decision(majority_policy());
    d.revisions = {{"<b>*x*</b> [a](b)", "# Outcome\n<script>alert(1)</script>\n1 < 2"}};
    const std::string record = render_record(d, at(2, 9));
    EXPECT_THAT(record, HasSubstr("# D-42: \\<b\\>\\*x\\*\\</b\\> \\[a\\](b)"));
    EXPECT_THAT(record, HasSubstr("> # Outcome\n> &lt;script>alert(1)&lt;/script>\n> 1 < 2\n"));
    EXPECT_FALSE(render_record(evil_decision(), at(2, 9)).empty());
}

}  // namespace
}  // namespace assentd::testing
