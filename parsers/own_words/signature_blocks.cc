// SPDX-License-Identifier: Apache-2.0
//
// signature = [closing [on-behalf]] name *( contact / company / note / motto / detail )
//   contact = labels and numbers alone, or an address behind a label or of the sender's domain
//   detail  = a few words with capitals, that are no sentence and no vote
#include "parsers/own_words/signature_blocks.h"

#include <algorithm>
#include <array>

#include "parsers/automatic/automatic_patterns.h"
#include "parsers/fold.h"
#include "parsers/own_words/signature_blocks_data.h"
#include "parsers/own_words/signatures.h"
#include "parsers/own_words/signatures_data.h"
#include "parsers/reasons.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_line = 160;  // bytes
constexpr std::size_t most_lines = 14;     // below the name

bool is_number(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '-'; });
}
bool is_day(std::string_view word) {  // "2026-11-30"
    return word.size() == 10 && word[4] == '-' && word[7] == '-';
}

// Nothing but labels and numbers, and enough digits for a telephone.
bool is_telephone_line(std::string_view folded) {
    const auto group = words_of(folded);
    const bool plain = std::all_of(group.begin(), group.end(), [](std::string_view w) {
        return (is_number(w) && !is_day(w)) || is_one_of(w, contact_labels);
    });
    return plain && std::count_if(folded.begin(), folded.end(), is_digit) >= 7;
}

bool is_of_senders_domain(std::string_view word, const std::vector<Address>& senders) {
    return std::any_of(senders.begin(), senders.end(), [&](const Address& sender) {
        const std::string address = fold(sender.address);
        return word == address ||
               (address.find('@') != address.npos && word == "www." + address.substr(address.find('@') + 1));
    });
}

// "E: ben@example.org | www.example.org"
bool is_address_line(std::string_view folded, const std::vector<Address>& senders) {
    bool known = false;
    for (std::string_view rest = folded; !rest.empty();) {
        const std::size_t end = std::min(rest.find_first_of(" |"), rest.size());
        std::string_view word = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        while (word.starts_with('<')) word.remove_prefix(1);
        while (word.ends_with('>') || word.ends_with(',')) word.remove_suffix(1);
        const auto group = words_of(word, 2);
        if (group.empty() || is_number(group[0])) continue;
        const bool label = group.size() == 1 && is_one_of(group[0], contact_labels);
        const bool senders_own = is_of_senders_domain(word, senders);
        if (!label && !senders_own && word.find('@') == word.npos && !word.starts_with("www.") &&
            !word.starts_with("http"))
            return false;
        known = known || label || senders_own;
    }
    return known && folded.find_first_of("@.") != folded.npos;
}

template <typename Table>
const auto* begins_with_one(std::string_view folded, const Table& table) {
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const auto& r) { return starts_with_phrase(folded, r.phrase); });
    return row == table.end() ? nullptr : &*row;
}

bool holds_clause(std::string_view folded) {
    const auto group = words_of(folded);
    return std::any_of(group.begin(), group.end(), [](std::string_view w) { return is_one_of(w, clause_words); });
}

bool is_company_line(std::string_view folded) {
    return begins_with_one(folded, company_labels) && folded.find_first_of(":0123456789") != folded.npos &&
           !holds_clause(folded);
}

bool is_note(std::string_view folded, bool below_name) {
    constexpr std::size_t most_words = 6;  // of days, or of networks
    if (folded.find('?') != folded.npos || speaks_of_decision(folded)) return false;
    const SignatureNote* note = begins_with_one(folded, signature_notes);
    if (!note) return false;
    if (note->kind == NoteKind::anybody) return true;
    const std::string_view rest = trim(folded.substr(note->phrase.size()));
    const auto group = words_of(rest, most_words + 1);
    if (note->kind == NoteKind::network)
        return group.size() <= most_words &&
               std::any_of(group.begin(), group.end(), [](std::string_view w) { return is_one_of(w, networks); });
    if (!below_name) return false;
    if (rest.empty() || rest == ".") return true;
    if (rest[0] == '.') return is_note(trim(rest.substr(1)), below_name);
    return rest[0] == ':' && (group.size() <= most_words || is_link(trim(rest.substr(1)))) && !holds_clause(rest);
}

// "The best is yet to come" - a singer
bool is_motto(std::string_view folded) {
    constexpr std::size_t most_of_author = 4;
    const std::size_t close = folded.starts_with('"') ? folded.find('"', 1) : folded.npos;
    if (close == folded.npos || words_of(folded.substr(1, close - 1), 3).size() < 3) return false;
    const std::string_view behind = trim(folded.substr(close + 1));
    const bool dash = behind.starts_with('-') || behind.starts_with("\u2013") || behind.starts_with("\u2014");
    const auto author = words_of(behind, most_of_author + 1);
    return dash && !author.empty() && author.size() <= most_of_author && !holds_clause(behind) &&
           votes_in_line(behind).empty();
}

bool has_capital(std::string_view word) {
    return (word[0] >= 'A' && word[0] <= 'Z') || is_digit(word[0]) || static_cast<unsigned char>(word[0]) >= 0x80;
}

std::size_t letters(std::string_view word) {
    return static_cast<std::size_t>(std::count_if(
        word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// A vote, and no "for" within what somebody does: "Amt für Technik".
bool votes(std::string_view folded) {
    const auto found = votes_in_line(folded);
    return std::any_of(found.begin(), found.end(), [&](const FoundVote& v) {
        const bool within = v.begin > 0 && v.end < folded.size();
        return !within || !is_one_of(folded.substr(v.begin, v.end - v.begin), links_of_jobs);
    });
}

// "Head of Procurement", "12345 Musterstadt"; a job has small letters in many languages, so the first line may, too.
bool is_detail(std::string_view raw, std::string_view folded, bool first) {
    constexpr std::size_t longest_small = 3;
    constexpr std::size_t most_words = 8;
    constexpr std::size_t most_of_job = 3;
    if (std::string_view(".?!:").find(raw.back()) != raw.npos || !has_capital(raw)) return false;
    const auto group = words_of(raw, most_words + 1);  // "IT" is no clause
    if (group.empty() || group.size() > most_words || votes(folded) || holds_clause(raw)) return false;
    return (first && group.size() <= most_of_job) || std::all_of(group.begin(), group.end(), [](std::string_view w) {
               return letters(w) <= longest_small || has_capital(w);
           });
}

}  // namespace

bool is_picture(std::string_view folded) {
    if (folded.starts_with("[cid:") && folded.ends_with(']')) return true;
    if (!folded.starts_with("<http") || !folded.ends_with('>') || folded.find(' ') != folded.npos) return false;
    const std::string_view link = folded.substr(0, folded.size() - 1);
    return link.ends_with(".png") || link.ends_with(".jpg") || link.ends_with(".jpeg") || link.ends_with(".gif");
}

namespace {

bool is_footer_line(std::string_view folded) {
    if (folded.empty() || folded.size() > longest_line) return false;
    if (is_picture(folded)) return true;
    if (is_note(folded, false)) return true;
    const std::size_t colon = folded.find(':');
    return colon != folded.npos && is_one_of(trim(folded.substr(0, colon)), classification_labels) &&
           words_of(folded.substr(colon + 1), 4).size() <= 3;
}

}  // namespace

std::size_t footer_lines(std::span<const TextLine> lines) {
    const auto words =
        std::find_if(lines.begin(), lines.end(), [](const TextLine& l) { return !is_footer_line(l.folded); });
    return static_cast<std::size_t>(words - lines.begin());
}

bool is_senders_name(std::string_view line, const std::vector<Address>& senders) {
    constexpr std::size_t most_words = 6;
    std::string folded = fold(trim(line.substr(0, longest_line)));
    folded.resize(trim(std::string_view(folded).substr(0, folded.find('('))).size());  // "(he/him)"
    const auto group = words_of(folded, most_words + 1);
    if (group.empty() || group.size() > most_words) return false;
    const auto name =
        std::find_if(group.begin(), group.end(), [](std::string_view w) { return !is_one_of(w, titles); });
    if (name == group.end()) return false;
    const std::string_view said =
        std::string_view(folded).substr(static_cast<std::size_t>(name->data() - folded.data()));
    return is_senders(said, senders);
}

namespace {

std::size_t closing_above(std::span<const std::string_view> lines) {
    const auto above = [&](std::size_t i) {
        for (std::size_t n = 1; n <= 2 && n <= i; ++n)
            if (!is_blank(lines[i - n])) return i - n;
        return i;
    };
    const std::size_t name = lines.size() - 1;
    std::size_t i = above(name);
    if (i < name && is_one_of(fold(trim(lines[i].substr(0, longest_line))), signing_for_others)) i = above(i);
    return i < name && is_closing(lines[i]) ? name - i : 0;
}

}  // namespace

std::optional<std::size_t> signs(std::span<const std::string_view> lines, bool apart,
                                 const std::vector<Address>& senders) {
    constexpr std::size_t longest_name = 80;
    if (lines.empty() || is_blank(lines.back()) || lines.back().size() > longest_name) return {};
    const std::size_t closing = closing_above(lines);
    if (!apart && closing == 0) return {};
    const bool name = is_senders_name(lines.back(), senders) || (closing > 0 && is_name(lines.back()));
    return name ? std::optional(closing) : std::nullopt;
}

std::vector<std::string_view> raw_lines(std::span<const TextLine> lines) {
    std::vector<std::string_view> raw;
    for (const TextLine& line : lines) raw.push_back(line.raw);
    return raw;
}

Below below_name(std::span<const std::string_view> lines, const std::vector<Address>& senders) {
    Below found = Below::details;
    std::size_t seen = 0;
    for (const std::string_view line : lines) {
        const std::string_view raw = trim(line);
        if (raw.empty()) continue;
        if (seen++ == most_lines || raw.size() > longest_line) return Below::words;
        const std::string folded = fold(raw);
        if (is_telephone_line(folded) || is_address_line(folded, senders) || is_company_line(folded) ||
            is_note(folded, true) || is_picture(folded))
            found = Below::signature;
        else if (!is_motto(folded) && !is_detail(raw, folded, seen == 1))
            return Below::words;
    }
    return seen == 0 ? Below::words : found;
}

}  // namespace assentd::words
