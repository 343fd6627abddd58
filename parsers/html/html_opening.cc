// SPDX-License-Identifier: Apache-2.0
#include "parsers/html/html_opening.h"

#include <array>
#include <cstddef>
#include <string>

#include "parsers/ascii.h"

namespace assentd {
namespace {

constexpr std::size_t compared = 40;  // bytes that are left of a text

// A reference to a character, "&#39;" or "&nbsp;", is none of them, nor is any byte beyond ASCII.
char kept(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
    const bool counts = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
    return counts ? c : '\0';
}

std::string opening_of(std::string_view plain) {
    std::string opening;
    for (const char c : plain) {
        if (opening.size() == compared) break;
        if (const char k = kept(c)) opening += k;
    }
    return opening;
}

// Behind the element at the start of the text, with all it holds where that is not shown.
std::size_t skipped(std::string_view html) {
    struct Hidden {
        std::string_view begin, end;
    };
    constexpr std::array hidden{Hidden{"<!--", "-->"}, Hidden{"<style", "</style"}, Hidden{"<script", "</script"},
                                Hidden{"<title", "</title"}};
    std::size_t at = 0;
    for (const Hidden& h : hidden) {
        if (!same_word(html.substr(0, h.begin.size()), h.begin)) continue;
        for (at = h.begin.size(); at < html.size() && !same_word(html.substr(at, h.end.size()), h.end);) ++at;
    }
    const std::size_t end = html.find('>', at);
    return end == html.npos ? html.size() : end + 1;
}

// Behind the reference to a character at the start of the text.
std::size_t reference_size(std::string_view html) {
    constexpr std::size_t longest = 10;
    const std::size_t end = html.substr(0, longest).find(';');
    return end == html.npos ? 1 : end + 1;
}

}  // namespace

bool begins_as(std::string_view html, std::string_view plain) {
    const std::string opening = opening_of(plain);
    std::size_t same = 0;
    for (std::size_t at = 0; at < html.size() && same < opening.size();) {
        if (html[at] == '<') {
            at += skipped(html.substr(at));
        } else if (html[at] == '&') {
            at += reference_size(html.substr(at));
        } else {
            const char k = kept(html[at++]);
            if (k != '\0' && k != opening[same]) return false;
            if (k != '\0') ++same;
        }
    }
    return same == opening.size();
}

}  // namespace assentd
