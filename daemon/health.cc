// SPDX-License-Identifier: Apache-2.0
#include "daemon/health.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>

#include "config/when.h"
#include "daemon/log.h"

namespace assentd {

namespace {

std::optional<Instant> instant_in(Store& store, const char* key) {
    const auto read = read_instant(store.value(key).value_or(""));
    const auto* instant = std::get_if<Instant>(&read);
    return instant ? std::optional(*instant) : std::nullopt;
}

std::int64_t number_in(Store& store, const std::string& key) {
    const std::string text = store.value(key).value_or("0");
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void look_at_outbox(Store& store, Health& health) {
    for (const OutboxState state : {OutboxState::queued, OutboxState::sending, OutboxState::deferred,
                                    OutboxState::unknown, OutboxState::bounced}) {
        const auto mails = store.outbox(state);
        health.outbox[std::string(name(state))] = static_cast<std::int64_t>(mails.size());
        if (state == OutboxState::bounced) continue;
        for (const auto& mail : mails)
            health.oldest_unsent = std::min(health.oldest_unsent.value_or(mail.created), mail.created);
    }
}

// One metric with its help; values with their labels, "" for none.
class Metrics {
  public:
    void metric(const char* metric_name, const char* type, const char* help) {
        name_ = metric_name;
        out_ += fmt::format("# HELP assentd_{} {}\n# TYPE assentd_{} {}\n", name_, help, name_, type);
    }
    void value(const std::string& labels, std::int64_t number) {
        out_ += fmt::format("assentd_{}{} {}\n", name_, labels, number);
    }
    void gauge(const char* metric_name, const char* help, std::int64_t number) {
        metric(metric_name, "gauge", help);
        value({}, number);
    }
    // Nothing at all while there is no such instant: an absent metric is easier to tell from zero than a zero.
    void instant(const char* metric_name, const char* help, const std::optional<Instant>& at) {
        if (at) gauge(metric_name, help, at->time_since_epoch().count());
    }
    std::string take() { return std::move(out_); }

  private:
    std::string name_;
    std::string out_;
};

std::int64_t age(const std::optional<Instant>& since, Instant now) {
    return since ? std::max<std::int64_t>(0, (now - *since).count()) : 0;
}

}  // namespace

std::optional<Instant> outlet_paused_until(Store& store) {
    return instant_in(store, "outlet_paused_until");
}

Health look_at(Store& store) {
    Health health;
    health.last_cycle = instant_in(store, "last_instant");
    health.last_poll = instant_in(store, "last_poll");
    health.last_send = instant_in(store, "last_send");
    health.inbox_trouble = store.value("inbox_trouble").value_or("");
    health.outlet_trouble = store.value("outlet_trouble").value_or("");
    const auto aside = store.mails_in_state(MailState::quarantined);
    health.quarantined = static_cast<std::int64_t>(aside.size());
    for (const auto& mail : aside)
        health.oldest_quarantined = std::min(health.oldest_quarantined.value_or(mail.arrival), mail.arrival);
    health.oldest_unhandled = health.oldest_quarantined;
    if (const auto attempt = store.last_attempt()) {
        health.attempts = attempt->count;
        if (attempt->oldest != Instant{})
            health.oldest_unhandled = std::min(health.oldest_unhandled.value_or(attempt->oldest), attempt->oldest);
    }
    look_at_outbox(store, health);
    health.next_send = store.next_send_time();
    if (const auto paused = outlet_paused_until(store); health.next_send && paused)
        health.next_send = std::max(*health.next_send, *paused);
    for (const auto& summary : store.summaries()) {
        health.open_decisions += summary.state == State::open ? 1 : 0;
        health.drafts += summary.state == State::draft ? 1 : 0;
    }
    for (const char* kind : {"inbox", "outlet"})
        health.failures[kind] = number_in(store, std::string("failures/") + kind);
    health.failures["bounced"] = health.outbox["bounced"];
    health.failures["quarantined"] =
        health.quarantined + static_cast<std::int64_t>(store.mails_in_state(MailState::released).size() +
                                                       store.mails_in_state(MailState::dropped).size());
    return health;
}

std::string trouble_of_disk(const std::string& state_dir) {
    constexpr std::uint64_t least = 1U << 20;  // bytes; a batch of mails needs as much
    struct statvfs disk {};
    if (::statvfs(state_dir.c_str(), &disk) != 0) return std::generic_category().message(errno);
    if ((disk.f_flag & ST_RDONLY) != 0) return "nothing can be written to it";
    const std::uint64_t room = std::uint64_t{disk.f_bavail} * disk.f_frsize;
    return room < least ? fmt::format("it is full: {} kB are left", room / 1024) : std::string();
}

std::string metrics_text(const Health& health, Instant now, bool up) {
    Metrics text;
    text.gauge("up", "Whether assentd runs; 0: it ended. Killed, it leaves 1 and a time that gets old.", up);
    text.instant("metrics_timestamp_seconds", "When this was written.", now);
    text.gauge("inbox_up", "Whether the inbox could be read when it was last tried.", health.inbox_trouble.empty());
    text.gauge("outlet_up", "Whether the outlet took mail when it was last tried.", health.outlet_trouble.empty());
    text.instant("last_cycle_timestamp_seconds", "When something last changed.", health.last_cycle);
    text.instant("last_poll_timestamp_seconds", "When the inbox was last read to its end.", health.last_poll);
    text.instant("last_send_timestamp_seconds", "When a mail was last sent.", health.last_send);
    text.gauge("oldest_unhandled_seconds",
               "Age of the oldest mail that is in quarantine, or fetched and not recorded yet; 0: none.",
               age(health.oldest_unhandled, now));
    text.gauge("quarantined_mails", "Mails that could not be handled.", health.quarantined);
    text.gauge("poison_attempts", "Attempts at the mails at hand; more than 1: they stopped the program.",
               health.attempts);
    text.metric("outbox_mails", "gauge", "Mails that wait to be sent, or bounced, by state.");
    for (const auto& [state, count] : health.outbox) text.value("{state=\"" + state + "\"}", count);
    text.gauge("oldest_unsent_seconds", "Age of the oldest mail that waits to be sent; 0: none.",
               age(health.oldest_unsent, now));
    text.gauge("open_decisions", "Decisions that are open.", health.open_decisions);
    text.gauge("drafts", "Proposals that wait for their proposer, a confirmation or seconds.", health.drafts);
    text.metric("failures_total", "counter", "Failures by kind.");
    for (const auto& [kind, count] : health.failures) text.value("{kind=\"" + kind + "\"}", count);
    return text.take();
}

void MetricsFile::renew(Store& store, Instant now) {
    const auto clock = std::chrono::steady_clock::now();
    if (path_.empty() || (written_ && clock - *written_ < std::chrono::seconds(10))) return;
    written_ = clock;
    write(metrics_text(look_at(store), now));
}

void MetricsFile::end(Store& store, Instant now) {
    if (!path_.empty()) write(metrics_text(look_at(store), now, false));
}

void MetricsFile::write(const std::string& text) const {
    const std::string fresh = path_ + ".new";
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    // Readable by all: whoever collects it is not us, and it holds nobody's mail.
    if (!file || ::chmod(fresh.c_str(), 0644) != 0 || std::rename(fresh.c_str(), path_.c_str()) != 0)
        spdlog::warn("event=metrics_trouble path={} what={}", quoted(path_),
                     quoted(std::generic_category().message(errno)));
}

void count_failure(Store& store, const std::string& kind) {
    const std::string key = "failures/" + kind;
    store.set_value(key, std::to_string(number_in(store, key) + 1));
}

}  // namespace assentd
