// SPDX-License-Identifier: Apache-2.0
//
// Vacation notes without any mark. A person who writes that they are away also answers something; a note says two
// things to everybody: that its writer is away, and what to do about it. Both must stand in its first lines, and
// nothing about the decision.
#include <algorithm>
#include <array>
#include <string>

#include "parsers/automatic/automatic_patterns.h"
#include "parsers/automatic/vacation_absences_data.h"
#include "parsers/automatic/vacation_notices_data.h"
#include "parsers/automatic/vacation_speakers_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"

namespace assentd {

namespace {

using words::NotePhrase;

// "i'm currently travelling" -> "i'm travelling"
std::string without_times(std::string_view folded) {
    static const words::PhraseIndex<const char*> index{words::passing_times};
    if (!index.any_within(folded)) return std::string(folded);
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        const bool inside = at > 0 && words::is_word_byte(folded[at - 1]);
        const char* const* time = inside ? nullptr : index.longest_at_start(folded.substr(at));
        if (!time) {
            out += folded[at++];
            continue;
        }
        at += std::string_view(*time).size();
        if (at < folded.size() && folded[at] == ' ') ++at;
    }
    return out;
}

// What stands before it in its sentence; "12. März" is no end of one.
std::string_view before_in_sentence(std::string_view text, std::size_t at) {
    std::size_t mark = at == 0 ? text.npos : text.find_last_of(".!?,", at - 1);
    while (mark != text.npos && mark > 0 && words::is_digit(text[mark - 1]))
        mark = text.find_last_of(".!?,", mark - 1);
    const std::size_t begin = mark == text.npos ? 0 : mark + 1;
    return text.substr(begin, at - begin);
}

// Languages in which a note names its writer; the others may leave the person to the verb.
constexpr std::array named{"en", "de", "fr", "nl", "sv", "da", "nb", "ru"};
constexpr std::array first_person{"i",   "i'm", "i'll",  "ich",  "je",       "j'ai", "ik",  "jag",
                                  "jeg", "me",  "meine", "mein", "mijn",     "mitt", "mit", "mon",
                                  "my",  "our", "я",     "меня", "нахожусь", "буду"};

// "People on vacation get no mail", "Tom está de baja" are about others: where a language names the writer, they must
// be, or the sentence begin with the phrase, or with a date.
bool about_the_writer(std::string_view text, std::size_t at, const NotePhrase& phrase) {
    const std::string_view before = before_in_sentence(text, at);
    const auto stands = [&](std::string_view w) { return words::find_phrase(before, w) != before.npos; };
    if (std::any_of(words::other_people.begin(), words::other_people.end(),
                    [&](const NotePhrase& p) { return p.language == phrase.language && stands(p.phrase); }))
        return false;
    if (std::find(named.begin(), named.end(), phrase.language) == named.end()) return true;
    const bool date = phrase.language == "ru" && std::any_of(before.begin(), before.end(), words::is_digit);
    return date || words::words_of(before, 1).empty() ||
           std::any_of(first_person.begin(), first_person.end(), stands);
}

// "As of May I have left Example Ltd.": the sentence ends with a company.
std::string_view leaves_a_company(std::string_view text) {
    constexpr std::size_t most_words = 4;
    for (const std::string_view phrase : words::leaving) {
        const std::size_t at = words::find_phrase(text, phrase);
        if (at == text.npos) continue;
        const std::string_view what = text.substr(at + phrase.size());
        const auto group = words::words_of(what.substr(0, what.find_first_of(".,!\n")), most_words + 1);
        if (!group.empty() && group.size() <= most_words && group[0] != "the" &&
            words::is_one_of(group.back(), words::legal_forms))
            return phrase;
    }
    return {};
}

std::string_view absence_in(std::string_view folded) {
    constexpr std::size_t opening = 200;  // a note begins with what it is about
    if (folded.find('?') != folded.npos) return {};
    const std::string text = without_times(folded.substr(0, opening));
    static const words::PhraseIndex<NotePhrase> index{words::away_phrases};
    std::string_view absence;
    index.any_within(text, text.size(), [&](std::size_t at, const NotePhrase& p) {
        if (about_the_writer(text, at, p)) absence = p.phrase;
        return !absence.empty();
    });
    return absence.empty() ? leaves_a_company(text) : absence;
}

}  // namespace

bool says_away(std::string_view first_lines) {
    return !absence_in(words::fold(first_lines)).empty();
}

bool speaks_of_decision(std::string_view first_lines) {
    static const words::PhraseIndex<const char*> index{words::decision_phrases};
    return index.any_within(words::fold(first_lines));
}

std::string_view vacation_text(std::string_view first_lines) {
    const std::string text = words::fold(first_lines);
    const std::string_view absence = absence_in(text);
    static const words::PhraseIndex<NotePhrase> index{words::note_phrases};
    return !absence.empty() && index.any_within(without_times(text)) && !speaks_of_decision(text)
               ? absence
               : std::string_view{};
}

}  // namespace assentd
