// SPDX-License-Identifier: Apache-2.0
// What `export` writes, `replay` reads: the same mails make the same decision.
#include <sstream>

#include "daemon/ctl/exports.h"
#include "daemon/replay.h"
#include "parsers/mime/mbox.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class ExportedMails : public House {
  protected:
    std::vector<ArchivedMail> exported() {
        std::istringstream in(as_mbox(*store_, *store_->find_number(1)));
        MboxReader mbox(in);
        Archive archive;
        while (const auto raw = mbox.next()) archive.add(*raw, mbox.from_line());
        return std::move(archive).in_order().value_or(std::vector<ArchivedMail>{});
    }
    // As mail programs answer: in the thread, by the id of our mail and those that it refers to.
    void answer_in_thread(const std::string& who, const std::string& text) {
        mail(
            who, reply_.at(who), "Re: [D-1] Meet less", text,
            "In-Reply-To: <our-invitation@example.org>\nReferences: <m1@example.org> <our-invitation@example.org>\n");
    }
};

TEST_F(ExportedMails, MakeTheSameDecisionWithoutAConfiguration) {
    propose("Policy: board\n");
    at("2026-11-30T10:00:00Z");
    answer_in_thread("ben@example.org", "+1");
    round();
    at("2026-12-01T10:00:00Z");
    answer_in_thread("chen@example.org", "-1 it is too early\n\nFrom here on it is cold.");
    round();
    const auto mails = exported();
    ASSERT_EQ(mails.size(), 3u);
    EXPECT_EQ(instant_text(mails[2].at), "2026-12-01T10:00:00Z") << "without a Date, by the line above it";
    const auto result = replay(config_of_archive(mails), mails, {"consent", false, false});
    ASSERT_EQ(result.decisions.size(), 1u);
    const Decision& d = result.decisions[0];
    EXPECT_EQ(d.policy.name, "consent");
    EXPECT_EQ(d.text(), decision().text());
    EXPECT_EQ(d.closing->outcome, Outcome::blocked);
    EXPECT_EQ(tally(d).all.agree, 1);
}

}  // namespace
}  // namespace assentd::testing
