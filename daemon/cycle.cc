// SPDX-License-Identifier: Apache-2.0
#include "daemon/cycle.h"

#include <malloc.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <thread>

#include "daemon/daily_reminder.h"
#include "daemon/health.h"
#include "daemon/jitter.h"
#include "daemon/log.h"
#include "daemon/planning.h"
#include "daemon/transaction.h"
#include "daemon/trouble.h"
#include "daemon/unsent.h"
#include "decision/standing.h"

namespace assentd {

Cycle::Cycle(const World& world, Inbox& inbox, const Clock& clock, std::function<void()> committed,
             GivingWay giving_way)
    : world_(world),
      inbox_(inbox),
      clock_(clock),
      committed_(std::move(committed)),
      records_(world.store),
      giving_way_(std::move(giving_way)) {
    auto last = world.store.value("last_reading");
    if (!last) last = world.store.value("last_instant");
    if (last) {
        const auto read = read_instant(*last);
        if (const auto* instant = std::get_if<Instant>(&read)) last_cycle_ = *instant;
    }
    // It may have been another process that could not read.
    inbox_was_unreadable_ = !world.store.value("inbox_trouble").value_or("").empty();
    changed_by_ctl_ = world.store.value("changed_by_ctl").value_or("");
    careful_ = world.store.last_attempt().has_value();
    if (careful_) spdlog::warn("event=careful reason=\"the last batch was not finished\"");
}

// assentctl acts on decisions too; what it changed is read again. Called inside a transaction.
void Cycle::notice_other_writers() {
    const std::string mark = world_.store.value("changed_by_ctl").value_or("");
    if (mark != changed_by_ctl_) records_.forget();
    changed_by_ctl_ = mark;
}

// For health; nothing is written while all is well.
void Cycle::remember_trouble(const std::string& what) {
    auto& store = world_.store;
    if (what.empty() && store.value("inbox_trouble").value_or("").empty()) return;
    Transaction transaction(store);
    store.set_value("inbox_trouble", what);
    if (!what.empty()) count_failure(store, "inbox");
    transaction.commit();
}

// What was read there before comes again, and is recognised by what it says (same_mail.h).
void Cycle::begin_folder_anew(const std::string& why) {
    const std::string& folder = world_.config.inbox.server.path;
    Transaction transaction(world_.store);
    world_.store.forget_uids(folder);
    transaction.commit();
    spdlog::warn("event=folder_begun_anew folder={} reason={}", quoted(folder), quoted(why));
}

// The folder of another user, or at another server, has UIDs of its own, and may have the same UIDVALIDITY.
void Cycle::notice_another_account() {
    const auto& server = world_.config.inbox.server;
    const std::string account = server.user + '@' + server.host;
    const auto before = world_.store.value("inbox_account");
    if (before == account) return;
    if (before) begin_folder_anew("it was that of " + *before);
    Transaction transaction(world_.store);
    world_.store.set_value("inbox_account", account);
    transaction.commit();
}

namespace {

std::uint32_t uid_of(const Fetched& mail) {
    return static_cast<std::uint32_t>(std::stoul(mail.uid));
}

bool was_put_back(const Fetched& first, const Cursor& cursor) {
    return first.uid_validity == cursor.uid_validity && uid_of(first) <= cursor.last_uid;
}

}  // namespace

void Cycle::read_inbox() {
    notice_another_account();
    const Instant started = clock_.now();
    const auto& server = world_.config.inbox.server;
    const auto [validity, last_uid] = world_.store.cursor(server.path);
    Cursor cursor{validity, last_uid};
    while (!stopping_) {
        auto batch = inbox_.fetch_batch(cursor);
        if (batch.empty()) break;
        if (batch.front().uid_validity != 0) {
            if (was_put_back(batch.front(), cursor)) begin_folder_anew("its server was put back to an earlier state");
            cursor = {batch.front().uid_validity, uid_of(batch.back())};
        }
        // After a crash one of them may be why.
        careful_ ? commit_each(batch, cursor) : commit_batch(batch, cursor);
        careful_ = false;
    }
    if (stopping_) return;
    read_what_never_came();
    inbox_read_until_ = started;
    note_poll(started);
}

// What no byte came of: asked for again once it is released (quarantine_release_command), and of itself now and then,
// because a server may recover before anybody looks.
void Cycle::read_what_never_came() {
    auto& store = world_.store;
    const auto never_came = [&](const StoredMail& mail) {
        return mail.size == 0 && mail.folder == world_.config.inbox.server.path;
    };
    if (!asked_again_ || clock_.now() - *asked_again_ >= std::chrono::hours(1)) {
        asked_again_ = clock_.now();
        for (const StoredMail& mail : store.mails_in_state(MailState::quarantined)) {
            if (!never_came(mail) || mail.reason != nothing_stored) continue;
            auto batch = inbox_.fetch_again(mail.uid_validity, mail.uid);
            if (!batch.empty() && !batch.front().raw.empty()) take_again(mail, batch);
        }
    }
    for (const StoredMail& mail : store.mails_in_state(MailState::released)) {
        if (!never_came(mail) || store.has_uid(mail.folder, mail.uid_validity, mail.uid)) continue;
        auto batch = inbox_.fetch_again(mail.uid_validity, mail.uid);
        take_again(mail, batch);
    }
}

void Cycle::take_again(const StoredMail& mail, std::vector<Fetched>& batch) {
    const bool gone = batch.empty();
    Transaction transaction(world_.store);
    world_.store.set_mail_state(
        mail.row, gone ? MailState::dropped : MailState::released,
        mail.reason +
            (gone ? "; no longer in the folder: put back there, it is read as a new mail" : "; asked again"),
        mail.record);
    transaction.commit();
    spdlog::info("event=asked_again uid={} state={}", quoted(mail.uid), gone ? "gone" : "there");
    if (!gone) commit_batch(batch, {});
}

// For health; not more often than anybody would look.
void Cycle::note_poll(Instant at) {
    if (poll_noted_ && at - *poll_noted_ < std::chrono::seconds(10)) return;
    Transaction transaction(world_.store);
    world_.store.set_value("last_poll", instant_text(at));
    transaction.commit();
    poll_noted_ = at;
}

bool Cycle::read_safely() {
    try {
        read_inbox();
        if (failures_ > 0) spdlog::info("event=inbox_back after={}", failures_);
        failures_ = 0;
        trouble_.clear();
        return true;
    } catch (const Trouble& error) {
        trouble_ = error.what();
    } catch (const StorageError& error) {
        trouble_ = error.what();
    }
    records_.forget();
    if (stopping_) return false;
    inbox_was_unreadable_ = true;
    ++failures_;
    spdlog::warn("event=inbox_trouble failures={} what={}", failures_, quoted(trouble_));
    return false;
}

// What SMTP refused for good is news to the decision: its participant was not reached.
void Cycle::note_bounces(std::vector<Owed>& owed) {
    std::set<RecordId> records;
    for (const auto& mail : world_.store.outbox(OutboxState::bounced))
        if (mail.record != 0 && world_.store.state_of(mail.record) == State::open) records.insert(mail.record);
    for (const RecordId record : records)
        for (const auto& bounce : people_whose_mail_bounced(world_, record, records_.get(record)))
            step_record(world_, records_, record, bounce, clock_.now(), owed);
}

// Nobody's silence is an answer to what they never got; that is looked at when it closes and not sooner, as what
// still waits may go out. Whether anything came true.
bool Cycle::pass_time(RecordId record, const Tick& tick, std::vector<Owed>& owed) {
    const Instant now = clock_.now();
    const Instant until = std::min(now, tick.inbox_read_until);
    const Decision& d = records_.get(record);
    const std::size_t before = d.events;
    std::vector<Owed> told;
    for (const auto& got_through : people_reached_again(world_, record, d))
        step_record(world_, records_, record, got_through, now, told);
    if (d.state == State::open && d.closes_at <= until)
        for (const auto& unsent : people_never_written_to(world_, record, d))
            step_record(world_, records_, record, unsent, now, told);
    step_record(world_, records_, record, tick, now, owed);
    // That somebody is to be told in another way helps as long as it is open; then the outcome names them.
    if (d.state == State::open && d.closes_at > until) std::move(told.begin(), told.end(), std::back_inserter(owed));
    return d.events > before;
}

void Cycle::tick() {
    const Instant now = clock_.now();
    auto& store = world_.store;
    const auto due = store.due(now);
    if (due.empty() && store.outbox(OutboxState::bounced).empty()) return;
    Transaction transaction(store);
    notice_other_writers();
    std::vector<Owed> owed;
    bool changed = false;
    for (const RecordId record : due) {
        const Decision& d = records_.get(record);
        const Resting resting = resting_readers(world_.config, d, now);
        const Tick time_passed{inbox_read_until_, inbox_was_unreadable_, false, resting.who,
                               reminded_today(world_, d, now)};
        const std::size_t before = d.events;
        const bool stepped = pass_time(record, time_passed, owed);
        if (const auto next = next_wakeup(d, std::min(now, inbox_read_until_)); next && !resting.who.empty())
            store.append(record, {}, d, std::min(*next, resting.until), now);
        if (!stepped) continue;
        changed = true;
        spdlog::info("event=tick decision={} events={}", id(d), d.events - before);
    }
    note_bounces(owed);
    if (!changed && owed.empty()) {
        transaction.commit();
        return;
    }
    Post(world_, now).queue(with_all_that_is_owed(world_, records_, now, std::move(owed)));
    remember_instant(store, now);
    transaction.commit();
    tell_committed();
}

bool Cycle::round() {
    const bool read = read_safely();
    if (stopping_) return read;
    try {
        tick();
        if (read) inbox_was_unreadable_ = false;
        remember_trouble(trouble_);
    } catch (const StorageError& error) {
        records_.forget();
        trouble_ = error.what();
        spdlog::error("event=tick_trouble what={}", quoted(trouble_));
        return false;
    }
    return read;
}

std::chrono::milliseconds Cycle::time_to_wait() const {
    using std::chrono::milliseconds;
    milliseconds wait = std::chrono::hours(1);
    if (const auto next = world_.store.earliest_wakeup()) {
        const auto until = std::chrono::duration_cast<milliseconds>(*next - clock_.now());
        wait = std::clamp<milliseconds>(until, milliseconds(250), wait);
    }
    return wait;
}

void Cycle::tell_committed() {
    worked_ = true;
    records_.trim();
    committed_();
}

// What starting or a large batch took is given back before a wait that may be long.
void Cycle::rest() {
    if (!worked_) return;
    worked_ = false;
    world_.store.rest();
    ::malloc_trim(0);
}

void Cycle::run(const std::function<void()>& heartbeat, std::chrono::milliseconds longest_wait) {
    heartbeat_ = heartbeat;
    while (!stopping_) {
        heartbeat();
        const bool good = round();
        heartbeat();
        if (stopping_) break;
        try {
            if (good) {
                rest();
                inbox_.wait(std::min(longest_wait, time_to_wait()));
            }
        } catch (const Trouble& error) {
            spdlog::warn("event=inbox_trouble what={}", quoted(error.what()));
            ++failures_;
        }
        if (failures_ == 0 || stopping_) continue;
        // 5 s, 10 s, 20 s … 10 min.
        const std::chrono::seconds pause(std::min(600, 5 << std::min(failures_ - 1, 7)));
        const auto until = std::chrono::steady_clock::now() + with_jitter(pause);
        while (!stopping_ && std::chrono::steady_clock::now() < until) {
            heartbeat();
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
    }
}

void Cycle::stop() {
    stopping_ = true;
    inbox_.interrupt();
}

}  // namespace assentd
