// SPDX-License-Identifier: Apache-2.0
// A numbered list in HTML is a numbered list: a ballot may be one.
#include <gtest/gtest.h>

#include "parsers/html/html_text.h"

namespace assentd {
namespace {

std::string html(const std::string& source) {
    Remarks remarks;
    return html_to_text(source, remarks);
}

TEST(HtmlLists, KeepTheirNumbers) {
    EXPECT_EQ(html("<ol><li>Green<li>Red</ol>"), "1. Green\n2. Red\n");
    EXPECT_EQ(html("<ol start=3><li>Green</li><li>Red</li></ol>"), "3. Green\n4. Red\n");
    EXPECT_EQ(html("<ol><li value=2>Green<li value=1>Red</ol>"), "2. Green\n1. Red\n");
    EXPECT_EQ(html("<ol><li>A<ul><li>B</ul><li>C</ol>"), "1. A\n- B\n2. C\n");
}

TEST(HtmlLists, HaveDashesWhereTheirMarksWouldBeMistaken) {
    for (const char* list :
         {"<ul><li>Green</ul>", "<ol type=A><li>Green</ol>", "<ol reversed><li>Green</ol>", "<li>Green</li>"})
        EXPECT_EQ(html(list), "- Green\n") << list;
}

}  // namespace
}  // namespace assentd
