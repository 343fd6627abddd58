// SPDX-License-Identifier: Apache-2.0
// Where mail comes from: an IMAP folder or a Maildir. An inbox hands out mails that were not handed out before, in
// order, and is told when they are committed. It keeps no memory of its own of what was handled: that is the cursor.
// One thread uses an inbox; only interrupt() may be called from another (and from a signal thread).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "decision/time.h"

namespace assentd {

struct Fetched {
    std::string folder;              // as the server names it
    std::uint32_t uid_validity = 0;  // Maildir: 0
    std::string uid;                 // decimal; Maildir: the unique part of the file name
    Instant arrival{};               // INTERNALDATE; Maildir: the file's mtime
    std::string raw;                 // as stored on the server; empty when the server could not produce it
    std::uint64_t size = 0;          // RFC822.SIZE: of the whole mail, also when raw is empty or only its header
    bool oversize = false;           // size > the limit: raw is the header only (at most 256 KiB)
};

// Where a mail stands among those of its folder that arrived in the same second, for by_numbers (decision/text.h): an
// IMAP server counts its UIDs up, and the name of a file in a Maildir has the time of the delivery, often with the
// microseconds.
std::string place_of(std::uint32_t uid_validity, std::string_view uid);
// By arrival, then by place.
bool came_before(const Fetched&, const Fetched&);

// What was handled so far in the folder. Another uid_validity than the server's means: begin again at the first UID.
// So does a UID that the server has yet to give out: the folder was put back to an earlier state.
struct Cursor {
    std::uint32_t uid_validity = 0;
    std::uint32_t last_uid = 0;
};

class Inbox {
  public:
    virtual ~Inbox() = default;

    // The next mails after the cursor, bounded in number and bytes; empty when there are none. An implementation may
    // already have asked the server for the batch after this one. Throws Trouble; the next call connects anew.
    virtual std::vector<Fetched> fetch_batch(const Cursor&) = 0;

    // One mail by its UID, whatever the cursor: its bytes did not come when it was handed out, and are wished for
    // again. Empty when it is no longer there. Throws Trouble.
    virtual std::vector<Fetched> fetch_again(std::uint32_t uid_validity, const std::string& uid) = 0;

    // The batch is committed: move or leave it, as configured. Losing the connection here loses nothing.
    virtual void mark_handled(const std::vector<Fetched>&) = 0;

    // Returns when there may be new mail (true), or after the timeout or interrupt() (false). IDLE where the server
    // has it, else sleeps for the poll interval. Throws Trouble.
    virtual bool wait(std::chrono::milliseconds timeout) = 0;

    // Ends a wait() or a blocking read in progress; sticky until the object is destroyed. Thread-safe.
    virtual void interrupt() = 0;

    // Connects and logs in, for `check-config --connect`. Throws Trouble with the server's words.
    virtual void probe() = 0;
};

// Access to a server. `secret` is called at each login, so that rotated passwords and refreshed tokens are picked up.
struct ServerAccess {
    std::string scheme;  // "imaps", "imap", "smtps", "smtp"
    std::string host;
    std::uint16_t port = 0;
    std::string user;    // empty: no login (SMTP only)
    std::string folder;  // IMAP, UTF-8; encoded for the wire by the adapter
    std::function<std::string()> secret;
    bool oauth2 = false;                  // the secret is a bearer token
    bool tls_required = true;             // false only for tls = "none"
    std::string ca_file;                  // empty: the system's
    std::function<void()> alive = [] {};  // called whenever bytes came: a slow line is no hang
    std::chrono::seconds connect_timeout{30};
    std::chrono::seconds read_timeout{60};  // for one answer or one block of one
};

struct ImapOptions {
    std::uint64_t message_limit = 64u << 20;  // larger ones are not fetched
    std::uint64_t batch_bytes = 8u << 20;
    std::size_t batch_mails = 1000;
    std::string move_to;  // folder, or empty: keep
    bool idle = true;
    std::chrono::seconds poll{60};
    std::chrono::seconds idle_renewal{28 * 60};  // servers may hang up after 30 minutes (RFC 2177)
};

std::unique_ptr<Inbox> make_imap_inbox(ServerAccess, ImapOptions);

// `handled` says whether a file with that unique name was committed before. Handled files go from new/ to cur/ (keep)
// or to another Maildir (`move_to`, a path).
struct MaildirOptions {
    std::string path;
    std::string move_to;
    std::uint64_t message_limit = 64u << 20;
    std::chrono::seconds poll{60};
    std::size_t batch_mails = 1000;
    std::uint64_t batch_bytes = 8u << 20;
};
std::unique_ptr<Inbox> make_maildir_inbox(MaildirOptions, std::function<bool(std::string_view unique_name)> handled);

}  // namespace assentd
