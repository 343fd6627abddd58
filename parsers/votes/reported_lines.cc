// SPDX-License-Identifier: Apache-2.0
//
// report = (telling-line / showing-line) [blank line] (1*(indented line / blank line) / paragraph)
// telling-line = a few words, among them a verb of the tables and nobody speaking of themselves, and ":" at the end
//              / the same without a mark, the verb at the end or second: "Chen's mail says", "Chen says in his mail"
//              / the same with "was" at the end: "Ben's answer was"
// chat-head = name time / time name                                    above a message that was copied from a chat
// A line that explains a word, "`recuse` that you stand back", is one by itself.
#include "parsers/votes/reported_lines.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/own_words/quote_headers_data.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/vote_heads.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_telling = 120;  // bytes
constexpr std::size_t most_words = 10;

// A line of these with a colon shows what an answer looks like, or what was once said, whoever writes it.
constexpr std::array showing_heads{
    "example",      "for example",  "for instance", "e.g.",         "such as",
    "to vote",      "reply with",   "answer with",  "respond with", "reply with one of",
    "last time",    "my earlier",   "my previous",  "my last",      "i once wrote",
    "zum beispiel", "beispiel",     "antworte mit", "letztes mal",  "par exemple",
    "exemple",      "répondre par", "por ejemplo",  "ejemplo",      "responder con",
    "per esempio",  "esempio",      "por exemplo",  "exemplo",      "bijvoorbeeld",
    "voorbeeld",    "till exempel", "for eksempel", "na przykład",  "například",
    "например",     "örneğin",      "例如",         "例えば"};

// Besides the verbs of mail programs.
constexpr std::array telling_verbs{
    "says",        "answered",     "answers",    "replied", "replies",   "commented",  "voted",     "wrote back",
    "told me",     "mailed",       "emailed",    "sent me", "texted",    "sagte",      "sagt",      "meinte",
    "meint",       "antwortete",   "hat gesagt", "a dit",   "dit",       "a répondu",  "répond",    "dijo",
    "dice",        "respondió",    "ha detto",   "rispose", "disse",     "diz",        "respondeu", "zei",
    "zegt",        "antwoordde",   "sa",         "svarade", "sagde",     "svarede",    "svarte",    "powiedział",
    "powiedziała", "odpowiedział", "řekl",       "řekla",   "odpověděl", "сказал",     "сказала",   "ответил",
    "ответила",    "dedi",         "说",         "說",      "说道",      "言いました",
};

const PhraseIndex<std::string_view>& verbs() {
    static const auto all = [] {
        std::vector<std::string_view> phrases(telling_verbs.begin(), telling_verbs.end());
        for (const AttributionVerb& v : attribution_verbs) phrases.push_back(v.phrase);
        return phrases;
    }();
    static const PhraseIndex<std::string_view> index{all};
    return index;
}

// "As Ben said" tells what its writer thinks.
constexpr std::array agreeing{"as", "what", "like", "wie", "was", "comme", "como", "come", "zoals", "som", "jak"};
// Whoever names what they answer does so themselves: "In reply to what Ben wrote:".
constexpr std::array answering_starts{"in reply to",     "in response to",  "replying to",     "responding to",
                                      "in answer to",    "answering",       "to answer",       "re",
                                      "als antwort auf", "in antwort auf",  "antwort auf",     "zu dem, was",
                                      "en réponse à",    "réponse à",       "pour répondre à", "en respuesta a",
                                      "respuesta a",     "in risposta a",   "em resposta a",   "em resposta ao",
                                      "in antwoord op",  "als antwoord op", "som svar på",     "som svar till",
                                      "som svar til",    "w odpowiedzi na", "v odpovědi na",   "odpověď na",
                                      "в ответ на",      "in reaction to"};

// Behind the verb: "Chen says in his mail", "Ben wrote in the chat".
constexpr std::array said_where{"mail",   "e-mail", "email", "message", "reply",
                                "answer", "post",   "chat",  "call",    "meeting"};

// "Chen's mail says", "Ben's answer was": without a colon. Short verbs are other words, too: "Akkoord met dit".
bool tells_without_mark(std::string_view s) {
    constexpr std::size_t shortest = 4;
    if (s.empty() || !is_word_byte(s.back())) return false;
    const auto group = words_of(s, most_words);
    if (group.size() < 2) return false;
    if (std::any_of(group.begin(), group.end() - 1, [&](std::string_view w) { return is_one_of(w, agreeing); }))
        return false;
    constexpr std::array contracted{"it's", "that's", "here's", "there's", "let's", "what's", "he's", "she's"};
    const bool somebodys = std::any_of(group.begin(), group.end(), [&](std::string_view w) {
        return w.ends_with("'s") && !is_one_of(w, contracted);
    });
    if (somebodys && (group.back() == "was" || group.back() == "is")) return true;
    const bool where = is_one_of(group.back(), said_where);
    const auto second = static_cast<std::size_t>(group[1].data() - s.data());
    return verbs().any_within(s, s.size(), [&](std::size_t at, std::string_view verb) {
        if (verb.size() < shortest || at == 0 || is_word_byte(s[at - 1])) return false;
        return where ? at == second : at + verb.size() == s.size();
    });
}

bool tells(std::string_view line) {
    const std::string_view written = trim(line);
    if (written.size() > longest_telling || written.empty()) return false;
    const std::string folded = fold(written);
    const bool colon = folded.ends_with(':');
    if (!colon && !tells_without_mark(folded)) return false;
    const std::string_view s = trim(std::string_view(folded).substr(0, folded.size() - (colon ? 1 : 0)));
    if (any_phrase_starts(s, answering_starts) && find_phrase(s, "who") == s.npos) return false;
    const auto group = words_of(s, most_words + 1);
    if (colon && group.size() <= most_words &&
        std::any_of(showing_heads.begin(), showing_heads.end(),
                    [&](auto head) { return find_phrase(s, head) != s.npos; }))
        return true;
    const bool own = is_writers_word(s);  // whoever tells what they said themselves says it again
    return group.size() > 1 && group.size() <= most_words && !own && (!colon || verbs().any_within(s));
}

// "Chen 10:02", "[10:02] Chen Wei", "Chen, 10:02 AM", "Chen Wei, 26 Nov 2026 10:02"
bool heads_a_chat(std::string_view line) {
    constexpr std::size_t longest_head = 60;
    constexpr std::size_t most_names = 4;  // a month among them
    std::string_view s = trim(line);
    if (s.size() > longest_head || !std::any_of(s.begin(), s.end(), is_digit)) return false;
    std::size_t times = 0;
    std::size_t names = 0;
    while (!s.empty()) {
        const std::size_t end = std::min(s.find(' '), s.size());
        std::string_view word = s.substr(0, end);
        s = trim(s.substr(end));
        while (!word.empty() && std::string_view("[(<").find(word.front()) != word.npos) word.remove_prefix(1);
        while (!word.empty() && std::string_view("])>,:-").find(word.back()) != word.npos) word.remove_suffix(1);
        const std::size_t colon = word.find(':');
        const bool figures = std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == ':'; });
        const std::string folded = fold(word);
        if (word.empty() || folded == "am" || folded == "pm") continue;
        if (figures && (colon == 1 || colon == 2) && word.size() >= colon + 3)
            ++times;
        else if (word.find_first_not_of("0123456789./-") == word.npos)
            continue;  // of a date
        else if ((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0x80)
            ++names;
        else
            return false;
    }
    return times == 1 && names >= 1 && names <= most_names;
}

// "`recuse` that you stand back": a word in the marks of code, and what it means.
bool explains_a_word(std::string_view line) {
    constexpr std::size_t longest_word = 40;
    const std::string_view s = trim(line);
    if (!s.starts_with('`')) return false;
    const std::size_t close = s.find('`', 1);
    return close > 1 && close <= longest_word && close + 2 < s.size() && s[close + 1] == ' ' &&
           is_word_byte(s[close + 2]);
}

bool is_indented(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t') || line.starts_with("\u00A0") ||
           line.starts_with("\u3000");
}

}  // namespace

std::vector<bool> reported_lines(const std::vector<std::string_view>& lines) {
    std::vector<bool> reported(lines.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        reported[i] = reported[i] || explains_a_word(lines[i]);
        if (reported[i] || !(tells(lines[i]) || heads_a_chat(lines[i]))) continue;
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
