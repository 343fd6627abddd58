// SPDX-License-Identifier: Apache-2.0
// A decision in each state that mails speak of, and what the tests need to look into a finished mail.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decision/step.h"
#include "decision/tally.h"
#include "templates/render.h"

namespace assentd::testing {

Instant at(int day, int hour, int minute = 0);  // of December 2026, UTC

Policy consent_policy();
Policy majority_policy();

// Ana proposes; Ben, Cem and Dora are asked, Eve advises. Opened on 1 December 09:00, closes on the 4th 16:00.
Decision open_decision(const Policy&, std::int64_t number = 42);
Decision draft_decision();

// Three towns and, where the policy adds one, its default option last; Ana proposes as above.
Policy choice_policy(Method);
Decision choice_decision(const Policy&);
void ballot(Decision&, ParticipantIndex, const OptionBallot&, const std::string& reason = {});
Closed closing_of(const Decision&, Outcome);  // by the clock, with what was chosen and counted

// The text of open_decision() with another price and a longer list.
void amend(Decision&, Instant when);

void vote(Decision&, ParticipantIndex, Position, const std::string& strength, const std::string& reason, Instant);
void happen(Decision&, const Event&);

const Templates& built_in();
Letterhead letterhead();
Reader reader_of(const Decision&, ParticipantIndex);
Reader stranger();
Envelope envelope();
Notice notice(NoticeKind, std::optional<ParticipantIndex> participant = std::nullopt);

FinishedMail mail_about(const Decision&, const Notice&, Instant now = at(2, 10));

// --- reading a finished mail ---

struct HeaderField {
    std::string name;
    std::string value;  // unfolded, not decoded
};
std::vector<HeaderField> header_of(const std::string& bytes);
std::string field(const std::string& bytes, std::string_view name);  // decoded; empty when there is none
std::string body_of(const std::string& bytes);                       // transfer encoding undone
std::string unflowed(const std::string& body);                       // soft breaks joined, stuffing undone
std::string decoded_words(std::string_view value);                   // RFC 2047

// Compares with tests/golden/NAME.eml; ASSENTD_GOLDEN=rewrite writes it.
void expect_golden(const std::string& name, const std::string& bytes);
void expect_golden(const std::string& name, const FinishedMail&);

}  // namespace assentd::testing
