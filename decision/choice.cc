// SPDX-License-Identifier: Apache-2.0
#include "decision/choice.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "decision/counting/irv.h"
#include "decision/counting/stv_scottish.h"
#include "decision/standing.h"
#include "decision/text.h"
#include "decision/weights.h"

namespace assentd {

namespace {

constexpr std::size_t sheet_columns = 72;
constexpr std::size_t label_columns = 4;

std::string labels(const Options& options) {
    std::vector<std::string> names;
    for (const Option o : options) names.push_back(option_label(static_cast<OptionIndex>(o)));
    return listed(names);
}

std::string padded(const std::string& text, std::size_t width) {
    return text.size() >= width ? text : std::string(width - text.size(), ' ') + text;
}

Options as_options(const std::vector<OptionIndex>& indexes) {
    Options options;
    for (const OptionIndex i : indexes) options.push_back(static_cast<Option>(i));
    return options;
}

// One count under work: the ballots in force go in, the winners and the lines that explain them come out.
class Counting {
  public:
    explicit Counting(const Decision& d) : d_(d), weighted_(is_weighted(d)) {
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
        if (!result_.tied && result_.winners.size() == 1 && is_default(result_.winners.front())) result_.none = true;
        return std::move(result_);
    }

  private:
    const ChoiceRules& rules() const { return d_.policy.choice; }
    bool is_default(OptionIndex i) const {
        return !rules().default_option.empty() && i + 1 == static_cast<OptionIndex>(d_.options.size());
    }
    std::string votes(std::int64_t n) const { return weighted_ ? weight_text(n) : std::to_string(n); }

    // What the intake lets through is countable; anything else is a stored decision that this program did not make.
    template <typename Result>
    const Result* good(const Counted<Result>& counted) {
        if (const auto* malformed = std::get_if<Malformed>(&counted)) {
            result_.none = true;
            result_.why = "It cannot be counted: " + malformed->what + '.';
        }
        return std::get_if<Result>(&counted);
    }

    void wins(const Options& winners, std::size_t seats = 1) {
        for (const Option o : winners) result_.winners.push_back(static_cast<OptionIndex>(o));
        std::sort(result_.winners.begin(), result_.winners.end());
        result_.tied = winners.size() > seats;
    }

    Profile profile() const {
        Profile p;
        p.options = d_.options.size();
        for (const auto& [n, ballot] : ballots_) {
            RankedBallot ranked{n, {}};
            for (const auto& place : ballot->places) ranked.places.push_back(as_options(place));
            p.ballots.push_back(std::move(ranked));
        }
        return p;
    }

    // Many options make more than one table side by side: a line that a mail program breaks cannot be read.
    void show_matrix(const Pairwise& matrix) {
        std::size_t width = 4;
        for (Option a = 0; a < matrix.options(); ++a)
            for (Option b = 0; b < matrix.options(); ++b) width = std::max(width, votes(matrix(a, b)).size() + 2);
        result_.sheet.push_back("How many prefer the option on the left to the one on top:");
        const std::size_t beside = std::max<std::size_t>(1, (sheet_columns - label_columns) / width);
        for (Option first = 0; first < matrix.options(); first += beside)
            show_columns(matrix, first, std::min(matrix.options(), first + beside), width);
    }

    void show_columns(const Pairwise& matrix, Option first, Option end, std::size_t width) {
        std::string head(label_columns, ' ');
        for (Option b = first; b < end; ++b) head += padded(option_label(static_cast<OptionIndex>(b)), width);
        result_.sheet.push_back(head);
        for (Option a = 0; a < matrix.options(); ++a) {
            std::string line = padded(option_label(static_cast<OptionIndex>(a)), label_columns);
            for (Option b = first; b < end; ++b) line += padded(a == b ? "-" : votes(matrix(a, b)), width);
            result_.sheet.push_back(line);
        }
    }

    void explain_pairs(const Pairwise& matrix, const Options& winners) {
        if (winners.size() > 1)
            result_.why = labels(winners) + " are tied: none of them beats the others.";
        else if (condorcet_winner(matrix) == winners.front())
            result_.why = labels(winners) + " beats every other option one to one.";
        else
            result_.why =
                labels(winners) + " wins: its chains of wins over the others are stronger than theirs over it.";
    }

    void by_schulze() {
        const auto counted = pairwise(profile(), rules().unranked);
        const auto* matrix = good(counted);
        if (!matrix) return;
        const auto result = schulze(*matrix, rules().strength);
        show_matrix(*matrix);
        wins(result.winners);
        explain_pairs(*matrix, result.winners);
    }

    std::optional<DebianSettings> debian_settings() {
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
        const auto a6 = debian_a6(*matrix, *settings);
        const auto* result = good(a6);
        if (!result) return;
        show_matrix(*matrix);
        const auto standard = option_label(static_cast<OptionIndex>(settings->default_option));
        for (const auto& s : result->standings) {
            std::string line = option_label(static_cast<OptionIndex>(s.option)) + " against " + standard + ": " +
                               votes(s.in_favour) + " to " + votes(s.against);
            if (!s.reaches_quorum) line += "; dropped, fewer than " + std::to_string(settings->quorum->least());
            if (!s.reaches_majority)
                line += "; dropped, not " + (s.ratio == Rational(1) ? "a majority" : s.ratio.text() + " to 1");
            result_.sheet.push_back(line + '.');
        }
        for (std::size_t i = 0; i < result->dropped_defeats.size(); ++i)
            for (const auto& [a, b] : result->dropped_defeats[i])
                result_.sheet.push_back(
                    "Dropped as the weakest in a circle: " + option_label(static_cast<OptionIndex>(a)) + " over " +
                    option_label(static_cast<OptionIndex>(b)) + '.');
        wins(result->winners);
        if (result->default_wins)
            result_.why =
                "No option did better than " + option_text(d_, d_.options.size() - 1) + " as the rule asks.";
        else if (result->winners.size() > 1)
            result_.why = labels(result->winners) + " are tied; the casting vote decides among them.";
        else
            explain_pairs(*matrix, result->winners);
    }

    TieSettings tie_settings() const {
        TieSettings ties{rules().ties, {}, d_.seed};
        ties.order.resize(d_.options.size());
        std::iota(ties.order.begin(), ties.order.end(), Option{0});
        return ties;
    }

    static std::string decided(std::optional<TieRule> by) {
        if (!by) return {};
        switch (*by) {
            case TieRule::backward:
                return ", tied for it and behind in an earlier round";
            case TieRule::forward:
                return ", tied for it and behind in the first round that differs";
            case TieRule::order:
                return ", tied for it and last in the list";
            case TieRule::lot:
                return ", tied for it and out by the lot drawn at the opening";
            case TieRule::pairwise:
                return ", tied for it and losing to each of the others";
            case TieRule::all_out:
                return ", all tied for it";
            case TieRule::ask:
                return {};
        }
        return {};
    }

    std::string votes_line(const Options& continuing, const std::vector<Rational>& votes_of) const {
        std::string line;
        for (const Option o : continuing)
            line += (line.empty() ? "" : ", ") + option_label(static_cast<OptionIndex>(o)) + ' ' +
                    (weighted_ && votes_of[o].whole() ? weight_text(votes_of[o].numerator()) : votes_of[o].text());
        return line;
    }

    void by_irv() {
        IrvSettings settings;
        settings.ties = tie_settings();
        const auto counted = irv(profile(), settings);
        const auto* result = good(counted);
        if (!result) return;
        for (std::size_t i = 0; i < result->rounds.size(); ++i) {
            const auto& round = result->rounds[i];
            std::string line = "Round " + std::to_string(i + 1) + ": " + votes_line(round.continuing, round.votes);
            if (round.exhausted > Rational(0)) line += ", no choice left " + round.exhausted.text();
            line += '.';
            if (!round.eliminated.empty())
                line += ' ' + labels(round.eliminated) + (round.eliminated.size() == 1 ? " is" : " are") + " out" +
                        decided(round.decided_by) + '.';
            result_.sheet.push_back(line);
        }
        if (result->winner) {
            wins({*result->winner});
            result_.why = labels({*result->winner}) + " has more than half of the ballots that still name an option.";
            return;
        }
        const auto ways = irv_reachable(profile(), settings);
        const auto* reachable = good(ways);
        if (!reachable) return;
        wins(reachable->complete ? reachable->winners : result->tie);
        result_.tied = true;
        result_.why = labels(result->tie) + " are tied for last place, and who goes out decides who wins.";
    }

    void by_stv() {
        StvSettings settings;
        settings.seats = static_cast<std::size_t>(rules().seats);
        settings.ties = tie_settings();
        const auto counted = stv_scottish(profile(), settings);
        const auto* result = good(counted);
        if (!result) return;
        result_.sheet.push_back(std::to_string(result->valid) + " ballots for " + std::to_string(rules().seats) +
                                " seats: the quota is " + std::to_string(result->quota) + '.');
        for (std::size_t i = 0; i < result->stages.size(); ++i) show_stage(i + 1, result->stages[i]);
        if (result->tie.empty()) {
            wins(result->elected, settings.seats);
            result_.why = labels(result->elected) + (result->elected.size() == 1 ? " is" : " are") + " elected.";
            return;
        }
        wins(result->tie, 0);
        result_.why = labels(result->tie) + " are tied, and it decides who is elected.";
        if (!result->elected.empty()) result_.why += " Elected already: " + labels(result->elected) + '.';
    }

    void show_stage(std::size_t number, const StvResult::Stage& stage) {
        std::string line = "Stage " + std::to_string(number) + ':';
        for (Option o = 0; o < stage.votes.size(); ++o)
            line += (o == 0 ? " " : ", ") + option_label(static_cast<OptionIndex>(o)) + ' ' +
                    decimal_text(stage.votes[o], stv_vote);
        line += '.';
        if (!stage.elected.empty()) line += " Elected: " + labels(stage.elected) + '.';
        if (stage.transferred) line += " What " + labels({*stage.transferred}) + " has above the quota is passed on.";
        if (stage.excluded) line += ' ' + labels({*stage.excluded}) + " is out" + decided(stage.decided_by) + '.';
        result_.sheet.push_back(line);
    }

    void show_points(const PointsResult& points, const std::string& unit) {
        for (Option o = 0; o < points.totals.size(); ++o) {
            std::string line =
                option_label(static_cast<OptionIndex>(o)) + ": " + votes(points.totals[o]) + ' ' + unit;
            if (unit == "points") line += " from " + votes(points.scored_by[o]);
            if (d_.policy.method == Method::score && rules().aggregate == Aggregate::average && points.averages[o])
                line += ", " + points.averages[o]->text() + " on average";
            result_.sheet.push_back(line + '.');
        }
        const bool tie = !points.tie.empty();
        wins(tie ? points.tie : points.winners, tie ? 0 : static_cast<std::size_t>(rules().seats));
        const std::int64_t best = points.totals[points.winners.front()];
        if (best <= 0 && d_.policy.method == Method::approval) {
            result_.winners.clear();
            result_.tied = false;
            result_.none = true;
            result_.why = "No option was approved by anybody.";
        } else {
            result_.why = tie ? labels(points.tie) + " are tied with " + votes(best) + ' ' + unit + '.'
                              : labels(points.winners) + (points.winners.size() == 1 ? " has" : " have") +
                                    " the most: " + votes(best) + ' ' + unit + '.';
        }
    }

    void by_approval() {
        std::vector<ApprovalBallot> ballots;
        for (const auto& [n, ballot] : ballots_) ballots.push_back({n, as_options(ballot->approved)});
        const auto counted = approval(d_.options.size(), ballots, static_cast<std::size_t>(rules().seats));
        if (const auto* points = good(counted)) show_points(*points, "approvals");
    }

    void by_score() {
        std::vector<ScoreBallot> ballots;
        for (const auto& [n, ballot] : ballots_) {
            ScoreBallot scored{n, {}};
            for (const auto& [o, points] : ballot->scores) scored.scores.emplace_back(static_cast<Option>(o), points);
            ballots.push_back(std::move(scored));
        }
        const ScoreSettings settings{rules().aggregate, rules().score_min, rules().score_max,
                                     static_cast<std::size_t>(rules().seats)};
        const auto counted = score(d_.options.size(), ballots, settings);
        if (const auto* points = good(counted)) show_points(*points, "points");
    }

    const Decision& d_;
    bool weighted_;
    std::vector<std::pair<std::int64_t, const OptionBallot*>> ballots_;
    Choice result_;
};

}  // namespace

Choice choose(const Decision& d) {
    return Counting(d).run();
}

std::string option_label(OptionIndex i) {
    return std::string(1, static_cast<char>('A' + i % static_cast<OptionIndex>(most_options_of_a_proposal)));
}

std::string option_text(const Decision& d, OptionIndex i) {
    return option_label(i) + " (" + d.options.at(static_cast<std::size_t>(i)) + ')';
}

std::optional<OptionIndex> find_option(const Decision& d, std::string_view wanted) {
    for (std::size_t i = 0; i < d.options.size(); ++i)
        if (same_ignoring_case(wanted, option_label(static_cast<OptionIndex>(i))) ||
            same_ignoring_case(wanted, d.options[i]))
            return static_cast<OptionIndex>(i);
    return std::nullopt;
}

std::vector<std::string> texts_of(const Decision& d, const std::vector<OptionIndex>& options) {
    std::vector<std::string> texts;
    for (const OptionIndex i : options) texts.push_back(d.options.at(static_cast<std::size_t>(i)));
    return texts;
}

std::string ballot_text(const OptionBallot& ballot) {
    std::string text;
    for (const auto& place : ballot.places) {
        std::string same;
        for (const OptionIndex o : place) same += (same.empty() ? "" : " = ") + option_label(o);
        text += (text.empty() ? "" : " > ") + same;
    }
    for (const auto& [o, points] : ballot.scores)
        text += (text.empty() ? "" : ", ") + option_label(o) + ' ' + std::to_string(points);
    std::vector<std::string> approved;
    for (const OptionIndex o : ballot.approved) approved.push_back(option_label(o));
    if (!approved.empty()) text = listed(approved);
    return text.empty() ? "none of the options" : text;
}

namespace {

std::optional<std::string> trouble_with_ranks(const Decision& d, const OptionBallot& ballot) {
    std::set<OptionIndex> seen;
    for (const auto& place : ballot.places) {
        for (const OptionIndex o : place)
            if (!seen.insert(o).second)
                return option_label(o) + " stands in it twice. Give each option one place, for example: B > A > C";
        const bool transfers = d.policy.method == Method::irv || d.policy.method == Method::stv;
        if (transfers && place.size() > 1)
            return "Two options share a place, and here each needs its own, because a ballot goes to one option at a "
                   "time. Write for example: B > A > C";
    }
    if (seen.empty()) return "It ranks no option. Write for example: B > A > C";
    return std::nullopt;
}

std::optional<std::string> trouble_with_scores(const Decision& d, const OptionBallot& ballot) {
    const auto& rules = d.policy.choice;
    const std::string range = std::to_string(rules.score_min) + " to " + std::to_string(rules.score_max);
    std::set<OptionIndex> seen;
    for (const auto& [o, points] : ballot.scores) {
        if (!seen.insert(o).second) return option_label(o) + " has two scores. Give it one, from " + range + '.';
        if (points < rules.score_min || points > rules.score_max)
            return "The score " + std::to_string(points) + " of " + option_label(o) + " is not from " + range + '.';
    }
    if (seen.empty()) return "It scores no option. Write for example: A: " + std::to_string(rules.score_max);
    return std::nullopt;
}

std::optional<std::string> trouble_with_approvals(const Decision& d, const OptionBallot& ballot) {
    std::set<OptionIndex> seen(ballot.approved.begin(), ballot.approved.end());
    const auto most = d.policy.choice.max_approvals;
    if (most > 0 && static_cast<std::int64_t>(seen.size()) > most)
        return "It approves of " + std::to_string(seen.size()) + " options, and at most " + std::to_string(most) +
               " may be approved of. Which of them do you mean?";
    return std::nullopt;
}

}  // namespace

std::optional<std::string> trouble_with(const Decision& d, const OptionBallot& ballot) {
    const auto method = d.policy.method;
    const bool ranks = !ballot.places.empty();
    const bool scores = !ballot.scores.empty();
    if (is_ranked(method)) {
        if (scores || !ballot.approved.empty())
            return "Here the options are ranked. Write the best first, for example: B > A > C";
        return trouble_with_ranks(d, ballot);
    }
    if (method == Method::score) {
        if (ranks || !ballot.approved.empty())
            return "Here every option gets a score. Write for example: A: " +
                   std::to_string(d.policy.choice.score_max) + ", B: " + std::to_string(d.policy.choice.score_min);
        return trouble_with_scores(d, ballot);
    }
    if (ranks || scores) return "Here you name the options that you approve of. Write for example: A, C";
    return trouble_with_approvals(d, ballot);
}

}  // namespace assentd
