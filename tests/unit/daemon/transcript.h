// SPDX-License-Identifier: Apache-2.0
// The form of a scenario file: what is done, and under `=>` what came of it. tests/scenarios/README.md describes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace assentd::testing {

struct TranscriptStep {
    int line = 0;                    // of the head, for messages
    std::string head;                // "2026-11-30 09:00  ana -> decisions"
    std::vector<std::string> block;  // the indented lines below it, without their indentation
    std::string verbatim;            // all of this with the comments above it, as written
};

// The steps of a transcript, without what came of them. Throws std::invalid_argument for a line that has no place.
std::vector<TranscriptStep> read_transcript(const std::string& text);

// The step as it stands in a file, with what came of it: nothing at all for a step that cannot bring anything about.
std::string write_step(const TranscriptStep&, const std::optional<std::vector<std::string>>& outcome);

// The lines that differ, "-" as the file has them and "+" as they are now, each with a little of what is around them.
// Empty: nothing differs.
std::string line_difference(const std::string& file, const std::string& now);

std::vector<std::string> lines_of(const std::string& text);

}  // namespace assentd::testing
