// SPDX-License-Identifier: Apache-2.0
// `health`: how the daemon is doing (PRODUCT 10.4), for people and for programs.
#include <array>
#include <iostream>

#include <nlohmann/json.hpp>

#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/health.h"
#include "decision/text.h"
#include "storage/lock.h"

namespace assentd {

namespace {

using Json = nlohmann::ordered_json;

struct Report {
    Health health;
    bool sound = true;
    std::string disk_trouble;
    bool running = true;
    Instant now{};

    bool well() const {
        return sound && disk_trouble.empty() && health.inbox_trouble.empty() && health.outlet_trouble.empty();
    }
};

Json as_json(const Report& report) {
    const Health& health = report.health;
    const auto instant = [](const std::optional<Instant>& at) {
        return at ? Json(instant_text(*at)) : Json(nullptr);
    };
    const auto words = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"database", report.sound ? "ok" : "damaged"},
            {"disk_trouble", words(report.disk_trouble)},
            {"daemon", report.running ? "running" : "not running"},
            {"last_cycle", instant(health.last_cycle)},
            {"last_poll", instant(health.last_poll)},
            {"last_send", instant(health.last_send)},
            {"inbox_trouble", words(health.inbox_trouble)},
            {"outlet_trouble", words(health.outlet_trouble)},
            {"oldest_unhandled", instant(health.oldest_unhandled)},
            {"quarantined", health.quarantined},
            {"oldest_quarantined", instant(health.oldest_quarantined)},
            {"poison_attempts", health.attempts},
            {"outbox", health.outbox},
            {"oldest_unsent", instant(health.oldest_unsent)},
            {"next_send", instant(health.next_send)},
            {"open_decisions", health.open_decisions},
            {"drafts", health.drafts},
            {"failures", health.failures}};
}

std::string length_text(Duration length) {
    struct Unit {
        std::int64_t seconds;
        const char *one, *several;
    };
    constexpr std::array<Unit, 4> units{
        {{86'400, "day", "days"}, {3'600, "hour", "hours"}, {60, "minute", "minutes"}, {1, "second", "seconds"}}};
    for (const auto& unit : units)
        if (length.count() >= unit.seconds) return counted(length.count() / unit.seconds, unit.one, unit.several);
    return "0 seconds";
}

// "2026-12-01 09:00 UTC (2 hours ago)"
std::string when(const std::optional<Instant>& at, Instant now) {
    if (!at) return "never";
    const Duration past = now - *at;
    return utc_text(*at) + (past.count() < 0 ? " (in " + length_text(-past) : " (" + length_text(past) + " ago") +
           ')';
}

// "3 queued, 1 bounced": those that there are.
std::string counts_text(const std::map<std::string, std::int64_t>& counts) {
    std::string text;
    for (const auto& [what, n] : counts)
        if (n > 0) text += (text.empty() ? "" : ", ") + std::to_string(n) + ' ' + what;
    return text.empty() ? "none" : text;
}

std::string as_text(const Report& report) {
    const Health& health = report.health;
    const auto age = [&](const std::optional<Instant>& at) { return when(at, report.now); };
    std::string text;
    const auto line = [&](const char* what, const std::string& value) { text += what + (": " + value) + '\n'; };
    line("Daemon", report.running ? "running" : "not running");
    line("Database", report.sound ? "sound" : "DAMAGED: stop the daemon, keep the file, and restore a backup");
    if (!report.disk_trouble.empty()) line("Disk", "TROUBLE: " + report.disk_trouble);
    line("Inbox", (health.inbox_trouble.empty() ? "" : "TROUBLE: " + health.inbox_trouble + "; ") + "last read " +
                      age(health.last_poll));
    line("Outlet", (health.outlet_trouble.empty() ? "" : "TROUBLE: " + health.outlet_trouble + "; ") + "last sent " +
                       age(health.last_send));
    line("Oldest unhandled mail", health.oldest_unhandled ? age(health.oldest_unhandled) : "none");
    line("Quarantine", health.quarantined
                           ? counted(health.quarantined, "mail", "mails") + "; assentctl quarantine list says why"
                           : "empty");
    if (health.attempts > 1)
        line("Crashes", "the mails at hand stopped the program: attempt " + std::to_string(health.attempts));
    line("Outbox", counts_text(health.outbox) +
                       (health.oldest_unsent ? "; the oldest waits since " + age(health.oldest_unsent) : "") +
                       (health.next_send ? "; next attempt " + age(health.next_send) : ""));
    line("Decisions", std::to_string(health.open_decisions) + " open, " + counted(health.drafts, "draft", "drafts"));
    line("Last change", age(health.last_cycle));
    line("Failures so far", counts_text(health.failures));
    return text;
}

}  // namespace

int health_command(Context& context, bool json) {
    Store& store = context.reading();
    const std::string& state_dir = context.config().daemon.state_dir;
    const Report report{look_at(store), store.quick_check(), trouble_of_disk(state_dir),
                        lock_holder(state_dir).has_value(), context.now()};
    std::cout << (json ? as_json(report).dump(2) + '\n' : as_text(report));
    return report.well() ? exit_done : exit_difference;
}

}  // namespace assentd
