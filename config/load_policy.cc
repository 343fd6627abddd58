// SPDX-License-Identifier: Apache-2.0
// [policy.NAME]: how a group decides, from a preset and the admin's changes (PRODUCT 3.1). Presets are the same
// sections, compiled in, so that a preset can be read, copied and changed.
#include <fmt/format.h>

#include <algorithm>

#include "config/loading.h"
#include "config/words.h"
#include "decision/text.h"
#include "presets.h"

namespace assentd::toml_file {

namespace {

constexpr std::int64_t most_votes = 1'000'000;
constexpr std::string_view dangerous_trust = "from-header-unverified";

std::vector<std::string> preset_names() {
    std::vector<std::string> names;
    for (const auto& [path, text] : preset_files) {
        const auto slash = path.rfind('/');
        names.emplace_back(path.substr(slash + 1, path.size() - slash - 1 - std::string_view(".toml").size()));
    }
    return names;
}

void load_shares(const Section& section, Policy& rules) {
    if (const auto text = section.text("threshold")) {
        if (const auto found = read_threshold(*text))
            rules.threshold = *found;
        else
            section.wrong("threshold", in_quotes(*text) + " is not a share that must agree",
                          "above 0 and up to 1, as in \"> 1/2\", \">= 2/3\", \"two thirds\", \"3:1\"");
    }
    if (const auto* quorum = section.find("quorum")) {
        const auto text = quorum->kind == Kind::number ? std::to_string(quorum->number) : quorum->text;
        if (const auto found = read_quorum(text))
            rules.quorum = *found;
        else
            section.wrong("quorum", in_quotes(text) + " is not a quorum",
                          "a count, or a share as in \"1/3\", \"> 1/2\", \"50%\"");
    }
    if (const auto least = section.number("min_agree")) {
        rules.min_agree = *least;
        if (*least < 0 || *least > most_votes)
            section.wrong("min_agree", "this many cannot be", "a number of votes from 0");
    }
}

void load_times(const Section& section, PolicyConfig& policy) {
    if (const auto text = section.text("period")) {
        const auto span = read_span(*text);
        if (const auto* found = std::get_if<Span>(&span))
            policy.period = *found;
        else
            section.wrong("period", in_quotes(*text) + " is not a length of time",
                          "as in \"72 hours\" or \"5 working days\"");
    }
    if (const auto text = section.text("min_period")) {
        const auto span = read_span(*text);
        const auto* found = std::get_if<Span>(&span);
        if (const auto length = found ? fixed_length(*found) : std::nullopt)
            policy.rules.min_period = *length;
        else
            section.wrong("min_period", in_quotes(*text) + " is not a fixed length of time",
                          "hours, days or weeks, as in \"72 hours\"");
    }
    const auto period = fixed_length(policy.period);
    if (period && *period < policy.rules.min_period)
        section.wrong(section.has("min_period") ? "min_period" : "period", "the period is shorter than min_period",
                      fmt::format("a period of at least {} hours", policy.rules.min_period / std::chrono::hours{1}));
}

// "1/2", "80%": of the period's working time. "1 working day before": before the close.
void load_reminders(const Section& section, PolicyConfig& policy) {
    if (!section.has("reminders")) return;
    policy.reminder_shares.clear();
    policy.reminder_before_close.reset();
    constexpr std::string_view before = " before";
    for (const auto& text : section.texts("reminders")) {
        const auto share = read_threshold(text.text);
        if (share && share->numerator < share->denominator) {
            policy.reminder_shares.push_back({share->numerator, share->denominator, false});
            continue;
        }
        const auto end = text.text.find(before);
        const auto span = read_span(std::string_view(text.text).substr(0, end));
        const auto* found = std::get_if<Span>(&span);
        if (end == std::string::npos || !found)
            section.wrong(text.place, in_quotes(text.text) + " is not a time for a reminder",
                          "a share of the period as in \"1/2\", or \"1 working day before\"");
        else if (policy.reminder_before_close)
            section.wrong(text.place, "there is already a reminder before the close", "only one of them");
        else
            policy.reminder_before_close = *found;
    }
}

void load_trust(const Section& section, Policy& rules) {
    if (!section.has("trust")) return;
    rules.trust.clear();
    for (const auto& text : section.texts("trust")) {
        const auto found = text.text == dangerous_trust ? Trust::none : trust_from_name(text.text);
        if (!found || (*found == Trust::none && text.text != dangerous_trust))
            section.wrong(text.place, in_quotes(text.text) + " is not a proof of who wrote",
                          one_of({"token", "authenticated", "signed", "several joined by + as in token+signed",
                                  std::string(dangerous_trust)}));
        else if (std::find(rules.trust.begin(), rules.trust.end(), *found) == rules.trust.end())
            rules.trust.push_back(*found);
    }
    if (section.texts("trust").empty())
        section.wrong("trust", "nothing would ever count", one_of({"token", "authenticated", "signed"}));
}

void load_words(const Section& section, Policy& rules) {
    const auto* words = section.find("words");
    if (!words) return;
    rules.words.clear();
    for (const auto& [word, place, value] : words->table) {
        const auto position = value.kind == Kind::text ? position_from_name(value.text) : std::nullopt;
        if (!position)
            section.wrong(value.place, "this is not a position",
                          one_of({"agree", "abstain", "disagree", "block", "recuse"}));
        else if (word.empty() || word.size() > 40 || word.find_first_of("\r\n") != std::string::npos)
            section.wrong(place, "this cannot be a vote word", "1 to 40 letters in one line");
        else
            rules.words.emplace_back(lower_case(word), *position);
    }
}

void load_method(const Section& section, Policy& rules, bool from_preset) {
    const std::vector<std::string> motions{"consent", "lazy-consensus", "majority"};
    const auto text = section.text("method");
    if (!text) return;
    const auto found = method_from_name(*text);
    if (!found) return section.wrong("method", in_quotes(*text) + " is not a method", one_of(motions));
    if (!is_motion(*found))
        return section.wrong("method",
                             in_quotes(*text) + (from_preset ? " does not count motions as the preset does"
                                                             : " is not available in this version"),
                             one_of(motions));
    rules.method = *found;
}

void load_rules(const Section& section, Policy& rules) {
    load_shares(section, rules);
    load_name(section, "base", base_from_name, {"cast", "present", "eligible"}, rules.base);
    load_name(section, "on_disagree", on_disagree_from_name, {"count", "block"}, rules.on_disagree);
    load_name(section, "silence", silence_from_name, {"agree", "nothing"}, rules.silence);
    load_name(section, "visibility", visibility_from_name, {"open", "until-voted", "until-closed"}, rules.visibility);
    load_name(section, "comments_from", comments_from_name, {"participants", "everyone"}, rules.comments_from);
    rules.veto_needs_reason = section.flag("veto_needs_reason").value_or(rules.veto_needs_reason);
    rules.early_close = section.flag("early_close").value_or(rules.early_close);
    rules.close_by_proposer = section.flag("close_by_proposer").value_or(rules.close_by_proposer);
    load_trust(section, rules);
    load_words(section, rules);
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
    const auto signed_only =
        std::all_of(wishes.begin(), wishes.end(), [](Trust wish) { return includes(wish, Trust::signature); });
    if (!signed_only) return;
    for (const auto* person : resolve_people(config, policy.voters))
        if (person->openpgp.empty())
            return section.wrong("trust", "nothing that " + person->name + " answers would ever count",
                                 "openpgp and openpgp_key for each voter, or another proof beside \"signed\"");
}

// What the roster makes impossible. A preset that nobody uses may ask for more people than there are.
void check_roster(const Section& section, const PolicyConfig& policy, const Config& config) {
    const auto voters = static_cast<std::int64_t>(resolve_people(config, policy.voters).size());
    const bool list_was_wrong = section.has("voters") && policy.voters.empty() && !section.texts("voters").empty();
    if (list_was_wrong) return;
    if (voters == 0 || (section.has("voters") && policy.voters.empty()))
        return section.wrong("voters", "the policy has no voters",
                             "addresses of people or \"group:NAME\"; leave voters out for everybody");
    const auto& quorum = policy.rules.quorum;
    if (quorum.denominator == 0 && quorum.numerator > voters)
        section.wrong("quorum",
                      fmt::format("a quorum of {} can never be reached by {}", quorum.numerator,
                                  counted(voters, "voter", "voters")),
                      fmt::format("at most {}", voters));
    if (policy.rules.min_agree > voters)
        section.wrong("min_agree",
                      fmt::format("{} agreements can never be reached by {}", policy.rules.min_agree,
                                  counted(voters, "voter", "voters")),
                      fmt::format("at most {}", voters));
}

void load_into(PolicyConfig& policy, const Section& section, bool from_preset, const Config& config) {
    load_method(section, policy.rules, from_preset);
    load_rules(section, policy.rules);
    load_times(section, policy);
    load_reminders(section, policy);
    load_roster(section, policy, config);
    policy.description = section.text("description").value_or(policy.description);
    if (section.has("required_sections")) policy.required_sections.clear();
    for (const auto& text : section.texts("required_sections")) policy.required_sections.push_back(text.text);
    if (section.has("subject_tags")) policy.subject_tags.clear();
    for (const auto& text : section.texts("subject_tags")) {
        std::string tag = lower_case(text.text);
        if (tag.starts_with('[') && tag.ends_with(']')) tag = tag.substr(1, tag.size() - 2);
        if (tag.empty() || tag.find_first_of("[]\r\n") != std::string::npos)
            section.wrong(text.place, in_quotes(text.text) + " is not a subject tag", "as in \"RFC\"");
        else
            policy.subject_tags.push_back(tag);
    }
}

}  // namespace

bool is_preset(std::string_view name) {
    const auto names = preset_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

void load_presets(Config& config, Problems& problems) {
    for (const auto& [path, text] : preset_files) {
        const auto file = parse(text, std::string(path), problems);
        for (const auto& top : file.table)
            for (const auto& [name, place, value] : top.value.table) {
                PolicyConfig policy;
                policy.rules.name = policy.rules.preset = name;
                policy.period = {5, SpanUnit::working_day};
                load_into(policy, Section("policy.*", value, problems), false, config);
                config.policies[name] = std::move(policy);
            }
    }
}

void load_policy(const std::string& name, const Section& section, Config& config) {
    const auto presets = preset_names();
    const auto preset = section.text("preset");
    PolicyConfig policy;
    policy.period = {5, SpanUnit::working_day};
    // Presets are read before any [policy.NAME], but one of these may have redefined it: read it again.
    Config pristine;
    load_presets(pristine, section.problems());
    if (preset && !is_preset(*preset))
        section.wrong("preset", "unknown preset " + in_quotes(*preset), suggestion(*preset, presets));
    const auto base = preset ? *preset : is_preset(name) ? name : section.text("method").value_or("");
    if (const auto found = pristine.policies.find(base); found != pristine.policies.end()) policy = found->second;
    if (!preset && !section.has("method") && !is_preset(name))
        section.wrong("preset", "policy " + in_quotes(name) + " has neither preset nor method",
                      "preset: " + one_of(presets));
    policy.rules.name = name;
    load_into(policy, section, preset.has_value(), config);
    check_roster(section, policy, config);
    check_keys(section, policy, config);
    config.policies[name] = std::move(policy);
}

}  // namespace assentd::toml_file
