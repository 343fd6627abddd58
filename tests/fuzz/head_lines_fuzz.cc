// SPDX-License-Identifier: Apache-2.0
// Any text has head lines, headings and, read as a subject, a title; nothing is invented.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parsers/proposals/head_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const assentd::ProposalText proposal = assentd::read_proposal(text);
    if (proposal.body.size() > size) std::abort();
    for (const assentd::UnknownHeadLine& line : proposal.unknown)
        if (line.key.empty() || assentd::is_head_key(line.key) || text.find(line.line) == text.npos) std::abort();
    for (const std::string& heading : assentd::section_headings(text))
        if (heading.empty() || heading.size() > size) std::abort();
    if (assentd::read_title(text).title.size() > size) std::abort();
    return 0;
}
