// SPDX-License-Identifier: Apache-2.0
#include "daemon/wire/curl_channel.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <mutex>

#include "daemon/wire/server_words.h"

namespace assentd {
namespace {

constexpr std::size_t kLinesKept = 100;
constexpr std::size_t kLineKept = 1000;

void prepare_process() {
    static std::once_flag once;
    std::call_once(once, [] {
        curl_global_init(CURL_GLOBAL_DEFAULT);
        struct sigaction now {};
        if (sigaction(SIGPIPE, nullptr, &now) == 0 && now.sa_handler == SIG_DFL) std::signal(SIGPIPE, SIG_IGN);
    });
}

std::string url_host(const std::string& host) {
    const bool clean = !host.empty() && host.find_first_of("/@?#\\\"'<>%{}|^`") == std::string::npos &&
                       std::none_of(host.begin(), host.end(), [](unsigned char c) { return c <= 0x20 || c == 0x7F; });
    if (!clean) {
        throw Trouble(Trouble::Scope::server, Trouble::Retry::never, "not a host name: " + server_words(host));
    }
    const bool bare_v6 = host.find(':') != std::string::npos && host.front() != '[';
    return bare_v6 ? "[" + host + "]" : host;
}

int milliseconds_until(SteadyClock::time_point deadline) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 3'600'000));
}

Trouble::Retry retry_after(CURLcode code) {
    switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_USE_SSL_FAILED:
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_NOT_BUILT_IN:
            return Trouble::Retry::never;
        default:
            return Trouble::Retry::later;
    }
}

}  // namespace

CurlChannel::CurlChannel(const ServerAccess& access, const std::string& path, const InterruptFlag& interrupt)
    : interrupt_(interrupt),
      alive_(access.alive),
      peer_(access.scheme + "://" + url_host(access.host) + ":" + std::to_string(access.port)) {
    prepare_process();
    const std::string secret = access.user.empty() || !access.secret ? std::string() : access.secret();
    try {
        CURLcode code = open(access, path, secret, LoginBy::sasl);
        if (code == CURLE_LOGIN_DENIED && offers_only_the_login_command(access)) {
            close();
            code = open(access, path, secret, LoginBy::whatever);
        }
        if (code != CURLE_OK) refuse(code, secret, access);
        if (curl_easy_getinfo(easy_, CURLINFO_ACTIVESOCKET, &socket_) != CURLE_OK || socket_ == CURL_SOCKET_BAD) {
            fail(Trouble::Retry::later, "the connection was lost during the login");
        }
    } catch (...) {
        close();
        throw;
    }
    for (std::string& line : lines_) line = without_secret(std::move(line), secret);
}

CurlChannel::~CurlChannel() {
    close();
}

void CurlChannel::close() noexcept {
    if (easy_ != nullptr && multi_ != nullptr) curl_multi_remove_handle(multi_, easy_);
    if (easy_ != nullptr) curl_easy_cleanup(easy_);
    if (multi_ != nullptr) curl_multi_cleanup(multi_);
    easy_ = nullptr;
    multi_ = nullptr;
}

CURLcode CurlChannel::open(const ServerAccess& access, const std::string& path, const std::string& secret,
                           LoginBy login_by) {
    lines_.clear();
    easy_ = curl_easy_init();
    multi_ = curl_multi_init();
    if (easy_ == nullptr || multi_ == nullptr) fail(Trouble::Retry::later, "out of memory");
    set_options(access, path);
    set_login(access, secret, login_by);
    return connect(SteadyClock::now() + access.connect_timeout);
}

// Some IMAP servers know no SASL mechanism but LOGIN with name and password.
bool CurlChannel::offers_only_the_login_command(const ServerAccess& access) const {
    const auto offers_sasl = [](const std::string& line) { return line.find("AUTH=") != std::string::npos; };
    return access.scheme.starts_with("imap") && !access.oauth2 &&
           std::none_of(lines_.begin(), lines_.end(), offers_sasl);
}

template <typename Value>
void CurlChannel::set(CURLoption option, Value value) {
    if (curl_easy_setopt(easy_, option, value) != CURLE_OK) fail(Trouble::Retry::never, "libcurl lacks an option");
}

void CurlChannel::set_options(const ServerAccess& access, const std::string& path) {
    set(CURLOPT_URL, (peer_ + "/" + path).c_str());
    set(CURLOPT_PROTOCOLS_STR, "imap,imaps,smtp,smtps");
    set(CURLOPT_PROXY, "");  // not the environment's
    set(CURLOPT_CONNECT_ONLY, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, error_);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::chrono::milliseconds(access.connect_timeout).count()));
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_HEADERFUNCTION, &CurlChannel::keep_line);
    set(CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(CURLOPT_USE_SSL, static_cast<long>(access.tls_required ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!access.ca_file.empty()) {
        set(CURLOPT_CAINFO, access.ca_file.c_str());
        set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));  // this CA instead of the system's, not besides them
    }
}

void CurlChannel::set_login(const ServerAccess& access, const std::string& secret, LoginBy login_by) {
    if (access.user.empty()) return;
    set(CURLOPT_USERNAME, access.user.c_str());
    if (access.oauth2) {
        set(CURLOPT_XOAUTH2_BEARER, secret.c_str());
        set(CURLOPT_LOGIN_OPTIONS, "AUTH=OAUTHBEARER;AUTH=XOAUTH2");
    } else {
        set(CURLOPT_PASSWORD, secret.c_str());
        // Named, because libcurl would first try GSSAPI for a user name with an @.
        if (login_by == LoginBy::sasl) set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
    }
}

// The handle stays in its multi handle for good: curl_easy_recv finds the connection there.
CURLcode CurlChannel::connect(SteadyClock::time_point deadline) {
    if (curl_multi_add_handle(multi_, easy_) != CURLM_OK) return CURLE_OUT_OF_MEMORY;
    for (int running = 1;;) {
        if (interrupt_.is_set()) fail(Trouble::Retry::now, "interrupted");
        if (curl_multi_perform(multi_, &running) != CURLM_OK) return CURLE_RECV_ERROR;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
            if (message->msg == CURLMSG_DONE) return message->data.result;
        }
        if (running == 0) return CURLE_RECV_ERROR;
        const int wait_ms = milliseconds_until(deadline);
        if (wait_ms == 0) return CURLE_OPERATION_TIMEDOUT;
        curl_waitfd wake{interrupt_.descriptor(), CURL_WAIT_POLLIN, 0};
        curl_multi_poll(multi_, &wake, 1, wait_ms, nullptr);
    }
}

void CurlChannel::refuse(CURLcode code, const std::string& secret, const ServerAccess& access) const {
    std::string what = error_[0] != '\0' ? error_ : curl_easy_strerror(code);
    if (code == CURLE_OPERATION_TIMEDOUT) {
        what = "no connection and login within " + std::to_string(access.connect_timeout.count()) + " s";
    } else if (code == CURLE_USE_SSL_FAILED) {
        what = "the server does not offer STARTTLS; plain text must be asked for with tls = \"none\"";
    } else if (code == CURLE_LOGIN_DENIED) {
        what = "login refused for " + access.user;
    }
    if (code != CURLE_PEER_FAILED_VERIFICATION && !lines_.empty()) what += "; the server said: " + lines_.back();
    fail(retry_after(code), server_words(without_secret(what, secret), 500));
}

void CurlChannel::fail(Trouble::Retry retry, const std::string& what) const {
    throw Trouble(Trouble::Scope::server, retry, peer_ + ": " + what);
}

std::size_t CurlChannel::keep_line(char* bytes, std::size_t size, std::size_t count, void* self) noexcept {
    auto& lines = static_cast<CurlChannel*>(self)->lines_;
    try {
        std::string line = server_words({bytes, size * count}, kLineKept);
        if (!line.empty()) {
            if (lines.size() >= kLinesKept) lines.erase(lines.begin());
            lines.push_back(std::move(line));
        }
    } catch (...) {
        return 0;  // out of memory: libcurl ends the login
    }
    return size * count;
}

bool CurlChannel::await(short events, SteadyClock::time_point deadline) const {
    pollfd waits[2] = {{socket_, events, 0}, {interrupt_.descriptor(), POLLIN, 0}};
    for (;;) {
        const int ready = poll(waits, 2, milliseconds_until(deadline));
        if (ready < 0 && errno == EINTR) continue;
        if (waits[1].revents != 0) fail(Trouble::Retry::now, "interrupted");
        if (ready != 0) return true;
        if (SteadyClock::now() >= deadline) return false;
    }
}

void CurlChannel::send(std::string_view bytes, SteadyClock::time_point deadline) {
    while (!bytes.empty()) {
        std::size_t sent = 0;
        const CURLcode code = curl_easy_send(easy_, bytes.data(), std::min<std::size_t>(bytes.size(), 65536), &sent);
        if (code == CURLE_OK) {
            bytes.remove_prefix(sent);
        } else if (code != CURLE_AGAIN) {
            fail(Trouble::Retry::now, "the connection was lost while sending");
        } else if (!await(POLLOUT, deadline)) {
            fail(Trouble::Retry::later, "the server stopped reading");
        }
    }
}

std::size_t CurlChannel::receive(char* into, std::size_t room, SteadyClock::time_point deadline) {
    for (;;) {
        if (interrupt_.is_set()) fail(Trouble::Retry::now, "interrupted");  // also when bytes never stop coming
        std::size_t got = 0;
        const CURLcode code = curl_easy_recv(easy_, into, room, &got);
        if (code == CURLE_OK && got > 0) {
            alive_();
            return got;
        }
        if (code == CURLE_OK) fail(Trouble::Retry::now, "the server closed the connection");
        if (code != CURLE_AGAIN) fail(Trouble::Retry::now, "the connection was lost");
        if (!await(POLLIN, deadline)) return 0;
    }
}

void CurlChannel::send_parting(std::string_view bytes) noexcept {
    std::size_t sent = 0;
    curl_easy_send(easy_, bytes.data(), bytes.size(), &sent);
}

}  // namespace assentd
