// SPDX-License-Identifier: Apache-2.0
#include "daemon/openpgp.h"

#include <gpgme++/context.h>
#include <gpgme++/data.h>
#include <gpgme++/engineinfo.h>
#include <gpgme++/global.h>
#include <gpgme++/importresult.h>
#include <gpgme++/key.h>
#include <gpgme++/verificationresult.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "daemon/trouble.h"

namespace assentd {

namespace {

namespace fs = std::filesystem;

// trust-model always: the fingerprint is compared with the configured one, nobody's certificates matter.
constexpr const char* gpg_options =
    "batch\nno-tty\nno-autostart\ndisable-dirmngr\nno-auto-key-retrieve\nno-auto-check-trustdb\n"
    "trust-model always\nno-random-seed-file\nexit-on-status-write-error\n";

void write_file(const fs::path& path, const std::string& text, mode_t mode) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file || ::chmod(path.c_str(), mode) != 0)
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "cannot write " + path.string());
}

std::unique_ptr<GpgME::Context> context(const std::string& home, const std::string& program) {
    auto made = GpgME::Context::create(GpgME::OpenPGP);
    if (!made || made->setEngineHomeDirectory(home.c_str()) || made->setEngineFileName(program.c_str()))
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "gpg cannot be used");
    made->setOffline(true);
    return made;
}

std::string all_of(GpgME::Data& data) {
    data.seek(0, SEEK_SET);
    std::string text;
    char buffer[4096];
    for (ssize_t n; (n = data.read(buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<std::size_t>(n));
    return text;
}

// Signature::key() would ask another gpg with another home.
std::string primary_fingerprint(GpgME::Context& gpg, const GpgME::Signature& signature) {
    GpgME::Error error;
    const GpgME::Key key = gpg.key(signature.fingerprint(), error);
    const char* found = key.isNull() ? nullptr : key.primaryFingerprint();
    return found ? found : "";
}

}  // namespace

OpenPgp::OpenPgp(std::string home, std::chrono::seconds limit, const std::string& gpg)
    : home_(std::move(home)), program_(home_ + "/gpg-with-limit") {
    GpgME::initializeLibrary();  // before anything of GPGME is made; again does no harm
    std::error_code error;
    fs::remove_all(home_, error);
    if (!fs::create_directories(home_, error) || ::chmod(home_.c_str(), 0700) != 0)
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "cannot make the directory " + home_);
    write_file(home_ + "/gpg.conf", gpg_options, 0600);
    // GPGME starts gpg in a way that leaves nobody to wait for it; timeout(1) sees to it that it ends.
    const std::string engine = gpg.empty() ? GpgME::engineInfo(GpgME::OpenPGP).fileName() : gpg;
    write_file(
        program_,
        "#!/bin/sh\nexec timeout --signal=KILL " + std::to_string(limit.count()) + " '" + engine + "' \"$@\"\n",
        0700);
}

std::vector<std::string> OpenPgp::import(std::string_view keys) const {
    const GpgME::Data data(keys.data(), keys.size(), false);
    const auto result = context(home_, program_)->importKeys(data);
    std::vector<std::string> fingerprints;
    for (const auto& key : result.imports())
        if (!key.error() && key.fingerprint()) fingerprints.emplace_back(key.fingerprint());
    return fingerprints;
}

std::optional<GoodSignature> OpenPgp::verify(const SignedPart& part) const {
    const auto gpg = context(home_, program_);
    const GpgME::Data bytes(part.bytes.data(), part.bytes.size(), false);
    const GpgME::Data detached(part.signature.data(), part.signature.size(), false);
    GpgME::Data plaintext;
    const auto result = part.signature.empty() ? gpg->verifyOpaqueSignature(bytes, plaintext)
                                               : gpg->verifyDetachedSignature(detached, bytes);
    if (result.error() || result.numSignatures() != 1) return std::nullopt;
    const GpgME::Signature signature = result.signature(0);
    const bool good =
        !signature.status() && !(signature.summary() & (GpgME::Signature::Red | GpgME::Signature::KeyRevoked |
                                                        GpgME::Signature::KeyExpired | GpgME::Signature::SigExpired));
    if (!good) return std::nullopt;
    GoodSignature found{
        primary_fingerprint(*gpg, signature), Instant(std::chrono::seconds(signature.creationTime())), {}};
    if (found.fingerprint.empty()) return std::nullopt;
    if (part.signature.empty()) found.plaintext = all_of(plaintext);
    return found;
}

std::unique_ptr<OpenPgp> make_openpgp(const Config& config, const std::string& home,
                                      std::vector<std::string>& problems) {
    std::unique_ptr<OpenPgp> openpgp;
    for (const auto& person : config.people) {
        if (person.openpgp.empty()) continue;
        if (!openpgp) openpgp = std::make_unique<OpenPgp>(home);
        std::ifstream file(person.openpgp_key, std::ios::binary);
        const std::string keys{std::istreambuf_iterator<char>(file), {}};
        const auto found = openpgp->import(keys);
        if (std::find(found.begin(), found.end(), person.openpgp) == found.end())
            problems.push_back(person.openpgp_key + ": the key " + person.openpgp + " of " + person.name +
                               " is not in this file; a public key as gpg --export prints it");
    }
    return openpgp;
}

}  // namespace assentd
