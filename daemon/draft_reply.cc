// SPDX-License-Identifier: Apache-2.0
#include "daemon/draft_reply.h"

#include <algorithm>
#include <optional>

#include "daemon/draft_words_data.h"
#include "daemon/head_values.h"
#include "daemon/lines_in_text.h"
#include "decision/text.h"
#include "parsers/fold.h"

namespace assentd {

namespace {

constexpr std::string_view subject_line = "Subject";
constexpr std::size_t most_words = 12;  // of a reply that may say one thing and courtesies

std::string first_word(const std::string& text) {
    return lower_case(text.substr(0, text.find_first_of(" .,!\n")));
}

bool affirms(const std::string& new_text) {
    const std::string word = first_word(new_text);
    return word == "yes" || word == "propose";
}

template <typename Table>
bool holds(const Table& table, std::string_view word) {
    return std::find(table.begin(), table.end(), word) != table.end();
}

// "Please discard it, thanks": nothing but the wish, courtesies and names.
bool only_drops(const Decision& draft, const std::string& new_text) {
    const std::string folded = words::fold(new_text);
    const auto said = words::words_of(folded, most_words + 1);
    if (said.size() > most_words || folded.find('?') != folded.npos) return false;
    const std::string name = words::fold(draft.proposer.name);
    const auto own = words::words_of(name);
    const auto drops = [](std::string_view word) { return holds(dropping_words, word); };
    return std::any_of(said.begin(), said.end(), drops) && std::all_of(said.begin(), said.end(), [&](auto word) {
               return drops(word) || holds(beside_dropping, word) || holds(own, word);
           });
}

// "I want to forget about it", and not "Let us drop the weekly meeting".
bool may_drop(const std::string& new_text) {
    const std::string folded = words::fold(new_text);
    const auto said = words::words_of(folded, most_words + 1);
    const auto drops = std::find_if(said.begin(), said.end(),
                                    [](std::string_view word) { return holds(perhaps_dropping_words, word); });
    return said.size() <= most_words && drops != said.end() &&
           std::all_of(drops + 1, said.end(), [](std::string_view word) { return holds(beside_dropping, word); });
}

// Whether the head line, laid over the draft, leaves nothing to ask about its key.
bool settles(const World& world, const Proposal& proposal, const std::string& key, const std::string& line,
             Instant now) {
    Proposal tried = proposal;
    const auto read = read_proposal(line);
    if (read.head.size() != 1 || read.head.front().key != key || !read.unknown.empty() || !read.body.empty())
        return false;
    add_head_lines(tried, read);
    return !holds(asked_about(world, tried, now).keys, key);
}

// The one head line that is asked for, if it is one whose values can be told from other words.
std::string wanted_key(const Asked& asked) {
    const bool one = asked.keys.size() == 1 && is_head_key(asked.keys.front());
    return one ? asked.keys.front() : std::string();
}

// The head line whose value alone is written. Options may be any words, so that only a list is one.
std::optional<std::string> meant_line(const World& world, const Proposal& proposal, const std::string& key,
                                      const std::string& said, Instant now) {
    if (key.empty()) return std::nullopt;
    std::string line = key + ":\n" + said;
    if (key != "Options") {
        if (said.find('\n') != std::string::npos) return std::nullopt;
        line = key + ": " + said.substr(0, said.find_last_not_of(" .!") + 1);
    }
    return settles(world, proposal, key, line, now) ? std::optional(line) : std::nullopt;
}

// "Deadline: Thursday 17:00" of "Sorry, I meant Thursday 17:00": the longest run of words that would do.
std::string line_inside(const World& world, const Proposal& proposal, const std::string& key, const std::string& said,
                        Instant now) {
    std::vector<std::string> all(1);
    for (const char c : said)
        if (c != ' ' && c != '\n' && c != '\t')
            all.back() += c;
        else if (!all.back().empty())
            all.emplace_back();
    if (all.back().empty()) all.pop_back();
    if (key.empty() || key == "Options" || all.size() > most_words) return {};
    for (std::size_t size = all.size(); size > 0; --size)
        for (std::size_t from = all.size() - size + 1; from-- > 0;) {
            std::string run;
            for (std::size_t i = from; i < from + size; ++i) run += (run.empty() ? "" : " ") + all[i];
            run.erase(run.find_last_not_of(" .,!;?") + 1);
            if (settles(world, proposal, key, key + ": " + run, now)) return key + ": " + run;
        }
    return {};
}

std::string example_line(const World& world, const Proposal& proposal, const std::string& key) {
    const auto& groups = world.config.groups;
    if (key == "Policy") return key + ": " + world.config.default_policy;
    if (key == "Options") return "Options: Monday, Thursday";
    if ((key == "Voters" || key == "Advisory") && !groups.empty()) return key + ": group:" + groups.begin()->first;
    for (const auto& example : head_examples)
        if (example.key == key) return key + ": " + std::string(example.value);
    return key + ": " + (key == subject_line ? "Move the weekly meeting to mail" : proposal.proposer.address);
}

std::vector<std::string> example_lines(const World& world, const Proposal& proposal, const Asked& asked) {
    std::vector<std::string> lines;
    for (const auto& key : asked.keys)
        if (is_head_key(key) || key == subject_line) lines.push_back(example_line(world, proposal, key));
    return lines;
}

// One that the words may be meant for, be it that several are asked for. A subject may be any words.
std::string line_meant(const World& world, const Proposal& proposal, const Asked& asked, const std::string& said,
                       Instant now) {
    for (const auto& key : asked.keys)
        if (const auto line = is_head_key(key) ? line_inside(world, proposal, key, said, now) : std::string();
            !line.empty())
            return line;
    const bool one_line = said.find('\n') == said.npos && words::words_of(said, most_words + 1).size() <= most_words;
    return one_line && holds(asked.keys, subject_line) ? std::string(subject_line) + ": " + trimmed(said)
                                                       : std::string();
}

// The words of a reply that nobody asked for are told as such, and no part of the text.
Problem words_not_read(const World& world, const Proposal& proposal, const Asked& asked, const std::string& said,
                       Instant now) {
    Problem p{trimmed(said.substr(0, said.find('\n'))),
              "These words of your reply could not be read as what is asked for here. They changed nothing, and they "
              "are no part of your proposal.",
              "Please reply with just what is asked for below."};
    if (said.find('\n') != std::string::npos) p.line += " …";
    const auto examples = example_lines(world, proposal, asked);
    if (const auto line = line_meant(world, proposal, asked, said, now); may_drop(said))
        p.right = "Do you want to drop the draft? Then reply with the one word: discard";
    else if (!line.empty() && asked.keys.size() > 1)
        p.right = "Did you mean: " + line + "? Then reply with that line, and with one for what else is asked below.";
    else if (!line.empty())
        p.right = "Did you mean: " + line + "? Then reply with just that line.";
    else if (asked.text)
        p.right = "Please reply with what you propose, in a sentence or more.";
    else if (examples.size() == 1)
        p.right = "Please reply with a line like: " + examples.front();
    else if (!examples.empty())
        p.right = "Please reply with lines like these, one below the other: " + listed(examples);
    return p;
}

// "Thanks for the hint!", "Best regards, Ana"
bool is_courtesy(const Proposal& proposal, const std::string& said) {
    constexpr std::size_t few = 5;
    const std::string folded = words::fold(said);
    const auto all = words::words_of(folded, most_words + 1);
    if (all.size() > most_words || folded.find('?') != folded.npos) return false;
    if (!all.empty() && all.size() <= few && holds(courtesies, all.front())) return true;
    const std::string name = words::fold(proposal.proposer.name);
    const auto own = words::words_of(name);
    return std::all_of(all.begin(), all.end(), [&](std::string_view word) {
        return holds(courtesies, word) || holds(beside_dropping, word) || holds(own, word);
    });
}

// Where one of the headings that are missing stands in it; npos: nowhere.
std::size_t find_section(const std::string& text, const std::vector<std::string>& missing) {
    const auto lines = words::lines_of(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string piece(lines[i]);
        if (i + 1 < lines.size()) piece.append("\n").append(lines[i + 1]);  // it may be underlined
        for (const auto& heading : section_headings(piece))
            for (const auto& wanted : missing)
                if (lines[i].find(heading) != std::string_view::npos &&
                    (same_ignoring_case(heading, wanted) || same_ignoring_case(heading, wanted + ":")))
                    return static_cast<std::size_t>(lines[i].data() - text.data());
    }
    return std::string::npos;
}

// And not "yes", "thanks!" or "ok, I will send it tomorrow".
bool may_be_the_text(const std::string& said) {
    constexpr std::size_t fewest = 4;      // words
    constexpr std::size_t few_bytes = 24;  // where words have no blanks between
    const std::string folded = words::fold(said);
    if (folded.empty()) return false;
    const auto first = words::words_of(folded, fewest);
    const bool courtesy = !first.empty() && holds(courtesies, first.front());
    const bool asks = said.find('\n') == said.npos && said.ends_with('?');
    return !courtesy && !asks &&
           (first.size() >= fewest || (words::needs_no_boundary(folded) && said.size() >= few_bytes));
}

// Takes what was asked for out of the words beside the head lines; returns the others.
std::string take_text(const World& world, Proposal& proposal, const Asked& asked, const std::string& said) {
    if (asked.text && may_be_the_text(said) && !may_drop(said)) {
        proposal.text.body = said + (proposal.text.body.empty() ? "" : "\n\n") + proposal.text.body;
        ask_about_lines_in(world, proposal, said);
        return {};
    }
    const std::size_t at = find_section(said, asked.sections);
    if (at == std::string::npos) return said;
    proposal.text.body += "\n\n" + said.substr(at);
    ask_about_lines_in(world, proposal, said.substr(at));
    return said.substr(0, at);
}

}  // namespace

std::string discarding_line(const Decision& draft, const std::string& new_text) {
    const std::string line = trimmed(new_text.substr(0, new_text.find('\n')));
    const std::string said = lower_case(line.substr(0, line.find_last_not_of(" .!") + 1));
    const bool denied = find_value(draft.draft_head, maybe_answer) && first_word(new_text) == "no";
    for (const char* words : {"discard", "withdraw", "discard draft", "withdraw draft", "withdraw proposal"})
        if (said == words) return line;
    return denied || only_drops(draft, new_text) ? line : std::string();
}

Proposal as_drafted(const Decision& draft, const Source& correction, Trust trust) {
    Proposal proposal;
    proposal.proposer = draft.proposer;
    proposal.trust = trust;
    proposal.text = draft.text();
    proposal.head = draft.draft_head;
    proposal.source = draft.draft_source;
    proposal.source.arrival = correction.arrival;
    proposal.seconds = static_cast<std::int64_t>(draft.seconds.size());
    return proposal;
}

Proposal corrected(const World& world, const Decision& draft, const std::string& new_text, const Source& correction,
                   Trust trust, Instant now) {
    Proposal proposal = as_drafted(draft, correction, trust);
    const Asked asked = asked_about(world, proposal, now);
    std::vector<std::string> own_keys{std::string(subject_line)};
    for (const auto& v : draft.draft_head)
        if (!is_head_key(v.key)) own_keys.push_back(v.key);
    auto text = read_proposal(new_text, own_keys);
    if (text.head.empty() && text.unknown.empty())
        if (const auto line = meant_line(world, proposal, wanted_key(asked), new_text, now))
            text = read_proposal(*line);
    add_head_lines(proposal, text);
    const bool affirmed = find_value(draft.draft_head, maybe_answer) && affirms(new_text);
    const bool is_proposal = !text.head.empty() || affirmed;
    if (const std::string rest = affirmed ? std::string() : take_text(world, proposal, asked, text.body);
        !words::is_blank(rest)) {
        proposal.not_read = words_not_read(world, proposal, asked, rest, now);
        if (!is_courtesy(proposal, rest))
            proposal.beside = {
                proposal.not_read.line,
                "These words of your reply are no part of your proposal, and changed nothing.",
                "Once it is open, a reply that says them is a comment, and one that begins with `amend` "
                "and has the whole new text below it changes the text."};
    }
    if (const auto* subject = find_value(proposal.head, subject_line))
        proposal.text.title = read_title(subject->value).title;
    std::erase_if(proposal.head, [&](const HeadValue& v) {
        return (v.value.empty() && v.items.empty()) || v.key == subject_line ||
               (is_proposal && v.key == maybe_answer);
    });
    return proposal;
}

}  // namespace assentd
