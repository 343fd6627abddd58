// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "daemon/count_methods.h"
#include "daemon/exact_json.h"
#include "decision/counting/irv.h"
#include "decision/counting/stv_scottish.h"

namespace assentd {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

const char* const tie_words =
    "backward, forward, order, lot, pairwise, all-out or ask, several joined by \", then \"";

std::string trimmed(std::string text) {
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

// "backward, then lot" or ["backward", "lot"].
std::vector<std::string> tie_rule_words(const json& value) {
    std::vector<std::string> words;
    if (value.is_array()) {
        for (const auto& word : value) words.push_back(word.is_string() ? word.get<std::string>() : "?");
        return words;
    }
    std::string rest = value.is_string() ? value.get<std::string>() : "?";
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        std::string word = trimmed(rest.substr(0, comma));
        if (word.starts_with("then ")) word = trimmed(word.substr(5));
        words.push_back(word);
        rest.erase(0, comma + 1);
    }
    return words;
}

// What always decides, or leaves it to somebody. A lot without a seed does neither.
bool is_last_word(TieRule rule, const TieSettings& settings) {
    if (rule == TieRule::lot) return settings.seed.has_value();
    return rule == TieRule::order || rule == TieRule::all_out || rule == TieRule::ask;
}

TieSettings ties(CountRequest& request, Fields& params, std::vector<TieRule> usual) {
    TieSettings settings{std::move(usual), {}, {}};
    if (const auto* value = params.find("tiebreak")) {
        settings.rules.clear();
        for (const auto& word : tie_rule_words(*value)) {
            const auto rule = tie_rule_from_name(word);
            if (!rule) params.refuse("tiebreak", "\"" + word + "\"", tie_words);
            settings.rules.push_back(rule.value_or(TieRule::ask));
        }
    }
    if (const auto* order = params.find("order")) {
        settings.order = request.options(*order, "order");
    } else {
        for (Option a = 0; a < request.candidates.size(); ++a) settings.order.push_back(a);
    }
    if (const auto seed = params.whole("seed")) settings.seed = static_cast<std::uint64_t>(*seed);
    for (std::size_t i = 0; i + 1 < settings.rules.size(); ++i)
        if (is_last_word(settings.rules[i], settings))
            params.refuse("tiebreak", "going on after \"" + std::string(name(settings.rules[i])) + '"',
                          "what follows that is never tried: put it last");
    return settings;
}

PreferenceSettings odd_ballots(Fields& params) {
    PreferenceSettings settings;
    settings.equal_ranks =
        params.named("equal_ranks", equal_ranks_from_name, "reject, split, skip, exhaust or refused")
            .value_or(EqualRanks::refused);
    settings.duplicates =
        params.named("duplicates", duplicates_from_name, "first, exhaust or refused").value_or(Duplicates::refused);
    if (const auto gaps = params.whole("exhaust_after_gaps")) {
        if (*gaps < 1)
            params.refuse("exhaust_after_gaps", std::to_string(*gaps), "at least 1; leave it out to move up");
        settings.exhaust_after_gaps = static_cast<std::size_t>(std::max<std::int64_t>(*gaps, 1));
    }
    return settings;
}

// With `unranked` = last or no-opinion the options left out are as unusable as with `exhausted`: a ballot supports
// one option at a time. So all three mean the same here.
ordered_json votes_of(const CountRequest& request, const IrvResult::Round& round) {
    ordered_json votes = ordered_json::object();
    for (const Option a : round.continuing) votes[request.candidates[a]] = exact(round.votes[a]);
    return votes;
}

ordered_json rule_name(std::optional<TieRule> rule) {
    return rule ? ordered_json(std::string(name(*rule))) : ordered_json(nullptr);
}

ordered_json rounds_json(const CountRequest& request, const IrvResult& result) {
    ordered_json rounds = ordered_json::array();
    for (const auto& round : result.rounds)
        rounds.push_back({{"votes", votes_of(request, round)},
                          {"exhausted", exact(round.exhausted)},
                          {"eliminated", in_order(request, round.eliminated)},
                          {"tied", names(request, round.tied)},
                          {"decided_by", rule_name(round.decided_by)}});
    return rounds;
}

ordered_json names_or_null(const CountRequest& request, const Options& options) {
    return options.empty() ? ordered_json(nullptr) : names(request, options);
}

// How the same ballots end under each of the usual policies, so that a reader sees what the choice was worth.
void add_policies(ordered_json& answer, CountRequest& request, const Profile& profile, IrvSettings settings) {
    struct Policy {
        const char* key;
        std::vector<TieRule> rules;
        bool tells_tie;
        bool tells_eliminated;
    };
    const std::vector<Policy> policies{
        {"no_tiebreak", {}, true, false},
        {"backward", {TieRule::backward}, true, true},
        {"forward", {TieRule::forward}, true, true},
        {"order_last_listed_out", {TieRule::order}, false, true},
        {"backward_then_order", {TieRule::backward, TieRule::order}, false, true},
    };
    for (const auto& policy : policies) {
        settings.ties.rules = policy.rules;
        const auto counted = irv(profile, settings);
        const auto* result = request.trouble.check(counted);
        if (result == nullptr) return;
        ordered_json entry{{"winner", name_or_null(request, result->winner)}};
        if (policy.tells_tie) entry["tie"] = names_or_null(request, result->tie);
        if (policy.tells_eliminated) entry["eliminated"] = in_order(request, result->eliminated);
        answer[policy.key] = std::move(entry);
    }
}

// The votes of the last two, when every way of deciding open ties ends in the same; otherwise null.
ordered_json last_round(CountRequest& request, const Profile& profile, IrvSettings settings) {
    settings.to_the_last_two = true;
    const auto followed = irv_reachable(profile, settings);
    const auto* ways = request.trouble.check(followed);
    if (ways == nullptr || ways->last_rounds.size() != 1) return nullptr;
    return votes_of(request, ways->last_rounds.front());
}

ordered_json irv_answer(CountRequest& request, const Profile& profile, const IrvSettings& settings) {
    const auto counted = irv(profile, settings);
    const auto* result = request.trouble.check(counted);
    if (result == nullptr) return {};
    const auto followed = irv_reachable(profile, settings);
    const auto* under_rules = request.trouble.check(followed);
    IrvSettings without_rules = settings;
    without_rules.ties.rules.clear();
    const auto any_way = irv_reachable(profile, without_rules);
    const auto* reachable = request.trouble.check(any_way);
    if (under_rules == nullptr || reachable == nullptr) return {};
    ordered_json answer{
        {"winners", names(request, under_rules->winners)},
        {"winner", name_or_null(request, result->winner)},
        {"tie", names_or_null(request, result->tie)},
        {"reachable_winners", reachable->complete ? names(request, reachable->winners) : ordered_json(nullptr)},
        {"eliminated", in_order(request, result->eliminated)},
        {"round1", votes_of(request, result->rounds.front())},
        {"last_round", last_round(request, profile, settings)},
        {"rounds", rounds_json(request, *result)}};
    const auto first_two = std::min<std::size_t>(2, result->eliminated.size());
    answer["eliminated_first_two"] = in_order(
        request,
        Options(result->eliminated.begin(), result->eliminated.begin() + static_cast<std::ptrdiff_t>(first_two)));
    answer["ballots_total"] = total(profile);
    answer["valid"] = result->valid;
    answer["rejected"] = result->rejected;
    answer["blank"] = result->blank;
    add_policies(answer, request, profile, settings);
    return answer;
}

// Hundred-thousandths of a vote as a number of votes, "12" or "12.34500".
ordered_json votes_json(std::int64_t units) {
    if (units % stv_vote == 0) return units / stv_vote;
    const std::string parts = std::to_string(units % stv_vote);
    return std::to_string(units / stv_vote) + "." + std::string(5 - parts.size(), '0') + parts;
}

ordered_json stages_json(const CountRequest& request, const StvResult& result) {
    ordered_json stages = ordered_json::array();
    for (const auto& stage : result.stages) {
        ordered_json votes = ordered_json::object();
        for (Option a = 0; a < stage.votes.size(); ++a) votes[request.candidates[a]] = votes_json(stage.votes[a]);
        stages.push_back({{"votes", votes},
                          {"not_transferable", votes_json(stage.not_transferable)},
                          {"elected", in_order(request, stage.elected)},
                          {"transferred", name_or_null(request, stage.transferred)},
                          {"excluded", name_or_null(request, stage.excluded)},
                          {"tied", names(request, stage.tied)},
                          {"decided_by", rule_name(stage.decided_by)}});
    }
    return stages;
}

ordered_json stv_answer(const CountRequest& request, const StvResult& result) {
    ordered_json first_count = ordered_json::object();
    for (Option a = 0; a < result.first_count.size(); ++a) first_count[request.candidates[a]] = result.first_count[a];
    const bool open = !result.tie.empty();
    return {{"winners", names(request, result.elected)},
            {"elected_set", open ? ordered_json(nullptr) : names(request, result.elected)},
            {"elected", in_order(request, result.elected)},
            {"tie", names_or_null(request, result.tie)},
            {"possible", places(request, result.possible)},
            {"quota", result.quota},
            {"first_count", first_count},
            {"ballots_total", result.valid + result.rejected + result.blank},
            {"valid", result.valid},
            {"rejected", result.rejected},
            {"blank", result.blank},
            {"rounds", stages_json(request, result)}};
}

void want(Fields& params, const std::string& key, const std::string& only) {
    const auto written = params.text(key);
    if (written && *written != only) params.refuse(key, "\"" + *written + "\"", "only \"" + only + "\" is known");
}

}  // namespace

ordered_json count_irv(CountRequest& request) {
    Fields params(request.params, "params", request.trouble);
    IrvSettings settings;
    settings.preferences = odd_ballots(params);
    settings.ties = ties(request, params, {});
    settings.base = params.named("majority_base", majority_base_from_name, "continuing or valid")
                        .value_or(MajorityBase::continuing);
    params.note({"tie_dependent", "tool_choice", "labels"});
    request.finish(params);
    request.want_one_seat("irv");
    const Profile profile = request.profile();
    if (request.trouble.any()) return {};
    return irv_answer(request, profile, settings);
}

ordered_json count_stv_scottish(CountRequest& request) {
    Fields params(request.params, "params", request.trouble);
    StvSettings settings;
    settings.seats = request.seats;
    settings.preferences = odd_ballots(params);
    settings.ties = ties(request, params, {TieRule::backward});
    want(params, "quota", "floor(N/(seats+1))+1");
    want(params, "transfer", "WIGM, value truncated to 5 decimals");
    params.note({"labels", "tie_dependent", "tool_choice"});
    request.finish(params);
    const Profile profile = request.profile();
    if (request.trouble.any()) return {};
    const auto counted = stv_scottish(profile, settings);
    const auto* result = request.trouble.check(counted);
    return result == nullptr ? ordered_json() : stv_answer(request, *result);
}

}  // namespace assentd
