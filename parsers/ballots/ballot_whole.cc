// SPDX-License-Identifier: Apache-2.0
//
// leftover = [bullet] [link] option (":" / "=" / end / number / one or two words)     of an option that is not in it
//          / [bullet] "[" mark "]" option                                             the same
//          / place ("." / ")" / ":") words                                            below a numbered ranking
//          / one capital letter / ("- " words, right below a bulleted option)         that is no option
// link     = "and" / "or" / "also" / "not" / …
// A ranking in one line is an order in itself: "C: too cold" below "A > B" speaks of C.
#include "parsers/ballots/ballot_whole.h"

#include <algorithm>
#include <array>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/ballots.h"
#include "parsers/ballots/option_attempts.h"
#include "parsers/fold.h"
#include "parsers/interpret_whole.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_leftover = 300;  // bytes

bool is_option_vote(const Reading& r) {
    return r.type == ReadingType::vote && !r.scope.empty() && decision_id_size(r.scope) == 0 &&
           !r.rule.ends_with(":in-passing");
}

std::string listed(const std::vector<std::string>& options) {
    std::string text;
    for (std::size_t i = 0; i < options.size(); ++i)
        text += (i == 0 ? "" : i + 1 == options.size() ? " and " : ", ") + options[i];
    return text;
}

bool holds(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

bool names(const Reading& ballot, const std::string& option) {
    return ballot.ranks.contains(option) || ballot.scores.contains(option) || holds(ballot.approvals, option);
}

bool named_by_any(const std::vector<Reading>& readings, const std::string& option) {
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& r) { return names(r, option); });
}

struct Joined {
    Reading ballot;
    std::vector<std::string> against;
    bool wordy = false;  // more stands there than votes and options

    void take(const Reading& vote) {
        constexpr std::size_t plain_words = 6;
        if (ballot.line.empty()) {
            ballot.line = ballot.lines = vote.line;
            ballot.offset = vote.offset;
        } else if (!ballot.line.ends_with(vote.line)) {
            ballot.line += " / " + vote.line;
            ballot.lines += '\n' + vote.line;
        }
        ballot.end = std::max(ballot.end, vote.end);
        ballot.confidence = std::max(ballot.confidence, vote.confidence);
        wordy = wordy || words_of(vote.line, plain_words + 1).size() > plain_words;
        auto& list = vote.position == Position::agree ? ballot.approvals : against;
        if (!holds(list, vote.scope)) list.push_back(vote.scope);
    }
};

void finish(Joined& joined, const ReadingContext& context, std::string_view text) {
    Reading& r = joined.ballot;
    if (r.lines == r.line) r.lines.clear();
    const bool both = std::any_of(r.approvals.begin(), r.approvals.end(),
                                  [&](const std::string& option) { return holds(joined.against, option); });
    const bool clear = context.naming_chooses && !both && !r.approvals.empty() && r.confidence != Confidence::unclear;
    if (clear) {
        if (!joined.against.empty() || joined.wordy) r.reason = trim(text.substr(r.offset, r.end - r.offset));
        return;
    }
    std::string why = "It says";
    if (!r.approvals.empty()) why += " yes to " + listed(r.approvals);
    if (!joined.against.empty()) why += (r.approvals.empty() ? " no to " : " and no to ") + listed(joined.against);
    spoil(r, why + ". " + std::string(usage_of_ballots(context)));
    r.approvals.clear();
}

// "B > A. +1 for C": beside the vote its line holds options of which nothing was read.
void doubt_more_than_scopes(std::vector<Reading>& readings, const Options& options) {
    std::vector<std::string> scopes;
    for (const Reading& r : readings)
        if (is_option_vote(r)) scopes.push_back(r.scope);
    for (Reading& r : readings) {
        if (!is_option_vote(r)) continue;
        for (const std::string& option : options_held(r.line, options))
            if (option != "A" && option != "I" && !holds(scopes, option))
                spoil(r, "\"" + r.line + "\" names " + option + ", too");
    }
}

}  // namespace

bool is_ballot(const Reading& r) {
    return r.type == ReadingType::ranking || r.type == ReadingType::scores || r.type == ReadingType::approvals;
}

bool is_answer(const Reading& r) {
    return r.type == ReadingType::vote || r.type == ReadingType::form || is_ballot(r);
}

void join_option_votes(std::vector<Reading>& readings, const ReadingContext& context, std::string_view text) {
    if (context.options.empty()) return;
    const auto first = std::find_if(readings.begin(), readings.end(), is_option_vote);
    if (first == readings.end()) return;
    const auto count = std::count_if(readings.begin(), readings.end(), is_option_vote);
    doubt_more_than_scopes(readings, context.options);
    if (count == 1 && first->position == Position::agree && !context.naming_chooses) return;
    Joined joined{ballot(ReadingType::approvals, "approvals:votes"), {}};
    for (const Reading& r : readings)
        if (is_option_vote(r)) joined.take(r);
    finish(joined, context, text);
    *first = std::move(joined.ballot);
    readings.erase(std::remove_if(first + 1, readings.end(), is_option_vote), readings.end());
}

namespace {

std::string_view without_link(std::string_view s) {
    constexpr std::array links{"and",     "for",      "or",    "also",   "plus", "not",  "but",    "maybe",
                               "perhaps", "possibly", "then",  "except", "und",  "oder", "auch",   "nicht",
                               "et",      "ou",       "aussi", "pas",    "y",    "o",    "también"};
    for (bool again = true; again;) {
        again = false;
        const std::string folded = fold(s.substr(0, 40));
        for (std::string_view link : links)
            if (starts_with_phrase(folded, link) && s.size() > link.size()) {
                s = trim(s.substr(link.size()));
                again = true;
                break;
            }
    }
    return s;
}

// "B 3", "B?", "B too": no more than that stands behind an option. A single letter may be an article, or oneself.
bool is_brief(const Head& head) {
    const std::string_view s = trim(head.behind);
    if (strip(s).empty() || is_digit(s.front())) return true;
    if (std::string_view("?-+([").find(s.front()) != s.npos) return true;
    const bool article = head.option == "A" || head.option == "I";
    return words_of(s, 3).size() <= (article ? 1u : 2u);
}

// "all others 0", "the rest is last"
bool speaks_of_the_rest(std::string_view line) {
    constexpr std::size_t few_words = 5;
    constexpr std::array rests{"all others",   "all other",       "the others",   "others",   "the rest",
                               "rest",         "everything else", "all the rest", "der rest", "die anderen",
                               "alle anderen", "le reste",        "les autres",   "el resto", "los demás",
                               "il resto",     "le altre",        "o resto",      "de rest"};
    const std::string folded = fold(line.substr(0, 80));
    return words_of(line, few_words + 1).size() <= few_words &&
           std::any_of(rests.begin(), rests.end(),
                       [&](std::string_view rest) { return starts_with_phrase(folded, rest); });
}

// What stands in a box, or behind the bullet and the link.
std::string_view item_of(std::string_view line) {
    std::string_view s = without_bullet(line);
    while (s.starts_with('(') || s.starts_with('*') || s.starts_with('_') || s.starts_with('"')) s.remove_prefix(1);
    const std::size_t close = s.starts_with('[') ? s.find(']') : s.npos;
    return close == s.npos ? without_link(s) : trim(s.substr(close + 1));
}

// "Sorry, not B": in a few words, that an option of the ballot is not meant after all.
bool takes_back(std::string_view line, const std::vector<Reading>& readings, const Options& options) {
    constexpr std::size_t most_words = 6;
    constexpr std::array denials{"not",   "no",    "wrong", "except", "without", "scratch", "instead", "oops",
                                 "isn't", "nicht", "kein",  "keine",  "falsch",  "ohne",    "statt",   "pas",
                                 "sans",  "sauf",  "sin",   "senza",  "sem",     "niet",    "zonder",  "inte",
                                 "utan",  "ikke",  "uden",  "uten",   "nie",     "ne",      "не"};
    const auto group = words_of(line, most_words + 1);
    if (group.size() > most_words) return false;
    const bool denied =
        std::any_of(group.begin(), group.end(), [&](std::string_view w) { return is_one_of(fold(w), denials); });
    if (!denied) return false;
    const auto held = options_held(line, options);
    return std::any_of(held.begin(), held.end(),
                       [&](const std::string& option) { return named_by_any(readings, option); });
}

// "Z: 3"
bool scores_unknown(std::string_view line) {
    const std::size_t mark = std::min(line.find_first_of(":="), line.size());
    const std::string_view number = strip(line.substr(std::min(mark + 1, line.size())));
    return option_named(line.substr(0, mark), {}) && !number.empty() &&
           std::all_of(number.begin(), number.end(), is_digit);
}

// "C is fine, too", "x A", "2. Cork": in a few words, an option that the ballot leaves out.
bool names_another(std::string_view line, const std::vector<Reading>& readings, const Options& options) {
    constexpr std::size_t most_words = 6;
    const auto group = words_of(line, most_words + 1);
    if (group.size() > most_words) return false;
    const auto held = options_held(line, options);
    return std::any_of(held.begin(), held.end(), [&](const std::string& option) {
        const bool article = group.size() > 2 && group.front() == option && (option == "A" || option == "I") &&
                             !holds_text(line, option, options);
        return !article && !named_by_any(readings, option);
    });
}

// What turns a ballot wherever it stands in the mail, as reading copies.
bool turns_it(std::string_view line) {
    constexpr std::size_t most_words = 10;
    static constexpr std::array turns{
        "take it back",     "take that back", "don't count", "do not count",    "other way round",
        "other way around", "instead",        "make that",   "make it",         "unless",
        "only if",          "provided",       "nur wenn",    "nur falls",       "es sei denn",
        "sofern",           "zähl das nicht", "andersherum", "seulement si",    "sauf si",
        "à moins",          "à condition",    "solo si",     "a menos que",     "salvo que",
        "soltanto se",      "a meno che",     "só se",       "alleen als",      "tenzij",
        "bara om",          "bare hvis",      "medmindre",   "med mindre",      "tylko jeśli",
        "pouze pokud",      "только если",    "if ",         "not decided yet", "still thinking"};
    if (words_of(line, most_words + 1).size() > most_words) return false;
    const std::string folded = fold(line);
    return std::any_of(turns.begin(), turns.end(),
                       [&](std::string_view turn) { return find_phrase(folded, turn) != folded.npos; });
}

// Another list may begin below: its places are taken already.
bool is_missing_place(std::string_view line, const Reading& ballot) {
    const std::string_view s = without_bullet(line);
    const std::size_t n = std::min(s.find_first_not_of("0123456789"), s.size());
    const auto place = place_of(s.substr(0, n));
    return place &&
           std::none_of(ballot.ranks.begin(), ballot.ranks.end(), [&](const auto& r) { return r.second == *place; });
}

// Whether the line begins like a part of the ballot and is none. `follows`: it stands right below the ballot's lines.
bool is_left_over(std::string_view line, const std::vector<Reading>& readings, const Reading& ballot, bool follows,
                  const Options& options) {
    const std::string_view s = trim(line);
    if (s.empty() || s.size() > longest_leftover) return false;
    const bool boxed = without_bullet(s).starts_with('[');
    const bool crossed = s.size() > 2 && (s[0] == 'x' || s[0] == 'X') && (s[1] == ' ' || s[1] == '\t');
    if (const auto head = crossed ? option_at_start(trim(s.substr(2)), options) : std::nullopt;
        head && !named_by_any(readings, head->option))
        return true;
    if (const auto box = read_box(s); box && !box->ticked() && !box->numbered()) return false;  // left empty
    if (ballot.rule.starts_with("ranking:numbered") && numbered_item(without_bullet(s)) &&
        (follows || is_missing_place(s, ballot)))
        return true;
    const std::string_view bare = strip(s);  // "Athens" / "5"
    if (follows && bare.size() <= 3 && std::all_of(bare.begin(), bare.end(), is_digit)) return true;
    if ((follows && speaks_of_the_rest(s)) || takes_back(s, readings, options) || turns_it(s)) return true;
    const auto whole = option_named(item_of(s), options);
    if (whole && !named_by_any(readings, *whole)) return true;
    const auto head = option_at_start(item_of(s), options);
    if (!head) {
        const bool in_list =
            without_bullet(ballot.line).size() < ballot.line.size() && without_bullet(s).size() < s.size();
        const std::string_view plain = strip(without_bullet(s));
        const bool letter = plain.size() == 1 && plain[0] >= 'A' && plain[0] <= 'Z' && plain != "I";
        return (follows && (in_list || letter)) || (ballot.type == ReadingType::scores && scores_unknown(s)) ||
               names_another(s, readings, options);
    }
    if (named_by_any(readings, head->option)) return false;
    const std::string_view behind = trim(head->behind);
    if (boxed) return true;
    if (behind.starts_with(':') || behind.starts_with('='))
        return ballot.type != ReadingType::ranking || strip(behind.substr(1)).empty() ||
               is_digit(strip(behind.substr(1)).front());
    return is_brief(*head) || holds_text(head->behind, head->option, options) || names_another(s, readings, options);
}

}  // namespace

void ask_about_leftovers(std::vector<Reading>& readings, const std::vector<std::string_view>& lines,
                         const std::vector<bool>& unread, const ReadingContext& context) {
    const auto one = std::find_if(readings.begin(), readings.end(),
                                  [](const Reading& r) { return is_ballot(r) && r.scope.empty(); });
    if (context.options.empty() || one == readings.end()) return;
    bool follows = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (unread[i] && is_left_over(lines[i], readings, *one, follows, context.options)) {
            if (one->confidence != Confidence::unclear) one->reason.clear();  // what was said behind a choice
            spoil(*one, "\"" + std::string(trim(lines[i])) + "\" could not be read as a part of the ballot");
            return;
        }
        follows = !unread[i];
    }
}

namespace {

// "Cadiz", "C > D", "C: Cadiz > D", of an option that the ballot leaves out.
bool may_go_on(std::string_view line, const Reading& ballot, const Options& options) {
    const auto head = option_at_start(line, options);
    if (!head || names(ballot, head->option)) return false;
    return option_named(line.substr(0, line.find('>')), options) || trim(head->behind).starts_with('>') ||
           holds_text(head->behind, head->option, options);
}

// The quoted line that the ballot's own may go on with, right below it: "B: Berlin" and "> A: Athens". The list of
// the options, as we send it, holds the ballot's too.
std::string_view rest_right_below(const Reading& ballot, const std::vector<Answer>& run_on, const Options& options) {
    for (const Answer& below : run_on) {
        if (below.text != ballot.line) continue;
        const auto lines = lines_of(below.quoted);
        const bool is_list = std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
            const auto head = option_at_start(trim(line), options);
            return head && names(ballot, head->option);
        });
        if (!lines.empty() && !is_list && may_go_on(trim(lines.front()), ballot, options)) return trim(lines.front());
    }
    return {};
}

}  // namespace

void ask_about_wrapped(std::vector<Reading>& readings, const std::vector<std::string_view>& quoted,
                       const std::vector<Answer>& run_on, const ReadingContext& context) {
    const Options& options = context.options;
    const auto one = std::find_if(readings.begin(), readings.end(), [&](const Reading& r) {
        const bool order = r.type == ReadingType::ranking && r.line.find('>') != std::string::npos;
        const bool first = r.type == ReadingType::approvals && context.asks_for_order;
        return (order || first) && r.scope.empty() && r.ranks.size() < options.size() &&
               r.confidence != Confidence::unclear;
    });
    if (one == readings.end()) return;
    std::string rest(rest_right_below(*one, run_on, options));
    const auto goes_on = [&](std::string_view line) {
        return is_blank(line) || (line.find(':') == line.npos && may_go_on(trim(line), *one, options));
    };
    if (rest.empty() && std::all_of(quoted.begin(), quoted.end(), goes_on)) {  // and no quotation of a whole mail
        const auto line = std::find_if(quoted.begin(), quoted.end(), [](auto l) { return !is_blank(l); });
        if (line != quoted.end()) rest = trim(*line);
    }
    if (rest.empty()) return;
    one->reason.clear();
    spoil(*one, "\"> " + rest + "\" looks quoted, and may be the rest of the line above it");
}

void say_what_was_understood(std::vector<Reading>& readings) {
    for (Reading& r : readings) {
        if (!is_ballot(r) || r.confidence != Confidence::unclear) continue;
        const std::string text = understood(r);
        if (text.empty()) continue;
        const bool ended = r.reason.empty() || r.reason.ends_with('.') || r.reason.ends_with('?');
        r.reason += (r.reason.empty() ? "" : ended ? " " : ". ") + ("Understood was: " + text) + ".";
    }
}

}  // namespace assentd::words
