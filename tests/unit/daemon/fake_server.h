// SPDX-License-Identifier: Apache-2.0
// A server on a loopback port that plays a script, one connection after the other, in its own thread: says what it is
// told, reads lines, hangs up, stalls. Scripts are functions over a Peer; a peer that is gone ends the script.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace assentd::testing {

class Peer {
  public:
    struct Gone {};

    Peer(int socket, const std::atomic<bool>& stopping, std::function<void(const std::string&)> heard)
        : socket_(socket), stopping_(stopping), heard_(std::move(heard)) {}

    void say(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) throw Gone{};
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    // One line without its end.
    std::string line() {
        for (;;) {
            const std::size_t end = pending_.find("\r\n");
            if (end != std::string::npos) {
                std::string text = pending_.substr(0, end);
                pending_.erase(0, end + 2);
                heard_(text);
                return text;
            }
            more();
        }
    }

    // An IMAP command: gives its tag and keeps the rest.
    std::string tag(std::string* command = nullptr) {
        const std::string text = line();
        const std::size_t blank = text.find(' ');
        if (command != nullptr) *command = blank == std::string::npos ? "" : text.substr(blank + 1);
        return text.substr(0, blank);
    }
    void answer_ok(std::string_view untagged = "") {
        const std::string t = tag();
        say(std::string(untagged) + t + " OK done\r\n");
    }

    // What follows 354, up to and with the final dot.
    std::string mail() {
        for (;;) {
            const std::size_t end = pending_.find("\r\n.\r\n");
            if (end != std::string::npos) {
                std::string text = pending_.substr(0, end + 5);
                pending_.erase(0, end + 5);
                return text;
            }
            more();
        }
    }

    // Says nothing until the client leaves or the test ends.
    void stall() {
        for (;;) more();
    }

    // Neither reads nor leaves until the test ends.
    void hold() const {
        while (!stopping_) std::this_thread::sleep_for(std::chrono::milliseconds(20));
        throw Gone{};
    }

  private:
    void more() {
        for (;;) {
            if (stopping_) throw Gone{};
            pollfd wait{socket_, POLLIN, 0};
            if (poll(&wait, 1, 20) <= 0) continue;
            char buffer[4096];
            const ssize_t got = recv(socket_, buffer, sizeof buffer, 0);
            if (got <= 0) throw Gone{};
            pending_.append(buffer, static_cast<std::size_t>(got));
            return;
        }
    }

    int socket_;
    const std::atomic<bool>& stopping_;
    std::function<void(const std::string&)> heard_;
    std::string pending_;
};

class FakeServer {
  public:
    using Script = std::function<void(Peer&)>;

    // The first connection gets the first script; the last script serves all that follow.
    explicit FakeServer(std::vector<Script> scripts) : scripts_(std::move(scripts)) {
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
        listen(listener_, 10);
        getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    explicit FakeServer(Script script) : FakeServer(std::vector<Script>{std::move(script)}) {}
    ~FakeServer() {
        stopping_ = true;
        thread_.join();
        close(listener_);
    }
    FakeServer(const FakeServer&) = delete;
    FakeServer& operator=(const FakeServer&) = delete;

    std::uint16_t port() const { return port_; }
    int connections() const { return connections_; }
    std::vector<std::string> heard() const {
        const std::lock_guard lock(mutex_);
        return heard_;
    }
    // How many of the lines heard hold this text.
    std::size_t heard(std::string_view text) const {
        std::size_t count = 0;
        for (const std::string& line : heard()) count += line.find(text) != std::string::npos ? 1 : 0;
        return count;
    }

  private:
    void serve() {
        while (!stopping_) {
            pollfd wait{listener_, POLLIN, 0};
            if (poll(&wait, 1, 20) <= 0) continue;
            const int socket = accept(listener_, nullptr, nullptr);
            if (socket < 0) continue;
            const int at_once = 1;  // small answers must not wait for each other
            setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
            const auto index = static_cast<std::size_t>(connections_++);
            Peer peer(socket, stopping_, [this](const std::string& line) {
                const std::lock_guard lock(mutex_);
                heard_.push_back(line);
            });
            try {
                scripts_[std::min(index, scripts_.size() - 1)](peer);
            } catch (const Peer::Gone&) {
            }
            close(socket);
        }
    }

    std::vector<Script> scripts_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_{false};
    std::atomic<int> connections_{0};
    mutable std::mutex mutex_;
    std::vector<std::string> heard_;
    std::thread thread_;
};

}  // namespace assentd::testing
