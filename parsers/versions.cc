// SPDX-License-Identifier: Apache-2.0
#include "parsers/versions.h"

#include <algorithm>
#include <vector>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/ballots/ballot_whole.h"
#include "parsers/interpret_whole.h"
#include "parsers/verdict.h"

namespace assentd::words {
namespace {

bool counts(const Reading& r) {
    return is_answer(r) && r.confidence != Confidence::unclear;
}

bool any_counts(const std::vector<Reading>& readings) {
    return std::any_of(readings.begin(), readings.end(), counts);
}

}  // namespace

Interpretation unless_versions_differ(Interpretation in, const Message& message, const ReadingContext& context) {
    if (message.html_version.empty() || !any_counts(in.readings)) return in;
    Message other = message;
    other.text = std::move(other.html_version);
    other.html_version.clear();
    const Interpretation html = interpret(other, context);
    const bool one_alike = std::any_of(html.readings.begin(), html.readings.end(), [&](const Reading& theirs) {
        return counts(theirs) && std::any_of(in.readings.begin(), in.readings.end(), [&](const Reading& ours) {
                   return counts(ours) && ours.scope == theirs.scope && same_content(ours, theirs);
               });
    });
    if (one_alike || !any_counts(html.readings)) return in;
    for (Reading& r : in.readings)
        if (counts(r)) leave_unclear(r, ":versions", "The plain text and the HTML of your mail do not say the same");
    give_verdict(in);
    return in;
}

}  // namespace assentd::words
