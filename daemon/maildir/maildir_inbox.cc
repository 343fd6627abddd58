// SPDX-License-Identifier: Apache-2.0
// A Maildir as an inbox: whatever lies in new/ and cur/ and was not handled before, oldest first. Other programs may
// deliver, mark and remove mails meanwhile; a file that is gone when its turn comes is found again under its new name
// or was somebody's to delete. Links, folders and pipes in it are not mails and are left alone.
#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <map>
#include <unordered_set>

#include "daemon/inbox.h"
#include "daemon/maildir/maildir_files.h"
#include "daemon/wire/interrupt_flag.h"
#include "daemon/wire/server_words.h"
#include "decision/text.h"

namespace assentd {
namespace {

constexpr std::size_t kHeaderLimit = 256 * 1024;
constexpr std::chrono::minutes kEmptyFor{10};
constexpr int kPatience = 8;  // rounds; with the cycle's back-off some ten minutes

struct Waiting {
    std::int64_t arrival = 0;  // seconds
    std::string name;
    Sub sub = Sub::new_;
    std::uint64_t size = 0;
    std::string place{};  // by which those of one second are told apart
    bool operator<(const Waiting& other) const {
        if (arrival != other.arrival) return arrival < other.arrival;
        const auto places = by_numbers(place, other.place);
        return places != 0 ? places < 0 : name < other.name;
    }
};

// At most `most` bytes of the file, or nothing when it can no longer be read.
std::optional<std::string> read_file(int descriptor, std::uint64_t most) {
    std::string bytes;
    constexpr std::size_t block = 64 * 1024;
    while (bytes.size() < most) {
        const std::size_t before = bytes.size();
        const std::size_t room = static_cast<std::size_t>(std::min<std::uint64_t>(block, most - before));
        bytes.resize(before + room);
        const ssize_t got = read(descriptor, bytes.data() + before, room);
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) break;
    }
    return bytes;
}

void cut_to_header(std::string& raw) {
    const std::size_t crlf = raw.find("\r\n\r\n");
    const std::size_t lf = raw.find("\n\n");
    const std::size_t end =
        std::min(crlf == std::string::npos ? crlf : crlf + 4, lf == std::string::npos ? lf : lf + 2);
    raw.resize(std::min(end, raw.size()));
}

// A file without a byte, which somebody may be about to write or to copy here. By the time of its last change, which
// nobody can set.
bool may_be_filled_yet(const struct stat& entry) {
    const auto age = std::chrono::system_clock::now() - std::chrono::system_clock::from_time_t(entry.st_ctim.tv_sec);
    return entry.st_size == 0 && age < kEmptyFor && age > -kEmptyFor;
}

class MaildirInbox : public Inbox {
  public:
    MaildirInbox(MaildirOptions options, std::function<bool(std::string_view)> handled)
        : options_(std::move(options)), handled_(std::move(handled)) {
        options_.batch_mails = std::max<std::size_t>(options_.batch_mails, 1);
    }

    std::vector<Fetched> fetch_batch(const Cursor&) override {
        open();
        if (interrupt_.is_set()) maildir_trouble(Trouble::Retry::now, "interrupted");
        std::vector<Fetched> batch = next_in_line();
        if (!batch.empty()) return batch;
        scan();
        unreadable_.clear();
        batch = next_in_line();
        if (batch.empty() && !unreadable_.empty()) give_it_time();
        return batch;
    }

    std::vector<Fetched> fetch_again(std::uint32_t, const std::string& uid) override {
        open();
        std::vector<Fetched> found;
        failures_[uid] = kPatience;  // it had its time
        if (const auto place = find(uid))
            if (auto mail = fetch(*place)) found.push_back(std::move(*mail));
        return found;
    }

    void mark_handled(const std::vector<Fetched>& batch) override {
        if (batch.empty()) return;
        open();
        std::vector<Waiting> places;
        for (const Fetched& mail : batch)
            if (auto place = find(mail.uid)) places.push_back(std::move(*place));
        put_away(places);
    }

    bool wait(std::chrono::milliseconds timeout) override {
        open();
        const auto turn = std::min<std::chrono::milliseconds>(timeout, options_.poll);
        const auto deadline = std::chrono::steady_clock::now() + turn;
        pollfd waits[2] = {{interrupt_.descriptor(), POLLIN, 0}, {watch_.number(), POLLIN, 0}};
        for (;;) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            const int ready = poll(waits, 2, static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3'600'000)));
            if (ready < 0 && errno == EINTR) continue;
            if (waits[0].revents != 0) return false;
            if (ready > 0 && drain_watch()) return true;
            // Network file systems report nothing: after each poll interval there may be mail.
            if (std::chrono::steady_clock::now() >= deadline) return turn < timeout;
        }
    }

    void interrupt() override { interrupt_.set(); }

    void probe() override {
        maildir_.reset();
        open();
    }

  private:
    void open() {
        if (maildir_ && maildir_->is_in_place()) return;
        waiting_.clear();
        maildir_.reset();
        maildir_.emplace(options_.path, Maildir::Missing::is_trouble);
        // Before the first scan, so that nothing arrives between the two. cur/ is not watched: we move mails there.
        watch_ = Descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
        if (watch_)
            inotify_add_watch(watch_.number(), maildir_->sub_path(Sub::new_).c_str(), IN_MOVED_TO | IN_CREATE);
    }

    // They stay in line until they are handled: what was handed out and not committed is handed out again.
    std::vector<Fetched> next_in_line() {
        std::vector<Fetched> batch;
        std::uint64_t bytes = 0;
        while (!waiting_.empty() && is_handled(waiting_.front().name)) waiting_.pop_front();
        for (auto next = waiting_.begin(); next != waiting_.end() && batch.size() < options_.batch_mails;) {
            const std::uint64_t cost = std::min<std::uint64_t>(next->size, options_.message_limit);
            if (!batch.empty() && bytes + cost > options_.batch_bytes) break;
            auto mail = is_handled(next->name) ? std::nullopt : fetch(*next);
            if (!mail) {
                next = waiting_.erase(next);
                continue;
            }
            bytes += mail->raw.size();
            batch.push_back(std::move(*mail));
            ++next;
        }
        return batch;
    }

    // What was handled lies in cur/, or in the other Maildir.
    bool is_put_away(Sub sub) const { return sub == Sub::cur && options_.move_to.empty(); }

    void put_away(const std::vector<Waiting>& places) {
        if (!options_.move_to.empty() && (!target_ || !target_->is_in_place()))
            target_.emplace(options_.move_to, Maildir::Missing::is_created);
        const Maildir& target = target_ ? *target_ : *maildir_;
        bool from_new = false;
        bool from_cur = false;
        for (const Waiting& place : places) {
            if (is_put_away(place.sub)) continue;
            (place.sub == Sub::new_ ? from_new : from_cur) = true;
            const bool has_flags = place.name.find(':') != std::string::npos;
            rename_new(maildir_->directory(place.sub), place.name, target.directory(Sub::cur),
                       has_flags ? place.name : place.name + ":2,");
        }
        if (from_new || from_cur) target.sync(Sub::cur);
        if (from_new) maildir_->sync(Sub::new_);
        if (from_cur) maildir_->sync(Sub::cur);
    }

    bool drain_watch() {
        alignas(inotify_event) char events[4096];
        bool any = false;
        while (read(watch_.number(), events, sizeof events) > 0) any = true;
        return any;
    }

    bool is_handled(std::string_view name) {
        const std::string unique(unique_part(name));
        if (done_.contains(unique)) return true;
        if (!handled_(unique)) return false;
        done_.insert(unique);
        return true;
    }

    void scan() {
        std::vector<Waiting> found;
        std::vector<Waiting> left;  // handled, but the daemon ended before they were put away
        std::unordered_set<std::string> still_done;
        for (const Sub sub : {Sub::new_, Sub::cur}) {
            maildir_->each_name(sub, [&](const char* name) {
                if (is_handled(name)) {
                    still_done.emplace(unique_part(name));
                    if (!is_put_away(sub)) left.push_back({0, name, sub, 0});
                    return;
                }
                struct stat entry {};
                if (fstatat(maildir_->directory(sub), name, &entry, AT_SYMLINK_NOFOLLOW) != 0) return;
                if (!S_ISREG(entry.st_mode) || may_be_filled_yet(entry)) return;
                found.push_back({entry.st_mtim.tv_sec, name, sub, static_cast<std::uint64_t>(entry.st_size),
                                 place_of(0, unique_part(name))});
            });
        }
        done_ = std::move(still_done);  // forgets what is no longer there
        std::sort(found.begin(), found.end());
        waiting_.assign(std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        put_away(left);
    }

    // A disk or a network file system may recover: what cannot be read now is not given up before some rounds have
    // failed. The mails beside it went on before this is thrown.
    [[noreturn]] void give_it_time() {
        const auto [name, error] = *unreadable_.begin();
        for (const auto& entry : unreadable_) ++failures_[entry.first];
        throw Trouble(Trouble::Scope::message, Trouble::Retry::later,
                      server_words("Maildir: cannot read " + name + ": " + std::strerror(error)));
    }

    // Whether to hand out the mail without its bytes: then the caller puts it aside.
    bool is_given_up(const std::string& unique, int error) {
        const auto failed = failures_.find(unique);
        if (failed != failures_.end() && failed->second >= kPatience) return true;
        unreadable_[unique] = error;
        return false;
    }

    std::optional<Fetched> fetch(const Waiting& place) {
        const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
        const Descriptor file(openat(maildir_->directory(place.sub), place.name.c_str(), flags));
        const int error = errno;
        if (!file && (error == ENOENT || error == ELOOP)) return std::nullopt;
        if (!file && (error == EMFILE || error == ENFILE || error == ENOMEM)) {
            maildir_trouble(Trouble::Retry::later, "cannot open " + place.name, error);
        }
        struct stat entry {};
        if (file && (fstat(file.number(), &entry) != 0 || !S_ISREG(entry.st_mode))) return std::nullopt;
        Fetched mail;
        mail.folder = options_.path;
        mail.uid = unique_part(place.name);
        mail.arrival = Instant(std::chrono::seconds(file ? entry.st_mtim.tv_sec : place.arrival));
        mail.size = file ? static_cast<std::uint64_t>(entry.st_size) : place.size;
        mail.oversize = mail.size > options_.message_limit;
        auto bytes =
            file ? read_file(file.number(), mail.oversize ? kHeaderLimit : options_.message_limit) : std::nullopt;
        if (!bytes) return is_given_up(mail.uid, file ? EIO : error) ? std::optional(std::move(mail)) : std::nullopt;
        failures_.erase(mail.uid);
        mail.raw = std::move(*bytes);
        if (mail.oversize) cut_to_header(mail.raw);
        return mail;
    }

    // Where the mail lies now: usually where it was, else somebody marked or moved it.
    std::optional<Waiting> find(const std::string& unique) const {
        for (const Waiting& place : waiting_) {
            if (unique_part(place.name) != unique) continue;
            if (faccessat(maildir_->directory(place.sub), place.name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0)
                return place;
            break;
        }
        std::optional<Waiting> found;
        for (const Sub sub : {Sub::new_, Sub::cur}) {
            maildir_->each_name(sub, [&](const char* name) {
                if (unique_part(name) == unique) found = Waiting{0, name, sub, 0};
            });
        }
        return found;
    }

    MaildirOptions options_;
    std::function<bool(std::string_view)> handled_;
    InterruptFlag interrupt_;
    std::optional<Maildir> maildir_;
    std::optional<Maildir> target_;
    Descriptor watch_;
    std::deque<Waiting> waiting_;            // from the last scan, oldest first
    std::unordered_set<std::string> done_;   // handled and still there: spares the question
    std::map<std::string, int> unreadable_;  // in this call: the unique part and why
    std::map<std::string, int> failures_;    // rounds in which it could not be read
};

}  // namespace

std::unique_ptr<Inbox> make_maildir_inbox(MaildirOptions options, std::function<bool(std::string_view)> handled) {
    return std::make_unique<MaildirInbox>(std::move(options), std::move(handled));
}

}  // namespace assentd
