// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/daemon/mail_text.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "parsers/message.h"
#include "tests/unit/daemon/transcript.h"

namespace assentd::testing {

namespace {

// Where the part begins that is the same in every mail of the kind.
const std::map<std::string, std::vector<std::string>, std::less<>> ends{
    {"invitation", {"HOW TO ANSWER"}},
    {"reminder", {"Reply with one of these", "Reply once for all of them"}},
    {"outcome", {"WHO TOOK PART"}},
    {"receipt", {"If this is not what you meant"}},
    {"refusal", {"`help` on a line of its own"}},
    {"amendment", {"Your answer is still missing"}},
    {"help", {"NAME", "assentd-mail"}},
};

bool starts_with_any(const std::string& line, const std::vector<std::string>& starts) {
    return std::any_of(starts.begin(), starts.end(), [&](const auto& start) { return line.starts_with(start); });
}

// The line of a receipt that says which decision it is and when it closes: the same in each.
bool names_the_decision(const std::string& line) {
    return line.starts_with("D-") && line.find(" (revision ") != std::string::npos &&
           line.find("closes ") != std::string::npos;
}

std::vector<std::string> wrapped(const std::string& line, std::size_t width) {
    std::vector<std::string> lines;
    std::string rest = line;
    while (rest.size() > width) {
        const auto blank = rest.rfind(' ', width);
        if (blank == std::string::npos || blank == 0) break;
        lines.push_back(rest.substr(0, blank));
        rest = rest.substr(blank + 1);
    }
    lines.push_back(rest);
    return lines;
}

}  // namespace

std::vector<std::string> essence(const std::string& notice, const std::string& bytes) {
    const auto end = ends.find(notice);
    std::vector<std::string> kept;
    bool skip_quotation = false;
    bool in_rule = false;
    for (const auto& line : lines_of(read_message(bytes).text)) {
        if (end != ends.end() && starts_with_any(line, end->second)) break;
        if (line == "THE RULE") in_rule = true;
        if (line == "THE COUNT") in_rule = false;
        if (line.empty() || in_rule) continue;
        if (line == "It was read from your line:") {
            skip_quotation = true;  // the event tells it
            continue;
        }
        if (std::exchange(skip_quotation, false) && line.starts_with("> ")) continue;
        if (notice == "receipt" && names_the_decision(line)) continue;
        kept.push_back(line);
    }
    return kept;
}

std::vector<std::string> whole_mail(const std::string& bytes) {
    const Message message = read_message(bytes);
    std::vector<std::string> lines{"Subject: " + message.subject, ""};
    for (const auto& line : lines_of(message.text))
        for (auto& part : wrapped(line, 100)) lines.push_back(std::move(part));
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

}  // namespace assentd::testing
