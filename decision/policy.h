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

#include "decision/position.h"
#include "decision/time.h"

namespace assentd {

// The family of rules. consent, lazy_consensus and majority are counted as motions; the settings below make the
// difference.
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
bool is_motion(Method);  // yes / no / abstain on one text, rather than a choice among options

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

// How far a mail proved who wrote it (PRODUCT 8.1). none: the From line alone.
enum class Trust { none, token, authenticated, openpgp };
std::string_view name(Trust);
std::optional<Trust> trust_from_name(std::string_view);

enum class CommentsFrom { participants, everyone };
std::string_view name(CommentsFrom);
std::optional<CommentsFrom> comments_from_name(std::string_view);

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

struct Policy {
    std::string name = "consent";    // as the admin calls it
    std::string preset = "consent";  // where it came from, for the record
    Method method = Method::consent;
    Threshold threshold;
    Base base = Base::cast;
    Quorum quorum;
    std::int64_t min_agree = 0;  // binding agreements needed, whatever the threshold says
    OnDisagree on_disagree = OnDisagree::block;
    Silence silence = Silence::agree;
    bool veto_needs_reason = true;  // a block without words is pending until it has some
    bool early_close = false;       // closes once every binding participant spoke and nothing is open
    Duration min_period{};          // holds even for early closes (PRODUCT 4.4)
    Visibility visibility = Visibility::open;
    CommentsFrom comments_from = CommentsFrom::participants;
    std::vector<Trust> trust{Trust::token, Trust::authenticated, Trust::openpgp};  // any of these suffices
    bool close_by_proposer = false;                       // may the proposer reply `close`; facilitators always may
    std::vector<std::pair<std::string, Position>> words;  // own vote words
    bool operator==(const Policy&) const = default;
};

// Whether mail proved this far counts. A policy that believes the From line alone believes better proof, too.
bool accepts(const Policy&, Trust);

}  // namespace assentd
