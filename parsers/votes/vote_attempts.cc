// SPDX-License-Identifier: Apache-2.0
//
// attempt  = on the first line behind a greeting:
//              vote-label ":" words                        "Vote: purple"
//            / "my vote is" words / "vote" value words      "I vote for", "vote yes on it"
//            / would-vote words                             "ich könnte zustimmen", "I would approve it for 30"
//            / vote-word ":" words                          "contrario: costa troppo"
//            / what says that an objection is over           "Veto withdrawn": parsers/votes/vote_wishes
//            / what takes a vote back                        "Zrušte můj hlas.": parsers/votes/vote_changes
//            / a wish in other words                        "kill it", "let's not do this": parsers/votes/vote_wishes
//            / "0" SP words                                 "0 I see no difference": not "0 of 3", "0 comments"
//            / ("+" / "-") letter-like-1                    "+l", "-I", "+1to"
//            / ("+" / "-") SP "1" words                     "- 1 too noisy", and no list
//            / what looks like a ballot                     parsers/ballots/option_attempts
//          / on any line of a short mail, or of a short paragraph that opens or closes a longer one, where there are
//          no options:
//              a stance or a misgiving in own words           "I must veto this", "too expensive":
//              parsers/votes/vote_stances
//              a conclusion                                   "So my vote is no": parsers/votes/vote_conclusions
//          / on any line: odd-box value                     "[ok] agree", "{x} agree"
//          / on a line that begins something new, where there are options: what looks like a ballot
//          / the whole text, when it is very short:
//              a vote word with a typo / words that end with a vote word / a brief answer: parsers/votes/vote_brief
#include "parsers/votes/vote_attempts.h"

#include <algorithm>
#include <array>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_attempts.h"
#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/reasons.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/vote_brief.h"
#include "parsers/votes/vote_changes.h"
#include "parsers/votes/vote_conclusions.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_wishes.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_line = 400;  // bytes
constexpr std::size_t longest_whole = 60;  // bytes of a mail that is no more than a vote
constexpr std::size_t longest_east = 36;   // the same where a word takes one or two characters
constexpr std::size_t few_words = 4;
constexpr std::size_t most_tried = 500;         // lines; nobody hides an answer behind more
constexpr std::size_t most_brief_words = 40;    // of a mail in which any line may be the answer
constexpr std::size_t most_telling_words = 24;  // of a paragraph of a longer one that may be

Reading unclear(ReadingType type, std::string_view rule, std::string_view usage = {}) {
    Reading r;
    r.type = type;
    r.confidence = Confidence::unclear;
    r.rule = "attempt:" + std::string(rule);
    r.reason = usage;
    return r;
}

// "Hi all," or a few words before the answer: "Great work!"
bool is_opening(std::string_view line) {
    const std::string_view s = trim(line);
    return words_of(s, few_words + 1).size() <= few_words && std::string_view(",!").find(s.back()) != s.npos;
}

std::string_view without_opening(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    return first.size() < text.size() && is_opening(first) ? trim(text.substr(first.size())) : text;
}

bool is_label(std::string_view s) {
    const auto label = vote_label(s);
    if (!label) return false;
    const std::string_view rest = s.substr(label->size);
    const auto value = leading_value(rest);
    const bool choice = value && value->rule.ends_with(name(Turn::choice));
    if (choice || rest.find_first_of("/|[") != rest.npos) return false;  // the proposal's own form
    const auto said =
        words_of(s.substr(0, label->size));  // "my vote is", "mi voto es", "i vote"; "my vote" alone is prose
    const bool says_who = said.size() > 1 && (said.back().size() <= 3 || said.front() == "i");
    const bool few = words_of(rest, few_words + 1).size() <= few_words;
    return label->colon || (says_who && few && !s.ends_with('?')) || value.has_value();
}

// "0 I see no difference"; a nought that counts something is none.
bool is_nought(std::string_view s) {
    if (!s.starts_with("0 ")) return false;
    const auto next = words_of(s.substr(1), 1);
    if (next.empty() || is_digit(next[0][0]) || turn_behind(s.substr(1), true) == Turn::quantity) return false;
    constexpr std::array others{"of",  "out", "is", "was", "to", "in", "and", "or", "x", "von",
                                "bis", "sur", "a",  "de",  "di", "da", "ist", "av", "z", "из"};
    if (is_one_of(next[0], others)) return false;
    return !next[0].ends_with('s') || next[0] == "this" || next[0] == "yes" || next[0] == "as" || next[0] == "thanks";
}

// "Contra: it costs too much": a word that votes, and a colon instead of a comma. Not "For: Ana, Ben".
bool is_word_with_colon(std::string_view s, const OwnVoteWords& own) {
    const auto v = value_at(s, own);
    if (!v || v->sign || words_of(s.substr(0, v->size), few_words).size() > 3) return false;
    const std::string_view rest = skip_blanks(s.substr(v->size));
    return rest.starts_with(':') && words_of(rest, 1).size() == 1 && !is_digit(words_of(rest, 1)[0][0]) &&
           rest.find(',') == rest.npos;
}

// "+ 1 (binding)", "- 1 too noisy", and a long dash before the figure. "- 1 desk" / "- 2 chairs" are a list, which is
// `listed`.
bool is_parted_sign(std::string_view s, bool listed) {
    for (std::string_view sign : {"+ 1", "- 1", "\u20141", "\u2014 1"}) {
        if (!s.starts_with(sign)) continue;
        const std::string_view behind = s.substr(sign.size());
        if (behind.empty() || std::string_view(",.!").find(behind[0]) != s.npos) return true;
        if (skip_blanks(behind).starts_with('(')) return true;
        return behind[0] == ' ' && !listed && turn_behind(behind, true) != Turn::quantity;
    }
    return false;
}

bool begins_item(std::string_view line) {
    const std::string s = fold(trim(line.substr(0, longest_line)));
    return s.starts_with("- ") || s.starts_with("+ ") || s.starts_with("\u2014 ");
}

// "0.5", "0,5": half a vote, and no sign.
bool is_bare_fraction(std::string_view s) {
    return s.size() > 2 && s[0] == '0' && (s[1] == '.' || s[1] == ',') &&
           std::all_of(s.begin() + 2, s.end(), is_digit);
}

// "+l", "-I", "+1to"
bool is_misspelt_sign(std::string_view s) {
    if (s.size() < 2 || (s[0] != '+' && s[0] != '-') || std::string_view("1li!|").find(s[1]) == s.npos) return false;
    if (words_of(s, few_words + 1).size() > few_words) return false;
    const std::string_view word = s.substr(0, s.find(' '));
    if (word == "+1" || word == "-1") return false;  // a telephone number
    return word.size() <= 5 && !sign_at(s) && std::all_of(word.begin() + 2, word.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || c == '.' || c == '!' || c == ',';
           });
}

// "Ja [x]", "Ja ☒": a ticked box behind its word.
bool is_box_behind(std::string_view s, const ReadingContext& context) {
    constexpr std::size_t longest_box = 8;  // bytes
    const std::string_view end = s.substr(s.size() - std::min(s.size(), longest_box));
    const std::size_t open = end.find_last_of("[(");
    std::string_view box = open != end.npos ? end.substr(open) : std::string_view{};
    for (std::string_view full : {"\u2611", "\u2612", "\u2714", "\u2713"})
        if (s.ends_with(full)) box = s.substr(s.size() - full.size());
    if (box.empty() || box.size() == s.size()) return false;
    const std::string_view label = trim(s.substr(0, s.size() - box.size()));
    const bool ticked = box[0] != '[' && box[0] != '('
                            ? true
                            : Box{std::string(trim(box.substr(1, box.find_first_of("])") - 1))), "", false}.ticked();
    return ticked && lone_vote(fold(label), context.words).has_value();
}

// "[ok] agree", "{x} agree", "(2) yes", "[x]": a box that no form has, or with nothing behind it.
bool is_odd_box(std::string_view line, const ReadingContext& context) {
    constexpr std::size_t longest_mark = 8;
    const std::string_view s = trim(line);
    constexpr std::string_view open = "[({<";
    constexpr std::string_view shut = "])}>";
    if (is_box_behind(s, context)) return true;
    const std::size_t kind = s.empty() ? open.npos : open.find(s[0]);
    std::string_view mark = s.substr(0, s.find(' '));
    std::string_view label = behind(s, mark);
    if (kind != open.npos) {
        const std::size_t close = s.find(shut[kind]);
        if (close == s.npos || close > longest_mark) return false;
        mark = trim(s.substr(1, close - 1));
        label = trim(s.substr(close + 1));
        if (label.empty()) return Box{std::string(mark), "", false}.ticked();
    } else if (mark.size() > longest_mark || fold(mark) != "x") {
        return false;
    }
    if (words_of(mark, 1).empty() && mark != "/") return false;
    return lone_vote(fold(label), context.words).has_value() ||
           (!context.options.empty() && option_named(label, context.options));
}

// One word, and that nearly a vote word.
bool is_misspelt(std::string_view s) {
    constexpr std::array meant{"yes",     "yeah", "nope",  "agree",  "disagree", "approve", "object", "objection",
                               "abstain", "veto", "block", "reject", "neutral",  "oppose",  "support"};
    if (s.size() < 3 || words_of(s, 2).size() != 1) return false;
    return std::any_of(meant.begin(), meant.end(), [&](std::string_view w) {
        const bool plural = s.ends_with('s') && !w.ends_with('s');  // "agrees"
        return !plural && s[0] == w[0] && edit_distance(s, w, 1) == 1;
    });
}

// "Probablement oui", "i agre": a few words that end with a vote, or nearly.
bool ends_with_vote(std::string_view s, const OwnVoteWords& own) {
    const bool east = !s.empty() && static_cast<unsigned char>(s[0]) >= 0xE3;
    if (s.ends_with('?') || s.size() > (east ? longest_east : longest_whole)) return false;
    if (east) {
        return holds_east_vote(s, own);
    }
    const auto group = words_of(s, few_words + 1);
    if (group.empty() || group.size() > few_words) return false;
    if (is_misspelt(group.back()) && group.size() <= 2 && (group.size() == 1 || group[0] == "i")) return true;
    const auto mentioned = [&](std::size_t i) {  // "thanks for your support", "Ben said no"
        return i > 0 && is_one_of(group[i - 1], mention_words);
    };
    for (std::size_t i = 0; i < group.size(); ++i) {
        const auto v = value_at(s.substr(static_cast<std::size_t>(group[i].data() - s.data())), own);
        const bool last = v && group[i].data() + v->size == group.back().data() + group.back().size();
        if (last && !v->sign && !mentioned(i)) return true;
    }
    return false;
}

std::optional<Reading> wish_of(std::string_view folded) {
    if (says_it_is_settled(folded) || takes_a_vote_back(folded)) return unclear(ReadingType::vote, "settled");
    if (says_a_wish(folded)) return unclear(ReadingType::vote, "wish");
    if (says_a_concern(folded)) return unclear(ReadingType::vote, "concern");
    return std::nullopt;
}

// The same of a short mail, in which nearly any sentence is about the proposal.
std::optional<Reading> own_words_of(std::string_view folded, std::string_view subject) {
    if (takes_a_stance(folded) || concludes_with_a_vote(folded)) return unclear(ReadingType::vote, "stance");
    if (has_a_misgiving_about_it(folded, subject)) return unclear(ReadingType::vote, "misgiving");
    return std::nullopt;
}

std::optional<Reading> of_line(std::string_view line, bool listed, const ReadingContext& context) {
    const std::string folded = fold(line);
    if (is_label(folded)) return unclear(ReadingType::vote, "label");
    if (any_phrase_starts(folded, would_vote)) return unclear(ReadingType::vote, "condition");
    if (is_word_with_colon(folded, context.words)) return unclear(ReadingType::vote, "word");
    if (is_nought(folded)) return unclear(ReadingType::vote, "nought");
    if (auto wish = wish_of(folded)) return wish;
    if (is_misspelt_sign(folded) || is_parted_sign(folded, listed)) return unclear(ReadingType::vote, "sign");
    return option_attempt(line, context, true);
}

// What follows does not go on with its sentence.
bool ends_paragraph(std::string_view line) {
    const std::string_view s = trim(line.substr(line.size() - std::min(line.size(), longest_line)));
    return s.empty() || std::string_view(".:!?;").find(s.back()) != s.npos || words_of(s, 3).size() <= 2;
}

Reading placed(Reading r, std::string_view line, std::string_view text) {
    r.line = trim(line);
    r.offset = static_cast<std::size_t>(line.data() - text.data());
    r.end = r.offset + line.size();
    return r;
}

// A mail that is one line.
std::optional<Reading> of_whole(std::string_view whole, const ReadingContext& context) {
    const std::string folded = fold(whole);
    const std::string_view s = without_end_marks(folded);
    if (auto r = option_attempt_of_all(whole, context)) return r;
    if (s == "1" || s == "+" || s == "-" || s == "y" || s == "n" || is_bare_fraction(s))
        return unclear(ReadingType::vote, "sign");
    if (is_one_of(s, pointing)) return unclear(ReadingType::vote, "pointing");
    constexpr std::array others{"unsubscribe", "subscribe", "stop", "leave",
                                "signoff",     "commands",  "menu", "vote withdraw"};
    if (is_one_of(s, others))
        return unclear(ReadingType::command, "command", "`help` brings all that can be said here");
    if (!whole.empty() && decision_id_size(whole) == whole.size()) return unclear(ReadingType::vote, "decision");
    if (ends_with_vote(s, context.words)) return unclear(ReadingType::vote, "words");
    return std::nullopt;
}

}  // namespace

bool holds_east_vote(std::string_view folded, const OwnVoteWords& own) {
    for (std::size_t i = 0; i + 3 < folded.size(); ++i) {
        const auto lead = static_cast<unsigned char>(folded[i]);
        if (lead < 0xE4 || lead > 0xE9) continue;  // a Han character: what kana spell may be a part of any word
        if (const auto v = value_at(folded.substr(i), own); v && !v->sign && v->size > 3) return true;
    }
    return false;
}

namespace {

// Where people say what they have to say: all of a short mail, and of a longer one its first and its last paragraph,
// when they are short.
class Telling {
  public:
    Telling(std::string_view own_text, const std::vector<std::string_view>& lines)
        : brief_(words_of(own_text, most_brief_words + 1).size() <= most_brief_words) {
        if (brief_) return;
        const std::string_view said = without_sign_off(own_text);
        const char* end = said.data() + said.size();
        std::size_t count = lines.size();
        while (count > 0 && (is_blank(lines[count - 1]) || lines[count - 1].data() >= end)) --count;
        std::size_t last = begin_of_paragraph(lines, count);
        add(lines, last, count);
        if (count - last == 1 && words_of(lines[last], few_words).size() < few_words) {  // a name, perhaps
            for (count = last; count > 0 && is_blank(lines[count - 1]);) --count;
            last = begin_of_paragraph(lines, count);
            add(lines, last, count);
        }
        const auto first = static_cast<std::size_t>(
            std::find_if(lines.begin(), lines.end(), [](auto l) { return !is_blank(l); }) - lines.begin());
        std::size_t first_end = first;
        while (first_end < count && !is_blank(lines[first_end])) ++first_end;
        add(lines, first, first_end);
    }
    bool holds(std::size_t i) const {
        return brief_ || std::any_of(spans_.begin(), spans_.end(),
                                     [&](const auto& span) { return span.first <= i && i < span.second; });
    }

  private:
    static std::size_t begin_of_paragraph(const std::vector<std::string_view>& lines, std::size_t end) {
        while (end > 0 && !is_blank(lines[end - 1])) --end;
        return end;
    }

    void add(const std::vector<std::string_view>& lines, std::size_t begin, std::size_t end) {
        std::size_t words = 0;
        for (std::size_t i = begin; i < end && words <= most_telling_words; ++i)
            words += words_of(lines[i], most_telling_words + 1).size();
        if (words <= most_telling_words) spans_.emplace_back(begin, end);
    }

    bool brief_;
    std::vector<std::pair<std::size_t, std::size_t>> spans_;  // of lines
};

}  // namespace

std::optional<Reading> read_attempt(std::string_view own_text, const std::vector<std::string_view>& lines,
                                    const std::vector<bool>& own, const ReadingContext& context,
                                    const Message& message) {
    const std::string subject = fold(std::string_view(message.subject).substr(0, longest_line));
    const Telling telling(own_text, lines);
    const auto looked_at = static_cast<std::ptrdiff_t>(std::min(lines.size(), most_tried));
    const bool listed = std::count_if(lines.begin(), lines.begin() + looked_at, begins_item) > 1;
    std::size_t tried = 0;
    bool first = true;
    bool begins = true;
    bool all_own = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = lines[i];
        const bool here = begins;
        begins = ends_paragraph(line);
        if (is_blank(line) || line.size() > longest_line || ++tried > most_tried) continue;
        all_own = all_own && own[i];
        if (!own[i]) {  // copied, perhaps: knowing that must not make a first line of the next
            first = first && is_opening(line);
            continue;
        }
        if (is_odd_box(line, context)) return placed(unclear(ReadingType::vote, "box"), line, own_text);
        std::optional<Reading> r;
        if (first)
            r = of_line(trim(line), listed, context);
        else if (here && telling.holds(i))
            r = wish_of(fold(trim(line)));
        if (!r && telling.holds(i) && context.options.empty()) r = own_words_of(fold(trim(line)), subject);
        if (!first && !r && here && !context.options.empty()) r = option_attempt(trim(line), context, false);
        if (r) return placed(std::move(*r), line, own_text);
        first = first && is_opening(line);
    }
    std::string_view whole = bare_words(without_opening(own_text), message.from);
    if (whole.empty()) whole = bare_words(own_text, message.from);  // "Certainly!" / "Ana"
    if (whole.empty()) whole = trim(own_text);                      // "Thanks" / "yess"
    const bool brief = context.options.empty() && all_own && is_brief_answer(whole);
    if (whole.find('\n') != whole.npos && !brief) return std::nullopt;
    std::optional<Reading> r;
    if (whole.find('\n') == whole.npos) r = of_whole(whole, context);
    if (!r && brief) r = unclear(ReadingType::vote, "brief");
    whole = trim(whole.substr(0, whole.find('\n')));
    return r ? std::optional(placed(std::move(*r), whole, own_text)) : std::nullopt;
}

}  // namespace assentd::words
