// SPDX-License-Identifier: Apache-2.0
#include "daemon/proposal.h"

#include <algorithm>

#include "daemon/head_values.h"
#include "daemon/resolver.h"

namespace assentd {

namespace {

void add_head_lines(Proposal& proposal, const ProposalText& text) {
    for (const auto& line : text.head) set_value(proposal.head, {line.key, line.value, line.items});
    for (const auto& odd : text.unknown)
        proposal.odd_lines.push_back(
            {odd.line, "There is no head line “" + odd.key + "”.",
             odd.nearest ? "Did you mean “" + *odd.nearest +
                               ":”? If it is part of the text, "
                               "put a blank line before it."
                         : "Known ones: Policy, Deadline, Options, Voters, Advisory, Decider, Quorum, "
                           "Supersedes, Review, Words."});
}

// A section that was asked for comes under its heading; other text beside the corrected lines stays out.
void add_sections(Proposal& proposal, const std::string& body) {
    const auto present = section_headings(proposal.text.body);
    for (const auto& heading : section_headings(body))
        if (std::find(present.begin(), present.end(), heading) == present.end()) {
            proposal.text.body += "\n\n" + body;
            return;
        }
}

}  // namespace

Person as_person(const PersonConfig& p) {
    return {p.name, p.addresses.front(), p.addresses};
}

Proposal read_proposal_mail(const Message& message, const std::string& new_text, const Person& proposer, Trust trust,
                            const Source& source) {
    Proposal proposal;
    proposal.proposer = proposer;
    proposal.trust = trust;
    proposal.source = source;
    const auto title = read_title(message.subject);
    proposal.tags = title.tags;
    const auto text = read_proposal(new_text);
    proposal.text = {title.title, text.body};
    add_head_lines(proposal, text);
    return proposal;
}

Proposal corrected(const Decision& draft, const std::string& new_text, const Source& correction, Trust trust) {
    Proposal proposal;
    proposal.proposer = draft.proposer;
    proposal.trust = trust;
    proposal.text = draft.text();
    proposal.head = draft.draft_head;
    proposal.source = draft.draft_source;
    proposal.source.arrival = correction.arrival;
    proposal.seconds = static_cast<std::int64_t>(draft.seconds.size());
    const auto text = read_proposal(new_text);
    add_head_lines(proposal, text);
    add_sections(proposal, text.body);
    std::erase_if(proposal.head, [](const HeadValue& v) { return v.value.empty() && v.items.empty(); });
    return proposal;
}

std::variant<Open, Draft> resolve(const World& world, const Proposal& proposal, Instant now) {
    return Resolver(world, proposal, now).resolve();
}

}  // namespace assentd
