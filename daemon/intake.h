// SPDX-License-Identifier: Apache-2.0
// One mail through the house: read, recognise, interpret, step, render, into the open transaction. The cycle begins
// and commits it; nothing here talks to a server. What is not open yet is in intake_drafts.cc, replies to the
// question whose a mail is in intake_confirmations.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "daemon/inbox.h"
#include "daemon/mail_at_hand.h"
#include "daemon/post.h"
#include "daemon/proposal.h"
#include "daemon/recognise.h"
#include "daemon/stepping.h"
#include "daemon/world.h"
#include "decision/step.h"
#include "parsers/message.h"

namespace assentd {

// How the reason begins for a mail that was too large to fetch.
inline constexpr std::string_view only_header_stored = "too large: ";

// The whole reason for a mail of which no byte came.
inline constexpr std::string_view nothing_stored = "the server could not produce this mail";

// What became of a mail, in a few words for the log and the mail's row: "vote on D-4".
struct Taken {
    MailState state = MailState::handled;
    std::string what;
    RecordId record = 0;
};

class Intake {
  public:
    Intake(const World& world, Records& records, Instant now) : world_(world), records_(records), now_(now) {}

    // Throws only if the machine fails (StorageError, bad_alloc): then the caller undoes this mail.
    // `released`: an admin took it out of quarantine; what set it aside is not asked again.
    Taken take(const Fetched&, MailAtHand&&, bool released = false);

  private:
    using Mail = MailAtHand;

    Taken place(Mail&);
    Taken set_aside_reused(Mail&);
    Taken take_bounce(Mail&, const std::string& bounced_message_id);
    Taken take_answer(Mail&, RecordId, const std::string& how);
    void learn_address(RecordId, const std::string& sender, std::vector<Owed>&);
    Taken take_scoped(Mail&, std::vector<Owed>&, const std::vector<std::int64_t>& numbers);
    void ask_about_lines(Mail&, const Source& answered, std::vector<Owed>&);
    Taken take_draft_reply(Mail&, const Recognised&);
    std::optional<Taken> take_word_on_waiting_draft(Mail&, RecordId, const Proposal& said);
    Taken discard_draft(Mail&, RecordId, std::string line, Trust);
    Taken refuse_unproven(Mail&, const std::string& what);
    void drop_twins(const Mail&, std::vector<Owed>&);
    void drop_oldest_drafts(RecordId newest, std::vector<Owed>&);
    Taken take_second(Mail&, const Recognised&);
    void take_acts(RecordId, const AnswerMail&, std::vector<Owed>&);
    void keep_wishes(const Decision&, const std::string& sender, const std::vector<Act>&, const Source&,
                     std::vector<Owed>&);
    void apply_to_all(const std::string& person, std::vector<Owed>&);
    void end_delegation(const std::string& person, const std::string& delegated_by, const Source&,
                        std::vector<Owed>&);
    void make_known(const AnswerHeld&, RecordId confirmed_in, const Source& confirmation, std::vector<Owed>&);
    void apply_wishes(RecordId, const std::string& person, std::vector<Owed>&);
    Taken take_confirmation(Mail&, const Recognised&);
    Taken take_confirmed_draft(Mail&, RecordId);
    Taken take_word_on_held(Mail&, RecordId, const std::string& sha256, bool yes);
    Taken ask_whose_again(Mail&, RecordId, const std::string& sha256);
    std::optional<Taken> take_personal(Mail&, const PersonConfig&);
    Taken take_new(Mail&, const Recognised&);
    Taken refuse(Mail&, NoticeKind, Problem, std::string what);
    Taken ask_which(Mail&, const PersonConfig&, const std::string& why);
    bool may_mean_a_lost_one(const Mail&, const Recognised&) const;
    Taken too_large(Mail&, std::uint64_t size);

    bool step_record(RecordId record, const Command& command, std::vector<Owed>& owed) {
        const bool changed = assentd::step_record(world_, records_, record, command, now_, owed);
        for (auto& o : owed) say_what_it_lacks(o.notice);
        return changed;
    }
    void say_what_it_lacks(Notice&) const;
    void remember_thread(const std::string& message_id, RecordId);
    void open_or_draft(RecordId, std::variant<Open, Draft>, std::vector<Owed>&, Taken&);

    Post post() const { return {world_, now_, proven_, author_}; }

    const World& world_;
    Records& records_;
    Instant now_;
    const Mail* at_hand_ = nullptr;
    bool proven_ = false;  // the mail at hand, by what it is about
    std::string author_;   // of a person's mail
};

}  // namespace assentd
