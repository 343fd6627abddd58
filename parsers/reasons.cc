// SPDX-License-Identifier: Apache-2.0
#include "parsers/reasons.h"

#include <algorithm>
#include <array>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/ballot_whole.h"
#include "parsers/ballots/option_names.h"
#include "parsers/closings_data.h"
#include "parsers/commands/command_lines.h"
#include "parsers/fold.h"
#include "parsers/interpret_whole.h"
#include "parsers/own_words/sign_offs.h"
#include "parsers/own_words/signature_blocks.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/tables/vote_casting_data.h"
#include "parsers/votes/tables/vote_context_data.h"
#include "parsers/votes/tables/vote_small_words_data.h"
#include "parsers/votes/vote_tail.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_reason = 8000;
constexpr std::size_t most_signature_lines = 4;  // below a closing word
constexpr std::size_t most_block_lines = 6;      // below the sender's name
constexpr std::size_t longest_name = 80;         // and the longest line below it
constexpr std::size_t longest_bare = 4000;       // of a mail that may be an answer and no more

}  // namespace

bool is_greeting(std::string_view line) {
    constexpr std::array hellos{"hi",    "hello",  "hey",    "dear",    "hallo", "moin",       "bonjour", "salut",
                                "hola",  "buenos", "ciao",   "olá",     "hoi",   "hej",        "hei",     "cześć",
                                "dobrý", "ahoj",   "привет", "merhaba", "你好",  "こんにちは", "good"};
    const std::string folded = fold(trim(line));
    const auto group = words_of(folded, 5);
    if (group.empty() || group.size() > 4) return false;
    if (folded.ends_with('.') && folded.find(',') != folded.npos)  // "Здравствуйте, Decisions."
        return any_phrase_starts(folded, greetings);
    return folded.ends_with(',') || (folded.ends_with('!') && any_phrase_starts(folded, hellos));
}

bool is_closing(std::string_view line) {
    std::string folded = fold(trim(line.substr(0, 80)));
    if (const std::size_t emoji = folded.find('\xF0'); emoji != folded.npos)
        folded.resize(emoji);  // "Cheers" and one
    while (!folded.empty() && std::string_view(",.!:- ").find(folded.back()) != std::string_view::npos)
        folded.pop_back();
    static const PhraseIndex<const char*> index{closings};
    const char* const* closing = index.longest_at_start(folded);
    return closing && folded == *closing;
}

std::string_view without_sign_off(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    std::size_t below = 0;
    for (std::size_t i = lines.size(); i-- > 0 && below <= most_signature_lines;) {
        if (is_blank(lines[i])) continue;
        if (is_closing(lines[i]))
            return trim(text.substr(0, static_cast<std::size_t>(lines[i].data() - text.data())));
        if (words_of(lines[i], 7).size() > 6) break;
        ++below;
    }
    return trim(text);
}

namespace {

// "Head of Facilities", "+49 30 1234567": no sentence, and no afterthought.
bool may_stand_in_signature(std::string_view line) {
    const std::string_view s = trim(line);
    if (s.empty() || s.size() > longest_name || std::string_view("?!:,").find(s.back()) != s.npos) return false;
    if (s.back() == '.' && words_of(s, 4).size() > 3) return false;
    const std::string folded = fold(s);
    return words_of(folded, 10).size() <= 9 && !folded.starts_with("ps") && !folded.starts_with("p.s");
}

}  // namespace

std::string_view reason_behind(std::string_view line, std::string_view folded, const FoundVote& v) {
    const Folded map = fold_with_origin(line);
    if (map.text != folded || v.end >= map.origin.size()) return {};
    static const PhraseIndex<const char*> ends{said_to_the_end};
    const std::string_view tail = folded.substr(v.end);
    std::string_view behind = without_casting_tail(tail);  // "from me" is no reason
    if (const auto* end = ends.longest_at_start(skip_blanks(behind)))
        behind = skip_blanks(behind).substr(phrase_of(*end).size());
    std::string_view rest = trim(line.substr(map.origin[folded.size() - behind.size()]));
    if (!v.claim.empty()) {
        const std::size_t close = rest.find_first_of(")]");
        if (close != std::string_view::npos && close < 40) rest = trim(rest.substr(close + 1));
    }
    while (!rest.empty() && std::string_view(",.:;!-*) \"'`_").find(rest.front()) != std::string_view::npos)
        rest.remove_prefix(1);
    return trim(rest);
}

namespace {

// "The roof leaks, so -1": more stands before the value than a greeting and what casts it.
bool leads_up(std::string_view before) {
    for (std::string_view word : interjections)
        if (starts_with_phrase(before, word)) return false;
    const std::string_view s = trim(before);
    const auto casts =
        std::max_element(lead_ins.begin(), lead_ins.end(), [&](std::string_view a, std::string_view b) {
            return (s.ends_with(a) ? a.size() : 0) < (s.ends_with(b) ? b.size() : 0);
        });
    const std::string_view lead_in = *casts;
    return words_of(s.ends_with(lead_in) ? s.substr(0, s.size() - lead_in.size()) : s, 2).size() > 1;
}

// "for A, it is near" of "+1 for A, it is near": the options that the vote is for are no reason.
std::string_view behind_options(std::string_view said, const Options& options) {
    std::string_view s = said;
    for (std::string_view link : {"for", "to", "on"})
        if (starts_with_phrase(fold(s.substr(0, link.size() + 1)), link)) {
            s = trim(s.substr(link.size()));
            break;
        }
    bool named = false;
    for (auto head = option_at_start(s, options); head; head = option_at_start(s, options)) {
        named = true;
        s = trim(head->behind);
        while (!s.empty() && std::string_view(",.;:!-&) ").find(s[0]) != s.npos) s.remove_prefix(1);
        if (starts_with_phrase(fold(s.substr(0, 4)), "and") && option_at_start(trim(s.substr(3)), options))
            s = trim(s.substr(3));
    }
    return named ? s : said;
}

std::string_view reason_in_line(const Reading& vote, const ReadingContext& context) {
    const std::string folded = fold(vote.line);
    std::string said = folded;
    if (const std::size_t colon = tally_colon(folded); colon != folded.npos) said[colon] = ',';
    for (const FoundVote& v : votes_in_line(said, context.words)) {
        if (v.position != vote.position) continue;
        const bool cast = v.rule.find(":behind-lead-in") != v.rule.npos || v.rule.find(":labelled") != v.rule.npos;
        if (!cast && leads_up(std::string_view(folded).substr(0, v.begin))) return vote.line;
        const std::string_view reason = reason_behind(vote.line, folded, v);
        return vote.scope.empty() ? reason : behind_options(reason, context.options);
    }
    // "Changing my vote to +0 as the cost is unknown": the new value is not the line's first word.
    const std::size_t changed =
        vote.rule.starts_with("change:") && !vote.strength.empty() ? folded.find(vote.strength) : folded.npos;
    if (changed == folded.npos && vote.rule.starts_with("change:"))  // "Make it a no. We should rent one."
        return trim(std::string_view(vote.line).substr(sentence_end(vote.line, 0)));
    if (changed == folded.npos) return {};
    FoundVote v;
    v.end = changed + vote.strength.size();
    return reason_behind(vote.line, folded, v);
}

// What is no ballot, and was not copied from the text that is answered; no more of it than a reason may be long.
std::string own_lines(std::string_view text, const AnsweredText& answered) {
    std::string out;
    text = trim(text).substr(0, 4 * longest_reason);
    for (std::string_view line : lines_of(text))
        if (!answered.holds(line) && !read_box(line)) out.append(line).push_back('\n');
    return out;
}

// What leads up to an answer: from the reading before it, if that is none, for what follows an answer is its own. A
// line of a digest that names its decision has nothing above it: that would be about another decision.
std::string_view text_above(std::string_view text, const std::vector<Reading>& readings, std::size_t i) {
    const Reading& r = readings[i];
    if (decision_id_size(r.scope) > 0) return {};
    std::size_t begin = 0;
    for (std::size_t before = 0; before < i && readings[before].offset < r.offset; ++before) {
        if (is_answer(readings[before])) return {};
        begin = std::min(readings[before].end, r.offset);
    }
    const std::string_view above = trim(text.substr(begin, r.offset - begin));
    const std::string_view first = above.substr(0, above.find('\n'));
    return is_greeting(first) ? above.substr(first.size()) : above;
}

// What follows it, up to the next line that was read.
std::string_view text_below(std::string_view text, const std::vector<Reading>& readings, std::size_t i) {
    const std::size_t begin = std::min(readings[i].end, text.size());
    std::size_t end = text.size();
    for (std::size_t next = i + 1; next < readings.size() && end == text.size(); ++next)
        if (readings[next].offset >= begin) end = std::min(readings[next].offset, end);
    return text.substr(begin, end - begin);
}

void append(std::string& reason, std::string_view more) {
    if (is_blank(more)) return;
    if (!reason.empty()) reason += '\n';
    reason += trim(more);
}

// "Regards," / "Ben Sample" / "Example GmbH" / "Tel. 030 123456", or the same without a closing word.
std::string_view without_block(std::string_view text, const std::vector<Address>& senders) {
    const std::vector<std::string_view> lines = lines_of(text);
    const std::span<const std::string_view> all(lines);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const auto closing = signs(all.first(i + 1), i == 0 || is_blank(lines[i - 1]), senders);
        if (closing && below_name(all.subspan(i + 1), senders) != Below::words)
            return trim(text.substr(0, static_cast<std::size_t>(lines[i - *closing].data() - text.data())));
    }
    return text;
}

// "Fay Dean" on a line of its own, and nothing below it but short lines that touch it: what a signature says.
std::string_view without_signature(std::string_view text, const std::vector<Address>& senders) {
    text = without_sign_off(without_block(text, senders));
    const std::vector<std::string_view> lines = lines_of(text);
    for (std::size_t i = lines.size(); i-- > 0 && i + 1 + most_block_lines >= lines.size();) {
        const bool apart = i == 0 || is_blank(lines[i - 1]);
        if ((apart || i + 1 == lines.size()) && is_senders_name(lines[i].substr(0, longest_name), senders))
            return trim(text.substr(0, static_cast<std::size_t>(lines[i].data() - text.data())));
        if (!may_stand_in_signature(lines[i])) break;
    }
    return text;
}

// "Hi Jon,", "Hello Jon", "Thanks"
bool greets(std::string_view line) {
    constexpr std::size_t most_words = 3;
    const std::string folded = fold(trim(line.substr(0, longest_name)));
    return is_greeting(line) || is_one_of(without_end_marks(folded), thanking_words) ||
           (any_phrase_starts(folded, greetings) && is_word_byte(folded.back()) &&
            words_of(folded, most_words + 1).size() <= most_words);
}

// "K.", "/Kofi", and a single word with a capital that casts no vote: whoever signs with less than their name.
bool may_sign(std::string_view line, const std::vector<Address>& senders) {
    const auto group = words_of(line, 2);
    if (group.size() != 1 || line.size() > longest_name || is_digit(group[0][0])) return false;
    std::string folded = fold(line);  // with plain dashes
    while (!folded.empty() && std::string_view("/- ").find(folded[0]) != std::string_view::npos) folded.erase(0, 1);
    const std::string name = fold(group[0]);
    if (folded != name && folded != name + ".") return false;
    const bool capital = name != group[0] && folded == name;
    return is_senders_name(name, senders) || name.size() == 1 || (capital && votes_in_line(name).empty());
}

}  // namespace

namespace {
std::string_view without_names_below(std::string_view text, const std::vector<Address>& senders) {
    const std::string_view s = trim(without_signature(text, senders));
    const std::size_t end = s.rfind('\n');
    return end != s.npos && may_sign(trim(s.substr(end)), senders) ? trim(s.substr(0, end)) : s;
}
}  // namespace

std::string_view bare_words(std::string_view text, const std::vector<Address>& senders) {
    const std::string_view s = trim(text);
    if (s.size() > longest_bare) return s;
    if (const std::size_t end = s.find('\n'); end != s.npos && greets(s.substr(0, end)))
        if (const std::string_view bare = without_names_below(trim(s.substr(end)), senders); !bare.empty())
            return bare;
    return without_names_below(s, senders);  // "Not for me," greets nobody where nothing but a name follows
}

namespace {

// What the line gives as the reason, with the mark that ends it: more follows.
std::string_view with_end_mark(const Reading& r) {
    const std::size_t at = r.line.rfind(r.reason);
    const std::string_view to_end = at == r.line.npos ? std::string_view{} : std::string_view(r.line).substr(at);
    const bool mark =
        to_end.size() == r.reason.size() + 1 && std::string_view(".!").find(to_end.back()) != to_end.npos;
    return mark ? to_end : std::string_view(r.reason);
}

// "help" / "Is there a lift?": what nobody else's reason is, without greeting and signature.
std::string words_beside_commands(const Interpretation& in, const AnsweredText& answered,
                                  const std::vector<Address>& senders) {
    const auto& all = in.readings;
    std::string beside;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool has_text = takes_text_below(all[i]) || all[i].command == "decide";
        if (all[i].type != ReadingType::command || has_text) continue;
        if (i == 0) append(beside, own_lines(text_above(in.own.new_text, all, i), answered));
        if (takes_rest(all[i])) continue;
        if (i + 1 == all.size() || !is_answer(all[i + 1]))
            append(beside, own_lines(text_below(in.own.new_text, all, i), answered));
    }
    return std::string(without_signature(beside, senders).substr(0, longest_reason));
}

}  // namespace

void give_commands_their_text(Interpretation& in, const AnsweredText& answered, const std::vector<Address>& senders) {
    const std::string& text = in.own.new_text;
    for (std::size_t i = 0; i < in.readings.size(); ++i) {
        Reading& r = in.readings[i];
        if (takes_rest(r)) r.reason = std::string(without_own_sign_off(r.reason, senders));
        if (!takes_text_below(r) || decision_id_size(r.scope) > 0) continue;
        std::string_view below = text_below(text, in.readings, i);
        const auto next = std::find_if(in.readings.begin(), in.readings.end(),
                                       [&](const Reading& other) { return other.offset >= r.end; });
        if (next != in.readings.end() && is_answer(*next)) below = below.substr(0, below.find("\n\n"));
        const std::string own = own_lines(below, answered);
        const std::string_view more = without_signature(own, senders);
        if (more.empty()) continue;
        std::string reason;
        if (!r.reason.empty()) append(reason, with_end_mark(r));
        if (!reason.empty() && below.starts_with("\n\n")) reason += '\n';
        append(reason, more);
        r.reason = reason.substr(0, longest_reason);
    }
    in.beside_commands = words_beside_commands(in, answered, senders);
}

void give_reasons(Interpretation& in, const AnsweredText& answered, const ReadingContext& context,
                  const std::vector<Address>& senders) {
    const std::string& text = in.own.new_text;
    for (std::size_t i = 0; i < in.readings.size(); ++i) {
        Reading& r = in.readings[i];
        const bool decides = r.command == "decide";
        const bool why_unclear = r.type != ReadingType::vote && r.confidence == Confidence::unclear;
        if ((!is_answer(r) && !decides) || why_unclear) continue;
        if (r.rule.ends_with(":quoted")) {  // filled in inside the quotation: all that is said is about it
            if (in.readings.size() == 1) r.reason = without_signature(own_lines(text, answered), senders);
            continue;
        }
        std::string reason;
        if (!decides) append(reason, own_lines(text_above(text, in.readings, i), answered));
        const bool scoped = decision_id_size(r.scope) > 0;  // what its line says is known
        append(reason,
               r.type == ReadingType::vote && !scoped && r.reason.empty() ? reason_in_line(r, context) : r.reason);
        const std::string below = own_lines(text_below(text, in.readings, i), answered);
        append(reason, without_block(below, senders));
        r.reason = std::string(without_signature(reason, senders).substr(0, longest_reason));
        const std::string said = fold(trim(r.reason));  // "-1 because" gives none
        if (is_one_of(said, reason_links)) r.reason.clear();
    }
}

}  // namespace assentd::words
