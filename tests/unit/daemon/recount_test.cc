// SPDX-License-Identifier: Apache-2.0
// The recount compares facts with facts: sentences of ours may change, what was counted may not.
#include "daemon/recount.h"

#include "storage/event_codec.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

class RecountOfARecord : public House {
  protected:
    // A decision with an unclear answer, an objection without its reason, votes, and its close.
    void play(const std::string& head) {
        propose(head);
        answer("ben@example.org", "+1 if it is cheap");
        answer("chen@example.org", "-1");
        round();
        at("2026-12-01T09:00:00Z");
        answer("ana@example.org", "+1");
        answer("chen@example.org", "-1 because the cost is not covered");
        round();
        at("2026-12-03T09:00:00Z");
        round();
        ASSERT_EQ(decision().state, State::closed);
        expect_honest_record();
    }

    // The differences that a recount finds when the record is this one instead. The mails stay.
    using Tamper = std::function<void(Store&, const Decision&)>;
    std::vector<Difference> differences_in(const std::function<void(Event&)>& change, const Tamper& tamper = {}) {
        const RecordId record = *store_->find_number(1);
        const auto path = (directory_ / "other.db").string();
        for (const char* end : {"", "-begun"}) std::filesystem::remove(path + end);
        const auto other = Store::open(path);
        other->begin();
        EXPECT_EQ(other->add_record(), record);
        store_->each_mail([&](const StoredMail& mail) {
            other->set_mail_state(other->add_mail(mail), mail.state, mail.reason, mail.record);
        });
        Decision d;
        for (const auto& stored : store_->events(record)) {
            Event event = stored.event;
            change(event);
            assentd::apply(d, event);
            if (const auto* vote = std::get_if<VoteRecorded>(&event); vote && vote->line == left_out_) break;
            other->append(record, {event}, d, next_wakeup(d), stored.at);
        }
        if (tamper) tamper(*other, d);
        other->commit();
        return recount({*config_, *templates_, *tokens_, *other, openpgp_.get()}, record);
    }

    std::string left_out_;  // the line of the vote that the record ends before
};

void reword(Event& event) {
    if (auto* unclear = std::get_if<VoteUnclear>(&event)) unclear->ask = "Was it a yes, a no or a maybe?";
    if (auto* closed = std::get_if<Closed>(&event)) closed->arithmetic = "One and one is two.";
}

TEST_F(RecountOfARecord, SentencesThatWeWordedOtherwiseAreNoDifference) {
    play("Policy: team\n");
    int asked = 0;
    EXPECT_TRUE(differences_in([&](Event& e) {
                    asked += std::holds_alternative<VoteUnclear>(e) ? 1 : 0;
                    reword(e);
                }).empty());
    EXPECT_EQ(asked, 2);
}

TEST_F(RecountOfARecord, NeitherAreTheyOfACloseByMail) {
    propose("Policy: team\n");
    answer("ana@example.org", "+1");
    mail("dana@example.org", "decisions@example.org", "Re: [D-1] Meet less", "close", proven());
    round();
    ASSERT_EQ(decision().state, State::closed);
    EXPECT_TRUE(differences_in(reword).empty());
}

TEST_F(RecountOfARecord, AnOlderRecordHasNoTallyAndIsStillCounted) {
    play("Policy: team\n");
    const auto without_tally = [](Event& e) {
        if (auto* closed = std::get_if<Closed>(&e)) closed->tally.reset();
    };
    EXPECT_TRUE(differences_in(without_tally).empty());
    EXPECT_EQ(differences_in([&](Event& e) {
                  without_tally(e);
                  if (auto* closed = std::get_if<Closed>(&e)) closed->outcome = Outcome::carried;
              }).size(),
              1u);
}

TEST_F(RecountOfARecord, EveryFactIsCompared) {
    play("Policy: board\n");
    const auto differs = [&](const std::function<void(Event&)>& change) { return differences_in(change).size(); };
    EXPECT_EQ(differs([](Event&) {}), 0u);
    EXPECT_EQ(differs([](Event& e) {
                  if (auto* vote = std::get_if<VoteRecorded>(&e)) vote->position = Position::abstain;
              }),
              1u);
    EXPECT_EQ(differs([](Event& e) {
                  if (auto* vote = std::get_if<VoteRecorded>(&e)) vote->reason = "I was paid for it";
              }),
              1u);
    EXPECT_EQ(differs([](Event& e) {
                  if (auto* unclear = std::get_if<VoteUnclear>(&e)) unclear->line = "+1";
              }),
              1u);
    EXPECT_EQ(differs([](Event& e) {
                  if (auto* closed = std::get_if<Closed>(&e)) closed->outcome = Outcome::carried;
              }),
              1u);
    const auto found = differences_in([](Event& e) {
        if (auto* closed = std::get_if<Closed>(&e)) ++closed->tally->binding.agree, ++closed->tally->all.agree;
    });
    ASSERT_EQ(found.size(), 1u);
    EXPECT_NE(found[0].what.find("counted 2 agree"), std::string::npos) << found[0].what;
    EXPECT_NE(found[0].what.find("mails give 1 agree"), std::string::npos) << found[0].what;
}

// --- mails of one person that arrived in the same second ---

TEST_F(RecountOfARecord, ALostEndIsMissedByItsMails) {
    propose("Policy: team\n");
    answer("ana@example.org", "+1");
    round();
    answer("ben@example.org", "-1 it is too dear");
    round();
    EXPECT_TRUE(differences_in([](Event&) {}).empty());
    left_out_ = "-1 it is too dear";
    const auto differences = differences_in([](Event&) {});
    ASSERT_EQ(differences.size(), 1u);
    EXPECT_NE(differences[0].what.find("gives “vote-recorded”, which the record lacks"), std::string::npos)
        << differences[0].what;
}

TEST_F(RecountOfARecord, ADelegationInALineThatNamesItsDecisionIsNoWishFromElsewhere) {
    propose("Policy: team\n");
    mail("ana@example.org", "decisions@example.org", "Meet more", "Policy: team\n\nLet us meet more.", proven());
    round();
    for (const char* text :
         {"D-2: delegate to chen@example.org\nD-2: +1", "D-2: +1\nD-2: delegate to ana@example.org"}) {
        mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", text, proven());
        round();
        EXPECT_TRUE(decision(2).seats[*find_participant(decision(2), "ben@example.org")].delegation);
        expect_honest_record();
    }
}

TEST_F(RecountOfARecord, AListThatSaysOtherwiseIsADifference) {
    propose("Policy: team\n");
    answer("ana@example.org", "+1");
    round();
    const auto same = [](Event&) {};
    const auto with = [&](std::optional<Instant> wakeup, const std::function<void(Decision&)>& change) {
        return differences_in(same, [&](Store& store, const Decision& d) {
            Decision other = d;
            change(other);
            store.append(*store_->find_number(1), {}, other, wakeup, d.opened_at);
        });
    };
    EXPECT_FALSE(with(std::nullopt, [](Decision&) {}).empty());
    EXPECT_FALSE(with(now_, [](Decision& d) { d.number = 7; }).empty());
    EXPECT_FALSE(with(now_, [](Decision& d) { d.state = State::closed; }).empty());
    EXPECT_FALSE(with(now_, [](Decision& d) { d.revisions.back().title = "Meet more"; }).empty());
    EXPECT_TRUE(with(now_, [](Decision&) {}).empty());
}

// The address that people write to was changed: their old invitations still prove them.
TEST_F(RecountOfARecord, AMailIsReadWithTheLimitsOfItsDay) {
    std::string words;
    while (words.size() < 40'000) words += "We meet too often, and nobody has the time.\n";
    propose("Policy: board\n");
    answer("ben@example.org", words + "The end.");
    mail("chen@example.org", "decisions@example.org", "Re: [D-1] Meet less", words + "Over.");
    std::string question;
    for (const auto& m : round())
        if (m.notice == "question") question = m.reply_to();
    configure("[limits]\ntext_size = 16384\n");
    expect_honest_record();
    mail("chen@example.org", question, "Re: [D-1]", "yes");
    answer("ben@example.org", words + "Once more.");
    round();
    ASSERT_EQ(decision().comments.size(), 3u);
    EXPECT_TRUE(decision().comments[0].text.ends_with("The end."));
    EXPECT_TRUE(decision().comments[1].text.ends_with("Over.")) << "confirmed as it was asked about";
    EXPECT_FALSE(decision().comments[2].text.ends_with("Once more."));
    configure("");
    expect_honest_record();
}

TEST_F(RecountOfARecord, AFormerAddressStaysOurs) {
    propose("Policy: team\n");
    const std::string now = "address = \"decisions@example.org\"";
    std::string moved = text_;
    moved.replace(moved.find(now), now.size(),
                  "address = \"votes@example.org\"\nformer_addresses = [\"Decisions@example.org\"]");
    configure_whole(moved);
    answer("ben@example.org", "+1");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    expect_honest_record();
}

// ---- what the configuration and the list of decisions say later ----

class RecountLater : public RecountOfARecord {
  protected:
    void replace(const std::string& from, const std::string& to) {
        std::string text = text_;
        for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
        configure_whole(text);
    }
};

TEST_F(RecountLater, AnAddressThatWasNobodysMayBecomeSomebodys) {
    propose("Policy: board\n");
    mail("ben@home.example", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "+1");
    const auto asked = round();
    ASSERT_EQ(count(asked, "question", "ben@example.org"), 1);
    mail("ben@example.org", asked[0].reply_to(), "Re: [D-1]", "yes");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::agree);
    replace("[\"ben@example.org\"]", "[\"ben@example.org\", \"ben@home.example\"]");
    expect_honest_record();
    replace(", \"ben@home.example\"]", "]\n[[person]]\nname = \"Eva\"\naddresses = [\"ben@home.example\"]");
    expect_honest_record();
}

TEST_F(RecountLater, SomebodyWhoHasAFirstAddressSinceIsStillWhoWasNamed) {
    propose("Policy: board\n");
    mail("ben@example.org", reply_.at("ben@example.org"), "Re: [D-1] Meet less", "delegate to chen@example.org");
    round();
    const auto delegation = [&] {
        const Decision d = decision();
        return d.seats[*find_participant(d, "ben@example.org")].delegation;
    };
    ASSERT_TRUE(delegation());
    replace("addresses = [\"chen@example.org\"]", "addresses = [\"chen@new.example\", \"chen@example.org\"]");
    expect_honest_record();
    mail("ana@example.org", reply_.at("ana@example.org"), "Re: [D-1] Meet less", "delegate to chen@new.example");
    round();
    const Decision d = decision();
    EXPECT_TRUE(d.seats[*find_participant(d, "ana@example.org")].delegation) << "named by the new one";
}

TEST_F(RecountLater, ANumberOfTheFutureInAnOldSubjectIsNoDifference) {
    propose("Policy: board\n");
    mail("ben@example.org", "decisions@example.org", "Re: [D-2] [D-1] Meet less", "-1 too dear", proven());
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    propose("Policy: board\n");
    expect_honest_record();
}

TEST_F(RecountOfARecord, OfMailsInOneSecondTheLaterInTheFolderStands) {
    propose("Policy: board\n");
    // Ten, so that no order of hashes gives this by luck.
    for (int i = 0; i < 10; ++i)
        answer("ben@example.org", i % 2 ? "-1 because of reason " + std::to_string(i) : "+1");
    answer("chen@example.org", "-1");
    answer("chen@example.org", "+1");
    round();
    EXPECT_EQ(position("ben@example.org"), Position::disagree);
    EXPECT_EQ(decision().seats.at(1).stance->reason, "because of reason 9");
    EXPECT_EQ(position("chen@example.org"), Position::agree);
    expect_honest_record();
}

TEST_F(RecountOfARecord, OneThatIsReadLaterDoesNotOvertake) {
    propose("Policy: board\n");
    for (int i = 0; i < 6; ++i) answer("ben@example.org", i % 2 ? "-1" : "+1");
    auto late = inbox_.waiting.back();
    inbox_.waiting.pop_back();
    answer("ben@example.org", "0");
    round();
    ASSERT_EQ(position("ben@example.org"), Position::abstain);
    // As after a release from quarantine: its UID is that of where it stood.
    Records records(*store_);
    late.uid += "/released";
    store_->begin();
    Intake(*world_, records, now_).take(late, read_mail(*config_, late), true);
    store_->commit();
    EXPECT_EQ(position("ben@example.org"), Position::abstain);
    expect_honest_record();
}

TEST_F(RecountOfARecord, WordsFromBeforeAQuestionAreNoAnswerToIt) {
    propose("Policy: board\n");
    answer("ben@example.org", "What does it cost?");
    auto first = inbox_.waiting.back();
    inbox_.waiting.pop_back();
    answer("ben@example.org", "+1 if it is cheap");
    ASSERT_EQ(count(round(), "question", "ben@example.org"), 1);
    // It could not be read before.
    Records records(*store_);
    store_->begin();
    Intake(*world_, records, now_).take(first, read_mail(*config_, first));
    store_->commit();
    EXPECT_EQ(decision().comments.size(), 1u);
    EXPECT_EQ(store_->count_queued("ben@example.org", {"question"}, now_), 1);
    answer("ben@example.org", "It should not be dear, I think.");
    round();
    EXPECT_EQ(store_->count_queued("ben@example.org", {"question"}, now_), 2);
    expect_honest_record();
}

TEST(PlaceInAFolder, IsTheUidOrTheTimeInTheName) {
    const auto ordered = [](std::uint32_t validity, const std::string& first, const std::string& second) {
        Fetched a, b;
        a.uid_validity = b.uid_validity = validity;
        a.uid = first;
        b.uid = second;
        return came_before(a, b) && !came_before(b, a);
    };
    EXPECT_TRUE(ordered(7, "9", "10"));
    EXPECT_TRUE(ordered(7, "4294967294", "4294967295"));
    EXPECT_TRUE(ordered(0, "1700000000.M99P7.host", "1700000000.M123456P6.host")) << "microseconds are numbers";
    EXPECT_TRUE(ordered(0, "1700000000.M999999P7.host", "1700000001.M1P6.host"));
    EXPECT_TRUE(ordered(0, "1700000000.V801I99M5.host", "1700000000.V801I12M6.host"))
        << "Postfix: the inode is no time";
    EXPECT_TRUE(ordered(0, "1700000000.12_9.host", "1700000000.12_10.host"));
    EXPECT_TRUE(ordered(0, "0002.eml", "0010.eml"));
    EXPECT_TRUE(ordered(0, "vote-a", "vote-b"));
    EXPECT_EQ(place_of(7, "42/released"), place_of(7, "42"));
    EXPECT_EQ(place_of(0, "1700000000.M5P7.host/released"), place_of(0, "1700000000.M5P1.other"));
    for (const char* odd : {"", ".", "1700000000", "1700000000.", "1700000000.M", "1700000000.Mx.M5", "M5.1"})
        EXPECT_EQ(place_of(0, odd), odd);
}

}  // namespace
}  // namespace assentd::testing
