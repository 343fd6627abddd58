// SPDX-License-Identifier: Apache-2.0
#include "parsers/own_words/signatures.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/own_words/disclaimers_data.h"
#include "parsers/own_words/header_fields.h"
#include "parsers/own_words/signatures_data.h"
#include "parsers/phrase_index.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_mobile_line = 110;
constexpr std::size_t most_words_after_start = 8;

bool holds_clause(std::string_view rest) {
    if (rest.find(',') != std::string_view::npos) return true;
    for (std::string_view word : words_of(rest))
        if (is_one_of(word, clause_words)) return true;
    return false;
}

// "outlook mobile<https://example.org>" -> "outlook mobile"
std::string_view without_link(std::string_view s) {
    return trim(s.substr(0, std::min(s.find('<'), s.find('('))));
}

// "sent from my phone, please excuse typos" -> "sent from my phone"
std::string_view without_excuse(std::string_view s) {
    for (std::size_t at = s.find_first_of(",.;-"); at != std::string_view::npos;
         at = s.find_first_of(",.;-", at + 1)) {
        const std::string_view rest = trim(s.substr(at + 1));
        for (std::string_view excuse : excuses)
            if (starts_with_phrase(rest, excuse)) return trim(s.substr(0, at));
    }
    return s;
}

// Cheap, for every line is asked.
bool may_be_mobile_line(std::string_view s) {
    static const PhraseIndex<const char*> anywhere{mobile_phrases};
    return std::any_of(mobile_lines.begin(), mobile_lines.end(),
                       [&](const MobileLine& m) { return starts_with_phrase(s, m.start); }) ||
           anywhere.any_within(s);
}

bool is_telephone(std::string_view word) {
    std::size_t digits = 0;
    for (char c : word) digits += is_digit(c) ? 1 : 0;
    return digits >= 7;
}

}  // namespace

bool is_signature_delimiter(std::string_view raw) {
    const std::string_view s = trim(raw);
    if (raw.starts_with("    ") || raw.starts_with('\t')) return false;
    constexpr std::array delimiters{"--",           "-\u2013", "\u2013\u2013", "- --", "\u2014", "\u2013",
                                    "\u2014\u2014", "\u1427",  "\u2015",       "-- .", "__"};
    return std::any_of(delimiters.begin(), delimiters.end(), [&](std::string_view d) { return s == d; });
}

bool is_rule(std::string_view raw) {
    const std::string_view s = trim(raw);
    if (s.size() < 3) return false;
    for (std::string_view dash : {"\u2014", "\u2013", "\u2015", "\u2500", "\u2501", "\u2550", "\uFF3F", "\uFF0D"}) {
        if (!s.starts_with(dash) || s.size() < 3 * dash.size()) continue;
        std::size_t at = 0;
        while (s.substr(at).starts_with(dash)) at += dash.size();
        return at == s.size();
    }
    constexpr std::string_view marks = "-_=~#*+";
    if (marks.find(s[0]) == std::string_view::npos) return false;
    return std::all_of(s.begin(), s.end(), [&](char c) { return c == s[0] || c == ' ' || c == '-' || c == '='; }) &&
           static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) * 2 <= s.size();
}

bool may_be_heading(std::string_view folded) {
    if (folded.empty()) return false;
    return std::string_view(".!?").find(folded.back()) == std::string_view::npos && !is_digit(folded.back());
}

bool is_mobile_line(std::string_view folded) {
    if (folded.empty() || folded.size() > longest_mobile_line + 200) return false;
    std::string_view s = folded;
    while (!s.empty() && (s.front() == '-' || s.front() == '*' || s.front() == '_' || s.front() == ' ' ||
                          s.front() == '[' || s.front() == '<' || s.front() == '('))
        s.remove_prefix(1);
    if (!may_be_mobile_line(s)) return false;
    s = without_excuse(without_link(s));
    const bool sentence = s.ends_with('.') && s.starts_with("sent ") && words_of(s, 8).size() > 6;
    if (sentence) return false;
    if (s.empty() || s.size() > longest_mobile_line) return false;
    for (const MobileLine& m : mobile_lines) {
        if (!starts_with_phrase(s, m.start)) continue;
        if (s.find(m.holds) == std::string_view::npos) continue;
        const std::string_view rest = s.substr(m.start.size());
        if (words_of(rest).size() <= most_words_after_start && !holds_clause(rest)) return true;
    }
    if (words_of(s).size() > 8 || holds_clause(s)) return false;
    return std::any_of(mobile_phrases.begin(), mobile_phrases.end(),
                       [&](std::string_view phrase) { return find_phrase(s, phrase) != std::string_view::npos; });
}

bool is_link(std::string_view folded) {
    if (folded.starts_with('<') && folded.ends_with('>')) folded = folded.substr(1, folded.size() - 2);
    return folded.find(' ') == std::string_view::npos &&
           (folded.starts_with("http:") || folded.starts_with("https:"));
}

bool is_closing_line(std::string_view folded) {
    if (folded.starts_with('[')) folded.remove_prefix(1);  // a link in Markdown
    std::string_view s = without_link(folded);
    if (const std::size_t excuse = s.find(". "); excuse != std::string_view::npos) s = s.substr(0, excuse);
    while (s.ends_with('.')) s.remove_suffix(1);
    if (s.empty() || s.size() > longest_mobile_line) return false;
    const auto holds = [&](std::string_view word) { return s.find(word) != std::string_view::npos; };
    static const PhraseIndex<const char*> programs{sending_programs};
    if (!programs.stands_in(s)) return false;
    if (words_of(s, 16).size() > 12) return false;
    const bool outlook = holds("outlook") && (holds("ios") || holds("android")) && words_of(s, 9).size() <= 8;
    if (outlook && !holds_clause(s)) return true;
    return std::any_of(sending_lines.begin(), sending_lines.end(),
                       [&](const SendingLine& l) { return s.starts_with(l.start) && s.ends_with(l.end); });
}

bool is_list_footer(std::string_view folded) {
    std::string_view s = folded;
    while (!s.empty() && !is_word_byte(s.front())) s.remove_prefix(1);
    if (s == "unsubscribe" || s.starts_with("unsubscribe<") || s.starts_with("unsubscribe http")) return true;
    static const PhraseIndex<const char*> index{footer_starts};
    const auto is_start = [&](std::string_view text) {
        const auto starts = index.may_begin(text);
        return std::any_of(starts.begin(), starts.end(),
                           [&](const auto& start) { return text.starts_with(start.phrase); });
    };
    return is_start(s) || is_start(folded);
}

bool is_disclaimer(std::span<const TextLine> lines) {
    std::string joined;
    for (std::size_t k = 0; k < lines.size() && k < 3 && !lines[k].folded.empty(); ++k)
        joined.append(lines[k].folded.substr(0, 240)).push_back(' ');
    if (joined.size() < 16) return false;
    return std::any_of(disclaimers.begin(), disclaimers.end(), [&](const Disclaimer& d) {
        const std::size_t subject = joined.find(d.subject);
        if (subject == std::string::npos || subject > (d.claim.empty() ? 3 : 90)) return false;
        return joined.find(d.claim) != std::string::npos;
    });
}

bool is_programs(std::span<const TextLine> lines) {
    const auto& [raw, folded] = lines.front();
    return is_rule(raw) || is_signature_delimiter(raw) || is_original_mark(folded) || is_mobile_line(folded) ||
           is_closing_line(folded) || is_list_footer(folded) || is_disclaimer(lines) ||
           header_block_at(lines, true) > 0 || attribution_at(lines) > 0;
}

bool rule_cuts(std::span<const TextLine> lines, std::size_t below, const TextLine* above) {
    const std::string_view rule = lines.front().raw;
    const bool last = lines.size() == 1;
    const bool underlines = above && may_be_heading(above->folded) && !last && rule.size() <= above->raw.size() + 3;
    const TextLine* first = nullptr;
    std::size_t tail = 0;
    bool contact = false;
    for (std::size_t k = 1; k <= below; ++k) {
        const auto& [raw, folded] = lines[k];
        if (folded.empty()) continue;
        if (attribution_at(lines.subspan(k)) > 0) break;
        if (!first) first = &lines[k];
        if (is_rule(raw)) continue;
        if (is_list_footer(folded) || is_signature_delimiter(raw)) return true;
        if (tail == 0 && (is_mobile_line(folded) || is_disclaimer(lines.subspan(k)))) return true;
        contact = contact || has_contact(folded);
        ++tail;
    }
    if (tail == 0) return !underlines || last;
    if (underlines) return false;
    if ((contact && tail <= most_tail_lines) || (tail <= 4 && is_name(first->raw))) return true;
    return trim(rule).starts_with("_____") && tail <= most_tail_lines;
}

bool is_name(std::string_view raw) {
    const std::string_view s = trim(raw);
    const auto names = words_of(s, 6);
    if (names.size() < 2 || names.size() > 4 || s.size() > 50 || !is_word_byte(s.back())) return false;
    return std::all_of(names.begin(), names.end(),
                       [](std::string_view w) { return !(w[0] >= 'a' && w[0] <= 'z') && !is_digit(w[0]); });
}

bool has_contact(std::string_view folded) {
    if (folded.find("http:") != std::string_view::npos || folded.find("https:") != std::string_view::npos ||
        folded.find("www.") != std::string_view::npos)
        return true;
    if (const std::size_t at = folded.find('@'); at != std::string_view::npos && at > 0) return true;
    for (std::string_view phrase : footer_phrases)
        if (folded.find(phrase) != std::string_view::npos) return true;
    std::size_t digits = 0;
    for (char c : folded) digits += is_digit(c) ? 1 : 0;
    return digits >= 7 && is_telephone(folded);
}

}  // namespace assentd::words
