// SPDX-License-Identifier: Apache-2.0
//
// line      = [head ":"] *sentence                       "PS: I meant -1", "As I said: only up to 80"
// otherwise = *opening (another value / negation) / *words ("," / ":") another value / no link *few
// not-yet   = *words not-counted *words / holding-word mark / forgetting-word mark / draft-word *few
// limit     = limiting-start *words / *words limiting-word *words / demand     beside an agreement, in a short mail
// refusal   = a misgiving, a concern or a refusal                              the same: parsers/votes/vote_stances,
// _wishes
#include "parsers/votes/vote_afterthoughts.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_afterthoughts_data.h"
#include "parsers/votes/tables/vote_conclusions_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_limits_data.h"
#include "parsers/votes/tables/vote_negations_data.h"
#include "parsers/votes/tables/vote_not_counted_data.h"
#include "parsers/votes/tables/vote_reservations_data.h"
#include "parsers/votes/tables/vote_stances_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_limits.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_stances.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_taken_back.h"
#include "parsers/votes/vote_values.h"
#include "parsers/votes/vote_wishes.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_line = 400;  // bytes
constexpr std::size_t most_lines = 40;     // below a vote
constexpr std::size_t brief_mail = 40;     // words: in longer ones a misgiving is weighed against something
constexpr std::size_t short_sentence = 12;
constexpr std::size_t few_words = 5;
constexpr std::size_t most_openings = 4;

std::string_view without_marks(std::string_view s) {
    while (!s.empty() && std::string_view(" ,.!:;*_\"'`()").find(s.front()) != s.npos) s.remove_prefix(1);
    return s.starts_with("- ") ? without_marks(s.substr(1)) : s;
}

bool is_east(std::string_view s) {
    return !s.empty() && needs_no_boundary(s);
}

bool has_at_most(std::string_view s, std::size_t words) {
    return is_east(s) ? s.size() <= words * 9 : words_of(s, words + 1).size() <= words;
}

// Without "Hmm, ", "Sorry, ", "then again, maybe": each taken off gives another text that may be the answer.
template <typename Fits>
bool any_without_openings(std::string_view s, Fits fits) {
    static const PhraseIndex<const char*> openings{interjections, correcting_words, conclusive_words};
    s = without_marks(s);
    for (std::size_t n = 0; n < most_openings && !s.empty(); ++n) {
        const char* const* opening = openings.longest_at_start(s);
        if (!opening) return false;
        s = without_marks(s.substr(phrase_of(*opening).size()));
        if (fits(s)) return true;
    }
    return false;
}

bool is_another(std::string_view s, Position position) {
    const auto vote = lone_vote(s);
    return vote && vote->position != position;
}

// "No to the supplier"
bool refuses_one_thing(std::string_view s) {
    const auto value = value_at(s, {});
    if (!value || value->sign || value->position != Position::disagree || !is_yes_or_no(s.substr(0, value->size)))
        return false;
    const std::string_view rest = skip_blanks(s.substr(value->size));
    const auto link = words_of(rest, 1);
    return !link.empty() && rest.starts_with(link[0]) && is_one_of(link[0], refused_links) &&
           has_at_most(rest, few_words);
}

// "Förlåt, jag menade nej", "Pardon, hayır demek istedim"
bool means_another(std::string_view s, Position position) {
    static const PhraseIndex<const char*> meaning{meaning_words};
    return meaning.any_within(s, s.size(), [&](std::size_t at, std::string_view phrase) {
        const std::string_view before = s.substr(0, at);
        const std::size_t comma = before.rfind(',');
        return is_another(without_marks(s.substr(at + phrase.size())), position) ||
               is_another(trim(comma == before.npos ? before : before.substr(comma + 1)), position);
    });
}

// "On reflection, no.", "I meant -1", "Oder doch nicht."
bool says_otherwise(std::string_view sentence, Position position) {
    if (!has_at_most(sentence, short_sentence)) return false;
    const std::string_view s = without_end_marks(sentence);
    const std::size_t mark = s.find_last_of(",:");
    if (mark != s.npos && is_another(skip_blanks(s.substr(mark + 1)), position)) return true;
    if (position == Position::agree && refuses_one_thing(s)) return true;
    return means_another(s, position) || any_without_openings(s, [&](std::string_view rest) {
               return is_another(rest, position) || is_negation(rest);
           });
}

// "Wait, I have to …", "Forget it.", but not "Wait for me at the entrance"
template <typename Table>
bool pauses_behind(std::string_view s, const Table& table) {
    return !s.empty() && std::any_of(table.begin(), table.end(), [&](const char* row) {
        if (row[0] != s[0]) return false;
        const std::string_view word = row;
        if (!starts_with_phrase(s, word)) return false;
        const std::string_view rest = skip_blanks(s.substr(word.size()));
        return rest.empty() || std::string_view(",.!-;:").find(rest[0]) != rest.npos || rest.starts_with("\u3002");
    });
}

// "But I would like to hear Tom first."
bool comes_second(std::string_view s) {
    static const PhraseIndex<Words> persons{first_persons, stating_persons};
    const auto group = words_of(s, short_sentence + 1);
    if (group.size() > short_sentence || group.size() < few_words || !is_one_of(group.back(), first_words))
        return false;
    return persons.any_within(s);
}

// "Ben (for Tom)"
bool signs_for_another(std::string_view s) {
    const std::size_t open = s.find('(');
    if (open == s.npos || open == 0 || !has_at_most(s, few_words)) return false;
    return any_phrase_starts(s.substr(open + 1), signing_for);
}

// "Please don't count this yet.", "Wait, I have to check something first.", "Draft - do not send"
bool is_not_yet_meant(std::string_view s) {
    static const PhraseIndex<const char*> anywhere{not_counted};
    const auto holds = [](std::string_view rest) {
        return pauses_behind(rest, holding_words) || pauses_behind(rest, forgetting_words) ||
               (has_at_most(rest, few_words) && pauses_behind(rest, draft_words));
    };
    return anywhere.any_within(s) || holds(without_marks(s)) || any_without_openings(s, holds) || comes_second(s) ||
           signs_for_another(s);
}

bool starts_with_limit(std::string_view s) {
    static const PhraseIndex<const char*> limits{limiting_starts};
    constexpr std::size_t number_within = 16;  // bytes
    const char* const* limit = limits.longest_at_start(s);
    if (!limit) return false;
    const std::string_view phrase = phrase_of(*limit);
    const std::string_view behind = s.substr(phrase.size(), number_within);
    return !is_one_of(phrase, numbered_limits) || std::any_of(behind.begin(), behind.end(), is_digit);
}

// "It has to be encrypted first.", "Tom has to agree, too."
bool demands(std::string_view s) {
    static const PhraseIndex<const char*> starts{demanding_starts};
    static const PhraseIndex<const char*> needs{demanding_words};
    static const PhraseIndex<const char*> deeds{demanded_deeds};
    constexpr std::array writers{"we",  "i",   "wir", "ich",   "nous", "je", "vi",
                                 "jag", "jeg", "wij", "we'll", "мы",   "я"};
    const auto first = words_of(s, 1);
    if (first.empty() || is_one_of(first[0], writers) || deeds.any_within(s)) return false;
    if (starts.longest_at_start(s)) return true;
    return needs.any_within(s) && std::any_of(agreeing_stems.begin(), agreeing_stems.end(),
                                              [&](std::string_view stem) { return s.find(stem) != s.npos; });
}

bool is_limit(std::string_view sentence) {
    static const PhraseIndex<const char*> anywhere{limiting_words};
    static const PhraseIndex<Words> buts{but_words};
    if (!has_at_most(sentence, short_sentence)) return false;
    std::string_view s = without_marks(sentence);
    if (const Words* but = buts.longest_at_start(s)) s = without_marks(s.substr(but->phrase.size()));
    if (has_at_most(s, few_words - 1) && is_limited(s)) return true;  // "Ohne die Stühle."
    return starts_with_limit(s) || anywhere.any_within(s) || demands(s);
}

// "The rent is too high now": not of the proposal, as far as the subject tells.
bool is_of_a_thing(std::string_view s, std::string_view subject) {
    constexpr std::array nouns{"price", "cost",  "costs", "proposal", "idea", "plan",
                               "risk",  "risks", "offer", "second",   "first"};
    const auto group = words_of(s, 2);
    return group.size() == 2 && group[0] == "the" && !is_one_of(group[1], nouns) &&
           find_phrase(subject, group[1]) == subject.npos;
}

bool misgives(std::string_view s, std::string_view subject) {
    static const PhraseIndex<const char*> others{about_another_thing};
    if (others.any_within(s) || is_of_a_thing(s, subject)) return false;
    return has_a_misgiving_about_it(s, subject) || has_other_thoughts(s) || says_a_concern(s) || says_a_refusal(s) ||
           opposes(s);
}

// The line of a signature: "M: +1 555 0123 | T: -1"
bool shows_contact(std::string_view line) {
    constexpr std::ptrdiff_t most_figures = 5;
    return line.find('|') != line.npos || line.find('@') != line.npos || line.find("://") != line.npos ||
           std::count_if(line.begin(), line.end(), is_digit) > most_figures;
}

struct Against {
    Position position;
    bool brief;           // the mail is
    std::string subject;  // of the mail, as a reading copy
};

bool speaks_against(std::string_view s, const Against& vote) {
    if (s.ends_with('?') || trim(s).empty()) return false;
    if (says_otherwise(s, vote.position) || is_not_yet_meant(s)) return true;
    return vote.position == Position::agree && vote.brief && (is_limit(s) || misgives(s, vote.subject));
}

// Also what stands behind the colon of a short head: "PS: as I said: only up to 80."
bool sentence_speaks_against(std::string_view s, const Against& vote) {
    constexpr std::size_t most_heads = 3;
    for (std::size_t heads = 0; heads < most_heads; ++heads) {
        if (speaks_against(s, vote)) return true;
        const std::size_t colon = s.find(':');
        if (colon == s.npos || !has_at_most(s.substr(0, colon), few_words)) return false;
        s = skip_blanks(s.substr(colon + 1));
    }
    return false;
}

bool line_speaks_against(std::string_view line, const Against& vote) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = sentence_end(line, at);
        if (sentence_speaks_against(skip_blanks(line.substr(at, end - at)), vote)) return true;
        at = end;
    }
    return false;
}

}  // namespace

void doubt_by_afterthoughts(std::vector<Reading>& readings, std::string_view text,
                            const std::vector<std::string_view>& lines, const std::vector<bool>& own,
                            std::string_view subject) {
    const auto vote = std::find_if(readings.begin(), readings.end(), [](const Reading& r) {
        return r.type == ReadingType::vote && r.position && r.confidence != Confidence::unclear && r.scope.empty();
    });
    if (vote == readings.end()) return;
    const Against against{*vote->position, has_at_most(text, brief_mail), fold(subject.substr(0, longest_line))};
    const auto is_passed_by = [&](std::size_t at) {  // "mejor no" yields to the vote, and may take it back
        return std::any_of(readings.begin(), readings.end(), [&](const Reading& r) {
            return r.offset <= at && at < r.end && r.rule.ends_with(":in-passing") && r.position != vote->position;
        });
    };
    std::size_t tried = 0;
    for (std::size_t i = 0; i < lines.size() && tried < most_lines; ++i) {
        const auto at = static_cast<std::size_t>(lines[i].data() - text.data());
        if (at < vote->end || is_blank(lines[i]) || lines[i].size() > longest_line) continue;
        if (!own[i] && !is_passed_by(at)) continue;
        ++tried;
        if (shows_contact(lines[i])) continue;
        if (!line_speaks_against(fold(trim(lines[i])), against)) continue;
        for (Reading& r : readings)
            if (r.type == ReadingType::vote && r.scope.empty() && r.confidence != Confidence::unclear)
                leave_unclear(r, ":taken-back", {});
        return;
    }
}

}  // namespace assentd::words
