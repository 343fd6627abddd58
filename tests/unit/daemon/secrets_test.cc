// SPDX-License-Identifier: Apache-2.0
// Where passwords come from (PRODUCT 8.6): files that nobody else can get at, systemd's credentials, commands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "config/config.h"
#include "daemon/connections.h"
#include "daemon/trouble.h"

namespace assentd {
namespace {

class Secrets : public ::testing::Test {
  protected:
    void SetUp() override {
        std::string name = ::testing::TempDir() + "assentd-secrets-XXXXXX";
        directory_ = ::mkdtemp(name.data());
    }
    void TearDown() override {
        ::unsetenv("CREDENTIALS_DIRECTORY");
        std::filesystem::remove_all(directory_);
    }
    std::string write(const std::string& name, const std::string& text, mode_t mode) {
        const std::string path = directory_ + '/' + name;
        std::filesystem::create_directories(std::filesystem::path(path).parent_path());
        std::ofstream(path) << text;
        ::chmod(path.c_str(), mode);
        return path;
    }
    static std::string from_file(const std::string& path) {
        ServerConfig server;
        server.password_file = path;
        return read_secret(server);
    }
    static std::string from_command(const std::string& command) {
        ServerConfig server;
        server.password_command = command;
        return read_secret(server);
    }
    static std::string refused(const std::function<std::string()>& read) {
        try {
            return "read: " + read();
        } catch (const Trouble& trouble) {
            return trouble.what();
        }
    }
    std::string directory_;
};

TEST_F(Secrets, AreTheFirstLineOfAFileOfTheirOwnersAlone) {
    const auto path = write("secret", "hunter2 with space \r\nmore\n", 0600);
    EXPECT_EQ(from_file(path), "hunter2 with space ");
    for (const mode_t mode : {0640u, 0604u, 0620u, 0601u}) {
        ::chmod(path.c_str(), mode);  // after the configuration was read
        EXPECT_EQ(refused([&] { return from_file(path); }),
                  "others than its owner can get at " + path + "; chmod 0600 " + path);
    }
    EXPECT_THAT(refused([&] { return from_file(directory_ + "/none"); }), ::testing::HasSubstr("cannot read"));
}

TEST_F(Secrets, OfSystemdAreItsToGuard) {
    const auto path = write("credentials/inbox", "hunter2\n", 0644);
    ::setenv("CREDENTIALS_DIRECTORY", (directory_ + "/credentials").c_str(), 1);
    EXPECT_EQ(from_file(path), "hunter2");
    // Others are not, whatever their names look like.
    const auto other = write("credentials-of-another/inbox", "hunter2\n", 0644);
    EXPECT_THAT(refused([&] { return from_file(other); }), ::testing::StartsWith("others than its owner"));
    ::setenv("CREDENTIALS_DIRECTORY", "", 1);
    EXPECT_THAT(refused([&] { return from_file(path); }), ::testing::StartsWith("others than its owner"));
}

TEST_F(Secrets, AreNamedAsCredentialsInTheConfiguration) {
    write("credentials/inbox", "hunter2\n", 0644);
    ::setenv("CREDENTIALS_DIRECTORY", (directory_ + "/credentials").c_str(), 1);
    const auto inbox_password = [&](const std::string& name) -> std::string {
        const auto loaded = load_config_text(
            "[daemon]\nstate_dir = \"state\"\n[inbox]\nurl = \"imaps://u@example.org\"\npassword_file = \"" + name +
                "\"\n[outlet]\nurl = \"maildir:out\"\n[mail]\naddress = \"d@example.org\"\n" +
                "[[person]]\naddresses = [\"ana@example.org\"]\n",
            directory_ + "/assentd.toml");
        if (const auto* config = std::get_if<Config>(&loaded)) return read_secret(config->inbox.server);
        return std::get<std::vector<ConfigError>>(loaded).front().what;
    };
    EXPECT_EQ(inbox_password("credential:inbox"), "hunter2");
    EXPECT_EQ(inbox_password("credential:outlet"), "the service was not given a credential “outlet”");
    EXPECT_EQ(inbox_password("credential:../inbox"), "“../inbox” cannot be the name of a credential");
}

TEST_F(Secrets, OfACommandAreWhatItPrintsIfItSucceeds) {
    EXPECT_EQ(from_command("printf 'hunter2\\nmore'"), "hunter2");
    for (const char* command : {"printf hunter2; exit 3", "/none", "kill -9 $$"}) {
        const std::string told = refused([&] { return from_command(command); });
        EXPECT_EQ(told, "password_command failed") << command;
    }
}

}  // namespace
}  // namespace assentd
