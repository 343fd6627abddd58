// SPDX-License-Identifier: Apache-2.0
//
// heading  = text LF blank-line heading-word LF (list / blank-line paragraph)
// unmarked = a lone word, with a line next to it that holds another one and a tick: "yes X" / "no"
// answer   = question ("yes" / "no"), in one line or on two, the question being the sender's own or quoted
#include "parsers/votes/vote_neighbours.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/own_words/wrapped_lines.h"
#include "parsers/own_words/wrapped_lines_data.h"
#include "parsers/phrase_index.h"
#include "parsers/reasons.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_neighbours_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_entries.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_objects.h"
#include "parsers/votes/vote_openings.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_look = 400;  // bytes of a question, and above and below a line

template <typename Table>
bool holds(std::string_view s, const Table& table) {
    return std::any_of(table.begin(), table.end(),
                       [&](std::string_view phrase) { return find_phrase(s, phrase) != s.npos; });
}

std::string_view above(std::string_view line, std::string_view text) {
    const std::string_view s = text.substr(0, static_cast<std::size_t>(line.data() - text.data()));
    return s.substr(s.size() - std::min(s.size(), longest_look));
}

std::string_view below(std::string_view line, std::string_view text) {
    const auto end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
    return text.substr(std::min(end, text.size())).substr(0, longest_look);
}

std::string_view last_line(std::string_view s) {
    s = trim(s);
    const std::size_t end = s.rfind('\n');
    return end == s.npos ? s : trim(s.substr(end + 1));
}

std::string_view first_line(std::string_view s) {
    s = trim(s);
    return trim(s.substr(0, s.find('\n')));
}

bool is_item(std::string_view line) {
    return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("\u2022");
}

// "Support", above a paragraph and below another.
bool heads_a_text(const FoundVote& v, std::string_view line, std::string_view text) {
    constexpr std::size_t shortest = 3;  // words
    const std::string folded = fold(trim(line));
    if (!v.is_word || !is_one_of(folded, heading_words)) return false;
    const std::string_view before = above(line, text);
    const std::string_view after = below(line, text);
    if (is_blank(before) || is_greeting(last_line(before)) || is_blank(after)) return false;
    const auto blanks = std::count(after.begin(), after.begin() + (trim(after).data() - after.data()), '\n');
    const std::string_view next = first_line(after);
    if (is_item(next)) return true;
    return blanks > 1 && !is_closing(next) && words_of(next, shortest).size() == shortest;
}

// "yes X" and "X yes", next to a line that says "no".
bool is_marked(std::string_view line, Position unless) {
    constexpr std::array ticks{"x", "[x]", "(x)", "\u2713", "\u2714", "\u2611", "\u2612", "\u2705", "->", "=>"};
    const std::string folded = fold(trim(line.substr(0, longest_look)));
    const auto marks = [&](std::string_view tick, std::string_view word) {
        const auto other = lone_vote(trim(word));
        return other && other->position != unless && is_one_of(tick, ticks);
    };
    const std::string_view s = folded;
    const std::size_t first = s.find(' ');
    const std::size_t last = s.rfind(' ');
    return first != s.npos &&
           (marks(s.substr(0, first), s.substr(first)) || marks(s.substr(last + 1), s.substr(0, last)));
}

// Whether "yes" to the question is a vote, as far as its words tell.
bool asks_something_else(std::string_view question, bool of_the_proposal) {
    if (holds(question, objection_questions)) return true;
    if (holds(question, agreement_questions)) return false;
    return !of_the_proposal || holds(question, asked_of_people);
}

// The question that the text ends with, as a reading copy; empty when it ends with none.
std::string last_question(std::string_view text) {
    std::string_view s = trim(text.substr(text.size() - std::min(text.size(), longest_look)));
    if (!s.ends_with('?')) return {};
    if (const std::size_t paragraph = s.rfind("\n\n"); paragraph != s.npos) s = s.substr(paragraph + 2);
    const std::size_t end = s.find_last_of(".!?", s.size() - 2);
    return fold(s.substr(end == s.npos ? 0 : end + 1));
}

// The line above, where it touches this one and is one of words, not of a greeting.
std::string_view touching_above(std::string_view line, std::string_view text) {
    std::string_view before = above(line, text);
    if (!before.ends_with('\n')) return {};
    before.remove_suffix(1);
    const std::string_view last = before.substr(before.rfind('\n') + 1);
    return is_blank(last) || is_greeting(last) ? std::string_view{} : trim(last);
}

// "I have looked at the numbers and must say" / "yes": a sentence above that has not ended, and a word that does not
// begin like one. Where it was broken says nothing: a telephone breaks early, and by hand it is done anywhere.
bool goes_on_with_sentence(const FoundVote& v, std::string_view line, std::string_view text) {
    constexpr std::size_t shortest = 4;  // words of what may be a sentence
    const std::string_view s = trim(line);
    if (s.empty() || !words_of(fold(line).substr(0, v.begin), 1).empty()) return false;
    const bool begins = fold(s).substr(0, 2) != s.substr(0, 2) || needs_no_boundary(s);
    const std::string_view last = touching_above(line, text);
    if (begins || !is_word_byte(s[0]) || words_of(last, shortest).size() < shortest) return false;
    return last.ends_with(',') ? !any_phrase_starts(fold(last), greetings) : !ends_sentence(last);
}

// "I agree" / "with Kim.", "+1" / "for the question": what stands alone begins a sentence of something else.
bool goes_on_below(const FoundVote& v, std::string_view line, std::string_view text) {
    const std::string_view next = below(line, text);
    if (!v.rule.ends_with(":lone") || !next.starts_with('\n') || ends_sentence(line) || trim(line).ends_with(','))
        return false;
    const std::string_view s = trim(next.substr(1, next.find('\n', 1) - 1));  // blank behind a paragraph
    const std::string folded = fold(s);
    const auto first = words_of(folded, 1);
    const bool begins = folded.substr(0, 1) != s.substr(0, 1);  // with a capital letter
    return !begins && !first.empty() && first[0].data() == folded.data() && is_one_of(first[0], going_on) &&
           !agrees_with_the_proposal(folded);
}

// "My number:" / "+1" / "555 0100": the rest of a telephone number stands next to it.
bool is_of_a_number(std::string_view line, std::string_view text) {
    constexpr std::size_t shortest = 3;  // figures
    constexpr std::string_view between = " ()-./";
    const std::string_view next = below(line, text);
    if (!next.starts_with('\n')) return false;
    const std::string_view s = trim(next.substr(1, next.find('\n', 1) - 1));
    const auto figures = static_cast<std::size_t>(std::count_if(s.begin(), s.end(), is_digit));
    return figures >= shortest &&
           std::all_of(s.begin(), s.end(), [&](char c) { return is_digit(c) || between.find(c) != between.npos; });
}

// "I do not want to say" / "" / "no.": a sentence above that denies, and ends in the middle.
bool goes_on_with_denial(const FoundVote& v, std::string_view line, std::string_view text) {
    if (!v.rule.ends_with(":lone")) return false;
    const std::string_view last = last_line(above(line, text));
    if (last.empty() || !is_word_byte(last.back())) return false;
    const std::string folded = fold(last);
    const auto group = words_of(folded);  // none of "\u2026"
    const auto is_last = [&](std::string_view word) { return !group.empty() && word == group.back(); };
    return (std::any_of(std::begin(open_endings), std::end(open_endings), is_last) ||
            std::any_of(open_sayings.begin(), open_sayings.end(), is_last)) &&
           denied_before(folded);
}

// "Floor" / "-1"
bool counts_what_is_above(const FoundVote& v, std::string_view line, std::string_view text) {
    const std::string folded = fold(touching_above(line, text));
    return v.rule.ends_with(":lone") && is_one_of(folded, counted_nouns);
}

// "No", "Hmm, no", "Ja, bitte machen", "To be clear: no"
bool says_yes_or_no(std::string_view folded) {
    std::string_view s = skip_blanks(folded);
    s = s.substr(interjection_size(s));
    const auto value = value_at(s, {});
    if (!value || value->sign) return false;
    const std::string_view said = s.substr(0, value->size);
    const std::size_t comma = said.find(',');
    return is_yes_or_no(said) || (comma != said.npos && (is_yes_or_no(said.substr(0, comma)) ||
                                                         is_yes_or_no(trim(said.substr(comma + 1)))));
}

// "Hi Ana, how are you?": no "yes" answers that.
bool asks_for_more_than_yes(std::string_view question) {
    const std::size_t comma = question.rfind(',');
    return any_phrase_starts(skip_blanks(question.substr(comma == question.npos ? 0 : comma + 1)), question_words);
}

bool answers_own_question(const FoundVote& v, std::string_view line, std::string_view text) {
    const std::string folded = fold(line);
    if (v.end > folded.size() || !says_yes_or_no(std::string_view(folded).substr(v.begin))) return false;
    std::string_view before = trim(std::string_view(folded).substr(0, v.begin));
    if (const std::size_t mark = before.rfind('?'); mark != before.npos) {  // "Is Tom coming? To be clear: no"
        const std::string_view behind = skip_blanks(std::string_view(folded).substr(mark + 1));
        if (behind.data() + interjection_size(behind) == folded.data() + v.begin) before = before.substr(0, mark + 1);
    } else if (interjection_size(skip_blanks(folded)) == v.begin) {
        before = {};
    }
    const bool apart = before.empty() && above(line, text).ends_with("\n\n");
    if (before.empty()) before = above(line, text);
    for (std::string_view prompt : {"[y/n]", "(y/n)", "[yes/no]", "(yes/no)"})
        if (fold(last_line(before)).find(prompt) != std::string::npos) return true;
    const std::string question = last_question(before);
    if (question.empty() || (apart && asks_for_more_than_yes(question))) return false;
    return asks_something_else(question, false);
}

// "Do you have the key?" / "Kim": the name below belongs to nothing else.
std::string_view without_name(std::string_view quoted) {
    constexpr std::size_t most_in_name = 2;
    const std::string_view s = trim(quoted);
    const std::string_view last = last_line(s);
    return words_of(last, most_in_name + 1).size() <= most_in_name && !last.ends_with('?')
               ? trim(s.substr(0, s.size() - last.size()))
               : s;
}

// "Sorry, wrong mail. Please ignore.", anywhere below.
bool was_a_mistake(std::string_view line, std::string_view text) {
    static const PhraseIndex<const char*> any_mistake{mistakes};
    static const PhraseIndex<const char*> ignoring{ignorings};
    static const PhraseIndex<const char*> objects{ignored_objects};
    const std::string folded = fold(below(line, text));
    const std::string_view s = folded;
    return any_mistake.any_within(s) ||
           ignoring.any_within(s, s.size(), [&](std::size_t at, std::string_view phrase) {
               std::string_view rest = skip_blanks(s.substr(at + phrase.size()));
               if (const auto* object = objects.longest_at_start(rest))
                   rest = skip_blanks(rest.substr(std::string_view(*object).size()));
               return rest.empty() || std::string_view(".!,;:)\n").find(rest[0]) != rest.npos;
           });
}

}  // namespace

std::string_view doubt_by_neighbours(const FoundVote& v, std::string_view line, std::string_view text) {
    if (was_a_mistake(line, text)) return ":doubt";
    if (const std::string_view entry = doubt_by_entries(v, line, text); !entry.empty()) return entry;
    if (goes_on_below(v, line, text)) return ":wrapped";
    if (goes_on_with_denial(v, line, text)) return ":wrapped";
    const bool number = v.rule.ends_with(":lone") && is_of_a_number(line, text);
    if (!v.is_word) return number || counts_what_is_above(v, line, text) ? ":quantity" : "";
    if (goes_on_with_sentence(v, line, text)) return ":wrapped";
    if (heads_a_text(v, line, text)) return ":heading";
    const bool lone = v.rule.ends_with(":lone");
    if (lone &&
        (is_marked(last_line(above(line, text)), v.position) || is_marked(first_line(below(line, text)), v.position)))
        return ":unmarked";
    return answers_own_question(v, line, text) ? ":answer" : std::string_view{};
}

void ask_about_quoted_questions(Interpretation& in, const AnsweredText& proposal) {
    constexpr std::string_view passing = ":in-passing";  // the end of a rule
    for (const Answer& answer : in.own.answers) {
        const std::string_view quoted = without_name(answer.quoted);
        const std::string question = last_question(quoted);
        if (question.empty() || !asks_something_else(question, proposal.holds(last_line(quoted)))) continue;
        const std::string_view line = first_line(answer.text);
        for (Reading& r : in.readings)
            if (r.type == ReadingType::vote && r.confidence != Confidence::unclear && r.line == line &&
                r.rule.starts_with("word:") && says_yes_or_no(fold(line))) {
                r.confidence = Confidence::unclear;
                r.rule.insert(r.rule.size() - (r.rule.ends_with(passing) ? passing.size() : 0), ":answer");
            }
    }
}

}  // namespace assentd::words
