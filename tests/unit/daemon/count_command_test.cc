// SPDX-License-Identifier: Apache-2.0
#include "daemon/count_command.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "daemon/exact_json.h"

namespace assentd {
namespace {

using nlohmann::json;

struct Answered {
    int code = 0;
    std::vector<json> lines;
    std::string err;
};

Answered ask(const std::string& text) {
    std::istringstream in(text);
    std::ostringstream out;
    std::ostringstream err;
    Answered answered;
    answered.code = count_command(in, out, err);
    answered.err = err.str();
    std::istringstream lines(out.str());
    for (std::string line; std::getline(lines, line);) answered.lines.push_back(json::parse(line));
    return answered;
}

json one(const std::string& text) {
    const auto answered = ask(text);
    EXPECT_EQ(answered.lines.size(), 1U);
    return answered.lines.empty() ? json() : answered.lines.front();
}

std::string error_of(const std::string& text) {
    return one(text).value("error", "");
}

std::string in_one_line(std::string text) {
    std::erase(text, '\n');
    return text;
}

TEST(CountCommand, ACycleIsResolvedAndShown) {
    const auto answer = one(in_one_line(R"({"id":"v1","method":"debian-a6","candidates":["A","B","C","FD"],
        "unranked":"last","params":{"default":"FD","quorum_R":4.5,"majority":{"A":"3"}},
        "ballots":[{"n":8,"rank":[["A"],["B"],["C"],["FD"]]},{"n":7,"rank":[["B"],["C"],["A"],["FD"]]},
                   {"n":6,"rank":[["C"],["A"],["B"],["FD"]]}]})"));
    EXPECT_EQ(answer["id"], "v1");
    EXPECT_EQ(answer["winners"], json({"A"}));
    EXPECT_EQ(answer["schwartz_first"], json({"A", "B", "C"}));
    EXPECT_EQ(answer["dropped_defeats"], json::parse(R"([[["C","A"]]])"));
    EXPECT_EQ(answer["pairwise"]["B"]["C"], 15);
    EXPECT_EQ(answer["majority"]["A"], json::parse(R"({"for":21,"against":0,"needs":"3","passes":true})"));
    EXPECT_EQ(answer["ballots_total"], 21);
}

TEST(CountCommand, ALineThatCannotBeCountedDoesNotStopTheNext) {
    const auto answered =
        ask("not json\n\n"
            R"({"id":7,"method":"approval","candidates":["A"],"ballots":[{"approve":["B"]}]})"
            "\n"
            R"({"id":"ok","method":"approval","candidates":["A","B"],"ballots":[{"n":2,"approve":["B"]}]})"
            "\n");
    ASSERT_EQ(answered.lines.size(), 3U);
    EXPECT_EQ(answered.code, 65);
    EXPECT_EQ(answered.lines[0]["id"], nullptr);
    EXPECT_EQ(answered.lines[1]["id"], 7);
    EXPECT_NE(answered.lines[1]["error"].get<std::string>().find("\"B\""), std::string::npos);
    EXPECT_EQ(answered.lines[2]["winners"], json({"B"}));
    EXPECT_NE(answered.err, "");
}

TEST(CountCommand, ExitsWithZeroWhenAllWereCounted) {
    const auto answered = ask(R"({"id":1,"method":"irv","candidates":["A","B"],"ballots":[{"n":3,"rank":[["A"]]}]})");
    EXPECT_EQ(answered.code, 0);
    EXPECT_EQ(answered.err, "");
    EXPECT_EQ(answered.lines.front()["winners"], json({"A"}));
}

TEST(CountCommand, RefusesWhatWouldBeASettingWithoutEffect) {
    EXPECT_NE(error_of(R"({"method":"irv","candidates":["A"],"params":{"tie_break":"lot"},"ballots":[]})"), "");
    EXPECT_NE(error_of(R"({"method":"irv","candidates":["A"],"params":{"tiebreak":"coin"},"ballots":[]})"), "");
    EXPECT_NE(error_of(R"({"method":"borda","candidates":["A"],"ballots":[]})"), "");
    EXPECT_NE(error_of(R"({"candidates":["A"],"ballots":[]})"), "");
    EXPECT_NE(error_of(R"({"method":"approval","candidates":["A"],"ballots":[{"approve":[],"weight":2}]})"), "");
}

TEST(CountCommand, WhatStandsBesideParamsIsRefusedUnlessItSaysTheSame) {
    const std::string rule = R"("rule":{"basis":"cast","min_fraction":"1/2","strict":true}}})";
    const std::string start = R"({"id":"m","method":"motion",)";
    EXPECT_EQ(error_of(start + R"("yes":6,"no":2,"params":{)" + rule),
              "the line: no stands beside params; it belongs into them");
    EXPECT_NE(error_of(start + R"("yes":6,"params":{"yes":5,)" + rule), "");
    EXPECT_NE(error_of(start + R"("rule":{},"params":{"yes":5,)" + rule), "");
    EXPECT_EQ(one(start + R"("yes":6,"no":null,"note":"x","params":{"yes":6,)" + rule)["outcome"], "passed");
    EXPECT_NE(error_of(R"({"method":"irv","candidates":["A"],"tiebreak":"lot","ballots":[]})"), "");
    EXPECT_EQ(error_of(R"({"method":"irv","candidates":["A"],"labels":{},"ballots":[{"rank":[["A"]]}]})"), "");
}

TEST(CountCommand, NoRuleForTiesFollowsOneThatLeavesNothingOpen) {
    const auto error = [](const std::string& params) {
        return error_of(
            R"({"method":"irv","candidates":["A","B"],"ballots":[{"rank":[["A"]]},{"rank":[["B"]]}],"params":{)" +
            params + "}}");
    };
    EXPECT_EQ(error(R"("tiebreak":["backward","ask","lot"])"),
              "params: tiebreak is going on after \"ask\"; what follows that is never tried: put it last");
    EXPECT_NE(error(R"("tiebreak":"order, then lot")"), "");
    EXPECT_NE(error(R"("tiebreak":"lot, then order","seed":1)"), "");
    EXPECT_EQ(error(R"("tiebreak":"lot, then order")"), "") << "without a seed nothing is drawn";
    EXPECT_EQ(error(R"("tiebreak":"backward, then lot")"), "");
}

TEST(CountCommand, TheIdStandsInEveryAnswerThatKnowsIt) {
    const auto id = [](const std::string& text) { return one(text)["id"]; };
    EXPECT_EQ(id(R"({"id":"v1","method":"irv","method":"irv","ballots":[]})"), "v1");
    EXPECT_EQ(id(R"({"method":"irv","method":"irv","ballots":[],"id":"v1"})"), "v1");
    EXPECT_EQ(id(R"({"method":"irv","ballots":[{"n":1,"n":2}],"id":3})"), 3);
    EXPECT_EQ(id(R"({"id":"v1","method":"irv",)"), "v1");
    EXPECT_EQ(id(R"({"id":1.5,"method":"none"})"), 1.5);
    EXPECT_EQ(id(R"({"id":"v1","id":"v2","method":"irv"})"), nullptr);
    EXPECT_NE(error_of(R"({"id":"v1","id":"v1","method":"irv","candidates":["A"],"ballots":[]})"), "");
}

TEST(CountCommand, UnrankedIsNeverGuessedForPairs) {
    const std::string start = R"({"method":"schulze","candidates":["A","B"],"params":{"strength":"winning"},)";
    EXPECT_NE(error_of(start + R"("ballots":[{"rank":[["A"]]}]})").find("unranked"), std::string::npos);
    EXPECT_EQ(one(start + R"("ballots":[{"rank":[["A"],["B"]]}]})")["winners"], json({"A"}));
}

TEST(CountCommand, DecimalsAreReadAsWritten) {
    const std::string start = R"({"method":"debian-a6","candidates":["A","FD"],"ballots":[{"n":45,"rank":[["A"]]}],)";
    const auto winners = [&](const std::string& quorum) {
        return one(start + R"("params":{"default":"FD","quorum_R":)" + quorum + "}}")["winners"];
    };
    EXPECT_EQ(winners("45.0"), json({"A"}));
    EXPECT_EQ(winners("45.0000000000000001"), json({"FD"}));
    EXPECT_EQ(winners(R"("45")"), json({"A"}));
}

TEST(CountCommand, AFormulaIsCountedExactlyAndMustAgreeWithItsNumber) {
    const std::string start = R"({"method":"debian-a6","candidates":["A","FD"],"ballots":[{"n":45,"rank":[["A"]]}],)";
    const std::string formula = R"("electorate":900,"quorum_formula":"3*sqrt(electorate)/2"}})";
    EXPECT_EQ(one(start + R"("params":{"default":"FD",)" + formula)["winners"], json({"A"}));
    EXPECT_NE(error_of(start + R"("params":{"default":"FD","quorum_R":30,)" + formula), "");
}

TEST(CountCommand, WhatTheDefaultCannotNeedIsRefused) {
    const std::string start =
        R"({"method":"debian-a6","candidates":["A","FD"],"ballots":[],"params":{"default":"FD",)";
    EXPECT_NE(error_of(start + R"("majority":{"FD":3}}})").find("FD is the default"), std::string::npos);
    EXPECT_NE(error_of(start + R"("majority":{"A":"2/3"}}})").find("at least 1"), std::string::npos);
    EXPECT_NE(error_of(start + R"("quorum_R":-1}})").find("quorum_R is -1"), std::string::npos);
    EXPECT_NE(error_of(start + R"("quorum_R":"-1/2"}})").find("0 or more"), std::string::npos);
    EXPECT_EQ(error_of(start + R"("majority":{"A":3},"quorum_R":0}})"), "");
}

TEST(CountCommand, MotionsTellPassedFromNoQuorum) {
    const auto answer = one(in_one_line(R"({"id":"m","method":"motion","candidates":[],"ballots":[],"params":
        {"yes":6,"no":0,"abstain":0,"electorate":20,"rule":{"basis":"cast","min_fraction":"1/2","strict":true,
         "quorum":{"kind":"participants","min_fraction":"1/3"}}}})"));
    EXPECT_EQ(answer["outcome"], "failed");
    EXPECT_EQ(answer["verdict"], "no-quorum");
    EXPECT_EQ(answer["participants_needed"], 7);
    EXPECT_EQ(answer["winners"], json::array());
}

TEST(CountCommand, MotionsTakeBallotsToo) {
    const auto answer = one(in_one_line(R"({"method":"motion","candidates":["yes","no","abstain"],
        "params":{"rule":{"basis":"cast","ratio":"3:1","strict":false}},
        "ballots":[{"n":6,"vote":"yes"},{"n":2,"vote":"no"},{"vote":"abstain"}]})"));
    EXPECT_EQ(answer["passed"], true);
    EXPECT_EQ(answer["participants"], 9);
}

TEST(CountCommand, AMotionSaysHowStrictItIs) {
    EXPECT_NE(error_of(in_one_line(R"({"method":"motion","ballots":[],
        "params":{"yes":6,"no":2,"rule":{"basis":"cast","min_fraction":"3/4"}}})"))
                  .find("strict"),
              std::string::npos);
}

TEST(CountCommand, ApacheVotesCountBindingOnesOnly) {
    const std::string votes = R"("binding":{"+1":3,"0":0,"-1":1},"nonbinding":{"+1":0,"-1":5}}})";
    const std::string start = R"({"method":"motion","ballots":[],"params":{"apache_rule":)";
    EXPECT_EQ(one(start + R"("release",)" + votes)["outcome"], "passed");
    EXPECT_EQ(one(start + R"("code",)" + votes)["verdict"], "vetoed");
    EXPECT_EQ(one(start + R"("code","vetoes":0,)" + votes)["outcome"], "passed");
}

TEST(CountCommand, AnAverageIsAnExactFraction) {
    const auto answer = one(in_one_line(R"({"method":"score","candidates":["A","B"],"params":{"aggregate":"average"},
        "ballots":[{"n":2,"score":{"A":1}},{"score":{"A":2,"B":1}}]})"));
    EXPECT_EQ(answer["averages"]["A"], "4/3");
    EXPECT_EQ(answer["winners"], json({"A"}));
}

TEST(CountCommand, AMatrixCanStandForBallots) {
    const auto answer =
        one(R"({"method":"smith-set","candidates":["A","B"],"params":{"pairwise":{"A":{"B":2},"B":{"A":1}}}})");
    EXPECT_EQ(answer["set"], json({"A"}));
    EXPECT_NE(error_of(R"({"method":"smith-set","candidates":["A","B"],"params":{"pairwise":{"A":{"B":2}}}})"), "");
}

TEST(CountCommand, TiesUnderStvNameEverySetThatIsPossible) {
    const auto answer = one(
        R"({"method":"stv-scottish","candidates":["A","B"],"seats":1,"ballots":[{"rank":[["A"]]},{"rank":[["B"]]}]})");
    EXPECT_EQ(answer["tie"], json({"A", "B"}));
    EXPECT_EQ(answer["elected_set"], nullptr);
    EXPECT_EQ(answer["possible"], json::parse(R"([["A"],["B"]])"));
}

TEST(ExactJson, BoundsDepthAndRefusesKeysThatStandTwice) {
    const auto refused = [](const std::string& text) { return !read_exact_json(text).trouble.empty(); };
    EXPECT_TRUE(refused(std::string(100'000, '[')));
    EXPECT_TRUE(refused(R"({"a":1,"a":2})"));
    EXPECT_TRUE(refused("{\"a\":\"\xff\"}"));
    EXPECT_TRUE(refused(""));
    EXPECT_TRUE(refused("1e999999"));
    EXPECT_FALSE(refused(std::string(32, '[') + std::string(32, ']')));
}

TEST(ExactJson, LargeNumbersAreNoWholeNumbers) {
    const auto value = [](const std::string& text) { return read_exact_json(text).value; };
    EXPECT_EQ(whole_number(value("-5")), -5);
    EXPECT_EQ(whole_number(value("18446744073709551615")), std::nullopt);
    EXPECT_EQ(whole_number(value("5.0")), std::nullopt);
    EXPECT_EQ(exact_number(value("0.1"))->text(), "1/10");
}

}  // namespace
}  // namespace assentd
