// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/message_ids.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "parsers/ascii.h"
#include "parsers/mime/charsets.h"

namespace assentd {

namespace {

constexpr std::size_t longest = 998;

// Without blanks, and without comments behind the "@": "1 @ local(old) . example" (RFC 5322 4.5.4).
std::string bracketed(std::string_view inside) {
    std::string out = "<";
    bool domain = false;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        domain = domain || inside[i] == '@';
        if (const std::size_t end = domain && inside[i] == '(' ? inside.find(')', i) : inside.npos;
            end != inside.npos)
            i = end;
        else if (!is_space(inside[i]))
            out += inside[i];
    }
    return clean_line(out + ">");
}

// Without brackets only what has an inner "@" is an id: "malformed@id.example", not the words around it.
struct BareIds {
    std::vector<std::string> ids;
    bool nothing_else = true;  // no other words
};
BareIds bare_ids(std::string_view text) {
    BareIds found;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" \t,;()\"");
        std::string_view word = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (word.size() > 1 && word.back() == '>') word.remove_suffix(1);
        if (word.size() > 1 && word.front() == '<') word.remove_prefix(1);
        const std::size_t at = word.find('@');
        if (at != std::string_view::npos && at > 0 && at + 1 < word.size() && word.size() <= longest)
            found.ids.push_back(bracketed(word));
        else if (!word.empty())
            found.nothing_else = false;
    }
    return found;
}

}  // namespace

std::vector<std::string> read_message_ids(std::string_view s, std::size_t limit) {
    std::vector<std::string> ids;
    bool any_bracket = false;
    std::size_t done = 0;
    const auto add_bare_until = [&](std::size_t end) {  // amid ids in brackets, words are no ids of a text's
        BareIds bare = bare_ids(s.substr(done, end - done));
        if (bare.nothing_else) std::move(bare.ids.begin(), bare.ids.end(), std::back_inserter(ids));
    };
    for (std::size_t open = s.find('<'); open != std::string_view::npos;) {
        const std::size_t close = s.find('>', open);
        if (close == std::string_view::npos) break;
        const std::size_t inner = s.substr(0, close).rfind('<');  // "<<a@b>", "<lost <a@b>"
        const std::string_view inside = trimmed(s.substr(inner + 1, close - inner - 1));
        add_bare_until(inner);
        done = close + 1;
        if (!inside.empty() && inside.size() <= longest) {
            ids.push_back(bracketed(inside));
            any_bracket = true;
        }
        open = s.find('<', close);
    }
    if (any_bracket)
        add_bare_until(s.size());
    else
        ids = bare_ids(s).ids;
    std::vector<std::string> once;
    std::unordered_set<std::string> seen;
    for (auto& id : ids)
        if (seen.insert(id).second) once.push_back(std::move(id));
    if (once.size() > limit && limit > 0)
        once.erase(once.begin() + 1, once.end() - static_cast<std::ptrdiff_t>(limit - 1));
    return once;
}

}  // namespace assentd
