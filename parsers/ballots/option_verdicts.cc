// SPDX-License-Identifier: Apache-2.0
//
// verdicts = part *([divider] part)                      each part of the same shape
// part     = option [":" / "=" / "-"] value      "A: yes", "Athens ✅"
//          / option suits                               "Berlin is fine"
//          / option "too"                                behind another part, whose value it has
//          / value ["for"] option                        "+1 A", "no B"
// value    = a whole yes or no, no half of one
// divider  = "," / ";" / "/" / "|" / "." / "and" / "but"
// row      = 2*box, whose labels are options             see parsers/ballots/box_rows
#include "parsers/ballots/option_verdicts.h"

#include <algorithm>
#include <optional>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/box_rows.h"
#include "parsers/ballots/option_names.h"
#include "parsers/ballots/option_words_data.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"
#include "parsers/votes/vote_values.h"

namespace assentd::words {
namespace {

struct Verdict {
    std::string option;
    Value value;
    std::string_view behind;
    bool marked = false;  // a colon or its like stands between them
};

// The value that the text begins with, and what stands behind it.
struct Answered {
    Value value;
    std::string_view behind;
};
std::optional<Answered> answer_at(std::string_view s, const OwnVoteWords& own) {
    const Folded folded = fold_with_origin(s);
    auto value = value_at(folded.text, own);
    if (!value || (value->position != Position::agree && value->position != Position::disagree)) return std::nullopt;
    if (value->strength.find('.') != std::string::npos) return std::nullopt;  // "+0.5"
    const std::string_view behind = s.substr(folded.origin[value->size]);
    return Answered{std::move(*value), behind};
}

std::optional<Verdict> option_first(std::string_view s, const ReadingContext& context) {
    const auto head = option_at_start(s, context.options);
    if (!head) return std::nullopt;
    std::string_view rest = trim(head->behind);
    if (auto answer = answer_at(rest, context.words))
        return Verdict{head->option, std::move(answer->value), answer->behind};
    static const PhraseIndex<const char*> suits_index{suits};
    const Folded folded = fold_with_origin(rest);
    if (const auto* fine = suits_index.longest_at_start(folded.text)) {
        const std::size_t size = std::string_view(*fine).size();
        return Verdict{head->option, Value{Position::agree, {}, size, false, Use::leads, "word"},
                       rest.substr(folded.origin[size])};
    }
    for (std::string_view mark : {":", "=", "-", "\u2013", "\u2014"}) {
        if (!rest.starts_with(mark)) continue;
        auto answer = answer_at(trim(rest.substr(mark.size())), context.words);
        if (answer) return Verdict{head->option, std::move(answer->value), answer->behind, true};
    }
    return std::nullopt;
}

// ", Athens too"
std::optional<Verdict> one_more(std::string_view s, const std::vector<Verdict>& before, const Options& options) {
    const auto head = before.empty() ? std::nullopt : option_at_start(s, options);
    if (!head || before.back().value.position != Position::agree) return std::nullopt;
    const std::string_view rest = trim(head->behind);
    const std::string folded = fold(rest);
    for (std::string_view also : {"too", "also", "as well", "auch", "aussi", "también", "anche", "também", "ook"})
        if (starts_with_phrase(folded, also))
            return Verdict{head->option, before.back().value, rest.substr(also.size())};
    return std::nullopt;
}

std::optional<Verdict> value_first(std::string_view s, const ReadingContext& context) {
    auto answer = answer_at(s, context.words);
    if (!answer) return std::nullopt;
    std::string_view rest = trim(answer->behind);
    if (starts_with_phrase(rest, "for")) rest = trim(rest.substr(3));
    const auto head = option_at_start(rest, context.options);
    if (!head) return std::nullopt;
    return Verdict{head->option, std::move(answer->value), head->behind};
}

std::string_view without_divider(std::string_view s) {
    s = trim(s);
    if (!s.empty() && std::string_view(",;/|.").find(s[0]) != s.npos) s = trim(s.substr(1));
    for (std::string_view link : {"and", "but"})  // at the end of the line something is missing behind it
        if (starts_with_phrase(s, link) && s.size() > link.size()) return trim(s.substr(link.size()));
    return s;
}

// "A yes": an article, perhaps.
bool may_be_article(const std::vector<Verdict>& parts, std::string_view line) {
    const Verdict& only = parts.front();
    return parts.size() == 1 && !only.marked && !only.value.sign && (only.option == "A" || only.option == "I") &&
           starts_with_phrase(line, only.option);
}

std::vector<Verdict> verdicts_in(std::string_view line, const ReadingContext& context) {
    const auto part_at = option_at_start(line, context.options) ? option_first : value_first;
    std::vector<Verdict> parts;
    std::string_view rest = line;
    while (parts.size() <= context.options.size() && !rest.empty()) {  // with more, one stands there twice
        auto part = part_at(rest, context);
        if (!part) part = one_more(rest, parts, context.options);
        if (!part) return {};
        rest = without_divider(part->behind);
        parts.push_back(std::move(*part));
    }
    if (parts.empty() || !rest.empty() || may_be_article(parts, line)) return {};
    return parts;
}

// "[x] A [ ] B [x] C": what is ticked is chosen.
std::optional<Reading> row_of_options(std::string_view line, const Options& options) {
    Reading r = ballot(ReadingType::approvals, "form:row");
    r.confidence = Confidence::near;
    std::vector<std::string> seen;
    for (const Box& box : row_of_boxes(line)) {
        const auto option = option_named(box.label, options);
        if (!option) return std::nullopt;
        if (std::find(seen.begin(), seen.end(), *option) != seen.end()) spoil_by_repeat(r, *option);
        seen.push_back(*option);
        if (box.ticked()) r.approvals.push_back(*option);
    }
    if (r.approvals.empty()) return std::nullopt;
    return r;
}

}  // namespace

std::vector<Reading> option_verdicts(std::string_view written, const ReadingContext& context) {
    if (!context.naming_chooses || context.options.empty() || written.size() > longest_ballot_line) return {};
    const std::string labelled = with_plain_width(with_labels(written, context.options));
    if (auto row = row_of_options(labelled, context.options)) return {std::move(*row)};
    const std::string_view bare = without_bullet(labelled);
    const bool signs_end_it = bare.ends_with('+') || bare.ends_with('-');
    const std::string_view line = signs_end_it ? bare : without_end_marks(bare);
    std::vector<Reading> readings;
    for (const Verdict& part : verdicts_in(line, context)) {
        Reading r;
        r.position = part.value.position;
        r.strength = part.value.strength;
        r.scope = part.option;
        r.rule = std::string(part.value.rule) + ":option";
        r.confidence = Confidence::near;
        readings.push_back(std::move(r));
    }
    return readings;
}

}  // namespace assentd::words
