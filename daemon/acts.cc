// SPDX-License-Identifier: Apache-2.0
#include "daemon/acts.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "config/when.h"
#include "daemon/proposal.h"
#include "decision/text.h"

namespace assentd {

namespace {

constexpr std::string_view known_commands =
    "Commands, one to a line: help, status, withdraw, recuse, extend 3 days, close, concern: NAME text, resolve "
    "NAME, "
    "overrule NAME reason.";

// "D-17" -> 17
std::optional<std::int64_t> number_of(const std::string& scope) {
    if (scope.size() < 3 || (scope[0] != 'D' && scope[0] != 'd') || scope[1] != '-') return std::nullopt;
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(scope.data() + 2, scope.data() + scope.size(), n);
    if (error != std::errc() || end != scope.data() + scope.size() || n <= 0) return std::nullopt;
    return n;
}

std::string joined(const std::vector<std::string>& words, std::size_t from) {
    std::string text;
    for (std::size_t i = from; i < words.size(); ++i) text += (i > from ? " " : "") + words[i];
    return text;
}

BadCommand bad(const Reading& r, std::string wrong, std::string right) {
    return {{r.line, std::move(wrong), std::move(right)}};
}

// "extend 3 days: the auditors answer on Friday": the reader has split the time from the reason.
Act extend_act(const Config& config, const Decision& d, const Reading& r, std::string_view sender, Instant arrival) {
    std::string when = r.arguments.empty() ? std::string() : r.arguments[0];
    const std::string reason = r.reason;
    for (const std::string_view lead : {"by ", "until ", "to "})
        if (when.starts_with(lead)) when = when.substr(lead.size());
    if (when.empty()) return bad(r, "It does not say by how long.", "Write for example: extend 3 days");
    const auto* person = find_person(config, sender);
    const Calendar& calendar = person ? person->calendar : config.calendar;
    ExtendAct act;
    act.reason = reason;
    act.line = r.line;
    // A length is added to the close; anything else is a point of time.
    if (const auto span = read_span(when); std::holds_alternative<Span>(span)) {
        act.closes_at = add_span(calendar, std::max(d.closes_at, arrival), std::get<Span>(span));
    } else {
        const auto instant = read_deadline(when, calendar, arrival);
        if (const auto* wrong = std::get_if<NotUnderstood>(&instant)) return bad(r, wrong->wrong, wrong->right);
        act.closes_at = std::get<Instant>(instant);
    }
    act.plans = plans_for(config, d, arrival, act.closes_at);
    return act;
}

Act withdraw_act(const Reading& r) {
    WithdrawAct act;
    act.line = r.line;
    act.reason = r.reason;
    if (!r.arguments.empty() && r.arguments[0] == "vote") act.object = WithdrawAct::Object::vote;
    if (!r.arguments.empty() && r.arguments[0] == "proposal") act.object = WithdrawAct::Object::proposal;
    return act;
}

Act command_act(const Config& config, const Decision& d, const Reading& r, std::string_view sender, Instant arrival) {
    if (r.confidence == Confidence::unclear)
        return bad(r, r.reason.empty() ? "This looks like a command, and there is none like it." : r.reason,
                   std::string(known_commands));
    const std::string& c = r.command;
    if (c == "help") return AskHelp{};
    if (c == "status") return AskStatus{};
    if (c == "withdraw") return withdraw_act(r);
    if (c == "recuse") return CastVote{Position::recuse, "recuse", r.line, joined(r.arguments, 0)};
    if (c == "extend") return extend_act(config, d, r, sender, arrival);
    if (c == "close") return CloseAct{joined(r.arguments, 0), r.line};
    if (c == "overrule")
        return OverruleConcern{r.arguments.empty() ? r.concern : r.arguments[0], joined(r.arguments, 1), r.line};
    if (c == "confirm")
        return bad(r, "There is nothing of yours that waits for a confirmation here.",
                   "`status` shows how it stands.");
    return bad(r, "“" + c + "” is not available in this version.", std::string(known_commands));
}

// A reason is what was said beside the readings: a line that is a command or a concern of its own is none.
std::string reason_of(const Interpretation& read, const Reading& vote) {
    std::string reason;
    std::size_t at = 0;
    while (at < vote.reason.size()) {
        const auto end = std::min(vote.reason.find('\n', at), vote.reason.size());
        const std::string line = vote.reason.substr(at, end - at);
        const bool spoken_for = std::any_of(read.readings.begin(), read.readings.end(), [&](const Reading& r) {
            return r.type != ReadingType::vote && r.line == line;
        });
        if (!spoken_for) reason += (reason.empty() ? "" : "\n") + line;
        at = end + 1;
    }
    return reason;
}

Act act_of(const Config& config, const Decision& d, const Interpretation& read, const Reading& r,
           std::string_view sender, Instant arrival) {
    switch (r.type) {
        case ReadingType::vote:
            if (r.confidence != Confidence::unclear && r.position && r.scope.empty())
                return CastVote{*r.position, r.strength, r.line, reason_of(read, r)};
            return UnclearVote{
                r.line, read.ask.empty()
                            ? "This could not be read as one clear answer. Reply with one line, for example: +1"
                            : read.ask};
        case ReadingType::concern:
            return RaiseConcern{r.concern, r.reason, r.line};
        case ReadingType::resolve:
            return SettleConcern{r.concern, r.line};
        case ReadingType::command:
            return command_act(config, d, r, sender, arrival);
        case ReadingType::ranking:
        case ReadingType::scores:
        case ReadingType::approvals:
        case ReadingType::form:
            break;
    }
    return UnclearVote{r.line,
                       "This decision asks for one answer to one text, not for a ballot over options. Reply with one "
                       "line, for example: +1"};
}

bool is_vote_line(const Interpretation& read, const std::string& text) {
    return std::any_of(read.readings.begin(), read.readings.end(), [&](const Reading& r) { return r.line == text; });
}

}  // namespace

Answers answers_for(const Config& config, const Decision& d, const Interpretation& read, std::string_view sender,
                    Instant arrival) {
    Answers result;
    bool asked = false;
    for (const auto& r : read.readings) {
        if (number_of(r.scope)) continue;
        Act act = act_of(config, d, read, r, sender, arrival);
        // Two unclear places are one question: it quotes both.
        if (std::holds_alternative<UnclearVote>(act) && std::exchange(asked, true)) continue;
        result.acts.push_back(std::move(act));
    }
    if (!read.own.answers.empty()) {
        for (const auto& answer : read.own.answers)
            if (!answer.quoted.empty() && !answer.text.empty() && !is_vote_line(read, answer.text))
                result.comments.emplace_back(answer.text, answer.quoted);
    }
    if (result.acts.empty() && result.comments.empty() && !read.own.new_text.empty() && scoped_numbers(read).empty())
        result.comments.emplace_back(read.own.new_text, std::string());
    return result;
}

std::vector<std::int64_t> scoped_numbers(const Interpretation& read) {
    std::vector<std::int64_t> numbers;
    for (const auto& r : read.readings)
        if (const auto n = number_of(r.scope)) numbers.push_back(*n);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

Interpretation only_scope(const Interpretation& read, std::int64_t number) {
    Interpretation result;
    result.verdict = read.verdict;
    result.ask = read.ask;
    for (const auto& r : read.readings)
        if (number_of(r.scope) == number) {
            result.readings.push_back(r);
            result.readings.back().scope.clear();
            result.own.new_text += (result.own.new_text.empty() ? "" : "\n") + r.line;
        }
    return result;
}

Interpretation without_scopes(const Interpretation& read) {
    Interpretation result = read;
    std::erase_if(result.readings, [](const Reading& r) { return number_of(r.scope).has_value(); });
    return result;
}

ReadingContext reading_context(const Decision& d) {
    ReadingContext context;
    context.words = d.policy.words;
    if (!d.revisions.empty()) context.answered = d.text().body;
    for (std::size_t i = 0; i < d.options.size(); ++i)
        context.options.emplace_back(std::string(1, static_cast<char>('A' + i % 26)), d.options[i]);
    return context;
}

std::vector<AttachmentNoted> attachments_of(const Message& message) {
    std::vector<AttachmentNoted> result;
    for (const auto& a : message.attachments) result.push_back({a.name, a.media_type, a.size, a.sha256});
    return result;
}

}  // namespace assentd
