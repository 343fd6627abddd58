// SPDX-License-Identifier: Apache-2.0
//
// Programs that say what they are by two things together, each of which a person may say alone: a ticket system that
// a request came and will be seen to, a receipt its subject and that a message was read.
#include <algorithm>
#include <array>
#include <string>

#include "parsers/ascii.h"
#include "parsers/automatic/automatic_patterns.h"
#include "parsers/fold.h"
#include "parsers/phrase_index.h"

namespace assentd {

namespace {

// As reading copies (parsers/fold.h).
constexpr std::array received{
    "received your request",
    "received your enquiry",
    "received your inquiry",
    "got your request",
    "for your request",
    "we received your message",
    "we have received your message",
    "request for support has been created",
    "request has been received",
    "your request (",
    "thank you for your request",
    "thank you for contacting",
    "thanks for contacting",
    "thank you for your enquiry",
    "ihre anfrage",
    "unter der ticketnummer",
    "ihr anliegen",
    "votre demande",
    "su solicitud",
    "su consulta",
    "la sua richiesta",
    "a sua solicitação",
    "o seu pedido",
    "uw aanvraag",
    "uw vraag",
    "ditt ärende",
    "din henvendelse",
    "din forespørgsel",
    "twoje zgłoszenie",
    "państwa zgłoszenie",
    "váš požadavek",
    "ваша заявка",
    "ваш запрос",
    "talebiniz",
    "您的请求",
    "您的問題",
    "お問い合わせ",
};
constexpr std::array promised{
    "ticket",
    "case number",
    "reference number",
    "reference:",
    "within 24 hours",
    "within 48 hours",
    "support staff",
    "support team",
    "representative",
    "we are on it",
    "as soon as possible",
    "shortly",
    "business day",
    "working day",
    "ticketnummer",
    "vorgangsnummer",
    "unter der nummer",
    "schnellstmöglich",
    "so schnell wie möglich",
    "dans les plus brefs délais",
    "numéro de",
    "sous le numéro",
    "lo antes posible",
    "número de",
    "con el número",
    "com o número",
    "al più presto",
    "con il numero",
    "o mais breve",
    "zo spoedig mogelijk",
    "zo snel mogelijk",
    "onder nummer",
    "ärendenummer",
    "med nummer",
    "så snart som möjligt",
    "sagsnummer",
    "under nummer",
    "hurtigst muligt",
    "saksnummer",
    "numer zgłoszenia",
    "pod numerem",
    "jak najszybciej",
    "co nejdříve",
    "pod číslem",
    "номер",
    "в ближайшее время",
    "en kısa sürede",
    "numara ile",
    "尽快",
    "工单",
    "编号",
    "受付番号",
    "担当者",
};

// The subjects of receipts, and what their texts say.
constexpr std::array receipt_subjects{"read:",
                                      "not read:",
                                      "return receipt",
                                      "gelesen:",
                                      "ungelesen gelöscht:",
                                      "ungelesen:",
                                      "nicht gelesen:",
                                      "non lu :",
                                      "non lu:",
                                      "no leído:",
                                      "non letto:",
                                      "não lida:",
                                      "niet gelezen:",
                                      "oläst:",
                                      "ikke læst:",
                                      "ikke lest:",
                                      "nie przeczytano:",
                                      "nepřečteno:",
                                      "не прочтено:",
                                      "okunmadı:",
                                      "empfangsbestätigung",
                                      "lu :",
                                      "lu:",
                                      "leído:",
                                      "letto:",
                                      "lida:",
                                      "lido:",
                                      "gelezen:",
                                      "läst:",
                                      "læst:",
                                      "lest:",
                                      "luettu:",
                                      "przeczytano:",
                                      "przeczytane:",
                                      "přečteno:",
                                      "прочитано:",
                                      "прочтено:",
                                      "okundu:",
                                      "已读:",
                                      "已讀:",
                                      "開封済み:",
                                      "읽음:"};
constexpr std::array receipt_words{"was read on",
                                   "was displayed on",
                                   "was deleted without being read",
                                   "this is a return receipt",
                                   "was received by",
                                   "received by:",
                                   "has been read",
                                   "gelesen",
                                   "a été lu",
                                   "fue leído",
                                   "se leyó",
                                   "è stato letto",
                                   "foi lida",
                                   "gelezen",
                                   "lästes",
                                   "har lästs",
                                   "blev læst",
                                   "ble lest",
                                   "luettu",
                                   "została przeczytana",
                                   "byla přečtena",
                                   "прочитано",
                                   "okundu",
                                   "已读",
                                   "已讀",
                                   "開封",
                                   "읽음"};

// "Ana Example reacted to your message:", "Ana Example hat über Gmail reagiert": beginnings of words.
constexpr std::array reacted{"reacted",  "reagiert",  "réagi",      "reaccion",     "reagito",
                             "reagì",    "reagiu",    "gereageerd", "reagera",      "reagere",
                             "reagerte", "zareagowa", "reagoval",   "отреагировал", "tepki",
                             "反应",     "反應",      "回应",       "リアクション"};
constexpr std::array to_what{"message",    "nachricht",  "mensaje", "messaggio", "mensagem",   "bericht",
                             "meddelande", "meddelelse", "melding", "wiadomość", "zprávu",     "сообщение",
                             "письмо",     "mesaj",      "邮件",    "郵件",      "メッセージ", "メール"};
constexpr std::array tapbacks{"liked \"",      "loved \"",      "disliked \"",
                              "emphasized \"", "laughed at \"", "questioned \""};

template <typename Table>
bool holds_one(std::string_view text, const Table& table) {
    return std::any_of(table.begin(), table.end(), [&](std::string_view w) { return text.find(w) != text.npos; });
}

}  // namespace

std::string_view acknowledgement_text(std::string_view first_lines) {
    static const words::PhraseIndex<const char*> index{received};
    const std::string text = words::fold(first_lines);
    const std::string_view found = index.standing_in(text);
    return !found.empty() && holds_one(text, promised) && !speaks_of_decision(text) ? found : std::string_view{};
}

std::string_view receipt_text(std::string_view subject, std::string_view first_lines) {
    const std::string title = words::fold(trimmed(subject));
    const auto found = std::find_if(receipt_subjects.begin(), receipt_subjects.end(),
                                    [&](std::string_view s) { return title.starts_with(s); });
    if (found == receipt_subjects.end()) return {};
    const bool of_a_mail = names_a_mail(std::string_view(title).substr(std::string_view(*found).size()));
    return of_a_mail || holds_one(words::fold(first_lines), receipt_words) ? std::string_view(*found)
                                                                           : std::string_view{};
}

namespace {

// "Ana Example reacted to your message:", with nothing behind it in its line.
bool reaction_line(const std::string& folded) {
    constexpr std::size_t most_words = 10;
    const auto group = words::words_of(folded, most_words + 1);
    if (group.empty() || group.size() > most_words) return false;
    // Languages differ in which of the two comes last; CJK has no blanks between words.
    const std::string_view last = group.size() > 2 ? words::behind(folded, group[group.size() - 3]) : folded;
    return holds_one(folded, reacted) && holds_one(folded, to_what) &&
           (holds_one(last, reacted) || holds_one(last, to_what));
}

// An emoji alone on its line.
bool is_picture(std::string_view line) {
    constexpr std::size_t longest = 32;
    return !line.empty() && line.size() <= longest && static_cast<unsigned char>(line[0]) >= 0xE2 &&
           std::none_of(line.begin(), line.end(), [](char c) { return is_letter(c); });
}

}  // namespace

std::string_view reaction_text(std::string_view text) {
    constexpr std::size_t longest = 160;
    constexpr std::size_t most_lines = 3;
    std::size_t lines = 0;
    bool picture = false;  // the line before is nothing but one
    for (std::string_view rest = text; !rest.empty() && lines < most_lines;) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.empty() || line.size() > longest) continue;
        const std::string folded = words::fold(line);
        const bool closed = folded.ends_with(':') || trimmed(rest).empty();
        if ((closed && reaction_line(folded)) ||
            (picture && folded.find("gmail") != folded.npos && holds_one(folded, reacted)))
            return "reacted";
        picture = is_picture(line);
        if (lines++ > 0 || !trimmed(rest).empty() || !folded.ends_with('"')) continue;
        for (std::string_view words : tapbacks)
            if (folded.starts_with(words)) return words;
    }
    return {};
}

}  // namespace assentd
