// SPDX-License-Identifier: Apache-2.0
// Code in a mail says nothing of its own: fenced blocks and patches. Pure; linear in the line.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace assentd::words {

// Says of each line, in order, whether it is code: a fenced block or a patch.
class CodeWatch {
  public:
    explicit CodeWatch(std::span<const std::string_view> lines)
        : tildes_(std::count_if(lines.begin(), lines.end(), is_tilde_fence)) {}

    bool is_code(std::string_view line) {
        const bool tildes = is_tilde_fence(line);
        if (tildes) --tildes_;
        if (tildes || line.starts_with("```")) {
            fenced_ = !fenced_ && !(tildes && tildes_ == 0);  // a row of them that nothing closes is a rule
            return true;
        }
        if (fenced_) return true;
        constexpr std::array starts{"diff --git ", "@@ -", "Index: ", "--- a/", "+++ b/", "--- /", "+++ /"};
        if (std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return line.starts_with(s); }))
            patch_ = true;
        if (!patch_) return false;
        constexpr std::string_view inside = "+- @\\";
        const bool goes_on =
            !line.empty() &&
            (inside.find(line[0]) != std::string_view::npos || line.starts_with("diff ") ||
             line.starts_with("index ") || line.starts_with("Index: ") || line.starts_with("===") ||
             line.starts_with("new file") || line.starts_with("deleted file") || line.starts_with("similarity "));
        patch_ = goes_on;
        return goes_on;
    }

  private:
    static bool is_tilde_fence(std::string_view line) { return line.starts_with("~~~"); }

    std::ptrdiff_t tildes_;  // fences of them that are still to come
    bool fenced_ = false;
    bool patch_ = false;
};

}  // namespace assentd::words
