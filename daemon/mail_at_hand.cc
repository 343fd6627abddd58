// SPDX-License-Identifier: Apache-2.0
#include "daemon/mail_at_hand.h"

#include <algorithm>
#include <set>

#include "daemon/acts.h"
#include "daemon/proof.h"
#include "parsers/author.h"

namespace assentd {

namespace {

Limits reading_limits(const LimitsConfig& config) {
    Limits limits;
    limits.message_size = config.message_size;
    limits.parts = config.parts;
    limits.depth = config.depth;
    limits.header_size = config.header_size;
    limits.text_size = config.text_size;
    return limits;
}

// "D-1: +1" and, in the same mail to D-1, "-1": which of them is meant is anybody's guess.
Interpretation doubted_where_contradictory(Interpretation read, const std::string& decision) {
    std::set<Position> positions;
    bool scoped = false;
    const auto is_about_it = [&](const Reading& r) {
        return r.type == ReadingType::vote && r.position && (r.scope.empty() || r.scope == decision);
    };
    for (const auto& r : read.readings)
        if (is_about_it(r)) positions.insert(*r.position), scoped = scoped || !r.scope.empty();
    if (!scoped || positions.size() < 2) return read;
    for (auto& r : read.readings)
        if (is_about_it(r)) r.confidence = Confidence::unclear;
    read.ask = "Your mail says different things about " + decision + ". Reply with one line, for example: +1";
    return read;
}

// Read again only where the decision makes a difference: it has words or options of its own, or its text was copied.
Interpretation reading_for(const MailAtHand& mail, const Decision& d) {
    const ReadingContext context = reading_context(d);
    return doubted_where_contradictory(
        depends_on(context, mail.read) ? interpret(mail.message, mail.read.own, context) : mail.read, id(d));
}

}  // namespace

Sender sender_of(const World& world, const MailAtHand& mail, const Decision& d) {
    const auto author = author_of(world, mail, d);
    return {mail.sender_name, author.address, author.proof.trust, author.other_address};
}

MailAtHand read_mail(const Config& config, std::string_view raw, const Source& stored) {
    MailAtHand mail;
    mail.limits = reading_limits(config.limits);
    mail.message = read_message(raw, mail.limits, {own_list_id(config.mail)});
    mail.message.text = without_tokens(mail.message.text);
    mail.message.subject = without_tokens(mail.message.subject);
    mail.sender = author_address(mail.message, config.mail.vouchers.munging_lists);
    if (!mail.message.from.empty()) mail.sender_name = mail.message.from[0].name;
    mail.source = stored;
    mail.source.message_id = mail.message.message_id.value_or("");
    mail.read = interpret(mail.message);
    return mail;
}

MailAtHand read_mail(const Config& config, const Fetched& fetched) {
    return read_mail(
        config, fetched.raw,
        Source{{}, sha256_hex(fetched.raw), fetched.arrival, place_of(fetched.uid_validity, fetched.uid)});
}

MailAtHand read_mail(const Config& config, const StoredMail& mail) {
    return read_mail(config, mail.raw, Source{{}, mail.sha256, mail.arrival, place_of(mail.uid_validity, mail.uid)});
}

std::optional<AnswerMail> whole_answer(const World& world, const MailAtHand& mail, const Decision& d) {
    const Interpretation read = without_scopes(reading_for(mail, d));
    auto answers = answers_for(world.config, d, read, mail.sender, mail.source.arrival);
    // Where lines name their decisions, the text between them is no comment on this one.
    if (answers.acts.empty() && !scoped_numbers(mail.read).empty()) return std::nullopt;
    auto attachments = attachments_of(mail.message);
    if (answers.empty() && attachments.empty()) {
        answers.acts.push_back(BadCommand{{"", "Your mail had no words of your own that could be read.",
                                           "Write your answer above the quoted text, for example: +1"}});
    }
    return AnswerMail{sender_of(world, mail, d),   std::move(answers.acts), read.own.new_text,
                      std::move(answers.comments), std::move(attachments),  mail.source};
}

std::optional<AnswerMail> scoped_answer(const World& world, const MailAtHand& mail, const Decision& d) {
    const auto numbers = scoped_numbers(mail.read);
    if (std::find(numbers.begin(), numbers.end(), d.number) == numbers.end()) return std::nullopt;
    const auto read = only_scope(reading_for(mail, d), d.number);
    auto answers = answers_for(world.config, d, read, mail.sender, mail.source.arrival);
    return AnswerMail{sender_of(world, mail, d), std::move(answers.acts), read.own.new_text, {}, {}, mail.source};
}

Confirm confirmation(const World& world, const Decision& d, const AnswerHeld& held, std::string_view held_raw,
                     bool yes, const Source& confirming) {
    Confirm confirm{held.source.sha256, yes, {}, {}, confirming};
    if (!yes) return confirm;
    Source source = held.source;
    source.arrival = confirming.arrival;
    const auto mail = read_mail(world.config, held_raw, source);
    const bool scoped = held.new_text != mail.read.own.new_text && scoped_answer(world, mail, d).has_value();
    auto answer = scoped ? scoped_answer(world, mail, d) : whole_answer(world, mail, d);
    if (!answer) answer = scoped_answer(world, mail, d);  // the lines that name this decision were all of the mail
    if (answer) {
        confirm.acts = std::move(answer->acts);
        confirm.comments = std::move(answer->comments);
    }
    return confirm;
}

}  // namespace assentd
