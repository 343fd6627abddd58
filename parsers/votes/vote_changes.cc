// SPDX-License-Identifier: Apache-2.0
//
// change   = change-phrase [… "to"] value / value ("->" / "=>" / "changed to") value        the last value counts
// withdraw = withdraw-phrase ("vote" / "ballot" / value)
// in own words = own-vote *words taking-back / own-vote *words counting, with a denial       in any order
#include "parsers/votes/vote_changes.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_changes_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_negations_data.h"
#include "parsers/votes/tables/vote_withdrawals_data.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_negations.h"
#include "parsers/votes/vote_sentence.h"
#include "parsers/votes/vote_tail.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_change = 100;  // bytes behind the phrase
constexpr std::size_t farthest_phrase = 40;  // bytes before it

std::string_view next_value(std::string_view s, const OwnVoteWords& own, std::optional<FoundVote>& vote) {
    while (!s.empty()) {
        vote = leading_value(s, own);
        if (vote) return s.substr(vote->end);
        const std::size_t blank = s.find_first_of(" \"'(");
        if (blank == std::string_view::npos) return {};
        s.remove_prefix(blank + 1);
    }
    return {};
}

Reading vote_of(const FoundVote& v, std::string_view rule) {
    Reading r;
    r.position = v.position;
    r.strength = v.strength;
    r.claim = v.claim;
    r.confidence = Confidence::near;
    r.rule = rule;
    return r;
}

Reading withdrawal() {
    Reading r;
    r.type = ReadingType::command;
    r.command = "withdraw";
    r.arguments = {"vote"};
    r.confidence = Confidence::near;
    r.rule = "change:withdraw";
    return r;
}

constexpr std::size_t farthest_arrow = 60;  // bytes
constexpr std::array arrows{"->", "=>", "-->", "\u2192", "\u21D2", " changed to ", " changes to ", " becomes "};

// "-1 -> +1", "from -1 to +1": two values and an arrow between them.
std::optional<Reading> arrow(std::string_view s, const OwnVoteWords& own) {
    static const PhraseIndex<const char*> index{arrows};
    constexpr std::size_t longest_arrow = 12;
    if (!index.stands_in(s.substr(0, farthest_arrow + longest_arrow))) return std::nullopt;
    for (std::string_view mark : arrows) {
        const std::size_t at = s.substr(0, farthest_arrow + mark.size()).find(mark);
        if (at == std::string_view::npos) continue;
        std::string_view before = trim(s.substr(0, at));
        while (before.ends_with('-') || before.ends_with('=')) before = trim(before.substr(0, before.size() - 1));
        const std::size_t blank = before.rfind(' ');
        const auto from = lone_vote(blank == std::string_view::npos ? before : before.substr(blank + 1), own);
        const auto to = leading_value(trim(s.substr(at + mark.size())), own);
        if (from && to && to->confidence != Confidence::unclear) return vote_of(*to, "change:arrow");
    }
    return std::nullopt;
}

// Whoever takes a vote back, or changes it, says so without a condition and for themselves. Another sentence may
// stand before it, and a clause that a comma ends: "After the talk, I change my vote". What does not is asked about.
bool said_plainly(std::string_view before) {
    const std::size_t mark = before.find_last_of(".!;:");
    std::string_view s = trim(mark == before.npos ? before : before.substr(mark + 1));
    const auto holds = [&](std::string_view phrase) { return find_phrase(s, phrase) != s.npos; };
    if (std::any_of(not_plain.begin(), not_plain.end(), holds)) return false;
    if (const std::size_t comma = s.rfind(','); comma != s.npos) s = s.substr(comma + 1);
    s = without_end_marks(skip_blanks(s));
    return s.empty() || is_one_of(s, plain_openings) || is_one_of(s, interjections);
}

void ask(Reading& r) {
    r.confidence = Confidence::unclear;
    r.reason = "It may depend on something, or not be yours: write `withdraw vote` when you take your vote back";
}

// "in the other poll": words between the phrase and its value that name something else.
bool speaks_of_another_vote(std::string_view between) {
    constexpr std::array signs{"in", "on", "at", "for", "other", "another", "last", "yesterday", "earlier", "there"};
    return between.find("d-") == between.npos && std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) {
               return find_phrase(between, sign) != between.npos;
           });
}

// "-1 back" of "take my -1 back": what is taken back, and the rest behind it.
std::optional<std::string_view> behind_back(std::string_view rest, const OwnVoteWords& own) {
    const std::size_t back = find_phrase(rest, "back");
    if (back == rest.npos) return std::nullopt;  // "take my +1 as given"
    const std::string_view thing = trim(rest.substr(0, back));
    const bool known = lone_vote(thing, own) || is_one_of(thing, withdrawn_things);
    return known ? std::optional(rest.substr(back + std::string_view("back").size())) : std::nullopt;
}

// "I withdraw my vote", "I retract my +1", "I withdraw my -1 and vote +1": from the phrase on.
std::optional<Reading> withdrawn(std::string_view s, std::string_view phrase, const OwnVoteWords& own) {
    std::string_view rest = trim(s.substr(phrase.size()));
    const bool takes = phrase.ends_with("take my") || phrase == "taking my";
    if (takes) {
        const auto behind = behind_back(rest, own);
        if (!behind) return std::nullopt;
        rest = trim(*behind);
    } else {
        const bool vote = phrase.ends_with("vote") || lone_vote(rest.substr(0, rest.find_first_of(" .,;")), own) ||
                          any_phrase_starts(rest, withdrawn_things);
        if (!vote) return std::nullopt;
    }
    std::optional<FoundVote> other;
    const std::size_t blank = takes ? 0 : std::min(rest.find(' '), rest.size());
    std::string_view behind = rest.substr(blank).substr(0, longest_change);
    next_value(behind, own, other);
    if (other && !other->is_word) return vote_of(*other, "change:withdrawn");
    Reading r = withdrawal();
    behind = skip_blanks(behind);
    if (starts_with_phrase(behind, "and")) {  // "I take back my -1 and abstain"
        const auto also = leading_value(skip_blanks(behind.substr(3)), own);
        if (also && also->confidence != Confidence::unclear) return vote_of(*also, "change:withdrawn");
        if (also) ask(r);
    }
    const bool more =
        takes && !without_end_marks(behind).empty() && !gives_reason(behind) &&
        !is_one_of(without_end_marks(skip_blanks(behind.substr(behind.find_first_not_of(" ,.")))), interjections);
    const Turn turned = turn_behind(rest, false);
    const bool elsewhere = speaks_of_another_vote(behind.substr(0, behind.find_first_of(",.;:!(")));
    if (elsewhere || more || (turned != Turn::none && turned != Turn::reported)) ask(r);  // "… back, if Ben agrees"
    return r;
}

// "I change my vote to +1", "changing my -1 into a +1": from the phrase on.
std::optional<Reading> changed(std::string_view s, std::string_view phrase, const OwnVoteWords& own) {
    std::string_view rest = trim(s.substr(phrase.size()));
    const std::size_t to = find_phrase(rest, "to");
    const bool named = to < 60;  // behind a "to" the first value is meant
    if (named && speaks_of_another_vote(rest.substr(0, to))) return std::nullopt;
    if (named) rest = trim(rest.substr(to + 2));
    rest = rest.substr(0, longest_change);
    std::optional<FoundVote> vote;
    std::string_view since = rest;  // the last value that was taken
    for (std::optional<FoundVote> next; !rest.empty() && !(vote && named); next.reset()) {
        rest = next_value(rest, own, next);
        if (!next || (vote && next->is_word)) continue;
        const std::size_t behind = rest.size() + (next->end - next->begin);
        if (ends_with_instead_of(since.substr(0, since.size() - behind))) {  // "-1, not +1"
            if (vote) break;
            turn(*next, Turn::negated);
        }
        vote = next, since = rest;
    }
    if (!vote || vote->confidence == Confidence::unclear) return std::nullopt;
    return vote_of(*vote, "change:phrase");
}

// "I will not" change my vote; not "No," I change my vote.
bool ends_with_denial(std::string_view before) {
    const auto group = words_of(before);
    return !group.empty() && before.ends_with(' ') && is_one_of(group.back(), not_changing) &&
           group.back().data() + group.back().size() + 1 == before.data() + before.size();
}

}  // namespace

bool turns_into_another(std::string_view tail, Position position) {
    static constexpr std::array links{"to",          "into",     "for", "becomes", "became",   "turns into",
                                      "turned into", "turns to", "now", "is now",  "back and", "and vote"};
    std::string_view s = skip_blanks(tail);
    static const PhraseIndex<const char*> index{links, instead_of};
    const char* const* link = index.longest_at_start(s);
    if (!link) return false;
    s = skip_blanks(s.substr(phrase_of(*link).size()));
    for (std::string_view word : {"vote", "a", "an"})
        if (starts_with_phrase(s, word)) s = skip_blanks(s.substr(word.size()));
    if (const auto sign = sign_at(s)) return sign->position != position;
    return s.starts_with('0') && (s.size() == 1 || !is_word_byte(s[1])) && position != Position::abstain;
}

bool takes_a_vote_back(std::string_view line) {
    constexpr std::size_t most_words = 14;  // of a sentence
    static const PhraseIndex<Words> own{ones_own_vote};
    static const PhraseIndex<Words> back{taking_back};
    static const PhraseIndex<Words> counts{counting};
    static const PhraseIndex<const char*> around{around_a_vote};
    // By its stem a word, or any text where words have no blanks between.
    const auto holds = [](std::string_view s, const PhraseIndex<Words>& stems, std::string_view language) {
        for (std::size_t at = 0; at < s.size(); ++at) {
            if (at > 0 && is_word_byte(s[at - 1]) && !needs_no_boundary(s.substr(at))) continue;
            for (const auto& stem : stems.may_begin(s.substr(at)))
                if (stem.row->language == language && s.substr(at).starts_with(stem.phrase) &&
                    (&stems == &counts || !ends_with_denial(s.substr(0, at))))
                    return true;
        }
        return false;
    };
    for (std::size_t at = 0, end = 0; at < line.size(); at = end) {
        end = sentence_end(line, at);
        const std::string_view s = skip_blanks(line.substr(at, end - at));
        const auto group = words_of(s, most_words + 1);
        if (trim(s).ends_with('?') || group.size() > most_words || around.any_within(s)) continue;
        const bool denied =
            std::any_of(group.begin(), group.end(), [](std::string_view w) { return is_one_of(w, not_counting); });
        if (own.any_within(s, s.size(), [&](std::size_t, const Words& vote) {
                return holds(s, back, vote.language) || (denied && holds(s, counts, vote.language));
            }))
            return true;
    }
    return false;
}

std::optional<Reading> read_change(std::string_view folded, const OwnVoteWords& own) {
    const std::string_view s = trim(folded);
    if (s.size() > 1000 || s.ends_with('?')) return std::nullopt;
    if (auto r = arrow(s, own)) return r;
    std::optional<Reading> read;
    static const PhraseIndex<const char*> all{withdraw_phrases, withdrawals, change_phrases};
    if (!all.any_within(s, farthest_phrase)) return std::nullopt;  // as most lines of most mails
    static const PhraseIndex<const char*> withdrawing{withdraw_phrases};
    withdrawing.any_within(s, farthest_phrase, [&](std::size_t at, std::string_view phrase) {
        read = withdrawn(s.substr(at), phrase, own);
        if (read && !said_plainly(s.substr(0, at))) *read = withdrawal(), ask(*read);
        return read.has_value();
    });
    if (read) return read;
    static const PhraseIndex<const char*> whole{withdrawals};
    if (whole.any_within(s, farthest_phrase)) return withdrawal();
    static const PhraseIndex<const char*> changes{change_phrases};
    changes.any_within(s, farthest_phrase, [&](std::size_t at, std::string_view phrase) {
        read = changed(s.substr(at), phrase, own);
        if (read && !said_plainly(s.substr(0, at)))
            read->confidence = Confidence::unclear, read->rule += ":condition";
        return read.has_value();
    });
    return read;
}

}  // namespace assentd::words
