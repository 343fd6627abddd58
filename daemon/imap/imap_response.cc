// SPDX-License-Identifier: Apache-2.0
// response  = ("* " / "+ " / tag SP) text CRLF, where text may hold literals "{n}" CRLF n*OCTET, except in
// status responses and "+", whose text is for people and ends with the line (RFC 3501, section 9).
#include "daemon/imap/imap_response.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "daemon/trouble.h"

namespace assentd {
namespace {

constexpr std::size_t kBuffer = 64 * 1024;
constexpr std::size_t kGrowth = 1 << 20;  // a lying literal size must not cost memory before its bytes arrive

[[noreturn]] void not_imap(const char* what) {
    throw Trouble(Trouble::Scope::server, Trouble::Retry::later,
                  std::string("the server's answer is not IMAP: ") + what);
}

bool is_tag_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7F && std::strchr("(){%*\"\\+", c) == nullptr;
}

// The size that a line's end announces: "... {123}" or "... ~{123}" (RFC 3516).
std::optional<std::uint64_t> announced_literal(std::string_view line) {
    if (line.empty() || line.back() != '}') return std::nullopt;
    const std::size_t open = line.rfind('{');
    if (open == std::string_view::npos) return std::nullopt;
    const std::string_view digits = line.substr(open + 1, line.size() - open - 2);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return read_number(digits).value_or(std::numeric_limits<std::uint64_t>::max());
}

}  // namespace

ResponseReader::ResponseReader(ByteSource& source) : source_(source), buffer_(kBuffer) {}

void ResponseReader::fill() {
    begin_ = 0;
    end_ = 0;
    end_ = source_.read(buffer_.data(), buffer_.size());
}

// Appends one line without its CRLF and says how long it was.
std::size_t ResponseReader::read_line(std::string& into) {
    const std::size_t start = into.size();
    for (;;) {
        if (begin_ == end_) fill();
        const char* from = buffer_.data() + begin_;
        const auto* newline = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
        const std::size_t length = newline != nullptr ? static_cast<std::size_t>(newline - from) : end_ - begin_;
        if (into.size() + length > kLineLimit) not_imap("a line without end");
        into.append(from, length);
        begin_ += length;
        if (newline != nullptr) break;
    }
    ++begin_;
    if (into.size() == start || into.back() != '\r') not_imap("a line without CRLF");
    into.pop_back();
    const std::string_view line = std::string_view(into).substr(start);
    if (line.find('\r') != std::string_view::npos || line.find('\0') != std::string_view::npos) {
        not_imap("a control character in a line");
    }
    return line.size();
}

Literal ResponseReader::read_literal(std::uint64_t size, std::uint64_t keep) {
    if (size > kLiteralLimit) not_imap("a literal of impossible size");
    Literal literal;
    literal.size = size;
    const std::uint64_t wanted = size <= keep ? size : std::min(keep, kHeadKept);
    for (std::uint64_t seen = 0; seen < size;) {
        if (begin_ == end_ && seen < wanted && wanted - seen >= kBuffer) {
            // Large: past the buffer, straight to where it belongs.
            const std::size_t room = static_cast<std::size_t>(std::min<std::uint64_t>(wanted - seen, kGrowth));
            literal.bytes.resize(static_cast<std::size_t>(seen) + room);
            const std::size_t got = source_.read(literal.bytes.data() + seen, room);
            literal.bytes.resize(static_cast<std::size_t>(seen) + got);
            seen += got;
            continue;
        }
        if (begin_ == end_) fill();
        const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(size - seen, end_ - begin_));
        if (seen < wanted) {
            const auto kept = static_cast<std::size_t>(std::min<std::uint64_t>(wanted - seen, here));
            literal.bytes.append(buffer_.data() + begin_, kept);
        }
        begin_ += here;
        seen += here;
    }
    return literal;
}

Response ResponseReader::next(std::uint64_t keep) {
    Response response;
    read_line(response.text);
    if (response.text.starts_with("+")) {
        response.kind = Response::Kind::more;
        response.text.erase(0, std::min<std::size_t>(2, response.text.size()));
        source_.answer_complete();
        return response;
    }
    const std::size_t blank = response.text.find(' ');
    if (blank == std::string::npos || blank == 0) not_imap("a line that is no response");
    response.tag = response.text.substr(0, blank);
    response.text.erase(0, blank + 1);
    if (response.tag == "*") {
        response.tag.clear();
    } else {
        response.kind = Response::Kind::tagged;
        if (!std::all_of(response.tag.begin(), response.tag.end(), is_tag_character)) not_imap("a malformed tag");
        if (!read_status(response.text)) not_imap("a tagged line without OK, NO or BAD");
    }
    if (!read_status(response.text)) {
        std::size_t last = response.text.size();
        while (const auto size =
                   announced_literal(std::string_view(response.text).substr(response.text.size() - last))) {
            if (response.literals.size() >= kLiteralCount) not_imap("too many literals");
            response.text.erase(response.text.rfind('{'));
            if (response.text.ends_with("~")) response.text.pop_back();
            response.text.push_back('\0');
            response.literals.push_back(read_literal(*size, keep));
            keep -= response.literals.back().bytes.size();
            last = read_line(response.text);
        }
    }
    source_.answer_complete();
    return response;
}

}  // namespace assentd
