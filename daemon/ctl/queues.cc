// SPDX-License-Identifier: Apache-2.0
// Commands about what waits: quarantine, outbox, health (PRODUCT 9.4, 10.4).
#include <iostream>

#include <nlohmann/json.hpp>

#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/health.h"
#include "daemon/intake.h"
#include "daemon/post.h"
#include "storage/lock.h"

namespace assentd {

namespace {

using Json = nlohmann::ordered_json;

Json mail_json(const StoredMail& mail) {
    return {{"row", mail.row},      {"arrival", instant_text(mail.arrival)},
            {"from", mail.from},    {"message_id", mail.message_id},
            {"size", mail.size},    {"kind", mail.kind},
            {"reason", mail.reason}};
}

Json outbox_json(const OutboxMail& mail) {
    return {{"row", mail.row},
            {"state", name(mail.state)},
            {"notice", mail.notice},
            {"recipient", mail.recipient},
            {"message_id", mail.message_id},
            {"attempts", mail.attempts},
            {"created", instant_text(mail.created)},
            {"next_attempt", instant_text(mail.next_attempt)},
            {"last_reply", mail.last_reply}};
}

void print(const Json& rows, bool json) {
    if (json) {
        std::cout << rows.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return;
    }
    for (const auto& row : rows) {
        const char* separator = "";
        for (const auto& value : row) {
            std::cout << separator << (value.is_string() ? value.get<std::string>() : value.dump());
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

}  // namespace

int quarantine_list_command(Context& context, bool json) {
    auto rows = Json::array();
    for (const auto& mail : context.reading().mails_in_state(MailState::quarantined)) rows.push_back(mail_json(mail));
    print(rows, json);
    return exit_done;
}

int quarantine_show_command(Context& context, std::int64_t row) {
    std::cout << quarantined(context.reading(), row).raw;
    return exit_done;
}

// Handled now like a mail that just came, with its own arrival time; the old row says that it was released.
int quarantine_release_command(Context& context, std::int64_t row) {
    Store& store = context.writing();
    const StoredMail mail = quarantined(store, row);
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
    store.begin();
    try {
        store.set_mail_state(row, MailState::released, "released by " + context.user(), mail.record);
        const Taken taken =
            Intake(world, records, context.now()).take(fetched, read_mail(world.config, fetched), true);
        store.set_value("changed_by_ctl", "released " + std::to_string(row));
        store.commit();
        std::cerr << "mail " << row << ": " << name(taken.state) << ": " << taken.what << '\n';
    } catch (...) {
        store.rollback();
        throw;
    }
    context.tell_daemon();
    return exit_done;
}

int quarantine_drop_command(Context& context, std::int64_t row) {
    Store& store = context.writing();
    const StoredMail mail = quarantined(store, row);
    store.begin();
    store.set_mail_state(row, MailState::dropped, mail.reason + "; dropped by " + context.user(), mail.record);
    store.commit();
    return exit_done;
}

int outbox_list_command(Context& context, bool json) {
    auto rows = Json::array();
    for (const auto& mail : context.reading().outbox(std::nullopt)) rows.push_back(outbox_json(mail));
    print(rows, json);
    return exit_done;
}

int outbox_retry_command(Context& context, std::int64_t row) {
    Store& store = context.writing();
    const auto mail = store.outbox_mail(row);
    if (!mail || mail->state == OutboxState::sent || mail->state == OutboxState::sending)
        throw Stop(exit_no_input, "mail " + std::to_string(row) +
                                      " does not wait in the outbox; assentctl outbox list shows those that do");
    store.mark_deferred(row, context.now(), "retry asked for by " + context.user());
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
    return exit_done;
}

int health_command(Context& context, bool json) {
    Store& store = context.reading();
    const Health health = look_at(store);
    const auto instant_or_null = [](const std::optional<Instant>& at) {
        return at ? Json(instant_text(*at)) : Json(nullptr);
    };
    const bool sound = store.quick_check();
    Json report;
    report["database"] = sound ? "ok" : "damaged";
    report["daemon"] = lock_holder(context.config().daemon.state_dir) ? "running" : "not running";
    report["last_cycle"] = instant_or_null(health.last_cycle);
    report["last_poll"] = instant_or_null(health.last_poll);
    report["last_send"] = instant_or_null(health.last_send);
    report["inbox_trouble"] = health.inbox_trouble.empty() ? Json(nullptr) : Json(health.inbox_trouble);
    report["outlet_trouble"] = health.outlet_trouble.empty() ? Json(nullptr) : Json(health.outlet_trouble);
    report["quarantined"] = health.quarantined;
    report["oldest_quarantined"] = instant_or_null(health.oldest_quarantined);
    report["poison_attempts"] = health.attempts;
    report["outbox"] = health.outbox;
    report["oldest_unsent"] = instant_or_null(health.oldest_unsent);
    report["next_send"] = instant_or_null(health.next_send);
    report["open_decisions"] = health.open_decisions;
    report["failures"] = health.failures;
    if (json)
        std::cout << report.dump(2) << '\n';
    else
        for (const auto& [key, value] : report.items())
            std::cout << key << ": " << (value.is_string() ? value.get<std::string>() : value.dump()) << '\n';
    const bool well = sound && health.inbox_trouble.empty() && health.outlet_trouble.empty();
    return well ? exit_done : exit_difference;
}

}  // namespace assentd
