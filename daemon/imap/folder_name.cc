// SPDX-License-Identifier: Apache-2.0
#include "daemon/imap/folder_name.h"

namespace assentd {
namespace {

// One code point off the front, or nothing: overlong forms, surrogates and what lies beyond U+10FFFF are refused.
std::optional<char32_t> take_code_point(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
    if (length == 0 || text.size() < length) return std::nullopt;
    char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >> 6 != 2) return std::nullopt;
        point = (point << 6) | (byte & 0x3Fu);
    }
    static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (point < least[length] || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) return std::nullopt;
    text.remove_prefix(length);
    return point;
}

// UTF-16 in Base64 with "," for "/" and without padding, between "&" and "-".
class ShiftedRun {
  public:
    explicit ShiftedRun(std::string& out) : out_(out) {}
    void add(char32_t point) {
        if (!open_) out_.push_back('&');
        open_ = true;
        if (point >= 0x10000) {
            unit(0xD800 + ((point - 0x10000) >> 10));
            point = 0xDC00 + ((point - 0x10000) & 0x3FF);
        }
        unit(point);
    }
    void end() {
        if (!open_) return;
        if (have_ > 0) out_.push_back(kAlphabet[(pending_ << (6 - have_)) & 63u]);
        out_.push_back('-');
        open_ = false;
        have_ = 0;
        pending_ = 0;
    }

  private:
    static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";
    void unit(char32_t value) {
        pending_ = (pending_ << 16) | value;
        have_ += 16;
        while (have_ >= 6) {
            have_ -= 6;
            out_.push_back(kAlphabet[(pending_ >> have_) & 63u]);
        }
        pending_ &= (1u << have_) - 1;
    }
    std::string& out_;
    bool open_ = false;
    std::uint32_t pending_ = 0;
    unsigned have_ = 0;
};

}  // namespace

std::optional<std::string> modified_utf7(std::string_view utf8) {
    std::string out;
    ShiftedRun shifted(out);
    while (!utf8.empty()) {
        const auto point = take_code_point(utf8);
        if (!point) return std::nullopt;
        if (*point >= 0x20 && *point < 0x7F) {
            shifted.end();
            out.push_back(static_cast<char>(*point));
            if (*point == '&') out.push_back('-');
        } else {
            shifted.add(*point);
        }
    }
    shifted.end();
    return out;
}

std::optional<std::string> quoted_folder(std::string_view utf8) {
    const auto name = modified_utf7(utf8);
    if (!name) return std::nullopt;
    std::string out = "\"";
    for (const char c : *name) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    out.push_back('"');
    return out;
}

std::vector<std::string> uid_sets(const std::vector<std::uint32_t>& ascending, std::size_t longest) {
    std::vector<std::string> sets;
    for (std::size_t first = 0; first < ascending.size();) {
        std::size_t last = first;
        while (last + 1 < ascending.size() && ascending[last + 1] == ascending[last] + 1) ++last;
        std::string range = std::to_string(ascending[first]);
        if (last > first) range += ":" + std::to_string(ascending[last]);
        if (sets.empty() || sets.back().size() + range.size() + 1 > longest) {
            sets.push_back(std::move(range));
        } else {
            sets.back() += "," + range;
        }
        first = last + 1;
    }
    return sets;
}

}  // namespace assentd
