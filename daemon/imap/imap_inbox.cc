// SPDX-License-Identifier: Apache-2.0
// An IMAP folder as an inbox. UIDs are walked in windows, sized into batches, and the next batch is asked for before
// the present one is handed out. It is read by another thread while the caller commits: otherwise the server would
// wait as soon as the buffers between us are full. The session belongs to that thread until it is done.
#include <poll.h>

#include <algorithm>
#include <deque>
#include <future>
#include <optional>

#include "daemon/imap/imap_session.h"
#include "daemon/inbox.h"

namespace assentd {
namespace {

constexpr std::uint32_t kWindow = 2048;           // UIDs asked about at once
constexpr std::uint32_t kWidestWindow = 1 << 18;  // over stretches where the folder is empty
constexpr int kChanges = 3;                       // of the UIDVALIDITY in a row: each begins the folder anew

std::string header_of(std::string&& raw) {
    std::size_t end = std::min(raw.find("\r\n\r\n"), raw.size());
    raw.resize(std::min<std::size_t>({end + 4, raw.size(), ImapSession::kHeaderLimit}));
    return std::move(raw);
}

class ImapInbox : public Inbox {
  public:
    ImapInbox(ServerAccess access, ImapOptions options) : access_(std::move(access)), options_(std::move(options)) {
        options_.batch_mails = std::max<std::size_t>(options_.batch_mails, 1);
    }

    std::vector<Fetched> fetch_batch(const Cursor& cursor) override {
        return with_session([&] { return next_batch(cursor); });
    }

    std::vector<Fetched> fetch_again(std::uint32_t uid_validity, const std::string& uid) override {
        const auto number = read_number(uid);
        if (!number || *number == 0 || *number > 0xFFFFFFFFu) return {};
        return with_session([&] { return single(uid_validity, static_cast<std::uint32_t>(*number)); });
    }

    void mark_handled(const std::vector<Fetched>& batch) override {
        if (options_.move_to.empty() || batch.empty()) return;
        with_session([&] {
            fresh_ = false;
            std::vector<std::uint32_t> uids;
            for (const Fetched& mail : batch) {
                const auto uid = read_number(mail.uid);
                const bool here = mail.uid_validity == selected_.uid_validity && mail.folder == access_.folder;
                if (here && uid && *uid <= 0xFFFFFFFFu) uids.push_back(static_cast<std::uint32_t>(*uid));
            }
            std::sort(uids.begin(), uids.end());
            uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
            session_->move(uids, options_.move_to);
            return true;
        });
    }

    bool wait(std::chrono::milliseconds timeout) override {
        if (!asked_.empty() || !listed_.empty()) return !interrupt_.is_set();
        const auto deadline = SteadyClock::now() + timeout;
        auto turn = deadline;
        try {
            const bool news = with_session([&] {
                fresh_ = false;
                if (options_.idle && session_->can("IDLE")) {
                    turn = std::min(deadline, SteadyClock::now() + options_.idle_renewal);
                    if (session_->idle(turn)) return true;
                    if (session_->can("IDLE")) return false;  // else it was refused
                }
                turn = std::min(deadline, SteadyClock::now() + options_.poll);
                return sleep_until(turn);
            });
            // A turn that ended before the timeout is the time for a poll: not every server reports everything.
            return !interrupt_.is_set() && (news || turn < deadline);
        } catch (const Trouble&) {
            if (interrupt_.is_set()) return false;
            throw;
        }
    }

    void interrupt() override { interrupt_.set(); }

    void probe() override {
        forget();
        with_session([this] { return fresh_ = false; });
    }

  private:
    // Runs `work` with a session. A connection that went stale between two calls is replaced once; after any trouble
    // the next call begins with a new one.
    template <typename Work>
    auto with_session(Work work) -> decltype(work()) {
        const bool was_open = session_ != nullptr;
        try {
            connect();
            return work();
        } catch (const Trouble& trouble) {
            forget();
            if (!was_open || trouble.retry() != Trouble::Retry::now || interrupt_.is_set()) throw;
        } catch (...) {
            forget();
            throw;
        }
        try {
            connect();
            return work();
        } catch (...) {
            forget();
            throw;
        }
    }

    void connect() {
        finish_reading();
        if (session_) return;
        session_ = std::make_unique<ImapSession>(access_, options_.message_limit, interrupt_);
        unswept_ = true;
        select();
    }

    void select() {
        const std::uint32_t before = selected_.uid_validity;
        selected_ = session_->select(access_.folder);
        changes_ = last_validity_ != 0 && last_validity_ != selected_.uid_validity ? changes_ + 1 : 0;
        last_validity_ = selected_.uid_validity;
        if (changes_ > kChanges) {
            throw Trouble(Trouble::Scope::folder, Trouble::Retry::later,
                          access_.host + ": the UIDVALIDITY of the folder changes each time it is opened");
        }
        fresh_ = true;
        open_end_listed_ = false;
        if (before != selected_.uid_validity) begin_at(1);
    }

    void forget() {
        finish_reading();
        arriving_ = {};
        session_.reset();
        selected_ = {};
        fresh_ = false;
        begin_at(1);
    }

    void finish_reading() {
        if (arriving_.valid()) arriving_.wait();
    }

    void begin_at(std::uint32_t uid) {
        after_.reset();
        listed_.clear();
        asked_.clear();
        unlisted_ = uid;
        window_ = kWindow;
    }

    std::vector<Fetched> next_batch(const Cursor& cursor) {
        const bool was_put_back = selected_.uid_next != 0 && selected_.uid_next <= cursor.last_uid;
        const bool at_the_end = cursor.last_uid == 0xFFFFFFFFu;
        const bool known = cursor.uid_validity == selected_.uid_validity && (at_the_end || !was_put_back);
        if (known && unswept_) sweep(cursor);
        if (known && at_the_end) return {};
        const std::uint32_t first = known ? cursor.last_uid + 1 : 1;
        if (position() != first) restart(first);
        for (bool selected_here = fresh_;; selected_here = true) {
            fresh_ = false;
            while (!asked_.empty() || list_more()) {
                if (asked_.empty()) ask();
                std::vector<Fetched> batch = collect();
                if (batch.empty()) continue;
                after_ = batch.back().uid == "4294967295"
                             ? 0
                             : static_cast<std::uint32_t>(*read_number(batch.back().uid)) + 1;
                if (list_more()) ask();
                return batch;
            }
            if (selected_here) return {};
            const std::uint32_t before = selected_.uid_validity;
            select();
            if (before != selected_.uid_validity) return next_batch(cursor);
        }
    }

    std::vector<Fetched> single(std::uint32_t uid_validity, std::uint32_t uid) {
        if (uid_validity != selected_.uid_validity) return {};
        restart(uid);
        take(session_->list(uid, uid));
        std::vector<Fetched> found;
        if (!listed_.empty()) {
            ask();
            found = collect();
        }
        begin_at(1);
        return found;
    }

    // What was handled and, because the connection or the daemon ended, not moved. A folder that refuses it is left
    // as it is: nobody's mail waits for this.
    void sweep(const Cursor& cursor) {
        unswept_ = false;
        if (options_.move_to.empty() || cursor.last_uid == 0 || selected_.exists == 0) return;
        if (!session_->can("MOVE") && !session_->can("UIDPLUS")) return;  // marked ones stay, and were copied
        std::vector<std::uint32_t> uids;
        for (const Listed& mail : session_->list(1, cursor.last_uid)) uids.push_back(mail.uid);
        try {
            session_->move(uids, options_.move_to);
        } catch (const Trouble& trouble) {
            if (trouble.scope() != Trouble::Scope::folder) throw;
        }
    }

    // The UID that the next batch begins at or after.
    std::uint32_t position() const { return after_.value_or(0); }

    void restart(std::uint32_t first) {
        if (!asked_.empty()) arriving_.get();  // for another cursor
        begin_at(first);
        after_ = first;
    }

    // Lists until there is something to ask for; false at the folder's end.
    bool list_more() {
        if (!listed_.empty()) return true;
        const std::uint32_t end = selected_.uid_next;  // 0: unknown
        if (end == 0 && selected_.exists > 0 && !open_end_listed_) {
            open_end_listed_ = true;
            take(session_->list(std::max<std::uint32_t>(unlisted_, 1), 0));
            return !listed_.empty();
        }
        while (selected_.exists > 0 && listed_.empty() && unlisted_ < end) {
            const std::uint32_t last = end - unlisted_ > window_ ? unlisted_ + window_ - 1 : end - 1;
            std::vector<Listed> mails = session_->list(unlisted_, last);
            window_ = mails.empty() ? std::min(window_ * 4, kWidestWindow) : kWindow;
            unlisted_ = last + 1;
            take(std::move(mails));
        }
        return !listed_.empty();
    }

    void take(std::vector<Listed> mails) {
        for (Listed& mail : mails) {
            unlisted_ = std::max(unlisted_, mail.uid == 0xFFFFFFFFu ? mail.uid : mail.uid + 1);
            listed_.push_back(mail);
        }
    }

    void ask() {
        std::vector<Listed> normal;
        std::vector<Listed> headers_only;
        std::uint64_t bytes = 0;
        while (!listed_.empty() && asked_.size() < (alone_ ? 1 : options_.batch_mails)) {
            const Listed& mail = listed_.front();
            const bool oversize = mail.size > options_.message_limit;
            const std::uint64_t cost = oversize ? ImapSession::kHeaderLimit : mail.size;
            if (!asked_.empty() && bytes + cost > options_.batch_bytes) break;
            bytes += cost;
            (oversize ? headers_only : normal).push_back(mail);
            asked_.push_back(mail);
            listed_.pop_front();
        }
        alone_ = false;
        // Servers round sizes; a server that lies grossly costs this much memory and no more.
        session_->ask(normal, headers_only, options_.batch_bytes + options_.message_limit);
        arriving_ = std::async(std::launch::async | std::launch::deferred, [this] { return session_->collect(); });
    }

    std::vector<Fetched> collect() {
        auto arrived = arriving_.get();
        std::vector<Fetched> batch;
        while (!asked_.empty()) {
            const Listed mail = asked_.front();
            auto& got = arrived[mail.uid];
            if (got.fate == ImapSession::Fate::dropped) {
                listed_.insert(listed_.begin(), asked_.begin(), asked_.end());
                asked_.clear();
                alone_ = batch.empty();
                break;
            }
            asked_.pop_front();
            if (got.fate != ImapSession::Fate::vanished) batch.push_back(fetched(mail, std::move(got.body)));
        }
        return batch;
    }

    Fetched fetched(const Listed& mail, Literal body) const {
        Fetched out;
        out.folder = access_.folder;
        out.uid_validity = selected_.uid_validity;
        out.uid = std::to_string(mail.uid);
        out.arrival =
            mail.arrival.value_or(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
        out.size = std::max(mail.size, body.size);
        out.oversize = mail.size > options_.message_limit || !body.whole();
        out.raw = out.oversize ? header_of(std::move(body.bytes)) : std::move(body.bytes);
        return out;
    }

    bool sleep_until(SteadyClock::time_point end) const {
        pollfd wake{interrupt_.descriptor(), POLLIN, 0};
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - SteadyClock::now()).count();
            if (left <= 0 || poll(&wake, 1, static_cast<int>(std::min<long long>(left, 3'600'000))) > 0) return false;
        }
    }

    ServerAccess access_;
    ImapOptions options_;
    InterruptFlag interrupt_;
    std::unique_ptr<ImapSession> session_;
    Selected selected_;
    std::uint32_t last_validity_ = 0;  // outlives the session
    int changes_ = 0;                  // of the UIDVALIDITY, one after the other
    bool unswept_ = true;              // since the connection was made
    bool fresh_ = false;               // selected_ is from this very call
    bool open_end_listed_ = false;     // "n:*" was listed since the last select()
    std::uint32_t unlisted_ = 1;       // the first UID not listed yet
    std::uint32_t window_ = kWindow;
    std::deque<Listed> listed_;                                              // listed, not asked for
    std::deque<Listed> asked_;                                               // asked for, not collected
    std::future<std::map<std::uint32_t, ImapSession::Collected>> arriving_;  // what was asked for
    bool alone_ = false;                  // the next mail found no room beside the others
    std::optional<std::uint32_t> after_;  // where the caller's cursor has to stand for these to be next
};

}  // namespace

std::unique_ptr<Inbox> make_imap_inbox(ServerAccess access, ImapOptions options) {
    return std::make_unique<ImapInbox>(std::move(access), std::move(options));
}

}  // namespace assentd
