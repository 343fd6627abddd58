// SPDX-License-Identifier: Apache-2.0
// Conditions that stand right behind a vote; elsewhere these words say other things. Data only;
// parsers/votes/vote_qualifiers.h says what for.
#pragma once

#include <array>

#include "parsers/votes/vote_qualifiers.h"

namespace assentd::words {

// A vote followed at once by one of these holds only so.
inline constexpr Qualifier conditions_behind[] = {
    {"English", "when", "Yes when it is tested"},
    {"English", "after", "Agree after the review"},
    {"English", "until", "+1 until March"},
    {"English", "till", "+1 till March"},
    {"English", "before", "+1 before Friday, not later"},
    {"English", "with the condition", "+1 with the condition that it stays"},
    {"English", "but only", "+1 but only on Linux"},
    {"English", "but not until", "+1 but not until May"},
    {"English", "but first", "+1, but first the tests"},
    {"English", "conditional", "+1 (conditional)"},
    {"English", "later", "+1 later"},
    {"English", "next", "+1 next year"},
    {"English", "tomorrow", "Yes, tomorrow"},
    {"English", "not yet", "Yes, not yet"},
    {"English", "not now", "Yes, not now"},
    {"English", "yet", "No objection yet"},
    {"English", "soon", "+1 soon"},
    {"English", "someday", "Yes, someday"},
    {"German", "nach", "+1 nach den Tests"},
    {"German", "erst", "Ja, erst nach den Tests"},
    {"German", "später", "Ja, später"},
    {"German", "noch nicht", "Ja, noch nicht"},
    {"French", "si", "+1 si les tests passent"},
    {"French", "quand", "Oui, quand les tests passent"},
    {"French", "après", "+1 après les tests"},
    {"French", "plus tard", "Oui, plus tard"},
    {"Spanish", "si", "Sí, si funciona"},
    {"Spanish", "cuando", "Sí, cuando funcione"},
    {"Spanish", "después", "+1 después de las pruebas"},
    {"Italian", "se", "Sì, se funziona"},
    {"Italian", "quando", "Sì, quando funziona"},
    {"Italian", "dopo", "+1 dopo i test"},
    {"Portuguese", "se", "Sim, se funcionar"},
    {"Portuguese", "quando", "Sim, quando funcionar"},
    {"Portuguese", "depois", "+1 depois dos testes"},
    {"Dutch", "als", "+1 als de tests slagen"},
    {"Dutch", "wanneer", "+1 wanneer de tests slagen"},
    {"Dutch", "pas na", "+1 pas na de tests"},
    {"Swedish", "om", "+1 om testerna går"},
    {"Swedish", "när", "+1 när testerna går"},
    {"Swedish", "efter", "+1 efter testerna"},
    {"Danish", "når", "+1 når testene består"},
    {"Danish", "om", "+1 om det virker"},
    {"Norwegian", "etter", "+1 etter testene"},
    {"Norwegian", "når", "+1 når testene går"},
    {"Polish", "gdy", "+1 gdy testy przejdą"},
    {"Polish", "kiedy", "+1 kiedy testy przejdą"},
    {"Polish", "po", "+1 po testach"},
    {"Polish", "dopiero", "Tak, dopiero po testach"},
    {"Czech", "až", "+1 až testy projdou"},
    {"Czech", "když", "+1 když testy projdou"},
    {"Czech", "po", "+1 po testech"},
    {"Russian", "когда", "+1 когда тесты пройдут"},
    {"Russian", "после", "+1 после тестов"},
    {"Russian", "только после", "Да, только после тестов"},
    {"Turkish", "sonra", "+1 sonra"},
    {"Turkish", "ancak", "+1 ancak testlerden sonra"},
    {"Chinese", "等", "+1 等测试之后"},
    {"Chinese", "若", "+1 若测试通过"},
    {"Japanese", "もし", "+1 もしテストが通れば"},
};

// Behind a verb: "I object to nothing", "I block no more".
inline constexpr std::array nothing_at_all{
    "nothing",       "to nothing", "no more",    "no longer", "not any more", "not anymore", "none of it",
    "to none of it", "nichts",     "nicht mehr", "rien",      "à rien",       "nada",        "a nada",
    "niente",        "a niente",   "niets",      "ingenting", "nic",          "ничего",      "больше не"};

}  // namespace assentd::words
