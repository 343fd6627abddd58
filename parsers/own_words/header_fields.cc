// SPDX-License-Identifier: Apache-2.0
//
// block      = 2*12field-line [continuation], From among them, and something that only headers have: an address, a
//              year, a time, or fields of all four kinds
//            / notes-block / flat-block
// field-line   may stand in a paragraph of its own. A name that is in no table is known by its value.
#include "parsers/own_words/header_fields.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "parsers/fold.h"
#include "parsers/own_words/header_fields_data.h"
#include "parsers/proposals/head_lines.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_block = 24;  // lines, blank ones among them
constexpr std::size_t longest_name = 48;   // bytes

std::optional<FieldKind> kind_of(std::string_view name) {
    std::string plain(without_decoration(name));
    if (plain.empty()) return std::nullopt;
    if (static_cast<unsigned char>(plain[0]) >= 0xE3) std::erase(plain, ' ');  // spread out: U+4E3B U+3000 U+9898
    static const auto kinds = [] {
        std::unordered_map<std::string_view, FieldKind> all;
        for (const FieldName& f : field_names) all.emplace(f.name, f.kind);
        return all;
    }();
    const auto found = kinds.find(plain);
    if (found == kinds.end()) return std::nullopt;
    return found->second;
}

std::optional<FieldKind> field_kind(std::string_view folded) {
    const std::size_t colon = folded.substr(0, longest_name).find(':');
    return colon == folded.npos ? std::nullopt : kind_of(folded.substr(0, colon));
}

// "Label: value" with a label of a few words.
std::optional<std::string_view> labelled_value(std::string_view folded) {
    const std::size_t colon = folded.substr(0, longest_name).find(": ");
    if (colon == folded.npos || colon == 0 || words_of(folded.substr(0, colon), 4).size() > 3) return std::nullopt;
    return trim(folded.substr(colon + 1));
}

// What an unknown field of the block says: a date, or a subject by its reply prefix.
std::optional<FieldKind> kind_by_value(std::string_view folded) {
    const auto value = labelled_value(folded);
    if (!value) return std::nullopt;
    if (value->starts_with("re: ") || value->starts_with("fwd: ")) return FieldKind::subject;
    if (value->ends_with('>') && has_address(*value)) return FieldKind::other;  // "Reply to: Ana <ana@example.org>"
    if (has_date(*value) && words_of(*value, 12).size() <= 11 && !has_address(*value)) return FieldKind::date;
    return std::nullopt;
}

// What the lines of a block have shown so far.
class Kinds {
  public:
    void add(FieldKind kind) { seen_ |= 1u << static_cast<unsigned>(kind); }
    void look_at(std::string_view line) { headers_only_ = headers_only_ || has_address(line) || is_time(line); }
    bool has(FieldKind kind) const { return (seen_ >> static_cast<unsigned>(kind) & 1u) != 0; }
    int others() const { return has(FieldKind::date) + has(FieldKind::to) + has(FieldKind::subject); }
    // "From: Berlin", "To: Paris", "Date: Friday" is a journey.
    bool are_of_a_header() const { return headers_only_ || others() == 3; }

  private:
    static bool is_time(std::string_view line) { return has_year(line) || has_clock(line); }

    unsigned seen_ = 0;
    bool headers_only_ = false;
};

// Where each field is a paragraph of its own: whether one of the next few lines goes on with the block.
bool goes_on_below(std::span<const TextLine> lines) {
    std::size_t looked_at = 0;
    for (const TextLine& line : lines) {
        if (line.folded.empty()) continue;
        if (field_kind(line.folded)) return true;
        if (++looked_at > 1 || line.folded.size() > 100) return false;
    }
    return false;
}

// "A: 3" / "" / "From: Ana <ana@example.org>" / "Sent: …" / "To: …": an answer above a block that is whole without
// it.
bool stands_above_block(std::span<const TextLine> lines) {
    const auto is_field = [](const TextLine& line) { return field_kind(line.folded).has_value(); };
    const auto near = lines.first(std::min(lines.size(), longest_block));
    const auto from =
        std::find_if(near.begin(), near.end(), [](const TextLine& l) { return begins_with_from(l.folded); });
    return near.end() - from > 2 && is_field(from[1]) && is_field(from[2]) &&
           !std::all_of(near.begin(), from, is_field);
}

std::size_t named_block_at(std::span<const TextLine> lines, bool after_mark) {
    if (stands_above_block(lines)) return 0;
    Kinds kinds;
    std::size_t length = 0;
    std::size_t unknown = 0;
    bool addressed = false;
    for (std::size_t k = 0; k < lines.size() && k < longest_block; ++k) {
        const std::string_view line = lines[k].folded;
        if (line.empty()) {
            if (!goes_on_below(lines.subspan(k, std::min<std::size_t>(5, lines.size() - k)))) break;
            continue;
        }
        auto kind = field_kind(line);
        addressed = addressed || (k < 3 && has_address(line));
        if (!kind && addressed) kind = kind_by_value(line);
        if (kind) {
            kinds.add(*kind);
            length = k + 1;
            unknown = 0;
        } else if (++unknown > 2) {
            break;
        }
        kinds.look_at(line);
    }
    // "Date: Wed, 16 May 2012 00:15:02" / "To: ana@example.org": a From may be missing where both are surely headers.
    const bool dated = field_kind(lines[0].folded) == FieldKind::date && has_year(lines[0].folded) &&
                       has_clock(lines[0].folded) && kinds.has(FieldKind::to) && addressed;
    if (!dated && (!kinds.has(FieldKind::from) || kinds.others() < (after_mark ? 1 : 2))) return 0;
    if (!after_mark && !kinds.are_of_a_header()) return 0;
    return length;
}

// "From: Ana <ana@example.org> Date: 30/11/2026 12:00 To: …": all on one line.
bool is_flat_block(std::string_view folded) {
    if (!begins_with_from(folded) || !has_address(folded) || !(has_year(folded) || has_clock(folded))) return false;
    std::size_t begin = folded.find(':') + 1;
    for (std::size_t colon = folded.find(':', begin); colon != folded.npos; colon = folded.find(':', begin)) {
        std::size_t name = colon;
        while (name > begin && is_word_byte(folded[name - 1])) --name;
        if (const auto kind = kind_of(folded.substr(name, colon - name)); kind && *kind != FieldKind::from)
            return true;
        begin = colon + 1;
    }
    return false;
}

// Notes: a name or address, below it the date, and fields whose names have no colon.
//     "Ana Example" <ana@example.org> / 30/11/2026 12:00 / To / board@example.org / cc / Subject / Re: door
std::size_t notes_block_at(std::span<const TextLine> lines) {
    constexpr std::size_t longest = 90;
    const std::string_view first = lines[0].folded;
    if (first.size() > longest || first.ends_with('.') || first.ends_with('!') || first.ends_with('?')) return 0;
    const auto texts = [&](std::size_t k) {
        while (k < lines.size() && lines[k].folded.empty()) ++k;
        return k;
    };
    const std::size_t date = texts(1);
    if (date >= lines.size() || date > 2 || lines[date].folded.empty() || !is_digit(lines[date].folded[0])) return 0;
    if (!has_year(lines[date].folded) || !has_clock(lines[date].folded)) return 0;
    Kinds kinds;
    std::size_t length = 0;
    const auto look_for_name = [&](std::string_view line, std::size_t k) {
        const std::string_view name = line.substr(0, line.find(' '));
        if (const auto kind = kind_of(name); kind && *kind != FieldKind::from) kinds.add(*kind), length = k + 1;
    };
    if (const std::size_t last = lines[date].folded.rfind(' '); last != std::string_view::npos) {
        const std::string_view before = trim(lines[date].folded.substr(0, last));  // "03.06.2024 10:11 to ana"
        look_for_name(lines[date].folded.substr(last + 1), date);
        look_for_name(before.substr(before.rfind(' ') + 1), date);
    }
    for (std::size_t k = date + 1; k < lines.size() && k < longest_block; ++k) look_for_name(lines[k].folded, k);
    if (!kinds.has(FieldKind::to) || !kinds.has(FieldKind::subject)) return 0;
    return std::min(length + 1, lines.size());  // the subject may stand below its name
}

// "From "Ana"" / "To "Ben"" / "Date 3/3/2026 10:00" / "Subject Roof", as eM Client writes below its mark.
std::size_t colonless_block_at(std::span<const TextLine> lines) {
    const auto kind = [&](std::size_t k) { return kind_of(lines[k].folded.substr(0, lines[k].folded.find(' '))); };
    if (kind(0) != FieldKind::from) return 0;
    std::size_t n = 1;
    while (n < lines.size() && n < longest_block && kind(n)) ++n;
    return n >= 3 ? n : 0;
}

}  // namespace

bool begins_with_from(std::string_view folded) {
    return field_kind(folded) == FieldKind::from;
}

std::size_t header_block_at(std::span<const TextLine> lines, bool after_mark) {
    if (lines.empty() || lines[0].folded.empty()) return 0;
    if (is_flat_block(lines[0].folded)) return 1;
    std::size_t length = field_kind(lines[0].folded) ? named_block_at(lines, after_mark) : 0;
    if (length == 0 && after_mark) length = colonless_block_at(lines);
    if (length == 0) return notes_block_at(lines);
    while (length < lines.size() && length < longest_block && !lines[length].folded.empty()) ++length;
    return length;
}

std::size_t unnamed_block_at(std::span<const TextLine> lines) {
    std::size_t n = 0;
    bool dated = false;
    for (; n < lines.size() && n < longest_block; ++n) {
        const auto value = labelled_value(lines[n].folded);
        if (!value || value->empty()) break;
        const std::string_view raw = trim(lines[n].raw);
        if (is_head_key(raw.substr(0, raw.find(':')))) return 0;
        if (n == 0 && !(has_address(*value) && (value->ends_with('>') || value->find(' ') == value->npos))) return 0;
        dated = dated || (has_year(*value) && has_clock(*value) && !has_address(*value));
    }
    return n >= 3 && dated ? n : 0;
}

}  // namespace assentd::words
