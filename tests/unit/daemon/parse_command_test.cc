// SPDX-License-Identifier: Apache-2.0
#include "daemon/parse_command.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace assentd {
namespace {

namespace fs = std::filesystem;

std::string mail(const std::string& id, const std::string& body) {
    return "From: Ana Example <ana@example.org>\nTo: decisions@example.org\nSubject: Re: Plan\nMessage-ID: <" + id +
           "@example.org>\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n\n" + body + "\n";
}

class ParseCommand : public testing::Test {
  protected:
    ParseCommand() : folder_(fs::temp_directory_path() / ("parse_command_test." + std::to_string(getpid()))) {
        fs::create_directories(folder_);
    }
    ~ParseCommand() override { fs::remove_all(folder_); }

    std::string write(const std::string& name, const std::string& content) {
        const fs::path path = folder_ / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }

    std::vector<nlohmann::json> run(const std::vector<std::string>& paths, const std::string& input = {}) {
        std::istringstream in(input);
        std::ostringstream out;
        std::ostringstream err;
        exit_code_ = parse_command(paths, true, in, out, err);
        errors_ = err.str();
        std::vector<nlohmann::json> lines;
        std::istringstream text(out.str());
        for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
        return lines;
    }

    fs::path folder_;
    int exit_code_ = -1;
    std::string errors_;
};

TEST_F(ParseCommand, AMessageFileIsOneLine) {
    const std::string path = write("a.eml", mail("a", "+1 (binding)"));
    const auto lines = run({path});
    ASSERT_EQ(lines.size(), 1u);
    const auto& j = lines[0];
    EXPECT_EQ(j["path"], path);
    EXPECT_EQ(j["index"], 0);
    EXPECT_EQ(j["message_id"], "<a@example.org>");
    EXPECT_EQ(j["from"]["address"], "ana@example.org");
    EXPECT_EQ(j["to"], nlohmann::json::array({"decisions@example.org"}));
    EXPECT_EQ(j["date"], "2026-03-03T09:00:00Z");
    EXPECT_EQ(j["kind"], "human");
    EXPECT_EQ(j["new_text"], "+1 (binding)");
    EXPECT_EQ(j["verdict"], "vote");
    EXPECT_TRUE(j["ask"].is_null());
    const auto& r = j["readings"][0];
    EXPECT_EQ(r["type"], "vote");
    EXPECT_EQ(r["position"], "agree");
    EXPECT_EQ(r["strength"], "+1");
    EXPECT_EQ(r["confidence"], "exact");
    EXPECT_EQ(r["claim"], "binding");
    EXPECT_TRUE(r["scope"].is_null());
    EXPECT_EQ(exit_code_, 0);
}

TEST_F(ParseCommand, AnMboxIsOneLineForEachMessage) {
    const std::string from = "From ana@example.org Tue Mar  3 10:00:00 2026\n";
    const auto lines = run({write("box", from + mail("a", "+1") + "\n" + from + mail("b", "-1") + "\n")});
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0]["index"], 0);
    EXPECT_EQ(lines[1]["index"], 1);
    EXPECT_EQ(lines[1]["readings"][0]["position"], "disagree");
}

TEST_F(ParseCommand, FoldersAreReadInTheOrderOfTheirNames) {
    write("dir/b.eml", mail("b", "b"));
    write("dir/a.eml", mail("a", "a"));
    write("dir/.hidden", mail("h", "h"));
    const auto lines = run({(folder_ / "dir").string()});
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0]["new_text"], "a");
    EXPECT_EQ(lines[1]["new_text"], "b");
}

TEST_F(ParseCommand, AMaildirIsItsNewAndCurMail) {
    fs::create_directories(folder_ / "m/tmp");
    write("m/new/2.host", mail("b", "b"));
    write("m/cur/1.host:2,S", mail("a", "a"));
    write("m/tmp/3.host", mail("c", "c"));
    const auto lines = run({(folder_ / "m").string()});
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0]["new_text"], "a");
    EXPECT_EQ(lines[1]["new_text"], "b");
}

TEST_F(ParseCommand, ADashIsOneMessageOnStandardInput) {
    const auto lines = run({"-"}, mail("a", "yes"));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0]["path"], "-");
}

TEST_F(ParseCommand, AMissingPathIsReportedAfterTheOthersWereRead) {
    const auto lines = run({(folder_ / "none").string(), write("a.eml", mail("a", "+1"))});
    EXPECT_EQ(lines.size(), 1u);
    EXPECT_EQ(exit_code_, 66);
    EXPECT_NE(errors_.find("none"), std::string::npos);
}

TEST_F(ParseCommand, NoPathIsAUsageError) {
    run({});
    EXPECT_EQ(exit_code_, 64);
}

TEST_F(ParseCommand, BytesThatAreNotUtf8DoNotBreakTheJson) {
    const auto lines = run({write("\xFF.eml", "Subject: \xFF\xFE\n\n\xC3\x28 +1\n")});
    EXPECT_EQ(lines.size(), 1u);
}

TEST_F(ParseCommand, WithoutJsonTheAnswerIsForPeople) {
    std::istringstream in(mail("a", "+1 if it is cheap"));
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(parse_command({"-"}, false, in, out, err), 0);
    EXPECT_NE(out.str().find("verdict: unclear"), std::string::npos);
    EXPECT_NE(out.str().find("would ask:"), std::string::npos);
}

}  // namespace
}  // namespace assentd
