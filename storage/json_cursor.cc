// SPDX-License-Identifier: Apache-2.0
#include "storage/json_cursor.h"

#include <fmt/format.h>

#include "storage/event_codec.h"

namespace assentd {

namespace {

constexpr int deepest = 64;

void append_utf8(std::string& text, unsigned code) {
    const auto add = [&text](unsigned byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code < 0x80) return add(code);
    if (code < 0x800) {
        add(0xc0 | code >> 6);
    } else if (code < 0x10000) {
        add(0xe0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3f));
    } else {
        add(0xf0 | code >> 18);
        add(0x80 | (code >> 12 & 0x3f));
        add(0x80 | (code >> 6 & 0x3f));
    }
    add(0x80 | (code & 0x3f));
}

}  // namespace

void JsonCursor::fail(std::string_view wanted) const {
    throw EventCodecError(fmt::format("not the JSON of this kind: {} expected at byte {}", wanted, at_));
}

void JsonCursor::skip_space() {
    while (at_ < text_.size() &&
           (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r'))
        ++at_;
}

bool JsonCursor::take(char wanted) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
}

void JsonCursor::expect(char wanted) {
    if (!take(wanted)) fail(std::string_view(&wanted, 1));
}

void JsonCursor::expect_end() {
    skip_space();
    if (at_ != text_.size()) fail("the end");
}

bool JsonCursor::take_word(std::string_view word) {
    skip_space();
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
}

bool JsonCursor::take_null() {
    return take_word("null");
}

bool JsonCursor::boolean() {
    if (take_word("true")) return true;
    if (!take_word("false")) fail("true or false");
    return false;
}

std::string_view JsonCursor::string() {
    expect('"');
    const std::size_t end = text_.find_first_of("\"\\", at_);
    if (end == std::string_view::npos) fail("the end of a string");
    const std::string_view plain = text_.substr(at_, end - at_);
    at_ = end + 1;
    if (text_[end] == '"') return plain;
    unescaped_.assign(plain);
    for (;;) {
        unescape();
        const std::size_t next = text_.find_first_of("\"\\", at_);
        if (next == std::string_view::npos) fail("the end of a string");
        unescaped_.append(text_.substr(at_, next - at_));
        at_ = next + 1;
        if (text_[next] == '"') return unescaped_;
    }
}

// One escape, whose backslash is behind us.
void JsonCursor::unescape() {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (at_ >= text_.size()) fail("an escape");
    const char letter = text_[at_++];
    if (const std::size_t found = letters.find(letter); found != std::string_view::npos) {
        unescaped_.push_back(meanings[found]);
        return;
    }
    if (letter != 'u') fail("an escape");
    unsigned code = hex4();
    if (code >= 0xd800 && code < 0xdc00) {  // the first half of a surrogate pair
        if (text_.substr(at_, 2) != "\\u") fail("the second half of a character");
        at_ += 2;
        const unsigned low = hex4();
        if (low < 0xdc00 || low > 0xdfff) fail("the second half of a character");
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xdc00 && code < 0xe000) {
        fail("the first half of a character");
    }
    append_utf8(unescaped_, code);
}

unsigned JsonCursor::hex4() {
    unsigned code = 0;
    const std::string_view four = text_.substr(at_, 4);
    const auto [end, error] = std::from_chars(four.data(), four.data() + four.size(), code, 16);
    if (error != std::errc{} || end != four.data() + 4) fail("four hexadecimal digits");
    at_ += 4;
    return code;
}

void JsonCursor::skip_value(int depth) {
    skip_space();
    if (depth > deepest) fail("less nesting");
    const char next = at_ < text_.size() ? text_[at_] : '\0';
    if (next == '{')
        object([&](std::string_view) { skip_value(depth + 1); });
    else if (next == '[')
        array([&] { skip_value(depth + 1); });
    else if (next == '"')
        string();
    else if (!take_word("true") && !take_word("false") && !take_null()) {
        const std::size_t end = text_.find_first_not_of("+-.0123456789eE", at_);
        if (end == at_ || next == '\0') fail("a value");
        at_ = end == std::string_view::npos ? text_.size() : end;
    }
}

}  // namespace assentd
