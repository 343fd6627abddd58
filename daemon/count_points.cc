// SPDX-License-Identifier: Apache-2.0
#include "daemon/count_methods.h"
#include "daemon/exact_json.h"
#include "decision/counting/points.h"

namespace assentd {
namespace {

using nlohmann::ordered_json;

ordered_json points_answer(const CountRequest& request, const PointsResult& result, bool with_averages) {
    ordered_json totals = ordered_json::object();
    ordered_json scored_by = ordered_json::object();
    ordered_json averages = ordered_json::object();
    for (Option a = 0; a < result.totals.size(); ++a) {
        const auto& candidate = request.candidates[a];
        totals[candidate] = result.totals[a];
        scored_by[candidate] = result.scored_by[a];
        averages[candidate] = result.averages[a] ? exact(*result.averages[a]) : ordered_json(nullptr);
    }
    ordered_json answer{{"winners", names(request, result.winners)},
                        {"tie", result.tie.empty() ? ordered_json(nullptr) : names(request, result.tie)},
                        {"totals", totals},
                        {"ballots_total", result.ballots}};
    if (with_averages) {
        answer["scored_by"] = scored_by;
        answer["averages"] = averages;
    }
    return answer;
}

}  // namespace

ordered_json count_approval(CountRequest& request) {
    Fields params(request.params, "params", request.trouble);
    const auto aggregate = params.named("aggregate", aggregate_from_name, "sum");
    if (aggregate.value_or(Aggregate::sum) != Aggregate::sum) params.refuse("aggregate", "average", "sum");
    params.note({"labels"});
    request.finish(params);
    std::vector<ApprovalBallot> ballots;
    each_ballot(request, [&](Fields& fields, std::int64_t n) {
        const std::string where = "ballot " + std::to_string(ballots.size() + 1);
        const auto* approve = fields.find("approve");
        if (approve == nullptr) request.trouble.say(where + " has no approve; like \"approve\": [\"A\", \"C\"]");
        ballots.push_back({n, approve == nullptr ? Options{} : request.options(*approve, where)});
    });
    if (request.trouble.any()) return {};
    const auto counted = approval(request.candidates.size(), ballots, request.seats);
    const auto* result = request.trouble.check(counted);
    return result == nullptr ? ordered_json() : points_answer(request, *result, false);
}

ordered_json count_score(CountRequest& request) {
    Fields params(request.params, "params", request.trouble);
    ScoreSettings settings;
    settings.aggregate = params.named("aggregate", aggregate_from_name, "sum or average").value_or(Aggregate::sum);
    settings.min = params.whole("min");
    settings.max = params.whole("max");
    settings.seats = request.seats;
    params.note({"labels"});
    request.finish(params);
    std::vector<ScoreBallot> ballots;
    each_ballot(request, [&](Fields& fields, std::int64_t n) {
        const std::string where = "ballot " + std::to_string(ballots.size() + 1);
        ScoreBallot ballot{n, {}};
        const auto* scores = fields.find("score");
        if (scores == nullptr || !scores->is_object())
            request.trouble.say(where + " has no score; like \"score\": {\"A\": 5, \"B\": 0}");
        else
            for (const auto& [candidate, points] : scores->items()) {
                const auto option = request.option(candidate, where);
                const auto number = whole_number(points);
                if (!number) request.trouble.say(where + ": the score of " + candidate + " is not a whole number");
                if (option && number) ballot.scores.emplace_back(*option, *number);
            }
        ballots.push_back(std::move(ballot));
    });
    if (request.trouble.any()) return {};
    const auto counted = score(request.candidates.size(), ballots, settings);
    const auto* result = request.trouble.check(counted);
    return result == nullptr ? ordered_json() : points_answer(request, *result, true);
}

}  // namespace assentd
