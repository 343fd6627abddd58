// SPDX-License-Identifier: Apache-2.0
// A town full of people who decide by mail, for the soak: what they write and when, an inbox and an outlet that fail
// at random, and a model of what each person's last valid vote is. Everything follows from the seed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "daemon/inbox.h"
#include "daemon/outlet.h"
#include "decision/position.h"

namespace assentd::soak {

struct Scale {
    int days = 24;
    int decisions = 200;
    int people = 1000;
    int mails = 50'000;
    std::uint32_t seed = 1;
};
constexpr int group_size = 25;

// The process died here: nothing after this happens, and all that is not on disk is gone.
struct Killed : std::runtime_error {
    Killed() : std::runtime_error("killed") {}
};

class Chance {
  public:
    explicit Chance(std::uint32_t seed) : engine_(seed) {}
    bool one_in(int n) { return below(n) == 0; }
    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(engine_); }

  private:
    std::mt19937 engine_;
};

// A folder from which handled mails disappear, on a server that fails in every way at random.
class FaultyInbox : public Inbox {
  public:
    explicit FaultyInbox(Chance& chance) : chance_(chance) {}

    void add(std::string raw, Instant arrival);
    std::vector<Fetched> fetch_batch(const Cursor&) override;
    std::vector<Fetched> fetch_again(std::uint32_t, const std::string&) override { return {}; }
    void mark_handled(const std::vector<Fetched>&) override;
    bool wait(std::chrono::milliseconds) override { return false; }
    void interrupt() override {}
    void probe() override {}

    void heal() { healed_ = true; }
    bool empty() const { return present_.empty(); }
    std::uint32_t last_uid() const { return next_uid_ - 1; }
    int troubles = 0;

  private:
    [[noreturn]] void fail(const char* what);

    Chance& chance_;
    bool healed_ = false;
    std::uint32_t uid_validity_ = 1;
    std::uint32_t next_uid_ = 1;
    std::map<std::uint32_t, Fetched> present_;
};

// What reached people, and what an answer of the server made uncertain.
struct Delivered {
    std::map<std::string, int> times;             // Message-ID: how often it was taken
    std::map<std::string, int> excused;           // … and how often more it may be
    std::set<std::string> answered;               // Message-IDs of inbound mails that were answered
    std::map<std::string, std::string> reply_to;  // "Matter 7|ana@example.org" to the invitation's Reply-To
    int refused = 0;
    int troubles = 0;
};

class FaultyOutlet : public Outlet {
  public:
    FaultyOutlet(Chance& chance, Delivered& delivered, const bool& healed)
        : chance_(chance), delivered_(delivered), healed_(healed) {}

    DeliveryResult send(const OutgoingMail&) override;
    void rest() override {}
    void interrupt() override {}
    void probe() override {}

  private:
    void take(const OutgoingMail&, const std::string& id);

    Chance& chance_;
    Delivered& delivered_;
    const bool& healed_;
};

// A vote as its writer means it.
struct Ballot {
    Instant arrival{};
    Position position = Position::agree;
};

class Town {
  public:
    Town(const Scale&, Chance&, Instant start);

    std::string configuration() const;
    // What is written in the hour up to now.
    void write_mails(Instant now, FaultyInbox&, const Delivered&);

    std::set<std::string> awaits_answer;                                        // Message-IDs
    std::map<std::string, std::map<std::string, std::vector<Ballot>>> ballots;  // title, address
    int written = 0;
    int hostile_mails = 0;
    int forged_votes = 0;  // in the name of somebody who did not prove it

  private:
    struct Planned {
        Instant at;
        int decision;
        bool proposal;
    };
    std::string person(int n) const { return "p" + std::to_string(n) + "@example.org"; }
    int group_of(int decision) const { return decision % (scale_.people / group_size); }
    void propose(const Planned&, FaultyInbox&);
    // False when its writer was not invited yet.
    bool answer(const Planned&, FaultyInbox&, const Delivered&);
    std::string hostile();

    Scale scale_;
    Chance& chance_;
    std::multimap<Instant, Planned> plan_;
    std::map<int, std::string> thread_;  // the proposal's Message-ID
    std::vector<std::string> some_written_;
};

}  // namespace assentd::soak
