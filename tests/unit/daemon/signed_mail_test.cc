// SPDX-License-Identifier: Apache-2.0
// Votes proven by an OpenPGP signature (PRODUCT 8.1c): real keys, real signatures, the real cycle.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <thread>

#include "tests/unit/daemon/house.h"

namespace assentd::testing {
namespace {

std::string output_of(const std::string& command) {
    std::FILE* pipe = ::popen(command.c_str(), "r");
    std::string text;
    char buffer[4096];
    for (std::size_t n; pipe && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) text.append(buffer, n);
    EXPECT_TRUE(pipe && ::pclose(pipe) == 0) << command;
    return text;
}

// Two people's secret keys, made once, in a home that only these tests use. Nothing happens at today's date.
class Keys {
  public:
    Keys() {
        home_ = (std::filesystem::temp_directory_path() / ("assentd-keys-" + std::to_string(::getpid()))).string();
        std::filesystem::remove_all(home_);
        std::filesystem::create_directories(home_);
        std::filesystem::permissions(home_, std::filesystem::perms::owner_all);
        for (const char* person : {"chen@example.org", "ben@example.org"}) {
            gpg("20241101T000000",
                "--passphrase '' --quick-gen-key '" + std::string(person) + "' ed25519 sign never");
            std::ofstream(key_file(person)) << gpg("20241101T000000", "--armor --export " + std::string(person));
        }
    }
    ~Keys() {
        output_of("gpgconf --homedir " + home_ + " --kill all");
        // The agent takes its sockets away while it ends, and that may be now.
        std::error_code gone_meanwhile;
        for (int i = 0; i < 100 && std::filesystem::exists(home_); ++i) {
            std::filesystem::remove_all(home_, gone_meanwhile);
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

    std::string key_file(const std::string& person) const { return home_ + '/' + person + ".asc"; }
    std::string fingerprint(const std::string& person) const {
        const std::string listing = gpg("20241101T000000", "--with-colons --list-keys " + person);
        const auto at = listing.find("\nfpr:::::::::") + 13;
        return listing.substr(at, listing.find(':', at) - at);
    }
    // `when` as in "20241125T085900".
    std::string sign(const std::string& person, const std::string& how, const std::string& text,
                     const std::string& when) const {
        std::ofstream(home_ + "/text", std::ios::binary) << text;
        return gpg(when, "--armor --local-user " + person + " --output - " + how + ' ' + home_ + "/text");
    }

  private:
    std::string gpg(const std::string& when, const std::string& arguments) const {
        return output_of("gpg --homedir " + home_ + " --batch --quiet --faked-system-time " + when + "! " +
                         arguments + " 2>/dev/null");
    }
    std::string home_;
};

class SignedMail : public House {
  protected:
    static void SetUpTestSuite() { keys_ = new Keys; }
    static void TearDownTestSuite() {
        delete keys_;
        keys_ = nullptr;
    }
    void SetUp() override {
        at("2024-11-25T09:00:00Z");  // a Monday
        for (const char* person : {"chen@example.org", "ben@example.org"})
            person_lines_[person] = "openpgp = \"" + keys_->fingerprint(person) + "\"\nopenpgp_key = \"" +
                                    keys_->key_file(person) + "\"\n";
        configure(R"([policy.strong]
preset = "majority"
voters = ["chen@example.org", "ben@example.org"]
trust = "signed"
)");
        propose("Policy: strong\n");
    }

    static std::string clear(const std::string& text, const std::string& who = "chen@example.org",
                             const std::string& when = "20241125T085900") {
        return keys_->sign(who, "--clearsign", text, when);
    }
    // A multipart/signed body with its Content-Type field.
    static std::string mime(const std::string& part, const std::string& who = "chen@example.org") {
        std::string crlf;
        for (const char c : part) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
        return "MIME-Version: 1.0\nContent-Type: multipart/signed; protocol=\"application/pgp-signature\"; "
               "boundary=s\n\n--s\n" +
               part + "\n--s\nContent-Type: application/pgp-signature\n\n" +
               keys_->sign(who, "--detach-sign", crlf, "20241125T085900") + "\n--s--\n";
    }
    void from(const std::string& who, const std::string& rest) {
        raw("From: " + who + "\nTo: decisions@example.org\nSubject: Re: [D-1] Meet less\nMessage-ID: <s" +
            std::to_string(uid_) + "@example.org>\n" + rest);
    }
    std::optional<Position> after(const std::string& rest, const std::string& who = "chen@example.org") {
        from(who, rest);
        const std::string sha256 = sha256_hex(inbox_.waiting.back().raw);
        round();
        judged_ = store_->value("signed/" + sha256).value_or("not looked at");
        return position(who);
    }
    std::string judged_;  // what was kept of the last mail's signature
    static Keys* keys_;
};
Keys* SignedMail::keys_ = nullptr;

const std::string words = "+1\n\n> It is about D-1, Meet less.\n";

TEST_F(SignedMail, AClearSignedVoteCounts) {
    EXPECT_EQ(after('\n' + clear(words)), Position::agree) << judged_;
    EXPECT_EQ(decision().seats[0].stance.value_or(Stance{}).trust, Trust::signature);
    expect_honest_record();
}

TEST_F(SignedMail, ADashIsTheSignersDash) {
    EXPECT_EQ(after('\n' + clear("-1 too dear\n\n> D-1\n")), Position::disagree);
}

TEST_F(SignedMail, AVoteInPgpMimeCounts) {
    EXPECT_EQ(after(mime("Content-Type: text/plain; protected-headers=\"v1\"\nSubject: Re: [D-1] Meet less\n\n+1\n")),
              Position::agree)
        << judged_;
    expect_honest_record();
}

TEST_F(SignedMail, AListsFooterBehindItDoesNotMatter) {
    std::string body = mime("Content-Type: text/plain\n\n" + words);
    const auto head = body.find("\n\n") + 2;
    EXPECT_EQ(after("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n" +
                    body.substr(body.find("Content-Type:"), head - body.find("Content-Type:")) + body.substr(head) +
                    "\n--m\nContent-Type: text/plain\n\n-- \nTeam mailing list\nTeam@lists.example.org\n--m--\n"),
              Position::agree);
}

TEST_F(SignedMail, WithoutASignatureNothingCountsAndNothingIsHeld) {
    answer("chen@example.org", "+1");
    const auto sent = round();
    EXPECT_EQ(count(sent, "refusal", "chen@example.org"), 1);
    EXPECT_EQ(count(sent, "question"), 0);
    EXPECT_EQ(position("chen@example.org"), std::nullopt);
    EXPECT_TRUE(decision().held.empty());
}

TEST_F(SignedMail, WordsOutsideOfTheSignatureSpoilIt) {
    EXPECT_EQ(after("\n-1\n\n" + clear(words)), std::nullopt);
    EXPECT_EQ(after('\n' + clear(words) + "\n-1\n"), std::nullopt);
    EXPECT_EQ(after('\n' + clear(words) + clear("-1\n\n> D-1\n", "ben@example.org")), std::nullopt);
    std::string body = mime("Content-Type: text/plain\n\n> D-1\n");
    const auto head = body.find("\n\n") + 2;
    EXPECT_EQ(after("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n"
                    "Content-Type: text/plain\n\n+1\n--m\n" +
                    body.substr(body.find("Content-Type:"), head - body.find("Content-Type:")) + body.substr(head) +
                    "\n--m--\n"),
              std::nullopt);
}

TEST_F(SignedMail, AChangedTextIsNotSigned) {
    std::string block = clear(words);
    block.replace(block.find("+1"), 2, "+0");
    EXPECT_EQ(after('\n' + block), std::nullopt);
}

TEST_F(SignedMail, AHeaderInsideTheArmorHidesNothing) {
    std::string block = clear(words);
    block.insert(block.find("Hash:"), "Comment: -1\n");
    EXPECT_EQ(after('\n' + block), std::nullopt);
}

TEST_F(SignedMail, AnothersKeyIsNotTheirs) {
    EXPECT_EQ(after('\n' + clear(words, "ben@example.org")), std::nullopt);
}

TEST_F(SignedMail, ASignatureForAnotherDecisionOrForNoneSaysNothingHere) {
    EXPECT_EQ(after('\n' + clear("+1\n\n> It is about D-2, Paint it.\n")), std::nullopt);
    EXPECT_EQ(after('\n' + clear("+1\n")), std::nullopt);
    EXPECT_EQ(after('\n' + clear("+1\n\n> D-11, D-10, XD-1, D-1x\n")), std::nullopt);
}

TEST_F(SignedMail, AnOldSignatureIsNotBelieved) {
    EXPECT_EQ(after('\n' + clear(words, "chen@example.org", "20241122T085900")), std::nullopt);
    EXPECT_EQ(after('\n' + clear(words, "chen@example.org", "20241125T120000")), std::nullopt) << "nor a future one";
}

TEST_F(SignedMail, AReplayedSignatureBringsNoOldVoteBack) {
    const std::string first = clear(words);
    EXPECT_EQ(after('\n' + first), Position::agree);
    at("2024-11-25T10:00:00Z");
    EXPECT_EQ(after('\n' + clear("-1\n\n> D-1\n", "chen@example.org", "20241125T095900")), Position::disagree);
    at("2024-11-25T11:00:00Z");
    EXPECT_EQ(after('\n' + first), Position::disagree);
    std::string dressed = first;  // the same signature in other armor
    dressed.insert(dressed.find("-----BEGIN PGP SIGNATURE-----\n") + 30, "Comment: new\n");
    EXPECT_EQ(after('\n' + dressed), Position::disagree);
    expect_honest_record();
}

TEST_F(SignedMail, TwoOfOneSecondAreTwo) {
    EXPECT_EQ(after('\n' + clear(words)), Position::agree) << judged_;
    EXPECT_EQ(after('\n' + clear("-1\n\n> D-1\n")), Position::disagree) << judged_;
    std::string blank = clear(words);  // the signature of the first, with a blank that it does not see
    blank.insert(blank.find("+1\n") + 2, " ");
    EXPECT_EQ(after('\n' + blank), Position::disagree) << judged_;
    expect_honest_record();
}

TEST_F(SignedMail, ACopyThatIsSentElsewhereUsesNothingUp) {
    propose("Policy: strong\n");
    const std::string second = clear("-1\n\n> It is about D-2.\n");
    EXPECT_EQ(after('\n' + second), std::nullopt) << "to D-1, by somebody else, and first";
    raw("From: chen@example.org\nTo: decisions@example.org\nSubject: Re: [D-2] Meet less\nMessage-ID: "
        "<own@example.org>\n\n" +
        second);
    round();
    EXPECT_EQ(decision(2).seats.at(0).stance.value_or(Stance{}).position, Position::disagree);
    expect_honest_record();
}

TEST_F(SignedMail, ARecountAsksWhatTheCountAsked) {
    EXPECT_EQ(after('\n' + clear(words)), Position::agree) << judged_;
    person_lines_.clear();
    House::configure("");
    expect_honest_record();
}

TEST(OpenPgp, AGpgThatHangsIsKilled) {
    const auto home = std::filesystem::temp_directory_path() / ("assentd-hang-" + std::to_string(::getpid()));
    std::filesystem::create_directories(home);
    const auto stand_in = home / "gpg";
    std::ofstream(stand_in) << "#!/bin/sh\n[ \"$1\" = --version ] && exec gpg --version\nexec sleep 600\n";
    std::filesystem::permissions(stand_in, std::filesystem::perms::owner_all);
    const OpenPgp openpgp((home / "gnupg").string(), std::chrono::seconds(1), stand_in.string());
    const auto started = std::chrono::steady_clock::now();
    EXPECT_FALSE(openpgp.verify({"+1\r\n", "SIG", {}}));
    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(60));
    std::filesystem::remove_all(home);
}

}  // namespace
}  // namespace assentd::testing
