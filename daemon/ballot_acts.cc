// SPDX-License-Identifier: Apache-2.0
#include "daemon/ballot_acts.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "config/config.h"
#include "decision/choice.h"
#include "decision/example_answer.h"
#include "decision/nearest.h"
#include "parsers/ballots/ballot_parts.h"

namespace assentd {

namespace {

std::string whole_again(const Decision& d) {
    return " Please send the whole ballot again, for example: " + example_answer(d);
}

std::string ended(const std::string& words) {
    return words.ends_with('.') || words.ends_with('?') ? words : words + '.';
}

// The options that were named, or the first name that is none.
struct Named {
    std::vector<OptionIndex> options;
    std::string unknown;
};

Named find_all(const Decision& d, const std::vector<std::string>& names) {
    Named named;
    for (const auto& wanted : names) {
        const auto option = find_option(d, wanted);
        if (option)
            named.options.push_back(*option);
        else if (named.unknown.empty())
            named.unknown = wanted;
    }
    return named;
}

Act unknown_option(const Decision& d, const std::string& line, const std::string& wanted) {
    if (d.options.empty())
        return UnclearVote{line,
                           "This decision asks for one answer to one text, not for a ballot over options. Reply with "
                           "one line, for example: +1"};
    std::string known;
    for (std::size_t i = 0; i < d.options.size(); ++i)
        known += (i == 0 ? "" : ", ") + option_text(d, static_cast<OptionIndex>(i));
    const auto near = nearest(wanted, d.options);
    return UnclearVote{line, "“" + wanted + "” is none of the options" +
                                 (near ? "; did you mean “" + *near + "”?" : ", which are: " + known + '.') +
                                 whole_again(d)};
}

Act from_ranks(const Decision& d, const Reading& r) {
    std::map<int, std::vector<OptionIndex>> by_rank;
    for (const auto& [wanted, rank] : r.ranks) {
        const auto option = find_option(d, wanted);
        if (!option) return unknown_option(d, r.line, wanted);
        by_rank[rank].push_back(*option);
    }
    CastBallot cast{{}, r.line, r.reason, r.lines};
    for (auto& [rank, place] : by_rank) {
        std::sort(place.begin(), place.end());
        cast.ballot.places.push_back(std::move(place));
    }
    return cast;
}

Act from_scores(const Decision& d, const Reading& r) {
    CastBallot cast{{}, r.line, r.reason, r.lines};
    for (const auto& [wanted, written] : r.scores) {
        const auto option = find_option(d, wanted);
        if (!option) return unknown_option(d, r.line, wanted);
        std::int64_t score = 0;
        const std::string scale = '/' + std::to_string(d.policy.choice.score_max);
        // "3/5" is three of five; "-1/2" on a scale from -2 may be one half.
        const bool below_nought = d.policy.choice.score_min < 0;
        const bool of_scale = !below_nought && written.ends_with(scale);
        std::string_view number =
            std::string_view(written).substr(0, of_scale ? written.size() - scale.size() : written.size());
        // Where nothing goes below nought, "+1" may as well be a vote for it.
        if (below_nought && number.size() > 1 && number[1] != '-' && number.starts_with('+')) number.remove_prefix(1);
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), score);
        const bool whole = error == std::errc() && end == number.data() + number.size();
        if (!whole && d.policy.method != Method::score)
            return UnclearVote{
                r.line, "Numbers behind the options are points, and there are none to give here." + whole_again(d)};
        if (!whole)
            return UnclearVote{r.line, "“" + written + "” is not a score: scores here are whole numbers from " +
                                           std::to_string(d.policy.choice.score_min) + " to " +
                                           std::to_string(d.policy.choice.score_max) + '.' + whole_again(d)};
        cast.ballot.scores.emplace_back(*option, score);
    }
    std::sort(cast.ballot.scores.begin(), cast.ballot.scores.end());
    return cast;
}

// Numbers in the boxes of a form are scores where scores are asked for.
Act from_boxes(const Decision& d, const Reading& r) {
    Reading scored = r;
    for (const auto& [option, number] : r.ranks) scored.scores.emplace(option, std::to_string(number));
    return from_scores(d, scored);
}

// One option named and nothing else is a first choice where options are ranked.
Act from_approvals(const Decision& d, const Reading& r, const std::vector<std::string>& names) {
    const Named named = find_all(d, names);
    if (!named.unknown.empty()) return unknown_option(d, r.line, named.unknown);
    CastBallot cast{{}, r.line, r.reason, r.lines};
    if (is_ranked(d.policy.method) && named.options.size() == 1) {
        cast.ballot.places = {named.options};
        return cast;
    }
    cast.ballot.approved = named.options;
    std::sort(cast.ballot.approved.begin(), cast.ballot.approved.end());
    cast.ballot.approved.erase(std::unique(cast.ballot.approved.begin(), cast.ballot.approved.end()),
                               cast.ballot.approved.end());
    return cast;
}

// "A and B", "A, C" of "+1 for A and B"
std::vector<std::string> scope_names(std::string scope) {
    for (std::size_t at; (at = scope.find(" and ")) != std::string::npos;) scope.replace(at, 5, ",");
    std::vector<std::string> names;
    std::string name;
    for (const char c : scope + ',') {
        if (c != ',') {
            if (!(c == ' ' && name.empty())) name += c;
            continue;
        }
        while (!name.empty() && name.back() == ' ') name.pop_back();
        if (!name.empty()) names.push_back(name);
        name.clear();
    }
    return names;
}

}  // namespace

std::optional<Act> ballot_act(const Decision& d, const Reading& r) {
    const bool scoped_vote = r.type == ReadingType::vote && !r.scope.empty() && is_choice(d.policy.method);
    const bool ballot = r.type == ReadingType::ranking || r.type == ReadingType::scores ||
                        r.type == ReadingType::approvals || r.type == ReadingType::form || scoped_vote;
    if (!ballot) return std::nullopt;
    // Of a vote the reason is the voter's: it explains nothing to them.
    const bool own_words = r.type == ReadingType::vote && r.line.find(r.reason) != r.line.npos;
    if (r.confidence == Confidence::unclear)
        return UnclearVote{
            r.line,
            (r.lines.empty() ? std::string() : "In whole: \"" + words::on_one_line(r) + "\". ") +
                (r.reason.empty() || own_words ? "This could not be read as one clear ballot." : ended(r.reason)) +
                whole_again(d)};
    const bool boxes = r.type == ReadingType::ranking && r.rule.rfind("ranking:boxes", 0) == 0;
    if (boxes && d.policy.method == Method::score) return from_boxes(d, r);
    if (r.type == ReadingType::ranking) return from_ranks(d, r);
    if (r.type == ReadingType::scores) return from_scores(d, r);
    if (!scoped_vote) return from_approvals(d, r, r.approvals);
    if (r.position == Position::agree) return from_approvals(d, r, scope_names(r.scope));
    return UnclearVote{
        r.line, "A vote against an option cannot be counted here; a ballot says what you prefer." + whole_again(d)};
}

namespace {

const std::string* answer_line(const Act& act) {
    if (const auto* cast = std::get_if<CastBallot>(&act)) return &cast->line;
    if (const auto* vote = std::get_if<CastVote>(&act)) return &vote->line;
    if (const auto* unclear = std::get_if<UnclearVote>(&act)) return &unclear->line;
    return nullptr;
}

// The same ballot said twice is one.
void drop_repeated(std::vector<Act>& acts) {
    std::optional<OptionBallot> first;
    std::erase_if(acts, [&](const Act& act) {
        const auto* cast = std::get_if<CastBallot>(&act);
        if (!cast || first) return cast && cast->ballot == *first;
        first = cast->ballot;
        return false;
    });
}

}  // namespace

void never_half(const Decision& d, std::vector<Act>& acts) {
    if (!is_choice(d.policy.method)) return;
    const auto is_cast = [](const Act& act) { return std::holds_alternative<CastBallot>(act); };
    drop_repeated(acts);
    const auto answers = std::count_if(acts.begin(), acts.end(), [](const Act& act) { return answer_line(act); });
    const auto first = std::find_if(acts.begin(), acts.end(), [](const Act& act) { return answer_line(act); });
    const auto is_unclear = [](const Act& act) { return std::holds_alternative<UnclearVote>(act); };
    if (answers < 2 ||
        std::none_of(acts.begin(), acts.end(), [&](const Act& a) { return is_cast(a) || is_unclear(a); }))
        return;
    std::string understood;
    std::string others;
    for (const Act& act : acts) {
        if (const auto* cast = std::get_if<CastBallot>(&act))
            understood += (understood.empty() ? "" : "; and ") + ballot_text(cast->ballot);
        else if (const auto* unclear = std::get_if<UnclearVote>(&act))
            others = others.empty() ? unclear->ask : others;
    }
    const auto vote =
        std::find_if(acts.begin(), acts.end(), [](const Act& act) { return std::holds_alternative<CastVote>(act); });
    if (vote != acts.end() && (others.empty() || understood.empty()))
        others += (others.empty() ? "" : " ") + ("Your mail also says “" + *answer_line(*vote) + "”.");
    if (others.empty()) others = "Your mail has two different ballots. Please send the one that you mean.";
    *first = UnclearVote{*answer_line(*first),
                         (understood.empty() ? std::string() : "Understood was: " + understood + ". ") + others};
    acts.erase(std::remove_if(first + 1, acts.end(), [](const Act& act) { return answer_line(act); }), acts.end());
}

}  // namespace assentd
