// SPDX-License-Identifier: Apache-2.0
// The words of a step of a scenario, taken off from the left. What is not understood is std::invalid_argument.
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "config/when.h"

namespace assentd::testing {

class Words {
  public:
    explicit Words(std::string text) : rest_(std::move(text)) { trim(); }

    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.erase(0, word.size());
        trim();
        return true;
    }
    void need(std::string_view word) {
        if (!take(word)) throw std::invalid_argument("“" + std::string(word) + "” is missing before “" + rest_ + "”");
    }
    std::string word() {
        const auto end = std::min(rest_.find_first_of(" ,:"), rest_.size());
        if (end == 0) throw std::invalid_argument("a word is missing before “" + rest_ + "”");
        std::string result = rest_.substr(0, end);
        rest_.erase(0, end);
        trim();
        return result;
    }
    std::string until(std::string_view separator) {  // the separator is taken, too
        const auto end = rest_.find(separator);
        std::string result = rest_.substr(0, end);
        rest_.erase(0, end == std::string::npos ? rest_.size() : end + separator.size());
        trim();
        return result;
    }
    std::string rest() { return std::exchange(rest_, {}); }
    void end() const {
        if (!rest_.empty()) throw std::invalid_argument("“" + rest_ + "” is not understood");
    }

  private:
    void trim() { rest_.erase(0, std::min(rest_.find_first_not_of(' '), rest_.size())); }
    std::string rest_;
};

// "2026-11-30 09:00" at the beginning, in UTC; seconds may follow.
inline std::optional<Instant> take_time(Words& words) {
    Words copy = words;
    const std::string day = copy.until(" ");
    const std::string hour = copy.until(" ");
    const auto read = read_instant(day + ' ' + hour + (hour.size() == 5 ? ":00Z" : "Z"));
    if (!std::holds_alternative<Instant>(read)) return std::nullopt;
    words = copy;
    return std::get<Instant>(read);
}

inline std::string time_text(Instant t) {
    std::string text = instant_text(t);
    text[10] = ' ';
    return text.substr(0, text.ends_with(":00Z") ? 16 : 19);
}

}  // namespace assentd::testing
