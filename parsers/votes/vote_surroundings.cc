// SPDX-License-Identifier: Apache-2.0
#include "parsers/votes/vote_surroundings.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/reasons.h"
#include "parsers/votes/decorations.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/vote_heads.h"
#include "parsers/votes/vote_lead_up.h"
#include "parsers/votes/vote_mentions.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_neighbours.h"
#include "parsers/votes/vote_sentence.h"
#include "parsers/votes/vote_splits.h"
#include "parsers/votes/vote_taken_back.h"
#include "parsers/votes/vote_things.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_look = 300;  // bytes
constexpr std::size_t few_words = 3;       // a line of no more may be somebody's own answer

struct Below {
    std::string text;    // of the next paragraph, as a reading copy
    bool apart = false;  // behind a blank line
};

Below paragraph_below(std::span<const std::string_view> lines) {
    Below below;
    std::size_t i = 0;
    while (i < lines.size() && is_blank(lines[i].substr(0, longest_look))) ++i;
    below.apart = i > 0;
    for (; i < lines.size() && below.text.size() < longest_look; ++i) {
        const std::string_view line = lines[i].substr(0, longest_look);
        if (is_blank(line)) break;
        below.text += (below.text.empty() ? "" : " ") + fold(trim(line));
    }
    return below;
}

std::string_view first_words(std::string_view s, std::size_t count) {
    const auto words = words_of(s, count);
    return words.empty()
               ? std::string_view{}
               : s.substr(0, static_cast<std::size_t>(words.back().data() + words.back().size() - s.data()));
}

// "[1]", "(*)", "¹": what a text ends with that is explained below it. Empty: none.
std::string_view footnote_mark(std::string_view text) {
    constexpr std::size_t longest = 4;
    const std::string_view s = trim(text);
    for (std::string_view sign : {"\u00B9", "\u00B2", "\u00B3", "\u2020"})
        if (s.ends_with(sign)) return s.substr(s.size() - sign.size());
    if (s.empty() || (s.back() != ']' && s.back() != ')')) return {};
    const std::size_t open = s.rfind(s.back() == ']' ? '[' : '(');
    if (open == s.npos || s.size() - open > longest || s.size() - open < 3) return {};
    const std::string_view within = s.substr(open + 1, s.size() - open - 2);
    const bool fits = std::all_of(within.begin(), within.end(), [](char c) { return is_digit(c) || c == '*'; });
    return fits ? s.substr(open) : std::string_view{};
}

// What the lines below say behind such a mark; nothing where none begins with it.
std::optional<std::string> footnote_of(std::string_view mark, std::span<const std::string_view> below) {
    constexpr std::size_t most_lines = 200;
    if (mark.empty()) return std::nullopt;
    for (std::size_t i = 0; i < below.size() && i < most_lines; ++i) {
        const std::string_view line = trim(below[i].substr(0, longest_look));
        if (line.starts_with(mark)) return fold(trim(line.substr(mark.size())));
    }
    return std::nullopt;
}

}  // namespace

Turn turn_by_lines(std::string_view tail, std::span<const std::string_view> below, bool sign, Position position) {
    constexpr std::string_view raised_one = "\u00B9";  // whose reading copy is a figure
    if (const auto note = footnote_of(trim(tail) == "1" ? raised_one : footnote_mark(tail),
                                      below)) {  // "+1 [1]" / "[1] unless Tom objects"
        const Turn turned = turn_by_next(*note, false);
        return turned == Turn::none ? turn_behind(*note, sign, position) : turned;
    }
    const std::size_t end = sentence_end(tail, 0);
    const std::string_view next_sentence = skip_blanks(tail.substr(end));
    const auto by_next = [&](std::string_view next, bool apart) {
        const Turn turned = turn_by_next(next, apart);
        const bool refuses = position == Position::disagree || position == Position::block;
        if (refuses && is_flat_denial(next)) return Turn::none;  // "-1." / "Never."
        if (position != Position::agree && any_phrase_starts(skip_blanks(next), refused_while)) return Turn::none;
        return turned == Turn::question && position != Position::agree ? Turn::none : turned;  // "-1. But why now?"
    };
    if (!next_sentence.empty()) return by_next(next_sentence, false);
    const Below next = paragraph_below(below);
    if (const Turn turned = by_next(next.text, next.apart); turned != Turn::none) return turned;
    const bool goes_on = !next.apart && !trim(tail).empty() && is_word_byte(trim(tail).back());
    if (!goes_on) return Turn::none;
    const Turn turned = turn_behind(std::string(tail) + " " + std::string(first_words(next.text, 2)), sign, position);
    return turned == Turn::question ? Turn::none : turned;  // "as long" / "as it works"
}

bool refused_below(const FoundVote& v, std::string_view tail, std::span<const std::string_view> below) {
    const Below next = paragraph_below(below);
    for (const std::string_view text : {tail.substr(sentence_end(tail, 0)), std::string_view(next.text)}) {
        if (refuses_a_part(text)) return true;
        for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
            end = sentence_end(text, at);
            const std::string_view sentence = skip_blanks(text.substr(at, end - at));
            if (contradicts(sentence) || (v.is_word && at == 0 && goes_to_read(sentence))) return true;
        }
    }
    return false;
}

bool casts_for_another(std::string_view tail, const std::vector<Address>& senders) {
    const std::string_view s = skip_blanks(tail);
    for (std::string_view link : {"from", "by"}) {
        if (!starts_with_phrase(s, link) || any_phrase_starts(s, casting_tails)) continue;
        const std::string_view who = s.substr(link.size());
        const auto words = words_of(who.substr(0, who.find_first_of(",.;:!(")), 4);
        if (words.empty()) return false;
        constexpr std::array ours{"my", "our", "this", "here", "both", "all", "your"};
        constexpr std::array places{"home", "work", "afar", "vacation", "holiday", "holidays", "abroad", "bed"};
        if (is_one_of(words[0], places)) return false;
        if (is_one_of(words[0], ours)) return false;
        return std::none_of(senders.begin(), senders.end(), [&](const Address& sender) {
            const std::string name = fold(sender.name);
            return find_phrase(name, words[0]) != std::string::npos || fold(sender.address).starts_with(words[0]);
        });
    }
    return false;
}

bool is_senders(std::string_view folded, const std::vector<Address>& senders) {
    return std::any_of(senders.begin(), senders.end(), [&](const Address& sender) {
        return find_phrase(fold(sender.name), folded) != std::string::npos ||
               fold(sender.address).starts_with(folded);
    });
}

std::string without_own_name(std::string_view folded, const std::vector<Address>& senders) {
    constexpr std::size_t longest_name = 60;  // bytes
    const std::size_t colon = folded.substr(0, longest_name).find(':');
    if (colon == folded.npos) return std::string(folded);
    const std::string_view name = trim(folded.substr(0, colon));
    if (name.size() < 2 || !is_word_byte(name[0]) || !is_senders(name, senders)) return std::string(folded);
    return std::string(colon + 1, ' ') + std::string(folded.substr(colon + 1));
}

std::string said_in(std::string_view line, std::string_view folded, const std::vector<Address>& senders,
                    std::span<const std::string_view> below, const OwnVoteWords& own) {
    std::string said = without_own_name(folded, senders);
    const std::string_view mark = footnote_mark(line);
    const std::string written = fold(mark);
    if (footnote_of(mark, below) && trim(said).ends_with(written)) {
        const std::size_t at = trim(said).size() + (said.size() - skip_blanks(said).size()) - written.size();
        said.replace(at, written.size(), written.size(), ' ');
    }
    return without_decorations(std::move(said), own);
}

namespace {

// One or two words with capitals, or in a script that has none.
bool may_be_name(std::string_view item) {
    const auto words = words_of(item, 3);
    return !words.empty() && words.size() <= 2 && std::all_of(words.begin(), words.end(), [](std::string_view w) {
        return (w[0] >= 'A' && w[0] <= 'Z') || static_cast<unsigned char>(w[0]) >= 0x80;
    });
}

bool is_polite(std::string_view folded) {
    return is_one_of(folded, interjections);
}

// "Ben, Chen and Dora": two or more, and none of them a word of thanks or the sender.
bool lists_people(std::string_view behind, const std::vector<Address>& senders) {
    std::string list(trim(behind.substr(0, longest_look)));
    for (std::string_view link : {" and ", " & ", " und ", " et ", " y "})
        for (std::size_t at; (at = list.find(link)) != list.npos;) list.replace(at, link.size(), ",");
    std::size_t people = 0;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        std::string_view item = without_end_marks(trim(std::string_view(list).substr(at, end - at)));
        while (!item.empty() && std::string_view("[(<").find(item[0]) != item.npos) item.remove_prefix(1);
        const std::string folded = fold(item);
        if (!may_be_name(item) || is_polite(folded) || is_closing(item) || is_senders(folded, senders)) return false;
        ++people;
        at = end + 1;
    }
    return people >= 2;
}

// "Ben, Chen" of "Agree: Ben, Chen" and "Agree (Ben, Chen)"; empty when a word heads no list. `behind` is a piece of
// the line, behind the value.
std::string_view list_headed(std::string_view line, std::string_view behind) {
    if (behind.starts_with('(')) return behind.substr(1, behind.find(')') - 1);
    const auto at = behind.empty() ? line.size() : static_cast<std::size_t>(behind.data() - line.data());
    return trim(line.substr(0, at)).ends_with(':') ? behind : std::string_view{};
}

// "-1 to cars": not "-1 to this", nor "-1 to buying cars".
bool is_on_a_thing(std::string_view folded_tail) {
    const std::string_view s = skip_blanks(folded_tail);
    for (std::string_view link : {"to", "on", "for"}) {
        if (!starts_with_phrase(s, link)) continue;
        const std::string_view thing = skip_blanks(s.substr(link.size()));
        const auto words = words_of(thing, 1);
        return !words.empty() && !words[0].ends_with("ing") && words[0] != "me" &&
               !any_phrase_starts(thing, agreement_objects);
    }
    return false;
}

// "+1 to Chen", and no more: a person, as it seems. `behind` as written.
bool is_to_a_name(std::string_view behind) {
    const std::string_view s = trim(behind.substr(0, behind.find_first_of(",.;:!(\n")));
    return s.starts_with("to ") && may_be_name(s.substr(3)) && words_of(s, 3).size() == 2 &&
           !any_phrase_starts(fold(s.substr(3)), agreement_objects);
}

}  // namespace

bool says_it_is_a_test(std::string_view text) {
    const std::string folded = fold(text.substr(0, longest_look));
    const auto ends = [&](std::size_t at) {
        return at == folded.size() || std::string_view(".,!:;-)\n").find(folded[at]) != std::string_view::npos;
    };
    const std::string_view first = skip_blanks(folded);
    for (std::string_view word : {"test", "testing", "testmail"})
        if (starts_with_phrase(first, word) && first.size() > word.size() &&
            std::string_view(".,!\n").find(first[word.size()]) != first.npos)
            return true;
    static const PhraseIndex<const char*> index{tests};
    return index.any_within(folded, folded.size(),
                            [&](std::size_t at, std::string_view phrase) { return ends(at + phrase.size()); });
}

namespace {

// "Approve it, Chen", "Recuse Chen, his brother …": a word that may ask its reader, and whom it asks.
bool asks_somebody(std::string_view value, std::string_view behind, const std::vector<Address>& senders) {
    constexpr std::array imperatives{"approve", "agree",   "abstain", "recuse", "support", "accept",
                                     "reject",  "consent", "object",  "block",  "veto",    "disagree"};
    if (!is_one_of(value, imperatives)) return false;
    for (std::string_view object : {"it,", "this,", "that,"})
        if (behind.starts_with(object)) behind = trim(behind.substr(object.size()));
    const std::string_view name = without_end_marks(trim(behind.substr(0, behind.find_first_of(",.!"))));
    const std::string folded = fold(name);
    return may_be_name(name) && !is_polite(folded) && !is_closing(name) && !is_senders(folded, senders);
}

// "Recuse me from the mailing list": not from this.
bool is_from_another_thing(const FoundVote& v, std::string_view behind) {
    if (v.position != Position::recuse) return false;
    const std::string folded = fold(behind);
    const std::size_t from = find_phrase(folded, "from");
    const std::string_view thing =
        from == folded.npos ? std::string_view{} : skip_blanks(std::string_view(folded).substr(from + 4));
    constexpr std::array here{"here", "vot", "the vot", "the deci", "deci", "taking", "my ", "all of it", "d-"};
    return !thing.empty() && !any_phrase_starts(thing, agreement_objects) &&
           std::none_of(here.begin(), here.end(), [&](std::string_view w) { return thing.starts_with(w); });
}

Turn turned_by_mail(const FoundVote& v, std::string_view line, std::string_view behind, std::string_view text) {
    for (std::string_view bar : {"|", "\u2502", "\u2503", "\u00A6"})
        if (trim(line).starts_with(bar)) return Turn::reported;
    if (is_from_another_thing(v, behind)) return Turn::hedge;
    if (v.is_word) return Turn::none;
    if (is_to_a_name(trim(behind))) return Turn::reported;
    if (v.position != Position::disagree || !is_on_a_thing(fold(behind))) return Turn::none;
    const std::string folded = fold(text.substr(0, longest_look));
    const bool liked = std::any_of(likes.begin(), likes.end(), [&](std::string_view phrase) {
        return find_phrase(folded, phrase) != folded.npos;
    });
    return liked ? Turn::hedge : Turn::none;
}

// A mention yields to a vote that is cast.
void pass_by(FoundVote& v, Turn turned) {
    turn(v, turned);
    v.in_passing = v.in_passing || turned != Turn::none;
}

}  // namespace

void turn_by_mail(FoundVote& v, std::string_view line, std::string_view behind, const Message& message,
                  std::string_view text) {
    const std::vector<Address>& senders = message.from;
    if (says_it_is_a_test(text)) return turn(v, Turn::doubt);
    if (lists_people(v.is_word ? list_headed(line, behind) : behind, senders)) return turn(v, Turn::reported);
    const std::string folded = fold(line);
    if (is_split(v, folded)) return turn(v, Turn::choice);
    if (asks_somebody(std::string_view(folded).substr(std::min(v.begin, folded.size()), v.end - v.begin), behind,
                      senders))
        return pass_by(v, Turn::reported);
    if (const Turn turned = turned_by_mail(v, line, behind, text); turned != Turn::none) return turn(v, turned);
    pass_by(v, turn_by_mention(v, folded));
    if (v.confidence != Confidence::unclear && v.end <= folded.size() &&
        is_for_another_thing(std::string_view(folded).substr(v.begin, v.end - v.begin), !v.is_word,
                             std::string_view(folded).substr(v.end),
                             fold(std::string_view(message.subject).substr(0, longest_look))))
        pass_by(v, Turn::doubt);
    if (v.confidence == Confidence::unclear) return;
    std::string_view doubt = doubt_by_neighbours(v, line, text);
    if (doubt.empty()) doubt = doubt_by_head(v, line, text, senders);
    if (doubt.empty()) doubt = doubt_by_lead_up(v, line, text);
    if (!doubt.empty()) v.confidence = Confidence::unclear, v.rule += doubt, v.in_passing = true;
}

bool may_be_tally(std::string_view whole) {
    constexpr std::size_t longest = 4000;  // bytes
    const std::string_view line = trim(whole.substr(0, longest));
    if (line.find(':') == line.npos || (is_word_byte(line[0]) && line[0] != '0')) return false;
    return tally_colon(fold(line)) != line.npos;
}

bool names_somebody(std::string_view line) {
    const std::string_view behind = trim(line.substr(line.find(':') + 1));
    return behind.empty() || behind[0] < 'a' || behind[0] > 'z';
}

AnsweredText::AnsweredText(std::string_view text) {
    for (std::string_view line : lines_of(text))
        if (!is_blank(line)) lines_.insert(fold(trim(line)));
}

bool AnsweredText::holds(std::string_view line) const {
    return !lines_.empty() && lines_.contains(fold(trim(line)));
}

std::vector<bool> AnsweredText::copied(std::span<const std::string_view> lines) const {
    std::vector<bool> copied(lines.size(), false);
    if (lines_.empty()) return copied;
    std::size_t run = 0;
    std::size_t run_begin = 0;
    const auto close = [&](std::size_t end) {
        if (run >= 2)
            std::fill(copied.begin() + static_cast<std::ptrdiff_t>(run_begin),
                      copied.begin() + static_cast<std::ptrdiff_t>(end), true);
        run = 0;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (is_blank(lines[i]) || !holds(lines[i])) {
            close(i);
            continue;
        }
        if (run++ == 0) run_begin = i;
        if (words_of(lines[i], few_words + 1).size() > few_words) copied[i] = true;
    }
    close(lines.size());
    return copied;
}

}  // namespace assentd::words
