// SPDX-License-Identifier: Apache-2.0
// A house with an admin in it, who runs the commands of assentctl.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>

#include "daemon/ctl/commands.h"
#include "tests/unit/daemon/house.h"

namespace assentd::testing {

class Office : public House {
  protected:
    Office() {
        std::filesystem::create_directories(directory_ / "state");
        // The commands find the database where the configuration says, so the house moves in there.
        store_.reset();
        std::filesystem::remove(directory_ / "assentd.db");
        store_ = Store::open((directory_ / "state" / "assentd.db").string());
        configure("");
        std::ofstream(directory_ / "assentd.toml") << text_;
    }
    // What it says goes to output_, said_ (on stderr) and complaint_.
    template <typename Command, typename... Arguments>
    int run(Command command, Arguments... arguments) {
        Context context((directory_ / "assentd.toml").string(), Clock(now_), "kim");
        ::testing::internal::CaptureStdout();
        ::testing::internal::CaptureStderr();
        int code = 0;
        complaint_.clear();
        try {
            code = command(context, arguments...);
        } catch (const Stop& stop) {
            code = stop.code();
            complaint_ = stop.what();
        }
        output_ = ::testing::internal::GetCapturedStdout();
        said_ = ::testing::internal::GetCapturedStderr();
        return code;
    }
    nlohmann::json output() const { return nlohmann::json::parse(output_); }
    bool says(const std::string& words) const { return output_.find(words) != std::string::npos; }

    std::string output_;
    std::string said_;
    std::string complaint_;
};

}  // namespace assentd::testing
