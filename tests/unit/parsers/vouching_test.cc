// SPDX-License-Identifier: Apache-2.0
#include "parsers/trust/vouching.h"

#include <gtest/gtest.h>

namespace assentd {
namespace {

Message mail(std::vector<std::string> results, const std::string& from = "ana@example.org") {
    std::string raw = "From: " + from + "\n";
    for (const auto& r : results) raw += "Authentication-Results: " + r + "\n";
    return read_message(raw + "\n+1\n");
}

std::string author_of(const Message& m) {
    return m.from.empty() ? std::string() : m.from[0].address;
}

Vouched vouched(std::vector<std::string> results, const std::string& from = "ana@example.org") {
    const Message m = mail(std::move(results), from);
    return vouching(m, author_of(m), {{"mx.example.net"}, {}, {}, false}).vouched;
}

TEST(Vouching, DmarcPassForTheFromDomain) {
    EXPECT_EQ(vouched({"mx.example.net; dmarc=pass (p=reject) header.from=example.org"}), Vouched::yes);
    EXPECT_EQ(vouched({"MX.EXAMPLE.NET; dmarc=pass header.from=Example.ORG"}), Vouched::yes);
    EXPECT_EQ(vouched({"mx.example.net; dmarc=pass header.from=example.com"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; dmarc=pass"}), Vouched::unknown) << "for whom?";
}

TEST(Vouching, OfAnAuthorWhoIsNotInFromNobodyVouches) {
    const Message m = mail({"mx.example.net; dkim=pass header.d=example.org; dmarc=pass header.from=example.org"},
                           "team@example.org");
    const Vouchers vouchers{{"mx.example.net"}, {}, {}, false};
    EXPECT_EQ(vouching(m, "Team@example.org", vouchers).vouched, Vouched::yes);
    EXPECT_EQ(vouching(m, "ben@example.org", vouchers).vouched, Vouched::unknown);
}

// A server removes the fields that bear its name before it adds its own; what it does not take for one it leaves.
TEST(Vouching, AFieldThatAServerMayNotTakeForOneIsNotRead) {
    const std::string pass = "mx.example.net; dmarc=pass header.from=example.org\n\n+1\n";
    const auto read = [&](const std::string& before) {
        return vouching(read_message("From: ana@example.org\n" + before + pass), "ana@example.org",
                        {{"mx.example.net"}, {}, {}, false})
            .vouched;
    };
    EXPECT_EQ(read("Authentication-Results: "), Vouched::yes);
    EXPECT_EQ(read("X-Other: 1\n folded\nAuthentication-Results:\n "), Vouched::yes);
    EXPECT_EQ(read("Authentication-Results : "), Vouched::unknown);
    EXPECT_EQ(read("Authentication-Results\t: "), Vouched::unknown);
    EXPECT_EQ(read("no field of any kind\nAuthentication-Results: "), Vouched::unknown) << "the header ends above it";
    EXPECT_EQ(read("Authentication-Results : mx.example.net; spf=none\nX-Other: "), Vouched::unknown);
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
    EXPECT_EQ(vouched({"mx.example.net; dkim=pass header.d=example.com header.i=@example.org"}), Vouched::unknown);
}

TEST(Vouching, NeighboursBelowAPublicSuffixDoNotSpeakForEachOther) {
    const std::string dkim = "mx.example.net; dkim=pass header.d=";
    EXPECT_EQ(vouched({dkim + "ours.co.uk"}, "ana@ours.co.uk"), Vouched::yes);
    EXPECT_EQ(vouched({dkim + "mail.ours.co.uk"}, "ana@ours.co.uk"), Vouched::yes);
    EXPECT_EQ(vouched({dkim + "co.uk"}, "ana@ours.co.uk"), Vouched::unknown);
    EXPECT_EQ(vouched({dkim + "theirs.co.uk"}, "ana@ours.co.uk"), Vouched::unknown);
    EXPECT_EQ(vouched({dkim + "theirs.github.io"}, "ana@ours.github.io"), Vouched::unknown);
    EXPECT_EQ(vouched({dkim + "github.io"}, "ana@ours.github.io"), Vouched::unknown);
}

TEST(Vouching, StrictAlignmentIsForTheDomainItself) {
    const auto strictly = [](const std::string& field) {
        return vouching(mail({field}), "ana@example.org", {{"mx.example.net"}, {}, {}, true}).vouched;
    };
    EXPECT_EQ(strictly("mx.example.net; dkim=pass header.d=example.org"), Vouched::yes);
    EXPECT_EQ(strictly("mx.example.net; dkim=pass header.d=mail.example.org"), Vouched::unknown);
    EXPECT_EQ(strictly("mx.example.net; spf=pass smtp.mailfrom=x@mail.example.org"), Vouched::unknown);
}

TEST(Vouching, WhatStandsBelowAServersWordIsNotItsWord) {
    EXPECT_EQ(vouched({"mx.example.net; dmarc=none header.from=example.org",
                       "mx.example.net; dmarc=pass header.from=example.org"}),
              Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; dkim=none; spf=fail smtp.mailfrom=x@example.com",
                       "mx.example.net; dkim=pass header.d=example.org",
                       "mx.example.net; spf=pass smtp.mailfrom=x@example.org"}),
              Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; spf=none", "mx.example.net; dkim=pass header.d=example.org"}), Vouched::yes)
        << "each of several filters on one server writes a field of its own";
    EXPECT_EQ(vouched({"mx.example.net; dkim=fail header.d=example.com; dkim=pass header.d=example.org"}),
              Vouched::yes)
        << "a mail may have several signatures";
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
    EXPECT_EQ(
        vouching(mail({"; dmarc=pass header.from=example.org"}), "ana@example.org", {{""}, {}, {}, false}).vouched,
        Vouched::unknown);
}

TEST(Vouching, WordsInCommentsAndQuotesDoNotCount) {
    EXPECT_EQ(vouched({"mx.example.net; (dmarc=pass header.from=example.org) spf=none"}), Vouched::unknown);
    EXPECT_EQ(vouched({"mx.example.net; spf=none reason=\"; dmarc=pass header.from=example.org\""}),
              Vouched::unknown);
    EXPECT_EQ(vouched({"(mx.example.net;) evil.example; dmarc=pass header.from=example.org"}), Vouched::unknown);
}

TEST(Vouching, MissingMeansUnknown) {
    EXPECT_EQ(vouched({}), Vouched::unknown);
    EXPECT_FALSE(vouching(mail({}), "ana@example.org", {}).why.empty());
}

TEST(Vouching, MoreOrLessThanOneFromIsTrustedByNobody) {
    const std::string pass = "mx.example.net; dmarc=pass header.from=example.org";
    EXPECT_EQ(vouched({pass}, "ana@example.org, eve@example.org"), Vouched::unknown);
    EXPECT_EQ(vouched({pass}, "ana@example.org\nFrom: eve@example.org"), Vouched::unknown);
    EXPECT_EQ(vouched({pass}, ""), Vouched::unknown);
}

// ---- ARC ----

const std::string arc_pass = "Authentication-Results: mx.example.net; dmarc=fail header.from=example.org; arc=pass\n";

std::string arc(int i, const std::string& sealer, const std::string& results) {
    const std::string n = std::to_string(i);
    return "ARC-Seal: i=" + n + "; a=rsa-sha256; cv=" + (i == 1 ? "none" : "pass") + "; d=" + sealer +
           "; s=s; b=AAAA\nARC-Message-Signature: i=" + n + "; d=" + sealer +
           "; b=AAAA\nARC-Authentication-Results: i=" + n + "; " + sealer + "; " + results + "\n";
}

Vouched through_arc(const std::string& header) {
    return vouching(read_message(header + "From: ana@example.org\n\n+1\n"), "ana@example.org",
                    {{"mx.example.net"}, {"lists.example.com", "mx2.example.net"}, {}, false})
        .vouched;
}

const std::string seen = "dmarc=pass header.from=example.org";

TEST(Arc, ATrustedSealerSawThePass) {
    EXPECT_EQ(through_arc(arc_pass + arc(1, "lists.example.com", seen)), Vouched::yes);
    EXPECT_EQ(through_arc(arc_pass + arc(2, "mx2.example.net", "dmarc=none") + arc(1, "lists.example.com", seen)),
              Vouched::yes);
}

TEST(Arc, WithoutATrustedServersWordTheChainIsOnlyText) {
    EXPECT_EQ(through_arc(arc(1, "lists.example.com", seen)), Vouched::unknown);
    EXPECT_EQ(through_arc("Authentication-Results: evil.example; arc=pass\n" + arc(1, "lists.example.com", seen)),
              Vouched::unknown);
    EXPECT_EQ(through_arc("Authentication-Results: mx.example.net; arc=fail\n"
                          "Authentication-Results: mx.example.net; arc=pass\n" +
                          arc(1, "lists.example.com", seen)),
              Vouched::unknown);
}

TEST(Arc, OtherSealersAreNotBelieved) {
    EXPECT_EQ(through_arc(arc_pass + arc(1, "evil.example", seen)), Vouched::no);
    EXPECT_EQ(through_arc(arc_pass + arc(2, "evil.example", "dmarc=none") + arc(1, "lists.example.com", seen)),
              Vouched::no)
        << "whoever came later could have changed the mail";
}

TEST(Arc, BrokenSetsSayNothing) {
    const std::string one = arc(1, "lists.example.com", seen);
    EXPECT_EQ(through_arc(arc_pass + one + one), Vouched::no);
    EXPECT_EQ(through_arc(arc_pass + arc(2, "lists.example.com", seen)), Vouched::no);
    EXPECT_EQ(through_arc(arc_pass + arc(0, "lists.example.com", seen)), Vouched::no);
    EXPECT_EQ(through_arc(arc_pass + "ARC-Seal: i=1; cv=none; d=lists.example.com\n"), Vouched::no);
    EXPECT_EQ(through_arc(arc_pass +
                          "ARC-Seal: i=1; cv=fail; d=lists.example.com\n"
                          "ARC-Authentication-Results: i=1; x; " +
                          seen + "\n"),
              Vouched::no);
    EXPECT_EQ(through_arc(arc_pass + arc(1, "lists.example.com", "dmarc=fail header.from=example.org")), Vouched::no);
    EXPECT_EQ(through_arc(arc_pass + arc(1, "lists.example.com", "dmarc=pass header.from=example.com")), Vouched::no);
}

}  // namespace
}  // namespace assentd
