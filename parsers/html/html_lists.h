// SPDX-License-Identifier: Apache-2.0
// The marks of list items in HTML as its reader sees them: "1. ", "2. " in an ordered list, for a ballot may be one.
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace assentd {

class HtmlLists {
  public:
    // What stands before a <li>; a list that counts backwards or in letters gets dashes, because its marks say
    // nothing that a plain text would be read by. `attributes`: names and values in turn, as libxml2 gives them.
    std::string start(std::string_view element, const unsigned char** attributes) {
        if (element == "ul" || element == "ol") {
            const std::string type = attribute(attributes, "type", "1");
            const bool plain = type == "1" && attribute(attributes, "reversed", "-") == "-";
            lists_.push_back({element == "ol" && plain, number(attribute(attributes, "start", ""), 1)});
        }
        if (element != "li" || lists_.empty() || !lists_.back().ordered) return "- ";
        const int here = number(attribute(attributes, "value", ""), lists_.back().next);
        lists_.back().next = here + 1;
        return std::to_string(here) + ". ";
    }
    void end(std::string_view element) {
        if ((element == "ul" || element == "ol") && !lists_.empty()) lists_.pop_back();
    }

  private:
    struct List {
        bool ordered = false;
        int next = 1;
    };
    static std::string attribute(const unsigned char** attributes, std::string_view wanted, const char* otherwise) {
        for (const unsigned char** p = attributes; p && *p; p += 2)
            if (reinterpret_cast<const char*>(p[0]) == wanted) return p[1] ? reinterpret_cast<const char*>(p[1]) : "";
        return otherwise;
    }
    static int number(const std::string& text, int otherwise) {
        constexpr int most = 999;
        int n = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
        const bool whole = error == std::errc{} && end == text.data() + text.size();
        return whole && n >= 0 && n <= most ? n : otherwise;
    }

    std::vector<List> lists_;
};

}  // namespace assentd
