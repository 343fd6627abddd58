// SPDX-License-Identifier: Apache-2.0
#include "decision/count_sheet.h"

#include <algorithm>

#include "decision/choice.h"
#include "decision/text.h"
#include "decision/weights.h"

namespace assentd {

namespace {

constexpr std::size_t sheet_columns = 72;
constexpr std::size_t label_columns = 4;

std::string label(Option o) {
    return option_label(static_cast<OptionIndex>(o));
}

std::string padded(const std::string& text, std::size_t width) {
    return text.size() >= width ? text : std::string(width - text.size(), ' ') + text;
}

// How a tie for last place was decided.
std::string decided(std::optional<TieRule> by) {
    if (!by) return {};
    switch (*by) {
        case TieRule::backward:
            return ", tied for it and behind in an earlier round";
        case TieRule::forward:
            return ", tied for it and behind in the first round that differs";
        case TieRule::order:
            return ", tied for it and last in the list";
        case TieRule::lot:
            return ", tied for it and out by the lot drawn at the opening";
        case TieRule::pairwise:
            return ", tied for it and losing to each of the others";
        case TieRule::all_out:
            return ", all tied for it";
        case TieRule::ask:
            return {};
    }
    return {};
}

}  // namespace

std::string labels(const Options& options) {
    std::vector<std::string> names;
    for (const Option o : options) names.push_back(label(o));
    return listed(names);
}

std::string amount(std::int64_t n, const std::string& unit, bool weighted) {
    const std::string number = weighted ? weight_text(n) : std::to_string(n);
    return number + ' ' + unit + (number == "1" ? "" : "s");
}

std::string CountSheet::votes(std::int64_t n) const {
    return weighted_ ? weight_text(n) : std::to_string(n);
}

std::string CountSheet::votes(const Rational& n) const {
    return weighted_ && n.whole() ? weight_text(n.numerator()) : n.text();
}

// Many options make more than one table, one below the other: a line that a mail program breaks cannot be read.
void CountSheet::show(const Pairwise& matrix) {
    std::size_t width = 4;
    for (Option a = 0; a < matrix.options(); ++a)
        for (Option b = 0; b < matrix.options(); ++b) width = std::max(width, votes(matrix(a, b)).size() + 2);
    lines.push_back("How many prefer the option on the left to the one on top:");
    const std::size_t beside = std::max<std::size_t>(1, (sheet_columns - label_columns) / width);
    for (Option first = 0; first < matrix.options(); first += beside)
        show_columns(matrix, first, std::min(matrix.options(), first + beside), width);
}

void CountSheet::show_columns(const Pairwise& matrix, Option first, Option end, std::size_t width) {
    std::string head(label_columns, ' ');
    for (Option b = first; b < end; ++b) head += padded(label(b), width);
    lines.push_back(head);
    for (Option a = 0; a < matrix.options(); ++a) {
        std::string line = padded(label(a), label_columns);
        for (Option b = first; b < end; ++b) line += padded(a == b ? "-" : votes(matrix(a, b)), width);
        lines.push_back(line);
    }
}

void CountSheet::show(const DebianResult& result, const DebianSettings& settings) {
    for (const auto& s : result.standings) {
        std::string line = label(s.option) + " against " + label(settings.default_option) + ": " +
                           votes(s.in_favour) + " to " + votes(s.against);
        if (!s.reaches_quorum) line += "; dropped, fewer than " + std::to_string(settings.quorum->least());
        if (!s.reaches_majority)
            line += "; dropped, not " + (s.ratio == Rational(1) ? "a majority" : s.ratio.text() + " to 1");
        lines.push_back(line + '.');
    }
    for (const auto& dropped : result.dropped_defeats)
        for (const auto& [a, b] : dropped)
            lines.push_back("Dropped as the weakest in a circle: " + label(a) + " over " + label(b) + '.');
}

void CountSheet::show(const IrvResult& result) {
    for (std::size_t i = 0; i < result.rounds.size(); ++i) {
        const auto& round = result.rounds[i];
        std::string line = "Round " + std::to_string(i + 1) + ": ";
        for (const Option o : round.continuing)
            line += (o == round.continuing.front() ? "" : ", ") + label(o) + ' ' + votes(round.votes[o]);
        if (round.exhausted > Rational(0)) line += ", no choice left " + votes(round.exhausted);
        line += '.';
        if (!round.eliminated.empty())
            line += ' ' + labels(round.eliminated) + (round.eliminated.size() == 1 ? " is" : " are") + " out" +
                    decided(round.decided_by) + '.';
        lines.push_back(line);
    }
}

void CountSheet::show(const StvResult& result) {
    lines.push_back(std::to_string(result.valid) + " ballots for " + std::to_string(policy_.choice.seats) +
                    " seats: the quota is " + std::to_string(result.quota) + '.');
    for (std::size_t i = 0; i < result.stages.size(); ++i) show_stage(i + 1, result.stages[i]);
}

void CountSheet::show_stage(std::size_t number, const StvResult::Stage& stage) {
    std::string line = "Stage " + std::to_string(number) + ':';
    for (Option o = 0; o < stage.votes.size(); ++o)
        line += (o == 0 ? " " : ", ") + label(o) + ' ' + decimal_text(stage.votes[o], stv_vote);
    line += '.';
    if (!stage.elected.empty()) line += " Elected: " + labels(stage.elected) + '.';
    if (stage.transferred) line += " What " + labels({*stage.transferred}) + " has above the quota is passed on.";
    if (stage.excluded) line += ' ' + labels({*stage.excluded}) + " is out" + decided(stage.decided_by) + '.';
    lines.push_back(line);
}

void CountSheet::show(const PointsResult& points, const std::string& unit) {
    const bool score = policy_.method == Method::score;
    for (Option o = 0; o < points.totals.size(); ++o) {
        std::string line = label(o) + ": " + amount(points.totals[o], unit, weighted_);
        if (score) line += " from " + votes(points.scored_by[o]);
        if (score && policy_.choice.aggregate == Aggregate::average && points.averages[o])
            line += ", " + points.averages[o]->text() + " on average";
        lines.push_back(line + '.');
    }
}

std::vector<std::string> count_sheet(const Decision& d) {
    if (!is_choice(d.policy.method)) return {};
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < d.options.size(); ++i)
        lines.push_back(option_label(static_cast<OptionIndex>(i)) + "  " + d.options[i]);
    const Choice choice = choose_with_sheet(d);
    if (!choice.sheet.empty()) lines.push_back({});
    lines.insert(lines.end(), choice.sheet.begin(), choice.sheet.end());
    return lines;
}

}  // namespace assentd
