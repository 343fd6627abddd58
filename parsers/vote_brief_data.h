// SPDX-License-Identifier: Apache-2.0
// What people write who answer in a few words that are no vote word, and the words of the short mails that are no
// answer at all, as reading copies (parsers/fold.h), in all languages. None of it is counted: whoever writes so is
// asked. Data only: parsers/vote_brief says where each is looked for.
#pragma once

#include <array>

namespace assentd::words {

// Anywhere in a sentence of a mail of few words: "A no from me.", "Bin dabei.", "Luz verde"
inline constexpr std::array brief_answers{
    "block it", "block this", "block that", "blocked", "vetoed", "i decline", "declined", "i dissent", "a no", "a nay",
    "no circumstances", "by no means", "no-go", "no go", "not this year", "not at this", "not at that price",
    "not in this form", "not like this", "can't support", "cannot support", "can not support", "won't support",
    "will not support", "say yes", "say no", "on board with", "not on board", "unfortunately not", "sadly not", "dealbreaker", "deal breaker",
    "deal-breaker", "only objection", "one objection", "my objection", "firmly against", "strongly against", "completely against", "totally against", "clearly against", "rather against", "still against", "absolutely against", "not until", "no budget",
    "firmly opposed", "strongly opposed", "completely opposed", "totally opposed", "turn this down", "turned down", "a yes", "a clear yes", "a clear no", "ok from", "okay from", "ok for", "okay for", "my ok",
    "my okay", "my blessing", "my approval", "have my support", "my full support", "full support", "green light", "i back", "good with",
    "ok with", "okay with", "happy with the proposal", "happy with it", "happy with this", "happy with that", "fine with", "fine by", "fine for", "fine from", "it's fine", "sounds great",
    "sounds fine", "looks fine", "no issues", "no issue", "not a problem", "no problem for me", "agree more",
    "behind this", "behind it", "100%", "all for it", "sit this one out", "sit this out", "sit it out", "stay neutral",
    "remain neutral", "am neutral", "won't vote", "will not vote", "not voting", "no strong opinion", "no opinion",
    "no strong feelings", "go with the majority", "either way is fine", "not sure yet", "leaning towards", "leaning to",
    "lean towards", "undecided", "be in favour if", "be in favor if", "be in favour", "be in favor", "i would vote",
    "i'd vote", "on the fence", "50/50", "60/40", "from my side", "for my part",
    "von meiner seite", "ein nein", "ein ja", "klares nein", "klares ja", "ohne mich", "nicht mit mir",
    "trage ich nicht mit", "trage ich mit", "nicht dieses jahr", "dieses jahr nicht", "so nicht", "nicht zu diesem preis",
    "nicht in dieser form", "halte ich für", "keinesfalls", "auf keinen fall", "na klar", "auf jeden fall", "bin dabei",
    "bin ich dabei", "für mich okay", "für mich ok", "für mich in ordnung", "problem für mich", "grünes licht", "bewilligt",
    "akzeptiert", "mein ok", "mein okay", "meinen segen", "unentschieden", "unentschlossen", "mir egal", "tendiere",
    "eher ja", "eher nein", "stimme nicht ab", "halte mich raus", "geht für mich", "passt für mich", "für mich nicht",
    "refusé", "refusée", "avis négatif", "avis positif", "avis favorable", "avis défavorable", "suis pas pour", "pas cette année",
    "pas à ce prix", "pas comme ça", "hors de question", "en aucun cas", "accordé", "accordée", "feu vert", "pour moi",
    "ça me va", "ça me convient", "mon accord", "un oui", "un non", "sans moi", "sans opinion", "m'est égal", "je penche",
    "indécis", "indécise", "plutôt pour", "plutôt contre",
    "no podemos", "este año no", "no este año", "a este precio", "de ninguna manera", "conmigo no", "inconveniente",
    "por mi parte", "luz verde", "concedido", "me parece bien", "me parece mal", "me da igual", "indeciso", "indecisa",
    "un sí", "no me convence", "rechazada", "problema para mí",
    "per me", "da parte mia", "via libera", "luce verde", "non quest'anno", "quest'anno no", "a questo prezzo",
    "in nessun caso", "senza di me", "mi è indifferente", "un sì", "non mi convince", "concesso",
    "por mim", "da minha parte", "este ano não", "não este ano", "assim não", "de modo algum", "sem mim", "tanto faz",
    "me é indiferente", "um sim", "um não", "não podemos pagar", "estou dentro", "para mim",
    "voor mij", "wat mij betreft", "niets op tegen", "niets tegen", "goed plan", "goed idee", "slecht plan", "slecht idee",
    "groen licht", "niet dit jaar", "dit jaar niet", "zo niet", "in geen geval", "zonder mij", "maakt mij niet uit", "maakt me niet uit",
    "neutraal", "een ja", "een nee", "doe mee", "niet voor mij",
    "för mig", "för min del", "gillar det", "gillar inte", "inte i år", "godkänd", "godkänt", "grönt ljus", "under inga omständigheter",
    "utan mig", "spelar ingen roll", "ett ja", "ett nej", "jag är med",
    "for mig", "for meg", "for min del", "fra min side", "støttes", "støtter", "ikke i år", "grønt lys", "under ingen omstændigheder",
    "under ingen omstendighet", "uden mig", "uten meg", "er ligeglad", "et ja", "et nej", "et nei", "jeg er med", "godkendt", "godkjent",
    "dla mnie", "z mojej strony", "zatwierdzone", "zielone światło", "nie w tym roku", "w żadnym razie", "w żadnym wypadku",
    "beze mnie", "wszystko mi jedno", "odrzucone", "nie stać nas", "nie przekonuje mnie",
    "pro mě", "za mě", "z mé strany", "zelenou", "letos ne", "takhle ne", "v žádném případě", "beze mě", "je mi to jedno",
    "zamítnuto", "schváleno",
    "для меня", "с моей стороны", "не в этом году", "так не пойдёт", "так не пойдет", "ни в коем случае", "без меня",
    "мне всё равно", "мне все равно", "зелёный свет", "отклонено", "утверждено", "даю добро",
    "benim için", "evet diyorum", "hayır diyorum", "bu yıl olmaz", "böyle olmaz", "bensiz", "fark etmez", "yeşil ışık", "reddedildi",
    "bence uygun", "bana uyar", "没意见", "沒意見", "没有意见", "无所谓", "今年不行", "我这边", "異論", "いいと思", "構いません",
    "中立", "どちらでも", "賛否"};

// The same where nothing else stands in the mail: "Granted.", "Jasne."
inline constexpr std::array lone_brief_answers{"不好", "不行", "不可以", "可以", "行", "好", "好的", "通过", "いいです", "だめです", "ダメです",
                                               "無理です", "結構です", "a no", "a yes", "yup", "yay", "nay", "jup", "jepp", "nö", "granted", "concur", "jasne", "klidně", "absolument", "natürlich", "claro", "certamente", "natuurlijk", "självklart", "selvfølgelig", "oczywiście", "samozřejmě", "разумеется", "elbette", "tabii", "当然", "もちろん"};

// A mail of one of these words says nothing of the proposal: thanks, receipts, plans, wishes, names of things. Stems.
inline constexpr std::array small_words{
    "thank", "thx", "ty", "cheers", "noted", "received", "read", "seen", "got", "done", "fixed", "sent", "updated", "attached",
    "later", "soon", "tomorrow", "today", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "hi", "hello", "hey", "dear", "bye", "goodbye", "ciao", "welcome", "congrat", "interesting", "nice",
    "great", "awesome", "wow", "cool", "super", "perfect", "excellent", "brilliant", "fantastic", "amazing", "sorry", "oops", "ouch",
    "hmm", "hm", "mhm", "aha", "ah", "oh", "lol", "haha", "hehe", "rofl", "test", "ping", "pong", "bump", "fyi",
    "reminder", "reply", "question", "lunch", "help", "please", "typo", "link", "hooray", "finally", "enjoy",
    "understood", "acknowledged", "ack", "ok", "forwarded", "merged", "closed", "duplicate", "spam", "unsubscri", "regards", "greetings",
    "danke", "dank", "gelesen", "gesehen", "notiert", "erhalten", "verstanden", "erledigt", "angekommen", "gesendet", "morgen",
    "heute", "später", "bald", "hallo", "servus", "moin", "tschüss", "gruß", "grüße", "interessant", "schade", "entschuldig",
    "super", "toll", "klasse", "prima", "spitze", "anbei", "anhang", "glückwunsch", "endlich", "frage", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "bitte", "merci", "lu", "vu", "reçu", "noté", "compris", "bonjour", "salut", "bonsoir",
    "demain", "bientôt", "intéressant", "bravo", "désolé", "pardon", "félicitation", "génial", "enfin", "lundi", "mardi", "mercredi",
    "jeudi", "vendredi", "cordialement", "gracias", "leído", "recibido", "enterad", "visto", "hola", "adiós", "mañana",
    "pronto", "interesante", "perdón", "lunes", "saludos", "felicidades", "genial", "grazie", "letto", "ricevuto", "capito",
    "domani", "interessante", "scus", "lunedì", "saluti", "complimenti", "ottimo", "obrigad", "lido", "recebido", "ciente",
    "olá", "oi", "amanhã", "parabéns", "desculp", "bedankt", "gelezen", "ontvangen", "begrepen", "genoteerd", "groet", "hoi", "dag",
    "straks", "maandag", "vrijdag", "tack", "läst", "mottag", "noterat", "hej", "hälsning", "imorgon", "snart", "intressant",
    "ursäkta", "måndag", "fredag", "tak", "takk", "læst", "lest", "modtag", "mottatt", "noter", "hilsen", "mvh", "vh", "hei",
    "snart", "beklager", "undskyld", "mandag", "dzięk", "dziek", "przeczyta", "otrzyma", "zrozumia", "cześć", "jutro",
    "pozdr", "przepraszam", "ciekawe", "díky", "dík", "děkuj", "přečt", "přijato", "rozum", "ahoj", "zítra", "zdrav", "promiň",
    "omlouv", "zajímav", "спасибо", "получил", "прочита", "понял", "понятно", "ясно", "привет", "завтра", "здравств", "извини",
    "интересно", "teşekkür", "sağol", "aldım", "okudum", "anladım", "merhaba", "selam", "yarın", "ilginç", "özür", "谢", "謝",
    "收到", "已读", "已閱", "已阅", "知道", "明白", "你好", "您好", "再见", "辛苦", "抱歉", "不好意思", "明天", "见附件", "ekte", "ありがと", "了解",
    "読み", "拝見", "確認", "お疲れ", "よろしく", "すみません", "こんにち", "おはよう", "明日", "なるほど", "添付"};

// A sentence that begins so and goes on without a mark thanks or greets: "Thanks from me, too"
inline constexpr std::array thanking_words{"thanks", "thank", "many thanks", "greetings", "regards", "danke", "vielen dank", "grüße",
                                           "gruß", "viele grüße", "merci", "gracias", "saludos", "grazie", "saluti", "obrigado",
                                           "obrigada", "bedankt", "groeten", "tack", "hälsningar", "tak", "mange tak", "takk",
                                           "hilsen", "dzięki", "dziękuję", "pozdrowienia", "díky", "děkuji", "спасибо",
                                           "teşekkürler", "谢谢", "ありがとう"};

}  // namespace assentd::words
