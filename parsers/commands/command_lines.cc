// SPDX-License-Identifier: Apache-2.0
//
// command-line = [scope ":"] ["- " / "I" / "please"] command, or with the emphasis of Markdown
// command   = "help" / "status" / "confirm" / "undelegate"                       nothing behind
//           / ("keep" / "change" / "retire" / "release") [reason]                reason behind ":" "," "-" "because"
//           / "withdraw" [":"] [["my" / "the" / "this"] ("vote" / "ballot" / "proposal")] [reason]
//           / "je retire ma proposition" [reason]                                and its kin in other languages
//           / ("close" / "settle") [reason]
//           / "extend" (duration / "until" instant) [reason] / "hold" duration [reason]
//           / "amend" [":" text]                                                 the rest of the mail is the text
//           / "delegate" ["to"] address ["for" decision / "until" instant]
//           / "delegate to" name ["until" instant]                               unclear here: the roster knows
//           / "away" ["until"] instant / "away" ["from"] instant ("until" / "to") instant
//           / "receipts" ("on" / "off" / "errors") / "digest" ("daily" / "weekly" / "off")
//           / "overrule" name reason / "uphold" name [reason]
//           / "answer" name ":" text / "statement" ":" text                      on to a command or a bare vote
//           / "decide" ("yes" / "no" / option) [reason]
// concern   = "concern" [":"] name [":"] text                                    on to a command or a bare vote
// resolve   = "resolve" name
// Reasons and texts go on below, to the next line that is read as something.
// A line is command-like when its first word is a command (or a near miss of one) and the line is too short or too
// much like the grammar to be prose; what does not fit then is unclear, with the form that would be right.
#include "parsers/commands/command_lines.h"

#include <algorithm>
#include <array>

#include "parsers/commands/command_shapes.h"
#include "parsers/commands/withdrawn_proposals_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/vote_tail.h"

namespace assentd::words {
namespace {

constexpr std::array command_forms{
    CommandForm{"help", "help", Shape::nothing, "help"},
    CommandForm{"status", "status", Shape::nothing, "status"},
    CommandForm{"confirm", "confirm", Shape::nothing, "confirm"},
    CommandForm{"confirmed", "confirm", Shape::nothing, "confirm"},
    CommandForm{"undelegate", "undelegate", Shape::nothing, "undelegate"},
    CommandForm{"keep", "keep", Shape::reason, "keep"},
    CommandForm{"change", "change", Shape::reason, "change: it needs new numbers"},
    CommandForm{"retire", "retire", Shape::reason, "retire"},
    CommandForm{"release", "release", Shape::reason, "release"},
    CommandForm{"withdraw", "withdraw", Shape::reason, "withdraw"},
    CommandForm{"withdrawn", "withdraw", Shape::reason, "withdraw"},
    CommandForm{"close", "close", Shape::reason, "close: all have answered"},
    CommandForm{"settle", "settle", Shape::reason, "settle cost"},
    CommandForm{"extend", "extend", Shape::duration, "extend 3 days: holidays"},
    CommandForm{"hold", "hold", Shape::duration, "hold 3 days: I need to read it"},
    CommandForm{"amend", "amend", Shape::text, "amend, and the new text below it"},
    CommandForm{"delegate", "delegate", Shape::delegate, "delegate to ana@example.org until 2030-05-31"},
    CommandForm{"away", "away", Shape::instant, "away until 2030-05-31"},
    CommandForm{"receipts", "receipts", Shape::receipts, "receipts off"},
    CommandForm{"digest", "digest", Shape::digest, "digest weekly"},
    CommandForm{"overrule", "overrule", Shape::name_reason, "overrule cost: the budget was raised"},
    CommandForm{"uphold", "uphold", Shape::name_only, "uphold cost: the numbers are still missing"},
    CommandForm{"answer", "answer", Shape::name_text, "answer cost: the budget was raised"},
    CommandForm{"statement", "statement", Shape::statement, "statement: thank you all, we start in May"},
    CommandForm{"decide", "decide", Shape::choice,
                "decide yes: all has been heard, or with options: decide B: it is cheaper"},
};

constexpr std::size_t longest_command_line = 1000;
constexpr std::size_t few_words = 4;

// "Concerns: none.", "Concern: nothing from me": there is none.
bool says_there_is_none(std::string_view rest) {
    constexpr std::array nothing{"none", "nothing", "no", "nil", "nope", "n/a", "zero", "no concerns", "no concern"};
    constexpr std::array behind{"from me", "from my side", "here",        "so far", "at all", "whatsoever",
                                "for me",  "to report",    "of any kind", "really", "thanks"};
    const std::string folded = fold(strip_marks(rest));
    return std::any_of(nothing.begin(), nothing.end(), [&](std::string_view none) {
        if (!starts_with_phrase(folded, none)) return false;
        const std::string_view more = strip_marks(std::string_view(folded).substr(none.size()));
        return more.empty() || is_one_of(more, behind);
    });
}

std::optional<Reading> read_concern(const Parts& p, bool colon) {
    std::string_view rest = p.rest;
    if (rest.starts_with(':')) rest = trim(rest.substr(1));
    if (says_there_is_none(rest)) return std::nullopt;
    std::size_t n = 0;
    while (n < rest.size() && (is_word_byte(rest[n]) || rest[n] == '-' || rest[n] == '_')) ++n;
    const std::string name = fold(rest.substr(0, n));
    const bool named = n < rest.size() && rest[n] == ':';
    const std::size_t later = rest.find(':');
    const bool meant = words_of(rest, 3).size() <= 1 || words_of(rest.substr(0, later), few_words).size() < few_words;
    if (!colon && !named && !(meant && (later != rest.npos || words_of(rest, 2).size() <= 1)))
        return std::nullopt;  // "concern about the cost" is prose
    Reading r;
    r.type = ReadingType::concern;
    r.rule = "concern";
    r.reason = std::string(trim(rest.substr(std::min(n + (named ? 1u : 0u), rest.size()))));
    r.concern = name;
    const bool cut = n < rest.size() && std::string_view(" \t:,.-").find(rest[n]) == rest.npos;  // "b/../x"
    const bool asks = words_of(rest, 3).size() < 3 && rest.ends_with('?');  // "concern: who pays?"
    if (!is_concern_name(name) || cut || asks || (!colon && !named)) {
        r.concern.clear();
        r.confidence = Confidence::unclear;
        r.reason = "Write it as: concern: cost it is twice the budget";
    }
    return r;
}

std::optional<Reading> read_resolve(const Parts& p) {
    std::string_view rest = strip_marks(p.rest);
    const std::string folded = fold(rest);
    if (folded.starts_with("concern ") && folded.size() == rest.size()) rest = strip_marks(rest.substr(8));
    const std::string_view concern = name_in(rest);
    const std::string_view reason = behind(rest, concern);
    Reading r;
    r.type = ReadingType::resolve;
    r.rule = "resolve";
    const bool marked = !reason.empty() && std::string_view(":,-").find(reason[0]) != std::string_view::npos;
    const auto more = words_of(reason, few_words);
    const std::string next = more.empty() ? std::string{} : fold(more[0]);
    const bool denied = marked && (next == "not" || next == "no" || next == "never" || next == "later");
    if (!concern.empty() && !denied && (marked || more.empty())) {
        r.concern = fold(concern);
        r.reason = std::string(strip_marks(reason));
        return r;
    }
    const std::string behind_it = fold(reason);
    const bool several = (next == "and" && more.size() == 2) || (reason.starts_with('&') && more.size() == 1);
    const bool asks = denied || several || turn_behind(behind_it, false) == Turn::condition ||
                      find_phrase(behind_it, "not") != behind_it.npos;
    if (!concern.empty() && !(asks && is_concern_name(fold(concern)))) return std::nullopt;
    r.confidence = Confidence::unclear;
    r.reason = "Write it as: resolve " + (concern.empty() ? std::string("cost") : std::string(concern));
    return r;
}

// Whether a condition stands behind the word of a command, before its reason: "withdraw vote if the cap is in".
bool depends(const CommandForm& form, const Parts& p) {
    constexpr std::array meant{Shape::nothing, Shape::reason, Shape::name_reason, Shape::name_only, Shape::choice};
    if (std::find(meant.begin(), meant.end(), form.shape) == meant.end()) return false;
    const std::string_view all = p.folded_rest;
    const std::string_view said = all.substr(0, std::min(all.find(':'), find_phrase(all, "because")));
    return turn_behind(said, false) == Turn::condition;
}

Reading asked_whether_now(const CommandForm& form) {
    Reading r = unclear_command(form);
    r.reason = "It depends on something, and nobody can watch for that here. When it is so, write: " +
               std::string(form.usage);
    return r;
}

}  // namespace

bool takes_rest(const Reading& r) {
    return r.type == ReadingType::command && r.command == "amend";
}

bool runs_on(const Reading& r) {
    if (r.confidence == Confidence::unclear) return false;
    return r.type == ReadingType::concern ||
           (r.type == ReadingType::command && (r.command == "answer" || r.command == "statement"));
}

bool takes_text_below(const Reading& r) {
    constexpr std::array reasoned{"uphold", "overrule", "extend", "hold", "close", "keep", "change", "retire"};
    return runs_on(r) ||
           (r.type == ReadingType::command && r.confidence != Confidence::unclear && is_one_of(r.command, reasoned));
}

namespace {

// "concern: cost too high" of "**concern:** cost too high"; empty where no word is marked.
std::string without_emphasis(std::string_view s) {
    for (std::string_view mark : {"**", "__", "*", "_", "`"}) {
        if (!s.starts_with(mark) || s.size() <= mark.size() || !is_word_byte(s[mark.size()])) continue;
        const std::size_t close = s.find(mark, mark.size());
        if (close == s.npos) return {};
        return std::string(s.substr(mark.size(), close - mark.size())) + std::string(s.substr(close + mark.size()));
    }
    return {};
}

std::optional<Reading> read_plain(std::string_view s) {
    if (fold(s.substr(0, 7)) == "please ") s = trim(s.substr(7));
    if (s.empty() || s.size() > longest_command_line) return std::nullopt;
    if (const std::string asked = s.ends_with('?') ? fold(s) : std::string{}; asked == "help?" || asked == "status?")
        s.remove_suffix(1);
    const bool asks = s.ends_with('?');
    std::size_t n = 0;
    while (n < s.size() && ((s[n] >= 'a' && s[n] <= 'z') || (s[n] >= 'A' && s[n] <= 'Z'))) ++n;
    if (n < 3 || n > 12 || (n < s.size() && (is_word_byte(s[n]) || s[n] == '\'' || s[n] == '/' || s[n] == '_')))
        return std::nullopt;
    const std::string word = fold(s.substr(0, n));
    Parts p{s, trim(s.substr(n)), {}};
    // A question may be what somebody is concerned about, or an answer; else it is one: "Concerns?", "Close it?"
    const auto has_text = [&] {
        const std::size_t few = word == "concern" ? 2 : 3;  // "concern: who pays?"; "answer cost: who pays?"
        return p.rest.find(':') != p.rest.npos && words_of(p.rest, few).size() == few;
    };
    if (asks && !(has_text() && (word == "concern" || word == "answer" || word == "uphold" || word == "statement")))
        return std::nullopt;
    if (word == "concern" || word == "concerns") return read_concern(p, p.rest.starts_with(':'));
    if (word == "resolve" || word == "resolved") return read_resolve(p);
    const auto known = std::find_if(command_forms.begin(), command_forms.end(),
                                    [&](const CommandForm& form) { return form.word == word; });
    if (known == command_forms.end() && (n < 4 || words_of(s, few_words + 1).size() > few_words)) return std::nullopt;
    p.folded_rest = fold(p.rest);
    if (known != command_forms.end()) {
        auto read = read_shape(*known, p);
        if (read && depends(*known, p)) *read = asked_whether_now(*known);
        return read;
    }
    for (const CommandForm& form : command_forms) {  // "extned 3 days": nearly a command, and all else is right
        if (edit_distance(word, form.word, 1) > 1) continue;
        const auto meant = read_shape(form, p);
        const bool takes_argument =
            form.shape != Shape::nothing && form.shape != Shape::reason && form.shape != Shape::text;
        if (meant && meant->confidence != Confidence::unclear && (takes_argument || strip_marks(p.rest).empty()))
            return unclear_command(form);
    }
    return std::nullopt;
}

// "I withdraw the proposal.", "I delegate to ana@example.org": whoever says so does it. What is no command is prose.
std::optional<Reading> said_in_a_sentence(std::string_view s) {
    constexpr std::array said{"withdraw", "delegate", "extend", "uphold", "overrule"};
    auto r = read_plain(s);
    const bool whole = r && (r->confidence != Confidence::unclear || r->command == "delegate") &&
                       !r->arguments.empty() && r->arguments.front() != "vote";
    return whole && std::find(said.begin(), said.end(), r->command) != said.end() ? r : std::nullopt;
}

// "Je retire ma proposition." in the languages in which the command is no sentence.
std::optional<Reading> withdrawn_in_words(std::string_view s) {
    static const PhraseIndex<const char*> phrases{withdrawn_proposals};
    if (s.size() > longest_command_line || s.ends_with('?')) return std::nullopt;
    const std::string folded = fold(s);
    const char* const* said = phrases.longest_at_start(folded);
    if (said == nullptr) return std::nullopt;
    const std::string_view behind = trim(std::string_view(folded).substr(std::string_view(*said).size()));
    if (!behind.empty() && std::string_view(".,;:!-(").find(behind[0]) == behind.npos) return std::nullopt;
    const auto form = std::find_if(command_forms.begin(), command_forms.end(),
                                   [](const CommandForm& f) { return f.name == "withdraw"; });
    if (turn_behind(behind, false) == Turn::condition) return asked_whether_now(*form);
    Reading r = command_of(*form, "withdraw:words");
    r.confidence = Confidence::near;
    r.arguments = {"proposal"};
    r.reason = std::string(strip_marks(behind));
    if (!r.reason.empty()) r.arguments.push_back(r.reason);
    return r;
}

// "- status", "* extend 3 days": an entry of a list. What may be a thought there, "- change: fewer desks", is none.
std::optional<Reading> read_item(std::string_view s) {
    constexpr std::array sure{"help",       "status", "extend",   "hold",  "delegate",
                              "undelegate", "away",   "receipts", "digest"};
    auto r = read_plain(s);
    if (!r || r->confidence == Confidence::unclear) return std::nullopt;
    if (r->type == ReadingType::concern || r->type == ReadingType::resolve) {
        r->confidence = Confidence::unclear;
        r->reason = "When it is one, write the line without the mark before it";
        return r;
    }
    return is_one_of(r->command, sure) ? r : std::nullopt;
}

}  // namespace

std::optional<Reading> read_command(std::string_view line) {
    const std::string_view s = trim(line);
    if (const std::string plain = without_emphasis(s); !plain.empty()) return read_plain(plain);
    if (s.starts_with("- ") || s.starts_with("* ")) return read_item(trim(s.substr(2)));
    if (s.starts_with("I ") || s.starts_with("i ")) return said_in_a_sentence(trim(s.substr(2)));
    if (auto withdrawn = withdrawn_in_words(s)) return withdrawn;
    return read_plain(s);
}

}  // namespace assentd::words
