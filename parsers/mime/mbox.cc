// SPDX-License-Identifier: Apache-2.0
//
// mbox         = *(from-line message blank-line)
// from-line    = "From " sender SP date LF          date: weekday, month, day, clock time, year, in some order
// RFC 4155, and the mboxrd rule for ">From ".
#include "parsers/mime/mbox.h"

#include <array>
#include <string_view>
#include <utility>

namespace assentd {
namespace {

constexpr std::size_t longest_piece = 64u << 10;

bool holds_clock(std::string_view s) {
    const auto digit = [&](std::size_t i) { return i < s.size() && s[i] >= '0' && s[i] <= '9'; };
    for (std::size_t i = 1; i + 2 < s.size(); ++i)
        if (s[i] == ':' && digit(i - 1) && digit(i + 1) && digit(i + 2)) return true;
    return false;
}

bool holds_month(std::string_view s) {
    constexpr std::array months{" Jan", " Feb", " Mar", " Apr", " May", " Jun",
                                " Jul", " Aug", " Sep", " Oct", " Nov", " Dec"};
    for (std::string_view month : months)
        if (s.find(month) != std::string_view::npos) return true;
    return false;
}

// "From " in a text that somebody forgot to escape has no date behind it.
bool is_from_line(std::string_view line) {
    return line.starts_with("From ") && line.size() < 1000 && holds_clock(line) && holds_month(line);
}

bool is_escaped_from(std::string_view line) {
    const std::size_t marks = line.find_first_not_of('>');
    return marks != std::string_view::npos && marks > 0 && line.substr(marks).starts_with("From ");
}

bool is_end_of_line_only(std::string_view line) {
    return line == "\n" || line == "\r\n";
}

}  // namespace

bool looks_like_mbox(std::string_view start) {
    return is_from_line(start.substr(0, start.find('\n')));
}

bool MboxReader::read_line() {
    line_.clear();
    std::streambuf* buffer = in_.rdbuf();
    for (;;) {
        const int c = buffer->sbumpc();
        if (c == std::streambuf::traits_type::eof()) return !line_.empty();
        line_.push_back(static_cast<char>(c));
        if (c == '\n' || line_.size() >= longest_piece) return true;
    }
}

std::optional<std::string> MboxReader::next() {
    std::string message;
    bool blank_before = !started_;
    bool inside = pending_;
    pending_ = false;
    from_line_ = std::exchange(next_from_line_, {});
    while (read_line()) {
        const bool starts_line = whole_;
        whole_ = line_.ends_with('\n');
        if (starts_line && (blank_before || !inside) && is_from_line(line_)) {
            started_ = true;
            std::string& above = inside ? next_from_line_ : from_line_;
            above = line_.substr(0, line_.find_last_not_of("\r\n") + 1);
            if (inside) {
                pending_ = true;
                break;
            }
            inside = true;
            blank_before = false;
            continue;
        }
        if (!inside && is_end_of_line_only(line_)) continue;
        inside = started_ = true;  // a file without a first "From " line is one message
        blank_before = starts_line && is_end_of_line_only(line_);
        std::string_view text = line_;
        if (starts_line && is_escaped_from(line_)) text.remove_prefix(1);
        if (message.size() < limit_) message.append(text.substr(0, limit_ - message.size()));
    }
    if (!inside && message.empty()) return std::nullopt;
    // The blank line that divides two messages belongs to neither.
    if (pending_ && message.ends_with("\r\n\r\n"))
        message.resize(message.size() - 2);
    else if (message.ends_with("\n\n"))
        message.pop_back();
    return message;
}

}  // namespace assentd
