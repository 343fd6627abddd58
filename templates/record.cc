// SPDX-License-Identifier: Apache-2.0
// The record as Markdown, in the order of a decision record: context, options, outcome, consequences and dissent, how
// it was counted, and then who said what, and when.
#include <algorithm>

#include "decision/choice.h"
#include "decision/describe.h"
#include "decision/standing.h"
#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/view.h"
#include "templates/answers.h"
#include "templates/markdown.h"
#include "templates/plain_text.h"
#include "templates/render.h"

namespace assentd {

namespace {

using markdown::fact;
using markdown::from_mail;
using markdown::person;
using markdown::quoted;
using markdown::words;

constexpr std::size_t sentence_limit = 2000;

std::string paragraph(const std::string& sentence) {
    const std::string line = outgoing::one_line(sentence, sentence_limit);
    return line.empty() ? line : line + "\n\n";
}

std::string chosen_words(const Decision& d) {
    std::vector<std::string> chosen;
    for (const auto& text : d.closing->chosen) chosen.push_back(words(outgoing::labelled(d, text)));
    return listed(chosen);
}

std::string outcome_words(const Decision& d) {
    const std::string text = state_word(d);
    return !d.closing || d.closing->chosen.empty() ? text : text + ": " + chosen_words(d);
}

std::string facts(const Decision& d) {
    std::string out = fact(d.closing ? "Outcome" : "State", outcome_words(d)) +
                      fact("Policy", d.number > 0 ? words(d.policy.name) : "") +
                      fact("Proposed by", person(d.proposer)) + fact("Decider", d.decider ? person(*d.decider) : "") +
                      fact("Supersedes", words(listed(d.supersedes))) + fact("Superseded by", words(d.superseded_by));
    if (d.number == 0) return out + '\n';
    return out + fact("Opened", utc_text(d.opened_at)) +
           fact(d.closed_at ? "Closed" : "Closes", utc_text(d.closed_at.value_or(d.closes_at))) +
           fact("Revision", std::to_string(d.revision())) + '\n';
}

std::string attached(const std::vector<AttachmentNoted>& files) {
    std::string out;
    for (const auto& a : files)
        out += "- attached: " + words(a.name.empty() ? "(no name)" : a.name) + ", " + words(a.media_type) + ", " +
               std::to_string(a.size) + " bytes, SHA-256 " + words(a.sha256) + '\n';
    return out.empty() ? out : out + '\n';
}

std::string context(const Decision& d) {
    if (d.revisions.empty()) return {};
    const bool amended = d.revisions.size() > 1;  // by a mail that is told among what was said
    return "## Context: the text, revision " + std::to_string(d.revision()) +
           (amended ? std::string() : from_mail({d.thread_message_id, {}, {}})) + "\n\n" + quoted(d.text().body) +
           attached(d.text().attachments);
}

std::string options(const Decision& d) {
    if (d.options.empty()) return {};
    std::string out = "## Options\n\n";
    for (std::size_t i = 0; i < d.options.size(); ++i)
        out += "- " + option_label(static_cast<OptionIndex>(i)) + ": " + words(d.options[i]) + '\n';
    return out + '\n';
}

std::string outcome(const Decision& d, Instant now) {
    std::string out = (d.closing ? "## Outcome\n\n" : "## Where it stands\n\n") + paragraph(needs(d, now));
    if (!d.closing) return out;
    if (d.closing->early) out += "It closed earlier than announced.\n\n";
    if (d.closing->waited_for_inbox)
        out += "The inbox was not read at the close; what had arrived in time was counted once it was.\n\n";
    if (!d.closing->by.name.empty()) out += "Closed by " + person(d.closing->by) + ".\n\n";
    out += quoted(d.closing->reason);
    if (d.decided)
        out += "The votes were tied; " + person(d.decided->by) + " settled it" + from_mail(d.decided->source) +
               ".\n\n" + quoted(d.decided->reason);
    for (const auto& s : d.statements)
        out += "Statement by " + person(s.by) + from_mail(s.source) + ":\n\n" + quoted(s.text);
    return out;
}

// Of a draft: the lines that its proposer was asked about.
std::string problems(const Decision& d) {
    std::string out;
    for (const auto& p : d.draft_problems)
        out += quoted(p.line) + paragraph(words(p.wrong) + (p.right.empty() ? "" : " " + words(p.right)));
    return out.empty() || d.closing ? std::string() : "## What is wrong with it\n\n" + out;
}

std::string concerns(const Decision& d, const View& shown) {
    std::string out;
    for (const auto* c : shown.concerns) {
        const auto& by = d.seats.at(c->by).participant;
        out += "Concern **" + words(c->name) + "**, raised by " + person(by.name, by.address) + ": " +
               std::string(name(c->state)) + from_mail(c->source) + "\n\n" + quoted(c->text);
        if (!c->answer.empty()) out += "The answer given:\n\n" + quoted(c->answer);
        if (!c->overrule_reason.empty())
            out += "Overruled by " + words(c->overruled_by) + " because:\n\n" + quoted(c->overrule_reason);
    }
    return out;
}

// Who disagrees, in their own words; the words of an objection stand with the concern that it is.
std::string dissent(const View& shown) {
    std::string out;
    for (std::size_t i = 0; i < shown.participants.size(); ++i) {
        const auto& p = shown.participants[i];
        if (!p.stance || !outgoing::is_against(*p.stance)) continue;
        const bool is_concern = std::any_of(shown.concerns.begin(), shown.concerns.end(), [&](const Concern* c) {
            return c->by == i && c->text == p.stance->reason;
        });
        if (!is_concern) out += "**" + person(p.name, p.address) + "** disagrees.\n\n" + quoted(p.stance->reason);
    }
    return out;
}

std::string consequences(const Decision& d, const View& shown) {
    if (shown.sealed) return {};
    std::string out;
    if (!d.superseded_by.empty()) out += "It no longer holds: " + words(d.superseded_by) + " replaced it.\n\n";
    if (d.review_at && !d.review_asked_at) out += "To be reviewed " + utc_text(*d.review_at) + ".\n\n";
    if (d.review)
        out += "Reviewed by " + person(d.review->by) + from_mail(d.review->source) + ": " +
               std::string(name(d.review->answer)) + ".\n\n" + quoted(d.review->reason);
    out += dissent(shown) + concerns(d, shown);
    return out.empty() ? out : "## Consequences and dissent\n\n" + out;
}

std::string counting(const Decision& d) {
    std::string out =
        (d.closing ? "## How it was counted\n\n" : "## How it is decided\n\n") + paragraph(rule_text(d));
    if (!d.closing) return out;
    out += paragraph(d.closing->arithmetic);
    return d.closing->outcome == Outcome::withdrawn ? out : out + markdown::preformatted(count_sheet(d));
}

std::string positions(const Decision& d, const View& shown) {
    const std::string head = "## Positions\n\n";
    if (shown.sealed) return head + "Sealed until they may be shown.\n\n";
    std::string out;
    for (const auto& p : shown.participants) {
        const Stance* stance = outgoing::stance_of(p);
        if (!stance) continue;
        out += "**" + person(p.name, p.address) +
               (p.delegated ? ", through " + person(p.delegate->name, p.delegate->address) : "") + ":** " +
               words(outgoing::answer_text(d, p, *stance)) + from_mail(stance->source) + "\n\n";
        if (!p.delegated && !outgoing::is_against(*stance)) out += quoted(stance->reason);
    }
    return out.empty() ? out : head + out;
}

std::string comments(const View& shown) {
    if (shown.comments.empty()) return {};
    std::string out = "## Comments\n\n";
    for (const auto& c : shown.comments) {
        out += "**" + person(c.by) + "**, " + utc_text(c.source.arrival) + from_mail(c.source) + "\n\n";
        if (!c.answers.empty()) out += "Answering:\n\n" + quoted(c.answers);
        out += quoted(c.text);
        out += attached(c.attachments);
    }
    return out;
}

std::string participation(const Decision& d, const View& shown) {
    std::vector<std::string> asked, silent, concerned, commented, unproven, unconfirmed, unclear, unexplained,
        not_reached, away;
    for (std::size_t i = 0; i < shown.participants.size(); ++i) {
        const auto& p = shown.participants[i];
        const std::string who = person(p.name, p.address);
        const auto pending = std::find_if(shown.pending.begin(), shown.pending.end(),
                                          [&](const auto& asked_about) { return asked_about.first == i; });
        asked.push_back(who + (p.binding ? "" : " (advisory)"));
        if (pending != shown.pending.end())
            (lacks_reason(*pending->second) ? unexplained : unclear)
                .push_back(who + ": " + words(pending->second->line) + from_mail(pending->second->source));
        else if (const Concern* c =
                     outgoing::stance_of(p) ? nullptr : concern_without_vote(d, static_cast<ParticipantIndex>(i)))
            concerned.push_back(who + " (" + words(c->name) + ')');
        else if (!outgoing::stance_of(p) && is_voted_on(d.policy.method) &&
                 has_commented(d, static_cast<ParticipantIndex>(i)))
            commented.push_back(who);
        else if (!outgoing::stance_of(p) && p.reached && !gave_advice(d, static_cast<ParticipantIndex>(i)) &&
                 !only_decides(d, static_cast<ParticipantIndex>(i)))
            silent.push_back(who);
        if (!p.stance && d.closing && unproven_in_name_of(d, static_cast<ParticipantIndex>(i)) > 0)
            unproven.push_back(who);
        if (p.stance && is_unconfirmed(d, static_cast<ParticipantIndex>(i))) unconfirmed.push_back(who);
        if (!p.reached) not_reached.push_back(who);
        if (!p.away.empty()) away.push_back(who + " (until " + utc_text(p.away.back().end) + ')');
    }
    return "## Participation\n\n" + fact("Asked", listed(asked)) +
           fact(d.closing ? "Did not answer" : "No answer yet", shown.sealed ? "" : listed(silent)) +
           fact(d.closing ? "A concern, but no vote" : "A concern, but no vote yet",
                shown.sealed ? "" : listed(concerned)) +
           fact(d.closing ? "A comment, but no vote" : "A comment, but no vote yet",
                shown.sealed ? "" : listed(commented)) +
           fact("Mail in their name was not proven, and not counted", listed(unproven)) +
           fact("Answered an earlier text only", listed(unconfirmed)) +
           fact("Unclear, and not counted", listed(unclear)) +
           fact("An objection without its reason, and not counted", listed(unexplained)) +
           fact("Away for a while", listed(away)) + fact("Not reached by mail", listed(not_reached));
}

std::string course(const Decision& d, const View& shown) {
    std::string out;
    for (std::size_t i = 0; i < d.amendments.size(); ++i)
        out += fact("Revision " + std::to_string(i + 2),
                    utc_text(d.amendments[i].source.arrival) + " by " + person(d.amendments[i].by) +
                        from_mail(d.amendments[i].source) +
                        (d.amendments[i].closes_at ? "; the close moved to " + utc_text(*d.amendments[i].closes_at)
                                                   : std::string()));
    for (const auto& r : d.reopenings)
        out += fact("Closed before", utc_text(r.closed_at) + " (" + std::string(name(r.outcome)) + "), and reopened" +
                                         (r.by.name.empty() ? "" : " by " + person(r.by)) +
                                         (r.reason.empty() ? "" : ": " + words(r.reason)));
    for (const auto& e : d.extensions)
        out += fact("Extended", "to " + utc_text(e.closes_at) + (e.by.name.empty() ? "" : " by " + person(e.by)) +
                                    (e.reason.empty() ? "" : ": " + words(e.reason)));
    for (const auto& p : shown.participants)
        if (p.hold)
            out += fact("Held", "until " + utc_text(p.hold->until) + " by " + person(p.name, p.address) +
                                    (p.hold->reason.empty() ? "" : ": " + words(p.hold->reason)) +
                                    from_mail(p.hold->source));
    for (const auto& period : d.final_periods)
        out += fact("Final period", "from " + utc_text(period.begin) + " to " + utc_text(period.end) +
                                        (period.cut_short ? ", cut short by news" : ""));
    for (const auto& l : d.late)
        out += fact("Late, without effect", person(l.by) + ", " + utc_text(l.source.arrival) + from_mail(l.source));
    return out + '\n';
}

}  // namespace

std::string render_record(const Decision& d, Instant now) {
    const View shown = view(d, std::nullopt);
    std::string out = "# " + id(d) + ": " + (d.revisions.empty() ? "" : words(d.text().title)) + "\n\n" + facts(d) +
                      context(d) + options(d);
    if (d.number == 0)
        out += outcome(d, now) + problems(d);
    else
        out += outcome(d, now) + consequences(d, shown) + counting(d) + positions(d, shown) + comments(shown) +
               participation(d, shown) + course(d, shown);
    while (out.size() > 1 && out[out.size() - 2] == '\n') out.pop_back();
    return out;
}

}  // namespace assentd
