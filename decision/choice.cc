// SPDX-License-Identifier: Apache-2.0
#include "decision/choice.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "decision/count_sheet.h"
#include "decision/standing.h"
#include "decision/text.h"
#include "decision/weights.h"

namespace assentd {

namespace {

Options as_options(const std::vector<OptionIndex>& indexes) {
    Options options;
    options.reserve(indexes.size());
    for (const OptionIndex i : indexes) options.push_back(static_cast<Option>(i));
    return options;
}

std::vector<OptionIndex> as_indexes(const Options& options) {
    std::vector<OptionIndex> indexes;
    for (const Option o : options) indexes.push_back(static_cast<OptionIndex>(o));
    std::sort(indexes.begin(), indexes.end());
    return indexes;
}

// One count under work: the ballots in force go in, the winners and the lines that explain them come out.
class Counting {
  public:
    Counting(const Decision& d, bool with_sheet) : d_(d), weighted_(is_weighted(d)) {
        if (with_sheet) sheet_.emplace(d.policy, weighted_);
        for (std::size_t i = 0; i < d.seats.size(); ++i) {
            const Stance* stance = standing_stance(d, static_cast<ParticipantIndex>(i));
            if (!d.seats[i].participant.binding || !stance || stance->position != Position::ballot) continue;
            ballots_.emplace_back(weighted_ ? d.seats[i].participant.weight_millionths : 1, &stance->ballot);
        }
    }

    Choice run() {
        if (ballots_.empty()) {
            result_.none = true;
            result_.why = "No ballot was cast.";
            return std::move(result_);
        }
        switch (d_.policy.method) {
            case Method::schulze:
                by_schulze();
                break;
            case Method::debian_a6:
                by_debian();
                break;
            case Method::irv:
                by_irv();
                break;
            case Method::stv:
                by_stv();
                break;
            case Method::approval:
                by_approval();
                break;
            case Method::score:
                by_score();
                break;
            case Method::consent:
            case Method::lazy_consensus:
            case Method::majority:
            case Method::input:
            case Method::announce:
            case Method::advice:
                break;
        }
        if (!result_.tied && result_.winners.size() == 1 && is_default_option(d_, result_.winners.front()))
            result_.none = true;
        if (sheet_) result_.sheet = std::move(sheet_->lines);
        return std::move(result_);
    }

  private:
    const ChoiceRules& rules() const { return d_.policy.choice; }
    std::size_t seats() const { return static_cast<std::size_t>(rules().seats); }

    template <typename... What>
    void show(const What&... what) {
        if (sheet_) sheet_->show(what...);
    }

    // What the intake lets through is countable; anything else is a stored decision that this program did not make.
    template <typename Result>
    const Result* good(const Counted<Result>& counted) {
        if (const auto* malformed = std::get_if<Malformed>(&counted)) {
            result_.none = true;
            result_.why = "It cannot be counted: " + malformed->what + '.';
        }
        return std::get_if<Result>(&counted);
    }

    void wins(const Options& winners) { result_.winners = as_indexes(winners); }

    // `places` of the tied are chosen, together with those who are sure of it.
    void ties(const Options& tied, std::size_t places = 1, const Options& sure = {}) {
        result_.tied = true;
        result_.winners = as_indexes(tied);
        result_.places = places;
        result_.sure = as_indexes(sure);
    }

    Profile profile() const {
        Profile p;
        p.options = d_.options.size();
        p.ballots.reserve(ballots_.size());
        for (const auto& [n, ballot] : ballots_) {
            RankedBallot ranked{n, {}};
            ranked.places.reserve(ballot->places.size());
            for (const auto& place : ballot->places) ranked.places.push_back(as_options(place));
            p.ballots.push_back(std::move(ranked));
        }
        return p;
    }

    void explain_pairs(const Pairwise& matrix, const Options& winners) {
        if (winners.size() > 1) {
            ties(winners);
            result_.why = labels(winners) + " are tied: none of them beats the others.";
            return;
        }
        wins(winners);
        if (condorcet_winner(matrix) == winners.front())
            result_.why = labels(winners) + " beats every other option one to one.";
        else
            result_.why =
                labels(winners) + " wins: its chains of wins over the others are stronger than theirs over it.";
    }

    void by_schulze() {
        const auto counted = pairwise(profile(), rules().unranked);
        const auto* matrix = good(counted);
        if (!matrix) return;
        show(*matrix);
        explain_pairs(*matrix, schulze(*matrix, rules().strength).winners);
    }

    DebianSettings debian_settings() const {
        DebianSettings settings;
        settings.default_option = d_.options.size() - 1;
        settings.rule = rules().majority_rule;
        settings.ratios.assign(d_.options.size(), Rational(rules().majority));
        const auto& q = rules().in_favour;
        if (q.numerator > 0 && q.denominator == 0) settings.quorum = Requirement::at_least(Rational(q.numerator));
        if (q.denominator > 0)
            if (const auto factor = Rational::of(q.numerator, q.denominator))
                settings.quorum = Requirement::times_root(*factor, binding_seats(d_));
        return settings;
    }

    void by_debian() {
        const auto counted = pairwise(profile(), Unranked::last);
        const auto* matrix = good(counted);
        if (!matrix) return;
        const auto settings = debian_settings();
        const auto a6 = debian_a6(*matrix, settings);
        const auto* result = good(a6);
        if (!result) return;
        show(*matrix);
        show(*result, settings);
        explain_pairs(*matrix, result->winners);
        if (result->default_wins)
            result_.why = "No option did better than " +
                          option_text(d_, static_cast<OptionIndex>(settings.default_option)) + " as the rule asks.";
        else if (result_.tied)
            result_.why = labels(result->winners) + " are tied; the casting vote decides among them.";
    }

    TieSettings tie_settings() const {
        TieSettings ties{rules().ties, {}, d_.seed};
        ties.order.resize(d_.options.size());
        std::iota(ties.order.begin(), ties.order.end(), Option{0});
        return ties;
    }

    void by_irv() {
        const Profile ballots = profile();
        IrvSettings settings;
        settings.ties = tie_settings();
        const auto counted = irv(ballots, settings);
        const auto* result = good(counted);
        if (!result) return;
        show(*result);
        if (result->winner) {
            wins({*result->winner});
            result_.why = labels({*result->winner}) + " has more than half of the ballots that still name an option.";
            return;
        }
        const auto ways = irv_reachable(ballots, settings);
        const auto* reachable = good(ways);
        if (!reachable) return;
        if (reachable->complete && reachable->winners.size() == 1) {
            wins(reachable->winners);
            result_.why = labels(result->tie) + " are tied for last place, and whoever goes out, " +
                          labels(reachable->winners) + " wins.";
            return;
        }
        ties(reachable->complete ? reachable->winners : result->rounds.back().continuing);
        result_.why = labels(result->tie) + " are tied for last place, and who goes out decides who wins.";
    }

    void by_stv() {
        StvSettings settings;
        settings.seats = seats();
        settings.ties = tie_settings();
        const auto counted = stv_scottish(profile(), settings);
        const auto* result = good(counted);
        if (!result) return;
        show(*result);
        if (result->tie.empty()) {
            wins(result->elected);
            result_.why = labels(result->elected) + (result->elected.size() == 1 ? " is" : " are") + " elected.";
            return;
        }
        stv_ties(*result);
        result_.why = labels(result->tie) + " are tied, and it decides who is elected.";
        if (!result->elected.empty()) result_.why += " Elected already: " + labels(result->elected) + '.';
    }

    // Whoever is elected in some of the ways that the open tie leaves, but not in all; where there are too many ways
    // to follow, whoever is still in the count.
    void stv_ties(const StvResult& result) {
        std::vector<std::size_t> in_ways(d_.options.size(), 0);
        for (const auto& way : result.possible) {
            for (const Option o : way) ++in_ways[o];
            result_.ways.push_back(as_indexes(way));
        }
        if (result.possible.empty()) {
            std::fill(in_ways.begin(), in_ways.end(), 1);
            for (const auto& stage : result.stages)
                if (stage.excluded) in_ways[*stage.excluded] = 0;
        }
        Options sure = result.possible.empty() ? result.elected : Options{};
        Options contested;
        for (Option o = 0; o < in_ways.size(); ++o)
            if (!result.possible.empty() && in_ways[o] == result.possible.size())
                sure.push_back(o);
            else if (in_ways[o] > 0 && std::find(sure.begin(), sure.end(), o) == sure.end())
                contested.push_back(o);
        ties(contested, seats() - sure.size(), sure);
    }

    bool by_average() const { return d_.policy.method == Method::score && rules().aggregate == Aggregate::average; }

    // " the most: 3 and 2 approvals.", in the order of the winners
    std::string most(const PointsResult& points, const std::string& unit) const {
        const bool several = points.winners.size() > 1;
        std::vector<std::string> each;
        for (const Option o : points.winners)
            each.push_back(by_average() ? points.averages[o]->text() : amount(points.totals[o], unit, weighted_));
        if (by_average()) return std::string(" the highest average") + (several ? "s: " : ": ") + listed(each) + '.';
        const bool alike = std::equal(each.begin() + 1, each.end(), each.begin());
        return " the most: " + (alike ? each.front() + (several ? " each" : "") : listed(each)) + '.';
    }

    void decide_points(const PointsResult& points, const std::string& unit) {
        show(points, unit);
        const std::int64_t best = points.totals[points.winners.front()];
        if (best <= 0 && d_.policy.method == Method::approval) {
            result_.none = true;
            result_.why = "No option was approved by anybody.";
            return;
        }
        if (points.tie.empty()) {
            wins(points.winners);
            result_.why =
                labels(points.winners) + (points.winners.size() == 1 ? " has" : " have") + most(points, unit);
            return;
        }
        Options sure;
        for (const Option o : points.winners)
            if (std::find(points.tie.begin(), points.tie.end(), o) == points.tie.end()) sure.push_back(o);
        ties(points.tie, seats() - sure.size(), sure);
        const Option first = points.tie.front();
        result_.why = labels(points.tie) + " are tied with " +
                      (by_average() ? "an average of " + points.averages[first]->text()
                                    : amount(points.totals[first], unit, weighted_)) +
                      '.';
        if (!sure.empty()) result_.why += " Chosen already: " + labels(sure) + '.';
    }

    void by_approval() {
        std::vector<ApprovalBallot> ballots;
        for (const auto& [n, ballot] : ballots_) ballots.push_back({n, as_options(ballot->approved)});
        const auto counted = approval(d_.options.size(), ballots, seats());
        if (const auto* points = good(counted)) decide_points(*points, "approval");
    }

    void by_score() {
        std::vector<ScoreBallot> ballots;
        for (const auto& [n, ballot] : ballots_) {
            ScoreBallot scored{n, {}};
            for (const auto& [o, points] : ballot->scores) scored.scores.emplace_back(static_cast<Option>(o), points);
            ballots.push_back(std::move(scored));
        }
        const ScoreSettings settings{rules().aggregate, rules().score_min, rules().score_max, seats()};
        const auto counted = score(d_.options.size(), ballots, settings);
        if (const auto* points = good(counted)) decide_points(*points, "point");
    }

    const Decision& d_;
    bool weighted_;
    std::optional<CountSheet> sheet_;
    std::vector<std::pair<std::int64_t, const OptionBallot*>> ballots_;
    Choice result_;
};

}  // namespace

Choice choose(const Decision& d) {
    return Counting(d, false).run();
}

Choice choose_with_sheet(const Decision& d) {
    return Counting(d, true).run();
}

}  // namespace assentd
