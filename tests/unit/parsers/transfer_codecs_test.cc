// SPDX-License-Identifier: Apache-2.0
// Transfer encodings (MAIL B.5 49), and the texts that others put around what is encoded.
#include "parsers/mime/transfer_codecs.h"

#include <gtest/gtest.h>

#include <string>

#include "parsers/message.h"

namespace assentd {
namespace {

TEST(TransferCodecs, Base64SkipsWhatIsNotInItsAlphabet) {
    EXPECT_EQ(decode_base64("SGVs\r\nbG8="), "Hello");
    EXPECT_EQ(decode_base64("SG|Vs\x80"
                            "bG8"),
              "Hello")
        << "no padding; '|' reads past the table elsewhere";
    EXPECT_EQ(decode_base64("SA==SQ=="), "HI") << "two encodings in a row";
    EXPECT_EQ(decode_base64("===="), "");
    EXPECT_EQ(decode_base64(""), "");
}

TEST(TransferCodecs, QuotedPrintableKeepsWhatItCannotRead) {
    EXPECT_EQ(decode_quoted_printable("=2B1 \t\r\nso=\r\nft =3d=\n"), "+1\r\nsoft =");
    EXPECT_EQ(decode_quoted_printable("=2b1"), "+1");
    EXPECT_EQ(decode_quoted_printable("a=XYb= c"), "a=XYb= c");
    EXPECT_EQ(decode_quoted_printable("="), "");
}

TEST(TransferCodecs, QuotedPrintableDropsBlanksAtLineEnds) {
    EXPECT_EQ(decode_quoted_printable("one\r\ntwo \t\r\nthree\r\n"), "one\r\ntwo\r\nthree\r\n");
    EXPECT_EQ(decode_quoted_printable("one\ntwo\nthree=\nfour\nfive \n\n"), "one\ntwo\nthreefour\nfive\n\n");
    EXPECT_EQ(decode_quoted_printable("one\r\ntwo\r"), "one\r\ntwo");
    EXPECT_EQ(decode_quoted_printable("a\n=\n=\nb=3D"), "a\nb=");
    EXPECT_EQ(decode_quoted_printable(""), "");
}

TEST(TransferCodecs, Base64InPiecesOfAnySize) {
    EXPECT_EQ(decode_base64("QUJD\r\nREVG"), "ABCDEF");
    EXPECT_EQ(decode_base64("Q\nUJD\nREVG"), "ABCDEF");
    EXPECT_EQ(decode_base64("QUI=QUJD"), "ABABC");
    EXPECT_EQ(decode_base64("////\xFF\x80QUJD"),
              "\xFF\xFF\xFF"
              "ABC");
}

TEST(TransferCodecs, Uuencode) {
    EXPECT_EQ(decode_uuencode("begin 644 x\n%2&5L;&\\\n`\nend\n"), "Hello");
    EXPECT_EQ(decode_uuencode("begin 644 x\nM\nend\n"), std::string(1, '\0'))
        << "a line that is shorter than it says";
}

TEST(TransferCodecs, TheirNamesInAnySpelling) {
    const struct {
        const char* name;
        const char* body;
        const char* text;
    } cases[] = {
        {"\"quoted-printable\"", "=2B1", "+1"},
        {"quoted printable", "=2B1", "+1"},
        {"Quoted_Printable", "=2B1", "+1"},
        {"'base64'", "KzE=", "+1"},
        {"(of the gateway) base-64;", "KzE=", "+1"},
        {"7bit", "=2B1", "=2B1"},
        {"", "KzE=", "KzE="},
    };
    for (const auto& c : cases)
        EXPECT_EQ(read_message(std::string("Content-Transfer-Encoding: ") + c.name + "\n\n" + c.body).text, c.text)
            << c.name;
}

TEST(TransferCodecs, OfAMultipart) {
    EXPECT_EQ(read_message("Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n"
                           "LS1iCgorMQotLWItLQo=\n")
                  .text,
              "+1");
    EXPECT_EQ(read_message("Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n"
                           "--b\n\n+1\n--b--\n")
                  .text,
              "+1")
        << "the label is wrong more often";
    EXPECT_EQ(read_message("Content-Type: multipart/mixed; boundary=b (generated)\n\n--b\n\n+1\n--b--\n").text, "+1");
}

// Lists write their footer, and gateways their warning, beside the encoded text as if it were none.
TEST(TransferCodecs, TextAroundBase64IsText) {
    const std::string footer = "\n____________________\nchairs mailing list\nchairs@lists.example.org\n";
    const struct {
        const char* what;
        std::string body;
        std::string text;
    } cases[] = {
        {"a footer behind padding", "KzE=\n" + footer, "+1\n" + footer},
        {"a footer behind a whole quantum", "KzEgd2l0aCBqb3kh\n" + footer, "+1 with joy!\n" + footer},
        {"words that could be base64", "KzE=\n\nboard\nlist\nsee https://lists.example.org\n",
         "+1\n\nboard\nlist\nsee https://lists.example.org\n"},
        {"a warning above", "[EXTERNAL EMAIL]\n\nLTEK\n", "[EXTERNAL EMAIL]\n\n-1\n"},
        {"both", "CAUTION: from outside\r\nKzEK\r\n-- \r\nBoard\r\n",
         "CAUTION: from outside\r\n+1\n-- \r\nBoard\r\n"},
        {"no base64 at all", "+1 from me, this is plain.\nJane\n", "+1 from me, this is plain.\nJane\n"},
        {"nor this, all in the alphabet", "+1\n", "+1\n"},
        {"nor a word", "Agree\n", "Agree\n"},
        {"lines that are written twice",
         "SSB0aGluayB0aGF0IHdlIHNob3VsZCBidXkgdGhlIG9uZXMgd2l0aCBmb3VyIGxl\n\nZ3Mu\n" + footer,
         "I think that we should buy the ones with four legs.\n" + footer},
        {"damage in a long line", "SSB0aGluayB0aGF0IHdlI|HNob3VsZCBidXkgdGhlIG9uZXMgd2l0aCBmb3VyIGxl\nZ3Mu\n",
         "I think that we should buy the ones with four legs."},
        {"two encodings in a row", "SA==\nSQ==\n--\n", "HI\n--\n"},
        {"cut off", "SSB0aGluayB0aGF0IHdlIHNob3VsZCBidXkgdGhlIG9uZXM", "I think that we should buy the ones"},
    };
    for (const auto& c : cases) EXPECT_EQ(decode_transfer(c.body, "base64"), c.text) << c.what;
}

TEST(TransferCodecs, WhatIsNotBase64DoesNotChangeTheCharset) {
    const auto read = [](const std::string& charset, const std::string& body) {
        return read_message("From: ana@example.org\nContent-Type: text/plain; charset=" + charset +
                            "\nContent-Transfer-Encoding: base64\n\n" + body);
    };
    const Message m = read("utf-8", "0JTQsC4=\n\n_____\nchairs mailing list\n");
    EXPECT_EQ(m.text, "Да.\n\n_____\nchairs mailing list\n");
    EXPECT_TRUE(m.remarks.empty()) << m.remarks.front();
    EXPECT_EQ(read("koi8-r", "5MEsINEg08/HzMHTxc4gLSDO1dbO2SDT1NXM2NEuCg==\n\n_____\nchairs mailing list\n").text,
              "Да, я согласен - нужны стулья.\n\n_____\nchairs mailing list\n");
}

}  // namespace
}  // namespace assentd
