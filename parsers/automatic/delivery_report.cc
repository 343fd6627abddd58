// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic/delivery_report.h"

#include "parsers/ascii.h"
#include "parsers/automatic/bounce_text.h"
#include "parsers/mime/addresses.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/header_block.h"
#include "parsers/mime/message_ids.h"

namespace assentd {

namespace {

constexpr std::size_t most_recipients = 500;

BouncedRecipient read_group(const HeaderBlock& group) {
    BouncedRecipient b;
    for (const char* name : {"Final-Recipient", "Original-Recipient", "X-Actual-Recipient"}) {
        const std::string address = report_address(group.value(name));
        if (b.recipient.empty() ||
            (b.recipient.find('@') == std::string::npos && address.find('@') != std::string::npos))
            b.recipient = address;
    }
    const std::string original = report_address(group.value("Original-Recipient"));
    if (original.find('@') != std::string::npos && !same_word(original, b.recipient)) b.original = original;
    const std::string_view diagnostic = group.value("Diagnostic-Code");
    b.status = status_code(group.value("Status"), true);
    // "5.0.0" says no more than "failed"; the diagnosis often does.
    if (b.status.empty() || b.status.substr(1) == ".0.0")
        if (std::string better = status_code(diagnostic); !better.empty()) b.status = std::move(better);
    const std::string_view action = group.value("Action");
    b.action = clean_line(lower(action.substr(0, action.find_first_of(" \t(;"))));
    // What failed for good may say why it was put off until then: "4.4.7", the time was over.
    const bool transient = b.status.substr(0, 1) == "4" || (b.status.empty() && smtp_code(diagnostic) / 100 == 4);
    b.temporary = b.action == "delayed" || (b.action.empty() && transient);
    return b;
}

std::optional<std::string> id_in_header(std::string_view header, Remarks& remarks) {
    const HeaderBlock block = read_header(header, Limits{}, true, remarks);
    const auto ids = read_message_ids(block.value("Message-ID"), 1);
    return ids.empty() ? std::nullopt : std::optional(ids.front());
}

}  // namespace

std::string report_address(std::string_view value) {
    const std::size_t type = value.find(';');
    if (type != std::string_view::npos && value.substr(0, type).find('@') == std::string_view::npos)
        value.remove_prefix(type + 1);
    const auto addresses = addresses_in(value, 1);
    if (!addresses.empty()) return clean_line(addresses.front());
    value = trimmed(value);
    while (!value.empty() && (value.front() == '<' || value.front() == '"')) value.remove_prefix(1);
    return clean_line(value.substr(0, value.find_first_of("<>\" \t")));
}

void read_delivery_status(std::string_view body, std::vector<BouncedRecipient>& out, Remarks& remarks) {
    Limits limits;
    limits.fields = 100;
    while (!body.empty() && out.size() < most_recipients) {
        const std::size_t before = body.size();
        while (!body.empty() && is_space(body.front())) body.remove_prefix(1);
        if (body.empty()) break;
        const HeaderBlock group = read_header(body, limits, true, remarks);
        body.remove_prefix(std::min(group.body, body.size()));
        if (body.size() == before) break;
        BouncedRecipient b = read_group(group);
        if (!b.recipient.empty()) out.push_back(std::move(b));
    }
}

std::optional<std::string> returned_recipient(const MimeTree& tree) {
    Remarks nobody_asks;
    for (const Entity& e : tree.entities) {
        if (!e.is_attached_mail() || e.children.empty()) continue;
        const HeaderBlock& header = tree.entities[e.children.front()].header;
        const auto to = read_addresses(header.value("To"), 2, nobody_asks);
        if (to.size() == 1 && header.value("Cc").empty()) return to.front().address;
    }
    return {};
}

std::optional<std::string> returned_message_id(const MimeTree& tree) {
    Remarks nobody_asks;
    for (std::size_t i = 1; i < tree.entities.size(); ++i) {
        const Entity& e = tree.entities[i];
        if (e.is("message/disposition-notification")) {
            const HeaderBlock block = read_header(e.decoded_prefix(64 << 10), Limits{}, true, nobody_asks);
            const auto ids = read_message_ids(block.value("Original-Message-ID"), 1);
            if (!ids.empty()) return ids.front();
        }
        if (e.is_attached_mail() && !e.children.empty()) {
            const auto ids = read_message_ids(tree.entities[e.children.front()].header.value("Message-ID"), 1);
            if (!ids.empty()) return ids.front();
        }
        if (e.is("text/rfc822-headers") || e.is("text/rfc822-header") || e.is("message/rfc822-headers") ||
            e.is("message/global-headers"))
            if (auto id = id_in_header(e.decoded_prefix(256 << 10), nobody_asks)) return id;
    }
    return {};
}

}  // namespace assentd
