// SPDX-License-Identifier: Apache-2.0
//
// trailer = key ":" name ["<" address ">"] [note]
#include "parsers/commands/trailers.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"

namespace assentd::words {
namespace {

struct TrailerKey {
    std::string_view key;
    Position position;
};
constexpr std::array trailer_keys{
    TrailerKey{"acked-by", Position::agree},       TrailerKey{"reviewed-by", Position::agree},
    TrailerKey{"approved-by", Position::agree},    TrailerKey{"agreed-by", Position::agree},
    TrailerKey{"seconded-by", Position::agree},    TrailerKey{"nacked-by", Position::disagree},
    TrailerKey{"naked-by", Position::disagree},    TrailerKey{"nak-by", Position::disagree},
    TrailerKey{"rejected-by", Position::disagree}, TrailerKey{"objected-to-by", Position::block},
};

std::string name_key(std::string_view name) {  // the words of a name, in any order and case, without accents
    const std::string folded = fold_name(name);
    auto parts = words_of(folded, 8);
    std::sort(parts.begin(), parts.end());
    std::string key;
    for (std::string_view part : parts) key.append(part).push_back(' ');
    return key;
}

// How much of the text is the name and its address; a note may stand behind.
std::size_t name_size(std::string_view s) {
    if (const std::size_t close = s.find('>'); close != s.npos) return close + 1;
    return std::min(s.find_first_of("#(;"), s.size());
}

}  // namespace

std::optional<Trailer> read_trailer(std::string_view line, const std::vector<Address>& senders) {
    const std::string_view s = trim(line);
    const std::size_t colon = s.find(':');
    if (colon == std::string_view::npos || colon > 20 || s.size() > 500) return std::nullopt;
    const std::string key = fold(trim(s.substr(0, colon)));
    const auto known =
        std::find_if(trailer_keys.begin(), trailer_keys.end(), [&](const TrailerKey& k) { return k.key == key; });
    if (known == trailer_keys.end()) return std::nullopt;
    const std::string_view all = trim(s.substr(colon + 1));
    const std::string_view who = all.substr(0, name_size(all));
    const std::size_t open = who.find('<');
    std::string address;
    if (open != std::string_view::npos)
        address = fold(trim(who.substr(open + 1, who.find('>', open) - open - 1)));
    else if (who.find('@') != std::string_view::npos)
        address = fold(who);
    const std::string name = name_key(who.substr(0, open));
    Trailer t{known->position, std::string(s.substr(0, colon)), false};
    for (const Address& sender : senders) {
        if (!address.empty() && fold(sender.address) == address) t.senders = true;
        if (!name.empty() && name.find('@') == std::string::npos && name_key(sender.name) == name) t.senders = true;
    }
    if (who.empty()) t.senders = true;
    t.noted = !words_of(all.substr(who.size()), 1).empty();
    return t;
}

}  // namespace assentd::words
