// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/encoded_words.h"

#include <optional>

#include "decision/text.h"
#include "parsers/ascii.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/transfer_codecs.h"

namespace assentd {

namespace {

struct Word {
    std::string charset;  // lower case, without RFC 2231's language
    std::string bytes;
    std::size_t end = 0;  // behind its "?="
};

std::string decode_q(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_') {
            out += ' ';
        } else if (text[i] == '=' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
                   hex_value(text[i + 2]) >= 0) {
            out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

// The word at `at`, where "=?" stands. A charset or a text of any length is looked for only as far as it can go.
std::optional<Word> word_at(std::string_view s, std::size_t at) {
    constexpr std::size_t longest_charset = 60;
    const std::size_t charset_end = s.substr(0, at + 2 + longest_charset).find('?', at + 2);
    if (charset_end == std::string_view::npos || charset_end + 2 >= s.size() || s[charset_end + 2] != '?') return {};
    const std::string_view charset = s.substr(at + 2, charset_end - at - 2);
    if (charset.find_first_of(" \t=<>\"") != std::string_view::npos) return {};
    const char encoding = to_lower(s[charset_end + 1]);
    if (encoding != 'q' && encoding != 'b') return {};
    const std::size_t text = charset_end + 3;
    // A Q text may begin with "=": "=?utf-8?Q?=41?=". Its "?=" in front is no end.
    const bool starts_coded = encoding == 'q' && text + 2 < s.size() && s[text] == '=' && hex_value(s[text + 1]) >= 0;
    const std::size_t end = s.find("?=", text + (starts_coded ? 1 : 0));
    if (end == std::string_view::npos) return {};
    Word word;
    word.charset = lower(charset.substr(0, charset.find('*')));
    const std::string_view encoded = s.substr(text, end - text);
    word.bytes = encoding == 'q' ? decode_q(encoded) : decode_base64(encoded);
    word.end = end + 2;
    return word;
}

}  // namespace

std::size_t encoded_word_size(std::string_view s) {
    constexpr std::size_t longest = 500;
    s = s.substr(0, longest);
    const auto word = word_at(s, 0);
    return word && s.substr(0, word->end).find_first_of(" \t<>@\"") == std::string_view::npos ? word->end : 0;
}

std::string decode_words(std::string_view s, Remarks& remarks) {
    std::string out;
    std::string pending;  // bytes of adjacent words of one charset: a character may be split between them
    std::string charset;
    bool after_word = false;
    bool closed = false;  // no "?=" ahead: there can be no more words
    const auto flush = [&] {
        if (!pending.empty()) out += to_utf8(pending, charset, remarks);
        pending.clear();
    };
    const auto plain = [&](std::string_view text) {
        flush();
        if (!text.empty()) out += header_to_utf8(text, remarks);
    };
    for (std::size_t at = 0; at < s.size();) {
        const std::size_t next = closed ? std::string_view::npos : s.find("=?", at);
        if (next == std::string_view::npos) {
            plain(s.substr(at));
            break;
        }
        auto word = word_at(s, next);
        if (!word) {
            closed = s.find("?=", next + 2) == std::string_view::npos;
            plain(s.substr(at, next + 2 - at));
            after_word = false;
            at = next + 2;
            continue;
        }
        const std::string_view between = s.substr(at, next - at);
        if (!(after_word && trimmed(between).empty())) {
            plain(between);
            if (!between.empty() && !is_space(between.back()) && between.back() != '(' && between.back() != '"')
                out += ' ';
        }
        if (word->charset != charset) flush();
        charset = word->charset;
        pending += word->bytes;
        after_word = true;
        at = word->end;
        const bool touches = at < s.size() && !is_space(s[at]) && s.substr(at, 2) != "=?";
        if (touches && word->bytes.empty()) pending += ' ';  // an empty word parts others
    }
    flush();
    return std::string(trimmed(clean_line(out)));
}

}  // namespace assentd
