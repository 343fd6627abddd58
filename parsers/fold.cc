// SPDX-License-Identifier: Apache-2.0
#include "parsers/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "decision/plain_name.h"

namespace assentd::words {
namespace {

struct Decoded {
    char32_t code = 0;
    std::size_t size = 1;
    bool valid = false;
};

Decoded decode(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || s.size() < size) return {lead, 1, false};
    char32_t code = lead & (0x7F >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {lead, 1, false};
        code = (code << 6) | (byte(i) & 0x3F);
    }
    return {code, size, true};
}

void encode(char32_t c, std::string& out) {
    const auto put = [&](char32_t v) { out.push_back(static_cast<char>(v)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
    }
}

char32_t lower(char32_t c) {
    if (c >= 'A' && c <= 'Z') return c + 32;
    if (c < 0xC0) return c;
    if (c <= 0xDE) return c == 0xD7 ? c : c + 32;
    if (c == 0x130) return 'i';  // Turkish dotted capital I
    if (c == 0x178) return 0xFF;
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
    if (c >= 0x100 && c <= 0x177) return c == 0x138 ? c : c | 1;
    if (c >= 0x391 && c <= 0x3A9) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    return c;
}

bool vanishes(char32_t c) {
    return c == 0xAD || c == 0xA1 || c == 0xBF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           c == 0x061C || (c >= 0x2066 && c <= 0x2069) || c == 0x2060 || c == 0xFEFF || c == 0x20E3 ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

char32_t plain(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width forms
    switch (c) {
        case 0xA0:
        case 0x1680:
        case 0x202F:
        case 0x205F:
        case 0x2028:
        case 0x2029:
        case 0x3000:
        case '\t':
            return ' ';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2212:
        case 0xFE63:
        case 0x2796:
        case 0x207B:
            return '-';
        case 0xFE62:
        case 0x2795:
        case 0x207A:
            return '+';
        case 0xB9:
            return '1';
        case 0x2070:
            return '0';
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0xB4:
            return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0xAB:
        case 0xBB:
            return '"';
        case 0x2026:
        case 0x3002:
            return '.';
        case 0x3001:
            return ',';
        default:
            break;
    }
    if (c >= 0x2000 && c <= 0x200A) return ' ';
    return lower(c);
}

struct Remain {
    std::string_view written;
    char sign;
};
constexpr std::array remains{Remain{"=2B", '+'},     Remain{"=2b", '+'},     Remain{"&plus;", '+'},
                             Remain{"&#43;", '+'},   Remain{"&#x2B;", '+'},  Remain{"&#x2b;", '+'},
                             Remain{"&minus;", '-'}, Remain{"&#8722;", '-'}, Remain{"=E2=88=92", '-'},
                             Remain{"=2D", '-'}};

const Remain* remain_at(std::string_view s) {
    const char next = s.size() > 1 ? s[1] : '\0';  // most of what begins so is none of them
    const bool may =
        s[0] == '=' ? next == '2' || next == 'E' : s[0] == '&' && (next == '#' || next == 'p' || next == 'm');
    if (!may) return nullptr;
    static constexpr Remain blank{"=20", ' '};  // at the end of a line
    if (s.starts_with(blank.written) && (s.size() == blank.written.size() || s[3] == '\n' || s[3] == '\r'))
        return &blank;
    for (const Remain& r : remains)
        if (s.starts_with(r.written) && s.size() > r.written.size() && is_digit(s[r.written.size()])) return &r;
    return nullptr;
}

// What most text consists of, bytes that stay one byte each whatever stands around them: their reading copies. Nought
// for the others.
constexpr std::array<char, 256> plain_bytes = [] {
    std::array<char, 256> table{};
    for (std::size_t c = 1; c < 0x80; ++c) table[c] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    table['\t'] = ' ';
    table['='] = table['&'] = '\0';
    return table;
}();

char plain_byte(char c) {
    return plain_bytes[static_cast<unsigned char>(c)];
}

// The same for eight bytes at once, unless one of them is something else than text on one line.
constexpr std::uint64_t every = 0x0101010101010101U;
constexpr std::uint64_t top_bits = 0x80 * every;

std::uint64_t bytes_below(std::uint64_t bytes, std::uint64_t limit) {  // its top bit in each; all are plain ASCII
    return ~(bytes + (0x80 - limit) * every) & top_bits;
}
std::uint64_t bytes_like(std::uint64_t bytes, char c) {
    return bytes_below(bytes ^ (static_cast<unsigned char>(c) * every), 1);
}

bool fold_eight(const char* from, char* to) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    if ((bytes & top_bits) != 0 || (bytes_below(bytes, ' ') | bytes_like(bytes, '=') | bytes_like(bytes, '&')) != 0)
        return false;
    const std::uint64_t capitals = bytes_below(bytes, 'Z' + 1) & ~bytes_below(bytes, 'A');
    bytes |= capitals >> 2;  // 0x80 >> 2 is what makes 'a' of 'A'
    std::memcpy(to, &bytes, sizeof bytes);
    return true;
}

// The plain bytes that it begins with, up to another one; how many they are.
std::size_t fold_plain(std::string_view s, char* out) {
    std::size_t n = 0;
    for (;;) {
        for (; n + 8 <= s.size() && fold_eight(s.data() + n, out + n); n += 8) {
        }
        const std::size_t end = std::min(n + 8, s.size());
        for (; n < end && plain_byte(s[n]); ++n) out[n] = plain_byte(s[n]);
        if (n < end || n == s.size()) return n;
    }
}

template <typename Note>
std::string fold_noting(std::string_view s, Note note) {
    std::string out(s.size(), '\0');
    const std::size_t plain_size = fold_plain(s, out.data());
    for (std::size_t i = 0; i < plain_size; ++i) note(i);
    out.resize(plain_size);
    for (std::size_t i = plain_size; i < s.size();) {
        if (const char c = plain_byte(s[i])) {
            out.push_back(c);
            note(i++);
            continue;
        }
        const std::size_t before = out.size();
        std::size_t size = 1;
        if (const Remain* r = remain_at(s.substr(i))) {
            out.push_back(r->sign);
            size = r->written.size();
        } else if (const Decoded d = decode(s.substr(i)); d.valid) {
            if (!vanishes(d.code)) encode(plain(d.code), out);
            size = d.size;
        } else {
            out.push_back('?');
        }
        for (std::size_t k = before; k < out.size(); ++k) note(i);
        i += size;
    }
    return out;
}

}  // namespace

Folded fold_with_origin(std::string_view s) {
    Folded folded;
    folded.text = fold_noting(s, [&](std::size_t at) { folded.origin.push_back(static_cast<std::uint32_t>(at)); });
    folded.origin.push_back(static_cast<std::uint32_t>(s.size()));
    return folded;
}

std::string fold(std::string_view s) {
    return fold_noting(s, [](std::size_t) {});
}

Folded fold_name_with_origin(std::string_view s) {
    Folded folded = fold_with_origin(s);
    if (std::all_of(folded.text.begin(), folded.text.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return folded;
    const std::string_view text = folded.text;
    Folded plain;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
        plain.text += plain_name(text.substr(at, end - at));
        plain.origin.resize(plain.text.size(), folded.origin[at]);
        at = end;
    }
    plain.origin.push_back(folded.origin.back());
    return plain;
}

std::string fold_name(std::string_view s) {
    return plain_name(fold(s));
}

std::vector<std::string_view> lines_of(std::string_view s) {
    std::vector<std::string_view> lines;
    std::size_t ends = 0;  // by find(), which looks at many bytes at once
    for (std::size_t at = s.find('\n'); at != s.npos; at = s.find('\n', at + 1)) ++ends;
    lines.reserve(ends + 1);
    while (!s.empty()) {
        const std::size_t end = s.find('\n');
        std::string_view line = s.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        if (end == std::string_view::npos) break;
        s.remove_prefix(end + 1);
    }
    return lines;
}

namespace {
bool is_plain(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}
}  // namespace

std::string_view trim(std::string_view s) {
    const auto blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    for (;;) {
        const std::size_t before = s.size();
        while (!s.empty() && blank(s.front())) s.remove_prefix(1);
        while (!s.empty() && blank(s.back())) s.remove_suffix(1);
        if (s.empty() || (is_plain(s.front()) && is_plain(s.back()))) return s;
        if (s.starts_with("\xC2\xA0")) s.remove_prefix(2);
        if (s.ends_with("\xC2\xA0")) s.remove_suffix(2);
        if (s.starts_with("\xE2\x80\x8B") || s.starts_with("\xEF\xBB\xBF")) s.remove_prefix(3);
        if (s.size() == before) return s;
    }
}

bool is_blank(std::string_view s) {
    return trim(s).empty();
}

void trim_blank_lines(std::string& text) {
    const std::size_t last = text.find_last_not_of("\n \t\r");
    text.resize(last == text.npos || is_blank(text) ? 0 : last + 1);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (!is_blank(std::string_view(text).substr(at, end - at))) break;
        begin = at = std::min(end + 1, text.size());
    }
    text.erase(0, begin);
}

std::vector<std::string_view> words_of(std::string_view s, std::size_t limit) {
    constexpr std::size_t bytes_a_word = 5;  // on average, its blank included: one allocation for nearly all
    std::vector<std::string_view> found;
    found.reserve(std::min(limit, s.size() / bytes_a_word + 1));
    for (std::size_t i = 0; i < s.size() && found.size() < limit;) {
        if (!is_word_byte(s[i])) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        const auto joins = [&](std::size_t at) {
            return (s[at] == '\'' || s[at] == '-') && at + 1 < s.size() && is_word_byte(s[at + 1]);
        };
        while (end < s.size() && (is_word_byte(s[end]) || joins(end))) ++end;
        found.push_back(s.substr(i, end - i));
        i = end;
    }
    return found;
}

std::string_view name_in(std::string_view s) {
    const auto first = words_of(s, 1);
    if (first.empty()) return {};
    const auto is_joint = [](char c) { return c == '-' || c == '_' || c == '/'; };
    std::string_view name = s.substr(static_cast<std::size_t>(first[0].data() - s.data()));
    std::size_t n = 0;
    while (n < name.size() && (is_word_byte(name[n]) || is_joint(name[n]))) ++n;
    while (n > 0 && is_joint(name[n - 1])) --n;
    return name.substr(0, n);
}

std::string_view behind(std::string_view s, std::string_view part) {
    return part.empty() ? s : s.substr(static_cast<std::size_t>(part.data() - s.data()) + part.size());
}

std::size_t find_phrase(std::string_view text, std::string_view phrase, std::size_t from) {
    if (phrase.empty()) return std::string_view::npos;  // an option may be called "***"
    for (std::size_t at = text.find(phrase, from); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const bool left =
            at == 0 || needs_no_boundary(phrase) || !is_word_byte(phrase.front()) || !is_word_byte(text[at - 1]);
        if (left && starts_with_phrase(text.substr(at), phrase)) return at;
    }
    return std::string_view::npos;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    constexpr std::size_t longest = 40;
    if (a.size() > longest || b.size() > longest) return a == b ? 0 : limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::array<std::array<std::size_t, longest + 1>, longest + 1> d;  // [0..a.size()][0..b.size()] is used
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replace = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replace});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return std::min(d[a.size()][b.size()], limit + 1);
}

}  // namespace assentd::words
