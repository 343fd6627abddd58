// SPDX-License-Identifier: Apache-2.0
// The sentences that our mails are made of, to know one that comes back whole and without quotation marks. Made once
// for a set of templates; immutable.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "templates/render.h"

namespace assentd {

class OurSentences {
  public:
    explicit OurSentences(const Templates&);

    // The first of our sentences in the words of a mail, when those have more of them than somebody would quote: two,
    // or a long one.
    std::optional<std::string> sent_back_in(std::string_view own_words) const;

  private:
    struct Table;
    std::shared_ptr<const Table> table_;
};

}  // namespace assentd
