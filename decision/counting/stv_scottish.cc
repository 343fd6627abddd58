// SPDX-License-Identifier: Apache-2.0
#include "decision/counting/stv_scottish.h"

#include <algorithm>
#include <set>

#include "decision/rational.h"

namespace assentd {
namespace {

constexpr std::size_t max_states = 300;  // of the search through open ties

// Equal ballots that lie together: `value` is what each of them is worth, `next` the first preference not yet looked
// at.
struct Bundle {
    const RankedBallot* ballot = nullptr;
    std::int64_t value = stv_vote;
    std::size_t next = 0;
};

enum class Standing { continuing, elected, excluded };

// One count under way; copied to follow both ends of an open tie.
class Count {
  public:
    Count(const Preferences& papers, std::size_t options, const StvSettings& settings)
        : settings_(&settings), piles_(options), votes_(options, 0), standing_(options, Standing::continuing) {
        for (const auto& ballot : papers.ballots) place({&ballot, stv_vote, 0});
        result_.valid = papers.valid;
        result_.rejected = papers.rejected;
        result_.blank = papers.blank;
        result_.quota = papers.valid / static_cast<std::int64_t>(settings.seats + 1) + 1;
        for (const std::int64_t units : votes_) result_.first_count.push_back(units / stv_vote);
    }

    const StvResult& result() const { return result_; }

    // Until all seats are filled or a tie is left open.
    void run() {
        while (result_.tie.empty() && vacancies() > 0) stage();
    }

    void settle(Option chosen) {
        result_.tie.clear();
        act_on(chosen);
    }

  private:
    std::size_t vacancies() const { return settings_->seats - result_.elected.size(); }
    std::int64_t quota_units() const { return result_.quota * stv_vote; }

    void stage() {
        result_.stages.push_back({votes_, not_transferable_, {}, {}, {}, {}, {}});
        history_.push_back(votes_);
        elect(at_quota());
        if (vacancies() == 0) return;
        const Options in = continuing();
        if (in.size() <= vacancies()) return elect(in);
        const Options tied = next_to_act_on(in);
        if (tied.size() == 1 || without_effect(tied, in)) return act_on(tied.back());
        const auto extreme = standing_[tied.front()] == Standing::elected ? Extreme::highest : Extreme::lowest;
        auto decision = decide(tied, extreme, settings_->ties, history_, nullptr);
        result_.stages.back().tied = tied;
        result_.stages.back().decided_by = decision.by;
        if (decision.by) return act_on(decision.open.front());
        result_.tie = decision.open;
    }

    Options continuing() const {
        Options in;
        for (Option a = 0; a < standing_.size(); ++a)
            if (standing_[a] == Standing::continuing) in.push_back(a);
        return in;
    }

    Options at_quota() const {
        Options reached;
        for (const Option a : continuing())
            if (votes_[a] >= quota_units()) reached.push_back(a);
        return reached;
    }

    void elect(Options who) {
        std::stable_sort(who.begin(), who.end(), [&](Option a, Option b) { return votes_[a] > votes_[b]; });
        for (const Option a : who) {
            standing_[a] = Standing::elected;
            result_.elected.push_back(a);
            result_.stages.back().elected.push_back(a);
        }
    }

    // The largest surplus not yet transferred, or without one the fewest votes; several when tied.
    Options next_to_act_on(const Options& in) const {
        Options best;
        for (const Option a : result_.elected)
            if (votes_[a] > quota_units()) {
                if (!best.empty() && votes_[a] > votes_[best.front()]) best.clear();
                if (best.empty() || votes_[a] == votes_[best.front()]) best.push_back(a);
            }
        if (best.empty())
            for (const Option a : in) {
                if (!best.empty() && votes_[a] < votes_[best.front()]) best.clear();
                if (best.empty() || votes_[a] == votes_[best.front()]) best.push_back(a);
            }
        std::sort(best.begin(), best.end());
        return best;
    }

    // Options without any paper go out one after the other and move nothing, so the order is no matter unless the
    // seats are filled in between.
    bool without_effect(const Options& tied, const Options& in) const {
        return standing_[tied.front()] == Standing::continuing && tied.size() + vacancies() <= in.size() &&
               std::all_of(tied.begin(), tied.end(), [&](Option a) { return piles_[a].empty(); });
    }

    void act_on(Option who) {
        if (standing_[who] == Standing::elected) {
            result_.stages.back().transferred = who;
            transfer_surplus(who);
        } else {
            result_.stages.back().excluded = who;
            standing_[who] = Standing::excluded;
            auto pile = std::move(piles_[who]);
            piles_[who].clear();
            votes_[who] = 0;
            for (const auto& bundle : pile) place(bundle);
        }
    }

    void transfer_surplus(Option who) {
        const std::int64_t all = votes_[who];
        const std::int64_t surplus = all - quota_units();
        auto pile = std::move(piles_[who]);
        piles_[who].clear();
        votes_[who] = quota_units();
        for (auto bundle : pile) {
            bundle.value = static_cast<std::int64_t>(static_cast<Int128>(bundle.value) * surplus / all);
            place(bundle);
        }
    }

    // To the next continuing option, or out of the count.
    void place(Bundle bundle) {
        const auto& places = bundle.ballot->places;
        const std::int64_t units = bundle.value * bundle.ballot->n;
        while (bundle.next < places.size()) {
            const Option a = places[bundle.next++].front();
            if (standing_[a] != Standing::continuing) continue;
            votes_[a] += units;
            piles_[a].push_back(bundle);
            return;
        }
        not_transferable_ += units;
    }

    const StvSettings* settings_;
    std::vector<std::vector<Bundle>> piles_;
    std::vector<std::int64_t> votes_;
    std::vector<Standing> standing_;
    std::int64_t not_transferable_ = 0;
    VoteHistory history_;
    StvResult result_;
};

std::optional<Malformed> trouble_with(const StvSettings& settings, std::size_t options) {
    if (settings.seats < 1 || settings.seats > options)
        return Malformed{std::to_string(settings.seats) + " seats for " + std::to_string(options) +
                         " options; between 1 and as many as there are options"};
    if (settings.preferences.equal_ranks == EqualRanks::split)
        return Malformed{"equal_ranks = split is not for stv-scottish; reject, skip or exhaust"};
    for (const TieRule rule : settings.ties.rules)
        if (rule == TieRule::pairwise || rule == TieRule::all_out)
            return Malformed{"the tie rule " + std::string(name(rule)) +
                             " is not for stv-scottish; backward, forward, order, lot or ask"};
    return assentd::trouble_with(settings.ties, options);
}

// Follows every way of deciding open ties. When all elect the same people, that is the result; else the tie is.
StvResult through_ties(const Count& open) {
    std::set<Options> possible;
    std::optional<StvResult> first;
    std::vector<Count> waiting{open};
    for (std::size_t states = 0; !waiting.empty(); ++states) {
        Count count = std::move(waiting.back());
        waiting.pop_back();
        count.run();
        const auto& result = count.result();
        if (result.tie.empty()) {
            Options elected = result.elected;
            std::sort(elected.begin(), elected.end());
            possible.insert(std::move(elected));
            if (!first) first = result;
            continue;
        }
        if (states + waiting.size() + result.tie.size() > max_states) return open.result();
        for (const Option chosen : result.tie) {
            waiting.push_back(count);
            waiting.back().settle(chosen);
        }
    }
    if (possible.size() == 1 && first) return *first;
    StvResult result = open.result();
    result.possible.assign(possible.begin(), possible.end());
    return result;
}

}  // namespace

Counted<StvResult> stv_scottish(const Profile& profile, const StvSettings& settings) {
    auto counted = preferences(profile, settings.preferences);
    if (auto* trouble = std::get_if<Malformed>(&counted)) return *trouble;
    if (auto trouble = trouble_with(settings, profile.options)) return *trouble;
    const auto& papers = std::get<Preferences>(counted);
    if (papers.valid > stv_max_ballots)
        return Malformed{"more than " + std::to_string(stv_max_ballots) +
                         " ballots; that is the most for stv-scottish"};
    Count count(papers, profile.options, settings);
    count.run();
    return count.result().tie.empty() ? count.result() : through_ties(count);
}

}  // namespace assentd
