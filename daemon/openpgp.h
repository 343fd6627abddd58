// SPDX-License-Identifier: Apache-2.0
// Checks OpenPGP signatures with gpg, through GPGME (PRODUCT 8.1c). gpg is another program that reads hostile bytes:
// it gets a home of its own with nothing but the configured keys, no network, no agent, and is killed after a limit.
// One thread at a time.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "decision/time.h"
#include "parsers/message.h"

namespace assentd {

struct GoodSignature {
    std::string fingerprint;  // of the primary key: upper-case hex
    Instant created{};        // as the signer's clock said; covered by the signature
    std::string plaintext;    // of a clear-signed block
};

class OpenPgp {
  public:
    // Makes `home` anew (everything in it is removed). Throws Trouble when it cannot, or gpg is missing.
    explicit OpenPgp(std::string home, std::chrono::seconds limit = std::chrono::seconds(10),
                     const std::string& gpg = {});

    // The fingerprints of the keys in it; empty when there is none.
    std::vector<std::string> import(std::string_view keys) const;

    // Exactly one signature, good now: the key neither expired nor revoked. Nothing otherwise, whatever went wrong.
    std::optional<GoodSignature> verify(const SignedPart&) const;

  private:
    std::string home_;
    std::string program_;  // gpg under a time limit
};

// With everybody's key, in `home`; null when nobody has one. `problems`: a sentence for each key that cannot be used.
std::unique_ptr<OpenPgp> make_openpgp(const Config&, const std::string& home, std::vector<std::string>& problems);

}  // namespace assentd
