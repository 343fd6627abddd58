// SPDX-License-Identifier: Apache-2.0
// What denies, by language, as reading copies (parsers/fold.h). Data only: parsers/votes/vote_negations says where in
// a sentence each is looked for.
#pragma once

#include <array>

#include "parsers/votes/vote_qualifiers.h"

namespace assentd::words {

// These deny their clause wherever they stand in it: "Jag stöder förslaget inte", "Nie dam +1".
inline constexpr Words negations[] = {
    {"English", "not"},
    {"English", "isn't"},
    {"English", "never"},
    {"English", "cannot"},
    {"English", "can't"},
    {"English", "won't"},
    {"English", "wouldn't"},
    {"English", "don't"},
    {"English", "nor"},
    {"English", "neither"},
    {"English", "of none"},
    {"English", "unable"},
    {"English", "hardly"},
    {"English", "refuse to"},
    {"English", "no way"},
    {"English", "no chance"},
    {"English", "under no circumstances"},
    {"German", "nicht"},
    {"German", "niemals"},
    {"German", "keinesfalls"},
    {"German", "keineswegs"},
    {"German", "auf keinen fall"},
    {"German", "auf gar keinen fall"},
    {"French", "pas"},
    {"French", "jamais"},
    {"French", "nullement"},
    {"French", "aucunement"},
    {"French", "en aucun cas"},
    {"Spanish", "nunca"},
    {"Spanish", "jamás"},
    {"Spanish", "tampoco"},
    {"Spanish", "en ningún caso"},
    {"Spanish", "de ninguna manera"},
    {"Spanish", "de no"},
    {"Spanish", "en no"},
    {"Spanish", "no puedo"},
    {"Spanish", "no doy"},
    {"Spanish", "no voto"},
    {"Spanish", "no quiero"},
    {"Spanish", "no estoy"},
    {"Spanish", "no apoyo"},
    {"Spanish", "no apruebo"},
    {"Spanish", "no acepto"},
    {"Spanish", "no lo"},
    {"Spanish", "no la"},
    {"Italian", "non"},
    {"Italian", "neanche"},
    {"Italian", "in nessun caso"},
    {"Portuguese", "não"},
    {"Portuguese", "nunca"},
    {"Portuguese", "jamais"},
    {"Portuguese", "de jeito nenhum"},
    {"Portuguese", "de modo algum"},
    {"Dutch", "niet"},
    {"Dutch", "nooit"},
    {"Dutch", "geenszins"},
    {"Dutch", "in geen geval"},
    {"Swedish", "inte"},
    {"Swedish", "ej"},
    {"Swedish", "icke"},
    {"Swedish", "aldrig"},
    {"Danish", "ikke"},
    {"Danish", "aldrig"},
    {"Norwegian", "ikke"},
    {"Norwegian", "aldri"},
    {"Polish", "nie"},
    {"Polish", "nigdy"},
    {"Czech", "ne"},
    {"Czech", "nikdy"},
    {"Czech", "ani náhodou"},
    {"Czech", "v žádném případě"},
    {"Czech", "nemohu"},
    {"Czech", "nemůžu"},
    {"Czech", "nechci"},
    {"Czech", "nejsem"},
    {"Czech", "nedám"},
    {"Czech", "nedávám"},
    {"Russian", "не"},
    {"Russian", "никогда"},
    {"Russian", "ни за что"},
    {"Russian", "ни в коем случае"},
    {"Turkish", "asla"},
    {"Turkish", "değil"},
    {"Turkish", "yok"},
    {"Turkish", "vermem"},
    {"Turkish", "diyemem"},
    {"Turkish", "diyemiyorum"},
    {"Turkish", "söyleyemem"},
    {"Turkish", "veremem"},
    {"Turkish", "vermiyorum"},
    {"Chinese", "不完全"},
    {"Chinese", "不太"},
};

// These begin a clause that is not denied by what stands behind them: "I agree because it is not dear", "+1 und …".
inline constexpr Words negation_bounds[] = {
    {"English", "and"},
    {"English", "as"},
    {"English", "so"},
    {"English", "even if"},
    {"English", "even though"},
    {"English", "while"},
    {"German", "und"},
    {"German", "auch wenn"},
    {"German", "obwohl"},
    {"French", "et"},
    {"French", "même si"},
    {"French", "bien que"},
    {"Spanish", "y"},
    {"Spanish", "aunque"},
    {"Italian", "e"},
    {"Italian", "anche se"},
    {"Portuguese", "e"},
    {"Portuguese", "embora"},
    {"Dutch", "en"},
    {"Dutch", "hoewel"},
    {"Swedish", "och"},
    {"Swedish", "även om"},
    {"Danish", "og"},
    {"Danish", "selv om"},
    {"Norwegian", "og"},
    {"Norwegian", "selv om"},
    {"Polish", "i"},
    {"Polish", "choć"},
    {"Czech", "a"},
    {"Czech", "i když"},
    {"Russian", "и"},
    {"Russian", "хотя"},
    {"Turkish", "ve"},
};

// No denials: "I agree not only with the plan", "+1, no need to wait".
inline constexpr std::array no_denials{
    "not only",      "not just",      "not least", "nicht nur", "nicht zuletzt",
    "non seulement", "pas seulement", "non solo",  "não só",    "niet alleen",
    "inte bara",     "ikke bare",     "ikke kun",  "nie tylko", "не только",
};

// Right before a sign: "Kein +1 von mir".
inline constexpr std::array no_such{
    "no",      "kein",    "keine",   "keinen", "aucun",  "ningún",   "ninguna", "nessun",
    "nessuna", "nenhum",  "nenhuma", "geen",   "inget",  "ingen",    "intet",   "żaden",
    "żadne",   "żadnego", "žádné",   "žádný",  "žádnou", "никакого", "никаких", "hiçbir",
};

// Right behind a word that votes, or behind one word more: "Jag godkänner inget av detta", "Je valide aucun point".
inline constexpr std::array nothing{"none",   "nichts",  "keinen",  "keinem",    "keines", "rien",    "aucun",
                                    "aucune", "nada",    "ningún",  "ninguno",   "niente", "nulla",   "nessun",
                                    "nenhum", "nenhuma", "niets",   "ingenting", "inget",  "inga",    "intet",
                                    "ingen",  "żadnego", "niczego", "nic",       "ничего", "никакого"};

// Before a sign these leave it uncertain.
inline constexpr std::array unsure_before{
    "would", "might", "could", "may", "maybe", "perhaps", "leaning", "tend", "inclined", "probably", "almost",
    "würde", "diría", "direi", "diria", "dirais",
    // who plans to, or hardly remembers: "I'm about to vote +1"
    "tempted to", "plan to", "planning to", "intend to", "intending to", "about to vote", "about to say",
    "going to vote", "going to say", "think i wrote", "think i said", "think i voted", "believe i wrote",
    "seems i wrote", "seems i said", "seems i voted", "habe vor", "in versuchung", "vorhabe", "gedenke",
    "glaube, ich schrieb", "glaube, ich habe", "meine, ich schrieb", "scheint, ich", "tenté de", "tentée de",
    "compte voter", "sur le point de", "l'intention de", "pense avoir", "crois avoir", "tentado de", "tentada de",
    "pienso votar", "a punto de", "la intención de", "creo que escribí", "creo haber", "tentato di", "tentata di",
    "intendo votare", "sto per", "credo di aver", "penso di aver", "tentado a", "tentada a", "pretendo votar",
    "prestes a", "acho que escrevi", "geneigd om", "van plan om", "op het punt om", "denk dat ik", "geloof dat ik",
    "frestad att", "tänker rösta", "på väg att", "tror att jag", "tror jag skrev", "fristet til", "har tænkt mig",
    "planlegger å", "tror jeg skrev", "zamierzam", "mam zamiar", "chyba napisałem", "chyba napisałam", "mám v úmyslu",
    "chystám se", "asi jsem psal", "asi jsem psala", "собираюсь", "намерен", "намерена", "кажется, я писал",
    "кажется, я писала", "niyetindeyim", "sanırım yazdım", "打算", "我记得写了", "つもり", "書いたと思"};

// Between two values: the second is the one that is not meant. "-1, not +1"
inline constexpr std::array instead_of{
    "not",         "and not",   "but not",       "instead of", "rather than", "nicht",         "und nicht",
    "statt",       "anstatt",   "pas",           "et pas",     "et non",      "au lieu de",    "y no",
    "en lugar de", "en vez de", "e non",         "invece di",  "não",         "e não",         "em vez de",
    "niet",        "en niet",   "in plaats van", "inte",       "och inte",    "i stället för", "istället för",
    "ikke",        "og ikke",   "i stedet for",  "a nie",      "zamiast",     "a ne",          "místo",
    "не",          "а не",      "вместо",
};

// What people agree with: stems of the words that, denied by one who speaks of themselves, refuse the proposal.
// "Jag kan inte godkänna det", "Damit bin ich nicht einverstanden"
inline constexpr Words agreeing[] = {
    {"English", "agree"},        {"English", "approv"},    {"English", "support"},    {"English", "accept"},
    {"English", "endorse"},      {"English", "consent"},   {"German", "zustimm"},     {"German", "stimm"},
    {"German", "einverstanden"}, {"German", "akzeptier"},  {"German", "unterstütz"},  {"German", "befürwort"},
    {"German", "mittrag"},       {"German", "billig"},     {"French", "d'accord"},    {"French", "accept"},
    {"French", "approuv"},       {"French", "j'approuv"},  {"French", "j'accept"},    {"French", "n'approuv"},
    {"French", "n'accept"},      {"French", "soutien"},    {"French", "soutenir"},    {"French", "valid"},
    {"Spanish", "acuerdo"},      {"Spanish", "aprob"},     {"Spanish", "aprueb"},     {"Spanish", "acept"},
    {"Spanish", "apoy"},         {"Italian", "d'accordo"}, {"Italian", "approv"},     {"Italian", "accett"},
    {"Italian", "sosten"},       {"Italian", "appogg"},    {"Portuguese", "acordo"},  {"Portuguese", "concord"},
    {"Portuguese", "aprov"},     {"Portuguese", "aceit"},  {"Portuguese", "apoi"},    {"Dutch", "akkoord"},
    {"Dutch", "eens"},           {"Dutch", "instem"},      {"Dutch", "steun"},        {"Dutch", "goedkeur"},
    {"Dutch", "accepteer"},      {"Dutch", "accepteren"},  {"Swedish", "godkänn"},    {"Swedish", "stöd"},
    {"Swedish", "håller"},       {"Swedish", "hålla"},     {"Swedish", "instäm"},     {"Swedish", "accepter"},
    {"Swedish", "tillstyrk"},    {"Danish", "enig"},       {"Danish", "godkend"},     {"Danish", "støtte"},
    {"Danish", "acceptere"},     {"Norwegian", "enig"},    {"Norwegian", "godkjenn"}, {"Norwegian", "støtte"},
    {"Norwegian", "akseptere"},  {"Polish", "zgadza"},     {"Polish", "zgodz"},       {"Polish", "zgody"},
    {"Polish", "popier"},        {"Polish", "poprz"},      {"Polish", "akcept"},      {"Polish", "zaakcept"},
    {"Polish", "zatwierdz"},     {"Czech", "souhlas"},     {"Czech", "podpo"},        {"Czech", "schv"},
    {"Czech", "přijm"},          {"Russian", "соглас"},    {"Russian", "поддерж"},    {"Russian", "одобр"},
    {"Russian", "приня"},        {"German", "dafür"},      {"French", "accord"},      {"Italian", "consens"},
};

// Whoever speaks of themselves, in languages that say who only by the verb with its usual ones.
inline constexpr Words first_persons[] = {
    {"English", "i"},          {"English", "we"},          {"German", "ich"},        {"German", "wir"},
    {"French", "je"},          {"French", "nous"},         {"French", "j'approuve"}, {"French", "j'accepte"},
    {"French", "j'ai"},        {"Spanish", "yo"},          {"Spanish", "puedo"},     {"Spanish", "estoy"},
    {"Spanish", "apoyo"},      {"Spanish", "apruebo"},     {"Spanish", "acepto"},    {"Spanish", "podemos"},
    {"Spanish", "estamos"},    {"Italian", "io"},          {"Italian", "sono"},      {"Italian", "posso"},
    {"Italian", "approvo"},    {"Italian", "accetto"},     {"Italian", "sostengo"},  {"Italian", "siamo"},
    {"Italian", "possiamo"},   {"Portuguese", "eu"},       {"Portuguese", "posso"},  {"Portuguese", "estou"},
    {"Portuguese", "aprovo"},  {"Portuguese", "concordo"}, {"Portuguese", "aceito"}, {"Portuguese", "apoio"},
    {"Portuguese", "podemos"}, {"Portuguese", "estamos"},  {"Dutch", "ik"},          {"Dutch", "wij"},
    {"Dutch", "we"},           {"Swedish", "jag"},         {"Swedish", "vi"},        {"Danish", "jeg"},
    {"Danish", "vi"},          {"Norwegian", "jeg"},       {"Norwegian", "vi"},      {"Polish", "ja"},
    {"Polish", "mogę"},        {"Polish", "zgadzam"},      {"Polish", "wyrażam"},    {"Polish", "popieram"},
    {"Polish", "akceptuję"},   {"Polish", "zgodzę"},       {"Polish", "możemy"},     {"Czech", "já"},
    {"Czech", "nemohu"},       {"Czech", "nemůžu"},        {"Czech", "nechci"},      {"Czech", "nejsem"},
    {"Russian", "я"},          {"Russian", "мы"},          {"Russian", "могу"},      {"Russian", "согласен"},
    {"Russian", "согласна"},   {"Russian", "можем"},       {"English", "i'm"},       {"English", "we're"},
    {"German", "meine"},       {"German", "mein"},         {"Spanish", "doy"},       {"Italian", "do"},
    {"Portuguese", "dou"},     {"Portuguese", "sou"},
};

}  // namespace assentd::words
