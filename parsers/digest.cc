// SPDX-License-Identifier: Apache-2.0
#include "parsers/digest.h"

#include <openssl/evp.h>

#include <array>
#include <new>

namespace assentd {

std::string sha256_hex(std::string_view bytes) {
    // Looking the algorithm up costs more than hashing a short text, so it happens once.
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    if (!algorithm || EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, algorithm, nullptr) != 1)
        throw std::bad_alloc();
    std::string hex(2 * std::size_t{size}, '\0');
    for (std::size_t i = 0; i < size; ++i) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    return hex;
}

}  // namespace assentd
