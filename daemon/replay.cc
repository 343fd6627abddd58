// SPDX-License-Identifier: Apache-2.0
#include "daemon/replay.h"

#include <algorithm>
#include <set>

#include "daemon/cycle.h"
#include "daemon/trouble.h"
#include "daemon/world.h"

namespace assentd {

namespace {

constexpr const char* voucher = "replay.invalid";
constexpr int most_wakeups = 100'000;  // between two mails; a decision has a few

// Hands out the mails that the replay has put on the table.
class TableInbox : public Inbox {
  public:
    void put(Fetched mail) { table_.push_back(std::move(mail)); }
    std::vector<Fetched> fetch_batch(const Cursor&) override { return std::exchange(table_, {}); }
    void mark_handled(const std::vector<Fetched>&) override {}
    bool wait(std::chrono::milliseconds) override { return false; }
    void interrupt() override {}
    void probe() override {}

  private:
    std::vector<Fetched> table_;
};

bool is_plain_domain(const std::string& domain) {
    return !domain.empty() && domain.size() < 254 && std::all_of(domain.begin(), domain.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

std::string vouched_for(const ArchivedMail& mail) {
    if (!is_plain_domain(mail.from_domain)) return mail.raw;
    return std::string("Authentication-Results: ") + voucher + "; dmarc=pass header.from=" + mail.from_domain +
           "\r\n" + mail.raw;
}

// The one policy, with no reminders (nobody would get them), and a proof that the replay can give.
Config prepared(Config config, const std::string& name) {
    PolicyConfig policy = config.policies.at(name);
    policy.reminder_shares.clear();
    policy.reminder_before_close.reset();
    policy.rules.trust.push_back(Trust::authenticated);
    config.policies = {{name, std::move(policy)}};
    config.default_policy = name;
    config.is_replay = true;
    config.mail.vouchers.authserv_ids = {voucher};
    return config;
}

class Replay {
  public:
    Replay(Config config, const std::vector<ArchivedMail>& mails, const ReplayRules& rules)
        : config_(prepared(std::move(config), rules.policy)),
          mails_(mails),
          rules_(rules),
          templates_(std::get<Templates>(Templates::load({}))),
          store_(Store::open(":memory:")),
          tokens_(server_key(*store_), config_.mail),
          world_{config_, templates_, tokens_, *store_},
          clock_(mails.front().at),
          cycle_(world_, inbox_, clock_, [] {}),
          period_(config_.policies.at(rules.policy).period) {}

    Replayed run() {
        no_calls_ = std::none_of(mails_.begin(), mails_.end(), [&](const auto& mail) { return is_call(mail); });
        for (std::size_t i = 0; i < mails_.size(); ++i) {
            if (!is_played(mails_[mails_[i].opener])) {
                ++result_.left_out;
                continue;
            }
            sleep_until(mails_[i].at);
            deliver(i);
        }
        // Nothing more comes, so that everything runs to its close.
        sleep_until(std::nullopt);
        for (const auto& mail : store_->mails_in_state(MailState::quarantined))
            result_.set_aside.push_back((mail.message_id.empty() ? "a mail of " + mail.from : mail.message_id) +
                                        ": " + mail.reason);
        for (const auto& summary : store_->summaries()) result_.decisions.push_back(store_->load(summary.record));
        result_.until = clock_.now();
        return std::move(result_);
    }

  private:
    // Where no thread is a call for votes, as in the mails of one decision, each may be one.
    bool is_played(const ArchivedMail& opener) const {
        if (opener.is_reply) return false;  // its beginning is not in the archive
        return rules_.all_threads || no_calls_ || is_call(opener);
    }

    bool is_call(const ArchivedMail& mail) const {
        static const std::set<std::string> endings{"result", "results", "canceled", "cancelled"};
        const auto& tags = mail.tags;
        if (mail.is_reply ||
            std::any_of(tags.begin(), tags.end(), [&](const auto& tag) { return endings.contains(tag); }))
            return false;
        const auto& own = config_.policies.at(rules_.policy).subject_tags;
        return mail.asks_for_votes || std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
                   return std::find(own.begin(), own.end(), tag) != own.end();
               });
    }

    void round() {
        if (!cycle_.round()) throw Trouble(Trouble::Scope::server, Trouble::Retry::later, cycle_.what());
    }

    // What the clock alone brings about, before the mail of that instant: a close is a half-open instant.
    void sleep_until(std::optional<Instant> mail) {
        for (int i = 0; i < most_wakeups; ++i) {
            const auto next = store_->earliest_wakeup();
            if (!next || (mail ? *next > *mail : !anything_open())) break;
            clock_ = Clock(std::max(*next, clock_.now()));
            round();
            if (store_->earliest_wakeup() == next) break;  // it waits for something else than the clock
        }
        if (mail) clock_ = Clock(std::max(*mail, clock_.now()));
    }

    bool anything_open() const {
        const auto all = store_->summaries();
        return std::any_of(all.begin(), all.end(), [](const auto& s) { return s.state == State::open; });
    }

    void deliver(std::size_t i) {
        const auto& mail = mails_[i];
        if (mail.opener == i) config_.policies.at(rules_.policy).period = period_of(i);
        Fetched fetched{"archive", 1, std::to_string(i + 1), clock_.now(), vouched_for(mail), 0, false};
        fetched.size = fetched.raw.size();
        inbox_.put(std::move(fetched));
        round();
        ++result_.played;
    }

    Span period_of(std::size_t opener) const {
        if (!rules_.until_last_mail) return period_;
        Instant last = mails_[opener].at;
        for (const auto& mail : mails_)
            if (mail.opener == opener) last = std::max(last, mail.at);
        const Duration needed = last - mails_[opener].at + Duration(1);
        const Instant usual = add_span(config_.calendar, mails_[opener].at, period_);
        return usual >= mails_[opener].at + needed ? period_ : Span{needed.count(), SpanUnit::second};
    }

    Config config_;
    const std::vector<ArchivedMail>& mails_;
    const ReplayRules& rules_;
    Templates templates_;
    std::unique_ptr<Store> store_;
    Tokens tokens_;
    World world_;
    TableInbox inbox_;
    Clock clock_;
    Cycle cycle_;
    Span period_;
    bool no_calls_ = false;
    Replayed result_;
};

}  // namespace

Replayed replay(Config config, const std::vector<ArchivedMail>& mails, const ReplayRules& rules) {
    if (mails.empty()) return {};
    return Replay(std::move(config), mails, rules).run();
}

Config config_of_archive(const std::vector<ArchivedMail>& mails) {
    constexpr std::string_view bare = R"(
[inbox]
url = "maildir:inbox"
[outlet]
url = "maildir:outlet"
[mail]
address = "decisions@replay.invalid"
[[person]]
addresses = ["nobody@replay.invalid"]
)";
    Config config = std::get<Config>(load_config_text(bare, "replay"));
    config.people.clear();
    std::set<std::string> seen;
    for (const auto& mail : mails) {
        if (mail.address.empty() || !seen.insert(mail.address).second) continue;
        PersonConfig person;
        person.name = mail.name.empty() ? mail.address : mail.name;
        person.addresses = {mail.address};
        person.language = config.daemon.language;
        person.calendar = config.calendar;
        config.people.push_back(std::move(person));
    }
    return config;
}

}  // namespace assentd
