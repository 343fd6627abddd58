// SPDX-License-Identifier: Apache-2.0
#include "daemon/our_sentences.h"

#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"

namespace assentd {

namespace {

struct Sentence {
    std::string phrase;  // as it is looked for
    std::string said;    // as the mail has it
};

constexpr std::size_t long_enough_alone = 60;

// Programs wrap lines anew.
std::string on_one_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    for (const char c : words::fold(text)) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            blank = !out.empty();
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        out += c;
    }
    return out;
}

std::vector<Sentence> sentences_of(const Templates& templates) {
    std::vector<Sentence> found;
    std::set<std::string> known;
    for (const auto& said : templates.fixed_sentences())
        if (auto phrase = on_one_line(said); known.insert(phrase).second) found.push_back({std::move(phrase), said});
    return found;
}

}  // namespace

struct OurSentences::Table {
    std::vector<Sentence> sentences;
    words::PhraseIndex<Sentence> index;

    explicit Table(const Templates& templates)
        : sentences(sentences_of(templates)), index{std::span<const Sentence>(sentences)} {}
};

OurSentences::OurSentences(const Templates& templates) : table_(std::make_shared<const Table>(templates)) {}

std::optional<std::string> OurSentences::sent_back_in(std::string_view own_words) const {
    const std::string text = on_one_line(own_words);
    const Sentence* first = nullptr;
    const bool enough = table_->index.any_within(text, text.size(), [&](std::size_t, const Sentence& sentence) {
        const bool another = first && first != &sentence;
        if (!first) first = &sentence;
        return another || sentence.phrase.size() >= long_enough_alone;
    });
    if (!enough) return std::nullopt;
    return first->said;
}

}  // namespace assentd
