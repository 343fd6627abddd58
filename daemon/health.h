// SPDX-License-Identifier: Apache-2.0
// How the daemon is doing (PRODUCT 10.4), from its database alone: for `assentctl health` and for a metrics file that
// a monitoring system collects. Numbers and instants only, and the servers' own words; no mail, no address.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "decision/time.h"
#include "storage/store.h"

namespace assentd {

struct Health {
    std::optional<Instant> last_cycle;  // that changed something
    std::optional<Instant> last_poll;   // the inbox was read to its end
    std::optional<Instant> last_send;
    std::string inbox_trouble;   // now; empty: none
    std::string outlet_trouble;  // when it was last tried; empty: none
    std::int64_t quarantined = 0;
    std::optional<Instant> oldest_quarantined;
    std::optional<Instant> oldest_unhandled;     // in quarantine, or fetched and not recorded yet
    int attempts = 0;                            // at the mails at hand; more than one: they stopped the program
    std::map<std::string, std::int64_t> outbox;  // by state, all but sent and dropped
    std::optional<Instant> oldest_unsent;        // of those that still wait
    std::optional<Instant> next_send;
    std::int64_t open_decisions = 0;
    std::int64_t drafts = 0;
    std::map<std::string, std::int64_t> failures;  // by kind, since the database was made
};

Health look_at(Store&);

// Until then nothing is sent: the server asked for it, or failed. It may be over. Nothing: there was no pause.
std::optional<Instant> outlet_paused_until(Store&);

// What keeps anything from being recorded there: no room left, or nothing may be written. Empty: nothing.
std::string trouble_of_disk(const std::string& state_dir);

// In the text format of Prometheus. `up`: whether the daemon goes on after this.
std::string metrics_text(const Health&, Instant now, bool up = true);

// Writes the metrics now and then, whole or not at all.
class MetricsFile {
  public:
    explicit MetricsFile(std::string path) : path_(std::move(path)) {}
    // At most every ten seconds; does nothing without a path. A failure is logged and costs nothing else.
    void renew(Store&, Instant now);
    // The last one, before the program ends.
    void end(Store&, Instant now);

  private:
    void write(const std::string& text) const;

    std::string path_;
    std::optional<std::chrono::steady_clock::time_point> written_;
};

// One more failure of that kind. Inside a transaction.
void count_failure(Store&, const std::string& kind);

}  // namespace assentd
