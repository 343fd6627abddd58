// SPDX-License-Identifier: Apache-2.0
// Which lines of a mail its sender wrote now (PRODUCT 2.2): without quotes of any kind, quote headers, signatures,
// mobile lines, disclaimers, list footers and forwarded mail. Linear in the text. Never fails.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parsers/message.h"

namespace assentd {

// An interleaved answer: the quoted lines (without their marks) and what was written below them.
struct Answer {
    std::string quoted;  // empty for text that answers nothing in particular
    std::string text;
};

// An own line that may be somebody else's, and why.
enum class Doubt { wrapped, below_rule };
struct DoubtfulLine {
    std::string line;
    Doubt doubt;
};

// The remark when an attribution stands at the top and no quotation is marked below it: the text may be either's.
inline constexpr std::string_view top_attribution = "attribution at the top without marks";

struct OwnWords {
    std::string new_text;         // no leading or trailing blank lines; LF
    std::vector<Answer> answers;  // in order; only when at least one has a quotation
    std::string quoted_text;  // what was cut as a quotation, without its mark: forms are filled in there. Quotations
                              // inside it are left out: a form in those was filled in by somebody else
    // What stands below a forwarding mark, or below a quotation's header without marks, to its end as it is written
    // there; with its header fields.
    std::string passed_on;
    bool forwarded = false;      // that was a forwarding mark
    std::vector<Answer> run_on;  // the own lines (`text`) that have a quotation right below them, and that
    std::vector<DoubtfulLine> doubtful;
    std::vector<std::string> remarks;  // names of the patterns that cut something, for `explain`
};

// `senders`: whose name may stand above a signature.
OwnWords own_words(std::string_view text, const std::vector<Address>& senders = {});

}  // namespace assentd
