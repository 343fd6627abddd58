// SPDX-License-Identifier: Apache-2.0
//
// choice  = [lead-in] options [courtesy] [tail]         with a lead-in, a courtesy or a tail, else it is a plain list
// options = option *(("," / "and") option)
//         / all ["of them"] "except" options
// tail    = divider words                               behind a lead-in; else only a reason ("because …")
#include "parsers/ballots/option_words.h"

#include <algorithm>
#include <array>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_words_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/vote_openings.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_choice = 300;  // bytes

// A small letter is an article, or the end of a word in another language.
bool is_small_letter(std::string_view s) {
    return s.size() == 1 && ((s[0] >= 'a' && s[0] <= 'z') || s == "I");
}

// The options of "A and C", or none when anything else stands there.
std::vector<std::string> named_in(std::string_view s, const Options& options) {
    std::string plain(s);
    for (std::string_view word :
         {" and ", " & ", " + ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i "})
        for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word))
            plain.replace(at, word.size(), 1, ',');
    std::vector<std::string> named;
    for (std::size_t at = 0; at <= plain.size();) {
        const std::size_t end = std::min(plain.find(',', at), plain.size());
        const std::string_view item = strip(std::string_view(plain).substr(at, end - at));
        at = end + 1;
        const auto option = is_small_letter(item) ? std::nullopt : option_named(item, options);
        if (!option) return {};
        if (std::find(named.begin(), named.end(), *option) == named.end()) named.push_back(*option);
    }
    return named;
}

bool holds_option(std::string_view text, const Options& options) {
    const auto group = words_of(text);
    const std::string folded = fold_name(text);
    return std::any_of(options.begin(), options.end(), [&](const auto& option) {
        return std::find(group.begin(), group.end(), option.first) != group.end() ||
               find_phrase(folded, fold_name(strip(option.second))) != std::string::npos;
    });
}

}  // namespace

std::string_view without_courtesies(std::string_view s) {
    for (bool again = true; again;) {
        again = false;
        s = strip(s);
        const Folded folded = fold_with_origin(s);
        std::size_t from = folded.text.size();
        for (std::string_view word : courtesies) {
            if (!folded.text.ends_with(word) || folded.text.size() == word.size()) continue;
            const std::size_t at = folded.text.size() - word.size();
            if (!is_word_byte(folded.text[at - 1]) || needs_no_boundary(word)) from = std::min(from, at);
        }
        again = from < folded.text.size();
        s = s.substr(0, folded.origin[from]);
    }
    return s;
}

namespace {

// A courtesy, or a farewell and a name or two: "please", "thanks Ben", "Best, Ana".
bool is_polite(std::string_view s, const Options& options) {
    constexpr std::size_t most_names = 2;
    const std::string folded(strip(fold(s)));
    if (!options_held(s, options).empty()) return false;
    if (is_one_of(folded, courtesies)) return true;
    const auto group = words_of(s, most_names + 5);
    return std::any_of(farewells.begin(), farewells.end(), [&](std::string_view word) {
        if (!starts_with_phrase(folded, word)) return false;
        const std::size_t count = words_of(word).size();
        if (group.size() > count + most_names) return false;
        return std::all_of(group.begin() + static_cast<std::ptrdiff_t>(std::min(count, group.size())), group.end(),
                           [](std::string_view name) { return name[0] < 'a' || name[0] > 'z'; });
    });
}

bool is_smiley(std::string_view word) {
    return word.starts_with("\xF0\x9F") || word.starts_with(":-") || word.starts_with(";-") || word == ":)" ||
           word == ";)";
}

}  // namespace

std::string_view without_manners(std::string_view line, const Options& options) {
    constexpr std::string_view marks = ".,!;-";
    const std::string_view all = trim(line);
    const Folded folded = fold_with_origin(all);
    std::string_view s = all.substr(folded.origin[greeting_size(folded.text)]);
    if (const std::size_t mark = s.find_first_of(".,!"); mark < s.size() && is_polite(s.substr(0, mark), options))
        s = trim(s.substr(mark + 1));
    for (std::size_t mark = s.find_first_of(marks); mark < s.size(); mark = s.find_first_of(marks, mark + 1))
        if (mark > 0 && is_polite(trim(s.substr(mark + 1)), options)) s = trim(s.substr(0, mark));
    while (s.find(' ') != s.npos && is_smiley(s.substr(s.find_last_of(' ') + 1))) s = trim(s.substr(0, s.rfind(' ')));
    return s;
}

namespace {

bool only_describes(std::string_view remark, const Options& options) {
    constexpr std::size_t most_words = 6;
    const std::string folded = fold(trim(remark));
    const auto group = words_of(folded, most_words + 1);
    const bool figures = std::any_of(remark.begin(), remark.end(), is_digit);
    return !group.empty() && group.size() <= most_words && !figures && remark.find('?') == remark.npos &&
           turn_behind(folded, false) == Turn::none && !begins_with_condition(folded) && !refuses_a_part(folded) &&
           !any_phrase_starts(folded, at_a_pinch) && !value_at(folded, {}) && !holds_option(remark, options) &&
           std::none_of(group.begin(), group.end(), [](std::string_view w) { return is_one_of(w, turning); });
}

}  // namespace

std::string without_remarks(std::string_view line, const Options& options) {
    if (options.empty() || line.size() > longest_ballot_line) return std::string(line);
    std::string out = with_labels(line, options);
    for (std::size_t at = out.find('('); at != out.npos; at = out.find('(', at)) {
        const std::size_t close = out.find(')', at);
        if (close == out.npos) break;
        const bool remark = at > 0 && out[at - 1] == ' ' &&
                            only_describes(std::string_view(out).substr(at + 1, close - at - 1), options);
        if (remark)
            out.erase(at - 1, close + 2 - at);
        else
            at = close;
    }
    return out;
}

std::size_t choosing_size(std::string_view folded) {
    static const PhraseIndex<const char*> index{choosing};
    const auto* longest = index.longest_at_start(folded);
    return longest ? std::string_view(*longest).size() : 0;
}

namespace {

// "Everything except C": the others. Unclear where it is not said which, or where none is left.
std::optional<Reading> all_but(std::string_view s, const Options& options) {
    constexpr std::size_t few = 4;
    static const PhraseIndex<const char*> alls{all_of_them};
    static const PhraseIndex<const char*> buts{exceptions};
    const Folded folded = fold_with_origin(s);
    const auto* all = alls.longest_at_start(folded.text);
    if (!all) return std::nullopt;
    const std::size_t skipped = folded.text.find_first_not_of(" ,", std::string_view(*all).size());
    if (skipped == folded.text.npos) return std::nullopt;
    const auto* but = buts.longest_at_start(std::string_view(folded.text).substr(skipped));
    if (!but) return std::nullopt;
    const std::string_view rest = trim(s.substr(folded.origin[skipped + std::string_view(*but).size()]));
    const auto kept_out = named_in(without_courtesies(rest), options);
    if (kept_out.empty() && !holds_option(rest, options) && words_of(rest, few + 1).size() > few) return std::nullopt;
    Reading r = ballot(ReadingType::approvals, "approvals:all-but");
    r.confidence = kept_out.empty() || s.ends_with('?') ? Confidence::unclear : Confidence::near;
    for (const auto& [label, text] : options)
        if (!kept_out.empty() && std::find(kept_out.begin(), kept_out.end(), label) == kept_out.end())
            r.approvals.push_back(label);
    if (r.approvals.empty()) r.confidence = Confidence::unclear;
    return r;
}

}  // namespace

std::optional<Reading> chosen_in_words(std::string_view line, const Options& options) {
    constexpr std::string_view dividers = " ,.:;-(";
    const std::string labelled = with_labels(line, options);
    const std::string_view s = strip(labelled);
    if (options.empty() || s.size() > longest_choice || s.ends_with(':')) return std::nullopt;
    const Folded folded = fold_with_origin(s);
    const std::size_t lead = choosing_size(folded.text);
    if (auto others = all_but(trim(s.substr(folded.origin[lead])), options)) return others;
    const std::string_view rest = trim(s.substr(folded.origin[lead]));
    Reading r = ballot(ReadingType::approvals, "approvals:words");
    r.confidence = s.ends_with('?') ? Confidence::unclear : Confidence::near;
    r.approvals = named_in(without_courtesies(rest), options);
    for (std::size_t cut = rest.size(); r.approvals.empty() && cut > 0;) {
        cut = rest.find_last_of(dividers, cut - 1);
        if (cut == std::string_view::npos || cut == 0) break;
        const std::string_view tail = rest.substr(cut);
        const std::string folded_tail = fold(strip(tail));
        const bool divided = rest[cut] != ' ' || trim(tail).starts_with('-') || trim(tail).starts_with('(');
        if (!any_phrase_starts(folded_tail, reason_links) && !(lead > 0 && divided)) continue;
        r.approvals = named_in(without_courtesies(rest.substr(0, cut)), options);
        r.reason = std::string(strip(tail));
        if (!r.approvals.empty() && (turn_behind(folded_tail, false) != Turn::none || holds_option(tail, options)))
            r.confidence = Confidence::unclear;
    }
    if (r.approvals.empty() && (lead == 0 || !holds_option(rest, options))) return std::nullopt;
    if (r.approvals.empty()) r.confidence = Confidence::unclear;
    return r;
}

}  // namespace assentd::words
