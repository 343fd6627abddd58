// SPDX-License-Identifier: Apache-2.0
#include "decision/text.h"

#include <algorithm>
#include <charconv>

namespace assentd {

namespace {
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The digits that a text begins with, without leading zeros; they are taken from it.
std::string_view take_number(std::string_view& text) {
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}
}  // namespace

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

void add_sentence(std::string& text, std::string_view sentence) {
    if (text.find_last_of(".?!") + 1 != text.size()) text += '.';
    (text += ' ') += sentence;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string counted(std::int64_t n, std::string_view singular, std::string_view plural) {
    return std::to_string(n) + ' ' + std::string(n == 1 ? singular : plural);
}

std::weak_ordering by_numbers(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (is_digit(a[0]) && is_digit(b[0])) {
            const std::string_view x = take_number(a);
            const std::string_view y = take_number(b);
            if (x.size() != y.size()) return x.size() <=> y.size();
            if (x != y) return x <=> y;
            continue;
        }
        if (a[0] != b[0]) return static_cast<unsigned char>(a[0]) <=> static_cast<unsigned char>(b[0]);
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() <=> b.size();
}

std::string listed(const std::vector<std::string>& items) {
    std::string result;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) result += i + 1 == items.size() ? " and " : ", ";
        result += items[i];
    }
    return result;
}

std::optional<std::int64_t> decision_number(std::string_view name) {
    if (name.size() < 3 || (name[0] != 'D' && name[0] != 'd') || name[1] != '-') return std::nullopt;
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(name.data() + 2, name.data() + name.size(), n);
    if (error != std::errc() || end != name.data() + name.size() || n <= 0) return std::nullopt;
    return n;
}

std::string listed(const std::vector<AttachmentNoted>& files) {
    constexpr std::uint64_t kilo = 1000;
    std::vector<std::string> names;
    for (const auto& file : files)
        names.push_back((file.name.empty() ? file.media_type : file.name) + " (" +
                        std::to_string((file.size + kilo - 1) / kilo) + " kB)");
    return listed(names);
}

}  // namespace assentd
