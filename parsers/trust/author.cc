// SPDX-License-Identifier: Apache-2.0
#include "parsers/trust/author.h"

#include <algorithm>

#include "parsers/ascii.h"
#include "parsers/mime/addresses.h"

namespace assentd {

namespace {

bool is_one_of(const std::string& address, const std::vector<std::string>& lists) {
    return std::find(lists.begin(), lists.end(), address) != lists.end();
}

// The one address in the list that is no list's; empty when there is none, or several.
std::string only_person(const std::vector<Address>& addresses, const std::vector<std::string>& lists) {
    std::string found;
    for (const auto& a : addresses) {
        const std::string address = lower(a.address);
        if (is_one_of(address, lists) || address == found) continue;
        if (!found.empty()) return {};
        found = address;
    }
    return found;
}

// List-Post: <mailto:list@lists.example.org>
bool came_through(const Message& message, const std::vector<std::string>& lists) {
    const Field* post = find_field(message, "List-Post");
    if (!post) return false;
    const std::string value = lower(post->value);
    return std::any_of(lists.begin(), lists.end(), [&](const std::string& list) {
        return value.find("<mailto:" + list + '>') != std::string::npos ||
               value.find("<mailto:" + list + '?') != std::string::npos;
    });
}

}  // namespace

std::string author_address(const Message& message, const std::vector<std::string>& munging_lists) {
    constexpr std::string_view added = ".invalid";
    if (message.from.size() != 1) return {};
    std::string from = lower(message.from.front().address);
    if (is_one_of(from, munging_lists)) {
        std::string original;
        Remarks remarks;
        if (const Field* field = find_field(message, "X-Original-From"))
            original = only_person(read_addresses(field->value, 10, remarks), munging_lists);
        if (original.empty()) original = only_person(message.reply_to, munging_lists);
        return original.empty() ? from : original;
    }
    if (from.ends_with(added) && came_through(message, munging_lists)) from.resize(from.size() - added.size());
    return from;
}

}  // namespace assentd
