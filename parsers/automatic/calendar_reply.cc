// SPDX-License-Identifier: Apache-2.0
// contentline = name *(";" param-name "=" param-value) ":" value CRLF, folded by a blank at the next line's start
#include "parsers/automatic/calendar_reply.h"

#include <algorithm>

#include "parsers/ascii.h"

namespace assentd {

namespace {

constexpr std::size_t longest_calendar = 256 << 10;
constexpr std::size_t longest_line = 8 << 10;

// The next unfolded line.
std::string take_content_line(std::string_view& rest) {
    std::string line(take_line(rest).substr(0, longest_line));
    while (!rest.empty() && is_blank(rest.front())) {
        const std::string_view more = take_line(rest).substr(1);
        if (line.size() < longest_line) line += more;
    }
    return line;
}

std::string parameter(std::string_view line, std::string_view wanted) {
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        const char c = i < line.size() ? line[i] : ':';
        if (c == '"') quoted = !quoted;
        if (quoted || (c != ';' && c != ':')) continue;
        const std::string_view part = line.substr(begin, i - begin);
        if (begins_with(part, wanted) && part.substr(wanted.size(), 1) == "=") {
            std::string value;
            for (const char v : part.substr(wanted.size() + 1))
                if (is_letter(v) || v == '-') value += static_cast<char>(v >= 'a' && v <= 'z' ? v - 'a' + 'A' : v);
            return value;
        }
        if (c == ':') return {};
        begin = i + 1;
    }
    return {};
}

}  // namespace

std::optional<std::string> calendar_reply(std::string_view calendar, std::string_view method_parameter) {
    std::string method = lower(method_parameter);
    std::string partstat;
    for (std::string_view rest = calendar.substr(0, longest_calendar); !rest.empty();) {
        const std::string line = take_content_line(rest);
        if (begins_with(line, "METHOD:")) method = lower(trimmed(std::string_view(line).substr(7)));
        if (partstat.empty() && (begins_with(line, "ATTENDEE;") || begins_with(line, "ATTENDEE:")))
            partstat = parameter(line, "PARTSTAT");
    }
    if (method != "reply" && method != "counter") return {};
    return partstat;
}

}  // namespace assentd
