// SPDX-License-Identifier: Apache-2.0
// Questions and headings that a vote word may belong to, as reading copies (parsers/fold.h). Data only;
// parsers/vote_neighbours says what for.
#pragma once

#include <array>

namespace assentd::words {

// In a question: whoever says yes to it votes.
inline constexpr std::array agreement_questions{
    "do you think", "do you want", "meint ihr",    "denkt ihr",     "wollt ihr",     "pensez",     "os parece",
    "les parece",   "ne pensate",  "acham",        "vinden jullie", "tycker ni",     "synes i",    "synes dere",
    "sądzicie",     "myslíte",     "думаете",      "agree",         "agreed",        "approve",    "support",
    "in favour",    "in favor",    "ok with",      "okay with",     "fine with",     "happy with", "accept",
    "shall we",     "should we",   "do we want",   "can we",        "could we",      "vote",       "your answer",
    "adopt",        "go ahead",    "the proposal", "i support",     "einverstanden", "stimmt",     "zustimmen",
    "dafür",        "sollen wir",  "wollen wir",   "können wir",    "d'accord",      "approuvez",  "on y va",
    "de acuerdo",   "a favor",     "aprobamos",    "aprobáis",      "d'accordo",     "a favore",   "approviamo",
    "de acordo",    "concordam",   "concorda",     "akkoord",       "eens",          "zullen we",  "överens",
    "godkänner",    "ska vi",      "enig",         "enige",         "skal vi",       "zgadzacie",  "zgoda",
    "souhlasíte",   "согласны",    "согласен",     "katılıyor",     "onaylıyor",     "同意",       "賛成"};
// In a question: whoever says yes to it is against.
inline constexpr std::array objection_questions{
    "object",       "objects",   "objection",    "objections", "against", "oppose",    "opposed",  "concern",
    "concerns",     "veto",      "dagegen",      "einwände",   "einwand", "bedenken",  "contre",   "objection",
    "en contra",    "contrario", "contrari",     "contra",     "tegen",   "bezwaar",   "bezwaren", "emot",
    "invändningar", "imod",      "indvendinger", "mot",        "przeciw", "przeciwko", "proti",    "против",
    "возражает",    "karşı",     "反对",         "異議"};
// In a question: it is asked of people, and mostly not whether they agree.
inline constexpr std::array asked_of_people{
    "you",    "anybody",   "anyone", "somebody", "someone",  "du",   "ihr",   "sie",    "jemand",     "vous",
    "tu",     "quelqu'un", "usted",  "alguien",  "qualcuno", "voi",  "você",  "alguém", "jij",        "jullie",
    "iemand", "ni",        "någon",  "nogen",    "noen",     "ktoś", "někdo", "кто-то", "кто-нибудь", "birisi"};

// Above a paragraph or a list: what it is about.
inline constexpr std::array heading_words{
    "support",   "consent",    "neutral",    "block",     "blocking",   "opposition", "opposed",    "against",
    "objection", "objections", "object",     "veto",      "abstention", "in favour",  "in favor",   "zustimmung",
    "ablehnung", "enthaltung", "einwand",    "dafür",     "dagegen",    "pro",        "contra",     "kontra",
    "pour",      "contre",     "abstention", "a favor",   "en contra",  "abstención", "a favore",   "contrario",
    "contro",    "astensione", "contra",     "abstenção", "voor",       "tegen",      "onthouding", "emot",
    "imod",      "mot",        "przeciw",    "proti",     "за",         "против",     "支持",       "反对",
    "弃权",      "賛成",       "反対",       "棄権"};

// Below a vote: it was not meant for this. "Sorry, wrong mail."
inline constexpr std::array mistakes{
    "wrong mail", "wrong e-mail", "wrong email", "wrong thread", "wrong list", "wrong message", "wrong decision",
    "wrong recipient", "wrong proposal", "wrong window", "sent by mistake", "sent in error", "sent by accident",
    "sent too early", "sent too soon", "not meant for you", "not meant for this", "meant for somebody else",
    "meant for someone else", "falsche mail", "falsche e-mail", "falschen mail", "falscher thread", "falsche liste",
    "falscher empfänger", "versehentlich gesendet", "versehentlich abgeschickt", "aus versehen", "zu früh abgeschickt",
    "mauvais mail", "mauvaise adresse", "mauvais destinataire", "mauvais fil", "envoyé par erreur", "erreur d'envoi",
    "correo equivocado", "mensaje equivocado", "enviado por error", "me equivoqué de correo", "mail sbagliata",
    "messaggio sbagliato", "inviato per errore", "inviata per errore", "ho sbagliato mail", "e-mail errado",
    "mensagem errada", "enviado por engano", "enviei por engano", "verkeerde mail", "verkeerde e-mail",
    "verkeerde bericht", "per ongeluk verstuurd", "per ongeluk verzonden", "fel mejl", "fel mail", "fel tråd",
    "skickat av misstag", "av misstag", "forkert mail", "sendt ved en fejl", "ved en fejl", "feil e-post", "feil mail",
    "sendt ved en feil", "ved en feil", "nie ten mail", "zły mail", "zły wątek", "wysłane przez pomyłkę",
    "przez pomyłkę", "pomyłkowo", "špatný mail", "špatný e-mail", "odesláno omylem", "omylem", "не то письмо",
    "не тому", "не туда", "отправлено по ошибке", "по ошибке", "yanlış mail", "yanlış e-posta", "yanlışlıkla",
    "发错", "發錯", "误发", "誤送信", "間違えて", "間違って"};
// The same where the sentence ends there or goes on with one of `ignored_objects`.
inline constexpr std::array ignorings{
    "please ignore", "pls ignore", "just ignore", "ignore this", "ignore that", "ignore it", "disregard", "disregard this",
    "disregard that", "bitte ignorieren", "ignoriert das", "ignoriert", "ignorieren sie das", "bitte vergessen", "ne pas tenir compte", "à ignorer",
    "ignorez", "merci d'ignorer", "ignorad", "ignoren", "ignórenlo", "por favor ignorar", "ignorate", "ignoratelo",
    "da ignorare", "ignorem", "por favor ignorar", "favor ignorar", "negeren", "graag negeren", "negeer", "ignorera",
    "bortse från det", "ignorer", "se bort fra det", "se bort fra", "proszę zignorować", "zignorujcie", "proszę ignorować", "ignorujte", "prosím ignorovat",
    "прошу игнорировать", "не обращайте внимания", "игнорируйте", "dikkate almayın", "请忽略", "請忽略", "忽略",
    "無視してください", "無視して下さい"};
inline constexpr std::array ignored_objects{
    "this", "that", "it", "me", "this mail", "this e-mail", "this email", "this message", "this vote", "mail", "my mail", "my message", "my vote", "my answer", "the mail", "the above", "above", "das",
    "dies", "diese mail", "die mail", "meine mail", "meine nachricht", "cela", "ça", "ce mail", "ce message",
    "mon message", "mon mail", "esto", "este correo", "este mensaje", "mi mensaje", "questo", "questa mail",
    "questo messaggio", "isto", "esta mensagem", "este e-mail", "dit", "deze mail", "dit bericht", "det här",
    "detta", "mitt mejl", "dette", "denne mail", "min mail", "denne e-posten", "to", "ten mail", "tę wiadomość",
    "tento mail", "tuto zprávu", "это", "это письмо", "bunu", "bu maili", "please"};

}  // namespace assentd::words
