// SPDX-License-Identifier: Apache-2.0
#include "parsers/ballots/box_readings.h"

#include <span>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/box_rows.h"
#include "parsers/fold.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {

namespace {

constexpr std::size_t most_forms = 500;

}  // namespace

Reading box_reading(const Box& box, const ReadingContext& context) {
    Reading r;
    r.rule = "form:box";
    if (box.beside) r.confidence = Confidence::near;
    if (const auto option = option_named(box.label, context.options)) {
        r.type = context.options.empty() ? ReadingType::form : ReadingType::approvals;
        r.approvals = {*option};
    } else if (const auto value = leading_value(fold(box.label), context.words)) {
        r.position = value->position;
        r.strength = value->strength;
        r.claim = value->claim;
    } else {
        r.type = ReadingType::form;
        r.approvals = {box.label};
    }
    if (box.several) r.confidence = Confidence::unclear, r.rule += ":choice";
    return r;
}

namespace {

// "(*) only if encrypted"; "(*) yes" is how programs show a form without windows.
bool is_footnote(const Box& box, const ReadingContext& context) {
    return box.mark == "*" && !leading_value(fold(box.label), context.words) &&
           !option_at_start(box.label, context.options);
}

}  // namespace

std::optional<Box> box_in_line(std::string_view line, const ReadingContext& context) {
    if (!may_hold_box(line)) return std::nullopt;
    if (context.options.empty())
        if (auto of_row = box_of_row(line, context.words)) return of_row;
    auto box = read_box(line);
    if (box && is_footnote(*box, context)) return std::nullopt;
    if (box && !box->mark.empty()) return box;
    auto beside = box_marked_beside(line, context.options, context.words);
    return beside ? beside : box;
}

void ask_about_words_behind(std::vector<Reading>& found, const std::vector<std::string_view>& lines,
                            const ReadingContext& context) {
    for (const std::string_view line : lines) {
        const std::string words = words_behind_box(line, context.options);
        if (words.empty() || (!found.empty() && !is_short(words))) continue;
        if (found.empty()) {
            found.push_back(ballot(ReadingType::approvals, "form:beside:quoted"));
            found[0].line = std::string(trim(line));
        }
        spoil(found[0], "\"" + std::string(trim(line)) + "\" has \"" + words +
                            "\" behind its option: write your mark into the brackets");
        return;
    }
}

bool is_filled_in(const Box& box, const Reading& r) {
    return !box.task || r.type != ReadingType::form;
}

bool joins_last(const Reading& r, std::vector<Reading>& readings) {
    if (r.type == ReadingType::vote || readings.empty()) return false;
    Reading& last = readings.back();
    if (last.type != r.type || !last.rule.starts_with("form:box")) return false;
    last.approvals.push_back(r.approvals.front());
    add_line(last, r.line);
    return true;
}

std::vector<std::string_view> new_quoted_lines(std::string_view quoted, const AnsweredText& answered,
                                               const ReadingContext& context) {
    std::vector<std::string_view> lines;
    if (!context.options.empty()) lines = lines_of(quoted);
    std::erase_if(lines, [&](std::string_view line) { return answered.holds(line); });
    return lines;
}

std::vector<Reading> quoted_forms(const std::string& quoted, const AnsweredText& answered,
                                  const ReadingContext& context) {
    std::vector<Reading> found;
    const std::vector<std::string_view> lines = lines_of(quoted);
    BoxRun boxes;
    for (std::size_t i = 0; i < lines.size() && found.size() < most_forms; ++i) {
        Reading r;
        if (auto ballot = boxes.ballot(std::span(lines).subspan(i), context.options)) {
            r = std::move(ballot->reading);
            for (std::size_t k = 0; k < ballot->lines; ++k) add_line(r, lines[i + k]);
            i += ballot->lines - 1;
        } else {
            const auto box = box_in_line(lines[i], context);
            // The proposer's example is no answer.
            if (!box || !box->ticked() || answered.holds(lines[i])) continue;
            r = box_reading(*box, context);
            r.line = trim(lines[i]);
            if (box->task) r.rule += ":task";
            if (!is_filled_in(*box, r) || joins_last(r, found)) continue;
        }
        r.rule += ":quoted";
        found.push_back(std::move(r));
    }
    ask_about_words_behind(found, new_quoted_lines(quoted, answered, context), context);
    return found;
}

}  // namespace assentd::words
