// SPDX-License-Identifier: Apache-2.0
//
// sign-off = closing LF [blank-line] name LF signature       words above, or the name being the sender's
//          / blank-line senders-name LF signature             words above; the lines that touch the name
// end      = [closing LF] [blank-line] senders-name          without closing: below a blank line or a whole sentence
#include "parsers/own_words/sign_offs.h"

#include <algorithm>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/ballot_whole.h"
#include "parsers/fold.h"
#include "parsers/own_words/signature_blocks.h"
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

namespace {

bool is_part_of_name(std::string_view folded, const std::vector<Address>& senders, bool whole) {
    return std::any_of(senders.begin(), senders.end(), [&](const Address& sender) {
        const std::string name =
            fold(sender.name.empty() ? sender.address.substr(0, sender.address.find('@')) : std::string(sender.name));
        const auto group = words_of(name, most_name_words);
        return std::any_of(group.begin(), group.end(), [&](std::string_view word) {
            return whole ? word == folded && folded.size() > 1 : word.starts_with(folded);
        });
    });
}

// In a line of its own: one word, and no sign.
bool is_lone_word(const Reading& r) {
    const auto group = words_of(r.line, 2);
    return group.size() == 1 && strip(r.line).size() == group[0].size() &&
           (is_ballot(r) || (r.type == ReadingType::vote && r.rule.starts_with("word:")));
}

// What stands above says something, is not led over to the word by a colon, and is apart from it: no mere greeting,
// and no list of options.
bool is_below_words(const Reading& r, std::string_view text) {
    const std::string_view above = text.substr(0, r.offset);
    const auto lines = lines_of(trim(above));
    if (lines.empty() || trim(lines.back()).ends_with(':')) return false;
    if (!above.ends_with("\n\n") && !is_closing(lines.back())) return false;
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
        const bool greets = line.data() == lines.front().data() && is_greeting(line);
        return !greets && (words_of(line, 2).size() > 1 || line.find_first_of("+-") != line.npos || is_closing(line));
    });
}

// "Yes" / "" / "No" of No Example says both.
bool is_contradicted(const Reading& name, const std::vector<Reading>& readings) {
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& r) {
        return r.type == ReadingType::vote && is_lone_word(r) && r.position && r.position != name.position;
    });
}

}  // namespace

void drop_own_names(std::vector<Reading>& readings, std::string_view text, const std::vector<Address>& senders) {
    const auto is_own = [&](const Reading& r, bool whole) {
        return is_lone_word(r) && is_below_words(r, text) && is_part_of_name(fold(strip(r.line)), senders, whole);
    };
    const std::vector<Reading> all = readings;
    std::erase_if(readings,
                  [&](const Reading& r) { return !is_ballot(r) && is_own(r, true) && !is_contradicted(r, all); });
    if (readings.empty()) return;
    Reading& last = readings.back();
    const bool capital = !last.line.empty() && fold(last.line.substr(0, 1)) != last.line.substr(0, 1);
    if (!is_own(last, false) || !capital || last.line.ends_with('!') || !is_blank(text.substr(last.end))) return;
    const std::string option(strip(last.line));
    const bool has_its_place = std::any_of(readings.begin(), readings.end() - 1, [&](const Reading& r) {
        return r.ranks.contains(option) || r.scores.contains(option) ||
               std::find(r.approvals.begin(), r.approvals.end(), option) != r.approvals.end();
    });
    if (has_its_place)
        readings.pop_back();
    else
        leave_unclear(last, ":initial", "\"" + last.line + "\" may be an answer, or how you sign");
}

std::string_view without_own_sign_off(std::string_view text, const std::vector<Address>& senders) {
    const std::string_view s = trim(text);
    const std::vector<std::string_view> lines = lines_of(s);
    if (lines.size() < 2) return text;
    const std::string_view name = trim(lines.back());
    if (!may_be_signed_with(name) || !is_word_byte(name[0]) || !is_senders_name(name, senders)) return text;
    std::size_t end = lines.size() - 1;
    const bool apart = is_blank(lines[end - 1]);
    const auto skip_blank_lines = [&] {
        while (end > 0 && is_blank(lines[end - 1])) --end;
    };
    skip_blank_lines();
    const bool closed = is_closing(trim(lines[end - 1]));
    if (closed) --end;
    skip_blank_lines();
    // A name may be the last word of what is said: "The speech ends with the words", "The board is".
    const std::string_view above = end > 0 ? trim(lines[end - 1]) : std::string_view();
    const bool is_said_to_the_end = !above.empty() && std::string_view(".!?)").find(above.back()) != above.npos;
    if (!is_said_to_the_end || !(apart || closed)) return text;
    const std::string_view left = trim(s.substr(0, static_cast<std::size_t>(lines[end].data() - s.data())));
    return left.empty() ? text : left;
}

}  // namespace assentd::words
