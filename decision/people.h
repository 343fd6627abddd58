// SPDX-License-Identifier: Apache-2.0
// Who and what events speak of: the mail that something came from, the people with a part in a decision, head lines,
// and texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "decision/time.h"

namespace assentd {

// The mail that something came from. An empty message_id with a sha256 is a mail that had none; both empty is no mail
// (the admin, or the clock).
struct Source {
    std::string message_id;  // "<…>"
    std::string sha256;      // of the raw mail, hex
    Instant arrival{};       // by our server
    std::string place{};     // in its folder, among mails of one second: see by_numbers (decision/text.h)
    bool operator==(const Source&) const = default;
};

struct Participant {
    std::string name;
    std::string address;                         // where we write to
    std::vector<std::string> addresses;          // all of theirs, lower case, `address` included
    bool binding = true;                         // else advisory
    std::vector<Instant> reminders;              // planned, ascending (PRODUCT 5.2)
    std::int64_t weight_millionths = 1'000'000;  // of the vote; 1,000,000 is one
    bool operator==(const Participant&) const = default;
};

// Somebody with a role other than voting. The same person may also be a participant.
struct Person {
    std::string name;
    std::string address;
    std::vector<std::string> addresses;  // lower case, `address` included
    bool operator==(const Person&) const = default;
};

// A head line as it was understood so far; a corrected one replaces that of the same key.
struct HeadValue {
    std::string key;
    std::string value;
    std::vector<std::string> items;
    bool operator==(const HeadValue&) const = default;
};

// A line of a mail that could not be acted on: quoted, with what was wrong and what would be right.
struct Problem {
    std::string line;   // as written; may be empty
    std::string wrong;  // "There is no policy called “consnet”."
    std::string right;  // "Known policies: consent, majority. Did you mean: Policy: consent"
    bool operator==(const Problem&) const = default;
};

// What came with a mail beside its text. It is kept there, and passed on to nobody.
struct AttachmentNoted {
    std::string name;
    std::string media_type;
    std::uint64_t size = 0;  // bytes
    std::string sha256;
    bool operator==(const AttachmentNoted&) const = default;
};

struct Text {
    std::string title;
    std::string body;
    std::vector<AttachmentNoted> attachments{};  // of the proposal's mail
    bool operator==(const Text&) const = default;
};

}  // namespace assentd
