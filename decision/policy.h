// SPDX-License-Identifier: Apache-2.0
// How a group decides, as data (PRODUCT 3.1). A policy is assembled by config/ from a preset and the admin's changes,
// and is frozen into each decision when it opens: editing the config never changes a decision that is under way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decision/counting/debian.h"
#include "decision/counting/points.h"
#include "decision/counting/schulze.h"
#include "decision/counting/ties.h"
#include "decision/position.h"
#include "decision/time.h"

namespace assentd {

// The family of rules. consent, lazy_consensus, majority and announce are counted as motions; schulze to score choose
// among options; input asks for no position at all; advice leaves the word to its decider.
enum class Method {
    consent,
    lazy_consensus,
    majority,
    schulze,
    debian_a6,
    irv,
    stv,
    approval,
    score,
    input,
    announce,
    advice
};
std::string_view name(Method);
std::optional<Method> method_from_name(std::string_view);
bool is_motion(Method);       // agree or not to one text
bool is_voted_on(Method);     // not: input, announce
bool asks_for_words(Method);  // what people think, be it a vote or not: advice, input
bool is_choice(Method);       // among options
bool is_ranked(Method);       // by ranks: schulze, debian_a6, irv, stv

// COUNTING 6. cast: agree + disagree; present: those and abstentions; eligible: everybody binding who did not recuse.
enum class Base { cast, present, eligible };
std::string_view name(Base);
std::optional<Base> base_from_name(std::string_view);

// What a binding disagreement does. count: it is a vote against. block: it is a blocking concern under its own name.
enum class OnDisagree { count, block };
std::string_view name(OnDisagree);
std::optional<OnDisagree> on_disagree_from_name(std::string_view);

// What the silence of a binding participant means at the close.
enum class Silence { agree, nothing };
std::string_view name(Silence);
std::optional<Silence> silence_from_name(std::string_view);

enum class Visibility { open, until_voted, until_closed };
std::string_view name(Visibility);
std::optional<Visibility> visibility_from_name(std::string_view);

// Proofs of who wrote a mail (PRODUCT 8.1), a set: what a mail proved, or what a policy wants proven together.
// none: the From line alone. signature: by OpenPGP, called "signed".
enum class Trust : unsigned { none = 0, token = 1, authenticated = 2, signature = 4 };
constexpr Trust operator|(Trust a, Trust b) {
    return static_cast<Trust>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool includes(Trust proven, Trust wanted) {
    return (proven | wanted) == proven;
}
std::string_view name(Trust);                            // "token+signed"
std::optional<Trust> trust_from_name(std::string_view);  // in any order

enum class CommentsFrom { participants, everyone };
std::string_view name(CommentsFrom);
std::optional<CommentsFrom> comments_from_name(std::string_view);

// What an amendment does to agreements and ballots (PRODUCT 1.7). stale: they count again once confirmed.
enum class CarryVotes { stale, keep, drop };
std::string_view name(CarryVotes);
std::optional<CarryVotes> carry_votes_from_name(std::string_view);

// numerator/denominator of the base; strict: more than, else at least. 0 < numerator <= denominator <= 1,000,000,
// which config/ checks, so that products with a roster never overflow.
struct Threshold {
    std::int64_t numerator = 1;
    std::int64_t denominator = 2;
    bool strict = true;
    bool operator==(const Threshold&) const = default;
};

// How many binding participants must have spoken (agree, abstain, disagree, block). Zero denominator: an absolute
// count.
struct Quorum {
    std::int64_t numerator = 0;    // or the count
    std::int64_t denominator = 0;  // 0: numerator is a count; else a share of the binding roster, rounded up
    bool strict = false;           // more than, instead of at least
    bool operator==(const Quorum&) const = default;
};

// How many must prefer an option to the default one (Debian A.6.2): a plain count, or numerator/denominator times the
// square root of the binding roster, never rounded.
struct InFavour {
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;  // 0: numerator is a count
    bool operator==(const InFavour&) const = default;
};

// How a choice among options is counted; which of these a method looks at stands in COUNTING.
struct ChoiceRules {
    std::string default_option;  // the last option, added by the policy: "Further discussion"; empty: none
    std::int64_t seats = 1;
    Unranked unranked = Unranked::last;             // schulze
    Strength strength = Strength::winning_opposed;  // schulze
    InFavour in_favour;                             // debian_a6
    std::int64_t majority = 1;                      // debian_a6: so many for each one against, of every option
    MajorityRule majority_rule = MajorityRule::v1_6;
    std::vector<TieRule> ties{TieRule::backward};  // irv, stv; what they leave open is asked
    std::int64_t score_min = 0;
    std::int64_t score_max = 5;
    Aggregate aggregate = Aggregate::sum;
    std::int64_t max_approvals = 0;  // 0: any number
    bool operator==(const ChoiceRules&) const = default;
};

struct Policy {
    std::string name = "consent";    // as the admin calls it
    std::string preset = "consent";  // where it came from, for the record
    Method method = Method::consent;
    Threshold threshold;
    Base base = Base::cast;
    Quorum quorum;
    std::int64_t min_agree = 0;  // binding agreements needed, whatever the threshold says
    Quorum min_agree_share;      // the same as a share of the binding roster
    OnDisagree on_disagree = OnDisagree::block;
    Silence silence = Silence::agree;
    bool veto_needs_reason = true;  // a block without words is pending until it has some
    bool early_close = false;       // closes once every binding participant spoke and nothing is open
    Duration min_period{};          // holds even for early closes (PRODUCT 4.4)
    Visibility visibility = Visibility::open;
    CommentsFrom comments_from = CommentsFrom::participants;
    std::vector<Trust> trust{Trust::token, Trust::authenticated, Trust::signature};  // any of these suffices
    bool close_by_proposer = false;                       // may the proposer reply `close`; facilitators always may
    std::vector<std::pair<std::string, Position>> words;  // own vote words
    ChoiceRules choice;
    std::optional<std::int64_t>
        agree_all_but;         // at most so many binding participants may be missing among those in favour
    std::int64_t seconds = 0;  // so many must second a proposal before it opens
    CarryVotes carry_votes = CarryVotes::stale;
    Duration
        final_period{};  // once enough are in favour and nothing is open, it closes this much later (0: at the end)
    Duration settle_repeat =
        std::chrono::hours(48);    // an unanswered question whether a concern is settled is asked again after this
    std::int64_t settle_asks = 3;  // and after so many the concern lapses; 0: never
    Duration hold_limit = std::chrono::hours(120);  // the longest hold; 0: none
    Duration extend_if_not_reached{};  // once, instead of closing without a quorum that the unreached could have made
    bool operator==(const Policy&) const = default;
};

// Once everybody has spoken. Not where answers are sealed and objections block: that it stays open would show one.
bool closes_early(const Policy&);

// What of it made a mail that is proven this far count: the first of the policy's wishes that it meets. Nothing: it
// does not count. A policy that believes the From line alone believes better proof, too.
std::optional<Trust> accepted(const Policy&, Trust proven);
bool accepts(const Policy&, Trust proven);
// What an answer to our question at the address on file proves: what mail can prove, and no signature.
constexpr Trust proven_by_confirmation = Trust::token | Trust::authenticated;

}  // namespace assentd
