// SPDX-License-Identifier: Apache-2.0
#include "parsers/trust/signed_text.h"

#include <charconv>
#include <set>
#include <string>

#include "parsers/fold.h"
#include "parsers/own_words/own_words.h"

namespace assentd {

namespace {

constexpr std::size_t most_named = 100;

void find_named(std::string_view text, std::set<std::int64_t>& named) {
    for (std::size_t i = 0; i + 2 < text.size() && named.size() < most_named; ++i) {
        if ((text[i] != 'D' && text[i] != 'd') || text[i + 1] != '-') continue;
        if (i > 0 && words::is_word_byte(text[i - 1])) continue;
        std::int64_t number = 0;
        const char* last = text.data() + text.size();
        const auto [end, error] = std::from_chars(text.data() + i + 2, last, number);
        if (error == std::errc() && number > 0 && (end == last || !words::is_word_byte(*end))) named.insert(number);
    }
}

}  // namespace

Message read_signed(const SignedPart& part, std::string_view plaintext, const Limits& limits) {
    if (!part.signature.empty()) return read_message(part.bytes, limits);
    const std::string type = part.content_type.empty() ? "text/plain" : part.content_type;
    return read_message("Content-Type: " + type + "\n\n" + std::string(plaintext), limits);
}

bool covers(const Message& part, const Message& whole) {
    if (part.text == whole.text) return true;
    const OwnWords of_part = own_words(part.text);
    const OwnWords of_whole = own_words(whole.text);
    const bool same_answers =
        std::equal(of_part.answers.begin(), of_part.answers.end(), of_whole.answers.begin(), of_whole.answers.end(),
                   [](const Answer& a, const Answer& b) { return a.quoted == b.quoted && a.text == b.text; });
    return of_part.new_text == of_whole.new_text && of_part.quoted_text == of_whole.quoted_text && same_answers;
}

std::vector<std::int64_t> decisions_named(const Message& message) {
    std::set<std::int64_t> named;
    find_named(message.subject, named);
    find_named(message.text, named);
    return {named.begin(), named.end()};
}

}  // namespace assentd
