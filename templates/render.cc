// SPDX-License-Identifier: Apache-2.0
#include "templates/render.h"

#include <algorithm>

#include "decision/text.h"
#include "templates/compose.h"
#include "templates/page.h"
#include "templates/plain_text.h"
#include "templates/values.h"

namespace assentd {

namespace {

using outgoing::MailBuilder;

constexpr std::size_t subject_columns = 150;
constexpr std::size_t most_references = 20;

// Of an invitation: what is asked is another thing under each of these.
std::string_view invitation_to(Method method) {
    switch (method) {
        case Method::consent:
        case Method::lazy_consensus:
        case Method::majority:
            return "invitation";
        case Method::schulze:
        case Method::debian_a6:
        case Method::irv:
        case Method::stv:
        case Method::approval:
        case Method::score:
            return "invitation-choice";
        case Method::input:
            return "invitation-input";
        case Method::announce:
            return "invitation-announce";
        case Method::advice:
            return "invitation-advice";
    }
    return "invitation";
}

std::string_view question_about(const Notice& n) {
    switch (n.wanted) {
        case Notice::Wanted::second:
            return "seconds";
        case Notice::Wanted::decision:
            return "decide";
        case Notice::Wanted::review:
            return "review";
        case Notice::Wanted::nothing:
            break;
    }
    return n.confirm_sha256.empty() ? "question" : "confirm";
}

std::string_view template_of(const Notice& n, const Decision* d) {
    switch (n.kind) {
        case NoticeKind::question:
            return question_about(n);
        case NoticeKind::invitation:
            return n.facilitates ? "invitation-facilitator" : d ? invitation_to(d->policy.method) : "invitation";
        case NoticeKind::digest:
            return "reminder";
        case NoticeKind::amendment:
            return n.shows_changes ? "revision" : "amendment";
        case NoticeKind::concern:
            return n.concern_wants_answer ? "concern-answer" : "concern";
        case NoticeKind::outcome:
            return d && d->closing && d->closing->outcome == Outcome::withdrawn ? "outcome-withdrawn" : "outcome";
        case NoticeKind::receipt:
        case NoticeKind::refusal:
        case NoticeKind::reminder:
        case NoticeKind::help:
            break;
    }
    return name(n.kind);
}

// RFC 3834: what answers a mail of the reader's says so.
bool answers_mail(const Notice& n) {
    return n.kind == NoticeKind::receipt || n.kind == NoticeKind::refusal || n.kind == NoticeKind::help ||
           (n.kind == NoticeKind::question && n.wanted == Notice::Wanted::nothing);
}

// The first names the thread, the last ones the place in it.
std::vector<std::string> bounded_references(const Envelope& e) {
    std::vector<std::string> ids = e.references;
    if (!e.in_reply_to.empty() && (ids.empty() || ids.back() != e.in_reply_to)) ids.push_back(e.in_reply_to);
    if (ids.size() > most_references)
        ids.erase(ids.begin() + 1, ids.end() - static_cast<std::ptrdiff_t>(most_references - 1));
    return ids;
}

struct Heading {
    std::string subject;
    std::string decisions;  // "D-17, D-18"; empty: about none
};

FinishedMail finished(const Letterhead& letterhead, const Reader& reader, const Envelope& e, const Notice& notice,
                      const Heading& heading, const std::string& body) {
    MailBuilder mail;
    mail.token("Date", outgoing::date_field(e.date));
    mail.address("From", letterhead.display_name, letterhead.address);
    mail.address("To", reader.name, reader.address);
    mail.address("Reply-To", letterhead.display_name, reader.reply_to);
    mail.text("Subject", heading.subject);
    mail.message_ids("Message-ID", {e.message_id});
    mail.message_ids("In-Reply-To", {e.in_reply_to});
    mail.message_ids("References", bounded_references(e));
    mail.token("Auto-Submitted", answers_mail(notice) ? "auto-replied" : "auto-generated");
    mail.list_id(letterhead.display_name, letterhead.list_id);
    mail.token("Precedence", "bulk");
    mail.token("X-Auto-Response-Suppress", "All");
    mail.token("X-Assentd-Decision", heading.decisions);
    mail.token("X-Assentd-Notice", name(notice.kind));
    return {e.message_id, e.envelope_from, reader.address, mail.finish(body)};
}

std::string title_of(const Decision& d) {
    return d.revisions.empty() ? std::string() : outgoing::one_line(d.text().title, subject_columns);
}

// Whether it asks if a mail is theirs. Under the subject of the rest of the thread it would be taken for that.
bool asks_whose(const Notice& notice) {
    return !notice.confirm_sha256.empty();
}

Heading heading_of(const std::vector<About>& abouts, NoticeKind kind) {
    std::vector<std::string> ids;
    for (const auto& about : abouts)
        if (const auto name = id(*about.decision);
            about.decision->number > 0 && std::find(ids.begin(), ids.end(), name) == ids.end())
            ids.push_back(name);
    std::string all;
    for (const auto& i : ids) all += (all.empty() ? "" : ", ") + i;
    if (abouts.size() == 1)
        return {(asks_whose(abouts.front().notice) ? "Was this you? [" : "[") + id(*abouts.front().decision) + "] " +
                    title_of(*abouts.front().decision),
                all};
    if (all.size() > 150) all = all.substr(0, all.rfind(',', 150));
    if (kind == NoticeKind::receipt) return {"Your answers on " + listed(ids), all};
    return {std::to_string(abouts.size()) + " decisions that you are asked about: " + listed(ids), all};
}

}  // namespace

FinishedMail render(const Templates& templates, const Letterhead& letterhead, const Reader& reader,
                    const Envelope& envelope, const std::vector<About>& about, Instant now) {
    std::vector<About> abouts = about;
    Notice first = abouts.front().notice;
    if (first.kind == NoticeKind::reminder)
        std::stable_sort(abouts.begin(), abouts.end(), [](const About& a, const About& b) {
            return a.decision->closes_at < b.decision->closes_at;
        });
    // What one mail brought about in several decisions is told in one receipt, whatever became of each.
    if (abouts.size() > 1 && answers_mail(first)) first.kind = NoticeKind::receipt;
    const bool help = std::any_of(abouts.begin(), abouts.end(), [](const About& a) { return a.notice.with_help; }) ||
                      first.kind == NoticeKind::help;
    outgoing::MailValues values(letterhead, reader, abouts, help ? templates.help() : std::string_view(), now);
    return finished(letterhead, reader, envelope, first, heading_of(abouts, first.kind),
                    templates.page(reader.language, template_of(first, abouts.front().decision)).fill(values));
}

FinishedMail render_plain(const Templates& templates, const Letterhead& letterhead, const Reader& reader,
                          const Envelope& envelope, const Notice& notice, std::string_view quoted_subject) {
    const auto chosen = notice.kind == NoticeKind::help       ? "help"
                        : notice.kind == NoticeKind::receipt  ? "personal"
                        : question_about(notice) == "confirm" ? "confirm"
                                                              : "unplaced";
    outgoing::MailValues values(letterhead, reader, notice, quoted_subject, templates.help());
    std::string subject = outgoing::one_line(quoted_subject, subject_columns);
    if (subject.empty())
        subject = "Your mail";
    else if (!same_ignoring_case(subject.substr(0, 3), "re:"))
        subject = "Re: " + subject;
    return finished(letterhead, reader, envelope, notice, {subject, {}},
                    templates.page(reader.language, chosen).fill(values));
}

}  // namespace assentd
