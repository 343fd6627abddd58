// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/text_part.h"

#include <array>

#include "parsers/ascii.h"
#include "parsers/html/html_text.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/flowed.h"

namespace assentd {

namespace {

// What programs write into a text/plain part that they do not mean: with an example each in the tests.
constexpr std::array stub_phrases{
    "see html",    "html version", "html part",      "html format",  "html-format",     "html message",
    "html viewer", "html reader",  "html client",    "html-capable", "html email",      "html e-mail",
    "html mail",   "support html", "display html",   "view html",    "in your browser", "in a browser",
    "im browser",  "html-version", "html-nachricht", "html-mail",    "version html",    "en html",
    "in html",     "als html",     "format html",    "formato html",
};

// The charset that an HTML text names itself, near its start.
std::string charset_in_html(std::string_view bytes) {
    constexpr std::size_t near = 2048;
    const std::string head = lower(bytes.substr(0, near));
    const std::size_t found = head.find("charset=");
    if (found == std::string::npos) return {};
    std::size_t at = found + 8;
    while (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
    const std::size_t end = head.find_first_of("\"'>; /", at);
    return end == std::string::npos ? std::string() : head.substr(at, end - at);
}

// Outlook writes each line end twice: every second line is empty. At least four lines must say so.
bool has_doubled_newlines(std::string_view text) {
    std::size_t lines = 0;
    for (bool odd = true; !text.empty(); odd = !odd) {
        const std::string_view line = take_line(text);
        if (odd && trimmed(line).empty()) return false;
        if (!odd && !trimmed(line).empty()) return false;
        lines += odd ? 1 : 0;
    }
    return lines >= 4;
}

std::string halved_newlines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        out += take_line(text);
        out += '\n';
        take_line(text);
    }
    return out;
}

constexpr std::string_view armor_begin = "-----BEGIN PGP SIGNED MESSAGE-----";
constexpr std::string_view armor_signature = "-----BEGIN PGP SIGNATURE-----";
constexpr std::string_view armor_end = "-----END PGP SIGNATURE-----";
constexpr std::size_t encoded_per_readable = 2;  // what tags, encodings and charsets usually cost

// The text inside a clear-signed OpenPGP message (RFC 4880 section 7): armor off, dashes unescaped.
std::string without_clear_signature(std::string text) {
    if (text.find(armor_begin) == std::string::npos) return text;
    std::string out;
    enum { outside, armor_header, signed_text, in_signature } state = outside;
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view line = take_line(rest);
        const std::string_view bare = trimmed(line);
        if (state == outside && bare == armor_begin) {
            state = armor_header;
        } else if (state == armor_header) {
            if (bare.empty()) state = signed_text;
        } else if (bare == armor_signature && state == signed_text) {
            state = in_signature;
        } else if (state == in_signature) {
            if (bare == armor_end) state = outside;
        } else {
            if (state == signed_text && line.substr(0, 2) == "- ") line.remove_prefix(2);
            out += line;
            out += '\n';
        }
    }
    return out;
}

}  // namespace

std::string read_text_part(const Entity& part, bool outlook, const Limits& limits, Remarks& remarks) {
    const std::size_t bound = limits.text_size * encoded_per_readable;
    if (part.body.size() > bound) remarks.add("A text part is too long: its end was left out");
    std::string bytes = part.decoded_prefix(bound);
    const bool html = part.is("text/html");
    std::string charset(part.type.get("charset"));
    if (html && charset.empty()) charset = charset_in_html(bytes);
    std::string text = to_utf8(bytes, charset, remarks);
    std::string().swap(bytes);
    if (html) {
        text = html_to_text(std::move(text), remarks);
    } else if (part.is("text/enriched") || part.is("text/richtext")) {
        text = html_to_text("<pre>" + text + "</pre>", remarks);
    } else {
        if (same_word(part.type.get("format"), "flowed"))
            text = unflow(text, same_word(part.type.get("delsp"), "yes"));
        if (outlook && has_doubled_newlines(text)) text = halved_newlines(text);
        text = without_clear_signature(std::move(text));
    }
    if (text.size() > limits.text_size) {
        remarks.add("The text is longer than " + std::to_string(limits.text_size) + " bytes: its end was left out");
        text = utf8_prefix(text, limits.text_size);
    }
    return text;
}

std::optional<SignedPart> clear_signed_block(const Entity& part, const Limits& limits) {
    if (part.body.find(armor_begin) == std::string_view::npos && part.encoding != "base64") return std::nullopt;
    const std::string text = part.decoded_prefix(limits.text_size * encoded_per_readable);
    const std::size_t from = text.find(armor_begin);
    if (from == std::string::npos || (from > 0 && text[from - 1] != '\n')) return std::nullopt;
    const std::size_t end = text.find(armor_end, from);
    if (end == std::string::npos) return std::nullopt;
    return SignedPart{text.substr(from, end + armor_end.size() - from) + "\r\n",
                      {},
                      std::string(part.header.value("Content-Type"))};
}

bool is_stub(std::string_view text) {
    constexpr std::size_t longest = 400;
    const std::string_view bare = trimmed(text);
    if (bare.empty()) return true;
    if (bare.size() > longest) return false;
    const std::string small = lower(bare);
    return std::any_of(stub_phrases.begin(), stub_phrases.end(),
                       [&](const char* phrase) { return small.find(phrase) != std::string::npos; });
}

}  // namespace assentd
