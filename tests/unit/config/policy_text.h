// SPDX-License-Identifier: Apache-2.0
// A small configuration that tests add a policy to, and what is wrong with that.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "config/config.h"

namespace assentd {

// Line 1 to 15; a policy that a test adds begins in line 16, its keys in line 17.
inline constexpr std::string_view base = R"([daemon]
[inbox]
url = "maildir:in"
[outlet]
url = "maildir:out"
[mail]
address = "decisions@example.org"
[[person]]
name = "Ana"
addresses = ["ana@example.org", "ana@example.com"]
[[person]]
addresses = ["ben@example.org"]
[[person]]
addresses = ["chen@example.org"]
away = ["2026-12-24..2027-01-02", 2026-12-07]
)";

inline std::string errors_in(std::string_view added) {
    const auto result = load_config_text(std::string(base) + std::string(added), "a.toml");
    std::string text;
    if (const auto* errors = std::get_if<std::vector<ConfigError>>(&result))
        for (auto error : *errors) {
            error.file = "a.toml";
            text += (text.empty() ? "" : "\n") + to_string(error);
        }
    return text;
}
inline Config config_with(std::string_view added) {
    auto result = load_config_text(std::string(base) + std::string(added), "a.toml");
    EXPECT_EQ(errors_in(added), "");
    return std::holds_alternative<Config>(result) ? std::get<Config>(std::move(result)) : Config{};
}

struct Wrong {
    std::string_view keys;
    std::string_view error;
};

}  // namespace assentd
