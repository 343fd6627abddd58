// SPDX-License-Identifier: Apache-2.0
// Any text is interpreted; what is read points into the text, names its rule, and what is unclear is asked about.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "parsers/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    assentd::Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.text.assign(reinterpret_cast<const char*>(data), size);
    assentd::ReadingContext context;
    if (size % 2 == 1) context.options = {{"A", "Alpha"}, {"B", "Beta"}, {"C", "None of these"}};
    if (size % 3 == 1) context.words = {{"ship", assentd::Position::agree}, {"-1", assentd::Position::block}};
    const assentd::Interpretation in = assentd::interpret(message, context);
    for (const assentd::Reading& r : in.readings) {
        if (r.rule.empty() || r.offset > in.own.new_text.size()) std::abort();
        const bool unclear = r.confidence == assentd::Confidence::unclear;
        if (r.type == assentd::ReadingType::vote && !r.position && !unclear) std::abort();
        if (unclear && in.ask.empty()) std::abort();
    }
    if (in.verdict == assentd::ReadingVerdict::vote && in.readings.empty()) std::abort();
    return 0;
}
