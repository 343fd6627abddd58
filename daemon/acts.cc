// SPDX-License-Identifier: Apache-2.0
#include "daemon/acts.h"

#include <algorithm>
#include <optional>

#include "daemon/ballot_acts.h"
#include "daemon/command_acts.h"
#include "daemon/tie_words.h"
#include "decision/choice.h"
#include "decision/example_answer.h"
#include "decision/standing.h"
#include "decision/text.h"
#include "parsers/commands/confirming.h"
#include "parsers/commands/scoped_line.h"
#include "parsers/fold.h"
#include "parsers/verdict.h"
#include "parsers/votes/tables/acknowledgements.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_wishes.h"

namespace assentd {

namespace {

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

// "+1 to D-2" in an answer to another decision: "D-2"; else nothing.
std::string other_decision(std::string_view line, const std::string& answered) {
    const auto named = words::decisions_named(line, true);
    const auto other = std::find_if(named.begin(), named.end(), [&](const auto& each) { return each != answered; });
    return other == named.end() ? std::string() : *other;
}

// A question about an answer, with an example that is right for the decision; `ask` shows one for a motion.
std::string asked(const Decision& d, const Reading& r, std::string ask) {
    if (ask.empty()) ask = "This could not be read as one clear answer. Reply with one line, for example: +1";
    constexpr std::string_view example = "for example: ";
    constexpr std::string_view other = ", or: ";
    const std::size_t at = ask.find(example);
    if (at == ask.npos) return ask;
    const std::string named = words::names_decision(r.line) ? id(d) + ": " : std::string();
    const std::size_t end = std::min(ask.find('\n', at), ask.size());
    if (is_choice(d.policy.method))
        return ask.replace(at, end - at, std::string(example) + named + example_answer(d));
    if (const std::size_t more = ask.find(other, at); more < end) ask.insert(more + other.size(), named);
    return ask.insert(at + example.size(), named);
}

// "Yes, it still stands." of somebody with an open concern, and "Yes." or "No." of whoever was asked whether theirs
// is settled: it may be about that, and no vote.
const Concern* concern_that_it_may_be_about(const Decision& d, const Interpretation& read, const Reading& r,
                                            std::string_view sender) {
    if (r.type != ReadingType::vote || !r.rule.starts_with("word:") || !r.position) return nullptr;
    const auto seat = find_participant(d, sender);
    const std::string line = words::fold(r.line);
    const auto first = words::words_of(line, 1);
    const bool yes_or_no = !first.empty() && words::is_yes_or_no(first[0]);
    const bool stands = *r.position == Position::agree && words::says_it_stands(words::fold(read.own.new_text));
    const auto own = std::find_if(d.concerns.begin(), d.concerns.end(), [&](const Concern& c) {
        return seat && c.by == *seat && c.state == ConcernState::open && (stands || (yes_or_no && c.asked_at));
    });
    return own == d.concerns.end() ? nullptr : &*own;
}

Act act_of(const Config& config, const Decision& d, const Interpretation& read, const Reading& r,
           std::string_view sender, Instant arrival) {
    if (auto ballot = ballot_act(d, r)) return std::move(*ballot);
    switch (r.type) {
        case ReadingType::vote:
            if (const std::string other = other_decision(r.line, id(d));
                !other.empty() && r.scope.empty() && !r.rule.starts_with("scoped:"))
                return UnclearVote{r.line, "It names " + other + ", and you answer " + id(d) +
                                               ". Write the decision before the vote, for example: " + other +
                                               ": +1, and for this one a line of its own: +1"};
            if (const Concern* c = concern_that_it_may_be_about(d, read, r, sender))
                return UnclearVote{r.line, "It may be about your concern “" + c->name +
                                               "”. If it still stands, write: uphold " + c->name +
                                               ": and what is missing. If it is settled, write: resolve " + c->name +
                                               ". If you agree, write: +1"};
            if (r.confidence != Confidence::unclear && r.position && r.scope.empty())
                return CastVote{*r.position, r.strength, r.line, reason_of(read, r)};
            return UnclearVote{r.line, asked(d, r, read.ask)};
        case ReadingType::concern:
            if (r.confidence == Confidence::unclear)
                return BadCommand{
                    {r.line, "This concern has no name that could be read, so it was not raised.", r.reason}};
            return RaiseConcern{r.concern, r.reason, r.line};
        case ReadingType::resolve:
            // "resolve" alone means the only one; "resolve cost, but not yet" none.
            if (r.confidence == Confidence::unclear && words::words_of(words::fold(r.line), 2).size() > 1)
                return BadCommand{{r.line, "It is not clear whether this settles a concern.", r.reason}};
            return SettleConcern{r.concern, r.line};
        case ReadingType::command:
            return command_act(config, d, r, sender, arrival);
        case ReadingType::ranking:
        case ReadingType::scores:
        case ReadingType::approvals:
        case ReadingType::form:
            break;
    }
    return UnclearVote{r.line, "It is not clear what this answers. Reply with one line, for example: +1"};
}

// What an interleaved answer answers: the paragraph right above it, not all that was left standing of the mail.
std::string last_paragraph(const std::string& quoted) {
    constexpr std::size_t most_lines = 12;
    const auto lines = words::lines_of(quoted);
    std::size_t begin = lines.size();
    while (begin > 0 && lines.size() - begin < most_lines && !words::is_blank(lines[begin - 1])) --begin;
    std::string paragraph;
    for (std::size_t i = begin; i < lines.size(); ++i)
        paragraph.append(paragraph.empty() ? "" : "\n").append(lines[i]);
    return paragraph;
}

bool is_vote_line(const Interpretation& read, const std::string& text) {
    return std::any_of(read.readings.begin(), read.readings.end(), [&](const Reading& r) { return r.line == text; });
}

// Nobody whose answer was about an earlier text says in vain that it holds. A bare "yes" beside it adds nothing.
void hear_confirmation(const Decision& d, const Interpretation& read, std::string_view sender, Answers& answers) {
    const auto participant = find_participant(d, sender);
    if (!participant || d.state != State::open) return;
    const Seat& seat = d.seats[*participant];
    const bool waits = seat.stance ? seat.stance->stale : seat.dropped.has_value();
    const bool said_more = !std::all_of(answers.acts.begin(), answers.acts.end(), [](const Act& act) {
        const auto* vote = std::get_if<CastVote>(&act);
        return std::holds_alternative<UnclearVote>(act) || (vote && vote->position == Position::agree);
    });
    if (!waits || said_more || !scoped_numbers(read).empty()) return;
    const Confirming said = confirms(read.own.new_text, seat.participant.name);
    if (said == Confirming::no) return;
    const std::string line(words::lines_of(words::trim(read.own.new_text)).front());
    if (said == Confirming::yes)
        answers = {{ConfirmStance{line}}, {}};
    else if (said == Confirming::maybe && seat.stance && answers.acts.empty())
        answers.acts.push_back(UnclearVote{line,
                                           "Your answer was about the text before, and it is not clear whether you "
                                           "say that it holds for the new one, too. If it does, reply with the "
                                           "one word: confirm"});
}

// Whoever was asked for the decision, as the advice is in, says yes or no.
std::optional<DecideAct> decision_in_a_word(const Decision& d, const std::vector<Act>& acts, std::string_view sender,
                                            Instant arrival) {
    const auto* vote = acts.size() == 1 ? std::get_if<CastVote>(&acts.front()) : nullptr;
    const bool is_word = vote && (vote->position == Position::agree || vote->position == Position::disagree);
    const bool asked = d.state == State::open && waits_for_decider(d) && arrival >= d.closes_at &&
                       is_decider(d, sender) && d.options.empty();
    if (!is_word || !asked) return std::nullopt;
    return DecideAct{vote->position == Position::agree ? "yes" : "no", vote->reason, vote->line};
}

// What is no vote with a sign or a word of its own: such words may be about a concern.
bool may_be_words(const Reading& r) {
    if (r.type == ReadingType::command) return r.command == "settle" && r.confidence == Confidence::unclear;
    const bool plain = r.confidence == Confidence::unclear || r.rule.starts_with("word:");
    return r.type == ReadingType::vote && plain && r.strength.empty() && r.scope.empty();
}

// The only concern of theirs that is open, if they were asked before this mail whether it is settled.
const Concern* asked_whether_settled(const Decision& d, ParticipantIndex seat, Instant arrival) {
    const Concern* only = nullptr;
    for (const auto& c : d.concerns) {
        if (c.by != seat || c.state != ConcernState::open) continue;
        if (only) return nullptr;
        only = &c;
    }
    return only && only->asked_at && arrival >= *only->asked_at ? only : nullptr;
}

// Whoever is asked whether their concern is settled may say yes or no. The bare word is taken where nothing else of
// theirs is waited for: a vote, or a new word on a new text.
void hear_whether_settled(const Decision& d, const Interpretation& read, std::string_view sender, Instant arrival,
                          bool to_call_for_votes, Answers& answers) {
    const auto participant = find_participant(d, sender);
    const Concern* concern = participant ? asked_whether_settled(d, *participant, arrival) : nullptr;
    const auto& text = read.own.new_text;
    if (!concern || d.state != State::open || words::is_blank(text) ||
        !std::all_of(read.readings.begin(), read.readings.end(), may_be_words))
        return;
    const Seat& seat = d.seats[*participant];
    const Settling said = says_whether_settled(text, seat.participant.name);
    const bool waits = to_call_for_votes || owes_answer(d, *participant) || seat.pending || concern->answer.empty() ||
                       (seat.stance && seat.stance->stale);
    const std::string line(words::lines_of(words::trim(text)).front());
    if (said == Settling::settled || (said == Settling::yes && !waits))
        answers = {{SettleConcern{concern->name, line}}, {}};
    else if ((said == Settling::stands || said == Settling::no) && !waits)
        answers = {{UpholdConcern{concern->name, said == Settling::stands ? text : std::string(), line}}, {}};
}

}  // namespace

Answers answers_for(const Config& config, const Decision& d, const Interpretation& read, std::string_view sender,
                    Instant arrival, bool to_call_for_votes) {
    Answers result;
    bool asked = false;
    for (const auto& r : read.readings) {
        if (decision_number(r.scope)) continue;
        Act act = act_of(config, d, read, r, sender, arrival);
        // Where words are asked for they need no vote to be clear.
        const bool is_no_vote = std::holds_alternative<UnclearVote>(act) || std::holds_alternative<CastBallot>(act);
        if (is_no_vote && asks_for_words(d.policy.method)) continue;
        // Two unclear places are one question: it quotes both.
        if (std::holds_alternative<UnclearVote>(act) && std::exchange(asked, true)) continue;
        result.acts.push_back(std::move(act));
    }
    never_half(d, result.acts);
    if (!read.own.answers.empty()) {
        for (const auto& answer : read.own.answers)
            if (!answer.quoted.empty() && !answer.text.empty() && !is_vote_line(read, answer.text))
                result.comments.emplace_back(answer.text, last_paragraph(answer.quoted));
    }
    const bool lost_concern = std::any_of(read.readings.begin(), read.readings.end(), [](const Reading& r) {
        return r.type == ReadingType::concern && r.confidence == Confidence::unclear;
    });
    if (lost_concern && result.comments.empty()) result.comments.emplace_back(read.own.new_text, std::string());
    if (result.comments.empty() && read.own.answers.empty() && !words::is_blank(read.beside_commands))
        result.comments.emplace_back(read.beside_commands, std::string());
    if (result.acts.empty() && result.comments.empty() && !read.own.new_text.empty() && scoped_numbers(read).empty())
        result.comments.emplace_back(read.own.new_text, std::string());
    const bool only_answers = std::all_of(result.acts.begin(), result.acts.end(), [](const Act& act) {
        return std::holds_alternative<CastBallot>(act) || std::holds_alternative<UnclearVote>(act);
    });
    if (auto word = only_answers ? tie_settled_in_words(d, read.own.new_text, sender) : std::nullopt)
        return {{std::move(*word)}, {}};
    if (auto word = decision_in_a_word(d, result.acts, sender, arrival)) return {{std::move(*word)}, {}};
    hear_confirmation(d, read, sender, result);
    hear_whether_settled(d, read, sender, arrival, to_call_for_votes, result);
    return result;
}

std::vector<std::int64_t> scoped_numbers(const Interpretation& read) {
    std::vector<std::int64_t> numbers;
    for (const auto& r : read.readings)
        if (const auto n = decision_number(r.scope)) numbers.push_back(*n);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

Interpretation only_scope(const Interpretation& read, std::int64_t number) {
    Interpretation result;
    result.verdict = read.verdict;
    result.ask = read.ask;
    for (const auto& r : read.readings)
        if (decision_number(r.scope) == number) {
            result.readings.push_back(r);
            result.readings.back().scope.clear();
            result.own.new_text += (result.own.new_text.empty() ? "" : "\n") + r.line;
        }
    // The reader's question quotes all that is unclear; what was doubted afterwards has one of its own.
    Interpretation anew = read;
    words::give_verdict(anew);
    if (anew.ask == read.ask) words::give_verdict(result);
    return result;
}

Interpretation without_scopes(Interpretation read) {
    std::erase_if(read.readings, [](const Reading& r) { return decision_number(r.scope).has_value(); });
    return read;
}

ReadingContext reading_context(const Decision& d) {
    ReadingContext context;
    context.words = d.policy.words;
    if (d.policy.method == Method::announce)
        for (const char* word : acknowledgements) context.words.emplace_back(word, Position::agree);
    context.naming_chooses = d.policy.method == Method::approval;
    context.asks_for_order = is_ranked(d.policy.method);
    context.asks_for_points = d.policy.method == Method::score;
    context.points_below_nought = d.policy.choice.score_min < 0;
    if (!d.revisions.empty()) context.answered = d.text().body;
    for (std::size_t i = 0; i < d.options.size(); ++i)
        context.options.emplace_back(option_label(static_cast<OptionIndex>(i)), d.options[i]);
    return context;
}

std::vector<AttachmentNoted> files_of(const Message& message) {
    std::vector<AttachmentNoted> result;
    for (const auto& a : message.attachments)
        if (!a.embedded) result.push_back({a.name, a.media_type, a.size, a.sha256});
    return result;
}

std::vector<AttachmentNoted> attachments_of(const Message& message) {
    std::vector<AttachmentNoted> result;
    for (const auto& a : message.attachments) result.push_back({a.name, a.media_type, a.size, a.sha256});
    return result;
}

}  // namespace assentd
