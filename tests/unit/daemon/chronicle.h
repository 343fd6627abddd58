// SPDX-License-Identifier: Apache-2.0
// What came of a step, as lines of a transcript: new events, mails that changed nothing, mails that were sent. Reads
// the database that the house writes, and remembers how far it has told.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "config/config.h"
#include "storage/store.h"

namespace assentd::testing {

// People are called by their first names.
std::string address_of(const Config&, const std::string& first_name);  // or an address: itself
std::string short_name(const Config&, std::string_view address);

class Chronicle {
  public:
    using Lines = std::vector<std::string>;

    Chronicle(Store& store, const Config& config) : store_(store), config_(config) {}

    Lines news();
    // How a decision stands, as an admin sees it: what is sealed is not there.
    Lines standing(const Decision&, Instant now) const;

    // Mails already told. Throw std::invalid_argument if there is none.
    const OutboxMail& last_mail(const std::string& kind, const std::string& to) const;
    // Leaves out questions whether a mail was theirs: those have an address of their own.
    const OutboxMail& last_about(const std::string& decision, const std::string& to) const;

  private:
    Lines events();
    void add_mails_received(Lines&);
    void add_mails_sent(Lines&);
    const OutboxMail& last_where(const std::string& to, const std::string& what,
                                 const std::function<bool(const OutboxMail&)>& wanted) const;

    Store& store_;
    const Config& config_;
    std::vector<OutboxMail> sent_;
    std::int64_t last_event_ = 0;
    std::int64_t last_sent_ = 0;
    MailRow last_mail_ = 0;
};

}  // namespace assentd::testing
