// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "config/when.h"
#include "daemon/head_values.h"
#include "daemon/planning.h"
#include "daemon/proof.h"
#include "daemon/resolver.h"
#include "decision/choice.h"
#include "decision/text.h"
#include "parsers/commands/command_lines.h"
#include "parsers/fold.h"
#include "parsers/votes/vote_line.h"

namespace assentd {

namespace {

constexpr std::size_t longest_word = 40;
constexpr std::size_t longest_option = 200;

struct OwnLetter {
    std::string letter;
    std::size_t size = 0;  // of all that stands before the option's text
};

// "B" of "B: Red", "B) Red", "Option B: Red", "**B**: Red"; `loose`: of "B - Red" and "B = Red", too, which may be a
// name with a dash in it where the others have no letters.
OwnLetter own_letter(const std::string& option, bool loose) {
    const std::string folded = words::fold(option);
    if (folded.size() != option.size()) return {};
    std::string_view s = folded;
    const auto skip = [&](std::string_view marks) {
        while (!s.empty() && marks.find(s[0]) != marks.npos) s.remove_prefix(1);
    };
    for (std::string_view word : {"option ", "choice "})
        if (s.starts_with(word)) s.remove_prefix(word.size());
    skip("*_");
    if (s.size() < 3 || s[0] < 'a' || s[0] > 'z') return {};
    const std::string letter(1, static_cast<char>(s[0] - 'a' + 'A'));
    s.remove_prefix(1);
    skip("*_");
    const bool close = s.starts_with(": ") || s.starts_with(") ");
    const bool apart =
        loose && (s.starts_with(" - ") || s.starts_with(" = ") || s.starts_with("= ") || s.starts_with(". "));
    if (!close && !apart) return {};
    skip(" :)=-.*");
    return s.empty() ? OwnLetter{} : OwnLetter{letter, option.size() - s.size()};
}

// What each of the options has; by dashes only where all have one.
std::vector<OwnLetter> own_letters(const std::vector<std::string>& options) {
    std::vector<OwnLetter> strict, loose;
    for (const auto& option : options) {
        strict.push_back(own_letter(option, false));
        loose.push_back(own_letter(option, true));
    }
    const bool all = std::none_of(loose.begin(), loose.end(), [](const OwnLetter& l) { return l.letter.empty(); });
    return all ? loose : strict;
}

std::string letter_here(const std::vector<std::string>& options, const std::string& text) {
    return option_label(std::find(options.begin(), options.end(), text) - options.begin());
}

}  // namespace

// "ship it = agree, stop = block", beside the policy's own. What is an answer or a command already stays what it is:
// people write it without looking it up.
void Resolver::own_words() {
    const auto* value = find_value(proposal_.head, "Words");
    if (!value) return;
    for (const auto& item : list_of(*value)) {
        const auto equals = item.find_first_of("=:");
        const auto word = trimmed(item.substr(0, equals));
        const auto position =
            equals == std::string::npos ? std::nullopt : position_from_name(trimmed(item.substr(equals + 1)));
        if (word.empty() || word.size() > longest_word || !position || *position == Position::ballot)
            problem(line_of(*value), "“" + item + "” does not say which word means which answer.",
                    "Write for example: Words: ship it = agree, stop = block. Answers: agree, abstain, disagree, "
                    "block, recuse.");
        else if (words::read_command(word))
            problem(line_of(*value), "“" + word + "” is a command, or nearly one, so it cannot be an answer.",
                    "Take another word.");
        else if (const auto usual = words::lone_vote(words::fold(word), rules_.words);
                 usual && usual->position != *position)
            problem(line_of(*value),
                    "“" + word + "” means " + std::string(name(usual->position)) + " here, and cannot mean " +
                        std::string(name(*position)) + " too.",
                    "Take a word that is nobody's answer yet, for example: Words: ship it = agree");
        else if (is_choice(rules_.method) && *position != Position::abstain && *position != Position::recuse)
            problem(line_of(*value),
                    "The policy “" + rules_.name + "” chooses among options, and no answer to that is “" +
                        std::string(name(*position)) + "”.",
                    "Leave the word out, or reply with another policy.");
        else
            rules_.words.emplace_back(lower_case(word), *position);
    }
}

void Resolver::options() {
    const auto* value = find_value(proposal_.head, "Options");
    const bool wanted = is_choice(rules_.method);
    if (!value && wanted)
        ask("Options", {{},
                        "The policy “" + rules_.name + "” chooses among options, and the proposal names none.",
                        "Reply with the line “Options:” and one option to a line below it, each after a dash."});
    if (!value) return;
    opening_.options = list_of(*value);
    auto& options = opening_.options;
    // "B: Red, A: Blue" are A: Blue and B: Red: in the text and in everybody's head they have these letters.
    const auto named = own_letters(options);
    std::vector<std::pair<std::string, std::string>> letters;
    for (std::size_t i = 0; i < options.size(); ++i) {
        options[i].erase(0, named[i].size);
        if (!named[i].letter.empty()) letters.emplace_back(named[i].letter, options[i]);
    }
    if (letters.size() == options.size()) {
        std::stable_sort(letters.begin(), letters.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        std::transform(letters.begin(), letters.end(), options.begin(), [](const auto& l) { return l.second; });
    }
    // The last is the default one, wherever the proposal names it.
    if (const std::string& standard = rules_.choice.default_option; wanted && !standard.empty()) {
        std::erase_if(opening_.options,
                      [&](const std::string& o) { return words::fold_name(o) == words::fold_name(standard); });
        opening_.options.push_back(standard);
    }
    const auto other = std::find_if(letters.begin(), letters.end(), [&](const auto& l) {
        return l.second != rules_.choice.default_option && l.first != letter_here(options, l.second);
    });
    if (other != letters.end())
        problem(on_one_line(*value),
                "“" + other->second + "” has the letter " + other->first + " there, and would get " +
                    letter_here(options, other->second) + " here.",
                "Options get the letters A, B, C, … in their order. Reply with them so, or without letters.");
    check_options(*value, wanted);
}

void Resolver::check_options(const HeadValue& value, bool wanted) {
    const auto& all = opening_.options;
    if (!wanted && rules_.method != Method::advice) {
        std::vector<std::string> choosing;
        for (const auto& [name, policy] : config_.policies)
            if (is_choice(policy.rules.method)) choosing.push_back(name);
        return problem(
            "Options:", "The policy “" + rules_.name + "” asks for one answer to one text, not for a choice.",
            "Reply with another policy, such as “Policy: " +
                (choosing.empty() ? std::string("ranked") : choosing.front()) +
                "”, or with “Options:” and nothing behind it to leave them out. These choose among options: " +
                listed(choosing) + '.');
    }
    const bool may_be_more = find_value(proposal_.head, "Options" + std::string(below_list)) != nullptr;
    if ((all.size() < 2 && !may_be_more) || all.size() > most_options_of_a_proposal)
        problem("Options:",
                "There have to be 2 to " + std::to_string(most_options_of_a_proposal) + " options, and these are " +
                    std::to_string(all.size()) + '.',
                "Write each on a line of its own, after a dash.");
    else if (wanted && static_cast<std::int64_t>(all.size()) <= rules_.choice.seats)
        problem("Options:", "There are as many to be chosen as there are options.", "Name more options.");
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool twice =
            std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const std::string& o) { return words::fold_name(o) == words::fold_name(all[i]); });
        if (twice) problem(line_of(value), "The option “" + all[i] + "” stands there twice.", "Name each once.");
        if (all[i] != rules_.choice.default_option &&
            (words::read_command(all[i]) || words::lone_vote(words::fold(all[i]))))
            problem(line_of(value), "The option “" + all[i] + "” would be taken for a command or a vote.",
                    "Name it so that this word does not come first.");
        if (all[i].size() == 1 && !same_ignoring_case(all[i], option_label(static_cast<OptionIndex>(i))))
            problem(line_of(value), "The option “" + all[i] + "” would be mistaken for the letter of another.",
                    "Options get the letters A, B, C, … here; give this one a longer name.");
        if (all[i].size() > longest_option)
            problem(line_of(value), "The option “" + all[i].substr(0, 40) + "…” is too long.",
                    "Name it in a few words here, and explain it in the text.");
    }
}

void Resolver::review() {
    auto span = policy_->review;
    const auto* value = find_value(proposal_.head, "Review");
    if (value) {
        const auto read = read_span(without_in(value->value));
        if (const auto* found = std::get_if<Span>(&read))
            span = *found;
        else if (const auto date = read_deadline(value->value, proposers_calendar(), opening_.closes_at);
                 std::holds_alternative<Instant>(date))
            opening_.review_at = std::get<Instant>(date);
        else
            problem(line_of(*value), std::get<NotUnderstood>(read).wrong, "Write for example: Review: 6 months");
    }
    if (span && !opening_.review_at && problems_.empty())
        opening_.review_at = add_span(proposers_calendar(), opening_.closes_at, *span);
}

void Resolver::supersedes() {
    const auto* value = find_value(proposal_.head, "Supersedes");
    if (!value) return;
    for (const auto& item : list_of(*value)) {
        const auto number = decision_number(item);
        const auto record = number ? world_.store.find_number(*number) : std::nullopt;
        const auto old = record ? std::optional(world_.store.load(*record)) : std::nullopt;
        if (!old || !is_known_to(*old, proposal_.proposer.address))
            problem(line_of(*value), "There is no decision “" + item + "” that you take part in.",
                    "Write for example: Supersedes: D-12");
        else if (old->state != State::closed)
            problem(
                line_of(*value), id(*old) + " is still open, and only what is closed can be replaced.",
                "Wait until it closes, or ask " + old->proposer.name + " to withdraw it; then send this line again.");
        else
            opening_.supersedes.push_back(id(*old));
    }
}

const Calendar& Resolver::proposers_calendar() const {
    const auto* person = find_person(config_, proposal_.proposer.address);
    return person ? person->calendar : config_.calendar;
}

void Resolver::deadline() {
    const auto* value = find_value(proposal_.head, "Deadline");
    if (!value) {
        opening_.closes_at = usual_close(config_, *policy_, seats_, proposers_calendar(), now_);
        return;
    }
    const Instant least = earliest_close(config_, *policy_, seats_, now_);
    const auto read = read_deadline(value->value, proposers_calendar(), proposal_.source.arrival);
    if (const auto* wrong = std::get_if<NotUnderstood>(&read)) {
        const std::string earliest =
            least > now_ ? " The earliest that this policy allows is " + local(least) + '.' : "";
        problem(line_of(*value), wrong->wrong, wrong->right + earliest);
    } else if (const Instant wanted = std::get<Instant>(read); wanted < least) {
        problem(line_of(*value),
                wanted <= now_
                    ? "That was " + local(wanted) + ", and it is past by now."
                    : "That is " + local(wanted) + ", and too early: the policy “" + rules_.name + "” " +
                          (least > now_ + rules_.min_period
                               ? "gives everybody who is asked " +
                                     counted(policy_->min_working_time / std::chrono::hours(1), "hour", "hours") +
                                     " of their own working time, until " + local(least) + '.'
                               : "keeps a decision open until " + local(least) + " at least."),
                "Reply with a later deadline, or with “Deadline:” and nothing behind it for the usual period.");
    } else {
        opening_.closes_at = std::get<Instant>(read);
    }
}

}  // namespace assentd
