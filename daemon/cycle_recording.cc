// SPDX-License-Identifier: Apache-2.0
// What becomes of a batch of mails: it is marked, read, recorded in its order, committed, and told to the server.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <span>

#include "daemon/cycle.h"
#include "daemon/log.h"
#include "daemon/post.h"
#include "daemon/reading_ahead.h"
#include "daemon/same_mail.h"
#include "daemon/transaction.h"
#include "daemon/trouble.h"

namespace assentd {

namespace {

// A mail that stopped the program this often is set aside unread.
constexpr int attempts_before_quarantine = 3;
constexpr std::size_t mails_in_a_commit = 500;
constexpr std::chrono::seconds longest_transaction{1};

std::string range_of(const std::vector<Fetched>& batch) {
    return batch.front().uid + ':' + batch.back().uid;
}

}  // namespace

// After an outage many mails come at once, and a decision ends where it would have with each read as it came.
void Cycle::pass_time_before(Instant arrival) {
    std::vector<Owed> owed;
    for (const RecordId record : world_.store.due(arrival))
        pass_time(record, Tick{arrival, inbox_was_unreadable_, true}, owed);
    if (!owed.empty()) Post(world_, clock_.now()).queue(owed);
}

void Cycle::quarantine_unread(const Fetched& fetched, const std::string& reason) {
    StoredMail mail;
    mail.folder = fetched.folder;
    mail.uid_validity = fetched.uid_validity;
    mail.uid = fetched.uid;
    mail.arrival = fetched.arrival;
    mail.sha256 = sha256_hex(fetched.raw);
    mail.identity = mail.sha256;
    mail.kind = "unread";
    const bool again = was_set_aside(world_, fetched, mail.sha256);
    mail.state = again ? MailState::duplicate : MailState::quarantined;
    mail.reason = reason;
    mail.size = fetched.size;
    world_.store.add_mail(mail, fetched.raw);
    if (!again) spdlog::error("event=quarantined uid={} reason={}", quoted(fetched.uid), quoted(reason));
}

std::vector<const Fetched*> Cycle::not_known(const std::vector<Fetched>& batch) {
    std::vector<const Fetched*> fresh;
    const Transaction one_look(world_.store);  // not a lock for each
    for (const Fetched& fetched : batch)
        if (!world_.store.has_uid(fetched.folder, fetched.uid_validity, fetched.uid)) fresh.push_back(&fetched);
    return fresh;
}

// Nothing of the batch is at hand any more. Inside a transaction.
void Cycle::finish(const Cursor& after) {
    if (after.uid_validity != 0)
        world_.store.set_cursor(world_.config.inbox.server.path, after.uid_validity, after.last_uid);
    world_.store.clear_attempt();
}

// Some of them, with what follows, in one transaction; how many. Not for long: others want to write, too.
std::size_t Cycle::record_some(std::span<const Fetched* const> mails, ReadingAhead& reading, const Cursor& after) {
    auto& store = world_.store;
    const auto enough = std::chrono::steady_clock::now() + longest_transaction;
    Transaction transaction(store);
    notice_other_writers();
    std::vector<Taken> taken;
    while (taken.size() < std::min(mails.size(), mails_in_a_commit) &&
           (taken.empty() || std::chrono::steady_clock::now() < enough)) {
        const Fetched& fetched = *mails[taken.size()];
        pass_time_before(fetched.arrival);
        taken.push_back(Intake(world_, records_, clock_.now()).take(fetched, reading.next()));
    }
    remember_instant(store, clock_.now());
    if (taken.size() == mails.size()) finish(after);
    transaction.commit();
    for (std::size_t i = 0; i < taken.size(); ++i)  // not before: a full disk undoes all of it
        spdlog::info("event=mail uid={} state={} what={} record={}", quoted(mails[i]->uid), name(taken[i].state),
                     quoted(taken[i].what), taken[i].record);
    return taken.size();
}

// What is not known yet. All are read in one go, so that reading goes on while some are committed. False: it was
// stopped before the end, and what is left comes again.
bool Cycle::record(const std::vector<Fetched>& batch, const Cursor& after) {
    const std::vector<const Fetched*> fresh = not_known(batch);
    ReadingAhead reading(world_.config, fresh);
    std::span<const Fetched* const> left = fresh;
    do {
        left = left.subspan(record_some(left, reading, after));
        heartbeat_();
        giving_way_.after_a_commit();
    } while (!left.empty() && !stopping_);
    if (left.empty()) return true;
    Transaction transaction(world_.store);
    finish({});
    transaction.commit();
    return false;
}

void Cycle::set_aside(const Fetched& fetched, const Cursor& after, const std::string& fault) {
    Transaction transaction(world_.store);
    if (!world_.store.has_uid(fetched.folder, fetched.uid_validity, fetched.uid)) quarantine_unread(fetched, fault);
    finish(after);
    transaction.commit();
}

// Arrival decides between two votes, so it decides the order; the batch itself came in the order of the folder.
void Cycle::put_in_order(std::vector<Fetched>& batch) {
    for (auto& fetched : batch) fetched.arrival = clock_.arrival(fetched.arrival, last_cycle_);
    std::stable_sort(batch.begin(), batch.end(), came_before);
}

void Cycle::commit_batch(std::vector<Fetched>& batch, const Cursor& after) {
    auto& store = world_.store;
    const std::string range = range_of(batch);
    put_in_order(batch);
    const Fetched& oldest = batch.front();
    store.mark_attempt(oldest.folder, oldest.uid_validity, range, oldest.arrival);
    const auto attempt = store.last_attempt();
    try {
        if (batch.size() == 1 && attempt && attempt->count > attempts_before_quarantine)
            set_aside(oldest, after, "the program stopped each time it was read");
        else if (!record(batch, after))
            return;
    } catch (const StorageError& error) {
        if (error.passes()) store.forgive_attempt();  // nobody's mail is to blame
        throw;
    } catch (const std::bad_alloc&) {
        throw;  // nor here; a mail that takes all memory each time is set aside by the attempts it had
    } catch (const std::exception& error) {
        records_.forget();
        if (batch.size() > 1) return commit_each(batch, after);
        set_aside(oldest, after, std::string("could not be handled: ") + error.what());
    }
    tell_committed();
    mark_handled(batch);
}

// One by one, so that a mail at which everything stops is found and costs nobody else. The folder is known as read up
// to `after` only at the end: they need not be in its order. What is known is not marked as attempted: the mark of
// the one that stopped the program must stay.
void Cycle::commit_each(std::vector<Fetched>& batch, const Cursor& after) {
    put_in_order(batch);
    for (Fetched& fetched : batch) {
        if (stopping_) return;
        std::vector<Fetched> single;
        single.push_back(std::move(fetched));
        not_known(single).empty() ? mark_handled(single) : commit_batch(single, {});
    }
    Transaction transaction(world_.store);
    finish(after);
    transaction.commit();
}

// A folder that does not take handled mails holds up nobody: they stay where they are, and are known.
void Cycle::mark_handled(const std::vector<Fetched>& batch) {
    try {
        inbox_.mark_handled(batch);
    } catch (const Trouble& error) {
        if (error.scope() != Trouble::Scope::folder) throw;
        spdlog::warn("event=not_moved what={}", quoted(error.what()));
    }
}

}  // namespace assentd
