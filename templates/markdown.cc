// SPDX-License-Identifier: Apache-2.0
#include "templates/markdown.h"

#include <algorithm>

#include "templates/plain_text.h"

namespace assentd::markdown {

namespace {
constexpr std::size_t line_limit = 300;
constexpr std::size_t text_limit = 1u << 20;
}  // namespace

std::string words(std::string_view text) {
    std::string out;
    for (const char c : outgoing::one_line(text, line_limit)) {
        if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string person(std::string_view name, std::string_view address) {
    return words(name.empty() ? address : name);
}
std::string person(const Person& p) {
    return person(p.name, p.address);
}

std::string quoted(std::string_view text) {
    const std::string lines = outgoing::quotation(text, text_limit);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const char next = i + 1 < lines.size() ? lines[i + 1] : ' ';
        const bool tag = lines[i] == '<' && ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                                             next == '/' || next == '!' || next == '?');
        if (tag)
            out += "&lt;";
        else
            out += lines[i];
    }
    return out.empty() ? out : out + "\n\n";
}

// Indented rather than fenced: no line of somebody's can end it.
std::string preformatted(const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    std::string out = "    ";
    for (const char c : outgoing::preformatted(lines)) {
        out += c;
        if (c == '\n') out += "    ";
    }
    return out + "\n\n";
}

// A backtick would end the code.
std::string from_mail(const Source& source) {
    std::string id = outgoing::one_line(source.message_id, line_limit);
    std::replace(id.begin(), id.end(), '`', '\'');
    return id.empty() ? std::string() : " (mail `" + id + "`)";
}

std::string fact(std::string_view what, const std::string& value) {
    return value.empty() ? std::string() : "- **" + std::string(what) + ":** " + value + '\n';
}

}  // namespace assentd::markdown
