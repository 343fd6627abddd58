// SPDX-License-Identifier: Apache-2.0
// What people take a stance with, as stems of reading copies (parsers/fold.h), by language. In own words they are
// asked about: "I must veto this", "Ich muss leider dagegen stimmen". Data only: parsers/votes/vote_stances says
// where each counts.
#pragma once

#include <array>

#include "parsers/votes/vote_qualifiers.h"

namespace assentd::words {

// Near a word of whoever speaks of themselves.
inline constexpr Words stances[] = {
    {"English", "approv"},    {"English", "agree"},        {"English", "concur"},    {"English", "consent"},
    {"English", "endors"},    {"English", "support"},      {"English", "abstain"},   {"English", "abstention"},
    {"English", "recus"},     {"German", "dafür"},         {"German", "zustimm"},    {"German", "zuzustimm"},
    {"German", "stimm"},      {"German", "einverstanden"}, {"German", "befangen"},   {"German", "enthalt"},
    {"German", "unterstütz"}, {"German", "befürwort"},     {"German", "begrüß"},     {"German", "genehmig"},
    {"French", "d'accord"},   {"French", "accord"},        {"French", "approuv"},    {"French", "j'approuv"},
    {"French", "soutien"},    {"French", "soutenons"},     {"French", "accept"},     {"French", "m'abst"},
    {"French", "abst"},       {"French", "récus"},         {"French", "favorable"},  {"French", "inconvénient"},
    {"French", "m'abstien"},  {"Spanish", "acuerdo"},      {"Spanish", "aprob"},     {"Spanish", "aprueb"},
    {"Spanish", "apoy"},      {"Spanish", "abst"},         {"Italian", "d'accordo"}, {"Italian", "approv"},
    {"Italian", "appogg"},    {"Italian", "sosten"},       {"Italian", "consens"},   {"Italian", "asten"},
    {"Portuguese", "acordo"}, {"Portuguese", "aprov"},     {"Portuguese", "apoi"},   {"Portuguese", "concord"},
    {"Portuguese", "abst"},   {"Dutch", "ervoor"},         {"Dutch", "akkoord"},     {"Dutch", "instem"},
    {"Dutch", "stem"},        {"Dutch", "steun"},          {"Dutch", "goedkeur"},    {"Dutch", "onthoud"},
    {"Swedish", "instäm"},    {"Swedish", "godkänn"},      {"Swedish", "stöd"},      {"Swedish", "bifall"},
    {"Swedish", "tillstyrk"}, {"Swedish", "avstå"},        {"Swedish", "rösta"},     {"Swedish", "jäv"},
    {"Danish", "enig"},       {"Danish", "godkend"},       {"Danish", "støtte"},     {"Danish", "afhold"},
    {"Danish", "stemme"},     {"Danish", "inhabil"},       {"Norwegian", "enig"},    {"Norwegian", "godkjenn"},
    {"Norwegian", "støtte"},  {"Norwegian", "avstå"},      {"Norwegian", "avhold"},  {"Norwegian", "stemme"},
    {"Norwegian", "inhabil"}, {"Polish", "zgod"},          {"Polish", "zgadz"},      {"Polish", "popier"},
    {"Polish", "poprze"},     {"Polish", "akcept"},        {"Polish", "wstrzym"},    {"Czech", "souhlas"},
    {"Czech", "podpor"},      {"Czech", "schval"},         {"Czech", "zdrž"},        {"Czech", "podjat"},
    {"Russian", "соглас"},    {"Russian", "поддерж"},      {"Russian", "одобр"},     {"Russian", "воздерж"},
    {"Italian", "favorevol"}, {"Portuguese", "favoráve"},
};

// The same: whoever takes one of these is against it.
inline constexpr Words opposing_stances[] = {
    {"English", "veto"},      {"English", "block"},      {"English", "object"},       {"English", "oppos"},
    {"English", "against"},   {"English", "disagree"},   {"English", "reject"},       {"English", "disapprov"},
    {"English", "refus"},     {"German", "veto"},        {"German", "einspruch"},     {"German", "einwand"},
    {"German", "einwänd"},    {"German", "widersprech"}, {"German", "dagegen"},       {"German", "ablehn"},
    {"German", "abzulehn"},   {"German", "lehn"},        {"French", "veto"},          {"French", "objection"},
    {"French", "oppos"},      {"French", "m'oppos"},     {"French", "contre"},        {"French", "désapprouv"},
    {"French", "refus"},      {"French", "défavorable"}, {"Spanish", "vetar"},        {"Spanish", "veto"},
    {"Spanish", "objeci"},    {"Spanish", "opon"},       {"Spanish", "contra"},       {"Spanish", "rechaz"},
    {"Italian", "veto"},      {"Italian", "obiezion"},   {"Italian", "un'obiezion"},  {"Italian", "oppor"},
    {"Italian", "contro"},    {"Italian", "contrar"},    {"Portuguese", "veto"},      {"Portuguese", "vetar"},
    {"Portuguese", "objeç"},  {"Portuguese", "opon"},    {"Portuguese", "contra"},    {"Portuguese", "rejeit"},
    {"Dutch", "veto"},        {"Dutch", "bezwaar"},      {"Dutch", "bezwar"},         {"Dutch", "ertegen"},
    {"Dutch", "oneens"},      {"Swedish", "veto"},       {"Swedish", "invändning"},   {"Swedish", "emot"},
    {"Swedish", "motsätt"},   {"Swedish", "avstyrk"},    {"Danish", "veto"},          {"Danish", "indvend"},
    {"Danish", "indsigelse"}, {"Danish", "imod"},        {"Danish", "uenig"},         {"Danish", "modsæt"},
    {"Norwegian", "veto"},    {"Norwegian", "innvend"},  {"Norwegian", "innsigelse"}, {"Norwegian", "imot"},
    {"Norwegian", "uenig"},   {"Norwegian", "motsett"},  {"Polish", "weto"},          {"Polish", "sprzeciw"},
    {"Polish", "przeciw"},    {"Czech", "námit"},        {"Czech", "proti"},          {"Czech", "nesouhlas"},
    {"Russian", "вето"},      {"Russian", "возра"},      {"Russian", "против"},       {"Czech", "veto"},
    {"Czech", "vetuj"},
};

// Whoever speaks of themselves, beside `first_persons`: with these a stance is theirs, though what they deny need not
// be.
inline constexpr Words stating_persons[] = {
    {"English", "i'd"},      {"English", "i've"},     {"English", "i'll"},       {"English", "we'd"},
    {"English", "we've"},    {"English", "we'll"},    {"English", "am"},         {"German", "bin"},
    {"German", "habe"},      {"German", "stimme"},    {"German", "stimmen"},     {"German", "unterstütze"},
    {"German", "lehne"},     {"French", "suis"},      {"French", "sommes"},      {"French", "approuve"},
    {"Spanish", "debo"},     {"Spanish", "tengo"},    {"Spanish", "voy"},        {"Spanish", "quiero"},
    {"Spanish", "he"},       {"Spanish", "hemos"},    {"Spanish", "somos"},      {"Italian", "devo"},
    {"Italian", "ho"},       {"Italian", "abbiamo"},  {"Italian", "voglio"},     {"Italian", "dobbiamo"},
    {"Portuguese", "devo"},  {"Portuguese", "tenho"}, {"Portuguese", "vou"},     {"Portuguese", "quero"},
    {"Portuguese", "temos"}, {"Portuguese", "somos"}, {"Dutch", "ben"},          {"Dutch", "zijn"},
    {"Swedish", "har"},      {"Polish", "muszę"},     {"Polish", "będę"},        {"Polish", "daję"},
    {"Polish", "chcę"},      {"Polish", "jestem"},    {"Polish", "jesteśmy"},    {"Polish", "głosuję"},
    {"Polish", "głosujemy"}, {"Czech", "musím"},      {"Czech", "budu"},         {"Czech", "chci"},
    {"Czech", "dávám"},      {"Czech", "jsem"},       {"Czech", "jsme"},         {"Czech", "hlasuji"},
    {"Czech", "hlasujeme"},  {"Russian", "вынужден"}, {"Russian", "вынуждена"},  {"Russian", "буду"},
    {"Russian", "хочу"},     {"Russian", "даю"},      {"Russian", "даём"},       {"Russian", "голосую"},
    {"Russian", "голосуем"}, {"Spanish", "votamos"},  {"Portuguese", "votamos"}, {"Italian", "votiamo"},
};

// A vote, in a sentence with a yes, a no or one of `sides`: "I will vote against", "Wir stimmen mit Ja"
inline constexpr Words voting[] = {
    {"English", "vote"},  {"English", "voting"},   {"German", "stimm"},   {"German", "votier"}, {"French", "vot"},
    {"Spanish", "vot"},   {"Italian", "vot"},      {"Portuguese", "vot"}, {"Dutch", "stem"},    {"Swedish", "röst"},
    {"Danish", "stem"},   {"Norwegian", "stem"},   {"Polish", "głos"},    {"Polish", "zagłos"}, {"Czech", "hlas"},
    {"Russian", "голос"}, {"Russian", "проголос"}, {"Turkish", "oy"},
};
inline constexpr Words sides[] = {
    {"English", "for"},     {"English", "against"},  {"English", "yes"},       {"English", "no"},
    {"English", "favour"},  {"English", "favor"},    {"German", "ja"},         {"German", "nein"},
    {"German", "dafür"},    {"German", "dagegen"},   {"German", "zu"},         {"French", "oui"},
    {"French", "non"},      {"French", "pour"},      {"French", "contre"},     {"Spanish", "sí"},
    {"Spanish", "no"},      {"Spanish", "favor"},    {"Spanish", "contra"},    {"Italian", "sì"},
    {"Italian", "no"},      {"Italian", "favore"},   {"Italian", "contro"},    {"Portuguese", "sim"},
    {"Portuguese", "não"},  {"Portuguese", "favor"}, {"Portuguese", "contra"}, {"Dutch", "ja"},
    {"Dutch", "nee"},       {"Dutch", "voor"},       {"Dutch", "tegen"},       {"Dutch", "in"},
    {"Swedish", "ja"},      {"Swedish", "nej"},      {"Swedish", "för"},       {"Swedish", "emot"},
    {"Danish", "ja"},       {"Danish", "nej"},       {"Danish", "for"},        {"Danish", "imod"},
    {"Norwegian", "ja"},    {"Norwegian", "nei"},    {"Norwegian", "for"},     {"Norwegian", "mot"},
    {"Norwegian", "imot"},  {"Polish", "za"},        {"Polish", "przeciw"},    {"Polish", "przeciwko"},
    {"Polish", "tak"},      {"Polish", "nie"},       {"Czech", "pro"},         {"Czech", "proti"},
    {"Czech", "ano"},       {"Czech", "ne"},         {"Russian", "за"},        {"Russian", "против"},
    {"Turkish", "evet"},    {"Turkish", "hayır"},    {"Turkish", "karşı"},     {"Turkish", "olumlu"},
    {"Turkish", "olumsuz"},
};

// What a misgiving may be of that says nothing of the proposal, unless the subject names it: "The link does not work
// for me". An article may stand before it.
inline constexpr std::array side_things{
    "link",       "links",      "attachment",   "file",      "pdf",        "picture",  "image",         "photo",
    "font",       "video",      "sound",        "audio",     "microphone", "screen",   "projector",     "page",
    "website",    "form",       "login",        "password",  "room",       "hall",     "venue",         "printout",
    "scan",       "datei",      "anhang",       "bild",      "foto",       "schrift",  "ton",           "mikrofon",
    "bildschirm", "seite",      "formular",     "passwort",  "raum",       "saal",     "zimmer",        "lien",
    "fichier",    "pièce",      "l'image",      "police",    "vidéo",      "son",      "salle",         "l'écran",
    "formulaire", "enlace",     "archivo",      "adjunto",   "imagen",     "letra",    "vídeo",         "sonido",
    "sala",       "formulario", "collegamento", "allegato",  "l'allegato", "immagine", "l'immagine",    "stanza",
    "modulo",     "ficheiro",   "anexo",        "imagem",    "som",        "bijlage",  "bestand",       "plaatje",
    "lettertype", "geluid",     "zaal",         "kamer",     "länken",     "filen",    "bilagan",       "bilden",
    "texten",     "ljudet",     "rummet",       "salen",     "lokalen",    "linket",   "vedhæftningen", "billedet",
    "lyden",      "lokalet",    "lenken",       "vedlegget", "bildet",     "rommet",   "plik",          "załącznik",
    "obrazek",    "zdjęcie",    "czcionka",     "dźwięk",    "pokój",      "odkaz",    "soubor",        "příloha",
    "obrázek",    "písmo",      "zvuk",         "místnost",  "sál",        "ссылка",   "файл",          "вложение",
    "картинка",   "шрифт",      "звук",         "комната",   "зал",        "bağlantı", "dosya",         "resim",
    "oda",        "salon",      "链接",         "附件",      "图片",       "房间",     "会议室",        "リンク",
    "添付",       "画像",       "部屋",         "会議室"};
inline constexpr std::array articles{"the", "this", "your", "der", "die", "das", "le",  "la",   "les", "el",
                                     "los", "las",  "il",   "lo",  "i",   "o",   "a",   "os",   "as",  "de",
                                     "het", "den",  "det",  "ten", "ta",  "to",  "эта", "этот", "bu"};

}  // namespace assentd::words
