// SPDX-License-Identifier: Apache-2.0
// Commands about what waits: quarantine and outbox (PRODUCT 9.4).
#include <unistd.h>

#include <iostream>
#include <map>

#include <nlohmann/json.hpp>

#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/health.h"
#include "daemon/intake.h"
#include "daemon/post.h"
#include "daemon/transaction.h"
#include "daemon/unsent.h"
#include "decision/view.h"
#include "templates/plain_text.h"

namespace assentd {

namespace {

using Json = nlohmann::ordered_json;

Json mail_json(const StoredMail& mail) {
    return {{"row", mail.row},      {"arrival", instant_text(mail.arrival)},
            {"from", mail.from},    {"message_id", mail.message_id},
            {"size", mail.size},    {"kind", mail.kind},
            {"reason", mail.reason}};
}

struct Named {
    std::string handle;
    bool sealed = false;
};

// `paused`: until when the server takes nothing.
Json outbox_json(const OutboxMail& mail, const Named& decision, Instant paused) {
    const bool waits = mail.state == OutboxState::queued || mail.state == OutboxState::deferred ||
                       mail.state == OutboxState::unknown;
    return {{"row", mail.row},
            {"state", name(mail.state)},
            {"decision", decision.handle},
            {"notice", decision.sealed ? notice_for_all(mail.notice) : std::string_view(mail.notice)},
            {"recipient", mail.recipient},
            {"message_id", mail.message_id},
            {"attempts", mail.attempts},
            {"created", instant_text(mail.created)},
            {"next_attempt", instant_text(waits ? std::max(mail.next_attempt, paused) : mail.next_attempt)},
            {"last_reply", mail.last_reply}};
}

void print(const Json& rows, bool json) {
    if (json) {
        std::cout << rows.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return;
    }
    if (rows.empty()) return;
    std::string head;
    for (const auto& [key, unused] : rows.front().items()) head += (head.empty() ? "" : "\t") + key;
    std::cout << head << '\n';
    for (const auto& row : rows) {
        const char* separator = "";
        for (const auto& value : row) {
            std::cout << separator
                      << (value.is_string() ? outgoing::one_line(value.get<std::string>()) : value.dump());
            separator = "\t";
        }
        std::cout << '\n';
    }
}

StoredMail quarantined(Store& store, std::int64_t row) {
    const auto mail = store.mail(row);
    if (!mail || mail->state != MailState::quarantined)
        throw Stop(exit_no_input,
                   "no mail " + std::to_string(row) + " is in quarantine; assentctl quarantine list shows them");
    return *mail;
}

// There is nothing to handle; the cycle asks the server again (Cycle::read_what_never_came).
int release_for_another_fetch(Context& context, Store& store, const StoredMail& mail) {
    Transaction transaction(store);
    store.set_mail_state(mail.row, MailState::released, "asked for again by " + context.user(), mail.record);
    store.set_value("changed_by_ctl", "released " + std::to_string(mail.row));
    transaction.commit();
    std::cerr << "mail " << mail.row << ": nothing of it is stored: assentd fetches it again in its next cycle\n";
    context.tell_daemon();
    return exit_done;
}

}  // namespace

int quarantine_list_command(Context& context, bool json) {
    auto rows = Json::array();
    for (const auto& mail : context.reading().mails_in_state(MailState::quarantined)) rows.push_back(mail_json(mail));
    print(rows, json);
    return exit_done;
}

int quarantine_show_command(Context& context, std::int64_t row) {
    const std::string raw = quarantined(context.reading(), row).raw;
    std::cout << (isatty(STDOUT_FILENO) ? outgoing::printable(raw) : raw);
    return exit_done;
}

// Handled now like a mail that just came, with its own arrival time; the old row says that it was released.
int quarantine_release_command(Context& context, std::int64_t row) {
    Store& store = context.writing();
    const StoredMail mail = quarantined(store, row);
    if (mail.raw.empty()) return release_for_another_fetch(context, store, mail);
    if (mail.reason.starts_with(only_header_stored))
        throw Stop(exit_no_input, "only the header of mail " + std::to_string(row) +
                                      " is here: raise limits.message_size and have it sent again");
    auto templates = Templates::load(context.config().templates_dir);
    if (!std::holds_alternative<Templates>(templates))
        throw Stop(exit_configuration, std::get<std::vector<std::string>>(templates).front());
    const Tokens tokens(server_key(store), context.config().mail);
    const World world{context.config(), std::get<Templates>(templates), tokens, store};
    Records records(store);
    Fetched fetched{mail.folder, mail.uid_validity, mail.uid + "/released", mail.arrival, mail.raw, mail.size, false};
    Transaction transaction(store);
    store.set_mail_state(row, MailState::released, "released by " + context.user(), mail.record);
    const Taken taken = Intake(world, records, context.now()).take(fetched, read_mail(world.config, fetched), true);
    store.set_value("changed_by_ctl", "released " + std::to_string(row));
    transaction.commit();
    std::cerr << "mail " << row << ": " << name(taken.state) << ": " << taken.what << '\n';
    context.tell_daemon();
    return exit_done;
}

int quarantine_drop_command(Context& context, std::int64_t row) {
    Store& store = context.writing();
    const StoredMail mail = quarantined(store, row);
    store.begin();
    store.set_mail_state(row, MailState::dropped, mail.reason + "; dropped by " + context.user(), mail.record);
    store.commit();
    std::cerr << "mail " << row << ": dropped: it will not be handled, and stays in the database\n";
    return exit_done;
}

int outbox_list_command(Context& context, const OutboxWish& wish) {
    const auto state = outbox_state_from_name(wish.state);
    if (!wish.state.empty() && !state)
        throw Stop(exit_usage, "“" + wish.state +
                                   "” is no state of a mail; one of: queued, sending, sent, deferred, "
                                   "unknown, bounced, dropped");
    const RecordId only = wish.id.empty() ? 0 : context.record(wish.id);
    std::map<RecordId, Named> decisions{{0, {}}};
    for (const auto& summary : context.reading().summaries()) {
        const bool sealed =
            summary.state == State::open && is_sealed_for(context.reading().load(summary.record), std::nullopt);
        decisions[summary.record] = {handle(summary.record, summary.number), sealed};
    }
    const Instant paused = outlet_paused_until(context.reading()).value_or(Instant{});
    auto rows = Json::array();
    for (const auto& mail : context.reading().outbox(state))
        if (!only || mail.record == only) rows.push_back(outbox_json(mail, decisions[mail.record], paused));
    print(rows, wish.json);
    return exit_done;
}

int outbox_retry_command(Context& context, std::int64_t row) {
    Store& store = context.writing();
    const auto mail = store.outbox_mail(row);
    if (mail && mail->state == OutboxState::dropped)
        throw Stop(exit_no_input, "mail " + std::to_string(row) + " was dropped, and is never sent");
    if (!mail || mail->state == OutboxState::sent || mail->state == OutboxState::sending)
        throw Stop(exit_no_input, "mail " + std::to_string(row) +
                                      " does not wait in the outbox; assentctl outbox list shows those that do");
    const bool moot = is_moot(store, *mail);
    store.mark_deferred(row, context.now(), "retry asked for by " + context.user());
    std::cerr << "mail " << row
              << (moot ? ": it says nothing any more, and is dropped instead of sent, to " : ": due now, to ")
              << mail->recipient << '\n';
    context.tell_daemon();
    return exit_done;
}

int outbox_drop_command(Context& context, std::int64_t row) {
    Store& store = context.writing();
    const auto mail = store.outbox_mail(row);
    if (!mail || mail->state == OutboxState::sent)
        throw Stop(exit_no_input, "mail " + std::to_string(row) +
                                      " does not wait in the outbox; assentctl outbox list shows those that do");
    store.mark_dropped(row);
    std::cerr << "mail " << row << ": dropped: it will not be sent, and stays in the database\n";
    return exit_done;
}

}  // namespace assentd
