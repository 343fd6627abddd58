// SPDX-License-Identifier: Apache-2.0
#include "daemon/proposal.h"

#include <algorithm>
#include <charconv>
#include <random>

#include "config/when.h"
#include "decision/choice.h"
#include "decision/schedule.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/weights.h"

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

std::vector<std::string> names_of_policies(const Config& config) {
    std::vector<std::string> names;
    for (const auto& [policy, unused] : config.policies) names.push_back(policy);
    return names;
}

constexpr std::size_t longest_word = 40;
constexpr std::size_t longest_option = 200;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string without_in(const std::string& text) {
    return same_ignoring_case(text.substr(0, 3), "in ") ? text.substr(3) : text;
}

// Chance for lots, fixed and on the record before anybody votes.
std::uint64_t drawn_seed() {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) ^ device();
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
        own_words();
        options();
        supersedes();
        deadline();
        review();
        if (problems_.empty() && may_open() && proposal_.seconds >= rules_.seconds) return opened();
        Drafted draft;
        draft.proposer = proposal_.proposer;
        draft.text = proposal_.text;
        draft.head = proposal_.head;
        draft.problems = problems_;
        draft.awaits_confirmation = problems_.empty() && !may_open();
        draft.source = proposal_.source;
        if (problems_.empty() && may_open()) {
            draft.seconds_needed = rules_.seconds;
            for (const auto& p : opening_.roster)
                if (p.binding) draft.may_second.push_back({p.name, p.address, p.addresses});
        }
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
        for (const char* key : {"Sensitive"})
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
        const auto problems_before = problems_.size();
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
        if (opening_.roster.empty() && problems_.size() == problems_before)
            problem("", "Nobody would be asked.", "Write for example: Voters: group:NAME");
    }

    void seat(const PersonConfig& person, bool binding) {
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

    // "ship it = agree, stop = block"; over the policy's own.
    void own_words() {
        const auto* value = find_value(proposal_.head, "Words");
        if (!value) return;
        for (const auto& item : list_of(*value)) {
            const auto equals = item.find_first_of("=:");
            const auto word = trimmed(item.substr(0, equals));
            const auto position =
                equals == std::string::npos ? std::nullopt : position_from_name(trimmed(item.substr(equals + 1)));
            if (word.empty() || word.size() > longest_word || !position || *position == Position::ballot)
                problem(line_of(*value), "“" + item + "” does not say which word means which answer.",
                        "Write for example: Words: ship it = agree, stop = block. Answers: agree, abstain, disagree, "
                        "block, recuse.");
            else
                rules_.words.emplace_back(lower_case(word), *position);
        }
    }

    void options() {
        const auto* value = find_value(proposal_.head, "Options");
        const bool wanted = is_choice(rules_.method);
        if (!value && wanted)
            problem("", "The policy “" + rules_.name + "” chooses among options, and the proposal names none.",
                    "Reply with a list: Options: and one to a line, each after a dash.");
        if (!value) return;
        opening_.options = list_of(*value);
        const std::string standard = rules_.choice.default_option;
        if (wanted && !standard.empty() &&
            std::none_of(opening_.options.begin(), opening_.options.end(),
                         [&](const std::string& o) { return same_ignoring_case(o, standard); }))
            opening_.options.push_back(standard);
        check_options(*value, wanted);
    }

    void check_options(const HeadValue& value, bool wanted) {
        const auto& all = opening_.options;
        if (!wanted && rules_.method != Method::advice) {
            std::vector<std::string> choosing;
            for (const auto& [name, policy] : config_.policies)
                if (is_choice(policy.rules.method)) choosing.push_back(name);
            return problem(
                "Options:", "The policy “" + rules_.name + "” asks for one answer to one text, not for a choice.",
                "Leave the options out, or take another policy, for example: Policy: " +
                    (choosing.empty() ? std::string("ranked") : choosing.front()) +
                    ". There are: " + listed(choosing) + '.');
        }
        if (all.size() < 2 || all.size() > most_options_of_a_proposal)
            problem("Options:",
                    "There have to be 2 to " + std::to_string(most_options_of_a_proposal) +
                        " options, and these are " + std::to_string(all.size()) + '.',
                    "Write each on a line of its own, after a dash.");
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool twice = std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                                           [&](const std::string& o) { return same_ignoring_case(o, all[i]); });
            if (twice) problem(line_of(value), "The option “" + all[i] + "” stands there twice.", "Name each once.");
            if (all[i].size() > longest_option)
                problem(line_of(value), "The option “" + all[i].substr(0, 40) + "…” is too long.",
                        "Name it in a few words here, and explain it in the text.");
        }
        if (wanted && static_cast<std::int64_t>(all.size()) <= rules_.choice.seats)
            problem("Options:", "There are as many to be chosen as there are options.", "Name more options.");
    }

    void review() {
        auto span = policy_->review;
        const auto* value = find_value(proposal_.head, "Review");
        if (value) {
            const auto read = read_span(without_in(value->value));
            if (const auto* found = std::get_if<Span>(&read))
                span = *found;
            else if (const auto date = read_deadline(value->value, proposers_calendar(), opening_.closes_at);
                     std::holds_alternative<Instant>(date))
                opening_.review_at = std::get<Instant>(date);
            else
                problem(line_of(*value), std::get<NotUnderstood>(read).wrong, "Write for example: Review: 6 months");
        }
        if (span && !opening_.review_at && problems_.empty())
            opening_.review_at = add_span(proposers_calendar(), opening_.closes_at, *span);
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
        const Instant least = std::max(now_ + rules_.min_period, fair());
        const auto* value = find_value(proposal_.head, "Deadline");
        if (!value) {
            opening_.closes_at = std::max(least, add_span(proposers_calendar(), now_, policy_->period));
            return;
        }
        const auto read = read_deadline(value->value, proposers_calendar(), proposal_.source.arrival);
        if (const auto* wrong = std::get_if<NotUnderstood>(&read)) {
            problem(line_of(*value), wrong->wrong, wrong->right);
        } else if (std::get<Instant>(read) < least) {
            problem(line_of(*value),
                    fair() > now_ + rules_.min_period
                        ? "The policy gives everybody who is asked " +
                              std::to_string(policy_->min_working_time / std::chrono::hours(1)) +
                              " hours of their own working time, which is until " + utc_text(least) + '.'
                        : "The policy asks for a period until " + utc_text(least) + " at least.",
                    "Choose a later deadline, or leave the line out.");
        } else {
            opening_.closes_at = std::get<Instant>(read);
        }
    }

    // Any proof opens; which of them counts for an answer is the policy's to say.
    // When everybody who is asked has had the working time that the policy guarantees.
    Instant fair() const { return fair_close(*policy_, seats_, config_.calendar, now_, now_); }

    bool may_open() const { return proposal_.trust != Trust::none || accepts(rules_, Trust::none); }

    Open opened() {
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
        const auto& vouchers = config_.mail.vouchers;
        opening_.trusted_authserv_ids = vouchers.authserv_ids;
        opening_.trusted_arc_sealers = vouchers.arc_sealers;
        opening_.munging_lists = vouchers.munging_lists;
        opening_.strict_alignment = vouchers.strict_alignment;
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

Instant close_after_amendment(const Config& config, const Decision& d, Instant now) {
    const auto policy = config.policies.find(d.policy.name);
    const auto* proposer = find_person(config, d.proposer.address);
    const Calendar& calendar = proposer ? proposer->calendar : config.calendar;
    const Span span = policy == config.policies.end() ? PolicyConfig().amend_period : policy->second.amend_period;
    return std::max(d.announced_close, add_span(calendar, now, span));
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
