// SPDX-License-Identifier: Apache-2.0
#include "daemon/smtp/smtp_text.h"
#include "decision/text.h"

#include <algorithm>

namespace assentd {
namespace {

constexpr std::size_t kLocalPart = 64;
constexpr std::size_t kDomain = 255;
constexpr std::size_t kPath = 254;

bool is_control_or_blank(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F;
}

bool is_domain_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || byte >= 0x80;  // "_" is no host name's, but in use
}

bool is_domain(std::string_view domain) {
    if (domain.empty() || domain.size() > kDomain) return false;
    if (domain.front() == '[') {  // an address literal
        return domain.size() > 2 && domain.back() == ']' &&
               std::all_of(domain.begin() + 1, domain.end() - 1,
                           [](char c) { return (is_domain_character(c) && c > 0) || c == ':'; });
    }
    return domain.front() != '.' && domain.back() != '.' && domain.find("..") == std::string_view::npos &&
           std::all_of(domain.begin(), domain.end(), is_domain_character);
}

// Calls `line` with each line's text, whatever ended it. A last line without end counts as a line.
template <typename Line>
void each_line(std::string_view mail, Line line) {
    while (!mail.empty()) {
        const std::size_t end = std::min(mail.find_first_of("\r\n"), mail.size());
        line(mail.substr(0, end));
        const bool crlf = mail.substr(end).starts_with("\r\n");
        mail.remove_prefix(std::min(end + (crlf ? 2 : 1), mail.size()));
    }
}

}  // namespace

bool is_envelope_address(std::string_view address) {
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos || at == 0 || at > kLocalPart || address.size() > kPath) return false;
    const std::string_view local = address.substr(0, at);
    const bool clean = std::none_of(local.begin(), local.end(), [](char c) {
        return is_control_or_blank(c) || std::string_view("<>()[]\\,;:@\"").find(c) != std::string_view::npos;
    });
    return clean && is_domain(address.substr(at + 1));
}

std::string dot_stuffed(std::string_view mail) {
    std::string out;
    out.reserve(mail.size() + mail.size() / 32 + 16);
    each_line(mail, [&out](std::string_view line) {
        if (line.starts_with('.')) out.push_back('.');
        out.append(line);
        out.append("\r\n");
    });
    out.append(".\r\n");
    return out;
}

std::size_t size_with_crlf(std::string_view mail) {
    std::size_t size = 0;
    each_line(mail, [&size](std::string_view line) { size += line.size() + 2; });
    return size;
}

std::string xtext(std::string_view text) {
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && c != '+' && c != '=') {
            out.push_back(c);
        } else {
            out.push_back('+');
            out.push_back(hex[byte >> 4]);
            out.push_back(hex[byte & 15]);
        }
    }
    return out;
}

bool is_ehlo_name(std::string_view name) {
    return is_ascii(name) && is_domain(name);
}

}  // namespace assentd
