// SPDX-License-Identifier: Apache-2.0
#include "parsers/ballots/option_by_word.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_by_word_data.h"
#include "parsers/fold.h"

namespace assentd::words {
namespace {

constexpr std::size_t shortest = 3;       // bytes of a word that names
constexpr std::size_t shortest_stem = 5;  // of one that is shortened
constexpr std::size_t most_words = 8;     // of a text; what is longer is a sentence, of ordinary words

struct OptionWord {
    std::string word;
    std::size_t option;
    bool telling;  // no other option has it, and it may name this one
};

std::vector<OptionWord> words_of_options(const Options& options, Calling calling) {
    std::vector<OptionWord> all;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string text = fold_name(strip(options[i].second));
        const auto group = words_of(text, most_words + 1);
        const bool sentence = group.size() > most_words;
        for (const std::string_view word : group) {
            const bool spoken = calling == Calling::prose && is_one_of(word, untelling_words);
            const bool letters = std::none_of(word.begin(), word.end(), is_digit);
            const bool telling = word.size() >= shortest && !spoken && letters && !sentence;
            all.push_back({std::string(word), i, telling});
        }
    }
    std::sort(all.begin(), all.end(), [](const OptionWord& a, const OptionWord& b) {
        return std::tie(a.word, a.option) < std::tie(b.word, b.option);
    });
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        while (end < all.size() && all[end].word == all[i].word) ++end;
        const bool shared = all[i].option != all[end - 1].option;
        for (; i < end; ++i) all[i].telling = all[i].telling && !shared;
    }
    return all;
}

// "Fridays", "friday's", "Postgres" of "postgresql"
bool is_called(std::string_view said, const OptionWord& one, Calling calling) {
    if (said == one.word) return true;
    if (calling == Calling::shape) return false;
    if (said.starts_with(one.word)) {
        const std::string_view end = said.substr(one.word.size());
        return end == "s" || end == "'s" || end == "es";
    }
    return said.size() >= shortest_stem && one.word.starts_with(said);
}

// What a word of the line is.
struct Said {
    std::size_t begin, end;              // in the line
    std::vector<std::size_t> named;      // the option; two for a shortened word that may be either
    std::vector<std::size_t> belonging;  // the options whose text has it
    bool filler = false;                 // an article, or "one", "option"
};

bool holds(const std::vector<std::size_t>& list, std::size_t one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

// "stay here", whose words tell nothing one by one.
void name_by_whole_texts(std::vector<Said>& said, std::string_view line, const Options& options) {
    for (std::size_t option = 0; option < options.size(); ++option) {
        const auto count = words_of(options[option].second).size();
        const std::string text = fold_name(strip(options[option].second));
        for (std::size_t i = 0; count > 0 && i + count <= said.size(); ++i) {
            const std::size_t begin = said[i].begin;
            if (!said[i].named.empty() || !holds(said[i].belonging, option)) continue;
            if (fold_name(line.substr(begin, said[i + count - 1].end - begin)) == text) said[i].named = {option};
        }
    }
}

std::vector<Said> words_said(std::string_view line, const Options& options, Calling calling) {
    const std::vector<OptionWord> known = words_of_options(options, calling);
    std::vector<Said> said;
    for (const std::string_view word : words_of(line, longest_ballot_line)) {
        const std::string folded = fold_name(word);
        const auto begin = static_cast<std::size_t>(word.data() - line.data());
        Said one{begin, begin + word.size(), {}, {}, is_one_of(folded, option_articles)};
        for (const OptionWord& w : known) {
            if (w.word[0] != folded[0]) continue;
            if (w.word == folded) one.belonging.push_back(w.option);
            if (!w.telling || !is_called(folded, w, calling)) continue;
            if (std::find(one.named.begin(), one.named.end(), w.option) == one.named.end())
                one.named.push_back(w.option);
        }
        said.push_back(std::move(one));
    }
    name_by_whole_texts(said, line, options);
    return said;
}

// Whether nothing but a blank stands between the words.
bool adjoin(std::string_view line, const Said& left, const Said& right) {
    return is_blank(line.substr(left.end, right.begin - left.end));
}

// The words around word i that belong to its option, too: "red one", "the Friday afternoon". First and last.
std::pair<std::size_t, std::size_t> span_of(std::string_view line, const std::vector<Said>& said, std::size_t i,
                                            std::size_t from) {
    const std::size_t option = said[i].named.front();
    std::size_t first = i;
    std::size_t last = i;
    while (first > from && holds(said[first - 1].belonging, option) && adjoin(line, said[first - 1], said[first]))
        --first;
    if (first > from && said[first - 1].filler && adjoin(line, said[first - 1], said[first])) --first;
    while (last + 1 < said.size() && adjoin(line, said[last], said[last + 1])) {
        const std::string next =
            fold_name(line.substr(said[last + 1].begin, said[last + 1].end - said[last + 1].begin));
        if (!holds(said[last + 1].belonging, option) && !is_one_of(next, option_nouns)) break;
        ++last;
    }
    return {first, last};
}

}  // namespace

std::string with_labels_for_words(std::string_view line, const Options& options, Calling calling) {
    if (options.empty() || line.size() > longest_ballot_line) return std::string(line);
    const std::vector<Said> said = words_said(line, options, calling);
    std::string out;
    std::size_t written = 0;  // of the line
    std::size_t from = 0;     // of the words
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (i < from || said[i].named.size() != 1) continue;
        const auto [first, last] = span_of(line, said, i, from);
        out += line.substr(written, said[first].begin - written);
        out += options[said[i].named.front()].first;
        written = said[last].end;
        from = last + 1;
    }
    return out += line.substr(written);
}

}  // namespace assentd::words
