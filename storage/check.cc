// SPDX-License-Identifier: Apache-2.0
// Looking for what was changed behind our back.
#include <fmt/format.h>

#include <map>

#include "storage/chain.h"
#include "storage/sha256.h"
#include "storage/sqlite_store.h"

namespace assentd {

namespace {

// Follows the chain event by event. After a fault it goes on from the stored hash, so that one fault is told once.
class ChainWalk {
  public:
    explicit ChainWalk(std::vector<ChainFault>& faults) : faults_(faults) {}

    void event(std::int64_t row, const ChainLink& link, std::string_view hash) {
        const bool gap = row != row_ + 1;
        if (gap)
            fault(row_ + 1, 0,
                  row - row_ == 2 ? "this event is missing"
                                  : fmt::format("the events {} to {} are missing", row_ + 1, row - 1));
        std::int64_t& sequence = sequences_[link.record];
        if (link.sequence != sequence + 1)
            fault(row, link.record,
                  fmt::format("number {} of its record where {} was due", link.sequence, sequence + 1));
        // Behind a gap the previous hash is not known.
        if (!gap && chain_hash(hash_, link) != hash)
            fault(row, link.record,
                  "changed, or not in its place: its hash does not follow from the event before it");
        sequence = link.sequence;
        row_ = row;
        hash_ = hash;
    }

    void end(std::int64_t events, std::string_view hash) {
        if (row_ < events)
            fault(row_ + 1, 0, fmt::format("the chain ends after {} events, {} were stored", row_, events));
        else if (row_ > events)
            fault(row_, 0, fmt::format("the chain goes on to {} events, {} were stored", row_, events));
        else if (hash_ != hash)
            fault(row_, 0, "the chain does not end with the hash that was stored last");
    }

  private:
    void fault(std::int64_t row, RecordId record, std::string what) {
        faults_.push_back({row, record, fmt::format("event {}: {}", row, what)});
    }

    std::vector<ChainFault>& faults_;
    std::int64_t row_ = 0;
    std::string hash_;
    std::map<RecordId, std::int64_t> sequences_;
};

}  // namespace

std::vector<ChainFault> SqliteStore::check_chain() {
    std::vector<ChainFault> faults;
    // All of it in one view of the database: the daemon may be writing meanwhile.
    const bool own = !transaction_lives();
    if (own) run("BEGIN");
    {
        ChainWalk walk(faults);
        Query event = query("SELECT row, record, sequence, at, kind, body, hash FROM event ORDER BY row");
        while (event.step())
            walk.event(event.integer(0),
                       {event.integer(1), event.integer(2), event.integer(3), event.view(4), event.view(5)},
                       event.view(6));
        Query head = query("SELECT events, hash FROM chain");
        if (head.step())
            walk.end(head.integer(0), head.view(1));
        else
            faults.push_back({0, 0, "the end of the event chain is missing"});
    }
    {
        Query mail = query(
            "SELECT mail.row, record, sha256, bytes FROM mail JOIN raw ON raw.row = mail.raw ORDER BY mail.row");
        while (mail.step())
            if (digest_hex(mail.view(3)) != mail.view(2))
                faults.push_back({mail.integer(0), mail.integer(1),
                                  fmt::format("mail {}: its bytes are not those that were stored", mail.integer(0))});
    }
    {
        Query lost = query(
            "SELECT row, record, mail FROM event WHERE mail <> '' "
            "AND NOT EXISTS (SELECT 1 FROM raw WHERE sha256 = event.mail) ORDER BY row");
        while (lost.step())
            faults.push_back(
                {lost.integer(0), lost.integer(1),
                 fmt::format("event {}: the mail {} that it came from is missing", lost.integer(0), lost.view(2))});
    }
    {
        Query orphan = query(
            "SELECT min(row), record FROM event WHERE record NOT IN (SELECT record FROM record) GROUP BY record");
        while (orphan.step())
            faults.push_back({orphan.integer(0), orphan.integer(1),
                              fmt::format("event {}: the decision or draft that it belongs to is missing, as are all "
                                          "others of record {}",
                                          orphan.integer(0), orphan.integer(1))});
    }
    if (own) rollback();
    return faults;
}

bool SqliteStore::quick_check() {
    Query row = query("PRAGMA quick_check(1)");
    return row.step() && row.view(0) == "ok";
}

}  // namespace assentd
