// SPDX-License-Identifier: Apache-2.0
// What a template may name: the placeholders, and their values for one mail. A value is made when the template first
// asks for it, so that a receipt of three lines does not cost what the whole status of a decision does. Every value
// that came from a mail is made safe here (templates/plain_text.h), once. What is not for this reader
// (decision/view.h) has no value.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <kainjow/mustache.hpp>

#include "decision/view.h"
#include "templates/render.h"

namespace assentd::outgoing {

using Values = kainjow::mustache::data;

// Name and meaning of every placeholder; templates/README.md lists the same.
bool is_placeholder(std::string_view name);
// All names, for the message about an unknown one and for the test of the README.
std::string placeholder_names();  // separated by blanks, sorted by theme

// One decision as a mail tells it to its reader. Borrows what it was made from.
class Told {
  public:
    Told(const About& is_about, const Reader& is_read_by, bool one_of_several, Instant at)
        : about(is_about), d(*is_about.decision), reader(is_read_by), several(one_of_several), now(at) {}

    const About& about;
    const Decision& d;
    const Reader& reader;
    const bool several;
    const Instant now;
    const Seat* seat() const;  // the reader's; null: not on the roster
    const View& shown() const;

    // Null: there is no such placeholder about a decision.
    const Values* get(const std::string& name) const;

  private:
    mutable std::optional<View> view_;
    mutable Values values_;
};

// All that one mail tells, as its template asks for it: first what the entry of a list says, then the decision, then
// the mail. Outside of `decisions` the names of a decision mean the first one.
class MailValues final : public kainjow::mustache::basic_context<std::string> {
  public:
    MailValues(const Letterhead&, const Reader&, const std::vector<About>&, std::string_view help, Instant now);
    // A mail about no decision.
    MailValues(const Letterhead&, const Reader&, const Notice&, std::string_view quoted_subject,
               std::string_view help);

    void push(const Values*) override;
    void pop() override;
    const Values* get(const std::string& name) const override;
    const Values* get_partial(const std::string&) const override;

  private:
    struct Section {
        const Values* values;
        const Told* told;  // set: the section is one of `decisions`
    };
    Values mail_;
    std::deque<Told> told_;  // in the order of `decisions`
    std::vector<Section> sections_;
};

}  // namespace assentd::outgoing
