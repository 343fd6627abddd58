// SPDX-License-Identifier: Apache-2.0
// The first lines of a mail that are no quotation, for telling programs from people: both say what they are at once.
// Pure; bounded; any bytes are accepted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assentd {

class OwnOpening {
  public:
    explicit OwnOpening(std::string_view text);

    const std::string& text() const { return text_; }  // trimmed lines, LF; up to the first quotation
    std::string_view up_to(std::size_t where) const { return std::string_view(text_).substr(0, where); }

    // Where in it something stands first; the size of the text when nothing does.
    std::size_t signature() const { return signature_; }
    std::size_t vote() const;       // a line that answers as a person does, in any words: "Yes from me."
    std::size_t sign_vote() const;  // one that begins with a sign, as no program does: "+1", "[x]"

    // On one line what is above the signature: a note, if somebody wrote one, and unless a line of it votes.
    std::string note() const;
    bool note_votes() const { return vote() < signature_; }

  private:
    struct Votes {
        std::size_t any, sign;
    };
    const Votes& votes() const;

    std::string text_;
    std::size_t signature_ = 0;
    mutable std::optional<Votes> votes_;  // looked for when asked: most mails are settled without
};

}  // namespace assentd
