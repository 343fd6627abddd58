// SPDX-License-Identifier: Apache-2.0
#include "storage/event_codec.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>
#include <utility>

#include "storage/json_cursor.h"

namespace assentd {

namespace {

std::string rfc3339(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{at - day};
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) throw EventCodecError("an instant outside the years 0 to 9999");
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", year, static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

// The digits [from, from + length) of the text, or -1.
int digits(std::string_view text, std::size_t from, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(from, length)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

Instant from_rfc3339(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00T00:00:00Z";
    bool fits = text.size() == shape.size();
    for (std::size_t i = 0; fits && i < shape.size(); ++i)
        fits = shape[i] == '0' ? text[i] >= '0' && text[i] <= '9' : text[i] == shape[i];
    if (!fits) throw EventCodecError("not an instant: " + std::string(text));
    const std::chrono::year_month_day date{std::chrono::year(digits(text, 0, 4)),
                                           std::chrono::month(static_cast<unsigned>(digits(text, 5, 2))),
                                           std::chrono::day(static_cast<unsigned>(digits(text, 8, 2)))};
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    if (!date.ok() || hour > 23 || minute > 59 || second > 59)
        throw EventCodecError("not an instant: " + std::string(text));
    return std::chrono::sys_days{date} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
           std::chrono::seconds{second};
}

// decision/ has one from-name function per enum, each called differently; this gives them one name.
std::optional<Position> from_name(std::string_view n, Position) {
    return position_from_name(n);
}
std::optional<Method> from_name(std::string_view n, Method) {
    return method_from_name(n);
}
std::optional<Base> from_name(std::string_view n, Base) {
    return base_from_name(n);
}
std::optional<OnDisagree> from_name(std::string_view n, OnDisagree) {
    return on_disagree_from_name(n);
}
std::optional<Silence> from_name(std::string_view n, Silence) {
    return silence_from_name(n);
}
std::optional<Visibility> from_name(std::string_view n, Visibility) {
    return visibility_from_name(n);
}
std::optional<Trust> from_name(std::string_view n, Trust) {
    return trust_from_name(n == "openpgp" ? "signed" : n);  // as it was called before 0.1.0
}
std::optional<CommentsFrom> from_name(std::string_view n, CommentsFrom) {
    return comments_from_name(n);
}
std::optional<Outcome> from_name(std::string_view n, Outcome) {
    return outcome_from_name(n);
}
std::optional<CarryVotes> from_name(std::string_view n, CarryVotes) {
    return carry_votes_from_name(n);
}
std::optional<Unranked> from_name(std::string_view n, Unranked) {
    return unranked_from_name(n);
}
std::optional<Strength> from_name(std::string_view n, Strength) {
    return strength_from_name(n);
}
std::optional<MajorityRule> from_name(std::string_view n, MajorityRule) {
    return majority_rule_from_name(n);
}
std::optional<TieRule> from_name(std::string_view n, TieRule) {
    return tie_rule_from_name(n);
}
std::optional<Aggregate> from_name(std::string_view n, Aggregate) {
    return aggregate_from_name(n);
}
std::optional<Review> from_name(std::string_view n, Review) {
    return review_from_name(n);
}

}  // namespace

}  // namespace assentd

namespace nlohmann {

template <>
struct adl_serializer<assentd::Instant> {
    static void to_json(json& j, assentd::Instant at) { j = assentd::rfc3339(at); }
};

template <>
struct adl_serializer<assentd::Duration> {
    static void to_json(json& j, assentd::Duration length) { j = length.count(); }
};

template <typename E>
struct adl_serializer<E, std::enable_if_t<std::is_enum_v<E> && sizeof(assentd::from_name({}, E{})) != 0>> {
    static void to_json(json& j, E value) { j = assentd::name(value); }
};

template <typename T>
struct adl_serializer<std::optional<T>> {
    static void to_json(json& j, const std::optional<T>& value) {
        if (value) j = *value;
    }
};

}  // namespace nlohmann

namespace assentd {

// Converts to anything: as many of them as can initialise T, so many members T has.
struct Anything {
    template <typename T>
    operator T() const;
};

namespace {

template <typename T, typename... A>
constexpr std::size_t members() {
    if constexpr (requires { T{A{}..., Anything{}}; })
        return members<T, A..., Anything>();
    else
        return sizeof...(A);
}

constexpr std::size_t listed_in(std::string_view names) {
    std::size_t count = 1;
    for (const char c : names) count += c == ',' ? 1 : 0;
    return count;
}

}  // namespace

// Reading. Not in an unnamed namespace: the templates find each other through the cursor's.
static void read(JsonCursor& json, std::string& value) {
    value = json.string();
}
static void read(JsonCursor& json, bool& value) {
    value = json.boolean();
}
static void read(JsonCursor& json, Instant& at) {
    at = from_rfc3339(json.string());
}
static void read(JsonCursor& json, Duration& length) {
    length = Duration{json.number<std::int64_t>()};
}
template <std::integral Number>
static void read(JsonCursor& json, Number& value) {
    value = json.number<Number>();
}
template <typename E>
requires std::is_enum_v<E>
static void read(JsonCursor& json, E& value) {
    const std::string_view text = json.string();
    const std::optional<E> found = from_name(text, E{});
    if (!found) throw EventCodecError("an unknown word: " + std::string(text));
    value = *found;
}
template <typename T>
static void read(JsonCursor& json, std::optional<T>& value) {
    if (json.take_null())
        value.reset();
    else
        read(json, value.emplace());
}
template <typename T>
static void read(JsonCursor& json, std::vector<T>& values) {
    values.clear();
    json.array([&] { read(json, values.emplace_back()); });
}
template <typename A, typename B>
static void read(JsonCursor& json, std::pair<A, B>& value) {
    json.expect('[');
    read(json, value.first);
    json.expect(',');
    read(json, value.second);
    json.expect(']');
}
template <typename T>
requires requires(JsonCursor& json, T& value) {
    read_member(json, std::string_view{}, value);
}
static void read(JsonCursor& json, T& value) {
    json.object([&](std::string_view key) { read_member(json, key, value); });
}

// Into a value that exists: the library's own way, a constructor, leaks what is half made when an instant is refused.
template <typename T>
static void write(nlohmann::json& j, const T& value) {
    nlohmann::adl_serializer<T>::to_json(j, value);
}

// A member that is not listed here would be lost without a word, so it does not compile.
#define ASSENTD_WRITE(member) write(j[#member], value.member);
#define ASSENTD_READ(member) \
    if (key == #member) return read(json, value.member);
#define ASSENTD_STORED(Type, ...)                                                                             \
    static_assert(members<Type>() == listed_in(#__VA_ARGS__), "list every member of " #Type " exactly once"); \
    static void to_json(nlohmann::json& j, const Type& value) {                                               \
        NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(ASSENTD_WRITE, __VA_ARGS__))                                 \
    }                                                                                                         \
    static void read_member(JsonCursor& json, std::string_view key, Type& value) {                            \
        NLOHMANN_JSON_EXPAND(NLOHMANN_JSON_PASTE(ASSENTD_READ, __VA_ARGS__))                                  \
        json.skip_value();                                                                                    \
    }
ASSENTD_STORED(Source, message_id, sha256, arrival, place)
ASSENTD_STORED(Participant, name, address, addresses, binding, reminders, weight_millionths)
ASSENTD_STORED(Person, name, address, addresses)
ASSENTD_STORED(Problem, line, wrong, right)
ASSENTD_STORED(AttachmentNoted, name, media_type, size, sha256)
ASSENTD_STORED(Text, title, body, attachments)
ASSENTD_STORED(HeadValue, key, value, items)
ASSENTD_STORED(Threshold, numerator, denominator, strict)
ASSENTD_STORED(Quorum, numerator, denominator, strict)
ASSENTD_STORED(InFavour, numerator, denominator)
ASSENTD_STORED(ChoiceRules, default_option, seats, unranked, strength, in_favour, majority, majority_rule, ties,
               score_min, score_max, aggregate, max_approvals)
ASSENTD_STORED(Policy, name, preset, method, threshold, base, quorum, min_agree, min_agree_share, on_disagree,
               silence, veto_needs_reason, early_close, min_period, visibility, comments_from, trust,
               close_by_proposer, words, choice, agree_all_but, seconds, carry_votes, final_period, settle_repeat,
               settle_asks, hold_limit, extend_if_not_reached)
ASSENTD_STORED(ReminderPlan, participant, reminders)

ASSENTD_STORED(Drafted, proposer, text, head, problems, awaits_confirmation, source, seconds_needed, may_second,
               terms, trust)
ASSENTD_STORED(Seconded, by, source)
ASSENTD_STORED(Opened, number, proposer, facilitators, decider, policy, roster, text, options, supersedes, at,
               closes_at, seed, source, thread_message_id, trusted_authserv_ids, trusted_arc_sealers, munging_lists,
               strict_alignment, review_at, token_salt)
ASSENTD_STORED(OptionBallot, places, scores, approved)
ASSENTD_STORED(VoteRecorded, participant, position, strength, line, reason, concern, revision, trust, source, ballot)
ASSENTD_STORED(VoteWithdrawn, participant, source)
ASSENTD_STORED(VoteUnclear, participant, line, ask, source)
ASSENTD_STORED(AnswerHeld, by, new_text, source, trust, other_address)
ASSENTD_STORED(HeldConfirmed, held_sha256, source)
ASSENTD_STORED(HeldDiscarded, held_sha256, source, said_anew)
ASSENTD_STORED(ConcernRaised, name, by, text, source)
ASSENTD_STORED(ConcernAnswered, name, text, source, by)
ASSENTD_STORED(SettleAsked, name, at, anew)
ASSENTD_STORED(ConcernUpheld, name, reason, source)
ASSENTD_STORED(ConcernLapsed, name, at)
ASSENTD_STORED(ConcernSettled, name, by, source)
ASSENTD_STORED(ConcernOverruled, name, by, reason, source)
ASSENTD_STORED(Commented, by, text, answers, attachments, source)
ASSENTD_STORED(LateAnswer, by, text, source)
ASSENTD_STORED(Extended, closes_at, plans, by, reason, source, for_unreached)
ASSENTD_STORED(Amended, text, by, closes_at, plans, source)
ASSENTD_STORED(HoldPlaced, participant, until, plans, reason, source)
ASSENTD_STORED(HoldReleased, participant, source)
ASSENTD_STORED(Delegated, from, to, until, source)
ASSENTD_STORED(DelegationEnded, from, source)
ASSENTD_STORED(AwayNoted, participant, from, until, reminders, source)
ASSENTD_STORED(FinalPeriodBegun, at, closes_at)
ASSENTD_STORED(FinalPeriodEnded, closes_at)
ASSENTD_STORED(DeciderAsked, at)
ASSENTD_STORED(Reminded, participant, due)
ASSENTD_STORED(ReminderSpared, participant, due)
ASSENTD_STORED(NotReached, participant, status, source)
ASSENTD_STORED(ReachedAgain, participant, at)
ASSENTD_STORED(Counts, agree, abstain, disagree, block, recuse, ballot, silent, asked, unreached, concerned)
ASSENTD_STORED(Tally, all, binding, weights)
ASSENTD_STORED(Closed, outcome, chosen, at, early, waited_for_inbox, by, reason, arithmetic, source, tally)
ASSENTD_STORED(Reopened, closes_at, plans, by, reason)
ASSENTD_STORED(Decided, by, outcome, chosen, reason, source)
ASSENTD_STORED(StatementAdded, by, text, source)
ASSENTD_STORED(ReviewAsked, at)
ASSENTD_STORED(Reviewed, by, answer, reason, source)
ASSENTD_STORED(Superseded, by, at)
ASSENTD_STORED(AddressConfirmed, person, address, source)
#undef ASSENTD_STORED
#undef ASSENTD_READ

namespace {

using nlohmann::json;

struct Kind {
    std::string_view name;
    Event (*read)(JsonCursor&);
};

template <std::size_t I>
Kind kind_at() {
    using T = std::variant_alternative_t<I, Event>;
    return {name(Event{std::in_place_index<I>}), [](JsonCursor& text) {
                Event event{std::in_place_index<I>};
                assentd::read(text, std::get<T>(event));
                return event;
            }};
}

template <std::size_t... I>
std::array<Kind, sizeof...(I)> all_kinds(std::index_sequence<I...>) {
    return {kind_at<I>()...};
}

}  // namespace

std::string encode(const Event& event) {
    json j;
    std::visit([&](const auto& e) { write(j, e); }, event);
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

Event decode(std::string_view kind, std::string_view body) {
    static const auto kinds = all_kinds(std::make_index_sequence<std::variant_size_v<Event>>{});
    for (const Kind& k : kinds) {
        if (k.name != kind) continue;
        JsonCursor text(body);
        Event event = k.read(text);
        text.expect_end();
        return event;
    }
    throw EventCodecError("an unknown kind of event: " + std::string(kind));
}

}  // namespace assentd
