// SPDX-License-Identifier: Apache-2.0
#include "parsers/authentication_results.h"

#include <gtest/gtest.h>

namespace assentd {
namespace {

Message mail(std::vector<std::string> results, const std::string& from = "ana@example.org") {
    std::string raw = "From: " + from + "\n";
    for (const auto& r : results) raw += "Authentication-Results: " + r + "\n";
    return read_message(raw + "\n+1\n");
}

Vouched vouched(std::vector<std::string> results, const std::string& from = "ana@example.org") {
    return vouching(mail(std::move(results), from), {"mx.example.net"}).vouched;
}

TEST(AuthenticationResults, AreReadWithAllTheirParts) {
    const auto r = read_authentication_results(
        "MX.example.net 1; (a comment; dkim=fail) dkim/1 = Pass (good) reason=\"fine; really\" header.d=example.org\n"
        "\theader.b=\"a=b\"; spf=fail smtp.mailfrom=bounce@example.com");
    EXPECT_EQ(r.authserv_id, "mx.example.net");
    ASSERT_EQ(r.methods.size(), 2u);
    EXPECT_EQ(r.methods[0].method, "dkim");
    EXPECT_EQ(r.methods[0].result, "pass");
    EXPECT_EQ(r.methods[0].properties,
              (std::vector<std::pair<std::string, std::string>>{
                  {"reason", "fine; really"}, {"header.d", "example.org"}, {"header.b", "a=b"}}));
    EXPECT_EQ(r.methods[1].properties[0].second, "bounce@example.com");
}

TEST(AuthenticationResults, NoneHasNoMethods) {
    const auto r = read_authentication_results("mx.example.net; none");
    EXPECT_EQ(r.authserv_id, "mx.example.net");
    EXPECT_TRUE(r.methods.empty());
}

TEST(AuthenticationResults, MalformedFieldsSayNothing) {
    for (const char* field :
         {"", ";", "dmarc=pass", "mx.example.net oops; dmarc=pass header.from=example.org", "(", "\""}) {
        const auto r = read_authentication_results(field);
        EXPECT_TRUE(r.authserv_id.empty()) << field;
        EXPECT_TRUE(r.methods.empty()) << field;
    }
}

TEST(Vouching, DmarcPassForTheFromDomain) {
    EXPECT_EQ(vouched({"mx.example.net; dmarc=pass (p=reject) header.from=example.org"}), Vouched::yes);
    EXPECT_EQ(vouched({"MX.EXAMPLE.NET; dmarc=pass header.from=Example.ORG"}), Vouched::yes);
    EXPECT_EQ(vouched({"mx.example.net; dmarc=pass header.from=example.com"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; dmarc=pass"}), Vouched::unknown) << "for whom?";
}

TEST(Vouching, AlignedDkimOrSpf) {
    EXPECT_EQ(vouched({"mx.example.net; dkim=pass header.d=example.org"}), Vouched::yes);
    EXPECT_EQ(vouched({"mx.example.net; dkim=pass header.d=mail.example.org"}), Vouched::yes);
    EXPECT_EQ(vouched({"mx.example.net; dkim=pass header.i=@example.org"}, "ana@lists.example.org"), Vouched::yes);
    EXPECT_EQ(vouched({"mx.example.net; spf=pass smtp.mailfrom=bounces@mail.example.org"}), Vouched::yes);
    EXPECT_EQ(vouched({"mx.example.net; dkim=pass header.d=badexample.org"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; dkim=pass header.d=org"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; spf=pass smtp.mailfrom=x@example.com"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; spf=pass smtp.helo=example.org"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; dkim=fail header.d=example.org"}), Vouched::unknown);
}

TEST(Vouching, FailedDmarcOutweighsEverything) {
    EXPECT_EQ(vouched({"mx.example.net; dkim=pass header.d=example.org; dmarc=fail header.from=example.org"}),
              Vouched::no);
    EXPECT_EQ(vouched({"mx.example.net; dmarc=pass header.from=example.org", "mx.example.net; dmarc=fail"}),
              Vouched::no);
}

TEST(Vouching, OtherServersAreIgnored) {
    EXPECT_EQ(vouched({"evil.example; dmarc=pass header.from=example.org"}), Vouched::unknown);
    EXPECT_EQ(vouched({"evil.example; dmarc=fail header.from=example.org",
                       "mx.example.net; dmarc=pass header.from=example.org"}),
              Vouched::yes);
    EXPECT_EQ(vouching(mail({"; dmarc=pass header.from=example.org"}), {""}).vouched, Vouched::unknown);
}

TEST(Vouching, WordsInCommentsAndQuotesDoNotCount) {
    EXPECT_EQ(vouched({"mx.example.net; (dmarc=pass header.from=example.org) spf=none"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; spf=none reason=\"; dmarc=pass header.from=example.org\""}),
              Vouched::unknown);
    EXPECT_EQ(vouched({"(mx.example.net;) evil.example; dmarc=pass header.from=example.org"}), Vouched::unknown);
}

TEST(Vouching, MissingMeansUnknown) {
    EXPECT_EQ(vouched({}), Vouched::unknown);
    EXPECT_FALSE(vouching(mail({}), {}).why.empty());
}

TEST(Vouching, MoreOrLessThanOneFromIsTrustedByNobody) {
    const std::string pass = "mx.example.net; dmarc=pass header.from=example.org";
    EXPECT_EQ(vouched({pass}, "ana@example.org, eve@example.org"), Vouched::unknown);
    EXPECT_EQ(vouched({pass}, "ana@example.org\nFrom: eve@example.org"), Vouched::unknown);
    EXPECT_EQ(vouched({pass}, ""), Vouched::unknown);
}

}  // namespace
}  // namespace assentd
