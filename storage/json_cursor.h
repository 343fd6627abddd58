// SPDX-License-Identifier: Apache-2.0
// Walks over one JSON text (RFC 8259) and gives its values to a caller who knows which to expect. Decisions of
// thousands of events are read from it at every mail, so it builds no tree. Throws EventCodecError for anything else
// than was asked for. Linear time; nesting of what is passed over is bounded. The text must outlive it.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

namespace assentd {

class JsonCursor {
  public:
    explicit JsonCursor(std::string_view text) : text_(text) {}

    // Whether `wanted` comes next, after white space; then it is behind us.
    bool take(char wanted);
    bool take_null();
    void expect(char wanted);
    void expect_end();

    bool boolean();
    // Valid until the next call.
    std::string_view string();
    template <std::integral Number>
    Number number() {
        skip_space();
        Number value{};
        const char* from = text_.data() + at_;
        const auto [end, error] = std::from_chars(from, text_.data() + text_.size(), value);
        if (error != std::errc{}) fail("a number");
        at_ += static_cast<std::size_t>(end - from);
        return value;
    }
    void skip_value(int depth = 0);

    // Calls `each` with the cursor before every element or member; it must take the value.
    template <typename Each>
    void array(Each&& each) {
        expect('[');
        if (take(']')) return;
        do each();
        while (take(','));
        expect(']');
    }
    template <typename Each>
    void object(Each&& each) {
        expect('{');
        if (take('}')) return;
        do {
            const std::string_view key = string();
            expect(':');
            each(key);  // looks at the key before it takes the value
        } while (take(','));
        expect('}');
    }

  private:
    void skip_space();
    bool take_word(std::string_view word);
    void unescape();
    unsigned hex4();
    [[noreturn]] void fail(std::string_view wanted) const;

    std::string_view text_;
    std::size_t at_ = 0;
    std::string unescaped_;
};

}  // namespace assentd
