// SPDX-License-Identifier: Apache-2.0
#include "daemon/count_methods.h"
#include "decision/counting/motion.h"

namespace assentd {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

Votes votes(Fields& fields) {
    Votes votes;
    votes.yes = fields.count("yes");
    votes.no = fields.count("no");
    votes.abstain = fields.count("abstain");
    votes.eligible = fields.whole("eligible");
    votes.present = fields.whole("present");
    return votes;
}

// "basis" with either "min_fraction" or, of votes cast, "ratio"; "strict" is never guessed.
std::optional<MotionShare> threshold(Fields& rule) {
    const auto base = rule.named("basis", base_from_name, "cast, present or eligible");
    const auto share = rule.fraction("min_fraction");
    const auto ratio = rule.fraction("ratio");
    const auto strict = rule.flag("strict");
    if (!base && !share && !ratio && !strict) return std::nullopt;
    if (!base) rule.refuse("basis", "missing", "cast, present or eligible");
    if (!strict) rule.refuse("strict", "missing", "true: more than the share; false: the share is enough");
    if (share.has_value() == ratio.has_value())
        rule.refuse("min_fraction", share ? "given with ratio" : "missing", "either min_fraction or ratio");
    if (!base || !strict) return std::nullopt;
    if (share) return MotionShare{*base, *share, *strict};
    const auto from_ratio = ratio ? ratio_to_one(*ratio, *strict) : std::nullopt;
    if (!from_ratio || *base != Base::cast)
        rule.refuse("ratio", "not of votes cast and at least 1:1", "another basis takes min_fraction");
    return from_ratio;
}

// "min", or "min_fraction" of the roll (with "strict": more than that).
std::optional<Requirement> amount(Fields& quorum, std::optional<std::int64_t> roll) {
    const auto min = quorum.fraction("min");
    const auto share = quorum.fraction("min_fraction");
    const bool strict = quorum.flag("strict").value_or(false);
    if (min.has_value() == share.has_value())
        quorum.refuse("min", min ? "given with min_fraction" : "missing", "either min or min_fraction");
    if (min) return strict ? Requirement::more_than(*min) : Requirement::at_least(*min);
    if (!share) return std::nullopt;
    const auto of_roll = roll ? Requirement::share_of_roll(*share, *roll, strict) : std::nullopt;
    if (!of_roll)
        quorum.refuse("min_fraction", "of a roll that is missing or too large", "electorate says how large");
    return of_roll;
}

void read_quorum(Fields& fields, std::optional<std::int64_t> roll, MotionRule& rule) {
    const auto* value = fields.find("quorum");
    if (value == nullptr) return;
    Fields quorum(*value, "quorum", fields.trouble());
    const std::string allowed = "participants, turnout, yes-votes, min-yes or none";
    const auto kind = quorum.text("kind").value_or("");
    quorum.note({"meaning", "min", "min_fraction", "strict"});
    if (kind == "participants" || kind == "turnout")
        rule.participation = amount(quorum, roll);
    else if (kind == "yes-votes" || kind == "min-yes")
        rule.yes_side = amount(quorum, roll);
    else if (kind != "none")
        quorum.refuse("kind", "\"" + kind + "\"", allowed);
    quorum.finish();
}

// The rule object may say everything but who voted: threshold, quorum, smallest lead, veto, lazy.
std::optional<MotionShare> read_rule(Fields& fields, std::optional<std::int64_t> roll, MotionRule& whole) {
    const auto* value = fields.find("rule");
    if (value == nullptr) {
        fields.refuse("rule", "missing", "like {\"basis\": \"cast\", \"min_fraction\": \"1/2\", \"strict\": true}");
        return std::nullopt;
    }
    Fields rule(*value, "rule", fields.trouble());
    const auto result = threshold(rule);
    read_quorum(rule, roll, whole);
    whole.min_lead = std::max(whole.min_lead, rule.count("min_lead"));
    whole.veto = rule.flag("veto").value_or(whole.veto);
    whole.lazy = rule.flag("lazy").value_or(whole.lazy);
    if (!result && !whole.yes_side && !whole.veto && !whole.lazy && whole.min_lead == 0)
        rule.refuse("basis", "missing", "a rule has a threshold, a quorum, a lead, a veto or lazy consensus");
    rule.finish();
    return result;
}

// Ballots instead of sums: {"n": 3, "vote": "yes"}.
void add_ballots(CountRequest& request, Votes& sums) {
    std::size_t number = 0;
    std::int64_t all = sums.yes + sums.no + sums.abstain;
    if (!request.ballots->empty() && all != 0) request.trouble.say("both ballots and yes, no, abstain; one of them");
    each_ballot(request, [&](Fields& fields, std::int64_t n) {
        ++number;
        if (auto trouble = trouble_with_weight(n, all, number)) return request.trouble.say(trouble->what);
        all += n;
        const auto vote = fields.text("vote").value_or("");
        if (vote == "yes")
            sums.yes += n;
        else if (vote == "no")
            sums.no += n;
        else if (vote == "abstain")
            sums.abstain += n;
        else
            fields.refuse("vote", "\"" + vote + "\"", "yes, no or abstain");
    });
}

ordered_json motion_answer(const std::vector<Chamber>& chambers, const MotionResult& result) {
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < chambers.size(); ++i) {
        const auto& v = chambers[i].votes;
        list.push_back({{"name", chambers[i].name.empty() ? ordered_json(nullptr) : ordered_json(chambers[i].name)},
                        {"yes", v.yes},
                        {"no", v.no},
                        {"abstain", v.abstain},
                        {"base", result.chambers[i].base},
                        {"needs", result.chambers[i].needs},
                        {"passes", result.chambers[i].passes}});
    }
    const bool passed = result.outcome == MotionOutcome::passed;
    const auto or_null = [](std::optional<std::int64_t> n) { return n ? ordered_json(*n) : ordered_json(nullptr); };
    // `outcome` knows two words; `verdict` says which kind of failing it was.
    return {{"winners", passed ? ordered_json{"yes"} : ordered_json::array()},
            {"outcome", passed ? "passed" : "failed"},
            {"passed", passed},
            {"verdict", std::string(name(result.outcome))},
            {"tie", result.outcome == MotionOutcome::tied},
            {"why", result.why},
            {"participants", result.participants},
            {"participants_needed", or_null(result.participants_needed)},
            {"yes_needed", or_null(result.yes_needed)},
            {"chambers", list}};
}

ordered_json finish_motion(CountRequest& request, const std::vector<Chamber>& chambers,
                           const Counted<MotionResult>& counted) {
    const auto* result = request.trouble.check(counted);
    return result == nullptr ? ordered_json() : motion_answer(chambers, *result);
}

// Binding votes decide; the others are looked at only to see that they are numbers. A "-1" is a valid veto unless
// "vetoes" says how many are.
ordered_json count_apache(CountRequest& request, Fields& params, ApacheRule rule) {
    Votes sums;
    for (const char* who : {"binding", "nonbinding"}) {
        const auto* value = params.find(who);
        if (value == nullptr) continue;
        Fields fields(*value, who, request.trouble);
        const Votes read{fields.count("+1"),
                         fields.count("-1"),
                         fields.count("0") + fields.count("+0") + fields.count("-0"),
                         0,
                         {},
                         {}};
        fields.finish();
        if (who == std::string_view("binding")) sums = read;
    }
    if (params.find("binding") == nullptr)
        params.refuse("binding", "missing", "like {\"+1\": 3, \"0\": 0, \"-1\": 1}");
    sums.vetoes = rule == ApacheRule::code ? params.whole("vetoes").value_or(sums.no) : 0;
    const bool lazy = params.flag("lazy").value_or(false);
    if (!request.ballots->empty()) request.trouble.say("apache_rule takes binding, not ballots");
    request.finish(params);
    if (request.trouble.any()) return {};
    return finish_motion(request, {Chamber{"", sums, std::nullopt, 0}}, apache_vote(sums, rule, lazy));
}

ordered_json count_chambers(CountRequest& request, Fields& params, const json& list) {
    MotionRule rule;
    std::vector<Chamber> chambers;
    std::int64_t roll = 0;
    bool roll_known = true;
    if (!list.is_array()) params.refuse("chambers", "not a list", "a list of objects with yes, no, abstain and rule");
    for (const auto& entry : list.is_array() ? list : json::array()) {
        Fields fields(entry, "chamber " + std::to_string(chambers.size() + 1), request.trouble);
        Chamber chamber;
        chamber.name = fields.text("name").value_or("");
        chamber.votes = votes(fields);
        MotionRule own;
        chamber.threshold = read_rule(fields, std::nullopt, own);
        if (own.participation || own.yes_side || own.veto || own.lazy || own.min_lead != 0)
            fields.refuse("rule", "more than a threshold", "quorum, veto, lazy and min_lead are for all chambers");
        fields.finish();
        if (request.trouble.any()) return {};
        roll_known = roll_known && chamber.votes.eligible && *chamber.votes.eligible <= max_ballots;
        if (roll_known) roll += *chamber.votes.eligible;
        chambers.push_back(std::move(chamber));
    }
    auto electorate = params.whole("electorate");
    if (!electorate && roll_known) electorate = roll;
    read_quorum(params, electorate, rule);
    if (const auto extra = params.text("extra")) {
        const std::string each = "at least one yes in each chamber";
        if (*extra != each) params.refuse("extra", "\"" + *extra + "\"", "only \"" + each + "\" is known");
        for (auto& chamber : chambers) chamber.min_yes = 1;
    }
    if (!request.ballots->empty()) request.trouble.say("chambers take yes, no and abstain, not ballots");
    request.finish(params);
    if (request.trouble.any()) return {};
    return finish_motion(request, chambers, motion(chambers, rule));
}

}  // namespace

ordered_json count_motion(CountRequest& request) {
    Fields params(request.params, "params", request.trouble);
    params.note({"labels"});
    request.want_one_seat("motion");
    if (params.find("apache_rule") != nullptr) {
        const auto rule = params.named("apache_rule", apache_rule_from_name, "code, release or procedure");
        return rule ? count_apache(request, params, *rule) : ordered_json();
    }
    if (const auto* chambers = params.find("chambers")) return count_chambers(request, params, *chambers);
    Chamber chamber;
    chamber.votes = votes(params);
    const auto electorate = params.whole("electorate");
    if (!chamber.votes.eligible) chamber.votes.eligible = electorate;
    chamber.votes.vetoes = params.count("vetoes");
    MotionRule rule;
    chamber.threshold = read_rule(params, electorate, rule);
    read_quorum(params, electorate, rule);
    if (request.trouble.any()) return {};
    add_ballots(request, chamber.votes);
    request.finish(params);
    if (request.trouble.any()) return {};
    return finish_motion(request, {chamber}, motion({chamber}, rule));
}

}  // namespace assentd
