// SPDX-License-Identifier: Apache-2.0
// A wish that cannot be read is asked about, and prose stays a comment (PRODUCT 2.4).
#include <gtest/gtest.h>

#include <string>

#include "parsers/reading.h"
#include "parsers/votes/tables/vote_concerns_data.h"
#include "parsers/votes/tables/vote_ideas_data.h"
#include "parsers/votes/tables/vote_refusals_data.h"
#include "parsers/votes/tables/vote_settled_data.h"

namespace assentd {
namespace {

Interpretation read(std::string text, const ReadingContext& context = {}) {
    Message message;
    message.from = {{"Ana Example", "ana@example.org"}};
    message.text = std::move(text);
    return interpret(message, context);
}

std::string verdict(const std::string& text) {
    return std::string(name(read(text).verdict));
}

void expect_asked(std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
        const Interpretation in = read(text);
        EXPECT_EQ(in.verdict, ReadingVerdict::unclear) << text;
        EXPECT_FALSE(in.ask.empty()) << text;
    }
}

void expect_comments(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(verdict(text), "comment") << text;
}

TEST(Attempts, ALabelWithoutAPosition) {
    expect_asked({"Vote: purple", "vote : see below", "Hello all,\n\nMy vote: it depends", "my vote is still open",
                  "I vote for", "vote yes on D-42 please", "Stimme: egal", "Mi voto: azul"});
    expect_comments({"Vote: +1 / 0 / -1", "Vote counting is hard work",
                     "My vote will follow tomorrow morning at nine", "Voting ends on Friday?"});
}

TEST(Attempts, ANoughtThatLeadsWords) {
    expect_asked({"0 for me", "0 that I see no difference"});
    expect_comments({"0 of 3 tests failed when I ran them.", "0 is a number that I like.",
                     "0 comments so far, strange.", "0 5 10 15 20", "The result:\n0 people came"});
}

TEST(Attempts, AMisspeltSign) {
    expect_asked({"+l", "+I", "-l", "+1to", "1", "+", "-", "+-0", "+1 -1"});
    expect_comments({"+ more room\n+ less noise", "-l is the option that lists them one by one in the manual page"});
}

TEST(Attempts, ASignThatAnEditorTookApart) {
    expect_asked({"- 1 too noisy", "\u2013 1 too noisy", "\u2014 1", "\u20141 too noisy", "+ 1 nice", "+ 1", "0.5",
                  "- 1(binding)", "0,5", "Hi all,\n\n- 1 too noisy\n\nAna"});
    expect_comments({"- 1 desk\n- 2 chairs", "+ 1 chair\n+ 1 desk", "- 1 of 3 is broken", "- 12 chairs", "10.5",
                     "0.5 litres of milk a day"});
}

TEST(Attempts, OptionsInAnOrderThatIsNone) {
    expect_asked({"B >> A", "A -> B -> C", "A \u2192 B", "A < B", "A > B > ?", "A, then B", "1) B", "B first",
                  "A1 B2", "1=B 2=A"});
    EXPECT_NE(read("B >> A").ask.find("B > A > C"), std::string::npos);
    ReadingContext context;
    context.options = {{"A", "Paper"}, {"B", "Stone walls"}};
    EXPECT_EQ(read("Stone walls >> paper", context).verdict, ReadingVerdict::unclear);
    EXPECT_EQ(read("paper -> stone walls", context).verdict, ReadingVerdict::unclear);
    expect_comments(
        {"a > b in most cases", "A is cheaper than B.", "1. Buy paint\n2. Paint the wall", "I 1 to know"});
}

TEST(Attempts, BoxesThatNoFormHas) {
    expect_asked({"[ok] agree", "{x} agree", "(2) yes", "x agree", "[x]", "[ ] agree\n[/] disagree"});
    expect_comments({"(1) agree to pay, (2) find a house", "[1] https://example.org"});
}

TEST(Attempts, AMailThatIsNoMoreThanAVote) {
    expect_asked({"yess", "i agre", "vto", "Bare ja", "No sé, quizás sí", "Hi all,\n\nyess", "yess\n\nCheers,\nAna",
                  "\u6211\u8EAB\u8FB9\u7684\u4EBA\u90FD\u540C\u610F"});
    expect_comments({"Not yet.", "Great summary.", "Thanks for the work!", "Thanks for your support", "Ben said no",
                     "Who votes yes?", "Nie wiem, o co chodzi.", "We talked for an hour and most of them said yes"});
}

TEST(Attempts, AVoteWordWithAColon) {
    expect_asked({"Contrario: costa troppo.", "Against: it is far too dear", "Approved:\n- the minutes"});
    expect_comments({"For: Ana, Ben", "Against: 3"});
}

TEST(Attempts, WhatSomebodyWouldVote) {
    expect_asked({"I would approve it for 30.", "I could agree to a smaller one.", "Ich könnte zustimmen.",
                  "Je serais d'accord pour 30.", "Estaría de acuerdo por 30.", "Sarei d'accordo per 30.",
                  "Souhlasil bych za 30.", "Я бы согласился за 30."});
    EXPECT_EQ(verdict("I would approve it for 30.\n\n-1"), "vote");
}

TEST(Attempts, AnUnsureWordWithThanks) {
    expect_asked({"Perfecto, gracias", "Prima, doen!", "Top, danke", "OK, merci"});
}

TEST(Attempts, YieldToWhatWasRead) {
    EXPECT_EQ(verdict("Vote: see below\n\n+1"), "vote");
    EXPECT_EQ(verdict("0 that I see no difference.\nstatus"), "command");
}

TEST(Attempts, AreNotLookedForInAProposal) {
    ReadingContext context;
    context.opens_proposal = true;
    EXPECT_TRUE(read("Vote: purple", context).readings.empty());
    context = {};
    context.answered = "Vote: purple\nsays the form";
    EXPECT_TRUE(read("Vote: purple", context).readings.empty());
}

TEST(Reading, ANoBehindPraiseIsAskedAbout) {
    expect_asked({"Bonne idée, non.", "Bonne idée, non", "Buena idea, no", "Buona idea, no", "Boa ideia, não…",
                  "Dobry pomysł, nie.", "Dobrý nápad, ne", "Хорошая идея, нет.", "God idé, nej", "Bra idé, nej",
                  "Goed idee, nee", "İyi fikir, hayır", "Gute Idee, nein", "Good idea, no. Who comes along?",
                  "Great idea, no."});
    for (const char* text : {"Gute Idee, ja", "Good idea, yes", "Bonne idée, oui", "Good idea, +1"})
        EXPECT_EQ(verdict(text), "vote") << text;
}

TEST(Reading, ANoInMoreWordsAnswersTheQuestionAboveIt) {
    for (const char* words : {"Sadly, no", "Hmm, no", "To be clear: no", "Nein, leider nicht.", "Ja, bitte machen",
                              "Good idea, yes", "Good idea: yes"}) {
        const std::string answer = words;
        expect_asked({("> Do you have the key?\n\n" + answer).c_str(),
                      ("> Hast du den Schlüssel?\n" + answer).c_str(),
                      ("> We meet at 9.\n> Is Tom coming too?\n\n" + answer).c_str(),
                      ("> Is Tom coming too?\n> Kim\n\n" + answer).c_str(),
                      ("> Is Tom coming too?\n>\n> Kim\n\n" + answer).c_str(),
                      ("Is Tom coming too? " + answer).c_str(), ("Is Tom coming too?\n" + answer).c_str()});
        EXPECT_EQ(verdict(answer), "vote") << answer;
        EXPECT_EQ(verdict("> We propose to buy chairs.\n\n" + answer), "vote") << answer;
    }
    EXPECT_EQ(verdict("> Do you have the key?\n\nI vote no"), "vote");
    EXPECT_EQ(verdict("> Do you have the key?\n\nNo objections"), "vote");
    EXPECT_EQ(verdict("Yes from our side."), "vote");
}

TEST(Reading, AWordWithAQuestionMarkIsAQuestionInAnyLanguage) {
    expect_asked(
        {"Ja?", "Oui ?", "\u00BFS\u00ED?", "Ja oder nein?", "Ano nebo ne?", "Evet mi?", "\u540C\u610F\u5417\uFF1F"});
}

TEST(Reading, AgreementWithSomebodyIsNoneWithTheProposal) {
    expect_asked({"Je suis d'accord avec Ben.", "Estoy de acuerdo con Ben.", "Jag håller med Ben.",
                  "Jeg er enig med Ben.", "Zgadzam się z Benem.", "Souhlasím s Benem.", "Согласен с Беном."});
    for (const char* text : {"Je suis d'accord avec la proposition.", "Estoy de acuerdo con la propuesta.",
                             "Jeg er enig med forslaget.", "Souhlasím s návrhem.", "Согласен с предложением."})
        EXPECT_EQ(verdict(text), "vote") << text;
}

TEST(Reading, SignsThatCountVotesAreSpokenOfInAnyLanguage) {
    expect_comments({"Il faut au moins 3 votes +1.", "Se necesitan al menos 3 votos +1.", "Servono almeno 3 voti +1.",
                     "Jsou potřeba alespoň 3 hlasy +1.", "Нужно минимум 3 голоса +1."});
}

TEST(Reading, ChangesAreReadInAnyLanguage) {
    for (const char* text :
         {"I withdraw my -1 and vote +1", "Upgrading my vote to +1", "Ich ändere mein Votum von -1 auf +1",
          "Je change mon vote de -1 à +1", "Cambio mi voto a +1", "Neue Stimme: +1",
          "Ik wijzig mijn stem van -1 naar +1", "Zmieniam głos na +1", "Меняю свой голос на +1"}) {
        const Interpretation in = read(text);
        ASSERT_EQ(in.readings.size(), 1u) << text;
        EXPECT_EQ(in.readings[0].position, Position::agree) << text;
        EXPECT_EQ(in.verdict, ReadingVerdict::vote) << text;
    }
    for (const char* text :
         {"I take my -1 back", "I lift my veto.", "Scrap my +1", "Delete my vote", "unvote", "I withdraw my vote",
          "Ich ziehe meine Stimme zurück.", "Je retire mon vote", "Retiro mi voto", "Jag drar tillbaka min röst",
          "Wycofuję swój głos", "Отзываю свой голос", "\u6295\u7968\u3092\u53D6\u308A\u6D88\u3057\u307E\u3059"})
        EXPECT_EQ(verdict(text), "command") << text;
    expect_asked({"I withdraw my -1 if the budget is cut",
                  "Drop my -1 if Ben agrees",
                  "Veto withdrawn",
                  "I did not take my -1 back.",
                  "I might take my -1 back",
                  "If Ana adds a cap I take my -1 back",
                  "If Rome is full I take my ballot back",
                  "I would rather not take my vote back",
                  "Ben wants me to take my vote back",
                  "they say I take my vote back",
                  "I take my -1 back, reluctantly",
                  "I take my -1 back. Or rather not.",
                  "I withdraw my vote\nbut only if Ana adds a cap.",
                  "withdraw vote if the cap is in",
                  "withdraw vote once the cap is in",
                  "withdraw vote, provided the cap comes",
                  "withdraw vote\nif the cap is in",
                  "withdraw proposal if Ben objects",
                  "withdraw, unless somebody objects",
                  "overrule chen if nobody minds",
                  "resolve chen if the cap is in",
                  "resolve chen - not yet",
                  "If Ben agrees I change my vote to +1",
                  "I would change my vote to +1",
                  "I withdraw my vote for the old one.",
                  "On second thought I would rather abstain",
                  "Actually, no. We should rent one.",
                  "You convinced me, I am in favour.",
                  "I no longer veto this."});
    EXPECT_EQ(read("Sorry, I have to change my vote to -1.").readings[0].confidence, Confidence::near);
    EXPECT_EQ(read("Actually, make that a no. We should rent one.").readings[0].reason, "We should rent one.");
    EXPECT_EQ(read("I take back my -1 and abstain").readings[0].position, Position::abstain);
    EXPECT_EQ(read("After the talk, I change my vote to +1").readings[0].position, Position::agree);
    for (const char* text : {"Thanks Ben. I take my -1 back", "withdraw vote because if we wait it gets worse",
                             "withdraw: we shall see if it comes back"})
        EXPECT_EQ(verdict(text), "command") << text;
}

TEST(Reading, AnAnswerMayStandBelowTheNameOfItsDecision) {
    const Interpretation in = read("D-1:\n+1\n\nD-2:\n-1 too dear\n");
    ASSERT_EQ(in.readings.size(), 2u);
    EXPECT_EQ(in.readings[0].scope, "D-1");
    EXPECT_EQ(in.readings[0].position, Position::agree);
    EXPECT_EQ(in.readings[1].scope, "D-2");
    EXPECT_EQ(in.readings[1].position, Position::disagree);
    EXPECT_EQ(in.readings[1].reason, "too dear");
}

TEST(Reading, SignsInRangesIndicesAndCodesAreNone) {
    expect_comments({"range -1..1", "a[-1] is the last", "The exit code was -1.", "C++11", "+1 (555) 010-0100"});
    expect_asked({"-1 is what exit returns"});
}

TEST(Reading, SignsMayTouchAPictureOrStandRaised) {
    for (const char* text :
         {"+1\U0001F44D", "\u207A\u00B9", "+1\u2028", "D-17\uFF1A+1", "Re D-17: +1", "For D-17: +1"})
        EXPECT_EQ(verdict(text), "vote") << text;
    EXPECT_EQ(verdict("+1\U0001F44E"), "unclear");
}

TEST(Reading, AnAnswerThatGoesOnIsAskedAboutInAnyLanguage) {
    expect_asked(
        {"Nein, das haben wir doch letztes Jahr schon versucht.", "Oui, on peut le faire comme ça cette année"});
    EXPECT_EQ(verdict("Nein, zu teuer."), "vote");
    EXPECT_EQ(verdict("Ja zum Vorschlag"), "vote");
    EXPECT_EQ(verdict("Полностью согласен"), "vote");
}

TEST(Attempts, ARefusalInOtherWords) {
    expect_asked({"Nah",
                  "Nah.",
                  "Nah, let's skip this one.",
                  "Kill it",
                  "Kill it with fire!",
                  "Do not go ahead.",
                  "Do not go ahead with this",
                  "Please don't do this",
                  "Let's not do this",
                  "Let's not.",
                  "I'd rather not",
                  "Better not",
                  "No chance",
                  "Never",
                  "Not now",
                  "Not convinced.",
                  "Bad idea",
                  "This is a bad idea.",
                  "I don't like this",
                  "I will not support this",
                  "We should not do this",
                  "We shouldn't go ahead with this",
                  "I don't think we should do this",
                  "Sorry, but let's not do this",
                  "Count me out",
                  "Drop it",
                  "Lieber nicht",
                  "Das ist keine gute Idee",
                  "Pas question",
                  "Surtout pas",
                  "Ni hablar",
                  "Neanche per sogno",
                  "Nem pensar",
                  "Geen sprake van",
                  "Låt bli",
                  "Lad være",
                  "Nie ma mowy",
                  "Ani náhodou",
                  "Ни в коем случае",
                  "Yapmayalım",
                  "不要",
                  "やめましょう"});
    expect_asked({"Hi all,\n\nthank you for the work that you did.\n\nLet's not do this.\n\nAna",
                  "Thanks for the work. Let's not do this.", "I read it twice.\nKill it."});
    EXPECT_EQ(read("Nope").readings.at(0).position, Position::disagree);
    expect_comments({"Kill the process and restart it.", "Stop by on Monday.", "Never mind", "Pass the salt",
                     "Let's not wait for Ben.", "Do not forget to book the room.", "Not bad at all!", "No worries",
                     "We should do this part of the work in spring, when the days are longer again.",
                     "I don't like this being decided by mail, for that takes so much longer than a talk."});
}

TEST(Attempts, ARefusalThatJudgesTheProposal) {
    expect_asked({"Das ist ein Nein von mir.", "Unacceptable. This would kill our support.",
                  "That would be a mistake", "We must not", "We must not!", "I hate it", "against it",
                  "Kommt nicht in Frage", "Das kommt f\u00FCr mich nicht in Frage.", "Un no rotundo", "minus one",
                  "Don't", "Please don't.", "Not a fan of this, but I will not stand in the way",
                  "Bad idea, who would pay for it?"});
    expect_asked({"My team says no", "Our board voted no.", "Mein Verein sagt nein", "Mon \u00E9quipe dit non",
                  "Mi equipo dice no"});
    for (const char* phrase : words::judging_refusals) EXPECT_EQ(verdict(phrase), "unclear") << phrase;
    for (const char* phrase : words::bare_refusals) EXPECT_EQ(verdict(phrase), "unclear") << phrase;
    expect_comments({"The board said no", "We must not forget to thank Ben.",
                     "This is a mistake in the second paragraph of the text.", "Don't forget the cake."});
}

TEST(Attempts, ARefusalInTheWordsOfManyLanguages) {
    for (const char* text : {"Ich finde, das ist keine gute Idee.",
                             "Je ne pense pas que ce soit une bonne idée.",
                             "No creo que sea buena idea.",
                             "Non credo sia una buona idea.",
                             "Não acho boa ideia.",
                             "Det er ikke nogen god idé.",
                             "To nie jest dobry pomysł.",
                             "Не думаю, что это хорошая идея.",
                             "Это плохая идея.",
                             "这不是个好主意。",
                             "良い案とは思えません。",
                             "Det kan jag inte gå med på.",
                             "Det kan jeg ikke gå med til.",
                             "Det kan jeg ikke gå med på.",
                             "Inte så här.",
                             "Ikke på den måde.",
                             "Nie w ten sposób.",
                             "このままでは駄目です。",
                             "Jeg liker det ikke.",
                             "Bevalt me niet.",
                             "Det tycker jag inte att vi ska göra.",
                             "Ich halte davon nichts.",
                             "Das geht so nicht.",
                             "No lo veo.",
                             "Acho que não vale a pena.",
                             "Daar ben ik geen voorstander van.",
                             "Maalesef destekleyemiyorum.",
                             "Certainement pas.",
                             "Je ne suis pas vraiment pour.",
                             "I'm sceptical.",
                             "Ich halte das für keine gute Idee.",
                             "Ich würde damit noch warten.",
                             "Das ist rausgeworfenes Geld.",
                             "Ich bin skeptisch.",
                             "Je ne trouve pas que ce soit une bonne idée.",
                             "J'attendrais encore un peu.",
                             "Je suis sceptique.",
                             "On ne peut pas se le permettre.",
                             "No me parece buena idea.",
                             "Yo esperaría.",
                             "Es tirar el dinero.",
                             "Eso va demasiado lejos.",
                             "Soy escéptico.",
                             "No nos lo podemos permitir.",
                             "Non mi sembra una buona idea.",
                             "Io aspetterei.",
                             "Sono soldi buttati.",
                             "Sono scettico.",
                             "Non possiamo permettercelo.",
                             "Não me parece boa ideia.",
                             "Eu esperava mais um pouco.",
                             "É deitar dinheiro fora.",
                             "Isso vai longe demais.",
                             "Estou cético.",
                             "Ik heb mijn twijfels.",
                             "Ik zou er nog mee wachten.",
                             "Dat is weggegooid geld.",
                             "Dat gaat me te ver.",
                             "Ik ben sceptisch.",
                             "Dat kunnen we ons niet veroorloven.",
                             "Jag tror inte att det är en bra idé.",
                             "Jag är tveksam.",
                             "Jag skulle vänta.",
                             "Jag är skeptisk.",
                             "Det bryder jeg mig ikke om.",
                             "Jeg er i tvivl.",
                             "Jeg ville vente.",
                             "Jeg er skeptisk.",
                             "Det er ikke noen god idé.",
                             "Jeg er i tvil.",
                             "Jeg ville ventet.",
                             "Ikke på den måten.",
                             "Det er bortkastede penger.",
                             "Ja bym poczekał.",
                             "Jestem sceptyczny.",
                             "To není dobrý nápad.",
                             "Já bych počkal.",
                             "Jsou to vyhozené peníze.",
                             "To už je na mě moc.",
                             "Jsem skeptický.",
                             "Nedává mi to smysl.",
                             "To si nemůžeme dovolit.",
                             "Вижу проблему с датами.",
                             "Я бы подождал.",
                             "Только не так.",
                             "Это выброшенные деньги.",
                             "Это уже слишком.",
                             "Я настроен скептически.",
                             "Мы не можем себе этого позволить.",
                             "Bence kötü bir fikir.",
                             "Şüphelerim var.",
                             "Tarihlerle ilgili bir sorun görüyorum.",
                             "Ben olsam beklerdim.",
                             "Bu para israfı.",
                             "Bu bana fazla.",
                             "Bana anlamlı gelmiyor.",
                             "Buna gücümüz yetmez.",
                             "这太过分了。",
                             "我们负担不起。",
                             "疑問があります。",
                             "もう少し待ったほうがいいと思います。",
                             "やりすぎだと思います。",
                             "懐疑的です。",
                             "予算的に無理です。"})
        EXPECT_EQ(verdict(text), "unclear") << text;
    for (const char* text : words::doubting_words) EXPECT_NE(verdict(text), "comment") << text;
    expect_comments({"I have an idea for Monday.", "No idea.", "Keine Ahnung.", "Who had this good idea?",
                     "Not a bad idea!", "I have no better idea.", "The good plan hangs in the hall.",
                     "Die Idee kam von Ben.", "L'idée vient de Ben.", "Pomysł Bena.", "I was sceptical last year."});
    for (const char* text : {"+1\n\nNot a bad idea.", "+1, good idea"}) EXPECT_EQ(verdict(text), "vote") << text;
    EXPECT_EQ(verdict("+1\n\nIch bin skeptisch."), "unclear");
}

TEST(Attempts, WordsOfDoubtAboutOtherThingsAreComments) {
    expect_comments({"The bad weather plan is in the wiki.", "The plan for bad weather hangs in the hall.",
                     "Wir können noch warten, der Bus kommt um 9.", "Вокзал слишком далеко.",
                     "La estación está demasiado lejos.", "Jeg liker ikke regn.", "No lo veo en la lista."});
    expect_asked({"Ich würde noch warten.", "Lasst uns damit noch warten.", "Это зашло слишком далеко.",
                  "Va demasiado lejos.", "Jeg liker ikke forslaget.", "Jeg liker ikke dette.", "Bitte noch warten.",
                  "The plan is bad.", "Je trouve l'idée mauvaise."});
}

TEST(Attempts, AConcernInOtherWordsThanTheCommand) {
    expect_asked({"I have a concern: who pays?", "I have concerns",
                  "Hi all,\n\nI have some concerns about the costs.",
                  "I read it.\n\nI have a concern about the costs, for nobody has said who pays.\n\nAna"});
    for (const char* phrase : words::concerns_in_words) EXPECT_EQ(verdict(phrase), "unclear") << phrase;
    const std::string ask = read("I have a concern: who pays?").ask;
    EXPECT_NE(ask.find("concern: NAME text"), std::string::npos) << ask;
    EXPECT_NE(ask.find("-1 "), std::string::npos) << ask;
    EXPECT_EQ(verdict("-1\nI have a concern: who pays?"), "vote");
    expect_comments({"Do you have concerns?", "Concerns: any?"});
}

TEST(Attempts, WhoeverRefusesIsShownHowToRefuse) {
    for (const char* text :
         {"Let's not do this", "Unacceptable.", "Nein, das haben wir schon versucht.", "Bare nei"}) {
        const std::string ask = read(text).ask;
        EXPECT_NE(ask.find("for example: -1 it costs too much, or: +1"), std::string::npos) << ask;
    }
    EXPECT_NE(read("+1 if it is cheap").ask.find("for example: +1"), std::string::npos);
}

TEST(Attempts, AWishToGoOnInOtherWords) {
    expect_asked({"Let's go ahead with this", "Do go ahead", "I think we should do this", "We should adopt this"});
}

TEST(Attempts, AConcernThatIsNamedOrSettledInOtherWordsIsAskedAbout) {
    for (const char* text :
         {"Bedenken: Kosten", "Préoccupation : le coût", "J'ai un souci avec le prix.",
          "My concern has been resolved.", "The cost concern is settled.", "cost is resolved", "I uphold my concern.",
          "C'est réglé.", "Oyumu hayır olarak değiştiriyorum.", "Извините, я имел в виду «нет».", "間違えました。"})
        EXPECT_EQ(verdict(text), "unclear") << text;
    for (const auto& end : words::settled_ends)
        EXPECT_EQ(verdict("cost " + std::string(end) + "."), "unclear") << end;
    for (const auto& noun : words::concern_nouns)
        EXPECT_EQ(verdict("Unsere " + std::string(noun) + " ist geklärt."), "unclear") << noun;
    expect_comments({"The lunch is settled.", "Disregard my question."});
    EXPECT_EQ(verdict("+1\n\nThe cost concern is settled."), "vote");
}

TEST(Attempts, AVoteThatIsTakenBackInOtherWordsIsNoComment) {
    for (const char* text : {"Please don't count my vote.",
                             "I want to withdraw my vote",
                             "I'd like to withdraw my vote.",
                             "Please take my vote back, I need to think again.",
                             "Forget my vote",
                             "Please annul my vote.",
                             "Do not count my vote",
                             "Je souhaite retirer mon vote.",
                             "Ne comptez pas mon vote.",
                             "Oubliez mon vote.",
                             "Vorrei ritirare il mio voto.",
                             "Ignorate il mio voto.",
                             "Quero retirar o meu voto.",
                             "Jag vill dra tillbaka min röst.",
                             "Glöm min röst.",
                             "Vergeet mijn stem maar.",
                             "Chcę wycofać głos.",
                             "Anulujcie mój głos.",
                             "Chci vzít svůj hlas zpět.",
                             "Zrušte můj hlas.",
                             "Хочу отозвать свой голос.",
                             "Аннулируйте мой голос.",
                             "Oyumu geri almak istiyorum.",
                             "Oyumu iptal edin.",
                             "Oyumu hayıra çeviriyorum.",
                             "我想撤回投票。",
                             "请取消我的投票。",
                             "投票を撤回したいです。",
                             "Ich möchte meine Stimme zurückziehen.",
                             "Bitte zählt meine Stimme nicht.",
                             "Vergesst meine Stimme.",
                             "Quiero retirar mi voto.",
                             "No cuenten mi voto.",
                             "Olvidad mi voto.",
                             "Ik wil mijn stem intrekken.",
                             "Jeg vil trække min stemme tilbage.",
                             "Glem min stemme.",
                             "Jeg vil trekke stemmen min.",
                             "Ikke tell stemmen min."})
        EXPECT_NE(verdict(text), "comment") << text;
    EXPECT_NE(read("Please don't count my vote.").ask.find("withdraw vote"), std::string::npos);
    expect_asked({"I voted too fast.\nNe comptez pas mon vote.", "Hi Ben,\n\nZrušte můj hlas.\n\nAna",
                  "I want to change my vote."});
    expect_comments({"How do I change my vote?", "Did you count my vote?", "I forgot to send my vote.",
                     "My vote will follow tomorrow morning at nine", "Min röst kommer i morgon.",
                     "Do not forget to vote.", "Das zählt nicht.", "The vote was cancelled.", "Głosowanie odwołano.",
                     "投票什么时候结束？"});
}

TEST(Attempts, WhatSpeaksOfAVoteDoesNotTakeItBack) {
    expect_comments({"Please change my position in the address list.",
                     "I changed my position to the left side of the room.", "I got the confirmation of my vote back.",
                     "I will not change my vote.", "I won't change my vote.", "Je ne change pas mon vote.",
                     "Hlas mám zpět.", "Nie licz na mój głos w chórze.", "投票截止时间更改了。",
                     "投票の締め切りが変更になりました。", "Oyum kayıtlarda yok."});
    expect_asked({"I do not agree any more, remove my vote.", "Je ne suis plus d'accord, annulez mon vote.",
                  "Proszę nie liczyć mojego głosu.", "Oyumu yok sayın.", "I do want to change my vote.",
                  "Zrušte hlas.", "Beru hlas zpět."});
}

TEST(Attempts, AVoteIsTakenBackInTheWordsOfManyLanguages) {
    for (const char* text : {"Please disregard my previous vote", "J'annule mon vote.", "Jag tar tillbaka min röst.",
                             "Ich ziehe mein Votum zurück", "Отменяю свой голос", "Anulo mi voto"}) {
        const auto in = read(text);
        ASSERT_EQ(in.readings.size(), 1u) << text;
        EXPECT_EQ(in.readings[0].command, "withdraw") << text;
    }
}

TEST(Attempts, ShortWordsWhoseLettersWereGuessedAreAskedAbout) {
    const auto verdict = [](const std::string& type, const std::string& text) {
        return interpret(read_message("From: ben@example.org\nSubject: Re: x\nContent-Type: text/plain" + type +
                                      "\n\n" + text + "\n"))
            .verdict;
    };
    for (const char* type : {"", "; charset=utf-8"})
        for (const char* garbled :
             {"\xDF \xEF\xF0\xEE\xF2\xE8\xE2.", "\xF1 \xD0\xD2\xCF\xD4\xC9\xD7.", "\xCE\xD2\xB7\xB4\xB6\xD4\xA1\xA3"})
            EXPECT_EQ(verdict(type, garbled), ReadingVerdict::unclear) << type << garbled;
    EXPECT_EQ(verdict("; charset=windows-1251", "\xDF \xEF\xF0\xEE\xF2\xE8\xE2."), ReadingVerdict::vote);
    EXPECT_EQ(verdict("", "Ich war gestern in M\xFCnchen, sch\xF6n war es."), ReadingVerdict::comment);
}

}  // namespace
}  // namespace assentd
