// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/vote_values.h"

#include <array>

#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_words_east.h"
#include "parsers/votes/tables/vote_words_english.h"
#include "parsers/votes/tables/vote_words_everyday.h"
#include "parsers/votes/tables/vote_words_formal.h"
#include "parsers/votes/tables/vote_words_other.h"
#include "parsers/votes/tables/vote_words_romance.h"
#include "parsers/votes/tables/vote_words_spoken.h"

namespace assentd::words {
namespace {

// " (555) 123 4567": seven digits and more, with nothing but blanks and marks between them.
bool is_telephone(std::string_view s) {
    std::size_t digits = 0;
    for (char c : s.substr(0, 30)) {
        if (is_digit(c))
            ++digits;
        else if (std::string_view(" ()-./").find(c) == std::string_view::npos)
            break;
    }
    return digits >= 6;
}

std::optional<Value> word_at(std::string_view s, const OwnVoteWords& own) {
    std::optional<Value> best;
    for (const auto& [word, position] : own) {
        const std::string wanted = fold(word);
        if (!wanted.empty() && starts_with_phrase(s, wanted) && (!best || wanted.size() > best->size))
            best = Value{position, {}, wanted.size(), false, Use::leads, "own-word"};
    }
    if (best) return best;
    const auto ends = [&](std::size_t n) {  // "non-optional" and "no's" hold no vote word
        return n + 1 >= s.size() || (s[n] != '-' && s[n] != '\'') || !is_word_byte(s[n + 1]);
    };
    static const PhraseIndex<VoteWord> vote_words{english_vote_words, spoken_vote_words,  formal_vote_words,
                                                  other_vote_words,   romance_vote_words, east_vote_words,
                                                  everyday_vote_words};
    for (const auto& [phrase, word] : vote_words.may_begin(s))
        if (starts_with_phrase(s, phrase) && ends(phrase.size()) && (!best || phrase.size() > best->size))
            best = Value{word->position, {}, phrase.size(), false, word->use, "word"};
    return best;
}

}  // namespace

std::string_view skip_blanks(std::string_view s) {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    return s;
}

std::string_view without_end_marks(std::string_view s) {
    constexpr std::string_view marks = " .!,;:*_`'\"~)";
    while (!s.empty() && marks.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    constexpr std::array<std::string_view, 8> wide{"\u3002", "\uFF01", "\U0001F642", "\U0001F600",
                                                   " :-",    " ;-",    " :d",        " ;"};
    for (const std::string_view mark : wide)
        if (s.ends_with(mark)) return without_end_marks(s.substr(0, s.size() - mark.size()));
    return s;
}

std::optional<Value> picture_at(std::string_view s) {
    static const PhraseIndex<VoteSign> index{vote_pictures};
    for (const auto& [sign, picture] : index.may_begin(s))
        if (s.starts_with(sign)) return Value{picture->position, {}, sign.size(), true, Use::leads, "picture"};
    return std::nullopt;
}

// "+1", "-0.9", "+0": a number between -1 and 1 with its sign.
std::optional<Value> sign_at(std::string_view s) {
    if (s.size() < 2 || (s[0] != '+' && s[0] != '-') || (s[1] != '0' && s[1] != '1')) {
        if (s.starts_with("\u00B10")) return Value{Position::abstain, "0", 3, true, Use::leads, "sign"};
        return std::nullopt;
    }
    std::size_t n = 2;
    bool fraction = false;
    constexpr std::array said_so{"でお願いします", "でお願い致します", "でいいです", "です"};  // "+1です"
    if (n + 1 < s.size() && s[n] == '.' && is_digit(s[n + 1])) {
        if (s[1] == '1' && s[n + 1] != '0') return std::nullopt;  // "+1.5" is beyond the scale
        for (++n; n < s.size() && is_digit(s[n]); ++n) fraction = fraction || (s[1] == '0' && s[n] != '0');
    }
    if (s.substr(n).starts_with("..")) return std::nullopt;  // "-1..1"
    const bool dash = n + 1 < s.size() && s[n] == '-' && s[n + 1] == ' ';
    for (std::string_view ending : said_so)
        if (n == 2 && s.substr(n).starts_with(ending)) {
            const Position p = s[1] == '0' ? Position::abstain : s[0] == '+' ? Position::agree : Position::disagree;
            return Value{p, std::string(s.substr(0, n)), n + ending.size(), true, Use::leads, "sign"};
        }
    if (n < s.size() && !dash && !picture_at(s.substr(n)) &&
        (is_word_byte(s[n]) || std::string_view("+-%$/=@#_").find(s[n]) != std::string_view::npos))
        return std::nullopt;
    if (n + 1 < s.size() && (s[n] == ',' || s[n] == '.') && is_digit(s[n + 1])) return std::nullopt;
    if (is_telephone(s.substr(n))) return std::nullopt;
    const bool zero = s[1] == '0' && !fraction;
    const Position p = zero ? Position::abstain : s[0] == '+' ? Position::agree : Position::disagree;
    return Value{p, std::string(s.substr(0, n)), n, true, Use::leads, "sign"};
}

std::optional<Value> value_at(std::string_view s, const OwnVoteWords& own) {
    for (const auto& [word, position] : own)  // a policy may give "-1" its own meaning
        if (const std::string wanted = fold(word); !wanted.empty() && starts_with_phrase(s, wanted))
            if (const auto sign = sign_at(s); !sign || sign->size == wanted.size())
                return Value{position,      sign ? sign->strength : std::string{},
                             wanted.size(), sign.has_value(),
                             Use::leads,    "own-word"};
    if (const auto sign = sign_at(s)) return sign;
    if (const auto picture = picture_at(s)) return picture;
    return word_at(s, own);
}

namespace {

// The value of a phrase that one of the words stretches.
std::optional<Value> stretched_value_at(std::string_view s, const PhraseIndex<const char*>& index,
                                        const OwnVoteWords& own) {
    constexpr std::size_t farthest = 25;  // bytes
    std::optional<Value> value;
    index.any_within(s, farthest, [&](std::size_t at, std::string_view word) {
        const std::string_view behind = skip_blanks(s.substr(at + word.size()));
        const std::size_t removed = s.size() - at - behind.size();
        const std::string plain = std::string(s.substr(0, at)) + std::string(behind.substr(0, 100));
        auto found = word_at(plain, own);
        if (!found || found->size <= at || found->use == Use::answer) return false;
        if (at == 0 && found->use != Use::leads) return false;
        found->size += removed;
        value = std::move(found);
        return true;
    });
    return value;
}

}  // namespace

std::optional<Value> emphatic_value_at(std::string_view s, const OwnVoteWords& own) {
    static const PhraseIndex<const char*> index{emphases};
    return stretched_value_at(s, index, own);
}

std::optional<Value> felt_value_at(std::string_view s, const OwnVoteWords& own) {
    static const PhraseIndex<const char*> index{feelings};
    return stretched_value_at(s, index, own);
}

std::string take_claim(std::string_view& rest) {
    std::string_view s = skip_blanks(rest);
    while (s.starts_with(',') || s.starts_with('-') || s.starts_with('*')) s = skip_blanks(s.substr(1));
    if (s.empty()) return {};
    const char open = s[0];
    if (open == '(' || open == '[' || open == '<') {
        const std::size_t close = s.find_first_of(")]>");
        const std::string_view inner = s.substr(1, close == std::string_view::npos ? close : close - 1);
        if (inner.size() > 60) return {};
        const std::string_view claim = claim_of(inner);
        if (claim.empty()) return {};
        rest = close == std::string_view::npos ? std::string_view{} : s.substr(close + 1);
        return std::string(claim);
    }
    const auto group = words_of(s, 2);
    if (group.empty() || group[0].data() != s.data()) return {};
    const bool two = group.size() == 2 && (group[0] == "non" || group[0] == "not" || group[0] == "un");
    const std::size_t size =
        two ? static_cast<std::size_t>(group[1].data() - s.data()) + group[1].size() : group[0].size();
    const std::string_view claim = claim_of(s.substr(0, size));
    if (claim.empty()) return {};
    rest = s.substr(size);
    return std::string(claim);
}

std::string_view claim_of(std::string_view group) {
    std::string letters;
    for (char c : group)
        if (is_word_byte(c)) letters.push_back(c);
    if (letters == "kidding" || letters == "pending") return {};  // no misspelt "binding"
    for (std::string_view tail : {"vote", "voter", "pmc", "community", "member"})
        if (letters.size() > tail.size() + 4 && letters.ends_with(tail)) letters.resize(letters.size() - tail.size());
    if (letters.size() < 5) return {};
    for (std::string_view no : {"nonbinding", "notbinding", "unbinding", "nobinding"})
        if (edit_distance(letters, no, 2) <= (letters.size() < 9 ? 1u : 2u)) return "non-binding";
    return edit_distance(letters, "binding", 2) <= 2 ? "binding" : std::string_view{};
}

}  // namespace assentd::words
