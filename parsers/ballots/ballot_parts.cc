// SPDX-License-Identifier: Apache-2.0
#include "parsers/ballots/ballot_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "parsers/ballots/option_places_data.h"
#include "parsers/fold.h"

namespace assentd::words {

std::string_view strip(std::string_view s) {
    constexpr std::string_view marks = " \t*_`\"'.,;!";
    s = trim(s);
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && marks.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return s;
}

namespace {

struct Twin {
    std::string_view wide;
    char plain;
};
constexpr std::array east_marks{Twin{"\u3001", ','}, Twin{"\u3002", '.'}, Twin{"\u3000", ' '}};

// The plain twin at the start of the text; 0 for none. Full-width forms are U+FF01 to U+FF5E, three bytes each.
char plain_twin(std::string_view s) {
    for (const Twin& mark : east_marks)
        if (s.starts_with(mark.wide)) return mark.plain;
    if (s.size() < 3 || s[0] != '\xEF') return 0;
    const int code = (static_cast<unsigned char>(s[1]) - 0xBC) * 64 + (static_cast<unsigned char>(s[2]) - 0x80);
    return code >= 1 && code <= 0x5E ? static_cast<char>(' ' + code) : '\0';
}

}  // namespace

bool is_wide(std::string_view line) {
    for (std::size_t at = line.find_first_of("\xEF\xE3"); at != line.npos;
         at = line.find_first_of("\xEF\xE3", at + 1))
        if (plain_twin(line.substr(at)) != 0) return true;
    return false;
}

std::string with_plain_width(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const char plain = plain_twin(line.substr(at));
        out += plain != 0 ? plain : line[at];
        at += plain != 0 ? east_marks[0].wide.size() : 1;
    }
    return out;
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

std::vector<std::string_view> split(std::string_view s, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (parts.size() < most_options) {
        const std::size_t at = s.find_first_of(separators);
        parts.push_back(s.substr(0, at));
        if (at == std::string_view::npos) break;
        s.remove_prefix(at + 1);
    }
    return parts;
}

std::string_view without_ballot_lead(std::string_view s) {
    constexpr std::array excuses{"sorry, ", "sorry: ", "oops, ", "oops: "};  // before what corrects an earlier one
    constexpr std::array leads{
        "correction:",  "corrected:",   "i meant",        "i meant:",   "i mixed it up:", "my new ranking:",
        "new ranking:", "my new vote:", "my new ballot:", "ranking:",   "my ranking:",    "rank:",
        "vote:",        "my vote:",     "ballot:",        "my ballot:", "my preference:", "preference:",
        "preferences:", "my order:",    "order:",         "i rank",     "my ranking is",  "approve:",
        "approve",      "i approve",    "approvals:",     "scores:",    "my scores:",     "i vote for",
        "votes:"};
    const std::string whole = fold(s);
    if (whole.size() != s.size()) return s;
    std::size_t excused = 0;
    for (std::string_view excuse : excuses)
        if (whole.starts_with(excuse)) excused = excuse.size();
    const std::string_view folded = std::string_view(whole).substr(excused);
    std::size_t longest = 0;
    for (std::string_view lead : leads)
        if (starts_with_phrase(folded, lead) || (lead.ends_with(':') && folded.starts_with(lead)))
            longest = std::max(longest, lead.size());
    return trim(s.substr(longest == 0 ? 0 : excused + longest));
}

std::string_view without_bullet(std::string_view line) {
    std::string_view s = trim(line);
    for (std::string_view bullet : {"- ", "* ", "\u2022 "})
        if (s.starts_with(bullet)) s = strip(s.substr(bullet.size()));
    return s;
}

namespace {

// "First choice:", "2. Wahl:": a place that is said in words, with a colon.
std::optional<Item> item_in_words(std::string_view s) {
    constexpr std::size_t longest = 30;  // bytes
    const std::size_t colon = s.substr(0, longest).find(':');
    if (colon == s.npos) return std::nullopt;
    const std::string head = fold(s.substr(0, colon));
    auto group = words_of(head, 4);
    if (!group.empty() && is_one_of(group.front(), place_articles)) group.erase(group.begin());
    if (group.empty() || group.size() > 2 || (group.size() == 2 && !is_one_of(group[1], place_kinds)))
        return std::nullopt;
    const auto said = std::find_if(place_words.begin(), place_words.end(),
                                   [&](const PlaceWord& p) { return p.word == group[0] && p.place > 0; });
    const auto place = said == place_words.end() ? place_of(group[0]) : std::optional(static_cast<int>(said->place));
    if (!place || (said == place_words.end() && group.size() == 1)) return std::nullopt;
    return Item{*place, s.substr(colon + 1)};
}

}  // namespace

std::optional<Item> numbered_item(std::string_view s) {
    std::size_t n = 0;
    while (n < s.size() && n < 3 && is_digit(s[n])) ++n;
    const auto place = place_of(s.substr(0, n));
    std::string_view rest = s.substr(n);
    for (std::string_view ordinal : {"st", "nd", "rd", "th"})
        if (rest.starts_with(ordinal)) rest.remove_prefix(2);
    if (!place || rest.empty() || std::string_view(".):").find(rest[0]) == std::string_view::npos)
        return item_in_words(s);
    if (auto worded = item_in_words(s)) return worded;  // "2. Wahl: B"
    return Item{*place, rest.substr(1)};
}

std::size_t next_of_ballot(std::span<const std::string_view> lines, std::size_t i) {
    constexpr std::size_t most_blank_lines = 2;
    for (std::size_t next = i + 1; next < lines.size() && next <= i + 1 + most_blank_lines; ++next)
        if (!is_blank(lines[next])) return next;
    return lines.size();
}

namespace {

std::string ranking_text(const std::map<std::string, int>& ranks) {
    std::vector<std::pair<int, std::string>> places;
    for (const auto& [option, place] : ranks) places.emplace_back(place, option);
    std::sort(places.begin(), places.end());
    std::string text;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0) text += places[i].first == places[i - 1].first ? " = " : " > ";
        text += places[i].second;
    }
    return text;
}

}  // namespace

void add_line(Reading& r, std::string_view line) {
    if (r.line.empty()) {
        r.line = trim(line);
        return;
    }
    if (r.lines.empty()) r.lines = r.line;
    r.lines.append("\n").append(trim(line));
}

std::string on_one_line(const Reading& r) {
    constexpr std::size_t most_quoted = 300;  // bytes
    const std::string& all = r.lines.empty() ? r.line : r.lines;
    std::string quoted;
    for (std::string_view line : lines_of(all)) {
        if (is_blank(line)) continue;
        if (quoted.size() + line.size() > most_quoted) return quoted + " / …";
        quoted.append(quoted.empty() ? "" : " / ").append(trim(line));
    }
    return quoted;
}

std::string understood(const Reading& r) {
    std::string text = ranking_text(r.ranks);
    for (const auto& [option, points] : r.scores) text += (text.empty() ? "" : ", ") + option + ": " + points;
    for (const auto& option : r.approvals) text += (text.empty() ? "" : ", ") + option;
    return text;
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

void leave_unclear(Reading& r, std::string_view mark, std::string_view why) {
    r.confidence = Confidence::unclear;
    if (r.type == ReadingType::vote)
        r.rule += mark;
    else
        r.reason = why;
}

const std::string* nearest_option(std::string_view unknown, const Options& options) {
    const std::string wanted = fold_name(strip(unknown));
    std::size_t best = std::min<std::size_t>(2, wanted.size() / 3) + 1;
    const std::string* found = nullptr;
    for (const auto& [label, text] : options) {
        const std::size_t distance = edit_distance(wanted, fold_name(text), best);
        if (distance < best) best = distance, found = &text;
    }
    return found;
}

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
