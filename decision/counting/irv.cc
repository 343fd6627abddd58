// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/irv.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace assentd {
namespace {

constexpr Names<MajorityBase, 2> base_names{
    {{MajorityBase::continuing, "continuing"}, {MajorityBase::valid, "valid"}}};

// Bounds on the search through open ties: counts followed, ballots looked at, and votes remembered by counts that
// wait.
constexpr std::size_t max_states = 20'000;
constexpr std::size_t max_search_steps = 50'000'000;
constexpr std::size_t max_remembered = 4'000'000;

// What does not change during a count. Votes are counted in units of 1/lcm(1..k), k the largest place that is split:
// whole numbers, and every share 1/j of it is exact.
struct Election {
    Preferences preferences;
    Pairwise preferred;
    IrvSettings settings;
    std::size_t options = 0;
    std::int64_t unit = 1;
};

std::optional<Malformed> set_unit(Election& election) {
    constexpr std::int64_t most = std::int64_t{1} << 62U;
    std::size_t largest = 1;
    for (const auto& ballot : election.preferences.ballots)
        for (const auto& place : ballot.places) largest = std::max(largest, place.size());
    const std::int64_t room = most / std::max<std::int64_t>(election.preferences.valid, 1);
    for (std::int64_t k = 2; k <= static_cast<std::int64_t>(largest); ++k) {
        const std::int64_t factor = k / std::gcd(election.unit, k);
        if (election.unit > room / factor)
            return Malformed{std::to_string(largest) + " options ranked equal by one of " +
                             std::to_string(election.preferences.valid) +
                             " ballots cannot be split exactly; rank fewer equal, or skip them"};
        election.unit *= factor;
    }
    return std::nullopt;
}

Counted<Election> prepare(const Profile& profile, const IrvSettings& settings) {
    auto counted = preferences(profile, settings.preferences);
    if (auto* trouble = std::get_if<Malformed>(&counted)) return *trouble;
    if (auto trouble = trouble_with(settings.ties, profile.options)) return *trouble;
    Election election{std::move(std::get<Preferences>(counted)), {}, settings, profile.options};
    if (auto trouble = set_unit(election)) return *trouble;
    const auto& rules = settings.ties.rules;
    if (std::find(rules.begin(), rules.end(), TieRule::pairwise) != rules.end()) {
        auto matrix = pairwise({profile.options, election.preferences.ballots}, Unranked::last);
        if (auto* trouble = std::get_if<Malformed>(&matrix)) return *trouble;
        election.preferred = std::move(std::get<Pairwise>(matrix));
    }
    return election;
}

// One count under way. Copying it is how the search follows both ends of a tie.
class Count {
  public:
    explicit Count(const Election& election) : election_(&election), in_(election.options, true) {}

    const std::vector<bool>& continuing() const { return in_; }
    const IrvResult& result() const { return result_; }
    bool ended() const { return result_.winner.has_value() || !result_.tie.empty(); }

    // Goes on until there is a winner or an open tie.
    void run() {
        while (!ended()) round();
    }
    void settle(Option out) {
        result_.tie.clear();
        eliminate({out});
    }

  private:
    using Round = IrvResult::Round;

    void round() {
        tally();
        const Options left = result_.rounds.back().continuing;
        if (left.size() == 1 || (has_majority(left) && !(election_->settings.to_the_last_two && left.size() > 2))) {
            result_.winner = left.size() == 1 ? left.front() : *leader_;
            return;
        }
        drop_last(left);
    }

    void tally() {
        std::vector<std::int64_t> votes(election_->options, 0);
        continuing_votes_ = 0;
        for (const auto& ballot : election_->preferences.ballots) {
            for (const auto& place : ballot.places) {
                const auto still_in = std::count_if(place.begin(), place.end(), [&](Option a) { return in_[a]; });
                if (still_in == 0) continue;
                for (const Option a : place)
                    if (in_[a]) votes[a] += ballot.n * (election_->unit / still_in);
                continuing_votes_ += ballot.n * election_->unit;
                break;
            }
        }
        Round round;
        for (Option a = 0; a < in_.size(); ++a) {
            if (in_[a]) round.continuing.push_back(a);
            round.votes.push_back(in_votes(votes[a]));
        }
        round.exhausted = in_votes(election_->preferences.valid * election_->unit - continuing_votes_);
        result_.rounds.push_back(std::move(round));
        history_.push_back(std::move(votes));
    }

    Rational in_votes(std::int64_t units) const {
        return Rational::of(units, election_->unit).value_or(Rational(0));  // reduced from 62 bits: always fits
    }

    bool has_majority(const Options& left) {
        const auto& votes = history_.back();
        const std::int64_t base = election_->settings.base == MajorityBase::valid
                                      ? election_->preferences.valid * election_->unit
                                      : continuing_votes_;
        for (const Option a : left)
            if (votes[a] > base - votes[a]) {
                leader_ = a;
                return true;
            }
        return false;
    }

    void drop_last(const Options& left) {
        const auto& votes = history_.back();
        std::int64_t fewest = votes[left.front()];
        for (const Option a : left) fewest = std::min(fewest, votes[a]);
        Options last;
        for (const Option a : left)
            if (votes[a] == fewest) last.push_back(a);
        if (last.size() == 1) return eliminate(last);
        // Options without votes take nothing along: they go one after the other, and the order changes nothing.
        if (fewest == 0 && last.size() < left.size()) {
            std::reverse(last.begin(), last.end());
            return eliminate(last);
        }
        Round& round = result_.rounds.back();
        round.tied = last;
        const auto decision =
            decide(last, Extreme::lowest, election_->settings.ties, history_, &election_->preferred);
        round.decided_by = decision.by;
        if (decision.by && decision.open.size() < left.size()) return eliminate(decision.open);
        if (doomed_together(last, left)) return eliminate(last);
        round.decided_by = std::nullopt;
        result_.tie = decision.open;
    }

    // The tied together have fewer votes than the next option alone: all of them go out next, in whatever order.
    bool doomed_together(const Options& last, const Options& left) const {
        const auto& votes = history_.back();
        const std::int64_t each = votes[last.front()];
        const std::int64_t together = each * static_cast<std::int64_t>(last.size());
        return last.size() < left.size() && std::all_of(left.begin(), left.end(), [&](Option a) {
                   return votes[a] == each || votes[a] > together;
               });
    }

    void eliminate(const Options& out) {
        for (const Option a : out) {
            in_[a] = false;
            result_.rounds.back().eliminated.push_back(a);
            result_.eliminated.push_back(a);
        }
    }

    const Election* election_;
    std::vector<bool> in_;
    IrvResult result_;
    VoteHistory history_;  // in units
    std::int64_t continuing_votes_ = 0;
    std::optional<Option> leader_;
};

const IrvResult::Round& last_contest(const IrvResult& result) {
    const auto contested = [](const IrvResult::Round& round) { return round.continuing.size() > 1; };
    const auto found = std::find_if(result.rounds.rbegin(), result.rounds.rend(), contested);
    return found == result.rounds.rend() ? result.rounds.back() : *found;
}

bool looks_back(const std::vector<TieRule>& rules) {
    return std::any_of(rules.begin(), rules.end(),
                       [](TieRule rule) { return rule == TieRule::backward || rule == TieRule::forward; });
}

}  // namespace

std::string_view name(MajorityBase value) {
    return name_in(base_names, value);
}
std::optional<MajorityBase> majority_base_from_name(std::string_view wanted) {
    return from_name_in(base_names, wanted);
}

Counted<IrvResult> irv(const Profile& profile, const IrvSettings& settings) {
    const auto election = prepare(profile, settings);
    if (const auto* trouble = std::get_if<Malformed>(&election)) return *trouble;
    Count count(std::get<Election>(election));
    count.run();
    auto result = count.result();
    const auto& counted = std::get<Election>(election).preferences;
    result.valid = counted.valid;
    result.rejected = counted.rejected;
    result.blank = counted.blank;
    return result;
}

Counted<Reachable> irv_reachable(const Profile& profile, const IrvSettings& settings) {
    const auto prepared = prepare(profile, settings);
    if (const auto* trouble = std::get_if<Malformed>(&prepared)) return *trouble;
    const auto& election = std::get<Election>(prepared);
    // Without looking back, what follows depends only on who is still in: each such set is followed once.
    const bool remember = !looks_back(settings.ties.rules);
    std::set<std::vector<bool>> seen;
    std::set<Option> winners;
    std::vector<IrvResult::Round> ends;
    std::vector<Count> waiting{Count(election)};
    std::size_t steps = 0;
    for (std::size_t states = 0; !waiting.empty(); ++states) {
        Count count = std::move(waiting.back());
        waiting.pop_back();
        const std::size_t before = count.result().rounds.size();
        count.run();
        steps += (count.result().rounds.size() - before) * election.preferences.ballots.size();
        if (count.result().winner) {
            winners.insert(*count.result().winner);
            const auto& end = last_contest(count.result());
            if (std::none_of(ends.begin(), ends.end(), [&](const auto& known) { return known.votes == end.votes; }))
                ends.push_back(end);
            continue;
        }
        const std::size_t each = count.result().rounds.size() * election.options;
        if (states > max_states || steps > max_search_steps || waiting.size() * each > max_remembered)
            return Reachable{{}, {}, false};
        for (const Option out : count.result().tie) {
            Count next = count;
            next.settle(out);
            if (!remember || seen.insert(next.continuing()).second) waiting.push_back(std::move(next));
        }
    }
    return Reachable{Options(winners.begin(), winners.end()), std::move(ends), true};
}

}  // namespace assentd
