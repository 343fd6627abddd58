// SPDX-License-Identifier: Apache-2.0
#include "daemon/replay.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "daemon/cycle.h"
#include "daemon/trouble.h"
#include "daemon/world.h"

namespace assentd {

namespace {

constexpr int most_wakeups = 100'000;  // between two mails; a decision has a few

// Hands out the mails that the replay has put on the table.
class TableInbox : public Inbox {
  public:
    void put(Fetched mail) { table_.push_back(std::move(mail)); }
    std::vector<Fetched> fetch_batch(const Cursor&) override { return std::exchange(table_, {}); }
    std::vector<Fetched> fetch_again(std::uint32_t, const std::string&) override { return {}; }
    void mark_handled(const std::vector<Fetched>&) override {}
    bool wait(std::chrono::milliseconds) override { return false; }
    void interrupt() override {}
    void probe() override {}

  private:
    std::vector<Fetched> table_;
};

// The one policy, with no reminders (nobody would get them), and a proof that everybody has in a replay.
Config prepared(Config config, const std::string& name) {
    PolicyConfig policy = config.policies.at(name);
    policy.reminder_shares.clear();
    policy.reminder_before_close.reset();
    policy.rules.trust.push_back(Trust::authenticated);
    config.policies = {{name, std::move(policy)}};
    config.default_policy = name;
    config.is_replay = true;
    config.mail.vouchers.authserv_ids.clear();
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
        find_places();
        for (std::size_t i = 0; i < mails_.size(); ++i) {
            if (beginning(i)) {
                sleep_until(mails_[i].at);
                deliver(i);
            } else if (seems_to_answer(mails_[i])) {
                result_.not_placed.push_back((mails_[i].message_id.empty() ? "a mail" : mails_[i].message_id) +
                                             " of " + mails_[i].address + ", “" + mails_[i].subject + "”");
            } else {
                ++result_.left_out;
            }
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
        if (mail.is_reply || mail.says_reply ||
            std::any_of(tags.begin(), tags.end(), [&](const auto& tag) { return endings.contains(tag); }))
            return false;
        const auto& own = config_.policies.at(rules_.policy).subject_tags;
        return mail.asks_for_votes || std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
                   return std::find(own.begin(), own.end(), tag) != own.end();
               });
    }

    // Where the thread of a mail begins that is played: with its first mail, or, if that is an answer, where that one
    // belongs.
    std::optional<std::size_t> beginning(std::size_t i) const { return places_[mails_[i].opener]; }

    void find_places() {
        places_.resize(mails_.size());
        const auto each_opener = [&](auto visit) {
            for (std::size_t i = 0; i < mails_.size(); ++i)
                if (mails_[i].opener == i) visit(i);
        };
        each_opener([&](std::size_t i) {
            if (!is_played(mails_[i]) || mails_[i].says_reply) return;
            places_[i] = i;
            by_title_[mails_[i].title].push_back(i);
        });
        // What says that it is an answer, and to nothing in the archive, may be a proposal all the same.
        each_opener([&](std::size_t i) {
            if (is_played(mails_[i]) && !by_title_.contains(mails_[i].title)) places_[i] = i;
        });
        for (std::size_t i = 0; i < mails_.size(); ++i)
            if (const auto place = beginning(i); place && mails_[i].number != 0)
                by_number_[mails_[i].number].insert(*place);
        each_opener([&](std::size_t i) {
            if (!places_[i]) places_[i] = place_of(mails_[i]);
        });
    }

    // Numbers are those of the house that the archive comes from: other answers in a thread tell which it has, else
    // the title beside the number does. The wording of a subject alone is no sign (PRODUCT 2.1).
    std::optional<std::size_t> place_of(const ArchivedMail& answer) const {
        if (answer.number == 0) return std::nullopt;
        std::vector<std::size_t> found;
        if (const auto known = by_number_.find(answer.number); known != by_number_.end())
            found.assign(known->second.begin(), known->second.end());
        else if (const auto alike = by_title_.find(answer.title); alike != by_title_.end())
            found = alike->second;
        if (found.size() != 1 || mails_[found[0]].at > answer.at || mails_[found[0]].message_id.empty())
            return std::nullopt;
        return found[0];
    }

    // Of what is not played: other threads of a list are no answers to what is.
    bool seems_to_answer(const ArchivedMail& mail) const {
        const bool is_about_a_vote = mail.number != 0 || mail.asks_for_votes || by_title_.contains(mail.title);
        return (mail.is_reply || mail.says_reply) && (is_about_a_vote || rules_.all_threads || no_calls_);
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
        const std::size_t first = *beginning(i);
        if (first == i) config_.policies.at(rules_.policy).period = period_of(i);
        Fetched fetched{"archive", 1, std::to_string(i + 1), clock_.now(), mail.raw, 0, false};
        if (mail.opener == i && first != i)
            fetched.raw = "In-Reply-To: " + mails_[first].message_id + "\r\n" + fetched.raw;
        fetched.size = fetched.raw.size();
        inbox_.put(std::move(fetched));
        round();
        ++result_.played;
    }

    Span period_of(std::size_t opener) const {
        if (!rules_.until_last_mail) return period_;
        Instant last = mails_[opener].at;
        for (std::size_t i = 0; i < mails_.size(); ++i)
            if (beginning(i) == opener) last = std::max(last, mails_[i].at);
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
    std::vector<std::optional<std::size_t>> places_;  // by the first mail of a thread: that of the one it belongs to
    std::map<std::string, std::vector<std::size_t>> by_title_;
    std::map<std::int64_t, std::set<std::size_t>> by_number_;
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
