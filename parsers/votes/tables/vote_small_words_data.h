// SPDX-License-Identifier: Apache-2.0
// The words of short mails that are no answer: thanks, receipts, plans and wishes, as reading copies
// (parsers/fold.h), in all languages. Data only: parsers/votes/vote_brief says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// A mail of one of these words says nothing of the proposal: thanks, receipts, plans, wishes, names of things. Stems.
inline constexpr const char* small_words[]{
    "thank",        "thx",         "ty",           "cheers",       "noted",      "received",    "read",
    "seen",         "got",         "done",         "fixed",        "sent",       "updated",     "attached",
    "later",        "soon",        "tomorrow",     "today",        "tonight",    "monday",      "tuesday",
    "wednesday",    "thursday",    "friday",       "saturday",     "sunday",     "hi",          "hello",
    "hey",          "dear",        "bye",          "goodbye",      "ciao",       "welcome",     "congrat",
    "interesting",  "nice",        "great",        "awesome",      "wow",        "cool",        "super",
    "perfect",      "excellent",   "brilliant",    "fantastic",    "amazing",    "sorry",       "oops",
    "ouch",         "hmm",         "hm",           "mhm",          "aha",        "ah",          "oh",
    "lol",          "haha",        "hehe",         "rofl",         "test",       "ping",        "pong",
    "bump",         "fyi",         "reminder",     "reply",        "question",   "lunch",       "help",
    "please",       "typo",        "link",         "hooray",       "finally",    "enjoy",       "understood",
    "acknowledged", "ack",         "ok",           "forwarded",    "merged",     "closed",      "duplicate",
    "spam",         "unsubscri",   "regards",      "greetings",    "danke",      "dank",        "gelesen",
    "gesehen",      "notiert",     "erhalten",     "verstanden",   "erledigt",   "angekommen",  "gesendet",
    "morgen",       "heute",       "später",       "bald",         "hallo",      "servus",      "moin",
    "tschüss",      "gruß",        "grüße",        "interessant",  "schade",     "entschuldig", "super",
    "toll",         "klasse",      "prima",        "spitze",       "anbei",      "anhang",      "glückwunsch",
    "endlich",      "frage",       "montag",       "dienstag",     "mittwoch",   "donnerstag",  "freitag",
    "bitte",        "merci",       "lu",           "vu",           "reçu",       "noté",        "compris",
    "bonjour",      "salut",       "bonsoir",      "demain",       "bientôt",    "intéressant", "bravo",
    "désolé",       "pardon",      "félicitation", "génial",       "enfin",      "lundi",       "mardi",
    "mercredi",     "jeudi",       "vendredi",     "cordialement", "gracias",    "leído",       "recibido",
    "enterad",      "visto",       "hola",         "adiós",        "mañana",     "pronto",      "interesante",
    "perdón",       "lunes",       "saludos",      "felicidades",  "genial",     "grazie",      "letto",
    "ricevuto",     "capito",      "domani",       "interessante", "scus",       "lunedì",      "saluti",
    "complimenti",  "ottimo",      "obrigad",      "lido",         "recebido",   "ciente",      "olá",
    "oi",           "amanhã",      "parabéns",     "desculp",      "bedankt",    "gelezen",     "ontvangen",
    "begrepen",     "genoteerd",   "groet",        "hoi",          "dag",        "straks",      "maandag",
    "vrijdag",      "tack",        "läst",         "mottag",       "noterat",    "hej",         "hälsning",
    "imorgon",      "snart",       "intressant",   "ursäkta",      "måndag",     "fredag",      "tak",
    "takk",         "læst",        "lest",         "modtag",       "mottatt",    "noter",       "hilsen",
    "mvh",          "vh",          "hei",          "snart",        "beklager",   "undskyld",    "mandag",
    "dzięk",        "dziek",       "przeczyta",    "otrzyma",      "zrozumia",   "cześć",       "jutro",
    "pozdr",        "przepraszam", "ciekawe",      "díky",         "dík",        "děkuj",       "přečt",
    "přijato",      "rozum",       "ahoj",         "zítra",        "zdrav",      "promiň",      "omlouv",
    "zajímav",      "спасибо",     "получил",      "прочита",      "понял",      "понятно",     "ясно",
    "привет",       "завтра",      "здравств",     "извини",       "интересно",  "teşekkür",    "sağol",
    "aldım",        "okudum",      "anladım",      "merhaba",      "selam",      "yarın",       "ilginç",
    "özür",         "谢",          "謝",           "收到",         "已读",       "已閱",        "已阅",
    "知道",         "明白",        "你好",         "您好",         "再见",       "辛苦",        "抱歉",
    "不好意思",     "明天",        "见附件",       "ekte",         "ありがと",   "了解",        "読み",
    "拝見",         "確認",        "お疲れ",       "よろしく",     "すみません", "こんにち",    "おはよう",
    "明日",         "なるほど",    "添付"};

// A sentence that begins so and goes on without a mark thanks or greets: "Thanks from me, too"
inline constexpr std::array thanking_words{
    "thanks",     "thank",       "many thanks", "greetings",   "regards",  "danke",     "vielen dank", "grüße",
    "gruß",       "viele grüße", "merci",       "gracias",     "saludos",  "un saludo", "recuerdos",   "abrazos",
    "un abrazo",  "grazie",      "saluti",      "obrigado",    "obrigada", "bedankt",   "groeten",     "tack",
    "hälsningar", "tak",         "mange tak",   "takk",        "hilsen",   "dzięki",    "dziękuję",    "pozdrowienia",
    "díky",       "děkuji",      "спасибо",     "teşekkürler", "谢谢",     "ありがとう"};

}  // namespace assentd::words
