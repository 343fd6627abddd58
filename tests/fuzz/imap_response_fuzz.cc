// SPDX-License-Identifier: Apache-2.0
// A hostile server's bytes, in pieces of any size: the reader ends in time, keeps no more than it may, throws nothing
// but Trouble, and cuts the same responses whatever the pieces were. The SMTP reply reader gets the same bytes.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "daemon/imap/folder_name.h"
#include "daemon/imap/imap_response.h"
#include "daemon/smtp/smtp_reply.h"
#include "daemon/smtp/smtp_text.h"
#include "daemon/trouble.h"
#include "daemon/wire/server_words.h"

namespace {

using assentd::Response;

void require(bool holds) {
    if (!holds) std::abort();
}

class Pieces : public assentd::ByteSource {
  public:
    Pieces(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}
    std::size_t read(char* into, std::size_t room) override {
        using assentd::Trouble;
        const std::size_t count = std::min({bytes_.size(), piece_, room});
        if (count == 0) throw Trouble(Trouble::Scope::server, Trouble::Retry::now, "end");
        std::memcpy(into, bytes_.data(), count);
        bytes_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view bytes_;
    std::size_t piece_;
};

// What was cut, written down so that two runs can be compared.
std::string transcript(std::string_view bytes, std::size_t piece, std::uint64_t keep) {
    Pieces source(bytes, piece);
    assentd::ResponseReader reader(source);
    std::string out;
    try {
        for (;;) {
            Response response = reader.next(keep);
            out += std::to_string(static_cast<int>(response.kind)) + response.tag + "|" + response.text + "\n";
            std::uint64_t kept = 0;
            for (const auto& literal : response.literals) {
                require(literal.bytes.size() <= literal.size);
                kept += literal.bytes.size();
                out += literal.bytes;
            }
            require(kept <= keep);
            require(response.text.size() <= assentd::ResponseReader::kLineLimit + 64);
            assentd::read_status(response.text);
            assentd::read_words(response.text);
            assentd::read_internal_date(response.text);
            if (const auto data = assentd::read_fetch(response)) {
                require(!data->uid || *data->uid != 0);
                out += data->body ? data->body->bytes : "no body";
            }
        }
    } catch (const assentd::Trouble&) {
        return out;
    }
}

void check_texts(std::string_view bytes) {
    for (const char c : assentd::server_words(bytes)) require(c >= 0x20 && c < 0x7F);
    if (const auto folder = assentd::quoted_folder(bytes)) {
        for (const char c : *folder) require(c >= 0x20 && c < 0x7F);
    }
    const std::string wire = assentd::dot_stuffed(bytes);
    require(wire == ".\r\n" || wire.find("\r\n.\r\n") == wire.size() - 5);
    require(wire.starts_with(".\r\n") == (wire.size() == 3));
    assentd::is_envelope_address(bytes);
    assentd::SmtpReplyReader replies;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const auto state = replies.feed(rest);
        if (state == assentd::SmtpReplyReader::State::garbage) break;
        if (state == assentd::SmtpReplyReader::State::whole) assentd::read_services({replies.take().text});
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::uint64_t keep = (data[0] & 1) != 0 ? 16 : 1 << 20;
    require(transcript(bytes, 1 + data[0] / 2u, keep) == transcript(bytes, size, keep));
    check_texts(bytes);
    return 0;
}
