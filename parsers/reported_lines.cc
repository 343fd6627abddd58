// SPDX-License-Identifier: Apache-2.0
//
// report = telling-line [blank line] (1*(indented line / blank line) / paragraph)
// telling-line = a few words, among them a verb of the tables and nobody speaking of themselves, and ":" at the end
//              / the same with the verb at the end and no mark: "Chen's mail says"
#include "parsers/reported_lines.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/quote_headers_data.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_telling = 120;  // bytes
constexpr std::size_t most_words = 10;

// Besides the verbs of mail programs.
constexpr std::array telling_verbs{
    "says",      "answered",   "answers",   "replied",    "replies",     "commented",    "voted",      "wrote back",
    "told me",   "sagte",      "sagt",      "meinte",     "meint",       "antwortete",   "hat gesagt", "a dit",
    "dit",       "a répondu",  "répond",    "dijo",       "dice",        "respondió",    "ha detto",   "rispose",
    "disse",     "diz",        "respondeu", "zei",        "zegt",        "antwoordde",   "sa",         "svarade",
    "sagde",     "svarede",    "svarte",    "powiedział", "powiedziała", "odpowiedział", "řekl",       "řekla",
    "odpověděl", "сказал",     "сказала",   "ответил",    "ответила",    "dedi",         "说",         "說",
    "说道",      "言いました",
};

// Whoever tells what they said themselves says it again.
constexpr std::array first_persons{"i",  "my",   "our",  "mein", "meine", "we", "i've", "ich", "wir",
                                   "je", "j'ai", "nous", "yo",   "io",    "eu", "ik",   "wij", "jag",
                                   "vi", "jeg",  "ja",   "já",   "я",     "мы", "我",   "私"};

bool holds_verb(std::string_view s) {
    return std::any_of(attribution_verbs.begin(), attribution_verbs.end(),
                       [&](const AttributionVerb& v) { return find_phrase(s, v.phrase) != s.npos; }) ||
           std::any_of(telling_verbs.begin(), telling_verbs.end(),
                       [&](std::string_view verb) { return find_phrase(s, verb) != s.npos; });
}

// Short ones are other words, too: "Akkoord met dit".
bool ends_with_verb(std::string_view s) {
    constexpr std::size_t shortest = 4;
    const auto ends = [&](std::string_view verb) {
        return verb.size() >= shortest && s.size() > verb.size() && s.ends_with(verb) &&
               !is_word_byte(s[s.size() - verb.size() - 1]);
    };
    constexpr std::array agreeing{"as", "what", "like", "wie", "was", "comme", "como", "come", "zoals", "som", "jak"};
    const auto group = words_of(s, most_words);  // "Yes, as Ben said" tells what its writer thinks
    if (std::any_of(group.begin(), group.end(), [&](std::string_view w) {
            return std::find(agreeing.begin(), agreeing.end(), w) != agreeing.end();
        }))
        return false;
    return std::any_of(attribution_verbs.begin(), attribution_verbs.end(),
                       [&](const AttributionVerb& v) { return ends(v.phrase); }) ||
           std::any_of(telling_verbs.begin(), telling_verbs.end(), ends);
}

bool tells(std::string_view line) {
    const std::string_view written = trim(line);
    if (written.size() > longest_telling || written.empty()) return false;
    const std::string folded = fold(written);
    const bool colon = folded.ends_with(':');
    if (!colon && !ends_with_verb(folded)) return false;
    const std::string_view s = trim(std::string_view(folded).substr(0, folded.size() - (colon ? 1 : 0)));
    const auto group = words_of(s, most_words + 1);
    const bool own = std::any_of(group.begin(), group.end(), [](std::string_view w) {
        return std::find(first_persons.begin(), first_persons.end(), w) != first_persons.end();
    });
    return group.size() > 1 && group.size() <= most_words && !own && holds_verb(s);
}

bool is_indented(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t') || line.starts_with("\u00A0") ||
           line.starts_with("\u3000");
}

}  // namespace

std::vector<bool> reported_lines(const std::vector<std::string_view>& lines) {
    std::vector<bool> reported(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (reported[i] || !tells(lines[i])) continue;
        std::size_t next = i + 1;
        if (next < lines.size() && is_blank(lines[next])) ++next;
        const bool indented = next < lines.size() && is_indented(lines[next]);
        const auto belongs = [&](std::string_view line) {
            return indented ? is_indented(line) || is_blank(line) : !is_blank(line);
        };
        for (; next < lines.size() && belongs(lines[next]); ++next) reported[next] = true;
    }
    return reported;
}

}  // namespace assentd::words
