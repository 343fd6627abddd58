// SPDX-License-Identifier: Apache-2.0
// A mail as intake, explain and recount have it in hand: read, with its sender, and the commands that it amounts to.
// One place makes the commands, so that a recount from the raw mail cannot differ from what was done when it came.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/inbox.h"
#include "daemon/world.h"
#include "decision/command.h"
#include "decision/decision.h"
#include "decision/notice.h"
#include "parsers/digest.h"
#include "parsers/reading.h"

namespace assentd {

struct Author;  // daemon/proof.h

struct MailAtHand {
    Message message;
    std::string sender;  // lower case, as author_address finds it; empty when there is not exactly one From address
    std::string sender_name;
    Source source;
    Interpretation read;  // without any decision's own words
    // For each of its interleaved answers the decision whose heading is quoted above it (0: none); mostly empty, see
    // daemon/below_headings.h.
    std::vector<std::int64_t> headings{};
    Limits limits;  // that it was read with
    std::optional<bool>
        author_was_on_file;  // for a recount: when it came, which the configuration of today cannot say
};

// A stored mail (with raw) is read with the limits that it was read with first, so that it says the same.
// `source`: all but the Message-ID, which the raw mail has.
MailAtHand read_mail(const Config&, const StoredMail&, const Source& source);
MailAtHand read_mail(const Config&, const StoredMail&);
MailAtHand read_mail(const Config&, const Fetched&);

// A sentence by which a mail of ours is known that came back whole and without quotation marks: what stands in it is
// nobody's answer.
std::optional<std::string> sentence_of_ours(const World&, const MailAtHand&);
inline constexpr std::string_view not_their_own_words =
    "a line of our mails, and it cannot be told which words of your mail are yours.";

// What became of a mail that nothing but its lines leads to decisions.
inline constexpr std::string_view named_by_lines = "answers to several decisions";

// The decision that the whole mail answers, as it was found when it came; 0 when its lines alone may name some.
RecordId answered_by(const World&, const MailAtHand&);

// What the mail says to this decision, with its words and options; lines without a name are about it.
Interpretation reading_for_own(const MailAtHand&, const Decision&);

// The answer to the decision that the whole mail is about; the lines scoped to other decisions ("D-17: +1") left out.
// Nothing when such lines are all that it has, or all that leads to decisions. `Author`: as author_of finds them.
std::optional<AnswerMail> whole_answer(const World&, const MailAtHand&, const Decision&, const Author&);
// The answer in the lines that name this decision, and in those that can be about no other.
std::optional<AnswerMail> scoped_answer(const World&, const MailAtHand&, const Decision&);
// What the lines of a mail leave open: they name decisions that there are not; and, in a mail that its lines alone
// lead to decisions, they answer something and do not say what.
std::vector<Problem> lines_without_decision(const World&, const MailAtHand&);

// What a held mail becomes when it is confirmed (or not): its acts are read again from its raw bytes.
Confirm confirmation(const World&, const Decision&, const AnswerHeld&, const StoredMail& held_mail, bool yes,
                     const Source& confirming);

}  // namespace assentd
