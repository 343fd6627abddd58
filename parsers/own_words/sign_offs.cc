// SPDX-License-Identifier: Apache-2.0
//
// sign-off = closing LF [blank-line] name LF signature       words above, or the name being the sender's
//          / blank-line senders-name LF signature             words above; the lines that touch the name
#include "parsers/own_words/sign_offs.h"

#include <algorithm>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/ballot_whole.h"
#include "parsers/fold.h"
#include "parsers/own_words/signatures.h"
#include "parsers/reasons.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_name = 80;  // bytes
constexpr std::size_t most_name_words = 6;
constexpr std::size_t most_lines = 12;  // of a signature

// "Ben", "Ben Sample | Block Inc.": no sentence, and no vote.
bool may_be_signed_with(std::string_view line) {
    const std::string_view s = trim(line);
    if (s.empty() || s.size() > longest_name || (s[0] >= 'a' && s[0] <= 'z') || is_digit(s[0])) return false;
    const auto group = words_of(s, most_name_words + 1);
    if (group.empty() || group.size() > most_name_words || std::string_view("?!:;").find(s.back()) != s.npos)
        return false;
    return votes_in_line(fold(s)).empty();
}

struct SignOff {
    std::size_t begin = std::string_view::npos;  // below the name; npos: none
    std::size_t block_end = 0;                   // of the lines that touch the name
    std::size_t end = 0;
};

SignOff sign_off_of(std::string_view text, const std::vector<Address>& senders) {
    const std::vector<std::string_view> lines = lines_of(text);
    const auto offset = [&](std::size_t i) {
        return i < lines.size() ? static_cast<std::size_t>(lines[i].data() - text.data()) : text.size();
    };
    bool words_above = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_blank(lines[i])) continue;
        std::size_t name = i + 1;
        if (name < lines.size() && is_blank(lines[name])) ++name;
        bool signs = is_closing(lines[i]) && name < lines.size() && may_be_signed_with(lines[name]) &&
                     (words_above || is_senders(fold(trim(lines[name])), senders));
        const bool apart = words_above && is_blank(lines[i - 1]);
        const bool bare =
            !signs && apart && may_be_signed_with(lines[i]) && is_senders(fold(trim(lines[i])), senders);
        if (bare) name = i, signs = true;  // without a closing word
        if (signs) {
            std::size_t block = name + 1;
            while (block < lines.size() && !is_blank(lines[block])) ++block;
            std::size_t end = name + 1;
            for (std::size_t n = 0; end < lines.size() && n < most_lines; ++end) n += is_blank(lines[end]) ? 0 : 1;
            return {offset(name + 1), offset(block), offset(bare ? block : end)};
        }
        words_above = true;
    }
    return {};
}

}  // namespace

void doubt_below_sign_off(std::vector<Reading>& readings, std::string_view text,
                          const std::vector<Address>& senders) {
    const auto is_plain_vote = [](const Reading& r) { return r.type == ReadingType::vote && !r.line.empty(); };
    if (std::none_of(readings.begin(), readings.end(), is_plain_vote)) return;
    const SignOff off = sign_off_of(text, senders);
    if (off.begin == std::string_view::npos) return;
    const bool above = std::any_of(readings.begin(), readings.end(),
                                   [&](const Reading& r) { return is_answer(r) && r.offset < off.begin; });
    std::erase_if(readings, [&](const Reading& r) {
        if (!is_plain_vote(r) || r.offset < off.begin || r.offset >= off.end || !above) return false;
        const std::string line = fold(r.line);
        const bool afterthought = line.starts_with("ps") || line.starts_with("p.s");
        return !afterthought && (r.offset < off.block_end || has_contact(line));
    });
    for (Reading& r : readings)
        if (is_plain_vote(r) && r.offset >= off.begin && r.offset < off.end && r.confidence != Confidence::unclear)
            leave_unclear(r, ":below-rule", {});
}

}  // namespace assentd::words
