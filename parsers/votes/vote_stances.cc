// SPDX-License-Identifier: Apache-2.0
//
// stance    = bare-stance                                     all of the sentence
//           / *words own-stance *words                        nothing in it of others
//           / first-person *words stance-stem                 near each other, of one language, in either order
//           / first-person *words voting-stem *words side     the same
//           / *words ("," / ":") vote-word                      nothing behind it
//           / *any east-stance *any                           where words have no blanks between
// misgiving = *words misgiving *words / preference *7word / *words sense *words   with a denial, in either order /
// *words idea *words   with a bad adjective, or with a good one and a denial /
// *words doubting-question *words "?"
#include "parsers/votes/vote_stances.h"

#include <algorithm>
#include <vector>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_ideas_data.h"
#include "parsers/votes/tables/vote_misgivings_data.h"
#include "parsers/votes/tables/vote_misgivings_other_data.h"
#include "parsers/votes/tables/vote_negations_data.h"
#include "parsers/votes/tables/vote_own_stances_data.h"
#include "parsers/votes/tables/vote_preferences_data.h"
#include "parsers/votes/tables/vote_stances_data.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t most_words = 24;     // of a sentence that is looked at
constexpr std::size_t near = 8;            // words
constexpr std::size_t longest_east = 120;  // bytes

template <typename Predicate>
bool any_sentence(std::string_view line, Predicate fits) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = sentence_end(line, at);
        if (fits(skip_blanks(line.substr(at, end - at)))) return true;
        at = end;
    }
    return false;
}

struct Place {
    std::string_view language;
    std::size_t word;
};
void add_places(std::vector<Place>& places, const std::vector<std::string_view>& group,
                const PhraseIndex<Words>& index, bool stems) {
    for (std::size_t i = 0; i < group.size(); ++i)
        for (const auto& entry : index.may_begin(group[i]))
            if (stems ? group[i].starts_with(entry.phrase) : group[i] == entry.phrase)
                places.push_back({entry.row->language, i});
}

bool are_near(const Place& a, const Place& b) {
    return a.language == b.language && std::max(a.word, b.word) - std::min(a.word, b.word) <= near;
}

bool are_near_a_speaker(const std::vector<std::string_view>& group, const std::vector<Place>& taken) {
    static const PhraseIndex<Words> persons{first_persons, stating_persons};
    std::vector<Place> speakers;
    if (!taken.empty()) add_places(speakers, group, persons, false);
    return std::any_of(taken.begin(), taken.end(), [&](const Place& stance) {
        return std::any_of(speakers.begin(), speakers.end(), [&](const Place& who) { return are_near(who, stance); });
    });
}

bool stated_by_oneself(const std::vector<std::string_view>& group) {
    static const PhraseIndex<Words> stems{stances, opposing_stances};
    static const PhraseIndex<Words> votes{voting};
    static const PhraseIndex<Words> voted_for{sides};
    std::vector<Place> taken, casts, chosen;
    add_places(taken, group, stems, true);
    add_places(casts, group, votes, true);
    if (!casts.empty()) add_places(chosen, group, voted_for, false);
    for (const Place& vote : casts)
        if (std::any_of(chosen.begin(), chosen.end(), [&](const Place& side) { return are_near(vote, side); }))
            taken.push_back(vote);
    return are_near_a_speaker(group, taken);
}

bool speaks_of_others(std::string_view s) {
    static const PhraseIndex<const char*> others{others_stances};
    return others.any_within(s, s.size(), [&](std::size_t at, std::string_view phrase) {
        const bool must = phrase == "need" && starts_with_phrase(skip_blanks(s.substr(at + phrase.size())), "to");
        return !must;  // "I need to object"
    });
}

// "As discussed in the meeting: yes."
bool ends_with_a_vote(std::string_view s) {
    const std::size_t mark = without_end_marks(s).find_last_of(",:");
    if (mark == s.npos) return false;
    const auto vote = lone_vote(skip_blanks(s.substr(mark + 1)));
    return vote && vote->is_word;
}

bool is_stance(std::string_view s) {
    static const PhraseIndex<const char*> bare{bare_stances};
    static const PhraseIndex<const char*> own{own_stances};
    static const PhraseIndex<const char*> east{east_stances};
    if (trim(s).ends_with('?')) return false;
    if (const auto* whole = bare.longest_at_start(s))
        if (without_end_marks(s).size() == phrase_of(*whole).size()) return true;
    const auto group = words_of(s, most_words + 1);
    if (group.empty() || group.size() > most_words || speaks_of_others(s)) return false;
    if (s.size() <= longest_east && east.any_within(s)) return true;
    return own.any_within(s) || ends_with_a_vote(s) || stated_by_oneself(group);
}

bool is_opposed(std::string_view s) {
    static const PhraseIndex<Words> stems{opposing_stances};
    const auto group = words_of(s, most_words + 1);
    if (group.empty() || group.size() > most_words || trim(s).ends_with('?') || speaks_of_others(s)) return false;
    std::vector<Place> taken;
    add_places(taken, group, stems, true);
    return are_near_a_speaker(group, taken) && !holds_negation(s);
}

// "Rather next year.", "I don't see the benefit."
bool sees_no_sense(std::string_view s) {
    constexpr std::size_t short_sentence = 8;  // words
    static const PhraseIndex<const char*> rather{preferences};
    static const PhraseIndex<const char*> other{instead_words, useless_words};
    static const PhraseIndex<const char*> years{later_years};
    static const PhraseIndex<const char*> senses{sense_stems};
    static const PhraseIndex<const char*> none{no_such, nothing};
    const auto group = words_of(s, most_words + 1);
    if (group.size() > most_words) return false;
    if (other.any_within(s)) return true;
    const bool brief = group.size() <= short_sentence;
    if (brief && (rather.longest_at_start(s) || (group.size() <= short_sentence / 2 && years.any_within(s))))
        return true;
    return senses.any_within(s) && brief && (holds_negation(s) || none.any_within(s));
}

// "Это плохая идея.", "Bence kötü bir fikir.", "The plan is bad."; not "The bad weather plan"
bool calls_bad(std::string_view s) {
    const auto group = words_of(s);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!is_one_of(group[i], bad_adjectives)) continue;
        const std::size_t next = i + 1 < group.size() && group[i + 1] == "bir" ? i + 2 : i + 1;
        if (next >= group.size() || is_one_of(group[next], ideas)) return true;
    }
    return false;
}

// "Ich finde, das ist keine gute Idee.", "Это плохая идея."
bool finds_the_idea_bad(std::string_view s) {
    constexpr std::size_t most = 12;  // words
    static const PhraseIndex<const char*> judged{ideas};
    static const PhraseIndex<const char*> good{good_adjectives};
    static const PhraseIndex<const char*> none{no_such, nothing, no_ideas};
    if (words_of(s, most + 1).size() > most || !judged.any_within(s)) return false;
    if (any_phrase_starts(s, waiting) && s.find(',') == s.npos) return false;
    const bool denied = holds_negation(s) || none.any_within(s);
    return denied ? good.any_within(s) : calls_bad(s);
}

// "No tengo dudas."
bool denied_right_before(std::string_view before) {
    constexpr std::array denying{"no",  "non",   "não",  "nie",  "ne",   "не",
                                 "not", "nicht", "niet", "inte", "ikke", "pas"};
    const auto group = words_of(before);
    return !group.empty() && before.ends_with(' ') && before.size() > group.back().size() &&
           group.back().data() + group.back().size() + 1 == before.data() + before.size() &&
           is_one_of(group.back(), denying);
}

bool is_refused(std::string_view s) {
    static const PhraseIndex<const char*> refused{
        english_misgivings,    german_misgivings,           french_misgivings,   dutch_misgivings,
        swedish_misgivings,    danish_norwegian_misgivings, spanish_misgivings,  italian_misgivings,
        portuguese_misgivings, polish_misgivings,           czech_misgivings,    russian_misgivings,
        turkish_misgivings,    chinese_misgivings,          japanese_misgivings, unaffordable};
    static const PhraseIndex<const char*> doubted{doubting_words};
    static const PhraseIndex<const char*> excusing{no_misgivings};
    const auto meant = [&](std::size_t at, std::string_view) {
        return !excusing.any_within(s, at, [&](std::size_t from, std::string_view phrase) {
            return from <= at && at < from + phrase.size();
        });
    };
    return refused.any_within(s, s.size(), meant) ||
           doubted.any_within(s, s.size(), [&](std::size_t at, std::string_view phrase) {
               return meant(at, phrase) && !denied_right_before(s.substr(0, at));
           });
}

bool is_misgiving(std::string_view s) {
    static const PhraseIndex<const char*> doubting{doubting_questions, senseless_questions};
    if (trim(s).ends_with('?')) return doubting.any_within(s);
    return sees_no_sense(s) || finds_the_idea_bad(s) || is_refused(s);
}

}  // namespace

bool takes_a_stance(std::string_view line) {
    return any_sentence(line, is_stance);
}

bool opposes(std::string_view line) {
    return any_sentence(line, is_opposed);
}

bool has_a_misgiving(std::string_view line) {
    return any_sentence(line, is_misgiving);
}

bool is_of_a_side_thing(std::string_view s, std::string_view subject) {
    auto group = words_of(s, 2);
    if (group.size() == 2 && is_one_of(group[0], articles)) group.erase(group.begin());
    const auto is_it = [&](std::string_view thing) {
        return needs_no_boundary(thing) ? s.starts_with(thing) : group[0] == thing;
    };
    const auto found =
        group.empty() ? side_things.end() : std::find_if(side_things.begin(), side_things.end(), is_it);
    return found != side_things.end() && find_phrase(subject, *found) == subject.npos;
}

bool has_a_misgiving_about_it(std::string_view line, std::string_view subject) {
    return any_sentence(line, [&](std::string_view s) { return is_misgiving(s) && !is_of_a_side_thing(s, subject); });
}

bool refuses_in_own_words(std::string_view line) {
    return any_sentence(line, is_refused);
}

}  // namespace assentd::words
