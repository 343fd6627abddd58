// SPDX-License-Identifier: Apache-2.0
// Any text gives its sender's own words: a subset of its lines, without outer blank lines.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parsers/own_words/own_words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const assentd::OwnWords own = assentd::own_words(text);
    if (own.new_text.size() > size + 1) std::abort();
    if (own.new_text.starts_with('\n') || own.new_text.ends_with('\n')) std::abort();
    return 0;
}
