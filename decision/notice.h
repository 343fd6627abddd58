// SPDX-License-Identifier: Apache-2.0
// What we owe somebody (PRODUCT 5.1): the core says to whom and what about, templates/ finds the words. A notice is
// data about the decision as it is after the step that made it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/event.h"

namespace assentd {

enum class NoticeKind { invitation, receipt, question, refusal, reminder, digest, amendment, concern, outcome, help };
std::string_view name(NoticeKind);
std::optional<NoticeKind> notice_kind_from_name(std::string_view);

// One thing that a mail did: "Recorded: agree" from the line "+1", replacing "disagree".
struct ReceiptLine {
    std::string what;      // one sentence
    std::string line;      // quoted from the mail; may be empty, or several
    std::string replaces;  // what stood before; may be empty
    bool answer = false;   // a vote or ballot: another one may take its place until the close
};

// What we could not take as it stands and ask about, at most once per mail.
struct AskLine {
    std::string line;  // quoted
    std::string ask;   // the question, with the exact words that would answer it
};

struct Notice {
    NoticeKind kind = NoticeKind::receipt;
    std::string to_name;
    std::string to_address;
    std::optional<ParticipantIndex> participant;  // of the reader, when on the roster: gives the reply token
    // receipt, question, refusal, help; the others take everything from the decision
    std::vector<ReceiptLine> recorded;
    std::vector<AskLine> questions;
    std::vector<Problem> problems;
    bool with_status = false;
    bool with_help = false;
    // question: the reader is asked whether a mail that bears their name is theirs; its hash, its words, its arrival
    std::string confirm_sha256;
    std::string confirm_text;
    Instant confirm_arrival{};
    std::string confirm_address;  // where it came from, when that is not on file for the reader
    // what it lacks: any proof; what this decision demands beside what it proves; a sign that it was sent to us,
    // while a server vouches for its author
    enum class Lacks { proof, more_proof, address } confirm_lacks = Lacks::proof;
    // concern, by name. To its raiser: is it settled? To the proposer: somebody raised it, what is your answer?
    std::string concern;
    bool concern_wants_answer = false;
    // invitation: to one who keeps it moving and is not asked for an answer
    bool facilitates = false;
    // amendment: a new revision, whose changes the mail shows
    bool shows_changes = false;
    // question: a draft that needs seconds; the decider's word; keep, change or retire; empty: none of these
    enum class Wanted { nothing, second, decision, review };
    Wanted wanted = Wanted::nothing;
    // extension or amendment: one sentence what changed, for all
    std::string announcement;
    bool to_outsider = false;  // the reader is nobody to the decision: the mail must tell nothing of it
    Source in_reply_to;        // the mail that this answers; empty: refers to the proposal's thread
};

}  // namespace assentd
