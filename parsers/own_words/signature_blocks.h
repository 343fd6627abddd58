// SPDX-License-Identifier: Apache-2.0
// Signatures that no line "-- " announces, known by the name above them and by what they are made of. Pure; linear in
// the lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "parsers/message.h"
#include "parsers/own_words/quote_headers.h"

namespace assentd::words {

// The name of whoever sent the mail, alone on its line but for titles and pronouns: "Dr. Ben Sample (he/him)".
bool is_senders_name(std::string_view line, const std::vector<Address>& senders);

// Whether the last line is a name that signs: the sender's, apart from what is above it, or anybody's below a closing
// word. The value is how far above it that word stands ("Regards," / "im Auftrag" / "Ben Sample"), or 0.
std::optional<std::size_t> signs(std::span<const std::string_view> lines, bool apart,
                                 const std::vector<Address>& senders);

std::vector<std::string_view> raw_lines(std::span<const TextLine> lines);

enum class Below : std::uint8_t {
    words,      // somebody's
    details,    // nothing but short lines and mottos: a signature, or an afterthought without a full stop
    signature,  // with telephone, address or company register
};
// What the lines below a name are, all of them.
Below below_name(std::span<const std::string_view> lines, const std::vector<Address>& senders);

// "[cid:image001.png@01D.ABC]", "<https://example.org/logo.png>"
bool is_picture(std::string_view folded);
// How many of the first lines say nothing to anybody: pictures, "Follow us on …", "Classification: Internal".
std::size_t footer_lines(std::span<const TextLine> lines);

}  // namespace assentd::words
