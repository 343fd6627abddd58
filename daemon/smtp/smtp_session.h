// SPDX-License-Identifier: Apache-2.0
// One connection to a submission server, in strict lockstep: one command, one reply.
//
// libcurl makes the connection and we speak MAIL, RCPT and DATA ourselves (CURLOPT_CONNECT_ONLY), because its easy
// SMTP hides what decides a mail's fate: it sends bare LF and undoubled dots, puts line breaks from addresses on the
// wire, goes on without a login when AUTH is not offered, reuses a connection on which an answer is still to come,
// and gives no way to DSN, BODY=8BITMIME or a reply's text. Commands are not pipelined: an assembly's mails are few,
// and in lockstep a reply can only belong to the command before it.
//
// Used by one thread. After an exception (Trouble) the session is of no more use: destroy it.
#pragma once

#include <string>
#include <string_view>

#include "daemon/outlet.h"
#include "daemon/smtp/smtp_reply.h"
#include "daemon/wire/curl_channel.h"

namespace assentd {

class SmtpSession {
  public:
    SmtpSession(const ServerAccess&, const std::string& ehlo_name, const InterruptFlag&);

    const SmtpServices& services() const { return services_; }
    SmtpReply command(std::string_view line);  // without CRLF
    void send_data(std::string_view bytes);
    SmtpReply final_reply();  // after the final dot: waits ten times as long (RFC 5321, 4.5.3.2.6)
    SmtpReply last_words();   // what lies there already, after a send failed
    // Nothing may have come before we speak: an early reply would be taken for the next command's.
    void expect_silence();
    void quit() noexcept;

  private:
    SmtpReply read(std::chrono::seconds patience);
    bool completes_a_reply(std::string_view bytes);

    ServerAccess access_;
    CurlChannel channel_;
    SmtpServices services_;
    SmtpReplyReader reader_;
    std::string early_;  // bytes after the end of a reply
};

}  // namespace assentd
