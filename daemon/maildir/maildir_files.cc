// SPDX-License-Identifier: Apache-2.0
#include "daemon/maildir/maildir_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#include "daemon/wire/server_words.h"

namespace assentd {
namespace {

constexpr std::array<const char*, 3> kNames = {"tmp", "new", "cur"};

void create(const std::string& path) {
    if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
        maildir_trouble(Trouble::Retry::never, "cannot create " + path, errno);
    }
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

Descriptor::~Descriptor() {
    if (number_ >= 0) close(number_);
}

void maildir_trouble(Trouble::Retry retry, const std::string& what, int error) {
    const std::string why = error == 0 ? "" : std::string(": ") + std::strerror(error);
    throw Trouble(Trouble::Scope::folder, retry, server_words("Maildir: " + what + why));
}

Maildir::Maildir(std::string path, Missing missing) : path_(std::move(path)) {
    if (missing == Missing::is_created) create(path_);
    for (const Sub sub : {Sub::tmp, Sub::new_, Sub::cur}) {
        const std::string folder = sub_path(sub);
        if (missing == Missing::is_created) create(folder);
        Descriptor& descriptor = folders_[static_cast<std::size_t>(sub)];
        descriptor = Descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!descriptor)
            maildir_trouble(Trouble::Retry::never, path_ + " is no Maildir: " + kNames[static_cast<std::size_t>(sub)],
                            errno);
    }
}

std::string Maildir::sub_path(Sub sub) const {
    return path_ + "/" + kNames[static_cast<std::size_t>(sub)];
}

void Maildir::each_name(Sub sub, const std::function<void(const char*)>& call) const {
    const int descriptor = openat(directory(sub), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, int (*)(DIR*)> listing(descriptor < 0 ? nullptr : fdopendir(descriptor), closedir);
    if (!listing) {
        const int error = errno;
        if (descriptor >= 0) close(descriptor);
        maildir_trouble(Trouble::Retry::later, "cannot list " + sub_path(sub), error);
    }
    for (errno = 0; const dirent* entry = readdir(listing.get()); errno = 0) {
        if (entry->d_name[0] != '.') call(entry->d_name);
    }
    if (errno != 0) maildir_trouble(Trouble::Retry::later, "cannot list " + sub_path(sub), errno);
}

bool Maildir::is_in_place() const {
    const auto same = [this](Sub sub) {
        struct stat named {};
        struct stat opened {};
        return lstat(sub_path(sub).c_str(), &named) == 0 && fstat(directory(sub), &opened) == 0 &&
               named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
    };
    return same(Sub::tmp) && same(Sub::new_) && same(Sub::cur);
}

void Maildir::sync(Sub sub) const {
    if (fsync(directory(sub)) != 0) maildir_trouble(Trouble::Retry::later, "cannot sync " + sub_path(sub), errno);
}

// Of the whole file system, which costs as much as for one file.
void Maildir::sync_all() const {
    if (syncfs(directory(Sub::tmp)) != 0) maildir_trouble(Trouble::Retry::later, "cannot sync " + path_, errno);
}

std::string_view unique_part(std::string_view file_name) {
    return file_name.substr(0, file_name.find(':'));
}

bool rename_new(int from_directory, const std::string& from, int to_directory, const std::string& to) {
    if (renameat2(from_directory, from.c_str(), to_directory, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno == EINVAL ||
        errno == ENOSYS) {  // a file system without it: names are unique, so the race is theoretical
        if (faccessat(to_directory, to.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0) return false;
        if (renameat(from_directory, from.c_str(), to_directory, to.c_str()) == 0) return true;
    }
    if (errno == ENOENT || errno == EEXIST) return false;
    maildir_trouble(errno == ENOSPC || errno == EDQUOT ? Trouble::Retry::later : Trouble::Retry::never,
                    "cannot move " + from, errno);
}

}  // namespace assentd
