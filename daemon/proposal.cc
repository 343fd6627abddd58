// SPDX-License-Identifier: Apache-2.0
#include "daemon/proposal.h"

#include <algorithm>
#include <charconv>

#include "config/when.h"
#include "decision/schedule.h"
#include "decision/tally.h"
#include "decision/text.h"

namespace assentd {

namespace {

const HeadValue* find_value(const std::vector<HeadValue>& head, std::string_view key) {
    for (const auto& value : head)
        if (value.key == key) return &value;
    return nullptr;
}

void set_value(std::vector<HeadValue>& head, HeadValue value) {
    for (auto& old : head)
        if (old.key == value.key) {
            old = std::move(value);
            return;
        }
    head.push_back(std::move(value));
}

void add_head_lines(Proposal& proposal, const ProposalText& text) {
    for (const auto& line : text.head) set_value(proposal.head, {line.key, line.value, line.items});
    for (const auto& odd : text.unknown)
        proposal.odd_lines.push_back({odd.line, "There is no head line “" + odd.key + "”.",
                                      odd.nearest
                                          ? "Did you mean “" + *odd.nearest +
                                                ":”? If it is part of the text, "
                                                "put a blank line before it."
                                          : "Known ones: Policy, Deadline, Voters, Advisory, Quorum, Supersedes."});
}

std::vector<std::string> names_of_policies(const Config& config) {
    std::vector<std::string> names;
    for (const auto& [policy, unused] : config.policies) names.push_back(policy);
    return names;
}

// Words of a list value: "group:core, ana@example.org" or one item a line.
std::vector<std::string> list_of(const HeadValue& value) {
    if (!value.items.empty()) return value.items;
    std::vector<std::string> items;
    std::string item;
    for (const char c : value.value + ',') {
        if (c != ',' && c != ';') {
            item += c;
            continue;
        }
        const auto first = item.find_first_not_of(" \t");
        if (first != std::string::npos) items.push_back(item.substr(first, item.find_last_not_of(" \t") - first + 1));
        item.clear();
    }
    return items;
}

// Builds one decision's opening from a proposal, collecting what is wrong instead of stopping at the first.
class Resolver {
  public:
    Resolver(const World& world, const Proposal& proposal, Instant now)
        : config_(world.config), world_(world), proposal_(proposal), now_(now) {}

    std::variant<Open, Draft> resolve() {
        problems_ = proposal_.odd_lines;
        if (proposal_.text.title.empty())
            problem("Subject:", "The proposal has no subject, and the subject is its title.",
                    "Send it again with a subject, for example: Move the weekly meeting to mail");
        if (proposal_.text.body.find_first_not_of(" \t\n") == std::string::npos)
            problem("", "There is no text below the head lines.", "Send it again with what you propose.");
        choose_policy();
        refuse_what_is_not_there();
        may_propose();
        sections();
        roster();
        quorum();
        supersedes();
        deadline();
        if (problems_.empty() && may_open()) return opened();
        Drafted draft{proposal_.proposer, proposal_.text,    proposal_.head,
                      problems_,          problems_.empty(), proposal_.source};
        return Draft{draft};
    }

  private:
    void problem(std::string line, std::string wrong, std::string right) {
        problems_.push_back({std::move(line), std::move(wrong), std::move(right)});
    }
    std::string line_of(const HeadValue& v) const { return v.key + ": " + v.value; }

    bool take_policy(const std::string& wanted) {
        const auto found = std::find_if(config_.policies.begin(), config_.policies.end(),
                                        [&](const auto& p) { return same_ignoring_case(p.first, wanted); });
        if (found == config_.policies.end()) return false;
        policy_ = &found->second;
        return true;
    }

    // PRODUCT 1.2: the line, the sub-address, a subject tag, the default.
    void choose_policy() {
        if (const auto* value = find_value(proposal_.head, "Policy")) {
            if (take_policy(value->value)) return;
            const auto known = names_of_policies(config_);
            const auto near = nearest(value->value, known);
            problem(line_of(*value), "There is no policy called “" + value->value + "”.",
                    "Known policies: " + listed(known) + "." + (near ? " Did you mean: Policy: " + *near : ""));
        } else if (!proposal_.subaddress.empty() && take_policy(proposal_.subaddress)) {
            return;
        } else if (!proposal_.subaddress.empty() && !known_tag(proposal_.subaddress)) {
            problem("",
                    "There is no policy called “" + proposal_.subaddress + "”, which the address you wrote to names.",
                    "Reply with a line like: Policy: " + config_.default_policy);
        } else {
            for (const auto& tag : proposal_.tags)
                if (known_tag(tag)) return;
        }
        if (!policy_) take_policy(config_.default_policy);
    }

    bool known_tag(const std::string& tag) {
        const std::string lower = lower_case(tag);
        for (const auto& [policy_name, policy] : config_.policies)
            if (std::find(policy.subject_tags.begin(), policy.subject_tags.end(), lower) !=
                policy.subject_tags.end()) {
                policy_ = &policy;
                return true;
            }
        return false;
    }

    void refuse_what_is_not_there() {
        for (const char* key : {"Options", "Review", "Words", "Sensitive"})
            if (const auto* value = find_value(proposal_.head, key))
                problem(line_of(*value), std::string("“") + key + ":” is not available in this version.",
                        std::string("Reply with an empty line “") + key + ":” to open it without.");
    }

    void may_propose() {
        if (policy_->proposers.empty()) return;
        const auto allowed = resolve_people(config_, policy_->proposers);
        for (const auto* person : allowed)
            if (person->addresses.front() == proposal_.proposer.address) return;
        std::vector<std::string> names;
        for (const auto* person : allowed) names.push_back(person->name);
        problem("", "Under the policy “" + policy_->rules.name + "” only these may propose: " + listed(names) + ".",
                "Ask one of them, or reply with another policy: Policy: " + config_.default_policy);
    }

    void sections() {
        const auto present = section_headings(proposal_.text.body);
        for (const auto& wanted : policy_->required_sections) {
            const bool there = std::any_of(present.begin(), present.end(), [&](const std::string& heading) {
                return same_ignoring_case(heading, wanted) || same_ignoring_case(heading, wanted + ":");
            });
            if (!there)
                problem("", "The section “" + wanted + "” is missing, and the policy asks for it.",
                        "Send the proposal again with a heading “" + wanted + "” and its text.");
        }
    }

    std::vector<const PersonConfig*> people(const HeadValue& value) {
        std::vector<const PersonConfig*> found;
        for (const auto& item : list_of(value)) {
            const std::string group = item.starts_with("group:") ? item.substr(6) : item;
            const auto g = config_.groups.find(group);
            if (g != config_.groups.end()) {
                for (const auto* p : resolve_people(config_, g->second)) found.push_back(p);
            } else if (const auto* p = find_person(config_, item)) {
                found.push_back(p);
            } else {
                std::vector<std::string> known;
                for (const auto& [name, unused] : config_.groups) known.push_back(name);
                const auto near = nearest(group, known);
                problem(line_of(value), "“" + item + "” is neither a group nor the address of a person known here.",
                        near ? "Did you mean: group:" + *near : "Known groups: " + listed(known) + ".");
            }
        }
        return found;
    }

    void roster() {
        const auto* voters = find_value(proposal_.head, "Voters");
        const auto* advisory = find_value(proposal_.head, "Advisory");
        const auto* decider = find_value(proposal_.head, "Decider");
        for (const auto* p : voters ? people(*voters) : resolve_people(config_, policy_->voters)) seat(*p, true);
        if (advisory) {
            for (const auto* p : people(*advisory)) seat(*p, false);
        } else if (!policy_->advisory.empty()) {
            for (const auto* p : resolve_people(config_, policy_->advisory)) seat(*p, false);
        }
        if (decider) {
            if (const auto* p = find_person(config_, decider->value))
                opening_.decider = as_person(*p);
            else
                problem(line_of(*decider), "“" + decider->value + "” is not the address of a person known here.",
                        "Write: Decider: ADDRESS");
        } else if (const auto* p = find_person(config_, policy_->decider)) {
            opening_.decider = as_person(*p);
        }
        if (!policy_->facilitators.empty())
            for (const auto* p : resolve_people(config_, policy_->facilitators))
                opening_.facilitators.push_back(as_person(*p));
        if (opening_.roster.empty()) problem("", "Nobody would be asked.", "Write for example: Voters: group:NAME");
    }

    void seat(const PersonConfig& person, bool binding) {
        const std::string address = person.addresses.front();
        for (const auto& p : opening_.roster)
            if (p.address == address) return;
        opening_.roster.push_back({person.name, address, person.addresses, binding, {}});
        seats_.push_back(&person);
    }

    void quorum() {
        rules_ = policy_->rules;
        const auto* value = find_value(proposal_.head, "Quorum");
        if (!value) return;
        std::int64_t n = 0;
        const auto& text = value->value;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
        const auto binding = std::count_if(opening_.roster.begin(), opening_.roster.end(),
                                           [](const Participant& p) { return p.binding; });
        if (error != std::errc() || end != text.data() + text.size() || n < 0 || n > binding)
            problem(line_of(*value),
                    "A quorum is a whole number from 0 to " + std::to_string(binding) +
                        ", the number of people who may vote.",
                    "Write for example: Quorum: " + std::to_string(std::max<std::int64_t>(1, binding / 2)));
        else if (n < quorum_needed(rules_.quorum, binding))
            problem(line_of(*value),
                    "The policy asks for at least " + std::to_string(quorum_needed(rules_.quorum, binding)) +
                        " answers, and a proposal cannot ask for fewer.",
                    "Leave the line out, or write a larger number.");
        else
            rules_.quorum = Quorum{n, 0, false};
    }

    void supersedes() {
        const auto* value = find_value(proposal_.head, "Supersedes");
        if (!value) return;
        for (const auto& item : list_of(*value)) {
            std::int64_t n = 0;
            const bool shaped = item.size() > 2 && (item[0] == 'D' || item[0] == 'd') && item[1] == '-';
            const auto parsed = shaped ? std::from_chars(item.data() + 2, item.data() + item.size(), n).ec
                                       : std::errc::invalid_argument;
            if (parsed == std::errc() && n > 0 && world_.store.find_number(n))
                opening_.supersedes.push_back("D-" + std::to_string(n));
            else
                problem(line_of(*value), "There is no decision “" + item + "”.",
                        "Write for example: Supersedes: D-12");
        }
    }

    const Calendar& proposers_calendar() const {
        const auto* person = find_person(config_, proposal_.proposer.address);
        return person ? person->calendar : config_.calendar;
    }

    void deadline() {
        const Instant least = now_ + rules_.min_period;
        const auto* value = find_value(proposal_.head, "Deadline");
        if (!value) {
            opening_.closes_at = std::max(least, add_span(proposers_calendar(), now_, policy_->period));
            return;
        }
        const auto read = read_deadline(value->value, proposers_calendar(), proposal_.source.arrival);
        if (const auto* wrong = std::get_if<NotUnderstood>(&read)) {
            problem(line_of(*value), wrong->wrong, wrong->right);
        } else if (std::get<Instant>(read) < least) {
            problem(line_of(*value), "The policy asks for a period until " + utc_text(least) + " at least.",
                    "Choose a later deadline.");
        } else {
            opening_.closes_at = std::get<Instant>(read);
        }
    }

    bool may_open() const { return accepts(rules_, proposal_.trust); }

    Open opened() {
        opening_.number = world_.store.next_number();
        opening_.proposer = proposal_.proposer;
        opening_.policy = rules_;
        opening_.text = proposal_.text;
        opening_.at = now_;
        for (std::size_t i = 0; i < seats_.size(); ++i)
            opening_.roster[i].reminders = reminders_for(config_, *policy_, *seats_[i], now_, opening_.closes_at);
        opening_.source = proposal_.source;
        opening_.thread_message_id = proposal_.source.message_id;
        opening_.trusted_authserv_ids = config_.mail.trusted_authserv_ids;
        return Open{opening_};
    }

    const Config& config_;
    const World& world_;
    const Proposal& proposal_;
    Instant now_;
    const PolicyConfig* policy_ = nullptr;
    Policy rules_;
    Opened opening_;
    std::vector<const PersonConfig*> seats_;
    std::vector<Problem> problems_;
};

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
    const auto text = read_proposal(new_text);
    add_head_lines(proposal, text);
    std::erase_if(proposal.head, [](const HeadValue& v) { return v.value.empty() && v.items.empty(); });
    return proposal;
}

std::variant<Open, Draft> resolve(const World& world, const Proposal& proposal, Instant now) {
    return Resolver(world, proposal, now).resolve();
}

std::vector<Instant> reminders_for(const Config&, const PolicyConfig& policy, const PersonConfig& person,
                                   Instant from, Instant close) {
    const auto working = working_time(person.calendar, from, close);
    std::optional<Instant> last;
    if (policy.reminder_before_close && !working.empty()) {
        // One working day before the close: as much working time before it as such a day has.
        Duration left = person.calendar.until_minute > person.calendar.from_minute
                            ? Duration((person.calendar.until_minute - person.calendar.from_minute) * 60)
                            : Duration(8 * 3600);
        for (auto day = working.rbegin(); day != working.rend() && !last; ++day) {
            const Duration length = day->end - day->begin;
            if (left <= length)
                last = day->end - left;
            else
                left -= length;
        }
    }
    return plan_reminders(working, policy.reminder_shares, last);
}

std::vector<ReminderPlan> plans_for(const Config& config, const Decision& d, Instant from, Instant close) {
    std::vector<ReminderPlan> plans;
    const auto policy = config.policies.find(d.policy.name);
    const PolicyConfig defaults;
    for (std::size_t i = 0; i < d.seats.size(); ++i)
        if (const auto* person = find_person(config, d.seats[i].participant.address))
            plans.push_back({static_cast<ParticipantIndex>(i),
                             reminders_for(config, policy == config.policies.end() ? defaults : policy->second,
                                           *person, from, close)});
    return plans;
}

}  // namespace assentd
