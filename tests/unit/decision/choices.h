// SPDX-License-Identifier: Apache-2.0
// Choices told tersely: five people A1 to A5, options A to E, ballots as letters.
#pragma once

#include <string>
#include <vector>

#include "decision/choice.h"
#include "tests/unit/decision/fixture.h"

namespace assentd::test {

inline Policy choice(Method method) {
    Policy p;
    p.name = p.preset = std::string(name(method));
    p.method = method;
    p.silence = Silence::nothing;
    p.on_disagree = OnDisagree::count;
    return p;
}

// "B>A=C": best first. "A,C": approved. "A5 B2": scores.
inline OptionBallot read_ballot(const std::string& text) {
    OptionBallot ballot;
    const bool ranks = text.find('>') != std::string::npos || text.find('=') != std::string::npos;
    bool same = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '=') same = true;
        if (c < 'A' || c > 'Z') continue;
        const auto option = static_cast<OptionIndex>(c - 'A');
        const std::size_t digits = text.find_first_not_of("-0123456789", i + 1);
        const std::string number = text.substr(i + 1, digits == std::string::npos ? digits : digits - i - 1);
        if (!number.empty())
            ballot.scores.emplace_back(option, std::stoll(number));
        else if (!ranks)
            ballot.approved.push_back(option);
        else if (same)
            ballot.places.back().push_back(option);
        else
            ballot.places.push_back({option});
        same = false;
    }
    return ballot;
}

inline CastBallot ballot(const std::string& text) {
    return {read_ballot(text), text, {}};
}
inline CastBallot first_choice(OptionIndex option) {
    CastBallot cast{{}, "1", {}};
    cast.ballot.places = {{option}};
    return cast;
}

inline Room choosing(const Policy& policy, std::size_t options = 3, int people = 5) {
    std::vector<std::string> names;
    for (int i = 1; i <= people; ++i) names.push_back('A' + std::to_string(i));
    Room room(policy, names);
    const std::vector<std::string> cities{"Athens", "Berlin", "Cork", "Delft", "Espoo"};
    room.opening.options.assign(cities.begin(), cities.begin() + static_cast<std::ptrdiff_t>(options));
    return room;
}

// Each ballot by the next of them, an hour after the opening.
inline Room with_ballots(Room room, const std::vector<std::string>& ballots) {
    room.open();
    for (std::size_t i = 0; i < ballots.size(); ++i) room.says('A' + std::to_string(i + 1), 1, {ballot(ballots[i])});
    return room;
}

inline DecideAct decides(const std::string& what) {
    return {what, "I say so", "decide " + what};
}

}  // namespace assentd::test
