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
#include <optional>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/quote_headers_data.h"

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

bool starts_with_starter(std::string_view s) {
    static const PhraseIndex<const char*> index{attribution_starters};
    return index.longest_at_start(s) != nullptr;
}

bool starts_like_attribution(std::string_view s) {
    return starts_with_date(s) || starts_with_starter(s);
}

struct VerbPlace {
    std::size_t begin;
    std::size_t end;
};
std::optional<VerbPlace> find_verb(std::string_view s) {
    std::optional<VerbPlace> last;
    for (const AttributionVerb& v : attribution_verbs)
        if (const std::size_t at = find_phrase(s, v.verb); at != std::string_view::npos)
            if (!last || at > last->begin) last = VerbPlace{at, at + v.verb.size()};
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
    constexpr std::array pronouns{"i", "we", "you", "he", "she", "they", "it", "who", "as"};
    const auto before = words_of(before_verb, 3);  // "nickname schrieb am …"
    if (before.size() == 1 || before.size() == 2)
        if (std::find(pronouns.begin(), pronouns.end(), before.front()) == pronouns.end()) return true;
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
    if (!date && !address) return false;
    const auto verb = find_verb(s);
    if (verb) {
        const bool at_end = verb->end + 12 >= s.size();
        const bool starts = verb->begin == 0 || starts_like_attribution(s) ||
                            begins_with_name(original_first_line, s.substr(0, verb->begin));
        const bool closed = colon || (at_end && date && (decorated || address));
        if (closed && (starts || (at_end && (address || (date && colon))))) return true;
        return colon && date && address && s.size() < 200;
    }
    if (colon && date && address && (s.ends_with('>') || s.ends_with("님"))) return true;
    if (colon && date && address && starts_with_date(s)) return true;
    return starts_with_date(s) && digits_at(s, 0, 4) &&
           ((address && s.ends_with('>')) || (!address && zone_and_name(s)));
}

bool may_start_attribution(const TextLine& line) {
    const std::string_view s = line.folded;
    if (s.size() < 2 || s.starts_with('>')) return false;
    if (s.size() <= short_line && starts_like_attribution(without_decoration(s))) return true;
    return std::any_of(s.begin(), s.end(), is_digit) || s.find('@') != std::string_view::npos;
}

std::optional<FieldKind> field_kind(std::string_view folded) {
    std::string_view s = folded;
    while (!s.empty() && (s.front() == '*' || s.front() == '_' || s.front() == ' ')) s.remove_prefix(1);
    const std::size_t colon = s.substr(0, 48).find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view name = without_decoration(s.substr(0, colon));
    const auto found =
        std::find_if(field_names.begin(), field_names.end(), [&](const FieldName& f) { return f.name == name; });
    if (found == field_names.end()) return std::nullopt;
    return found->kind;
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

std::size_t attribution_at(std::span<const TextLine> lines) {
    if (lines.empty() || !may_start_attribution(lines[0])) return 0;
    const std::string_view first = trim(lines[0].raw);
    std::string joined;
    const bool next_dated = lines.size() > 1 && lines[0].folded.size() <= short_line &&
                            !starts_with_starter(lines[1].folded) && has_date(lines[1].folded);
    const bool dated = has_date(lines[0].folded) || next_dated;
    const bool folds = starts_like_attribution(without_decoration(lines[0].folded)) && dated;
    const std::size_t most = folds ? most_header_lines : lines[0].folded.find('@') == std::string::npos ? 1u : 2u;
    std::size_t used = 0;
    for (std::size_t k = 0; k < lines.size() && used < most && k < 10; ++k) {
        const std::string& next = lines[k].folded;
        if (next.empty()) {
            if (!folds || joined.empty() || joined.size() > 90)
                break;  // a blank line inside: rare, and only after a date
            continue;
        }
        if (k > 0 && next.starts_with("> ") && next.find("wrote") == std::string::npos) break;
        if (k > 0 && !folds && starts_with_starter(next) && has_date(next)) break;
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
    for (std::size_t k = 0; k < lines.size() && k < longest_block; ++k) {
        if (lines[k].folded.empty()) {  // doubled line ends: the next line must go on with the block
            if (k + 1 >= lines.size() || !field_kind(lines[k + 1].folded)) break;
            continue;
        }
        if (const auto kind = field_kind(lines[k].folded)) {
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
    return holds_mark(folded, original_marks);
}

bool is_forward_mark(std::string_view folded) {
    if (holds_mark(folded, forward_marks)) return true;
    std::string_view s = folded;
    if (!s.ends_with(':')) return false;
    s = trim(s.substr(0, s.size() - 1));
    return std::any_of(forward_lines.begin(), forward_lines.end(), [&](std::string_view line) { return s == line; });
}

}  // namespace assentd::words
