// SPDX-License-Identifier: Apache-2.0
//
// subject = *(prefix / tag) title
// prefix  = word ["[" 1*DIGIT "]" / "(" 1*DIGIT ")" / "^" 1*DIGIT / 1*DIGIT] [SP] ":"      word in a table
// tag     = "[" text "]"
#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/head_lines.h"

namespace assentd {
namespace {

struct Prefix {
    std::string_view word;
    std::string_view languages;
};
constexpr std::array prefixes{
    Prefix{"re", "English and most"},
    Prefix{"fw", "English"},
    Prefix{"fwd", "English"},
    Prefix{"aw", "German"},
    Prefix{"antw", "German, Dutch"},
    Prefix{"antwort", "German"},
    Prefix{"wg", "German"},
    Prefix{"weitergeleitet", "German"},
    Prefix{"ré", "French"},
    Prefix{"rép", "French"},
    Prefix{"réf", "French"},
    Prefix{"ref", "French"},
    Prefix{"tr", "French"},
    Prefix{"rv", "Spanish"},
    Prefix{"res", "Portuguese"},
    Prefix{"enc", "Portuguese"},
    Prefix{"reenviado", "Spanish"},
    Prefix{"rif", "Italian"},
    Prefix{"r", "Italian"},
    Prefix{"i", "Italian"},
    Prefix{"inoltro", "Italian"},
    Prefix{"doorst", "Dutch"},
    Prefix{"betreft", "Dutch"},
    Prefix{"sv", "Swedish, Danish, Norwegian"},
    Prefix{"svar", "Danish, Norwegian"},
    Prefix{"vs", "Finnish, Danish, Norwegian"},
    Prefix{"vb", "Swedish"},
    Prefix{"vl", "Finnish"},
    Prefix{"vid", "Danish"},
    Prefix{"odp", "Polish, Czech"},
    Prefix{"pd", "Polish"},
    Prefix{"ad", "Czech"},
    Prefix{"fs", "Slovenian"},
    Prefix{"na", "Croatian"},
    Prefix{"yan", "Turkish"},
    Prefix{"ynt", "Turkish"},
    Prefix{"ilt", "Turkish"},
    Prefix{"i̇lt", "Turkish"},
    Prefix{"отв", "Russian"},
    Prefix{"ответ", "Russian"},
    Prefix{"на", "Russian"},
    Prefix{"пер", "Russian"},
    Prefix{"пересл", "Russian"},
    Prefix{"vá", "Hungarian"},
    Prefix{"továbbítás", "Hungarian"},
    Prefix{"ang", "Swedish"},
    Prefix{"απ", "Greek"},
    Prefix{"πρθ", "Greek"},
    Prefix{"atb", "Welsh"},
    Prefix{"ymn", "Welsh"},
    Prefix{"回复", "Chinese"},
    Prefix{"回覆", "Chinese"},
    Prefix{"答复", "Chinese"},
    Prefix{"答覆", "Chinese"},
    Prefix{"转发", "Chinese"},
    Prefix{"轉寄", "Chinese"},
    Prefix{"轉發", "Chinese"},
    Prefix{"返信", "Japanese"},
    Prefix{"転送", "Japanese"},
    Prefix{"답장", "Korean"},
    Prefix{"회신", "Korean"},
    Prefix{"전달", "Korean"},
    Prefix{"תגובה", "Hebrew"},
    Prefix{"השב", "Hebrew"},
    Prefix{"הועבר", "Hebrew"},
    Prefix{"رد", "Arabic"},
    Prefix{"إعادة توجيه", "Arabic"},
    Prefix{"trả lời", "Vietnamese"},
};

constexpr std::size_t most_prefixes = 200;

// How many bytes of `s` are a reply or forward prefix with its colon.
std::size_t prefix_size(std::string_view s) {
    std::size_t colon = s.find(':');
    std::size_t width = 1;
    if (const std::size_t wide = s.find("\uFF1A"); wide < colon) colon = wide, width = 3;
    if (colon == std::string_view::npos || colon > 32) return 0;
    std::string_view word = words::trim(s.substr(0, colon));
    while (!word.empty() &&
           (words::is_digit(word.back()) || std::string_view("[]()^*").find(word.back()) != word.npos))
        word.remove_suffix(1);
    const std::string wanted = words::fold(words::trim(word));
    const bool known =
        std::any_of(prefixes.begin(), prefixes.end(), [&](const Prefix& p) { return p.word == wanted; });
    return known ? colon + width : 0;
}

}  // namespace

Title read_title(std::string_view subject) {
    Title title;
    std::string_view s = words::trim(subject);
    for (std::size_t n = 0; n < most_prefixes; ++n) {
        s = words::trim(s);
        if (const std::size_t size = prefix_size(s); size > 0) {
            s.remove_prefix(size);
        } else if (const std::size_t close = s.find(']'); s.starts_with('[') && close != std::string_view::npos) {
            const std::string_view tag = words::trim(s.substr(1, close - 1));
            if (!tag.empty()) title.tags.emplace_back(tag);
            s.remove_prefix(close + 1);
        } else {
            break;
        }
    }
    bool blank = false;
    for (char c : words::trim(s)) {  // folding leaves runs of blanks
        const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (is_space && blank) continue;
        title.title.push_back(is_space ? ' ' : c);
        blank = is_space;
    }
    return title;
}

}  // namespace assentd
