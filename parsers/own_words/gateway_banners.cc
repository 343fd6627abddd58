// SPDX-License-Identifier: Apache-2.0
#include "parsers/own_words/gateway_banners.h"

#include <algorithm>
#include <array>

#include "parsers/fold.h"
#include "parsers/phrase_index.h"

namespace assentd::words {
namespace {

// In front of the sentence, with a colon or a dash.
constexpr std::array alerts{"caution", "warning",    "attention", "external", "external email", "notice",
                            "achtung", "vorsicht",   "extern",    "hinweis",  "avertissement",  "atención",
                            "atenção", "attenzione", "let op",    "varning",  "advarsel",       "uwaga"};

constexpr std::array sentences{
    "this email originated",
    "this e-mail originated",
    "this message originated",
    "this message was sent from outside",
    "this email was sent from outside",
    "this email came from outside",
    "this email is from an external",
    "this email has been sent from outside",
    "this is an external email",
    "you don't often get email from",
    "you do not often get email from",
    "some people who received this message don't often get email from",
    "diese e-mail stammt von",
    "diese e-mail kommt von außerhalb",
    "diese e-mail kommt von extern",
    "diese e-mail wurde von extern",
    "diese e-mail wurde von außerhalb",
    "diese nachricht stammt von",
    "sie erhalten nicht oft",
    "sie erhalten nicht häufig",
    "ce courriel provient de l'ext",
    "ce message provient de l'ext",
    "cet e-mail provient de l'ext",
    "vous n'obtenez pas souvent",
    "vous ne recevez pas souvent",
    "este correo se ha originado fuera",
    "este correo proviene de fuera",
    "este mensaje proviene de fuera",
    "no suele recibir correo",
    "deze e-mail is afkomstig van buiten",
    "deze mail komt van buiten",
    "u ontvangt niet vaak",
    "questa email proviene dall'esterno",
    "questa e-mail proviene dall'esterno",
    "non si ricevono spesso",
    "este e-mail teve origem fora",
    "este email teve origem fora",
    "não costuma receber",
};

// What such a line tells its reader not to do, and why: both stand in it, in any order.
constexpr std::array no_clicks{"do not click",
                               "don't click",
                               "do not open links",
                               "klicken sie nicht",
                               "klicken sie keine",
                               "öffnen sie keine",
                               "ne cliquez pas",
                               "n'ouvrez pas",
                               "no haga clic",
                               "no abra",
                               "non cliccare",
                               "non aprire",
                               "não clique",
                               "não abra",
                               "klik niet",
                               "open geen",
                               "klicka inte",
                               "öppna inte",
                               "klik ikke",
                               "åbn ikke",
                               "ikke klikk",
                               "klikk ikke",
                               "nie klikaj",
                               "nie otwieraj",
                               "neklikejte",
                               "neotvírejte",
                               "не переходите",
                               "не открывайте",
                               "tıklamayın",
                               "请勿点击",
                               "クリックしないでください"};
constexpr std::array outsides{"external", "outside",  "extern",     "außerhalb", "l'extérieur",  "externo",
                              "externe",  "fuera",    "esterno",    "esterna",   "dall'esterno", "fora",
                              "externa",  "buiten",   "utifrån",    "externt",   "udefra",       "ekstern",
                              "utenfra",  "zewnątrz", "zewnętrzny", "zvenčí",    "externí",      "внешний",
                              "внешнего", "извне",    "dışarıdan",  "dış",       "外部"};

// Alone on a line, in brackets or stars.
constexpr std::array marks{"external",       "ext",    "extern", "external email", "external mail", "external sender",
                           "externe e-mail", "externe"};

std::string_view without_frame(std::string_view s) {
    constexpr std::string_view frame = "[](){}*_-=!# ";
    while (!s.empty() && frame.find(s.front()) != frame.npos) s.remove_prefix(1);
    while (!s.empty() && frame.find(s.back()) != frame.npos) s.remove_suffix(1);
    return s;
}

}  // namespace

bool is_gateway_banner(std::string_view folded) {
    std::string_view s = without_frame(folded);
    if (s.empty()) return false;
    if (s.size() + 2 <= folded.size() && is_one_of(s, marks)) return true;
    static const PhraseIndex<const char*> fronts{alerts};
    static const PhraseIndex<const char*> index{sentences};
    if (const char* const* alert = fronts.longest_at_start(s)) {
        s.remove_prefix(std::string_view(*alert).size());
        while (!s.empty() && std::string_view(":-]!* ").find(s.front()) != s.npos) s.remove_prefix(1);
    }
    const auto holds = [&](const auto& table) {
        return std::any_of(table.begin(), table.end(),
                           [&](std::string_view phrase) { return find_phrase(folded, phrase) != folded.npos; });
    };
    if (holds(no_clicks) && holds(outsides)) return true;
    const auto starts = index.may_begin(s);
    return std::any_of(starts.begin(), starts.end(), [&](const auto& e) { return s.starts_with(e.phrase); });
}

}  // namespace assentd::words
