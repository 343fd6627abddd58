// SPDX-License-Identifier: Apache-2.0
// The record as Markdown. What people wrote stands in block quotes, so that none of it can pass for the record's own
// words; names and titles are escaped, and nothing is HTML.
#include <algorithm>

#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/view.h"
#include "templates/plain_text.h"
#include "templates/render.h"

namespace assentd {

namespace {

constexpr std::size_t line_limit = 300;
constexpr std::size_t text_limit = 1u << 20;

// One line of somebody's as plain words.
std::string words(std::string_view text) {
    std::string out;
    for (const char c : outgoing::one_line(text, line_limit)) {
        if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string person(std::string_view name, std::string_view address) {
    return words(name.empty() ? address : name);
}
std::string person(const Person& p) {
    return person(p.name, p.address);
}

// Somebody's text: their own Markdown, but no HTML, behind "> ".
std::string quoted(std::string_view text) {
    const std::string lines = outgoing::quotation(text, text_limit);
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const char next = i + 1 < lines.size() ? lines[i + 1] : ' ';
        const bool tag = lines[i] == '<' && ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') ||
                                             next == '/' || next == '!' || next == '?');
        if (tag)
            out += "&lt;";
        else
            out += lines[i];
    }
    return out.empty() ? out : out + "\n\n";
}

// A Message-ID as code; a backtick would end it.
std::string from_mail(const Source& source) {
    std::string id = outgoing::one_line(source.message_id, line_limit);
    std::replace(id.begin(), id.end(), '`', '\'');
    return id.empty() ? std::string() : " (mail `" + id + "`)";
}

void fact(std::string& out, std::string_view what, const std::string& value) {
    if (!value.empty()) out.append("- **").append(what).append(":** ").append(value).append("\n");
}

std::string outcome_words(const Decision& d) {
    if (!d.closing) return std::string(name(d.state));
    std::string text(name(d.closing->outcome));
    if (!d.closing->chosen.empty()) text += ": " + words(listed(d.closing->chosen));
    return text;
}

void add_facts(std::string& out, const Decision& d) {
    fact(out, "Outcome", outcome_words(d));
    fact(out, "Policy", words(d.policy.name));
    fact(out, "Proposed by", person(d.proposer));
    fact(out, "Decider", d.decider ? person(*d.decider) : "");
    fact(out, "Supersedes", words(listed(d.supersedes)));
    if (d.state == State::draft) return;
    fact(out, "Opened", utc_text(d.opened_at));
    fact(out, d.closed_at ? "Closed" : "Closes", utc_text(d.closed_at.value_or(d.closes_at)));
    fact(out, "Revision", std::to_string(d.revision()));
    out += '\n';
}

std::int64_t binding_seats(const Decision& d) {
    return std::count_if(d.seats.begin(), d.seats.end(), [](const Seat& s) { return s.participant.binding; });
}

void add_outcome(std::string& out, const Decision& d, Instant now) {
    out += "## Outcome\n\n" + rule_text(d.policy, binding_seats(d)) + "\n\n";
    if (!d.closing) {
        out += outgoing::one_line(needs(d, now), 2000) + "\n\n";
        return;
    }
    out += outgoing::one_line(d.closing->arithmetic, 2000) + "\n\n";
    if (d.closing->early) out += "It closed earlier than announced.\n\n";
    if (d.closing->waited_for_inbox)
        out += "The inbox could not be read at the close; what had arrived in time was counted once it could.\n\n";
    if (!d.closing->by.name.empty()) out += "Closed by " + person(d.closing->by) + ".\n\n";
    out += quoted(d.closing->reason);
}

void add_positions(std::string& out, const View& shown) {
    out += "## Positions\n\n";
    if (shown.sealed) {
        out += "Sealed until they may be shown.\n\n";
        return;
    }
    for (const auto& p : shown.participants) {
        if (!p.stance) continue;
        const auto& s = *p.stance;
        out += "**" + person(p.name, p.address) + ":** " + std::string(name(s.position));
        if (!s.strength.empty() && s.strength != name(s.position)) out += " (" + words(s.strength) + ')';
        if (!p.binding) out += ", advisory";
        if (s.stale) out += ", to an earlier revision";
        out += from_mail(s.source) + "\n\n" + quoted(s.reason);
    }
}

void add_concerns(std::string& out, const Decision& d, const View& shown) {
    if (shown.concerns.empty()) return;
    out += "## Concerns\n\n";
    for (const Concern* concern : shown.concerns) {
        const Concern& c = *concern;
        const auto& by = d.seats.at(c.by).participant;
        out += "**" + words(c.name) + "**, raised by " + person(by.name, by.address) + ": " +
               std::string(name(c.state)) + from_mail(c.source) + "\n\n" + quoted(c.text);
        if (!c.answer.empty()) out += "The answer given:\n\n" + quoted(c.answer);
        if (!c.overrule_reason.empty()) out += "Overruled because:\n\n" + quoted(c.overrule_reason);
    }
}

void add_comments(std::string& out, const View& shown) {
    if (shown.comments.empty()) return;
    out += "## Comments\n\n";
    for (const auto& c : shown.comments) {
        out += "**" + person(c.by) + "**, " + utc_text(c.source.arrival) + from_mail(c.source) + "\n\n";
        if (!c.answers.empty()) out += "Answering:\n\n" + quoted(c.answers);
        out += quoted(c.text);
        for (const auto& a : c.attachments)
            out += "- attached: " + words(a.name.empty() ? "(no name)" : a.name) + ", " + words(a.media_type) + ", " +
                   std::to_string(a.size) + " bytes, SHA-256 " + words(a.sha256) + '\n';
        if (!c.attachments.empty()) out += '\n';
    }
}

void add_participation(std::string& out, const Decision& d, const View& shown) {
    std::vector<std::string> asked, silent, not_reached;
    for (const auto& p : shown.participants) {
        const std::string who = person(p.name, p.address);
        asked.push_back(who + (p.binding ? "" : " (advisory)"));
        if (!p.stance && p.reached) silent.push_back(who);
        if (!p.reached) not_reached.push_back(who);
    }
    out += "## Participation\n\n";
    fact(out, "Asked", listed(asked));
    if (!shown.sealed) fact(out, "Did not answer", listed(silent));
    fact(out, "Not reached by mail", listed(not_reached));
    for (const auto& e : d.extensions)
        fact(out, "Extended",
             "to " + utc_text(e.closes_at) + (e.by.name.empty() ? "" : " by " + person(e.by)) +
                 (e.reason.empty() ? "" : ": " + words(e.reason)));
    for (const auto& l : d.late)
        fact(out, "Late, without effect", person(l.by) + ", " + utc_text(l.source.arrival) + from_mail(l.source));
    out += '\n';
}

}  // namespace

std::string render_record(const Decision& d, Instant now) {
    const View shown = view(d, std::nullopt);
    std::string out = "# " + id(d) + ": " + (d.revisions.empty() ? "" : words(d.text().title)) + "\n\n";
    add_facts(out, d);
    if (!d.revisions.empty())
        out += "## The text, revision " + std::to_string(d.revision()) + from_mail({d.thread_message_id, {}, {}}) +
               "\n\n" + quoted(d.text().body);
    if (d.state == State::draft) return out;
    add_outcome(out, d, now);
    add_positions(out, shown);
    add_concerns(out, d, shown);
    add_comments(out, shown);
    add_participation(out, d, shown);
    while (out.size() > 1 && out[out.size() - 2] == '\n') out.pop_back();
    return out;
}

}  // namespace assentd
