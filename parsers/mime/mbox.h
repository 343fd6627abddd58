// SPDX-License-Identifier: Apache-2.0
// Splits an mbox into its messages as a stream: one message is in memory at a time, whatever the size of the file.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace assentd {

// True when the text starts like an mbox: a "From " line with a date at its end.
bool looks_like_mbox(std::string_view start);

// A message begins at a line "From sender date" that is the first line of the file or follows a blank line. Lines
// that start with one or more ">" and "From " lose one ">" (mboxrd). The "From " line and the blank line before the
// next one belong to no message. A message longer than `limit` is cut there; the stream stays usable.
class MboxReader {
  public:
    explicit MboxReader(std::istream& in, std::size_t limit = 64u << 20) : in_(in), limit_(limit) {}
    std::optional<std::string> next();  // empty at the end
    // The "From " line above the message that came last, without its end; empty for none.
    const std::string& from_line() const { return from_line_; }

  private:
    bool read_line();  // into line_, with its end as found; long lines come in pieces

    std::istream& in_;
    std::size_t limit_;
    std::string line_;
    std::string from_line_;
    std::string next_from_line_;
    bool whole_ = true;  // line_ ends a line
    bool started_ = false;
    bool pending_ = false;  // line_ is the "From " line of the next message
};

}  // namespace assentd
