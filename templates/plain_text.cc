// SPDX-License-Identifier: Apache-2.0
#include "templates/plain_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace assentd::outgoing {

namespace {

constexpr std::size_t line_columns = 77;  // "under 78", soft break included
constexpr std::string_view ellipsis = "…";

struct Range {
    char32_t first;
    char32_t last;
};

// Controls, marks that turn the direction of the text around, and characters that carry text nobody sees. TAB and
// line ends are treated before this is asked.
constexpr std::array<Range, 8> removed{{{0x7F, 0x9F},
                                        {0x061C, 0x061C},
                                        {0x200E, 0x200F},
                                        {0x202A, 0x202E},
                                        {0x2066, 0x206F},
                                        {0xFEFF, 0xFEFF},
                                        {0xFFF9, 0xFFFB},
                                        {0xE0000, 0xE007F}}};

constexpr std::array<Range, 9> wide{{{0x1100, 0x115F},
                                     {0x2E80, 0x303E},
                                     {0x3041, 0xA4CF},
                                     {0xAC00, 0xD7A3},
                                     {0xF900, 0xFAFF},
                                     {0xFE30, 0xFE6F},
                                     {0xFF00, 0xFF60},
                                     {0x1F300, 0x1FAFF},
                                     {0x20000, 0x3FFFD}}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

bool is_removed(char32_t c) {
    return c < ' ' || (c > '~' && in(removed, c));
}
bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == 0x0B || c == 0x0C || c == 0xA0 || c == 0x3000;
}
bool is_line_end(char32_t c) {
    return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void append(std::string& out, char32_t c) {
    const auto byte = [&out](char32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

std::size_t width(char32_t c) {
    return c >= wide.front().first && in(wide, c) ? 2 : 1;
}

void trim_right(std::string& line) {
    while (!line.empty() && line.back() == ' ') line.pop_back();
}

// Calls f(line) for every line, without its LF.
template <typename F>
void each_line(std::string_view text, F f) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        f(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

std::size_t code_point_boundary(std::string_view text, std::size_t limit) {
    while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0) == 0x80) --limit;
    return limit;
}

// --- wrapping ---

// How much of `text` fits into `room` columns: up to and including the last space, or all of a part of a word.
std::size_t break_at(std::string_view text, std::size_t room) {
    std::size_t used = 0;
    std::size_t after_space = 0;
    bool seen_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(text, at);
        if (used + width(c) > room) return after_space > 0 ? after_space : std::max(start, std::size_t{1});
        used += width(c);
        if (c != ' ')
            seen_word = true;
        else if (seen_word)
            after_space = at;
    }
    return text.size();
}

bool needs_stuffing(std::string_view line) {
    return !line.empty() && (line[0] == ' ' || line[0] == '>' || line[0] == '.' || line.substr(0, 5) == "From ");
}

void flow_line(std::string_view line, std::string& out) {
    std::size_t depth = 0;
    while (depth < line.size() && depth < 20 && line[depth] == '>') ++depth;
    std::string_view rest = line.substr(depth);
    if (depth > 0 && !rest.empty() && rest[0] == ' ') rest.remove_prefix(1);
    while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);

    const std::string prefix = std::string(depth, '>');
    const std::size_t room = line_columns - depth - 1;  // one for the stuffing
    do {
        const bool last = break_at(rest, room) == rest.size();
        // DelSp: the space of the text stays, the one added to mark the soft break is taken away by the reader.
        const std::size_t length = last ? rest.size() : break_at(rest, room - 1);
        const std::string_view part = rest.substr(0, length);
        out += prefix;
        if ((depth > 0 && !part.empty()) || needs_stuffing(part)) out += ' ';
        out += part;
        out += last ? "\n" : " \n";
        rest.remove_prefix(length);
    } while (!rest.empty());
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(at++);
    if (lead < 0x80) return lead;
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || at + more > text.size()) return 0xFFFD;
    char32_t c = lead & (0x3Fu >> more);
    for (std::size_t i = 0; i < more; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return 0xFFFD;
        c = (c << 6) | (byte(at + i) & 0x3F);
    }
    constexpr std::array<char32_t, 4> least{0, 0x80, 0x800, 0x10000};
    if (c < least[more] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return 0xFFFD;
    at += more;
    return c;
}

std::size_t columns(std::string_view text) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size();) n += width(next_code_point(text, at));
    return n;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == '\r') {
            if (at >= text.size() || text[at] != '\n') out += '\n';
        } else if (is_line_end(c)) {
            out += '\n';
        } else if (c == '\t') {
            out += "    ";
        } else if (!is_removed(c)) {
            append(out, c);
        }
    }
    return out;
}

std::string one_line(std::string_view text, std::size_t limit) {
    std::string out;
    std::size_t used = 0;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_space(c) || is_line_end(c) || c == '\r') {
            space = !out.empty();
            continue;
        }
        if (is_removed(c)) continue;
        if (used + width(c) + (space ? 1 : 0) >= limit && at < text.size()) return out.append(ellipsis);
        if (space) {
            out += ' ';
            ++used;
        }
        space = false;
        append(out, c);
        used += width(c);
    }
    return out;
}

std::string one_line(std::string_view text) {
    return one_line(text, std::numeric_limits<std::size_t>::max());
}

std::string block(std::string_view text, std::size_t limit) {
    std::string clean = printable(text);
    std::size_t left_out = 0;
    if (clean.size() > limit) {
        const auto keep = code_point_boundary(clean, limit);
        left_out = clean.size() - keep;
        clean.resize(keep);
    }
    std::string out;
    std::size_t blank = 0;
    each_line(clean, [&](std::string_view raw) {
        std::string line(raw);
        trim_right(line);
        if (line.empty()) {
            ++blank;
            return;
        }
        if (!out.empty()) out.append(1 + blank, '\n');
        blank = 0;
        if (line.rfind("--", 0) == 0) out += ' ';
        out += line;
    });
    if (left_out > 0) out += "\n[shortened here: " + std::to_string(left_out) + " more bytes are in the record]";
    return out;
}

std::string quotation(std::string_view text, std::size_t limit) {
    std::string out;
    each_line(block(text, limit), [&out](std::string_view line) {
        if (!out.empty()) out += '\n';
        out += line.empty() || line[0] == '>' ? ">" : "> ";
        out += line;
    });
    return out;
}

std::string preformatted(const std::vector<std::string>& lines) {
    constexpr std::size_t room = 72;
    constexpr std::size_t limit = 100'000;
    std::string joined;
    for (const auto& line : lines) joined.append(line).append("\n");
    std::string out;
    each_line(block(joined, limit), [&](std::string_view line) {
        std::size_t length = break_at(line, room);
        out.append(out.empty() ? "" : "\n").append(line.substr(0, length));
        for (line.remove_prefix(length); !line.empty(); line.remove_prefix(length)) {
            trim_right(out);
            length = break_at(line, room - 4);
            out.append("\n    ").append(line.substr(0, length));
        }
    });
    return out;
}

std::string flowed(std::string_view text) {
    std::string out;
    bool blank = false;
    each_line(text, [&](std::string_view line) {
        if (line.find_first_not_of(" \x1F") == std::string_view::npos) {
            blank = true;
            return;
        }
        if (blank && !out.empty()) out += '\n';
        blank = false;
        flow_line(line, out);
    });
    return out;
}

}  // namespace assentd::outgoing
