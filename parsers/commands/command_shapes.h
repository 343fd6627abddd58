// SPDX-License-Identifier: Apache-2.0
// What may stand behind the word of a command: reads the rest of the line by the shape that the command's form says.
// Pure; linear in the line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parsers/reading.h"

namespace assentd::words {

enum class Shape {
    nothing,
    reason,
    duration,
    text,
    delegate,
    instant,
    receipts,
    digest,
    name_reason,
    name_only,
    name_text,
    statement,
    choice
};

struct CommandForm {
    std::string_view word;
    std::string_view name;
    Shape shape;
    std::string_view usage;
};

struct Parts {
    std::string_view original;  // the line, trimmed
    std::string_view rest;      // behind the first word, trimmed, as written
    std::string folded_rest;
};

// Without blanks and punctuation at either end.
std::string_view strip_marks(std::string_view);
bool is_concern_name(std::string_view folded);

// A command that looks like the form and is none; its reason says what would be right.
Reading unclear_command(const CommandForm&);
// The command that the form writes, read by its own rule, or by another.
Reading command_of(const CommandForm&, std::string_view rule = {});
// Nothing when the line is prose that only begins with the word.
std::optional<Reading> read_shape(const CommandForm&, const Parts&);

}  // namespace assentd::words
