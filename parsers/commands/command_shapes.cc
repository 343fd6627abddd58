// SPDX-License-Identifier: Apache-2.0
#include "parsers/commands/command_shapes.h"

#include <algorithm>
#include <array>

#include "parsers/commands/command_times.h"
#include "parsers/fold.h"

namespace assentd::words {
namespace {

constexpr std::size_t few_words = 4;

std::optional<Reading> read_nothing(const CommandForm& form, const Parts& p) {
    const std::string_view rest = strip_marks(p.rest);
    const std::string word = fold(rest);
    if (p.rest.starts_with(':') && rest.empty()) return std::nullopt;  // "Status:" heads what stands below it
    if (rest.empty() || word == "please" || word == "me" || word == "me please") return command_of(form);
    if (form.name == "help" || form.name == "status") {
        const std::string folded = fold(rest);
        if (folded.starts_with("d-") && words_of(folded, 2).size() == 1) {
            Reading r = command_of(form);
            r.arguments.emplace_back(rest);
            return r;
        }
    }
    return std::nullopt;
}

// "withdraw [my / the / this] vote / ballot / proposal [reason]": the first argument says which; a colon may stand
// before it.
std::optional<Reading> read_withdrawn_object(const Reading& command, std::string_view said) {
    if (said.starts_with(':')) said = trim(said.substr(1));
    const std::string folded = fold(said);
    for (const std::string_view object : {"votes", "vote", "ballot", "ranking", "scores", "answer", "proposal"})
        for (const std::string_view article : {"", "my ", "the ", "this "}) {
            const std::string phrase = std::string(article) + std::string(object);
            if (!starts_with_phrase(folded, phrase)) continue;
            Reading r = command;
            r.arguments.emplace_back(object == "proposal" ? "proposal" : "vote");
            r.reason = std::string(strip_marks(said.substr(std::min(phrase.size(), said.size()))));
            if (!r.reason.empty()) r.arguments.push_back(r.reason);
            return r;
        }
    return std::nullopt;
}

// "nobody uses it" of "retire it: nobody uses it"; nothing of "keep it, please" and "now"; all of "it simple".
std::string_view without_object(std::string_view said) {
    for (std::string_view word : {"it", "this", "that", "now", "please"}) {
        if (!starts_with_phrase(fold(said.substr(0, word.size() + 1)), word)) continue;
        const std::string_view rest = trim(said.substr(word.size()));
        const std::string next = fold(rest.substr(0, 8));
        const bool ends = rest.empty() || std::string_view(".!:,-;").find(rest[0]) != rest.npos;
        if (ends || next.starts_with("because") || next.starts_with("now") || next.starts_with("please"))
            said = strip_marks(rest);
    }
    return said;
}

std::optional<Reading> read_reason(const CommandForm& form, const Parts& p) {
    Reading r = command_of(form);
    if (strip_marks(p.rest).empty()) return r;
    const bool divided = std::string_view(":,-;(").find(p.rest[0]) != std::string_view::npos;
    const auto group = words_of(p.folded_rest, few_words + 1);
    if (form.name == "settle") {
        if (group.size() > 1 && !divided) return std::nullopt;
        r.arguments.emplace_back(strip_marks(p.rest));
        return r;
    }
    constexpr std::array holds{"hold", "the hold", "my hold", "it"};
    const bool object = is_one_of(fold(strip_marks(p.rest)), holds);
    if (form.name == "release" && object) return r;
    if (form.name == "withdraw")
        if (auto withdrawn = read_withdrawn_object(r, p.rest)) return withdrawn;
    const bool spoken = !p.folded_rest.starts_with("th") && without_object(p.rest).size() < p.rest.size();
    if (!divided && !spoken && !starts_with_phrase(p.folded_rest, "because")) {
        if (group.size() == 1 && p.folded_rest.starts_with("d-")) {
            r.scope = std::string(strip_marks(p.rest));
            return r;
        }
        return std::nullopt;
    }
    r.reason = std::string(without_object(strip_marks(p.rest)));
    if (!r.reason.empty()) r.arguments.push_back(r.reason);
    return r;
}

// "Ben until 20 December": which address that is only the roster can say. The name and the time are kept.
Reading read_delegate_by_name(const CommandForm& form, std::string_view rest) {
    Reading r = unclear_command(form);
    const std::string folded = fold(rest);
    const std::size_t time = folded.size() == rest.size() ? folded.find(" until ") : folded.npos;
    r.arguments.emplace_back(strip_marks(rest.substr(0, time)));
    if (time != folded.npos) r.arguments.push_back("until " + std::string(strip_marks(rest.substr(time + 7))));
    return r;
}

std::optional<Reading> read_delegate(const CommandForm& form, const Parts& p) {
    std::string_view rest = strip_marks(p.rest);
    std::string folded = fold(rest);
    const bool says_to = folded.starts_with("to ") && folded.size() == rest.size();
    if (says_to) rest = trim(rest.substr(3));
    const std::size_t at = rest.find('@');
    if (at == std::string_view::npos) {
        constexpr std::size_t words_of_a_time = 6;
        const Reading named = read_delegate_by_name(form, rest);
        const bool timed = says_to && named.arguments.size() > 1 &&
                           words_of(named.arguments[0], few_words).size() < few_words &&
                           words_of(named.arguments[1], words_of_a_time + 1).size() <= words_of_a_time;
        if (!timed && words_of(rest, few_words + 1).size() > few_words) return std::nullopt;
        return says_to ? named : unclear_command(form);
    }
    const std::size_t end = std::min(rest.find_first_of(" >,;", at), rest.size());
    std::size_t begin = rest.rfind(' ', at);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    std::string_view address = rest.substr(begin, end - begin);
    while (!address.empty() && (address.front() == '<' || address.front() == '(')) address.remove_prefix(1);
    Reading r = command_of(form);
    r.arguments.emplace_back(strip_marks(address));
    std::string_view tail =
        strip_marks(rest.substr(std::min(end + (end < rest.size() && rest[end] == '>' ? 1u : 0u), rest.size())));
    const std::string tail_folded = fold(tail);
    if (starts_with_phrase(tail_folded, "for")) {
        r.scope = std::string(strip_marks(tail.substr(3)));
        r.arguments.push_back("for " + r.scope);
    } else if (starts_with_phrase(tail_folded, "until")) {
        r.arguments.push_back("until " + std::string(strip_marks(tail.substr(5))));
    } else if (!tail.empty()) {
        return unclear_command(form);
    }
    return r;
}

template <std::size_t N>
std::optional<Reading> read_choice(const CommandForm& form, const Parts& p,
                                   const std::array<const char*, N>& choices) {
    const std::string rest = fold(strip_marks(p.rest));
    if (is_one_of(rest, choices)) {
        Reading r = command_of(form);
        r.arguments.push_back(rest);
        return r;
    }
    return words_of(rest, 4).size() <= 2 ? std::optional(unclear_command(form)) : std::nullopt;
}

struct Named {
    std::string name;       // folded; empty when there is none
    std::string_view rest;  // behind it and its colon, trimmed
    bool colon = false;
};
// "cost: the budget was raised"
Named name_at_start(std::string_view s) {
    const std::string_view name = name_in(s);
    std::string_view rest = trim(behind(s, name));
    const bool colon = rest.starts_with(':');
    if (colon) rest = trim(rest.substr(1));
    Named named{fold(name), rest, colon};
    if (!is_concern_name(named.name)) named.name.clear();
    return named;
}

Reading about_concern(const CommandForm& form, const Named& named) {
    Reading r = command_of(form);
    r.concern = named.name;
    r.arguments = {named.name};
    r.reason = std::string(named.rest);
    return r;
}

// "uphold cost", "uphold cost: reason"
std::optional<Reading> read_name_only(const CommandForm& form, const Parts& p) {
    const Named named = name_at_start(p.rest.starts_with(':') ? trim(p.rest.substr(1)) : p.rest);
    const bool divided = named.colon || named.rest.starts_with('-') || named.rest.starts_with(',');
    if (named.name.empty())
        return words_of(p.rest, 3).size() <= 1 ? std::optional(unclear_command(form)) : std::nullopt;
    if (!divided && !strip_marks(named.rest).empty()) return std::nullopt;
    Reading r = about_concern(form, named);
    r.reason = std::string(strip_marks(named.rest));
    return r;
}

// "answer cost: text"; "answer: cost text" is no answer, for its name is not told from its text.
std::optional<Reading> read_name_text(const CommandForm& form, const Parts& p) {
    const bool colon_first = p.rest.starts_with(':');
    const Named named = name_at_start(colon_first ? trim(p.rest.substr(1)) : p.rest);
    if (named.colon && !named.name.empty()) return about_concern(form, named);
    const bool short_one = words_of(p.rest, few_words).size() < few_words;
    return colon_first || short_one ? std::optional(unclear_command(form)) : std::nullopt;
}

// "statement: text"
std::optional<Reading> read_statement(const CommandForm& form, const Parts& p) {
    if (!p.rest.starts_with(':')) return p.rest.empty() ? std::optional(unclear_command(form)) : std::nullopt;
    Reading r = command_of(form);
    r.reason = std::string(trim(p.rest.substr(1)));
    return r;
}

// "A, B and C" before a colon; nothing where a reason has begun already.
std::optional<std::size_t> end_of_choice(std::string_view s) {
    const std::size_t colon = s.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string before = fold(s.substr(0, colon));
    const bool reasons = before.find('(') != std::string::npos || before.find(" - ") != std::string::npos ||
                         find_phrase(before, "because") != std::string::npos;
    return reasons ? std::nullopt : std::optional(colon);
}

// "decide yes: reason", "decide: A and C: reason", "decide: option B, because …", "decide B"
std::optional<Reading> read_decision(const CommandForm& form, const Parts& p) {
    const bool colon = p.rest.starts_with(':');
    const std::string_view rest = trim(colon ? p.rest.substr(1) : p.rest);
    if (rest.empty()) return unclear_command(form);
    Reading r = command_of(form);
    if (const auto end = end_of_choice(rest)) {
        r.arguments = {std::string(strip_marks(rest.substr(0, *end)))};
        r.reason = std::string(strip_marks(rest.substr(*end + 1)));
    } else {
        split_reason(rest, r);
        r.arguments.resize(1);
    }
    const std::string value = fold(r.arguments.front());
    const auto group = words_of(value, few_words);
    if (group.empty()) return unclear_command(form);
    constexpr std::array prose{"to", "on", "if", "whether", "that", "when", "what", "about", "for", "by", "together"};
    if (!colon && (is_one_of(group[0], prose) || group.size() >= few_words))
        return std::nullopt;  // "decide on Friday what to do"
    if (value == "yes" || value == "no") r.arguments.front() = value;
    return r;
}

}  // namespace

Reading command_of(const CommandForm& form, std::string_view rule) {
    Reading r;
    r.type = ReadingType::command;
    r.command = form.name;
    r.rule = "command:" + std::string(rule.empty() ? form.name : rule);
    return r;
}

Reading unclear_command(const CommandForm& form) {
    Reading r = command_of(form, "near-miss");
    r.confidence = Confidence::unclear;
    r.reason = "Write it as: " + std::string(form.usage);
    return r;
}

std::string_view strip_marks(std::string_view s) {
    constexpr std::string_view marks = " .!:,-;";
    s = trim(s);
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && (s.back() == '.' || s.back() == '!' || s.back() == ' ')) s.remove_suffix(1);
    return trim(s);
}

// The name of a concern: letters, digits, "-" and "_"; never a word that only begins a sentence.
bool is_concern_name(std::string_view folded) {
    constexpr std::array no_names{"the",   "this", "that",  "i",    "we",  "it",  "my", "our",
                                  "a",     "an",   "there", "what", "how", "why", "is", "are",
                                  "about", "your", "with",  "in",   "if",  "not", "no"};
    return !folded.empty() && folded.size() <= 40 && !is_one_of(folded, no_names);
}

std::optional<Reading> read_shape(const CommandForm& form, const Parts& p) {
    switch (form.shape) {
        case Shape::nothing:
            return read_nothing(form, p);
        case Shape::reason:
            return read_reason(form, p);
        case Shape::duration:
            return read_duration(form, p);
        case Shape::delegate:
            return read_delegate(form, p);
        case Shape::instant:
            return read_instant(form, p);
        case Shape::receipts:
            return read_choice(form, p, std::array{"on", "off", "errors", "errors only", "all"});
        case Shape::digest:
            return read_choice(form, p, std::array{"daily", "weekly", "off", "on", "none"});
        case Shape::text: {
            const std::string_view rest = trim(p.rest);
            if (!strip_marks(rest).empty() && !rest.starts_with(':')) return std::nullopt;
            Reading r = command_of(form);
            if (!strip_marks(rest).empty()) r.reason = std::string(trim(rest.substr(1)));
            return r;
        }
        case Shape::name_only:
            return read_name_only(form, p);
        case Shape::name_text:
            return read_name_text(form, p);
        case Shape::statement:
            return read_statement(form, p);
        case Shape::choice:
            return read_decision(form, p);
        case Shape::name_reason: {
            const std::string_view concern = name_in(p.rest);
            const std::string_view reason = behind(p.rest, concern);
            // Without a reason it is refused by who knows the concern; the reason may also stand below.
            if (words_of(reason, 1).empty() && !is_concern_name(fold(concern))) return unclear_command(form);
            Reading r = command_of(form);
            r.concern = fold(concern);
            r.reason = std::string(strip_marks(reason));
            r.arguments = {std::string(concern)};
            if (!r.reason.empty()) r.arguments.push_back(r.reason);
            return r;
        }
    }
    return std::nullopt;
}

}  // namespace assentd::words
