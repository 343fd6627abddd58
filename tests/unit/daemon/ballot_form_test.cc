// SPDX-License-Identifier: Apache-2.0
// The form of an invitation, filled in where it stands in the quotation, is the ballot that its voter meant.
#include <gtest/gtest.h>

#include "daemon/acts.h"
#include "daemon/ballot_acts.h"
#include "parsers/message.h"
#include "templates/render.h"

namespace assentd::testing {
namespace {

Decision choice(Method method) {
    Opened o;
    o.number = 42;
    o.proposer = {"Ana Example", "ana@example.org", {"ana@example.org"}};
    o.policy.method = method;
    o.roster = {{"Ben Sample", "ben@example.org", {"ben@example.org"}, true, {}}};
    o.text = {"Where do we meet?", "We choose a town."};
    o.options = {"Athens", "Berlin: by the river, " + std::string(80, 'x'), "Cork"};
    o.thread_message_id = "<proposal@example.org>";
    Decision d;
    assentd::apply(d, o);
    return d;
}

std::string invitation(const Decision& d) {
    Notice n;
    n.kind = NoticeKind::invitation;
    n.participant = 0;
    const auto templates = std::get<Templates>(Templates::load(""));
    const Reader reader{"Ben Sample", "ben@example.org", "en", {}, "decisions+d42.x@example.org"};
    const Letterhead letterhead{"decisions@example.org", "Decisions", "decisions.example.org"};
    const auto mail = render(templates, letterhead, reader, {"<i@example.org>", {}, {}, {}, {}}, {{&d, n, {}}}, {});
    return read_message(mail.bytes).text;
}

// Fills the marks into the boxes of the form from the first on, in a quotation, and reads the reply.
std::optional<OptionBallot> filled_in(const Decision& d, std::string_view marks) {
    std::string quoted = invitation(d);
    std::size_t at = 0;
    for (const char mark : marks) {
        at = quoted.find('[', at);
        if (at == std::string::npos) return std::nullopt;
        quoted.replace(at, quoted.find(']', at) - at, std::string("[ ") + mark + ' ');
        ++at;
    }
    for (std::size_t i = 0; i < quoted.size(); ++i)
        if (i == 0 || quoted[i - 1] == '\n') quoted.insert(i, "> ");
    const auto reply =
        read_message("From: ben@example.org\nSubject: Re: [D-42]\nMessage-ID: <r@example.org>\n\n" + quoted);
    const auto in = interpret(reply, reading_context(d));
    if (in.readings.size() != 1) return std::nullopt;
    const auto act = ballot_act(d, in.readings.front());
    const auto* cast = act ? std::get_if<CastBallot>(&*act) : nullptr;
    return cast ? std::optional(cast->ballot) : std::nullopt;
}

TEST(BallotForm, RanksInItsBoxes) {
    EXPECT_EQ(filled_in(choice(Method::schulze), "213"), (OptionBallot{{{1}, {0}, {2}}, {}, {}}));
    EXPECT_EQ(filled_in(choice(Method::schulze), "2 1"), (OptionBallot{{{2}, {0}}, {}, {}}));
}

TEST(BallotForm, ScoresInItsBoxes) {
    EXPECT_EQ(filled_in(choice(Method::score), "5 3"), (OptionBallot{{}, {{0, 5}, {2, 3}}, {}}));
}

TEST(BallotForm, CrossesInItsBoxes) {
    EXPECT_EQ(filled_in(choice(Method::approval), "x x"), (OptionBallot{{}, {}, {0, 2}}));
}

TEST(BallotForm, LeftEmptyIsNone) {
    for (const auto method : {Method::schulze, Method::score, Method::approval})
        EXPECT_EQ(filled_in(choice(method), ""), std::nullopt);
}

}  // namespace
}  // namespace assentd::testing
