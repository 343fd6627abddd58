// SPDX-License-Identifier: Apache-2.0
// The configuration: one TOML file (with includes) read into plain values, checked as a whole. Loading never throws;
// a faulty file gives every error found, each with its place, and no Config. Contents follow assentd.conf(5).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "config/calendar.h"
#include "config/when.h"
#include "decision/policy.h"
#include "decision/vouchers.h"

namespace assentd {

struct ConfigError {
    std::string file;
    std::uint32_t line = 0;    // from 1; 0: the file as a whole
    std::uint32_t column = 0;  // from 1
    std::string what;          // "unknown key “perod”"
    std::string allowed;       // "did you mean “period”?" or "one of: cast, present, eligible"
};
std::string to_string(const ConfigError&);  // FILE:LINE:COLUMN: what; what is allowed

struct DaemonConfig {
    std::string state_dir;  // absolute
    std::string log_level = "info";
    std::string time_zone = "UTC";
    std::string language = "en";
    std::string metrics_file;  // absolute; empty: none
};

// One server or Maildir. Secrets are named here, never held.
struct ServerConfig {
    std::string scheme;  // "imaps", "imap", "smtps", "smtp", "maildir"
    std::string user;    // percent-decoded
    std::string host;
    std::uint16_t port = 0;
    std::string path;  // IMAP folder (UTF-8, "INBOX" by default) or Maildir (absolute)
    std::string password_file;
    std::string password_command;
    std::string oauth2;  // name of an [oauth2.NAME]
    bool tls_required = true;
    std::string ca_file;
    bool operator==(const ServerConfig&) const = default;
};

struct InboxConfig {
    ServerConfig server;
    Duration poll{60};
    bool idle = true;
    std::string move_to;  // IMAP folder or Maildir (absolute); empty: keep
};

struct OutletConfig {
    ServerConfig server;
    std::int64_t rate_per_minute = 0;  // 0: no limit
    bool operator==(const OutletConfig&) const = default;
};

struct MailConfig {
    std::string address;                        // decisions@example.org
    std::vector<std::string> former_addresses;  // of ours, lower case: what comes to them is read as if to `address`
    std::string display_name = "Decisions";
    bool subaddress = true;
    std::string from_domain;  // of Message-IDs; by default the address's
    Vouchers vouchers;
};

struct PersonConfig {
    std::string name;
    std::vector<std::string> addresses;  // lower case, the first is where we write
    std::string language;
    std::string openpgp;         // fingerprint of the primary key: 40 (or 64) upper-case hex digits; may be empty
    std::string openpgp_key;     // file with that key, absolute
    Calendar calendar;           // the person's, over the organisation's
    std::vector<Interval> away;  // the calendar's times away as instants, ascending
};

struct PolicyConfig {
    Policy rules;
    Span period;                      // "5 working days", "72 hours"
    std::vector<std::string> voters;  // addresses or "group:NAME"; empty: everybody
    std::vector<std::string> advisory;
    std::vector<std::string> proposers;  // empty: everybody
    std::vector<std::string> facilitators;
    std::string decider;
    std::optional<std::vector<std::string>> head_lines;  // that a proposal may have beside Policy; nothing: all
    std::vector<std::string> required_sections;
    std::vector<std::string> subject_tags;                                 // without brackets, lower case
    std::vector<Threshold> reminder_shares{{1, 2, false}, {4, 5, false}};  // of the period's working time
    std::optional<Span> reminder_before_close = Span{1, SpanUnit::working_day};
    std::map<std::string, std::int64_t> weights;     // of voters by their first address, in millionths of a vote
    Span amend_period{1, SpanUnit::working_day};     // after an amendment the close is at least this much later
    Duration min_working_time{};                     // every participant's own, between opening and close; 0: none
    Span min_working_time_limit{4, SpanUnit::week};  // from the opening: no later close for its sake
    std::optional<Span> review;                      // after the close, unless the proposal says otherwise
    std::string description;                         // for the handbook
    bool is_preset = true;                           // as it comes; false: the admin's
};

struct LimitsConfig {
    std::uint64_t message_size = 64u << 20;
    std::uint64_t parts = 1000;
    std::uint64_t depth = 20;
    std::uint64_t header_size = 256u << 10;
    std::uint64_t answers_per_day = 20;    // mails to one address in one day, invitations and outcomes aside
    std::uint64_t drafts_per_person = 20;  // proposals that are not open yet
    std::uint64_t drafts = 1000;           // of all people
    std::uint64_t text_size = 1u << 20;
    Duration connect_timeout{30};  // to a server, with TLS and login
    Duration answer_timeout{60};   // for one answer of a server, or a block of one
};

struct OAuth2Config {
    std::string token_endpoint;
    std::string client_id;
    std::string client_secret_file;
    std::string refresh_token_file;
    std::string scope;
};

struct Config {
    DaemonConfig daemon;
    InboxConfig inbox;
    OutletConfig outlet;
    MailConfig mail;
    Calendar calendar;  // the organisation's
    std::vector<PersonConfig> people;
    std::map<std::string, std::vector<std::string>> groups;  // members resolved to addresses (lower case), no nesting
    std::map<std::string, PolicyConfig> policies;            // the admin's and every preset not redefined
    std::string default_policy = "consent";                  // [daemon] default_policy
    bool is_replay = false;     // of an archive under one policy: every name of one means it, and people who are not
                                // known are not asked
    std::string templates_dir;  // [mail] templates; empty: the built-in ones
    LimitsConfig limits;
    std::map<std::string, OAuth2Config> oauth2;
    std::vector<std::string> files;  // all that were read, absolute
};

std::variant<Config, std::vector<ConfigError>> load_config(const std::string& path);
// The same from text, for tests; `path` is only used in errors and for relative paths.
std::variant<Config, std::vector<ConfigError>> load_config_text(std::string_view text, const std::string& path);

const PersonConfig* find_person(const Config&, std::string_view address);  // any case, any of their addresses
// People of a list of addresses and "group:NAME", each once, in order. Empty list: everybody.
std::vector<const PersonConfig*> resolve_people(const Config&, const std::vector<std::string>& list);

// `close`, or later: when each of them had the policy's min_working_time of their own since `from`, absences known
// now left out, but never beyond its limit (PRODUCT 4.2).
Instant fair_close(const PolicyConfig&, const std::vector<const PersonConfig*>&, const Calendar& organisation,
                   Instant from, Instant close);

// The policy's reminder before the close, for somebody with that calendar: in working time if it is told in such,
// else by the clock, unless they do not work between then and the close. `working` is theirs from the opening to the
// close. Nothing when that is before the opening.
std::optional<Instant> last_reminder(const Calendar&, Span before, const std::vector<Interval>& working, Instant from,
                                     Instant close);

// Shares as people write them: "> 1/2", ">= 2/3", "more than half", "two thirds", "3:1" (at least three for each one
// against); a quorum is also a count. Nothing when it cannot be understood.
std::optional<Threshold> read_threshold(std::string_view);
std::optional<Quorum> read_quorum(std::string_view);
// "3*sqrt(n)/2", n being the number of voters, or a count.
std::optional<InFavour> read_in_favour(std::string_view);

}  // namespace assentd
