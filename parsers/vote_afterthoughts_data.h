// SPDX-License-Identifier: Apache-2.0
// What people write beside a vote when it is not the vote that it looks like: they take it back, say that it is not
// to be counted yet, or limit it. As reading copies (parsers/fold.h), in all languages. Data only:
// parsers/vote_afterthoughts says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// Before a yes or no that is another than the vote above: "I mean no", "Oder doch nicht", "Anzi no"
inline constexpr std::array correcting_words{
    "i mean",        "i meant",     "i mean a",      "i meant a", "or",        "or rather",      "then again",
    "then",          "maybe",       "perhaps",       "actually",  "in fact",   "on reflection",  "thinking about it",
    "come to think", "after all",   "update",        "edit",      "ps",        "pps",            "correction",
    "i'd say",       "i would say", "make that",     "make it",   "no wait",   "hmm",            "hm",
    "well",          "but",         "though",        "better",    "doch",      "oder",           "oder doch",
    "oder besser",   "vielmehr",    "ich meine",     "ich meinte", "eigentlich", "nein",         "aber",
    "nachtrag",      "en fait",     "je veux dire",  "ou plutôt", "plutôt",    "finalement",     "mais",
    "mejor",         "o mejor",     "mejor dicho",   "quiero decir", "en realidad", "pero",      "al final",
    "anzi",          "o meglio",    "meglio",        "cioè",      "in realtà", "volevo dire",    "ma",
    "aliás",         "ou melhor",   "melhor",        "quero dizer", "na verdade", "afinal",      "mas",
    "toch",          "of toch",     "toch maar",     "ik bedoel", "eigenlijk", "bij nader inzien", "maar",
    "eller",         "eller nej",   "jag menar",     "egentligen", "förresten", "men",           "jeg mener",
    "egentlig",      "alligevel",   "eller rettere", "likevel",   "albo",      "a jednak",       "jednak",
    "to znaczy",     "właściwie",   "albo raczej",   "ale",       "vlastně",   "nebo",           "tedy",
    "radši",         "raději",      "хотя",           "вернее",    "точнее",         "то есть",
    "на самом деле", "но",          "aslında",       "yani",      "daha doğrusu", "ama",         "其实",
    "我是说",        "应该是",      "いや",          "やっぱり",  "というか"};

// Between a no and the part that it refuses: "No to the supplier"
inline constexpr std::array refused_links{"to", "zu", "zum", "zur", "à",  "au", "al", "a",  "alla", "ao",
                                          "tegen", "till", "til", "для", "dla", "pro"};

// In brackets behind a name below a vote: "Ben (for Tom)"
inline constexpr std::array signing_for{"for",  "on behalf of", "i.a", "i.v", "im auftrag", "für",  "pour", "de la part de",
                                        "por",  "para",         "per", "voor", "namens",    "för",  "på vegne af", "på vegne av",
                                        "za",   "w imieniu",    "jménem", "за", "от имени", "adına", "代"};

// Anywhere in a sentence: the vote is not to be counted, was for something else, or its writer has yet to read, ask
// or think. "Please don't count this yet", "Actually, let me think about it again"
inline constexpr std::array not_counted{
    "don't count this", "do not count this", "don't count it", "do not count it", "don't count my", "do not count my",
    "don't count me", "not to be counted", "should not count", "shouldn't count", "before you count",
    "before counting", "not my final", "not final yet", "is not final", "isn't final", "let me think",
    "let me check", "let me ask", "let me read", "let me talk", "let me first", "i have to check", "i need to check",
    "i must check", "i have to ask", "i need to ask", "i have to think", "i need to think", "i must think",
    "need more time", "haven't read it", "have not read it", "haven't read the", "have not read the", "not read it yet",
    "still need to read", "still have to read", "still must read", "need to read the", "have to read the",
        "was meant for", "is meant for",
    "was intended for", "this is from", "this comes from", "forget my vote", "forget the above",
    "noch nicht zählen", "nicht zählen", "zählt nicht", "zählt noch nicht", "noch nicht gelesen", "nicht gelesen",
     "muss erst",  "müsste erst", "möchte erst", "will erst", "muss zuerst", "muss noch mit", "muss noch mal", "muss das noch lesen",  "lass mich erst", "lasst mich erst", "lass mich nachdenken", "lasst mich nachdenken", "laissez-moi réfléchir", "laissez-moi vérifier", "laat me eerst", "laat me nadenken", "låt mig tänka", "låt mig först", "lad mig tænke", "lad mig først", "lad mig lige", "la meg tenke", "la meg først", "skal lige spørge", "nechte mě přemýšlet", "i must first", "i have to read", "i need to read",  
     "noch darüber nachdenken", "war für d-", "war gedacht für", "gehört zu d-", "das ist von",
    "ne comptez pas", "ne pas compter", "pas encore lu", "je n'ai pas encore lu", "je n'ai pas lu", "je dois vérifier",
    "je dois demander",  "je dois d'abord",  "c'était pour d-", 
    "no lo contéis", "no lo cuenten", "no contar", "todavía no lo he leído", "aún no lo he leído", "no lo he leído",
    "tengo que preguntar", "tengo que comprobar", "tengo que consultar", "déjame pensar", "dejadme pensar",
     "era para d-", "non contate", "non contare", "non contatelo", "non l'ho ancora letto",
    "non l'ho letto", "devo chiedere", "devo verificare", "devo controllare", "devo prima", "fammi pensare",
    "fatemi pensare",  "não contem", "não contar", "ainda não li", "não li", "tenho de perguntar",
    "tenho que perguntar", "preciso perguntar", "tenho de verificar", "preciso verificar", "deixem-me pensar",
     "nog niet tellen", "niet meetellen", "tel dit niet", "nog niet gelezen", "niet gelezen",
    "moet het eerst", "moet eerst",    "was bedoeld voor", "was voor d-",
    "räkna inte", "inte räknas", "har inte läst", "inte läst", "måste prata", "måste fråga", "måste kolla",
    "måste först",  "var avsett för", "tæl ikke", "ikke tælles", "har ikke læst", "ikke læst",
    "må først", "skal først",  "skal spørge",  "var ment til", "ikke tell", "tell ikke",
    "har ikke lest", "ikke lest", "må spørre", "må sjekke",  "var ment for", "nie liczcie",
    "nie licz", "proszę nie liczyć", "jeszcze nie czytałem", "jeszcze nie czytałam", "nie czytałem", "nie czytałam",
    "muszę zapytać", "muszę sprawdzić",  "muszę najpierw", "niech pomyślę", "to było do d-",
    "nepočítejte", "ještě nepočítat", "ještě jsem to nečetl", "nečetl jsem", "nečetla jsem", "musím se zeptat",
    "musím zkontrolovat",  "musím nejdřív",  "bylo pro d-", "не считайте", "не засчитывайте",
    "ещё не читал", "ещё не читала", "не читал", "не читала", "надо спросить", "нужно спросить", "надо проверить",
    "должен проверить", "должна проверить", "дайте подумать", "надо подумать", "это было для d-", "saymayın",
    "henüz saymayın", "henüz okumadım", "okumadım", "sormam lazım", "sormam gerek", "sormalıyım", "kontrol etmeliyim",
    "kontrol etmem", "bir düşüneyim", "için yazmıştım", "不要计", "先别计", "先不要算", "先别算", "还没看", "还没读",
    "没看过", "先问", "问一下", "想一想", "考虑一下", "まだ読んで", "読んでいません", "数えないで", "カウントしないで",
    "確認させて", "確認してから", "考えさせて", "聞いてから"};

// At the end of a short sentence of its writer's: something is done before the vote. "But I would like to hear Tom first"
inline constexpr std::array first_words{"first",    "zuerst",  "vorher",     "d'abord",    "avant",   "primero", "antes",
                                        "prima",    "primeiro", "eerst",     "först",      "først",   "najpierw", "nejdřív",
                                        "nejprve",  "сначала",  "önce",      "先に"};

// At the start of a sentence that ends or pauses there: "Hmm, wait. Let me check the price first."
inline constexpr std::array holding_words{
    "wait",     "hold on",   "hang on",    "moment",   "one moment", "warte",    "wartet",   "warten",   "halt",
    "stop",     "attends",   "attendez",   "un moment", "espera",    "esperad",  "esperen",  "espere",   "un momento",
    "aspetta",  "aspettate", "un attimo",  "esperem",  "um momento", "wacht",    "wacht even", "momentje", "vänta",
    "vent",     "vent lidt", "øjeblik",    "vent litt", "poczekaj",  "poczekajcie", "chwila", "chwileczkę", "počkej",
    "počkejte", "moment prosím", "подожди", "подождите", "стоп",     "минутку",  "bekle",    "bekleyin", "dur",
    "durun",    "等等",      "等一下",     "稍等",     "待って",     "待ってください"};

// The same: nothing of the mail is meant. "Forget it, I'll answer tomorrow"
inline constexpr std::array forgetting_words{
    "forget it",   "forget that", "forget this", "never mind", "nevermind",  "vergiss es", "vergesst es", "vergessen sie es",
    "oubliez",     "oublie",      "oubliez ça",  "olvídalo",   "olvidadlo",  "olvídenlo",  "lascia stare", "lasciate stare",
    "esqueçam",    "esquece",     "laat maar",   "vergeet het", "glöm det",  "strunt i det", "glem det",  "nieważne",
    "zapomnijcie", "zapomeňte",   "zapomeň na to", "забудьте", "забудь",     "не важно",   "unutun",     "boşver",
    "算了",        "忘れてください", "なかったことに"};

// At the start of a sentence of few words: the mail should not have left. "Draft - do not send"
inline constexpr std::array draft_words{"draft",  "entwurf",          "brouillon", "borrador", "bozza",   "rascunho",
                                        "concept", "utkast",          "udkast",    "wersja robocza", "szkic", "koncept",
                                        "черновик", "taslak",         "草稿",      "下書き"};

// At the start of a sentence beside an agreement: it holds for a part, or up to a limit. "Only for the servers"
inline constexpr std::array limiting_starts{
    "only the", "only for", "only up to",  "only in", "only until", "only as", "only on", "only when",
    "only with", "only once", "only after", "only part",   "up to", "at most", "no more than",
    "not more than", "as long as", "until", "nur bis", "nur für", "nur der", "nur die", "nur das", "nur den", "nur dem",
    "nur mit", "nur ab", "nur im", "nur in", "nur wenn", "nur ohne", "nur zum", "nur teil", "nur unter", "nur falls", "nur bei", "seulement la", "seulement le", "seulement pour", "seulement si",
    "uniquement pour", "uniquement la", "uniquement si", "sólo la", "solo la", "sólo para", "solo para", "sólo hasta", "solo hasta", "sólo si",
    "solo si", "sólo con", "solo con", "solo per", "solo fino", "solo se", "soltanto per", "soltanto la", "só a", "só para", "só até", "só se",
    "só com", "apenas a", "apenas para", "apenas até", "apenas se", "somente para", "somente se", "alleen voor", "alleen de", "alleen het", "alleen tot",
    "alleen als", "alleen met", "bara för", "bara den", "bara upp", "bara om", "endast för", "endast om", "endast den", "kun for", "kun den",
    "kun op", "kun opp", "kun hvis", "bare for", "bare den", "bare opp", "bare hvis", "tylko dla", "tylko do", "tylko jeśli", "tylko pierwsza", "tylko pierwszą",
    "jen pro", "jen do", "jen pokud", "jen první", "pouze pro", "pouze pokud", "только для", "только до", "только если", "только первая", "только первую",
    "只同意", "只有", "只包括", "仅限", "bis zu", "höchstens", "maximal",
      "juste pour", "jusqu'à", "au maximum", "au plus", "pas plus de",  
      "hasta", "como máximo", "no más de",   "fino a", "al massimo",
    "non più di",    "até", "no máximo",   "tot", "hooguit", "maximaal",
    "niet meer dan",   "upp till", "högst", "max",   "op til", "opp til", "højst",
    "høyst", "maks", "maksimalt",   "do", "najwyżej", "maksymalnie",  
    "maximálně", "nejvýše",   "максимум", "не более", "не больше", "sadece", "yalnızca", "en fazla",
     "只限",   "最多", "ただし", "のみ", "上限"};

// Of these, the ones that limit where a number follows soon: "Up to 80 a month", "Bis zu 80"
inline constexpr std::array numbered_limits{"up to",    "until",     "bis zu",   "jusqu'à", "hasta", "fino a",
                                            "até",      "tot",       "upp till", "op til",  "opp til", "do",
                                            "max",      "maks",      "at most",  "no more than", "as long as"};

// Anywhere beside an agreement: it depends on something, or is a no without it. "Encrypted, of course, otherwise no"
inline constexpr std::array limiting_words{
    "otherwise no", "otherwise not", "otherwise it's a no", "otherwise i", "if not, no", "if not, then no", "then no",
    "then it is a no", "then it's a no", "is a prerequisite", "is a precondition", "is required first", "only agree to", "only agree with",
    "sonst nein", "sonst nicht", "ansonsten nein", "ansonsten nicht", "dann nein", "dann nicht", "vorausgesetzt",
    "voraussetzung", "nur unter", "sinon non", "sinon c'est non", "alors non", "pourvu que", "à condition",
    "si no, no", "entonces no", "de lo contrario no", "siempre que", "altrimenti no", "allora no", "purché",
    "a patto che", "senão não", "caso contrário não", "então não", "desde que", "anders niet", "anders nee",
    "dan niet", "dan nee", "mits", "annars nej", "annars inte", "då nej", "förutsatt", "under förutsättning",
    "ellers nej", "ellers ikke", "ellers nei", "så nej", "gitt at", "givet at", "forudsat", "forutsatt",
    "inaczej nie", "w przeciwnym razie nie", "to nie", "pod warunkiem", "jinak ne", "pak ne", "za podmínky",
    "иначе нет", "тогда нет", "при условии", "yoksa hayır", "o zaman hayır", "şartıyla", "koşuluyla", "否则不", "否則不",
    "前提", "でなければ", "条件です", "条件とします"};

// At the start of a sentence beside an agreement: the proposal has to be otherwise. "It has to be encrypted first"
inline constexpr std::array demanding_starts{
    "it has to", "it must", "it needs to", "it should not", "they have to", "they must", "this has to", "this must",
    "es muss", "das muss", "sie müssen", "es müsste",   "ça doit", "elles doivent",
    "tiene que",  "tendría que",  "dovrebbe", "bisogna",  "tem de", "tem que", "het moet",
    "dat moet", "ze moeten", "det måste", "de måste", "det skal være", "de skal være", "det må være", "de må være", "il faut que", "il faudrait que",     "musi", "to musi",
    "muszą", "musí", "to musí", "должно", "должна", "они должны", "это должно", "必须", "必須"};

// Somebody else has yet to agree: one of each in a sentence. "Tom has to agree, too", "Tom muss aber auch zustimmen"
inline constexpr std::array demanding_words{"has to",  "have to", "must",   "needs to", "need to", "muss",   "müssen",  "müsste",
                                            "doit",    "doivent", "tiene que", "debe",  "deben",   "deve",   "devono",  "devem",
                                            "tem de",  "tem que", "moet",   "moeten",   "måste",   "skal",   "må",      "musi",
                                            "muszą",   "musí",    "должен", "должна",   "должны",  "gerek",  "lazım",   "必须",
                                            "必要"};
inline constexpr std::array agreeing_stems{"agree",    "approv",  "consent", "sign off", "zustimm", "einverstanden", "genehmig",
                                           "freigeb",  "accept",  "approuv", "être d'accord", "aprob", "estar de acuerdo",
                                           "approva",  "acconsent", "essere d'accordo", "aprov", "concord", "instem",
                                           "akkoord",  "goedkeur", "godkänn", "hålla med", "godkend", "godkjenn", "være enig",
                                           "zgodzić",  "zatwierdz", "souhlas", "schvál", "соглас",  "одобр",   "kabul",
                                           "onay",     "同意",    "批准",   "賛成",    "承認"};

// Behind a demand: it asks for the proposal itself. "It has to be done"
inline constexpr std::array demanded_deeds{"be done",  "happen",     "have been", "be said", "muss sein", "gemacht werden",
                                           "geschehen", "le fasse",  "hacerse",   "hacerlo", "fatto",     "ser feito",
                                           "gebeuren",  "göras",     "gøres",     "gjøres",  "udělat",    "сделать"};

// In a sentence with a misgiving, what it is about: not the proposal. "The old one is too expensive anyway"
inline constexpr std::array about_another_thing{
    "the alternative", "alternatives", "late than never", "but i am", "but i do", "some say", "others say", "otherwise everything",
    "otherwise we", "die alternative", "alternativen", "l'alternative", "la alternativa", "l'alternativa", "a alternativa",
    "het alternatief", "alternativet", "alternatywa", "alternativa", "альтернатива", "alternatif",
    "the old",    "old one",   "the current", "the present", "the first draft", "doing nothing", "so far",  "until now",
    "these days", "again",     "anyway",      "used to",     "monday",      "tuesday",  "wednesday", "thursday",
    "friday",     "saturday",  "sunday",      "lunch",       "no longer",   "longer",   "der alte",  "die alte",
    "das alte",   "bisher",    "ohnehin",     "montag",      "dienstag",    "mittwoch", "donnerstag", "freitag",
    "länger",     "l'ancien",  "l'ancienne",  "lundi",       "mardi",       "mercredi", "jeudi",     "vendredi",
    "el viejo",   "la vieja",  "el antiguo",  "lunes",       "martes",      "viernes",  "il vecchio", "la vecchia",
    "lunedì",     "venerdì",   "o antigo",    "a antiga",    "segunda",     "sexta",    "de oude",   "het oude",
    "maandag",    "vrijdag",   "den gamla",   "det gamla",   "måndag",      "fredag",   "den gamle", "det gamle",
    "mandag",     "stary",     "stara",       "poniedziałek", "starý",      "stará",    "pondělí",   "старый",
    "старая",     "понедельник", "eski",      "pazartesi",   "旧",          "周一",     "月曜"};

}  // namespace assentd::words
