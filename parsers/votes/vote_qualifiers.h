// SPDX-License-Identifier: Apache-2.0
// What stands around a vote and turns it into a condition, a hedge, a doubt, a reservation or a quantity. The tables
// are data, as reading copies (parsers/fold.h); parsers/votes/vote_tail says where in a sentence each is looked for.
#pragma once

#include <string_view>

namespace assentd::words {

// A phrase with a vote that it turns.
struct Qualifier {
    std::string_view language;
    std::string_view phrase;
    std::string_view example;
};

// A phrase whose example is its table's: "+1 " and the phrase, or as said there.
struct Words {
    std::string_view language;
    std::string_view phrase;
};

}  // namespace assentd::words
