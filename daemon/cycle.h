// SPDX-License-Identifier: Apache-2.0
// The daemon's life, one round after another: read the inbox, step what is due, wait. Everything that is stored or
// sent goes through here or through the dispatcher, in transactions that leave nothing half done.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "daemon/clock.h"
#include "daemon/giving_way.h"
#include "daemon/inbox.h"
#include "daemon/intake.h"
#include "daemon/mail_at_hand.h"
#include "daemon/world.h"

namespace assentd {

class ReadingAhead;

class Cycle {
  public:
    // `committed` is called after each commit that may have put something into the outbox.
    Cycle(const World&, Inbox&, const Clock&, std::function<void()> committed, GivingWay = GivingWay());

    // One round without waiting. False when the inbox could not be read to its end; what() then says why.
    bool round();
    const std::string& what() const { return trouble_; }

    // Rounds with waits between them, until stop() (or the inbox is interrupted for a reload).
    void run(const std::function<void()>& heartbeat, std::chrono::milliseconds longest_wait);
    void stop();  // thread-safe, from the signal thread

  private:
    void read_inbox();
    void notice_another_account();
    void begin_folder_anew(const std::string& why);
    void read_what_never_came();
    void take_again(const StoredMail&, std::vector<Fetched>&);
    void commit_batch(std::vector<Fetched>&, const Cursor& after);
    void mark_handled(const std::vector<Fetched>&);
    void pass_time_before(Instant arrival);
    std::vector<const Fetched*> not_known(const std::vector<Fetched>&);
    void put_in_order(std::vector<Fetched>&);
    std::size_t record_some(std::span<const Fetched* const>, ReadingAhead&, const Cursor& after);
    bool record(const std::vector<Fetched>&, const Cursor& after);
    void set_aside(const Fetched&, const Cursor& after, const std::string& fault);
    void finish(const Cursor& after);
    void commit_each(std::vector<Fetched>&, const Cursor& after);
    void quarantine_unread(const Fetched&, const std::string& reason);
    bool pass_time(RecordId, const Tick&, std::vector<Owed>&);
    void tick();
    void tell_committed();
    void rest();
    void notice_other_writers();
    void remember_trouble(const std::string&);
    void note_poll(Instant);
    void note_bounces(std::vector<Owed>&);
    std::chrono::milliseconds time_to_wait() const;
    bool read_safely();

    const World& world_;
    Inbox& inbox_;
    const Clock& clock_;
    std::function<void()> committed_;
    std::function<void()> heartbeat_ = [] {};
    Records records_;
    std::optional<Instant> last_cycle_;
    Instant inbox_read_until_{};
    std::optional<Instant> poll_noted_;
    std::optional<Instant> asked_again_;
    bool inbox_was_unreadable_ = false;
    int failures_ = 0;  // in a row
    bool careful_ = false;
    bool worked_ = true;  // since it rested
    GivingWay giving_way_;
    std::string changed_by_ctl_;
    std::string trouble_;
    std::atomic<bool> stopping_{false};
};

}  // namespace assentd
