// SPDX-License-Identifier: Apache-2.0
//
// ranking   = [label-word ":"] option 1*(">" option / "=" option)        "A > B = C"; "A = B" with options
//           / option 1*([","] "then" option)                             only with known options
//           / 2*(place ("." / ")" / ":") option)                         "1. B 2. A", on one line or one each
//           / option 1*(("," / arrow) option)                            all of them, where an order is asked for
//           / 2*(option ":" place)                                       all of them, in the order of their places
//           / boxes                                                      see parsers/ballots/ballot_boxes
// scores    = 1*(option (":" / "=") number)                              "B: 4", one to a line or divided by commas
//           / points                                                     see parsers/ballots/point_list; where they
//           are asked for
// approvals = option 1*(("," / "and" / "+") option)                      only with known options; "approve A, C"
// option    = label / text of a known option / without known options: one capital letter, "Option X", "Choice N"
// A ballot in which one thing is wrong (an unknown option, a rank that is no number, the same option twice) is
// unclear and says what: nothing of it is dropped in silence.
#include "parsers/ballots/ballots.h"

#include <algorithm>
#include <array>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/option_by_word.h"
#include "parsers/ballots/option_words.h"
#include "parsers/ballots/point_list.h"
#include "parsers/fold.h"

namespace assentd::words {
namespace {

std::string with_then_as_sign(std::string_view line) {
    std::string s(line);
    for (std::string_view word : {", then ", " then "})
        for (std::size_t at = s.find(word); at != std::string::npos; at = s.find(word, at))
            s.replace(at, word.size(), " > ");
    return s;
}

std::optional<Reading> ranked_by_order(std::string_view line, const Options& options) {
    const bool all_equal = line.find('>') == line.npos && !options.empty() && line.find('=') != line.npos;
    if ((line.find('>') == line.npos && !all_equal) || line.find("=>") != line.npos || line.find("->") != line.npos)
        return std::nullopt;
    Reading r = ballot(ReadingType::ranking, "ranking:order");
    int place = 0;
    std::string_view unknown;
    for (std::string_view tier : split(strip(without_ballot_lead(line)), ">")) {
        ++place;
        for (std::string_view item : split(tier, "=,")) {
            const auto option = option_named(item, options);
            if (!option && (all_equal || options.empty() || !is_short(item))) return std::nullopt;
            if (!option)
                unknown = item;
            else if (!r.ranks.emplace(*option, place).second)
                spoil_by_repeat(r, *option);
        }
    }
    const bool faulty = !unknown.empty() || r.confidence == Confidence::unclear;
    if (r.ranks.empty() || (r.ranks.size() < 2 && !faulty)) return std::nullopt;
    if (!unknown.empty() && !options_held(unknown, options).empty()) {  // "I'd say B > A": B is not left out
        spoil(r, "\"" + std::string(strip(unknown)) + "\" is more than the name of an option");
        r.ranks.clear();
    } else if (!unknown.empty()) {
        spoil_by_option(r, unknown, options);
    }
    return r;
}

// "B, then A, then C"
std::optional<Reading> ranked_in_words(std::string_view line, const Options& options) {
    if (options.empty() || line.find(" then ") == std::string_view::npos) return std::nullopt;
    auto r = ranked_by_order(with_then_as_sign(line), options);
    if (!r || r->confidence == Confidence::unclear) return std::nullopt;
    r->confidence = Confidence::near;
    r->rule = "ranking:words";
    return r;
}

std::optional<Placed> placed_option(std::string_view line, const Options& options) {
    const std::string labelled = with_labels(line, options);
    const std::string_view s = strip(labelled);
    const auto item = numbered_item(s);
    const auto option = item ? option_named(item->text, options) : std::nullopt;
    if (!option) return std::nullopt;
    return Placed{item->place, *option};
}

std::optional<Reading> ranked_on_one_line(std::string_view line, const Options& options) {
    if (std::none_of(line.begin(), line.end(), is_digit)) return std::nullopt;
    std::string_view s = strip(without_ballot_lead(line));
    if (s.empty() || !is_digit(s[0])) return std::nullopt;
    Reading r = ballot(ReadingType::ranking, "ranking:numbered");
    while (!s.empty()) {
        std::size_t next = s.size();  // the next place: a digit after a blank, with its mark
        for (std::size_t i = 1; i + 1 < s.size(); ++i)
            if (is_digit(s[i]) && s[i - 1] == ' ' && (s[i + 1] == '.' || s[i + 1] == ')' || s[i + 1] == ':')) {
                next = i;
                break;
            }
        const auto placed = placed_option(strip(s.substr(0, next)), options);
        if (!placed || !add(r, *placed)) return std::nullopt;
        s = s.substr(next);
    }
    if (r.ranks.size() < 2) return std::nullopt;
    return r;
}

// Another list: "1. Where do we park?"
bool starts_anew(std::string_view line) {
    const auto item = numbered_item(strip(line));
    return item && item->place == 1;
}

// The lines below the first place: an item that is no option spoils the ballot, another list does not belong to it.
std::optional<FoundBallot> ranked_over_lines(std::span<const std::string_view> lines, const Options& options) {
    if (!placed_option(lines[0], options)) return std::nullopt;
    FoundBallot b{ballot(ReadingType::ranking, "ranking:numbered-lines"), 0};
    for (std::size_t i = 0; i < lines.size() && i < most_options; i = next_of_ballot(lines, i)) {
        const auto placed = placed_option(lines[i], options);
        const auto item = numbered_item(strip(lines[i]));
        const bool apart = i > b.lines;  // a blank line stands between
        if (!item || (apart && starts_anew(lines[i]))) break;
        if (!placed && options.empty()) break;
        if (!placed)
            spoil_by_option(b.reading, item->text, options);
        else if (!add(b.reading, *placed))
            break;
        b.lines = i + 1;
    }
    const bool first_choice = !options.empty() && b.reading.ranks.size() == 1 && b.reading.ranks.begin()->second == 1;
    const bool faulty = b.reading.confidence == Confidence::unclear;
    if (b.reading.ranks.size() < 2 && !first_choice && !faulty) return std::nullopt;
    return b;
}

bool is_score(std::string_view s) {
    if (s.starts_with('+') || s.starts_with('-')) s.remove_prefix(1);
    if (s.empty() || s.size() > 9 || !is_digit(s[0]) || !is_digit(s.back())) return false;
    return std::count(s.begin(), s.end(), '.') <= 1 &&
           std::all_of(s.begin(), s.end(), [](char c) { return is_digit(c) || c == '.'; });
}

// What "B: 4" says of a ballot: nothing when it is no part of one.
enum class Scored { no, yes, unknown_option, no_number };
Scored score_item(std::string_view item, const Options& options, Reading& r, std::vector<std::string>& written) {
    const std::size_t mark = item.find_last_of(":=");
    if (mark == std::string_view::npos) return Scored::no;
    std::string_view number = strip(item.substr(mark + 1));
    std::string_view scale;  // "4/5"
    if (const std::size_t slash = number.find('/'); slash != std::string_view::npos) {
        scale = strip(number.substr(slash + 1));
        number = strip(number.substr(0, slash));
    }
    const std::string plain = fold(number);
    const auto option = option_named(item.substr(0, mark), options);
    const bool numeric = is_score(plain) && !((plain[0] == '+' || plain[0] == '-') && options.empty());
    if (!option || !numeric) {
        if (options.empty() || (!option && !numeric) || !is_short(item.substr(0, mark)) || !is_short(number))
            return Scored::no;
        if (option)
            spoil(r, "\"" + std::string(number) + "\" is no number of points");
        else
            spoil_by_option(r, item.substr(0, mark), options);
        return option ? Scored::no_number : Scored::unknown_option;
    }
    if (!scale.empty() && !is_score(scale)) return Scored::no;
    const std::string number_written = scale.empty() ? plain : plain + '/' + std::string(scale);
    if (!r.scores.emplace(*option, number_written).second) spoil_by_repeat(r, *option);
    written.push_back(*option);
    return Scored::yes;
}

// "B: too cold" below "A: 5": what begins like a part of the ballot and has no number. What was scored already may be
// spoken of below.
bool lacks_points(std::string_view line, const Reading& r, const Options& options) {
    const auto head = option_named(line.substr(0, line.find_first_of(":=")), options);
    return head && (!r.scores.contains(*head) || is_short(line.substr(line.find_first_of(":=") + 1)));
}

// "Berlin: 1, Athens: 2, Cadiz: 3" where an order is asked for: places, since they are written in their order and not
// in that of the list, which anybody may fill with points.
bool are_places(const Reading& r, const std::vector<std::string>& written, const Options& options) {
    if (written.size() != options.size() || written.size() < 2) return false;
    bool as_listed = true;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (r.scores.at(written[i]) != std::to_string(i + 1)) return false;
        as_listed = as_listed && written[i] == options[i].first;
    }
    return !as_listed;
}

void as_ranking(Reading& r) {
    r.type = ReadingType::ranking;
    r.rule = "ranking:places";
    r.confidence = Confidence::near;
    for (const auto& [option, place] : r.scores) r.ranks.emplace(option, *place_of(place));
    r.scores.clear();
}

std::optional<FoundBallot> scored(std::span<const std::string_view> lines, const ReadingContext& context) {
    const Options& options = context.options;
    const bool points = context.asks_for_points;
    const auto may_score = [&](std::string_view line) {
        return std::any_of(line.begin(), line.end(),
                           [&](char c) { return c == ':' || c == '=' || (points && is_digit(c)); });
    };
    if (!may_score(lines[0])) return std::nullopt;
    FoundBallot b{ballot(ReadingType::scores, "scores"), 0};
    std::vector<std::string> written;
    bool by_word = false;
    for (std::size_t i = 0; i < lines.size() && i < most_options && may_score(lines[i]);
         i = next_of_ballot(lines, i)) {
        const std::string labelled = with_labels(lines[i], options);
        const std::string_view line = without_bullet(strip(without_ballot_lead(labelled)));
        bool fits = points && read_points(line, context, b.reading);
        if (points && !fits) {  // "Red: 5 / Blue: 3" of "Red one" and "Blue one"
            const std::string called = with_labels_for_words(line, options, Calling::shape);
            fits = called != line && read_points(called, context, b.reading);
            by_word = by_word || fits;
        }
        for (std::string_view item : fits ? std::vector<std::string_view>{} : split(line, ",;")) {
            fits = score_item(item, options, b.reading, written) != Scored::no;
            if (!fits) break;
        }
        if (!fits) {
            if (i == 0 || options.empty() || !may_score(line) || !lacks_points(line, b.reading, options)) break;
            spoil(b.reading, "\"" + std::string(strip(lines[i])) + "\" has no number of points");
        }
        b.lines = i + 1;
    }
    if (b.lines == 0 || b.reading.scores.empty()) return std::nullopt;
    if (by_word && b.reading.confidence != Confidence::unclear) b.reading.confidence = Confidence::near;
    if (by_word && b.reading.scores.size() == 1)  // "Friday 5" may be a date
        spoil(b.reading, "It names the option by one of its words only");
    if (context.asks_for_order && b.reading.confidence != Confidence::unclear &&
        are_places(b.reading, written, options))
        as_ranking(b.reading);
    return b;
}

std::optional<Reading> approved(std::string_view line, const Options& options) {
    if (options.empty() || trim(line).ends_with(':')) return std::nullopt;  // "B:" heads what is said of it
    std::string plain(without_bullet(strip(without_ballot_lead(line))));
    for (std::string_view word : {" and ", " & ", " + "})
        for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word))
            plain.replace(at, word.size(), 1, ',');
    for (std::size_t at = plain.find('+'); at != std::string::npos;
         at = plain.find('+', at + 1))  // "A+B"; "B+" is a mark
        if (at > 0 && at + 1 < plain.size() && is_word_byte(plain[at - 1]) && is_word_byte(plain[at + 1]))
            plain[at] = ',';
    Reading r = ballot(ReadingType::approvals, "approvals:list");
    for (std::string_view item : split(plain, ",;")) {
        if (strip(item).empty()) continue;
        const auto option = option_named(item, options);
        if (!option) return std::nullopt;
        if (std::find(r.approvals.begin(), r.approvals.end(), *option) == r.approvals.end())
            r.approvals.push_back(*option);
    }
    if (r.approvals.empty()) return std::nullopt;
    return r;
}

// "Berlin, Athens, Cadiz", "Berlin \u2192 Athens \u2192 Cadiz": all the options, where an order is asked for. Of
// fewer nobody knows whether they are alike, and "B -> A" may be a change of mind.
std::optional<Reading> ranked_by_list(std::string_view line, const ReadingContext& context) {
    if (!context.asks_for_order || context.options.size() < 2) return std::nullopt;
    std::string plain(without_bullet(strip(without_ballot_lead(line))));
    bool arrows = false;
    for (std::string_view arrow : {"\u2192", "\u21D2", "->", "=>"})
        for (std::size_t at = plain.find(arrow); at != std::string::npos; at = plain.find(arrow)) {
            plain.replace(at, arrow.size(), 1, ',');
            arrows = true;
        }
    if (arrows && context.options.size() < 3) return std::nullopt;
    Reading r = ballot(ReadingType::ranking, "ranking:list");
    r.confidence = Confidence::near;
    for (std::string_view item : split(plain, ",")) {
        const auto option = option_named(item, context.options);
        if (!option || !r.ranks.emplace(*option, static_cast<int>(r.ranks.size()) + 1).second) return std::nullopt;
    }
    if (r.ranks.size() != context.options.size()) return std::nullopt;
    return r;
}

std::optional<FoundBallot> ballot_as_written(std::span<const std::string_view> lines, const ReadingContext& context,
                                             BoxRun& boxes) {
    const Options& options = context.options;
    if (lines.empty() || lines[0].size() > longest_ballot_line) return std::nullopt;
    const std::string line = with_labels(lines[0], options);
    if (auto r = ranked_by_order(line, options)) return FoundBallot{*r, 1};
    if (auto r = ranked_in_words(line, options)) return FoundBallot{*r, 1};
    if (auto r = ranked_on_one_line(line, options)) return FoundBallot{*r, 1};
    if (auto b = ranked_over_lines(lines, options)) return b;
    if (auto b = boxes.ballot(lines, options)) return b;
    if (auto b = scored(lines, context)) return b;
    if (auto r = ranked_by_list(line, context)) return FoundBallot{*r, 1};
    if (auto r = approved(line, options)) return FoundBallot{*r, 1};
    return std::nullopt;
}

constexpr std::size_t lines_to_an_option = 3;  // blank ones between them

// "1. Berlin (near)", "A: 5 (warm!)" as if nothing were said in brackets; as many lines as a ballot may have.
std::optional<FoundBallot> without_remarks_read(std::span<const std::string_view> lines,
                                                const ReadingContext& context) {
    std::vector<std::string> plain;
    bool changed = false;
    for (std::string_view line : lines.first(std::min(lines.size(), context.options.size() * lines_to_an_option))) {
        plain.push_back(without_remarks(line, context.options));
        changed = changed || plain.back().size() < line.size();
    }
    if (!changed) return std::nullopt;
    const std::vector<std::string_view> views(plain.begin(), plain.end());
    BoxRun alone;
    return ballot_as_written(views, context, alone);
}

// "A：3，B：1" as its ASCII twin, where there are options; as many lines as a ballot may have.
std::optional<FoundBallot> in_plain_width(std::span<const std::string_view> lines, const ReadingContext& context) {
    const std::size_t most = context.options.size() * lines_to_an_option;
    std::vector<std::string> plain;
    for (std::string_view line : lines.first(std::min(lines.size(), most))) plain.push_back(with_plain_width(line));
    const std::vector<std::string_view> views(plain.begin(), plain.end());
    BoxRun alone;
    return read_ballot(views, context, alone);
}

// Read after something was left out, it is near at best. A list of options with remarks may be a talk about them.
bool is_near(std::optional<FoundBallot>& found) {
    if (!found || found->reading.confidence == Confidence::unclear || found->reading.type == ReadingType::approvals)
        return false;
    found->reading.confidence = Confidence::near;
    return true;
}

}  // namespace

std::optional<FoundBallot> read_ballot(std::span<const std::string_view> lines, const ReadingContext& context,
                                       BoxRun& boxes) {
    const Options& options = context.options;
    auto found = ballot_as_written(lines, context, boxes);
    const bool clear = found && found->reading.confidence != Confidence::unclear;
    if (clear || lines.empty() || lines[0].size() > longest_ballot_line) return found;
    if (!found && !options.empty() && is_wide(lines[0])) return in_plain_width(lines, context);
    if (found || lines[0].find('(') != std::string_view::npos)
        if (auto plain = without_remarks_read(lines, context); is_near(plain)) return plain;
    const auto may_rank = [](char c) { return c == '>' || c == '=' || is_digit(c); };
    if (options.empty() && std::none_of(lines[0].begin(), lines[0].end(), may_rank)) return found;
    const std::array plain{without_manners(lines[0], options)};  // "B > A > C. Thanks!"
    if (plain[0].empty() || plain[0].size() == trim(lines[0]).size()) return found;
    BoxRun alone;
    auto polite = ballot_as_written(plain, context, alone);
    return is_near(polite) ? polite : found;
}

}  // namespace assentd::words
