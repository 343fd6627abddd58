// SPDX-License-Identifier: Apache-2.0
#include "parsers/ballot_parts.h"

#include <algorithm>
#include <charconv>

#include "parsers/fold.h"

namespace assentd::words {

std::string_view strip(std::string_view s) {
    constexpr std::string_view marks = " \t*_`\"'.,;!";
    s = trim(s);
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && marks.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return s;
}

std::optional<int> place_of(std::string_view s) {
    int place = 0;
    const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), place);
    if (error != std::errc{} || end != s.data() + s.size() || place < 1 || place > 999) return std::nullopt;
    return place;
}

Reading ballot(ReadingType type, std::string_view rule) {
    Reading r;
    r.type = type;
    r.rule = rule;
    return r;
}

constexpr std::size_t few_words = 3;

bool is_short(std::string_view s) {
    const std::size_t count = words_of(s, few_words + 1).size();
    return count >= 1 && count <= few_words;
}

// Leaves the ballot unclear and says why; the first fault is the one that is told.
void spoil(Reading& r, std::string why) {
    r.confidence = Confidence::unclear;
    if (r.reason.empty()) r.reason = std::move(why);
}

namespace {

// "Berlin" for "Berlni".
const std::string* nearest_option(std::string_view unknown, const Options& options) {
    const std::string wanted = fold(strip(unknown));
    std::size_t best = std::min<std::size_t>(2, wanted.size() / 3) + 1;
    const std::string* found = nullptr;
    for (const auto& [label, text] : options) {
        const std::size_t distance = edit_distance(wanted, fold(text), best);
        if (distance < best) best = distance, found = &text;
    }
    return found;
}

}  // namespace

void spoil_by_option(Reading& r, std::string_view unknown, const Options& options) {
    std::string why = "\"" + std::string(strip(unknown)) + "\" is none of the options";
    if (const auto* near = nearest_option(unknown, options)) {
        why += "; did you mean \"" + *near + "\"?";
    } else {
        why += ", which are ";
        for (std::size_t i = 0; i < options.size() && i < 26; ++i) why += (i > 0 ? ", " : "") + options[i].first;
    }
    spoil(r, std::move(why));
}

void spoil_by_repeat(Reading& r, const std::string& option) {
    spoil(r, "\"" + option + "\" stands there twice");
}

bool add(Reading& r, const Placed& p) {
    const bool fresh = r.ranks.emplace(p.option, p.place).second;
    if (!fresh) spoil_by_repeat(r, p.option);
    return fresh && r.ranks.size() < most_options;
}

}  // namespace assentd::words
