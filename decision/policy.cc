// SPDX-License-Identifier: Apache-2.0
#include "decision/policy.h"

#include <algorithm>

#include "decision/names.h"

namespace assentd {

namespace {
constexpr Names<Method, 12> methods{{{Method::consent, "consent"},
                                     {Method::lazy_consensus, "lazy-consensus"},
                                     {Method::majority, "majority"},
                                     {Method::schulze, "schulze"},
                                     {Method::debian_a6, "debian-a6"},
                                     {Method::irv, "irv"},
                                     {Method::stv, "stv"},
                                     {Method::approval, "approval"},
                                     {Method::score, "score"},
                                     {Method::input, "input"},
                                     {Method::announce, "announce"},
                                     {Method::advice, "advice"}}};
constexpr Names<Base, 3> bases{{{Base::cast, "cast"}, {Base::present, "present"}, {Base::eligible, "eligible"}}};
constexpr Names<OnDisagree, 2> on_disagrees{{{OnDisagree::count, "count"}, {OnDisagree::block, "block"}}};
constexpr Names<Silence, 2> silences{{{Silence::agree, "agree"}, {Silence::nothing, "nothing"}}};
constexpr Names<Visibility, 3> visibilities{{{Visibility::open, "open"},
                                             {Visibility::until_voted, "until-voted"},
                                             {Visibility::until_closed, "until-closed"}}};
constexpr Names<Trust, 8> trusts{
    {{Trust::none, "none"},
     {Trust::token, "token"},
     {Trust::authenticated, "authenticated"},
     {Trust::token | Trust::authenticated, "token+authenticated"},
     {Trust::signature, "signed"},
     {Trust::token | Trust::signature, "token+signed"},
     {Trust::authenticated | Trust::signature, "authenticated+signed"},
     {Trust::token | Trust::authenticated | Trust::signature, "token+authenticated+signed"}}};
constexpr Names<CarryVotes, 3> carry_votes{
    {{CarryVotes::stale, "stale"}, {CarryVotes::keep, "keep"}, {CarryVotes::drop, "drop"}}};
constexpr Names<CommentsFrom, 2> comments_from{
    {{CommentsFrom::participants, "participants"}, {CommentsFrom::everyone, "everyone"}}};
}  // namespace

std::string_view name(Method m) {
    return name_in(methods, m);
}
std::optional<Method> method_from_name(std::string_view n) {
    return from_name_in(methods, n);
}
bool is_motion(Method m) {
    return m == Method::consent || m == Method::lazy_consensus || m == Method::majority || m == Method::announce;
}
bool closes_early(const Policy& p) {
    return p.early_close && (p.visibility == Visibility::open || p.on_disagree != OnDisagree::block);
}
bool is_voted_on(Method m) {
    return m != Method::input && m != Method::announce;
}
bool asks_for_words(Method m) {
    return m == Method::advice || m == Method::input;
}
bool is_ranked(Method m) {
    return m == Method::schulze || m == Method::debian_a6 || m == Method::irv || m == Method::stv;
}
bool is_choice(Method m) {
    return is_ranked(m) || m == Method::approval || m == Method::score;
}
std::string_view name(Base b) {
    return name_in(bases, b);
}
std::optional<Base> base_from_name(std::string_view n) {
    return from_name_in(bases, n);
}
std::string_view name(OnDisagree d) {
    return name_in(on_disagrees, d);
}
std::optional<OnDisagree> on_disagree_from_name(std::string_view n) {
    return from_name_in(on_disagrees, n);
}
std::string_view name(Silence s) {
    return name_in(silences, s);
}
std::optional<Silence> silence_from_name(std::string_view n) {
    return from_name_in(silences, n);
}
std::string_view name(Visibility v) {
    return name_in(visibilities, v);
}
std::optional<Visibility> visibility_from_name(std::string_view n) {
    return from_name_in(visibilities, n);
}
std::string_view name(Trust t) {
    return name_in(trusts, t);
}
std::optional<Trust> trust_from_name(std::string_view n) {
    Trust all = Trust::none;
    for (std::size_t at = 0; at <= n.size();) {
        const std::size_t end = std::min(n.find('+', at), n.size());
        const auto one = from_name_in(trusts, n.substr(at, end - at));
        if (!one || (*one == Trust::none && n != name(Trust::none))) return std::nullopt;
        all = all | *one;
        at = end + 1;
    }
    return all;
}
std::string_view name(CommentsFrom c) {
    return name_in(comments_from, c);
}
std::optional<CommentsFrom> comments_from_name(std::string_view n) {
    return from_name_in(comments_from, n);
}

std::string_view name(CarryVotes c) {
    return name_in(carry_votes, c);
}
std::optional<CarryVotes> carry_votes_from_name(std::string_view n) {
    return from_name_in(carry_votes, n);
}

std::optional<Trust> accepted(const Policy& policy, Trust proven) {
    for (const Trust wanted : policy.trust)
        if (includes(proven, wanted)) return wanted == Trust::none ? proven : wanted;
    return std::nullopt;
}

bool accepts(const Policy& policy, Trust proven) {
    return accepted(policy, proven).has_value();
}

}  // namespace assentd
