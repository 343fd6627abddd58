// SPDX-License-Identifier: Apache-2.0
// Signatures that no line "-- " announces: what is cut, what only leaves the reason, and whose words stay.
#include <gtest/gtest.h>

#include "parsers/fold.h"
#include "parsers/message.h"
#include "parsers/own_words/own_words.h"
#include "parsers/own_words/sign_offs.h"
#include "parsers/own_words/signature_blocks.h"
#include "parsers/own_words/signature_blocks_data.h"
#include "parsers/reading.h"

namespace assentd {
namespace {

constexpr const char* vote = "I agree, we lost a day last year.";

Interpretation read_with(const std::string& below, const std::string& from = "Ben Sample <ben@example.org>") {
    return interpret(read_message("From: " + from + "\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n" +
                                  vote + "\n\n" + below + "\n"));
}
std::string own_below(const std::string& below, const std::string& from = "Ben Sample <ben@example.org>") {
    std::string own = read_with(below, from).own.new_text.substr(std::string(vote).size());
    own.erase(0, own.find_first_not_of('\n'));
    return own;
}
std::string reason_with(const std::string& below) {
    const Interpretation in = read_with(below);
    return in.readings.empty() ? "no vote" : in.readings[0].reason;
}

TEST(SignatureBlocks, LeaveTheOwnWordsAndTheReason) {
    const struct {
        const char *below, *stays;
    } mails[] = {
        {"Regards,\nBen Sample\nFacilities Manager\nExample Ltd | 12 High Street | Exampletown\nT: +44 20 7946 0000 "
         "| M: +1 555 0100",
         "Regards,\nBen Sample"},
        {"Kind regards\n\nDr. Ben Sample\nHead of Procurement\nExample GmbH\nRegistered office: Exampletown, HRB "
         "12345\nManaging directors: A. Muster, C. Sample",
         "Kind regards\n\nDr. Ben Sample"},
        {"Mit freundlichen Grüßen\nBen Sample\n\nExample GmbH\nMusterstraße 1\n12345 Musterstadt\nTel. 030 "
         "123456\nFax 030 123457\nben@example.org\nwww.example.org",
         "Mit freundlichen Grüßen\nBen Sample"},
        {"Mit freundlichen Grüßen\nim Auftrag\nBen Sample\n\nStadt Musterstadt\nAmt für Technik\nRathausplatz "
         "1\n12345 Musterstadt\nTelefon: 030 123-0",
         "Mit freundlichen Grüßen\nim Auftrag\nBen Sample"},
        {"Cordialement,\n\nBen Sample\nResponsable informatique\nExemple SA\n12 rue Haute, 75000 Paris\nTél. : 01 23 "
         "45 67 89",
         "Cordialement,\n\nBen Sample"},
        {"Ben Sample\nIT Manager\nExample Ltd\n+44 20 7946 0000", "Ben Sample"},
        {"BEN SAMPLE (he/him)\nIT Manager, Example Ltd\n020 7946 0000\nBook a meeting with me: "
         "https://example.org/ben",
         "BEN SAMPLE (he/him)"},
        {"__\nBen Sample\nIT", ""},
        {"[cid:image001.png@01D.ABC]\nBen Sample\nExample Ltd", "Ben Sample\nExample Ltd"},
        {"Ben\n\n\"The best is yet to come\" - a singer", "Ben\n\n\"The best is yet to come\" - a singer"},
        {"Ben\n\nI work part-time: Monday to Wednesday.", "Ben"},
        {"Ben\n\nMy working day may not be your working day. Please do not feel obliged to reply outside of yours.",
         "Ben"},
        {"Ben\n\nNote: this mail was dictated. Excuse typos.", "Ben"},
        {"Dit bericht is uitsluitend bestemd voor de geadresseerde.", ""},
        {"Niniejsza wiadomość jest przeznaczona wyłącznie dla adresata.", ""},
        {"Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.", ""},
        {"Classification: Internal", ""},
        {"<https://example.org/logo.png>\nFollow us on LinkedIn | Twitter", ""},
    };
    for (const auto& [below, stays] : mails) {
        EXPECT_EQ(own_below(below), stays) << below;
        EXPECT_EQ(reason_with(below), "we lost a day last year.") << below;
    }
}

TEST(SignatureBlocks, NobodysWordsAreLost) {
    for (const char* below : {"Ben Sample\n\nHowever, the second point is not clear to me at all.",
                              "Ben\nTreasurer\nWe should pay less.",
                              "Regards\nBen\n\nPS: And please order chairs, too.",
                              "Ben\n\nSee https://example.org/costs",
                              "Ben\n\nhttps://example.org/costs",
                              "Ben\n\nExample Ltd",
                              "Ben\n\nana@example.net",
                              "Ben\nMaybe on Tuesday instead\n020 7946 0000",
                              "Ben Sample\n+1\nTel. 030 123456",
                              "Ben Sample\nI am against point three\nTel. 030 123456",
                              "Ben Sample\nIch bin dagegen\nTel. 030 123456",
                              "Ben Sample\nTel. 030 123456\n\nCould we meet on Monday?",
                              "Ben\n\nI work part-time, so Monday is bad.",
                              "Ben\n\nI work part-time. Could we meet on Monday?",
                              "Ben\n\n\"All members pay\" - I am against that",
                              "Ben\n\nFollow us on the tour through the cellar",
                              "Ben\n\nVAT is not in the price",
                              "Ana Other\nTreasurer\nTel. 030 123456",
                              "Classification: we have to decide on it first",
                              "Please do not feel obliged to change the text for me.",
                              "Ben Sample\n+1 2026-11-30",
                              "Die Nachricht gilt ausschließlich für Mitglieder."})
        EXPECT_EQ(own_below(below), below);
}

TEST(SignatureBlocks, WhatStandsBelowIsReadOn) {
    const std::string signature = "Ben Sample\nIT Manager\n+44 20 7946 0000\n\n";
    EXPECT_EQ(own_below(signature + "> quoted\n\nThis is below it."), "Ben Sample\n\nThis is below it.");
    EXPECT_EQ(own_below(signature + "This email is confidential."), "Ben Sample");
    EXPECT_EQ(own_below("[cid:image001.png@01D.ABC]\nis the plan."), "[cid:image001.png@01D.ABC]\nis the plan.");
}

TEST(SignatureBlocks, ANameIsTheSendersOrStandsBelowAClosingWord) {
    const std::string block = "\nIT Manager\nTel. 030 123456";
    for (const char* name : {"Ben Sample", "Ben", "Dr. Ben Sample", "BEN SAMPLE (he/him)", "Regards\nBenny Sampler"})
        EXPECT_EQ(own_below(name + block), name);
    for (const char* name : {"Benny Sampler", "Ben Sample agrees", "The board"})
        EXPECT_EQ(own_below(name + block), name + block);
}

TEST(SignatureBlocks, EveryNoteAndLabelHasAnExample) {
    const auto below = [](std::string_view line) {
        const std::vector<std::string_view> lines{line};
        return words::below_name(lines, {});
    };
    for (const auto& label : words::company_labels)
        EXPECT_EQ(below(label.example), words::Below::signature) << label.example;
    for (const auto& note : words::signature_notes) {
        EXPECT_EQ(below(note.example), words::Below::signature) << note.example;
        EXPECT_EQ(below(std::string(note.phrase) + " x, and y?"), words::Below::words) << note.phrase;
    }
    for (const std::string label : words::contact_labels)
        EXPECT_EQ(below(label + ": 030 1234567"), words::Below::signature) << label;
    for (const std::string label : words::classification_labels)
        EXPECT_EQ(own_below(label + ": internal"), "") << label;
}

struct Signed {
    const char* from;
    const char* text;
    const char* wanted;  // the verdict, and what was read
};

std::string verdict_of(const Signed& one, const ReadingContext& context = {}) {
    const Interpretation in = interpret(
        read_message(std::string("From: ") + one.from + " <x@example.org>\nSubject: Re: x\n\n" + one.text), context);
    std::string all(name(in.verdict));
    for (const Reading& r : in.readings) all += "|" + r.line;
    return all;
}

TEST(SignOffs, TheSendersNameIsNoAnswer) {
    for (const Signed& one : std::initializer_list<Signed>{
             {"Jo Smith", "Too dear for me.\n\nJo", "comment"},
             {"Jo Smith", "I have a concern: the price.\n\nJo", "comment"},
             {"Jo Smith", "Will read.\n\nJo\n\nJo Smith\nExample Ltd\n+1 555 0100", "comment"},
             {"Jo Smith", "-1\n\nJo", "vote|-1"},
             {"Jo Smith", "No, too expensive.\n\nJo", "vote|No, too expensive."},
             {"Tak Mori", "Thanks!\nTak", "comment"},
             {"Simon Jones", "Not now, let us wait for the new budget.\n\nCheers,\nSi", "unclear|Si"},
             {"Nora Test", "I read it twice.\n\nNo", "unclear|No"},
             {"Nora Test", "No", "vote|No"},
             {"Ben Test", "I read it twice.\n\nNo", "vote|No"},
             {"Jo Smith", "Hi,\n\nJo", "vote|Jo"},
             {"No Yamada", "Yes\n\nNo", "unclear|Yes|No"},
             {"Jan Janssen", "Hallo Kim,\n\nJa", "vote|Ja"},
             {"Jakob Kurz", "Das ist gut so.\n\nja!", "vote|ja!"},
         })
        EXPECT_EQ(verdict_of(one), one.wanted) << one.from << '\n' << one.text;
}

TEST(SignOffs, TheInitialOfANameIsAskedAboutWhereItIsAnOptionsToo) {
    ReadingContext context;
    context.options = {{"A", "Athens"}, {"B", "Berlin"}, {"C", "stay here"}};
    context.naming_chooses = true;
    for (const Signed& one : std::initializer_list<Signed>{
             {"Bea Test", "I need to think about it.\n\nB", "unclear|B"},
             {"Anna Test", "Both are too far for me.\n\nBest,\nA.", "unclear|A."},
             {"Tom Test", "Berlin is nearer.\n\nB", "vote|B"},
             {"Bea Test", "B", "vote|B"},
         })
        EXPECT_EQ(verdict_of(one, context), one.wanted) << one.from << '\n' << one.text;
    EXPECT_EQ(verdict_of({"Bea Test", "A, C\n\nB", ""}, context).substr(0, 7), "unclear");
    context.asks_for_order = true;
    EXPECT_EQ(verdict_of({"Bea Test", "A > C > B\n\nB", ""}, context), "vote|A > C > B");
    context.options = {{"Anna", ""}, {"Bob", ""}, {"nobody", ""}};
    context.asks_for_order = false;
    for (const Signed& one : std::initializer_list<Signed>{
             {"Bob Test", "Congratulations to both!\n\nBob", "unclear|Bob"},
             {"Bob Test", "My vote:\nBob", "vote|Bob"},
             {"Bob Test", "My vote goes to:\n\nBob", "vote|Bob"},
             {"Bob Test", "Hi Kim,\n\nBob", "vote|Bob"},
         })
        EXPECT_EQ(verdict_of(one, context), one.wanted) << one.text;
    for (const char* both : {"Anna\nBob", "Anna\n\nBob", "Anna,\nBob"}) {
        const Interpretation in =
            interpret(read_message(std::string("From: Bob Test <b@example.org>\n\n") + both), context);
        ASSERT_EQ(in.readings.size(), 1u) << both;
        EXPECT_EQ(in.readings[0].approvals, (std::vector<std::string>{"Anna", "Bob"})) << both;
    }
}

TEST(SignatureBlocks, OfAProposalOnlyItsAuthorsNameIsCut) {
    const std::vector<Address> senders{{"Emil Berg", "emil@example.org"}};
    const auto cut = [&](std::string_view text) { return std::string(words::without_own_sign_off(text, senders)); };
    for (const char* below : {"\n\nBest\nEmil", "\nThanks,\nEmil Berg", "\n\nCheers,\n\nEmil", "\n\nEmil Berg\n",
                              "\n\nMit freundlichen Grüßen\n\nEmil Berg"})
        EXPECT_EQ(cut("Cost:\nNothing." + std::string(below)), "Cost:\nNothing.") << below;
    for (const char* text :
         {"Emil", "Best\nEmil", "Cost:\nNothing.\n\nBest", "Cost:\nNothing.\n\nBest\nTom", "Who does it:\nEmil",
          "Who does it:\n\nEmil", "We ask\n- Tom\n- Emil", "We ask\nTom\nEmil", "We ask Tom,\nEmil",
          "As chair we elect the following one!\nEmil", "The board is\n\nTom\n\nEmil", "We call the dog\n\nEmil",
          "The speech ends with the words\n\nThanks\n\nEmil", "Nothing.\n\nEmil pays",
          "Best\nEmil\n\nIt costs nothing."})
        EXPECT_EQ(cut(text), text);
}

}  // namespace
}  // namespace assentd
