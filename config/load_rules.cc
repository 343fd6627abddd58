// SPDX-License-Identifier: Apache-2.0
// The keys of [policy.NAME] that say how positions on one text are counted, and when what happens.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/loading.h"
#include "decision/text.h"

namespace assentd::toml_file {

namespace {

constexpr std::string_view dangerous_trust = "from-header-unverified";

// A count, or a share of everybody who may vote: one replaces the other.
void load_min_agree(const Section& section, Policy& rules) {
    const auto* value = section.find("min_agree");
    if (!value) return;
    const auto text = value->kind == Kind::number ? std::to_string(value->number) : value->text;
    const auto found = read_quorum(text);
    if (!found)
        return section.wrong("min_agree", in_quotes(text) + " is not a number of votes",
                             "a count from 0, or a share of all who may vote as in \"1/3\"");
    rules.min_agree = found->denominator == 0 ? found->numerator : 0;
    rules.min_agree_share = found->denominator == 0 ? Quorum{} : *found;
}

void load_shares(const Section& section, Policy& rules) {
    if (const auto text = section.text("threshold")) {
        if (const auto found = read_threshold(*text))
            rules.threshold = *found;
        else
            section.wrong("threshold", in_quotes(*text) + " is not a share that must agree",
                          "above 0 and up to 1, as in \"> 1/2\", \">= 2/3\", \"two thirds\", \"3:1\"");
    }
    if (const auto* quorum = section.find("quorum")) {
        const auto text = quorum->kind == Kind::number ? std::to_string(quorum->number) : quorum->text;
        if (const auto found = read_quorum(text))
            rules.quorum = *found;
        else
            section.wrong("quorum", in_quotes(text) + " is not a quorum",
                          "a count, or a share as in \"1/3\", \"> 1/2\", \"50%\"");
    }
    load_min_agree(section, rules);
    if (section.has("agree_all_but")) {
        std::int64_t missing = 0;
        load_count(section, "agree_all_but", 0, most_people, missing);
        rules.agree_all_but = missing;
    }
    load_count(section, "seconds", 0, most_people, rules.seconds);
    load_count(section, "settle_asks", 0, 100, rules.settle_asks);
}

void load_trust(const Section& section, Policy& rules) {
    if (!section.has("trust")) return;
    rules.trust.clear();
    for (const auto& text : section.texts("trust")) {
        const auto found = text.text == dangerous_trust ? Trust::none : trust_from_name(text.text);
        if (!found || (*found == Trust::none && text.text != dangerous_trust))
            section.wrong(text.place, in_quotes(text.text) + " is not a proof of who wrote",
                          one_of({"token", "authenticated", "signed", "several joined by + as in token+signed",
                                  std::string(dangerous_trust)}));
        else if (std::find(rules.trust.begin(), rules.trust.end(), *found) == rules.trust.end())
            rules.trust.push_back(*found);
    }
    if (section.texts("trust").empty())
        section.wrong("trust", "nothing would ever count", one_of({"token", "authenticated", "signed"}));
}

// They are read before any answer is. parsers/commands/command_lines.cc knows them, too; a test compares the two.
constexpr std::array command_words{
    "amend",  "answer", "away",   "change",    "close",      "concern",  "confirm",  "confirmed", "decide",
    "digest", "extend", "help",   "hold",      "keep",       "overrule", "receipts", "release",   "resolve",
    "retire", "settle", "status", "statement", "undelegate", "uphold",   "withdraw", "withdrawn", "delegate"};

bool is_command(std::string_view word) {
    return std::find(command_words.begin(), command_words.end(), lower_case(word)) != command_words.end();
}

// What everybody takes a sign or the name of an answer to mean, or what an earlier line said of the word.
std::optional<Position> usual_meaning(std::string_view word,
                                      const std::vector<std::pair<std::string, Position>>& own) {
    for (const auto& [earlier, position] : own)
        if (same_ignoring_case(earlier, word)) return position;
    std::string plain = lower_case(word);
    if (plain.starts_with("\u2212")) plain.replace(0, 3, "-");
    if (plain == "yes") return Position::agree;
    if (plain == "no") return Position::disagree;
    const bool is_number = plain.find_first_not_of("+-.0123456789") == std::string::npos &&
                           plain.find_first_of("0123456789") != std::string::npos;
    if (!is_number) return position_from_name(plain);
    if (plain.find_first_of("123456789") == std::string::npos) return Position::abstain;
    return plain[0] == '-' ? Position::disagree : Position::agree;
}

bool is_against(Position p) {
    return p == Position::disagree || p == Position::block;
}

// Whether a "no" is only counted or stops it is the policy's to say.
bool may_mean(Position usual, Position wanted) {
    return usual == wanted || (is_against(usual) && is_against(wanted));
}

void load_words(const Section& section, Policy& rules) {
    const auto* words = section.find("words");
    if (!words) return;
    rules.words.clear();
    for (const auto& [word, place, value] : words->table) {
        const auto position = value.kind == Kind::text ? position_from_name(value.text) : std::nullopt;
        if (!position || *position == Position::ballot)
            section.wrong(value.place, "this is not a position",
                          one_of({"agree", "abstain", "disagree", "block", "recuse"}));
        else if (word.empty() || word.size() > 40 || word.find_first_of("\r\n") != std::string::npos)
            section.wrong(place, "this cannot be a vote word", "1 to 40 letters in one line");
        else if (is_command(word))
            section.wrong(place, in_quotes(word) + " is a command, and cannot be an answer", "another word");
        else if (const auto usual = usual_meaning(word, rules.words); usual && !may_mean(*usual, *position))
            section.wrong(
                value.place,
                fmt::format("{} means {}, and cannot mean {}", in_quotes(word), name(*usual), name(*position)),
                is_against(*usual) ? "disagree or block" : std::string(name(*usual)));
        else
            rules.words.emplace_back(lower_case(word), *position);
    }
}

bool load_span(const Section& section, std::string_view key, Span& span) {
    const auto text = section.text(key);
    if (!text) return false;
    const auto read = read_span(*text);
    if (const auto* found = std::get_if<Span>(&read)) {
        span = *found;
        return true;
    }
    section.wrong(key, in_quotes(*text) + " is not a length of time", "as in \"72 hours\" or \"5 working days\"");
    return false;
}

// For the core, which has no calendar.
void load_length(const Section& section, std::string_view key, Duration& length) {
    const auto text = section.text(key);
    if (!text) return;
    if (*text == "none") {
        length = Duration::zero();
        return;
    }
    const auto read = read_span(*text);
    const auto* found = std::get_if<Span>(&read);
    if (const auto fixed = found ? fixed_length(*found) : std::nullopt)
        length = *fixed;
    else
        section.wrong(key, in_quotes(*text) + " is not a fixed length of time",
                      "hours, days or weeks, as in \"72 hours\", or \"none\"");
}

// Hours of work, not days: a working day is longer for one than for another.
void load_working_time(const Section& section, PolicyConfig& policy) {
    const auto text = section.text("min_working_time");
    if (!text) return;
    if (*text == "none") {
        policy.min_working_time = Duration::zero();
        return;
    }
    const auto read = read_span(*text);
    const auto* found = std::get_if<Span>(&read);
    if (found && found->unit == SpanUnit::working_hour)
        policy.min_working_time = std::chrono::hours(found->count);
    else if (found && (found->unit == SpanUnit::hour || found->unit == SpanUnit::minute))
        policy.min_working_time = *fixed_length(*found);
    else
        section.wrong("min_working_time", in_quotes(*text) + " is not an amount of working time",
                      "hours of work, as in \"12 working hours\", or \"none\"");
}

}  // namespace

void load_count(const Section& section, std::string_view key, std::int64_t least, std::int64_t most,
                std::int64_t& value) {
    const auto number = section.number(key);
    if (!number) return;
    if (*number < least || *number > most)
        section.wrong(key, in_quotes(key) + " is out of range", fmt::format("from {} to {}", least, most));
    else
        value = *number;
}

bool is_taken_word(std::string_view word) {
    return is_command(word) || usual_meaning(word, {});
}

void load_rules(const Section& section, Policy& rules) {
    load_shares(section, rules);
    load_name(section, "base", base_from_name, {"cast", "present", "eligible"}, rules.base);
    load_name(section, "on_disagree", on_disagree_from_name, {"count", "block"}, rules.on_disagree);
    load_name(section, "silence", silence_from_name, {"agree", "nothing"}, rules.silence);
    load_name(section, "visibility", visibility_from_name, {"open", "until-voted", "until-closed"}, rules.visibility);
    load_name(section, "comments_from", comments_from_name, {"participants", "everyone"}, rules.comments_from);
    load_name(section, "carry_votes", carry_votes_from_name, {"stale", "keep", "drop"}, rules.carry_votes);
    rules.veto_needs_reason = section.flag("veto_needs_reason").value_or(rules.veto_needs_reason);
    rules.early_close = section.flag("early_close").value_or(rules.early_close);
    rules.close_by_proposer = section.flag("close_by_proposer").value_or(rules.close_by_proposer);
    load_trust(section, rules);
    load_words(section, rules);
}

void load_times(const Section& section, PolicyConfig& policy) {
    auto& rules = policy.rules;
    load_span(section, "period", policy.period);
    load_length(section, "min_period", rules.min_period);
    load_length(section, "final_period", rules.final_period);
    load_length(section, "settle_repeat", rules.settle_repeat);
    load_length(section, "hold_limit", rules.hold_limit);
    load_length(section, "extend_if_not_reached", rules.extend_if_not_reached);
    if (rules.settle_repeat <= Duration::zero())
        section.wrong("settle_repeat", "without a time the question would be repeated at once",
                      "a length of time; settle_asks = 0 repeats nothing");
    // Who reads the new text deserves the time that the old one had at least.
    const auto least = read_span(section.text("min_period").value_or(""));
    if (!load_span(section, "amend_period", policy.amend_period) && std::holds_alternative<Span>(least))
        policy.amend_period = std::get<Span>(least);
    load_working_time(section, policy);
    load_span(section, "min_working_time_limit", policy.min_working_time_limit);
    if (section.text("review") == "none") {
        policy.review.reset();
    } else if (Span review; load_span(section, "review", review)) {
        policy.review = review;
    }
}

// "1/2", "80%": of the period's working time. "1 working day before": before the close.
void load_reminders(const Section& section, PolicyConfig& policy) {
    if (!section.has("reminders")) return;
    policy.reminder_shares.clear();
    policy.reminder_before_close.reset();
    constexpr std::string_view before = " before";
    for (const auto& text : section.texts("reminders")) {
        const auto share = read_threshold(text.text);
        if (share && share->numerator < share->denominator) {
            policy.reminder_shares.push_back({share->numerator, share->denominator, false});
            continue;
        }
        const auto end = text.text.find(before);
        const auto span = read_span(std::string_view(text.text).substr(0, end));
        const auto* found = std::get_if<Span>(&span);
        if (end == std::string::npos || !found || found->unit == SpanUnit::month)
            section.wrong(text.place, in_quotes(text.text) + " is not a time for a reminder",
                          "a share of the period as in \"1/2\", or \"1 working day before\"");
        else if (policy.reminder_before_close)
            section.wrong(text.place, "there is already a reminder before the close", "only one of them");
        else
            policy.reminder_before_close = *found;
    }
}

}  // namespace assentd::toml_file
