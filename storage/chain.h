// SPDX-License-Identifier: Apache-2.0
// The hash chain through all events of the database, in the order in which they were stored. No state; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assentd {

// What an event's hash covers, as the columns of table `event` hold it.
struct ChainLink {
    std::int64_t record = 0;
    std::int64_t sequence = 0;
    std::int64_t at = 0;  // UTC seconds
    std::string_view kind;
    std::string_view body;
};

// SHA-256, as hex, over six fields: the previous event's hash (empty before the first), record, sequence, at, kind,
// body. Each is written as its length in bytes, a colon, its bytes and a comma (a netstring), numbers in decimal, so
// that no two different events give the same input, and anybody can compute it with sqlite3 and sha256sum.
std::string chain_hash(std::string_view previous, const ChainLink&);

}  // namespace assentd
