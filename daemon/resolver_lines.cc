// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "daemon/head_values.h"
#include "daemon/resolver.h"
#include "decision/text.h"

namespace assentd {

std::string Resolver::line_of(const HeadValue& v) const {
    if (v.value.empty() && !v.items.empty()) return on_one_line(v);
    return v.key + (v.key.ends_with('=') ? " " : ": ") + v.value;
}

void Resolver::odd_lines() {
    for (const auto& v : proposal_.head) {
        if (is_head_key(v.key) || v.key == policy_otherwise || asked_about_lines_of(v)) continue;
        if (v.key == maybe_answer)
            ask("",
                {v.value, "This looks like an answer to a mail that is not known here. Did you mean to propose it?",
                 "If so, reply with the one word: yes. If it answers a decision, reply to a mail about that "
                 "decision, or write its number first: D-12: +1"});
        else
            unknown_key(v);
    }
}

void Resolver::refuse_what_is_not_there() {
    for (const auto& value : proposal_.head) {
        const auto& left = policy_->head_lines;
        const bool settled = left && is_head_key(value.key) && value.key != "Policy" &&
                             std::find(left->begin(), left->end(), value.key) == left->end();
        if (settled)
            problem(line_of(value), "The policy “" + policy_->rules.name + "” settles this itself.",
                    "Reply with “" + value.key +
                        ":” and nothing behind it to leave the line out, or name another "
                        "policy.");
    }
    for (const char* key : {"Sensitive"})
        if (const auto* value = find_value(proposal_.head, key))
            problem(line_of(*value), std::string("“") + key + ":” is not available in this version.",
                    std::string("Reply with an empty line “") + key + ":” to open it without.");
}

// What belongs to a head line, or may: its second value, lines below its list, itself in the text.
bool Resolver::asked_about_lines_of(const HeadValue& v) {
    const auto key = [&](std::string_view behind) { return v.key.substr(0, v.key.size() - behind.size()); };
    if (v.key.ends_with(said_twice)) {
        const auto* first = find_value(proposal_.head, key(said_twice));
        problem(key(said_twice) + ": " + listed(list_of(v)),
                "Your mail has “" + key(said_twice) +
                    ":” twice, and above it says: " + (first ? listed(list_of(*first)) : "") + '.',
                "Reply with the one line that you mean.");
        return true;
    }
    if (v.key.ends_with(in_text)) {
        const auto* other = find_value(proposal_.head, key(in_text));
        const bool is_policy = v.key.starts_with("Policy");
        ask(key(in_text),
            {v.value.substr(0, v.value.find('\n')),
             "This line stands in the text, and only lines at the very top say how it is decided.",
             "Did you mean: " + on_one_line({key(in_text), {}, v.items}) + "? Reply with that line, or with “" +
                 (other       ? on_one_line(*other) + "”, which stands above."
                  : is_policy ? "Policy: " + policy_->rules.name + "”, which it would be otherwise."
                              : key(in_text) + ":” and nothing behind it, if it belongs to the text.")});
        return true;
    }
    if (!v.key.ends_with(below_list)) return false;
    HeadValue list{key(below_list), {}, {}};
    if (const auto* kept = find_value(proposal_.head, list.key)) list = *kept;
    list.key = nearest_head_key(list.key).value_or(list.key);
    ask(list.key,
        {v.value.substr(0, v.value.find('\n')),
         "This stands below the list “" + list.key + ":”, and it may belong to the list or to the text." +
             (v.items.empty() ? "" : " Your reply had lines below it, too: perhaps your mail program wraps them."),
         "If to the list, reply with “" + list.key +
             ":” and all of the list below it, one to a line, each behind a dash or with a comma at the end of "
             "each line but the last. If to the text, reply with the line as it is: " +
             on_one_line(list)});
    return true;
}

void Resolver::unknown_key(const HeadValue& v) {
    const auto near = nearest_head_key(v.key);
    const std::string meant =
        near
            ? "Did you mean: " + (v.items.empty() ? *near + ": " + v.value : on_one_line({*near, {}, v.items})) + "? "
            : "";
    if (near && v.key.ends_with('=')) {
        ask(*near, {line_of(v), "A head line has a colon behind its key.",
                    meant + "Reply with that line, or with “" + *near + ":” and nothing behind it to leave it out."});
        return;
    }
    ask(near.value_or(v.key),
        {line_of(v), "There is no head line “" + v.key + "”.",
         (near ? meant
               : "There are Policy, Deadline, Options, Voters, Advisory, Decider, Quorum, Supersedes, Review "
                 "and Words. ") +
             "Reply with “" + v.key + ":” and nothing behind it to leave the line out. If it belongs to the text, " +
             "send the proposal again with a line of text and a blank line above it."});
}

}  // namespace assentd
