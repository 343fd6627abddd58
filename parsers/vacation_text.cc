// SPDX-License-Identifier: Apache-2.0
//
// Vacation notes without any mark. A person who writes that they are away also answers something; a note says two
// things to everybody: that its writer is away, and what to do about it. Both must stand in its first lines.
#include <algorithm>
#include <array>
#include <string>

#include "parsers/ascii.h"
#include "parsers/automatic_patterns.h"
#include "parsers/fold.h"

namespace assentd {

namespace {

// As reading copies (parsers/fold.h).
struct Phrase {
    std::string_view language;
    std::string_view words;
};

constexpr std::array away{
    Phrase{"en", "out of the office"},
    Phrase{"en", "out of office"},
    Phrase{"en", "away from the office"},
    Phrase{"en", "away from my desk"},
    Phrase{"en", "on vacation"},
    Phrase{"en", "on holiday"},
    Phrase{"en", "on annual leave"},
    Phrase{"en", "on parental leave"},
    Phrase{"en", "on leave"},
    Phrase{"de", "nicht im büro"},
    Phrase{"de", "nicht im haus"},
    Phrase{"de", "im urlaub"},
    Phrase{"de", "außer haus"},
    Phrase{"de", "abwesend"},
    Phrase{"de", "nicht erreichbar"},
    Phrase{"fr", "absent du bureau"},
    Phrase{"fr", "absente du bureau"},
    Phrase{"fr", "absent(e)"},
    Phrase{"fr", "en congé"},
    Phrase{"fr", "en vacances"},
    Phrase{"es", "fuera de la oficina"},
    Phrase{"es", "de vacaciones"},
    Phrase{"it", "fuori ufficio"},
    Phrase{"it", "in ferie"},
    Phrase{"it", "fuori sede"},
    Phrase{"pt", "fora do escritório"},
    Phrase{"pt", "de férias"},
    Phrase{"nl", "niet op kantoor"},
    Phrase{"nl", "afwezig"},
    Phrase{"nl", "met vakantie"},
    Phrase{"nl", "op vakantie"},
    Phrase{"sv", "inte på kontoret"},
    Phrase{"sv", "på semester"},
    Phrase{"sv", "har semester"},
    Phrase{"da", "ikke på kontoret"},
    Phrase{"da", "på ferie"},
    Phrase{"da", "holder ferie"},
    Phrase{"nb", "ute av kontoret"},
    Phrase{"pl", "poza biurem"},
    Phrase{"pl", "na urlopie"},
    Phrase{"pl", "nieobecny"},
    Phrase{"pl", "nieobecna"},
    Phrase{"cs", "mimo kancelář"},
    Phrase{"cs", "na dovolené"},
    Phrase{"ru", "в отпуске"},
    Phrase{"ru", "нет на рабочем месте"},
    Phrase{"ru", "не в офисе"},
    Phrase{"tr", "ofis dışında"},
    Phrase{"tr", "izindeyim"},
    Phrase{"tr", "izinde"},
    Phrase{"zh", "不在办公室"},
    Phrase{"zh", "休假"},
    Phrase{"zh", "不在辦公室"},
    Phrase{"ja", "休暇"},
    Phrase{"ja", "不在"},
    Phrase{"ja", "外出"},
};

constexpr std::array notices{
    Phrase{"en", "thank you for your"},
    Phrase{"en", "thanks for your"},
    Phrase{"en", "your message"},
    Phrase{"en", "your email"},
    Phrase{"en", "your e-mail"},
    Phrase{"en", "access to email"},
    Phrase{"en", "access to e-mail"},
    Phrase{"en", "access to my email"},
    Phrase{"en", "access to my e-mail"},
    Phrase{"en", "checking email"},
    Phrase{"en", "in urgent cases"},
    Phrase{"en", "urgent matters"},
    Phrase{"en", "if it is urgent"},
    Phrase{"en", "if urgent"},
    Phrase{"en", "please contact"},
    Phrase{"en", "upon my return"},
    Phrase{"en", "when i return"},
    Phrase{"en", "on my return"},
    Phrase{"de", "ihre nachricht"},
    Phrase{"de", "deine nachricht"},
    Phrase{"de", "ihre e-mail"},
    Phrase{"de", "ihre mail"},
    Phrase{"de", "zugriff auf meine"},
    Phrase{"de", "in dringenden fällen"},
    Phrase{"de", "wenden sie sich"},
    Phrase{"de", "nach meiner rückkehr"},
    Phrase{"fr", "votre message"},
    Phrase{"fr", "votre mail"},
    Phrase{"fr", "mes messages"},
    Phrase{"fr", "mes mails"},
    Phrase{"fr", "en cas d'urgence"},
    Phrase{"fr", "à mon retour"},
    Phrase{"es", "su mensaje"},
    Phrase{"es", "tu mensaje"},
    Phrase{"es", "acceso al correo"},
    Phrase{"es", "en caso de urgencia"},
    Phrase{"es", "a mi regreso"},
    Phrase{"it", "suo messaggio"},
    Phrase{"it", "vostro messaggio"},
    Phrase{"it", "in caso di urgenza"},
    Phrase{"it", "al mio rientro"},
    Phrase{"it", "accesso alla posta"},
    Phrase{"pt", "sua mensagem"},
    Phrase{"pt", "seu e-mail"},
    Phrase{"pt", "em caso de urgência"},
    Phrase{"pt", "no meu regresso"},
    Phrase{"nl", "uw bericht"},
    Phrase{"nl", "je bericht"},
    Phrase{"nl", "bij spoed"},
    Phrase{"nl", "in dringende gevallen"},
    Phrase{"sv", "ditt meddelande"},
    Phrase{"sv", "ditt mejl"},
    Phrase{"sv", "vid brådskande"},
    Phrase{"da", "din mail"},
    Phrase{"da", "din besked"},
    Phrase{"da", "ved hastesager"},
    Phrase{"nb", "din e-post"},
    Phrase{"nb", "ved hastesaker"},
    Phrase{"pl", "państwa wiadomość"},
    Phrase{"pl", "za wiadomość"},
    Phrase{"pl", "w pilnych sprawach"},
    Phrase{"cs", "za vaši zprávu"},
    Phrase{"cs", "v naléhavých případech"},
    Phrase{"ru", "ваше письмо"},
    Phrase{"ru", "ваше сообщение"},
    Phrase{"ru", "в срочных случаях"},
    Phrase{"tr", "mesajınız"},
    Phrase{"tr", "acil durumlarda"},
    Phrase{"zh", "您的邮件"},
    Phrase{"zh", "您的来信"},
    Phrase{"zh", "紧急"},
    Phrase{"ja", "お急ぎ"},
    Phrase{"ja", "ご連絡ありがとう"},
    Phrase{"ja", "メールありがとう"},
};

template <typename Table>
const Phrase* found_in(std::string_view text, const Table& table) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Phrase& p) {
        return words::find_phrase(text, p.words) != std::string_view::npos;
    });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace

std::string_view vacation_text(std::string_view first_lines) {
    constexpr std::size_t opening = 200;  // a note begins with what it is about
    const std::string text = words::fold(first_lines);
    const Phrase* absent = found_in(std::string_view(text).substr(0, opening), away);
    return absent && found_in(text, notices) ? absent->words : std::string_view{};
}

}  // namespace assentd
