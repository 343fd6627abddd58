// SPDX-License-Identifier: Apache-2.0
#include "templates/compose.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "templates/plain_text.h"

namespace assentd::outgoing {

namespace {

constexpr std::size_t encoded_line = 76;  // RFC 2047 2: a line that holds an encoded word
constexpr std::size_t encoded_word = 75;  // one of them, "=?UTF-8?B?" and "?=" included
constexpr std::size_t word_frame = 12;
constexpr std::size_t longest_word = 60;    // longer ones are encoded, so that the line can be folded
constexpr std::size_t longest_phrase = 60;  // likewise for display names

bool is_printable(char c) {
    return c >= '!' && c <= '~';
}
bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return is_printable(c) || c == ' '; });
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t n = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < n ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k) out += k <= n ? digits[group >> (18 - 6 * k) & 63u] : '=';
    }
    return out;
}

// Encoded words for the whole text; none of them splits a character.
std::string encoded_words(std::string_view text, std::size_t used) {
    std::string out;
    while (!text.empty()) {
        if (used + word_frame + 8 > encoded_line) {
            out += "\n ";
            used = 1;
        }
        const std::size_t room = (std::min(encoded_word, encoded_line - used) - word_frame) / 4 * 3;
        std::size_t length = 0;
        for (std::size_t at = 0; at < text.size();) {
            next_code_point(text, at);
            if (at > room) break;
            length = at;
        }
        out += "=?UTF-8?B?" + base64(text.substr(0, length)) + "?=";
        text.remove_prefix(length);
        used = encoded_line;  // the next one begins a line
    }
    return out;
}

bool needs_encoding(std::string_view word) {
    return !is_printable_ascii(word) || word.find("=?") != std::string_view::npos || word.size() > longest_word;
}

// Appends " word" or folds before it.
void append_word(std::string& out, std::size_t& used, std::string_view word, bool first) {
    if (!first && used + 1 + word.size() > encoded_line) {
        out += "\n ";
        used = 1;
    } else if (!first) {
        out += ' ';
        ++used;
    }
    out += word;
    used += word.size();
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const auto end = line.find(' ');
        if (end != 0) words.push_back(line.substr(0, end));
        if (end == std::string_view::npos) break;
        line.remove_prefix(end + 1);
    }
    return words;
}

bool is_token(std::string_view text) {
    return !text.empty() && text.size() <= 200 && is_printable_ascii(text) && text.front() != ' ';
}

}  // namespace

bool is_plain_address(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size() || address.size() > 254) return false;
    return std::all_of(address.begin(), address.end(),
                       [](char c) {
                           return is_printable(c) &&
                                  std::string_view("<>()[]\",:;\\").find(c) == std::string_view::npos;
                       }) &&
           address.find('@') == at;
}

bool is_message_id(std::string_view id) {
    if (id.size() < 5 || id.size() > 250 || id.front() != '<' || id.back() != '>') return false;
    const auto inside = id.substr(1, id.size() - 2);
    return inside.find('@') != std::string_view::npos &&
           std::all_of(inside.begin(), inside.end(), [](char c) { return is_printable(c) && c != '<' && c != '>'; });
}

std::string unstructured(std::string_view text, std::size_t used) {
    const std::string line = one_line(text, 998);
    const auto words = words_of(line);
    const auto first = std::find_if(words.begin(), words.end(), needs_encoding);
    const auto last = std::find_if(words.rbegin(), words.rend(), needs_encoding).base();
    std::string out;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (word != first) {
            append_word(out, used, *word, word == words.begin());
            continue;
        }
        const auto* from = word->data();
        const auto& end = *(last - 1);
        if (word != words.begin()) {
            out += ' ';
            ++used;
        }
        const auto begin_of_encoded = out.size();
        out += encoded_words({from, static_cast<std::size_t>(end.data() + end.size() - from)}, used);
        const auto fold = out.rfind('\n');
        used = fold == std::string::npos || fold < begin_of_encoded ? used + out.size() - begin_of_encoded
                                                                    : out.size() - fold - 1;
        // A fold right behind the blank that was just written would leave a line that ends in white space.
        if (begin_of_encoded > 0 && out[begin_of_encoded] == '\n') out.erase(begin_of_encoded - 1, 1);
        word = last - 1;
    }
    return out;
}

std::string display_name(std::string_view name, std::size_t used) {
    const std::string line = one_line(name, 120);
    if (line.empty()) return {};
    if (!is_printable_ascii(line) || line.size() > longest_phrase || line.find("=?") != std::string::npos)
        return encoded_words(line, used);
    const bool atoms = std::all_of(line.begin(), line.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-';
    });
    if (atoms) return line;
    std::string quoted = "\"";
    for (const char c : line) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string date_field(Instant instant) {
    constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    char text[64];
    std::snprintf(text, sizeof text, "%s, %u %s %04d %02d:%02d:%02d +0000",
                  days[std::chrono::weekday{day}.c_encoding() % 7], static_cast<unsigned>(date.day()),
                  months[(static_cast<unsigned>(date.month()) + 11) % 12], static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

std::string quoted_printable(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    std::size_t used = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            out += c;
            used = 0;
            continue;
        }
        const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n';
        const bool plain = (is_printable(c) && c != '=') || (c == ' ' && !ends_line);
        const std::size_t cost = plain ? 1 : 3;
        if (used + cost > (ends_line ? 76u : 75u)) {
            out += "=\n";
            used = 0;
        }
        if (plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '=';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
        used += cost;
    }
    return out;
}

void MailBuilder::token(std::string_view name, std::string_view printable) {
    if (is_token(printable)) header_.append(name).append(": ").append(printable).append("\n");
}

void MailBuilder::text(std::string_view name, std::string_view value) {
    header_.append(name).append(": ").append(unstructured(value, name.size() + 2)).append("\n");
}

void MailBuilder::address(std::string_view name, std::string_view display, std::string_view address) {
    if (!is_plain_address(address)) return;
    const std::string phrase = display_name(display, name.size() + 2);
    header_.append(name).append(": ").append(phrase);
    if (phrase.empty()) {
        header_.append(address).append("\n");
        return;
    }
    const auto fold = phrase.rfind('\n');
    const std::size_t used = fold == std::string::npos ? name.size() + 2 + phrase.size() : phrase.size() - fold - 1;
    header_.append(used + address.size() + 3 > encoded_line ? "\n <" : " <").append(address).append(">\n");
}

void MailBuilder::list_id(std::string_view display, std::string_view id) {
    if (!is_plain_address("list@" + std::string(id))) return;
    const std::string phrase = display_name(display, 9);
    header_.append("List-Id: ")
        .append(phrase)
        .append(phrase.empty()                   ? "<"
                : phrase.size() + id.size() > 60 ? "\n <"
                                                 : " <");
    header_.append(id).append(">\n");
}

void MailBuilder::message_ids(std::string_view name, const std::vector<std::string>& ids) {
    std::string value;
    for (const auto& id : ids)
        if (is_message_id(id)) value.append(value.empty() ? "" : "\n ").append(id);
    if (!value.empty()) header_.append(name).append(": ").append(value).append("\n");
}

std::string MailBuilder::finish(std::string_view flowed_body) const {
    const bool seven_bit = std::all_of(flowed_body.begin(), flowed_body.end(),
                                       [](char c) { return c == '\n' || c == ' ' || is_printable(c); });
    std::string mail = header_;
    mail += "MIME-Version: 1.0\n";
    mail += "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n";
    mail += seven_bit ? "Content-Transfer-Encoding: 7bit\n\n" : "Content-Transfer-Encoding: quoted-printable\n\n";
    return mail + (seven_bit ? std::string(flowed_body) : quoted_printable(flowed_body));
}

}  // namespace assentd::outgoing
