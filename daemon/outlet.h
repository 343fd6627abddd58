// SPDX-License-Identifier: Apache-2.0
// Where mail goes: an SMTP submission server or a Maildir. One recipient per transaction, so that each person's fate
// is known exactly. One thread uses an outlet; interrupt() may come from another.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "daemon/inbox.h"

namespace assentd {

struct OutgoingMail {
    std::string envelope_from;  // empty: the null reverse-path <>
    std::string recipient;      // local@domain; validated again here, refused when it could break the command line
    std::string bytes;  // the finished mail; LF or CRLF line ends, normalised to CRLF and dot-stuffed on the way
};

enum class Delivery {
    sent,      // the server took responsibility
    deferred,  // 4xx for this mail: try later
    refused,   // 5xx for this mail: not reached
    unknown,   // the connection was lost after the last byte and before the answer: it may or may not have been taken
    trouble,   // the server or the way to it failed before this mail was offered whole: says nothing about the mail
    held,      // on its way, with others: settle() tells what became of it
};

struct DeliveryResult {
    Delivery delivery = Delivery::trouble;
    int code = 0;             // the SMTP reply code, or 0
    std::string reply;        // the server's words, printable, one line
    bool was_offered = true;  // of trouble: the server may have met it because of this mail
};

class Outlet {
  public:
    virtual ~Outlet() = default;
    virtual DeliveryResult send(const OutgoingMail&) = 0;  // never throws for a server's behaviour
    // What became of the mails that were `held` since the last time, the first being 0. What is told to be
    // sent is safe from a power failure.
    using Told = std::function<void(std::size_t, const DeliveryResult&)>;
    virtual void settle(const Told&) {}
    virtual void rest() = 0;       // nothing more to send for now: says QUIT and closes
    virtual void interrupt() = 0;  // ends a send in progress (unknown or trouble, as it stood); sticky; thread-safe
    virtual void probe() = 0;      // connects, TLS, login; throws Trouble with the server's words
};

std::unique_ptr<Outlet> make_smtp_outlet(ServerAccess, std::string ehlo_name);
std::unique_ptr<Outlet> make_maildir_outlet(std::string path);

}  // namespace assentd
