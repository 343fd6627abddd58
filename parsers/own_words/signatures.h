// SPDX-License-Identifier: Apache-2.0
// Recognises lines below which a mail is no longer its sender's words: signature delimiters, lines of mobile
// programs, disclaimers, list footers. Pure; works on reading copies (parsers/fold.h).
#pragma once

#include <span>
#include <string_view>

#include "parsers/own_words/quote_headers.h"

namespace assentd::words {

// "-- ", "--", "- --", an em dash or the mark of a mail tracker, alone on a line.
bool is_signature_delimiter(std::string_view raw);

// Three or more of one of - _ = ~ # * +, or of a long dash, alone on a line. Whether such a rule cuts depends on what
// stands around it.
bool is_rule(std::string_view raw);

// Whether the rule, the first of the lines, has nothing but a signature or footer in the `below` lines under it; else
// it divides or underlines a text. `above`: the own line there, if any.
inline constexpr std::size_t most_tail_lines = 8;
bool rule_cuts(std::span<const TextLine> lines, std::size_t below, const TextLine* above);

// Words that a rule below may underline: no sentence that has ended, and no vote.
bool may_be_heading(std::string_view folded);

// Nothing but a link.
bool is_link(std::string_view folded);

// "Sent from my phone" and kin, in many languages; not a sentence that happens to start so.
bool is_mobile_line(std::string_view folded);

// With what the mail was sent, in many languages: to be cut only where nothing own stands below it.
bool is_closing_line(std::string_view folded);

// The first line of a list footer or an unsubscribe notice.
bool is_list_footer(std::string_view folded);

// The first lines of a disclaimer about confidentiality.
bool is_disclaimer(std::span<const TextLine> lines);

// What mail programs and lists put there, or a quotation's header: the first of the lines is nobody's words.
bool is_programs(std::span<const TextLine> lines);

// Two to four words that all begin with a capital: a person's name, most likely.
bool is_name(std::string_view raw);

// Web address, mail address or telephone number: what the lines under a rule show when they are a signature.
bool has_contact(std::string_view folded);

}  // namespace assentd::words
