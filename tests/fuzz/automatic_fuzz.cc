// SPDX-License-Identifier: Apache-2.0
// Any bytes inside the frames that reports come in; the first byte chooses the frame. Whatever is recognised as no
// person's mail has no readings, and the recipients that it names are clean and bounded.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "parsers/mime/charsets.h"
#include "parsers/reading.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

struct Frame {
    std::string_view before;
    std::string_view after;
};
constexpr std::array frames{
    Frame{"From: MAILER-DAEMON@mx.example.org\r\nContent-Type: multipart/report; report-type=delivery-status; "
          "boundary=b\r\n\r\n--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n",
          "\r\n--b--\r\n"},
    Frame{"From: Mail Delivery System <MAILER-DAEMON@mx.example.org>\r\nSubject: Undelivered Mail Returned to "
          "Sender\r\n\r\n",
          ""},
    Frame{"From: postmaster@example.org\r\nX-Failed-Recipients: ana@example.org\r\nContent-Type: multipart/mixed; "
          "boundary=b\r\n\r\n--b\r\n\r\n",
          "\r\n--b--\r\n"},
    Frame{"From: abuse@example.org\r\nContent-Type: multipart/report; report-type=feedback-report; "
          "boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n",
          "\r\n--b--\r\n"},
    Frame{"From: ana@example.org\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n", ""},
    Frame{"From: ana@example.org\r\nAuto-Submitted: ", "\r\n\r\n+1\r\n"},
    Frame{"From: ana@example.org\r\nSubject: ", "\r\n\r\n+1\r\n"},
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const Frame& frame = frames[data[0] % frames.size()];
    std::string raw(frame.before);
    raw.append(reinterpret_cast<const char*>(data) + 1, size - 1).append(frame.after);
    const assentd::Message m = assentd::read_message(raw);
    const assentd::Interpretation in = assentd::interpret(m);
    const bool person = m.kind == assentd::MessageKind::human || m.kind == assentd::MessageKind::calendar_reply;
    require(person || (in.readings.empty() && in.verdict == assentd::ReadingVerdict::ignored));
    require(m.bounced.size() <= 500);
    for (const auto& b : m.bounced) {
        require(assentd::is_utf8(b.recipient) && b.recipient.size() <= 1000);
        require(b.status.empty() || b.status.find_first_not_of("0123456789.") == std::string::npos);
    }
    return 0;
}
