// SPDX-License-Identifier: Apache-2.0
#include "daemon/wire/server_words.h"

namespace assentd {
namespace {

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The characters that `bytes` alone determines when it is encoded at that distance from a three-byte group's start.
std::string base64_core(std::string_view bytes, unsigned lead) {
    std::string bits(lead, '\0');
    bits.append(bytes);
    std::string out;
    unsigned pending = 0;
    unsigned have = 0;
    for (const char c : bits) {
        pending = (pending << 8) | static_cast<unsigned char>(c);
        have += 8;
        while (have >= 6) {
            have -= 6;
            out.push_back(kBase64[(pending >> have) & 63u]);
        }
    }
    const std::size_t skip = lead == 0 ? 0 : lead + 1;
    return out.size() > skip ? out.substr(skip) : std::string();
}

void replace_all(std::string& text, std::string_view what) {
    constexpr std::string_view mask = "***";
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + mask.size())) {
        text.replace(at, what.size(), mask);
    }
}

}  // namespace

std::string server_words(std::string_view said, std::size_t longest) {
    std::string out;
    for (const char c : said) {
        if (out.size() >= longest) {
            out += "...";
            break;
        }
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20) {
            if (!out.empty() && out.back() != ' ') out.push_back(' ');
        } else {
            out.push_back(byte < 0x7F ? c : '?');
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string without_secret(std::string text, std::string_view secret) {
    if (secret.empty()) return text;
    replace_all(text, secret);
    for (unsigned lead = 0; lead < 3; ++lead) {
        const std::string encoded = base64_core(secret, lead);
        if (encoded.size() >= 4) replace_all(text, encoded);
    }
    return text;
}

}  // namespace assentd
