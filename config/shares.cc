// SPDX-License-Identifier: Apache-2.0
// Thresholds and quorums as people write them.
//
//   threshold = [comparison] share | N ":1"        N to one: at least N in N+1
//   quorum    = count | [comparison] share
//   share     = N "/" M | N "%" | "half" | "a third" | "two thirds" | "three quarters" | "all"
//   comparison = ">" | "more than" | "over" | ">=" | "at least"            none: at least; but plain "half" is more
//   than
#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "config/config.h"
#include "config/words.h"

namespace assentd {

namespace {

constexpr std::int64_t largest = 1'000'000;

struct Share {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};

constexpr std::pair<std::string_view, Share> share_words[] = {
    {"half", {1, 2}},        {"a half", {1, 2}},         {"one half", {1, 2}},       {"a third", {1, 3}},
    {"one third", {1, 3}},   {"two thirds", {2, 3}},     {"two-thirds", {2, 3}},     {"a quarter", {1, 4}},
    {"one quarter", {1, 4}}, {"three quarters", {3, 4}}, {"three-quarters", {3, 4}}, {"all", {1, 1}},
    {"everybody", {1, 1}},   {"unanimous", {1, 1}}};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<std::int64_t> read_number(std::string_view text) {
    text = trimmed(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > largest) return std::nullopt;
    return value;
}

std::optional<Share> reduced(std::optional<std::int64_t> numerator, std::optional<std::int64_t> denominator) {
    if (!numerator || !denominator || *numerator <= 0 || *numerator > *denominator) return std::nullopt;
    const auto common = std::gcd(*numerator, *denominator);
    return Share{*numerator / common, *denominator / common};
}

std::optional<Share> read_share(std::string_view text) {
    for (const auto& [word, share] : share_words)
        if (word == text) return share;
    if (text.ends_with('%')) return reduced(read_number(text.substr(0, text.size() - 1)), 100);
    if (const auto slash = text.find('/'); slash != std::string_view::npos)
        return reduced(read_number(text.substr(0, slash)), read_number(text.substr(slash + 1)));
    return std::nullopt;
}

// Takes the comparison off the front; true: strict.
std::optional<bool> take_comparison(std::string_view& text) {
    constexpr std::pair<std::string_view, bool> comparisons[] = {{">=", false},        {"\xE2\x89\xA5", false},
                                                                 {"at least ", false}, {">", true},
                                                                 {"more than ", true}, {"over ", true}};
    for (const auto& [word, strict] : comparisons)
        if (text.starts_with(word)) {
            text = trimmed(text.substr(word.size()));
            return strict;
        }
    return std::nullopt;
}

}  // namespace

std::optional<Threshold> read_threshold(std::string_view written) {
    if (written.size() > 60) return std::nullopt;
    const auto plain = folded(written);
    auto text = trimmed(plain);
    const auto strict = take_comparison(text);
    std::optional<Share> share = read_share(text);
    if (text.ends_with(":1"))
        if (const auto ratio = read_number(text.substr(0, text.size() - 2)); ratio && *ratio > 0)
            share = Share{*ratio, *ratio + 1};
    // A majority is more than half (COUNTING 6); "more than all" could never be reached.
    if (text == "majority" || text == "a majority" || text == "half plus one") return Threshold{1, 2, true};
    if (!share || (strict == true && share->numerator == share->denominator)) return std::nullopt;
    return Threshold{share->numerator, share->denominator, strict.value_or(text == "half")};
}

std::optional<Quorum> read_quorum(std::string_view written) {
    if (written.size() > 60) return std::nullopt;
    const auto plain = folded(written);
    auto text = trimmed(plain);
    if (text == "none") return Quorum{};
    const auto strict = take_comparison(text);
    if (const auto count = read_number(text)) return Quorum{strict == true ? *count + 1 : *count, 0, false};
    if (const auto word = number_from_word(text)) return Quorum{strict == true ? *word + 1 : *word, 0, false};
    const auto share = read_share(text);
    if (!share || (strict == true && share->numerator == share->denominator)) return std::nullopt;
    return Quorum{share->numerator, share->denominator, strict.value_or(false)};
}

}  // namespace assentd
