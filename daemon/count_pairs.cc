// SPDX-License-Identifier: Apache-2.0
#include "daemon/count_methods.h"
#include "daemon/exact_json.h"
#include "decision/counting/debian.h"
#include "decision/counting/schulze.h"

namespace assentd {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

ordered_json pairwise_json(const CountRequest& request, const Pairwise& matrix) {
    ordered_json rows = ordered_json::object();
    for (Option a = 0; a < matrix.options(); ++a) {
        ordered_json row = ordered_json::object();
        for (Option b = 0; b < matrix.options(); ++b)
            if (a != b) row[request.candidates[b]] = matrix(a, b);
        rows[request.candidates[a]] = std::move(row);
    }
    return rows;
}

// A matrix that somebody else counted: a row for every candidate with an entry for every other one.
std::optional<Pairwise> given_matrix(CountRequest& request, const json& rows) {
    if (!request.ballots->empty()) request.trouble.say("both ballots and pairwise are given; one of them");
    Pairwise matrix(request.candidates.size());
    Fields by_row(rows, "pairwise", request.trouble);
    for (Option a = 0; a < matrix.options() && !request.trouble.any(); ++a) {
        const auto* row = by_row.find(request.candidates[a]);
        if (row == nullptr) {
            by_row.refuse(request.candidates[a], "missing", "one row for each candidate");
            return std::nullopt;
        }
        Fields entries(*row, "pairwise of " + request.candidates[a], request.trouble);
        for (Option b = 0; b < matrix.options(); ++b) {
            if (a == b) continue;
            const auto votes = entries.whole(request.candidates[b]);
            if (!votes) entries.refuse(request.candidates[b], "missing", "how many prefer the one to the other");
            matrix(a, b) = votes.value_or(0);
        }
        entries.finish();
    }
    by_row.finish();
    if (auto malformed = trouble_with(matrix)) request.trouble.say(malformed->what);
    if (request.trouble.any()) return std::nullopt;
    return matrix;
}

struct CountedPairs {
    Pairwise matrix;
    std::optional<std::int64_t> ballots;  // nullopt: the matrix was given
};

std::optional<CountedPairs> pairs(CountRequest& request, Fields& params) {
    if (const auto* rows = params.find("pairwise")) {
        auto matrix = given_matrix(request, *rows);
        if (!matrix) return std::nullopt;
        return CountedPairs{std::move(*matrix), std::nullopt};
    }
    const Profile profile = request.profile();
    const Unranked unranked = request.unranked_for(profile);
    if (request.trouble.any()) return std::nullopt;
    const auto counted = pairwise(profile, unranked);
    const auto* matrix = request.trouble.check(counted);
    if (matrix == nullptr) return std::nullopt;
    return CountedPairs{*matrix, total(profile)};
}

void add_common(ordered_json& answer, const CountRequest& request, const CountedPairs& counted) {
    answer["condorcet_winner"] = name_or_null(request, condorcet_winner(counted.matrix));
    answer["condorcet_loser"] = name_or_null(request, condorcet_loser(counted.matrix));
    answer["pairwise"] = pairwise_json(request, counted.matrix);
    if (counted.ballots) answer["ballots_total"] = *counted.ballots;
}

ordered_json count_set(CountRequest& request, Options (*set)(const Pairwise&)) {
    Fields params(request.params, "params", request.trouble);
    const auto counted = pairs(request, params);
    params.note({"labels"});
    request.finish(params);
    if (!counted || request.trouble.any()) return {};
    const auto members = names(request, set(counted->matrix));
    ordered_json answer{{"winners", members}, {"set", members}};
    add_common(answer, request, *counted);
    return answer;
}

ordered_json defeat_list(const CountRequest& request, const std::vector<DebianResult::Defeat>& defeats) {
    ordered_json list = ordered_json::array();
    for (const auto& [a, b] : defeats) list.push_back({request.candidates[a], request.candidates[b]});
    return list;
}

// R as a number, or exactly as a multiple of the square root of the electorate. With both, the number is a rounded
// publication of the other and has to agree with it.
std::optional<Requirement> quorum(Fields& params) {
    const auto number = params.fraction("quorum_R");
    const auto formula = params.text("quorum_formula");
    const auto electorate = params.whole("electorate");
    if (number && *number < Rational(0)) {
        params.refuse("quorum_R", number->text(), "so many have to prefer an option to the default: 0 or more");
        return std::nullopt;
    }
    if (!formula) return number ? std::optional(Requirement::at_least(*number)) : std::nullopt;
    if (*formula != "3*sqrt(electorate)/2") {
        params.refuse("quorum_formula", "\"" + *formula + "\"", "only 3*sqrt(electorate)/2 is known");
        return std::nullopt;
    }
    auto root = electorate ? Requirement::times_root(*Rational::of(3, 2), *electorate) : std::nullopt;
    if (!root) {
        params.refuse("quorum_formula", "of an electorate that is missing or too large", "electorate is 0 to 10^12");
        return std::nullopt;
    }
    if (number && (root->least() - number->ceiling() > 1 || number->ceiling() - root->least() > 1))
        params.refuse("quorum_R", number->text(),
                      "the formula gives one between the integers up to " + std::to_string(root->least()));
    return root;
}

DebianSettings debian_settings(CountRequest& request, Fields& params) {
    DebianSettings settings;
    if (const auto* name = params.find("default"))
        settings.default_option = request.option(*name, "default").value_or(0);
    else
        params.refuse("default", "missing", "the candidate that means none of the others");
    settings.quorum = quorum(params);
    settings.ratios.assign(request.candidates.size(), Rational(1));
    if (const auto* ratios = params.find("majority")) {
        Fields by_name(*ratios, "majority", request.trouble);
        for (Option a = 0; a < request.candidates.size(); ++a)
            if (const auto ratio = by_name.fraction(request.candidates[a])) settings.ratios[a] = *ratio;
        if (settings.default_option < settings.ratios.size() &&
            by_name.find(request.candidates[settings.default_option]))
            by_name.refuse(request.candidates[settings.default_option], "the default",
                           "it needs no majority over itself: name only the other candidates");
        by_name.finish();
    }
    settings.rule =
        params.named("majority_rule", majority_rule_from_name, "v1.1 or v1.6").value_or(MajorityRule::v1_6);
    params.note({"labels"});
    request.finish(params);
    if (request.unranked.value_or(Unranked::last) != Unranked::last)
        request.trouble.say("unranked is " + std::string(name(*request.unranked)) + "; debian-a6 counts it as last");
    request.unranked = Unranked::last;
    request.want_one_seat("debian-a6");
    return settings;
}

ordered_json debian_answer(const CountRequest& request, const DebianResult& result) {
    ordered_json quorum_reached = ordered_json::object();
    ordered_json majority = ordered_json::object();
    for (const auto& s : result.standings) {
        const auto& candidate = request.candidates[s.option];
        quorum_reached[candidate] = s.reaches_quorum;
        majority[candidate] = {
            {"for", s.in_favour}, {"against", s.against}, {"needs", s.ratio.text()}, {"passes", s.reaches_majority}};
    }
    ordered_json rounds = ordered_json::array();
    for (const auto& round : result.dropped_defeats) rounds.push_back(defeat_list(request, round));
    return {{"winners", names(request, result.winners)},
            {"tie", result.winners.size() > 1},
            {"dropped_quorum", names(request, result.dropped_quorum)},
            {"dropped_majority", names(request, result.dropped_majority)},
            {"quorum_reached", quorum_reached},
            {"majority", majority},
            {"defeats", defeat_list(request, result.defeats)},
            {"schwartz_first", names(request, result.schwartz_first)},
            {"dropped_defeats", rounds},
            {"schwartz", names(request, result.winners)},
            {"default_wins", result.default_wins}};
}

}  // namespace

ordered_json count_schulze(CountRequest& request) {
    Fields params(request.params, "params", request.trouble);
    const std::string allowed = "winning, winning-opposed, margin or ratio";
    const auto strength = params.named("strength", strength_from_name, allowed);
    if (!strength && !request.trouble.any()) params.refuse("strength", "missing", allowed);
    const auto counted = pairs(request, params);
    params.note({"also", "default", "labels"});
    request.finish(params);
    if (!counted || !strength || request.trouble.any()) return {};
    const auto result = schulze(counted->matrix, *strength);
    ordered_json answer{{"winners", names(request, result.winners)},
                        {"tie", result.winners.size() > 1},
                        {"ranking", places(request, result.layers)},
                        {"ranking_by_wins", places(request, result.by_beating)},
                        {"ranking_presentation", places(request, result.by_beaten)},
                        {"ranking_margin", places(request, schulze(counted->matrix, Strength::margin).layers)},
                        {"weak_order", result.weak_order},
                        // Winners and who comes next: a list of one would say no more than `winners`.
                        {"top_set", names(request, top_set(result, std::max<std::size_t>(request.seats, 2)))}};
    add_common(answer, request, *counted);
    return answer;
}

ordered_json count_debian_a6(CountRequest& request) {
    Fields params(request.params, "params", request.trouble);
    const auto settings = debian_settings(request, params);
    if (request.trouble.any()) return {};
    const auto counted = pairs(request, params);
    if (!counted) return {};
    const auto result = debian_a6(counted->matrix, settings);
    const auto* found = request.trouble.check(result);
    if (found == nullptr) return {};
    auto answer = debian_answer(request, *found);
    add_common(answer, request, *counted);
    return answer;
}

ordered_json count_smith_set(CountRequest& request) {
    return count_set(request, smith_set);
}
ordered_json count_schwartz_set(CountRequest& request) {
    return count_set(request, schwartz_set);
}

}  // namespace assentd
