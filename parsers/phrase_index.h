// SPDX-License-Identifier: Apache-2.0
// The rows of tables of phrases by the first bytes of each, so that a line is not compared with all of them. A row is
// a phrase or has one. Made once; immutable, so any thread may read it.
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <initializer_list>
#include <span>
#include <string_view>
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
        for (Beginning& b : beginnings_)
            if (!b.alone) std::stable_sort(b.entries.begin(), b.entries.end(), BySecondByte{});
    }

    struct Entry {
        std::string_view phrase;
        const Row* row;
    };
    // The entries whose phrase may begin the text; those of the same two first bytes are in the order of the tables.
    std::span<const Entry> may_begin(std::string_view text) const {
        if (text.empty()) return {};
        const Beginning& b = beginnings_[first_byte(text)];
        if (b.alone) return b.entries;
        if (text.size() < 2 || !b.seconds.test(second_byte(text))) return {};
        const auto [from, to] = std::equal_range(b.entries.begin(), b.entries.end(), text, BySecondByte{});
        return {from, to};
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
        for (std::size_t at = 0; at < text.size() && at <= last; ++at) {
            const bool inside = at > 0 && is_word_byte(text[at - 1]) && is_word_byte(text[at]);
            if (inside && !needs_no_boundary(text.substr(at))) continue;
            for (const Entry& e : may_begin(text.substr(at)))
                if (starts_with_phrase(text.substr(at), e.phrase) && found(at, *e.row)) return true;
        }
        return false;
    }

    // Whether one of the phrases stands anywhere in the text, within words, too.
    bool stands_in(std::string_view text) const {
        for (std::size_t at = 0; at < text.size(); ++at)
            for (const Entry& e : may_begin(text.substr(at)))
                if (text.substr(at).starts_with(e.phrase)) return true;
        return false;
    }

  private:
    struct BySecondByte {
        bool operator()(const Entry& a, const Entry& b) const {
            return second_byte(a.phrase) < second_byte(b.phrase);
        }
        bool operator()(const Entry& e, std::string_view text) const {
            return second_byte(e.phrase) < second_byte(text);
        }
        bool operator()(std::string_view text, const Entry& e) const {
            return second_byte(text) < second_byte(e.phrase);
        }
    };

    // The phrases of one first byte, and which second bytes they have: most places in a text are passed by with that.
    struct Beginning {
        std::vector<Entry> entries;
        std::bitset<256> seconds;
        bool alone = false;  // one of them is no longer than that byte
    };

    static std::size_t first_byte(std::string_view s) { return static_cast<unsigned char>(s[0]); }
    static std::size_t second_byte(std::string_view s) { return static_cast<unsigned char>(s[1]); }

    void add(std::string_view phrase, const Row& row) {
        Beginning& b = beginnings_[first_byte(phrase)];
        b.entries.push_back({phrase, &row});
        if (phrase.size() > 1)
            b.seconds.set(second_byte(phrase));
        else
            b.alone = true;
    }

    std::array<Beginning, 256> beginnings_;
};

}  // namespace assentd::words
