// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "parsers/own_words/own_words.h"
#include "parsers/own_words/quote_headers_data.h"

namespace assentd {
namespace {

std::string new_text(std::string_view text) {
    return own_words(text).new_text;
}

TEST(OwnWords, EveryAttributionOfTheTableIsCutAboveAQuotation) {
    for (const auto& verb : words::attribution_verbs) {
        const std::string text = "Fine with me.\n\n" + std::string(verb.example) + "\n> Shall we?\n> Yes?\n";
        EXPECT_EQ(new_text(text), "Fine with me.") << verb.language << ": " << verb.example;
    }
}

TEST(OwnWords, EveryAttributionOfTheTableEndsTheTextWhenItsQuotationIsNotMarked) {
    for (const auto& verb : words::attribution_verbs) {
        const std::string text = "Fine with me.\n\n" + std::string(verb.example) + "\n\nShall we?\n+1\n";
        EXPECT_EQ(new_text(text), "Fine with me.") << verb.language << ": " << verb.example;
    }
}

TEST(OwnWords, ANameAndAVerbAreAnAttributionRightAboveAQuotation) {
    for (const char* line :
         {"Ana Example wrote:", "Ana Example schrieb:", "ana wrote:", "On Monday, Ana Example wrote:"}) {
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(line) + "\n\n> Shall we?\n"), "Fine.") << line;
        EXPECT_EQ(new_text(std::string(line) + "\n> Shall we?\n\nFine."), "Fine.") << line;
        const std::string prose = "Fine.\n\n" + std::string(line) + "\n\nShall we?";
        EXPECT_EQ(new_text(prose), prose) << line;
    }
    for (const char* line :
         {"As I wrote:", "They wrote:", "These people wrote:", "As the council of the town wrote:"})
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(line) + "\n> Shall we?\n\nBye."),
                  "Fine.\n\n" + std::string(line) + "\n\nBye.");
}

TEST(OwnWords, WhatSomebodySaysIsNoPartOfAFoldedAttribution) {
    for (const char* said : {"+1", "-1, too dear", "I agree.", "no objection", "+1 if it is cheap", "help",
                             "extend 3 days", "Ich bin dafür.", "concern: cost it is too dear"}) {
        const std::string line(said);
        EXPECT_EQ(new_text("In 2019 we had that.\n" + line + "\nAna wrote:\n> text"),
                  "In 2019 we had that.\n" + line);
        EXPECT_EQ(new_text("On Monday we met.\n\n" + line + "\n\nOn 3 Mar 2026, Ana wrote:\n> text"),
                  "On Monday we met.\n\n" + line);
    }
    EXPECT_EQ(new_text("Fine.\n\nOn 3 March 2026 at 10:00\nNo Eun\n<no@example.org> wrote:\n> text"), "Fine.");
}

TEST(OwnWords, FieldsWithoutMarksMayStandAboveAMarkedQuotation) {
    const std::string fields = "From: Ben <ben@example.org>\nTo: board@example.org\nSubject: Roof\n\n";
    for (const char* mark : {"----- Original Message -----", "-----Ursprüngliche Nachricht-----"}) {
        EXPECT_EQ(new_text(std::string(mark) + "\n" + fields + "> Shall we?\n> -1\n\n+1"), "+1");
        EXPECT_EQ(new_text("+1\n\n" + std::string(mark) + "\n" + fields + "Shall we?\n-1"), "+1");
    }
}

TEST(OwnWords, AnAttributionThatBeginsWithADayInAnyLanguageMayBeFolded) {
    for (const char* lines :
         {"tirs. den 3. mar. 2026 kl. 10.00 skrev Ana\nExample <ana@example.org>:",
          "wt., 3 mar 2026 o 10:00 Ana\nExample\n<ana@example.org> napisał(a):",
          "Вторник, 3 марта 2026, 10:00 +03:00 от Ana\nExample <ana@example.org>:",
          "Mar 3, 2026, 10:00 by\nana@example.org:",
          "Ana Example <ana@example.org> schrieb am Di., 3.\nMärz 2026,\n10:00:",
          "Zitat von Ana Example\n<ana@example.org>:", "* Ana Example <ana@example.org> [2026-03-03 10:00]:",
          "Quoting Ana Example (2026-03-03 10:00:00)", "-----Ana Example/DE/EXAMPLE schrieb: -----"})
        for (const char* quotation : {"\n> Shall we?\n", "\n\nShall we?\n"})
            EXPECT_EQ(new_text("Fine.\n\n" + std::string(lines) + quotation), "Fine.") << lines << quotation;
    EXPECT_EQ(
        new_text(
            "Fine.\n\nAm Di., 3. März 2026 um 10:00 Uhr schrieb Ana Example <ana@example.org\n> geschrieben:\n> x\n"),
        "Fine.");
    EXPECT_EQ(new_text("Fine.\n\nEl mar, 3 mar 2026 a las 10:00, Ana (<ana@example.org\n> escribió:\n> x\n"),
              "Fine.");
    EXPECT_EQ(new_text("Den delen behöver tid.\n3 mars 2026 kl. 10:00 skrev Ana <ana@example.org>:\n> x\n"),
              "Den delen behöver tid.");
    for (const char* text : {"These people wrote to ana@example.org on 3 March 2026:\n\nWho are they?",
                             "As Ana Example said on 3 March 2026, we have time:\n\nWho else is for it?"})
        EXPECT_EQ(new_text("Hello,\n\n" + std::string(text)), "Hello,\n\n" + std::string(text));
}

TEST(OwnWords, GroupWiseMarksNothingBelowItsHeader) {
    for (const char* header : {">>> Ana Example <ana@example.org> 3/3/2026 10:00 AM >>>",
                               ">>> On 3/3/2026 at 10:00 AM, in message <1@example.org>, Ana wrote:"})
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(header) + "\nShall we?\n+1\n"), "Fine.") << header;
    EXPECT_EQ(new_text("> one\n>>> On 3/3/2026 10:00, Ana wrote:\nFine."), "Fine.");
}

TEST(OwnWords, EveryMarkOfTheTablesEndsTheText) {
    for (std::string_view mark : words::original_marks)
        EXPECT_EQ(new_text("Fine.\n\n-----" + std::string(mark) + "-----\n\nShall we?"), "Fine.") << mark;
    for (std::string_view mark : words::forward_marks)
        EXPECT_EQ(new_text("Fine.\n\n-------- " + std::string(mark) + " --------\n\nShall we?"), "Fine.") << mark;
    for (std::string_view line : words::forward_lines)
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(line) + ":\n\nShall we?"), "Fine.") << line;
    EXPECT_EQ(new_text("Fine.\n\n---Original---\nFrom: Ana\n"), "Fine.");
    EXPECT_EQ(new_text("Fine.\n\n--- the original plan ---\nWait."), "Fine.\n\n--- the original plan ---\nWait.");
}

TEST(OwnWords, BlocksOfHeaderFieldsAreCutInManyLanguages) {
    for (const char* block :
         {"Από: Άννα <ana@example.org>\nΣτάλθηκε: Τρίτη, 3 Μαρτίου 2026 10:00\nΠρος: Ben\nΘέμα: Re: Docs",
          "Από: Άννα\nΑποστολή: Τρίτη, 3 Μαρτίου 2026 10:00 πμ\nΠρος: Ben\nΘέμα: Docs",
          "מאת: Ana <ana@example.org>\nנשלח: יום שלישי 03 מרץ 2026 10:00\nאל: Ben\nנושא: Docs",
          "\u200Fמאת:\u200F Ana\n\u2067תאריך:\u2069 3.3.2026\nאל: Ben\nהנדון: Docs",
          "Từ: Ana <ana@example.org>\nĐã gửi: Thứ Ba, 3 Tháng Ba 2026 10:00\nTới: Ben\nChủ đề: Docs",
          "Từ: Ana\nNgày: 3 thg 3, 2026\nĐến: Ben\nTiêu đề: Docs",
          "Lähettäjä: Ana\nLähetetty: tiistai 3. maaliskuuta 2026 10.00\nVastaanottaja: Ben\nAihe: Docs",
          "Feladó: Ana\nKüldve: 2026. március 3., kedd 10:00\nCímzett: Ben\nTárgy: Docs",
          "Feladó: Ana\nElküldött: 2026. március 3.\nCímzettek: Ben\nTárgy: Docs",
          "De la: Ana <ana@example.org>\nTrimis: marți, 3 martie 2026 10:00\nCătre: Ben\nSubiect: Docs",
          "Від: Ana\nВідправлено: вівторок, 3 березня 2026 р. 10:00\nКому: Ben\nТема: Docs",
          "보낸 사람: Ana\n보낸 날짜: 2026년 3월 3일 화요일 오전 10:00\n받는 사람: Ben\n제목: Docs",
          "발신자: Ana\n일시: 2026-03-03\n수신자: Ben\n제목: Docs",
          "من: Ana <ana@example.org>\nتم الإرسال: الثلاثاء، 3 مارس 2026 10:00\nإلى: Ben\nالموضوع: Docs",
          "من: Ana\nالتاريخ: 3 مارس 2026\nإلى: Ben\nالموضوع: Docs",
          "از: Ana\nتاریخ: 3 مارس 2026\nبه: Ben\nموضوع: Docs",
          "От: Ana\nИзпратено: вторник, 3 март 2026 10:00\nДо: Ben\nОтносно: Docs",
          "Od: Ana\nOdoslané: utorok 3. marca 2026 10:00\nKomu: Ben\nPredmet: Docs",
          "Od: Ana\nPoslano: torek, 3. marec 2026 10:00\nZa: Ben\nZadeva: Docs",
          "จาก: Ana\nส่ง: 3 มีนาคม 2026 10:00\nถึง: Ben\nเรื่อง: Docs",
          "Dari: Ana\nTerkirim: Selasa, 3 Maret 2026 10.00\nKepada: Ben\nPerihal: Docs",
          "Nuo: Ana\nIšsiųsta: 2026 m. kovo 3 d.\nKam: Ben\nTema: Docs",
          "Saatja: Ana\nSaadetud: teisipäev, 3. märts 2026 10:00\nAdressaat: Ben\nTeema: Docs",
          "De: Ana\nEnviat el: dimarts, 3 de març de 2026\nPer a: Ben\nAssumpte: Docs"})
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(block) + "\n\nShall we?\n+1\n"), "Fine.") << block;
}

TEST(OwnWords, ABlockIsKnownByItsAddressAndDateInAnyLanguage) {
    for (const char* block :
         {"Expeditorul: Ana <ana@example.org>\nSubiectul: Roof\nDată: 3 martie 2026, 10:00:00 EET\nDestinatarul: Ben",
          "Отправитель: Ana <ana@example.org>\nТема: Roof\nДата: 3 марта 2026 г., 10:00:00 GMT+3\nКому: Ben",
          "Šalje: Ana <ana@example.org>\nPredmet: Roof\nDatum: 3. ožujka 2026. 10:00:00 CET\nPrima: Ben",
          "Frá: Ana <ana@example.org>\nEfni: Roof\nDags: 3. mars 2026 10:00\nTil: Ben",
          "Nork: Ana <ana@example.org>\nGaia: Roof\nData: 2026(e)ko martxoaren 3a 10:00\nNori: Ben",
          "Avsändaren: ana@example.org\nÄrende: Roof\nStund: 3 mars 2026 10:00\nMottagare: Ben",
          "No: Ana <ana@example.org>\nNosūtīts: otrdiena, 2026. gada 3. marts 10:00\nKam: Ben\nTēma: Roof",
          "Date: Tue, 3 Mar 2026 10:00:02 +0100\nTo: ben@example.org"})
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(block) + "\n\n-1 too dear\n"), "Fine.") << block;
}

TEST(OwnWords, LinesWithLabelsThatAreNoHeaderAreTheSenders) {
    for (const char* lines :
         {"From: Berlin\nTo: Paris\nDate: Friday",
          "Policy: consent\nVoters: ana@example.org\nDeadline: 2026-12-01 10:00",
          "Place: the hall\nTime: 3 March 2026, 10:00\nAsk: Ana <ana@example.org>", "No: I do not\nTo: be fair"})
        EXPECT_EQ(new_text("What I mean:\n\n" + std::string(lines) + "\n\n-1"),
                  "What I mean:\n\n" + std::string(lines) + "\n\n-1");
}

TEST(OwnWords, EachFieldOfABlockMayBeAParagraph) {
    for (const char* block :
         {"De : Ana <ana@example.org>\n\nRépondre à : Ana <ana@example.org>\n\nDate : mardi 3 mars 2026\n\nÀ : "
          "Ben\n\n"
          "Objet : Toit",
          "From: The Committee for Roofs\n\n<ana@example.org>\n\nSent: Tuesday, March 3, 2026 4:37 PM\n\nTo: Ben\n\n"
          "Subject: Roof",
          "De : Ana <ana@example.org>\n\nEnvoye : mardi 3 mars 2026 10:00\n\nA : Ben\n\nObjet : Toit",
          "Od: Ana <ana@example.org>\n\nDátum: 3. 3. 2026 10:00\n\nPre: Ben\n\nPredmet: Strecha",
          "送信元：Ana <ana@example.org>\n\n日付：2026年3月3日 10:00\n\n件名：屋根\n\n送信先：ben@example.org"})
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(block) + "\n\n-1 too dear\n"), "Fine.") << block;
}

TEST(OwnWords, ABlockMayStandOnOneLine) {
    for (const char* block :
         {"-------- Original message --------From: Ana <ana@example.org> Date: 3/3/2026  10:00 To: Ben Subject: Roof",
          "   ----- Forwarded Message ----- From: Ana <ana@example.org>To: \"Ben\" <ben@example.org>Sent: Tuesday",
          "-------- Ursprüngliche Nachricht --------Von: \"Ana\"  Datum: 03.03.26  10:00 An: Betreff: Dach",
          "From: ana@example.org Date: Tue, 3 Mar 2026 10:00:02 +0100"})
        EXPECT_EQ(new_text("Fine.\n\n" + std::string(block) + "\n-1 too dear\n"), "Fine.") << block;
    const std::string prose = "Fine.\n\nFrom: the 3 March 2026 on, ask ana@example.org.\n\nBye.";
    EXPECT_EQ(new_text(prose), prose);
}

TEST(OwnWords, NotesAndOthersWriteFieldsWithoutColons) {
    EXPECT_EQ(
        new_text("Fine.\n\n\"Ana Example\" <ana@example.org> \n03/03/2026 10:00\n\nTo\nboard@example.org\ncc\n\n"
                 "Subject\nRe: Roof\n\n\n-1 too dear"),
        "Fine.");
    EXPECT_EQ(new_text("Fine.\n\nAna <ana@example.org>\n\n03.03.2026 10:00\n\nTo Ben\ncc\nSubject Re: Roof\n\n-1"),
              "Fine.");
    EXPECT_EQ(own_words("Fine.\n------ Original Message ------\nFrom \"Ana\" <ana@example.org>\nTo \"Ben\"\n"
                        "Date 3/3/2026 10:00:00 AM\nSubject Roof\n\n> [x] agree")
                  .quoted_text,
              "[x] agree\n");
}

TEST(OwnWords, WordsInFrontOfAnAttributionAreKept) {
    for (const char* words : {"+1", "-1 it is too dear", "I agree.", "close"}) {
        const std::string own(words);
        EXPECT_EQ(new_text(own + " On Wed, Mar 4, 2026 at 3:59 PM, ana@example.org wrote:\n> Hi"), own);
        EXPECT_EQ(new_text(own + " -----Original Message-----\nFrom: Ana\n\nHi"), own);
    }
    EXPECT_EQ(new_text("Fine.\n\nHallo Ana, am 4. März 2026 um 15:59 schriebst du:\n> Hi"), "Fine.");
}

TEST(OwnWords, AnAttributionMayBeFoldedInsideAName) {
    for (const char* lines : {"Wang Xiaoming <\nwang@example.org> 于2026年3月3日周二 10:00写道：",
                              "ti 20. lokakuuta 2026 klo 17.50 Ana Example\n<ana@example.org> kirjoitti:",
                              "On Wed, Dec 9, Ana Example\n<ana@example.org>\nwrote:",
                              "2026-03-03, an, 10:00 Ana Example <ana@example.org>\nrašė:",
                              "Am Mo., 2. Nov.\n2026 um 09:04 schrieb Kim Ito <kim@example.org>:",
                              "Em seg., 2 de nov.\nde 2026 às 09:04, Kim Ito <kim@example.org> escreveu:",
                              "Den mån 2 nov.\n2026 kl 09:04 skrev Kim Ito <kim@example.org>:",
                              "Le mar. 3 mars 2026 à 10:00, Ana <ana@example.org> a écrit\n:"})
        EXPECT_EQ(new_text("+1\n\n" + std::string(lines) + "\n\n> veto: no money\n"), "+1") << lines;
}

TEST(OwnWords, ANameMayStandAboveItsAddressAndTheRest) {
    for (const char* attribution : {"Decisions\n<decisions+d42.7f3a9c1e5b2d8046a1c3@lists.example.org>, 2\nKas "
                                    "2026 Pzt, 09:04 tarihinde şunu "
                                    "yazdı:",
                                    "Kim Ito\n<kim@example.org> 于2026年11月2日周一 09:04写道：",
                                    "Decisions Team\n<decisions+d42.7f3a9c1e5b2d8046a1c3@lists.example.org>\nşunları "
                                    "yazdı (2 Kas 2026 09:04):"})
        EXPECT_EQ(new_text(std::string("+1\n\n") + attribution + "\n\n> x\n"), "+1") << attribution;
    EXPECT_EQ(new_text("Ask Kim Ito\n<kim@example.org> about it.\n\n> x\n"),
              "Ask Kim Ito\n<kim@example.org> about it.");
}

TEST(OwnWords, WordsRightAboveAnAttributionAreNoName) {
    for (const char* words : {"+1\nif Ben helps", "Yes,\nexcept the blue ones", "B", "Berlin", "A > B", "Çok pahalı",
                              "同意\n但是不要椅子"})
        for (const char* attribution : {"<kim@example.org>, 2 Kas 2026 Pzt, 10:00 tarihinde şunu yazdı:",
                                        "<kim@example.org> 于2026年11月2日周一 10:00写道："})
            EXPECT_EQ(new_text(std::string(words) + "\n" + attribution + "\n> hello\n"), words) << attribution;
    EXPECT_EQ(new_text("Ja, gern.\nAm Montag um 10.\n2. Nov. 2026, 10:00, Ana <ana@example.org> schrieb:\n> hello\n"),
              "Ja, gern.\nAm Montag um 10.");
    EXPECT_EQ(new_text("+1\nOn Monday at 5.\nMon, 2 Nov 2026 10:00 Ana Example <ana@example.org>:\n> hello\n"),
              "+1\nOn Monday at 5.");
}

TEST(OwnWords, AnAnswerWithAColonAboveABlockIsTheSenders) {
    const std::string block =
        "\n\nFrom: Kim Ito <kim@example.org>\nSent: Monday, 2 November 2026 09:04\nTo: decisions@example.org\n"
        "Subject: [D-42] New desks\n\nHi";
    for (const std::string mark : {"", "\n\n________________________________", "\n\n-----Original Message-----"})
        for (const char* words : {"B: 1\nA: 3", "A: 3, B: 1", "A: yes\nB: no\nC: yes", "A: 3\nB: 1\n\nBen",
                                  "Our choice is clear.\nA: 3\nB: 1", "To: Kim, thanks!", "Date: Friday is fine"})
            EXPECT_EQ(new_text(words + mark + block), words) << words << mark;
}

TEST(OwnWords, MarksThatEncloseAllOfAQuotationAreOne) {
    EXPECT_EQ(own_words("Thank you\n>> On 3 Mar 2026, 10:00, Ana wrote:\n>\n>> [ 2 ] A\n>>> [ 1 ] B\n>").quoted_text,
              "On 3 Mar 2026, 10:00, Ana wrote:\n\n[ 2 ] A\n\n");
    EXPECT_EQ(own_words("Thank you\n\nOn 3 Mar 2026, 10:00, Ana wrote:\n>> [x] agree").quoted_text, "");
}

TEST(OwnWords, AnUnknownFieldOfABlockIsKnownByItsValue) {
    EXPECT_EQ(
        new_text("Fine.\n\nDe: Ana <ana@example.org>\nMandado: martes, 3 de marzo de 2026 10:00\nAsunto: Plan\n\nx"),
        "Fine.");
    EXPECT_EQ(new_text("Fine.\n\nVan: Ana <ana@example.org>\nOver: Re: Plan\nVerzonden: 3 maart\n\nx"), "Fine.");
    const std::string trip = "Trip:\n\nVon: Berlin\nNach: Rom\nDatum: 3. März 2026\n\nWer kommt mit?";
    EXPECT_EQ(new_text(trip), trip);
}

TEST(OwnWords, QuotedLinesAreCutWhateverTheirMark) {
    EXPECT_EQ(new_text("+1\n> no\n>> no\n> > no\n"), "+1");
    EXPECT_EQ(new_text("+1\n\n| first line\n| second line\n"), "+1");
    EXPECT_EQ(new_text("+1\n\nAB> shall we go there\nAB> or not?\n"), "+1");
    EXPECT_EQ(new_text("+1\n\n>>>\nquoted without a mark\nand more\n<<<\n"), "+1");
}

TEST(OwnWords, ATableIsNoQuotation) {
    EXPECT_EQ(new_text("| a | b |\n| 1 | 2 |"), "| a | b |\n| 1 | 2 |");
}

TEST(OwnWords, ARankingIsNoQuotationByInitials) {
    EXPECT_EQ(new_text("A > B > C"), "A > B > C");
    EXPECT_EQ(new_text("A> B> C"), "A> B> C");
}

TEST(OwnWords, AnAttributionMayBeFoldedOverSixLines) {
    EXPECT_EQ(new_text("Yes.\n\nOn Tuesday,\n3 March 2026\nat 10:00,\nAna Example\n<ana@example.org>\nwrote:\n> x\n"),
              "Yes.");
    EXPECT_EQ(new_text("Yes.\nOn Tue, Mar 3, 2026 at 10:00 AM Ana Example <\nana@example.org> wrote:\n\n> x\n"),
              "Yes.");
}

TEST(OwnWords, ALineWithADateAboveAnAttributionIsTheSenders) {
    const std::string own_lines[] = {"Start: 14 Dec 2026, all teams.",
                                     "-1: 14 Dec 2026 is a holiday",
                                     "Deadline: 2026-12-14 17:00",
                                     "Deadline: 14 Dec 2026",
                                     "-1\n\nReason: on 14 Dec 2026 we are all away",
                                     "On 14 Dec 2026 we are all away.",
                                     "A > B\nNote: on 14 Dec 2026 B is closed",
                                     "2026-12-14 would be better"};
    for (const char* header : {"On Tue, 1 Dec 2026 at 10:00, Ana Example <ana@example.org> wrote:",
                               "On Tue, Dec 1, 2026 at 10:00 AM Ana Example\n<ana@example.org> wrote:",
                               "On 1 Dec 2026, at 10:00, Ana Example <ana@example.org> wrote:",
                               "On 12/1/26 10:00, Ana wrote:", "Am 01.12.26 um 10:00 schrieb Ana Example:",
                               "Ana Example <ana@example.org> schrieb am Di., 1. Dez. 2026, 10:00:"})
        for (const std::string& line : own_lines)
            for (const char* gap : {"\n\n", "\n"})
                EXPECT_EQ(own_words("Hello.\n" + line + gap + header + "\n> Shall we?\n").new_text, "Hello.\n" + line)
                    << header;
}

TEST(OwnWords, ProseThatBeginsWithOnIsNoAttribution) {
    const std::string text =
        "On Monday we met in room 12.\n\nOn this day I wrote a note\n\nOn 3 March the office is closed, so +1.";
    EXPECT_EQ(new_text(text), text);
}

TEST(OwnWords, TheTextBelowAQuotationIsTheSenders) {
    EXPECT_EQ(new_text("On 2026-03-03 10:00, Ana wrote:\n> Shall we?\n+1\n"), "+1");
    EXPECT_EQ(new_text("Hello,\n\nOn 2026-03-03 10:00, Ana wrote:\n> Shall we?\n\nyes\n"), "Hello,\n\nyes");
}

TEST(OwnWords, InterleavedAnswersAreKeptWithTheLinesThatTheyAnswer) {
    const OwnWords own =
        own_words("Hi,\n\nOn 2026-03-03 10:00, Ana wrote:\n> First?\nYes.\n\n> Second?\n> Really?\n\nNo.\n");
    EXPECT_EQ(own.new_text, "Hi,\n\nYes.\n\nNo.");
    ASSERT_EQ(own.answers.size(), 3u);
    EXPECT_EQ(own.answers[0].quoted, "");
    EXPECT_EQ(own.answers[0].text, "Hi,");
    EXPECT_EQ(own.answers[1].quoted, "First?");
    EXPECT_EQ(own.answers[1].text, "Yes.");
    EXPECT_EQ(own.answers[2].quoted, "Second?\nReally?");
    EXPECT_EQ(own.answers[2].text, "No.");
}

TEST(OwnWords, TextAboveAFullQuotationAnswersNothingInParticular) {
    EXPECT_TRUE(own_words("+1\n\nOn 2026-03-03 10:00, Ana wrote:\n> Shall we?\n").answers.empty());
}

TEST(OwnWords, AQuotedLineThatLostItsMarkWhenWrappedIsStillQuoted) {
    const OwnWords own = own_words(
        "> This is a long line of a quotation that some program wrapped at its own\nwidth, as they do\n> and went "
        "on\n\n+1\n");
    EXPECT_EQ(own.new_text, "+1");
}

TEST(OwnWords, QuotedTextIsKeptApartWithoutItsMarks) {
    EXPECT_EQ(own_words("Done.\n\n> [x] agree\n> [ ] disagree\n").quoted_text, "[x] agree\n[ ] disagree\n");
}

struct Block {
    const char* program;
    const char* text;
};

TEST(OwnWords, BlocksOfHeaderFieldsEndTheText) {
    const Block blocks[] = {
        {"Outlook", "From: Ana <ana@example.org>\nSent: Tuesday, March 3, 2026 10:00\nTo: Ben\nSubject: Plan\n"},
        {"Outlook, rule", "________________________________\nFrom: Ana\nSent: Tuesday\nTo: Ben\nSubject: Plan\n"},
        {"Outlook, bold", "*From:* Ana\n*Sent:* Tuesday\n*To:* Ben\n*Subject:* Plan\n"},
        {"Outlook, doubled lines", "From: Ana\n\nSent: Tuesday\n\nTo: Ben\n\nSubject: Plan\n"},
        {"Outlook, German", "Von: Ana\nGesendet: Dienstag, 3. März 2026 10:00\nAn: Ben\nBetreff: Plan\n"},
        {"Outlook, French", "De : Ana\nEnvoyé : mardi 3 mars 2026 10:00\nÀ : Ben\nObjet : Plan\n"},
        {"Outlook, Spanish", "De: Ana\nEnviado el: martes, 3 de marzo de 2026\nPara: Ben\nAsunto: Plan\n"},
        {"Outlook, Italian", "Da: Ana\nInviato: martedì 3 marzo 2026\nA: Ben\nOggetto: Plan\n"},
        {"Outlook, Portuguese", "De: Ana\nEnviada em: terça-feira\nPara: Ben\nAssunto: Plan\n"},
        {"Outlook, Dutch", "Van: Ana\nVerzonden: dinsdag 3 maart 2026\nAan: Ben\nOnderwerp: Plan\n"},
        {"Outlook, Swedish", "Från: Ana\nSkickat: den 3 mars 2026\nTill: Ben\nÄmne: Plan\n"},
        {"Outlook, Danish", "Fra: Ana\nSendt: 3. marts 2026\nTil: Ben\nEmne: Plan\n"},
        {"Outlook, Polish", "Od: Ana\nWysłano: wtorek, 3 marca 2026\nDo: Ben\nTemat: Plan\n"},
        {"Outlook, Czech", "Od: Ana\nOdesláno: úterý 3. března 2026\nKomu: Ben\nPředmět: Plan\n"},
        {"Outlook, Russian", "От: Ana\nОтправлено: 3 марта 2026 г.\nКому: Ben\nТема: Plan\n"},
        {"Outlook, Turkish", "Kimden: Ana\nGönderildi: 3 Mart 2026 Salı\nKime: Ben\nKonu: Plan\n"},
        {"Outlook, Chinese", "发件人: Ana\n发送时间: 2026年3月3日\n收件人: Ben\n主题: Plan\n"},
        {"Outlook, Japanese", "差出人: Ana\n送信日時: 2026年3月3日\n宛先: Ben\n件名: Plan\n"},
        {"Outlook, Hungarian", "Feladó: Ana\nElküldve: 2026. március 3.\nCímzett: Ben\nTárgy: Plan\n"},
        {"Outlook, Ukrainian", "Від: Ana\nНадіслано: 3 березня 2026 р.\nКому: Ben\nТема: Plan\n"},
        {"Outlook, Korean", "보낸 사람: Ana\n보낸 날짜: 2026년 3월 3일\n받는 사람: Ben\n제목: Plan\n"},
        {"Samsung, Finnish", "Lähettäjä: Ana\nPäivämäärä: 3.3.2026\nSaaja: Ben\nAihe: Plan\n"},
        {"Alibaba", "发件人：Ana\n发送时间：2026年3月3日\n收件人：Ben\n主　题：Plan\n"},
        {"Yahoo", "----- Original Message -----\nFrom: Ana\nTo: Ben\nSent: Tuesday\nSubject: Plan\n"},
        {"phone, without dashes", "  Original Message  \nFrom: Ana\nSent: Tuesday\nTo: Ben\nSubject: Plan\n"},
        {"Zimbra", "----- Mail original -----\nDe: Ana\nÀ: Ben\nEnvoyé: Mardi\nObjet: Plan\n"},
        {"robots", "##- Please type your reply above this line -##\n"},
        {"classic", "-----Original Message-----\n"},
        {"German", "-----Ursprüngliche Nachricht-----\n"},
        {"French", "-----Message d'origine-----\n"},
        {"Gmail", "---------- Forwarded message ---------\nFrom: Ana\nDate: Tue\nSubject: Plan\nTo: Ben\n"},
        {"Apple", "Begin forwarded message:\n\nFrom: Ana\nSubject: Plan\n"},
        {"Thunderbird", "-------- Forwarded Message --------\nSubject: Plan\nDate: Tue\nFrom: Ana\nTo: Ben\n"},
        {"Proton", "------- Original Message -------\nOn Tuesday, March 3rd, 2026 at 10:00, Ana wrote:\n"},
    };
    for (const Block& block : blocks)
        EXPECT_EQ(new_text("+1\n\n" + std::string(block.text) + "\nDear all,\n-1\n"), "+1") << block.program;
}

TEST(OwnWords, ForwardedMailAloneHasNoNewWords) {
    EXPECT_EQ(new_text("---------- Forwarded message ---------\nFrom: Ana\nDate: Tue\nSubject: x\nTo: Ben\n\n+1\n"),
              "");
}

TEST(OwnWords, WhatIsPassedOnIsKeptWhole) {
    const OwnWords own =
        own_words("Look:\n\n---- Forwarded message ----\nFrom: Ana\nSubject: x\n\nHi,\n> Why?\n\nSo.\n-- \nAna\n");
    EXPECT_TRUE(own.forwarded);
    EXPECT_EQ(own.passed_on, "From: Ana\nSubject: x\n\nHi,\n> Why?\n\nSo.\n-- \nAna");
    const OwnWords marked = own_words("Look:\n\nBegin forwarded message:\n\n> From: Ana\n>\n>> Why?\n> So.\n\nBen\n");
    EXPECT_EQ(marked.passed_on, "From: Ana\n\n> Why?\nSo.");
    EXPECT_EQ(own_words("Look:\n\nOn Tuesday, Ana wrote:\n> So.\n").passed_on, "");
}

TEST(OwnWords, TextBelowQuotedLinesUnderHeaderFieldsIsTheSenders) {
    EXPECT_EQ(new_text("From: Ana\nSent: Tuesday\nTo: Ben\nSubject: Plan\n\n> Shall we?\n\nyes\n"), "yes");
}

TEST(OwnWords, TwoFieldsInProseAreNoBlock) {
    const std::string text = "To: be or not to be\nFrom: the beginning";
    EXPECT_EQ(new_text(text), text);
}

TEST(OwnWords, LineEndsAndOuterBlankLinesDoNotMatter) {
    EXPECT_EQ(new_text("\r\n\r\n  a\r\nb\r\n\r\n"), "  a\nb");
    EXPECT_EQ(new_text(""), "");
    EXPECT_EQ(new_text("\n \n\t\n"), "");
}

}  // namespace
}  // namespace assentd
