// SPDX-License-Identifier: Apache-2.0
#include "decision/plain_name.h"

#include <array>
#include <cstdint>

namespace assentd {

namespace {

// The letters from `first` on, as Unicode decomposes them, in lower case; "*" stays as it is. What has a stroke is
// its letter, too.
struct Letters {
    char32_t first;
    std::u32string_view plain;
};
constexpr std::array letters{
    Letters{0xC0,
            U"aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"
            U"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
            U"lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
    Letters{0x1A0, U"oo"},
    Letters{0x1AF, U"uu"},
    Letters{0x1CD, U"aaiioouuuuuuuuuu"},
    Letters{0x200, U"aaaaeeeeiiiioooorrrruuuusstt"},
    Letters{0x386,
            U"α*εηι*ο*υωιαβγδεζηθικλμνξοπρ*στυφχψωιυαεηιυ*****************σ***"
            U"****ιυουω"},
    Letters{0x400,
            U"ѐеђѓєѕіїјљњћќѝўџабвгдежзийклмнопрстуфхцчшщъыьэюя****************"
            U"*****************е**************"},
    Letters{0x1E00,
            U"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
            U"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
            U"wwwwwwwwwwxxxxyyzzzzzzhtwy******aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
            U"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy******"},
};

struct Ligature {
    std::string_view written;
    std::string_view plain;
};
constexpr std::array ligatures{Ligature{"\u00C6", "ae"}, Ligature{"\u00E6", "ae"}, Ligature{"\u0152", "oe"},
                               Ligature{"\u0153", "oe"}, Ligature{"\u00DE", "th"}, Ligature{"\u00FE", "th"},
                               Ligature{"\u00DF", "ss"}, Ligature{"\u1E9E", "ss"}, Ligature{"\u0132", "ij"},
                               Ligature{"\u0133", "ij"}};

// The size of the character at the front of the text, in bytes: 1 for what is no UTF-8, which stays as it is.
std::size_t size_of_front(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (text.size() < size) return 1;
    for (std::size_t i = 1; i < size; ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 1;
    return size;
}

// Of two or three bytes: no letter of the tables has four.
char32_t code_of(std::string_view character) {
    const auto bits = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(character[i])); };
    return character.size() == 2 ? (bits(0) & 0x1FU) << 6U | (bits(1) & 0x3FU)
                                 : (bits(0) & 0x0FU) << 12U | (bits(1) & 0x3FU) << 6U | (bits(2) & 0x3FU);
}

void append(std::string& text, char32_t letter) {
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else {
        text += static_cast<char>(0xC0U | letter >> 6U);
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    }
}

bool is_combining_accent(char32_t code) {
    return code >= 0x300 && code <= 0x36F;
}

void append_plain(std::string& text, std::string_view character) {
    for (const auto& [written, plain] : ligatures)
        if (character == written) {
            text += plain;
            return;
        }
    const char32_t code = code_of(character);
    if (is_combining_accent(code)) return;
    for (const auto& [first, plain] : letters)
        if (code >= first && code - first < plain.size() && plain[code - first] != U'*')
            return append(text, plain[code - first]);
    text += character;
}

}  // namespace

std::string plain_name(std::string_view name) {
    std::string plain;
    plain.reserve(name.size());
    while (!name.empty()) {
        const std::size_t size = size_of_front(name);
        const char c = name.front();
        if (size == 2 || size == 3)
            append_plain(plain, name.substr(0, size));
        else if (c >= 'A' && c <= 'Z')
            plain += static_cast<char>(c - 'A' + 'a');
        else
            plain += name.substr(0, size);
        name.remove_prefix(size);
    }
    return plain;
}

}  // namespace assentd
