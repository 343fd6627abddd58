// SPDX-License-Identifier: Apache-2.0
//
// attribution  = line *5line, joined by blanks, such that (evidence counts, not the order of words)
//                  verb AND (date OR address) AND ends with ":"   and it starts like one, or
//                  date AND "<" address ">:" at the end            for languages without a verb, or
//                  starts with a date, ends with an address or a zone and a name   old web mail
// mark         = 2*("-" / "_" / "=") words-of-the-table 2*("-" / "_" / "=")
#include "parsers/own_words/quote_headers.h"

#include <algorithm>
#include <bitset>
#include <optional>

#include "parsers/commands/command_lines.h"
#include "parsers/fold.h"
#include "parsers/own_words/header_fields.h"
#include "parsers/own_words/quote_headers_data.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_attribution = 500;
constexpr std::size_t short_line = 40;  // "On Tuesday," with its date on the next

bool starts_with_date(std::string_view s) {
    if (digits_at(s, 0, 4) && s.size() > 8 && (s[4] == '-' || s[4] == '/') && is_digit(s[5])) return true;
    return s.size() > 8 && is_digit(s[0]) && has_date(s.substr(0, 20));
}

// "tirs. den 3. mar. 2026", "Mar 3, 2026": the name of a day or month in whatever language, then figures and a year.
bool starts_with_named_date(std::string_view s) {
    constexpr std::size_t longest_name = 26;  // bytes
    constexpr std::size_t longest_date = 50;
    const std::string_view near = s.substr(0, longest_name + 1);
    const auto figure = static_cast<std::size_t>(std::find_if(near.begin(), near.end(), is_digit) - near.begin());
    if (figure == near.size() || figure == 0) return false;
    const std::string_view named = s.substr(0, figure);
    if (!is_word_byte(s[0]) || words_of(named, 4).size() > 3) return false;
    if (named.find(':') != named.npos) return false;  // "Start: 14 Dec 2026, all teams." is somebody's own line
    for (std::size_t at = s.find("20", figure); at < longest_date; at = s.find("20", at + 1))
        if (digits_at(s, at, 4)) return true;  // not the first figures of "20. lokakuuta 2017"
    return false;
}

bool starts_with_starter(std::string_view s) {
    static const PhraseIndex<const char*> index{attribution_starters};
    return index.longest_at_start(s) != nullptr;
}

bool starts_like_attribution(std::string_view s) {
    return starts_with_date(s) || starts_with_named_date(s) || starts_with_starter(s);
}

struct VerbPlace {
    std::size_t begin;
    std::size_t end;
};
std::optional<VerbPlace> find_verb(std::string_view s) {
    static const PhraseIndex<AttributionVerb> index{attribution_verbs};
    std::bitset<attribution_verbs.size()> seen;
    std::optional<VerbPlace> last;  // among the first places of each
    index.any_within(s, s.size(), [&](std::size_t at, const AttributionVerb& v) {
        const auto row = static_cast<std::size_t>(&v - attribution_verbs.data());
        if (seen.test(row)) return false;
        seen.set(row);
        if (!last || at > last->begin) last = VerbPlace{at, at + v.phrase.size()};
        return false;
    });
    return last;
}

// "Ana Example wrote", with nothing but a name (capitals) or an address before the verb.
bool begins_with_name(std::string_view original, std::string_view before_verb) {
    if (has_address(before_verb)) return before_verb.size() <= 160;
    constexpr std::array no_names{"i",  "we",    "you",   "he",   "she", "they",   "it", "who",
                                  "as", "these", "those", "some", "all", "people", "the"};
    const auto before = words_of(before_verb, 3);  // "nickname schrieb am …"
    if (!before.empty() && is_one_of(before.front(), no_names)) return false;
    if (before.size() == 1 || before.size() == 2) return true;
    const auto names = words_of(original.substr(0, std::min(before_verb.size(), original.size())), 7);
    if (names.empty() || names.size() > 5) return false;
    return std::all_of(names.begin(), names.end(), [](std::string_view w) { return !(w[0] >= 'a' && w[0] <= 'z'); });
}

bool zone_and_name(std::string_view s) {
    const std::size_t at = s.find(" gmt");
    return at != std::string_view::npos && at < 24 && words_of(s.substr(at), 12).size() <= 8;
}

bool is_attribution(std::string_view joined, std::string_view original_first_line) {
    std::string_view s = without_decoration(joined);
    const bool decorated = s.size() + 4 <= joined.size();
    if (s.size() < 10 || s.size() > longest_attribution) return false;
    const bool colon = s.ends_with(':');
    if (colon) s = without_decoration(s.substr(0, s.size() - 1));
    if (s.empty()) return false;
    const bool date = has_date(s);
    const bool address = has_address(s);
    const auto verb = find_verb(s);
    if (verb && colon && verb->end == s.size() && joined.starts_with("---") && joined.ends_with("---")) return true;
    if (!date && !address) return false;
    if (verb) {
        const bool at_end = verb->end + 12 >= s.size();
        const bool starts = verb->begin == 0 || starts_like_attribution(s) ||
                            begins_with_name(original_first_line, s.substr(0, verb->begin));
        const bool bracketed =
            verb->begin == 0 && has_clock(s) && s.ends_with(')');  // "Quoting Ana (2026-03-03 10:00)"
        const bool closed = colon || bracketed || (at_end && date && (decorated || address));
        if (closed && (starts || (at_end && (address || (date && colon))))) return true;
        return colon && date && address && has_clock(s) && s.size() < 200;
    }
    if (colon && date && address && (s.ends_with('>') || s.ends_with(']') || s.ends_with("님"))) return true;
    if (colon && date && address && (starts_with_date(s) || (starts_with_named_date(s) && has_clock(s)))) return true;
    return starts_with_date(s) && digits_at(s, 0, 4) &&
           ((address && s.ends_with('>')) || (!address && zone_and_name(s)));
}

// "Ana Example wrote:", "On Monday, Ana wrote:": too little to be one, unless the quotation stands right below it.
bool is_bare_attribution(const TextLine& line) {
    constexpr std::size_t longest = 80;
    const std::string_view s = line.folded;
    if (s.size() > longest || !s.ends_with(':')) return false;
    const std::string_view words = trim(s.substr(0, s.size() - 1));
    const auto verb = find_verb(words);
    if (!verb || verb->end != words.size() || verb->begin == 0) return false;
    const std::string_view before = words.substr(0, verb->begin);
    return starts_with_starter(words) || begins_with_name(trim(line.raw), before);
}

// "On 5 Mar 2026, Board <board@example.org> wrote:   We want …": the Yahoo app puts the quotation behind its header.
bool is_attribution_with_text(const TextLine& line) {
    const std::string_view s = line.folded;
    if (!starts_like_attribution(s)) return false;
    for (std::size_t at = s.find(":  "); at != std::string_view::npos; at = s.find(":  ", at + 1)) {
        const std::string_view header = s.substr(0, at + 1);
        if (has_address(header) && has_date(header) && find_verb(header) && is_attribution(header, trim(line.raw)))
            return true;
    }
    return false;
}

bool quotation_below(std::span<const TextLine> lines) {
    const auto next =
        std::find_if(lines.begin() + 1, lines.end(), [](const TextLine& l) { return !l.folded.empty(); });
    return next != lines.end() && next->folded.starts_with('>');
}

// "\"Board\" board@example.org – 5 March 2026 09:14", as Nextcloud writes: only right above a quotation.
bool is_dated_sender(const TextLine& line) {
    const std::string_view s = line.folded;
    return s.size() > 5 && digits_at(s, s.size() - 2, 2) && s[s.size() - 3] == ':' && has_address(s) &&
           s.find(" - ") != std::string_view::npos && words_of(s, 13).size() <= 12;
}

// The verb of an attribution, or its colon, that a program broke onto a line of its own.
bool is_lone_end(std::string_view folded) {
    if (!folded.ends_with(':')) return false;
    const std::string_view words = trim(folded.substr(0, folded.size() - 1));
    if (words.empty()) return true;
    const auto verb = find_verb(words);
    return verb && verb->begin == 0 && verb->end == words.size();
}

bool may_start_attribution(const TextLine& line) {
    const std::string_view s = line.folded;
    if (s.size() < 2 || s.starts_with('>')) return false;
    if (s.size() <= short_line && starts_like_attribution(without_decoration(s))) return true;
    if (s.starts_with("---")) return true;
    if (s.ends_with('<')) return true;  // its address is on the next line
    const bool verb_first = find_verb(s) && find_verb(s)->begin == 0;
    return verb_first || std::any_of(s.begin(), s.end(), is_digit) || s.find('@') != std::string_view::npos;
}

// "-------- Original message --------From: Ana": the mark, without the fields that run on behind it.
std::string_view without_fields(std::string_view s) {
    constexpr std::size_t longest_mark = 100;
    const std::string_view inner = without_decoration(s.substr(0, longest_mark));
    if (!s.starts_with("--") && !s.starts_with("__")) return s;
    const auto front = static_cast<std::size_t>(inner.data() - s.data());
    const std::size_t behind = std::min(s.find("---", front), s.find("___", front));
    if (behind == s.npos) return s;
    const std::string_view rest = without_decoration(s.substr(behind));
    if (!begins_with_from(rest)) return s;
    return s.substr(0, static_cast<std::size_t>(rest.data() - s.data()));
}

template <std::size_t N>
bool holds_mark(std::string_view whole, const std::array<const char*, N>& marks) {
    const std::string_view folded = without_fields(whole);
    const std::string_view inner = without_decoration(folded);
    if (inner.empty() || inner.size() > 120) return false;
    const auto front = static_cast<std::size_t>(inner.data() - folded.data());
    const std::size_t back = folded.size() - front - inner.size();
    if (front < 2 || (back < 2 && !inner.ends_with(':'))) return false;
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return find_phrase(inner, mark) <= 12; });
}

}  // namespace

namespace {
// "we are all away.", but not "at 10:00 a.m." or "Am Di., 3."
bool ends_sentence(std::string_view s) {
    constexpr std::size_t longest_shortening = 3;
    if (!s.ends_with('.')) return false;
    std::size_t letters = 0;
    for (std::size_t i = s.size() - 1; i > 0 && is_word_byte(s[i - 1]); --i) ++letters;
    return letters > longest_shortening;
}

// "Ana Example" right above "<ana@example.org>, 2 Kas 2026 …", where programs fold that put the name first. One word
// is no name that surely, and is one above the address of a decision.
bool is_name_above_address(std::span<const TextLine> lines) {
    constexpr std::size_t most_words = 6;
    if (lines.size() < 2 || !lines[1].folded.starts_with('<') || !has_address(lines[1].folded)) return false;
    const std::string_view raw = trim(lines[0].raw);
    if (raw.empty() || raw.size() > short_line || !is_word_byte(raw.back()) ||
        !votes_in_line(lines[0].folded).empty())
        return false;
    const auto group = words_of(raw, most_words + 1);
    if (raw.find_first_of("<>=:;/[(|") != raw.npos) return false;
    if (group.size() == 1)
        return lines[1].folded.substr(0, lines[1].folded.find('@')).find("+d") != std::string_view::npos;
    return group.size() <= most_words &&
           std::all_of(group.begin(), group.end(), [](std::string_view word) { return fold(word) != word; });
}

// "2026 um 09:04 …", "de 2026 às …": a date was broken in front of its year.
bool begins_with_year(std::string_view folded) {
    if (folded.starts_with("de ")) folded.remove_prefix(3);
    return digits_at(folded, 0, 4);
}

// Over how many lines an attribution that begins like this may be folded.
std::size_t most_folded(std::span<const TextLine> lines) {
    if (is_name_above_address(lines)) return 4;
    const std::string_view first = lines[0].folded;
    const bool ends =
        first.ends_with('.') && (ends_sentence(first) || lines.size() < 2 || !begins_with_year(lines[1].folded));
    const bool next_dated = lines.size() > 1 && first.size() <= short_line && !ends &&
                            !starts_with_starter(lines[1].folded) && has_date(lines[1].folded);
    const bool dated = has_date(first) || next_dated;
    if (starts_like_attribution(without_decoration(first)) && dated) return most_header_lines;
    const auto verb = find_verb(first);
    const bool address_next = lines.size() > 1 && starts_with_starter(first) && lines[1].folded.starts_with('<');
    if (first.find('@') != std::string::npos || first.ends_with('<') || address_next) return 3;
    return verb && verb->begin == 0 ? 3 : verb && has_date(first) ? 2 : 1;
}

// What somebody says themselves is no part of an attribution, whatever dates and names stand around it: "+1" between
// "In 2019 we had that." and "Ana wrote:".
bool says_something(const TextLine& line) {
    constexpr std::size_t longest = 100;  // a program folds at 80; what is longer holds names and addresses
    const std::string_view s = line.folded;
    if (s.size() > longest || has_address(s)) return false;
    if (s.ends_with(':') && find_verb(s)) return false;  // "No Eun wrote:"
    const auto command = read_command(line.raw);
    return !votes_in_line(s).empty() || (command && command->confidence != Confidence::unclear);
}
}  // namespace

bool answers_surely(const TextLine& line) {
    const auto votes = votes_in_line(line.folded);
    const auto command = read_command(line.raw);
    return std::any_of(votes.begin(), votes.end(),
                       [](const FoundVote& v) {
                           return v.confidence == Confidence::exact ||
                                  (v.confidence == Confidence::near && !v.is_word);
                       }) ||
           (command && command->confidence == Confidence::exact);
}

namespace {
std::size_t header_behind_words(std::string_view raw) {
    constexpr std::string_view mark = "-----";
    const bool closed = raw.ends_with(':') || trim(raw).ends_with(':') || trim(raw).ends_with("\uFF1A");
    if (raw.size() > TextLine::folded_bytes || raw.starts_with('>')) return 0;
    if (!closed && raw.find(mark) == raw.npos) return 0;
    const Folded line = fold_with_origin(raw);
    const std::string_view text = line.text;
    for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
        const std::string_view rest = trim(text.substr(at));
        const bool marks = rest.starts_with(mark) && (is_original_mark(rest) || is_forward_mark(rest));
        const bool attributes = closed && starts_with_starter(rest) && has_date(rest) && is_attribution(rest, rest);
        if (!marks && !attributes) continue;
        const std::size_t begin = line.origin[at];
        return says_something({raw.substr(0, begin), trim(text.substr(0, at))}) ? begin : 0;
    }
    return 0;
}

}  // namespace

std::vector<std::string_view> lines_apart(std::string_view text) {
    constexpr std::size_t most = 20;
    std::vector<std::string_view> lines = lines_of(text);
    for (std::size_t i = 0, apart = 0; i < lines.size() && apart < most; ++i) {
        const std::string_view line = lines[i];
        const std::size_t header = header_behind_words(line);
        if (header == 0) continue;
        lines[i] = line.substr(0, header);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(i + 1), line.substr(header));
        ++apart;
    }
    return lines;
}

std::size_t attribution_at(std::span<const TextLine> lines) {
    if (lines.empty()) return 0;
    if ((is_bare_attribution(lines[0]) || is_dated_sender(lines[0])) && quotation_below(lines)) return 1;
    if (is_attribution_with_text(lines[0])) return 1;
    if (!may_start_attribution(lines[0]) && !is_name_above_address(lines)) return 0;
    const std::string_view first = trim(lines[0].raw);
    std::string joined;
    const std::size_t most = most_folded(lines);
    const bool folds = most == most_header_lines;
    std::size_t used = 0;
    for (std::size_t k = 0; k < lines.size() && used < most && k < 10; ++k) {
        const std::string_view next = lines[k].folded;
        if (next.empty()) {
            if (!folds || joined.empty() || joined.size() > 90 || ends_sentence(joined))
                break;  // a blank line inside: rare, and only after a date
            continue;
        }
        if (k > 0 && next.starts_with("> ") && !(next.ends_with(':') && find_verb(next))) break;
        if (k > 0 && !folds && starts_with_starter(next) && has_date(next)) break;
        // "On 14 Dec we are away." above "On Tue, 1 Dec 2026, Ana wrote:": each date begins its own.
        const bool two_dates = k > 0 && has_year(joined) && has_year(next);
        if (two_dates &&
            (starts_like_attribution(without_decoration(next)) || is_attribution(next, trim(lines[k].raw))))
            break;
        if ((k > 0 || folds) && says_something(lines[k])) break;
        if (!joined.empty()) joined += ' ';
        joined += next;
        ++used;
        if (joined.size() > longest_attribution) break;
        if (is_attribution(joined, first))
            return k + (k + 1 < lines.size() && is_lone_end(lines[k + 1].folded) ? 2 : 1);
        if (next.ends_with('!') || next.ends_with('?')) break;
    }
    return 0;
}

bool is_reply_above_mark(std::string_view folded) {
    static const PhraseIndex<const char*> index{reply_above_marks};
    return folded.size() < 160 && index.any_within(folded);
}

bool is_bare_mark(std::string_view folded) {
    static const PhraseIndex<const char*> index{original_marks, forward_marks};
    const std::string_view s = without_decoration(folded);
    const auto marks = index.may_begin(s);
    return std::any_of(marks.begin(), marks.end(), [&](const auto& mark) { return s == mark.phrase; });
}

bool is_original_mark(std::string_view folded) {
    if (holds_mark(folded, original_marks)) return true;
    return folded.starts_with("---") && folded.ends_with("---") && without_decoration(folded) == "original";
}

bool is_unmarked_header(std::string_view raw) {
    const std::string_view s = trim(raw);
    constexpr std::size_t longest = 160;
    if (!s.starts_with(">>> ") || s.size() > longest || s.starts_with(">>> >")) return false;
    return (s.ends_with(" >>>") || s.ends_with(':')) && has_date(s);
}

bool is_forward_mark(std::string_view folded) {
    if (holds_mark(folded, forward_marks)) return true;
    std::string_view s = folded;
    if (!s.ends_with(':')) return false;
    s = trim(s.substr(0, s.size() - 1));
    return std::any_of(forward_lines.begin(), forward_lines.end(), [&](std::string_view line) { return s == line; });
}

}  // namespace assentd::words
