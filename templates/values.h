// SPDX-License-Identifier: Apache-2.0
// What a template may name: the placeholders, and their values for one mail. Every value that came from a mail is
// made safe here (templates/plain_text.h), once. What is not for this reader (decision/view.h) has no value.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include <kainjow/mustache.hpp>

#include "templates/render.h"

namespace assentd::outgoing {

using Values = kainjow::mustache::data;

// Name and meaning of every placeholder; templates/README.md lists the same.
bool is_placeholder(std::string_view name);
// All names, for the message about an unknown one and for the test of the README.
std::string_view placeholder_names();  // separated by blanks, sorted by theme

Values values_of(const Letterhead&, const Reader&, const std::vector<About>&, std::string_view help, Instant now);
// For a mail about no decision.
Values values_of(const Letterhead&, const Reader&, const Notice&, std::string_view quoted_subject,
                 std::string_view help);

}  // namespace assentd::outgoing
