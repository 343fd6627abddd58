// SPDX-License-Identifier: Apache-2.0
// A whole house for tests: configuration, database, an inbox that is a list, and the real cycle with a clock moved by
// hand.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "config/when.h"
#include "daemon/cycle.h"
#include "daemon/openpgp.h"
#include "daemon/recount.h"
#include "daemon/trouble.h"
#include "decision/tally.h"

namespace assentd::testing {

class ListInbox : public Inbox {
  public:
    std::vector<Fetched> waiting;
    std::vector<std::string> handled;
    std::uint32_t uid_validity = 7;
    bool broken = false;
    bool put_back = false;  // to an earlier state: its next UID is one that was read

    std::vector<Fetched> fetch_batch(const Cursor& cursor) override {
        if (broken) throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "the line is dead");
        std::vector<Fetched> batch;
        const bool known = cursor.uid_validity == uid_validity && !put_back;
        put_back = false;
        for (auto& mail : waiting) {
            mail.uid_validity = uid_validity;
            if (!known || std::stoul(mail.uid) > cursor.last_uid) batch.push_back(mail);
        }
        return batch;
    }
    std::vector<Fetched> fetch_again(std::uint32_t validity, const std::string& uid) override {
        std::vector<Fetched> found;
        for (const auto& mail : waiting)
            if (validity == uid_validity && mail.uid == uid) found.push_back(mail);
        return found;
    }
    void mark_handled(const std::vector<Fetched>& batch) override {
        for (const auto& mail : batch) handled.push_back(mail.uid);
    }
    bool wait(std::chrono::milliseconds) override { return false; }
    void interrupt() override {}
    void probe() override {}
};

struct Sent {
    std::string notice;
    std::string to;
    std::string bytes;
    std::string field(const std::string& name) const {
        const auto at = bytes.find('\n' + name + ": ");
        if (at == std::string::npos) return {};
        const auto from = at + name.size() + 3;
        return bytes.substr(from, bytes.find('\n', from) - from);
    }
    // The address in Reply-To.
    std::string reply_to() const {
        const std::string value = field("Reply-To");
        return value.substr(value.find('<') + 1, value.find('>') - value.find('<') - 1);
    }
};

class House : public ::testing::Test {
  protected:
    explicit House(const std::string& which = {}) {
        std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
        std::replace(test.begin(), test.end(), '/', '-');  // of a parameter
        directory_ = std::filesystem::temp_directory_path() /
                     ("assentd-house-" + std::to_string(::getpid()) + '-' + test + which);
        std::filesystem::remove_all(directory_);
        std::filesystem::create_directories(directory_);
        store_ = Store::open((directory_ / "assentd.db").string());
        configure("");
        at("2026-11-30T09:00:00Z");  // a Monday
    }
    ~House() override {
        store_.reset();
        std::filesystem::remove_all(directory_);
    }

    void configure(const std::string& more) { configure_mail({}, more); }
    // `mail`: lines for [mail].
    void configure_mail(const std::string& mail, const std::string& more = {}) {
        std::string text = R"(
[daemon]
state_dir = "state"
default_policy = "team"
[inbox]
url = "maildir:in"
[outlet]
url = "maildir:out"
[mail]
address = "decisions@example.org"
trusted_authserv_id = ["mx.example.org"]
)" + mail + R"([calendar]
working_hours = "09:00-17:00"
[[person]]
name = "Ana Lima"
addresses = ["ana@example.org", "ana@example.com"]
[[person]]
name = "Ben Okoro"
addresses = ["ben@example.org"]
[[person]]
name = "Chen Wei"
addresses = ["chen@example.org"]
[[person]]
name = "Dana Novak"
addresses = ["dana@example.org"]
[policy.team]
preset = "consent"
voters = ["ana@example.org", "ben@example.org", "chen@example.org"]
facilitators = ["dana@example.org"]
period = "3 days"
[policy.board]
preset = "majority"
voters = ["ana@example.org", "ben@example.org", "chen@example.org"]
quorum = 2
period = "3 days"
)" + more;
        for (const auto& [address, lines] : person_lines_) {
            const std::string place = "addresses = [\"" + address + "\"]\n";
            text.insert(text.find(place) + place.size(), lines);
        }
        configure_whole(text);
    }
    void configure_whole(const std::string& toml) {
        text_ = toml;
        auto loaded = load_config_text(toml, (directory_ / "assentd.toml").string());
        if (const auto* errors = std::get_if<std::vector<ConfigError>>(&loaded))
            throw std::invalid_argument(to_string(errors->front()));
        config_ = std::make_unique<Config>(std::get<Config>(std::move(loaded)));
        templates_ = std::make_unique<Templates>(std::get<Templates>(Templates::load({})));
        tokens_ = std::make_unique<Tokens>(server_key(*store_), config_->mail);
        std::vector<std::string> problems;
        openpgp_ = make_openpgp(*config_, (directory_ / "gnupg").string(), problems);
        for (const auto& problem : problems) ADD_FAILURE() << problem;
        world_ = std::make_unique<World>(World{*config_, *templates_, *tokens_, *store_, openpgp_.get()});
    }

    void at(const std::string& instant) { now_ = std::get<Instant>(read_instant(instant)); }

    // One mail into the inbox, arriving now; `header` lines end with LF each.
    void mail(const std::string& from, const std::string& to, const std::string& subject, const std::string& text,
              const std::string& header = {}) {
        ++mails_;
        raw("From: " + from + "\nTo: " + to + "\nSubject: " + subject + "\nMessage-ID: <m" + std::to_string(mails_) +
            "@example.org>\n" + header + "\n" + text + "\n");
    }
    void raw(const std::string& bytes) {
        Fetched f{config_->inbox.server.path,
                  inbox_.uid_validity,
                  std::to_string(++uid_),
                  now_,
                  bytes,
                  bytes.size(),
                  false};
        inbox_.waiting.push_back(f);
    }

    // One cycle at this instant; returns what it made us owe, in order.
    std::vector<Sent> round() {
        const Clock clock(now_);
        Cycle cycle(*world_, inbox_, clock, [] {});
        good_ = cycle.round();
        std::vector<Sent> sent;
        const auto all = store_->outbox(std::nullopt);
        for (const auto& row : all) {
            if (std::find(seen_.begin(), seen_.end(), row.row) != seen_.end()) continue;
            seen_.push_back(row.row);
            sent.push_back({row.notice, row.recipient, store_->outbox_mail(row.row)->bytes});
            if (delivers_) store_->mark_sent(row.row, "250 ok", now_);
        }
        return sent;
    }

    // Opens two under "board"; the address that the reminder of both asks `who` to answer.
    std::string reminded_of_two_decisions(const std::string& who) {
        propose("Policy: board\nDeadline: in 10 days\n");
        mail("ana@example.org", "decisions@example.org", "Meet more", "Policy: board\nDeadline: in 10 days\n\nNo.",
             proven());
        round();
        at("2026-12-04T12:00:00Z");
        for (const auto& m : round())
            if (m.notice == "reminder" && m.to == who) return m.reply_to();
        return {};
    }

    static std::string proven() {
        return "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\n";
    }

    // A proposal by Ana that opens at once; remembers everybody's own reply address.
    void propose(const std::string& head = "Policy: team\n") {
        mail("Ana Lima <ana@example.org>", "decisions@example.org", "Meet less", head + "\nLet us meet less.",
             proven());
        for (const auto& m : round())
            if (m.notice == "invitation") reply_[m.to] = m.reply_to();
    }
    void answer(const std::string& who, const std::string& text) {
        mail(who, reply_.at(who), "Re: [D-1] Meet less", text);
    }

    Decision decision(std::int64_t number = 1) { return store_->load(*store_->find_number(number)); }
    std::optional<Position> position(const std::string& who) {
        const Decision d = decision();
        const auto& stance = d.seats.at(*find_participant(d, who)).stance;
        return stance ? std::optional(stance->position) : std::nullopt;
    }
    static int count(const std::vector<Sent>& sent, const std::string& notice, const std::string& to = {}) {
        return static_cast<int>(std::count_if(sent.begin(), sent.end(), [&](const Sent& s) {
            return s.notice == notice && (to.empty() || s.to == to);
        }));
    }
    void expect_honest_record() {
        for (const auto& summary : store_->summaries())
            for (const auto& difference : recount(*world_, summary.record)) ADD_FAILURE() << difference.what;
        for (const auto& fault : store_->check_chain()) ADD_FAILURE() << fault.what;
    }

    std::filesystem::path directory_;
    std::string text_;  // of the configuration
    std::unique_ptr<Store> store_;
    std::unique_ptr<Config> config_;
    std::unique_ptr<Templates> templates_;
    std::unique_ptr<Tokens> tokens_;
    std::unique_ptr<OpenPgp> openpgp_;
    std::unique_ptr<World> world_;
    ListInbox inbox_;
    Instant now_{};
    bool good_ = true;
    bool delivers_ = true;  // what is owed goes out at once
    std::map<std::string, std::string> reply_;
    std::map<std::string, std::string> person_lines_;  // more for a [[person]], by address; for configure()
    std::vector<std::int64_t> seen_;
    int mails_ = 0;
    int uid_ = 0;
};

}  // namespace assentd::testing
