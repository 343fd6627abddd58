// SPDX-License-Identifier: Apache-2.0
// The body of a mail: its parts, its charsets, its HTML.
#include <gtest/gtest.h>

#include <algorithm>

#include "parsers/html/html_text.h"
#include "parsers/message.h"
#include "parsers/mime/body.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/flowed.h"
#include "parsers/mime/mime_tree.h"

namespace assentd {
namespace {

std::string text_of(const std::string& raw) {
    return read_message(raw).text;
}

std::string typed(const std::string& type, const std::string& body, const std::string& encoding = "8bit") {
    return "Content-Type: " + type + "\nContent-Transfer-Encoding: " + encoding + "\n\n" + body;
}

bool remarked(const Message& m, std::string_view words) {
    return std::any_of(m.remarks.begin(), m.remarks.end(),
                       [&](const std::string& r) { return r.find(words) != std::string::npos; });
}

std::string html(const std::string& source) {
    Remarks remarks;
    return html_to_text(source, remarks);
}

// ---- charsets (MAIL B.5 50, 51)

TEST(Charsets, ControlsAreDropped) {
    EXPECT_EQ(clean_text(std::string("\xEF\xBB\xBF"
                                     "a\0b\x07\x7F\tc\r\nd\re",
                                     15)),
              "ab\tc\nd\ne");
    EXPECT_EQ(clean_line("a\nb\tc"), "a b c");
    EXPECT_EQ(utf8_prefix("aé", 2), "a");
    EXPECT_EQ(text_of(std::string("Subject: x\n\n+\0001\0\n", 17)), "+1\n") << "NUL (MAIL B.5 51)";
}

// ---- flowed (B.5 49)

TEST(Flowed, SoftLineBreaksAreJoinedWithinOneQuoteDepth) {
    EXPECT_EQ(unflow("a \nb\nc\n", false), "a b\nc\n");
    EXPECT_EQ(unflow("> a \n> b\n> c \nmine\n", false), "> a b\n> c \nmine\n");
    EXPECT_EQ(unflow(">> a \n> b\n", false), ">> a \n> b\n");
    EXPECT_EQ(unflow(" From here\n  two\n", false), "From here\n two\n") << "space-stuffing";
    EXPECT_EQ(unflow("ab \nc\n", true), "abc\n") << "DelSp";
    EXPECT_EQ(unflow("text \n-- \nname\n", false), "text \n-- \nname\n") << "the signature line is no soft break";
    EXPECT_EQ(text_of(typed("text/plain; format=flowed; delsp=yes", "+ \n1\n")), "+1\n");
}

// ---- multiparts (B.6 59, 60)

std::string alternative(const std::string& plain, const std::string& html_part) {
    return "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + plain +
           "\n--b\nContent-Type: text/html\n\n" + html_part + "\n--b--\n";
}

TEST(MessageBody, PlainTextWinsUnlessItIsEmptyOrAStub) {  // B.5 52
    EXPECT_EQ(text_of(alternative("+1", "<p>-1</p>")), "+1");
    EXPECT_EQ(text_of(alternative("", "<p>-1</p>")), "-1\n");
    EXPECT_EQ(text_of(alternative(" \n ", "<p>-1</p>")), "-1\n");
    EXPECT_EQ(text_of(alternative("Please view this mail in your browser.", "<p>-1</p>")), "-1\n");
    EXPECT_EQ(text_of(alternative("This message requires an HTML viewer.", "<p>-1</p>")), "-1\n");
    EXPECT_EQ(text_of(alternative("Your mail program does not support HTML.", "")),
              "Your mail program does not support HTML.");
}

TEST(MessageBody, HtmlOnlyMailIsReadAsItsText) {
    EXPECT_EQ(text_of(typed("text/html; charset=utf-8", "<b>+1</b><br>fine")), "+1\nfine\n");
    EXPECT_EQ(text_of(typed("text/html", "<meta charset=\"koi8-r\"><p>\xC4\xC1</p>")), "да\n");
}

TEST(MessageBody, BoundaryOddities) {
    const std::string top = "Content-Type: multipart/mixed; boundary=";
    const struct {
        const char* what;
        std::string mail;
        const char* text;
    } cases[] = {
        {"trailing blanks", top + "b\n\n--b  \n\none\n--b\t\n\ntwo\n--b--  \n", "one\ntwo"},
        {"prefix of another", top + "b\n\n--b\n\none\n--bc\nstill\n--b--\n", "one\n--bc\nstill"},
        {"within a line", top + "b\n\n--b\n\nhello --b mid\n--b--\n", "hello --b mid"},
        {"never closed", top + "b\n\n--b\n\none\n--b\n\ntwo", "one\ntwo"},
        {"written twice", top + "b\n\n--b\n--b\n\none\n--b--\n", "one"},
        {"empty, but there is one", top + "\"\"\n\n--xyz\nContent-Type: text/plain\n\none\n--xyz--\n", "one"},
        {"missing, no parts", "Content-Type: multipart/mixed\n\njust text\n", "just text\n"},
        {"with an equals sign", top + "\"=_b?=\"\n\n--=_b?=\n\none\n--=_b?=--\n", "one"},
        {"zero", top + "0\n\n--0\n\none\n--0--\n", "one"},
        {"epilogue and preamble", top + "b\n\nbefore\n--b\n\none\n--b--\nafter\n", "one"},
        {"CRLF", top + "b\r\n\r\n--b\r\n\r\none\r\n--b--\r\n", "one"},
    };
    for (const auto& c : cases) EXPECT_EQ(text_of(c.mail), c.text) << c.what;
    EXPECT_EQ(text_of(top + std::string(200, 'x') + "\n\n--" + std::string(200, 'x') + "\n\none\n"), "one\n")
        << "too long";
}

TEST(MessageBody, OuterBoundaryEndsAnInnerMultipartThatIsNotClosed) {
    const Message m = read_message(
        "Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/alternative; boundary=in\n\n"
        "--in\n\n+1\n--out\nContent-Type: application/pdf; name=a.pdf\n\nx\n--out--\n");
    EXPECT_EQ(m.text, "+1");
    ASSERT_EQ(m.attachments.size(), 1u);
    EXPECT_EQ(m.attachments[0].name, "a.pdf");
    EXPECT_TRUE(remarked(m, "not closed"));
}

TEST(MessageBody, SameBoundaryNestedStillReadsTheText) {
    const std::string part =
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n+1\n"
        "--b\nContent-Type: text/html\n\n<p>-1</p>\n--b--\n";
    EXPECT_EQ(text_of("Content-Type: multipart/mixed; boundary=b\n\n--b\n" + part + "--b--\n"), "+1");
}

TEST(MessageBody, AttachedMailsAreNeverTheSendersWords) {
    const Message m = read_message(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee below\n--b\n"
        "Content-Type: message/rfc822\n\nSubject: x\n\n+1\n--b--\n");
    EXPECT_EQ(m.text, "see below");
    ASSERT_EQ(m.attachments.size(), 1u);
    EXPECT_EQ(m.attachments[0].media_type, "message/rfc822");
    EXPECT_EQ(m.kind, MessageKind::human) << "MAIL B.2 17";

    const Message digest =
        read_message("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\n+1\n--b--\n");
    EXPECT_EQ(digest.text, "");
    ASSERT_EQ(digest.attachments.size(), 1u);
    EXPECT_EQ(digest.attachments[0].media_type, "message/rfc822") << "a digest's default type";
}

TEST(MessageBody, PartialAndExternalBodiesAreNotFollowed) {
    EXPECT_TRUE(remarked(read_message(typed("message/partial; id=x; number=1", "+1")), "not put together"));
    const Message m = read_message(typed("message/external-body; access-type=URL; URL=\"http://x.example/\"", "+1"));
    EXPECT_EQ(m.text, "");
    EXPECT_TRUE(remarked(m, "not fetched"));
}

TEST(MessageBody, SignedTextIsReadAndItsSignatureIsNoAttachment) {
    const Message m = read_message(
        "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n\n--b\n"
        "Content-Type: text/plain\n\n+1\n--b\nContent-Type: application/pgp-signature\n\nSIG\n--b--\n");
    EXPECT_EQ(m.text, "+1");
    EXPECT_TRUE(m.attachments.empty());
    ASSERT_TRUE(m.signed_part);
    EXPECT_EQ(m.signed_part->bytes, "Content-Type: text/plain\r\n\r\n+1") << "with the line ends that were signed";
    EXPECT_EQ(m.signed_part->signature, "SIG");
}

TEST(MessageBody, ClearSignedTextLosesItsArmor) {
    EXPECT_EQ(text_of("Subject: s\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n+1\n- - item\n"
                      "-----BEGIN PGP SIGNATURE-----\n\niQx\n-----END PGP SIGNATURE-----\n"),
              "+1\n- item\n");
}

TEST(MessageBody, EnvelopesThatWeCannotOpenAreNamed) {
    EXPECT_TRUE(remarked(read_message(typed("application/pkcs7-mime; name=smime.p7m", "x")), "S/MIME"));
    EXPECT_TRUE(remarked(read_message(typed("application/ms-tnef; name=winmail.dat", "x")), "TNEF"));
    EXPECT_TRUE(remarked(read_message("Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nVersion: 1\n--b--\n"),
                         "encrypted"));
}

TEST(MessageBody, AttachmentsHaveSafeNamesSizesAndHashes) {
    const Message m = read_message(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n+1\n--b\nContent-Type: Text/CSV; name=other\n"
        "Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fetc%2Fna%C3%AFve%00%0A.csv\n"
        "Content-Transfer-Encoding: base64\n\nYWJj\n--b--\n");
    ASSERT_EQ(m.attachments.size(), 1u);
    EXPECT_EQ(m.attachments[0].name, "naïve .csv");
    EXPECT_EQ(m.attachments[0].media_type, "text/csv");
    EXPECT_EQ(m.attachments[0].size, 3u);
    EXPECT_EQ(m.attachments[0].sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(safe_file_name("C:\\x\\a.txt"), "a.txt");
    EXPECT_EQ(safe_file_name(".."), "");
    EXPECT_LE(safe_file_name(std::string(999, 'a')).size(), 255u);
}

TEST(MessageBody, NamedTextAfterTheTextIsAnAttachment) {
    const Message m = read_message(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nsee patch\n--b\n"
        "Content-Type: text/plain; name=a.patch\nContent-Disposition: inline\n\n+1\n--b--\n");
    EXPECT_EQ(m.text, "see patch");
    EXPECT_EQ(m.attachments.size(), 1u);
}

TEST(MessageBody, OutlooksDoubledNewlinesAreHalved) {  // B.5 53
    const std::string body = "+1\n\nfine\n\nby\n\nme\n\n";
    EXPECT_EQ(text_of("X-Mailer: Microsoft Office Outlook 12.0\n\n" + body), "+1\nfine\nby\nme\n");
    EXPECT_EQ(text_of("X-Mailer: other\n\n" + body), body);
}

// ---- HTML

TEST(Html, BlocksListsTablesAndEntities) {
    EXPECT_EQ(html("<p>one</p><p>two<br>three</p>"), "one\n\ntwo\nthree\n");
    EXPECT_EQ(html("<ul><li>a<li>b</ul>"), "- a\n- b\n");
    EXPECT_EQ(html("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"), "a b\nc\n");
    EXPECT_EQ(html("a &amp; b&nbsp;c &eacute; &#8722;1 &unknown; &"), "a & b c é −1 &unknown; &\n");
    EXPECT_EQ(html("<pre>a\n  b</pre>"), "a\n  b\n");
    EXPECT_EQ(html("  many \n blanks  "), "many blanks\n");
    EXPECT_EQ(html("1 < 2 > 1"), "1 < 2 > 1\n");
    EXPECT_EQ(html("<div>+1</div><div>because</div>"), "+1\nbecause\n");
}

TEST(Html, LinksKeepTheirTargetsWhenTheTextIsAnother) {
    EXPECT_EQ(html("see <a href=\"https://x.example/\">this</a>."), "see this <https://x.example/>.\n");
    EXPECT_EQ(html("<a href=\"https://x.example/\">https://x.example/</a>"), "https://x.example/\n");
    EXPECT_EQ(html("<a href=\"mailto:ana@example.org\">ana</a>"), "ana\n");
    EXPECT_EQ(html("<a href=\"javascript:x()\">ana</a>"), "ana\n");
}

TEST(Html, HiddenTextIsDropped) {
    EXPECT_EQ(html("<style>p{}</style><script>'-1'</script><title>t</title><!-- -1 -->+1"), "+1\n");
    EXPECT_EQ(html("<div style=\"display: none\">-1 <b>x</b></div>+1"), "+1\n");
    EXPECT_EQ(html("<span style='mso-hide:all'>-1</span>+1<span hidden>-1</span>"), "+1\n");
    EXPECT_EQ(html("<div style=\"font-size:0px\">-1</div>+1"), "+1\n");
}

TEST(Html, EmojiAndCheckBoxesAreText) {
    EXPECT_EQ(html("<img data-emoji=\"👍\" alt=\"👍\">"), "👍\n");
    EXPECT_EQ(html("<input type=checkbox checked>agree"), "[x] agree\n");
}

TEST(Html, QuotationsOfEveryProgramGetQuoteMarks) {  // B.5 43
    const struct {
        const char* program;
        const char* source;
        const char* text;
    } cases[] = {
        {"any", "+1<blockquote>old</blockquote>", "+1\n\n> old\n"},
        {"nested", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n>> b\n"},
        {"Gmail",
         "<div>+1</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Mon, Ana wrote:<br></div>"
         "<blockquote class=\"gmail_quote\">old</blockquote></div>",
         "+1\n> On Mon, Ana wrote:\n\n> old\n"},
        {"Gmail, old",
         "+1<div class=\"gmail_extra\"><div class=\"gmail_quote\">On Mon 6, Ana wrote:<br><blockquote>old"
         "</blockquote></div></div>",
         "+1\n> On Mon 6, Ana wrote:\n\n> old\n"},
        {"Gmail, answered inside",
         "<div class=\"gmail_quote\">On Mon 6, Ana wrote:<blockquote>q1</blockquote>"
         "<div>my answer</div><blockquote>q2</blockquote></div>",
         "> On Mon 6, Ana wrote:\n\n> q1\n\nmy answer\n\n> q2\n"},
        {"Gmail, forwarded",
         "fyi<div class=\"gmail_quote\">---------- Forwarded message ---------<br>From: Ana<br>-1</div>",
         "fyi\n> ---------- Forwarded message ---------\n> From: Ana\n> -1\n"},
        {"Outlook on the web",
         "<div>+1</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Ana"
         "</div><div>-1</div>",
         "+1\n\n> From: Ana\n> -1\n"},
        {"Outlook",
         "+1<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in'>From: Ana</div><p>-1</p>",
         "+1\n> From: Ana\n\n> -1\n"},
        {"Outlook for Mac", "+1<span id=\"OLK_SRC_BODY_SECTION\"><div>-1</div></span>", "+1\n> -1\n"},
        {"Spark", "+1<div name=\"messageReplySection\">-1</div>", "+1\n> -1\n"},
        {"Thunderbird",
         "+1<div class=\"moz-cite-prefix\">Am 6. schrieb Ana:<br></div><blockquote type=\"cite\">-1"
         "</blockquote>mine",
         "+1\n> Am 6. schrieb Ana:\n\n> -1\n\nmine\n"},
        {"Yahoo", "+1<div class=\"ydp1 yahoo_quoted\">-1</div>", "+1\n> -1\n"},
        {"Proton", "+1<div class=\"protonmail_quote\">-1</div>", "+1\n> -1\n"},
        {"Zimbra",
         "+1<hr id=\"zwchr\" data-marker=\"__DIVIDER__\"><div data-marker=\"__HEADERS__\">From: Ana</div>"
         "<div data-marker=\"__QUOTED_TEXT__\">-1</div>",
         "+1\n\n>> From: Ana\n>> -1\n"},
    };
    for (const auto& c : cases) {
        std::string got = html(c.source);
        // Blank lines between quoted lines are of no importance.
        const auto squeezed = [](std::string s) {
            for (const char* blank : {"\n\n", "\n>\n"})
                for (std::size_t at = s.find(blank); at != std::string::npos; at = s.find(blank))
                    s.replace(at, std::string_view(blank).size(), "\n");
            return s;
        };
        EXPECT_EQ(squeezed(got), squeezed(c.text)) << c.program << "\n" << got;
    }
}

TEST(Html, HeaderLineDirectlyBeforeAQuotationIsQuotedToo) {
    EXPECT_EQ(html("<p>+1</p><p>On 6 Nov 2017, Ana wrote:</p><blockquote>old</blockquote>"),
              "+1\n\n> On 6 Nov 2017, Ana wrote:\n\n> old\n");
    EXPECT_EQ(html("<p>yes:</p><blockquote>old</blockquote>"), "yes:\n\n> old\n") << "a word is no header line";
}

TEST(Html, SignaturesAreAnnounced) {
    EXPECT_EQ(html("+1<div class=\"gmail_signature\">Ana</div>"), "+1\n-- \nAna\n");
    EXPECT_EQ(html("+1<div class=\"moz-signature\">-- <br>Ana</div>"), "+1\n-- \nAna\n");
}

}  // namespace
}  // namespace assentd
