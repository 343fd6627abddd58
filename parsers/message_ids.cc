// SPDX-License-Identifier: Apache-2.0
#include "parsers/message_ids.h"

#include <unordered_set>

#include "parsers/ascii.h"
#include "parsers/charsets.h"

namespace assentd {

namespace {

constexpr std::size_t longest = 998;

std::string bracketed(std::string_view inside) {
    std::string out = "<";
    for (const char c : inside)
        if (!is_space(c)) out += c;
    return clean_line(out + ">");
}

// Without brackets only what has an inner "@" is an id: "malformed@id.example", not the words around it.
std::vector<std::string> bare_ids(std::string_view text) {
    std::vector<std::string> ids;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \t,;()\"");
        std::string_view word = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (word.size() > 1 && word.back() == '>') word.remove_suffix(1);
        if (word.size() > 1 && word.front() == '<') word.remove_prefix(1);
        const std::size_t at = word.find('@');
        if (at != std::string_view::npos && at > 0 && at + 1 < word.size() && word.size() <= longest)
            ids.push_back(bracketed(word));
    }
    return ids;
}

}  // namespace

std::vector<std::string> read_message_ids(std::string_view s, std::size_t limit) {
    std::vector<std::string> ids;
    bool any_bracket = false;
    for (std::size_t open = s.find('<'); open != std::string_view::npos;) {
        const std::size_t close = s.find('>', open);
        if (close == std::string_view::npos) break;
        const std::size_t inner = s.substr(0, close).rfind('<');  // "<<a@b>", "<lost <a@b>"
        const std::string_view inside = trimmed(s.substr(inner + 1, close - inner - 1));
        if (!inside.empty() && inside.size() <= longest) {
            ids.push_back(bracketed(inside));
            any_bracket = true;
        }
        open = s.find('<', close);
    }
    if (!any_bracket) ids = bare_ids(s);
    std::vector<std::string> once;
    std::unordered_set<std::string> seen;
    for (auto& id : ids)
        if (seen.insert(id).second) once.push_back(std::move(id));
    if (once.size() > limit && limit > 0)
        once.erase(once.begin() + 1, once.end() - static_cast<std::ptrdiff_t>(limit - 1));
    return once;
}

}  // namespace assentd
