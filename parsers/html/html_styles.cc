// SPDX-License-Identifier: Apache-2.0
//
// rules    = *(comment / selectors "{" declarations "}" / "@" name *rule-of-some-screens)
// selector = [element] "." class                    any other is passed by
#include "parsers/html/html_styles.h"

#include <algorithm>

#include "parsers/ascii.h"

namespace assentd {
namespace {

constexpr std::size_t longest_style = 100'000;  // bytes that are read
constexpr std::size_t most_classes = 200;
constexpr std::size_t longest_declarations = 2000;

// Behind the block, or the ";", that an "@" at `at` begins.
std::size_t behind_at_rule(std::string_view s, std::size_t at) {
    std::size_t depth = 0;
    for (; at < s.size(); ++at) {
        if (s[at] == ';' && depth == 0) return at + 1;
        if (s[at] == '{') ++depth;
        if (s[at] == '}' && (depth == 0 || --depth == 0)) return at + 1;
    }
    return s.size();
}

// Behind the comment that begins at `at`, or the mark of one of HTML around the rules; `at` when there is none.
std::size_t behind_comment(std::string_view s, std::size_t at) {
    for (std::string_view mark : {"<!--", "-->"})
        if (s.substr(at).starts_with(mark)) return at + mark.size();
    if (!s.substr(at).starts_with("/*")) return at;
    const std::size_t end = s.find("*/", at + 2);
    return end == s.npos ? s.size() : end + 2;
}

}  // namespace

void HtmlStyles::read(std::string_view rules) {
    const std::string_view s = rules.substr(0, longest_style);
    for (std::size_t at = 0; at < s.size();) {
        const std::size_t begin = s.find_first_not_of(" \t\r\n", at);
        if (begin == s.npos) return;
        if (const std::size_t behind = behind_comment(s, begin); behind > begin) {
            at = behind;
            continue;
        }
        if (s[begin] == '@') {
            at = behind_at_rule(s, begin);
            continue;
        }
        const std::size_t open = s.find('{', begin);
        if (open == s.npos) return;
        const std::size_t close = std::min(s.find('}', open), s.size());
        const HtmlMark mark = mark_by_style(s.substr(open + 1, std::min(close - open - 1, longest_declarations)));
        if (mark == HtmlMark::hidden || mark == HtmlMark::struck) rule(s.substr(begin, open - begin), mark);
        at = close + 1;
    }
}

void HtmlStyles::rule(std::string_view selectors, HtmlMark mark) {
    while (!selectors.empty()) {
        const std::size_t end = std::min(selectors.find(','), selectors.size());
        const std::string_view selector = trimmed(selectors.substr(0, end));
        selectors.remove_prefix(std::min(end + 1, selectors.size()));
        const std::size_t dot = selector.find('.');
        if (dot == selector.npos) continue;
        const std::string_view name = selector.substr(dot + 1);
        const bool alone = !name.empty() && selector.find_first_of(" \t\r\n.:>+~[#*", dot + 1) == selector.npos &&
                           selector.substr(0, dot).find_first_of(" \t\r\n:>+~[#*") == selector.npos;
        if (alone && marks_.size() < most_classes) marks_.insert_or_assign(std::string(name), mark);
    }
}

HtmlMark HtmlStyles::mark_of(std::string_view classes) const {
    while (!marks_.empty() && !classes.empty()) {
        const std::size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
        if (const auto found = marks_.find(classes.substr(0, end)); found != marks_.end()) return found->second;
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return HtmlMark::none;
}

}  // namespace assentd
