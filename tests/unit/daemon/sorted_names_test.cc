// SPDX-License-Identifier: Apache-2.0
#include "daemon/sorted_names.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace assentd {
namespace {

namespace fs = std::filesystem;

class SortedNamesTest : public testing::Test {
  protected:
    SortedNamesTest() : root_(fs::temp_directory_path() / ("sorted_names_test." + std::to_string(getpid()))) {
        fs::create_directories(root_ / "cur");
        fs::create_directories(root_ / "new");
    }
    ~SortedNamesTest() override { fs::remove_all(root_); }

    void make(const std::string& path) { std::ofstream(root_ / path) << "x"; }

    std::vector<std::string> all(std::size_t piece) {
        SortedNames names({root_ / "cur", root_ / "new"}, piece);
        std::vector<std::string> found;
        std::error_code error;
        for (auto next = names.next(error); !next.empty(); next = names.next(error)) {
            EXPECT_LE(next.size(), piece);
            for (const fs::path& path : next) found.push_back(fs::relative(path, root_).string());
        }
        EXPECT_FALSE(error);
        return found;
    }

    fs::path root_;
};

TEST_F(SortedNamesTest, AreTheSameHoweverManyAreTakenAtOnce) {
    for (const char* name : {"cur/b", "cur/d", "new/a", "new/c", "new/b", "cur/.hidden"}) make(name);
    const std::vector<std::string> wanted{"new/a", "cur/b", "new/b", "new/c", "cur/d"};
    for (std::size_t piece : {1u, 2u, 3u, 100u}) EXPECT_EQ(all(piece), wanted) << piece;
}

TEST_F(SortedNamesTest, AMissingFolderIsAnError) {
    SortedNames names({root_ / "none"});
    std::error_code error;
    EXPECT_TRUE(names.next(error).empty());
    EXPECT_TRUE(error);
}

}  // namespace
}  // namespace assentd
