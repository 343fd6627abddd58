// SPDX-License-Identifier: Apache-2.0
#include "parsers/trust/arc_sets.h"

#include <charconv>
#include <map>

#include "parsers/ascii.h"

namespace assentd {

namespace {

constexpr int most_instances = 50;  // RFC 8617 section 4.2.1

// One "name=value" of a DKIM-like tag list; empty when there is none.
std::string tag(std::string_view list, std::string_view wanted) {
    while (!list.empty()) {
        const std::size_t end = list.find(';');
        const std::string_view item = trimmed(list.substr(0, end));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
        const std::size_t equals = item.find('=');
        if (equals != std::string_view::npos && trimmed(item.substr(0, equals)) == wanted)
            return std::string(trimmed(item.substr(equals + 1)));
    }
    return {};
}

// 0: none that counts.
int instance_of(std::string_view list) {
    const std::string text = tag(list, "i");
    int instance = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), instance);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && instance > 0 && instance <= most_instances ? instance : 0;
}

struct Found {
    ArcSet set;
    int seals = 0;
    int results = 0;
};

}  // namespace

std::vector<ArcSet> read_arc_sets(const Message& message) {
    std::map<int, Found> found;
    for (const auto& field : message.fields) {
        if (same_word(field.name, "ARC-Seal")) {
            auto& at = found[instance_of(field.value)];
            at.set.sealer = lower(tag(field.value, "d"));
            at.set.chain = lower(tag(field.value, "cv"));
            ++at.seals;
        } else if (same_word(field.name, "ARC-Authentication-Results")) {
            auto& at = found[instance_of(field.value)];
            const std::size_t first = field.value.find(';');  // after "i=1;" it is an Authentication-Results
            at.set.results = first == std::string::npos
                                 ? AuthenticationResults()
                                 : read_authentication_results(std::string_view(field.value).substr(first + 1));
            ++at.results;
        }
    }
    std::vector<ArcSet> sets;
    for (auto& [instance, at] : found) {
        if (instance != static_cast<int>(sets.size()) + 1 || at.seals != 1 || at.results != 1) return {};
        sets.push_back(std::move(at.set));
    }
    return sets;
}

}  // namespace assentd
