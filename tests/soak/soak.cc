// SPDX-License-Identifier: Apache-2.0
// soak [days decisions people mails seed]: so many simulated days of a whole town deciding by mail with the real
// cycle, dispatcher and database, while connections, servers, the disk and the process itself fail at random. At the
// end every decision recounts, every mail is stored and answered, none went twice without a reason, every last vote
// is the one that counts, and memory and descriptors are where they were.
#include <SQLiteCpp/Database.h>
#include <fmt/format.h>
#include <malloc.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "config/when.h"
#include "daemon/cycle.h"
#include "daemon/dispatcher.h"
#include "daemon/recount.h"
#include "storage/sqlite_store.h"
#include "tests/soak/town.h"

namespace assentd::soak {

namespace {

using std::chrono::hours;

std::size_t open_descriptors() {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

double resident_mb() {
    ::malloc_trim(0);
    std::ifstream statm("/proc/self/statm");
    long whole = 0;
    long resident = 0;
    statm >> whole >> resident;
    return static_cast<double>(resident * ::sysconf(_SC_PAGESIZE)) / 1e6;
}

class Soak {
  public:
    explicit Soak(const Scale& scale)
        : scale_(scale),
          chance_(scale.seed),
          town_(scale, chance_, start_),
          inbox_(chance_),
          directory_(std::filesystem::temp_directory_path() / ("assentd-soak-" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(directory_);
        std::filesystem::create_directories(directory_);
        config_ = std::get<Config>(load_config_text(town_.configuration(), (directory_ / "assentd.toml").string()));
        templates_ = std::make_unique<Templates>(std::get<Templates>(Templates::load({})));
        revive();
    }
    ~Soak() {
        cycle_.reset();
        world_.reset();
        store_.reset();
        std::filesystem::remove_all(directory_);
    }
    Soak(const Soak&) = delete;
    Soak& operator=(const Soak&) = delete;

    // The number of faults found.
    int run() {
        for (int hour = 1; hour <= scale_.days * 24; ++hour) {
            clock_ = Clock(start_ + hours(hour));
            town_.write_mails(clock_.now(), inbox_, delivered_);
            live_through_the_hour();
            if (hour % (scale_.days * 24 / 4) == 0) measure(hour);
        }
        recover();
        check();
        report();
        return faults_;
    }

  private:
    std::string database() const { return (directory_ / "assentd.db").string(); }

    // As the daemon starts.
    void revive() {
        cycle_.reset();
        world_.reset();
        store_ = std::make_unique<SqliteStore>(database(), SqliteStore::Access::write);
        store_->recover_sending(clock_.now());
        tokens_ = std::make_unique<Tokens>(server_key(*store_), config_.mail);
        world_ = std::make_unique<World>(World{config_, *templates_, *tokens_, *store_});
        cycle_ = std::make_unique<Cycle>(*world_, inbox_, clock_, [] {});
    }

    bool round() {
        const bool good = cycle_->round();
        if (good) {
            store_->begin();
            store_->set_value("last_reading", instant_text(clock_.now()));
            store_->commit();
        }
        return good;
    }

    void dispatch() {
        Dispatcher dispatcher(Store::open(database()), std::make_unique<FaultyOutlet>(chance_, delivered_, healed_),
                              clock_, 0, [] {});
        while (dispatcher.run_due()) {
        }
    }

    void live_through_the_hour() {
        const bool full = chance_.one_in(50);
        if (full) limit_disk(true);
        try {
            round();
            dispatch();
        } catch (const Killed&) {
            ++kills_;
            revive();
        } catch (const StorageError&) {
            ++storage_troubles_;
        }
        if (full) limit_disk(false);
    }

    // SQLite then says that the disk is full as soon as it wants another page.
    void limit_disk(bool limited) {
        if (limited) ++full_disks_;
        store_->database().exec(limited ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1073741823");
    }

    // Everything works again: six days are enough for every mail that had to wait.
    void recover() {
        healed_ = true;
        inbox_.heal();
        revive();
        for (int hour = 1; hour <= 6 * 24; ++hour) {
            clock_ = Clock(start_ + hours(scale_.days * 24 + hour));
            town_.write_mails(clock_.now(), inbox_, delivered_);
            if (!round()) wrong("a round failed after all faults ended: " + cycle_->what());
            dispatch();
        }
    }

    void measure(int hour) {
        memory_.push_back(resident_mb());
        descriptors_.push_back(open_descriptors());
        fmt::print("day {:>3}: {} mails written, {} sent, {:.1f} MB, {} descriptors\n", hour / 24, town_.written,
                   delivered_.times.size(), memory_.back(), descriptors_.back());
        std::fflush(stdout);
    }

    void wrong(const std::string& what) {
        if (++faults_ <= 20) fmt::print("WRONG: {}\n", what);
    }

    void check() {
        check_records();
        check_inbound();
        check_outbound();
        for (const auto descriptors : descriptors_)
            if (descriptors > descriptors_.front() + 2) wrong(fmt::format("{} descriptors are open", descriptors));
        // Decisions that are open are kept in memory; the second half of the time must not need more than the first.
        if (memory_.back() > memory_[1] * 1.3 + 10) wrong(fmt::format("{:.1f} MB in the end", memory_.back()));
    }

    void check_records() {
        for (const auto& fault : store_->check_chain()) wrong("chain: " + fault.what);
        std::size_t decisions = 0;
        for (const auto& summary : store_->summaries()) {
            if (summary.state == State::draft) continue;  // what the hostile mails made, unconfirmed
            ++decisions;
            for (const auto& difference : recount(*world_, summary.record))
                wrong(fmt::format("D-{}: {}", summary.number, difference.what));
            const Decision d = store_->load(summary.record);
            if (d.state != State::closed) wrong(fmt::format("D-{} is not closed", summary.number));
            if (d.closing) check_votes(d);
        }
        if (decisions != static_cast<std::size_t>(scale_.decisions))
            wrong(fmt::format("{} decisions instead of {}", decisions, scale_.decisions));
    }

    // The last vote that arrived before the close is the one that counts.
    void check_votes(const Decision& d) {
        for (const auto& seat : d.seats) {
            const Ballot* last = nullptr;
            for (const auto& ballot : town_.ballots[d.text().title][seat.participant.address])
                if (ballot.arrival < d.closing->at && (!last || ballot.arrival >= last->arrival)) last = &ballot;
            const std::string meant(last ? name(last->position) : "nothing");
            const std::string counted(seat.stance ? name(seat.stance->position) : "nothing");
            if (counted != meant)
                wrong(fmt::format("{}: {} voted {} and {} was counted", d.text().title, seat.participant.address,
                                  meant, counted));
            ++votes_checked_;
        }
    }

    void check_inbound() {
        if (!inbox_.empty()) wrong("mails were left in the inbox");
        std::set<std::string> uids;
        store_->each_mail([&](const StoredMail& mail) {
            uids.insert(mail.uid);
            if (mail.state == MailState::quarantined && mail.reason.empty()) wrong("quarantined without a reason");
        });
        for (std::uint32_t uid = 1; uid <= inbox_.last_uid(); ++uid)
            if (!uids.contains(std::to_string(uid))) wrong(fmt::format("mail {} is not stored", uid));
        for (const auto& id : town_.awaits_answer)
            if (!delivered_.answered.contains(id)) wrong("no answer to " + id);
    }

    // What asks for an answer and waited for the server is not sent when the answer, or the close, came first.
    bool may_be_overtaken(const OutboxMail& mail) const {
        const auto is = [&](NoticeKind kind) { return mail.notice == name(kind); };
        if (is(NoticeKind::reminder)) return true;
        return (is(NoticeKind::invitation) || is(NoticeKind::amendment) || is(NoticeKind::concern)) &&
               store_->state_of(mail.record) == State::closed;
    }

    void check_outbound() {
        for (const auto& mail : store_->outbox(std::nullopt)) {
            const bool overtaken = mail.state == OutboxState::dropped && may_be_overtaken(mail);
            overtaken_ += overtaken ? 1 : 0;
            const bool settled = mail.state == OutboxState::sent || mail.state == OutboxState::bounced || overtaken;
            if (!settled) wrong(fmt::format("{} is {} ({})", mail.message_id, name(mail.state), mail.notice));
            if (mail.state == OutboxState::sent && !delivered_.times.contains(mail.message_id))
                wrong(mail.message_id + " is on the record as sent and went nowhere");
        }
        for (const auto& [id, times] : delivered_.times) {
            if (!store_->find_outbox(id)) wrong(id + " went out and is not on the record");
            if (times > 1) ++twice_;
            if (times > 1 + delivered_.excused[id]) wrong(fmt::format("{} went {} times", id, times));
        }
    }

    void report() const {
        fmt::print("{} days, {} decisions, {} people, {} mails in, {} mails out, seed {}\n", scale_.days,
                   scale_.decisions, scale_.people, inbox_.last_uid(), delivered_.times.size(), scale_.seed);
        fmt::print(
            "faults: {} of the inbox, {} of the outlet ({} refused for good), {} kills, {} full disks, {} storage "
            "troubles seen\n",
            inbox_.troubles, delivered_.troubles, delivered_.refused, kills_, full_disks_, storage_troubles_);
        fmt::print("{} hostile mails, {} votes without a proof\n", town_.hostile_mails, town_.forged_votes);
        fmt::print(
            "{} votes checked, {} mails went twice after their answer was lost, {} overtaken, {} things wrong\n",
            votes_checked_, twice_, overtaken_, faults_);
    }

    const Instant start_ = std::get<Instant>(read_instant("2026-11-02T00:00:00Z"));
    Scale scale_;
    Chance chance_;
    Town town_;
    FaultyInbox inbox_;
    Delivered delivered_;
    bool healed_ = false;
    std::filesystem::path directory_;
    Config config_;
    std::unique_ptr<Templates> templates_;
    std::unique_ptr<Tokens> tokens_;
    std::unique_ptr<SqliteStore> store_;
    std::unique_ptr<World> world_;
    Clock clock_{start_};
    std::unique_ptr<Cycle> cycle_;

    std::vector<double> memory_;
    std::vector<std::size_t> descriptors_;
    int kills_ = 0;
    int full_disks_ = 0;
    int storage_troubles_ = 0;
    int votes_checked_ = 0;
    int twice_ = 0;
    int overtaken_ = 0;
    int faults_ = 0;
};

}  // namespace

}  // namespace assentd::soak

int main(int argc, char** argv) {
    spdlog::set_level(std::getenv("SOAK_LOG") ? spdlog::level::info : spdlog::level::off);
    assentd::soak::Scale scale;
    int* const sizes[] = {&scale.days, &scale.decisions, &scale.people, &scale.mails};
    for (int i = 1; i < argc && i <= 4; ++i) *sizes[i - 1] = std::atoi(argv[i]);
    if (argc > 5) scale.seed = static_cast<std::uint32_t>(std::atoi(argv[5]));
    return assentd::soak::Soak(scale).run() == 0 ? 0 : 1;
}
