// SPDX-License-Identifier: Apache-2.0
// Reservations: a vote, a "but", and near it one of these words. Data only; parsers/vote_qualifiers.h says what for.
#pragma once

#include "parsers/vote_qualifiers.h"

namespace assentd::words {

// "+1, but …". The vote may not hold if one of the words below follows.
inline constexpr Words but_words[] = {
    {"English", "but"},      {"English", "though"},   {"English", "although"},  {"English", "however"},
    {"German", "aber"},      {"German", "jedoch"},    {"German", "allerdings"}, {"French", "mais"},
    {"French", "toutefois"}, {"French", "cependant"}, {"Spanish", "pero"},      {"Spanish", "aunque"},
    {"Italian", "ma"},       {"Italian", "però"},     {"Portuguese", "mas"},    {"Portuguese", "porém"},
    {"Dutch", "maar"},       {"Dutch", "echter"},     {"Swedish", "men"},       {"Swedish", "dock"},
    {"Danish", "men"},       {"Danish", "dog"},       {"Norwegian", "men"},     {"Polish", "ale"},
    {"Polish", "jednak"},    {"Czech", "ale"},        {"Czech", "avšak"},       {"Russian", "но"},
    {"Russian", "однако"},   {"Turkish", "ama"},      {"Turkish", "fakat"},
};

// "+1, but only for a year".
inline constexpr Words reservations[] = {
    {"English", "only"},      {"English", "not"},         {"English", "first"},      {"English", "must"},
    {"English", "need"},      {"English", "needs"},       {"English", "have to"},    {"English", "has to"},
    {"English", "without"},   {"English", "don't"},       {"English", "should"},     {"English", "until"},
    {"English", "before"},    {"English", "cannot"},      {"English", "can't"},      {"English", "isn't"},
    {"English", "unless"},    {"English", "wait"},        {"English", "rather"},     {"English", "instead"},
    {"English", "prefer"},    {"English", "later"},       {"English", "after"},      {"English", "depends"},
    {"English", "never"},     {"English", "remove"},      {"English", "drop"},       {"English", "would"},
    {"English", "i'd"},       {"English", "i want"},      {"English", "concern"},    {"English", "concerns"},
    {"English", "worried"},   {"German", "nur"},          {"German", "nicht"},       {"German", "erst"},
    {"German", "ohne"},       {"German", "muss"},         {"German", "müssen"},      {"German", "sollte"},
    {"German", "sollten"},    {"German", "zuerst"},       {"German", "bevor"},       {"German", "warten"},
    {"German", "kein"},       {"German", "keine"},        {"German", "lieber"},      {"French", "seulement"},
    {"French", "pas"},        {"French", "d'abord"},      {"French", "sans"},        {"French", "doit"},
    {"French", "il faut"},    {"French", "avant"},        {"French", "attendre"},    {"French", "plutôt"},
    {"French", "que si"},     {"Spanish", "solo"},        {"Spanish", "sólo"},       {"Spanish", "no"},
    {"Spanish", "primero"},   {"Spanish", "sin"},         {"Spanish", "debe"},       {"Spanish", "hay que"},
    {"Spanish", "antes"},     {"Spanish", "esperar"},     {"Italian", "solo"},       {"Italian", "non"},
    {"Italian", "prima"},     {"Italian", "senza"},       {"Italian", "deve"},       {"Italian", "bisogna"},
    {"Italian", "aspettare"}, {"Portuguese", "só"},       {"Portuguese", "somente"}, {"Portuguese", "apenas"},
    {"Portuguese", "não"},    {"Portuguese", "primeiro"}, {"Portuguese", "sem"},     {"Portuguese", "deve"},
    {"Portuguese", "antes"},  {"Portuguese", "esperar"},  {"Dutch", "alleen"},       {"Dutch", "niet"},
    {"Dutch", "eerst"},       {"Dutch", "zonder"},        {"Dutch", "moet"},         {"Dutch", "moeten"},
    {"Dutch", "voordat"},     {"Dutch", "wachten"},       {"Swedish", "bara"},       {"Swedish", "endast"},
    {"Swedish", "inte"},      {"Swedish", "först"},       {"Swedish", "utan"},       {"Swedish", "måste"},
    {"Swedish", "innan"},     {"Swedish", "vänta"},       {"Danish", "kun"},         {"Danish", "ikke"},
    {"Danish", "først"},      {"Danish", "uden"},         {"Danish", "skal"},        {"Danish", "før"},
    {"Danish", "vente"},      {"Norwegian", "bare"},      {"Norwegian", "kun"},      {"Norwegian", "ikke"},
    {"Norwegian", "først"},   {"Norwegian", "uten"},      {"Norwegian", "må"},       {"Norwegian", "før"},
    {"Norwegian", "vente"},   {"Polish", "tylko"},        {"Polish", "nie"},         {"Polish", "najpierw"},
    {"Polish", "bez"},        {"Polish", "musi"},         {"Polish", "trzeba"},      {"Polish", "zanim"},
    {"Polish", "poczekać"},   {"Polish", "poczekajmy"},   {"Czech", "jen"},          {"Czech", "pouze"},
    {"Czech", "ne"},          {"Czech", "nejdřív"},       {"Czech", "nejprve"},      {"Czech", "bez"},
    {"Czech", "musí"},        {"Czech", "než"},           {"Czech", "počkat"},       {"Czech", "počkejme"},
    {"Russian", "только"},    {"Russian", "не"},          {"Russian", "сначала"},    {"Russian", "без"},
    {"Russian", "нужно"},     {"Russian", "надо"},        {"Russian", "должен"},     {"Russian", "должны"},
    {"Russian", "прежде"},    {"Russian", "подождать"},   {"Russian", "подождём"},   {"Turkish", "sadece"},
    {"Turkish", "yalnızca"},  {"Turkish", "değil"},       {"Turkish", "önce"},       {"Turkish", "olmadan"},
    {"Turkish", "gerek"},     {"Turkish", "lazım"},       {"Turkish", "bekleyelim"},
};

}  // namespace assentd::words
