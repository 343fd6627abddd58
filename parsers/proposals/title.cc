// SPDX-License-Identifier: Apache-2.0
//
// subject = *(prefix / tag) title
// prefix  = word ["[" 1*DIGIT "]" / "(" 1*DIGIT ")" / "^" 1*DIGIT / 1*DIGIT] [SP] ":"      word in a table
// tag     = "[" text "]"
#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {
namespace {

struct Prefix {
    std::string_view word;
    std::string_view languages;
    bool forwards = false;
};
constexpr std::array prefixes{
    Prefix{"re", "English and most"},
    Prefix{"fw", "English", true},
    Prefix{"fwd", "English", true},
    Prefix{"aw", "German"},
    Prefix{"antw", "German, Dutch"},
    Prefix{"antwort", "German"},
    Prefix{"wg", "German", true},
    Prefix{"weitergeleitet", "German", true},
    Prefix{"ré", "French"},
    Prefix{"rép", "French"},
    Prefix{"réf", "French"},
    Prefix{"ref", "French"},
    Prefix{"tr", "French", true},
    Prefix{"rv", "Spanish", true},
    Prefix{"res", "Portuguese"},
    Prefix{"enc", "Portuguese", true},
    Prefix{"reenviado", "Spanish", true},
    Prefix{"rif", "Italian"},
    Prefix{"r", "Italian"},
    Prefix{"i", "Italian", true},
    Prefix{"inoltro", "Italian", true},
    Prefix{"doorst", "Dutch", true},
    Prefix{"betreft", "Dutch"},
    Prefix{"sv", "Swedish, Danish, Norwegian"},
    Prefix{"svar", "Danish, Norwegian"},
    Prefix{"vs", "Finnish, Danish, Norwegian"},
    Prefix{"vb", "Swedish", true},
    Prefix{"vl", "Finnish", true},
    Prefix{"vid", "Danish", true},
    Prefix{"odp", "Polish, Czech"},
    Prefix{"pd", "Polish", true},
    Prefix{"ad", "Czech"},
    Prefix{"fs", "Slovenian", true},
    Prefix{"na", "Croatian"},
    Prefix{"yan", "Turkish"},
    Prefix{"ynt", "Turkish"},
    Prefix{"ilt", "Turkish", true},
    Prefix{"i̇lt", "Turkish", true},
    Prefix{"отв", "Russian"},
    Prefix{"ответ", "Russian"},
    Prefix{"на", "Russian"},
    Prefix{"пер", "Russian", true},
    Prefix{"пересл", "Russian", true},
    Prefix{"vá", "Hungarian"},
    Prefix{"továbbítás", "Hungarian", true},
    Prefix{"ang", "Swedish"},
    Prefix{"απ", "Greek"},
    Prefix{"πρθ", "Greek", true},
    Prefix{"atb", "Welsh"},
    Prefix{"ymn", "Welsh", true},
    Prefix{"回复", "Chinese"},
    Prefix{"回覆", "Chinese"},
    Prefix{"答复", "Chinese"},
    Prefix{"答覆", "Chinese"},
    Prefix{"转发", "Chinese", true},
    Prefix{"轉寄", "Chinese", true},
    Prefix{"轉發", "Chinese", true},
    Prefix{"返信", "Japanese"},
    Prefix{"転送", "Japanese", true},
    Prefix{"답장", "Korean"},
    Prefix{"회신", "Korean"},
    Prefix{"전달", "Korean", true},
    Prefix{"תגובה", "Hebrew"},
    Prefix{"השב", "Hebrew"},
    Prefix{"הועבר", "Hebrew", true},
    Prefix{"رد", "Arabic"},
    Prefix{"إعادة توجيه", "Arabic", true},
    Prefix{"trả lời", "Vietnamese"},
};

constexpr std::size_t most_prefixes = 200;

struct FoundPrefix {
    std::size_t size = 0;  // with its colon
    bool forwards = false;
};

// A reply or forward prefix at the start of `s`.
FoundPrefix prefix_of(std::string_view s) {
    std::size_t colon = s.find(':');
    std::size_t width = 1;
    if (const std::size_t wide = s.find("\uFF1A"); wide < colon) colon = wide, width = 3;
    if (colon == std::string_view::npos || colon > 32) return {};
    std::string_view word = words::trim(s.substr(0, colon));
    while (!word.empty() &&
           (words::is_digit(word.back()) || std::string_view("[]()^*").find(word.back()) != word.npos))
        word.remove_suffix(1);
    const std::string wanted = words::fold(words::trim(word));
    const auto known =
        std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& p) { return p.word == wanted; });
    return known == prefixes.end() ? FoundPrefix{} : FoundPrefix{colon + width, known->forwards};
}

}  // namespace

Title read_title(std::string_view subject) {
    Title title;
    std::string_view s = words::trim(subject);
    for (std::size_t n = 0; n < most_prefixes; ++n) {
        s = words::trim(s);
        if (const auto prefix = prefix_of(s); prefix.size > 0) {
            s.remove_prefix(prefix.size);
            title.is_forwarded = title.is_forwarded || (prefix.forwards && !title.is_reply);
            title.is_reply = title.is_reply || !prefix.forwards;
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
