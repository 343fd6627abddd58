// SPDX-License-Identifier: Apache-2.0
#include "decision/example_answer.h"

namespace assentd {

std::string example_ballot(const Decision& d) {
    const auto& rules = d.policy.choice;
    const bool two = d.options.size() < 3;
    if (d.policy.method == Method::score)
        return "A: " + std::to_string(rules.score_max) + ", B: " + std::to_string(rules.score_min);
    if (d.policy.method == Method::approval) return two || rules.max_approvals == 1 ? "A" : "A, C";
    return two ? "B > A" : "B > A > C";
}

std::string example_answer(const Decision& d) {
    if (is_choice(d.policy.method)) return example_ballot(d);
    return d.policy.method == Method::announce ? "ack" : "+1";
}

}  // namespace assentd
