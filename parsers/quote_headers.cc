// SPDX-License-Identifier: Apache-2.0
//
// attribution  = line *5line, joined by blanks, such that (evidence counts, not the order of words)
//                  verb AND (date OR address) AND ends with ":"   and it starts like one, or
//                  date AND "<" address ">:" at the end            for languages without a verb, or
//                  starts with a date, ends with an address or a zone and a name   old web mail
// header-block = 2*12field-line [continuation], From among them
// mark         = 2*("-" / "_" / "=") words-of-the-table 2*("-" / "_" / "=")
#include "parsers/quote_headers.h"

#include <algorithm>
#include <bitset>
#include <optional>

#include "parsers/command_lines.h"
#include "parsers/fold.h"
#include "parsers/header_fields_data.h"
#include "parsers/phrase_index.h"
#include "parsers/quote_headers_data.h"
#include "parsers/vote_line.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_attribution = 500;
constexpr std::size_t short_line = 40;     // "On Tuesday," with its date on the next
constexpr std::size_t longest_block = 14;  // lines

bool digits_at(std::string_view s, std::size_t at, std::size_t count) {
    if (at + count > s.size()) return false;
    return std::all_of(s.begin() + static_cast<std::ptrdiff_t>(at),
                       s.begin() + static_cast<std::ptrdiff_t>(at + count), is_digit);
}

// A clock time, a year, or day and month in figures.
bool has_date(std::string_view s) {
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (!is_digit(s[i]) || (i > 0 && is_digit(s[i - 1]))) continue;
        std::size_t end = i;
        while (end < s.size() && is_digit(s[end])) ++end;
        const std::size_t width = end - i;
        const bool next_two = digits_at(s, end + 1, 2);
        if (width <= 2 && end < s.size() && s[end] == ':' && next_two) return true;
        if (width == 4 && (s.substr(i, 2) == "19" || s.substr(i, 2) == "20")) return true;
        if (width <= 2 && end + 1 < s.size() && (s[end] == '.' || s[end] == '/') && is_digit(s[end + 1])) return true;
        i = end;
    }
    return false;
}

bool starts_with_date(std::string_view s) {
    if (digits_at(s, 0, 4) && s.size() > 8 && (s[4] == '-' || s[4] == '/') && is_digit(s[5])) return true;
    return s.size() > 8 && is_digit(s[0]) && has_date(s.substr(0, 20));
}

bool has_clock(std::string_view s) {
    for (std::size_t colon = s.find(':'); colon != std::string_view::npos; colon = s.find(':', colon + 1))
        if (colon > 0 && is_digit(s[colon - 1]) && digits_at(s, colon + 1, 2)) return true;
    return false;
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
    const std::size_t year = s.find("20", figure);
    return year < longest_date && digits_at(s, year, 4);
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

bool has_address(std::string_view s) {
    const std::size_t at = s.find('@');
    return (at != std::string_view::npos && at > 0 && at + 1 < s.size() && is_word_byte(s[at - 1]) &&
            is_word_byte(s[at + 1])) ||
           s.find("mailto:") != std::string_view::npos;
}

// "Ana Example wrote", with nothing but a name (capitals) or an address before the verb.
bool begins_with_name(std::string_view original, std::string_view before_verb) {
    if (has_address(before_verb)) return before_verb.size() <= 160;
    constexpr std::array no_names{"i",  "we",    "you",   "he",   "she", "they",   "it", "who",
                                  "as", "these", "those", "some", "all", "people", "the"};
    const auto before = words_of(before_verb, 3);  // "nickname schrieb am …"
    if (!before.empty() && std::find(no_names.begin(), no_names.end(), before.front()) != no_names.end())
        return false;
    if (before.size() == 1 || before.size() == 2) return true;
    const auto names = words_of(original.substr(0, std::min(before_verb.size(), original.size())), 7);
    if (names.empty() || names.size() > 5) return false;
    return std::all_of(names.begin(), names.end(), [](std::string_view w) { return !(w[0] >= 'a' && w[0] <= 'z'); });
}

std::string_view without_decoration(std::string_view s) {
    constexpr std::string_view decoration = "-_*= ";
    while (!s.empty() && decoration.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && decoration.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return s;
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

bool may_start_attribution(const TextLine& line) {
    const std::string_view s = line.folded;
    if (s.size() < 2 || s.starts_with('>')) return false;
    if (s.size() <= short_line && starts_like_attribution(without_decoration(s))) return true;
    if (s.starts_with("---")) return true;
    const bool verb_first = find_verb(s) && find_verb(s)->begin == 0;
    return verb_first || std::any_of(s.begin(), s.end(), is_digit) || s.find('@') != std::string_view::npos;
}

std::optional<FieldKind> field_kind(std::string_view folded) {
    std::string_view s = folded;
    while (!s.empty() && (s.front() == '*' || s.front() == '_' || s.front() == ' ')) s.remove_prefix(1);
    const std::size_t colon = s.substr(0, 48).find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string name(without_decoration(s.substr(0, colon)));
    if (static_cast<unsigned char>(name[0]) >= 0xE3) std::erase(name, ' ');  // spread out: U+4E3B U+3000 U+9898
    const auto found = std::find_if(std::begin(field_names), std::end(field_names),
                                    [&](const FieldName& f) { return f.name == name; });
    if (found == std::end(field_names)) return std::nullopt;
    return found->kind;
}

// What an unknown field of the block says: a date, or a subject by its reply prefix.
std::optional<FieldKind> kind_by_value(std::string_view folded) {
    constexpr std::size_t longest_name = 40;
    const std::size_t colon = folded.substr(0, longest_name).find(": ");
    if (colon == std::string_view::npos || words_of(folded.substr(0, colon), 4).size() > 3) return std::nullopt;
    const std::string_view value = trim(folded.substr(colon + 1));
    if (value.starts_with("re: ") || value.starts_with("fwd: ")) return FieldKind::subject;
    if (has_date(value) && words_of(value, 12).size() <= 11 && !has_address(value)) return FieldKind::date;
    return std::nullopt;
}

template <std::size_t N>
bool holds_mark(std::string_view folded, const std::array<const char*, N>& marks) {
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
// Over how many lines an attribution that begins like this may be folded.
std::size_t most_folded(std::span<const TextLine> lines) {
    const std::string_view first = lines[0].folded;
    const bool next_dated = lines.size() > 1 && first.size() <= short_line && !first.ends_with('.') &&
                            !starts_with_starter(lines[1].folded) && has_date(lines[1].folded);
    const bool dated = has_date(first) || next_dated;
    if (starts_like_attribution(without_decoration(first)) && dated) return most_header_lines;
    const auto verb = find_verb(first);
    if (first.find('@') != std::string::npos) return 3;
    return verb && verb->begin == 0 ? 3 : verb && has_date(first) ? 2 : 1;
}

// "2026", "12/1/26", "01.12.26"
bool has_year(std::string_view s) {
    for (std::size_t at = 0; at + 4 <= s.size(); ++at) {
        if (!is_digit(s[at]) || (at > 0 && is_digit(s[at - 1]))) continue;
        if (s.substr(at, 2) == "20" && digits_at(s, at, 4)) return true;
        std::size_t end = at;
        std::size_t marks = 0;
        for (; end < s.size() && (is_digit(s[end]) || s[end] == '/' || s[end] == '.'); ++end)
            marks += !is_digit(s[end]);
        if (marks == 2 && is_digit(s[end - 1])) return true;
    }
    return false;
}

// "we are all away.", but not "at 10:00 a.m." or "Am Di., 3."
bool ends_sentence(std::string_view s) {
    constexpr std::size_t longest_shortening = 3;
    if (!s.ends_with('.')) return false;
    std::size_t letters = 0;
    for (std::size_t i = s.size() - 1; i > 0 && is_word_byte(s[i - 1]); --i) ++letters;
    return letters > longest_shortening;
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

std::size_t attribution_at(std::span<const TextLine> lines) {
    if (lines.empty()) return 0;
    if ((is_bare_attribution(lines[0]) || is_dated_sender(lines[0])) && quotation_below(lines)) return 1;
    if (is_attribution_with_text(lines[0])) return 1;
    if (!may_start_attribution(lines[0])) return 0;
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
        if (is_attribution(joined, first)) return k + 1;
        if (next.ends_with('!') || next.ends_with('?')) break;
    }
    return 0;
}

std::size_t header_block_at(std::span<const TextLine> lines, bool after_mark) {
    if (lines.empty() || !field_kind(lines[0].folded)) return 0;
    unsigned kinds = 0;
    std::size_t length = 0;
    std::size_t unknown = 0;
    bool addressed = false;
    for (std::size_t k = 0; k < lines.size() && k < longest_block; ++k) {
        if (lines[k].folded.empty()) {  // doubled line ends: the next line must go on with the block
            if (k + 1 >= lines.size() || !field_kind(lines[k + 1].folded)) break;
            continue;
        }
        auto kind = field_kind(lines[k].folded);
        if (kind == FieldKind::from) addressed = has_address(lines[k].folded);
        if (!kind && addressed) kind = kind_by_value(lines[k].folded);
        if (kind) {
            kinds |= 1u << static_cast<unsigned>(*kind);
            length = k + 1;
            unknown = 0;
        } else if (++unknown > 2) {
            break;
        }
    }
    const auto has = [&](FieldKind kind) { return (kinds >> static_cast<unsigned>(kind) & 1u) != 0; };
    if (!has(FieldKind::from)) return 0;
    const int others = has(FieldKind::date) + has(FieldKind::to) + has(FieldKind::subject);
    if (others < (after_mark ? 1 : 2)) return 0;
    while (length < lines.size() && length < longest_block && !lines[length].folded.empty()) ++length;
    return length;
}

bool is_reply_above_mark(std::string_view folded) {
    static const PhraseIndex<const char*> index{reply_above_marks};
    return folded.size() < 160 &&
           index.any_within(folded, folded.size(), [](std::size_t, std::string_view) { return true; });
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
