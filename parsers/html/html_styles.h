// SPDX-License-Identifier: Apache-2.0
// The classes that the <style> of an HTML text hides or strikes out. Owns their names; linear; never fails.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "parsers/html/html_quotes.h"

namespace assentd {

class HtmlStyles {
  public:
    // Takes the rules of one <style>: those for a class alone, ".x" or "p.x". What holds for some screens only
    // ("@media") is no rule for the reader.
    void read(std::string_view rules);
    // What is said of the first of an element's classes that one hides or strikes; none for no such class.
    HtmlMark mark_of(std::string_view classes) const;

  private:
    void rule(std::string_view selectors, HtmlMark);
    std::map<std::string, HtmlMark, std::less<>> marks_;  // by class
};

}  // namespace assentd
