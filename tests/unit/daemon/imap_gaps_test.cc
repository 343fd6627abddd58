// SPDX-License-Identifier: Apache-2.0
// What a server lists and does not deliver: nothing is passed over in silence (PRODUCT 9.2, 9.4).
#include <atomic>

#include "tests/unit/daemon/imap_folder.h"

namespace assentd::testing {
namespace {

using ::testing::HasSubstr;

constexpr const char* kWhole = "(UID BODY.PEEK[])";

Folder four_mails() {
    Folder folder;
    for (std::uint32_t uid = 2; uid <= 5; ++uid) folder.mails[uid] = mail(static_cast<int>(uid));
    return folder;
}

// The fetches of whole mails, as long as `odd` holds, are answered without the data of 2 to 4.
void leave_out(Folder& folder, const std::string& instead_of_body, const std::function<bool()>& odd) {
    folder.odd = [instead_of_body, odd, &folder](Peer& peer, const std::string& tag, const std::string& command) {
        if (!command.ends_with(kWhole) || !odd()) return false;
        const std::string set = command.substr(10, command.find(' ', 10) - 10);
        for (const auto& [uid, bytes] : folder.mails) {
            if (!in_set(set, uid, 5)) continue;
            if (uid == 5) peer.say(fetch_line(uid, "BODY[] " + literal(bytes)));
            if (uid != 5 && !instead_of_body.empty()) peer.say(fetch_line(uid, instead_of_body));
        }
        peer.say(tag + " OK done\r\n");
        return true;
    };
}

const std::vector<std::string> kAll{"2", "3", "4", "5"};

TEST(ImapGaps, WhatIsLeftOutOnceIsAskedForAgain) {
    for (const char* instead : {"", "BODY[] NIL", "BODY[] \"\"", "FLAGS (\\Seen)"}) {
        Folder folder = four_mails();
        int asked = 0;
        leave_out(folder, instead, [&asked] { return ++asked == 1; });
        FakeServer server(serving(folder));
        const auto batch = inbox_of(server)->fetch_batch({});
        ASSERT_EQ(uids(batch), kAll) << instead;
        for (const Fetched& one : batch) EXPECT_EQ(one.raw, mail(std::stoi(one.uid))) << instead;
    }
}

TEST(ImapGaps, WhatIsLeftOutForEverIsHandedOutWithoutItsBytes) {
    for (const char* instead : {"", "BODY[] NIL", "BODY[] \"\""}) {
        Folder folder = four_mails();
        leave_out(folder, instead, [] { return true; });
        FakeServer server(serving(folder));
        const auto batch = inbox_of(server)->fetch_batch({});
        ASSERT_EQ(uids(batch), kAll) << instead;
        for (const Fetched& one : batch) EXPECT_EQ(one.raw, one.uid == "5" ? mail(5) : "") << instead;
    }
}

TEST(ImapGaps, WhatIsDeletedMeanwhileIsNobodysLoss) {
    Folder folder = four_mails();
    leave_out(folder, "", [&folder] {
        for (std::uint32_t uid = 2; uid <= 4; ++uid) folder.mails.erase(uid);
        return true;
    });
    FakeServer server(serving(folder));
    EXPECT_EQ(uids(inbox_of(server)->fetch_batch({})), std::vector<std::string>{"5"});
}

TEST(ImapGaps, AMailThatTheListingLeavesOutOrGarblesIsFetched) {
    for (const char* line : {"", "INTERNALDATE \"ga\"r\" RFC822.SIZE 10", "RFC822.SIZE many"}) {
        Folder folder = four_mails();
        folder.odd = [line](Peer& peer, const std::string& tag, const std::string& command) {
            if (command.find("RFC822.SIZE") == std::string::npos) return false;
            for (std::uint32_t uid = 2; uid <= 4; ++uid)
                if (*line != 0) peer.say(fetch_line(uid, line));
            peer.say(fetch_line(5, "INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE 20"));
            peer.say(tag + " OK done\r\n");
            return true;
        };
        FakeServer server(serving(folder));
        const auto batch = inbox_of(server)->fetch_batch({});
        ASSERT_EQ(uids(batch), kAll) << line;
        for (const Fetched& one : batch) EXPECT_EQ(one.raw, mail(std::stoi(one.uid))) << line;
    }
}

// Refuses each command that names one of `bad`, as a server does that stumbles over a damaged file.
void refuse_over(Folder& folder, const std::set<std::uint32_t>& bad, const std::string& words) {
    folder.odd = [bad, words](Peer& peer, const std::string& tag, const std::string& command) {
        if (!command.ends_with(kWhole)) return false;
        const std::string set = command.substr(10, command.find(' ', 10) - 10);
        for (const std::uint32_t uid : bad) {
            if (!in_set(set, uid, 1000)) continue;
            peer.say(tag + " NO " + words + "\r\n");
            return true;
        }
        return false;
    };
}

TEST(ImapGaps, OneMailThatIsRefusedStopsNoOther) {
    for (const char* words : {"[SERVERBUG] internal error", "internal error"}) {
        Folder folder;
        for (std::uint32_t uid = 1; uid <= 100; ++uid) folder.mails[uid] = mail(static_cast<int>(uid));
        refuse_over(folder, {1, 70}, words);
        FakeServer server(serving(folder));
        const auto batch = inbox_of(server)->fetch_batch({});
        ASSERT_EQ(batch.size(), 100u) << words;
        for (const Fetched& one : batch)
            EXPECT_EQ(one.raw, one.uid == "1" || one.uid == "70" ? "" : mail(std::stoi(one.uid))) << words;
        EXPECT_LT(server.heard("BODY.PEEK"), 40u) << "halves, not one by one";
    }
}

TEST(ImapGaps, AServerThatProducesNothingIsTrouble) {
    Folder folder;
    for (std::uint32_t uid = 1; uid <= 100; ++uid) folder.mails[uid] = mail(static_cast<int>(uid));
    for (const char* words : {"[SERVERBUG] no disk", "no disk"}) {
        std::set<std::uint32_t> all;
        for (const auto& [uid, bytes] : folder.mails) all.insert(uid);
        refuse_over(folder, all, words);
        FakeServer server(serving(folder));
        const Trouble trouble = trouble_of([&] { inbox_of(server)->fetch_batch({}); });
        EXPECT_EQ(trouble.retry(), Trouble::Retry::later);
        EXPECT_THAT(trouble.what(), HasSubstr("no disk"));
        EXPECT_LT(server.heard("BODY.PEEK"), 40u);
    }
    folder = four_mails();
    folder.mails.erase(5);
    leave_out(folder, "", [] { return true; });
    FakeServer server(serving(folder));
    EXPECT_THAT(trouble_of([&] { inbox_of(server)->fetch_batch({}); }).what(), HasSubstr("produces none of them"));
}

// Announces each mail `more` bytes larger than it is, or delivers it without its last bytes.
struct Sizes {
    std::size_t more = 0;
    std::size_t cut = 0;
    int times = 1000;  // how often it is cut
};

void serve_sizes(Folder& folder, const Sizes& sizes) {
    folder.odd = [sizes, &folder, times = sizes.times](Peer& peer, const std::string& tag,
                                                       const std::string& command) mutable {
        const bool whole = command.ends_with(kWhole);
        const bool size = command.find("RFC822.SIZE") != std::string::npos;
        if (!size && !(whole && sizes.cut > 0 && times-- > 0)) return false;
        const std::string set = command.substr(10, command.find(' ', 10) - 10);
        for (const auto& [uid, bytes] : folder.mails) {
            if (!in_set(set, uid, 5)) continue;
            peer.say(size ? fetch_line(uid, "RFC822.SIZE " + std::to_string(bytes.size() + sizes.more))
                          : fetch_line(uid, "BODY[] " + literal(bytes.substr(0, bytes.size() - sizes.cut))));
        }
        peer.say(tag + " OK done\r\n");
        return true;
    };
}

TEST(ImapGaps, ABodyThatIsCutShortOnceIsAskedForAgain) {
    Folder folder = four_mails();
    serve_sizes(folder, {0, 4, 1});
    FakeServer server(serving(folder));
    const auto batch = inbox_of(server)->fetch_batch({});
    ASSERT_EQ(uids(batch), kAll);
    for (const Fetched& one : batch) EXPECT_EQ(one.raw, mail(std::stoi(one.uid)));
}

TEST(ImapGaps, ABodyThatStaysCutShortIsNotRead) {
    Folder folder = four_mails();
    serve_sizes(folder, {0, 4});
    folder.mails.erase(3), folder.mails.erase(4), folder.mails.erase(5);
    FakeServer server(serving(folder));
    const auto batch = inbox_of(server)->fetch_batch({});
    ASSERT_EQ(uids(batch), std::vector<std::string>{"2"});
    EXPECT_EQ(batch[0].raw, "");
}

TEST(ImapGaps, ASizeThatIsAnEstimateIsNoLoss) {
    Folder folder = four_mails();
    serve_sizes(folder, {100, 0});
    FakeServer server(serving(folder));
    const auto batch = inbox_of(server)->fetch_batch({});
    ASSERT_EQ(uids(batch), kAll);
    for (const Fetched& one : batch) EXPECT_EQ(one.raw, mail(std::stoi(one.uid)));
    EXPECT_EQ(server.heard("UID FETCH 2:5 (UID BODY.PEEK[])"), 1u);
}

TEST(ImapGaps, OneMailIsFetchedAgainWhereverTheCursorStands) {
    Folder folder = four_mails();
    FakeServer server(serving(folder));
    ImapOptions options;
    options.batch_mails = 2;
    const auto inbox = inbox_of(server, options);
    const auto first = inbox->fetch_batch({});  // and asked for the next two
    EXPECT_EQ(uids(inbox->fetch_again(7, "5")), std::vector<std::string>{"5"});
    EXPECT_EQ(inbox->fetch_again(7, "2").front().raw, mail(2));
    EXPECT_TRUE(inbox->fetch_again(7, "77").empty());
    EXPECT_TRUE(inbox->fetch_again(8, "5").empty()) << "another folder's";
    EXPECT_EQ(uids(inbox->fetch_batch(after(first))), (std::vector<std::string>{"4", "5"}));
    EXPECT_EQ(server.connections(), 1);
}

TEST(ImapGaps, AUidValidityThatNeverStaysIsTrouble) {
    Folder folder = four_mails();
    std::atomic<bool> changes = true;  // the server is a thread of its own
    folder.odd = [&](Peer&, const std::string&, const std::string& command) {
        if (changes && command.starts_with("SELECT")) ++folder.uid_validity;
        return false;
    };
    FakeServer server(serving(folder));
    const auto inbox = inbox_of(server);
    std::size_t mails = 0;
    const auto read_all = [&] {
        Cursor cursor;
        for (auto batch = inbox->fetch_batch(cursor); !batch.empty(); batch = inbox->fetch_batch(cursor)) {
            mails += batch.size();
            ASSERT_LT(mails, 100u);
            cursor = after(batch);
        }
    };
    for (int round = 0; round < 3; ++round) EXPECT_THAT(trouble_of(read_all).what(), HasSubstr("UIDVALIDITY"));
    EXPECT_LT(mails, 20u);
    changes = false;
    EXPECT_EQ(all_uids(*inbox), kAll) << "once it stays";
}

}  // namespace
}  // namespace assentd::testing
