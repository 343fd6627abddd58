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
#include "parsers/phrase_index.h"

namespace assentd {

namespace {

// As reading copies (parsers/fold.h).
struct Phrase {
    std::string_view language;
    std::string_view phrase;
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
    Phrase{"en", "i'm away"},
    Phrase{"en", "i am away"},
    Phrase{"en", "currently away"},
    Phrase{"en", "i'm travelling"},
    Phrase{"en", "i am travelling"},
    Phrase{"en", "i'm traveling"},
    Phrase{"en", "i am traveling"},
    Phrase{"en", "attending a conference"},
    Phrase{"en", "maternity leave"},
    Phrase{"en", "paternity leave"},
    Phrase{"en", "sick leave"},
    Phrase{"en", "on sabbatical"},
    Phrase{"en", "not in the office"},
    Phrase{"en", "no longer work for"},
    Phrase{"en", "no longer with"},
    Phrase{"de", "wieder erreichbar"},
    Phrase{"de", "wieder im büro"},
    Phrase{"de", "wieder für sie da"},
    Phrase{"de", "nicht im hause"},
    Phrase{"de", "in elternzeit"},
    Phrase{"de", "auf dienstreise"},
    Phrase{"de", "nicht mehr bei"},
    Phrase{"fr", "en congés"},
    Phrase{"fr", "en déplacement"},
    Phrase{"fr", "absente jusqu'au"},
    Phrase{"fr", "absent jusqu'au"},
    Phrase{"es", "de baja"},
    Phrase{"es", "fuera de oficina"},
    Phrase{"it", "assente"},
    Phrase{"it", "assente dall'ufficio"},
    Phrase{"it", "in congedo"},
    Phrase{"pt", "ausente"},
    Phrase{"pt", "em férias"},
    Phrase{"pt", "de licença"},
    Phrase{"nl", "met verlof"},
    Phrase{"nl", "buiten kantoor"},
    Phrase{"sv", "är ledig"},
    Phrase{"sv", "föräldraledig"},
    Phrase{"sv", "tjänstledig"},
    Phrase{"da", "på barsel"},
    Phrase{"da", "på orlov"},
    Phrase{"nb", "har ferie"},
    Phrase{"nb", "bortreist"},
    Phrase{"nb", "i permisjon"},
    Phrase{"fi", "olen lomalla"},
    Phrase{"fi", "poissa toimistolta"},
    Phrase{"pl", "nieobecna w pracy"},
    Phrase{"pl", "w delegacji"},
    Phrase{"cs", "čerpám dovolenou"},
    Phrase{"cs", "nejsem v kanceláři"},
    Phrase{"ru", "отсутствую"},
    Phrase{"ru", "в командировке"},
    Phrase{"uk", "у відпустці"},
    Phrase{"uk", "не в офісі"},
    Phrase{"hu", "szabadságon vagyok"},
    Phrase{"hu", "nem vagyok az irodában"},
    Phrase{"tr", "ofis dışındayım"},
    Phrase{"tr", "izinli"},
    Phrase{"tr", "tatildeyim"},
    Phrase{"zh", "出差"},
    Phrase{"ja", "出張中"},
    Phrase{"ja", "休業中"},
    Phrase{"ko", "부재중"},
    Phrase{"ko", "휴가"},
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
    Phrase{"en", "is urgent"},
    Phrase{"en", "urgent, call"},
    Phrase{"en", "will return"},
    Phrase{"en", "will respond"},
    Phrase{"en", "will reply"},
    Phrase{"en", "will answer"},
    Phrase{"en", "get back to you"},
    Phrase{"en", "limited access"},
    Phrase{"en", "slow to respond"},
    Phrase{"en", "instead"},
    Phrase{"de", "ihre mails"},
    Phrase{"de", "ihre anfrage"},
    Phrase{"de", "deine mail"},
    Phrase{"de", "deine e-mail"},
    Phrase{"de", "nicht weitergeleitet"},
    Phrase{"de", "erreichen sie"},
    Phrase{"de", "wende dich"},
    Phrase{"de", "wendet euch"},
    Phrase{"de", "meine kollegin"},
    Phrase{"de", "mein kollege"},
    Phrase{"de", "vielen dank für ihre"},
    Phrase{"fr", "votre courriel"},
    Phrase{"fr", "vous pouvez contacter"},
    Phrase{"fr", "merci de contacter"},
    Phrase{"fr", "accès limité"},
    Phrase{"fr", "répondrai"},
    Phrase{"es", "asuntos urgentes"},
    Phrase{"es", "acceso limitado"},
    Phrase{"es", "contacte con"},
    Phrase{"es", "dirija su correo"},
    Phrase{"es", "a mi vuelta"},
    Phrase{"it", "per urgenze"},
    Phrase{"it", "sua mail"},
    Phrase{"it", "al mio ritorno"},
    Phrase{"it", "rivolgersi a"},
    Phrase{"it", "risponderò"},
    Phrase{"pt", "assuntos urgentes"},
    Phrase{"pt", "sem acesso"},
    Phrase{"pt", "acesso limitado"},
    Phrase{"pt", "responderei"},
    Phrase{"pt", "entre em contato"},
    Phrase{"nl", "je mail"},
    Phrase{"nl", "uw e-mail"},
    Phrase{"nl", "uw mail"},
    Phrase{"nl", "dringende zaken"},
    Phrase{"nl", "contact opnemen"},
    Phrase{"nl", "terugkomst"},
    Phrase{"sv", "kontakta"},
    Phrase{"sv", "läser inte"},
    Phrase{"sv", "svarar när"},
    Phrase{"da", "kontakt venligst"},
    Phrase{"da", "bliver ikke læst"},
    Phrase{"da", "svarer, når"},
    Phrase{"nb", "svarer når"},
    Phrase{"nb", "leser ikke e-post"},
    Phrase{"nb", "ta kontakt"},
    Phrase{"nb", "kontakt"},
    Phrase{"fi", "ota yhteyttä"},
    Phrase{"fi", "kiireellisissä"},
    Phrase{"fi", "palattuani"},
    Phrase{"pl", "po powrocie"},
    Phrase{"pl", "proszę o kontakt"},
    Phrase{"cs", "po návratu"},
    Phrase{"cs", "po svém návratu"},
    Phrase{"cs", "v urgentních případech"},
    Phrase{"cs", "kontaktujte"},
    Phrase{"ru", "по срочным вопросам"},
    Phrase{"ru", "после возвращения"},
    Phrase{"ru", "доступ к почте"},
    Phrase{"uk", "у термінових випадках"},
    Phrase{"uk", "після повернення"},
    Phrase{"hu", "sürgős esetben"},
    Phrase{"hu", "forduljon"},
    Phrase{"tr", "acil konular"},
    Phrase{"tr", "acil durumlar"},
    Phrase{"tr", "dönüşümde"},
    Phrase{"tr", "döndüğümde"},
    Phrase{"zh", "及时回复"},
    Phrase{"zh", "急事"},
    Phrase{"zh", "尽快回复"},
    Phrase{"zh", "请联系"},
    Phrase{"ja", "返信が遅れ"},
    Phrase{"ja", "戻り次第"},
    Phrase{"ja", "ご用件は"},
    Phrase{"en", "not be forwarded"},
    Phrase{"en", "not forwarded"},
    Phrase{"en", "not be read"},
    Phrase{"fr", "pas transférés"},
    Phrase{"fr", "pas transmis"},
    Phrase{"es", "no se reenviará"},
    Phrase{"es", "no será reenviado"},
    Phrase{"it", "non sarà inoltrata"},
    Phrase{"it", "non viene inoltrata"},
    Phrase{"it", "non sarà inoltrato"},
    Phrase{"pt", "não será reencaminhada"},
    Phrase{"pt", "não será encaminhada"},
    Phrase{"pt", "não será reencaminhado"},
    Phrase{"nl", "niet doorgestuurd"},
    Phrase{"sv", "vidarebefordras inte"},
    Phrase{"sv", "inte vidarebefordrat"},
    Phrase{"da", "videresendes ikke"},
    Phrase{"da", "ikke videresendt"},
    Phrase{"nb", "ikke videresendt"},
    Phrase{"pl", "nie będzie przekazana"},
    Phrase{"pl", "nie będą przekazywane"},
    Phrase{"cs", "nebude přeposlána"},
    Phrase{"cs", "nejsou přeposílány"},
    Phrase{"ru", "не будет переслано"},
    Phrase{"ru", "не пересылаются"},
    Phrase{"tr", "yönlendirilmeyecektir"},
    Phrase{"tr", "iletilmeyecektir"},
    Phrase{"zh", "不会转发"},
    Phrase{"zh", "不会被转发"},
    Phrase{"ja", "転送されません"},
    Phrase{"ko", "급한"},
    Phrase{"ko", "연락"},
};

// Languages in which a note names its writer; the others may leave the person to the verb.
constexpr std::array first_person{"i", "i'm", "i'll", "ich", "je", "j'ai", "ik", "jag", "jeg", "me", "meine", "my"};

// "People on vacation get no mail" is about others: the writer must be named, or the sentence begin with the phrase.
bool about_the_writer(std::string_view text, const Phrase& phrase) {
    constexpr std::array named{"en", "de", "fr", "nl", "sv", "da", "nb"};
    if (std::find(named.begin(), named.end(), phrase.language) == named.end()) return true;
    const std::size_t at = words::find_phrase(text, phrase.phrase);
    std::size_t mark = at == 0 ? text.npos : text.find_last_of(".!?,", at - 1);
    while (mark != text.npos && mark > 0 && words::is_digit(text[mark - 1]))  // "12. März"
        mark = text.find_last_of(".!?,", mark - 1);
    const std::size_t begin = mark == text.npos ? 0 : mark + 1;
    const std::string_view before = text.substr(begin, at - begin);
    const auto named_before = words::words_of(before, 2);
    return named_before.empty() || named_before[0] == "currently" ||
           std::any_of(first_person.begin(), first_person.end(),
                       [&](std::string_view w) { return words::find_phrase(before, w) != before.npos; });
}

// The first of the table's that stands in the text.
const Phrase* found_in(std::string_view text, const words::PhraseIndex<Phrase>& table) {
    const Phrase* first = nullptr;
    table.any_within(text, text.size(), [&](std::size_t, const Phrase& p) {
        if (!first || &p < first) first = &p;
        return false;
    });
    return first;
}

const Phrase* absent_in(std::string_view folded) {
    constexpr std::size_t opening = 200;  // a note begins with what it is about
    static const words::PhraseIndex<Phrase> index{away};
    const Phrase* absent = found_in(folded.substr(0, opening), index);
    const bool of_the_writer = absent && folded.find('?') == folded.npos && about_the_writer(folded, *absent);
    return of_the_writer ? absent : nullptr;
}

}  // namespace

bool says_away(std::string_view first_lines) {
    return absent_in(words::fold(first_lines)) != nullptr;
}

std::string_view vacation_text(std::string_view first_lines) {
    const std::string text = words::fold(first_lines);
    const Phrase* absent = absent_in(text);
    static const words::PhraseIndex<Phrase> index{notices};
    return absent && found_in(text, index) ? absent->phrase : std::string_view{};
}

}  // namespace assentd
