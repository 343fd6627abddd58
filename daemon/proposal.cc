// SPDX-License-Identifier: Apache-2.0
#include "daemon/proposal.h"

#include <algorithm>
#include <cctype>

#include "daemon/head_values.h"
#include "daemon/resolver.h"
#include "decision/text.h"

namespace assentd {

namespace {

// Options keep the letters that the proposer gave them, for the resolver to look at.
HeadValue as_value(const HeadLine& line) {
    HeadValue value{line.key, line.value, line.items};
    for (std::size_t i = 0; line.key == "Options" && i < value.items.size(); ++i)
        if (line.labels[i].size() == 1 && !std::isdigit(static_cast<unsigned char>(line.labels[i][0])))
            value.items[i].insert(0, line.labels[i] + ": ");
    return value;
}

// A list that is sent again as it was says that the lines below it are the text's.
void settle_stray(Proposal& proposal, const HeadValue& list) {
    const std::string key = list.key + std::string(below_list);
    const auto* before = find_value(proposal.head, list.key);
    const auto* stray = find_value(proposal.head, key);
    if (stray && before && (list_of(*before) == list_of(list) || list_of(list).empty()))
        proposal.text.body = stray->value + (proposal.text.body.empty() ? "" : "\n\n") + proposal.text.body;
    std::erase_if(proposal.head, [&](const HeadValue& v) { return v.key == key; });
}

// The line that a misspelt one was meant to be takes its place. One mail that says two things of one key leaves both.
void add_head_lines(Proposal& proposal, const ProposalText& text) {
    for (auto line = text.head.begin(); line != text.head.end(); ++line) {
        const auto before =
            std::find_if(text.head.begin(), line, [&](const HeadLine& other) { return other.key == line->key; });
        if (before != line) {
            if (before->value != line->value || before->items != line->items)
                set_value(proposal.head, {line->key + std::string(said_twice), line->value, line->items});
            continue;
        }
        std::erase_if(proposal.head, [&](const HeadValue& v) {
            return v.key == line->key + std::string(said_twice) ||
                   (!is_head_key(v.key) && v.key != maybe_answer && nearest_head_key(v.key) == line->key);
        });
        settle_stray(proposal, as_value(*line));
        set_value(proposal.head, as_value(*line));
        if (!line->stray.empty()) set_value(proposal.head, {line->key + std::string(below_list), line->stray, {}});
    }
    for (const auto& odd : text.unknown) set_value(proposal.head, {odd.key, odd.value, {}});
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

std::string first_word(const std::string& text) {
    return lower_case(text.substr(0, text.find_first_of(" .,!\n")));
}

// A section that was asked for comes under its heading; other text beside the corrected lines stays out.
void add_sections(Proposal& proposal, const std::string& body) {
    if (is_blank(proposal.text.body)) {
        proposal.text.body = body;
        return;
    }
    const auto present = section_headings(proposal.text.body);
    for (const auto& heading : section_headings(body))
        if (std::find(present.begin(), present.end(), heading) == present.end()) {
            proposal.text.body += "\n\n" + body;
            return;
        }
}

constexpr std::string_view subject_line = "Subject";

bool has_subject_tag(const Config& config, const std::string& tag) {
    return std::any_of(config.policies.begin(), config.policies.end(), [&](const auto& policy) {
        const auto& tags = policy.second.subject_tags;
        return std::find(tags.begin(), tags.end(), lower_case(tag)) != tags.end();
    });
}

bool affirms(const std::string& new_text) {
    const std::string word = first_word(new_text);
    return word == "yes" || word == "propose";
}

}  // namespace

// A reply by its subject, in a thread or as a bare question, that says nothing about how it is to be decided: most
// likely it answers something, and everybody would be asked about it by mistake.
bool may_be_an_answer(const World& world, const Proposal& proposal, const Message& message,
                      const std::string& new_text) {
    if (!read_title(message.subject).is_reply || !proposal.head.empty() || !proposal.subaddress.empty()) return false;
    for (const auto& tag : proposal.tags)
        if (has_subject_tag(world.config, tag)) return false;
    const bool in_a_thread = !message.in_reply_to.empty() || !message.references.empty();
    return in_a_thread || (new_text.ends_with('?') && new_text.find('\n') == std::string::npos);
}

std::string discarding_line(const Decision& draft, const std::string& new_text) {
    const std::string line = trimmed(new_text.substr(0, new_text.find('\n')));
    const std::string said = lower_case(line.substr(0, line.find_last_not_of(" .!") + 1));
    const bool denied = find_value(draft.draft_head, maybe_answer) && first_word(new_text) == "no";
    for (const char* words : {"discard", "withdraw", "discard draft", "withdraw draft", "withdraw proposal"})
        if (said == words) return line;
    return denied ? line : std::string();
}

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
    std::vector<std::string> own_keys{std::string(subject_line)};
    for (const auto& v : draft.draft_head)
        if (!is_head_key(v.key)) own_keys.push_back(v.key);
    const auto text = read_proposal(new_text, own_keys);
    add_head_lines(proposal, text);
    add_sections(proposal, text.body);
    if (const auto* subject = find_value(proposal.head, subject_line))
        proposal.text.title = read_title(subject->value).title;
    const bool is_proposal = !text.head.empty() || affirms(new_text);
    std::erase_if(proposal.head, [&](const HeadValue& v) {
        return (v.value.empty() && v.items.empty()) || v.key == subject_line ||
               (is_proposal && v.key == maybe_answer);
    });
    return proposal;
}

std::variant<Open, Draft> resolve(const World& world, const Proposal& proposal, Instant now) {
    return Resolver(world, proposal, now).resolve();
}

}  // namespace assentd
