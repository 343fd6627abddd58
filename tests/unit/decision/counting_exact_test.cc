// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "decision/counting/requirement.h"
#include "decision/rational.h"

namespace assentd {
namespace {

Rational fraction(std::int64_t a, std::int64_t b) {
    return Rational::of(a, b).value();
}

TEST(Rational, IsReducedWithAPositiveDenominator) {
    EXPECT_EQ(fraction(6, -4), fraction(-3, 2));
    EXPECT_EQ(fraction(-3, 2).text(), "-3/2");
    EXPECT_EQ(fraction(8, 4).text(), "2");
}

TEST(Rational, ReadsWholeNumbersDecimalsFractionsAndRatios) {
    EXPECT_EQ(Rational::parse("3"), Rational(3));
    EXPECT_EQ(Rational::parse("47.5"), fraction(95, 2));
    EXPECT_EQ(Rational::parse("2/3"), fraction(2, 3));
    EXPECT_EQ(Rational::parse("3:1"), Rational(3));
    EXPECT_EQ(Rational::parse("-0.25"), fraction(-1, 4));
}

TEST(Rational, RefusesWhatIsNotExactlyANumber) {
    for (const char* text : {"", "-", ".", "1.", ".5", "1e3", " 1", "1 ", "2/0", "1/2/3", "1:", "0x1", "1.2.3", "--1",
                             "1234567890123456789", "nan"})
        EXPECT_FALSE(Rational::parse(text)) << text;
}

TEST(Rational, ComparesWithoutOverflow) {
    const auto large = fraction(INT64_MAX, INT64_MAX - 1);
    const auto larger = fraction(INT64_MAX - 1, INT64_MAX - 2);
    EXPECT_LT(large, larger);
    EXPECT_GT(large, Rational(1));
}

TEST(Rational, IsNothingWhenItDoesNotFit) {
    EXPECT_FALSE(Rational(INT64_MAX).times(2));
    EXPECT_FALSE(Rational::of(1, 0));
    EXPECT_EQ(fraction(1, 4).times(8), Rational(2));
}

TEST(Rational, RoundsUpAndDownAlsoBelowZero) {
    EXPECT_EQ(fraction(7, 2).ceiling(), 4);
    EXPECT_EQ(fraction(7, 2).floor(), 3);
    EXPECT_EQ(fraction(-7, 2).ceiling(), -3);
    EXPECT_EQ(fraction(-7, 2).floor(), -4);
    EXPECT_EQ(Rational(4).ceiling(), 4);
}

TEST(Requirement, AnIrrationalQuorumIsDecidedInIntegers) {
    const auto quorum_of = [](std::int64_t roll) { return Requirement::times_root(fraction(3, 2), roll).value(); };
    EXPECT_EQ(quorum_of(9).least(), 5);
    EXPECT_EQ(quorum_of(25).least(), 8);
    EXPECT_EQ(quorum_of(64).least(), 12);
    EXPECT_EQ(quorum_of(100).least(), 15);
    EXPECT_EQ(quorum_of(900).least(), 45);
    EXPECT_EQ(quorum_of(1000).least(), 48);
    EXPECT_TRUE(quorum_of(900).met_by(45));
    EXPECT_FALSE(quorum_of(901).met_by(45));
    EXPECT_FALSE(quorum_of(1000).met_by(47));
}

TEST(Requirement, TheLargestRollStaysExact) {
    const auto quorum = Requirement::times_root(Rational(1), 1'000'000'000'000).value();
    EXPECT_EQ(quorum.least(), 1'000'000);
    EXPECT_FALSE(quorum.met_by(999'999));
    EXPECT_FALSE(Requirement::times_root(Rational(1), 1'000'000'000'001));
    EXPECT_FALSE(Requirement::times_root(Rational(-1), 4));
}

TEST(Requirement, OneThirdOfTheRollIsRoundedUpOnlyByCounting) {
    const auto third = [](std::int64_t roll) {
        return Requirement::share_of_roll(fraction(1, 3), roll, false)->least();
    };
    EXPECT_EQ(third(20), 7);
    EXPECT_EQ(third(21), 7);
    EXPECT_EQ(third(23), 8);
    EXPECT_EQ(third(24), 8);
}

TEST(Requirement, MoreThanHalfIsNeverHalf) {
    const auto half = [](std::int64_t roll) {
        return Requirement::share_of_roll(fraction(1, 2), roll, true).value();
    };
    EXPECT_EQ(half(19).least(), 10);
    EXPECT_EQ(half(20).least(), 11);
    EXPECT_FALSE(half(20).met_by(10));
}

TEST(Requirement, ADecimalBoundIsNotRounded) {
    const auto bound = Requirement::at_least(Rational::parse("42.53").value());
    EXPECT_FALSE(bound.met_by(42));
    EXPECT_TRUE(bound.met_by(43));
}

}  // namespace
}  // namespace assentd
