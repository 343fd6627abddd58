// SPDX-License-Identifier: Apache-2.0
// Builds a finished mail from checked values: RFC 5322 header, RFC 2047 encoded words, RFC 2045 transfer encoding.
// Nothing that goes in can add a header field or break a line: what a field may not hold is encoded, or the field is
// left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decision/time.h"

namespace assentd::outgoing {

// local@domain of printable ASCII without white space, brackets, quotes, commas, colons; at most 254 bytes.
bool is_plain_address(std::string_view);
// "<left@right>" of printable ASCII, at most 250 bytes.
bool is_message_id(std::string_view);

// A text value as header words: encoded where it has to be, folded, given that `used` columns of the line are taken.
std::string unstructured(std::string_view text, std::size_t used);
// A display name: as it is, quoted, or encoded.
std::string display_name(std::string_view name, std::size_t used);
std::string date_field(Instant);

// Lines of at most 76 columns; LF line ends.
std::string quoted_printable(std::string_view text);

// The mail, field by field in the order of the calls. A value that does not pass its check leaves its field out.
class MailBuilder {
  public:
    void token(std::string_view name, std::string_view printable);  // fixed words and numbers of ours
    void text(std::string_view name, std::string_view value);
    void address(std::string_view name, std::string_view display, std::string_view address);
    void list_id(std::string_view display, std::string_view id);
    void message_ids(std::string_view name, const std::vector<std::string>& ids);
    // Adds the MIME fields and the body, which has the lines that it shall have (see flowed()).
    std::string finish(std::string_view flowed_body) const;

  private:
    std::string header_;
};

}  // namespace assentd::outgoing
