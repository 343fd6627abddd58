// SPDX-License-Identifier: Apache-2.0
// Words of others as Markdown: what people wrote stands in block quotes, so that none of it can pass for the record's
// own words; names and titles are escaped, and nothing is HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decision/event.h"

namespace assentd::markdown {

// One line of somebody's as plain words.
std::string words(std::string_view);
std::string person(std::string_view name, std::string_view address);
std::string person(const Person&);
// Somebody's text: their own Markdown, but no HTML, behind "> ". Ends with a blank line, unless it is empty.
std::string quoted(std::string_view);
// Lines that keep their columns.
std::string preformatted(const std::vector<std::string>&);
// " (mail `<…>`)"; nothing when there was none.
std::string from_mail(const Source&);
// An entry of a list; nothing without a value.
std::string fact(std::string_view what, const std::string& value);

}  // namespace assentd::markdown
