// SPDX-License-Identifier: Apache-2.0
// HTML reduced to what the reader needs, before libxml2 sees it: tags with the few attributes we look at, text, and
// nothing of comments, scripts and styles. libxml2 compares each attribute of a tag with all others, so a tag with
// 100,000 of them must not reach it.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

std::string reduced_html(std::string_view html);

// Whether there is markup that strikes out, perhaps for no text: cheaper than reading it all.
bool may_strike_out(std::string_view html);

}  // namespace assentd
