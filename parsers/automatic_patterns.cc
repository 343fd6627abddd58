// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic_patterns.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/ascii.h"

namespace assentd {

namespace {

struct Pattern {
    std::string_view name;
    std::string_view words;  // lower case where it is ASCII
};

constexpr std::array<std::string_view, 14> daemon_locals{
    "mailer-daemon", "post_master", "mailer_daemon",     "mailerdaemon", "mail-daemon",
    "postmaster",    "mdaemon",     "mail_daemon",       "maildaemon",   "bounce",
    "bounces",       "mmdf",        "microsoftexchange", "mailservice"};
constexpr std::array<std::string_view, 6> daemon_names{"mail delivery s", "mail deliver system",
                                                       "mailer-daemon",   "mail delivery subsystem",
                                                       "postmaster",      "mail system"};
constexpr std::array<std::string_view, 8> no_reply_locals{
    "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply", "nepasrepondre"};

// A subject that begins so. A word that people write themselves needs its colon.
constexpr std::array vacation_subjects{
    Pattern{"en Outlook", "automatic reply:"},
    Pattern{"en", "automatic reply from "},
    Pattern{"en Exchange", "out of office autoreply"},
    Pattern{"en", "out of office auto-reply"},
    Pattern{"en", "out of office reply"},
    Pattern{"en", "out of office:"},
    Pattern{"en", "out of the office:"},
    Pattern{"en", "out-of-office:"},
    Pattern{"en", "auto reply:"},
    Pattern{"en", "auto-reply:"},
    Pattern{"en", "autoreply:"},
    Pattern{"en", "[auto-reply]"},
    Pattern{"en", "[autoreply]"},
    Pattern{"en", "auto response:"},
    Pattern{"en", "auto-response:"},
    Pattern{"en", "autoresponse:"},
    Pattern{"en", "auto responder:"},
    Pattern{"en", "autoresponder:"},
    Pattern{"en vacation(1)", "away from my mail"},
    Pattern{"en sieve", "auto: "},
    Pattern{"en", "automated reply:"},
    Pattern{"en", "automated response:"},
    Pattern{"en", "vacation:"},
    Pattern{"en", "vacation reply"},
    Pattern{"en", "on vacation:"},
    Pattern{"de Outlook", "automatische antwort"},
    Pattern{"de", "abwesenheitsnotiz"},
    Pattern{"de", "abwesenheitsnachricht"},
    Pattern{"de", "abwesenheitsassistent"},
    Pattern{"de", "abwesend:"},
    Pattern{"de", "abwesenheit:"},
    Pattern{"de", "auto-antwort"},
    Pattern{"de", "automatische rückantwort"},
    Pattern{"de", "urlaubsvertretung:"},
    Pattern{"fr Outlook", "réponse automatique"},
    Pattern{"fr", "reponse automatique"},
    Pattern{"fr", "message d'absence"},
    Pattern{"fr", "absence du bureau"},
    Pattern{"fr", "absent(e) du bureau"},
    Pattern{"fr", "absent du bureau"},
    Pattern{"fr", "réponse d'absence"},
    Pattern{"es Outlook", "respuesta automática"},
    Pattern{"es", "respuesta automatica"},
    Pattern{"es", "fuera de la oficina:"},
    Pattern{"es", "fuera de oficina:"},
    Pattern{"it Outlook", "risposta automatica"},
    Pattern{"it", "fuori sede:"},
    Pattern{"it", "fuori ufficio:"},
    Pattern{"pt Outlook", "resposta automática"},
    Pattern{"pt", "resposta automatica"},
    Pattern{"pt", "fora do escritório:"},
    Pattern{"nl Outlook", "automatisch antwoord"},
    Pattern{"nl", "afwezigheidsbericht"},
    Pattern{"nl", "afwezig:"},
    Pattern{"nl", "niet aanwezig:"},
    Pattern{"sv Outlook", "autosvar"},
    Pattern{"sv", "automatiskt svar"},
    Pattern{"sv", "frånvaro:"},
    Pattern{"sv", "frånvarande:"},
    Pattern{"da Outlook", "automatisk svar"},
    Pattern{"da", "autosvar:"},
    Pattern{"da", "fravær:"},
    Pattern{"nb", "fraværsmelding"},
    Pattern{"nb", "fraværsassistent"},
    Pattern{"fi Outlook", "automaattinen vastaus"},
    Pattern{"fi", "poissaoloilmoitus"},
    Pattern{"pl Outlook", "automatyczna odpowiedź"},
    Pattern{"pl", "odpowiedź automatyczna"},
    Pattern{"pl", "autoodpowiedź"},
    Pattern{"cs Outlook", "automatická odpověď"},
    Pattern{"cs", "mimo kancelář:"},
    Pattern{"sk Outlook", "automatická odpoveď"},
    Pattern{"hu Outlook", "automatikus válasz"},
    Pattern{"ro Outlook", "răspuns automat"},
    Pattern{"hr Outlook", "automatski odgovor"},
    Pattern{"sl Outlook", "samodejni odgovor"},
    Pattern{"et Outlook", "automaatvastus"},
    Pattern{"lv Outlook", "automātiska atbilde"},
    Pattern{"lt Outlook", "automatinis atsakymas"},
    Pattern{"el Outlook", "Αυτόματη απάντηση"},
    Pattern{"tr Outlook", "otomatik yanıt"},
    Pattern{"ru Outlook", "Автоматический ответ"},
    Pattern{"ru", "автоматический ответ"},
    Pattern{"ru", "Автоответ"},
    Pattern{"uk Outlook", "Автоматична відповідь"},
    Pattern{"bg Outlook", "Автоматичен отговор"},
    Pattern{"ja Outlook", "自動応答"},
    Pattern{"ja", "自動返信"},
    Pattern{"ja", "不在通知"},
    Pattern{"zh Outlook", "自动答复"},
    Pattern{"zh", "自动回复"},
    Pattern{"zh-TW", "自動回覆"},
    Pattern{"ko Outlook", "자동 회신"},
    Pattern{"he Outlook", "תשובה אוטומטית"},
    Pattern{"ar Outlook", "رد تلقائي"},
    Pattern{"ca", "resposta automàtica"},
    Pattern{"vi", "trả lời tự động"},
    Pattern{"id", "balasan otomatis"},
};

// A subject that contains so.
constexpr std::array bounce_subjects{
    Pattern{"Postfix", "undelivered mail returned to sender"},
    Pattern{"exim", "mail delivery failed"},
    Pattern{"exim", "mail failure"},
    Pattern{"Exchange", "undeliverable"},
    Pattern{"Exchange", "undelivered"},
    Pattern{"Exchange de", "unzustellbar"},
    Pattern{"Exchange fr", "non remis"},
    Pattern{"Exchange es", "no se puede entregar"},
    Pattern{"Exchange it", "recapito non riuscito"},
    Pattern{"Exchange pt", "não é possível entregar"},
    Pattern{"Exchange nl", "onbestelbaar"},
    Pattern{"Exchange ja", "配信不能"},
    Pattern{"qmail", "failure notice"},
    Pattern{"sendmail", "returned mail"},
    Pattern{"sendmail", "user unknown"},
    Pattern{"RFC 3464", "delivery status notification"},
    Pattern{"RFC 3464", "delivery notification"},
    Pattern{"generic", "delivery failure"},
    Pattern{"generic", "delivery failed"},
    Pattern{"generic", "delivery error"},
    Pattern{"generic", "delivery report"},
    Pattern{"generic", "non-delivery"},
    Pattern{"generic", "nondeliverable"},
    Pattern{"generic", "nondelivery"},
    Pattern{"generic", "could not be delivered"},
    Pattern{"generic", "cannot be delivered"},
    Pattern{"generic", "not delivered"},
    Pattern{"generic", "message not deliver"},
    Pattern{"generic", "unable to deliver"},
    Pattern{"generic", "returned message"},
    Pattern{"generic", "returned to sender"},
    Pattern{"generic", "returned email"},
    Pattern{"GroupWise", "message status - undeliverable"},
    Pattern{"MDaemon", "permanent delivery failure"},
    Pattern{"Mail System", "mail system error"},
    Pattern{"IMail", "undeliverable mail"},
    Pattern{"InterScan", "mail could not be delivered"},
    Pattern{"de", "zustellung fehlgeschlagen"},
    Pattern{"de", "unzustellbare"},
    Pattern{"fr", "échec de la remise"},
};
constexpr std::array delay_subjects{
    Pattern{"exim", "delayed "},
    Pattern{"Postfix", "delayed mail (still being retried)"},
    Pattern{"Google", "(delay)"},
    Pattern{"sendmail", "warning: could not send message"},
    Pattern{"generic", "delivery delay"},
    Pattern{"generic", "message delayed"},
    Pattern{"generic", "delayed delivery"},
};

constexpr std::array bounce_openings{
    Pattern{"fml", "you are not a member of this mailing list"},
    Pattern{"fml", "duplicated message-id in <"},
    Pattern{"Verizon", "error: invalid user address"},
    Pattern{"exim", "this message was created automatically by mail delivery software"},
    Pattern{"exim", "this message was created automatically by the mail"},
    Pattern{"exim", "a message that you sent contained one or more recipient addresses that were"},
    Pattern{"qmail", "this is the qmail-send program"},
    Pattern{"qmail", "i'm afraid i wasn't able to deliver your message"},
    Pattern{"Postfix", "this is the mail system at host"},
    Pattern{"Postfix", "this is the postfix program at host"},
    Pattern{"DragonFly", "this is the dragonfly mail agent"},
    Pattern{"sendmail", "the original message was received at "},
    Pattern{"Amazon SNS", "\"message\" : \"{\"notificationtype\":\"bounce\""},
    Pattern{"Amazon SNS", "{\"notificationtype\":\"bounce\""},
    Pattern{"Yahoo", "sorry, we were unable to deliver your message to the following address"},
};

constexpr std::array bounce_phrases{
    Pattern{"Exchange", "did not reach the following recipient"},
    Pattern{"Exchange", "could not be delivered to the following recipient"},
    Pattern{"Exchange", "delivery has failed to these recipients"},
    Pattern{"Exchange", "delivery to the following recipients failed"},
    Pattern{"sendmail", "addresses had permanent fatal errors"},
    Pattern{"sendmail", "transcript of session follows"},
    Pattern{"sendmail", "addresses had delivery problems"},
    Pattern{"Google", "delivery to the following recipient failed permanently"},
    Pattern{"Google", "wasn't delivered to"},
    Pattern{"AOL", "your mail to the following recipients could not be delivered"},
    Pattern{"ezweb", "recipients was rejected by a remote"},
    Pattern{"ezweb", "recipients did not receive this message"},
    Pattern{"IMail", "undeliverable to"},
    Pattern{"IMail", "user mailbox exceeds allowed size"},
    Pattern{"generic", "could not be delivered"},
    Pattern{"generic", "cannot be delivered"},
    Pattern{"generic", "can not be delivered"},
    Pattern{"generic", "was not delivered"},
    Pattern{"generic", "not be delivered"},
    Pattern{"generic", "unable to deliver"},
    Pattern{"generic", "could not deliver"},
    Pattern{"generic", "failed to deliver"},
    Pattern{"generic", "delivery failed"},
    Pattern{"generic", "delivery failure"},
    Pattern{"generic", "error while trying to deliver"},
    Pattern{"generic", "error occurred while trying to deliver"},
    Pattern{"generic", "error delivering your mail"},
    Pattern{"generic", "undeliverable"},
    Pattern{"generic", "user unknown"},
    Pattern{"generic", "unknown user"},
    Pattern{"generic", "mailbox full"},
    Pattern{"generic", "mailbox is full"},
    Pattern{"generic", "over quota"},
    Pattern{"generic", "recipient address rejected"},
    Pattern{"generic", "no such user"},
    Pattern{"generic", "returned to sender"},
    Pattern{"generic", "final-recipient:"},
    Pattern{"de", "konnte nicht zugestellt werden"},
    Pattern{"fr", "n'a pas pu être remis"},
    Pattern{"es", "no se ha podido entregar"},
};
constexpr std::array delay_phrases{
    Pattern{"Google", "this is a warning message only"},
    Pattern{"Google", "has been delayed"},
    Pattern{"Postfix", "your message could not be delivered for more than"},
    Pattern{"exim", "has not yet been delivered"},
    Pattern{"exim", "no action is required on your part"},
    Pattern{"generic", "message will be retried"},
    Pattern{"generic", "you do not need to resend your message"},
    Pattern{"generic", "will keep trying to deliver"},
};
constexpr std::array robot_phrases{
    Pattern{"Mailman", "your mail to '"},
    Pattern{"complaint", "complaint about message from"},
    Pattern{"Amazon SNS", "{\"notificationtype\":\"complaint\""},
    Pattern{"Apple", "apple mail sent this email to unsubscribe"},
    Pattern{"generic", "this is an automatically generated "},
    Pattern{"generic", "this is an automated message"},
    Pattern{"generic", "this is an automated reply"},
    Pattern{"generic", "this is an automated response"},
};

constexpr std::array<std::string_view, 26> returned_mail{"original message follow",
                                                         "message headers follow",
                                                         "this is a copy of the message",
                                                         "this is a copy of your message",
                                                         "original message -----",
                                                         "below this line is a copy of the message",
                                                         "the header of the original",
                                                         "headers of the original",
                                                         "unsent message below",
                                                         "message header follows",
                                                         "message text follows",
                                                         "non-delivered message",
                                                         "returned message follows",
                                                         "text of your message follows",
                                                         "copy of the original message",
                                                         "original message headers",
                                                         "original message header",
                                                         "original mail as follows",
                                                         "below is a copy of",
                                                         "included is a copy of",
                                                         "begin original message",
                                                         "forwarded message",
                                                         "contents of the original",
                                                         "message follows",
                                                         "original text follows",
                                                         "received: from "};

constexpr std::array<std::string_view, 46> recipient_cues{"following address(es) failed",
                                                          "following address failed",
                                                          "following addresses failed",
                                                          "following recipient(s)",
                                                          "following recipients",
                                                          "following recipient",
                                                          "following addresses had",
                                                          "following address(es)",
                                                          "following addresses",
                                                          "following address",
                                                          "delivering your mail to",
                                                          "recipient:",
                                                          "these recipients",
                                                          "this recipient",
                                                          "wasn't delivered to",
                                                          "couldn't be delivered to",
                                                          "could not be delivered to",
                                                          "failed recipient:",
                                                          "recipient address:",
                                                          "undeliverable to",
                                                          "unknown user:",
                                                          "user unknown:",
                                                          "unable to deliver to",
                                                          "intended for",
                                                          "delivery to",
                                                          "message to",
                                                          "addressed to",
                                                          "rejected recipient",
                                                          "not delivered to",
                                                          "mailbox full:",
                                                          "no such user:",
                                                          "invalid recipient",
                                                          "was unable to deliver",
                                                          "original-recipient:",
                                                          "your mail to",
                                                          "the recipient",
                                                          "this mailing list <",
                                                          "duplicated message-id in <",
                                                          "delivery failed:",
                                                          "account:",
                                                          "address:",
                                                          "delivery errors",
                                                          "failed to deliver to",
                                                          "could not deliver to",
                                                          "address(es)",
                                                          "recipient(s)"};

template <std::size_t N>
std::string_view contained(const std::array<Pattern, N>& patterns, std::string_view text) {
    const std::string small = lower(text);
    for (const auto& [name, words] : patterns)
        if (small.find(words) != std::string::npos) return name;
    return {};
}

// Whether one of the first lines begins so. Programs come to the point; what stands further below, or behind a quote
// mark, may be somebody quoting a program.
template <std::size_t N>
std::string_view opens_with(const std::array<Pattern, N>& patterns, std::string_view text) {
    std::size_t lines = 0;
    for (std::string_view rest = text; !rest.empty() && lines < 5;) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.empty()) continue;
        ++lines;
        for (const auto& [name, words] : patterns)
            if (begins_with(line, words)) return name;
    }
    return {};
}

}  // namespace

bool is_daemon_sender(std::string_view local_part, std::string_view display_name) {
    for (const auto known : daemon_locals)
        if (same_word(local_part, known)) return true;
    if (begins_with(local_part, "mailer-daemon") || begins_with(local_part, "microsoftexchange329e71ec88ae4615"))
        return true;
    return std::any_of(daemon_names.begin(), daemon_names.end(),
                       [&](std::string_view known) { return begins_with(display_name, known); });
}

bool is_no_reply(std::string_view local_part) {
    return std::any_of(no_reply_locals.begin(), no_reply_locals.end(), [&](std::string_view known) {
        return begins_with(local_part, known) &&
               (local_part.size() == known.size() || !is_letter(local_part[known.size()]));
    });
}

std::string_view vacation_subject(std::string_view subject) {
    subject = trimmed(subject);
    for (const auto& [name, words] : vacation_subjects)
        if (begins_with(subject, words)) return name;
    return {};
}

std::string_view bounce_subject(std::string_view s) {
    return contained(bounce_subjects, s);
}
std::string_view delay_subject(std::string_view s) {
    return contained(delay_subjects, s);
}
std::string_view bounce_opening(std::string_view s) {
    return opens_with(bounce_openings, s);
}
std::string_view bounce_phrase(std::string_view s) {
    return contained(bounce_phrases, s);
}
std::string_view delay_phrase(std::string_view s) {
    return contained(delay_phrases, s);
}
std::string_view robot_phrase(std::string_view s) {
    return opens_with(robot_phrases, s);
}

bool begins_returned_mail(std::string_view line) {
    if (line.size() > 200) return false;
    const std::string small = lower(line);
    if (begins_with(small, "return-path:") || begins_with(small, "received:")) return true;
    return std::any_of(returned_mail.begin(), returned_mail.end(),
                       [&](std::string_view words) { return small.find(words) != std::string::npos; });
}

std::optional<std::size_t> behind_recipient_cue(std::string_view line) {
    constexpr std::size_t longest = 2000;
    const std::string small = lower(line.substr(0, longest));
    for (const auto cue : recipient_cues)
        if (const std::size_t at = small.find(cue); at != std::string::npos) return at + cue.size();
    return {};
}

}  // namespace assentd
