// SPDX-License-Identifier: Apache-2.0
#include "storage/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <system_error>

#include "storage/store.h"

namespace assentd {

namespace {

// The first line of the file, if it is the number of a process that is nobody's init.
std::optional<pid_t> pid_in(int file) {
    std::array<char, 24> text{};
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    const char* end = text.data() + (size > 0 ? size : 0);
    pid_t pid = 0;
    const auto [rest, error] = std::from_chars(text.data(), end, pid);
    return error == std::errc() && rest != end && *rest == '\n' && pid > 1 ? std::optional(pid) : std::nullopt;
}

std::string holder(int file) {
    const auto pid = pid_in(file);
    return pid ? fmt::format("process {}", *pid) : "another process";
}

}  // namespace

WriterLock::WriterLock(const std::string& state_dir) {
    const std::string path = state_dir + "/assentd.lock";
    const auto refuse = [&path](StorageError::Kind kind, const std::string& why) {
        throw StorageError(kind, fmt::format("{}: {}", path, why));
    };
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (file_ < 0) refuse(creation_failed(errno), std::generic_category().message(errno));
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        const std::string who = holder(file_);
        ::close(file_);
        if (error == EWOULDBLOCK) refuse(StorageError::Kind::busy, who + " is already at work in this directory");
        refuse(StorageError::Kind::other, std::generic_category().message(error));
    }
    // The pid is for people; the lock is what counts, so a full disk is no reason to refuse.
    const std::string pid = fmt::format("{}\n", ::getpid());
    if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, pid.data(), pid.size(), 0) < 0) return;
}

WriterLock::~WriterLock() {
    ::close(file_);
}

std::optional<pid_t> lock_holder(const std::string& state_dir) {
    const int file = ::open((state_dir + "/assentd.lock").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return std::nullopt;
    // Taken for an instant if it is free; a daemon that starts just then finds it busy and is started again.
    const bool held = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    const auto pid = held ? pid_in(file) : std::nullopt;
    ::close(file);
    return pid;
}

}  // namespace assentd
