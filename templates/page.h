// SPDX-License-Identifier: Apache-2.0
// A template, parsed when it is first filled in and kept for the mails that follow: all of them together would be the
// largest thing in an idle daemon's memory. Copies share what was parsed, and one thread at a time may fill them.
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
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace assentd::outgoing
