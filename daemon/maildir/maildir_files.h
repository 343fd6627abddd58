// SPDX-License-Identifier: Apache-2.0
// The three folders of a Maildir, opened once and then used only through their descriptors: a path that is replaced
// by a symbolic link meanwhile leads nowhere else. Throws Trouble (folder).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/trouble.h"
#include "decision/time.h"

namespace assentd {

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();
    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

  private:
    int number_;
};

enum class Sub { tmp, new_, cur };

class Maildir {
  public:
    enum class Missing { is_trouble, is_created };
    Maildir(std::string path, Missing);

    const std::string& path() const { return path_; }
    std::string sub_path(Sub) const;
    int directory(Sub sub) const { return folders_[static_cast<std::size_t>(sub)].number(); }
    // Calls with each name that does not begin with a dot.
    void each_name(Sub, const std::function<void(const char*)>&) const;
    // Whether the path still leads to the folders that were opened: they may be replaced, or mounted over.
    bool is_in_place() const;
    void sync(Sub) const;
    void sync_all() const;

  private:
    std::string path_;
    std::array<Descriptor, 3> folders_;
};

// The part of a file name before the flags: it stays when a mail is moved or marked.
std::string_view unique_part(std::string_view file_name);

// Renames without ever replacing a file. False when the source is gone or the target exists.
bool rename_new(int from_directory, const std::string& from, int to_directory, const std::string& to);

[[noreturn]] void maildir_trouble(Trouble::Retry, const std::string& what, int error = 0);

}  // namespace assentd
