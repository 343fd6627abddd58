// SPDX-License-Identifier: Apache-2.0
// A word that votes in one language and thanks in another: "Tak" is a Pole's yes and a Dane's thanks. Pure; linear in
// the text.
#pragma once

#include <string_view>
#include <vector>

namespace assentd::words {

enum class Meaning { vote, unsure, thanks };

// What the phrase of a vote means on line i of the sender's own lines; `whole` is the mail with all that it quotes.
Meaning meaning_of(std::string_view phrase, const std::vector<std::string_view>& lines, std::size_t i,
                   std::string_view whole);

}  // namespace assentd::words
