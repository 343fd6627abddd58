// SPDX-License-Identifier: Apache-2.0
// What adapters throw when the machine or a server fails. The cycle catches it in one place and acts on the two
// enums; the text is for the log and for health, and never contains a secret or a mail's body.
#pragma once

#include <stdexcept>
#include <string>

namespace assentd {

class Trouble : public std::runtime_error {
  public:
    enum class Scope { message, folder, server };
    enum class Retry { now, later, never };  // never: an admin has to change something first

    Trouble(Scope scope, Retry retry, const std::string& what)
        : std::runtime_error(what), scope_(scope), retry_(retry) {}
    Scope scope() const { return scope_; }
    Retry retry() const { return retry_; }

  private:
    Scope scope_;
    Retry retry_;
};

}  // namespace assentd
