// SPDX-License-Identifier: Apache-2.0
// Mails in files, in a fixed order: a message file, an mbox, a Maildir, or a folder of these. What cannot be read is
// said, and the rest goes on.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <ostream>
#include <string>

namespace assentd {

class MailFiles {
  public:
    // `index`: its place in an mbox, else 0; `from_line`: the one above it there, else empty. A mail over the size
    // limit comes cut, one byte longer than the limit.
    using Use = std::function<void(const std::string& path, std::size_t index, const std::string& raw,
                                   const std::string& from_line)>;

    MailFiles(Use use, std::ostream& err) : use_(std::move(use)), err_(err) {}

    void read(const std::filesystem::path& path) { any(path, 0); }
    void read_stream(const std::string& path, std::istream&);  // one message
    bool missed_some() const { return missed_some_; }

  private:
    void any(const std::filesystem::path&, std::size_t depth);
    void folder(const std::filesystem::path&, std::size_t depth);
    void file(const std::filesystem::path&);
    void missing(const std::string& path, const std::string& why);

    Use use_;
    std::ostream& err_;
    bool missed_some_ = false;
};

}  // namespace assentd
