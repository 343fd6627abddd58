// SPDX-License-Identifier: Apache-2.0
// SMTP replies (RFC 5321, section 4.2): strict framing, bounded, and what the service extensions in an EHLO reply
// are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assentd {

struct SmtpReply {
    int code = 0;
    std::string text;  // the lines' texts, joined by blanks
    int kind() const { return code / 100; }
};

// Takes bytes as they come and gives a reply once it is whole. Never throws.
class SmtpReplyReader {
  public:
    static constexpr std::size_t kLineLimit = 2048;
    static constexpr std::size_t kLineCount = 100;

    enum class State { more, whole, garbage };
    // Consumes from `bytes` up to the end of the reply. After `whole`, take() gives it and the reader begins anew.
    State feed(std::string_view& bytes);
    SmtpReply take();
    bool is_between_replies() const { return line_.empty() && lines_ == 0; }

  private:
    State end_line();
    std::string line_;
    std::size_t lines_ = 0;
    SmtpReply reply_;
};

// What the server offers, from the lines of the last EHLO reply; whether it let us in.
struct SmtpServices {
    bool logged_in = false;  // 235 was seen
    bool eight_bit = false;
    bool smtp_utf8 = false;
    bool dsn = false;
    bool size = false;
    std::uint64_t size_limit = 0;  // 0: none stated
};
SmtpServices read_services(const std::vector<std::string>& login_lines);

}  // namespace assentd
