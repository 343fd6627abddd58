// SPDX-License-Identifier: Apache-2.0
// Commands that act on a decision as the admin, on the record, in one transaction like a mail.
#include <algorithm>
#include <iostream>

#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/health.h"
#include "daemon/other_addresses.h"
#include "daemon/planning.h"
#include "daemon/post.h"
#include "daemon/stepping.h"
#include "daemon/transaction.h"
#include "decision/choice.h"
#include "decision/standing.h"
#include "decision/step.h"
#include "decision/text.h"
#include "storage/lock.h"

namespace assentd {

namespace {

struct Done {
    std::string said;
    std::string mark;  // differs with each act, for the daemon to notice
};
using Deed = std::function<Done(const World&, Records&, Instant now, std::vector<Owed>&)>;

// Does it in one transaction, and queues what is owed.
int in_transaction(Context& context, const Deed& deed) {
    Store& store = context.writing();
    auto templates = Templates::load(context.config().templates_dir);
    if (!std::holds_alternative<Templates>(templates))
        throw Stop(exit_configuration, std::get<std::vector<std::string>>(templates).front());
    const Tokens tokens(server_key(store), context.config().mail);
    const World world{context.config(), std::get<Templates>(templates), tokens, store};
    // A rehearsal may have brought the database ahead of the clock; its time never goes back.
    const Instant now = std::max(context.now(), last_instant(store).value_or(Instant{}));

    Transaction transaction(store);
    Records records(store);
    std::vector<Owed> owed;
    const Done done = deed(world, records, now, owed);
    Post(world, now).queue(owed);
    store.set_value("changed_by_ctl", instant_text(now) + ' ' + done.mark);
    transaction.commit();
    std::cerr << done.said << '\n';
    context.tell_daemon();
    return exit_done;
}

bool waits_for_a_word(const Decision& d) {
    return d.closing && d.closing->outcome == Outcome::tied && tie_settler(d);
}

std::string way_out_of_a_tie(const Decision& d) {
    return waits_for_a_word(d) ? "; it is tied, and `assentctl decide` settles it in place of " + d.decider->name
                               : std::string();
}

// Steps the decision. `make` builds the command from the decision as it is inside the transaction.
int act(Context& context, const Wish& wish, const std::vector<State>& needed,
        const std::function<Command(const Decision&, Instant now)>& make) {
    const RecordId record = context.record(wish.id);
    return in_transaction(context, [&](const World& world, Records& records, Instant now, std::vector<Owed>& owed) {
        const Decision& d = records.get(record);
        const std::string what = handle(record, d.number);
        if (std::find(needed.begin(), needed.end(), d.state) == needed.end())
            throw Stop(exit_bad_input, what + " is " +
                                           (d.state == State::draft ? "not open yet" : name(d.state).data()) +
                                           ", so this cannot be done" + way_out_of_a_tie(d));
        if (d.number == 0 && d.state == State::closed)
            throw Stop(exit_bad_input, what + " was withdrawn before it opened, so this cannot be done");
        if (!step_record(world, records, record, make(d, now), now, owed))
            throw Stop(exit_bad_input, "nothing would change");
        const std::string closes = d.state == State::open ? ", which closes at " + utc_text(d.closes_at) : "";
        return Done{what + closes + ": " + needs(d, now), std::to_string(record) + ' ' + std::to_string(d.events)};
    });
}

// A length is added to the close (or to now, when that has passed); anything else is a point of time.
Instant new_close(Context& context, const std::string& text, Instant from) {
    const auto& calendar = context.config().calendar;
    if (const auto span = read_span(text); std::holds_alternative<Span>(span))
        return add_span(calendar, from, std::get<Span>(span));
    if (const auto instant = read_instant(text); std::holds_alternative<Instant>(instant))
        return std::get<Instant>(instant);
    const auto read = read_deadline(text, calendar, context.now());
    if (const auto* wrong = std::get_if<NotUnderstood>(&read))
        throw Stop(exit_usage, (wrong->wrong.find(text) == text.npos ? "“" + text + "”: " : "") + wrong->wrong + ' ' +
                                   wrong->right + " Or a length of time, as in: 3 days");
    return std::get<Instant>(read);
}

// What lies in the inbox unread would be late, though it came in time.
void expect_inbox_is_read(Context& context, Instant now) {
    constexpr auto just_now = std::chrono::minutes(10);
    const Health health = look_at(context.writing());
    const bool is_read = lock_holder(context.config().daemon.state_dir).has_value() ||
                         (health.last_poll && now - *health.last_poll < just_now);
    if (is_read && health.inbox_trouble.empty()) return;
    throw Stop(exit_try_later,
               "nobody reads the inbox at present, and answers that wait there would be late; run "
               "`assentd --once`, then close it, or withdraw it");
}

}  // namespace

int close_command(Context& context, const Wish& wish) {
    return act(context, wish, {State::open}, [&](const Decision& d, Instant now) {
        if (const Instant earliest = d.opened_at + d.policy.min_period; now < earliest)
            throw Stop(exit_bad_input, "the minimum period of policy " + d.policy.name + " ends at " +
                                           utc_text(earliest) + "; close it after that, or withdraw it");
        if (const Instant held = held_until(d); now < held)
            throw Stop(exit_bad_input,
                       "participants hold it until " + utc_text(held) + "; close it after that, or withdraw it");
        if (d.policy.method == Method::advice)
            throw Stop(exit_bad_input,
                       "it ends with the word of its decider; after the time for advice "
                       "`assentctl decide` gives that in their place, or withdraw it");
        expect_inbox_is_read(context, now);
        return AdminClose{context.user(), wish.reason};
    });
}

int withdraw_command(Context& context, const Wish& wish) {
    return act(context, wish, {State::open, State::draft}, [&](const Decision&, Instant) {
        return AdminWithdraw{context.user(), wish.reason};
    });
}

int extend_command(Context& context, const Wish& wish) {
    return act(context, wish, {State::open}, [&](const Decision& d, Instant now) {
        const Instant close = new_close(context, wish.until, d.closes_at);
        if (close <= d.closes_at)
            throw Stop(exit_bad_input,
                       "the close is already at " + utc_text(d.closes_at) + ", and a period can only grow");
        return AdminExtend{context.user(), wish.reason, close, plans_for(context.config(), d, now, close)};
    });
}

int decide_command(Context& context, const Wish& wish) {
    return act(context, wish, {State::open, State::closed}, [&](const Decision& d, Instant) {
        if (d.state == State::open && waits_for_decider(d)) {
            if (!settle_advice(d, wish.choice))
                throw Stop(exit_bad_input, "“" + wish.choice + "” does not settle it: say yes or no" +
                                               (d.options.empty() ? "" : ", or name one of its options"));
            return AdminDecide{context.user(), wish.reason, wish.choice};
        }
        if (d.state == State::open || d.closing->outcome != Outcome::tied)
            throw Stop(exit_bad_input,
                       id(d) + " is not tied, nor does it wait for its decider with the advice of all");
        if (!waits_for_a_word(d))
            throw Stop(exit_bad_input, "nobody is named to settle " + id(d) +
                                           ", so nothing is decided; `assentctl reopen` puts it to the vote again");
        if (!settle_tie(d, wish.choice))
            throw Stop(exit_bad_input, "“" + wish.choice + "” does not settle it: " +
                                           (is_choice(d.policy.method) ? what_is_tied(d) : "say yes or no"));
        return AdminDecide{context.user(), wish.reason, wish.choice};
    });
}

int reopen_command(Context& context, const Wish& wish) {
    return act(context, wish, {State::closed}, [&](const Decision& d, Instant now) {
        const Instant close = new_close(context, wish.until, now);
        if (close <= now) throw Stop(exit_bad_input, "the new close must lie in the future");
        return AdminReopen{context.user(), wish.reason, close, plans_for(context.config(), d, now, close)};
    });
}

int address_list_command(Context& context) {
    for (const auto& [address, person] : confirmed_addresses(context.config(), context.reading()))
        std::cout << address << '\t' << person << '\n';
    return exit_done;
}

int address_forget_command(Context& context, const std::string& address) {
    return in_transaction(context, [&](const World& world, Records& records, Instant now, std::vector<Owed>& owed) {
        const std::string owner = forget_address(world.store, lower_case(address));
        if (owner.empty())
            throw Stop(exit_no_input, address + " is no address that somebody confirmed; `assentctl address list` " +
                                          "has those, and all others are in the configuration");
        for (const auto& summary : world.store.summaries())
            if (summary.state != State::closed)
                step_record(world, records, summary.record, AddAddress{{}, lower_case(address), {}}, now, owed);
        return Done{address + " is not an address of " + owner + " any more; what came from there before stands",
                    address};
    });
}

}  // namespace assentd
