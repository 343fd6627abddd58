// SPDX-License-Identifier: Apache-2.0
// Reading copies of text: lower case, plain signs, plain blanks, so that tables of words need one spelling each.
// Pure functions, linear in their input; any bytes are accepted.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assentd::words {

// A reading copy and, for each of its bytes, where in the original that character began (one more for the end).
// Lower case for Latin, Greek and Cyrillic; full-width forms, Unicode plus, minus and hyphens, curly quotes and the
// many blanks become their ASCII kin; zero-width characters, variation selectors and skin tones vanish; "=2B",
// "&plus;" and "&minus;" before a digit, and "=20" at the end of a line, left over by broken software, become what
// they stand for.
struct Folded {
    std::string text;
    std::vector<std::uint32_t> origin;
};
Folded fold_with_origin(std::string_view);
std::string fold(std::string_view);
// The same without accents, for names of people and options ("Café" is "cafe"; see decision/plain_name.h).
Folded fold_name_with_origin(std::string_view);
std::string fold_name(std::string_view);

// Lines without their ends; CR before LF is dropped. No line for an end at the very end.
std::vector<std::string_view> lines_of(std::string_view);

// Without blanks (space, tab, CR, LF, no-break space) at either end.
std::string_view trim(std::string_view);
bool is_blank(std::string_view);
void trim_blank_lines(std::string&);  // at either end

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline constexpr std::array<bool, 256> word_bytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
    return table;
}();
// Letter, digit, or any byte of a non-ASCII character. Asked of every byte of every mail.
inline bool is_word_byte(char c) {
    return word_bytes[static_cast<unsigned char>(c)];
}

// The words of a text: runs of word bytes, with inner apostrophes and hyphens. At most `limit`.
std::vector<std::string_view> words_of(std::string_view, std::size_t limit = 64);
// The first name in a line, as concerns have them: "cost", "new-office"; "ben/cost" where answers are sealed, because
// each has names of their own then. Empty: none.
std::string_view name_in(std::string_view);
// What stands behind `part`, which is a piece of `s` (or empty: all of it).
std::string_view behind(std::string_view s, std::string_view part);

// Chinese, Japanese and Korean do not put blanks between words.
inline bool needs_no_boundary(std::string_view phrase) {
    const auto lead = static_cast<unsigned char>(phrase.front());
    return lead >= 0xE3 && lead <= 0xED;
}
// True when `text` starts with `phrase`, which is not empty, and the phrase ends at a word boundary. Whole tables are
// asked this of every line: most differ in the first byte or the last.
inline bool starts_with_phrase(std::string_view text, std::string_view phrase) {
    if (text.size() < phrase.size() || text.front() != phrase.front() || text[phrase.size() - 1] != phrase.back() ||
        !text.starts_with(phrase))
        return false;
    return text.size() == phrase.size() || needs_no_boundary(phrase) || !is_word_byte(phrase.back()) ||
           !is_word_byte(text[phrase.size()]);
}
// Whether the word is one of a table's, which most of the table tell by their first byte.
template <typename Table>
bool is_one_of(std::string_view word, const Table& table) {
    return !word.empty() &&
           std::any_of(table.begin(), table.end(), [&](const auto& w) { return w[0] == word[0] && word == w; });
}
// Position of a phrase at word boundaries, or npos.
std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from = 0);

// Number of single-character edits (insert, delete, replace, swap of neighbours), or limit + 1 when there are more.
std::size_t edit_distance(std::string_view, std::string_view, std::size_t limit);

}  // namespace assentd::words
