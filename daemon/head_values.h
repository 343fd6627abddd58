// SPDX-License-Identifier: Apache-2.0
// Head lines as a draft keeps them: by key, the last word on each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decision/event.h"

namespace assentd {

const HeadValue* find_value(const std::vector<HeadValue>&, std::string_view key);  // null: not there
void set_value(std::vector<HeadValue>&, HeadValue);
// "group:core, ana@example.org", or one item a line.
std::vector<std::string> list_of(const HeadValue&);
// The same on one line, to be sent again as it stands.
std::string on_one_line(const HeadValue&);
std::string without_in(const std::string&);  // "6 months" of "in 6 months"
std::string trimmed(const std::string&);     // blanks and tabs at both ends

}  // namespace assentd
