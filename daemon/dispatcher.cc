// SPDX-License-Identifier: Apache-2.0
#include "daemon/dispatcher.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <utility>

#include "config/when.h"
#include "daemon/health.h"
#include "daemon/jitter.h"
#include "daemon/log.h"
#include "daemon/post.h"
#include "daemon/transaction.h"
#include "daemon/unsent.h"

namespace assentd {

constexpr auto longest_delay = std::chrono::hours(4);
// A power failure may make so many mails go twice, with their Message-ID; of a process that is killed, one.
constexpr std::size_t most_unsettled = 64;
constexpr auto longest_unsettled = std::chrono::seconds(1);

std::optional<Duration> retry_delay(int attempts) {
    // Greylisting passes within minutes; a broken server is repaired within a working day; five days is what mail
    // servers do.
    constexpr std::array<int, 6> minutes{1, 5, 15, 30, 60, 120};
    const auto i = static_cast<std::size_t>(std::max(1, attempts) - 1);
    if (i < minutes.size()) return std::chrono::minutes(minutes[i]);
    constexpr std::size_t hourly_attempts = 30;  // 30 x 4 h: five days
    if (i < minutes.size() + hourly_attempts) return longest_delay;
    return std::nullopt;
}

Dispatcher::Dispatcher(std::unique_ptr<Store> store, std::unique_ptr<Outlet> outlet, const Clock& clock,
                       std::int64_t rate_per_minute, std::function<void()> bounced)
    : store_(std::move(store)),
      outlet_(std::move(outlet)),
      clock_(clock),
      rate_per_minute_(rate_per_minute),
      bounced_(std::move(bounced)) {}

Dispatcher::~Dispatcher() {
    stop();
}

void Dispatcher::keep_rate() {
    if (rate_per_minute_ <= 0) return;
    const auto gap = std::chrono::milliseconds(60'000 / rate_per_minute_);
    const auto now = std::chrono::steady_clock::now();
    if (last_send_ && now - *last_send_ < gap) {
        std::unique_lock lock(mutex_);
        woken_.wait_for(lock, gap - (now - *last_send_), [this] { return stopping_.load(); });
    }
    last_send_ = std::chrono::steady_clock::now();
}

Dispatcher::Went Dispatcher::send(OutboxMail mail) {
    const auto result = outlet_->send({mail.envelope_from, mail.recipient, mail.bytes});
    ++unsettled_;
    if (result.delivery != Delivery::held) return note(mail, result);
    mail.bytes = {};
    held_.push_back(std::move(mail));
    return Went::on;
}

// Brings what was sent to the disk, ours and the outlet's, for many mails at once.
Dispatcher::Went Dispatcher::settle() {
    const std::vector<OutboxMail> held = std::exchange(held_, {});
    Went went = Went::on;
    outlet_->settle([&](std::size_t i, const DeliveryResult& result) {
        if (note(held.at(i), result) == Went::no_further) went = Went::no_further;
    });
    note_for_health();
    unsettled_ = 0;
    settled_ = std::chrono::steady_clock::now();
    return went;
}

Dispatcher::Went Dispatcher::note(const OutboxMail& mail, const DeliveryResult& result) {
    const Instant now = clock_.now();
    const auto note = [&](std::string_view state) {
        spdlog::info("event=send state={} notice={} record={} attempt={} code={} reply={}", state,
                     notice_for_all(mail.notice), mail.record, mail.attempts, result.code, quoted(result.reply));
    };
    const auto delay = retry_delay(mail.attempts);
    trouble_ = result.delivery == Delivery::trouble ? result.reply : std::string();
    failed_ = failed_ || result.delivery == Delivery::trouble;
    switch (result.delivery) {
        case Delivery::sent:
            store_->mark_sent(mail.row, result.reply, now);
            note("sent");
            trouble_delay_ = {};
            sent_ = true;
            return Went::on;
        case Delivery::refused:
            store_->mark_bounced(mail.row, result.reply, now);
            note("bounced");
            if (bounced_) bounced_();
            return Went::on;
        case Delivery::deferred:
        case Delivery::unknown:
            if (!delay) {
                store_->mark_bounced(mail.row, result.reply, now);
                note("given-up");
                if (bounced_) bounced_();
            } else if (result.delivery == Delivery::unknown) {
                store_->mark_unknown(mail.row, now + *delay, result.reply);
                note("unknown");
            } else {
                store_->mark_deferred(mail.row, now + *delay, result.reply);
                note("deferred");
            }
            return result.delivery == Delivery::unknown ? Went::no_further : Went::on;
        case Delivery::held:
        case Delivery::trouble:
            break;
    }
    // The server's fault, not the mail's: it waits with all the others, and its own attempts are not used up. It
    // keeps its place before them, unless it may be what the server stumbles over.
    if (!std::exchange(slowed_, true))
        trouble_delay_ = std::clamp(trouble_delay_ * 2, std::chrono::seconds(15), std::chrono::seconds(600));
    store_->mark_untried(mail.row, result.was_offered ? now + trouble_delay_ : mail.next_attempt, result.reply);
    note("server-trouble");
    return Went::no_further;
}

// Once for all that was sent, and not at all while nothing happens.
void Dispatcher::note_for_health() {
    if (!sent_ && !failed_ && trouble_ == told_) return;
    Transaction transaction(*store_);
    if (sent_) store_->set_value("last_send", instant_text(clock_.now()));
    if (failed_) count_failure(*store_, "outlet");
    store_->set_value("outlet_trouble", trouble_);
    store_->set_value("outlet_paused_until",
                      trouble_.empty() ? std::string() : instant_text(clock_.now() + trouble_delay_));
    transaction.commit();
    sent_ = failed_ = false;
    told_ = trouble_;
}

// Only what waited can have been overtaken, and what was asked in the very round that ended its decision.
bool Dispatcher::drop_if_moot(const OutboxMail& mail) {
    constexpr auto at_once = std::chrono::minutes(10);
    const bool waited = clock_.now() - mail.created >= at_once || mail.notice == name(NoticeKind::question);
    if (!waited || !is_moot(*store_, mail)) return false;
    store_->mark_dropped(mail.row);
    spdlog::info("event=send state=dropped notice={} record={} reason=\"it says nothing any more\"", mail.notice,
                 mail.record);
    return true;
}

void Dispatcher::send_due(bool& trouble) {
    while (!stopping_ && !trouble) {
        auto mail = store_->next_to_send(clock_.now());
        if (!mail) return;
        if (drop_if_moot(*mail)) continue;
        keep_rate();
        if (stopping_) return store_->mark_untried(mail->row, clock_.now(), "stopped before sending");
        trouble = send(std::move(*mail)) == Went::no_further;
        const bool enough =
            unsettled_ >= most_unsettled || std::chrono::steady_clock::now() - settled_ > longest_unsettled;
        if (!trouble && enough) trouble = settle() == Went::no_further;
    }
}

bool Dispatcher::run_due() {
    bool trouble = false;
    try {
        slowed_ = false;
        if (unsure_) {
            settle();
            // Nothing is on its way now: whatever is marked so did not come to its end.
            store_->recover_sending(clock_.now());
            unsure_ = false;
        }
        store_->recall_after(clock_.now() + longest_delay, clock_.now());
        settled_ = std::chrono::steady_clock::now();
        send_due(trouble);
        trouble = settle() == Went::no_further || trouble;
        outlet_->rest();
        store_->rest();
    } catch (const StorageError&) {
        unsure_ = true;
        throw;
    }
    return trouble;
}

void Dispatcher::start() {
    thread_ = std::thread([this] { loop(); });
}

void Dispatcher::loop() {
    while (!stopping_) {
        std::chrono::milliseconds wait = std::chrono::hours(1);
        bool trouble = true;
        try {
            trouble = run_due();
            if (const auto next = store_->next_send_time()) {
                const auto until = std::chrono::duration_cast<std::chrono::milliseconds>(*next - clock_.now());
                wait = std::clamp<std::chrono::milliseconds>(until, std::chrono::milliseconds(100), wait);
            }
            if (trouble) wait = std::max<std::chrono::milliseconds>(wait, with_jitter(trouble_delay_));
        } catch (const StorageError& error) {
            spdlog::error("event=outbox_trouble what={}", quoted(error.what()));
            wait = with_jitter(std::chrono::seconds(10));
        }
        rest(wait, trouble);
    }
}

void Dispatcher::rest(std::chrono::milliseconds wait, bool trouble) {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, wait, [&] { return urgent_ || stopping_ || (pending_ && !trouble); });
    pending_ = urgent_ = false;
}

void Dispatcher::wake() {
    {
        const std::lock_guard lock(mutex_);
        pending_ = true;
    }
    woken_.notify_one();
}

void Dispatcher::retry() {
    {
        const std::lock_guard lock(mutex_);
        urgent_ = true;
    }
    woken_.notify_one();
}

void Dispatcher::stop() {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_.exchange(true) && !thread_.joinable()) return;
    }
    outlet_->interrupt();
    woken_.notify_all();
    if (thread_.joinable()) thread_.join();
}

}  // namespace assentd
