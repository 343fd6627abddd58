// SPDX-License-Identifier: Apache-2.0
// assentctl check-config (PRODUCT 10.2) about what lies beside the configuration.
#include "tests/unit/daemon/office.h"

namespace assentd::testing {
namespace {

using CheckConfig = Office;

TEST_F(CheckConfig, AStateDirectoryThatCannotBeMadeIsAnError) {
    std::string text = text_;
    text.replace(text.find("\"state\""), 7, "\"nowhere/state\"");
    std::ofstream(directory_ / "assentd.toml") << text;
    EXPECT_EQ(run(check_config_command, false), exit_configuration);
    EXPECT_NE(said_.find("state_dir"), std::string::npos) << said_;
    text.replace(text.find("nowhere/state"), 13, "new-state");
    std::ofstream(directory_ / "assentd.toml") << text;
    EXPECT_EQ(run(check_config_command, false), exit_done);
}

}  // namespace
}  // namespace assentd::testing
