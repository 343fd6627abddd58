// SPDX-License-Identifier: Apache-2.0
// Mails of a few lines made of what people write around votes, a byte for each piece: marks, words, options, quotations.
// Single bytes find their way into these by chance only. The answer is made as the daemon makes it, own words and all.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>

#include "parsers/reading.h"

namespace {

constexpr const char* pieces[] = {
    "\n",       "\n",      "\n",       "\n\n",     " ",        " ",         " ",       ", ",      ".",       "!",
    "?",        ":",       ": ",       " - ",      "-",        "\u2013",    "\u2014",  "\u2026",  "\u3002",  "\u3001",
    "\uff01",   "\uff1f",  "\uff0c",   "\u3000",   "\u201c",   "\u201d",    "\u00ab",  "\u00bb",  "\ufe0f",  "\u200b",
    "\u00a0",   "\"",      "'",        "(",        ")",        "[",         "]",       "<",       ">",       "> ",
    "\n> ",     "\n>\n",   "\n\n> ",   "*",        "**",       "_",         "#",       "/",       "|",       ";",
    "+1",       "-1",      "+0",       "-0",       "0",        "+0.5",      "-0.9",    "+2",      "+",       "\u2212",
    "1",        "2",       "3.",       "1)",       "4:",       "50%",       "\U0001F44D", "\U0001F44E", "\u2705", "\u2714",
    "\u2611",   "\u2610",  "yes",      "no",       "Yes",      "No",        "agree",   "disagree", "abstain", "block",
    "veto",     "ok",      "I",        "we",       "my vote",  "it",        "this",    "the proposal", "not", "don't",
    "but",      "and",     "or",       "if",       "when",     "because",   "only",    "unless",  "for",     "to",
    "from me",  "first",   "then",     "except",   "both",     "none",      "either",  "instead", "again",   "thanks",
    "Thanks,",  "Hi all,", "Cheers,",  "Ana",      "Ana Example", "-- ",    "--",      "____",    "D-17",    "D-18",
    "[D-17]",   "D-17: ",  "A",        "B",        "C",        "Alpha",     "Beta",    "None of these", "option", "Option A",
    "A > B",    "A = B",   "A: 3",     "B, A",     "[x]",      "[ ]",       "[1]",     "( )",     "[x] A",   "[2] Beta",
    "help",     "status",  "withdraw", "withdraw vote", "extend", "3 days",  "hold",    "close",   "concern", "concern: cost",
    "resolve",  "uphold",  "delegate to", "ben@example.org", "discard", "confirm", "decide", "away until", "friday", "amend",
    "change my vote", "I withdraw", "I object", "I vote", "count me", "in favour", "against", "please", "today", "Tom said",
    "On Mon, 2 Nov 2026 at 10:00, Ana Example <ana@example.org> wrote:", "-----Original Message-----", "From:", "Sent:", "To:", "Subject:",
    "ja",       "nein",    "oui",      "non",      "s\u00ed",   "\u8cdb\u6210", "\u540c\u610f", "\u53cd\u5bfe", "\u0434\u0430", "\u043d\u0435\u0442",
    "http://example.org/x", "ana@example.org", "2026-11-30", "10:00", "\t", "    ", "\r", "\xE1", "\xFF", "e",
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t most_pieces = 60;
    if (size == 0 || size > most_pieces) return 0;
    assentd::Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    for (std::size_t i = 1; i < size; ++i) message.text += pieces[data[i] % std::size(pieces)];
    assentd::ReadingContext context;
    if (data[0] & 1u) context.options = {{"A", "Alpha"}, {"B", "Beta"}, {"C", "None of these"}};
    context.asks_for_order = data[0] & 2u;
    context.asks_for_points = data[0] & 4u;
    context.naming_chooses = data[0] & 8u;
    if (data[0] & 16u) context.answered = "Shall we?\nA: Alpha\n+1 is a vote\n";
    const assentd::Interpretation in = assentd::interpret(message, context);
    for (const assentd::Reading& r : in.readings)
        if (r.rule.empty() || r.offset > in.own.new_text.size() ||
            (r.confidence == assentd::Confidence::unclear && in.ask.empty()))
            std::abort();
    return 0;
}
