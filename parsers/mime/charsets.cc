// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/charsets.h"
#include "decision/text.h"

#include <iconv.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "parsers/ascii.h"
#include "parsers/mime/wide_charsets.h"

namespace assentd {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Labels that iconv lacks, or that in practice mean a superset of what they name (WHATWG encoding standard, and
// what senders do). Compared in lower case.
struct Alias {
    std::string_view label;
    const char* charset;
};
constexpr std::array aliases{Alias{"ascii", "US-ASCII"},
                             Alias{"us-ascii", "US-ASCII"},
                             Alias{"ansi_x3.4-1968", "US-ASCII"},
                             Alias{"iso646-us", "US-ASCII"},
                             Alias{"utf8", "UTF-8"},
                             Alias{"unicode-1-1-utf-8", "UTF-8"},
                             Alias{"utf-8mb4", "UTF-8"},
                             Alias{"latin1", "WINDOWS-1252"},
                             Alias{"iso-8859-1", "WINDOWS-1252"},
                             Alias{"iso8859-1", "WINDOWS-1252"},
                             Alias{"iso_8859-1", "WINDOWS-1252"},
                             Alias{"cp1252", "WINDOWS-1252"},
                             Alias{"cp-1252", "WINDOWS-1252"},
                             Alias{"x-ansi", "WINDOWS-1252"},
                             Alias{"x-cp1252", "WINDOWS-1252"},
                             Alias{"x-cp1251", "WINDOWS-1251"},
                             Alias{"x-cp1250", "WINDOWS-1250"},
                             Alias{"iso-8859-9", "WINDOWS-1254"},
                             Alias{"iso-8859-8-i", "ISO-8859-8"},
                             Alias{"iso-8859-8-e", "ISO-8859-8"},
                             Alias{"iso-8859-6-i", "ISO-8859-6"},
                             Alias{"iso-8859-6-e", "ISO-8859-6"},
                             Alias{"x-mac-roman", "MACINTOSH"},
                             Alias{"x-macroman", "MACINTOSH"},
                             Alias{"mac-roman", "MACINTOSH"},
                             Alias{"macroman", "MACINTOSH"},
                             Alias{"x-mac-cyrillic", "MAC-CYRILLIC"},
                             Alias{"x-mac-ce", "MAC-CENTRALEUROPE"},
                             Alias{"x-mac-centraleurroman", "MAC-CENTRALEUROPE"},
                             Alias{"ks_c_5601-1987", "UHC"},
                             Alias{"ks_c_5601-1989", "UHC"},
                             Alias{"ks_c_5601", "UHC"},
                             Alias{"ksc5601", "UHC"},
                             Alias{"ksc_5601", "UHC"},
                             Alias{"korean", "UHC"},
                             Alias{"euc-kr", "UHC"},
                             Alias{"windows-949", "UHC"},
                             Alias{"cp-949", "UHC"},
                             Alias{"gb2312", "GB18030"},
                             Alias{"gb_2312-80", "GB18030"},
                             Alias{"csgb2312", "GB18030"},
                             Alias{"x-gbk", "GB18030"},
                             Alias{"gbk", "GB18030"},
                             Alias{"cp936", "GB18030"},
                             Alias{"windows-936", "GB18030"},
                             Alias{"x-cp20936", "GB18030"},
                             Alias{"chinesebig5", "BIG5-HKSCS"},
                             Alias{"big5", "BIG5-HKSCS"},
                             Alias{"x-x-big5", "BIG5-HKSCS"},
                             Alias{"cp-950", "BIG5-HKSCS"},
                             Alias{"x-sjis", "CP932"},
                             Alias{"sjis", "CP932"},
                             Alias{"shift_jis", "CP932"},
                             Alias{"shift-jis", "CP932"},
                             Alias{"windows-31j", "CP932"},
                             Alias{"ms_kanji", "CP932"},
                             Alias{"x-euc-jp", "EUC-JP"},
                             Alias{"iso-2022-jp", "ISO-2022-JP-3"},
                             Alias{"x-iso-2022-jp", "ISO-2022-JP-3"},
                             Alias{"cp50220", "ISO-2022-JP-3"},
                             Alias{"cp50221", "ISO-2022-JP-3"},
                             Alias{"koi", "KOI8-R"},
                             Alias{"koi8", "KOI8-R"},
                             Alias{"koi8-ru", "KOI8-U"},
                             Alias{"dos-720", "CP720"},
                             Alias{"tis-620", "CP874"},
                             Alias{"windows-874", "CP874"},
                             Alias{"iso-8859-11", "CP874"},
                             Alias{"unicode-1-1-utf-7", "UTF-7"},
                             Alias{"x-unicode-2-0-utf-7", "UTF-7"},
                             Alias{"unicode", "UTF-16"},
                             Alias{"utf-16", "UTF-16"},
                             Alias{"utf16", "UTF-16"},
                             Alias{"ucs-2", "UTF-16"},
                             Alias{"x-user-defined", "WINDOWS-1252"}};

// Labels that say nothing.
constexpr std::array vague{"unknown-8bit", "x-unknown",       "unknown", "8bit", "default",
                           "x-default",    "default_charset", "binary",  "none", "charset"};

constexpr std::array<std::uint16_t, 32> windows_1252_high{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_utf8(std::string& out, std::uint32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char ch : bytes) {
        const auto c = static_cast<unsigned char>(ch);
        append_utf8(out, c >= 0x80 && c < 0xA0 ? windows_1252_high[c - 0x80u] : c);
    }
    return out;
}

// The length of the valid UTF-8 sequence at the front, or 0.
std::size_t sequence_length(std::string_view s) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const auto tail = [&](std::size_t i) { return i < s.size() && (at(i) & 0xC0) == 0x80; };
    const unsigned char a = at(0);
    if (a < 0x80) return 1;
    if (a >= 0xC2 && a <= 0xDF) return tail(1) ? 2 : 0;
    if (a >= 0xE0 && a <= 0xEF) {
        if (!tail(1) || !tail(2)) return 0;
        if ((a == 0xE0 && at(1) < 0xA0) || (a == 0xED && at(1) > 0x9F)) return 0;
        return 3;
    }
    if (a >= 0xF0 && a <= 0xF4) {
        if (!tail(1) || !tail(2) || !tail(3)) return 0;
        if ((a == 0xF0 && at(1) < 0x90) || (a == 0xF4 && at(1) > 0x8F)) return 0;
        return 4;
    }
    return 0;
}

// How many bytes at the front are ASCII, or up to seven fewer: most text is, and eight are looked at together.
std::size_t ascii_run(std::string_view s) {
    std::size_t i = 0;
    for (std::uint64_t eight = 0; i + sizeof eight <= s.size(); i += sizeof eight) {
        std::memcpy(&eight, s.data() + i, sizeof eight);
        if ((eight & 0x8080808080808080u) != 0) break;
    }
    return i;
}

// How many bytes at the front are printable ASCII, in steps of eight.
std::size_t printable_run(std::string_view s) {
    constexpr std::uint64_t ones = 0x0101010101010101u;
    constexpr std::uint64_t high = 0x80 * ones;
    const auto holds_below = [](std::uint64_t x, std::uint64_t n) { return (x - n * ones) & ~x & high; };
    std::size_t i = 0;
    for (std::uint64_t x = 0; i + sizeof x <= s.size(); i += sizeof x) {
        std::memcpy(&x, s.data() + i, sizeof x);
        if ((x & high) != 0 || holds_below(x, 0x20) != 0 || holds_below(x ^ (0x7F * ones), 1) != 0) break;
    }
    return i;
}

// How many bytes at the front stay as they are: printable ASCII, line feeds and tabs.
std::size_t staying_run(std::string_view s) {
    const auto stays = [](char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; };
    std::size_t i = 0;
    for (std::size_t step = 8; step == 8;) {
        i += printable_run(s.substr(i));
        for (step = 0; step < 8 && i < s.size() && stays(s[i]); ++step) ++i;
    }
    return i;
}

// An iconv descriptor, owned.
class Converter {
  public:
    explicit Converter(const std::string& charset) : cd_(iconv_open("UTF-8", charset.c_str())) {}
    ~Converter() {
        if (known()) iconv_close(cd_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    bool known() const { return cd_ != reinterpret_cast<iconv_t>(-1); }

    // Each byte that cannot be decoded costs one U+FFFD, so that the work stays linear.
    std::string convert(std::string_view bytes, std::size_t& errors) {
        std::string out;
        out.reserve(bytes.size() + bytes.size() / 2);
        std::string input(bytes);
        char* in = input.data();
        std::size_t left = input.size();
        std::array<char, 4096> buffer;
        for (bool flushed = false; left > 0 || !flushed;) {
            flushed = left == 0;
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t before = left;
            const std::size_t rc = iconv(cd_, flushed ? nullptr : &in, flushed ? nullptr : &left, &to, &room);
            out.append(buffer.data(), buffer.size() - room);
            const bool stuck = before == left && room == buffer.size();
            if (!flushed && rc == static_cast<std::size_t>(-1) && (errno != E2BIG || stuck) && left > 0) {
                ++errors;
                out += replacement;
                ++in;
                --left;
            }
        }
        return out;
    }

  private:
    iconv_t cd_;
};

bool plausible_label(std::string_view label) {
    return !label.empty() && label.size() <= 40 && std::all_of(label.begin(), label.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == ':' || c == '+';
    });
}

// "CP-850", "cp_1251", "windows1251", "win-1251": what people write for the names that iconv has.
std::string respelled(const std::string& label) {
    const std::size_t digits = label.find_first_of("0123456789");
    if (digits == std::string::npos) return {};
    std::string_view family = std::string_view(label).substr(0, digits);
    while (!family.empty() && (family.back() == '-' || family.back() == '_')) family.remove_suffix(1);
    if (family == "cp" || family == "dos" || family == "ibm" || family == "windows" || family == "win" ||
        family == "x-cp" || family == "ms")
        return "CP" + label.substr(digits);
    if (family == "iso8859" || family == "iso" || family == "x-iso") return "ISO-" + label.substr(digits);
    return {};
}

std::string canonical(std::string_view label) {
    constexpr std::string_view around = " \t\r\n';";  // 'utf-8', "utf-8;"
    const std::size_t front = std::min(label.find_first_not_of(around), label.size());
    const std::string wanted = lower(label.substr(front, label.find_last_not_of(around) + 1 - front));
    for (const auto& [name, charset] : aliases)
        if (wanted == name) return charset;
    return wanted;
}

bool has_japanese_escapes(std::string_view bytes) {
    return bytes.find("\x1B$B") != std::string_view::npos || bytes.find("\x1B$@") != std::string_view::npos;
}

std::string by_sense(std::string_view bytes, std::string_view why, Remarks& remarks) {
    if (has_japanese_escapes(bytes) && is_ascii(bytes)) {
        std::size_t errors = 0;
        if (Converter japanese("ISO-2022-JP-3"); japanese.known()) return japanese.convert(bytes, errors);
    }
    if (is_ascii(bytes)) return std::string(bytes);
    const bool utf8 = is_utf8(bytes);
    if (!why.empty())
        remarks.add(std::string(why) + ": " +
                    (utf8 ? std::string("read as UTF-8") : std::string(read_as_windows_1252)));
    return utf8 ? std::string(bytes) : from_windows_1252(bytes);
}

// Labelled UTF-8 and not valid: mostly valid with a few bad bytes, or really an 8-bit charset?
std::string damaged_utf8(std::string_view bytes, Remarks& remarks) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t n = sequence_length(bytes.substr(i, 4));
        good += n > 1 ? 1 : 0;
        bad += n == 0 ? 1 : 0;
        i += std::max<std::size_t>(n, 1);
    }
    if (good >= bad) {
        remarks.add("Text labelled utf-8 has invalid bytes");
        return std::string(bytes);
    }
    remarks.add("Text labelled utf-8 is not: " + std::string(read_as_windows_1252));
    return from_windows_1252(bytes);
}

std::string decoded(std::string_view bytes, std::string_view label, Remarks& remarks) {
    std::string charset = canonical(label);
    if (charset.empty()) return by_sense(bytes, is_ascii(bytes) ? "" : "Text without a charset", remarks);
    if (charset == "US-ASCII") return by_sense(bytes, "8-bit text labelled us-ascii", remarks);
    if (charset == "UTF-8" || charset == "utf-8") {
        return is_utf8(bytes) ? std::string(bytes) : damaged_utf8(bytes, remarks);
    }
    if (charset == "WINDOWS-1252" || charset == "windows-1252") {
        const bool other =
            is_utf8(bytes) && !is_ascii(bytes);  // "dafÃ¼r": nobody writes such letters beside each other
        return other ? by_sense(bytes, "Text is not in its charset " + clean_line(label), remarks)
                     : from_windows_1252(bytes);
    }
    const bool says_nothing = std::find(vague.begin(), vague.end(), charset) != vague.end();
    if (says_nothing || !plausible_label(charset))
        return by_sense(bytes, "Unknown charset " + clean_line(charset), remarks);

    std::string in_another;
    if (charset == "UTF-16") {
        charset = utf_16_as_written(bytes);
    } else if (charset == "hz-gb-2312") {
        bytes = in_another = hz_as_gb18030(bytes);
        charset = "GB18030";
    }
    for (const std::string& name : {charset, respelled(charset)}) {
        if (name.empty()) continue;
        Converter converter(name);
        if (!converter.known()) continue;
        std::size_t errors = 0;
        std::string out = converter.convert(bytes, errors);
        if (errors > 0 && is_utf8(bytes) && !is_ascii(bytes))
            return by_sense(bytes, "Text is not in its charset " + charset, remarks);
        if (errors > 0) remarks.add("Text has bytes that are not in its charset " + charset);
        return out;
    }
    return by_sense(bytes, "Unknown charset " + charset, remarks);
}

}  // namespace

bool is_utf8(std::string_view s) {
    for (s.remove_prefix(ascii_run(s)); !s.empty(); s.remove_prefix(ascii_run(s))) {
        const std::size_t n = sequence_length(s.substr(0, 4));
        if (n == 0) return false;
        s.remove_prefix(n);
    }
    return true;
}

std::string clean_text(std::string_view s) {
    if (s.substr(0, 3) == "\xEF\xBB\xBF") s.remove_prefix(3);
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t run = staying_run(s.substr(i));
        out += s.substr(i, run);
        i += run;
        if (i == s.size()) break;
        std::size_t n = 1;
        if (static_cast<unsigned char>(s[i]) >= 0x80) {
            n = sequence_length(s.substr(i, 4));
            out += n == 0 ? replacement : s.substr(i, n);
        } else if (s[i] == '\r' && (i + 1 == s.size() || s[i + 1] != '\n')) {
            out += '\n';
        }
        i += std::max<std::size_t>(n, 1);
    }
    return out;
}

std::string clean_line(std::string_view s) {
    std::string out = clean_text(s);
    std::replace(out.begin(), out.end(), '\n', ' ');
    std::replace(out.begin(), out.end(), '\t', ' ');
    return out;
}

std::string to_utf8(std::string_view bytes, std::string_view label, Remarks& remarks) {
    if (same_word(label, "utf-8") && is_utf8(bytes)) return clean_text(bytes);
    return clean_text(decoded(bytes, label, remarks));
}

std::string header_to_utf8(std::string_view bytes, Remarks& remarks) {
    if (is_utf8(bytes)) return clean_text(bytes);
    remarks.add("A header field has 8-bit text: read as windows-1252");
    return clean_text(from_windows_1252(bytes));
}

std::string_view utf8_prefix(std::string_view s, std::size_t bytes) {
    if (s.size() <= bytes) return s;
    while (bytes > 0 && (static_cast<unsigned char>(s[bytes]) & 0xC0) == 0x80) --bytes;
    return s.substr(0, bytes);
}

}  // namespace assentd
