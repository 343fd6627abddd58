// SPDX-License-Identifier: Apache-2.0
#include "daemon/smtp/smtp_session.h"

#include <algorithm>
#include <array>
#include <utility>

#include "daemon/smtp/smtp_text.h"
#include "daemon/wire/server_words.h"

namespace assentd {
namespace {

const std::string& checked(const std::string& ehlo_name) {
    if (!is_ehlo_name(ehlo_name)) {
        throw Trouble(Trouble::Scope::server, Trouble::Retry::never,
                      "not a name to say EHLO with: " + server_words(ehlo_name));
    }
    return ehlo_name;
}

}  // namespace

SmtpSession::SmtpSession(const ServerAccess& access, const std::string& ehlo_name, const InterruptFlag& interrupt)
    : access_(access),
      channel_(access, checked(ehlo_name), interrupt),
      services_(read_services(channel_.login_lines())) {
    if (!access.user.empty() && !services_.logged_in) {
        channel_.fail(Trouble::Retry::never, "the server offers no login; nothing is sent without one");
    }
    // Shows that replies and commands are in step, whatever libcurl read and lost.
    const SmtpReply reply = command("NOOP");
    if (reply.kind() != 2) channel_.fail(Trouble::Retry::later, "NOOP refused: " + server_words(reply.text));
}

// Whether a reply is whole with these bytes; what is beyond it came early.
bool SmtpSession::completes_a_reply(std::string_view bytes) {
    const auto state = reader_.feed(bytes);
    if (state == SmtpReplyReader::State::garbage) {
        channel_.fail(Trouble::Retry::later, "the server's answer is not SMTP");
    }
    if (state == SmtpReplyReader::State::whole) early_ = bytes;
    return state == SmtpReplyReader::State::whole;
}

SmtpReply SmtpSession::read(std::chrono::seconds patience) {
    const auto deadline = SteadyClock::now() + patience;
    if (completes_a_reply(std::exchange(early_, {}))) return reader_.take();
    std::array<char, 4096> buffer{};
    for (;;) {
        const std::size_t got = channel_.receive(buffer.data(), buffer.size(), deadline);
        if (got == 0) channel_.fail(Trouble::Retry::later, "no answer in time");
        if (completes_a_reply({buffer.data(), got})) return reader_.take();
        if (SteadyClock::now() > deadline) channel_.fail(Trouble::Retry::later, "an answer without end");
    }
}

void SmtpSession::expect_silence() {
    std::array<char, 512> buffer{};
    const std::size_t got = early_.empty() ? channel_.receive(buffer.data(), buffer.size(), SteadyClock::now()) : 0;
    early_.append(buffer.data(), got);
    if (early_.empty()) return;
    if (early_.starts_with("421")) channel_.fail(Trouble::Retry::now, "the server closes: " + server_words(early_));
    channel_.fail(Trouble::Retry::later, "the server spoke out of turn");
}

SmtpReply SmtpSession::command(std::string_view line) {
    expect_silence();
    channel_.send(std::string(line) + "\r\n", SteadyClock::now() + access_.read_timeout);
    return read(access_.read_timeout);
}

void SmtpSession::send_data(std::string_view bytes) {
    // Block by block, so that a long mail has time and a stalled server does not.
    constexpr std::size_t block = 64 * 1024;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(block, bytes.size()))) {
        channel_.send(bytes.substr(0, block), SteadyClock::now() + access_.read_timeout);
    }
}

SmtpReply SmtpSession::final_reply() {
    return read(access_.read_timeout * 10);
}

SmtpReply SmtpSession::last_words() {
    return read(std::chrono::seconds(0));
}

void SmtpSession::quit() noexcept {
    channel_.send_parting("QUIT\r\n");
}

}  // namespace assentd
