// SPDX-License-Identifier: Apache-2.0
// tests/replies: short answers as people write them in many languages, and what is none.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/unit/parsers/reading_cases.h"

namespace assentd {
namespace {

using namespace reading_cases;

std::vector<std::string> lines_of_file(const char* name) {
    std::ifstream file(std::filesystem::path(__FILE__).parent_path().parent_path().parent_path() / "replies" / name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] == '#') continue;
        for (std::size_t at = line.find("\\n"); at != std::string::npos; at = line.find("\\n", at + 1))
            line.replace(at, 2, "\n");
        lines.push_back(std::move(line));
    }
    return lines;
}

TEST(PlainReplies, AreReadAsTheOneVoteThatTheyAre) {
    const auto lines = lines_of_file("votes.txt");
    EXPECT_GT(lines.size(), 400u);
    for (const std::string& line : lines) {
        const std::string wanted = line.substr(0, line.find('\t'));
        const std::string text = line.substr(line.find('\t') + 1);
        EXPECT_EQ(summary(text).substr(0, wanted.size() + 1), wanted + " ") << text;
        EXPECT_EQ(read(text).ask, "") << text;
    }
}

TEST(PlainReplies, AreCountedOnlyWhenTheyAreClear) {
    const auto lines = lines_of_file("no-votes.txt");
    EXPECT_GT(lines.size(), 270u);
    for (const std::string& line : lines) EXPECT_NE(read(line).verdict, ReadingVerdict::vote) << line;
}

TEST(PlainReplies, OfADaneMayThankWithThePolishYes) {
    expect_all({{"Tak", "agree exact"},
                {"Tak, zgadzam się", "agree near"},
                {"Tak!\nAna", "unclear"},
                {"Tak. Jeg læser det i morgen.", "comment"},
                {"I will read it tomorrow.\n\nTak,\nAna", "comment"},
                {"-1, too dear\n\nTak,\nAna", "disagree near"},
                {"Tak\n\nDen 2. mar. 2026 skrev Ben:\n> Skal vi?", "unclear"},
                {"Tak\n\npon., 2 mar 2026 o 09:00 Ben <ben@example.org> napisał(a):\n> Czy?", "agree exact"}});
}

TEST(PlainReplies, OfADeedAndAVoteAreReadByWhatIsDone) {
    expect_all({{"I read the proposal and I agree.", "agree near"},
                {"Ich habe es gelesen und bin einverstanden.", "agree near"},
                {"Ben explained it and I agree.", "unclear"},
                {"Thanks for your help and support.", "comment"},
                {"We need trust and consent.", "comment"},
                {"Did you read it and agree?", "comment"}});
}

TEST(PlainReplies, WithASignOffBelowAQuotationAreOneAnswer) {
    EXPECT_EQ(summary("> Shall we take the grey tiles?\n\nI am against it.\n\n> Ben\n\nThanks,\nAna"),
              "disagree near");
}

}  // namespace
}  // namespace assentd
