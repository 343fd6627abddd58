// SPDX-License-Identifier: Apache-2.0
// A connected, verified and logged-in byte channel to an IMAP or SMTP server. libcurl does the connection, TLS and
// SASL (CURLOPT_CONNECT_ONLY) and then hands over; the conversation after the login is the caller's.
//
// TLS is demanded, never tried: a server without it is refused before a name or password is sent, unless plain text
// was asked for by name. Passwords go by PLAIN or LOGIN (inside TLS), tokens by OAUTHBEARER or XOAUTH2 (RFC 7628).
//
// Owned and used by one thread. Every wait ends at its deadline or when the flag is set. The first channel makes the
// process ignore SIGPIPE, if nobody chose otherwise: TLS libraries write without MSG_NOSIGNAL.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/inbox.h"
#include "daemon/trouble.h"
#include "daemon/wire/interrupt_flag.h"

namespace assentd {

using SteadyClock = std::chrono::steady_clock;

class CurlChannel {
  public:
    // Connects and logs in; `path` is the URL's (for SMTP the name to say EHLO with). Throws Trouble: a certificate
    // or missing TLS = never, a refused login or an unreachable server = later.
    CurlChannel(const ServerAccess&, const std::string& path, const InterruptFlag&);
    ~CurlChannel();
    CurlChannel(const CurlChannel&) = delete;
    CurlChannel& operator=(const CurlChannel&) = delete;

    // What the server said until the login was through, the newest last. The bytes that came in the same read as the
    // answer to the login are lost (libcurl 7.88), so the first thing to say is a NOOP.
    const std::vector<std::string>& login_lines() const { return lines_; }

    // All of it, or Trouble.
    void send(std::string_view, SteadyClock::time_point deadline);
    // At least one byte, or 0 at the deadline (which may have passed: then only what is there). Trouble at the end.
    std::size_t receive(char* into, std::size_t room, SteadyClock::time_point deadline);
    // Sends what fits without waiting, for the last words before closing.
    void send_parting(std::string_view) noexcept;

    const std::string& peer() const { return peer_; }  // "imaps://host:993", for messages
    [[noreturn]] void fail(Trouble::Retry, const std::string& what) const;

  private:
    enum class LoginBy { sasl, whatever };
    CURLcode open(const ServerAccess&, const std::string& path, const std::string& secret, LoginBy);
    bool offers_only_the_login_command(const ServerAccess&) const;
    template <typename Value>
    void set(CURLoption, Value);
    void set_options(const ServerAccess&, const std::string& path);
    void set_login(const ServerAccess&, const std::string& secret, LoginBy);
    CURLcode connect(SteadyClock::time_point deadline);
    [[noreturn]] void refuse(CURLcode, const std::string& secret, const ServerAccess&) const;
    bool await(short events, SteadyClock::time_point deadline) const;
    void close() noexcept;
    static std::size_t keep_line(char* bytes, std::size_t size, std::size_t count, void* self) noexcept;

    const InterruptFlag& interrupt_;
    std::function<void()> alive_;
    std::string peer_;
    std::vector<std::string> lines_;
    char error_[CURL_ERROR_SIZE] = {};
    CURL* easy_ = nullptr;
    CURLM* multi_ = nullptr;
    curl_socket_t socket_ = CURL_SOCKET_BAD;
};

}  // namespace assentd
