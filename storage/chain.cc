// SPDX-License-Identifier: Apache-2.0
#include "storage/chain.h"

#include <fmt/format.h>

#include <iterator>

#include "storage/sha256.h"

namespace assentd {

std::string chain_hash(std::string_view previous, const ChainLink& link) {
    std::string framed;
    framed.reserve(previous.size() + link.kind.size() + link.body.size() + 96);
    const auto add = [&framed](std::string_view field) {
        fmt::format_to(std::back_inserter(framed), "{}:{},", field.size(), field);
    };
    add(previous);
    for (const std::int64_t field : {link.record, link.sequence, link.at}) add(fmt::format_int(field).str());
    add(link.kind);
    add(link.body);
    return digest_hex(framed);
}

}  // namespace assentd
