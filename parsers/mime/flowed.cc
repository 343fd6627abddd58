// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/flowed.h"

#include "parsers/ascii.h"

namespace assentd {

std::string unflow(std::string_view text, bool delete_space) {
    std::string out;
    out.reserve(text.size());
    bool open = false;  // the line before was flowed
    std::size_t open_depth = 0;
    while (!text.empty()) {
        const bool ended = text.find('\n') != std::string_view::npos;
        std::string_view line = take_line(text);
        std::size_t depth = 0;
        while (depth < line.size() && line[depth] == '>') ++depth;
        line.remove_prefix(depth);
        if (!line.empty() && line.front() == ' ') line.remove_prefix(1);  // space-stuffing, or the blank behind ">"
        const bool signature = line == "-- ";
        const bool joined = open && depth == open_depth && !signature;
        if (open && !joined) out += '\n';
        if (!joined && depth > 0) {
            out.append(depth, '>');
            if (!line.empty()) out += ' ';
        }
        const bool flowed = !signature && !line.empty() && line.back() == ' ';
        if (flowed && delete_space) line.remove_suffix(1);
        out += line;
        open = flowed;
        open_depth = depth;
        if (!flowed && (ended || !text.empty())) out += '\n';
    }
    return out;
}

}  // namespace assentd
