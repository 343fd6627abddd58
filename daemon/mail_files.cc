// SPDX-License-Identifier: Apache-2.0
#include "daemon/mail_files.h"

#include <fstream>
#include <system_error>

#include "daemon/sorted_names.h"
#include "parsers/message.h"
#include "parsers/mime/mbox.h"

namespace assentd {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t deepest_folder = 32;

}  // namespace

void MailFiles::read_stream(const std::string& path, std::istream& in) {
    std::string raw;
    char piece[1 << 16];
    const std::size_t limit = Limits{}.message_size + 1;  // one more, so that the reader can say that it was cut
    while (raw.size() < limit && in.read(piece, sizeof piece).gcount() > 0)
        raw.append(piece, static_cast<std::size_t>(in.gcount()));
    use_(path, 0, raw, {});
}

void MailFiles::any(const fs::path& path, std::size_t depth) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error || !fs::exists(status)) return missing(path.string(), "no such file or directory");
    if (!fs::is_directory(status)) return file(path);
    if (depth > deepest_folder) return missing(path.string(), "too many folders inside each other");
    folder(path, depth);
}

// A Maildir is read as cur and new together, by file name; any other folder in the order of its names.
void MailFiles::folder(const fs::path& path, std::size_t depth) {
    std::error_code error;
    const bool maildir = fs::is_directory(path / "cur", error) && fs::is_directory(path / "new", error);
    error.clear();
    SortedNames names(maildir ? std::vector{path / "cur", path / "new"} : std::vector{path});
    for (auto entries = names.next(error); !entries.empty(); entries = names.next(error))
        for (const fs::path& entry : entries) any(entry, depth + 1);
    if (error) missing(path.string(), error.message());
}

void MailFiles::file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return missing(path.string(), "cannot be read");
    std::string start(4096, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    in.clear();
    in.seekg(0);
    if (!in) {  // a pipe: what was read is all that we may look at
        std::ifstream again(path, std::ios::binary);
        return read_stream(path.string(), again);
    }
    if (!looks_like_mbox(start)) return read_stream(path.string(), in);
    MboxReader mbox(in, Limits{}.message_size + 1);
    std::size_t index = 0;
    while (const auto raw = mbox.next()) use_(path.string(), index++, *raw, mbox.from_line());
}

void MailFiles::missing(const std::string& path, const std::string& why) {
    missed_some_ = true;
    err_ << "assentctl: " << path << ": " << why << '\n';
}

}  // namespace assentd
