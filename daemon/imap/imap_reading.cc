// SPDX-License-Identifier: Apache-2.0
// status  = ("OK" / "NO" / "BAD" / "BYE" / "PREAUTH") [SP "[" code [SP argument] "]"] [SP text]
// fetch   = number SP "FETCH" SP "(" item SP value *(SP item SP value) ")"
// value   = atom / quoted / literal / NIL / "(" *value ")"
#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "daemon/imap/imap_response.h"

namespace assentd {
namespace {

constexpr int kDepth = 16;

std::string capitals(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

// Walks over the text of one FETCH response. Every step says whether the grammar held.
class FetchText {
  public:
    explicit FetchText(Response& response) : text_(response.text), literals_(response.literals) {}

    bool skip(char c) {
        if (text_.empty() || text_.front() != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    bool at_end() const { return text_.empty(); }

    // An item's name; what stands in its brackets may hold blanks.
    std::string item() {
        std::size_t length = 0;
        bool in_brackets = false;
        for (; length < text_.size(); ++length) {
            const char c = text_[length];
            if (c == '[') in_brackets = true;
            if (c == ']') in_brackets = false;
            if (c == '\0' || (!in_brackets && (c == ' ' || c == '(' || c == ')'))) break;
        }
        const std::string name = capitals(text_.substr(0, length));
        text_.remove_prefix(length);
        return name;
    }

    // A string, quoted or literal, or an atom (NIL included, which sets `nil`).
    bool string(Literal& out, bool& nil) {
        nil = false;
        if (text_.empty()) return false;
        if (text_.front() == '\0') {
            if (next_literal_ >= literals_.size()) return false;
            text_.remove_prefix(1);
            out = std::move(literals_[next_literal_++]);
            return true;
        }
        if (text_.front() == '"') return quoted(out);
        const std::size_t length = std::min(text_.find_first_of(std::string_view(" ()\"\0", 5)), text_.size());
        if (length == 0) return false;
        nil = capitals(text_.substr(0, length)) == "NIL";
        out.bytes = text_.substr(0, length);
        out.size = out.bytes.size();
        text_.remove_prefix(length);
        return true;
    }

    bool skip_value() {
        int depth = 0;
        do {
            if (skip('(')) {
                if (++depth > kDepth) return false;
            } else if (skip(')')) {
                if (--depth < 0) return false;
            } else {
                Literal ignored;
                bool nil = false;
                if (!string(ignored, nil)) return false;
            }
            while (depth > 0 && skip(' ')) {
            }
        } while (depth > 0);
        return true;
    }

  private:
    bool quoted(Literal& out) {
        out.bytes.clear();
        for (std::size_t at = 1; at < text_.size(); ++at) {
            char c = text_[at];
            if (c == '\0') return false;
            if (c == '"') {
                text_.remove_prefix(at + 1);
                out.size = out.bytes.size();
                return true;
            }
            if (c == '\\') {
                if (++at >= text_.size()) return false;
                c = text_[at];
            }
            out.bytes.push_back(c);
        }
        return false;
    }

    std::string_view text_;
    std::vector<Literal>& literals_;
    std::size_t next_literal_ = 0;
};

bool read_item(FetchText& text, const std::string& item, FetchData& data) {
    const bool body = item.starts_with("BODY[");
    if (!body && item != "UID" && item != "RFC822.SIZE" && item != "INTERNALDATE") return text.skip_value();
    Literal value;
    bool nil = false;
    if (!text.string(value, nil)) return false;
    if (body) {
        data.body_is_nil = nil;
        if (!nil) data.body = std::move(value);
        return true;
    }
    if (item == "INTERNALDATE") {
        data.arrival = read_internal_date(value.bytes);
        return true;
    }
    const auto number = read_number(value.bytes);
    if (!number) return false;
    if (item == "RFC822.SIZE") {
        data.size = *number;
        return true;
    }
    if (*number == 0 || *number > std::numeric_limits<std::uint32_t>::max()) return false;
    data.uid = static_cast<std::uint32_t>(*number);
    return true;
}

std::optional<int> two_digits(std::string_view text) {
    if (text.size() != 2) return std::nullopt;
    const auto number = read_number(text.front() == ' ' ? text.substr(1) : text);
    return number ? std::optional<int>(static_cast<int>(*number)) : std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> read_number(std::string_view text) {
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stop != end) return std::nullopt;
    return value;
}

std::vector<std::string> read_words(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(' '), text.size());
        if (length > 0) words.push_back(capitals(text.substr(0, length)));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return words;
}

std::optional<Status> read_status(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, Status::Word>, 5> words = {
        {{"OK", Status::Word::ok},
         {"NO", Status::Word::no},
         {"BAD", Status::Word::bad},
         {"BYE", Status::Word::bye},
         {"PREAUTH", Status::Word::preauth}}};
    const std::size_t length = std::min(text.find(' '), text.size());
    if (length > 7) return std::nullopt;
    const std::string word = capitals(text.substr(0, length));
    const auto* known =
        std::find_if(words.begin(), words.end(), [&](const auto& entry) { return entry.first == word; });
    if (known == words.end()) return std::nullopt;
    Status status;
    status.word = known->second;
    text.remove_prefix(std::min(length + 1, text.size()));
    const std::size_t close = text.starts_with('[') ? text.find(']') : std::string_view::npos;
    if (close != std::string_view::npos) {
        const std::string_view inside = text.substr(1, close - 1);
        const std::size_t blank = std::min(inside.find(' '), inside.size());
        status.code = capitals(inside.substr(0, blank));
        status.argument = inside.substr(std::min(blank + 1, inside.size()));
        text.remove_prefix(std::min(close + 1, text.size()));
        if (text.starts_with(' ')) text.remove_prefix(1);
    }
    status.text = text;
    return status;
}

std::optional<Numbered> read_numbered(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const auto number = read_number(text.substr(0, blank));
    if (!number || *number > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    text.remove_prefix(blank + 1);
    return Numbered{static_cast<std::uint32_t>(*number),
                    capitals(text.substr(0, std::min(text.find(' '), text.size())))};
}

std::optional<FetchData> read_fetch(Response& response) {
    const auto numbered = read_numbered(response.text);
    if (response.kind != Response::Kind::untagged || !numbered || numbered->word != "FETCH") return std::nullopt;
    FetchText text(response);
    text.item();  // the number
    if (!text.skip(' ')) return std::nullopt;
    text.item();  // FETCH
    if (!text.skip(' ') || !text.skip('(')) return std::nullopt;
    FetchData data;
    do {
        const std::string item = text.item();
        if (item.empty() || !text.skip(' ') || !read_item(text, item, data)) return std::nullopt;
    } while (text.skip(' '));
    if (!text.skip(')') || !text.at_end()) return std::nullopt;
    return data;
}

std::optional<Instant> read_internal_date(std::string_view text) {
    // 01234567890123456789012345
    // 17-Jul-1996 02:44:25 -0700
    static constexpr std::string_view months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    if (text.size() != 26 || text[2] != '-' || text[6] != '-' || text[11] != ' ' || text[14] != ':' ||
        text[17] != ':' || text[20] != ' ' || (text[21] != '+' && text[21] != '-')) {
        return std::nullopt;
    }
    const auto day = two_digits(text.substr(0, 2));
    const std::size_t month = months.find(capitals(text.substr(3, 3)));
    const auto year = read_number(text.substr(7, 4));
    const auto hour = two_digits(text.substr(12, 2));
    const auto minute = two_digits(text.substr(15, 2));
    const auto second = two_digits(text.substr(18, 2));
    const auto zone_h = two_digits(text.substr(22, 2));
    const auto zone_min = two_digits(text.substr(24, 2));
    if (!day || month == std::string_view::npos || month % 3 != 0 || !year || !hour || *hour > 23 || !minute ||
        *minute > 59 || !second || *second > 60 || !zone_h || !zone_min || *zone_min > 59) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(month / 3 + 1)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    const auto zone = std::chrono::minutes(*zone_h * 60 + *zone_min);
    const auto local = std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
                       std::chrono::seconds(*second);
    return Instant(text[21] == '+' ? local - zone : local + zone);
}

}  // namespace assentd
