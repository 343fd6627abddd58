// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic/automatic_patterns.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/ascii.h"
#include "parsers/automatic/automatic_patterns_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {

namespace {

template <std::size_t N>
std::string_view contained(const std::array<Pattern, N>& patterns, std::string_view text) {
    const std::string folded = words::fold(text);
    for (const auto& [name, phrase] : patterns)
        if (folded.find(phrase) != std::string::npos) return name;
    return {};
}

// People speak of automatic messages; a program says of itself, at the start of a sentence, that it is one.
bool begins_sentence(std::string_view s, std::size_t at) {
    while (at > 0 && s[at - 1] == ' ') --at;
    return at == 0 || std::string_view("\n.!:*>(").find(s[at - 1]) != std::string_view::npos ||
           (at >= 3 && (s.substr(at - 3, 3) == "\u3002" || s.substr(at - 3, 3) == "\u203B"));
}

// Whether one of the first lines begins so. Programs come to the point; what stands further below, or behind a quote
// mark, may be somebody quoting a program.
template <std::size_t N>
std::string_view opens_with(const std::array<Pattern, N>& patterns, std::string_view text, std::size_t most_lines) {
    std::size_t lines = 0;
    for (std::string_view rest = text; !rest.empty() && lines < most_lines;) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.empty()) continue;
        ++lines;
        for (const auto& [name, words] : patterns)
            if (begins_with(line, words)) return name;
    }
    return {};
}

template <std::size_t N>
bool begins(const std::array<Pattern, N>& patterns, std::string_view text) {
    const std::string folded = words::fold(text);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const Pattern& p) { return folded.starts_with(p.phrase); });
}

constexpr std::size_t first_few = 5;

// "Respuesta automática: ¿la necesitamos?"
bool asks(std::string_view subject) {
    return subject.ends_with('?') || subject.ends_with("\uFF1F");
}

// "Postmaster", "Mail System at mx.example.org" of some mail account, and not "Postmaster, Ann" of Ann's.
bool is_daemon_title(std::string_view known, std::string_view display_name, std::string_view local_part) {
    if (!begins_with(display_name, known)) return false;
    if (display_name.size() == known.size()) return true;
    return !is_letter(display_name[known.size()]) &&
           std::any_of(server_locals.begin(), server_locals.end(),
                       [&](std::string_view part) { return lower(local_part).find(part) != std::string::npos; });
}

}  // namespace

bool names_a_mail(std::string_view rest) {
    while (!rest.empty() && (rest.front() == ':' || is_blank(rest.front()))) rest.remove_prefix(1);
    return read_title(rest).title != rest;
}

bool is_daemon_sender(std::string_view local_part, std::string_view display_name) {
    for (const auto known : daemon_locals)
        if (same_word(local_part, known)) return true;
    if (begins_with(local_part, "mailer-daemon") || begins_with(local_part, "microsoftexchange329e71ec88ae4615"))
        return true;
    return std::any_of(daemon_names.begin(), daemon_names.end(),
                       [&](std::string_view known) { return begins_with(display_name, known); }) ||
           std::any_of(daemon_titles.begin(), daemon_titles.end(),
                       [&](std::string_view known) { return is_daemon_title(known, display_name, local_part); });
}

bool is_no_reply(std::string_view local_part) {
    return std::any_of(no_reply_locals.begin(), no_reply_locals.end(), [&](std::string_view known) {
        return begins_with(local_part, known) &&
               (local_part.size() == known.size() || !is_letter(local_part[known.size()]));
    });
}

namespace {

// Whoever answers such a mail has its subject, too, behind a "Re:".
std::string_view vacation_ending(std::string_view subject) {
    constexpr std::size_t most_names = 3;
    std::string folded = words::fold(subject);
    while (!folded.empty() && (folded.back() == '.' || folded.back() == '!')) folded.pop_back();
    const bool answers = words::fold(subject.substr(0, 3)) == "re:" || words::fold(subject.substr(0, 3)) == "aw:";
    if (answers) return {};
    for (const auto& [name, ending] : vacation_endings)
        if (folded.ends_with(ending)) return name;
    for (const auto& [name, ending] : absent_endings) {
        if (!folded.ends_with(ending)) continue;
        const auto names =
            words::words_of(std::string_view(folded).substr(0, folded.size() - ending.size()), most_names + 1);
        if (!names.empty() && names.size() <= most_names && names[0] != "who" && names[0] != "wer") return name;
    }
    return {};
}

}  // namespace

std::string_view vacation_subject(std::string_view subject, bool second_sign) {
    const std::string_view whole = trimmed(subject);
    subject = whole;
    while (subject.starts_with('[') && subject.find(']') != std::string_view::npos &&
           trimmed(subject.substr(subject.find(']') + 1)).size() > 0 && !begins_with(subject, "[auto") &&
           !begins_with(subject, "[ooo]"))
        subject = trimmed(subject.substr(subject.find(']') + 1));
    // "[D-7] Vacation: two more days" is what some programs make of an answer to it.
    const bool own_words = second_sign && subject.size() == whole.size();
    if (std::any_of(whole_vacation_subjects.begin(), whole_vacation_subjects.end(),
                    [&](std::string_view note) { return same_word(subject, note); }))
        return "en";
    for (const auto& [name, words] : vacation_subjects)
        if (begins_with(subject, words) &&
            (second_sign || !asks(subject) || names_a_mail(subject.substr(words.size()))))
            return name;
    for (const auto& [name, words] : topic_subjects)
        if (begins_with(subject, words) && (own_words || names_a_mail(subject.substr(words.size())))) return name;
    return vacation_ending(whole);
}

std::string_view bounce_subject(std::string_view s) {
    return contained(bounce_subjects, s);
}
std::string_view delay_subject(std::string_view s) {
    return contained(delay_subjects, s);
}
bool is_report_subject(std::string_view subject) {
    return begins(bounce_subjects, trimmed(subject)) || begins(delay_subjects, trimmed(subject));
}
std::string_view bounce_opening(std::string_view s, bool by_server) {
    const std::string_view name = opens_with(bounce_openings, s, by_server ? first_few : 1);
    return name.empty() && by_server ? opens_with(server_openings, s, first_few) : name;
}
std::string_view bounce_phrase(std::string_view s) {
    return contained(bounce_phrases, s);
}
std::string_view delay_phrase(std::string_view s) {
    return contained(delay_phrases, s);
}
std::string_view robot_phrase(std::string_view text) {
    if (const auto name = opens_with(robot_phrases, text, first_few); !name.empty()) return name;
    static const words::PhraseIndex<Pattern> sentences{robot_sentences};
    static const words::PhraseIndex<Pattern> requests{robot_requests};
    const std::string folded = words::fold(text);
    std::string_view request;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const std::string_view rest = std::string_view(folded).substr(at);
        for (const auto& [phrase, pattern] : sentences.may_begin(rest))
            if (rest.starts_with(phrase) && begins_sentence(folded, at)) return pattern->name;
        for (const auto& [phrase, pattern] : requests.may_begin(rest))
            if (request.empty() && rest.starts_with(phrase)) request = pattern->name;
    }
    return request;
}

bool begins_returned_mail(std::string_view line) {
    if (line.size() > 200) return false;
    const std::string small = lower(line);
    if (begins_with(small, "return-path:") || begins_with(small, "received:")) return true;
    return std::any_of(returned_mail.begin(), returned_mail.end(),
                       [&](std::string_view words) { return small.find(words) != std::string::npos; });
}

std::optional<std::size_t> behind_recipient_cue(std::string_view line) {
    constexpr std::size_t longest = 2000;
    const std::string small = lower(line.substr(0, longest));
    for (const auto cue : recipient_cues)
        if (const std::size_t at = small.find(cue); at != std::string::npos) return at + cue.size();
    return {};
}

}  // namespace assentd
