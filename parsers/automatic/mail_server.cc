// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic/mail_server.h"

#include <string>

#include "parsers/ascii.h"
#include "parsers/automatic/automatic_marks.h"
#include "parsers/automatic/automatic_patterns.h"
#include "parsers/automatic/bounce_text.h"
#include "parsers/automatic/own_opening.h"

namespace assentd {

namespace {

// Kinds that a mail server's own word or a machine-readable part has settled.
bool is_settled(const Message& m) {
    return m.kind == MessageKind::bounce || m.kind == MessageKind::delay || m.kind == MessageKind::feedback ||
           m.kind == MessageKind::loop || !m.bounced.empty();
}

bool is_away(const Message& m, const OwnOpening& opening) {
    const std::string note = opening.note();
    const bool words = !vacation_text(note).empty() || !acknowledgement_text(note).empty();
    return !vacation_subject(m.subject, true).empty() || (words && !opening.note_votes());
}

bool tells_of_delay(const Message& m, std::string_view words) {
    return !delay_subject(m.subject).empty() || !delay_phrase(words).empty();
}

}  // namespace

std::string_view local_part(std::string_view address) {
    return address.substr(0, address.rfind('@'));
}

bool sent_by_mail_server(const std::vector<Field>& fields, const std::vector<Address>& from) {
    if (from.size() == 1) return is_daemon_sender(local_part(from.front().address), from.front().name);
    const Field* field = find_field(fields, "From");
    return field && (begins_with(trimmed(field->value), "mailer-daemon") || trimmed(field->value) == "<>");
}

bool sent_with_null_path(const std::vector<Field>& fields) {
    const Field* path = find_field(fields, "Return-Path");
    if (!path) return false;
    const std::string_view value = trimmed(path->value);
    return value.empty() || value == "<>" || begins_with(value, "<mailer-daemon");
}

void read_at_envelope_sender(Message& m, bool by_person) {
    if (is_settled(m)) return;
    const OwnOpening opening(m.text);
    const bool server = sent_by_mail_server(m.fields, m.from);
    if (!server && is_away(m, opening)) return;
    const std::string_view words = report_words(server ? std::string_view(m.text) : opening.text());
    const bool delay = tells_of_delay(m, words);
    const bool nameless = !by_person && sent_with_null_path(m.fields) && automatic_mark(m.fields, m.from).empty();
    if (!server && !nameless && !delay && !is_report_subject(m.subject) && bounce_phrase(words).empty()) return;
    m.kind = delay ? MessageKind::delay : MessageKind::bounce;
    m.kind_reason = "a report, for it came to the envelope sender";
    m.bounced = bounced_in_text(words, {}, {});
    if (delay)
        for (auto& b : m.bounced) b.temporary = true;
}

}  // namespace assentd
