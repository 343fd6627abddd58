// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/charsets.h"

#include <gtest/gtest.h>

namespace assentd {
namespace {

// Eight bytes are looked at together: the odd one out is found at each place.
TEST(Charsets, Utf8IsJudgedByEachByte) {
    for (std::size_t size = 1; size < 40; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            EXPECT_TRUE(is_utf8(text));
            text[at] = '\xE9';
            EXPECT_FALSE(is_utf8(text)) << at << " of " << size;
            text.replace(at, 1, "\xC3\xA9");
            EXPECT_TRUE(is_utf8(text)) << at << " of " << size;
            EXPECT_EQ(clean_text(text), text);
        }
    }
}

TEST(Charsets, CleanTextDropsWhatNoTextHas) {
    EXPECT_EQ(clean_text("\xEF\xBB\xBF"
                         "a\r\nb\rc\r"),
              "a\nb\nc\n");
    EXPECT_EQ(clean_text(std::string_view("a\0b\x1b[1m\x7f\tc", 10)), "ab[1m\tc");
    EXPECT_EQ(clean_text("caf\xE9!"), "caf\xEF\xBF\xBD!");
    EXPECT_EQ(clean_text("\xE2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Charsets, ByTheirLabels) {
    const struct {
        const char* label;
        const char* bytes;
        const char* utf8;
    } cases[] = {
        {"utf-8", "\xC3\xA9", "é"},
        {"UTF8", "\xC3\xA9", "é"},
        {"iso-8859-1", "\xE9 \x93", "é “"},
        {"windows-1252", "\x80", "€"},
        {"iso-8859-2", "\xB1", "ą"},
        {"koi8-r", "\xC4\xC1", "да"},
        {"windows-1251", "\xE4\xE0", "да"},
        {"gb2312", "\xCD\xAC", "同"},
        {"gb18030", "\xCD\xAC", "同"},
        {"big5", "\xA6\x50", "同"},
        {"iso-2022-jp", "\x1B$B\x46\x31\x1B(B", "同"},
        {"shift_jis", "\x93\xAF", "同"},
        {"ks_c_5601-1987", "\xB0\xA1", "가"},
        {"x-mac-roman", "\x8E", "é"},
        {"hz-gb-2312", "~{M,Rb!#~} ~~ a", "同意。 ~ a"},
        {"HZ-GB-2312", "a~\nb ~{M,\nno end", "ab 同\nno end"},
        {"'iso-8859-2'", "\xB1", "ą"},
        {"iso-8859-2;", "\xB1", "ą"},
        {"';", "\xC4\x85", "ą"},
        {"iso-8859-8-i", "\xE0", "א"},
        {"cp-850", "\x82", "é"},
        {"utf-7", "+AOk-", "é"},
    };
    for (const auto& c : cases) {
        Remarks remarks;
        EXPECT_EQ(to_utf8(c.bytes, c.label, remarks), c.utf8) << c.label;
    }
}

TEST(Charsets, BySenseWhenTheLabelHelpsNot) {
    const struct {
        const char* label;
        const char* bytes;
        const char* utf8;
        const char* remark;
    } cases[] = {
        {"", "\xC3\xA9", "é", "without a charset"},
        {"", "\xE9", "é", "windows-1252"},
        {"us-ascii", "\xC3\xA9", "é", "labelled us-ascii"},
        {"no-such-charset", "\xE9", "é", "Unknown charset"},
        {"utf-8//IGNORE", "\xE9", "é", "Unknown charset"},
        {"utf-8", "\xE9 plain", "é plain", "not: read as windows-1252"},
        {"utf-8", "\xC3\xA9\xFF", "é\xEF\xBF\xBD", "invalid bytes"},
        {"iso-8859-1", "daf\xC3\xBCr", "dafür", "not in its charset"},
        {"windows-1252", "\xE2\x82\xAC", "€", "not in its charset"},
        {"euc-jp", "\xC3\xA9\xE2\x82\xAC", "é€", "not in its charset"},
    };
    for (const auto& c : cases) {
        Remarks remarks;
        EXPECT_EQ(to_utf8(c.bytes, c.label, remarks), c.utf8) << c.label;
        ASSERT_FALSE(remarks.all().empty()) << c.label;
        EXPECT_NE(remarks.all()[0].find(c.remark), std::string::npos) << remarks.all()[0];
    }
}

// RFC 2781 4.3: big-endian, says the rule; what gives text, say the mails.
TEST(Charsets, Utf16WithoutAMark) {
    using namespace std::string_view_literals;
    const struct {
        std::string_view bytes;
        const char* utf8;
    } cases[] = {
        {"\0+\0001\0 \0o\0k"sv, "+1 ok"},
        {"+\0001\0 \0o\0k\0"sv, "+1 ok"},
        {"\x04\x34\x04\x30"sv, "да"},
        {"\x34\x04\x30\x04"sv, "да"},
        {"\xFE\xFF\0+"sv, "+"},
        {"\xFF\xFE+\0"sv, "+"},
        {"\x54\x0C"sv, "同"},
        {""sv, ""},
    };
    for (const auto& c : cases) {
        Remarks remarks;
        EXPECT_EQ(to_utf8(c.bytes, "utf-16", remarks), c.utf8);
    }
}

}  // namespace
}  // namespace assentd
