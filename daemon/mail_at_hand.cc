// SPDX-License-Identifier: Apache-2.0
#include "daemon/mail_at_hand.h"

#include <algorithm>
#include <map>
#include <string>

#include "daemon/acts.h"
#include "daemon/below_headings.h"
#include "daemon/command_acts.h"
#include "daemon/kept_limits.h"
#include "daemon/other_addresses.h"
#include "daemon/proof.h"
#include "daemon/recognise.h"
#include "decision/choice.h"
#include "decision/example_answer.h"
#include "parsers/ballots/ballot_whole.h"
#include "parsers/commands/scoped_line.h"
#include "parsers/fold.h"
#include "parsers/trust/author.h"
#include "parsers/votes/vote_line.h"

namespace assentd {

namespace {

MailAtHand read_mail(const Config& config, std::string_view raw, const Source& source, const Limits& limits) {
    MailAtHand mail;
    mail.limits = limits;
    mail.message = read_message(raw, mail.limits, {own_list_id(config.mail)});
    mail.message.text = without_tokens(mail.message.text);
    mail.message.subject = without_tokens(mail.message.subject);
    mail.sender = author_address(mail.message, config.mail.vouchers.munging_lists);
    if (!mail.message.from.empty()) mail.sender_name = mail.message.from[0].name;
    mail.source = source;
    mail.source.message_id = mail.message.message_id.value_or("");
    mail.read = interpret(mail.message);
    return mail;
}

bool answers_something(const Reading& r) {
    return (r.type == ReadingType::vote && r.position) || words::is_ballot(r);
}

bool same_answer(const Reading& a, const Reading& b) {
    return a.type == b.type && a.position == b.position && a.ranks == b.ranks && a.scores == b.scores &&
           a.approvals == b.approvals;
}

template <typename Doubted>
void doubt(Interpretation& read, Doubted doubted, const std::string& ask) {
    for (auto& r : read.readings) {
        if (!doubted(r)) continue;
        r.confidence = Confidence::unclear;
        if (words::is_ballot(r)) r.reason = ask;
    }
    read.ask = ask;
}

// "D-1: +1" and, in the same mail to D-1, "-1": which of them is meant is anybody's guess.
Interpretation doubted_where_contradictory(Interpretation read, const std::string& decision) {
    const Reading* first = nullptr;
    bool scoped = false;
    bool differ = false;
    const auto is_about_it = [&](const Reading& r) {
        return answers_something(r) && (r.scope.empty() || r.scope == decision);
    };
    for (const auto& r : read.readings) {
        if (!is_about_it(r)) continue;
        scoped = scoped || !r.scope.empty();
        differ = differ || (first && !same_answer(*first, r));
        if (!first) first = &r;
    }
    if (!scoped || !differ) return read;
    doubt(read, is_about_it, "Your mail says different things about " + decision + ". Send the one that you mean.");
    return read;
}

// "D-2", "About D-2:": a line that says what stands below it is about.
bool is_heading_of_another(std::string_view line, const std::string& decision) {
    constexpr std::size_t longest_bare = 12;
    constexpr std::size_t longest_heading = 120;
    const std::string_view s = words::trim(line);
    if (s.size() <= longest_bare && words::names_decision(s) && s.find_first_of(" +") == s.npos)
        return !s.starts_with(decision);
    if (s.size() > longest_heading || !(s.ends_with(':') || s.ends_with("\uFF1A"))) return false;
    const auto named = words::decisions_named(s, false);
    return !named.empty() && std::find(named.begin(), named.end(), decision) == named.end();
}

// "D-2:" and below it "-1", in a mail to D-1: the line speaks of another decision.
Interpretation doubted_below_other_headings(Interpretation read, const std::string& decision) {
    std::size_t heading = std::string::npos;  // where the first one ends
    std::size_t at = 0;
    for (const std::string_view line : words::lines_of(read.own.new_text)) {
        if (is_heading_of_another(line, decision)) heading = std::min(heading, at);
        at += line.size() + 1;
    }
    const auto is_below = [&](const Reading& r) {
        return answers_something(r) && r.scope.empty() && r.offset > heading;
    };
    if (std::any_of(read.readings.begin(), read.readings.end(), is_below))
        doubt(read, is_below,
              "It stands below the name of another decision, and you answer " + decision +
                  ". Write the decision and the answer on one line, for example: " + decision + ": +1");
    return read;
}

// Read again only where the decision makes a difference: it has words or options of its own, or its text was copied.
Interpretation reading_for(const MailAtHand& mail, const Decision& d) {
    const ReadingContext context = reading_context(d);
    if (!mail.headings.empty()) return read_below_headings(mail, [&](std::int64_t) { return context; });
    return depends_on(context, mail.read) ? interpret(mail.message, mail.read.own, context) : mail.read;
}

}  // namespace

Interpretation reading_for_own(const MailAtHand& mail, const Decision& d) {
    return doubted_below_other_headings(doubted_where_contradictory(reading_for(mail, d), id(d)), id(d));
}

namespace {

// "D-1: Meet less" begins mails of ours and is nobody's answer; so does "D-1, Meet less (revision 1), closes". A mail
// with it was sent back without marks, or heads an answer with it: its examples look like votes then.
std::optional<std::string> title_line(const MailAtHand& mail, const Decision& d) {
    const std::string wanted = words::fold(id(d) + ": " + d.text().title);
    const std::string of_receipts = words::fold(id(d) + ", " + d.text().title + " (revision ");
    if (words::lone_vote(words::fold(d.text().title), d.policy.words)) return std::nullopt;
    constexpr std::size_t least_of_a_wrapped_one = 40;
    for (const std::string_view line : words::lines_of(mail.read.own.new_text))
        if (const std::string said = words::fold(words::trim(line));
            said == wanted || said.starts_with(of_receipts) ||
            (said.size() >= least_of_a_wrapped_one && (wanted.starts_with(said) || of_receipts.starts_with(said))))
            return std::string(words::trim(line));
    return std::nullopt;
}

// What shows that the words of a mail are not its sender's alone: the title line, or sentences of ours.
std::optional<std::string> line_of_ours(const World& world, const MailAtHand& mail, const Decision& d) {
    if (auto line = title_line(mail, d)) return line;
    return sentence_of_ours(world, mail);
}

// Whose word is waited for as a vote or a ballot, and not about a concern.
bool is_asked_for_a_vote(const Decision& d, const std::string& sender) {
    const auto seat = find_participant(d, sender);
    if (!seat || d.state != State::open || d.policy.method == Method::input) return false;
    return std::none_of(d.concerns.begin(), d.concerns.end(), [&](const Concern& c) {
        return c.state == ConcernState::open && (c.by == *seat || is_proposer(d, sender));
    });
}

// One question, whatever else stands in such a mail.
std::vector<Act> asked_whose_words(const Decision& d, const std::string& sender, const std::string& line) {
    const std::string wrong = '"' + line + "\" is " + std::string(not_their_own_words);
    if (!is_asked_for_a_vote(d, sender))
        return {BadCommand{{{},
                            wrong,
                            "Please answer with nothing else than your own words, or one of the lines that "
                            "our mail offers."}}};
    return {UnclearVote{line, wrong + " Please answer with one line and nothing else, for example: " + id(d) + ": " +
                                  example_answer(d)}};
}

// The first decision that there is among those that the lines name: what is about none in particular goes there.
std::int64_t first_known(const World& world, const std::vector<std::int64_t>& numbers) {
    for (const auto number : numbers)
        if (world.store.find_number(number)) return number;
    return 0;
}

// Whether a line without a number needs none: it is about its sender, or only one decision can be meant. What decides
// anything is not guessed.
bool needs_no_number(const Reading& r, bool one_named) {
    if (r.confidence == Confidence::unclear) return false;
    if (r.type == ReadingType::command && (is_personal(r) || r.command == "help" || r.command == "status"))
        return true;
    return one_named && (r.type == ReadingType::concern || r.type == ReadingType::resolve);
}

Interpretation with_lines_that_need_no_number(const World& world, Interpretation read,
                                              const std::vector<std::int64_t>& numbers, const Decision& d) {
    const bool one = numbers.size() == 1;
    if (one) read = doubted_where_contradictory(std::move(read), id(d));
    const bool first = d.number == first_known(world, numbers);
    for (auto& r : read.readings)  // `status` asks about each that is named
        if (r.scope.empty() && needs_no_number(r, one) && (first || r.command == "status")) r.scope = id(d);
    return read;
}

Problem asked_which(const Reading& r, const std::vector<std::int64_t>& numbers) {
    constexpr std::size_t most_named = 5;
    std::string named;
    for (std::size_t i = 0; i < std::min(numbers.size(), most_named); ++i)
        named += (i == 0 ? "" : ", ") + ("D-" + std::to_string(numbers[i]));
    const std::string wrong = numbers.size() == 1 ? "It does not say that it is about " + named + '.'
                                                  : "It does not say which decision it is about: " + named +
                                                        (numbers.size() > most_named ? " or another?" : "?");
    constexpr std::size_t longest_shown = 40;
    const bool short_line = r.lines.empty() && r.line.size() <= longest_shown && r.line.find('\n') == r.line.npos;
    return {r.lines.empty() ? r.line : r.lines, wrong,
            "It is not counted. Write the decision and the answer on one line" +
                (short_line
                     ? ", for example: D-" + std::to_string(numbers.front()) + ": " + std::string(words::trim(r.line))
                     : std::string(1, '.'))};
}

// The question whether to second the draft that this decision was is answered by votes, too: there one says that it
// may open. When it had opened meanwhile, nobody knows whether that was meant, or a vote on the text.
bool was_seconded_by_others(const MailAtHand& mail, const Decision& d) {
    return !d.seconds.empty() && d.state != State::draft && !is_proposer(d, mail.sender);
}

// "seconded" is a vote elsewhere; to a decision that had to be seconded it says no more than that it may open.
bool says_seconded(const Interpretation& read, const std::string& line) {
    return std::any_of(read.readings.begin(), read.readings.end(),
                       [&](const Reading& r) { return r.command == "seconded" && r.line == line; });
}

void ask_whether_it_is_a_vote(const Decision& d, const Interpretation& read, bool to_question_of_seconds,
                              std::vector<Act>& acts) {
    bool asked = false;
    const auto doubted = [&](const std::string& line) {
        asked = true;
        const std::string what = to_question_of_seconds
                                     ? "You answered the question whether to second this, and " + id(d) +
                                           " has opened meanwhile. So a second"
                                     : "Enough have seconded " + id(d) + ", and it is open. So a second";
        const bool other_words = is_choice(d.policy.method) || says_seconded(read, line);
        return UnclearVote{line, what +
                                     " is not needed any more, and whether it is your vote is not clear. If it is, "
                                     "reply with " +
                                     (other_words ? "your answer" : "it once more") +
                                     ", for example: " + (other_words ? example_answer(d) : line)};
    };
    for (auto& act : acts) {
        if (const auto* vote = std::get_if<CastVote>(&act);
            vote && (to_question_of_seconds || says_seconded(read, vote->line)))
            act = doubted(vote->line);
        else if (const auto* ballot = std::get_if<CastBallot>(&act); ballot && to_question_of_seconds)
            act = doubted(ballot->line);
    }
    if (!asked) return;
    // One mail, one question.
    const auto is_unclear = [](const Act& act) { return std::holds_alternative<UnclearVote>(act); };
    const auto first = std::find_if(acts.begin(), acts.end(), is_unclear);
    acts.erase(std::remove_if(first + 1, acts.end(), is_unclear), acts.end());
}

Sender as_sender(const MailAtHand& mail, const Author& author) {
    return {mail.sender_name, author.address, author.proof.trust, author.other_address};
}

}  // namespace

std::optional<std::string> sentence_of_ours(const World& world, const MailAtHand& mail) {
    return world.our_sentences.sent_back_in(mail.read.own.new_text);
}

MailAtHand read_mail(const Config& config, const Fetched& fetched) {
    return read_mail(
        config, fetched.raw,
        Source{{}, sha256_hex(fetched.raw), fetched.arrival, place_of(fetched.uid_validity, fetched.uid)},
        reading_limits(config.limits));
}

MailAtHand read_mail(const Config& config, const StoredMail& mail, const Source& source) {
    return read_mail(config, mail.raw, source, limits_in(mail.limits, config.limits));
}

MailAtHand read_mail(const Config& config, const StoredMail& mail) {
    return read_mail(config, mail, Source{{}, mail.sha256, mail.arrival, place_of(mail.uid_validity, mail.uid)});
}

// Threads become known later, so what was found is kept on the mail's row.
RecordId answered_by(const World& world, const MailAtHand& mail) {
    const auto stored = world.store.find_mail_by_sha256(mail.source.sha256);
    if (!stored || stored->state != MailState::handled || stored->record == 0)
        return recognise(world, mail.message).record;
    return stored->reason == named_by_lines ? 0 : stored->record;
}

std::optional<AnswerMail> whole_answer(const World& world, const MailAtHand& mail, const Decision& d,
                                       const Author& author) {
    const bool has_scopes = !scoped_numbers(mail.read).empty();
    const Sender sender = as_sender(mail, author);
    if (has_scopes && answered_by(world, mail) == 0) return std::nullopt;
    const Interpretation read = without_scopes(reading_for_own(mail, d));
    if (const auto line = line_of_ours(world, mail, d))
        return AnswerMail{sender,
                          asked_whose_words(d, sender.address, *line),
                          read.own.new_text,
                          {},
                          attachments_of(mail.message),
                          mail.source};
    auto answers = answers_for(world.config, d, read, mail.sender, mail.source.arrival,
                               replies_to_call_for_votes(world, mail.message));
    if (was_seconded_by_others(mail, d))
        ask_whether_it_is_a_vote(d, read, recognise(world, mail.message).subject == Subject::draft, answers.acts);
    // Where lines name their decisions, the text between them is no comment on this one.
    if (answers.acts.empty() && has_scopes) return std::nullopt;
    auto attachments = attachments_of(mail.message);
    if (answers.empty() && attachments.empty()) {
        answers.acts.push_back(BadCommand{{"", "Your mail had no words of your own that could be read.",
                                           "Write your answer above the quoted text, for example: +1"}});
    }
    return AnswerMail{
        sender,     std::move(answers.acts), read.own.new_text, std::move(answers.comments), std::move(attachments),
        mail.source};
}

std::optional<AnswerMail> scoped_answer(const World& world, const MailAtHand& mail, const Decision& d) {
    const auto numbers = scoped_numbers(mail.read);
    if (std::find(numbers.begin(), numbers.end(), d.number) == numbers.end()) return std::nullopt;
    const auto answered = answered_by(world, mail);
    const bool own = answered != 0 && world.store.find_number(d.number) == answered;
    const Sender sender = as_sender(mail, author_of(world, mail, d));
    const auto line = line_of_ours(world, mail, d);
    if (line && own) return std::nullopt;  // it is asked about as a whole
    if (line) return AnswerMail{sender, asked_whose_words(d, sender.address, *line), *line, {}, {}, mail.source};
    Interpretation whole = own ? reading_for_own(mail, d) : reading_for(mail, d);
    if (answered == 0) whole = with_lines_that_need_no_number(world, std::move(whole), numbers, d);
    const auto read = only_scope(whole, d.number);
    auto answers = answers_for(world.config, d, read, mail.sender, mail.source.arrival);
    return AnswerMail{sender, std::move(answers.acts), read.own.new_text, {}, {}, mail.source};
}

std::vector<Problem> lines_without_decision(const World& world, const MailAtHand& mail) {
    constexpr std::size_t most_asked = 10;
    const auto answered = answered_by(world, mail);
    const auto numbers = scoped_numbers(mail.read);
    std::vector<Problem> problems;
    std::map<std::size_t, Reading> loose;  // by where they stand
    for (const auto number : numbers) {
        const auto record = world.store.find_number(number);
        if (!record)
            problems.push_back({"D-" + std::to_string(number),
                                "There is no decision D-" + std::to_string(number) + '.',
                                "The invitation has its number in the subject."});
        if (answered != 0) continue;
        if (record && line_of_ours(world, mail, world.store.load(*record)))
            return problems;  // it is asked about as a whole
        const auto read = record ? reading_for(mail, world.store.load(*record)) : mail.read;
        const auto repeats = [&](const Reading& r) {
            return r.confidence != Confidence::unclear && answers_something(r) &&
                   std::all_of(read.readings.begin(), read.readings.end(),
                               [&](const Reading& other) { return other.scope.empty() || same_answer(r, other); });
        };
        for (const auto& r : read.readings)
            if (r.scope.empty() && !needs_no_number(r, numbers.size() == 1) && !repeats(r))
                loose.emplace(r.offset, r);
    }
    for (const auto& [number, line] : words_below_headings(mail)) {
        const Decision d = world.store.load(*world.store.find_number(number));
        problems.push_back({line, "It says nothing that could be counted for " + id(d) + '.',
                            "To answer, write the decision and the answer on one line, for example: " + id(d) + ": " +
                                example_answer(d) + ". A comment is kept in reply to the invitation."});
    }
    std::size_t asked = 0;
    for (const auto& [offset, r] : loose)
        if (asked++ < most_asked) problems.push_back(asked_which(r, numbers));
    return problems;
}

Confirm confirmation(const World& world, const Decision& d, const AnswerHeld& held, const StoredMail& held_mail,
                     bool yes, const Source& confirming) {
    Confirm confirm{held.source.sha256, yes, {}, {}, confirming};
    const auto* owner = find_person(world.config, held.other_address);
    confirm.address_of_another = owner && owner != person_today(world.config, held.by.name, held.by.address);
    if (!yes) return confirm;
    Source source = held.source;
    source.arrival = confirming.arrival;
    auto mail = read_mail(world.config, held_mail, source);
    find_headings(world, mail);
    const bool scoped = held.new_text != mail.read.own.new_text && scoped_answer(world, mail, d).has_value();
    auto answer = scoped ? scoped_answer(world, mail, d) : whole_answer(world, mail, d, author_of(world, mail, d));
    if (!answer) answer = scoped_answer(world, mail, d);  // the lines that name this decision were all of the mail
    if (answer) {
        confirm.acts = std::move(answer->acts);
        confirm.comments = std::move(answer->comments);
    }
    return confirm;
}

}  // namespace assentd
