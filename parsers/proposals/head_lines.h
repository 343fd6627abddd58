// SPDX-License-Identifier: Apache-2.0
// The head lines of a proposal (PRODUCT 1.3) and the sections of its text (1.4). Values are returned as written: what
// they mean (a date, a group) is for config/ to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assentd {

struct HeadLine {
    std::string key;    // canonical: "Policy", "Deadline", "Options", "Voters", "Advisory", "Decider", "Quorum",
                        // "Supersedes", "Review", "Words", "Sensitive"
    std::string value;  // one line, also where the list went on below it; lists: see `items`
    std::vector<std::string> items;   // list values in order, without bullets and labels ("A)", "1.")
    std::vector<std::string> labels;  // of each item, without its marks ("A", "1"); empty where it has none
    std::string stray;  // lines below a list of which nobody can say whether they belong to it or to the text
    std::string line;   // as written, for quoting back
};

// A line at the head that looks like a head line and is none: "Deadine: Friday", "deadline = Friday". Its key is as
// written; with " =" behind it, where that stands in place of the colon.
struct UnknownHeadLine : HeadLine {
    std::optional<std::string> nearest;  // the known key within a small edit distance
};

// Whether it is a known key, written as in HeadLine.
bool is_head_key(std::string_view key);
// "Deadline" for "Deadine"; nothing for what is near to none of the known keys.
std::optional<std::string> nearest_head_key(std::string_view key);

struct ProposalText {
    std::vector<HeadLine> head;
    std::vector<UnknownHeadLine> unknown;  // near to a known key, or in a block with a known one: else it is prose
    // Below the first lines of a text that has no blank line above it. They are in the body, too; `line` has all of
    // their lines.
    std::vector<HeadLine> in_text;
    std::string body;  // the text after the head lines, and a greeting above them
};

// `own_keys`: lines with these keys are head lines, too, whatever they mean.
ProposalText read_proposal(std::string_view new_text, const std::vector<std::string>& own_keys = {});

// Lines anywhere in a text, where they are no head lines, that are written as such: "Deadline: Friday", "**Policy:**
// consent", and "policy = consent"; a list with the items below it. `line` has all of their lines.
std::vector<HeadLine> head_lines_in(std::string_view text);

// The headings of a text in any usual style (Markdown, underlined, "Context:", "1. Context", bold, upper case), as
// written without their marks. A required section is present if one of these equals it, ignoring case and trailing
// colon.
std::vector<std::string> section_headings(std::string_view text);

// The subject without reply and forward prefixes of any common language and list tags; tags are returned apart.
struct Title {
    std::string title;
    std::vector<std::string> tags;  // "[RFC]" -> "RFC"; a decision tag "[D-42]" too
    bool is_reply = false;          // it had a prefix of a reply, not only of a forwarded mail
    bool is_forwarded = false;      // and of those of a forwarded mail one stands outside of it
};
Title read_title(std::string_view subject);

}  // namespace assentd
