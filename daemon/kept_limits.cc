// SPDX-License-Identifier: Apache-2.0
#include "daemon/kept_limits.h"

#include <sstream>

namespace assentd {

Limits reading_limits(const LimitsConfig& config) {
    Limits limits;
    limits.message_size = config.message_size;
    limits.parts = config.parts;
    limits.depth = config.depth;
    limits.header_size = config.header_size;
    limits.text_size = config.text_size;
    return limits;
}

Limits limits_in(const std::string& text, const LimitsConfig& config) {
    Limits read = reading_limits(config);
    std::istringstream kept(text);
    kept >> read.message_size >> read.header_size >> read.parts >> read.depth >> read.text_size;
    return kept ? read : reading_limits(config);
}

std::string limits_text(const Limits& limits) {
    std::string text;
    for (const std::size_t limit :
         {limits.message_size, limits.header_size, limits.parts, limits.depth, limits.text_size})
        text += (text.empty() ? "" : " ") + std::to_string(limit);
    return text;
}

}  // namespace assentd
