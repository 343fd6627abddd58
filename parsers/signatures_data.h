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
    MobileLine{"Greek", "εστάλη από", "Εστάλη από το κινητό μου"},
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
    "um sich von dieser liste abzumelden",
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

// A paragraph is a disclaimer when its first lines hold a phrase of each column.
struct Disclaimer {
    std::string_view language;
    std::string_view subject;
    std::string_view claim;
    std::string_view example;
};

inline constexpr std::array disclaimers{
    Disclaimer{"English", "e-mail", "confidential", "This e-mail and its attachments are confidential."},
    Disclaimer{"English", "email", "confidential", "This email may contain confidential information."},
    Disclaimer{"English", "message", "confidential", "This message is confidential."},
    Disclaimer{"English", "communication", "confidential", "This communication is confidential."},
    Disclaimer{"English", "message", "intended recipient",
               "If this message reached you and you are not the intended recipient"},
    Disclaimer{"English", "not the intended recipient", "", "If you are not the intended recipient of this email"},
    Disclaimer{"English", "information contained in", "intended",
               "The information contained in this mail is intended for"},
    Disclaimer{"English", "email", "intended solely", "This email is intended solely for"},
    Disclaimer{"English", "message", "intended only for", "This message is intended only for"},
    Disclaimer{"English", "confidentiality notice", "", "CONFIDENTIALITY NOTICE:"},
    Disclaimer{"English", "legal disclaimer", "", "LEGAL DISCLAIMER"},
    Disclaimer{"English", "consider the environment before printing", "",
               "Please consider the environment before printing"},
    Disclaimer{"English", "registered office", "registered in",
               "Example Ltd, registered in England, registered office"},
    Disclaimer{"German", "e-mail", "vertraulich", "Diese E-Mail enthält vertrauliche Informationen."},
    Disclaimer{"German", "nachricht", "vertraulich", "Diese Nachricht ist vertraulich."},
    Disclaimer{"German", "amtsgericht", "geschäftsführer",
               "Amtsgericht Beispielstadt HRB 1, Geschäftsführer: A. Beispiel"},
    Disclaimer{"French", "message", "confidentiel", "Ce message est confidentiel."},
    Disclaimer{"French", "courriel", "confidentiel", "Ce courriel est confidentiel."},
    Disclaimer{"Spanish", "mensaje", "confidencial", "Este mensaje es confidencial."},
    Disclaimer{"Spanish, Portuguese", "correo", "confidencial", "Este correo es confidencial."},
    Disclaimer{"Portuguese", "mensagem", "confidenciais", "Esta mensagem pode conter informações confidenciais."},
    Disclaimer{"Portuguese", "mensagem", "confidencial", "Esta mensagem é confidencial."},
    Disclaimer{"Italian", "messaggio", "riservat", "Questo messaggio contiene informazioni riservate."},
    Disclaimer{"Italian", "messaggio", "confidenzial", "Questo messaggio è confidenziale."},
    Disclaimer{"Dutch", "bericht", "vertrouwelijk", "Dit bericht is vertrouwelijk."},
    Disclaimer{"Dutch", "e-mail", "vertrouwelijk", "Deze e-mail is vertrouwelijk."},
    Disclaimer{"Swedish", "meddelande", "konfidentiell", "Detta meddelande är konfidentiellt."},
    Disclaimer{"Danish, Norwegian", "e-mail", "fortrolig", "Denne e-mail er fortrolig."},
    Disclaimer{"Norwegian", "melding", "konfidensiell", "Denne meldingen er konfidensiell."},
    Disclaimer{"Polish", "wiadomość", "poufn", "Ta wiadomość jest poufna."},
    Disclaimer{"Czech", "zpráva", "důvěrn", "Tato zpráva je důvěrná."},
    Disclaimer{"Russian", "сообщение", "конфиденциальн", "Это сообщение конфиденциально."},
    Disclaimer{"Turkish", "mesaj", "gizli", "Bu mesaj gizlidir."},
    Disclaimer{"Chinese", "邮件", "保密", "本邮件内容保密"},
    Disclaimer{"Japanese", "メール", "機密", "このメールには機密情報が含まれています"},
};

}  // namespace assentd::words
