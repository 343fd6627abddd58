// SPDX-License-Identifier: Apache-2.0
// Any bytes give a Message whose strings are clean UTF-8, within the limits.
#include <cstdint>
#include <cstdlib>

#include "parsers/message.h"
#include "parsers/mime/charsets.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool clean(std::string_view s, bool body) {
    for (const char c : s) {
        const auto u = static_cast<unsigned char>(c);
        if (u < 0x20 && !(body && (c == '\n' || c == '\t'))) return false;
    }
    return assentd::is_utf8(s);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    assentd::Limits limits;
    limits.parts = 100;
    limits.addresses = 50;
    limits.references = 20;
    const assentd::Message m =
        assentd::read_message({reinterpret_cast<const char*>(data), size}, limits, {"decisions.example.org"});
    require(clean(m.text, true) && clean(m.subject, false) && m.text.size() <= limits.text_size);
    for (const auto* list : {&m.from, &m.to, &m.cc, &m.reply_to}) {
        require(list->size() <= limits.addresses);
        for (const auto& a : *list) require(clean(a.name, false) && clean(a.address, false) && !a.address.empty());
    }
    require(m.references.size() <= limits.references && m.attachments.size() <= limits.parts);
    for (const auto& id : m.references) require(clean(id, false) && id.front() == '<' && id.back() == '>');
    if (m.message_id) require(clean(*m.message_id, false));
    for (const auto& a : m.attachments) {
        require(clean(a.name, false) && clean(a.media_type, false) && a.sha256.size() == 64);
        require(a.name.find('/') == std::string::npos && a.name.size() <= 255);
    }
    for (const auto& b : m.bounced)
        require(clean(b.recipient, false) && clean(b.status, false) && clean(b.action, false));
    for (const auto& remark : m.remarks) require(clean(remark, false));
    require(clean(m.kind_reason, false));
    return 0;
}
