// SPDX-License-Identifier: Apache-2.0
// How programs that send mail without a person give themselves away: data, each with a name and seen in the wild.
// All comparing ignores ASCII case.
#pragma once

#include <optional>
#include <string_view>

namespace assentd {

// Whose address or name is that of a mail server: "MAILER-DAEMON@…", "Mail Delivery System".
bool is_daemon_sender(std::string_view local_part, std::string_view display_name);
// Addresses behind which nobody reads: "no-reply@…".
bool is_no_reply(std::string_view local_part);

// Each gives the name of the pattern that fits, or is empty.
// `second_sign`: that the mail answers another, or says that its writer is away. Without one, words that may be what
// a proposal is about mean nothing unless the subject of another mail follows.
// What stands behind the words of a note or receipt is the subject that it answers: "Re: …", "[D-7] …".
bool names_a_mail(std::string_view rest);
std::string_view vacation_subject(std::string_view subject, bool second_sign);
std::string_view bounce_subject(std::string_view subject);
std::string_view delay_subject(std::string_view subject);
// Whether the subject begins as that of a report.
bool is_report_subject(std::string_view subject);
// The opening of a report. Whoever is no mail server must begin with it: people show below words of their own what a
// server wrote to them.
std::string_view bounce_opening(std::string_view first_lines, bool by_server);
// A phrase of delivery reports; trusted only when the sender is a mail server too.
std::string_view bounce_phrase(std::string_view text);
std::string_view delay_phrase(std::string_view text);
std::string_view robot_phrase(std::string_view first_lines);
// A text that says that its writer is away, and says it as a program does to anybody who writes.
std::string_view vacation_text(std::string_view first_lines);
// The first of the two: that its writer is away.
bool says_away(std::string_view first_lines);
// What nobody says to anybody who writes: "Please extend the deadline."
bool speaks_of_decision(std::string_view first_lines);

// "We have received your request", and that it will be seen to: what ticket systems answer with.
std::string_view acknowledgement_text(std::string_view first_lines);
// "Your message … was read on …", by its subject and words.
std::string_view receipt_text(std::string_view subject, std::string_view first_lines);
// "Ana reacted to your message:", "Liked …": the press of a button.
std::string_view reaction_text(std::string_view text);

// After this line the returned mail begins.
bool begins_returned_mail(std::string_view line);
// Before or below this phrase stand the addresses that were not reached.
std::optional<std::size_t> behind_recipient_cue(std::string_view line);

}  // namespace assentd
