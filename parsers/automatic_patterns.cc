// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic_patterns.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/ascii.h"
#include "parsers/automatic_patterns_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"

namespace assentd {

namespace {

template <std::size_t N>
std::string_view contained(const std::array<Pattern, N>& patterns, std::string_view text) {
    const std::string small = lower(text);
    for (const auto& [name, words] : patterns)
        if (small.find(words) != std::string::npos) return name;
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
std::string_view opens_with(const std::array<Pattern, N>& patterns, std::string_view text) {
    std::size_t lines = 0;
    for (std::string_view rest = text; !rest.empty() && lines < 5;) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.empty()) continue;
        ++lines;
        for (const auto& [name, words] : patterns)
            if (begins_with(line, words)) return name;
    }
    return {};
}

}  // namespace

bool is_daemon_sender(std::string_view local_part, std::string_view display_name) {
    for (const auto known : daemon_locals)
        if (same_word(local_part, known)) return true;
    if (begins_with(local_part, "mailer-daemon") || begins_with(local_part, "microsoftexchange329e71ec88ae4615"))
        return true;
    return std::any_of(daemon_names.begin(), daemon_names.end(),
                       [&](std::string_view known) { return begins_with(display_name, known); });
}

bool is_no_reply(std::string_view local_part) {
    return std::any_of(no_reply_locals.begin(), no_reply_locals.end(), [&](std::string_view known) {
        return begins_with(local_part, known) &&
               (local_part.size() == known.size() || !is_letter(local_part[known.size()]));
    });
}

std::string_view vacation_subject(std::string_view subject) {
    subject = trimmed(subject);
    while (subject.starts_with('[') && subject.find(']') != std::string_view::npos &&
           trimmed(subject.substr(subject.find(']') + 1)).size() > 0 && !begins_with(subject, "[auto"))
        subject = trimmed(subject.substr(subject.find(']') + 1));
    if (same_word(subject, "out of office") || same_word(subject, "out of the office")) return "en";
    for (const auto& [name, words] : vacation_subjects)
        if (begins_with(subject, words)) return name;
    return {};
}

std::string_view bounce_subject(std::string_view s) {
    return contained(bounce_subjects, s);
}
std::string_view delay_subject(std::string_view s) {
    return contained(delay_subjects, s);
}
std::string_view bounce_opening(std::string_view s) {
    return opens_with(bounce_openings, s);
}
std::string_view bounce_phrase(std::string_view s) {
    return contained(bounce_phrases, s);
}
std::string_view delay_phrase(std::string_view s) {
    return contained(delay_phrases, s);
}
std::string_view robot_phrase(std::string_view text) {
    if (const auto name = opens_with(robot_phrases, text); !name.empty()) return name;
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
