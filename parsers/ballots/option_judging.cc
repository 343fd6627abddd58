// SPDX-License-Identifier: Apache-2.0
//
// judged = option … judging / judging … option       "Fridays are best", in a short line
//        / option judging-behind                     "Berlin works"
//        / judging-before option                     "I can't do Berlin"
#include "parsers/ballots/option_judging.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_judging_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 12;
constexpr std::size_t longest_before = 64;  // words
constexpr std::size_t longest_east = 100;   // bytes of the same where words are not divided

const PhraseIndex<const char*>& judging_index() {
    static const PhraseIndex<const char*> index{judging};
    return index;
}

bool is_short_enough(std::string_view line) {
    const bool east = std::any_of(line.begin(), line.end(), [](char c) { return needs_no_boundary({&c, 1}); });
    return east ? line.size() <= longest_east : words_of(line, most_words + 1).size() <= most_words;
}

// Whether an option may be what is spoken of behind this: "The link to" Berlin is the link.
bool begins_subject(std::string_view before) {
    constexpr std::array links{"and",   "or",  "but", "the",  "only", "think", "that",   "believe",
                               "guess", "me",  "und", "oder", "aber", "dass",  "glaube", "der",
                               "die",   "das", "et",  "ou",   "y",    "o",     "en"};
    const std::string_view s = trim(before);
    const auto group = words_of(s, longest_before);
    return group.empty() || !is_word_byte(s.back()) || is_one_of(fold(group.back()), links);
}

// A letter as it is written: a small "a" is an article.
bool ends_with_option(std::string_view text, const Options& options) {
    const std::string folded = fold(text);
    const auto ends = [&](std::string_view s, std::string_view end) {
        return !end.empty() && s.ends_with(end) && begins_subject(s.substr(0, s.size() - end.size())) &&
               (s.size() == end.size() || !is_word_byte(s[s.size() - end.size() - 1]));
    };
    return std::any_of(options.begin(), options.end(), [&](const auto& option) {
        return ends(text, option.first) || ends(folded, fold(strip(option.second)));
    });
}

using Index = PhraseIndex<const char*>;

bool right_behind(const Index& index, std::string_view line, const Folded& folded, const Options& options) {
    return index.any_within(folded.text, folded.text.size(), [&](std::size_t at, const char* const&) {
        return ends_with_option(trim(line.substr(0, folded.origin[at])), options);
    });
}

bool right_before(const Index& index, std::string_view line, const Folded& folded, const Options& options) {
    return index.any_within(folded.text, folded.text.size(), [&](std::size_t at, const char* const& said) {
        const std::size_t end = at + std::string_view(said).size();
        return option_at_start(trim(line.substr(folded.origin[end])), options).has_value();
    });
}

bool judges_beside(std::string_view line, const Options& options) {
    static const Index behind_index{judging_behind};
    static const Index before_index{judging_before};
    const Folded folded = fold_with_origin(line);
    return right_behind(behind_index, line, folded, options) || right_before(before_index, line, folded, options);
}

}  // namespace

bool judges_options(std::string_view line, const Options& options) {
    if (!is_short_enough(line)) return false;
    if (judging_index().any_within(fold(line))) return !options_held(line, options).empty();
    return judges_beside(line, options);
}

bool judges_right_beside(std::string_view line, const Options& options) {
    if (!is_short_enough(line) || options_held(line, options).empty()) return false;
    const Folded folded = fold_with_origin(line);
    return judges_beside(line, options) || right_behind(judging_index(), line, folded, options) ||
           right_before(judging_index(), line, folded, options);
}

}  // namespace assentd::words
