// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/daemon/chronicle.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "decision/describe.h"
#include "decision/step.h"
#include "decision/text.h"
#include "decision/view.h"
#include "parsers/message.h"
#include "tests/unit/daemon/mail_text.h"

namespace assentd::testing {

namespace {

std::string first_name(const PersonConfig& person) {
    return lower_case(person.name.substr(0, person.name.find(' ')));
}

std::string answer_text(const ParticipantView& p, bool sealed) {
    if (!p.stance) return sealed ? "sealed" : "silent";
    std::string text(name(p.stance->position));
    if (p.stance->stale) text += ", to an earlier revision";
    return p.stance->reason.empty() ? text : text + ", “" + p.stance->reason + "”";
}

}  // namespace

std::string address_of(const Config& config, const std::string& word) {
    if (word.find('@') != std::string::npos) return word;
    for (const auto& person : config.people)
        if (first_name(person) == word) return person.addresses.front();
    throw std::invalid_argument("nobody here is called “" + word + "”");
}

std::string short_name(const Config& config, std::string_view address) {
    const auto* person = find_person(config, address);
    return std::string(person ? first_name(*person) : address);
}

Chronicle::Lines Chronicle::news() {
    Lines lines = events();
    add_mails_received(lines);
    add_mails_sent(lines);
    return lines;
}

Chronicle::Lines Chronicle::events() {
    const auto summaries = store_.summaries();
    std::vector<std::pair<std::int64_t, std::string>> told;
    for (const auto& summary : summaries) {
        const Decision d = store_.load(summary.record);
        const std::string which = summaries.size() > 1 ? id(d) + ": " : "";
        for (const auto& stored : store_.events(summary.record))
            if (stored.row > last_event_) told.emplace_back(stored.row, which + describe(d, stored.event));
    }
    std::sort(told.begin(), told.end());
    Lines lines;
    for (auto& [row, line] : told) {
        last_event_ = row;
        lines.push_back(std::move(line));
    }
    return lines;
}

// Of a mail that became an event there is nothing more to say.
void Chronicle::add_mails_received(Lines& lines) {
    const bool eventful = !lines.empty();
    const MailRow known = last_mail_;
    store_.each_mail([&](const StoredMail& mail) {
        if (mail.row <= known) return;
        last_mail_ = mail.row;
        if (mail.state != MailState::handled || !eventful)
            lines.push_back("mail " + std::string(name(mail.state)) + ": " + mail.reason);
    });
}

void Chronicle::add_mails_sent(Lines& lines) {
    std::vector<std::pair<Lines, std::string>> groups;  // kind and text, readers
    for (const auto& row : store_.outbox(std::nullopt)) {
        if (row.row <= last_sent_) continue;
        sent_.push_back(*store_.outbox_mail(row.row));
        store_.mark_sent(row.row, "250 ok", row.created);
        Lines text = essence(row.notice, sent_.back().bytes);
        text.insert(text.begin(), row.notice);
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == text; });
        if (same == groups.end())
            groups.emplace_back(text, short_name(config_, row.recipient));
        else
            same->second += ", " + short_name(config_, row.recipient);
    }
    if (!sent_.empty()) last_sent_ = sent_.back().row;
    for (const auto& [text, readers] : groups) {
        lines.push_back(text[0] + " -> " + readers + (text.size() > 1 ? ": " + text[1] : ""));
        for (std::size_t i = 2; i < text.size(); ++i) lines.push_back("    " + text[i]);
    }
}

Chronicle::Lines Chronicle::standing(const Decision& d, Instant now) const {
    const View seen = view(d, std::nullopt);
    const auto who = [&](ParticipantIndex i) { return short_name(config_, d.seats[i].participant.address); };
    Lines lines{id(d) + " “" + d.text().title + "”: " + std::string(name(d.state)) + ", revision " +
                    std::to_string(d.revision()) + ", closes " + utc_text(d.closes_at),
                needs(d, now)};
    for (const auto& p : seen.participants)
        lines.push_back(short_name(config_, p.address) + (p.binding ? "" : " (advisory)") + ": " +
                        answer_text(p, seen.sealed) + (p.reached ? "" : ", not reached"));
    for (const auto& [i, unclear] : seen.pending) lines.push_back(who(i) + " is asked about “" + unclear->line + "”");
    for (const auto& c : seen.concerns)
        lines.push_back("concern “" + c->name + "” of " + who(c->by) + ": " + std::string(name(c->state)));
    return lines;
}

const OutboxMail& Chronicle::last_where(const std::string& to, const std::string& what,
                                        const std::function<bool(const OutboxMail&)>& wanted) const {
    const auto mail = std::find_if(sent_.rbegin(), sent_.rend(),
                                   [&](const OutboxMail& m) { return m.recipient == to && wanted(m); });
    if (mail == sent_.rend()) throw std::invalid_argument(to + " got no " + what);
    return *mail;
}

const OutboxMail& Chronicle::last_mail(const std::string& kind, const std::string& to) const {
    return last_where(to, kind, [&](const OutboxMail& m) { return m.notice == kind; });
}

const OutboxMail& Chronicle::last_about(const std::string& decision, const std::string& to) const {
    if (!decision.starts_with("D-")) throw std::invalid_argument("“" + decision + "” is no place to write to");
    const std::string local = "decisions+d" + decision.substr(2) + '.';
    return last_where(to, "mail about " + decision, [&](const OutboxMail& m) {
        return read_message(m.bytes).reply_to.at(0).address.starts_with(local);
    });
}

}  // namespace assentd::testing
