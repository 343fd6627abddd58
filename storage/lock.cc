// SPDX-License-Identifier: Apache-2.0
#include "storage/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

#include "storage/store.h"

namespace assentd {

namespace {

// The first line of the file, if it is a number.
std::string holder(int file) {
    std::array<char, 24> text{};
    const ssize_t size = ::pread(file, text.data(), text.size(), 0);
    std::string_view pid(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    pid = pid.substr(0, pid.find('\n'));
    const bool number = !pid.empty() && pid.find_first_not_of("0123456789") == std::string_view::npos;
    return number ? fmt::format("process {}", pid) : "another process";
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

}  // namespace assentd
