// SPDX-License-Identifier: Apache-2.0
// A value that is one entry among others, or that something above it makes somebody else's, is no vote by itself
// (PRODUCT 2.4).
#include <gtest/gtest.h>

#include "parsers/message.h"
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

std::string summary_of_html(const std::string& html) {
    const Message m = read_message(
        "From: Ana Example <ana@example.org>\nMIME-Version: 1.0\n"
        "Content-Type: text/html; charset=utf-8\n\n" +
        html + "\n");
    return summary(m.text);
}

void none_counts(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

TEST(Entries, TheCellsOfARowAreOneLine) {
    const auto table = [](const std::string& rows) { return "<p>Hi,</p><table>" + rows + "</table><p>Ana</p>"; };
    const auto row = [](const std::string& a, const std::string& b) {
        return "<tr><td><p>" + a + "</p></td><td><div>" + b + "</div></td></tr>";
    };
    EXPECT_EQ(summary_of_html(table(row("Encrypted", "Yes") + row("Daily copy", "Yes") + row("Price", "90"))),
              "comment");
    EXPECT_EQ(summary_of_html(table(row("Verschlüsselt", "Nein") + row("Preis", "90"))), "comment");
    EXPECT_EQ(summary_of_html(table(row("Setup", "0"))), "comment");
    EXPECT_EQ(summary_of_html(table(row("Einkauf", "genehmigt"))), "unclear");  // all that the mail says
    EXPECT_EQ(summary_of_html(table(row("Phone", "+1") + row("555", "0100"))), "comment");
    EXPECT_EQ(summary_of_html("<p>Status:</p>" + table(row("Finance", "Approved"))), "comment");
    EXPECT_NE(summary_of_html(table(row("Site", "Price") + row("Rome", "90") + row("", "Yes"))), "agree exact");
    EXPECT_EQ(summary_of_html(table("<tr><td>Copy</td><td>Yes<br>daily<br>hourly</td></tr>" + row("B", "No"))),
              "comment");
}

TEST(Entries, ATableThatOnlyLaysAMailOutStaysAsItIs) {
    for (const char* html : {"<table><tr><td><p>Hi Ana,</p><p>+1</p><p>Ben</p></td></tr></table>",
                             "<table><tr><td><img src=x></td><td><p>Hi Ana,</p><p>+1</p><p>Ben</p></td></tr></table>",
                             "<table><tr><td>EXAMPLE</td><td><p>Hi Ana,</p><p>+1</p><p>Ben</p></td></tr></table>",
                             "<table><tr><td><table><tr><td><p>+1</p></td></tr></table></td></tr></table>"})
        EXPECT_EQ(summary_of_html(html), "agree exact") << html;
}

TEST(Entries, ACellThatCameAsALineIsAskedAbout) {
    none_counts({
        "Prices:\n\nSite\n\nSetup\n\nA\n\n90\n\nB\n\n0",
        "here is the offer:\n\nEncrypted\n\nYes\n\nDaily copy\n\nYes\n\nBen",
        "Encrypted\n\nYes\n\nPrice\n\n90",
        "Angebot:\n\nVerschlüsselt\n\nNein\n\nBen",
        "Angebot\n\nChiffré\n\noui\n\nPrix\n\n1.200 EUR",
        "Offer 4711\nApproved",
        "Output:\n\n0",
        "$ echo $?\n0",
        "Price\n\n0\n\n10\n\n20",
        "Do you want to continue? [Y/n] y\nYes",
        "Password:\nno",
    });
    EXPECT_NE(read("Angebot:\n\nVerschlüsselt\n\nNein").ask.find("entry of a table"), std::string::npos);
}

TEST(Entries, AnItemThatAnswersOneOfSeveralQuestionsIsAskedAbout) {
    none_counts({
        "Zu Kims Fragen:\n\n1. Ja.\n2. Pro Monat.\n3. Frag Tom.",
        "1. No.\n2. 90 a month.",
        "a) oui\nb) par mois",
        "- Yes\n- 90 a month\n- next week",
        "Answers to the three questions of Kim:\n1. Yes\n2. No",
    });
    expect_all({{"- yes", "agree exact"}, {"- yes\n\nIt is cheap.", "agree exact"}});
}

TEST(Entries, SignsBesideNamesAreOthers) {
    none_counts({
        "За - 3, против - 1",
        "Tom +1\nKim +1",
        "A +1\nB -1",
        "Tom: +1\nKim: +1",
        "+1 Tom\n+1 Kim",
        "FYI:\n\nCem Muster: disagree (-1)",
        "Cem: disagree (-1)",
        "Cem Muster: agree (+1)",
        "Dora Müller, through Ben Sample: agree (+1)",
        "The text was changed after you had answered (agree (+1)). Does your answer still hold?",
    });
    expect_all({{"Ana Example: agree (+1)", "agree near"}, {"Overall: agree (+1)", "agree near"}});
}

TEST(Entries, WhatALineAboveGivesToOthersIsAskedAbout) {
    none_counts({
        "Tom asked me to send this for him:\n\n+1",
        "Tom lässt ausrichten:\n\n+1",
        "Tom m'a demandé de transmettre :\n\n+1",
        "FYI, Tom's answer below.\n\n+1\nTom",
        "Zur Info, Antwort von Tom unten.\n\n+1\nTom",
        "i.V. Tom Test\n\nJa",
        "Procurement:\nNo objections.",
        "Einkauf:\nKeine Einwände.",
        "Comptabilité:\nAucune objection.",
        "Antwort des Lieferanten:\n\nJa, das geht.",
        "Réponse du fournisseur :\n\nOui",
        "Protokoll:\nTOP 1: Haushalt\nGenehmigt.",
        "Legal wrote back:\n\nApproved.",
        "Von Tom:\n\n+1",
        "My colleague Tom:\n+1",
        "my team's answer:\n+1",
        "Meine Kollegin sagt:\n\nJa",
        "my boss says\n+1",
        "Vote of Tom: +1",
        "For Tom (on holiday)\n\n+1",
        "Cem Muster (cem@example.org): agree (+1)",
    });
    expect_all({
        {"My answer:\n+1", "agree exact"},
        {"In short:\n+1", "agree exact"},
        {"Meine Stimme:\n\nJa", "agree exact"},
        {"Für mich:\nJa", "agree exact"},
        {"From my side:\n+1", "agree exact"},
        {"Antwort:\nja", "agree exact"},
        {"Fazit:\n\nJa", "agree exact"},
        {"Hi all:\n\n+1", "agree exact"},
        {"On the proposal:\n+1", "agree exact"},
        {"D-42:\n+1\n\nBen", "agree exact"},
    });
}

TEST(Entries, AYesBelowAQuestionOfSomethingElseIsAskedAbout) {
    none_counts({
        "Kim asked whether it is encrypted. Yes.",
        "Kim fragte, ob es verschlüsselt ist. Ja.",
        "Kim vroeg of het versleuteld is. Ja.",
        "Kim zapytał, czy to jest szyfrowane. Tak.",
        "Kim asked if the price is monthly.\n\nYes.",
        "Regarding Kim's question:\n\nYes.",
        "Is it encrypted?\n\nYes.\n\nWhat does it cost?\n\n90 a month.",
        "To answer Kim's question:\n\nNo, it is yearly.",
    });
    expect_all({
        {"You asked whether I agree. Yes.", "agree near"},
        {"Do I agree?\n\nYes.", "agree exact"},
        {"Hi Ana, how are you?\n\nYes", "agree exact"},
        {"Kim asked whether it is encrypted.\n\n+1", "agree exact"},
    });
}

TEST(Entries, WhatStandsBelowANameIsMostlyASignature) {
    none_counts({
        "Is the price per month?\n\nBest regards\nBen Sample | Block Inc.\nBlock",
        "Is the price per month?\n\nThanks\nBen\n\nNO: 123456 VAT",
        "Is the price per month?\n\nKind regards,\nBen Sample\nVote: Yes for climate!",
        "Is the price per month?\n\nMit freundlichen Grüßen\nBen Sample\n\nJa zum Leben!\nJa",
        "Is the price per month?\n\nBen\n_____\nApproved supplier ISO 9001\nApproved",
        "+1\n\nBest,\nBen\n\nActually, -1",
        "Is it monthly?\n\nAna Example\nApproved\nHead of IT",
    });
    expect_all({
        {"+1\n\nRegards,\n\nSarah\nM: +1 555 0123 | T: -1", "agree exact"},
        {"+1\n\nBest regards\nBen Sample | Block Inc.\nBlock", "agree exact"},
        {"Thanks\n+1", "agree exact"},
        {"Thanks,\n+1\nBen", "agree exact"},
        {"Thanks Ana\n\n+1\n\nBen", "agree exact"},
    });
}

TEST(Entries, ATickBeforeAWordMarksItsLine) {
    none_counts({"X Ja\n  Nein", "  Ja\nX Nein", "-> ja\n   nein"});
}

TEST(Entries, AMailThatWasAMistakeIsAskedAbout) {
    none_counts({
        "+1\n\nSorry, wrong mail. Please ignore.",
        "Yes\n\nEntschuldigung, falsche Mail. Bitte ignorieren.",
        "+1\n\nDésolé, envoyé par erreur.",
        "+1\n\nИзвините, не то письмо.",
        "-1\n\nPlease disregard this mail.",
    });
    expect_all({{"+1\n\nPlease ignore my mail of yesterday.", "agree exact"},
                {"+1\n\nPlease ignore the typos.", "agree exact"}});
}

TEST(Entries, AClearVoteBelowAGreetingAndAboveASignatureStands) {
    for (const char* vote : {"+1", "Yes"})
        for (const char* frame :
             {"Hi Ana,\n\n%\n\nBen", "Hi Ana,\n%\nBen", "Hi Ana,\n\n%\n\nBest regards\nBen Sample\nHead of IT",
              "Hallo Ana,\n\n%\n\nViele Grüße\nBen Sample\nTel. +49 30 1234567", "%\n\n-- \nBen"}) {
            std::string text = frame;
            text.replace(text.find('%'), 1, vote);
            EXPECT_EQ(summary(text), "agree exact") << text;
        }
    EXPECT_EQ(summary("Hi Ana,\n\n0\n\nBen"), "abstain exact");
}

TEST(Entries, ANumberBelowWhatItCountsIsAskedAbout) {
    for (const char* text : {"Floor\n-1", "Level\n+1", "Temperature\n-1", "Stockwerk\n-1", "Étage\n-1", "Planta\n-1",
                             "Piano\n-1", "Andar\n-1", "Verdieping\n-1", "Våning\n-1", "Etage\n-1", "Piętro\n-1",
                             "Patro\n-1", "Этаж\n-1", "Kat\n-1", "楼层\n-1", "階\n-1"})
        EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
    for (const char* text : {"Thanks\n+1", "Great\n+1", "Vote\n+1", "Ana\n+1", "Hi all\n+1", "Floor\n\nagree"})
        EXPECT_EQ(read(text).verdict, ReadingVerdict::vote) << text;
}

}  // namespace
}  // namespace assentd
