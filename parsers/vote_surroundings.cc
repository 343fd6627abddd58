// SPDX-License-Identifier: Apache-2.0
#include "parsers/vote_surroundings.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/vote_context_data.h"
#include "parsers/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_look = 300;  // bytes
constexpr std::size_t few_words = 3;       // a line of no more may be somebody's own answer

struct Below {
    std::string text;    // of the next paragraph, as a reading copy
    bool apart = false;  // behind a blank line
};

Below paragraph_below(std::span<const std::string_view> lines) {
    Below below;
    std::size_t i = 0;
    while (i < lines.size() && is_blank(lines[i].substr(0, longest_look))) ++i;
    below.apart = i > 0;
    for (; i < lines.size() && below.text.size() < longest_look; ++i) {
        const std::string_view line = lines[i].substr(0, longest_look);
        if (is_blank(line)) break;
        below.text += (below.text.empty() ? "" : " ") + fold(trim(line));
    }
    return below;
}

std::string_view first_words(std::string_view s, std::size_t count) {
    const auto words = words_of(s, count);
    return words.empty()
               ? std::string_view{}
               : s.substr(0, static_cast<std::size_t>(words.back().data() + words.back().size() - s.data()));
}

}  // namespace

Turn turn_by_lines(std::string_view tail, std::span<const std::string_view> below, bool sign) {
    const std::size_t end = sentence_end(tail, 0);
    const std::string_view next_sentence = skip_blanks(tail.substr(end));
    if (!next_sentence.empty()) return turn_by_next(next_sentence, false);
    const Below next = paragraph_below(below);
    if (const Turn turned = turn_by_next(next.text, next.apart); turned != Turn::none) return turned;
    const bool goes_on = !next.apart && !trim(tail).empty() && is_word_byte(trim(tail).back());
    if (!goes_on) return Turn::none;
    const Turn turned = turn_behind(std::string(tail) + " " + std::string(first_words(next.text, 2)), sign);
    return turned == Turn::question ? Turn::none : turned;  // "as long" / "as it works"
}

bool refused_below(std::string_view tail, std::span<const std::string_view> below) {
    return refuses_a_part(tail.substr(sentence_end(tail, 0))) || refuses_a_part(paragraph_below(below).text);
}

bool casts_for_another(std::string_view tail, const std::vector<Address>& senders) {
    const std::string_view s = skip_blanks(tail);
    for (std::string_view link : {"from", "by"}) {
        if (!starts_with_phrase(s, link) || any_phrase_starts(s, casting_tails)) continue;
        const std::string_view who = s.substr(link.size());
        const auto words = words_of(who.substr(0, who.find_first_of(",.;:!(")), 4);
        if (words.empty()) return false;
        constexpr std::array ours{"my", "our", "this", "here", "both", "all", "your"};
        if (std::find(ours.begin(), ours.end(), words[0]) != ours.end()) return false;
        return std::none_of(senders.begin(), senders.end(), [&](const Address& sender) {
            const std::string name = fold(sender.name);
            return find_phrase(name, words[0]) != std::string::npos || fold(sender.address).starts_with(words[0]);
        });
    }
    return false;
}

AnsweredText::AnsweredText(std::string_view text) {
    for (std::string_view line : lines_of(text))
        if (!is_blank(line)) lines_.insert(fold(trim(line)));
}

bool AnsweredText::holds(std::string_view line) const {
    return !lines_.empty() && lines_.contains(fold(trim(line)));
}

std::vector<bool> AnsweredText::copied(std::span<const std::string_view> lines) const {
    std::vector<bool> copied(lines.size(), false);
    if (lines_.empty()) return copied;
    std::size_t run = 0;
    std::size_t run_begin = 0;
    const auto close = [&](std::size_t end) {
        if (run >= 2)
            std::fill(copied.begin() + static_cast<std::ptrdiff_t>(run_begin),
                      copied.begin() + static_cast<std::ptrdiff_t>(end), true);
        run = 0;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_blank(lines[i]) || !holds(lines[i])) {
            close(i);
            continue;
        }
        if (run++ == 0) run_begin = i;
        if (words_of(lines[i], few_words + 1).size() > few_words) copied[i] = true;
    }
    close(lines.size());
    return copied;
}

}  // namespace assentd::words
