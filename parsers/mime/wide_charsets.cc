// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/wide_charsets.h"

#include <bitset>

namespace assentd {

std::string hz_as_gb18030(std::string_view s) {
    std::string out;
    bool chinese = false;  // until "~}", at most to the end of the line
    for (std::size_t i = 0; i < s.size(); ++i) {
        const char next = i + 1 < s.size() ? s[i + 1] : '\0';
        if (s[i] == '~' && (next == '{' || next == '}')) {
            chinese = next == '{';
            ++i;
        } else if (s[i] == '~' && !chinese && (next == '~' || next == '\n')) {
            if (next == '~') out += '~';
            ++i;
        } else if (chinese && s[i] > ' ' && next > ' ') {
            out += static_cast<char>(s[i] | 0x80);
            out += static_cast<char>(next | 0x80);
            ++i;
        } else {
            if (s[i] == '\n') chinese = false;
            out += s[i];
        }
    }
    return out;
}

const char* utf_16_as_written(std::string_view s) {
    if (s.starts_with("\xFE\xFF") || s.starts_with("\xFF\xFE")) return "UTF-16";
    // Most characters of a text are in few blocks: the halves that say which are less various. RFC 2781 4.3 decides
    // where both are alike.
    std::bitset<256> first, second;
    for (std::size_t i = 0; i + 1 < s.size(); i += 2) {
        first.set(static_cast<unsigned char>(s[i]));
        second.set(static_cast<unsigned char>(s[i + 1]));
    }
    return second.count() < first.count() ? "UTF-16LE" : "UTF-16BE";
}

}  // namespace assentd
