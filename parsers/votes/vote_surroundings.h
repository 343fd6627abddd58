// SPDX-License-Identifier: Apache-2.0
// What the other lines of a mail, its sender, and the text that it answers say about a vote in one of its lines.
// Pure; linear.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/votes/vote_line.h"
#include "parsers/votes/vote_tail.h"

namespace assentd::words {

// By what follows the value in its line (a reading copy) and by the lines below (as written): "Yes" / "but only if
// …".
Turn turn_by_lines(std::string_view tail, std::span<const std::string_view> below, bool sign,
                   Position = Position::agree);

// The same for an agreement of which what follows refuses a part: "+1" / "However, I cannot accept point 3."
bool refused_below(const FoundVote&, std::string_view tail, std::span<const std::string_view> below);

// "+1 from Ben" by somebody who is not Ben.
bool casts_for_another(std::string_view tail, const std::vector<Address>& senders);

// A reading copy of a name, or the start of the address, of whoever sent the mail.
bool is_senders(std::string_view folded, const std::vector<Address>& senders);

// "Ben: +1" by Ben himself: with blanks for the name.
std::string without_own_name(std::string_view folded, const std::vector<Address>& senders);
// The same without decorations, and without the mark of a footnote that one of the lines below it explains: "+1 [1]".
std::string said_in(std::string_view line, std::string_view folded, const std::vector<Address>& senders,
                    std::span<const std::string_view> below, const OwnVoteWords&);

// What the line and the mail say beside the vote: that it is only mentioned, or asked of somebody else, that it is a
// test, that it likes the whole and is against a part, that the line is a quotation's, or that the vote is for a list
// of people, or that it is for or against something else than the proposal. `behind`: as written, what follows the
// value in its line.
void turn_by_mail(FoundVote&, std::string_view line, std::string_view behind, const Message&, std::string_view text);
// "This is a test."
bool says_it_is_a_test(std::string_view text);

// The text that a mail answers, by its lines.
class AnsweredText {
  public:
    explicit AnsweredText(std::string_view text);
    bool holds(std::string_view line) const;
    // Which lines were copied from it: two or more in a row, or one that is more than a vote. Somebody's own "+1" may
    // well be one of the answers that were offered.
    std::vector<bool> copied(std::span<const std::string_view> lines) const;

  private:
    std::set<std::string, std::less<>> lines_;  // as reading copies
};

// "-1: Ana" or "-1: too dear".
bool may_be_tally(std::string_view line);
// Whether what stands behind the colon may be a name. Names have capitals; scripts that have none do not tell.
bool names_somebody(std::string_view line);

}  // namespace assentd::words
