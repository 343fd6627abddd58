// SPDX-License-Identifier: Apache-2.0
// reply = *(code "-" text CRLF) code [SP text] CRLF, the same code on each line.
#include "daemon/smtp/smtp_reply.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace assentd {
namespace {

std::optional<int> reply_code(std::string_view line) {
    int code = 0;
    if (line.size() < 3 || line[0] < '2' || line[0] > '5') return std::nullopt;
    const auto [end, error] = std::from_chars(line.data(), line.data() + 3, code);
    if (error != std::errc() || end != line.data() + 3) return std::nullopt;
    if (line.size() > 3 && line[3] != ' ' && line[3] != '-') return std::nullopt;
    return code;
}

std::string capitals(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

void offer(SmtpServices& services, const std::string& line) {
    const std::string keyword = line.substr(0, line.find(' '));
    if (keyword == "8BITMIME") services.eight_bit = true;
    if (keyword == "SMTPUTF8") services.smtp_utf8 = true;
    if (keyword == "DSN") services.dsn = true;
    if (keyword == "SIZE") {
        services.size = true;
        const std::string_view limit = std::string_view(line).substr(std::min<std::size_t>(line.size(), 5));
        std::from_chars(limit.data(), limit.data() + limit.size(), services.size_limit);
    }
}

}  // namespace

SmtpReplyReader::State SmtpReplyReader::feed(std::string_view& bytes) {
    while (!bytes.empty()) {
        const std::size_t newline = bytes.find('\n');
        const std::size_t length = std::min(newline, bytes.size());
        if (line_.size() + length > kLineLimit) return State::garbage;
        line_.append(bytes.substr(0, length));
        bytes.remove_prefix(newline == std::string_view::npos ? length : length + 1);
        if (newline == std::string_view::npos) return State::more;
        const State state = end_line();
        if (state != State::more) return state;
    }
    return State::more;
}

SmtpReplyReader::State SmtpReplyReader::end_line() {
    if (line_.ends_with('\r')) line_.pop_back();
    const auto code = reply_code(line_);
    if (!code || (lines_ > 0 && *code != reply_.code) || ++lines_ > kLineCount) return State::garbage;
    reply_.code = *code;
    const bool last = line_.size() < 4 || line_[3] == ' ';
    if (line_.size() > 4) {
        if (!reply_.text.empty()) reply_.text.push_back(' ');
        reply_.text.append(line_, 4);
    }
    line_.clear();
    return last ? State::whole : State::more;
}

SmtpReply SmtpReplyReader::take() {
    lines_ = 0;
    line_.clear();
    return std::exchange(reply_, SmtpReply{});
}

SmtpServices read_services(const std::vector<std::string>& login_lines) {
    SmtpServices services;
    for (const std::string& line : login_lines) {
        const auto code = reply_code(line);
        if (code == 220) services = SmtpServices{};  // what was said before TLS does not count
        if (code == 235) services.logged_in = true;
        if (code == 250 && line.size() > 4) offer(services, capitals(std::string_view(line).substr(4)));
    }
    return services;
}

}  // namespace assentd
