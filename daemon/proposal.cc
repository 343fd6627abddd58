// SPDX-License-Identifier: Apache-2.0
#include "daemon/proposal.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "daemon/acts.h"
#include "daemon/head_values.h"
#include "daemon/resolver.h"
#include "decision/text.h"
#include "parsers/own_words/sign_offs.h"

namespace assentd {

namespace {

// Options keep the letters that the proposer gave them, for the resolver to look at.
HeadValue as_value(const HeadLine& line) {
    HeadValue value{line.key, line.value, line.items};
    const bool options = nearest_head_key(line.key) == "Options";
    for (std::size_t i = 0; options && i < value.items.size(); ++i)
        if (line.labels[i].size() == 1 && !std::isdigit(static_cast<unsigned char>(line.labels[i][0])))
            value.items[i].insert(0, line.labels[i] + ": ");
    return value;
}

// All that is in it but blanks and what separates: the same however it is wrapped.
std::string letters(std::string text) {
    std::erase_if(text, [](char c) { return std::string_view(" \t\n,;|").find(c) != std::string_view::npos; });
    return text;
}

std::string letters(const HeadValue& list) {
    std::string all;
    for (const auto& item : list_of(list)) all += letters(item);
    return all;
}

// Whether a word of these lines is among the list: then they were its, and it has what was kept of them.
bool has_a_word_of(const HeadValue& list, const std::string& lines) {
    const auto spaced = [](std::string text) {
        for (char& c : text)
            if (std::string_view("\n\t,;|.<>()").find(c) != std::string_view::npos) c = ' ';
        return ' ' + lower_case(text) + ' ';
    };
    std::string all;
    for (const auto& item : list_of(list)) all += spaced(item);
    std::istringstream words(spaced(lines));
    for (std::string word; words >> word;)
        if (all.find(' ' + word + ' ') != std::string::npos) return true;
    return false;
}

// A list that is sent again as it was says that the lines below it are the text's; with lines below it once more, it
// says nothing, and these wait on. So do lines that another list has nothing of.
void settle_stray(Proposal& proposal, HeadValue list, std::string below) {
    bool again = false;
    const auto head = proposal.head;
    for (const auto& stray : head) {
        if (!stray.key.ends_with(below_list)) continue;
        const std::string key = stray.key.substr(0, stray.key.size() - below_list.size());
        if (key != list.key && nearest_head_key(key) != list.key) continue;
        const auto* before = find_value(head, key);
        if (before && !below.empty() && letters(list) + letters(below) == letters(*before)) {
            list = {list.key, before->value, before->items};  // the same list, wrapped by a mail program
            below.clear();
        }
        const bool same = before && list_of(*before) == list_of(list);
        again = !below.empty();
        if (again && same)
            below = stray.value;
        else if (same || list_of(list).empty())
            proposal.text.body = stray.value + (proposal.text.body.empty() ? "" : "\n\n") + proposal.text.body;
        else if (below.empty() && !has_a_word_of(list, stray.value))
            below = stray.value;
        std::erase(proposal.head, stray);
    }
    if (!below.empty())
        set_value(proposal.head, {list.key + std::string(below_list), below,
                                  again ? std::vector<std::string>{"again"} : std::vector<std::string>{}});
    set_value(proposal.head, std::move(list));
}

// A line of the text that is sent as a head line is none of the text's; one that changes nothing stays there.
void settle_in_text(Proposal& proposal, const HeadValue& value) {
    const auto* line = find_value(proposal.head, value.key + std::string(in_text));
    if (line == nullptr) return;
    const auto* before = find_value(proposal.head, value.key);
    const auto wanted = list_of(value);
    if (!wanted.empty() && !(before && list_of(*before) == wanted)) {
        std::string body = "\n" + proposal.text.body + "\n";
        if (const auto at = body.find("\n" + line->value + "\n"); at != std::string::npos)
            body.erase(at, line->value.size() + 1);
        proposal.text.body = body.substr(1, body.size() - 2);
    }
    std::erase(proposal.head, HeadValue(*line));
}

bool has_subject_tag(const Config& config, const std::string& tag) {
    return std::any_of(config.policies.begin(), config.policies.end(), [&](const auto& policy) {
        const auto& tags = policy.second.subject_tags;
        return std::find(tags.begin(), tags.end(), lower_case(tag)) != tags.end();
    });
}

}  // namespace

// A reply by its subject or its quotation, in a thread or as a bare question, that says nothing about how it is to be
// decided: most likely it answers something, and everybody would be asked about it by mistake. A new subject in an
// old thread that quotes nothing is meant.
bool may_be_an_answer(const World& world, const Proposal& proposal, const Message& message, const OwnWords& own) {
    if (!proposal.head.empty() || !proposal.subaddress.empty()) return false;
    for (const auto& tag : proposal.tags)
        if (has_subject_tag(world.config, tag)) return false;
    const bool in_a_thread = !message.in_reply_to.empty() || !message.references.empty();
    const bool is_reply = read_title(message.subject).is_reply;
    const bool asks = own.new_text.ends_with('?') && own.new_text.find('\n') == std::string::npos;
    return in_a_thread ? is_reply || !own.quoted_text.empty() : is_reply && asks;
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
        settle_in_text(proposal, as_value(*line));
        if (line->key == "Policy" && !line->value.empty())
            std::erase_if(proposal.head, [](const HeadValue& v) { return v.key == policy_otherwise; });
        settle_stray(proposal, as_value(*line), line->stray);
        std::erase_if(proposal.head, [&](const HeadValue& v) {
            return v.key == line->key + std::string(said_twice) ||
                   (!is_head_key(v.key) && v.key != maybe_answer && v.key != line->key &&
                    nearest_head_key(v.key) == line->key);
        });
    }
    for (const auto& odd : text.unknown) settle_stray(proposal, as_value(odd), odd.stray);
    for (const auto& line : text.in_text)
        set_value(proposal.head, {line.key + std::string(in_text), line.line,
                                  line.items.empty() ? std::vector<std::string>{line.value} : line.items});
}

void add_forwarded(Proposal& proposal, const std::string& passed_on) {
    if (passed_on.empty()) return;
    auto& body = proposal.text.body;
    body += (body.empty() ? "" : "\n\n") + std::string(forwarded_heading) + "\n\n" + passed_on;
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
    const auto text = read_proposal(std::string(words::without_own_sign_off(new_text, message.from)));
    proposal.text = {title.title, text.body, files_of(message)};
    add_head_lines(proposal, text);
    return proposal;
}

std::variant<Open, Draft> resolve(const World& world, const Proposal& proposal, Instant now) {
    return Resolver(world, proposal, now).resolve();
}

Asked asked_about(const World& world, const Proposal& proposal, Instant now) {
    Resolver resolver(world, proposal, now);
    resolver.resolve();
    return resolver.asked();
}

}  // namespace assentd
