// SPDX-License-Identifier: Apache-2.0
// The keys of [policy.NAME] that say how a choice among options is counted (COUNTING 1 to 5).
//
//   scores    = N ("-" | ".." | " to ") N                      lowest and highest
//   in_favour = count | [ N "*" ] "sqrt(n)" [ "/" N ]          n: how many may vote; never rounded
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "config/loading.h"
#include "decision/choice.h"

namespace assentd {

namespace {

constexpr std::int64_t largest_factor = 1000;  // what the core compares exactly

// A whole number at the front of the text, which is taken off.
std::optional<std::int64_t> take_number(std::string_view& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

bool take(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

std::string without_blanks(std::string_view text) {
    std::string plain(text);
    std::erase_if(plain, [](char c) { return c == ' ' || c == '\t'; });
    return plain;
}

}  // namespace

std::optional<InFavour> read_in_favour(std::string_view written) {
    if (written.size() > 60) return std::nullopt;
    const std::string plain = without_blanks(written);
    std::string_view text = plain;
    InFavour needed{1, 1};
    if (const auto number = take_number(text)) {
        if (text.empty()) return *number < 0 ? std::nullopt : std::optional(InFavour{*number, 0});
        needed.numerator = *number;
        if (!take(text, "*")) return std::nullopt;
    }
    if (!take(text, "sqrt(n)")) return std::nullopt;
    if (take(text, "/")) {
        const auto divisor = take_number(text);
        if (!divisor) return std::nullopt;
        needed.denominator = *divisor;
    }
    const auto in_range = [](std::int64_t n) { return n >= 1 && n <= largest_factor; };
    if (!text.empty() || !in_range(needed.numerator) || !in_range(needed.denominator)) return std::nullopt;
    return needed;
}

namespace toml_file {

namespace {

void load_default_option(const Section& section, ChoiceRules& rules) {
    const auto text = section.text("default_option");
    if (!text) return;
    rules.default_option = *text;
    const bool one_line = std::none_of(text->begin(), text->end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    if (text->size() > 200 || !one_line)
        section.wrong("default_option", "this cannot be an option", "up to 200 letters in one line");
    else if (is_taken_word(*text) || text->size() == 1)
        section.wrong("default_option", in_quotes(*text) + " would be taken for a command, a vote or a letter",
                      "a few words, such as \"Further discussion\"");
}

void load_in_favour(const Section& section, ChoiceRules& rules) {
    const auto* value = section.find("in_favour");
    if (!value) return;
    const auto text = value->kind == Kind::number ? std::to_string(value->number) : value->text;
    const auto found = read_in_favour(text);
    if (!found || found->numerator > most_people)
        section.wrong("in_favour", in_quotes(text) + " is not a number of votes",
                      "a count, or a multiple of the root of the number of voters as in \"3*sqrt(n)/2\"");
    else
        rules.in_favour = *found;
}

void load_ties(const Section& section, ChoiceRules& rules) {
    if (!section.has("ties")) return;
    rules.ties.clear();
    for (const auto& text : section.texts("ties")) {
        const auto rule = tie_rule_from_name(text.text);
        if (!rule)
            section.wrong(text.place, in_quotes(text.text) + " is not known here",
                          one_of({"backward", "forward", "order", "lot", "pairwise", "all-out", "ask"}));
        else if (std::find(rules.ties.begin(), rules.ties.end(), *rule) != rules.ties.end())
            section.wrong(text.place, in_quotes(text.text) + " stands there twice", "each rule once, in their order");
        else
            rules.ties.push_back(*rule);
    }
}

void load_scores(const Section& section, ChoiceRules& rules) {
    const auto written = section.text("scores");
    if (!written) return;
    const std::string plain = without_blanks(*written);
    std::string_view text = plain;
    const auto least = take_number(text);
    const bool parted = take(text, "..") || take(text, "to") || take(text, "-");
    const auto most = take_number(text);
    if (!least || !parted || !most || !text.empty())
        return section.wrong("scores", in_quotes(*written) + " is not a range of scores",
                             "the lowest and the highest, as in \"0-5\" or \"-2..2\"");
    if (*least >= *most) return section.wrong("scores", "the lowest score is not below the highest", "as in \"0-5\"");
    if (*least < -max_score || *most > max_score)
        return section.wrong("scores", "a score is out of range",
                             fmt::format("from {} to {}", -max_score, max_score));
    rules.score_min = *least;
    rules.score_max = *most;
}

}  // namespace

void load_choice(const Section& section, ChoiceRules& rules) {
    constexpr auto most_options = static_cast<std::int64_t>(most_options_of_a_proposal);
    load_default_option(section, rules);
    load_count(section, "seats", 1, most_options - 1, rules.seats);
    load_name(section, "unranked", unranked_from_name, {"last", "no-opinion"}, rules.unranked);
    if (rules.unranked == Unranked::exhausted)
        section.wrong("unranked", in_quotes("exhausted") + " is for votes that are transferred",
                      one_of({"last", "no-opinion"}));
    load_name(section, "strength", strength_from_name, {"winning", "winning-opposed", "margin", "ratio"},
              rules.strength);
    load_in_favour(section, rules);
    load_count(section, "majority", 1, 1000, rules.majority);
    load_name(section, "majority_rule", majority_rule_from_name, {"v1.1", "v1.6"}, rules.majority_rule);
    load_ties(section, rules);
    load_scores(section, rules);
    load_name(section, "aggregate", aggregate_from_name, {"sum", "average"}, rules.aggregate);
    load_count(section, "max_approvals", 0, most_options, rules.max_approvals);
}

}  // namespace toml_file
}  // namespace assentd
