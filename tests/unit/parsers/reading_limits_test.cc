// SPDX-License-Identifier: Apache-2.0
// An agreement that holds under a condition, for a part, for a while, with a change or up to a sum is asked about in
// every language; one that goes on with praise or its reason is not.
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "parsers/votes/tables/vote_conditions_behind_data.h"
#include "parsers/votes/tables/vote_doubts_data.h"
#include "parsers/votes/tables/vote_objects_data.h"
#include "parsers/votes/tables/vote_passing_data.h"
#include "parsers/votes/tables/vote_quantities_data.h"
#include "parsers/votes/tables/vote_restrictions_data.h"
#include "parsers/votes/tables/vote_shares_data.h"
#include "parsers/votes/tables/vote_terms_data.h"
#include "parsers/votes/vote_limits.h"
#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

struct Language {
    const char* name;
    std::initializer_list<const char*> votes;
    std::initializer_list<const char*> limits;
    std::initializer_list<const char*> praise;
};

const std::initializer_list<Language> languages{
    {"English",
     {"I agree", "+1", "Approved"},
     {"subject to the board's approval",
      "supposing Tom pays half",
      "on the understanding that it's only for a year",
      "as long as Tom helps",
      "when the roof is fixed",
      "after the audit",
      "but not before March",
      "except for the chairs",
      "apart from section 3",
      "with the exception of the chairs",
      "at most 500 euros",
      "only if it rains",
      "so long as we can cancel",
      "pending legal review",
      "contingent on funding",
      "barring surprises",
      "minus the chairs",
      "without the chairs",
      "given that Tom pays",
      "with changes",
      "with one change: blue instead of red",
      "for now",
      "for a trial period",
      "to the first part",
      "until we find something better",
      "without chairs",
      "on trial",
      "for the second half",
      "on the assumption that Tom pays",
      "insofar as Tom pays",
      "up to 500 euros",
      "but only one",
      "as a trial",
      "for the next two years"},
     {"without reservation", "without a doubt", "without hesitation", "with pleasure",
      "for the first time we all agree on a thing", "while I was away I read it", "no change needed",
      "all points are clear", "it saves us time", "without further discussion", "minor typo on page two",
      "it is the right thing to do"}},
    {"German",
     {"Ich bin dafür", "+1", "Einverstanden"},
     {"vorbehaltlich der Zustimmung des Vorstands",
      "unter Vorbehalt",
      "unter der Annahme, dass Tom die Hälfte zahlt",
      "falls sonst keiner will",
      "solange Tom hilft",
      "wenn das Dach repariert ist",
      "nach der Prüfung",
      "aber nicht vor März",
      "bis auf die Stühle",
      "außer Punkt 3",
      "mit Ausnahme der Stühle",
      "maximal 500 Euro",
      "nur bei Regen",
      "sofern kündbar",
      "insoweit Tom zahlt",
      "ohne die Stühle",
      "mit Änderungen",
      "mit einer Änderung: blau statt rot",
      "vorerst",
      "auf Probe",
      "zum ersten Teil",
      "zu Punkt 2",
      "bis wir was Besseres finden",
      "unter der Bedingung, dass Tom hilft",
      "gesetzt den Fall, dass Tom zahlt",
      "es sei denn, Tom hat was dagegen",
      "allerdings nur einer",
      "allerdings erst im April",

      "angenommen, Tom zahlt",
      "sobald Tom zahlt",
      "nur dieses Jahr",
      "probeweise",
      "für den zweiten Teil",
      "zur zweiten Hälfte",
      "mit kleinen Änderungen",
      "aber nur einen",
      "nur wenn Tom zahlt",
      "bis zum Frühjahr",
      "im Falle, dass Tom zahlt",
      "abzüglich der Stühle",
      "außer den Stühlen",
      "fürs Erste",
      "einstweilen"},
     {"ohne Zweifel", "ohne Vorbehalt", "ohne Wenn und Aber", "ohne zu zögern", "mit Freude", "das spart uns Zeit",
      "endlich eine gute Idee", "ohne Einschränkung", "ohne Änderungen", "ohne Weiteres",
      "der erste Teil ist super"}},
    {"French",
     {"Je suis d'accord", "+1", "D'accord"},
     {"sous réserve de l'accord du bureau",
      "à condition que Tom aide",
      "à supposer que Tom paie",
      "au cas où personne d'autre ne veut",
      "tant que Tom aide",
      "quand le toit sera réparé",
      "après l'audit",
      "mais pas avant mars",
      "sauf les chaises",
      "hormis le point 3",
      "à l'exception des chaises",
      "maximum 500 euros",
      "seulement s'il pleut",
      "pourvu que Tom paie",
      "dans la mesure où Tom paie",
      "sans les chaises",
      "avec des modifications",
      "avec une modification : bleu au lieu de rouge",
      "pour l'instant",
      "à l'essai",
      "pour la première partie",
      "pour le point 2",
      "jusqu'à ce qu'on trouve mieux",
      "moyennant l'aide de Tom",
      "à moins que Tom soit contre",
      "du moment que Tom aide",
      "sous condition",
      "mais une seule",
      "si tant est que Tom paie",
      "en supposant que Tom paie",
      "en cas d'accord de Tom",
      "à titre d'essai",
      "provisoirement",
      "pour le moment",
      "excepté les chaises",
      "moins les chaises",
      "avec quelques modifications",
      "en attendant mieux",
      "à l'article 3",
      "sous réserve que Tom paie",
      "dans le cas où Tom paie"},
     {"sans hésiter", "sans réserve", "sans aucun doute", "avec plaisir", "c'est une bonne idée", "sans problème",
      "sans modification", "enfin une bonne idée", "on gagne du temps"}},
    {"Spanish",
     {"De acuerdo", "+1", "Estoy a favor"},
     {"sujeto a la aprobación de la junta",
      "con la condición de que Tom ayude",
      "suponiendo que Tom pague",
      "en caso de que nadie más quiera",
      "mientras Tom ayude",
      "cuando arreglen el tejado",
      "después de la auditoría",
      "pero no antes de marzo",
      "menos las sillas",
      "salvo el punto 3",
      "excepto las sillas",
      "máximo 500 euros",
      "solo si llueve",
      "siempre y cuando Tom pague",
      "con tal de que Tom pague",
      "sin las sillas",
      "con cambios",
      "con un cambio: azul en vez de rojo",
      "por ahora",
      "a prueba",
      "a la primera parte",
      "al punto 2",
      "hasta que encontremos algo mejor",
      "a reserva de lo que diga Tom",
      "a no ser que Tom se oponga",
      "a menos que Tom se oponga",
      "bajo reserva",
      "pero solo una",
      "bajo condición",
      "en el supuesto de que Tom pague",
      "en tanto Tom pague",
      "por el momento",
      "de momento",
      "provisionalmente",
      "con algunos cambios",
      "excepto la segunda parte",
      "hasta 500 euros",
      "en la medida en que Tom pague"},
     {"sin duda", "sin dudarlo", "sin reservas", "con mucho gusto", "es una buena idea", "sin ningún problema",
      "sin cambios", "nos ahorra tiempo", "menos mal"}},
    {"Italian",
     {"D'accordo", "+1", "Sono favorevole"},
     {"previa approvazione del consiglio",
      "a condizione che Tom aiuti",
      "supponendo che Tom paghi",
      "nel caso nessun altro voglia",
      "finché Tom aiuta",
      "quando il tetto sarà riparato",
      "dopo la verifica",
      "ma non prima di marzo",
      "tranne le sedie",
      "salvo il punto 3",
      "ad eccezione delle sedie",
      "massimo 500 euro",
      "solo se piove",
      "a patto che Tom paghi",
      "sempre che Tom paghi",
      "senza le sedie",
      "con modifiche",
      "con una modifica: blu invece di rosso",
      "per ora",
      "in prova",
      "per la prima parte",
      "al punto 2",
      "finché non troviamo di meglio",
      "con riserva",
      "a meno che Tom sia contrario",
      "purché Tom aiuti",
      "qualora Tom paghi",
      "ma solo una",
      "nel caso in cui Tom paghi",
      "ammesso che Tom paghi",
      "nella misura in cui Tom paga",
      "per il momento",
      "provvisoriamente",
      "con alcune modifiche",
      "meno le sedie",
      "eccetto le sedie",
      "a titolo di prova",
      "salvo imprevisti",
      "previo accordo di Tom",
      "subordinatamente al sì di Tom",
      "una volta riparato il tetto"},
     {"senza dubbio", "senza riserve", "senza esitazione", "con piacere", "è una buona idea", "senza alcun problema",
      "senza modifiche", "ci fa risparmiare tempo", "meno male"}},
    {"Portuguese",
     {"Concordo", "+1", "Sou a favor"},
     {"sujeito à aprovação da direção",
      "com a condição de o Tom ajudar",
      "supondo que o Tom paga",
      "caso mais ninguém queira",
      "enquanto o Tom ajudar",
      "quando o telhado estiver arranjado",
      "depois da auditoria",
      "mas não antes de março",
      "menos as cadeiras",
      "salvo o ponto 3",
      "exceto as cadeiras",
      "no máximo 500 euros",
      "só se chover",
      "contanto que o Tom pague",
      "desde que o Tom pague",
      "sem as cadeiras",
      "com alterações",
      "com uma alteração: azul em vez de vermelho",
      "por agora",
      "à experiência",
      "à primeira parte",
      "ao ponto 2",
      "até encontrarmos melhor",
      "com reservas",
      "a menos que o Tom se oponha",
      "a não ser que chova",
      "mediante ajuda do Tom",
      "mas só uma",
      "na condição de o Tom pagar",
      "no caso de o Tom pagar",
      "na medida em que o Tom pague",
      "por enquanto",
      "provisoriamente",
      "com algumas alterações",
      "até 500 euros",
      "mediante aprovação",
      "sob reserva",
      "sob condição"},
     {"sem dúvida", "sem reservas", "sem hesitar", "com prazer", "é uma boa ideia", "sem qualquer problema",
      "sem alterações", "poupa-nos tempo", "ainda bem"}},
    {"Dutch",
     {"Akkoord", "+1", "Ik ben voor"},
     {"onder voorbehoud van goedkeuring",
      "op voorwaarde dat Tom helpt",
      "aangenomen dat Tom betaalt",
      "ingeval niemand anders wil",
      "zolang Tom helpt",
      "wanneer het dak gemaakt is",
      "na de controle",
      "maar niet voor maart",
      "behalve de stoelen",
      "uitgezonderd punt 3",
      "met uitzondering van de stoelen",
      "maximaal 500 euro",
      "alleen als het regent",
      "mits Tom betaalt",
      "indien Tom betaalt",
      "zonder de stoelen",
      "met wijzigingen",
      "met één wijziging: blauw in plaats van rood",
      "voorlopig",
      "op proef",
      "voor het eerste deel",
      "met punt 2",
      "tot we iets beters vinden",
      "onder voorbehoud",
      "tenzij Tom tegen is",
      "als Tom helpt",
      "voor zover Tom betaalt",
      "maar slechts één",
      "in geval Tom betaalt",
      "ervan uitgaande dat Tom betaalt",
      "vooropgesteld dat Tom betaalt",
      "voor nu",
      "voor het moment",
      "tijdelijk",
      "met enkele wijzigingen",
      "bij wijze van proef",
      "in de veronderstelling dat Tom betaalt",
      "met dien verstande dat Tom betaalt"},
     {"zonder twijfel", "zonder voorbehoud", "zonder aarzelen", "met plezier", "goed idee", "zonder meer",
      "zonder wijzigingen", "dat scheelt tijd"}},
    {"Swedish",
     {"Jag håller med", "+1", "Jag är för"},
     {"med förbehåll för styrelsens godkännande",
      "på villkor att Tom hjälper",
      "förutsatt att Tom betalar",
      "ifall ingen annan vill",
      "så länge Tom hjälper",
      "när taket är lagat",
      "efter revisionen",
      "men inte före mars",
      "utom stolarna",
      "förutom punkt 3",
      "med undantag för stolarna",
      "högst 500 euro",
      "bara om det regnar",
      "givet att Tom betalar",
      "om Tom betalar",
      "utan stolarna",
      "med ändringar",
      "med en ändring: blå i stället för röd",
      "tills vidare",
      "på prov",
      "till första delen",
      "till punkt 2",
      "tills vi hittar något bättre",
      "med reservation",
      "såvida inte Tom är emot",
      "under förutsättning att Tom hjälper",
      "i så fall att Tom betalar",
      "men bara en",
      "under antagande att Tom betalar",
      "i den mån Tom betalar",
      "så till vida Tom betalar",
      "på försök",
      "preliminärt",
      "med några ändringar",
      "minus stolarna",
      "för tillfället",
      "i fall Tom betalar",
      "med villkoret att Tom betalar"},
     {"utan tvekan", "utan förbehåll", "utan tvivel", "med glädje", "bra idé", "utan ändringar", "det sparar tid"}},
    {"Danish",
     {"Enig", "+1", "Jeg er for"},
     {"med forbehold for bestyrelsens godkendelse",
      "på betingelse af at Tom hjælper",
      "forudsat at Tom betaler",
      "i tilfælde af at ingen andre vil",
      "så længe Tom hjælper",
      "når taget er lavet",
      "efter revisionen",
      "men ikke før marts",
      "undtagen stolene",
      "bortset fra punkt 3",
      "med undtagelse af stolene",
      "højst 500 euro",
      "kun hvis det regner",
      "givet at Tom betaler",
      "hvis Tom betaler",
      "uden stolene",
      "med ændringer",
      "med én ændring: blå i stedet for rød",
      "indtil videre",
      "på prøve",
      "til første del",
      "til punkt 2",
      "indtil vi finder noget bedre",
      "med forbehold",
      "medmindre Tom er imod",
      "under forudsætning af at Tom hjælper",
      "såfremt Tom betaler",
      "men kun en",
      "i det omfang Tom betaler",
      "under antagelse af at Tom betaler",
      "foreløbig",
      "med nogle ændringer",
      "minus stolene",
      "på forsøg",
      "for nu",
      "i fald Tom betaler",
      "såvidt Tom betaler"},
     {"uden tvivl", "uden forbehold", "uden tøven", "med glæde", "god idé", "uden ændringer", "det sparer tid"}},
    {"Norwegian",
     {"Enig", "+1", "Jeg er for"},
     {"med forbehold om styrets godkjenning",
      "på betingelse av at Tom hjelper",
      "forutsatt at Tom betaler",
      "i tilfelle ingen andre vil",
      "så lenge Tom hjelper",
      "når taket er fikset",
      "etter revisjonen",
      "men ikke før mars",
      "unntatt stolene",
      "bortsett fra punkt 3",
      "med unntak av stolene",
      "høyst 500 euro",
      "bare hvis det regner",
      "gitt at Tom betaler",
      "hvis Tom betaler",
      "uten stolene",
      "med endringer",
      "med én endring: blå i stedet for rød",
      "inntil videre",
      "på prøve",
      "til første del",
      "til punkt 2",
      "til vi finner noe bedre",
      "med forbehold",
      "med mindre Tom er imot",
      "under forutsetning av at Tom hjelper",
      "såfremt Tom betaler",
      "men bare en",
      "i den grad Tom betaler",
      "under antagelse av at Tom betaler",
      "foreløpig",
      "med noen endringer",
      "minus stolene",
      "på forsøk",
      "for nå",
      "i fall Tom betaler"},
     {"uten tvil", "uten forbehold", "uten å nøle", "med glede", "god idé", "uten endringer", "det sparer tid"}},
    {"Polish",
     {"Zgadzam się", "+1", "Jestem za"},
     {"z zastrzeżeniem zgody zarządu",
      "pod warunkiem że Tom pomoże",
      "zakładając, że Tom zapłaci",
      "w razie gdyby nikt inny nie chciał",
      "dopóki Tom pomaga",
      "kiedy dach będzie naprawiony",
      "po audycie",
      "ale nie przed marcem",
      "oprócz krzeseł",
      "poza punktem 3",
      "z wyjątkiem krzeseł",
      "maksymalnie 500 zł",
      "tylko jeśli będzie padać",
      "o ile Tom zapłaci",
      "jeżeli Tom zapłaci",
      "bez krzeseł",
      "ze zmianami",
      "z jedną zmianą: niebieski zamiast czerwonego",
      "na razie",
      "na próbę",
      "dla pierwszej części",
      "do punktu 2",
      "dopóki nie znajdziemy czegoś lepszego",
      "warunkowo",
      "chyba że Tom jest przeciw",
      "gdy Tom pomoże",
      "byle Tom zapłacił",
      "ale tylko jedno",
      "o tyle, o ile Tom zapłaci",
      "w przypadku gdy Tom zapłaci",
      "przy założeniu, że Tom zapłaci",
      "tymczasowo",
      "z kilkoma zmianami",
      "z poprawkami",
      "jeśli Tom zapłaci",
      "póki Tom pomaga",
      "tylko krzesła",
      "póki co",
      "pod warunkiem"},
     {"bez wahania", "bez zastrzeżeń", "bez wątpienia", "z przyjemnością", "dobry pomysł", "bez zmian",
      "oszczędzamy czas"}},
    {"Czech",
     {"Souhlasím", "+1", "Jsem pro"},
     {"s výhradou souhlasu výboru",
      "pod podmínkou, že Tom pomůže",
      "za předpokladu, že Tom zaplatí",
      "v případě, že nikdo jiný nechce",
      "dokud Tom pomáhá",
      "až bude střecha opravená",
      "po auditu",
      "ale ne před březnem",
      "kromě židlí",
      "až na bod 3",
      "s výjimkou židlí",
      "maximálně 500 Kč",
      "jen když bude pršet",
      "pokud Tom zaplatí",
      "jestliže Tom zaplatí",
      "bez židlí",
      "se změnami",
      "s jednou změnou: modrá místo červené",
      "prozatím",
      "na zkoušku",
      "s první částí",
      "s bodem 2",
      "než najdeme něco lepšího",
      "s výhradou",
      "ledaže by Tom byl proti",
      "když Tom pomůže",
      "jedině když Tom zaplatí",
      "ale jen jednu",
      "za podmínky, že Tom zaplatí",
      "v případě že Tom zaplatí",
      "prozatímně",
      "dočasně",
      "zatím",
      "s několika změnami",
      "s úpravami",
      "pokud možno levněji",
      "jen židle",
      "předpokládám-li, že Tom zaplatí",
      "vyjma židlí"},
     {"bez váhání", "bez výhrad", "bezpochyby", "s radostí", "dobrý nápad", "beze změn", "šetří to čas"}},
    {"Russian",
     {"Согласен", "+1", "Я за"},
     {"с оговоркой, что правление согласится",
      "при условии, что Том поможет",
      "если предположить, что Том заплатит",
      "в случае, если никто другой не хочет",
      "пока Том помогает",
      "когда починят крышу",
      "после аудита",
      "но не раньше марта",
      "кроме стульев",
      "за исключением пункта 3",
      "за вычетом стульев",
      "максимум 500 рублей",
      "только если будет дождь",
      "если Том заплатит",
      "лишь бы Том заплатил",
      "без стульев",
      "с изменениями",
      "с одним изменением: синий вместо красного",
      "пока что",
      "на пробу",
      "с первой частью",
      "с пунктом 2",
      "пока не найдём лучше",
      "условно",
      "если только Том не против",
      "коль скоро Том платит",
      "при наличии денег",
      "но только один",
      "в случае согласия Тома",
      "при условии",
      "временно",
      "на время",
      "с некоторыми изменениями",
      "с поправками",
      "в предположении, что Том заплатит",
      "разве что Том поможет",
      "постольку, поскольку Том платит",
      "исключая стулья",
      "на испытательный срок",
      "до весны",
      "лишь временно"},
     {"без сомнений", "без оговорок", "без колебаний", "с удовольствием", "хорошая идея", "без изменений",
      "это сэкономит время"}},
    {"Turkish",
     {"Kabul", "+1", "Katılıyorum"},
     {"yönetim onaylarsa",
      "Tom yardım etmek şartıyla",
      "Tom'un ödeyeceğini varsayarsak",
      "başka kimse istemezse",
      "Tom yardım ettiği sürece",
      "çatı onarılınca",
      "denetimden sonra",
      "ama marttan önce değil",
      "sandalyeler hariç",
      "3. madde dışında",
      "sandalyeler olmadan",
      "en fazla 500 lira",
      "sadece yağmur yağarsa",
      "Tom ödediği takdirde",
      "eğer Tom öderse",
      "koşullu olarak",
      "değişikliklerle",
      "bir değişiklikle: kırmızı yerine mavi",
      "şimdilik",
      "deneme amaçlı",
      "ilk bölüm için",
      "2. madde için",
      "daha iyisini bulana kadar",
      "Tom itiraz etmedikçe",
      "Tom itiraz etmezse",
      "yeter ki Tom ödesin",
      "ancak Tom öderse",
      "ama yalnızca bir tane",
      "Tom öderse",
      "geçici olarak",
      "bazı değişikliklerle",
      "sandalyeler dışında",
      "sandalyeleri çıkarırsak",
      "Tom ödeyince",
      "Tom ödedikçe",
      "Tom'un ödemesi halinde",
      "bir süreliğine",
      "Tom'un onayıyla",
      "bütçe yeterse"},
     {"hiç şüphesiz", "memnuniyetle", "iyi fikir", "tereddütsüz", "koşulsuz"}},
    {"Chinese",
     {"同意", "+1", "我赞成"},
     {"但须董事会批准",
      "前提是Tom帮忙",
      "假设Tom付一半",
      "如果没有别人要",
      "只要Tom帮忙",
      "等屋顶修好以后",
      "审计之后",
      "但不能早于三月",
      "除了椅子",
      "第3点除外",
      "椅子除外",
      "最多500元",
      "除非下雨",
      "条件是Tom付钱",
      "要是Tom付钱的话",
      "不包括椅子",
      "但要修改",
      "改一点：蓝色换红色",
      "暂时",
      "先试用",
      "仅第一部分",
      "只同意第二点",
      "直到找到更好的",
      "有保留",
      "除非Tom反对",
      "倘若Tom付钱",
      "若Tom付款",
      "但只要一个",
      "假如Tom付钱",
      "假定Tom付钱",
      "要是便宜的话",
      "在Tom付钱的情况下",
      "以Tom付钱为条件",
      "修改后",
      "暂且",
      "目前",
      "试行",
      "不含椅子",
      "除椅子外",
      "仅限今年",
      "500元以内",
      "不超过500元",
      "审计以后"},
     {"毫无保留", "好主意", "很好", "毫无疑问", "可以节省时间"}},
    {"Japanese",
     {"賛成です", "+1", "異議なし"},
     {"理事会の承認が条件です",
      "トムさんが手伝うなら",
      "トムさんが払うと仮定して",
      "他に誰もいなければ",
      "トムさんが手伝う限り",
      "屋根が直ったら",
      "監査の後で",
      "ただし3月より後",
      "椅子を除いて",
      "第3項以外は",
      "椅子は除く",
      "500円まで",
      "雨が降った場合のみ",
      "条件付きで",
      "もしトムさんが払えば",
      "椅子なしで",
      "修正付きで",
      "一点変更：赤の代わりに青",
      "とりあえず",
      "お試しで",
      "第一部だけ",
      "第2項には",
      "もっと良いものが見つかるまで",
      "留保付きで",
      "トムさんが反対しなければ",
      "トムさんが払うのであれば",
      "払えるならば",
      "ただし一つだけ",
      "トムさんが払うとすれば",
      "トムさんが払うものとして",
      "椅子抜きで",
      "椅子以外",
      "ひとまず",
      "当面",
      "試験的に",
      "暫定的に",
      "5万円まで",
      "5万円以内",
      "修正の上で",
      "今年だけ",
      "第二部分のみ",
      "監査後"},
     {"異論なく", "良い案です", "喜んで", "時間の節約になります", "問題ありません"}},
};

// With a comma, as people write it, and with a blank, as they type it.
template <typename Check>
void for_each_text(const Language& language, std::initializer_list<const char*> tails, Check check) {
    const bool east = language.name == std::string_view("Chinese") || language.name == std::string_view("Japanese");
    for (const std::string vote : language.votes)
        for (const std::string tail : tails)
            if (vote != "+1" || tail[0] < '0' || tail[0] > '9')  // "+1,500" is another number
                check(vote + (east ? "，" : ", ") + tail + (east ? "。" : "."));
}

TEST(Limits, AnAgreementWithinLimitsIsAskedAboutInEveryLanguage) {
    for (const Language& language : languages)
        for_each_text(language, language.limits,
                      [](const std::string& text) { EXPECT_EQ(summary(text), "unclear") << text; });
}

TEST(Limits, PraiseAndReasonsAreNone) {
    for (const Language& language : languages)
        for_each_text(language, language.praise,
                      [](const std::string& text) { EXPECT_EQ(summary(text), "agree near") << text; });
}

void expect_asked(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(summary(text), "unclear") << text;
}

void expect_no_vote(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_NE(read(text).verdict, ReadingVerdict::vote) << text;
}

void expect_counted(const char* wanted, std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(summary(text).substr(0, summary(text).find(' ')), wanted) << text;
}

TEST(Limits, NeedNoComma) {
    expect_asked({"Ja indien Tom betaalt.",
                  "Sí siempre y cuando Tom pague.",
                  "可以，前提是Tom帮忙",
                  "Ja ohne die Stühle.",
                  "Oui sans les chaises.",
                  "Einverstanden (ohne Stühle)",
                  "Ja, ohne Stühle.",
                  "+1 on trial",
                  "Einverstanden.\nOhne die Stühle.",
                  "Without the chairs: +1",
                  "Sin las sillas: +1",
                  "Sans les chaises : +1",
                  "For now: +1",
                  "With one change: +1",
                  "Akkoord.\nZonder de stoelen.",
                  "同意。\n椅子除外。",
                  "De acuerdo.\n\nMientras Tom ayude.",
                  "Concordo.\nEnquanto o Tom ajudar.",
                  "+1\nBut who pays?",
                  "Einverstanden. Aber wer zahlt?",
                  "👍 indien Tom betaalt"});
    expect_counted("agree", {"Without a doubt: +1", "Sin duda, +1", "Ohne Frage, +1", "I have no doubts: +1",
                             "+1\nWhen do we ship?"});
    expect_counted("disagree", {"-1\nBut who pays?", "-1, but who asked?"});
}

TEST(Limits, ASumOrAThingKeptOut) {
    expect_asked({"Einverstanden, höchstens zwei Stühle.",
                  "Akkoord, hooguit twee stoelen.",
                  "D'accord, deux chaises au maximum.",
                  "De acuerdo, dos sillas como máximo.",
                  "D'accordo, al massimo due sedie.",
                  "Concordo, no máximo duas cadeiras.",
                  "Enig, højst to stole.",
                  "Enig, maks to stoler.",
                  "Jag håller med, högst två stolar.",
                  "Zgadzam się, najwyżej dwa krzesła.",
                  "Souhlasím, nejvýš dvě židle.",
                  "Согласен, не больше двух стульев.",
                  "Kabul, en fazla iki sandalye.",
                  "同意，最多两把椅子。",
                  "賛成です、椅子は二つまで。",
                  "Agreed, chairs excluded.",
                  "Einverstanden, Stühle ausgenommen.",
                  "D'accord, chaises exclues.",
                  "De acuerdo, sillas excluidas.",
                  "D'accordo, sedie escluse.",
                  "Concordo, cadeiras excluídas.",
                  "Akkoord, stoelen uitgezonderd.",
                  "Jag håller med, stolarna undantagna.",
                  "Zgadzam się, z wyłączeniem krzeseł.",
                  "Souhlasím, s vyloučením židlí.",
                  "Согласен, исключая стулья.",
                  "Einverstanden für dieses Jahr.",
                  "Concordo para este ano.",
                  "Akkoord voor dit jaar.",
                  "I agree for this year.",
                  "+1 for this year",
                  "Zgadzam się na ten rok.",
                  "Souhlasím pro letošek.",
                  "Согласен на этот год.",
                  "Einverstanden, wobei die Stühle wegfallen sollten.",
                  "+1 as far as the roof is concerned"});
    expect_counted("agree", {"+1 as far as I'm concerned", "Enig, højst nødvendigt", "+1, nobody is excluded",
                             "+1 for the new desks", "+1, maximal gut"});
}

TEST(Limits, WhatBeginsLikeOneMayBeAGoodbyeOrPraise) {
    expect_counted("agree", {"+1, bis bald!",
                             "Einverstanden, bis bald!",
                             "De acuerdo, hasta luego.",
                             "Akkoord, tot ziens!",
                             "Concordo, até logo.",
                             "Согласен, до встречи!",
                             "+1, senza se e senza ma.",
                             "+1, jen tak dál!",
                             "+1, tylko tak dalej!",
                             "+1, só falta isso mesmo!",
                             "+1, nur so können wir sparen.",
                             "+1, without it we cannot work",
                             "+1, ohne das geht es nicht",
                             "+1, sans ça on ne peut rien",
                             "+1, bez toho to nejde",
                             "+1, без этого никак",
                             "+1, sem isso não dá",
                             "+1, utan det går det inte",
                             "I agree, especially point 2",
                             "Je suis pour, surtout le point 2.",
                             "Jag är för, särskilt punkt 2.",
                             "Zgadzam się, zwłaszcza z punktem 2.",
                             "+1, w razie pytań dzwońcie",
                             "+1, en cas de questions appelez-moi",
                             "+1, в случае вопросов звоните",
                             "+1, vi har ventet så længe",
                             "+1, только за!",
                             "Согласен, только за!",
                             "+1, alleen maar voordelen",
                             "同意，目前的方案很好。",
                             "同意，修改后的方案更好。",
                             "同意，这一点到位。",
                             "+1 for the next release",
                             "+1, ohne Auto kommt man dort gar nicht erst hin.",
                             "+1, weil es ohne Heizung nicht geht.",
                             "+1, dlatego że bez prądu nic nie działa",
                             "+1, en tant que trésorier je suis content.",
                             "+1, Punkt 3 gefällt mir besonders.",
                             "+1, le point 2 me plaît beaucoup.",
                             "+1, the old chairs fall apart.",
                             "+1, vice versa",
                             "+1, debe hacerse"});
}

TEST(Limits, BelongToAgreementAlone) {
    expect_counted("disagree", {"-1, nur zehn Leute kommen", "-1, bis jetzt hat sich keiner beschwert", "-1, только проблемы", "-1，只有问题", "-1, tant que le toit fuit", "-1\nTant que le toit fuit.", "-1, dopóki dach cieknie", "-1, dokud střecha teče", "Jeg er imod, så længe taget er utæt."});
    expect_counted("abstain", {"0, nur zehn Leute kommen"});
}

TEST(Limits, AGoodbyeNamesADay) {
    expect_counted("agree", {"+1, bis morgen", "+1, bis Montag", "+1, hasta mañana", "+1, hasta el lunes", "+1, fino a domani", "+1, até amanhã", "+1, tot maandag", "+1, do jutra", "+1, до завтра", "+1, пока!", "+1, yarına kadar", "+1, bis Freitag"});
}

TEST(Limits, UntilNowItWasOtherwise) {
    expect_counted("agree", {"+1, bis jetzt war ich skeptisch, aber das überzeugt mich", "+1, hasta ahora era escéptico, pero me convenció", "+1, até agora era cético", "+1, tot nu toe ging het goed", "+1, indtil nu var jeg imod", "+1, inntil nå var jeg imot", "+1, до сих пор сомневался, но убедили", "賛成です、今までありがとう", "賛成です、今まで"});
}

TEST(Limits, AtMostNeedsANumberAndNoVerb) {
    expect_counted("agree", {"+1, thanks to Max", "+1, as Max told us", "+1, maximum respect", "+1, it takes at most ten minutes", "+1, das dauert höchstens zehn Minuten", "+1, maximum benefit, little cost", "+1, Max and two others agree", "+1, dura al massimo dieci minuti"});
}

TEST(Limits, WithoutMannerOrReasonIsNoLimit) {
    expect_counted("agree", {"+1, without thinking twice", "+1, without a second thought", "+1, without exaggeration", "+1, ohne zu überlegen", "+1, ohne Spaß", "+1, ohne Worte", "+1, sans réfléchir", "+1, sans exagérer", "+1, sin exagerar", "+1, sin prisa", "+1, senza fretta", "+1, sem pressa", "+1, zonder nadenken", "+1, utan överdrift", "+1, bez przesady", "+1, без спешки", "+1, ohne Heizung geht es nicht", "+1, sans chaises personne ne viendra", "+1, sin sillas no viene nadie", "+1, utan stolar kommer ingen", "+1, bez krzeseł nikt nie przyjdzie", "+1, без стульев никто не придёт", "+1, I can't live without them", "+1, senza sedie non viene nessuno", "+1, sin pensarlo dos veces", "+1, ohne lange nachzudenken"});
}

TEST(Limits, OnlyPraiseIsNoLimit) {
    expect_counted("agree", {"+1, nur ein Wort: super", "+1, nur fair", "+1, nur logisch", "+1, solo cosas buenas que decir", "+1, solo complimenti", "+1, só elogios", "+1, só tenho a agradecer", "+1, alleen lof", "+1, alleen al vanwege de prijs", "+1, endast beröm", "+1, kun ros", "+1, tylko zalety", "+1, jen výhody", "+1, только плюсы", "+1, uniquement du bonheur", "+1, nur Gutes gehört", "+1, nur Mut", "+1, solo digo gracias", "+1，只想说谢谢"});
}

TEST(Limits, TurkishEndingsInOtherWords) {
    expect_counted("agree", {"+1, debería repetirse", "+1, va a discutirse", "+1, a las quince", "+1, nobody is averse", "+1, thanks Quince", "+1, yeterince bekledik", "+1, öğrenince sevindim", "+1, çok ince bir düşünce", "+1, geçen sefer iyi geçti", "+1, bu değişikliklerle mükemmel", "Evet, çok ince bir düşünce", "Evet, bu değişikliklerle mükemmel"});
}

TEST(Limits, ChangesThatAreThere) {
    expect_counted("agree", {"+1 with our changes", "+1 with recent changes", "+1 with no edits", "+1 mit euren Änderungen", "+1 avec vos changements", "+1 con tus cambios", "+1 с твоими изменениями"});
}

TEST(Limits, EasternWordsThatEndAlike) {
    expect_counted("agree", {"同意，适合户外", "同意，适合室外", "賛成です、屋外", "同意，郊外", "賛成です、内外", "賛成です、午後", "賛成です、放課後", "同意，谢谢大家的话", "同意，尤其是第二点", "賛成です、特に第二項"});
}

TEST(Limits, ExclusiveIsPraise) {
    expect_counted("agree", {"+1, very exclusive", "+1, c'est exclusif", "+1, muy exclusivo", "+1, molto esclusivo", "+1, heel exclusief"});
}

TEST(Limits, TheSameWordsInAnotherSense) {
    expect_counted("agree", {"+1, mientras antes mejor", "+1, mientras tanto seguimos de pie", "+1, enquanto sócio", "+1, tant que j'y suis, merci", "+1, så længe jeg husker har de været dårlige", "+1, en attendant, merci", "+1, hasta los niños lo piden", "+1, até as crianças", "+1, até que enfim", "+1, una volta per tutte", "+1, aż miło", "+1, en cas de problème je suis là", "+1, v případě problémů pomůžu", "+1, в случае проблем помогу", "+1, bis ins Detail durchdacht", "+1, до слёз", "+1, wobei ich es lieber früher gehabt hätte", "+1, angenommen hatte ich das schon länger", "+1, tylko pogratulować", "+1, только рад", "+1, até sexta", "+1, пока не поздно"});
}

TEST(Limits, WhatASignDoesNotCount) {
    expect_counted("agree", {"+1 dabei!", "+1 Leute, das wird super", "+1 this please", "+1 the new ones please", "+1 tables are needed"});
    expect_counted("disagree", {"-1 chairs are broken", "-1 Stühle sind kaputt"});
}

TEST(Limits, OpeningsAndReasonsWithPartsAndTimes) {
    expect_counted("agree", {"So far, so good: +1", "In general, great: +1", "This time, +1", "Maximum respect to Ben, +1", "+1, on the second half I laughed", "+1, for half a year we waited"});
}

TEST(Limits, BesideThoseOfAnotherSenseStillLimit) {
    expect_asked({"+1, bis Mai", "+1, hasta junio", "+1 ohne Stuhl", "+1, aber ohne Stühle", "+1 sans chaises",
                  "+1, nur die Stühle", "+1, solo las sillas", "+1, только стулья", "+1, max two chairs",
                  "+1, max 80", "+1, but at most two chairs", "Akkoord, exclusief stoelen", "+1 chairs", "+1 Leute",
                  "+1 with three edits", "+1 to the second half", "同意，椅子除外", "賛成です、椅子以外",
                  "+1, Tom isterse", "+1, çatı bitince", "Only if Tom pays: +1", "For this year: +1"});
}

TEST(Limits, AQuestionBehindABut) {
    expect_asked({"Yes, but who pays?", "Agreed, but who pays?", "+1, aber wer zahlt?",
                  "Einverstanden, aber wer zahlt das?", "D'accord, mais qui paie ?", "De acuerdo, ¿pero quién paga?",
                  "D'accordo, ma chi paga?", "Concordo, mas quem paga?", "Akkoord, maar wie betaalt het?",
                  "Jag håller med, men vem betalar?", "Enig, men hvem betaler det?", "Zgadzam się, ale kto zapłaci?",
                  "Souhlasím, ale kdo to zaplatí?", "Согласен, но кто платит?", "Kabul, ama kim ödeyecek?",
                  "同意，但谁付钱？", "賛成です、でも誰が払うのですか？"});
    expect_counted("agree", {"+1, when do we ship?", "Agreed, when do we start?"});
    expect_counted("disagree", {"Absolut ikke.", "Absolutt ikke.", "Absolut inte."});
}

TEST(Limits, ANounBehindASignIsCountedByIt) {
    expect_no_vote({"+1 chair please", "+1 Stuhl bitte", "+1 chaise svp", "+1 silla por favor", "+1 sedia per favore",
                    "+1 krzesło proszę", "+1 стул пожалуйста", "+1 sandalye lütfen", "-1 Stuhl im Raum 3",
                    "Bin +1 dabei am Samstag", "+1 portion of soup please", "+1 people on Saturday",
                    "+1 people please"});
    expect_counted("disagree", {"-1 people will not read it", "-1 people hate it", "-1 Leute mögen das nicht"});
    expect_counted("agree", {"+1 people need a lift", "+1 yes please", "+1 please", "+1 go ahead please",
                             "+1 ja bitte", "+1 do it please"});
}

TEST(Limits, ASignForAnotherThing) {
    expect_asked({"+1 voor het bezwaar van Tom", "+1 voor uitstel", "+1 til Toms forslag om at vente",
                  "+1 til å vente", "+1 推迟", "+1 ertelemeye", "+1 до идеи подождать", "+1 pour la remarque de Tom",
                  "+1 für Toms Einwand", "+1 para la objeción de Tom", "+1 per l'obiezione di Tom",
                  "+1 för Toms invändning"});
    expect_counted("agree", {"+1 voor het voorstel", "+1 til forslaget", "+1 for this, we waited long enough",
                             "+1 für diesen Vorschlag, das spart Zeit", "+1 to moving ahead without waiting"});
}

TEST(Limits, WhoeverAcknowledgesOrComesHasNotVoted) {
    expect_no_vote({"Zgoda, do jutra.",
                    "Va bene, segno.",
                    "Va bene, ci penso io.",
                    "Принято, сделаю.",
                    "Принято, спасибо за информацию.",
                    "Approved: invoice 4711, 230 EUR.",
                    "Agreed, I'll be there at ten.",
                    "Agreed, I will be there at ten.",
                    "Einverstanden, ich komme um zehn.",
                    "Einverstanden, ich bin um zehn da.",
                    "D'accordo, ci sarò alle dieci.",
                    "De acuerdo, estaré allí a las diez.",
                    "D'accord, j'y serai à dix heures.",
                    "De acordo, estarei lá às dez.",
                    "Combinado, estarei lá às dez.",
                    "Akkoord, ik ben er om tien uur.",
                    "Akkoord, ik kom om tien uur.",
                    "Zgoda, będę o dziesiątej.",
                    "Zgadzam się, będę o dziesiątej.",
                    "Souhlasím, budu tam v deset.",
                    "Souhlasím, přijdu v deset.",
                    "Согласен, буду в десять.",
                    "Согласен, приду в десять.",
                    "Kabul, onda orada olurum.",
                    "Kabul, saat onda gelirim.",
                    "同意，我会到的。",

                    "Enig, jeg kommer klokken ti."});
    expect_counted("agree", {"Einverstanden, ich bin dabei.", "Approved: good plan", "Agreed, good plan."});
}

TEST(Limits, AFactIsNoAnswerToTheProposal) {
    expect_asked({"Yes, since Monday.", "Sì, da lunedì.", "Evet, çok lezzetliydi.", "Evet, güzeldi.",
                  "Evet, pasta çok güzeldi.", "いいえ、知りません。", "いいえ、分かりません。", "Really? No way!",
                  "Wirklich? Nein!", "Ich enthalte mich jeden Kommentars zum Kuchen."});
    expect_counted("agree", {"Evet, çok güzel.", "Evet, hadi!", "Yes, since we lost a day."});
    expect_counted("disagree", {"No way!", "いいえ、反対です。"});
    expect_counted("abstain", {"Ich enthalte mich.", "Ich enthalte mich der Stimme."});
}

TEST(Limits, EveryPhraseLimits) {
    const auto asked = [](const std::string& text) { EXPECT_EQ(summary(text), "unclear") << text; };
    const auto counted = [](const std::string& text) { EXPECT_EQ(summary(text), "agree near") << text; };
    for (std::string_view word : words::lacking_words) asked("+1, " + std::string(word) + " kuku");
    for (std::string_view word : words::lacking_nothing) counted("+1, " + std::string(word));
    for (std::string_view stem : words::nothing_lacking)
        EXPECT_FALSE(words::is_limited("sans " + std::string(stem))) << stem;
    for (std::string_view pronoun : words::lacking_pronouns) counted("+1, ohne " + std::string(pronoun) + " xx yy");
    for (std::string_view most : words::above_all) counted("+1, " + std::string(most) + " point 2");
    for (std::string_view link : words::part_links) asked("+1 " + std::string(link) + " point 2");
    for (std::string_view noun : words::part_nouns) asked("+1, " + std::string(noun) + " 2");
    for (std::string_view stem : words::part_stems) asked("+1, " + std::string(stem) + " 2");
    for (std::string_view stem : words::part_ordinals) asked("+1, " + std::string(stem) + " point");
    for (std::string_view number : words::part_numbers) asked("+1, point " + std::string(number));
    for (std::string_view part : words::eastern_parts) asked("同意，第三" + std::string(part));
    for (std::string_view tail : words::eastern_tails) asked("賛成です、第三部" + std::string(tail));
    for (std::string_view most : words::at_most) asked("+1, " + std::string(most) + " two chairs");
    for (std::string_view count : words::count_words) asked("+1, max " + std::string(count) + " kuku");
    for (std::string_view stem : words::excluding_stems) asked("+1, kuku " + std::string(stem));
    for (std::string_view none : words::excluding_none)
        EXPECT_FALSE(words::is_limited(std::string(none) + " kuku excluded") &&
                     !words::is_limited(std::string(none) + " kuku"))
            << none;
    for (std::string_view time : words::this_time) asked("I agree for " + std::string(time));
    for (std::string_view word : words::change_words) asked("+1 with one " + std::string(word));
    for (std::string_view end : words::limiting_ends) asked("+1, kuku " + std::string(end));
    for (std::string_view end : words::no_limiting_ends) counted("+1, kuku " + std::string(end));
    for (std::string_view end : words::turkish_endings) asked("+1, çatı kuk" + std::string(end));
    for (std::string_view last : words::turkish_last_words) asked("+1, kuku " + std::string(last));
    for (std::string_view goodbye : words::no_restrictions) counted("+1, " + std::string(goodbye));
    for (std::string_view deed : words::bare_deeds) asked("+1 " + std::string(deed));
    for (std::string_view end : words::order_ends) asked("+1 kuku " + std::string(end));
    for (std::string_view who : words::several_people) counted("+1 " + std::string(who) + " xx yy");
    for (std::string_view link : words::people_links) asked("+1 people " + std::string(link) + " yy");
    for (std::string_view paper : words::papers) asked("Approved: " + std::string(paper) + " 4711");
    for (std::string_view question : words::surprises) asked(std::string(question) + " No!");
    for (std::string_view when : words::later)
        EXPECT_NE(read("De acuerdo, " + std::string(when)).verdict, ReadingVerdict::vote) << when;
    for (std::string_view what : words::for_information)
        EXPECT_NE(read("De acuerdo, thanks " + std::string(what)).verdict, ReadingVerdict::vote) << what;
}

}  // namespace
}  // namespace assentd
