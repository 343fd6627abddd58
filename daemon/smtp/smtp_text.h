// SPDX-License-Identifier: Apache-2.0
// What may stand in an SMTP command line and in DATA (RFC 5321), decided before anything is sent. Pure; nothing
// throws.
#pragma once

#include <string>
#include <string_view>

namespace assentd {

// Whether local@domain can stand between < and >: no controls, blanks or brackets, lengths of RFC 5321, 4.5.3.1.
// Quoted local parts are refused: we never need one, and they are how addresses are smuggled.
bool is_envelope_address(std::string_view);

// The finished mail as it travels after 354: CRLF line ends whatever they were (bare CR and LF included), dots
// doubled at line starts, and the final ".\r\n".
std::string dot_stuffed(std::string_view mail);

// How long the mail is for SIZE (RFC 1870): with CRLF, without the added dots.
std::size_t size_with_crlf(std::string_view mail);

std::string xtext(std::string_view);  // RFC 3461, section 4

// A name that may follow EHLO: a domain or an address literal.
bool is_ehlo_name(std::string_view);

}  // namespace assentd
