// SPDX-License-Identifier: Apache-2.0
//
// subject = *(piece (":" / "]")) vote [subject-end]      "Re: [VOTE] A second site: +1 EOM"
//         / vote [reply-prefix] (":" / "[") *any          "JA! AW: A second site"
#include "parsers/votes/vote_subject.h"

#include <algorithm>

#include "parsers/fold.h"
#include "parsers/reasons.h"
#include "parsers/votes/tables/vote_subject_data.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_surroundings.h"

namespace assentd::words {
namespace {

constexpr std::size_t longest_subject = 400;  // bytes

template <typename Table>
std::string_view without_last_word(std::string_view s, const Table& table) {
    s = trim(s);
    const std::size_t blank = s.rfind(' ');
    const std::string_view word = blank == s.npos ? s : s.substr(blank + 1);
    return is_one_of(word, table) ? trim(s.substr(0, blank == s.npos ? 0 : blank)) : s;
}

bool is_vote(std::string_view piece, const OwnVoteWords& own) {
    return !trim(piece).empty() && lone_vote(trim(piece), own).has_value();
}

bool votes(std::string_view subject, const OwnVoteWords& own) {
    const std::string_view s = without_last_word(subject, subject_ends);
    const std::size_t last = s.find_last_of(":]");
    const std::size_t first = s.find_first_of(":[");
    return is_vote(last == s.npos ? s : s.substr(last + 1), own) ||
           (first != s.npos && is_vote(without_last_word(s.substr(0, first), reply_prefixes), own));
}

}  // namespace

void ask_about_subject(Interpretation& in, const Message& message, const OwnVoteWords& own) {
    const std::string folded = fold(without_sign_off(in.own.new_text));
    const std::string_view said = without_end_marks(trim(folded));
    const std::string_view subject = message.subject;
    const bool nothing = said.empty() || is_one_of(said, see_subject) || is_senders(said, message.from);
    if (!nothing || !in.readings.empty() || !votes(fold(subject.substr(0, longest_subject)), own)) return;
    Reading r;
    r.confidence = Confidence::unclear;
    r.line = subject.substr(0, longest_subject);
    r.rule = "attempt:subject";
    in.readings.push_back(std::move(r));
}

}  // namespace assentd::words
