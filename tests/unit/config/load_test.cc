// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "config/config.h"
#include "config/handbook.h"
#include "config/settings.h"
#include "decision/nearest.h"

namespace assentd {
namespace {

// Line 1 to 15; what a test adds begins in line 16.
constexpr std::string_view base = R"([daemon]
state_dir = "state"
[inbox]
url = "maildir:in"
[outlet]
url = "maildir:out"
[mail]
address = "decisions@example.org"
[[person]]
name = "Ana"
addresses = ["ana@example.org", "ana@example.com"]
[[person]]
name = "Ben"
addresses = ["ben@example.org"]

)";

std::string all(const std::variant<Config, std::vector<ConfigError>>& loaded) {
    std::string text;
    if (const auto* errors = std::get_if<std::vector<ConfigError>>(&loaded))
        for (const auto& error : *errors) text += (text.empty() ? "" : "\n") + to_string(error);
    return text;
}
std::string errors_of(std::string_view text) {
    return all(load_config_text(text, "/c/a.toml"));
}
std::string errors_after_base(std::string_view added) {
    return errors_of(std::string(base) + std::string(added));
}

Config loaded(std::string_view added) {
    auto result = load_config_text(std::string(base) + std::string(added), "/c/a.toml");
    EXPECT_EQ(all(result), "");
    return std::holds_alternative<Config>(result) ? std::get<Config>(result) : Config{};
}

std::string with(std::string_view from, std::string_view to) {
    std::string text(base);
    text.replace(text.find(from), from.size(), to);
    return errors_of(text);
}

TEST(LoadConfig, SampleHasNoErrors) {
    EXPECT_EQ(all(load_config("config/assentd.toml.sample")), "");
}

TEST(LoadConfig, MissingFileIsAnError) {
    EXPECT_EQ(all(load_config("/nonexistent/a.toml")),
              "/nonexistent/a.toml: there is no such file; its path behind --config");
}

TEST(LoadConfig, HandledMailIsNotMovedToWhereItIs) {
    for (const char* folder : {"INBOX", "inbox", "INBOX/", "Inbox "}) {
        std::string text(base);
        text.replace(text.find("maildir:in\""), 11,
                     std::string("imaps://a%40example.org@imap.example.org/INBOX\"\nafter = \"move:") + folder + '"');
        EXPECT_NE(errors_of(text).find("handled mail would stay where it is"), std::string::npos) << folder;
        text.replace(text.find(std::string("move:") + folder) + 5, std::string(folder).size(), "INBOX/Handled");
        EXPECT_EQ(errors_of(text).find("would stay"), std::string::npos) << folder;
    }
}

TEST(LoadConfig, HandledMailOfAMaildirGoesBesideIt) {
    const auto moved_to = [](const std::string& inbox, const std::string& folder) {
        std::string text(base);
        text.replace(text.find("maildir:in\""), 11, "maildir:" + inbox + "\"\nafter = \"move:" + folder + '"');
        const auto config = load_config_text(text, "/c/a.toml");
        return std::holds_alternative<Config>(config) ? std::get<Config>(config).inbox.move_to : all(config);
    };
    EXPECT_EQ(moved_to("in", "Handled"), "/c/Handled");
    EXPECT_EQ(moved_to("/var/mail/in/", "Handled"), "/var/mail/Handled");
    EXPECT_EQ(moved_to("in", "/srv/Handled"), "/srv/Handled");
    EXPECT_NE(moved_to("in", "in").find("handled mail would stay where it is"), std::string::npos);
}

TEST(LoadConfig, PoliciesMayBeThoseOfTheFileAlone) {
    constexpr std::string_view own = "[policy.money]\npreset = \"majority\"\nhead_lines = [\"deadline\"]\n";
    const auto all_of_them = loaded(own);
    EXPECT_TRUE(all_of_them.policies.contains("lazy-consensus"));
    EXPECT_EQ(all_of_them.policies.at("money").head_lines, std::vector<std::string>{"Deadline"});
    EXPECT_FALSE(all_of_them.policies.at("consent").head_lines);
    std::string text = std::string(base) + std::string(own);
    text.insert(text.find("state_dir"), "presets = false\ndefault_policy = \"money\"\n");
    const auto result = load_config_text(text, "/c/a.toml");
    ASSERT_EQ(all(result), "");
    EXPECT_EQ(std::get<Config>(result).policies.size(), 1u);
}

TEST(LoadConfig, WithoutPresetsTheDefaultIsOneOfTheFile) {
    std::string text = std::string(base) + "[policy.money]\npreset = \"majority\"\n";
    text.insert(text.find("state_dir"), "presets = false\n");
    EXPECT_EQ(errors_of(text),
              "/c/a.toml:2:11: no policy of this file is the default; default_policy = one of: money");
    EXPECT_EQ(with("[daemon]", "[daemon]\npresets = \"no\""),
              "/c/a.toml:2:11: “presets” has the wrong type; true or false");
}

TEST(LoadConfig, AFormerAddressOfOursIsNobodysEither) {
    const auto errors = with("address = \"decisions@example.org\"",
                             "address = \"decisions@example.org\"\nformer_addresses = [\"ana@example.org\"]");
    EXPECT_NE(errors.find("“ana@example.org” is the daemon's own address"), std::string::npos) << errors;
}

struct Wrong {
    std::string_view added;
    std::string_view error;
};
class WrongConfig : public testing::TestWithParam<Wrong> {};
TEST_P(WrongConfig, IsReportedWithPlaceAndWhatIsAllowed) {
    EXPECT_EQ(errors_after_base(GetParam().added), GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    LoadConfig, WrongConfig,
    testing::Values(
        Wrong{"[polcy.x]\n", "/c/a.toml:16:2: unknown section “polcy”; did you mean “policy”?"},
        Wrong{"[policy.x]\npreset = \"consent\"\nperod = \"3 days\"\n",
              "/c/a.toml:18:1: unknown key “perod”; did you mean “period”?"},
        Wrong{"[policy.x]\npreset = \"consent\"\nbase = \"everybody\"\n",
              "/c/a.toml:18:8: “everybody” is not known here; one of: cast, present, eligible"},
        Wrong{
            "[policy.x]\npreset = \"consent\"\nmin_agree = \"some\"\n",
            "/c/a.toml:18:13: “some” is not a number of votes; a count from 0, or a share of all who may vote as in "
            "\"1/3\""},
        Wrong{"[policy.x]\npreset = \"consent\"\nseconds = \"two\"\n",
              "/c/a.toml:18:11: “seconds” has the wrong type; a whole number"},
        Wrong{"[policy.x]\npreset = \"consnet\"\n",
              "/c/a.toml:17:10: unknown preset “consnet”; did you mean “consent”?"},
        Wrong{"[policy.x]\npreset = \"rfc\"\n", "/c/a.toml:17:10: unknown preset “rfc”; did you mean “rfc-fcp”?"},
        Wrong{"[policy.x]\npreset = \"consent\"\nvoters = [\"group:bord\"]\n[group.board]\nmembers = "
              "[\"ana@example.org\"]\n",
              "/c/a.toml:18:11: unknown group “bord”; did you mean “board”?"},
        Wrong{"[policy.x]\npreset = \"consent\"\nvoters = [\"eve@example.org\"]\n",
              "/c/a.toml:18:11: unknown person “eve@example.org”; an address of a [[person]], or \"group:NAME\""},
        Wrong{"[policy.x]\npreset = \"majority\"\nthreshold = \"> 1/1\"\n",
              "/c/a.toml:18:13: “> 1/1” is not a share that must agree; above 0 and up to 1, as in \"> 1/2\", \">= "
              "2/3\", \"two thirds\", \"3:1\""},
        Wrong{"[policy.x]\npreset = \"majority\"\nquorum = 3\n",
              "/c/a.toml:18:10: a quorum of 3 can never be reached by 2 voters; at most 2"},
        Wrong{"[policy.x]\npreset = \"apache-release\"\n",
              "/c/a.toml:16:1: 3 agreements can never be reached by 2 voters; at most 2"},
        Wrong{"[policy.x]\npreset = \"consent\"\nvoters = []\n",
              "/c/a.toml:18:10: the policy has no voters; addresses of people or \"group:NAME\"; leave voters out "
              "for everybody"},
        Wrong{"[policy.x]\npreset = \"majority\"\nmethod = \"schulze\"\n",
              "/c/a.toml:18:10: “schulze” cannot be the method of the preset “majority”; remove one of the two"},
        Wrong{"[policy.x]\nmethod = \"shulze\"\n",
              "/c/a.toml:17:10: “shulze” is not a method; did you mean “schulze”?"},
        Wrong{"[policy.x]\npreset = \"consent\"\nsecret = true\n",
              "/c/a.toml:18:1: “secret” is not available in this version; remove it"},
        Wrong{"[policy.x]\npreset = \"consent\"\ntrust = \"from-header\"\n",
              "/c/a.toml:18:9: “from-header” is not a proof of who wrote; one of: token, authenticated, signed, "
              "several joined by + as in token+signed, from-header-unverified"},
        Wrong{"[policy.x]\npreset = \"consent\"\ntrust = \"signed\"\n",
              "/c/a.toml:18:9: nothing that Ana answers would ever count; openpgp and openpgp_key for each voter, or "
              "another proof beside \"signed\""},
        Wrong{"[[person]]\nname = \"Zoe\"\naddresses = [\"zoe@example.org\"]\nopenpgp = \"0xABCD\"\n",
              "/c/a.toml:19:11: “0xABCD” is not a fingerprint; the 40 hex digits that gpg --fingerprint prints"},
        Wrong{"[policy.x]\npreset = \"lazy-consensus\"\nperiod = \"2 days\"\n",
              "/c/a.toml:18:10: the period is shorter than min_period; a period of at least 72 hours"},
        Wrong{"[policy.x]\npreset = \"consent\"\nreminders = [\"often\"]\n",
              "/c/a.toml:18:14: “often” is not a time for a reminder; a share of the period as in \"1/2\", or \"1 "
              "working day before\""},
        Wrong{"[policy.x]\npreset = \"consent\"\nwords = { aye = \"yes\" }\n",
              "/c/a.toml:18:17: this is not a position; one of: agree, abstain, disagree, block, recuse"},
        Wrong{"[policy.x]\npreset = \"consent\"\nhead_lines = [\"Voter\"]\n",
              "/c/a.toml:18:15: “Voter” is no head line that a policy may leave to proposals; did you mean "
              "“Voters”?"},
        Wrong{"[group.a]\nmembers = [\"group:b\"]\n[group.b]\nmembers = [\"group:a\"]\n",
              "/c/a.toml:19:12: the group is in itself: a > b > a; take one of them out of the other"},
        Wrong{"[[person]]\nname = \"Us\"\naddresses = [\"Decisions@example.org\"]\n",
              "/c/a.toml:18:14: “Decisions@example.org” is the daemon's own address; an address at which a person "
              "reads mail"},
        Wrong{"[[person]]\nname = \"Us\"\naddresses = [\"decisions+us@example.org\"]\n",
              "/c/a.toml:18:14: “decisions+us@example.org” is the daemon's own address; an address at which a person "
              "reads mail"},
        Wrong{
            "[calendar]\nworking_days = []\n",
            "/c/a.toml:17:16: nobody would ever work, so no period would end; at least one day, as in \"Mon\"; leave "
            "working_days out for Monday to Friday"},
        Wrong{
            "[[person]]\naddresses = [\"zoe@example.org\"]\nworking_days = []\n",
            "/c/a.toml:18:16: nobody would ever work, so no period would end; at least one day, as in \"Mon\"; leave "
            "working_days out for Monday to Friday"},
        Wrong{"[[person]]\nname = \"Ann\"\naddresses = [\"ANA@example.com\"]\n",
              "/c/a.toml:18:14: “ANA@example.com” is already an address of “Ana”; an address belongs to one person, "
              "once"},
        Wrong{"[[person]]\nname = \"Ann\"\naddresses = [\"ann\"]\n",
              "/c/a.toml:18:14: “ann” is not an address; as in \"ana@example.org\""},
        Wrong{"[[person]]\naddresses = [\"x@example.org\"]\ntime_zone = \"Europe/Berlim\"\n",
              "/c/a.toml:18:13: unknown time zone “Europe/Berlim”; an IANA name as in \"Europe/Berlin\""},
        Wrong{"[[person]]\naddresses = [\"x@example.org\"]\naway = [\"Christmas\"]\n",
              "/c/a.toml:18:9: “Christmas” is not a time away; as in \"2026-12-24..2027-01-02\""},
        Wrong{"[calendar]\nworking_hours = \"9-5\"\n",
              "/c/a.toml:17:17: “9-5” are not working hours; as in \"09:00-17:00\""},
        Wrong{"[calendar]\nworking_days = [\"Funday\"]\n",
              "/c/a.toml:17:17: “Funday” is not a day of the week; one of: Mon, Tue, Wed, Thu, Fri, Sat, Sun"},
        Wrong{"[limits]\ndepth = 1\n", "/c/a.toml:17:9: depth is out of range; from 3 to 100"},
        Wrong{"[group.x]\n", "/c/a.toml:16:1: group “x” has no members; members = [\"ana@example.org\"]"}));

TEST(LoadConfig, AFormerAddressIsPlain) {
    std::string text(base);
    text.insert(text.find("[[person]]"), "former_addresses = [\"votes+x@example.org\"]\n");
    EXPECT_EQ(errors_of(text),
              "/c/a.toml:9:21: “votes+x@example.org” is not an address; as in \"votes@example.org\", without \"+\"");
}

TEST(LoadConfig, SyntaxErrorHasItsPlace) {
    const auto errors = errors_after_base("[policy.x\n");
    EXPECT_EQ(errors.substr(0, 24), "/c/a.toml:16:10: not TOM") << errors;
}

TEST(LoadConfig, AllErrorsAreFoundInOneGoInTheOrderOfTheFile) {
    EXPECT_EQ(errors_after_base("[limits]\ndepth = 1\nparst = 5\n[policy.x]\npreset = \"consent\"\nbase = \"all\"\n"),
              "/c/a.toml:17:9: depth is out of range; from 3 to 100\n"
              "/c/a.toml:18:1: unknown key “parst”; did you mean “parts”?\n"
              "/c/a.toml:21:8: “all” is not known here; one of: cast, present, eligible");
}

TEST(LoadConfig, UrlsThatCannotBeAreRefused) {
    const auto url = [](std::string_view text) { return with("url = \"maildir:in\"", text).substr(0, 200); };
    EXPECT_EQ(url("url = \"imaps://u:p@example.org\""),
              "/c/a.toml:4:7: url: it holds a password; password_file or password_command");
    EXPECT_EQ(url("url = \"pop3://u@example.org\""),
              "/c/a.toml:4:7: url: this is not a kind of server that can be used here; imaps://user@host/INBOX, "
              "imap://user@host/INBOX or maildir:/path");
    EXPECT_EQ(url("url = \"imaps://u@example.org:0\"\npassword_command = \"x\""),
              "/c/a.toml:4:7: url: “0” cannot be a port; a number from 1 to 65535");
    EXPECT_EQ(url("url = \"imaps://u@exa mple.org\"\npassword_command = \"x\"").substr(0, 58),
              "/c/a.toml:4:7: url: “exa mple.org” cannot be a host; i");
    EXPECT_EQ(url("url = \"imaps://u@example.org\"\npassword_command = \"x\"\ntls = \"none\""),
              "/c/a.toml:6:7: imaps is TLS, and tls = \"none\" forbids it; imap:// for plain text");
    EXPECT_EQ(url("url = \"maildir:in\"\ntls = \"none\""),
              "/c/a.toml:5:7: tls means nothing for a Maildir; remove it");
    EXPECT_EQ(url("url = \"maildir:out\""), "/c/a.toml:6:7: inbox and outlet are the same Maildir; another path");
}

TEST(LoadConfig, WhatIsNoTomlIsToldWithTheLikelySlip) {
    const auto ends = [](std::string_view added, const std::string& end) {
        const std::string error = errors_after_base(added);
        EXPECT_TRUE(error.ends_with("; " + end)) << error;
    };
    ends("[policy.x]\npreset = consent\n", "a text stands in quotes; yes and no are true and false");
    ends("[policy.x]\npreset = \"consent\n", "a text ends with its closing quote, on its line");
    ends("[policy.x]\n[policy.x]\n", "each section once; of people and holidays there are many, as [[person]]");
    ends("[policy.x\n", "correct the syntax; the rest is checked after that");
}

TEST(LoadConfig, UrlIsTakenApart) {
    std::string text(base);
    text.replace(text.find("url = \"maildir:in\""), 18,
                 "url = \"imaps://ana%40example.org@IMAP.example.org/Sent%20Mail\"\npassword_command = \"x\"");
    const auto result = load_config_text(text, "/c/a.toml");
    ASSERT_EQ(all(result), "");
    const auto& server = std::get<Config>(result).inbox.server;
    EXPECT_EQ(server.user, "ana@example.org");
    EXPECT_EQ(server.host, "imap.example.org");
    EXPECT_EQ(server.port, 993);
    EXPECT_EQ(server.path, "Sent Mail");
}

class InDirectory : public testing::Test {
  protected:
    void SetUp() override {
        std::string name = testing::TempDir() + "assentd-config-XXXXXX";
        dir_ = ::mkdtemp(name.data());
    }
    void TearDown() override { std::filesystem::remove_all(dir_); }
    std::string write(const std::string& name, std::string_view text) {
        std::ofstream(dir_ + "/" + name) << text;
        return dir_ + "/" + name;
    }
    std::string dir_;
};

TEST_F(InDirectory, WorldReadablePasswordFileIsRefusedWithTheChmodThatHelps) {
    const auto secret = write("secret", "x\n");
    ::chmod(secret.c_str(), 0644);
    std::string text(base);
    text.replace(text.find("url = \"maildir:in\""), 18,
                 "url = \"imaps://u@example.org\"\npassword_file = \"secret\"");
    const auto path = write("a.toml", text);
    EXPECT_EQ(all(load_config(path)),
              path + ":5:17: others than its owner can get at “" + secret + "” (mode 0644); chmod 0600 " + secret);
    ::chmod(secret.c_str(), 0640);
    EXPECT_NE(all(load_config(path)).find("(mode 0640)"), std::string::npos);
    ::chmod(secret.c_str(), 0600);
    EXPECT_EQ(all(load_config(path)), "");
    ::unlink(secret.c_str());
    EXPECT_EQ(all(load_config(path)),
              path + ":5:17: there is no file “" + secret + "”; a file that holds the secret in its first line");
}

TEST_F(InDirectory, IncludedFilesBringTheirSectionsAndCannotIncludeThemselves) {
    write("b.toml", "include = \"a.toml\"\n[group.x]\nmembers = \"ana@example.org\"\n");
    const auto path = write("a.toml", "include = [\"b.toml\"]\n" + std::string(base));
    EXPECT_EQ(all(load_config(write("c.toml", "include = [\"d.toml\"]\n" + std::string(base)))),
              dir_ + "/c.toml:1:12: there is no file “" + dir_ +
                  "/d.toml”; the path of a file; without a slash before it, from the folder of this one");
    EXPECT_EQ(all(load_config(path)), dir_ + "/b.toml:1:11: the file includes itself: “a.toml”; each file once");
    write("b.toml", "[group.x]\nmembers = \"ana@example.org\"\n");
    const auto result = load_config(path);
    ASSERT_EQ(all(result), "");
    EXPECT_EQ(std::get<Config>(result).groups.at("x"), std::vector<std::string>{"ana@example.org"});
    EXPECT_EQ(std::get<Config>(result).files.size(), 2u);
}

TEST(LoadConfig, PathsAreRelativeToTheFile) {
    const auto config = loaded("");
    EXPECT_EQ(config.daemon.state_dir, "/c/state");
    EXPECT_EQ(config.inbox.server.path, "/c/in");
}

TEST(LoadConfig, TrustIsAListOfProofsAndOfProofsTogether) {
    const auto config =
        loaded("[policy.x]\npreset = \"consent\"\ntrust = [\"token+authenticated\", \"authenticated\"]\n");
    EXPECT_EQ(config.policies.at("x").rules.trust,
              (std::vector<Trust>{Trust::token | Trust::authenticated, Trust::authenticated}));
}

TEST(LoadConfig, DangerousTrustHasToBeSpeltOut) {
    const auto config = loaded("[policy.x]\npreset = \"consent\"\ntrust = \"from-header-unverified\"\n");
    EXPECT_EQ(config.policies.at("x").rules.trust, std::vector<Trust>{Trust::none});
}

TEST(LoadConfig, KnownSettingsAreListedForTheManual) {
    const auto names = known_setting_names();
    for (const auto* name :
         {"include", "daemon.state_dir", "policy.*.quorum", "policy.*.words", "person.away", "oauth2.*.scope"})
        EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
}

TEST(Presets, MeanWhatTheirSourcesSay) {
    const auto policies = loaded("").policies;
    const auto& consent = policies.at("consent").rules;
    EXPECT_EQ(consent.on_disagree, OnDisagree::block);
    EXPECT_EQ(consent.silence, Silence::agree);
    const auto& lazy = policies.at("lazy-consensus").rules;
    EXPECT_EQ(lazy.min_period, std::chrono::hours{72});
    EXPECT_FALSE(lazy.early_close);
    const auto& majority = policies.at("majority").rules;
    EXPECT_EQ(majority.threshold, (Threshold{1, 2, true}));
    EXPECT_EQ(majority.quorum, (Quorum{1, 2, false}));
    EXPECT_EQ(majority.silence, Silence::nothing);
    EXPECT_EQ(policies.at("two-thirds").rules.threshold, (Threshold{2, 3, false}));
    EXPECT_EQ(policies.at("unanimous").rules.threshold, (Threshold{1, 1, false}));
    EXPECT_EQ(policies.at("unanimous").rules.base, Base::eligible);
    EXPECT_EQ(policies.at("apache-procedural").rules.min_agree, 0);
    EXPECT_EQ(policies.at("apache-release").rules.min_agree, 3);
    EXPECT_EQ(policies.at("apache-release").rules.on_disagree, OnDisagree::count);
    EXPECT_EQ(policies.at("apache-code").rules.on_disagree, OnDisagree::block);
    for (const auto& [name, policy] : policies) EXPECT_FALSE(policy.description.empty()) << name;
}

TEST(Shares, AreReadAsPeopleWriteThem) {
    EXPECT_EQ(read_threshold("more than half"), (Threshold{1, 2, true}));
    EXPECT_EQ(read_threshold("half"), (Threshold{1, 2, true}));
    EXPECT_EQ(read_threshold("> 50%"), (Threshold{1, 2, true}));
    EXPECT_EQ(read_threshold(">= 2/3"), (Threshold{2, 3, false}));
    EXPECT_EQ(read_threshold("Two Thirds"), (Threshold{2, 3, false}));
    EXPECT_EQ(read_threshold("3:1"), (Threshold{3, 4, false}));
    for (const auto* text : {"", "0", "0/3", "3/2", "> 1", "lots", "1/0", "-1/2", "120%"})
        EXPECT_FALSE(read_threshold(text)) << text;
    EXPECT_EQ(read_quorum("3"), (Quorum{3, 0, false}));
    EXPECT_EQ(read_quorum("1/3"), (Quorum{1, 3, false}));
    EXPECT_EQ(read_quorum("> 1/2"), (Quorum{1, 2, true}));
    EXPECT_EQ(read_quorum("50%"), (Quorum{1, 2, false}));
    EXPECT_FALSE(read_quorum("some"));
}

TEST(Handbook, SaysWhoDecidesHow) {
    const auto text = handbook(loaded(
        "[policy.x]\npreset = \"two-thirds\"\nvoters = [\"ana@example.com\"]\ndescription = \"<b>Money</b>\"\n"));
    EXPECT_NE(text.find("### x\n\n\\<b\\>Money"), std::string::npos) << text;
    EXPECT_NE(text.find("- Who votes: Ana\n"), std::string::npos);
    EXPECT_NE(text.find("### consent (the default)"), std::string::npos);
}

TEST(Handbook, CallsNobodyBothAVoterAndAnAdviser) {
    const auto text = handbook(
        loaded("[group.all]\nmembers = [\"ana@example.com\", \"ben@example.org\"]\n"
               "[policy.x]\npreset = \"two-thirds\"\nvoters = [\"ana@example.com\"]\nadvisory = [\"group:all\"]\n"));
    EXPECT_NE(text.find("- Who votes: Ana\n- Who advises: Ben\n"), std::string::npos) << text;
}

TEST(Handbook, HasTheAdminsPoliciesAndNamesThePresetsThatRemain) {
    const auto text = handbook(loaded("[policy.x]\npreset = \"majority\"\n[policy.stv]\nperiod = \"9 days\"\n"));
    for (const auto* shown : {"### x\n", "### stv\n", "### consent (the default)\n"})
        EXPECT_NE(text.find(shown), std::string::npos) << shown;
    EXPECT_EQ(text.find("### majority"), std::string::npos);
    EXPECT_NE(text.find("as they come with assentd: advice, announce, "), std::string::npos) << text;
    EXPECT_EQ(text.find(", stv"), std::string::npos) << "it is the admin's";
}

TEST(Config, TheNearestNameMayBeOneThatIsBegun) {
    const std::vector<std::string> known{"apache-code", "apache-release", "rfc-fcp", "list", "log"};
    EXPECT_EQ(nearest("rfc", known), "rfc-fcp");
    EXPECT_EQ(nearest("RFC", known), "rfc-fcp");
    EXPECT_EQ(nearest("lst", known), "list");
    EXPECT_EQ(nearest("apache", known), std::nullopt) << "two begin so";
    EXPECT_EQ(nearest("r", known), std::nullopt) << "one letter is no beginning";
}

// "… and at least half of the voters spoke" would be wrong of it.
TEST(Handbook, APresetsSentenceIsNotSaidOfAPolicyThatDecidesDifferently) {
    const auto says = [](const std::string& lines) {
        return handbook(loaded("[policy.x]\npreset = \"majority\"\n" + lines))
                   .find("at least half of the voters spoke") != std::string::npos;
    };
    EXPECT_TRUE(says("voters = [\"ana@example.org\"]\n"));
    EXPECT_FALSE(says("quorum = 1\n"));
    EXPECT_FALSE(says("period = \"9 days\"\n"));
    EXPECT_NE(handbook(loaded("[policy.x]\npreset = \"majority\"\nquorum = 1\ndescription = \"As ever.\"\n"))
                  .find("\nAs ever.\n"),
              std::string::npos);
}

TEST(Handbook, SaysTheRulesOfAPolicyInWords) {
    const auto text = handbook(
        loaded("[policy.x]\npreset = \"majority\"\nquorum = 0\ndecider = \"ana@example.org\"\nseconds = 1\n"
               "carry_votes = \"drop\"\namend_period = \"2 working days\"\nmin_working_time = \"12 working hours\"\n"
               "hold_limit = \"36 hours\"\nreview = \"6 months\"\nvisibility = \"until-closed\"\n"
               "weights = { \"ben@example.org\" = \"1.5\" }\nwords = { aye = \"agree\" }\n"));
    const auto from = text.find("### x\n");
    const auto section = text.substr(from, text.find("\n### ", from + 1) - from);
    for (const auto* line :
         {"- Votes that do not weigh 1: Ben 1.5\n", "- To open, a proposal needs: 1 other person who seconds it\n",
          "- Everybody gets at least: 12 hours of their own working time, within 4 weeks\n",
          "- After an amendment: everybody is asked anew, and the close is at least 2 working days away\n",
          "- Participants may hold the close, all together for up to: 36 hours\n",
          "- It is reviewed after: 6 months\n", "- Positions are visible: after the close\n",
          "- Words of its own: “aye” (agree)\n"})
        EXPECT_NE(section.find(line), std::string::npos) << line << section;
    const auto consent = handbook(loaded("[policy.y]\npreset = \"consent\"\nsettle_asks = 0\n"));
    EXPECT_NE(consent.find("- Of a concern that was answered: whoever raised it is asked every 2 days whether it is "
                           "settled; it never "
                           "lapses by itself\n"),
              std::string::npos);
    EXPECT_NE(handbook(loaded("[policy.z]\npreset = \"advice\"\n")).find("- Who decides: whom the proposal names\n"),
              std::string::npos);
}

}  // namespace
}  // namespace assentd
