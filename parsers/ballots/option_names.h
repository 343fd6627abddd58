// SPDX-License-Identifier: Apache-2.0
// How a text names options: by label, by text, by both, or beside a few other words. Pure; linear in the text and in
// the options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assentd::words {

using Options = std::vector<std::pair<std::string, std::string>>;  // label, text

// The option that a text names by its label or its text ("A", "option a", "Choice 1: text"). Without known options
// only what is unmistakably a label, as written.
std::optional<std::string> option_named(std::string_view text, const Options&);

// The line with the labels of those options whose text would be divided by what divides a ballot: "Tuesday, 14:00",
// "Salt and pepper". A label before its own text is not said twice.
std::string with_labels(std::string_view line, const Options&);

// The option that the text begins with, and where it ends; "B: too cold", "Stone walls 3".
struct Head {
    std::string option;
    std::string_view behind;  // untrimmed
};
std::optional<Head> option_at_start(std::string_view text, const Options&);

// "A, C" of a line that is options and a few words between them, or that begins with an order of options; empty
// of any other line.
std::string options_in_words(std::string_view line, const Options&);

// Whether the text of the option with this label stands in the line.
bool holds_text(std::string_view line, std::string_view label, const Options&);

// The options that stand in the line by their letters or texts.
std::vector<std::string> options_held(std::string_view line, const Options&);

// "A (Paper)"
std::string option_with_text(const Options&, std::string_view label);

}  // namespace assentd::words
