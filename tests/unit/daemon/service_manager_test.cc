// SPDX-License-Identifier: Apache-2.0
#include "daemon/service_manager.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

namespace assentd {
namespace {

// The other end: a datagram socket under a path, or under an abstract name that begins with "@".
class Manager {
  public:
    explicit Manager(const std::string& name) : name_(name), socket_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.data(), name.size());
        if (name[0] == '@') address.sun_path[0] = '\0';
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        EXPECT_EQ(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), length), 0);
        ::setenv("NOTIFY_SOCKET", name.c_str(), 1);
    }
    ~Manager() {
        ::close(socket_);
        if (name_[0] == '/') std::filesystem::remove(name_);
        ::unsetenv("NOTIFY_SOCKET");
    }
    Manager(const Manager&) = delete;
    Manager& operator=(const Manager&) = delete;

    std::string heard() const {
        char text[100];
        const auto size = ::recv(socket_, text, sizeof text, MSG_DONTWAIT);
        return size < 0 ? "nothing" : std::string(text, static_cast<std::size_t>(size));
    }

  private:
    std::string name_;
    int socket_;
};

std::string own_name(const std::string& before) {
    return before + "assentd-test-" + std::to_string(::getpid());
}

TEST(ServiceManager, HearsUnderAPathAndUnderAnAbstractName) {
    for (const auto& name : {own_name(std::filesystem::temp_directory_path().string() + '/'), own_name("@")}) {
        const Manager manager(name);
        tell_service_manager("READY=1");
        EXPECT_EQ(manager.heard(), "READY=1") << name;
        EXPECT_EQ(manager.heard(), "nothing");
    }
}

TEST(ServiceManager, ThatDoesNotListenHoldsNothingUp) {
    const Manager manager(own_name("@"));
    for (int i = 0; i < 10'000; ++i) tell_service_manager("WATCHDOG=1");
    EXPECT_EQ(manager.heard(), "WATCHDOG=1");
    for (const char* nowhere : {"/no/such/socket", "", "@", "vsock:2:1234", "relative"}) {
        ::setenv("NOTIFY_SOCKET", nowhere, 1);
        tell_service_manager("READY=1");
    }
    ::unsetenv("NOTIFY_SOCKET");
    tell_service_manager("READY=1");
}

TEST(ServiceManager, WatchesTheProcessThatItNames) {
    const auto with = [](const char* period, const std::string& process) {
        ::setenv("WATCHDOG_USEC", period, 1);
        process.empty() ? ::unsetenv("WATCHDOG_PID") : ::setenv("WATCHDOG_PID", process.c_str(), 1);
        return watchdog_period();
    };
    const std::string own = std::to_string(::getpid());
    EXPECT_EQ(with("3000000", own), std::chrono::seconds(3));
    EXPECT_EQ(with("3000000", ""), std::chrono::seconds(3));
    EXPECT_FALSE(with("3000000", own + "1")) << "the environment was inherited";
    for (const char* none : {"0", "-1", "", "3 s"}) EXPECT_FALSE(with(none, own)) << none;
    ::unsetenv("WATCHDOG_USEC");
    ::unsetenv("WATCHDOG_PID");
    EXPECT_FALSE(watchdog_period());
}

}  // namespace
}  // namespace assentd
