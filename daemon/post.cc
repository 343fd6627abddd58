// SPDX-License-Identifier: Apache-2.0
#include "daemon/post.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <sstream>

#include "daemon/other_addresses.h"
#include "daemon/preferences.h"
#include "daemon/proof.h"
#include "daemon/smtp/smtp_text.h"
#include "decision/text.h"
#include "decision/view.h"

namespace assentd {

namespace {

// What makes two mails the same mail: making it again must give the same Message-ID.
std::string identity_of(const std::vector<const Owed*>& owed) {
    std::string what;
    for (const auto* o : owed) {
        what += std::string(name(o->notice.kind)) + '|' + std::to_string(o->record) + '|' +
                (o->decision ? o->decision->token_salt + '|' + o->decision->draft_source.sha256 : std::string()) +
                '|' + lower_case(o->notice.to_address) + '|' + std::to_string(o->decision ? o->decision->events : 0) +
                '|' + o->notice.in_reply_to.sha256 + '|' + o->notice.confirm_sha256 + '\n';
    }
    return what;
}

std::vector<std::string> references_of(const Decision* d, const Source& in_reply_to) {
    std::vector<std::string> references;
    if (d && !d->thread_message_id.empty()) references.push_back(d->thread_message_id);
    if (!in_reply_to.message_id.empty() && (references.empty() || references.back() != in_reply_to.message_id))
        references.push_back(in_reply_to.message_id);
    return references;
}

// What only repeats that all went well: a person may do without it (PRODUCT 2.6).
bool is_mere_receipt(const Notice& n) {
    return n.kind == NoticeKind::receipt && n.questions.empty() && n.problems.empty() && !n.with_status &&
           !n.with_help;
}

}  // namespace

bool answers_a_mail(NoticeKind kind) {
    return kind == NoticeKind::receipt || kind == NoticeKind::question || kind == NoticeKind::refusal ||
           kind == NoticeKind::help;
}

std::string_view notice_for_all(std::string_view notice) {
    const auto kind = notice_kind_from_name(notice);
    return kind && answers_a_mail(*kind) ? "answer" : notice;
}

Reader Post::reader_for(const Notice& notice) const {
    Reader reader;
    reader.name = notice.to_name;
    reader.address = address_today(world_.config, notice.to_name, notice.to_address);
    const auto* person = find_person(world_.config, reader.address);
    reader.language = person && !person->language.empty() ? person->language : world_.config.daemon.language;
    const Calendar& calendar = person ? person->calendar : world_.config.calendar;
    reader.local_time = [&calendar](Instant t) { return local_text(calendar, t); };
    return reader;
}

namespace {

// What somebody was sent of late that does not count as an answer to them, kept as "?2026-11-30T09:00:00Z" for a
// question and "!2026-…" for others.
std::vector<std::string> marks_since(Store& store, const std::string& key, Instant since) {
    std::istringstream kept(store.value(key).value_or(""));
    std::vector<std::string> marks;
    for (std::string one; kept >> one;) {
        const auto at = read_instant(std::string_view(one).substr(1));
        if (const auto* instant = std::get_if<Instant>(&at); instant && *instant >= since) marks.push_back(one);
    }
    return marks;
}

void keep_mark(Store& store, const std::string& key, std::vector<std::string> marks, std::string mark) {
    marks.push_back(std::move(mark));
    std::string kept;
    for (const auto& one : marks) kept += one + ' ';
    store.set_value(key, kept);
}

std::int64_t of_sort(const std::vector<std::string>& marks, char sort) {
    return std::count_if(marks.begin(), marks.end(), [&](const auto& one) { return one.front() == sort; });
}

char sort_of(const Notice& notice) {
    return notice.kind == NoticeKind::question ? '?' : '!';
}

// What somebody hears of because another did something, or because it is time: "Ana asks you to answer for her".
bool is_news(const Notice& notice) {
    return answers_a_mail(notice.kind) && notice.in_reply_to.sha256.empty();
}

std::string key_of_news(const std::string& address) {
    return "news/" + address;
}

}  // namespace

// Whoever brings news about pays for them, once a mail, and not those who read them. What the clock brings is little.
bool Post::may_bring_news() const {
    if (author_.empty()) return true;
    const std::string key = "news_by/" + author_;
    auto marks = marks_since(world_.store, key, now_ - std::chrono::hours(24));
    if (static_cast<std::int64_t>(marks.size()) >= limit_) {
        spdlog::warn("event=news_capped limit={}", limit_);
        return false;
    }
    keep_mark(world_.store, key, std::move(marks), '!' + instant_text(now_));
    return true;
}

// Two robots cannot feed each other, and a forged flood does not fill somebody's inbox (PRODUCT 8.4). A question
// waits for a vote, so the other answers of the day do not stand in its way; nor does what others wrote in that name.
bool Post::allowed(const Notice& notice) const {
    if (!answers_a_mail(notice.kind)) return true;
    const char sort = sort_of(notice);
    const std::string address = lower_case(address_today(world_.config, notice.to_name, notice.to_address));
    const auto& lists = world_.config.mail.vouchers.munging_lists;
    if (std::find(lists.begin(), lists.end(), address) != lists.end()) return false;  // all of it would get it
    const bool known = is_known(address) || notice.participant;  // an address that was theirs when it opened
    const std::int64_t limit = known ? limit_ : 1;
    const Instant since = now_ - std::chrono::hours(24);
    const auto news = marks_since(world_.store, key_of_news(address), since);
    if (is_news(notice)) {
        keep_mark(world_.store, key_of_news(address), news, sort + instant_text(now_));
        return true;
    }
    auto sent = world_.store.count_queued(
        address,
        sort == '?' ? std::vector<std::string>{"question"} : std::vector<std::string>{"receipt", "refusal", "help"},
        since);
    const std::string key = "unproven_answers/" + address;
    const auto unproven = known ? marks_since(world_.store, key, since) : std::vector<std::string>();
    if (known) sent = proven_ ? sent - of_sort(unproven, sort) - of_sort(news, sort) : of_sort(unproven, sort);
    if (sent >= limit) {
        spdlog::warn("event=answer_capped notice={} limit={}", notice_for_all(name(notice.kind)), limit);
        return false;
    }
    if (known && !proven_) keep_mark(world_.store, key, unproven, sort + instant_text(now_));
    return true;
}

bool Post::is_known(const std::string& address) const {
    return find_person(world_.config, address) != nullptr;
}

void Post::queue(const std::vector<Owed>& owed) {
    // Grouped by reader and kind of grouping, in the order in which they first became owed.
    std::vector<std::pair<std::string, std::vector<const Owed*>>> groups;
    const auto brings_news = [](const Owed& o) { return is_news(o.notice); };
    const bool no_news = std::any_of(owed.begin(), owed.end(), brings_news) && !may_bring_news();
    for (const auto& o : owed) {
        if (no_news && brings_news(o)) continue;
        std::string key;
        if (o.notice.to_outsider)  // who has no part in a decision gets one answer, which names none
            key = "outsider|" + o.notice.in_reply_to.sha256;
        else if (answers_a_mail(o.notice.kind) && o.notice.wanted == Notice::Wanted::nothing &&
                 o.notice.confirm_sha256.empty() && o.decision && o.decision->number > 0)
            key = "answer|" + lower_case(o.notice.to_address) + '|' + o.notice.in_reply_to.sha256;
        else if (o.notice.kind == NoticeKind::reminder)
            key = "reminder|" + lower_case(o.notice.to_address);
        auto group = key.empty()
                         ? groups.end()
                         : std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.first == key; });
        if (group == groups.end()) group = groups.insert(groups.end(), {key, {}});
        group->second.push_back(&o);
    }
    for (const auto& [key, members] : groups) queue_one(members);
}

namespace {

// What one mail did in several decisions is told in words once.
void say_once(const Notice& first, Notice& other) {
    for (auto& line : other.recorded)
        for (const auto& told : first.recorded)
            if (line.line.empty() && told.line.empty() && line.what == told.what) line.what = "The same holds here.";
}

}  // namespace

void Post::queue_one(const std::vector<const Owed*>& owed) {
    const Owed& first = *owed.front();
    if (first.notice.to_outsider) return queue_plain(first.notice, {});
    if (first.notice.to_address.empty()) return;
    const std::string address = address_today(world_.config, first.notice.to_name, first.notice.to_address);
    if (address.empty()) {
        spdlog::warn("event=not_queued notice={} record={} reason=\"the address is somebody else's by now\"",
                     notice_for_all(name(first.notice.kind)), first.record);
        return;
    }
    const auto unwanted = [&](const Owed* o) { return is_mere_receipt(o->notice); };
    if (std::all_of(owed.begin(), owed.end(), unwanted) && !wants_receipts(world_, address)) return;
    if (!allowed(first.notice)) return;
    Reader reader = reader_for(first.notice);
    const auto& tokens = world_.tokens;
    using Purpose = ReplyAddress::Purpose;

    std::string detail;  // of the reply address, for installations without sub-addresses
    const auto reply_address = [&](const Owed& o) {
        const auto number = o.decision ? o.decision->number : 0;
        const std::string person =
            o.decision ? address_on_file(*o.decision, lower_case(o.notice.to_address)) : o.notice.to_address;
        if (!o.notice.confirm_sha256.empty()) {
            const auto token = tokens.confirm_token(o.record, person, o.notice.confirm_sha256);
            detail = 'c' + std::to_string(o.record) + '.' + token;
            return tokens.address(Purpose::confirm, o.record, token);
        }
        if (number == 0) {
            const auto token = tokens.draft_token(o.record, person);
            detail = 'f' + std::to_string(o.record) + '.' + token;
            return tokens.address(Purpose::draft, o.record, token);
        }
        const auto token = tokens.reply_token(number, o.decision->token_salt, person);
        detail = 'd' + std::to_string(number) + '.' + token;
        return tokens.address(Purpose::reply, number, token);
    };

    std::vector<About> about;
    for (const auto* o : owed) about.push_back({o->decision, o->notice, reply_address(*o)});
    for (std::size_t i = 1; i < about.size(); ++i) say_once(about.front().notice, about[i].notice);
    reader.reply_to = about.front().how_to_answer_to;
    if (owed.size() > 1) {
        const auto token = tokens.person_token(address_on_file(*first.decision, lower_case(first.notice.to_address)));
        reader.reply_to = tokens.address(Purpose::person, 0, token);
        detail = "p." + token;
    }

    const std::string mail_token = tokens.mail_token(identity_of(owed));
    Envelope envelope;
    envelope.message_id = tokens.message_id(mail_token, detail);
    if (!answers_a_mail(first.notice.kind)) envelope.envelope_from = tokens.address(Purpose::bounce, 0, mail_token);
    // A mail about several decisions is in the thread of none, so that an answer to it must name which.
    const bool about_one =
        std::all_of(owed.begin(), owed.end(), [&](const Owed* o) { return o->record == first.record; });
    const Decision* thread = about_one ? first.decision : nullptr;
    envelope.in_reply_to = !first.notice.in_reply_to.message_id.empty() ? first.notice.in_reply_to.message_id
                           : thread                                     ? thread->thread_message_id
                                                                        : std::string();
    envelope.references = references_of(thread, first.notice.in_reply_to);
    envelope.date = now_;
    store(render(world_.templates, letterhead(world_.config), reader, envelope, about, now_), first.record,
          first.notice.kind);
    if (about_one) world_.store.remember_thread(envelope.message_id, first.record);
}

void Post::queue_plain(const Notice& wanted, const std::string& wanted_subject, bool proves_reader) {
    const bool known = is_known(wanted.to_address);
    if (!is_envelope_address(wanted.to_address) || !allowed(wanted)) return;
    const std::string quoted_subject = known ? wanted_subject : std::string();
    Notice notice = wanted;
    if (!known) {  // From may be forged: what we send there carries nobody's words, and little of our own
        notice.to_name.clear();
        notice.to_outsider = true;
    }
    if (!known && notice.recorded.empty()) {
        notice.kind = NoticeKind::refusal;
        notice.with_help = false;
        notice.problems = {{{},
                            "The address " + notice.to_address + " is not known here.",
                            "Write from the address that your admin has on file, or ask them to add this one."}};
    }
    Reader reader = reader_for(notice);
    const auto& tokens = world_.tokens;
    const std::string token =
        known && proves_reader ? tokens.person_token(lower_case(notice.to_address)) : std::string();
    reader.reply_to =
        token.empty() ? world_.config.mail.address : tokens.address(ReplyAddress::Purpose::person, 0, token);
    const Owed owed{0, nullptr, notice};
    Envelope envelope;
    envelope.message_id =
        tokens.message_id(tokens.mail_token(identity_of({&owed})), token.empty() ? std::string() : "p." + token);
    envelope.in_reply_to = notice.in_reply_to.message_id;
    envelope.references = references_of(nullptr, notice.in_reply_to);
    envelope.date = now_;
    store(render_plain(world_.templates, letterhead(world_.config), reader, envelope, notice, quoted_subject), 0,
          notice.kind);
}

void Post::store(const FinishedMail& mail, RecordId record, NoticeKind kind) {
    OutboxMail row;
    row.record = record;
    row.notice = std::string(name(kind));
    row.message_id = mail.message_id;
    row.envelope_from = mail.envelope_from;
    row.recipient = lower_case(mail.recipient);
    row.bytes = mail.bytes;
    row.created = now_;
    row.next_attempt = now_;
    world_.store.queue(row);
}

}  // namespace assentd
