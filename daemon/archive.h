// SPDX-License-Identifier: Apache-2.0
// Mails of an archive, put into the order of their dates and into threads: what `replay` plays. All of them are in
// memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/time.h"

namespace assentd {

struct ArchivedMail {
    std::string raw;
    Instant at{};                   // by its own Date; without one, of the line above it or of the mail before it
    std::string message_id;         // may be empty
    std::string name;               // of the author, as the mail has it
    std::string address;            // lower case; empty when there is not exactly one author
    std::vector<std::string> tags;  // of the subject, lower case, without brackets
    bool asks_for_votes = false;    // its subject has the word “vote”, or its text a form to vote on
    std::string subject;
    std::string title;        // the subject without prefixes and tags, lower case
    std::int64_t number = 0;  // of the decision that the subject names, as in [D-42]; 0: none
    bool is_reply = false;    // to anything, in the archive or not, or to a decision by its number
    bool says_reply = false;  // by a prefix of its subject alone
    std::size_t opener = 0;   // the first mail of its thread, itself included
};

class Archive {
  public:
    // `from_line`: above it in an mbox, for a mail without a date of its own.
    void add(const std::string& raw, std::string_view from_line = {});

    // Every mail, by date, with its thread. A thread is what In-Reply-To and References connect within the archive.
    // Nothing when no mail has a date.
    std::optional<std::vector<ArchivedMail>> in_order() &&;

  private:
    struct Member {
        ArchivedMail mail;
        bool dated = false;
        std::vector<std::string> parents;  // nearest first
    };
    bool date_all();
    void find_openers(std::vector<ArchivedMail>&) const;

    std::vector<Member> members_;
};

}  // namespace assentd
