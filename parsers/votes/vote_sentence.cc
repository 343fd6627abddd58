// SPDX-License-Identifier: Apache-2.0
//
// sentence  = [interjection] value [claim] [tail]   a word that only stands alone: an end, a comma or a casting tail
//           / lead-in value end                     "it's a yes", "von mir ein ja"
//           / hedge value                           unclear: "in principle yes", "I would say yes"
//           / any sign any                          behind a lead-in or punctuation, or in a short sentence; never
//                                                   behind a word that shows that it is spoken of
#include "parsers/votes/vote_sentence.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_elsewhere_data.h"
#include "parsers/votes/tables/vote_lead_ins_data.h"
#include "parsers/votes/tables/vote_negations_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_shares_data.h"
#include "parsers/votes/tables/vote_speakers_data.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_bounds.h"
#include "parsers/votes/vote_changes.h"
#include "parsers/votes/vote_leading.h"
#include "parsers/votes/vote_limits.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_openings.h"
#include "parsers/votes/vote_speakers.h"

namespace assentd::words {
namespace {

constexpr std::size_t short_sentence = 8;  // words
constexpr std::size_t most_votes = 20;     // in one line

std::string_view word_before(std::string_view s) {
    std::string_view t = trim(s);
    while (t.ends_with('(') || t.ends_with('.')) t = trim(t.substr(0, t.size() - 1));
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

bool leaves_unsure(std::string_view before) {
    static const PhraseIndex<const char*> index{unsure_before};
    return index.any_within(before);
}

// What the words right before a sign make of it.
Turn turn_by_last_words(std::string_view before) {
    std::string_view s = trim(before);
    while (!s.empty() && std::string_view(",:;.-\"(").find(s.back()) != s.npos) s = trim(s.substr(0, s.size() - 1));
    const auto last = [&](const auto& table) {
        return std::find_if(table.begin(), table.end(), [&](std::string_view p) {
            return s.ends_with(p) &&
                   (s.size() == p.size() || !is_word_byte(s[s.size() - p.size() - 1]) || needs_no_boundary(p));
        });
    };
    const auto holds = [&](std::string_view p) { return find_phrase(s, p) != s.npos; };
    if (last(takes_back) != takes_back.end()) return Turn::negated;
    if (const auto* on = last(depends_on_before); on != depends_on_before.end()) {
        const std::string_view word = word_before(s.substr(0, s.size() - std::string_view(*on).size()));
        if (!is_one_of(word, plain_then)) return Turn::condition;
    }
    const std::string_view asked = starts_with_phrase(s, "please") ? skip_blanks(s.substr(6)) : s;
    if (any_phrase_starts(asked, asked_first) || std::any_of(done_first.begin(), done_first.end(), holds))
        return Turn::condition;
    if (last(shows) != shows.end() || std::any_of(other_matters.begin(), other_matters.end(), holds))
        return Turn::doubt;
    return last(faint) != faint.end() ? Turn::hedge : Turn::none;
}

// "Without the chairs: +1"; not "This time, +1", which only opens.
bool heads_with_a_limit(std::string_view s) {
    constexpr std::size_t few_words = 5;
    if (s.ends_with(',') && any_phrase_starts(s, this_time)) return false;
    return (s.ends_with(':') || s.ends_with(',')) && words_of(s, few_words + 1).size() <= few_words && is_limited(s);
}

Turn turn_before(std::string_view sentence, std::string_view before) {
    const std::string_view s = trim(before);
    const auto ends = [&](std::string_view phrase) { return s.ends_with(phrase); };
    if (denied_before(before) || leaves_unsure(before)) return Turn::negated;
    if (const Turn turned = turn_by_last_words(before); turned != Turn::none) return turned;
    constexpr std::array ours{"here's", "it's", "that's", "let's"};
    if (s.ends_with("'s") && std::none_of(ours.begin(), ours.end(), ends)) return Turn::reported;  // "Ana's +1"
    if (is_reported(before) || speaks_of_another(before)) return Turn::reported;
    if (mocks(sentence, {})) return Turn::doubt;
    if (heads_with_a_limit(s) || hedged_before(before)) return Turn::hedge;
    return begins_with_condition(sentence) ? Turn::condition : Turn::none;
}

// A sign inside a sentence, `in` bytes from its start.
std::optional<FoundVote> sign_inside(std::string_view sentence, std::size_t in, std::size_t at, const Value& v,
                                     bool again, const OwnVoteWords& own) {
    const std::string_view before = sentence.substr(0, in);
    std::string_view tail = sentence.substr(in + v.size);
    const std::string_view word = word_before(before);
    const char last = trim(before).empty() ? ' ' : trim(before).back();
    const bool cast = any_phrase_starts(skip_blanks(tail), casting_tails);
    FoundVote vote = found_vote(v, at, Confidence::near, "inside");
    vote.claim = take_claim(tail);
    if (is_tally(tail) || turn_behind(tail, true) == Turn::quantity) return std::nullopt;
    const bool lead_in = ends_with_lead_in(before);
    const bool times = word.size() > 1 && is_digit(word[0]) && word.back() == 'x';  // "3x +1"
    const bool number = !word.empty() && (is_digit(word.back()) || times);
    const bool apart = last == '(' || last == '.';
    const bool mention = apart ? is_one_of(word, measures) : is_one_of(word, mention_words);
    Turn turned = turn_before(sentence, before);
    if (turned == Turn::none && any_phrase_starts(sentence, question_starts) &&
        std::string_view(",:-.(").find(last) == std::string_view::npos)
        turned = Turn::question;
    const auto words_before = words_of(before, short_sentence);
    const bool of_oneself =
        words_before.size() < short_sentence && !words_before.empty() && speaks_of_oneself(words_before[0]);
    const bool denied =
        turned == Turn::negated && (words_before.size() <= 3 || of_oneself) &&
        without_end_marks(sentence.substr(in + v.size)).empty();  // "Not a +1", "I can't give it a +1"
    if ((mention || number) && !lead_in && !cast && !denied && !hedged_before(before)) return std::nullopt;
    if (any_phrase_starts(sentence, std::array{"why", "what", "who", "how", "whose"})) return std::nullopt;
    constexpr std::array joins{"and", "but",  "und", "aber", "et",  "mais", "y",   "pero", "e",  "ma", "mas",
                               "en",  "maar", "och", "og",   "men", "oraz", "ale", "и",    "но", "ve", "ama"};
    const bool joined = again && is_one_of(word, joins);  // "+1 on A and -1 on B"
    const bool punctuated = joined || std::string_view(",:-()\"").find(last) != std::string_view::npos;
    const bool at_end = without_end_marks(tail).empty();
    const bool short_one = words_of(sentence, short_sentence + 2).size() <= short_sentence;
    if (turned == Turn::none && !lead_in && !cast && !punctuated && !(at_end && short_one) &&
        words_of(before, 4).size() > 3) {
        if (!at_end) return std::nullopt;
        vote.confidence = Confidence::unclear;
    }
    turn(vote, turned);
    turn_by_tail(vote, tail, own);
    if (turns_into_another(tail, vote.position)) turn(vote, Turn::choice);
    return vote;
}

std::size_t lead_in_size(std::string_view s) {
    static const PhraseIndex<const char*> index{word_lead_ins, strengthening, apologies, first_objects};
    const char* const* lead_in = index.longest_at_start(s);
    return lead_in ? phrase_of(*lead_in).size() : 0;
}

// A word behind a lead-in that casts it, or behind a hedge, which leaves it unclear.
std::optional<FoundVote> word_inside(std::string_view s, std::size_t at, const OwnVoteWords& own) {
    const std::size_t lead = lead_in_size(s);
    const std::size_t hedge = hedge_size(s);
    const bool hedged = hedge > lead;
    std::size_t size = std::max(lead, hedge);
    if (size == 0) return std::nullopt;
    while (size < s.size() && std::string_view(" ,:\"'").find(s[size]) != std::string_view::npos) ++size;
    const std::string_view rest = s.substr(size);
    const auto v = value_at(rest, own);
    if (!v || v->sign) return std::nullopt;
    const std::string_view tail = rest.substr(v->size);
    const bool ends = without_end_marks(tail).empty() || any_phrase_starts(skip_blanks(tail), casting_tails);
    const bool divided = skip_blanks(tail).starts_with(',') || skip_blanks(tail).starts_with('-');
    if (!ends && !divided && !offers_choice(tail, v->position, own)) return std::nullopt;
    FoundVote vote = found_vote(*v, at + size, Confidence::near, "behind-lead-in");
    if (hedged) turn(vote, Turn::hedge);
    turn_by_tail(vote, tail, own);
    return vote;
}

bool boundary_before(std::string_view s, std::size_t at) {
    if (at > 1 && s[at - 1] == '[' && is_word_byte(s[at - 2])) return false;  // "a[-1]"
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

// "0, no opinion", "0 (no time)", "0 I was away": a bare nought that leads the mail's line; not "0 of 3" and no list
// "0. none".
std::optional<Value> leading_nought(std::string_view s) {
    if (!s.starts_with('0')) return std::nullopt;
    const std::string_view rest = skip_blanks(s.substr(1));
    if (any_phrase_starts(rest, casting_tails) && !starts_with_phrase(rest, "for me"))
        return Value{Position::abstain, "0", 1, true, Use::leads, "sign"};
    const bool divided = rest.starts_with(',') ||
                         (rest.data() != s.data() + 1 && std::string_view("(-").find(rest.substr(0, 1)) != rest.npos);
    const auto words = words_of(rest, 2);
    if (rest.empty() || words.empty() || is_digit(words[0][0])) return std::nullopt;
    const bool tells_why = rest.data() != s.data() + 1 && (speaks_of_oneself(words[0]) || gives_reason(rest));
    if (!divided && !tells_why) return std::nullopt;  // "0 of 3"
    return Value{Position::abstain, "0", 1, true, Use::leads, "sign"};
}

const char* const* deed_before(std::string_view s) {
    static const PhraseIndex<const char*> index{done_before};
    return index.longest_at_start(s);
}

// "Read it", "Gelesen", "I have read the proposal": what was done was done with the proposal.
bool is_done_with_it(std::string_view clause) {
    const char* const* phrase = deed_before(clause);
    if (!phrase || any_phrase_starts(clause, interjections)) return false;
    const std::string_view thing = skip_blanks(clause.substr(phrase_of(*phrase).size()));
    return thing.empty() || any_phrase_starts(thing, agreement_objects);
}

// "I read it and I agree", "Read and approved", "Read it, agree": what somebody did before they say so.
std::optional<FoundVote> word_behind_and(std::string_view s, std::size_t at, const OwnVoteWords& own) {
    constexpr std::size_t most_joins = 3;
    constexpr std::size_t longest = 300;  // bytes
    std::optional<FoundVote> vote;
    if (s.size() > longest) return vote;
    std::size_t joins = 0;
    const bool done = deed_before(s) != nullptr;
    const auto joined = [&](std::size_t i, std::string_view join) {
        if (i == 0) return false;
        if (++joins > most_joins) return true;
        const std::size_t begin = s.size() - skip_blanks(s.substr(i + join.size())).size();
        const auto v = value_at(s.substr(begin), own);
        if (!v || v->sign || (v->use != Use::leads && is_word_byte(join[0]))) return false;
        const std::string_view phrase = s.substr(begin, v->size);
        const auto first = words_of(phrase, 1);
        const bool own_verb = !first.empty() && speaks_of_oneself(first[0]);
        if (is_yes_or_no(phrase) || !(own_verb || done)) return false;
        const std::string_view tail = s.substr(begin + v->size);
        if (!without_end_marks(tail).empty() && !any_phrase_starts(skip_blanks(tail), casting_tails)) return false;
        if (trim(tail).ends_with('?') || turn_before(s, s.substr(0, i)) != Turn::none) return false;
        vote = found_vote(*v, at + begin, Confidence::near, "behind-and");
        if (!done) vote->confidence = Confidence::unclear;
        return true;
    };
    static const PhraseIndex<const char*> index{joining_words};
    index.any_within(s, longest, joined);
    const std::size_t comma = s.find(',');  // "Read it, agree"
    if (!vote && done && comma != s.npos && is_done_with_it(s.substr(0, comma))) joined(comma, ",");
    return vote;
}

// "+1 (I mean -1)", "I agree with Ben that we should vote -1": the other value may be the one that is meant.
bool corrects(std::string_view s, std::size_t from, std::size_t to, const FoundVote& first) {
    const std::string_view between = s.substr(from, to - from);
    const std::string_view word = word_before(between);
    if (is_one_of(word, corrections)) return true;
    return first.in_passing && find_phrase(between, "that") != between.npos;
}

}  // namespace

FoundVote found_vote(const Value& v, std::size_t at, Confidence confidence, std::string_view rule) {
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

void turn(FoundVote& vote, Turn turned) {
    if (turned == Turn::none) return;
    vote.confidence = Confidence::unclear;
    vote.rule += ":" + std::string(name(turned));
}

void turn_by_tail(FoundVote& vote, std::string_view tail, const OwnVoteWords& own) {
    Turn turned =
        offers_choice(tail, vote.position, own) ? Turn::choice : turn_behind(tail, !vote.is_word, vote.position);
    const bool agrees = vote.position == Position::agree;
    if (turned == Turn::none && agrees) turned = turn_of_agreement(tail, !vote.is_word);
    if (turned == Turn::none && agrees && agrees_in_part(tail)) turned = Turn::hedge;
    if (turned == Turn::none && mocks({}, tail)) turned = Turn::doubt;
    turn(vote, turned);
}

bool offers_choice(std::string_view tail, Position position, const OwnVoteWords& own) {
    constexpr std::array or_words{"or", "oder", "ou", "eller", "lub", "czy", "nebo", "или", "veya", "of"};
    const std::string_view s = skip_blanks(tail);
    const auto next = sign_at(s) ? sign_at(s) : picture_at(s);
    if (next) return next->position != position;  // "+1 -1"
    const auto is_nought = [](std::string_view t) { return t.starts_with('0') && without_end_marks(t).size() == 1; };
    constexpr std::array links{"or", "and",   "oder", "und", "ou",   "et",   "o",    "y", "e",   "of",
                               "en", "eller", "och",  "og",  "lub",  "i",    "nebo", "a", "czy", "или",
                               "и",  "veya",  "ve",   "mi",  "还是", "還是", "/",    "|", "&",   ","};
    for (std::string_view link : links) {
        if (!starts_with_phrase(s, link)) continue;
        const std::string_view rest = skip_blanks(s.substr(link.size()));
        const auto v = value_at(rest, own);
        const bool slash = link == "/" || link == "|";
        const bool either = is_one_of(link, or_words);
        if (!v && link == "," && rest.starts_with('0')) {  // "+1, 0 or -1"
            const auto behind = skip_blanks(rest.substr(1));
            return std::any_of(or_words.begin(), or_words.end(),
                               [&](std::string_view word) { return starts_with_phrase(behind, word); });
        }
        if (!v) return (slash && rest.starts_with('0')) || (either && is_nought(rest));
        const bool both_against = position == Position::disagree && v->position == Position::block;
        if (v->position == position || both_against) return false;
        if (slash || either || v->sign) return link != ",";
        std::string_view behind = trim(rest.substr(v->size));
        while (behind.ends_with('?')) behind.remove_suffix(1);
        return without_end_marks(behind).empty();  // "yes and no problem" is none
    }
    return false;
}

void votes_in_sentence(std::string_view sentence, std::size_t at, bool first, const OwnVoteWords& own,
                       std::vector<FoundVote>& votes) {
    std::string_view s = sentence;
    std::size_t skipped = 0;
    while (skipped < s.size() && std::string_view(" *_`\"'(").find(s[skipped]) != std::string_view::npos &&
           !picture_at(s.substr(skipped)))
        ++skipped;
    s.remove_prefix(skipped);
    if (!value_at(s, own) && lead_in_size(s) == 0) {  // "sorry, but" is one
        const std::size_t size = interjection_size(s);
        s.remove_prefix(size), skipped += size;
    }
    std::size_t from = 0;
    auto v = value_at(s, own);
    if (!v && first) v = leading_nought(s);
    bool emphatic = false;
    if (!v || is_yes_or_no(s.substr(0, v->size)))  // "no estoy totalmente de acuerdo" begins with a "no"
        if (auto stretched = emphatic_value_at(s, own); stretched && (!v || stretched->size > v->size + 3))
            v = stretched, emphatic = true;
    if (!v) v = felt_value_at(s, own);
    if (v) {
        if (v->sign) {
            std::string_view tail = s.substr(v->size);
            FoundVote vote = found_vote(*v, at + skipped, Confidence::near, "leading");
            vote.claim = take_claim(tail);
            if (!is_tally(s.substr(v->size))) {
                turn_by_tail(vote, tail, own);
                if (turns_into_another(tail, vote.position)) turn(vote, Turn::choice);
                votes.push_back(vote);
            }
            from = v->size;
        } else if (auto vote = leading_word(s, at + skipped, *v, first, own)) {
            const std::string_view phrase = s.substr(0, v->size);
            if (emphatic && (holds_negation(phrase) || denies_something_else(phrase)))
                turn(*vote, Turn::hedge);  // "I don't fully agree"
            votes.push_back(*vote);
            from = v->size;
        }
    }
    if (from == 0)
        if (auto vote = word_inside(s, at + skipped, own)) {
            votes.push_back(*vote);
            return;
        }
    if (from == 0)
        if (auto vote = word_behind_and(s, at + skipped, own)) votes.push_back(*vote);
    for (std::size_t i = next_sign(s, from); i < s.size() && votes.size() < most_votes; i = next_sign(s, i + 1)) {
        auto inside = sign_at(s.substr(i));
        if (!inside) inside = picture_at(s.substr(i));
        auto vote = sign_inside(s, i, at + skipped + i, *inside, !votes.empty(), own);
        if (!votes.empty() && votes.back().position != inside->position && corrects(s, from, i, votes.back()))
            turn(votes.back(), Turn::choice), vote.reset();
        if (vote) votes.push_back(*vote);
    }
}

}  // namespace assentd::words
