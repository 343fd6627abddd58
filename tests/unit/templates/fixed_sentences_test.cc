// SPDX-License-Identifier: Apache-2.0
#include "templates/fixed_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

using outgoing::fixed_sentences;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(FixedSentences, AreWhatStandsBetweenTheValues) {
    EXPECT_THAT(fixed_sentences("Please answer before it is too late. One word is enough, whatever it is.\n"),
                ElementsAre("Please answer before it is too late.", "One word is enough, whatever it is."));
    EXPECT_THAT(fixed_sentences("{{id}} is tied, and you are named to settle it: {{title}}\n"),
                ElementsAre("is tied, and you are named to settle it:"));
    EXPECT_THAT(fixed_sentences("It then stays open{{#x}}, and the decision cannot carry while it does{{/x}}.\n"),
                ElementsAre("and the decision cannot carry while it does"));
}

TEST(FixedSentences, AreNotWhatPeopleWriteThemselvesOrCopy) {
    EXPECT_THAT(fixed_sentences("HOW TO ANSWER\nThe answer to it is:\n"), IsEmpty()) << "short";
    EXPECT_THAT(fixed_sentences("  recuse   I stand back; do not count me at all\n"), IsEmpty()) << "to be sent back";
    EXPECT_THAT(fixed_sentences("-------- The text that was decided, revision {{revision}}\n"), IsEmpty())
        << "a frame";
    EXPECT_THAT(fixed_sentences(""), IsEmpty());
    EXPECT_THAT(fixed_sentences("A tag that is not closed: {{"), ElementsAre("A tag that is not closed:"));
}

TEST(FixedSentences, OfAllPages) {
    EXPECT_THAT(built_in().fixed_sentences(),
                Contains("Reply to this mail and begin with one of these, on a line of its own:"));
}

}  // namespace
}  // namespace assentd::testing
