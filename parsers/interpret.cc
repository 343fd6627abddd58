// SPDX-License-Identifier: Apache-2.0
//
// The grammar, line by line over the sender's own words; the first that fits takes the line:
//     mail        = *line
//     line        = code / trailer / command-line / concern / resolve / ballot / box / scoped / change / votes
//     code        = line of a fenced block, a patch, or indented by four        says nothing
//     trailer     = "Acked-by:" name                                            parsers/commands/trailers
//     command-line, concern, resolve                                            parsers/commands/command_lines
//     ballot      = ranking / scores / approvals                                parsers/ballots/ballots
//     box         = "[x]" (vote-value / option)                                 also in quoted text
//     scoped      = 1*("D-" number [","]) ":" (vote-value / command-line)       parsers/commands/scoped_line
//     change      = "changing my vote to" value / value ("->" / "=>") value / "I withdraw my vote"
//     votes       = see parsers/votes/vote_line
// Then over the whole mail: values that contradict each other make all of them unclear; words that answer something
// in passing yield to surer readings; what stands around a vote is its reason.
#include <algorithm>
#include <span>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/ballot_whole.h"
#include "parsers/ballots/ballots.h"
#include "parsers/ballots/box_readings.h"
#include "parsers/ballots/option_answers.h"
#include "parsers/ballots/option_verdicts.h"
#include "parsers/ballots/option_words.h"
#include "parsers/commands/command_lines.h"
#include "parsers/commands/scoped_line.h"
#include "parsers/commands/trailers.h"
#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/own_words/wrapped_lines.h"
#include "parsers/reading.h"
#include "parsers/reasons.h"
#include "parsers/verdict.h"
#include "parsers/versions.h"
#include "parsers/votes/code_lines.h"
#include "parsers/votes/lone_answers.h"
#include "parsers/votes/reported_lines.h"
#include "parsers/votes/thanks_or_yes.h"
#include "parsers/votes/vote_afterthoughts.h"
#include "parsers/votes/vote_attempts.h"
#include "parsers/votes/vote_changes.h"
#include "parsers/votes/vote_sentence.h"
#include "parsers/votes/vote_surroundings.h"
#include "parsers/votes/vote_terms.h"

namespace assentd {
namespace {

constexpr std::size_t most_readings = 500;
constexpr std::size_t analysed_bytes = 4000;  // of one line

class Interpreter {
  public:
    Interpreter(const Message& m, OwnWords own, const ReadingContext& c)
        : message_(m), context_(c), answered_(c.answered) {
        result_.own = std::move(own);
    }

    Interpretation run() {
        if (message_.kind != MessageKind::human) return words::of_automatic(message_, std::move(result_));
        if (!context_.opens_proposal) {
            read_lines();
            read_quoted_forms();
            take_lone_answer();
            make_ballot_whole();
            wrap_again();
            words::settle_readings(result_, message_, answered_, context_);
            words::give_commands_their_text(result_, answered_, message_.from);
        }
        words::give_verdict(result_);
        return std::move(result_);
    }

  private:
    void read_lines() {
        unwrap();
        reported_ = words::reported_lines(lines_);
        tallies_ = std::count_if(lines_.begin(), lines_.end(), words::may_be_tally);
        has_terms_ = words::names_terms(lines_);
        several_ = std::any_of(lines_.begin(), lines_.end(), words::names_decision);
        words::CodeWatch code(lines_);
        code_.assign(lines_.size(), false);
        if (words::take_answers_to_options(result_, message_, context_)) return;
        for (std::size_t i = 0; i < lines_.size() && result_.readings.size() < most_readings;) {
            code_[i] = code.is_code(lines_[i]) || indented(i);
            i += code_[i] || words::is_blank(lines_[i]) ? 1 : read_at(i);
        }
    }

    // The text is read with its sentences whole; byte for byte it stays as long.
    void unwrap() {
        std::string& text = result_.own.new_text;
        lines_ = words::lines_of(text);
        wraps_ = words::wraps_in(text, lines_, answered_.copied(lines_));
        for (const std::size_t end : wraps_.ends) text[end] = ' ';
        lines_ = words::lines_of(text);
        copied_ = answered_.copied(lines_);
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (is_doubtful(i, Doubt::wrapped)) wraps_.may_go_on[i] = true;
    }

    bool is_doubtful(std::size_t i, Doubt doubt) const {
        const auto& doubtful = result_.own.doubtful;
        return std::any_of(doubtful.begin(), doubtful.end(), [&](const DoubtfulLine& d) {
            return d.doubt == doubt && d.line == words::trim(lines_[i]);
        });
    }

    void wrap_again() {
        for (const std::size_t end : wraps_.ends) result_.own.new_text[end] = '\n';
        lines_.clear();
    }

    // Indented text is code, unless the mail says nothing else, or it is of the form.
    bool indented(std::size_t i) const {
        if (lines_.size() <= 3 || !(lines_[i].starts_with("    ") || lines_[i].starts_with('\t'))) return false;
        const auto box = words::box_in_line(lines_[i].substr(0, analysed_bytes), context_);
        return !box || words::box_reading(*box, context_).type == ReadingType::form;
    }

    std::size_t read_at(std::size_t i) {
        const std::string_view line = lines_[i].substr(0, analysed_bytes);
        if (copied_[i]) return take_votes(i, line, words::fold(line));
        if (reported_[i]) return take_reported(i, line);
        if (const auto trailer = words::read_trailer(line, message_.from)) return take_trailer(i, *trailer);
        if (auto command = words::read_command(line)) {
            if (!words::takes_rest(*command) && !words::runs_on(*command)) ask_about_condition_below(*command, i);
            return take_command(i, std::move(*command));
        }
        if (const std::size_t used = take_headed(i)) return used;
        std::vector<Reading> several = words::read_scoped_line(line, context_, several_);
        if (several.empty()) several = words::option_verdicts(line, context_);
        for (Reading& r : several) add(i, std::move(r));
        if (!several.empty()) return 1;
        if (auto ballot = words::read_ballot(std::span(lines_).subspan(i), context_, boxes_)) {
            turn_by_lines_below(ballot->reading, i + ballot->lines);
            add(i, std::move(ballot->reading), ballot->lines);
            return ballot->lines;
        }
        if (context_.naming_chooses)
            if (auto chosen = words::chosen_in_words(line, context_.options);
                chosen && chosen->confidence != Confidence::unclear)
                return add(i, std::move(*chosen)), 1;
        if (const auto box = words::box_in_line(line, context_)) {
            if (box->ticked()) take_box(i, *box);
            return 1;
        }
        const std::string folded = words::fold(line);
        if (auto changed = words::read_change(folded, context_.words)) {
            ask_about_condition_below(*changed, i);
            add(i, std::move(*changed));
            return 1;
        }
        return take_votes(i, line, folded);
    }

    // "withdraw vote" / "if the cap is in"
    void ask_about_condition_below(Reading& r, std::size_t i) const {
        const auto below = std::span(lines_).subspan(i + 1);
        if (r.confidence == Confidence::unclear) return;
        if (words::turn_by_lines({}, below, false) != words::Turn::condition) return;
        words::leave_unclear(r, ":condition",
                             "It may depend on what stands below it. When it is so, write this line alone");
    }

    // "B > A" / "but only if it is cheap"
    void turn_by_lines_below(Reading& ballot, std::size_t next) const {
        if (context_.options.empty() || ballot.confidence == Confidence::unclear) return;
        const auto below = std::span(lines_).subspan(next);
        const words::Turn turned = words::turn_by_lines({}, below, false);
        if (turned != words::Turn::none && turned != words::Turn::question)
            words::spoil(ballot, "What stands below it may be a condition, or take it back");
    }

    // A ballot or vote of somebody else, as it seems: whoever writes nothing else is asked.
    std::size_t take_reported(std::size_t i, std::string_view line) {
        auto ballot = words::read_ballot(std::span(&lines_[i], 1), context_, boxes_);
        if (!ballot) return take_votes(i, line, words::fold(line));
        words::spoil(ballot->reading, "It may be what somebody else said");
        add(i, std::move(ballot->reading));
        return 1;
    }

    std::size_t offset_of(std::size_t i) const {
        return static_cast<std::size_t>(lines_[i].data() - result_.own.new_text.data());
    }

    void add(std::size_t i, Reading r, std::size_t lines = 1) {
        r.line = std::string(words::trim(lines_[i].substr(0, analysed_bytes)));
        r.offset = offset_of(i);
        r.end = offset_of(i + lines - 1) + lines_[i + lines - 1].size();
        if (wraps_.may_go_on[i])
            words::leave_unclear(r, ":wrapped",
                                 "It may be the end of the line above it. If it is not, write it alone");
        if (is_doubtful(i, Doubt::below_rule))
            words::leave_unclear(r, ":below-rule",
                                 "It stands below a line that begins a signature. If it is meant, write it alone");
        if (lines > 1 && words::is_ballot(r)) r.lines = result_.own.new_text.substr(r.offset, r.end - r.offset);
        result_.readings.push_back(std::move(r));
    }

    // "D-1:" / "+1": the name of a decision and, right below it, its answer. How many lines; 0 when they are none.
    std::size_t take_headed(std::size_t i) {
        if (i + 1 >= lines_.size() || !words::is_decision_heading(lines_[i]) || words::is_blank(lines_[i + 1]))
            return 0;
        const std::string joined =
            std::string(words::trim(lines_[i])) + ' ' + std::string(words::trim(lines_[i + 1]));
        auto scoped = words::read_scoped_line(joined, context_, several_);
        if (scoped.empty() || scoped.front().confidence == Confidence::unclear) return 0;
        for (Reading& r : scoped) {
            add(i, std::move(r), 2);
            result_.readings.back().line = joined;
        }
        return 2;
    }

    std::size_t take_trailer(std::size_t i, const words::Trailer& t) {
        if (!t.senders) return 1;
        Reading r;
        r.position = t.position;
        r.rule = "trailer:" + words::fold(t.key);
        if (t.noted) r.confidence = Confidence::unclear, r.rule += ":hedge";
        add(i, std::move(r));
        return 1;
    }

    // Whether a line is more of the words before it: what begins with "+1" is nobody's answer to a concern.
    static bool goes_on(const Reading& r, std::string_view line) {
        const std::string folded = words::fold(words::trim(line));
        return !words::is_blank(line) && !words::read_command(line) &&
               (r.reason.empty() || !(words::sign_at(folded) || words::lone_vote(folded)));
    }

    std::size_t take_command(std::size_t i, Reading r) {
        if (words::takes_rest(r)) {
            std::string rest = r.reason.empty() ? std::string{} : r.reason + "\n";
            if (i + 1 < lines_.size()) rest += result_.own.new_text.substr(offset_of(i + 1));
            r.reason = std::string(words::trim(rest));
            add(i, std::move(r), lines_.size() - i);
            return lines_.size() - i;
        }
        std::size_t used = 1;
        if (words::runs_on(r))
            for (; i + used < lines_.size() && goes_on(r, lines_[i + used]); ++used)
                (r.reason += r.reason.empty() ? "" : "\n").append(words::trim(lines_[i + used]));
        add(i, std::move(r), used);
        return used;
    }

    // The lines of which nothing was read, and which are the sender's own words.
    std::vector<bool> unread_lines() const {
        std::vector<bool> unread(lines_.size());
        std::size_t read_to = 0;
        std::size_t next = 0;  // readings are in the order of the text
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            for (; next < result_.readings.size() && result_.readings[next].offset <= offset_of(i); ++next)
                read_to = std::max(read_to, result_.readings[next].end);
            unread[i] =
                offset_of(i) >= read_to && !code_[i] && !copied_[i] && !reported_[i] && !answered_.holds(lines_[i]);
        }
        return unread;
    }

    // A vote in few words that is all the mail says.
    void take_lone_answer() {
        std::vector<Reading>& readings = result_.readings;
        const std::string_view whole = words::bare_words(result_.own.new_text, message_.from);
        std::size_t i = 0;
        while (i < lines_.size() && words::trim(lines_[i]) != whole) ++i;
        const bool open = readings.empty() || (readings.size() == 1 && readings[0].rule.ends_with(":in-passing"));
        if (!open || !context_.options.empty() || whole.empty() || i == lines_.size()) return;
        const std::string folded = words::fold(lines_[i].substr(0, analysed_bytes));
        auto vote = words::lone_answer(folded, context_.words);
        if (!vote || answered_.holds(whole)) return;
        turn_by_surroundings(*vote, i, folded);
        readings.clear();
        add(i, words::vote_reading(*vote));
    }

    // What is no answer yet, and looks like one or like a part of one, is asked about.
    void make_ballot_whole() {
        std::vector<Reading>& readings = result_.readings;
        const std::string& text = result_.own.new_text;
        const bool answers = std::any_of(readings.begin(), readings.end(), words::is_answer);
        if (answers || (!readings.empty() && context_.options.empty())) {
            const std::vector<bool> unread = unread_lines();  // a joined ballot spans what stands between its votes
            words::join_option_votes(readings, context_, text);
            words::spoil_ballots_of_a_test(readings, text);
            words::doubt_by_afterthoughts(readings, text, lines_, unread, message_.subject);
            words::ask_about_leftovers(readings, lines_, unread, context_);
            words::ask_about_wrapped(readings, words::new_quoted_lines(result_.own.quoted_text, answered_, context_),
                                     result_.own.run_on, context_);
        } else if (auto r = words::read_attempt(text, lines_, unread_lines(), context_, message_);
                   r && !answered_.holds(r->line)) {
            readings.push_back(std::move(*r));
        }
    }

    void take_box(std::size_t i, const words::Box& box) {
        Reading r = words::box_reading(box, context_);
        r.line = words::trim(lines_[i].substr(0, analysed_bytes));
        if (words::is_filled_in(box, r) && !words::joins_last(r, result_.readings)) add(i, std::move(r));
    }

    // Boxes that were filled in inside the quoted form.
    void read_quoted_forms() {
        const std::string& quoted = result_.own.quoted_text;
        if (!quoted.empty()) words::join_quoted(result_.readings, words::quoted_forms(quoted, answered_, context_));
    }

    // What stands outside its sentence may turn a vote, too.
    void turn_by_surroundings(words::FoundVote& v, std::size_t i, std::string_view folded) const {
        if (copied_[i]) {
            v.confidence = Confidence::unclear;
            v.rule += ":copied";
            v.in_passing = true;
        }
        if (reported_[i]) {
            words::turn(v, words::Turn::reported);
            v.in_passing = true;
        }
        if (v.confidence == Confidence::unclear) return;
        const std::string_view line = lines_[i].substr(0, analysed_bytes);
        if (context_.options.empty())
            words::turn_by_mail(v, line, words::reason_behind(line, folded, v), message_, result_.own.new_text);
        const std::string_view tail = folded.substr(std::min(v.end, folded.size()));
        const auto below = std::span(lines_).subspan(i + 1);
        words::turn(v, words::turn_by_lines(tail, below, !v.is_word, v.position));
        if (v.position == Position::agree && words::refused_below(v, tail, below)) words::turn(v, words::Turn::hedge);
        if (has_terms_ && v.position == Position::agree) words::turn(v, words::Turn::condition);
        if (words::casts_for_another(tail, message_.from)) words::turn(v, words::Turn::reported);
    }

    std::size_t take_votes(std::size_t i, std::string_view line, std::string_view folded) {
        const auto below = std::span(lines_).subspan(i + 1);
        std::string said = words::said_in(line, folded, message_.from, below, context_.words);
        const bool one_tally = tallies_ == 1 && words::may_be_tally(line);  // a single line is nobody's count
        if (one_tally) said[words::tally_colon(folded)] = ',';
        std::vector<words::FoundVote> votes = words::votes_in_line(said, context_.words);
        for (words::FoundVote& v : votes) {
            const auto meaning = words::meaning_of(said.substr(v.begin, v.end - v.begin), lines_, i, message_.text);
            if (meaning == words::Meaning::thanks) continue;
            if (meaning == words::Meaning::unsure) words::turn(v, words::Turn::doubt);
            turn_by_surroundings(v, i, folded);
            if (one_tally && words::names_somebody(line)) words::turn(v, words::Turn::reported);
            Reading r = words::vote_reading(v);
            if (v.in_passing) r.rule += ":in-passing";
            if (v.is_word && folded.substr(v.begin, v.end - v.begin).starts_with("recuse")) r.command = "recuse";
            if (v.is_word && folded.substr(v.begin, v.end - v.begin).starts_with("seconded")) r.command = "seconded";
            std::vector<std::string> scopes = words::option_scopes(folded.substr(v.end), line, context_.options);
            if (scopes.empty())
                scopes.emplace_back();
            else if (v.confidence != Confidence::unclear)
                words::turn(v, words::turn_behind_option(folded.substr(v.end), scopes.back(), context_.options));
            r.confidence = v.confidence;
            r.rule = r.rule.ends_with(":in-passing") ? r.rule : v.rule;
            for (std::string& scope : scopes) {
                r.scope = std::move(scope);
                add(i, r);
            }
        }
        return 1;
    }

    const Message& message_;
    const ReadingContext& context_;
    words::AnsweredText answered_;
    Interpretation result_;
    words::Wraps wraps_;
    std::vector<std::string_view> lines_;
    std::vector<bool> copied_, code_, reported_;  // of lines_
    words::BoxRun boxes_;
    std::ptrdiff_t tallies_ = 0;  // lines that may be somebody's tally
    bool has_terms_ = false;      // the mail says on what terms it votes
    bool several_ = false;        // lines name the decisions that they answer
};

}  // namespace

Interpretation interpret(const Message& message, const ReadingContext& context) {
    return interpret(message, own_words(message.text, message.from), context);
}

Interpretation interpret(const Message& message, OwnWords own, const ReadingContext& context) {
    return words::unless_versions_differ(Interpreter(message, std::move(own), context).run(), message, context);
}

bool depends_on(const ReadingContext& context, const Interpretation& read) {
    if (!context.words.empty() || !context.options.empty() || context.opens_proposal) return true;
    if (context.answered.empty() || read.readings.empty()) return false;  // nothing stays nothing when it was copied
    // A form may have been filled in inside the text that is answered.
    if (std::any_of(read.readings.begin(), read.readings.end(), words::is_form)) return true;
    const words::AnsweredText answered(context.answered);
    const auto lines = words::lines_of(read.own.new_text);
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) { return answered.holds(line); });
}

}  // namespace assentd
