// SPDX-License-Identifier: Apache-2.0
// [policy.NAME]: how a group decides, from a preset and the admin's changes (PRODUCT 3.1). Presets are the same
// sections, compiled in, so that a preset can be read, copied and changed.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "config/loading.h"
#include "decision/text.h"
#include "decision/weights.h"
#include "presets.h"

namespace assentd::toml_file {

namespace {

std::vector<std::string> preset_names() {
    std::vector<std::string> names;
    for (const auto& [path, text] : preset_files) {
        const auto slash = path.rfind('/');
        names.emplace_back(path.substr(slash + 1, path.size() - slash - 1 - std::string_view(".toml").size()));
    }
    return names;
}

bool is_preset(std::string_view name) {
    const auto names = preset_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

const std::vector<std::string> method_names{
    "consent", "lazy-consensus", "majority", "schulze", "debian-a6", "irv",
    "stv",     "approval",       "score",    "input",   "announce",  "advice"};

// Consent, lazy consensus and majority differ in a few keys only; any other method needs a start of its own.
bool can_become(Method from, Method to) {
    const auto plain = [](Method m) { return is_motion(m) && m != Method::announce; };
    return from == to || (plain(from) && plain(to));
}

// What a policy of this method is before anything is said about it.
PolicyConfig blank(Method method) {
    PolicyConfig policy;
    policy.period = {5, SpanUnit::working_day};
    policy.rules.method = method;
    if (!can_become(Method::consent, method)) {
        policy.rules.on_disagree = OnDisagree::count;
        policy.rules.silence = Silence::nothing;
        policy.rules.veto_needs_reason = false;
    }
    return policy;
}

std::optional<Method> load_method(const Section& section) {
    const auto text = section.text("method");
    const auto found = text ? method_from_name(*text) : std::nullopt;
    if (text && !found)
        section.wrong("method", in_quotes(*text) + " is not a method", suggestion(*text, method_names));
    return found;
}

void load_roster(const Section& section, PolicyConfig& policy, const Config& config) {
    for (auto [key, list] :
         {std::pair{"voters", &policy.voters}, std::pair{"advisory", &policy.advisory},
          std::pair{"proposers", &policy.proposers}, std::pair{"facilitators", &policy.facilitators}})
        if (section.has(key)) *list = load_people_list(section, key, config);
    if (section.has("decider")) {
        const auto found = load_people_list(section, "decider", config);
        policy.decider = found.empty() ? "" : found.front();
        if (policy.decider.starts_with("group:"))
            section.wrong("decider", "a group cannot be the decider", "the address of one person");
    }
}

void check_keys(const Section& section, const PolicyConfig& policy, const Config& config) {
    const auto& wishes = policy.rules.trust;
    const auto signed_only = !wishes.empty() && std::all_of(wishes.begin(), wishes.end(), [](Trust wish) {
        return includes(wish, Trust::signature);
    });
    if (!signed_only) return;
    for (const auto* person : resolve_people(config, policy.voters))
        if (person->openpgp.empty())
            return section.wrong("trust", "nothing that " + person->name + " answers would ever count",
                                 "openpgp and openpgp_key for each voter, or another proof beside \"signed\"");
}

void load_weights(const Section& section, PolicyConfig& policy, const Config& config) {
    const auto* weights = section.find("weights");
    if (!weights) return;
    policy.weights.clear();
    const auto voters = resolve_people(config, policy.voters);
    for (const auto& [address, place, value] : weights->table) {
        const auto* person = find_person(config, address);
        const auto text = value.kind == Kind::number ? std::to_string(value.number) : value.text;
        const auto weight = read_weight(text);
        if (!person || std::find(voters.begin(), voters.end(), person) == voters.end())
            section.wrong(place, in_quotes(address) + " is no voter of this policy",
                          "the address of one of its voters");
        else if (!weight)
            section.wrong(value.place, "this is not a weight",
                          "above 0 and up to 1000, with at most six decimals, as in \"1.5\"");
        else if (!policy.weights.emplace(person->addresses.front(), *weight).second)
            section.wrong(place, in_quotes(person->name) + " has a weight already", "each person once");
    }
}

// What PRODUCT 1.3 lets a proposal say of how it is decided.
constexpr std::array<std::string_view, 9> all_head_lines{"Deadline", "Options",    "Voters", "Advisory", "Decider",
                                                         "Quorum",   "Supersedes", "Review", "Words"};

void load_head_lines(const Section& section, PolicyConfig& policy) {
    if (!section.has("head_lines")) return;
    policy.head_lines.emplace();
    for (const auto& text : section.texts("head_lines")) {
        const auto known = std::find_if(all_head_lines.begin(), all_head_lines.end(),
                                        [&](std::string_view name) { return same_ignoring_case(name, text.text); });
        if (known == all_head_lines.end())
            section.wrong(text.place, in_quotes(text.text) + " is no head line that a policy may leave to proposals",
                          suggestion(text.text, {all_head_lines.begin(), all_head_lines.end()}));
        else
            policy.head_lines->emplace_back(*known);
    }
}

// Whether its people are known.
bool load_into(PolicyConfig& policy, const Section& section, const Config& config) {
    const auto trouble_before = section.problems().count();
    load_roster(section, policy, config);
    const bool people_are_known = section.problems().count() == trouble_before;
    load_rules(section, policy.rules);
    load_choice(section, policy.rules.choice);
    load_times(section, policy);
    load_reminders(section, policy);
    load_weights(section, policy, config);
    policy.description = section.text("description").value_or(policy.description);
    load_head_lines(section, policy);
    if (section.has("required_sections")) policy.required_sections.clear();
    for (const auto& text : section.texts("required_sections")) policy.required_sections.push_back(text.text);
    if (section.has("subject_tags")) policy.subject_tags.clear();
    for (const auto& text : section.texts("subject_tags")) {
        std::string tag = lower_case(text.text);
        if (tag.starts_with('[') && tag.ends_with(']')) tag = tag.substr(1, tag.size() - 2);
        if (tag.empty() || tag.find_first_of("[]\r\n") != std::string::npos)
            section.wrong(text.place, in_quotes(text.text) + " is not a subject tag", "as in \"RFC\"");
        else if (decision_number(tag))
            section.wrong(text.place, in_quotes(text.text) + " is how a decision is named", "a word, as in \"RFC\"");
        else
            policy.subject_tags.push_back(tag);
    }
    return people_are_known;
}

}  // namespace

void load_presets(Config& config, Problems& problems) {
    for (const auto& [path, text] : preset_files) {
        const auto file = parse(text, std::string(path), problems);
        for (const auto& top : file.table)
            for (const auto& [name, place, value] : top.value.table) {
                const Section section("policy.*", value, problems);
                PolicyConfig policy = blank(load_method(section).value_or(Method::consent));
                policy.rules.name = policy.rules.preset = name;
                load_into(policy, section, config);
                check_policy(section, policy, config.calendar);
                config.policies[name] = std::move(policy);
            }
    }
}

namespace {

// What a policy starts from: its preset; the preset of its own name; one that has its method, best under that name.
const PolicyConfig* beginning(const Config& presets, const std::optional<std::string>& preset,
                              const std::string& name, std::optional<Method> method) {
    const auto find = [&](std::string_view wanted) -> const PolicyConfig* {
        const auto found = presets.policies.find(std::string(wanted));
        return found == presets.policies.end() ? nullptr : &found->second;
    };
    if (preset) return find(*preset);
    const auto* same_name = find(name);
    if (same_name && (!method || can_become(same_name->rules.method, *method))) return same_name;
    if (!method) return nullptr;
    if (const auto* same_method = find(assentd::name(*method))) return same_method;
    for (const auto& [unused, policy] : presets.policies)
        if (policy.rules.method == *method) return &policy;
    return nullptr;
}

// Whether what the preset says of itself is true of the policy, too.
bool decides_like(const PolicyConfig& policy, const PolicyConfig& preset) {
    Policy rules = policy.rules;
    rules.name = preset.rules.name;
    return rules == preset.rules && policy.period == preset.period;
}

}  // namespace

void load_policy(const std::string& name, const Section& section, Config& config) {
    const auto trouble_before = section.problems().count();
    const auto presets = preset_names();
    const auto preset = section.text("preset");
    const auto method = load_method(section);
    // Presets are read before any [policy.NAME], but one of these may have redefined it: read it again.
    Config pristine;
    load_presets(pristine, section.problems());
    if (preset && !is_preset(*preset))
        section.wrong("preset", "unknown preset " + in_quotes(*preset), suggestion(*preset, presets));
    const auto* start = beginning(pristine, preset, name, method);
    PolicyConfig policy = start ? *start : blank(method.value_or(Method::consent));
    if (!preset && !section.has("method") && !is_preset(name))
        section.wrong("preset", "policy " + in_quotes(name) + " has neither preset nor method",
                      "preset: " + one_of(presets));
    if (start && method && !can_become(start->rules.method, *method))
        return section.wrong("method",
                             fmt::format("{} cannot be the method of the preset {}",
                                         in_quotes(assentd::name(*method)), in_quotes(start->rules.preset)),
                             "remove one of the two");
    policy.rules.name = name;
    policy.is_preset = false;
    policy.rules.method = method.value_or(policy.rules.method);
    const bool method_is_known = section.problems().count() == trouble_before;
    const std::string of_preset = std::exchange(policy.description, {});
    const bool people_are_known = load_into(policy, section, config);
    if (start && !section.has("description") && decides_like(policy, *start)) policy.description = of_preset;
    // All that is wrong in one round; but nothing of what follows only from another fault.
    if (method_is_known) check_policy(section, policy, config.calendar);
    if (people_are_known) check_roster(section, policy, config);
    if (people_are_known) check_keys(section, policy, config);
    config.policies[name] = std::move(policy);
}

}  // namespace assentd::toml_file
