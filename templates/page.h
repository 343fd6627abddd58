// SPDX-License-Identifier: Apache-2.0
// A template, read once and filled in for each mail. Copies share what was read, and one thread at a time may fill
// them: the library walks its own tree unprotected.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace assentd::outgoing {

class MailValues;

class Page {
  public:
    explicit Page(std::string_view text);  // checked before: templates.cc

    // The body of a mail: wrapped, format=flowed.
    std::string fill(MailValues&) const;
    const std::string& text() const;  // as it was read

  private:
    struct Parsed;
    std::shared_ptr<Parsed> parsed_;
};

}  // namespace assentd::outgoing
