// SPDX-License-Identifier: Apache-2.0
// One proposal resolved against the configuration: its opening is built piece by piece, and everything wrong with it
// is collected instead of stopping at the first. resolver.cc: the policy and the people; resolver_terms.cc: what it
// asks and until when; resolver_lines.cc: what is no head line, and may have been meant as one.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "daemon/proposal.h"

namespace assentd {

std::vector<std::string> names_of_policies(const Config&);

class Resolver {
  public:
    // All must outlive it.
    Resolver(const World& world, const Proposal& proposal, Instant now)
        : config_(world.config), world_(world), proposal_(proposal), now_(now) {}

    std::variant<Open, Draft> resolve();
    const Asked& asked() const { return asked_; }  // what its problems are about; once resolved

  private:
    // About the head line that is quoted in it; `ask` where none is.
    void problem(std::string line, std::string wrong, std::string right);
    void ask(std::string_view key, Problem);
    std::string line_of(const HeadValue& v) const;
    void odd_lines();
    bool asked_about_lines_of(const HeadValue& v);
    void unknown_key(const HeadValue& v);
    bool take_policy(const std::string& wanted);
    void choose_policy();
    std::string policy_otherwise_named() const;
    void unknown_policy(const std::string& line, const std::string& wanted, std::string_view where);
    bool known_tag(const std::string& tag);
    void refuse_what_is_not_there();
    void may_propose();
    void sections();
    std::vector<const PersonConfig*> people(const HeadValue& value);
    void roster();
    void leave_out_announcer();
    void seat(const PersonConfig& person, bool binding);
    void quorum();
    void reach();
    std::int64_t binding_seats() const;
    void own_words();
    void options();
    void voters_named_advisory(const HeadValue& advisory);
    void check_options(const HeadValue& value, bool wanted);
    void review();
    void supersedes();
    const Calendar& proposers_calendar() const;
    void deadline();
    std::string terms() const;
    std::string local(Instant) const;  // in the proposer's zone and in UTC
    bool may_open() const;
    std::int64_t seconds_needed() const { return proposal_.seconds_needed.value_or(rules_.seconds); }
    Open opened();

    const Config& config_;
    const World& world_;
    const Proposal& proposal_;
    Instant now_;
    const PolicyConfig* policy_ = nullptr;
    Policy rules_;
    Opened opening_;
    std::vector<const PersonConfig*> seats_;
    std::vector<Problem> problems_;
    Asked asked_;
};

}  // namespace assentd
