// SPDX-License-Identifier: Apache-2.0
// What stands below a name in signatures, as reading copies (parsers/fold.h). Data only.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace assentd::words {

// In front of a number or an address: "T: +44 20 7946 0000 | M: …".
inline constexpr std::array contact_labels{
    "t",        "m",        "f",         "p",         "w",
    "e",        "d",        "tel",       "tél",       "tlf",
    "tfn",      "ph",       "phone",     "telephone", "telefon",
    "telefone", "teléfono", "telefono",  "téléphone", "telefoon",
    "mobile",   "mob",      "mobil",     "mobiel",    "mobiltelefon",
    "móvil",    "cell",     "cellulare", "portable",  "telemóvel",
    "handy",    "fax",      "direct",    "direkt",    "durchwahl",
    "office",   "büro",     "gsm",       "kom",       "komórka",
    "тел",      "телефон",  "моб",       "факс",      "cep",
    "电话",     "手机",     "传真",      "電話",      "携帯",
    "mail",     "e-mail",   "email",     "e-post",    "web",
    "www",      "internet", "url",       "homepage",  "website",
    "сайт",     "почта",    "邮箱",      "网址",
};

// A line that begins so says what company it is.
struct CompanyLabel {
    std::string_view language;
    std::string_view phrase;
    std::string_view example;
};
inline constexpr std::array company_labels{
    CompanyLabel{"English", "registered office", "Registered office: Exampletown, HRB 12345"},
    CompanyLabel{"English", "registered in", "Registered in England No. 123456"},
    CompanyLabel{"English", "managing director", "Managing director: A. Sample"},
    CompanyLabel{"English", "managing directors", "Managing directors: A. Muster, C. Sample"},
    CompanyLabel{"English", "company number", "Company number 123456"},
    CompanyLabel{"English", "vat", "VAT: GB 123456"},
    CompanyLabel{"German", "geschäftsführer", "Geschäftsführer: A. Muster"},
    CompanyLabel{"German", "geschäftsführerin", "Geschäftsführerin: A. Muster"},
    CompanyLabel{"German", "geschäftsführung", "Geschäftsführung: A. Muster"},
    CompanyLabel{"German", "amtsgericht", "Amtsgericht Musterstadt HRB 12345"},
    CompanyLabel{"German", "handelsregister", "Handelsregister Musterstadt HRB 12345"},
    CompanyLabel{"German", "sitz der gesellschaft", "Sitz der Gesellschaft: Musterstadt"},
    CompanyLabel{"German", "ust-id", "USt-ID: DE123456789"},
    CompanyLabel{"French", "siret", "SIRET 123 456 789"},
    CompanyLabel{"French", "siège social", "Siège social : 12 rue Haute, Paris"},
    CompanyLabel{"Spanish", "cif", "CIF: B12345678"},
    CompanyLabel{"Spanish", "domicilio social", "Domicilio social: Calle Mayor 1, Madrid"},
    CompanyLabel{"Italian", "p. iva", "P. IVA 12345678901"},
    CompanyLabel{"Italian", "sede legale", "Sede legale: Via Roma 1, Milano"},
    CompanyLabel{"Portuguese", "nif", "NIF: 123456789"},
    CompanyLabel{"Portuguese", "cnpj", "CNPJ: 12.345.678/0001-00"},
    CompanyLabel{"Dutch", "kvk", "KvK: 12345678"},
    CompanyLabel{"Swedish", "org.nr", "Org.nr: 123456-7890"},
    CompanyLabel{"Danish", "cvr", "CVR: 12345678"},
    CompanyLabel{"Norwegian", "org. nr", "Org. nr. 123 456 789"},
    CompanyLabel{"Polish", "nip", "NIP: 123-456-78-90"},
    CompanyLabel{"Polish", "krs", "KRS: 0000123456"},
    CompanyLabel{"Czech", "ičo", "IČO: 12345678"},
    CompanyLabel{"Russian", "инн", "ИНН: 1234567890"},
    CompanyLabel{"Turkish", "mersis no", "MERSİS No: 0123456789"},
};

// A line that begins so is about all mail of its writer.
enum class NoteKind : std::uint8_t {
    writer,   // says no more, or goes on behind a colon; people write it to somebody, too, so a name stands above it
    anybody,  // nobody writes it to somebody
    network,  // the same, with the name of one
};
struct SignatureNote {
    std::string_view language;
    std::string_view phrase;
    std::string_view example;
    NoteKind kind = NoteKind::writer;
};
inline constexpr std::array signature_notes{
    SignatureNote{"English", "my working day may not", "My working day may not be your working day.",
                  NoteKind::anybody},
    SignatureNote{"English", "my working hours may not", "My working hours may not be yours.", NoteKind::anybody},
    SignatureNote{"English", "please do not feel obliged to reply", "Please do not feel obliged to reply at night.",
                  NoteKind::anybody},
    SignatureNote{"English", "please do not feel obliged to respond",
                  "Please do not feel obliged to respond at night.", NoteKind::anybody},
    SignatureNote{"English", "i work part-time", "I work part-time: Monday to Wednesday."},
    SignatureNote{"English", "i work flexibly", "I work flexibly."},
    SignatureNote{"English", "note: this mail was dictated", "Note: this mail was dictated. Excuse typos."},
    SignatureNote{"English", "this mail was dictated", "This mail was dictated."},
    SignatureNote{"English", "please excuse typos", "Please excuse typos."},
    SignatureNote{"English", "excuse typos", "Excuse typos."},
    SignatureNote{"English", "please excuse any typos", "Please excuse any typos."},
    SignatureNote{"English", "book a meeting with me", "Book a meeting with me: https://example.org/ben"},
    SignatureNote{"English", "book time with me", "Book time with me: https://example.org/ben"},
    SignatureNote{"English", "follow us on", "Follow us on LinkedIn | Twitter", NoteKind::network},
    SignatureNote{"English", "find us on", "Find us on LinkedIn", NoteKind::network},
    SignatureNote{"German", "ich arbeite in teilzeit", "Ich arbeite in Teilzeit: Montag bis Mittwoch."},
    SignatureNote{"German", "meine arbeitszeiten", "Meine Arbeitszeiten: Montag bis Mittwoch."},
    SignatureNote{"German", "termin buchen", "Termin buchen: https://example.org/ben"},
    SignatureNote{"German", "folgen sie uns", "Folgen Sie uns auf LinkedIn", NoteKind::network},
    SignatureNote{"French", "je travaille à temps partiel", "Je travaille à temps partiel : lundi et mardi."},
    SignatureNote{"French", "prendre rendez-vous", "Prendre rendez-vous : https://example.org/ben"},
    SignatureNote{"French", "suivez-nous", "Suivez-nous sur LinkedIn", NoteKind::network},
    SignatureNote{"Spanish", "trabajo a tiempo parcial", "Trabajo a tiempo parcial: lunes y martes."},
    SignatureNote{"Spanish", "síguenos", "Síguenos en LinkedIn", NoteKind::network},
    SignatureNote{"Italian", "lavoro part-time", "Lavoro part-time: lunedì e martedì."},
    SignatureNote{"Italian", "seguici", "Seguici su LinkedIn", NoteKind::network},
    SignatureNote{"Portuguese", "trabalho a tempo parcial", "Trabalho a tempo parcial: segunda e terça."},
    SignatureNote{"Portuguese", "siga-nos", "Siga-nos no LinkedIn", NoteKind::network},
    SignatureNote{"Dutch", "ik werk parttime", "Ik werk parttime: maandag en dinsdag."},
    SignatureNote{"Dutch", "mijn werkdagen", "Mijn werkdagen: maandag en dinsdag."},
    SignatureNote{"Dutch", "volg ons", "Volg ons op LinkedIn", NoteKind::network},
    SignatureNote{"Swedish", "jag arbetar deltid", "Jag arbetar deltid: måndag och tisdag."},
    SignatureNote{"Swedish", "följ oss", "Följ oss på LinkedIn", NoteKind::network},
    SignatureNote{"Danish", "jeg arbejder på deltid", "Jeg arbejder på deltid: mandag og tirsdag."},
    SignatureNote{"Danish", "følg os", "Følg os på LinkedIn", NoteKind::network},
    SignatureNote{"Norwegian", "jeg jobber deltid", "Jeg jobber deltid: mandag og tirsdag."},
    SignatureNote{"Norwegian", "følg oss", "Følg oss på LinkedIn", NoteKind::network},
    SignatureNote{"Polish", "pracuję na część etatu", "Pracuję na część etatu: poniedziałek, wtorek."},
    SignatureNote{"Polish", "obserwuj nas", "Obserwuj nas na LinkedIn", NoteKind::network},
    SignatureNote{"Czech", "pracuji na částečný úvazek", "Pracuji na částečný úvazek: pondělí a úterý."},
    SignatureNote{"Czech", "sledujte nás", "Sledujte nás na LinkedIn", NoteKind::network},
    SignatureNote{"Russian", "я работаю неполный день", "Я работаю неполный день: понедельник и вторник."},
    SignatureNote{"Russian", "подписывайтесь на нас", "Подписывайтесь на нас в Telegram", NoteKind::network},
    SignatureNote{"Turkish", "yarı zamanlı çalışıyorum", "Yarı zamanlı çalışıyorum: pazartesi ve salı."},
    SignatureNote{"Turkish", "bizi takip edin", "Bizi takip edin: LinkedIn", NoteKind::network},
    SignatureNote{"Chinese", "关注我们", "关注我们 LinkedIn", NoteKind::network},
    SignatureNote{"Japanese", "フォロー", "フォロー: LinkedIn", NoteKind::network},
};
inline constexpr std::array networks{
    "linkedin", "twitter",  "facebook", "instagram", "youtube", "mastodon",
    "xing",     "telegram", "bluesky",  "tiktok",    "wechat",
};

// The label and the value of a line that is nothing else: "Classification: Internal".
inline constexpr std::array classification_labels{
    "classification", "sensitivity",   "klassifizierung", "einstufung",    "vertraulichkeit",
    "clasificación",  "classificação", "classificazione", "classificatie", "klassning",
    "klassifikation", "klasyfikacja",  "klasifikace",     "классификация", "sınıflandırma",
    "密级",           "分類",
};

// Between a closing word and the name: whoever signs does it for somebody.
inline constexpr std::array signing_for_others{
    "im auftrag", "i.a.",          "i. a.",        "in vertretung",          "i.v.",
    "i. v.",      "p.p.",          "ppa.",         "on behalf of the board", "par délégation",
    "p.o.",       "w zastępstwie", "v zastoupení", "namens het bestuur",
};

// Between the words of a job, where they are no vote.
inline constexpr std::array links_of_jobs{"für", "for", "pour", "per", "para", "voor", "för", "pro", "za", "за"};

// In front of a name.
inline constexpr std::array titles{
    "dr",   "prof", "mr",  "mrs", "ms",  "herr", "frau", "dipl", "ing", "mag", "m",   "mme", "sr", "sra",
    "dott", "eng",  "mgr", "bc",  "inż", "hab",  "phd",  "msc",  "rer", "nat", "med", "jur", "h",  "c",
};

}  // namespace assentd::words
