// SPDX-License-Identifier: Apache-2.0
// What is human mail and what is not (MAIL B.1, B.2), and whom reports speak of.
#include <gtest/gtest.h>

#include "parsers/automatic/automatic_patterns.h"
#include "parsers/automatic/automatic_patterns_data.h"
#include "parsers/automatic/bounce_text.h"
#include "parsers/automatic/calendar_reply.h"
#include "parsers/message.h"

namespace assentd {
namespace {

MessageKind kind(const std::string& fields, const std::string& body = "+1\n") {
    return read_message("From: Ana <ana@example.org>\n" + fields + "\n\n" + body).kind;
}

TEST(MessageKind, AutoSubmittedIsReadProperly) {  // B.1 2
    EXPECT_EQ(kind("Auto-Submitted: auto-replied"), MessageKind::auto_reply);
    EXPECT_EQ(kind("auto-submitted:  Auto-Generated (failure); owner=x"), MessageKind::auto_reply);
    EXPECT_EQ(kind("Auto-Submitted: no"), MessageKind::human);
    EXPECT_EQ(kind("Auto-Submitted: No (a person)"), MessageKind::human);
    EXPECT_EQ(kind("Auto-Submitted: NO; x=y "), MessageKind::human);
    EXPECT_EQ(kind("Auto-Submitted:"), MessageKind::human);
}

TEST(MessageKind, OtherFieldsThatLookLikeMarksAreNone) {  // B.1 3, 4, 7
    EXPECT_EQ(kind("X-Original-Header: Auto-Submitted: auto-replied"), MessageKind::human);
    EXPECT_EQ(kind("Subject: the auto-submitted header"), MessageKind::human);
    EXPECT_EQ(kind("Precedence: list"), MessageKind::human);
    EXPECT_EQ(kind("Precedence: bulk\nList-Id: <dev.example.org>"), MessageKind::human) << "a list copy";
    EXPECT_EQ(kind("X-Auto-Response-Suppress: All"), MessageKind::human);
    EXPECT_EQ(kind("X-Autoreply: no"), MessageKind::human);
    EXPECT_EQ(kind("Return-Path: <ana@example.org>"), MessageKind::human);
}

TEST(MessageKind, MarksOfAutomaticMail) {  // B.1 4 to 6
    for (const char* fields :
         {"Precedence: bulk", "Precedence: junk", "precedence: AUTO_REPLY", "X-Autoreply: yes",
          "X-Autorespond: vacation", "X-Apple-Action: VACATION", "Content-Identifier: Auto-replied",
          "X400-Content-Identifier: AUTO", "X-MS-Exchange-Inbox-Rules-Loop: ana@example.org",
          "X-FC-MachineGenerated: true", "Return-Path: <>", "X-List-Administrivia: yes"})
        EXPECT_EQ(kind(fields), MessageKind::auto_reply) << fields;
    EXPECT_EQ(read_message("From: no-reply@example.org\n\n+1\n").kind, MessageKind::auto_reply);
    EXPECT_EQ(read_message("From: noreply+17@example.org\n\n+1\n").kind, MessageKind::auto_reply);
    EXPECT_EQ(read_message("From: Norbert Reply <noreplyson@example.org>\n\n+1\n").kind, MessageKind::human);
    EXPECT_EQ(read_message("From: MAILER-DAEMON@example.org\n\nhello\n").kind, MessageKind::auto_reply);
}

TEST(MessageKind, VacationNotesByTheirSubject) {  // B.1 6
    for (const char* subject :
         {"Automatic reply: [D-1] chairs", "Out of Office: back on Monday", "Auto: [D-1]",
          "Abwesenheitsnotiz: Urlaub", "Automatische Antwort: x", "=?utf-8?q?R=C3=A9ponse_automatique_=3A?= x",
          "Respuesta automática: x", "Autosvar: x", "Frånvaro: Re: x", "Fuori sede: x", "Resposta automática: x",
          "Automatisch antwoord: x", "Автоматический ответ: x", "自動応答: x", "自动答复: x", "Otomatik Yanıt: x",
          "Automaattinen vastaus: x", "Automatická odpověď: x"})
        EXPECT_EQ(kind("Subject: " + std::string(subject)), MessageKind::auto_reply) << subject;
    for (const char* subject : {"Re: Automatic reply: x", "Out of office rules for 2018", "Auto repair shop",
                                "Vacation days", "Re: [D-1] chairs"})
        EXPECT_EQ(kind("Subject: " + std::string(subject)), MessageKind::human) << subject;
}

TEST(MessageKind, EverySubjectOfTheTableIsAVacationNote) {
    for (const auto& [name, words] : vacation_subjects) {
        EXPECT_EQ(kind("Subject: " + std::string(words) + " x"), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind("Subject: Re: " + std::string(words) + " x"), MessageKind::human) << words;
    }
    for (const auto& [name, words] : topic_subjects) {
        const std::string subject = "Subject: " + std::string(words);
        EXPECT_EQ(kind(subject + " a new rule"), MessageKind::human) << words;
        EXPECT_EQ(kind(subject + " Re: [D-1] chairs"), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind(subject + " [D-1] chairs"), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind(subject + " x\nIn-Reply-To: <1@example.org>"), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind(subject + " x", "I am out of the office."), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind("In-Reply-To: <1@example.org>\nSubject: [D-1] " + std::string(words) + " a new rule"),
                  MessageKind::human)
            << words;
    }
    for (const auto words : whole_vacation_subjects)
        EXPECT_EQ(kind("Subject: " + std::string(words)), MessageKind::auto_reply) << words;
    EXPECT_EQ(kind("Subject: Respuesta automática: ¿la necesitamos?", "Propongo una."), MessageKind::human);
    EXPECT_EQ(kind("Subject: Respuesta automática: [D-1] ¿Qué?"), MessageKind::auto_reply);
    EXPECT_EQ(kind("Subject: Re: Automatic reply: [D-1] x", "I am away with no access."), MessageKind::auto_reply);
    EXPECT_EQ(kind("Subject: Re: Automatic reply: [D-1] x", "I am away, but +1."), MessageKind::human);
    EXPECT_EQ(kind("Subject: [Help #12] AutoReply: chairs"), MessageKind::auto_reply);
    EXPECT_EQ(kind("Subject: [D-1] chairs"), MessageKind::human);
}

TEST(MessageKind, SubjectsThatEndLikeANote) {
    for (const auto& [name, words] : vacation_endings) {
        EXPECT_EQ(kind("Subject: [D-1] x " + std::string(words)), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind("Subject: Re: [D-1] x " + std::string(words)), MessageKind::human) << words;
        EXPECT_EQ(kind("Subject: Re: [D-1] x " + std::string(words), "I am away until Monday."),
                  MessageKind::auto_reply)
            << words;
    }
    for (const auto& [name, words] : absent_endings) {
        EXPECT_EQ(kind("Subject: Ben Sample/EXAMPLE " + std::string(words) + "."), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind("Subject: Re: Ben Sample " + std::string(words)), MessageKind::human) << words;
        EXPECT_EQ(kind("Subject: [D-1] What we do on the days when Ben " + std::string(words)), MessageKind::human)
            << words;
    }
    EXPECT_EQ(kind("Subject: Re: [D-1] Who is out of the office"), MessageKind::human);
}

TEST(MessageKind, ReceiptsByTheSubjectThatTheyAnswer) {
    for (const char* subject :
         {"Not read: [D-1] x", "Gelesen: [D-1] x", "Lu : Re: x", "Leído: [D-1] x", "Letto: [D-1] x"})
        EXPECT_EQ(kind("Subject: " + std::string(subject), "Yes"), MessageKind::read_receipt) << subject;
    for (const char* subject : {"Re: Read: [D-1] x", "Read: a book a month", "Re: [D-1] Read: a book"})
        EXPECT_EQ(kind("Subject: " + std::string(subject), "Yes"), MessageKind::human) << subject;
}

TEST(MessageKind, VacationNotesByTheirWords) {
    for (const char* text :
         {"I am out of the office until 14 December. Your mail will not be forwarded.",
          "I am away from the office and will return on Monday. If your matter is urgent, call Ben.",
          "I'm currently away and will reply to your message upon my return.",
          "Ich bin ab dem 12. März wieder erreichbar. Vielen Dank für Ihre Nachricht.",
          "Ich befinde mich derzeit im Urlaub. Ihre Mails werden nicht weitergeleitet.",
          "Je suis en déplacement jusqu'au 12 mars, avec un accès limité à ma messagerie.",
          "Me encuentro fuera de la oficina con acceso limitado al correo.",
          "Sarò assente dall'ufficio fino al 12 marzo. Per urgenze rivolgersi a Ben.",
          "Estarei ausente até o dia 12 de março, sem acesso ao e-mail.",
          "Ik ben met verlof tot 12 maart. Voor dringende zaken: ben@example.org.",
          "Jag är ledig till och med 12 mars och läser inte min mejl.",
          "Jeg er på barsel til september. Kontakt venligst Ben.",
          "Jeg er bortreist til 12. mars. Kontakt Ben ved behov.",
          "Do 12 marca jestem nieobecna w pracy. Odpowiem po powrocie.",
          "Čerpám dovolenou. V urgentních případech se obraťte na Bena.",
          "Я отсутствую до 12 марта. Отвечу после возвращения.",
          "12 Mart'a kadar izinli olacağım. Acil konular için Ben.", "我正在出差，无法及时回复邮件。",
          "ただいま出張中のため、返信が遅れます。"})
        EXPECT_EQ(kind("Subject: Re: x", text), MessageKind::auto_reply) << text;
}

TEST(MessageKind, WhoVotesOrAsksIsAPersonEvenOnVacation) {
    for (const char* text :
         {"Yes from me. I will be out of the office until Monday, please contact Ben.",
          "Jag är på semester men röstar ja. Kontakta mig om det är brådskande.", "I will be away next week, +1",
          "Ich bin dafür. Ich bin im Urlaub, in dringenden Fällen hilft Ben.",
          "Je suis pour. Je suis en vacances, en cas d'urgence appelez Ben.",
          "Sí. Estoy de vacaciones, en caso de urgencia llámame.",
          "Who is on holiday in May? Your message does not say it.",
          "People on vacation get no mail. Your message is right, but when I return I want to see it."})
        EXPECT_EQ(kind("Subject: Re: x", text), MessageKind::human) << text;
}

TEST(MessageKind, RobotsSayWhatTheyAre) {
    for (const auto& [name, words] : robot_sentences) {
        const std::string sentence = std::string(words) + " mail.";
        EXPECT_EQ(kind("Subject: x", "Hello,\n\n" + sentence), MessageKind::auto_reply) << words;
        EXPECT_EQ(kind("Subject: x", "I do not think that " + sentence), MessageKind::human) << words;
    }
    for (const auto& [name, words] : robot_requests)
        EXPECT_EQ(kind("Subject: x", "Hello, " + std::string(words) + "."), MessageKind::auto_reply) << words;
    EXPECT_EQ(kind("X-Delivery-Agent: TMDA/1.0", "This message was created automatically by mail delivery software."),
              MessageKind::auto_reply);
}

TEST(MessageKind, TicketSystemsPromiseAnAnswer) {
    for (const char* text : {"Your request (1234) has been received and is being reviewed by our support staff.",
                             "Just confirming that we got your request. We are on it.",
                             "Vielen Dank für Ihre Anfrage. Sie wird unter der Ticketnummer 12 bearbeitet.",
                             "Vielen Dank für Ihre Nachricht. Sie wurde unter der Ticketnummer 12 aufgenommen.",
                             "Votre demande sera traitée dans les plus brefs délais."})
        EXPECT_EQ(kind("Subject: Re: x", text), MessageKind::auto_reply) << text;
    for (const char* text : {"We have received your request for chairs and I will bring them on Friday.",
                             "I got your mail, thanks. I will answer as soon as possible."})
        EXPECT_EQ(kind("Subject: Re: x", text), MessageKind::human) << text;
}

TEST(MessageKind, ReceiptsInProse) {
    EXPECT_EQ(kind("Subject: Read: x", "Your message\n\n  To: Ana\n\nwas read on Tuesday."),
              MessageKind::read_receipt);
    EXPECT_EQ(kind("Subject: Gelesen: x", "Ihre Nachricht\n\nwurde am Dienstag gelesen."), MessageKind::read_receipt);
    EXPECT_EQ(kind("Subject: Return Receipt (displayed) - x", "This is a Return Receipt for the mail that you sent."),
              MessageKind::read_receipt);
    EXPECT_EQ(kind("Subject: Read: the new text", "Please read the new text."), MessageKind::human);
    EXPECT_EQ(kind("Subject: Re: x", "Your message was read on Tuesday by all of us."), MessageKind::human);
}

TEST(MessageKind, ReactionsInProse) {
    for (const char* text :
         {"\U0001F44D Ana Example reacted to your message:\n____\nFrom: Ben\n",
          "\U0001F44D Ana Example hat auf Ihre Nachricht reagiert:",
          "Ana Exemple a réagi à votre message :\n____\nDe : Ben\n", "Ana Ejemplo ha reaccionado a tu mensaje:",
          "Ana Örnek mesajınıza tepki verdi:", "\U0001F44D\n\nAna Example reacted via Gmail",
          "\U0001F44D\n\nAna Beispiel hat über Gmail reagiert\n<https://example.com/gmail>",
          "Liked \u201CShall we move?\u201D"})
        EXPECT_EQ(kind("Subject: Re: x", text), MessageKind::auto_reply) << text;
    for (const char* text : {"Ben reacted to your message with a long mail.", "Ben reacted to your message.\n\n+1",
                             "Liked \"Shall we move?\" a lot, but no."})
        EXPECT_EQ(kind("Subject: Re: x", text), MessageKind::human) << text;
}

TEST(MessageKind, ABounceInAnyLanguageNamesItsRecipient) {
    for (const char* text :
         {"Leverans misslyckades till dessa mottagare:\n\nben@example.net\n\nRemote Server returned '550 5.1.1 x'",
          "Сбой доставки следующим получателям:\n\nben@example.net\n550 5.1.1 x",
          "收件人：ben@example.net\n退信原因： 550 5.1.1 x"}) {
        const Message m = read_message("From: postmaster@example.net\nSubject: x\n\n" + std::string(text));
        EXPECT_EQ(m.kind, MessageKind::bounce) << text;
        ASSERT_EQ(m.bounced.size(), 1u) << text;
        EXPECT_EQ(m.bounced[0].recipient, "ben@example.net") << text;
        EXPECT_EQ(m.bounced[0].status, "5.1.1") << text;
    }
    EXPECT_EQ(kind("Subject: x", "Version 5.1.1 is out."), MessageKind::human);
}

TEST(MessageKind, AMailServerMaySpeakAnyLanguage) {
    const struct {
        std::string subject, words;
    } reports[] = {
        {"Nicht zustellbar: [D-42]", "Ihre Nachricht wurde einem oder mehreren Empfängern nicht zugestellt."},
        {"Impossibile recapitare: [D-42]", "Impossibile recapitare il messaggio ai seguenti destinatari:"},
        {"Kan inte levereras: [D-42]", "Det gick inte att leverera meddelandet till följande mottagare:"},
        {"Niedostarczone: [D-42]", "Nie można dostarczyć wiadomości do następujących adresatów:"},
        {"Non remis : [D-42]", "Échec de la remise pour ces destinataires ou groupes :"},
        {"No se puede entregar: [D-42]", "No se pudo entregar el mensaje a estos destinatarios:"},
        {"Não entregue: [D-42]", "Não foi possível entregar a mensagem aos seguintes destinatários:"},
        {"Onbestelbaar: [D-42]", "Uw bericht kan niet worden bezorgd bij de volgende geadresseerden:"},
        {"Kan ikke leveres: [D-42]", "Meddelelsen kunne ikke leveres til følgende modtagere:"},
        {"Kan ikke leveres: [D-42]", "Meldingen kunne ikke leveres til følgende mottakere:"},
        {"Nedoručitelné: [D-42]", "Zprávu nelze doručit následujícím příjemcům:"},
        {"Недоставлено: [D-42]", "Не удалось доставить сообщение следующим получателям:"},
        {"Teslim edilemedi: [D-42]", "İletiniz şu alıcılara teslim edilemedi:"},
        {"未送达: [D-42]", "无法送达以下收件人:"},
        {"配信不能: [D-42]", "次の宛先に配信できませんでした:"},
        {"Undeliverable: [D-42]", "Delivery has failed to these recipients:"},
    };
    const std::string ben = "\n\nben@example.net\n";
    for (const auto& [subject, words] : reports) {
        for (const std::string& mail : {"Subject: x\n\n" + words + ben, "Subject: " + subject + "\n\nx" + ben}) {
            const Message m = read_message("From: postmaster@example.net\n" + mail);
            EXPECT_EQ(m.kind, MessageKind::bounce) << mail;
            ASSERT_EQ(m.bounced.size(), 1u) << mail;
            EXPECT_EQ(m.bounced[0].recipient, "ben@example.net") << mail;
        }
        EXPECT_EQ(kind("Subject: Re: " + subject, words + " ?" + ben), MessageKind::human) << "asked by a person";
        EXPECT_EQ(kind("Subject: " + subject, words + " ?"), MessageKind::human) << "asked by a person";
    }
}

TEST(MessageKind, EveryReportIsKnownByItsSubjectAndItsWords) {
    for (const auto& [name, words] : bounce_subjects) {
        EXPECT_FALSE(bounce_subject("[x] " + std::string(words) + ": y").empty()) << words;
        EXPECT_TRUE(is_report_subject(std::string(words) + ": y")) << words;
    }
    for (const auto& [name, words] : bounce_phrases)
        EXPECT_FALSE(bounce_phrase("It " + std::string(words) + " x").empty()) << words;
}

TEST(MessageKind, OwnMailComingBackIsALoop) {  // B.1 1
    const std::string own =
        "From: a@example.net\nList-Id: Decisions <decisions.example.net>\nX-Assentd-Decision: D-1\n"
        "Auto-Submitted: auto-generated\n\n+1\n";
    EXPECT_EQ(read_message(own, {}, {"decisions.example.net"}).kind, MessageKind::loop);
    EXPECT_EQ(read_message(own, {}, {"other.example.net"}).kind, MessageKind::auto_reply)
        << "another instance (B.1 11)";
    EXPECT_EQ(read_message(own).kind, MessageKind::auto_reply);
    EXPECT_EQ(read_message("List-Id: <decisions.example.net>\n\n+1\n", {}, {"decisions.example.net"}).kind,
              MessageKind::human);
}

TEST(MessageKind, EveryKindHasItsName) {
    EXPECT_EQ(name(MessageKind::human), "human");
    EXPECT_EQ(name(MessageKind::auto_reply), "auto-reply");
    EXPECT_EQ(name(MessageKind::bounce), "bounce");
    EXPECT_EQ(name(MessageKind::delay), "delay");
    EXPECT_EQ(name(MessageKind::feedback), "feedback");
    EXPECT_EQ(name(MessageKind::read_receipt), "read-receipt");
    EXPECT_EQ(name(MessageKind::calendar_reply), "calendar-reply");
    EXPECT_EQ(name(MessageKind::loop), "loop");
}

std::string report(const std::string& type, const std::string& machine_part) {
    return "From: MAILER-DAEMON@mx.example.net\nTo: decisions@example.net\nSubject: report\n"
           "Content-Type: multipart/report; report-type=" +
           type + "; boundary=b\n\n--b\n\nSorry.\n--b\n" + machine_part +
           "\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <1@example.net>\nTo: ana@example.org\n\n+1\n--b--\n";
}

TEST(MessageKind, DeliveryReportNamesItsRecipients) {  // B.2 14
    const Message m = read_message(
        report("delivery-status",
               "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n"
               "Final-Recipient: rfc822; ana@example.org\nAction: failed\nStatus: 5.1.1 (no such user)\n\n"
               "Original-Recipient: rfc822;<ben@example.org>\nFinal-Recipient: X-Local; ben\nAction: "
               "delayed\nStatus: 4.4.1\n"));
    EXPECT_EQ(m.kind, MessageKind::bounce);
    ASSERT_EQ(m.bounced.size(), 2u);
    EXPECT_EQ(m.bounced[0].recipient, "ana@example.org");
    EXPECT_EQ(m.bounced[0].status, "5.1.1");
    EXPECT_EQ(m.bounced[0].action, "failed");
    EXPECT_FALSE(m.bounced[0].temporary);
    EXPECT_EQ(m.bounced[1].recipient, "ben@example.org");
    EXPECT_TRUE(m.bounced[1].temporary);
    EXPECT_EQ(m.reported_message_id, "<1@example.net>");
    EXPECT_EQ(m.text, "Sorry.") << "a bounce quoting +1 is no vote (B.2 17)";
}

TEST(MessageKind, DelayIsNoFailure) {  // B.2 13
    const Message m =
        read_message(report("delivery-status",
                            "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
                            "Final-Recipient: rfc822; ana@example.org\nAction: Delayed\nStatus: 4.4.7\n"));
    EXPECT_EQ(m.kind, MessageKind::delay);
    EXPECT_TRUE(m.bounced.at(0).temporary);
}

TEST(MessageKind, SuccessReportIsNoBounce) {
    const Message m =
        read_message(report("delivery-status",
                            "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
                            "Final-Recipient: rfc822; ana@example.org\nAction: delivered\nStatus: 2.0.0\n"));
    EXPECT_EQ(m.kind, MessageKind::auto_reply);
    EXPECT_EQ(m.bounced.at(0).action, "delivered");
}

TEST(MessageKind, FeedbackAndReadReceipts) {  // B.2 17
    EXPECT_EQ(
        read_message(report("feedback-report", "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\n"))
            .kind,
        MessageKind::feedback);
    const Message mdn = read_message(
        report("disposition-notification",
               "Content-Type: message/disposition-notification\n\n"
               "Original-Message-ID: <7@example.net>\nDisposition: manual-action/MDN-sent-manually; displayed\n"));
    EXPECT_EQ(mdn.kind, MessageKind::read_receipt);
    EXPECT_EQ(mdn.reported_message_id, "<7@example.net>");
}

// Reports in prose (B.2 15): each program with an example of its words.
TEST(MessageKind, BouncesInProse) {
    const struct {
        const char* program;
        const char* fields;
        const char* body;
        const char* recipient;
        const char* status;
        MessageKind kind;
    } cases[] = {
        {"qmail", "From: MAILER-DAEMON@example.net\nSubject: failure notice",
         "Hi. This is the qmail-send program at example.net.\nI'm afraid I wasn't able to deliver your message to "
         "the "
         "following addresses.\nThis is a permanent error.\n\n<ana@example.org>:\n192.0.2.1 does not like "
         "recipient.\n"
         "Remote host said: 550 5.1.1 unknown\n\n--- Below this line is a copy of the message.\n\n"
         "Return-Path: <decisions@example.net>\nTo: other@example.org\nMessage-ID: <1@example.net>\n",
         "ana@example.org", "5.1.1", MessageKind::bounce},
        {"exim",
         "From: Mail Delivery System <Mailer-Daemon@example.net>\nX-Failed-Recipients: ana@example.org\n"
         "Auto-Submitted: auto-replied\nSubject: Mail delivery failed: returning message to sender",
         "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
         "delivered to one or more of its\nrecipients. The following address(es) failed:\n\n  ana@example.org\n"
         "    host mx.example.org [192.0.2.1]: 550 5.7.1 rejected\n",
         "ana@example.org", "5.7.1", MessageKind::bounce},
        {"Postfix",
         "From: MAILER-DAEMON@example.net (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender",
         "This is the mail system at host mx.example.net.\n\n<ana@example.org>: host mx.example.org[192.0.2.1] said: "
         "552 5.2.2 "
         "full\n",
         "ana@example.org", "5.2.2", MessageKind::bounce},
        {"Exchange", "From: System Administrator <postmaster@example.net>\nSubject: Undeliverable: chairs",
         "Your message\n\n  To:      ana@example.org\n  Subject: chairs\n\ndid not reach the following "
         "recipient(s):\n\n"
         "ben@example.org on Mon, 6 Nov 2017\n    The recipient name is not recognized\n",
         "ben@example.org", "", MessageKind::bounce},
        {"sendmail",
         "From: Mail Delivery Subsystem <MAILER-DAEMON@example.net>\nSubject: Returned mail: User unknown",
         "   ----- Transcript of session follows -----\n>>> RCPT To:<ana@example.org>\n<<< 550 no\n550 "
         "<ana@example.org>... "
         "User unknown\n",
         "ana@example.org", "", MessageKind::bounce},
        {"Google, delayed",
         "From: Mail Delivery Subsystem <mailer-daemon@example.net>\nSubject: Delivery Status Notification (Delay)",
         "This is an automatically generated Delivery Status Notification\n\nTHIS IS A WARNING MESSAGE "
         "ONLY.\n\nDelivery to the "
         "following recipient has been delayed:\n\n     ana@example.org\n",
         "ana@example.org", "", MessageKind::delay},
        {"GroupWise", "Return-Path: <>\nFrom: postmaster@example.net\nSubject: Message status - undeliverable",
         "The message that you sent was undeliverable to the following:\n\tana@example.org (user not found)\n",
         "ana@example.org", "", MessageKind::bounce},
    };
    for (const auto& c : cases) {
        const Message m = read_message(std::string("To: decisions@example.net\n") + c.fields + "\n\n" + c.body);
        EXPECT_EQ(m.kind, c.kind) << c.program << ": " << m.kind_reason;
        ASSERT_FALSE(m.bounced.empty()) << c.program;
        EXPECT_EQ(m.bounced[0].recipient, c.recipient) << c.program;
        EXPECT_EQ(m.bounced[0].status, c.status) << c.program;
    }
}

TEST(MessageKind, ReturnedMailInTheTextIsIdentified) {  // B.2 16
    const Message m = read_message(
        "From: MAILER-DAEMON@example.net\nSubject: failure notice\n\n<ana@example.org>:\nno such user\n\n"
        "--- Below this line is a copy of the message.\n\nMessage-ID: <1@example.net>\n\n+1\n");
    EXPECT_EQ(m.reported_message_id, "<1@example.net>");
}

TEST(MessageKind, PeopleTalkingAboutBouncesAreHuman) {  // B.2 17
    EXPECT_EQ(kind("Subject: Re: failure notice", "+1\n\n> This is the qmail-send program at example.net.\n"),
              MessageKind::human);
    EXPECT_EQ(kind("Subject: Undeliverable", "My mail could not be delivered, what now?\n"), MessageKind::human);
    EXPECT_EQ(
        read_message(
            "From: ana@example.org\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\n+1\n--o\n"
            "Content-Type: message/rfc822\n\n" +
            report(
                "delivery-status",
                "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; x@example.org\nAction: failed\n") +
            "\n--o--\n")
            .kind,
        MessageKind::human);
}

TEST(MessageKind, CalendarRepliesAreNoVotes) {  // B.5 53
    const auto calendar = [](const std::string& method, const std::string& attendee) {
        return read_message(
            "From: ana@example.org\nSubject: Accepted: meeting\nContent-Type: multipart/alternative; boundary=b\n\n"
            "--b\nContent-Type: text/plain\n\n+1\n--b\nContent-Type: text/calendar; charset=utf-8\n\n"
            "BEGIN:VCALENDAR\r\nMETHOD:" +
            method + "\r\nBEGIN:VEVENT\r\n" + attendee + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\n");
    };
    const Message m = calendar("REPLY", "ATTENDEE;CN=\"PARTSTAT=X;\";PART\r\n STAT=accepted:mailto:ana@example.org");
    EXPECT_EQ(m.kind, MessageKind::calendar_reply);
    EXPECT_EQ(m.calendar_partstat, "ACCEPTED");
    EXPECT_EQ(calendar("REQUEST", "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:a@example.org").kind, MessageKind::human);
    EXPECT_EQ(calendar_reply("BEGIN:VCALENDAR\n", "REPLY"), "");
    EXPECT_FALSE(calendar_reply("", ""));
}

TEST(MessageKind, ReactionsAreNoVotes) {  // B.5 53
    EXPECT_EQ(
        read_message("From: ana@example.org\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n👍\n--b\n"
                     "Content-Type: text/vnd.google.email-reaction+json\n\n{\"emoji\":\"x\",\"version\":1}\n--b--\n")
            .kind,
        MessageKind::auto_reply);
}

TEST(BounceText, StatusCodesAreNotAddressesOrVersions) {
    EXPECT_EQ(status_code("550 5.1.1 <a@b>"), "5.1.1");
    EXPECT_EQ(status_code("(#5.1.1)"), "5.1.1");
    EXPECT_EQ(status_code("host 5.1.1.25 said"), "");
    EXPECT_EQ(status_code("version 15.1.1"), "");
    EXPECT_EQ(status_code("2.0.0 ok"), "");
    EXPECT_EQ(status_code("2.0.0 ok", true), "2.0.0");
    EXPECT_EQ(smtp_code("said: 450 try later"), 450);
    EXPECT_EQ(smtp_code("port 4500"), 0);
}

}  // namespace
}  // namespace assentd
