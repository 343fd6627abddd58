// SPDX-License-Identifier: Apache-2.0
// Who would get what mail when, if a decision opened under a policy and nobody answered (PRODUCT 5.2): computed, not
// sent.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "config/config.h"
#include "decision/notice.h"

namespace assentd {

struct PlannedMail {
    Instant at{};
    NoticeKind notice = NoticeKind::invitation;
    const PersonConfig* to = nullptr;  // in the configuration that was planned with
};

struct Plan {
    std::string policy;
    Instant opens_at{};
    Instant closes_at{};
    bool longer_for_working_time = false;  // than the period alone
    std::vector<PlannedMail> mails;        // by time; the proposer's own are not among them
};

// `voters`: instead of the policy's; empty: those.
Plan plan(const Config&, const PolicyConfig&, const std::vector<const PersonConfig*>& voters, Instant opens_at);

std::string plan_text(const Plan&);
nlohmann::ordered_json plan_json(const Plan&);

}  // namespace assentd
