// SPDX-License-Identifier: Apache-2.0
// How mail programs mark in HTML what they quote, sign or hide: data, with one name for each program.
#pragma once

#include <string_view>

namespace assentd {

// What an element says about the text in or behind it.
enum class HtmlMark {
    none,
    quote,      // all of it is quoted
    container,  // holds a quotation, and perhaps answers between its blockquotes
    header,     // a line like "On … wrote:"
    rest,       // everything from here to the end is quoted
    divider,    // everything from here to the end of the next `divided` is
    divided,    // all of it is quoted, and a divider may stand above it
    signature,
    hidden,
    struck,  // struck out: said, and taken back
};

struct HtmlAttributes {
    std::string_view element, css_class, id, style, data_marker, name;
    bool hidden = false;
};

HtmlMark html_mark(const HtmlAttributes&);
// The same for declarations alone, "display: none".
HtmlMark mark_by_style(std::string_view declarations);
// Whether a line looks like the "On …, Ana wrote:" above a quotation.
bool is_html_quote_header(std::string_view line);

// The mark of an element such as <s> or <b style="…"> that goes on in the blocks inside it, and that a parser closes
// at the first of them; none for every other element.
HtmlMark lasting_mark(std::string_view element, std::string_view style);

}  // namespace assentd
