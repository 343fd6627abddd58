// SPDX-License-Identifier: Apache-2.0
// What was odd about a mail: one sentence each, each said once, bounded in number and length.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace assentd {

class Remarks {
  public:
    void add(std::string sentence) {
        if (sentences_.size() >= most) return;
        if (sentence.size() > longest) {
            std::size_t end = longest;  // at a character border
            while (end > 0 && (static_cast<unsigned char>(sentence[end]) & 0xC0) == 0x80) --end;
            sentence.resize(end);
        }
        if (std::find(sentences_.begin(), sentences_.end(), sentence) == sentences_.end())
            sentences_.push_back(std::move(sentence));
    }
    std::vector<std::string> take() { return std::move(sentences_); }
    const std::vector<std::string>& all() const { return sentences_; }

  private:
    static constexpr std::size_t most = 50;
    static constexpr std::size_t longest = 300;
    std::vector<std::string> sentences_;
};

}  // namespace assentd
