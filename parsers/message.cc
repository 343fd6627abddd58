// SPDX-License-Identifier: Apache-2.0
#include "parsers/message.h"

#include <algorithm>
#include <array>

#include "decision/names.h"
#include "parsers/ascii.h"
#include "parsers/automatic/automatic.h"
#include "parsers/mime/addresses.h"
#include "parsers/mime/body.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/dates.h"
#include "parsers/mime/encoded_words.h"
#include "parsers/mime/message_ids.h"
#include "parsers/mime/mime_tree.h"

namespace assentd {

namespace {

constexpr Names<MessageKind, 8> kinds{{{MessageKind::human, "human"},
                                       {MessageKind::auto_reply, "auto-reply"},
                                       {MessageKind::bounce, "bounce"},
                                       {MessageKind::delay, "delay"},
                                       {MessageKind::feedback, "feedback"},
                                       {MessageKind::read_receipt, "read-receipt"},
                                       {MessageKind::calendar_reply, "calendar-reply"},
                                       {MessageKind::loop, "loop"}}};

constexpr std::array delivered_to{"Delivered-To",  "X-Original-To",  "Envelope-To",
                                  "X-Envelope-To", "X-Forwarded-To", "Apparently-To"};

// Fields that RFC 5322 section 3.6 allows once, but for those whose ids are gathered from all.
constexpr std::array once{"From", "To", "Cc", "Reply-To", "Sender", "Date", "Subject", "Message-ID"};

void remark_duplicates(const HeaderBlock& header, Remarks& remarks) {
    for (const char* name : once) {
        const auto n = std::count_if(header.fields.begin(), header.fields.end(),
                                     [&](const Field& f) { return same_word(f.name, name); });
        if (n > 1) remarks.add(std::string("More than one ") + name + " field: the first was read");
    }
}

void read_addresses_of(const HeaderBlock& header, const Limits& limits, Message& m, Remarks& remarks) {
    const auto list = [&](std::string_view name) {
        return read_addresses(header.value(name), limits.addresses, remarks);
    };
    constexpr std::string_view scheme = "mailto:";  // programs that keep addresses as links write it
    // A second From field is not to be overlooked: whoever shows either to a person must not be believed on the
    // other.
    for (const auto& field : header.fields)
        if (same_word(field.name, "From") && m.from.size() < limits.addresses)
            for (auto& address : read_addresses(field.value, limits.addresses - m.from.size(), remarks)) {
                if (begins_with(address.address, scheme)) address.address.erase(0, scheme.size());
                m.from.push_back(std::move(address));
            }
    m.to = list("To");
    m.cc = list("Cc");
    m.reply_to = list("Reply-To");
    auto sender = list("Sender");
    if (!sender.empty()) m.sender = std::move(sender.front());

    const auto receive = [&](const std::string& address) {
        if (m.recipients.size() < limits.addresses) m.recipients.push_back(address);
    };
    for (const char* name : delivered_to)
        for (const auto& field : header.fields)
            if (same_word(field.name, name))
                for (const auto& address : read_addresses(field.value, limits.addresses, remarks))
                    receive(address.address);
    for (const auto& address : m.to) receive(address.address);
    for (const auto& address : m.cc) receive(address.address);
    std::vector<std::string> seen;
    if (m.recipients.size() < 100) {  // a readable list says each once; a long one is not worth the comparing
        for (auto& r : m.recipients)
            if (std::find(seen.begin(), seen.end(), r) == seen.end()) seen.push_back(std::move(r));
        m.recipients = std::move(seen);
    }
}

std::string all_values(const HeaderBlock& header, std::string_view name) {
    std::string out;
    for (const auto& field : header.fields)
        if (same_word(field.name, name)) out += (out.empty() ? "" : " ") + field.value;
    return out;
}

void read_ids(const HeaderBlock& header, const Limits& limits, Message& m) {
    for (const auto& field : header.fields) {
        if (!same_word(field.name, "Message-ID")) continue;
        auto ids = read_message_ids(field.value, 2);
        if (!ids.empty())
            m.message_id = std::move(ids.front());
        else if (!trimmed(field.value).empty())
            m.message_id = clean_line(utf8_prefix(trimmed(field.value), 998));
        if (m.message_id) break;
    }
    m.in_reply_to = read_message_ids(all_values(header, "In-Reply-To"), limits.references);
    m.references = read_message_ids(all_values(header, "References"), limits.references);
}

void read_top_header(const HeaderBlock& header, const Limits& limits, Message& m, Remarks& remarks) {
    remark_duplicates(header, remarks);
    read_addresses_of(header, limits, m, remarks);
    if (m.from.empty()) remarks.add("No sender: there is no From field with an address");
    read_ids(header, limits, m);
    m.subject = decode_words(header.value("Subject"), remarks);
    m.date = read_date(header.value("Date"));
    if (!m.date && header.find("Date")) remarks.add("The Date field is no date");
}

// Mail stored with CR alone as its line end (old Macs, broken tools).
std::string with_line_feeds(std::string_view raw) {
    std::string out(raw);
    std::replace(out.begin(), out.end(), '\r', '\n');
    return out;
}

}  // namespace

std::string_view name(MessageKind kind) {
    return name_in(kinds, kind);
}

const Field* find_field(const std::vector<Field>& fields, std::string_view field_name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return same_word(f.name, field_name); });
    return found == fields.end() ? nullptr : &*found;
}

Message read_message(std::string_view raw, const Limits& limits, const OwnIdentity& own) {
    Message m;
    Remarks remarks;
    m.size = raw.size();
    if (raw.size() > limits.message_size) {
        remarks.add("The mail is longer than " + std::to_string(limits.message_size) +
                    " bytes: its end was left out");
        raw = raw.substr(0, limits.message_size);
    }
    std::string fed;
    if (raw.find('\n') == std::string_view::npos && raw.find('\r') != std::string_view::npos) {
        fed = with_line_feeds(raw);
        raw = fed;
    }
    MimeTree tree = read_mime_tree(raw, limits, remarks);
    read_top_header(tree.root().header, limits, m, remarks);
    read_body(tree, limits, m, remarks);
    recognise_kind(tree, own, m, remarks);
    m.fields = std::move(tree.entities.front().header.fields);
    m.remarks = remarks.take();
    return m;
}

}  // namespace assentd
