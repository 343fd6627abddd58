// SPDX-License-Identifier: Apache-2.0
#include "parsers/trust/authentication_results.h"

#include <gtest/gtest.h>

namespace assentd {
namespace {

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

TEST(AuthenticationResults, OfAnotherVersionSayNothing) {
    EXPECT_EQ(read_authentication_results("mx.example.net 1; dkim=pass").methods.size(), 1u);
    EXPECT_TRUE(read_authentication_results("mx.example.net 2; dkim=pass").authserv_id.empty());
    const auto r = read_authentication_results("mx.example.net; dkim/2=pass header.d=example.org; spf/1=fail");
    ASSERT_EQ(r.methods.size(), 1u);
    EXPECT_EQ(r.methods[0].method, "spf");
}

}  // namespace
}  // namespace assentd
