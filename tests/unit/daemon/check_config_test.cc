// SPDX-License-Identifier: Apache-2.0
// assentctl check-config (PRODUCT 10.2) about what lies beside the configuration.
#include "tests/unit/daemon/office.h"

namespace assentd::testing {
namespace {

using CheckConfig = Office;

TEST_F(CheckConfig, AMaildirThatIsNotThereIsWarnedOf) {
    EXPECT_EQ(run(check_config_command, false), exit_done) << "the daemon waits for it";
    EXPECT_NE(said_.find("warning: [inbox] url: there is no Maildir at " + (directory_ / "in").string()),
              std::string::npos)
        << said_;
    for (const char* sub : {"cur", "new", "tmp"}) std::filesystem::create_directories(directory_ / "in" / sub);
    EXPECT_EQ(run(check_config_command, false), exit_done);
    EXPECT_EQ(said_, "");
}

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
