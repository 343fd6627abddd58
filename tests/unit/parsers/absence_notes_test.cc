// SPDX-License-Identifier: Apache-2.0
// Absence notes and the answers of ticket systems that bear no mark, and the people who write about the same things.
#include <gtest/gtest.h>

#include "parsers/automatic/automatic_patterns.h"
#include "parsers/automatic/vacation_absences_data.h"
#include "parsers/automatic/vacation_notices_data.h"
#include "parsers/automatic/vacation_speakers_data.h"
#include "parsers/fold.h"
#include "parsers/message.h"

namespace assentd {
namespace {

MessageKind kind(const std::string& body, const std::string& subject = "Re: [D-42] A second site") {
    return read_message("From: Ana <ana@example.org>\nSubject: " + subject + "\n\n" + body).kind;
}

TEST(AbsenceNotes, AreKnownByTheirWordsInEveryLanguage) {
    for (const char* text :
         {"I am out sick today and will respond as soon as I can.",
          "As of 1 November I have left Example Ltd. Please contact Tom Test instead.",
          "Bonjour, actuellement en congés, je vous répondrai à mon retour le 7 décembre. Pour toute urgence, "
          "contactez Tom.",
          "Bonjour, en formation jusqu'à vendredi, je traiterai votre mail à mon retour.",
          "I'm currently travelling with limited access to email. Expect delays.",
          "Thanks for getting in touch! I only work Mondays to Wednesdays and will get back to you then.",
          "I no longer work at Example Ltd. For questions contact info@example.org.",
          "Ich bin derzeit nicht im Haus. Ab Montag bin ich wieder für Sie da.",
          "Hallo, ich bin heute leider krank und beantworte Ihre Mail nach meiner Rückkehr.",
          "Mein Büro ist freitags nicht besetzt. Ich melde mich am Montag.",
          "Estoy de baja hasta nuevo aviso. Para cualquier cosa, escribid a Tom.",
          "Tack för ditt meddelande! Jag är bortrest t.o.m. 6 december och svarar när jag är tillbaka.",
          "Hei, jeg er ute av kontoret til 7. desember og har begrenset tilgang til e-post.",
          "Jestem na zwolnieniu lekarskim. W sprawach pilnych proszę dzwonić do Toma.",
          "Děkuji za zprávu, jsem na mateřské dovolené. Obraťte se na Toma.",
          "Добрый день! До 7 декабря я нахожусь в командировке, отвечу по возвращении.",
          "Спасибо за письмо. Сейчас я на больничном. Ваше письмо не переадресуется.",
          "Doğum iznindeyim. Lütfen Tom ile iletişime geçin.",
          "我不在办公室,12月7日回来后回复您。",
          "出張のため不在にしております。12月7日以降にご連絡いたします。",
          "産休中です。お急ぎの方はTomまでお願いします。",
          "I'm off sick this week. For anything urgent please reach out to Tom.",
          "I am on a business trip with limited access to e-mail.",
          "Ich bin krankgeschrieben. Bei Fragen hilft Tom Test weiter.",
          "Ich habe die Firma verlassen. Bitte wenden Sie sich an Tom Test.",
          "Je suis en arrêt maladie. Veuillez contacter Tom.",
          "Je ne travaille plus chez Exemple SA. Écrivez à Tom.",
          "Ya no trabajo en Ejemplo SA. Diríjase a Tom.",
          "Sono in malattia. Contattare Tom.",
          "Non lavoro più in Esempio srl. Scrivere a Tom.",
          "Estou doente. Para qualquer assunto contacte o Tom.",
          "Ik ben ziek. Neem contact op met Tom.",
          "Ik werk niet meer bij Voorbeeld BV. Bij vragen: Tom.",
          "Jag är sjukskriven. Kontakta Tom.",
          "Jag arbetar inte längre här. Kontakta Tom.",
          "Jeg er sygemeldt. Kontakt Tom.",
          "Jeg er sykmeldt. Ta kontakt med Tom.",
          "Już nie pracuję w tej firmie. Proszę pisać do Toma.",
          "Jsem na služební cestě. Odpovím po návratu.",
          "Я больше не работаю в компании. Пишите Тому.",
          "Artık çalışmıyorum. Tom ile iletişime geçiniz.",
          "我已离职,请联系Tom。",
          "育休中のため、Tomまでご連絡ください。"})
        EXPECT_EQ(kind(text), MessageKind::auto_reply) << text;
}

TEST(AbsenceNotes, EveryAbsenceMakesANoteOfItsWriter) {
    for (const auto& [language, phrase] : words::away_phrases)
        EXPECT_FALSE(vacation_text(std::string(phrase) + ". Your message will not be read.").empty()) << phrase;
    for (const auto& [language, phrase] : words::note_phrases)
        EXPECT_FALSE(vacation_text("On vacation. " + std::string(phrase) + " x").empty()) << phrase;
}

TEST(AbsenceNotes, NothingOfTheDecisionStandsInOne) {
    for (const std::string phrase : words::decision_phrases)
        EXPECT_TRUE(vacation_text("I am on vacation, please contact Tom, " + phrase + " x").empty()) << phrase;
    EXPECT_EQ(
        kind("I am on vacation. Your mail \"Extend the deadline\" will not be read.", "[D-1] Extend the deadline"),
        MessageKind::auto_reply)
        << "the subject is no word of its own";
}

TEST(AbsenceNotes, WhoWritesAboutAnAbsenceIsAPerson) {
    for (const char* text : {"I'm on holiday next week, could we extend?",
                             "I'm off sick, please extend the deadline. I will respond on Monday.",
                             "I am out sick today, please contact Tom about the proposal instead.",
                             "Tom is out sick. Please contact Ben instead.",
                             "I have left the keys with Tom. Please contact him.",
                             "I have left some comments in the document. For questions contact me.",
                             "Tom no longer works at Example Ltd. Please contact Ana instead.",
                             "I only work with free software, so please contact Tom for the other.",
                             "I was on sick leave until Friday and have not read it yet.",
                             "My mail to you bounced, what is wrong?",
                             "He is on a business trip. Please write to him in December.",
                             "Ich bin im Urlaub, bitte die Frist verlängern. Ich melde mich am Montag.",
                             "Tom ist krank. Bitte wenden Sie sich an Ben.",
                             "Er ist im Urlaub. Bei Fragen hilft Ben.",
                             "Die Stelle ist nicht besetzt. Ich melde mich am Montag.",
                             "Meine Nachricht an Tom kam zurück, weil er die Firma verlassen hat.",
                             "Tom est en congés. Contactez Ana.",
                             "Il est en arrêt maladie. Contactez Ana.",
                             "Je suis en vacances, je voterai à mon retour.",
                             "Tom está de baja. Escribid a Ana.",
                             "Estoy de vacaciones, votaré a mi regreso.",
                             "Tom è in malattia. Contattare Ana.",
                             "Sono in ferie, voterò al mio rientro.",
                             "O Tom está de férias. Contacte a Ana.",
                             "Estou de férias, votarei quando voltar.",
                             "Tom is op vakantie. Neem contact op met Ana.",
                             "Hij is met verlof. Neem contact op met Ana.",
                             "Ik ben op vakantie en kan pas daarna stemmen. Bij vragen: bel mij.",
                             "Tom är på semester. Kontakta Ana.",
                             "Jag är bortrest, kan vi skjuta upp omröstningen till dess? Kontakta mig.",
                             "Tom er på ferie. Kontakt Ana.",
                             "Jeg er sykmeldt, kan fristen forlenges? Ta kontakt.",
                             "Tom jest na urlopie. Proszę pisać do Any.",
                             "Jestem na urlopie, zagłosuję po powrocie.",
                             "Tom je na dovolené. Obraťte se na Anu.",
                             "Jsem na služební cestě, proto prosím prodloužit hlasování. Odpovím po návratu.",
                             "Том в отпуске. Пишите Анне.",
                             "Я в отпуске, проголосую по возвращении.",
                             "İzindeyim, oylamaya döndüğümde katılırım, acil konular için Tom.",
                             "他不在办公室,请联系Ana。",
                             "我在出差,回来后再投票。请联系我。",
                             "Tomさんは出張中です。Anaまでご連絡ください。",
                             "休暇中ですが、提案は戻り次第読みます。",
                             "Your request was discussed in the team, and the ticket for the train is too dear.",
                             "Ihre Anfrage ist berechtigt, aber die Nummer des Kontos fehlt.",
                             "Votre demande est claire, mais quel est le numéro du compte ?"})
        EXPECT_EQ(kind(text), MessageKind::human) << text;
}

TEST(AbsenceNotes, WhoVotesIsAPersonEvenWhoIsAway) {
    for (const char* text :
         {"Yes from me. I am on vacation until May, please contact Tom.",
          "I'm out sick today and will respond to details later, but +1.",
          "Ich bin krank, aber dafür. Bei Fragen hilft Tom.",
          "Je suis en arrêt maladie, mais je vote pour. Contactez Tom.",
          "Estoy de baja, pero voto sí. Escribid a Tom.", "Sono in malattia, ma voto sì. Contattare Tom.",
          "Estou doente, mas voto sim. Contacte o Tom.", "Ik ben ziek, maar ik stem voor. Neem contact op met Tom.",
          "Jag är sjukskriven men röstar ja. Kontakta Tom.", "Jeg er sykmeldt, men stemmer ja. Ta kontakt med Tom.",
          "Jestem na zwolnieniu, głosuję za. Proszę pisać do Toma.",
          "Jsem na služební cestě, hlasuji pro. Odpovím po návratu.", "Я на больничном, голосую за. Пишите Тому.",
          "İzindeyim, oyum evet. Tom ile iletişime geçin.", "我在出差,同意。请联系Tom。",
          "出張中ですが、賛成です。Tomまでご連絡ください。", "My mail bounced, resending: +1"})
        EXPECT_EQ(kind(text), MessageKind::human) << text;
}

TEST(AbsenceNotes, OnlyACompanyIsLeftForGood) {
    EXPECT_EQ(kind("I have left Example Ltd. Please contact Tom."), MessageKind::auto_reply);
    for (const char* text :
         {"I have left the Example Ltd papers with Tom. Please contact him.",
          "I have left early. Please contact Tom.", "I have left the papers of Example Ltd. Please contact Tom."})
        EXPECT_EQ(kind(text), MessageKind::human) << text;
}

TEST(AbsenceNotes, TicketSystemsConfirmARequest) {
    for (const char* text :
         {"Ticket #123 has been created for your request. We will get back to you.",
          "Your request has been received. Reference: 123",
          "Ihre Anfrage ist bei uns eingegangen und wird unter der Nummer 2026-11-001 bearbeitet.",
          "Votre demande a bien été enregistrée sous le numéro 123.",
          "Thanks for contacting Example Support! We received your message and will reply within 24 hours.",
          "Su solicitud ha sido registrada con el número 123.",
          "La sua richiesta è stata registrata con il numero 123.", "O seu pedido foi registado com o número 123.",
          "Uw aanvraag is geregistreerd onder nummer 123.", "Ditt ärende har registrerats med nummer 123.",
          "Din henvendelse er registreret under nummer 123.", "Din henvendelse er registrert med nummer 123.",
          "Państwa zgłoszenie zostało zarejestrowane pod numerem 123.",
          "Váš požadavek byl zaevidován pod číslem 123.", "Ваша заявка зарегистрирована под номером 123.",
          "Talebiniz 123 numara ile kaydedildi.", "您的请求已收到,编号123。",
          "お問い合わせを受け付けました。受付番号:123"})
        EXPECT_EQ(kind(text), MessageKind::auto_reply) << text;
    for (const char* text : {"We received your message in the board and it is about the proposal. Reference: page 4",
                             "Thanks for contacting us, I will bring the number on Friday."})
        EXPECT_EQ(kind(text), MessageKind::human) << text;
}

}  // namespace
}  // namespace assentd
