// SPDX-License-Identifier: Apache-2.0
#include "daemon/recount.h"

#include <algorithm>

#include "daemon/below_headings.h"
#include "daemon/mail_at_hand.h"
#include "daemon/proof.h"
#include "daemon/recognise.h"
#include "decision/standing.h"
#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "storage/event_codec.h"

namespace assentd {

namespace {

const Source* source_of(const Event& event) {
    return std::visit(
        [](const auto& e) -> const Source* {
            if constexpr (requires { e.source; })
                return &e.source;
            else
                return nullptr;
        },
        event);
}

std::string tally_text(const Tally& tally) {
    const Counts& c = tally.all;
    std::string text;
    const auto add = [&](std::int64_t n, const char* what) {
        if (n > 0) text += (text.empty() ? "" : ", ") + std::to_string(n) + ' ' + what;
    };
    add(c.agree, "agree");
    add(c.abstain, "abstain");
    add(c.disagree, "disagree");
    add(c.block, "block");
    add(c.ballot, "ballot");
    add(c.recuse, "recuse");
    add(c.silent, "silent");
    return text;
}

// What an event says without the sentences that we word: those may change from version to version, and say nothing
// that the rest does not. Older records have no tally at the close.
Event facts_of(Event event, bool with_tally) {
    if (auto* unclear = std::get_if<VoteUnclear>(&event)) unclear->ask.clear();
    if (auto* discarded = std::get_if<HeldDiscarded>(&event)) discarded->said_anew = false;  // older records lack it
    if (auto* closed = std::get_if<Closed>(&event)) {
        closed->arithmetic.clear();
        if (!with_tally) closed->tally.reset();
    }
    return event;
}

class Recount {
  public:
    Recount(const World& world, RecordId record)
        : world_(world), record_(record), stored_(world.store.events(record)) {}

    std::vector<Difference> run() {
        while (at_ < stored_.size() && differences_.empty()) {
            const auto* source = source_of(event());
            if (taken_as_given(event()))
                accept();
            else if (source && !source->sha256.empty())
                from_mail(*source);
            else
                from_clock_or_admin();
        }
        if (differences_.empty()) look_for_what_is_missing();
        if (differences_.empty()) compare_summary();
        return std::move(differences_);
    }

  private:
    const Event& event() const { return stored_[at_].event; }

    // How a decision began is the roster and policy that the rest is recomputed from.
    static bool taken_as_given(const Event& e) {
        return std::holds_alternative<Drafted>(e) || std::holds_alternative<Opened>(e);
    }

    void accept() {
        assentd::apply(decision_, event());
        ++at_;
    }

    void differ(std::string what) {
        differences_.push_back({at_ < stored_.size() ? stored_[at_].sequence : -1, std::move(what)});
    }

    void from_clock_or_admin() {
        if (const auto* closed = std::get_if<Closed>(&event())) {
            // A word in place of the decider is the admin's own.
            if (closed->outcome != Outcome::withdrawn && waits_for_decider(decision_) && !closed->by.name.empty())
                return accept();
            const auto outcome = outcome_now(decision_, closed->early ? Closing::early : Closing::as_announced);
            if (closed->outcome != Outcome::withdrawn && closed->outcome != outcome)
                return differ("the record says “" + std::string(name(closed->outcome)) + "”, the stored mails say “" +
                              std::string(name(outcome)) + "”");
            if (closed->outcome != Outcome::withdrawn && closed->chosen != chosen_now(decision_))
                return differ("the record chose “" + listed(closed->chosen) + "”, the stored mails choose “" +
                              listed(chosen_now(decision_)) + "”");
            if (closed->tally && *closed->tally != tally(decision_))
                return differ("the record counted " + tally_text(*closed->tally) + "; the stored mails give " +
                              tally_text(tally(decision_)) + ": " + arithmetic(decision_));
        }
        if (std::holds_alternative<Decided>(event()) &&
            !(decision_.closing && decision_.closing->outcome == Outcome::tied))
            return differ("the record has a tie settled by the admin, and the stored mails give none");
        accept();
    }

    void from_mail(const Source& source) {
        const auto stored = world_.store.find_mail_by_sha256(source.sha256);
        if (!stored) return differ("the mail it came from (" + source.message_id + ") is not in the store");
        if (sha256_hex(stored->raw) != source.sha256)
            return differ("the stored mail " + source.message_id + " was changed");
        const Instant now = stored_[at_].at;
        if (std::holds_alternative<NotReached>(event()))
            return accept();  // a report's address is the outbox's to say
        if (const auto* e = std::get_if<HeldConfirmed>(&event())) return confirmed(e->held_sha256, true, source, now);
        const auto* discarded = std::get_if<HeldDiscarded>(&event());
        if (discarded && !does_more(source)) return confirmed(discarded->held_sha256, false, source, now);

        auto mail = read_mail(world_.config, *stored, source);
        find_headings(world_, mail);
        const auto* held = std::get_if<AnswerHeld>(&event());
        mail.author_was_on_file = !(held && !held->other_address.empty());
        if (const auto* e = std::get_if<AddressConfirmed>(&event())) {
            if (was_confirmed(*e, stored->record)) return accept();
            return differ("the mail " + source.message_id + " confirms no address " + e->address);
        }
        const RecordId about = answered_by(world_, mail);
        Decision before = decision_;
        const auto made = is_discarded_draft(event()) ? std::vector<Event>{} : answered(mail, about, now);
        const bool said_here = !made.empty() && same(made.front(), event());
        if ((is_wish(event(), about) && !said_here) || is_discarded_draft(event())) {
            decision_ = std::move(before);
            if (said_by_its_participant(mail.sender)) return accept();
            return differ("the mail " + source.message_id + " is not by the participant whom the record names");
        }
        compare(std::move(before), made);
    }

    // The same words with proof come in place of those that were held; a mere "no" does nothing else.
    bool does_more(const Source& source) const {
        const auto* next = at_ + 1 < stored_.size() ? source_of(stored_[at_ + 1].event) : nullptr;
        return next && next->sha256 == source.sha256;
    }

    // What the mail brings about here; the decision goes on by it.
    std::vector<Event> answered(const MailAtHand& mail, RecordId about, Instant now) {
        std::vector<Event> made;
        if (about == record_)
            if (const auto answer = whole_answer(world_, mail, decision_, author_of(world_, mail, decision_)))
                add(made, step(decision_, *answer, now));
        if (const auto answer = scoped_answer(world_, mail, decision_)) add(made, step(decision_, *answer, now));
        return made;
    }

    // What people said about themselves reaches decisions that their mail is not about, by their own calendar; and a
    // second reaches a draft, which takes no answers.
    bool is_wish(const Event& e, RecordId about) const {
        return std::holds_alternative<AwayNoted>(e) || std::holds_alternative<Seconded>(e) ||
               (std::holds_alternative<Delegated>(e) && about != record_) ||
               (std::holds_alternative<DelegationEnded>(e) && about != record_);
    }

    bool is_discarded_draft(const Event& e) const {
        return decision_.state == State::draft && std::holds_alternative<Closed>(e);
    }

    // In another decision, whose own recount tells whether the mails say so.
    bool was_confirmed(const AddressConfirmed& e, RecordId elsewhere) const {
        const auto events = world_.store.events(elsewhere);
        std::string held;
        for (const auto& stored : events)
            if (const auto* yes = std::get_if<HeldConfirmed>(&stored.event); yes && yes->source == e.source)
                held = yes->held_sha256;
        return std::any_of(events.begin(), events.end(), [&](const StoredEvent& stored) {
            const auto* answer = std::get_if<AnswerHeld>(&stored.event);
            return answer && answer->source.sha256 == held && answer->by.address == e.person &&
                   answer->other_address == e.address;
        });
    }

    bool said_by_its_participant(const std::string& sender) const {
        if (const auto* second = std::get_if<Seconded>(&event()))
            return std::find(second->by.addresses.begin(), second->by.addresses.end(), sender) !=
                   second->by.addresses.end();
        if (is_discarded_draft(event())) return is_proposer(decision_, sender);
        const auto participant = find_participant(decision_, sender);
        if (const auto* away = std::get_if<AwayNoted>(&event())) return participant == away->participant;
        if (const auto* delegated = std::get_if<Delegated>(&event())) return participant == delegated->from;
        if (const auto* ended = std::get_if<DelegationEnded>(&event())) return participant == ended->from;
        return false;
    }

    void confirmed(const std::string& held_sha256, bool yes, const Source& source, Instant now) {
        const auto original = world_.store.find_mail_by_sha256(held_sha256);
        for (const auto& held : decision_.held) {
            if (held.source.sha256 != held_sha256) continue;
            Decision before = decision_;
            std::vector<Event> made;
            const AnswerHeld copy = held;
            add(made, step(decision_,
                           confirmation(world_, decision_, copy, original.value_or(StoredMail{}), yes, source), now));
            return compare(std::move(before), made);
        }
        differ("a confirmation of a mail that was not held");
    }

    static void add(std::vector<Event>& made, Step step) {
        for (auto& e : step.events) made.push_back(std::move(e));
    }

    // The stored events must be the made ones. Afterwards the stored ones are folded, so that what the calendars
    // decided (a new close, reminders) is as it was.
    void compare(Decision before, const std::vector<Event>& made) {
        if (made.empty())
            return differ("the stored mail gives nothing, the record has “" + std::string(name(event())) + "”");
        decision_ = std::move(before);
        for (const auto& e : made) {
            if (at_ >= stored_.size())
                return differ("the stored mail gives “" + std::string(name(e)) + "”, which the record lacks");
            if (!same(e, event()))
                return differ("the record has " + std::string(name(event())) + ' ' + stored_[at_].body +
                              ", the stored mail gives " + std::string(name(e)) + ' ' + encode(e));
            accept();
        }
    }

    static bool same(const Event& made, const Event& stored) {
        if (const auto* a = std::get_if<Extended>(&made), *b = std::get_if<Extended>(&stored); a && b)
            return a->by == b->by && a->source == b->source && a->reason == b->reason;
        if (const auto* a = std::get_if<Amended>(&made), *b = std::get_if<Amended>(&stored); a && b)
            return a->by == b->by && a->source == b->source && a->text == b->text;
        if (const auto* a = std::get_if<HoldPlaced>(&made), *b = std::get_if<HoldPlaced>(&stored); a && b)
            return a->participant == b->participant && a->source == b->source && a->reason == b->reason;
        const auto* closed = std::get_if<Closed>(&stored);
        const bool with_tally = !closed || closed->tally;
        return facts_of(made, with_tally) == facts_of(stored, with_tally);
    }

    // A record that lost its end has mails behind it that say more than it does.
    void look_for_what_is_missing() {
        if (stored_.empty()) return;
        const auto told = [&](const StoredMail& mail) {
            return std::any_of(stored_.begin(), stored_.end(), [&](const StoredEvent& e) {
                const auto* source = source_of(e.event);
                return source && source->sha256 == mail.sha256;
            });
        };
        for (const auto& listed : world_.store.mails_of(record_)) {
            if (listed.state != MailState::handled || listed.kind != name(MessageKind::human)) continue;
            if (listed.arrival <= stored_.back().at || told(listed)) continue;
            const auto stored = world_.store.mail(listed.row);
            if (!stored) continue;
            const auto mail = read_mail(world_.config, *stored);
            if (recognise(world_, mail.message).subject != Subject::decision) continue;
            const Author author = author_of(world_, mail, decision_);
            if (!author.other_address.empty()) continue;  // whether it was somebody else's then is not on record
            if (const auto answer = whole_answer(world_, mail, decision_, author))
                if (const Step missed = step(decision_, *answer, stored->arrival); !missed.events.empty())
                    return differ("the stored mail " + stored->message_id + " gives “" +
                                  std::string(name(missed.events.front())) + "”, which the record lacks");
        }
    }

    // Lists are made from the summary, and what is to happen by itself is found there.
    void compare_summary() {
        for (const auto& summary : world_.store.summaries()) {
            if (summary.record != record_) continue;
            const std::string title = decision_.revisions.empty() ? std::string() : decision_.text().title;
            if (summary.number != decision_.number || summary.state != decision_.state || summary.title != title)
                differ("the list has it as “" + summary.title + "”, " + std::string(name(summary.state)) +
                       ", the record as “" + title + "”, " + std::string(name(decision_.state)));
            if (summary.next_wakeup.has_value() != next_wakeup(decision_).has_value())
                differ(summary.next_wakeup ? "the list says that something is to happen, the record does not"
                                           : "something is to happen, and the list does not say when");
        }
    }

    const World& world_;
    RecordId record_;
    std::vector<StoredEvent> stored_;
    Decision decision_;
    std::size_t at_ = 0;
    std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> recount(const World& world, RecordId record) {
    return Recount(world, record).run();
}

}  // namespace assentd
