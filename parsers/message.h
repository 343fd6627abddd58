// SPDX-License-Identifier: Apache-2.0
// One inbound mail, read: RFC 5322 header, MIME body as text, and what kind of mail it is. Reading never fails: any
// bytes give a Message and remarks, in time linear in their number and in bounded memory. No I/O, no globals,
// thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decision/time.h"

namespace assentd {

// All strings are UTF-8 without NUL or other C0 controls except LF and TAB in bodies.
struct Address {
    std::string name;     // display name, decoded; may be empty
    std::string address;  // local@domain as written
    bool operator==(const Address&) const = default;
};

struct Attachment {
    std::string name;        // last path component, decoded; may be empty
    std::string media_type;  // lower case, "type/subtype"
    std::uint64_t size = 0;  // decoded bytes
    std::string sha256;      // hex, of the decoded bytes
    bool embedded = false;   // shown within an HTML text, as a logo in a signature is
};

// One recipient that a delivery report speaks of (RFC 3464, or read from the text of reports that are not).
struct BouncedRecipient {
    std::string recipient;
    std::string status;  // "5.1.1", or empty
    std::string action;  // "failed", "delayed", "delivered", "relayed", "expanded", or empty
    bool temporary = false;
    std::string original;  // whom the mail was sent to, when the report says that `recipient` only stands behind them
};

// Only `human` mail can carry a vote. The order is no ranking.
enum class MessageKind { human, auto_reply, bounce, delay, feedback, read_receipt, calendar_reply, loop };
std::string_view name(MessageKind);  // "auto-reply", "read-receipt", … as in `assentctl parse --json`

// A header field as it stood, unfolded, value not decoded, at most Limits::field_size bytes. For trust decisions and
// explain.
struct Field {
    std::string name;
    std::string value;
};

// An OpenPGP signature and what it is for, raw: PGP/MIME (RFC 3156), or a clear-signed block in the text.
struct SignedPart {
    std::string bytes;         // with CRLF line ends; or the whole block, as its part was decoded
    std::string signature;     // empty for a block
    std::string content_type;  // of the part that a block was in, the field's value
};

// Held before anything is parsed; what is beyond is left out with a remark (PRODUCT 8.5).
struct Limits {
    std::size_t message_size = 64u << 20;
    std::size_t header_size = 256u << 10;  // of one entity
    std::size_t field_size = 64u << 10;
    std::size_t fields = 2000;
    std::size_t parts = 1000;
    std::size_t depth = 20;            // nesting of multiparts and attached messages
    std::size_t text_size = 1u << 20;  // readable body kept, bytes
    std::size_t addresses = 2000;      // per field
    std::size_t references = 200;
};

// Whom we are: how our own mail is recognised when it comes back (kind `loop`). Empty: nothing is.
struct OwnIdentity {
    std::string list_id;  // as we write it into List-Id, without brackets
};

struct Message {
    std::optional<std::string> message_id;  // "<…>" as sent; never invented
    std::vector<Address> from;              // all of them: a mail with other than one is trusted by nobody
    std::vector<Address> to;
    std::vector<Address> cc;
    std::vector<Address> reply_to;
    std::optional<Address> sender;
    // Where the mail was addressed or delivered to, most specific first: Delivered-To, X-Original-To, Envelope-To,
    // X-Envelope-To, X-Forwarded-To, then To, Cc. For finding our reply token.
    std::vector<std::string> recipients;
    std::string subject;
    std::optional<Instant> date;
    std::vector<std::string> in_reply_to;  // "<…>" each
    std::vector<std::string> references;   // oldest first
    std::vector<Field> fields;             // of the top header, in order

    MessageKind kind = MessageKind::human;
    std::string kind_reason;  // the mark that decided, for `explain`: "Auto-Submitted: auto-replied"

    // The readable body, LF line ends. HTML comes as its text, with quoted structure (blockquote, gmail_quote,
    // divRplyFwdMsg, …) turned into lines that start with "> ", so that there is one way to find quotes.
    std::string text;
    // The text of the HTML beside it, in the same form, where that does not begin with the same words; mostly empty.
    std::string html_version;
    std::optional<SignedPart> signed_part;  // the first one; whether the signature is good is not checked here

    std::vector<Attachment> attachments;
    std::vector<BouncedRecipient> bounced;
    // Of the mail that a bounce or report is about, when it is attached: its Message-ID and recipients.
    std::optional<std::string> reported_message_id;
    // text/calendar METHOD:REPLY: PARTSTAT of the attendee, upper case ("ACCEPTED"), when kind is calendar_reply.
    std::string calendar_partstat;
    std::vector<std::string> remarks;  // what was odd or left out, one sentence each
    std::uint64_t size = 0;            // raw bytes
};

Message read_message(std::string_view raw, const Limits& limits = {}, const OwnIdentity& own = {});

// The first field of that name (case-insensitive), or null.
const Field* find_field(const std::vector<Field>&, std::string_view field_name);
inline const Field* find_field(const Message& m, std::string_view field_name) {
    return find_field(m.fields, field_name);
}

}  // namespace assentd
