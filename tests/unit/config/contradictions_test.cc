// SPDX-License-Identifier: Apache-2.0
// What a policy cannot mean: rules that contradict each other or the roster, and keys that its method never looks at.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "config/settings.h"
#include "tests/unit/config/policy_text.h"

namespace assentd {
namespace {

class Contradiction : public testing::TestWithParam<Wrong> {};
TEST_P(Contradiction, IsReportedWithItsLine) {
    EXPECT_EQ(errors_in("[policy.x]\n" + std::string(GetParam().keys)), GetParam().error);
}
INSTANTIATE_TEST_SUITE_P(
    Rules, Contradiction,
    testing::Values(
        Wrong{"preset = \"ranked\"\nseats = 2\n",
              "a.toml:18:9: “seats” has no effect with the method “schulze”; only with stv, approval and score; "
              "remove it"},
        Wrong{"preset = \"debian-gr\"\nstrength = \"margin\"\n",
              "a.toml:18:12: “strength” has no effect with the method “debian-a6”; only with schulze; remove it"},
        Wrong{"preset = \"debian-gr\"\ndefault_option = \"\"\n",
              "a.toml:18:18: debian-a6 compares each option with a default one; default_option = \"Further "
              "discussion\""},
        Wrong{"preset = \"debian-gr\"\ndefault_option = \"Withdraw\"\n",
              "a.toml:18:18: “Withdraw” would be taken for a command, a vote or a letter; a few words, such as "
              "\"Further "
              "discussion\""},
        Wrong{"preset = \"debian-gr\"\ndefault_option = \"No\"\n",
              "a.toml:18:18: “No” would be taken for a command, a vote or a letter; a few words, such as \"Further "
              "discussion\""},
        Wrong{"preset = \"debian-gr\"\nin_favour = 4\n",
              "a.toml:18:13: 4 votes in favour can never be reached by 3 voters; at most 3"},
        Wrong{"preset = \"debian-gr\"\nin_favour = \"2*sqrt(n)\"\n",
              "a.toml:18:13: 4 votes in favour can never be reached by 3 voters; at most 3"},
        Wrong{"preset = \"stv\"\nweights = { \"ana@example.org\" = \"2\" }\n",
              "a.toml:18:11: “weights” has no effect with the method “stv”; only with majority, schulze, irv, "
              "approval and score; remove it"},
        Wrong{"preset = \"stv\"\ndefault_option = \"Nobody\"\n",
              "a.toml:18:18: the default option could take one of several seats; seats = 1, or no default_option"},
        Wrong{"preset = \"stv\"\nties = [\"pairwise\"]\n",
              "a.toml:18:9: “pairwise” is not a rule of stv; one of: backward, forward, order, lot, ask"},
        Wrong{"preset = \"runoff\"\nties = [\"lot\", \"backward\"]\n",
              "a.toml:18:8: what follows “lot” is never tried; put it last"},
        Wrong{"preset = \"approval\"\nsilence = \"agree\"\n",
              "a.toml:18:11: “silence” has no effect with the method “approval”; only where people agree or disagree "
              "with one text; remove it"},
        Wrong{"preset = \"approval\"\nthreshold = \"> 1/2\"\n",
              "a.toml:18:13: “threshold” has no effect with the method “approval”; only with majority and announce; "
              "remove it"},
        Wrong{"preset = \"consent\"\nscores = \"0-5\"\n",
              "a.toml:18:10: “scores” has no effect with the method “consent”; only with score; remove it"},
        Wrong{"preset = \"input\"\nquorum = 2\n",
              "a.toml:18:10: “quorum” has no effect with the method “input”; only where something is counted; remove "
              "it"},
        Wrong{"preset = \"consent\"\nextend_if_not_reached = \"2 days\"\n",
              "a.toml:18:25: “extend_if_not_reached” has no effect with the method “consent”; only where a quorum "
              "can be missed; remove it"},
        Wrong{"preset = \"rfc-fcp\"\nagree_all_but = 1\nvisibility = \"until-closed\"\n",
              "a.toml:19:14: the start of the final period would tell how the sealed positions stand; visibility = "
              "\"open\", or no final_period"},
        Wrong{"preset = \"majority\"\nfinal_period = \"3 days\"\nvisibility = \"until-voted\"\n",
              "a.toml:18:16: the start of the final period would tell how the sealed positions stand; visibility = "
              "\"open\", or no final_period"},
        Wrong{"preset = \"consent\"\nfinal_period = \"2 days\"\n",
              "a.toml:18:16: with silence for consent the final period would begin at the opening, before anybody is "
              "in favour; a quorum or min_agree besides; or no final_period, since silence is consent at the close "
              "anyhow"},
        Wrong{"preset = \"majority\"\nquorum = 0\nsilence = \"agree\"\nfinal_period = \"2 days\"\n",
              "a.toml:20:16: with silence for consent the final period would begin at the opening, before anybody is "
              "in favour; a quorum or min_agree besides; or no final_period, since silence is consent at the close "
              "anyhow"},
        Wrong{"preset = \"score\"\nscores = \"-5..-1\"\n",
              "a.toml:18:10: an option that nobody scores has the sum 0, and no other could do better; a scale that "
              "goes above 0, or aggregate = \"average\""},
        Wrong{"preset = \"score\"\nscores = \"-5..0\"\n",
              "a.toml:18:10: an option that nobody scores has the sum 0, and no other could do better; a scale that "
              "goes above 0, or aggregate = \"average\""},
        Wrong{"preset = \"majority\"\nproposers = []\n",
              "a.toml:18:13: nobody could propose; addresses of people or \"group:NAME\"; leave proposers out for "
              "everybody"},
        Wrong{"preset = \"majority\"\nmin_working_time = \"5000 working hours\"\n",
              "a.toml:18:20: there are no 5000 hours of working time before min_working_time_limit, 4 weeks; less "
              "working time, or a longer limit"},
        Wrong{
            "preset = \"majority\"\nmin_working_time = \"20 working hours\"\nmin_working_time_limit = \"1 working "
            "day\"\n",
            "a.toml:18:20: there are no 20 hours of working time before min_working_time_limit, 1 working day; less "
            "working time, or a longer limit"},
        Wrong{"preset = \"majority\"\nwords = { \"+1\" = \"disagree\" }\n",
              "a.toml:18:18: “+1” means agree, and cannot mean disagree; agree"},
        Wrong{"preset = \"majority\"\nwords = { \"-1\" = \"agree\" }\n",
              "a.toml:18:18: “-1” means disagree, and cannot mean agree; disagree or block"},
        Wrong{"preset = \"majority\"\nwords = { \"0\" = \"agree\" }\n",
              "a.toml:18:17: “0” means abstain, and cannot mean agree; abstain"},
        Wrong{"preset = \"majority\"\nwords = { aye = \"agree\", Aye = \"block\" }\n",
              "a.toml:18:32: “Aye” means agree, and cannot mean block; agree"},
        Wrong{"preset = \"advice\"\nvisibility = \"until-closed\"\n",
              "a.toml:18:14: the decider could not read the advice before deciding; visibility = \"open\" with the "
              "method advice"},
        Wrong{"preset = \"input\"\nvisibility = \"until-voted\"\n",
              "a.toml:18:14: nobody votes here, so nothing would be shown before the close; one of: open, "
              "until-closed"},
        Wrong{"preset = \"majority\"\nagree_all_but = 3\n",
              "a.toml:18:17: all but 3 of 3 voters is nobody; from 0 to 2"},
        Wrong{"preset = \"majority\"\nmin_agree = 4\n",
              "a.toml:18:13: 4 agreements can never be reached by 3 voters; at most 3"},
        Wrong{"preset = \"majority\"\nseconds = 3\n",
              "a.toml:18:11: a proposal can never be seconded by 3 other voters; at most 2"},
        Wrong{"preset = \"majority\"\nvoters = [\"ben@example.org\"]\nseconds = 2\n",
              "a.toml:19:11: a proposal can never be seconded by 2 other voters; at most 1"},
        Wrong{"preset = \"majority\"\nquorum = 4\n",
              "a.toml:18:10: a quorum of 4 can never be reached by 3 voters; at most 3"}));
INSTANTIATE_TEST_SUITE_P(
    People, Contradiction,
    testing::Values(
        Wrong{"preset = \"majority\"\nvoters = [\"ana@example.org\", \"ben@example.org\"]\nadvisory = "
              "[\"chen@example.org\", \"Ana@example.com\"]\n",
              "a.toml:19:33: “Ana@example.com” votes under this policy, and so cannot only advise; one of the two "
              "lists"},
        Wrong{"preset = \"majority\"\nadvisory = [\"ana@example.org\"]\n",
              "a.toml:18:13: “ana@example.org” votes under this policy, and so cannot only advise; voters = [...] "
              "without them"},
        Wrong{"preset = \"majority\"\nvoters = [\"group:two\"]\nadvisory = [\"group:two\"]\n[group.two]\nmembers = "
              "[\"ana@example.org\", \"ben@example.org\"]\n",
              "a.toml:19:13: “group:two” votes under this policy, and so cannot only advise; one of the two lists"},
        Wrong{
            "preset = \"majority\"\nvoters = [\"ana@example.org\"]\nadvisory = [\"group:two\"]\n[group.two]\nmembers "
            "= [\"ana@example.org\", \"ben@example.org\"]\n",
            ""}));
INSTANTIATE_TEST_SUITE_P(
    Times, Contradiction,
    testing::Values(
        Wrong{"preset = \"majority\"\nmin_period = \"8 days\"\n",
              "a.toml:18:14: the period is shorter than min_period; a period of at least 192 hours"},
        Wrong{"preset = \"debian-gr\"\nperiod = \"3 working days\"\n",
              "a.toml:18:10: the period is shorter than min_period; a period of at least 168 hours"},
        Wrong{"preset = \"majority\"\nperiod = \"1 month\"\nmin_period = \"32 days\"\n",
              "a.toml:19:14: the period is shorter than min_period; a period of at least 768 hours"},
        Wrong{"preset = \"majority\"\nmin_period = \"7 days\"\n", ""},
        Wrong{"preset = \"majority\"\nreminders = [\"1/2\", \"9 days before\"]\n",
              "a.toml:18:13: 9 days before the close is before the opening, as the period is 5 working days; less "
              "time before the close, or a longer period"},
        Wrong{"preset = \"majority\"\nreminders = [\"6 working days before\"]\n",
              "a.toml:18:13: 6 working days before the close is before the opening, as the period is 5 working "
              "days; less time before the close, or a longer period"},
        Wrong{"preset = \"majority\"\nreminders = [\"1 month before\"]\n",
              "a.toml:18:14: “1 month before” is not a time for a reminder; a share of the period as in \"1/2\", or "
              "\"1 working day before\""},
        Wrong{"preset = \"majority\"\nreminders = [\"5 days before\"]\n", ""},
        Wrong{"preset = \"majority\"\nperiod = \"2 hours\"\n", ""},
        Wrong{"preset = \"majority\"\nperiod = \"2 days\"\nreminders = [\"3 days before\"]\nmin_period = \"2 "
              "days\"\nmin_working_time = \"40 working hours\"\n",
              ""},
        Wrong{"preset = \"majority\"\nmin_working_time_limit = \"2 weeks\"\n",
              "a.toml:18:26: there is no min_working_time that this would limit; min_working_time beside it; or "
              "remove it"}));
INSTANTIATE_TEST_SUITE_P(
    Answers, Contradiction,
    testing::Values(
        Wrong{"preset = \"majority\"\non_disagree = \"count\"\nveto_needs_reason = true\n",
              "a.toml:19:21: a disagreement is only counted here, so there is no veto to give a reason for; "
              "on_disagree = \"block\", or no veto_needs_reason"},
        Wrong{"preset = \"ietf-ballot\"\non_disagree = \"count\"\n", ""},
        Wrong{"preset = \"ranked\"\nwords = { aye = \"agree\", pass = \"abstain\", nay = \"block\" }\n",
              "a.toml:18:11: “aye” has no effect with the method “schulze”; words for abstain and recuse alone; "
              "remove it\n"
              "a.toml:18:44: “nay” has no effect with the method “schulze”; words for abstain and recuse alone; "
              "remove it"},
        Wrong{
            "preset = \"input\"\nwords = { pass = \"abstain\" }\n",
            "a.toml:18:11: “pass” has no effect with the method “input”; only where people are asked for an answer; "
            "remove it"},
        Wrong{"preset = \"input\"\nreminders = [\"1/2\"]\n",
              "a.toml:18:13: “reminders” has no effect with the method “input”; only where people are asked for an "
              "answer; remove it"},
        Wrong{"preset = \"input\"\nreminders = []\n", ""},
        Wrong{"preset = \"majority\"\nsubject_tags = [\"RFC\", \"[D-1]\"]\n",
              "a.toml:18:24: “[D-1]” is how a decision is named; a word, as in \"RFC\""},
        Wrong{"preset = \"majority\"\nsubject_tags = [\"D-Day\", \"D-\"]\n", ""}));

// Where a key means something: among these methods, or with every one. A key of another method is refused, never
// passed over.
struct Meaning {
    std::string_view key;
    std::string_view line;
    std::set<std::string_view> methods;  // empty: all
};
const std::set<std::string_view> all_methods{
    "consent", "lazy-consensus", "majority", "schulze", "debian-a6", "irv",
    "stv",     "approval",       "score",    "input",   "announce",  "advice"};
const std::set<std::string_view> on_one_text{"consent", "lazy-consensus", "majority", "announce"};
const std::set<std::string_view> among_options{"schulze", "debian-a6", "irv", "stv", "approval", "score"};

std::set<std::string_view> without(std::string_view method) {
    auto rest = all_methods;
    rest.erase(method);
    return rest;
}
std::set<std::string_view> joined(std::set<std::string_view> some, const std::set<std::string_view>& more) {
    some.insert(more.begin(), more.end());
    return some;
}

const std::vector<Meaning> meanings{
    {"description", "\"What it is for.\"", {}},
    {"voters", "[\"ana@example.org\"]", {}},
    {"advisory", "[\"ana@example.org\"]", {}},
    {"proposers", "[\"ana@example.org\"]", {}},
    {"facilitators", "[\"ana@example.org\"]", {}},
    {"decider", "\"ana@example.org\"", {}},
    {"period", "\"2 weeks\"", {}},
    {"min_period", "\"1 day\"", {}},
    {"visibility", "\"until-closed\"", {}},
    {"head_lines", "[\"Deadline\"]", {}},
    {"required_sections", "[\"Context\"]", {}},
    {"comments_from", "\"everyone\"", {}},
    {"trust", "[\"token\"]", {}},
    {"subject_tags", "[\"RFC\"]", {}},
    {"seconds", "1", {}},
    {"close_by_proposer", "true", {}},
    {"amend_period", "\"1 day\"", {}},
    {"settle_repeat", "\"1 day\"", {}},  // a concern can be raised about anything
    {"settle_asks", "1", {}},
    {"hold_limit", "\"1 day\"", {}},
    {"min_working_time", "\"1 working hour\"", {}},
    {"min_working_time_limit", "\"3 weeks\"", {}},
    {"review", "\"1 month\"", {}},
    {"reminders", "[\"1/2\"]", without("input")},
    {"early_close", "true", without("input")},
    {"carry_votes", "\"keep\"", without("input")},
    {"words", "{ words = \"abstain\" }", without("input")},
    {"words", "{ words = \"agree\" }", joined(on_one_text, {"advice"})},
    {"words", "{ words = \"disagree\" }", joined(on_one_text, {"advice"})},
    {"quorum", "1", joined(on_one_text, among_options)},
    {"extend_if_not_reached", "\"1 day\"", joined(among_options, {"majority", "announce"})},
    {"threshold", "\">= 2/3\"", {"majority", "announce"}},
    {"base", "\"present\"", {"majority", "announce"}},
    {"min_agree", "1", on_one_text},
    {"agree_all_but", "1", on_one_text},
    {"on_disagree", "\"block\"", on_one_text},
    {"silence", "\"agree\"", on_one_text},
    {"veto_needs_reason", "true", on_one_text},
    {"final_period", "\"1 day\"", {"consent", "lazy-consensus", "majority"}},
    {"weights", "{ \"ana@example.org\" = 2 }", {"majority", "schulze", "irv", "approval", "score"}},
    {"default_option", "\"Nothing of this\"", among_options},
    {"seats", "2", {"stv", "approval", "score"}},
    {"unranked", "\"last\"", {"schulze"}},
    {"strength", "\"margin\"", {"schulze"}},
    {"in_favour", "1", {"debian-a6"}},
    {"majority", "2", {"debian-a6"}},
    {"majority_rule", "\"v1.1\"", {"debian-a6"}},
    {"ties", "[\"lot\"]", {"irv", "stv"}},
    {"scores", "\"0-3\"", {"score"}},
    {"aggregate", "\"average\"", {"score"}},
    {"max_approvals", "2", {"approval"}}};

TEST(PolicyKeys, EachIsRefusedWithTheMethodsThatNeverLookAtIt) {
    for (const auto& [key, value, methods] : meanings) {
        std::string policies;
        for (const auto method : all_methods)
            policies += fmt::format("[policy.p-{}]\nmethod = \"{}\"\n{} = {}\n", method, method, key, value);
        const std::string errors = errors_in(policies);
        for (const auto method : all_methods) {
            const auto refusal = fmt::format("“{}” has no effect with the method “{}”", key, method);
            const bool is_refused = errors.find(refusal) != std::string::npos;
            EXPECT_EQ(is_refused, !methods.empty() && !methods.contains(method)) << refusal << " of " << value;
        }
    }
}

TEST(PolicyKeys, EachHasItsPlaceInTheTableOfMeanings) {
    const std::set<std::string_view> others{"preset", "method", "second_look", "secret"};
    constexpr std::string_view section = "policy.*.";
    for (const auto& name : known_setting_names()) {
        if (!name.starts_with(section) || others.contains(name.substr(section.size()))) continue;
        EXPECT_TRUE(std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& m) {
            return m.key == name.substr(section.size());
        })) << name;
    }
}

}  // namespace
}  // namespace assentd
