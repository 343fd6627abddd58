// SPDX-License-Identifier: Apache-2.0
// What mail programs, lists and companies put under a mail, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <string_view>

namespace assentd::words {

// A line that starts so and goes on with at most `more` words and no clause is the mark of a mail program.
struct MobileLine {
    std::string_view language;
    std::string_view start;
    std::string_view example;
    std::string_view holds = {};  // the line must hold this, too
};

inline constexpr std::array mobile_lines{
    MobileLine{"English", "sent from my", "Sent from my phone"},
    MobileLine{"English", "sent from", "Sent from Outlook for Android"},
    MobileLine{"English", "sent via", "Sent via Example Mobile"},
    MobileLine{"English", "sent with", "Sent with Example Mail secure email"},
    MobileLine{"English", "sent by", "Sent by Example Mail"},
    MobileLine{"English", "sent using", "Sent using Example Mail"},
    MobileLine{"English", "sent on the go", "Sent on the go"},
    MobileLine{"English", "get outlook for", "Get Outlook for iOS"},
    MobileLine{"English", "get bluemail for", "Get BlueMail for Android"},
    MobileLine{"English", "sent while on the", "Sent while on the move"},
    MobileLine{"English", "typed with my thumbs", "Typed with my thumbs"},
    MobileLine{"German", "unterwegs geschrieben", "Unterwegs geschrieben"},
    MobileLine{"English", "typed on", "Typed on my phone"},
    MobileLine{"English", "written on my", "Written on my phone"},
    MobileLine{"German", "von meinem", "Von meinem iPhone gesendet", "gesendet"},
    MobileLine{"German", "von unterwegs", "Von unterwegs gesendet"},
    MobileLine{"German", "gesendet von", "Gesendet von meinem Telefon"},
    MobileLine{"German", "gesendet mit", "Gesendet mit der Example Mail App"},
    MobileLine{"German", "gesendet aus", "Gesendet aus der Example App"},
    MobileLine{"German", "diese nachricht wurde von", "Diese Nachricht wurde von meinem Telefon gesendet.",
               "gesendet"},
    MobileLine{"German", "holen sie sich outlook für", "Holen Sie sich Outlook für iOS"},
    MobileLine{"German", "outlook für", "Outlook für Android herunterladen", "herunterladen"},
    MobileLine{"French", "envoyé de", "Envoyé de mon iPhone"},
    MobileLine{"French", "envoyé depuis", "Envoyé depuis mon téléphone"},
    MobileLine{"French", "envoyé à partir de", "Envoyé à partir de Outlook pour Android"},
    MobileLine{"French", "envoyé avec", "Envoyé avec Example Mail"},
    MobileLine{"French", "télécharger outlook pour", "Télécharger Outlook pour iOS"},
    MobileLine{"French", "obtenez outlook pour", "Obtenez Outlook pour iOS"},
    MobileLine{"French", "provenance", "Provenance : Courrier pour Windows", "pour"},
    MobileLine{"Spanish", "enviado desde", "Enviado desde mi móvil"},
    MobileLine{"Spanish, Portuguese", "enviado con", "Enviado con Example Mail"},
    MobileLine{"Spanish", "obtener outlook para", "Obtener Outlook para iOS"},
    MobileLine{"Italian", "inviato da", "Inviato da iPhone"},
    MobileLine{"Italian", "inviato dal", "Inviato dal mio telefono"},
    MobileLine{"Italian", "inviato con", "Inviato con Example Mail"},
    MobileLine{"Italian", "scarica outlook per", "Scarica Outlook per Android"},
    MobileLine{"Italian", "ottieni outlook per", "Ottieni Outlook per iOS"},
    MobileLine{"Portuguese", "enviado do", "Enviado do meu telemóvel"},
    MobileLine{"Portuguese", "enviado da", "Enviado da minha conta"},
    MobileLine{"Portuguese", "enviado de", "Enviado de meu iPhone"},
    MobileLine{"Portuguese", "enviado a partir", "Enviado a partir do meu telefone"},
    MobileLine{"Portuguese", "obter o outlook para", "Obter o Outlook para iOS"},
    MobileLine{"Dutch", "verstuurd vanaf", "Verstuurd vanaf mijn telefoon"},
    MobileLine{"Dutch", "verzonden vanaf", "Verzonden vanaf mijn iPad"},
    MobileLine{"Dutch", "verzonden met", "Verzonden met Example Mail"},
    MobileLine{"Dutch", "verstuurd met", "Verstuurd met Example Mail"},
    MobileLine{"Dutch", "outlook voor", "Outlook voor iOS downloaden", "download"},
    MobileLine{"Swedish", "skickat från", "Skickat från min telefon"},
    MobileLine{"Swedish", "skickades från", "Skickades från min telefon"},
    MobileLine{"Swedish", "hämta outlook för", "Hämta Outlook för iOS"},
    MobileLine{"Danish, Norwegian", "sendt fra", "Sendt fra min telefon"},
    MobileLine{"Norwegian", "sendt via", "Sendt via Example Mail"},
    MobileLine{"Danish", "hent outlook til", "Hent Outlook til iOS"},
    MobileLine{"Norwegian", "få outlook for", "Få Outlook for iOS"},
    MobileLine{"Finnish", "lähetetty", "Lähetetty iPhonesta"},
    MobileLine{"Polish", "wysłane z", "Wysłane z telefonu"},
    MobileLine{"Polish", "wysłano z", "Wysłano z telefonu"},
    MobileLine{"Polish", "pobierz program outlook", "Pobierz program Outlook dla systemu iOS"},
    MobileLine{"Czech", "odesláno z", "Odesláno z telefonu"},
    MobileLine{"Czech", "odesláno ze", "Odesláno ze zařízení Example"},
    MobileLine{"Czech", "získat outlook pro", "Získat Outlook pro Android"},
    MobileLine{"Slovak", "odoslané z", "Odoslané z telefónu"},
    MobileLine{"Russian", "отправлено с", "Отправлено с телефона"},
    MobileLine{"Russian", "отправлено из", "Отправлено из мобильной почты"},
    MobileLine{"Russian", "скачать outlook для", "Скачать Outlook для iOS"},
    MobileLine{"Ukrainian", "надіслано з", "Надіслано з телефону"},
    MobileLine{"Turkish", "iphone'umdan gönderildi", "iPhone'umdan gönderildi"},
    MobileLine{"Turkish", "ipad'imden gönderildi", "iPad'imden gönderildi"},
    MobileLine{"Turkish", "telefonumdan gönderildi", "Telefonumdan gönderildi"},
    MobileLine{"Turkish", "android için outlook", "Android için Outlook'u edinin"},
    MobileLine{"Turkish", "ios için outlook", "iOS için Outlook'u edinin"},
    MobileLine{"Chinese", "发自我的", "发自我的手机"},
    MobileLine{"Chinese", "從我的", "從我的手機傳送", "傳送"},
    MobileLine{"Chinese", "从我的", "从我的手机发送", "发送"},
    MobileLine{"Chinese", "发送自", "发送自 Windows 版邮件"},
    MobileLine{"Chinese", "獲取", "獲取 Outlook for iOS", "outlook"},
    MobileLine{"Chinese", "获取", "获取 Outlook for Android", "outlook"},
    MobileLine{"Japanese", "iphoneから送信", "iPhoneから送信"},
    MobileLine{"Japanese", "ipadから送信", "iPadから送信"},
    MobileLine{"Japanese", "私のiphoneから送信", "私のiPhoneから送信"},
    MobileLine{"Japanese", "androidから送信", "Androidから送信"},
    MobileLine{"Korean", "나의 iphone에서", "나의 iPhone에서 보냄"},
    MobileLine{"Hebrew", "נשלח", "נשלח מהטלפון שלי"},
    MobileLine{"Hungarian", "az iphone-omról küldve", "Az iPhone-omról küldve"},
    MobileLine{"Greek", "στάλθηκε από", "Στάλθηκε από το κινητό μου"},
    MobileLine{"Hungarian", "küldve az", "Küldve az iPhone-omról", "iphone"},
    MobileLine{"Vietnamese", "đã gửi từ", "Đã gửi từ iPhone của tôi"},
    MobileLine{"Thai", "ส่งจาก", "ส่งจาก iPhone ของฉัน"},
    MobileLine{"Estonian", "saadetud minu", "Saadetud minu iPhone'ist"},
    MobileLine{"Latvian", "nosūtīts no", "Nosūtīts no mana iPhone"},
    MobileLine{"Lithuanian", "išsiųsta iš", "Išsiųsta iš mano iPhone"},
    MobileLine{"Bulgarian", "изпратено от", "Изпратено от моя iPhone"},
    MobileLine{"Serbian", "послато са", "Послато са мог iPhone-а"},
    MobileLine{"Serbian", "poslato sa", "Poslato sa mog iPhone-a"},
    MobileLine{"Greek", "απεσταλμένο από", "Απεσταλμένο από το iPhone μου"},
    MobileLine{"Swedish", "från min ipad", "Från min iPad"},
    MobileLine{"Swedish", "från min iphone", "Från min iPhone"},
    MobileLine{"Greek", "εστάλη από", "Εστάλη από το κινητό μου"},
};

// A line that starts and ends so and names a program or telephone says with what the mail was sent. Prose may do the
// same, so it must be the last line, too.
struct SendingLine {
    std::string_view language;
    std::string_view start;
    std::string_view end;
    std::string_view example;
};

inline constexpr std::array sending_lines{
    SendingLine{"English", "sent from my", "", "Sent from my Galaxy S99, an Example smartphone"},
    SendingLine{"English", "sent from the", "nabble.com", "Sent from the dev mailing list archive at Nabble.com."},
    SendingLine{"English", "sent while", "", "Sent while on the move with my phone"},
    SendingLine{"English", "typed with", "", "Typed with thumbs on my phone"},
    SendingLine{"English", "secured with", "", "Secured with Example Mail"},
    SendingLine{"English", "get ", "for android", "Get Example Mail for Android"},
    SendingLine{"English", "yahoo mail:", "", "Yahoo Mail: and its advertisement"},
    SendingLine{"German", "von ", "gesendet", "Von Example Mail auf Android gesendet"},
    SendingLine{"German", "mobil", "gesendet", "Mobil gesendet"},
    SendingLine{"German", "unterwegs", "geschrieben", "Unterwegs am Telefon geschrieben"},
    SendingLine{"French", "envoyé", "", "Envoyé par mon smartphone"},
    SendingLine{"Spanish", "enviado", "", "Enviado mediante Example Mobile"},
    SendingLine{"Italian", "inviato", "", "Inviato tramite il mio smartphone"},
    SendingLine{"Dutch", "verzonden", "", "Verzonden vanuit Mail voor Windows"},
    SendingLine{"Dutch", "verstuurd", "", "Verstuurd via mijn telefoon"},
    SendingLine{"Swedish", "skickat", "", "Skickat med Example Mail"},
    SendingLine{"Danish, Norwegian", "sendt", "", "Sendt med Example Mail"},
    SendingLine{"Polish", "wysłan", "", "Wysłano za pomocą Example Mail"},
    SendingLine{"Czech", "odesláno", "", "Odesláno pomocí Example Mail"},
    SendingLine{"Czech", "posláno", "", "Posláno z mobilu"},
    SendingLine{"Russian", "отправлено", "", "Отправлено через Example Mail"},
    SendingLine{"Turkish", "", "dan gönderildi", "Galaxy cihazımdan gönderildi"},
    SendingLine{"Turkish", "", "den gönderildi", "Yahoo Mail'den gönderildi"},
    SendingLine{"Turkish", "", "ile gönderildi", "Windows için Posta ile gönderildi"},
    SendingLine{"Chinese", "来自", "", "来自我的手机"},
    SendingLine{"Chinese", "发自", "", "发自某某邮箱"},
    SendingLine{"Chinese", "發自", "", "發自我的 iPhone"},
    SendingLine{"Japanese", "", "から送信", "スマートフォンから送信"},
    SendingLine{"Korean", "", "에서 보냄", "내 iPhone에서 보냄"},
    SendingLine{"Hungarian", "", "küldve", "iPhone-ról küldve"},
    SendingLine{"Hungarian", "elküldve", "", "Elküldve az iPhone-omról"},
    SendingLine{"Romanian", "trimis de pe", "", "Trimis de pe iPhone-ul meu"},
    SendingLine{"Catalan", "enviat des de", "", "Enviat des del meu iPhone"},
    SendingLine{"Croatian", "poslano", "", "Poslano s mog iPhonea"},
};

// Parts of words suffice.
inline constexpr std::array sending_programs{
    "iphon",   "ipad",      "android", "galaxy",         "samsung",     "huawei", "xiaomi", "blackberry",
    "windows", "outlook",   "mail",    "phone",          "thunderbird", "mobil",  "móvil",  "telefo",
    "telemóv", "téléphone", "handy",   "posta",          "телефон",     "почт",   "手机",   "手機",
    "邮箱",    "郵箱",      "メール",  "スマートフォン", "갤럭시",      "휴대",
};

// What follows a mobile line on the same line, behind a comma or full stop.
inline constexpr std::array excuses{"please",  "excuse",      "sorry", "apologies", "so please", "pardon",
                                    "forgive", "get the app", "bitte", "merci de",  "the best"};

// Anywhere in a short line.
inline constexpr std::array mobile_phrases{
    "from my iphone", "from my ipad", "from my android", "from my blackberry", "from my mobile",
    "via mobile",     "k-9 mail",     "iphone gesendet", "ipad gesendet",      "handy gesendet",
};

// Words that make a sentence of a line that starts like a mobile line: "Sent from my desk, is much easier".
inline constexpr std::array clause_words{
    "is",   "was", "are",       "were",  "and",    "but", "which", "that", "because", "so",  "if", "will", "has",
    "have", "had", "yesterday", "today", "should", "can", "it",    "we",   "i",       "you", "he", "she",  "they",
};

// A list footer or unsubscribe notice starts with one of these.
inline constexpr std::array footer_starts{
    "to unsubscribe",
    "to stop receiving",
    "unsubscribe:",
    "you are receiving this mail because you",
    "you received this email because you",
    "you are currently subscribed to",
    "__._,_.___",
    "_._,_._,_",
    "unsubscribe here",
    "unsubscribe from this",
    "click here to unsubscribe",
    "you received this message because",
    "you are receiving this because",
    "you are receiving this message because",
    "you're receiving this",
    "you are subscribed to",
    "for additional commands, e-mail",
    "for more options, visit this group",
    "to view this discussion on the web",
    "to respond, reply to this email",
    "reply to this email directly",
    "view this message in context",
    "list-unsubscribe",
    "list archives:",
    "manage your subscription",
    "visit topic",
    "groups.io links:",
    "you receive all messages sent to this group",
    "mailing list archives",
    "this is an automated message from the",
    "sie erhalten diese nachricht, weil",
    "vous recevez ce message, car vous",
    "has recibido este mensaje porque",
    "hai ricevuto questo messaggio perché",
    "você recebeu essa mensagem porque",
    "recebeu esta mensagem porque",
    "je hebt dit bericht ontvangen omdat",
    "du får det här meddelandet eftersom",
    "du modtager denne besked, fordi",
    "du mottar denne meldingen fordi",
    "otrzymujesz tę wiadomość, bo",
    "tuto zprávu jste obdrželi, protože",
    "вы получили это сообщение, поскольку",
    "bu iletiyi google grupları",
    "您收到此邮件是因为",
    "このメールは google グループ",
    "diese e-mail wurde an die liste",
    "um die liste abzubestellen",
    "um sich von dieser liste abzumelden",
    "annulla iscrizione",
    "se désabonner",
    "darse de baja",
    "cancelar inscrição",
    "om je uit te schrijven",
    "för att avsluta prenumerationen",
    "aby wypisać się",
    "pro odhlášení z",
    "отписаться",
    "abonelikten çıkmak",
    "um sich abzumelden",
    "zum abbestellen",
    "abmelden:",
    "pour se désabonner",
    "pour vous désabonner",
    "para cancelar la suscripción",
    "para cancelar a subscrição",
    "per disiscriverti",
    "per cancellarsi",
    "om je af te melden",
    "om u af te melden",
    "aby zrezygnować z subskrypcji",
    "чтобы отказаться от рассылки",
    "退订",
    "配信停止",
};

// Anywhere in a short line that follows a rule.
inline constexpr std::array footer_phrases{
    "mailing list",      "mailman/listinfo", "unsubscribe",  "-request@",          "list info",     "postorius/lists",
    "groups.google.com", "mailing-list",     "mailingliste", "liste de diffusion", "google groups",
};

}  // namespace assentd::words
