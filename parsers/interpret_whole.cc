// SPDX-License-Identifier: Apache-2.0
#include "parsers/interpret_whole.h"

#include <algorithm>
#include <array>
#include <map>

#include "parsers/ascii.h"
#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/ballot_whole.h"
#include "parsers/fold.h"
#include "parsers/mime/charsets.h"
#include "parsers/own_words/sign_offs.h"
#include "parsers/proposals/head_lines.h"
#include "parsers/reasons.h"
#include "parsers/verdict.h"
#include "parsers/votes/vote_neighbours.h"
#include "parsers/votes/vote_subject.h"

namespace assentd::words {
namespace {

bool is_vote(const Reading& r) {
    return r.type == ReadingType::vote;
}
bool in_passing(const Reading& r) {
    return r.rule.ends_with(":in-passing");
}
bool is_change(const Reading& r) {
    return r.rule.starts_with("change:");
}

// A subject that announces a result or the end of a vote: its mail reports votes and casts none.
bool announces(std::string_view subject) {
    const Title plain = read_title(subject);
    const std::size_t tag = subject.find('[');
    if (tag == std::string_view::npos || plain.tags.empty() || trim(subject.substr(0, tag)).ends_with(':'))
        return false;
    constexpr std::array tags{"result",   "results", "cancel",      "cancelled",      "canceled",  "passed", "failed",
                              "announce", "ann",     "vote result", "result of vote", "withdrawn", "closed"};
    return std::any_of(plain.tags.begin(), plain.tags.end(), [&](const std::string& t) {
        return std::find(tags.begin(), tags.end(), fold(t)) != tags.end();
    });
}

// "+1 approve" / "0 abstain" / "-1 reject" below each other explain the values; nobody votes for all of them.
bool is_legend(std::string_view text) {
    constexpr std::array positive{"approve",  "yes",       "accept",  "agree", "release",
                                  "in favor", "in favour", "support", "go",    "ship"};
    constexpr std::array negative{"disapprove", "no",   "reject",   "do not",  "don't",
                                  "against",    "veto", "disagree", "because", "not"};
    const auto starts = [](std::string_view s, const auto& table) {
        return std::any_of(table.begin(), table.end(), [&](std::string_view w) { return starts_with_phrase(s, w); });
    };
    bool plus = false;
    bool minus = false;
    std::size_t explained = 0;
    std::size_t zeros = 0;
    for (std::string_view line : lines_of(text)) {
        if (line.size() > 300 || line.size() < 3) continue;
        const std::string folded = fold(trim(line));
        std::string_view s = folded;
        while (s.starts_with("[ ]") || s.starts_with("* ") || s.starts_with("- ") || s.starts_with("[]"))
            s = trim(s.substr(s.find(s[0] == '[' ? ']' : ' ') + 1));
        if (s.size() < 3 || (s[0] != '+' && s[0] != '-' && s[0] != '0')) continue;
        std::string_view tail = trim(s.substr(s[0] == '0' ? 1 : 2));
        while (!tail.empty() && std::string_view(":=-(, ").find(tail[0]) != std::string_view::npos)
            tail.remove_prefix(1);
        if (tail.empty()) continue;
        if (s[0] == '0' || s[1] == '0') ++zeros;
        if (s.starts_with("+1")) plus = true, explained += starts(tail, positive) ? 1 : 0;
        if (s.starts_with("-1")) minus = true, explained += starts(tail, negative) ? 1 : 0;
    }
    return plus && minus && (zeros > 0 || explained >= 2);
}

void resolve_scope(std::vector<Reading>& readings, const std::vector<std::size_t>& group) {
    const auto strongest = std::find_if(group.begin(), group.end(), [&](std::size_t i) {
        return !in_passing(readings[i]) && readings[i].confidence != Confidence::unclear;
    });
    std::vector<std::size_t> kept;
    for (std::size_t i : group) {
        if (in_passing(readings[i]) && strongest != group.end())
            readings[i].rule.clear();  // yields
        else
            kept.push_back(i);
    }
    const auto change =
        std::find_if(kept.rbegin(), kept.rend(), [&](std::size_t i) { return is_change(readings[i]); });
    if (change != kept.rend()) {
        for (std::size_t i : kept)
            if (i != *change) readings[i].rule.clear();
        return;
    }
    const bool differ = std::any_of(kept.begin(), kept.end(), [&](std::size_t i) {
        return readings[i].position != readings[kept.front()].position;
    });
    if (differ) {
        for (std::size_t i : kept) readings[i].confidence = Confidence::unclear;
        return;
    }
    // The same value several times is one reading: the surest, then the first.
    const auto best = std::min_element(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) {
        return readings[a].confidence < readings[b].confidence;
    });
    for (std::size_t i : kept)
        if (i != *best) readings[i].rule.clear();
}

// Two ballots of one kind: what they say of different options goes together, what they say twice must be the same.
bool join_ballots(Reading& into, const Reading& more) {
    if (into.type == ReadingType::ranking) return into.ranks == more.ranks;
    if (into.type == ReadingType::approvals) {
        // "A, please" / "B it is"; and what a form leaves empty is no part of the list beside it.
        const bool in_words = into.rule == "approvals:words" || more.rule == "approvals:words";
        const bool in_one_form = is_form(into) == is_form(more);
        if ((in_words || !in_one_form) && !same_content(into, more)) return false;
        for (const std::string& option : more.approvals)
            if (std::find(into.approvals.begin(), into.approvals.end(), option) == into.approvals.end())
                into.approvals.push_back(option);
        return true;
    }
    return std::all_of(more.scores.begin(), more.scores.end(),
                       [&](const auto& score) { return into.scores.emplace(score).first->second == score.second; });
}

// The question quotes the ballot itself.
std::string says_otherwise(const Reading& other) {
    return "It does not say the same as \"" + on_one_line(other) + "\", which stands in your mail, too";
}

void join_ballots(std::vector<Reading>& readings) {
    const auto first = std::find_if(readings.begin(), readings.end(),
                                    [](const Reading& r) { return is_ballot(r) && !r.rule.empty(); });
    if (first == readings.end()) return;
    for (auto more = first + 1; more != readings.end(); ++more) {
        if (!is_ballot(*more) || more->scope != first->scope || more->rule.empty()) continue;
        const bool joined =
            more->type == first->type && more->confidence != Confidence::unclear && join_ballots(*first, *more);
        if (joined) {
            add_line(*first, more->lines.empty() ? more->line : more->lines);
            more->rule.clear();
            continue;
        }
        more->confidence = Confidence::unclear;
        if (more->reason.empty()) more->reason = says_otherwise(*first);
        // The first is the one that is asked about.
        if (first->confidence != Confidence::unclear) first->reason = says_otherwise(*more);
        first->confidence = Confidence::unclear;
    }
}

// "A > B", and below it "Cheers," and "B": the first letter of a name, as that option has its place already.
void drop_initial(std::vector<Reading>& readings, std::string_view new_text) {
    const std::string_view signed_off = without_sign_off(new_text);
    const auto end = static_cast<std::size_t>(signed_off.data() - new_text.data()) + signed_off.size();
    const auto order = std::find_if(readings.begin(), readings.end(), is_ballot);
    if (order == readings.end() || order->rule != "ranking:order" || order->offset >= end) return;
    std::erase_if(readings, [ranks = order->ranks, end](const Reading& r) {
        return r.type == ReadingType::approvals && r.offset >= end && ranks.contains(std::string(strip(r.line)));
    });
}

// "\u00DF \u00EF\u00F0\u00EE\u00F2\u00E8\u00E2." was Cyrillic, and its charset was guessed: few words of such letters
// alone may be a vote.
void ask_about_garbled(Interpretation& in, const Message& message) {
    constexpr std::size_t longest = 200;
    const std::string_view said = trim(in.own.new_text);
    const bool guessed = std::any_of(message.remarks.begin(), message.remarks.end(), [](const std::string& remark) {
        return remark.ends_with(read_as_windows_1252);
    });
    if (!guessed || said.size() > longest) return;
    const auto accented = std::count_if(said.begin(), said.end(), [](char c) { return c == '\xC2' || c == '\xC3'; });
    const auto plain = std::count_if(said.begin(), said.end(), is_letter);
    if (accented < 2 || accented <= plain) return;
    Reading r;
    r.line = said.substr(0, said.find('\n'));
    r.rule = "attempt:charset";
    r.confidence = Confidence::unclear;
    in.readings.push_back(std::move(r));
}

}  // namespace

std::size_t decision_id_size(std::string_view s) {
    if (s.size() < 3 || (s[0] != 'D' && s[0] != 'd') || s[1] != '-' || !is_digit(s[2])) return 0;
    std::size_t n = 2;
    while (n < s.size() && n < 12 && is_digit(s[n])) ++n;
    return n < s.size() && is_word_byte(s[n]) && !s.substr(n).starts_with("\uFF1A") ? 0 : n;
}

std::vector<std::string> option_scopes(std::string_view folded_tail, std::string_view line, const Options& options) {
    std::string_view s = trim(folded_tail);
    if (!options.empty())  // "+1 A"
        if (const auto option = option_named(line.substr(line.size() - std::min(line.size(), s.size())), options);
            option && fold(trim(line)).ends_with(s))
            return {*option};
    for (std::string_view link : {"for", "to", "on"}) {
        if (!starts_with_phrase(s, link)) continue;
        // The same bytes of the line as written, for its capitals; the tail is a suffix of its reading copy.
        const std::string_view rest = trim(s.substr(link.size()));
        std::string_view written = trim(line);
        if (written.size() < rest.size()) return {};
        written = written.substr(written.size() - rest.size());
        if (fold(written) != rest) return {};
        std::string list = with_labels(written, options);
        list.resize(std::min(list.find_first_of(".!;:("), list.size()));
        for (std::string_view word : {" and ", " & ", " or "})
            for (std::size_t at = list.find(word); at != std::string::npos; at = list.find(word))
                list.replace(at, word.size(), 1, ',');
        std::vector<std::string> scopes;
        for (std::size_t at = 0; at <= list.size() && scopes.size() < 100;) {
            const std::size_t end = std::min(list.find(',', at), list.size());
            const std::string_view item = trim(std::string_view(list).substr(at, end - at));
            const auto option = option_named(item, options);
            const auto head = option ? std::nullopt : option_at_start(item, options);
            if (head) scopes.push_back(head->option);  // "+1 for A because it is near"
            if (!option) break;                        // "+1 for A, thanks"
            scopes.push_back(*option);
            at = end + 1;
        }
        return scopes;
    }
    return {};
}

Turn turn_behind_option(std::string_view tail, const std::string& label, const Options& options) {
    std::size_t end = 0;
    for (const auto& [known, text] : options) {
        if (known != label) continue;
        for (const std::string& name : {fold(label), fold(strip(text))})
            if (const std::size_t at = find_phrase(tail, name); at != tail.npos && end == 0) end = at + name.size();
    }
    const std::string_view rest = tail.substr(end);
    return end == 0 ? Turn::none : turn_behind(rest.substr(0, sentence_end(rest, 0)), false);
}

Reading vote_reading(const FoundVote& v) {
    Reading r;
    r.position = v.position;
    r.strength = v.strength;
    r.confidence = v.confidence;
    r.claim = v.claim;
    r.rule = v.rule;
    return r;
}

bool same_content(const Reading& a, const Reading& b) {
    const auto sorted = [](std::vector<std::string> list) {
        std::sort(list.begin(), list.end());
        return list;
    };
    return a.type == b.type && a.position == b.position && a.ranks == b.ranks && a.scores == b.scores &&
           sorted(a.approvals) == sorted(b.approvals);
}

bool is_form(const Reading& r) {
    return r.rule.starts_with("ranking:boxes") || r.rule.starts_with("scores:boxes") ||
           r.rule.starts_with("form:box");
}

namespace {

void join_halves(Reading& below, const std::vector<Reading>& quoted) {
    if (below.type == ReadingType::vote) return;
    const auto has_both = [](const auto& into, const auto& more) {
        return std::any_of(more.begin(), more.end(), [&](const auto& m) { return into.contains(m.first); });
    };
    const auto has_all = [](const auto& into, const auto& more) {
        return std::all_of(more.begin(), more.end(), [&](const auto& m) { return into.contains(m.first); });
    };
    for (const Reading& half : quoted) {
        const bool same = half.type == below.type && half.confidence != Confidence::unclear;
        const bool numbers = same && (below.type == ReadingType::ranking || below.type == ReadingType::scores);
        if (numbers && has_all(below.ranks, half.ranks) && has_all(below.scores, half.scores)) continue;
        if (same && !numbers && half.approvals == below.approvals) continue;
        if (numbers && !has_both(below.ranks, half.ranks) && !has_both(below.scores, half.scores)) {
            below.ranks.insert(half.ranks.begin(), half.ranks.end());
            below.scores.insert(half.scores.begin(), half.scores.end());
            add_line(below, half.lines.empty() ? half.line : half.lines);
            continue;
        }
        below.confidence = Confidence::unclear;
        if (below.reason.empty())
            below.reason =
                "The form is filled in below the quotation and, otherwise, inside it: \"" + on_one_line(half) + "\"";
    }
}

// The mail answers in words, and this is filled in inside the quotation.
void hold_against(std::vector<Reading>& readings, const std::vector<bool>& own_answers, Reading quoted) {
    const bool task = quoted.rule.find(":task") != std::string::npos && !is_ballot(quoted);
    if (task || quoted.type == ReadingType::form) return;  // a box that answers nothing
    Reading* other = nullptr;
    for (std::size_t i = 0; i < own_answers.size(); ++i) {
        if (!own_answers[i]) continue;
        if (same_content(readings[i], quoted)) return;
        if (is_ballot(readings[i]) && is_ballot(quoted)) other = &readings[i];
    }
    if (other)
        spoil(*other, "The form inside the quotation is filled in otherwise: \"" + on_one_line(quoted) + "\"");
    else
        readings.push_back(std::move(quoted));
}

}  // namespace

void join_quoted(std::vector<Reading>& readings, std::vector<Reading> quoted) {
    if (quoted.empty()) return;
    if (readings.size() == 1 && is_form(readings[0])) return join_halves(readings[0], quoted);
    bool answers = false;
    std::vector<bool> own_answers;  // to this decision
    for (const Reading& r : readings) {
        const bool answer = is_answer(r) && !r.rule.starts_with("word:unsure");
        answers = answers || answer;
        own_answers.push_back(answer && decision_id_size(r.scope) == 0);
    }
    const bool here = std::find(own_answers.begin(), own_answers.end(), true) != own_answers.end();
    if (answers && !here) return;  // others are answered, each by its number
    for (Reading& q : quoted)
        here ? hold_against(readings, own_answers, std::move(q)) : readings.push_back(std::move(q));
}

void spoil_ballots_of_a_test(std::vector<Reading>& readings, std::string_view text) {
    if (!says_it_is_a_test(text)) return;
    for (Reading& r : readings)
        if (is_ballot(r)) spoil(r, "The mail says that it is a test");
}

void settle_readings(Interpretation& in, const Message& message, const AnsweredText& answered,
                     const ReadingContext& context) {
    std::vector<Reading>& readings = in.readings;
    const bool announced = announces(message.subject);
    if (readings.empty() && !announced) ask_about_subject(in, message, context.words);
    if (readings.empty()) ask_about_garbled(in, message);
    if (readings.empty()) return;
    const auto signs = [](const Reading& r) { return is_vote(r) && r.rule.starts_with("sign:leading"); };
    const bool legend = std::any_of(readings.begin(), readings.end(), signs) && is_legend(in.own.new_text);
    std::erase_if(readings, [&](const Reading& r) { return (announced && is_vote(r)) || (legend && signs(r)); });
    const std::string_view bare = bare_words(in.own.new_text, message.from);
    std::erase_if(readings, [&](const Reading& r) {  // "OK" says something when it is all that somebody says
        return r.rule.starts_with("word:unsure") && bare != r.line;
    });
    drop_own_names(readings, in.own.new_text, message.from);
    doubt_below_sign_off(readings, in.own.new_text, message.from);
    std::map<std::string, std::vector<std::size_t>> scopes;
    for (std::size_t i = 0; i < readings.size(); ++i)
        if (is_vote(readings[i])) scopes[readings[i].scope].push_back(i);
    const std::vector<std::string>& cut = in.own.remarks;
    if (std::find(cut.begin(), cut.end(), top_attribution) != cut.end())  // whose words these are is anybody's guess
        for (Reading& r : readings)
            if (is_vote(r) && !is_form(r)) r.confidence = Confidence::unclear;
    const auto answers = std::count_if(in.own.answers.begin(), in.own.answers.end(), [](const Answer& answer) {
        const std::string_view said = without_sign_off(answer.text);
        return !said.empty() && !is_greeting(said);
    });
    if (answers >= 2)  // "Agreed." below one quoted line of several answers that line
        for (Reading& r : readings)
            if (is_vote(r) && r.rule.starts_with("word:") && r.confidence == Confidence::near)
                r.confidence = Confidence::unclear;
    ask_about_quoted_questions(in, answered);
    for (const auto& [scope, group] : scopes) resolve_scope(readings, group);
    drop_initial(readings, in.own.new_text);
    join_ballots(readings);
    std::erase_if(readings, [](const Reading& r) { return r.rule.empty(); });
    const bool votes = std::any_of(readings.begin(), readings.end(), is_vote);
    if (votes) std::erase_if(readings, [](const Reading& r) { return r.rule == "change:withdraw"; });
    give_reasons(in, answered, context, message.from);
    say_what_was_understood(readings);
}

Interpretation of_automatic(const Message& message, Interpretation in) {
    in.verdict = ReadingVerdict::ignored;
    if (message.kind != MessageKind::calendar_reply || message.calendar_partstat.empty()) return in;
    in.verdict = ReadingVerdict::comment;
    if (message.calendar_partstat != "ACCEPTED") return in;
    Reading r;
    r.position = Position::agree;
    r.confidence = Confidence::unclear;
    r.line = "calendar reply: ACCEPTED";
    r.rule = "calendar-accepted";
    in.readings.push_back(r);
    give_verdict(in);
    return in;
}

}  // namespace assentd::words
