// SPDX-License-Identifier: Apache-2.0
//
// line      = [bullet] (labelled / lone / *sentence)
// labelled  = label [":" / "="] value [claim] rest               exact      "Vote: yes", "VOTE +1"
// lone      = value [claim] *punctuation                         exact      "+1 (binding)", "LGTM!"
// sentence  = value [claim] [tail] / lead-in value [tail] / any value-at-the-end
//             near; unclear when the tail is a condition, the sentence a question, or the value negated
// value     = sign / picture / word
// sign      = ("+" / "-") (1 / 0) ["." digits] / "0" (lone only); never touching a letter, a digit or another sign
// A sign in the middle of a sentence is taken only behind a lead-in, behind punctuation, or in a short sentence, and
// never behind a word that shows that it is spoken of ("3 +1 votes", "UTC +1").
#include "parsers/vote_line.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/vote_context_data.h"
#include "parsers/vote_tail.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_line = 2000;  // of a longer line only the beginning is read
constexpr std::size_t short_sentence = 8;   // words

FoundVote found(const Value& v, std::size_t at, Confidence confidence, std::string_view rule) {
    FoundVote f;
    f.position = v.position;
    f.strength = v.strength;
    f.confidence = confidence;
    f.begin = at;
    f.end = at + v.size;
    f.is_word = !v.sign;
    f.rule = std::string(v.rule) + ":" + std::string(rule);
    return f;
}

// "+1 or -1", "yes/no": a choice of values.
bool is_choice(std::string_view tail, const OwnVoteWords& own) {
    std::string_view s = skip_blanks(tail);
    const bool divided = s.starts_with('/') || s.starts_with('|') || starts_with_phrase(s, "or");
    if (!divided) return false;
    s = skip_blanks(s.substr(starts_with_phrase(s, "or") ? 2 : 1));
    return value_at(s, own).has_value() || s.starts_with('0');
}

// "-1 maybe, dunno", "No, wait, I need more time": whoever says so has not made up their mind. A word of doubt counts
// only near the vote, before the sentence goes on to its reasons.
bool holds_doubt(std::string_view tail) {
    const std::string_view near = tail.substr(0, std::min<std::size_t>(tail.size(), 40));
    const auto end = near.find_first_of(".;!\n");
    return std::any_of(doubts.begin(), doubts.end(), [&](std::string_view d) {
        return find_phrase(near.substr(0, end), d) != std::string_view::npos;
    });
}

void judge_tail(FoundVote& vote, std::string_view tail) {
    if (holds_doubt(tail)) {
        vote.confidence = Confidence::unclear;
        vote.rule += ":doubt";
    }
    const bool question = is_question(tail);
    if (!question && !conditional(tail) && !reserved(tail)) return;
    vote.confidence = Confidence::unclear;
    vote.rule += question ? ":question" : ":condition";
}

std::optional<FoundVote> leading_word(std::string_view sentence, std::size_t at, const Value& v, bool first) {
    const std::string_view tail = sentence.substr(v.size);
    const std::string_view rest = skip_blanks(tail);
    FoundVote vote = found(v, at, Confidence::near, "leading");
    const bool ends = without_end_marks(rest).empty() && !trim(rest).ends_with('?');
    if (ends) return vote;
    if (v.use == Use::alone) {
        if (words_of(rest, 5).size() > 4 ||
            !(rest[0] == ',' || rest[0] == '-' || any_phrase_starts(rest, casting_tails)))
            return std::nullopt;
    }
    if (v.use == Use::answer) {
        const bool divided = rest[0] == ',' || rest[0] == '-' || rest[0] == ':' || rest[0] == '(';
        std::string_view behind = rest;
        while (!behind.empty() && !is_word_byte(behind[0])) behind.remove_prefix(1);
        if (sentence.starts_with("no")) {
            if (!divided && !any_phrase_starts(behind, casting_tails)) return std::nullopt;
            if (starts_with_phrase(behind, "objection") || starts_with_phrase(behind, "objections")) {
                vote.confidence = Confidence::unclear;  // "No, objection!" and "no objection" differ by a comma
                return vote;
            }
        }
        if (!divided && any_phrase_starts(behind, no_idioms)) return std::nullopt;
        const bool about_it = any_phrase_starts(behind, answer_tails);
        vote.in_passing = !about_it;
        const bool elsewhere = any_phrase_starts(behind, pronouns) || words_of(behind, 9).size() > short_sentence;
        const bool runs_on = !divided && words_of(behind, 4).size() > 2;
        if (!about_it && (elsewhere || runs_on || !first)) vote.confidence = Confidence::unclear;
        if (starts_with_phrase(behind, "but")) vote.confidence = Confidence::unclear;
    }
    if (vote.position == Position::agree) {
        if (agrees_elsewhere(rest)) vote.confidence = Confidence::unclear, vote.in_passing = true;
    }
    judge_tail(vote, tail);
    return vote;
}

std::string_view word_before(std::string_view s) {
    const std::string_view t = trim(s);
    std::size_t i = t.size();
    while (i > 0 && (is_word_byte(t[i - 1]) || t[i - 1] == '\'')) --i;
    return t.substr(i);
}

bool ends_with_lead_in(std::string_view before) {
    const std::string_view s = trim(before);
    return std::any_of(lead_ins.begin(), lead_ins.end(), [&](std::string_view p) {
        return s.ends_with(p) && (s.size() == p.size() || !is_word_byte(s[s.size() - p.size() - 1]));
    });
}

bool holds_negation(std::string_view before) {
    return std::any_of(negations.begin(), negations.end(),
                       [&](std::string_view n) { return find_phrase(before, n) != std::string_view::npos; });
}

// A sign inside a sentence, `before` and `tail` being the rest of the sentence.
std::optional<FoundVote> sign_inside(std::string_view sentence, std::size_t in, std::size_t at, const Value& v) {
    const std::string_view before = sentence.substr(0, in);
    std::string_view tail = sentence.substr(in + v.size);
    const std::string_view word = word_before(before);
    const char last = trim(before).empty() ? ' ' : trim(before).back();
    const bool cast = any_phrase_starts(skip_blanks(tail), casting_tails);
    FoundVote vote = found(v, at, Confidence::near, "inside");
    vote.claim = take_claim(tail);
    if (is_tally(tail)) return std::nullopt;
    const bool lead_in = ends_with_lead_in(before);
    const bool number = !word.empty() && is_digit(word.back());
    const bool mention = std::find(mention_words.begin(), mention_words.end(), word) != mention_words.end();
    if ((mention || number) && !lead_in && !cast) return std::nullopt;
    if (any_phrase_starts(sentence, std::array{"why", "what", "who", "how", "whose"})) return std::nullopt;
    const bool punctuated = last == ',' || last == ':' || last == '-' || last == '(' || last == ')' || last == '"';
    const bool at_end = without_end_marks(tail).empty();
    const bool short_one = words_of(sentence, short_sentence + 2).size() <= short_sentence;
    if (holds_negation(before)) {
        vote.confidence = Confidence::unclear;
        vote.rule += ":negated";
    } else if (!lead_in && !cast && !punctuated && !(at_end && short_one) && words_of(before, 4).size() > 3) {
        if (!at_end) return std::nullopt;
        vote.confidence = Confidence::unclear;
    }
    if (begins_with_condition(sentence)) vote.confidence = Confidence::unclear, vote.rule += ":condition";
    judge_tail(vote, tail);
    return vote;
}

bool boundary_before(std::string_view s, std::size_t at) {
    return at == 0 || s[at - 1] == ' ' ||
           std::string_view("(*_\"',;:!?`[>").find(s[at - 1]) != std::string_view::npos;
}

// The next sign or picture in the sentence, from `from` on.
std::size_t next_sign(std::string_view s, std::size_t from) {
    for (std::size_t i = from; i < s.size(); ++i) {
        const bool may = s[i] == '+' || s[i] == '-' || s[i] == ':' || static_cast<unsigned char>(s[i]) >= 0xE2;
        if (may && (boundary_before(s, i) || static_cast<unsigned char>(s[i]) >= 0xE2) &&
            (sign_at(s.substr(i)) || (s[i] != '(' && picture_at(s.substr(i)))))
            return i;
    }
    return s.size();
}

// "Thanks, " / "Great, ": what people say before they vote.
std::size_t interjection_size(std::string_view s) {
    for (std::string_view word : interjections) {
        if (!starts_with_phrase(s, word)) continue;
        const std::string_view rest = skip_blanks(s.substr(word.size()));
        if (rest.empty() || std::string_view(",:-").find(rest[0]) == std::string_view::npos) continue;
        if (rest.size() > 1 && rest[1] == ' ') return s.size() - skip_blanks(rest.substr(1)).size();
    }
    return 0;
}

void votes_in_sentence(std::string_view sentence, std::size_t at, bool first, const OwnVoteWords& own,
                       std::vector<FoundVote>& votes) {
    std::string_view s = sentence;
    std::size_t skipped = 0;
    while (skipped < s.size() && std::string_view(" *_`\"'(").find(s[skipped]) != std::string_view::npos &&
           !picture_at(s.substr(skipped)))
        ++skipped;
    s.remove_prefix(skipped);
    if (!value_at(s, own)) {
        const std::size_t size = interjection_size(s);
        s.remove_prefix(size), skipped += size;
    }
    std::size_t from = 0;
    if (const auto v = value_at(s, own)) {
        if (v->sign) {
            std::string_view tail = s.substr(v->size);
            FoundVote vote = found(*v, at + skipped, Confidence::near, "leading");
            vote.claim = take_claim(tail);
            if (!is_tally(s.substr(v->size))) {
                judge_tail(vote, tail);
                if (is_choice(tail, own)) vote.confidence = Confidence::unclear;
                votes.push_back(vote);
            }
            from = v->size;
        } else if (auto vote = leading_word(s, at + skipped, *v, first)) {
            votes.push_back(*vote);
            from = v->size;
        }
    }
    for (std::size_t i = next_sign(s, from); i < s.size(); i = next_sign(s, i + 1)) {
        auto v = sign_at(s.substr(i));
        if (!v) v = picture_at(s.substr(i));
        if (auto vote = sign_inside(s, i, at + skipped + i, *v)) votes.push_back(*vote);
    }
}

struct Label {
    std::size_t size;
    bool colon;
};
std::optional<Label> vote_label(std::string_view s) {
    std::optional<Label> best;
    for (std::string_view label : vote_labels) {
        if (!starts_with_phrase(s, label)) continue;
        std::string_view rest = skip_blanks(s.substr(label.size()));
        if (rest.starts_with('*'))
            rest = skip_blanks(
                rest.substr(rest.find_first_not_of('*') == rest.npos ? rest.size() : rest.find_first_not_of('*')));
        const bool colon = rest.starts_with(':') || rest.starts_with('=');
        if (colon) rest = skip_blanks(rest.substr(1));
        while (rest.starts_with('*')) rest = skip_blanks(rest.substr(1));
        const std::size_t size = s.size() - rest.size();
        if (!best || size > best->size) best = Label{size, colon};
    }
    return best;
}

// Behind a label a value is exact; a choice of values ("Vote: +1 / 0 / -1") is the proposal's own form.
struct Labelled {
    bool choice = false;
    std::optional<FoundVote> vote;
};
Labelled labelled_vote(std::string_view s, std::size_t at, const OwnVoteWords& own) {
    const auto label = vote_label(s);
    if (!label) return {};
    const std::string_view rest = s.substr(label->size);
    auto v = value_at(rest, own);
    if (!v && rest.starts_with('0') && lone_vote(rest, own))
        v = Value{Position::abstain, "0", 1, true, Use::leads, "sign"};
    if (!v || (!v->sign && !label->colon && !lone_vote(rest, own))) return {};
    std::string_view tail = rest.substr(v->size);
    if (is_choice(tail, own)) return {true, std::nullopt};
    if (v->sign && is_tally(tail)) return {};
    FoundVote vote = found(*v, at + label->size, Confidence::exact, "labelled");
    vote.claim = take_claim(tail);
    judge_tail(vote, tail.substr(0, sentence_end(tail, 0)));
    return {false, vote};
}

std::size_t bullet_size(std::string_view s) {
    if (s.size() > 2 && (s[0] == '-' || s[0] == '*' || s[0] == '+') && s[1] == ' ') return 2;
    if (s.starts_with("\u2022")) return s.size() > 3 && s[3] == ' ' ? 4 : 3;
    return 0;
}

}  // namespace

std::optional<FoundVote> lone_vote(std::string_view folded, const OwnVoteWords& own) {
    std::size_t at = 0;
    while (at < folded.size() && std::string_view(" *_`\"'").find(folded[at]) != std::string_view::npos) ++at;
    std::string_view s = folded.substr(at);
    auto v = value_at(s, own);
    if (!v && s.starts_with('0') && (s.size() == 1 || !is_word_byte(s[1])))
        v = Value{Position::abstain, "0", 1, true, Use::leads, "sign"};
    if (!v) return std::nullopt;
    std::string_view rest = s.substr(v->size);
    while (v->sign && picture_at(skip_blanks(rest)) && picture_at(skip_blanks(rest))->position == v->position)
        rest = skip_blanks(rest).substr(picture_at(skip_blanks(rest))->size);
    FoundVote vote = found(*v, at, Confidence::exact, "lone");
    vote.claim = take_claim(rest);
    if (!without_end_marks(rest).empty() || trim(rest).ends_with(':')) return std::nullopt;
    return vote;
}

std::optional<FoundVote> near_miss(std::string_view folded) {
    const std::string_view s = without_end_marks(skip_blanks(folded));
    if (s.size() < 2 || s.size() > 8 || (s[0] != '+' && s[0] != '-')) return std::nullopt;
    if (!std::all_of(s.begin() + 1, s.end(), is_digit) && s != "++" && s != "--1") return std::nullopt;
    FoundVote vote;
    vote.position = s[0] == '+' ? Position::agree : Position::disagree;
    vote.strength = std::string(s);
    vote.confidence = Confidence::unclear;
    vote.end = s.size();
    vote.rule = "sign:near-miss";
    return vote;
}

std::optional<FoundVote> leading_value(std::string_view folded, const OwnVoteWords& own) {
    if (auto lone = lone_vote(folded, own)) return lone;
    const std::string_view s = skip_blanks(folded);
    const auto v = value_at(s, own);
    if (!v) return std::nullopt;
    std::string_view tail = s.substr(v->size);
    FoundVote vote = found(*v, folded.size() - s.size(), Confidence::near, "leading");
    vote.claim = take_claim(tail);
    judge_tail(vote, tail.substr(0, sentence_end(tail, 0)));
    return vote;
}

std::vector<FoundVote> votes_in_line(std::string_view folded, const OwnVoteWords& own) {
    std::vector<FoundVote> votes;
    std::string_view s = folded.substr(0, longest_line);
    std::size_t at = s.size() - skip_blanks(s).size();
    s.remove_prefix(at);
    if (auto lone = lone_vote(s, own)) {
        lone->begin += at, lone->end += at;
        return {*lone};
    }
    if (const std::size_t bullet = bullet_size(s)) {
        s.remove_prefix(bullet), at += bullet;
        if (auto lone = lone_vote(s, own)) {
            lone->begin += at, lone->end += at;
            return {*lone};
        }
    }
    if (const auto miss = near_miss(s)) return {*miss};
    std::size_t marks = 0;  // "**Vote:** yes"
    while (marks < s.size() && std::string_view("*_`").find(s[marks]) != std::string_view::npos) ++marks;
    const Labelled labelled = labelled_vote(s.substr(marks), at + marks, own);
    if (labelled.choice) return {};
    if (labelled.vote) return {*labelled.vote};
    bool first = true;
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t end = sentence_end(s, i);
        votes_in_sentence(s.substr(i, end - i), at + i, first, own, votes);
        first = false;
        i = end;
    }
    return votes;
}

}  // namespace assentd::words
