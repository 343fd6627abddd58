// SPDX-License-Identifier: Apache-2.0
#include "daemon/resolver.h"

#include <algorithm>
#include <charconv>
#include <random>

#include "daemon/head_values.h"
#include "daemon/named_person.h"
#include "daemon/planning.h"
#include "decision/nearest.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/weights.h"

namespace assentd {

namespace {

// Chance for lots, fixed and on the record before anybody votes.
std::uint64_t drawn_seed() {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) ^ device();
}

}  // namespace

namespace {

// Also of "board, please": the only one that it names, or else the one that its first word is near.
std::optional<std::string> policy_meant(const std::string& wanted, const std::vector<std::string>& known) {
    if (auto near = nearest(wanted, known)) return near;
    std::vector<std::string> said(1);
    for (const char c : wanted)
        if (std::string_view(" \t,;.:!?()").find(c) == std::string_view::npos)
            said.back() += c;
        else if (!said.back().empty())
            said.emplace_back();
    std::vector<std::string> named;
    for (const auto& policy : known)
        if (std::any_of(said.begin(), said.end(), [&](const auto& w) { return same_ignoring_case(w, policy); }))
            named.push_back(policy);
    if (named.size() == 1) return named.front();
    return named.empty() && !said.front().empty() ? nearest(said.front(), known) : std::nullopt;
}

}  // namespace

std::vector<std::string> names_of_policies(const Config& config) {
    std::vector<std::string> names;
    for (const auto& [policy, unused] : config.policies) names.push_back(policy);
    return names;
}

std::variant<Open, Draft> Resolver::resolve() {
    choose_policy();
    odd_lines();
    if (proposal_.text.title.empty())
        problem("Subject:", "The proposal has no subject, and the subject is its title.",
                "Reply with a line like: Subject: Move the weekly meeting to mail");
    const auto& body = proposal_.text.body;
    const bool only_forwarded = body.starts_with(forwarded_heading);
    asked_.text = only_forwarded || body.find_first_not_of(" \t\n") == std::string::npos;
    if (only_forwarded)
        ask("", {{},
                 "Your proposal has no text but a forwarded one.",
                 "Reply with what you propose about it. The forwarded text stays below your words."});
    else if (asked_.text)
        ask("", {{}, "Your proposal has no text.", "Reply with what you propose."});
    refuse_what_is_not_there();
    may_propose();
    sections();
    roster();
    quorum();
    reach();
    own_words();
    options();
    supersedes();
    deadline();
    review();
    if (problems_.empty() && may_open() && proposal_.seconds >= seconds_needed()) return opened();
    Drafted draft;
    draft.proposer = proposal_.proposer;
    draft.text = proposal_.text;
    draft.head = proposal_.head;
    // What the address or a tag of the subject said is not in the reply that corrects or seconds it.
    if (!find_value(draft.head, "Policy")) {
        if (std::find(asked_.keys.begin(), asked_.keys.end(), "Policy") != asked_.keys.end())
            set_value(draft.head, {std::string(policy_otherwise), policy_otherwise_named(), {}});
        else if (!find_value(draft.head, maybe_answer) || policy_->rules.name != config_.default_policy)
            set_value(draft.head, {"Policy", policy_->rules.name, {}});
    }
    draft.problems = problems_;
    if (!problems_.empty() && !proposal_.not_read.line.empty())
        draft.problems.insert(draft.problems.begin(), proposal_.not_read);
    draft.awaits_confirmation = problems_.empty() && !may_open();
    draft.source = proposal_.source;
    draft.trust = proposal_.trust;
    if (problems_.empty() && may_open()) {
        draft.seconds_needed = seconds_needed();
        draft.terms = terms();
        for (const auto& p : opening_.roster)
            if (p.binding) draft.may_second.push_back({p.name, p.address, p.addresses});
    }
    return Draft{draft, problems_.empty() ? proposal_.beside : Problem{}};
}

void Resolver::problem(std::string line, std::string wrong, std::string right) {
    const std::string key = line.substr(0, line.find_first_of(" :"));
    ask(key, {std::move(line), std::move(wrong), std::move(right)});
}

void Resolver::ask(std::string_view key, Problem problem) {
    auto& keys = asked_.keys;
    if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.emplace_back(key);
    problems_.push_back(std::move(problem));
}

// What those who may second it want to know, beside the text and its head lines.
std::string Resolver::terms() const {
    const std::int64_t binding = binding_seats();
    const bool usual = !find_value(proposal_.head, "Deadline");
    return "It would be " + (usual ? "open for " + to_string(policy_->period) : std::string("decided")) +
           " under the policy “" + rules_.name + "”. " +
           rule_text(rules_, binding, opening_.decider ? opening_.decider->name : std::string());
}

std::string Resolver::local(Instant instant) const {
    return local_text(proposers_calendar(), instant) + " (" + utc_text(instant) + ')';
}

bool Resolver::take_policy(const std::string& wanted) {
    if (config_.is_replay) {
        policy_ = &config_.policies.begin()->second;
        return true;
    }
    const auto found = std::find_if(config_.policies.begin(), config_.policies.end(),
                                    [&](const auto& p) { return same_ignoring_case(p.first, wanted); });
    if (found == config_.policies.end()) return false;
    policy_ = &found->second;
    return true;
}

std::string Resolver::policy_otherwise_named() const {
    const auto* kept = find_value(proposal_.head, policy_otherwise);
    if (kept) return kept->value;
    return proposal_.subaddress.empty() ? policy_->rules.name : proposal_.subaddress;
}

void Resolver::unknown_policy(const std::string& line, const std::string& wanted, std::string_view where) {
    const auto known = names_of_policies(config_);
    const auto near = policy_meant(wanted, known);
    ask("Policy", {line, "There is no policy called “" + wanted + "”" + std::string(where) + '.',
                   (near ? "Did you mean: Policy: " + *near + "? "
                         : "Reply with a line like: Policy: " + config_.default_policy + ". ") +
                       "There are: " + listed(known) + '.'});
}

// PRODUCT 1.2: the line, the sub-address, a subject tag, the default.
void Resolver::choose_policy() {
    if (const auto* value = find_value(proposal_.head, "Policy")) {
        if (take_policy(value->value)) return;
        unknown_policy(line_of(*value), value->value, {});
    } else {
        const auto* kept = find_value(proposal_.head, policy_otherwise);
        const std::string& named = kept ? kept->value : proposal_.subaddress;
        if (!named.empty() && (take_policy(named) || known_tag(named))) return;
        if (!named.empty()) unknown_policy({}, named, ", which the address you wrote to names");
        for (const auto& tag : proposal_.tags)
            if (named.empty() && known_tag(tag)) return;
    }
    if (!policy_) take_policy(config_.default_policy);
}

bool Resolver::known_tag(const std::string& tag) {
    const std::string lower = lower_case(tag);
    for (const auto& [policy_name, policy] : config_.policies)
        if (std::find(policy.subject_tags.begin(), policy.subject_tags.end(), lower) != policy.subject_tags.end()) {
            policy_ = &policy;
            return true;
        }
    return false;
}

void Resolver::may_propose() {
    if (policy_->proposers.empty()) return;
    const auto allowed = resolve_people(config_, policy_->proposers);
    for (const auto* person : allowed)
        if (person->addresses.front() == proposal_.proposer.address) return;
    std::vector<std::string> names;
    for (const auto* person : allowed) names.push_back(person->name);
    ask("Policy", {{},
                   "Under the policy “" + policy_->rules.name + "” only these may propose: " + listed(names) + ".",
                   "Ask one of them, or reply with another policy: Policy: " + config_.default_policy});
}

void Resolver::sections() {
    const auto present = section_headings(proposal_.text.body);
    for (const auto& wanted : policy_->required_sections) {
        const bool there = std::any_of(present.begin(), present.end(), [&](const std::string& heading) {
            return same_ignoring_case(heading, wanted) || same_ignoring_case(heading, wanted + ":");
        });
        if (there) continue;
        asked_.sections.push_back(wanted);
        ask("", {{},
                 "The section “" + wanted + "” is missing, and the policy asks for it.",
                 "Reply with the heading “" + wanted + ":” and its text below it."});
    }
}

std::vector<const PersonConfig*> Resolver::people(const HeadValue& value) {
    std::vector<const PersonConfig*> found;
    for (const auto& item : list_of(value)) {
        const std::string group = item.starts_with("group:") ? item.substr(6) : item;
        const auto g = config_.groups.find(group);
        if (g != config_.groups.end()) {
            for (const auto* p : resolve_people(config_, g->second)) found.push_back(p);
        } else if (const auto named = named_person(config_, item); named.person) {
            found.push_back(named.person);
        } else if (!config_.is_replay && !named.right.empty()) {
            problem(line_of(value), named.wrong, "Write for example: " + named.right);
        } else if (!config_.is_replay) {
            std::vector<std::string> known;
            for (const auto& [name, unused] : config_.groups) known.push_back(name);
            const auto near = nearest(group, known);
            problem(line_of(value),
                    "“" + item + "” is neither a group nor the name or address of a person known here.",
                    near ? "Did you mean: group:" + *near : "Known groups: " + listed(known) + ".");
        }
    }
    return found;
}

void Resolver::roster() {
    const auto* voters = find_value(proposal_.head, "Voters");
    const auto* advisory = find_value(proposal_.head, "Advisory");
    const auto* decider = find_value(proposal_.head, "Decider");
    const auto problems_before = problems_.size();
    if (voters)
        for (const auto* p : people(*voters)) seat(*p, true);
    if (!voters || (config_.is_replay && opening_.roster.empty()))
        for (const auto* p : resolve_people(config_, policy_->voters)) seat(*p, true);
    if (advisory) {
        voters_named_advisory(*advisory);
        for (const auto* p : people(*advisory)) seat(*p, false);
    } else if (!policy_->advisory.empty()) {
        for (const auto* p : resolve_people(config_, policy_->advisory)) seat(*p, false);
    }
    if (policy_->rules.method == Method::announce) leave_out_announcer();
    if (decider) {
        const auto named = named_person(config_, decider->value);
        if (named.person)
            opening_.decider = as_person(*named.person);
        else if (!config_.is_replay)
            problem(
                line_of(*decider), named.wrong,
                "Write for example: Decider: " + (named.right.empty() ? proposal_.proposer.address : named.right));
    } else if (const auto* p = find_person(config_, policy_->decider)) {
        opening_.decider = as_person(*p);
    } else if (policy_->rules.method == Method::advice) {
        ask("Decider",
            {{},
             "The policy “" + policy_->rules.name + "” leaves it to one person to decide, and nobody is named.",
             "Write for example: Decider: " + proposal_.proposer.address});
    }
    if (!policy_->facilitators.empty())
        for (const auto* p : resolve_people(config_, policy_->facilitators))
            opening_.facilitators.push_back(as_person(*p));
    if (opening_.roster.empty() && problems_.size() == problems_before)
        ask("Voters", {{}, "Nobody would be asked.", "Write for example: Voters: group:NAME"});
}

// A group beside the voters means the rest of it; somebody named cannot be both.
void Resolver::voters_named_advisory(const HeadValue& advisory) {
    for (const auto& item : list_of(advisory)) {
        const auto* person = config_.groups.contains(item) ? nullptr : find_person(config_, item);
        if (person && std::any_of(seats_.begin(), seats_.end(), [&](const auto* p) { return p == person; }))
            problem(line_of(advisory),
                    person->name + " is among those who vote here, and cannot only advise as well.",
                    "Reply with a line “Voters:” that leaves out " + person->name +
                        ", or with an “Advisory:” that does.");
    }
}

// Who announces something has read it. Where nobody else is named they stay: somebody has to.
void Resolver::leave_out_announcer() {
    if (opening_.roster.size() < 2) return;
    for (std::size_t i = 0; i < opening_.roster.size(); ++i) {
        if (opening_.roster[i].address != proposal_.proposer.address) continue;
        opening_.roster.erase(opening_.roster.begin() + static_cast<std::ptrdiff_t>(i));
        seats_.erase(seats_.begin() + static_cast<std::ptrdiff_t>(i));
        return;
    }
}

void Resolver::seat(const PersonConfig& person, bool binding) {
    const std::string address = person.addresses.front();
    for (const auto& p : opening_.roster)
        if (p.address == address) return;
    const auto weight = policy_->weights.find(address);
    opening_.roster.push_back({person.name,
                               address,
                               person.addresses,
                               binding,
                               {},
                               weight == policy_->weights.end() ? one_vote_millionths : weight->second});
    seats_.push_back(&person);
}

void Resolver::quorum() {
    rules_ = policy_->rules;
    const auto* value = find_value(proposal_.head, "Quorum");
    if (!value) return;
    std::int64_t n = 0;
    const auto& text = value->value;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    const auto binding =
        std::count_if(opening_.roster.begin(), opening_.roster.end(), [](const Participant& p) { return p.binding; });
    const bool is_number = error == std::errc() && end == text.data() + text.size() && n >= 0;
    if (binding == 0 && is_number) return;  // who votes is not clear yet, and told already
    if (!is_number || n > binding)
        problem(line_of(*value),
                "A quorum is a whole number" +
                    (binding == 0 ? std::string(".")
                                  : " from 0 to " + std::to_string(binding) + ", the number of people who may vote."),
                "Write for example: Quorum: " +
                    std::to_string(std::max({std::int64_t{1}, static_cast<std::int64_t>(binding / 2),
                                             quorum_needed(rules_.quorum, binding)})));
    else if (n < quorum_needed(rules_.quorum, binding))
        problem(line_of(*value),
                "The policy asks for at least " + std::to_string(quorum_needed(rules_.quorum, binding)) +
                    " answers, and a proposal cannot ask for fewer.",
                "Write a larger number, or reply with “Quorum:” and nothing behind it to leave the line out.");
    else
        rules_.quorum = Quorum{n, 0, false};
}

// "Voters:" may name fewer people than the policy's rules can be met by.
void Resolver::reach() {
    const auto* voters = find_value(proposal_.head, "Voters");
    const std::int64_t binding = binding_seats();
    if (!voters || binding == 0 || config_.is_replay) return;
    std::int64_t needed = std::max(quorum_needed(rules_.quorum, binding), rules_.min_agree);
    if (rules_.agree_all_but) needed = std::max(needed, *rules_.agree_all_but + 1);
    if (rules_.method == Method::debian_a6)
        needed = std::max(needed, least_in_favour(rules_.choice.in_favour, binding));
    if (needed > binding)
        problem(line_of(*voters),
                "The policy “" + rules_.name + "” needs the answers of " + std::to_string(needed) +
                    " people at least, and " + std::to_string(binding) + " may vote.",
                "Name more voters, or reply with another policy.");
}

std::int64_t Resolver::binding_seats() const {
    return std::count_if(opening_.roster.begin(), opening_.roster.end(),
                         [](const Participant& p) { return p.binding; });
}

// Any proof opens; which of them counts for an answer is the policy's to say.
bool Resolver::may_open() const {
    return proposal_.trust != Trust::none || accepts(rules_, Trust::none);
}

Open Resolver::opened() {
    opening_.number = world_.store.next_number();
    opening_.proposer = proposal_.proposer;
    opening_.policy = rules_;
    opening_.text = proposal_.text;
    opening_.at = now_;
    opening_.seed = drawn_seed();
    for (std::size_t i = 0; i < seats_.size(); ++i)
        opening_.roster[i].reminders = reminders_for(config_, *policy_, *seats_[i], now_, opening_.closes_at);
    opening_.source = proposal_.source;
    opening_.thread_message_id = proposal_.source.message_id;
    opening_.token_salt = proposal_.source.sha256;
    const auto& vouchers = config_.mail.vouchers;
    opening_.trusted_authserv_ids = vouchers.authserv_ids;
    opening_.trusted_arc_sealers = vouchers.arc_sealers;
    opening_.munging_lists = vouchers.munging_lists;
    opening_.strict_alignment = vouchers.strict_alignment;
    return Open{opening_, proposal_.beside};
}

}  // namespace assentd
