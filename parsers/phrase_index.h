// SPDX-License-Identifier: Apache-2.0
// The rows of tables of phrases by the first bytes of each, so that a line is not compared with all of them. A row is
// a phrase or has one. Made once; immutable, so any thread may read it.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "parsers/fold.h"

namespace assentd::words {

inline std::string_view phrase_of(std::string_view phrase) {
    return phrase;
}
template <typename Row>
std::string_view phrase_of(const Row& row) requires requires {
    row.phrase;
}
{ return row.phrase; }

template <typename Row>
class PhraseIndex {
  public:
    PhraseIndex(std::initializer_list<std::span<const Row>> tables) {
        for (const std::span<const Row> table : tables)
            for (const Row& row : table) add(phrase_of(row), row);
        std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
            return std::pair(first_byte(a.phrase), second_byte(a.phrase)) <
                   std::pair(first_byte(b.phrase), second_byte(b.phrase));
        });
        for (const Entry& e : entries_) ++begin_[first_byte(e.phrase) + 1];
        std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    }

    struct Entry {
        std::string_view phrase;
        const Row* row;
    };
    // The entries whose phrase may begin the text; those of the same two first bytes are in the order of the tables.
    std::span<const Entry> may_begin(std::string_view text) const {
        if (text.empty()) return {};
        const bool may =
            short_[pair_of(first_byte(text), second_byte(text))] || (text.size() >= four && long_[four_of(text)]);
        return may ? of_first_bytes(text) : std::span<const Entry>();
    }

    // The longest phrase that begins the text; null when none does.
    const Row* longest_at_start(std::string_view text) const {
        const Entry* longest = nullptr;
        for (const Entry& e : may_begin(text))
            if (starts_with_phrase(text, e.phrase) && (!longest || e.phrase.size() > longest->phrase.size()))
                longest = &e;
        return longest ? longest->row : nullptr;
    }

    // Calls found(at, row) for every phrase that stands in the text at word boundaries, up to `last`, until it says
    // true; whether it did.
    template <typename Found>
    bool any_within(std::string_view text, std::size_t last, Found found) const {
        bool behind_word = false;
        for (std::size_t at = 0; at < text.size() && at <= last; ++at) {
            const bool inside = behind_word && is_word_byte(text[at]) && !needs_no_boundary(text.substr(at));
            behind_word = is_word_byte(text[at]);
            if (inside) continue;
            for (const Entry& e : may_begin(text.substr(at)))
                if (starts_with_phrase(text.substr(at), e.phrase) && found(at, *e.row)) return true;
        }
        return false;
    }

    // Whether one of them does.
    bool any_within(std::string_view text, std::size_t last = std::string_view::npos) const {
        return any_within(text, last, [](std::size_t, const Row&) { return true; });
    }

    // The first of the phrases that stands anywhere in the text, within words, too; empty: none does.
    std::string_view standing_in(std::string_view text) const {
        for (std::size_t at = 0; at < text.size(); ++at)
            for (const Entry& e : may_begin(text.substr(at)))
                if (text.substr(at).starts_with(e.phrase)) return e.phrase;
        return {};
    }
    bool stands_in(std::string_view text) const { return !standing_in(text).empty(); }

  private:
    struct BySecondByte {
        bool operator()(const Entry& e, std::string_view text) const {
            return second_byte(e.phrase) < second_byte(text);
        }
        bool operator()(std::string_view text, const Entry& e) const {
            return second_byte(text) < second_byte(e.phrase);
        }
    };

    static constexpr std::size_t four = sizeof(std::uint32_t);
    static constexpr std::size_t filter_bits = 12;
    using Filter = std::bitset<1U << filter_bits>;

    static std::size_t first_byte(std::string_view s) { return static_cast<unsigned char>(s[0]); }
    static std::size_t second_byte(std::string_view s) { return s.size() > 1 ? static_cast<unsigned char>(s[1]) : 0; }
    static std::size_t pair_of(std::size_t first, std::size_t second) {
        return (first * 29 + second) % Filter().size();
    }
    static std::size_t four_of(std::string_view s) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, s.data(), four);
        return (bytes * 2654435761U) >> (32 - filter_bits);  // Knuth's multiplicative hash
    }

    std::span<const Entry> of_first_bytes(std::string_view text) const {
        const std::size_t first = first_byte(text);
        const std::span<const Entry> of_first(entries_.begin() + begin_[first], entries_.begin() + begin_[first + 1]);
        if (alone_[first]) return of_first;
        const auto [from, to] = std::equal_range(of_first.begin(), of_first.end(), text, BySecondByte{});
        return {from, to};
    }

    void add(std::string_view phrase, const Row& row) {
        entries_.push_back({phrase, &row});
        if (phrase.size() >= four) return long_.set(four_of(phrase)), void();
        const std::size_t first = first_byte(phrase);
        if (phrase.size() > 1) return short_.set(pair_of(first, second_byte(phrase))), void();
        alone_.set(first);
        for (std::size_t second = 0; second < 256; ++second) short_.set(pair_of(first, second));
    }

    std::vector<Entry> entries_;              // by their two first bytes
    std::array<std::uint16_t, 257> begin_{};  // of those with each first byte
    std::bitset<256> alone_;                  // one of those with this first byte is no longer than it
    Filter short_, long_;                     // by two and four first bytes; most places in a text are none
};

}  // namespace assentd::words
