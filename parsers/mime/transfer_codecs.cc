// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/transfer_codecs.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "parsers/ascii.h"
#include "parsers/mime/charsets.h"

namespace assentd {

namespace {

constexpr std::array<std::int8_t, 256> base64_table() {
    std::array<std::int8_t, 256> table{};
    for (auto& t : table) t = -1;
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::int8_t>(i);
    return table;
}
constexpr auto base64_values = base64_table();

int value_of(char c) {
    return base64_values[static_cast<unsigned char>(c)];
}

bool in_alphabet(char c) {
    return value_of(c) >= 0;
}

// A blank between words: base64 has blanks around its lines at most.
bool parts_words(std::string_view s, std::size_t blank) {
    if (blank + 1 == s.size() || !in_alphabet(s[blank + 1])) return false;
    while (blank > 0 && is_blank(s[blank - 1])) --blank;
    return blank > 0 && s[blank - 1] != '\n' && s[blank - 1] != '\r';
}

// Decodes what is in the alphabet. With `pure`, ends at anything that base64 does not have, and says so there; a last
// quantum that no encoder leaves so is such a thing.
std::string decode_quanta(std::string_view in, bool* pure) {
    std::string out(in.size() / 4 * 3 + 3, '\0');
    char* to = out.data();
    std::uint32_t bits = 0;
    int count = 0;
    for (std::size_t i = 0; i < in.size();) {
        for (; count == 0 && i + 4 <= in.size(); i += 4, to += 3) {  // whole quanta, as most are
            const int a = value_of(in[i]), b = value_of(in[i + 1]), c = value_of(in[i + 2]), d = value_of(in[i + 3]);
            if ((a | b | c | d) < 0) break;
            to[0] = static_cast<char>(a << 2 | b >> 4);
            to[1] = static_cast<char>(b << 4 | c >> 2);
            to[2] = static_cast<char>(c << 6 | d);
        }
        if (i == in.size()) break;
        const char c = in[i++];
        if (c == '=') {  // ends a quantum; concatenated encodings go on after it
            count = 0;
            bits = 0;
            continue;
        }
        const int v = value_of(c);
        if (v < 0) {
            if (pure && (!is_space(c) || (is_blank(c) && parts_words(in, i - 1)))) {
                *pure = false;
                break;
            }
            continue;
        }
        bits = (bits << 6) | static_cast<std::uint32_t>(v);
        if (++count > 1) *to++ = static_cast<char>((bits >> (2 * (4 - count))) & 0xFF);
        if (count == 4) {
            count = 0;
            bits = 0;
        }
    }
    const std::uint32_t unused = count == 0 ? 0 : count == 3 ? bits & 0x3 : count == 2 ? bits & 0xF : 1;
    if (pure && unused != 0) *pure = false;
    out.resize(static_cast<std::size_t>(to - out.data()));
    return out;
}

}  // namespace

std::string decode_base64(std::string_view in) {
    return decode_quanta(in, nullptr);
}

namespace {

// A line of base64; a long one may have a damaged place.
bool is_encoded_line(std::string_view line) {
    constexpr std::size_t long_enough = 60;
    constexpr std::ptrdiff_t chars_per_damage = 40;
    while (!line.empty() && line.back() == '=') line.remove_suffix(1);
    const auto strange = std::count_if(line.begin(), line.end(), [](char c) { return !in_alphabet(c); });
    if (line.size() < long_enough) return !line.empty() && strange == 0;
    return strange * chars_per_damage <= static_cast<std::ptrdiff_t>(line.size());
}

// How many bytes at the front are lines of one encoding: up to its padding, a line shorter than the others, a blank
// line or a line that is none.
std::size_t encoded_run(std::string_view s) {
    constexpr std::size_t full_line = 60;
    std::size_t run = 0;
    std::size_t width = 0;
    for (std::string_view rest = s; !rest.empty();) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.empty() && width >= full_line) continue;  // some programs write each line end twice
        if (!is_encoded_line(line)) break;
        run = s.size() - rest.size();
        if (line.back() == '=' || line.size() < width) break;
        width = line.size();
    }
    return run;
}

// What a run of such lines encodes; empty when it seems to be text itself. Any short word might be base64: such a one
// is when what it encodes is text. A long one has letters of both cases.
std::string decode_run(std::string_view run) {
    constexpr std::size_t long_enough = 24;
    const auto any = [&](auto is) { return std::any_of(run.begin(), run.end(), is); };
    if (run.size() >= long_enough && any([](char c) { return c >= 'A' && c <= 'Z'; }) &&
        any([](char c) { return c >= 'a' && c <= 'z'; }))
        return decode_base64(run);
    bool pure = true;
    std::string decoded = decode_quanta(run, &pure);
    const bool text = pure && is_utf8(decoded) && std::none_of(decoded.begin(), decoded.end(), [](char c) {
                          return (static_cast<unsigned char>(c) < ' ' && !is_space(c)) || c == '\x7F';
                      });
    return text ? decoded : std::string();
}

// Lists put their footers, and gateways their warnings, beside an encoded text as they are; and some label as base64
// what is none. Such lines stay.
std::string decode_among_lines(std::string_view in) {
    std::string out;
    bool behind_encoded = false;
    while (!in.empty()) {
        const std::size_t run = encoded_run(in);
        const std::string decoded = decode_run(in.substr(0, run));
        const std::size_t size = run > 0 ? run : std::min(in.find('\n'), in.size() - 1) + 1;
        const bool encoded = !decoded.empty();
        if (!encoded && behind_encoded && out.back() != '\n') out += '\n';
        out += encoded ? std::string_view(decoded) : in.substr(0, size);
        behind_encoded = encoded;
        in.remove_prefix(size);
    }
    return out;
}

std::string decode_base64_body(std::string_view in) {
    bool pure = true;
    std::string out = decode_quanta(in, &pure);
    return pure ? out : decode_among_lines(in);
}

// One line's text without its encoding; whether its end is a soft line break.
bool decode_line(std::string_view line, std::string& out) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::size_t mark = std::min(line.find('=', i), line.size());
        out += line.substr(i, mark - i);
        i = mark;
        if (i == line.size()) break;
        if (i + 1 == line.size()) return true;
        const int high = hex_value(line[i + 1]);
        const int low = i + 2 < line.size() ? hex_value(line[i + 2]) : -1;
        if (high < 0 || low < 0) {
            out += '=';
            continue;
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return false;
}

}  // namespace

std::string decode_quoted_printable(std::string_view in) {
    std::string out;
    out.reserve(in.size());
    std::size_t copied = 0;             // up to here everything is in `out`
    std::size_t equals = in.find('=');  // the next one
    for (std::size_t at = 0; at < in.size();) {
        const std::size_t newline = in.find('\n', at);
        const bool ended = newline != std::string_view::npos;
        const std::size_t next = ended ? newline + 1 : in.size();
        std::string_view line = in.substr(at, (ended ? newline : in.size()) - at);
        const bool crlf = ended && !line.empty() && line.back() == '\r';
        if (crlf) line.remove_suffix(1);
        const bool padded = !line.empty() && is_space(line.back());  // in transport, RFC 2045 6.7 (3)
        if (padded || equals < next) {
            out += in.substr(copied, at - copied);
            while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
            const bool soft = decode_line(line, out);
            if (ended && !soft) out += crlf ? "\r\n" : "\n";
            copied = next;
            if (equals < next) equals = in.find('=', next);
        }
        at = next;
    }
    return out += in.substr(copied);
}

std::string decode_uuencode(std::string_view in) {
    std::string out;
    bool inside = false;
    while (!in.empty()) {
        const std::string_view line = take_line(in);
        if (!inside) {
            inside = line.substr(0, 6) == "begin ";
            continue;
        }
        if (line.empty() || line == "end" || line == "`") break;
        const auto value = [&](std::size_t i) {
            return i < line.size() ? static_cast<unsigned>(line[i] - ' ') & 0x3Fu : 0u;
        };
        std::size_t left = value(0);
        if (left > line.size()) left = line.size();
        for (std::size_t i = 1; left > 0; i += 4) {
            const unsigned bits = value(i) << 18 | value(i + 1) << 12 | value(i + 2) << 6 | value(i + 3);
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8, --left)
                out += static_cast<char>((bits >> shift) & 0xFF);
        }
    }
    return out;
}

std::string decode_transfer(std::string_view bytes, std::string_view encoding) {
    if (same_word(encoding, "base64")) return decode_base64_body(bytes);
    if (same_word(encoding, "quoted-printable")) return decode_quoted_printable(bytes);
    if (same_word(encoding, "x-uuencode") || same_word(encoding, "uuencode") || same_word(encoding, "x-uue"))
        return decode_uuencode(bytes);
    return std::string(bytes);
}

}  // namespace assentd
