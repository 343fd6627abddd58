// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic/own_opening.h"

#include <algorithm>
#include <span>
#include <vector>

#include "parsers/ascii.h"
#include "parsers/fold.h"
#include "parsers/mime/charsets.h"
#include "parsers/own_words/quote_headers.h"
#include "parsers/votes/vote_answers.h"
#include "parsers/votes/vote_attempts.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_tail.h"

namespace assentd {

namespace {

constexpr std::size_t opening_size = 750;
constexpr std::size_t longest_line = 1500;

// "… men röstar ja."; "tak" thanks in Danish.
bool ends_with_yes_or_no(std::string_view sentence) {
    const auto said = words::words_of(sentence);
    return !said.empty() && said.back() != "tak" && said.back() != "no" && words::is_yes_or_no(said.back());
}

bool begins_with_sign(const words::FoundVote& vote) {
    return vote.begin == 0 && !vote.strength.empty();
}

// Whoever votes is a person, even one who is about to leave: "Yes from me. I am on vacation until May."
bool answers(std::string_view folded, const std::vector<words::FoundVote>& found) {
    if (words::holds_east_vote(folded)) return true;
    for (std::string_view rest = folded; !rest.empty();) {
        const std::size_t end = words::sentence_end(rest, 0);
        if (ends_with_yes_or_no(rest.substr(0, end))) return true;
        rest.remove_prefix(end);
    }
    return std::any_of(found.begin(), found.end(), [](const words::FoundVote& v) { return !v.in_passing; });
}

// The first lines, and what of them the marks of quotations look at.
std::vector<words::TextLine> first_lines(std::string_view text, std::vector<std::string>& folded) {
    constexpr std::size_t most_lines = 60;
    std::vector<std::string_view> raw;
    for (std::size_t size = 0; !text.empty() && size < opening_size && raw.size() < most_lines;) {
        raw.push_back(utf8_prefix(trimmed(take_line(text)), longest_line));
        size += raw.back().size();
    }
    for (std::size_t more = 0; !text.empty() && more < words::most_header_lines; ++more)
        raw.push_back(utf8_prefix(trimmed(take_line(text)), longest_line));
    for (const auto line : raw) folded.push_back(words::fold(utf8_prefix(line, words::TextLine::folded_bytes)));
    std::vector<words::TextLine> lines;
    for (std::size_t i = 0; i < raw.size(); ++i) lines.push_back({raw[i], folded[i]});
    return lines;
}

bool begins_quotation(std::span<const words::TextLine> lines) {
    const words::TextLine& first = lines.front();
    return first.raw.starts_with('>') || words::is_original_mark(first.folded) ||
           words::is_forward_mark(first.folded) || words::attribution_at(lines) > 0;
}

}  // namespace

OwnOpening::OwnOpening(std::string_view text) {
    std::vector<std::string> folded;
    const std::vector<words::TextLine> lines = first_lines(text, folded);
    std::optional<std::size_t> signature;
    for (std::size_t i = 0; i < lines.size() && text_.size() < opening_size; ++i) {
        if (begins_quotation(std::span(lines).subspan(i))) break;
        if (!signature && lines[i].raw.starts_with("--")) signature = text_.size();
        text_.append(lines[i].raw).append("\n");
    }
    signature_ = signature.value_or(text_.size());
}

const OwnOpening::Votes& OwnOpening::votes() const {
    if (votes_) return *votes_;
    const std::size_t nowhere = text_.size();
    votes_ = {nowhere, nowhere};
    for (std::size_t at = 0; at < text_.size() && (votes_->any == nowhere || votes_->sign == nowhere);) {
        const std::size_t end = text_.find('\n', at);
        const std::string_view line = std::string_view(text_).substr(at, end - at);
        const std::string whole = words::fold(line);
        const auto found = words::votes_in_line(whole);
        const bool box = line.starts_with("[x]");
        const bool sign = box || std::any_of(found.begin(), found.end(), begins_with_sign);
        if (votes_->any == nowhere && (box || answers(whole, found))) votes_->any = at;
        if (votes_->sign == nowhere && sign) votes_->sign = at;
        at = end + 1;
    }
    return *votes_;
}

std::size_t OwnOpening::vote() const {
    return votes().any;
}
std::size_t OwnOpening::sign_vote() const {
    return votes().sign;
}

std::string OwnOpening::note() const {
    std::string note(up_to(signature_));
    std::replace(note.begin(), note.end(), '\n', ' ');
    return note;
}

}  // namespace assentd
