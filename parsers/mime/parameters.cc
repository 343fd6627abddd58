// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/parameters.h"

#include <algorithm>
#include <map>

#include "decision/text.h"
#include "parsers/ascii.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/encoded_words.h"

namespace assentd {

namespace {

constexpr std::size_t most_parameters = 100;

// Reads tokens, quoted strings and comments off the front. Depth of comments is counted, not recursed.
class Scanner {
  public:
    explicit Scanner(std::string_view s) : rest_(s) {}
    bool done() const { return rest_.empty(); }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    void skip() { rest_.remove_prefix(rest_.empty() ? 0 : 1); }

    void skip_blanks_and_comments() {
        while (!rest_.empty()) {
            if (is_space(rest_.front()))
                skip();
            else if (rest_.front() == '(')
                skip_comment();
            else
                return;
        }
    }

    // Up to a blank, a comment, "/" or ";".
    std::string word() {
        skip_blanks_and_comments();
        const std::size_t end = std::min(rest_.find_first_of(" \t\r\n(/;"), rest_.size());
        std::string out(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return out;
    }

    // Up to one of `stops`, comments and blanks dropped.
    std::string token(std::string_view stops) {
        std::string out;
        for (skip_blanks_and_comments(); !done() && stops.find(peek()) == std::string_view::npos;
             skip_blanks_and_comments()) {
            out += peek();
            skip();
        }
        return out;
    }

    // Up to a semicolon, inner blanks kept: unquoted file names have them.
    std::string raw_value() {
        const std::size_t end = rest_.find(';');
        std::string out(trimmed(rest_.substr(0, end)));
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
        return out;
    }

    std::string quoted() {
        std::string out;
        for (skip(); !done(); skip()) {
            if (peek() == '"') {
                skip();
                break;
            }
            if (peek() == '\\' && rest_.size() > 1) skip();
            out += peek();
        }
        return out;
    }

  private:
    void skip_comment() {
        std::size_t depth = 0;
        while (!rest_.empty()) {
            const char c = peek();
            if (c == '\\') skip();
            skip();
            if (c == '(') ++depth;
            if (c == ')' && --depth == 0) return;
        }
    }
    std::string_view rest_;
};

std::string percent_decoded(std::string_view s) {
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '%' && i + 2 < s.size() && hex_value(s[i + 1]) >= 0 && hex_value(s[i + 2]) >= 0) {
            out += static_cast<char>(hex_value(s[i + 1]) * 16 + hex_value(s[i + 2]));
            i += 2;
        } else {
            out += s[i];
        }
    }
    return out;
}

// A parameter in pieces: name*0*, name*1, …
struct Pieces {
    std::map<std::size_t, std::pair<std::string, bool>> pieces;  // by number; percent-encoded?
};

std::string joined(const Pieces& p, Remarks& remarks) {
    std::string bytes;
    std::string charset;
    bool first = true;
    for (const auto& [number, piece] : p.pieces) {
        std::string_view text = piece.first;
        if (first && piece.second) {
            const std::size_t one = text.find('\'');
            const std::size_t two = one == std::string_view::npos ? one : text.find('\'', one + 1);
            if (two != std::string_view::npos) {
                charset = text.substr(0, one);
                text.remove_prefix(two + 1);
            }
        }
        bytes += piece.second ? percent_decoded(text) : std::string(text);
        first = false;
    }
    return clean_line(to_utf8(bytes, charset, remarks));
}

// "name*0*" -> name, 0, encoded. Numbers are bounded; nonsense keeps the whole name.
struct Name {
    std::string base;
    std::size_t number = 0;
    bool encoded = false;
    bool extended = false;
};
Name split_name(const std::string& raw) {
    Name name;
    const std::size_t star = raw.find('*');
    name.base = raw.substr(0, star);
    if (star == std::string::npos || name.base.empty()) return name;
    std::string_view tail = std::string_view(raw).substr(star + 1);
    name.extended = true;
    if (tail.empty()) {
        name.encoded = true;
        return name;
    }
    while (!tail.empty() && is_digit(tail.front()) && name.number < 100000) {
        name.number = name.number * 10 + static_cast<std::size_t>(tail.front() - '0');
        tail.remove_prefix(1);
    }
    name.encoded = tail == "*";
    return name;
}

}  // namespace

const std::string* ParameterizedValue::find(std::string_view name) const {
    for (const auto& [n, v] : parameters)
        if (n == name) return &v;
    return nullptr;
}

std::string_view ParameterizedValue::get(std::string_view name) const {
    const std::string* found = find(name);
    return found ? std::string_view(*found) : std::string_view();
}

ParameterizedValue read_parameters(std::string_view field_value, Remarks& remarks) {
    ParameterizedValue out;
    Scanner in(field_value);
    out.value = lower(in.word());
    in.skip_blanks_and_comments();
    if (in.peek() == '/') {
        in.skip();
        in.skip_blanks_and_comments();
        out.value += '/' + lower(in.word());
    }
    std::map<std::string, Pieces> extended;
    for (std::size_t count = 0; !in.done() && count < most_parameters; ++count) {
        in.skip_blanks_and_comments();
        if (in.peek() == ';') in.skip();  // forgotten by some between type and charset
        const std::string raw_name = lower(in.token("=;"));
        if (in.peek() != '=') continue;  // ";" or the end
        in.skip();
        in.skip_blanks_and_comments();
        const bool quoted = in.peek() == '"';
        std::string value = quoted ? in.quoted() : in.raw_value();
        if (quoted) in.raw_value();
        if (!quoted) value = value.substr(0, value.find(" ("));
        if (raw_name.empty()) continue;
        const Name name = split_name(raw_name);
        if (name.base.empty()) continue;
        if (name.extended)
            extended[name.base].pieces.try_emplace(name.number, std::move(value), name.encoded);
        else if (!out.find(raw_name))
            out.parameters.emplace_back(raw_name, value.find("=?") != std::string::npos
                                                      ? decode_words(value, remarks)
                                                      : clean_line(header_to_utf8(value, remarks)));
    }
    for (const auto& parameter : extended) {  // RFC 2231 wins over a plain fallback of the same name
        std::erase_if(out.parameters, [&](const auto& p) { return p.first == parameter.first; });
        out.parameters.emplace_back(parameter.first, joined(parameter.second, remarks));
    }
    return out;
}

}  // namespace assentd
