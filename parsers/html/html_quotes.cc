// SPDX-License-Identifier: Apache-2.0
#include "parsers/html/html_quotes.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/ascii.h"

namespace assentd {

namespace {

enum class Where { css_class, id, data_marker, name };

struct Pattern {
    Where where;
    std::string_view word;  // a class among others, or the whole of an id; "x_" in front, as Outlook adds, is ignored
    HtmlMark mark;
};

constexpr std::array patterns{
    Pattern{Where::css_class, "gmail_quote", HtmlMark::container},  // Gmail
    Pattern{Where::css_class, "gmail_quote_container", HtmlMark::container},
    Pattern{Where::css_class, "gmail_extra", HtmlMark::container},
    Pattern{Where::css_class, "gmail_attr", HtmlMark::header},
    Pattern{Where::css_class, "gmail_signature", HtmlMark::signature},
    Pattern{Where::css_class, "moz-cite-prefix", HtmlMark::header},  // Thunderbird
    Pattern{Where::css_class, "moz-forward-container", HtmlMark::quote},
    Pattern{Where::css_class, "moz-email-headers-table", HtmlMark::quote},
    Pattern{Where::css_class, "moz-signature", HtmlMark::signature},
    Pattern{Where::css_class, "yahoo_quoted", HtmlMark::quote},  // Yahoo
    Pattern{Where::css_class, "yqt", HtmlMark::quote},
    Pattern{Where::css_class, "protonmail_quote", HtmlMark::container},  // Proton
    Pattern{Where::css_class, "protonmail_signature_block", HtmlMark::signature},
    Pattern{Where::css_class, "tutanota_quote", HtmlMark::quote},       // Tuta
    Pattern{Where::css_class, "zmail_extra", HtmlMark::container},      // Zoho
    Pattern{Where::css_class, "mailru-blockquote", HtmlMark::quote},    // Mail.ru
    Pattern{Where::css_class, "messageReplySection", HtmlMark::quote},  // Spark, Exchange mobile
    Pattern{Where::name, "messageReplySection", HtmlMark::quote},
    Pattern{Where::name, "quote", HtmlMark::quote},                   // GMX, web.de
    Pattern{Where::css_class, "hotmail_quote", HtmlMark::quote},      // Hotmail
    Pattern{Where::css_class, "front-blockquote", HtmlMark::quote},   // Front
    Pattern{Where::css_class, "history_container", HtmlMark::quote},  // Intercom
    Pattern{Where::css_class, "__pbConvHr", HtmlMark::rest},          // Postbox
    Pattern{Where::css_class, "J-reply", HtmlMark::quote},            // NetEase
    Pattern{Where::id, "divRplyFwdMsg", HtmlMark::rest},              // Outlook on the web, mobile
    Pattern{Where::id, "appendonsend", HtmlMark::rest},
    Pattern{Where::id, "stopSpelling", HtmlMark::rest},           // Hotmail
    Pattern{Where::id, "reply-intro", HtmlMark::header},          // Roundcube
    Pattern{Where::id, "OLK_SRC_BODY_SECTION", HtmlMark::quote},  // Outlook for Mac
    Pattern{Where::id, "mac_OLK_SRC_BODY_SECTION", HtmlMark::quote},
    Pattern{Where::id, "mail-editor-reference-message-container", HtmlMark::quote},  // new Outlook
    Pattern{Where::id, "isReplyContent", HtmlMark::quote},                           // QQ
    Pattern{Where::id, "zwchr", HtmlMark::divider},                                  // Zimbra
    Pattern{Where::data_marker, "__DIVIDER__", HtmlMark::divider},
    Pattern{Where::data_marker, "__HEADERS__", HtmlMark::quote},
    Pattern{Where::data_marker, "__QUOTED_TEXT__", HtmlMark::divided},
    Pattern{Where::data_marker, "__SIG_PRE__", HtmlMark::signature},
    Pattern{Where::data_marker, "__SIG_POST__", HtmlMark::signature},
    Pattern{Where::id, "Signature", HtmlMark::signature},  // Outlook on the web
    Pattern{Where::id, "ms-outlook-mobile-signature", HtmlMark::signature},
    Pattern{Where::id, "AppleMailSignature", HtmlMark::signature},  // Apple
    Pattern{Where::id, "lineBreakAtBeginningOfSignature", HtmlMark::signature},
};

// Styles, blanks removed and in lower case.
struct Style {
    std::string_view part;
    HtmlMark mark;
};
constexpr std::array styles{
    Style{"display:none", HtmlMark::hidden},
    Style{"visibility:hidden", HtmlMark::hidden},
    Style{"mso-hide:all", HtmlMark::hidden},
    Style{"font-size:0;", HtmlMark::hidden},
    Style{"font-size:0px", HtmlMark::hidden},
    Style{"font-size:0pt", HtmlMark::hidden},
    Style{"opacity:0;", HtmlMark::hidden},
    Style{"max-height:0;", HtmlMark::hidden},
    Style{"max-height:0px", HtmlMark::hidden},
    Style{";color:transparent", HtmlMark::hidden},
    Style{";left:-9999", HtmlMark::hidden},
    Style{";top:-9999", HtmlMark::hidden},
    Style{"text-indent:-9999", HtmlMark::hidden},
    Style{"border-top:solid#e1e1e11.0pt", HtmlMark::rest},
    Style{"border-top:solid#b5c4df1.0pt", HtmlMark::rest},  // Outlook's From:/Sent: block
};

constexpr std::array<std::string_view, 3> striking{"s", "strike", "del"};
// HTML, "formatting elements": a block does not end them.
constexpr std::array<std::string_view, 14> formatting{"a",    "b",     "big", "code",   "em",     "font", "i",
                                                      "nobr", "small", "s",   "strike", "strong", "tt",   "u"};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// "text-decoration:line-through", and Outlook's "text-line-through:double", "mso-text-strike:single".
bool strikes_out(std::string_view declarations) {
    constexpr std::array<std::string_view, 7> off{"none", "no", "normal", "initial", "unset", "false", "0"};
    for (std::string_view rest = declarations; !rest.empty();) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view declaration = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view property = declaration.substr(0, colon);
        const std::string_view value = declaration.substr(colon + 1);
        if (value.find("line-through") != std::string_view::npos) return true;
        const bool of_strikes = property.find("strike") != std::string_view::npos ||
                                property.find("line-through") != std::string_view::npos;
        if (of_strikes && !one_of(off, value.substr(0, value.find('!')))) return true;
    }
    return false;
}

std::string_view without_outlook_prefix(std::string_view word) {
    while (word.substr(0, 2) == "x_") word.remove_prefix(2);
    return word;
}

bool has_word(std::string_view words, std::string_view wanted) {
    while (!words.empty()) {
        const std::size_t end = words.find_first_of(" \t\r\n");
        const std::string_view word = without_outlook_prefix(words.substr(0, end));
        if (same_word(word, wanted)) return true;
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return false;
}

// Of goods and texts: "price-quote", "pull-quote".
constexpr std::array<std::string_view, 6> other_quotes{"price", "stock", "pull", "free", "product", "request"};

// "front-signature", "messageSignatureSection", "missive_quote": names of programs that no table knows.
HtmlMark mark_by_name(const HtmlAttributes& a) {
    for (const std::string_view value : {a.css_class, a.id, a.name}) {
        const std::string small = lower(value.substr(0, 200));
        if (small.find("signature") != std::string::npos) return HtmlMark::signature;
        for (std::string_view rest = small; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            const std::string_view word = rest.substr(0, end);
            const std::string_view before = word.substr(0, word.find_first_of("-_"));
            const bool quotes = word.ends_with("_quote") || word.ends_with("-quote") || word.ends_with("_quoted");
            if (quotes && !one_of(other_quotes, before)) return HtmlMark::quote;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return HtmlMark::none;
}

}  // namespace

HtmlMark mark_by_style(std::string_view style) {
    if (style.empty()) return HtmlMark::none;
    std::string plain = ";";
    for (const char c : style)
        if (!is_space(c)) plain += to_lower(c);
    plain += ';';
    for (const auto& [part, mark] : styles)
        if (plain.find(part) != std::string::npos) return mark;
    const bool flat = plain.find(";height:0;") != plain.npos || plain.find(";height:0px;") != plain.npos;
    if (flat && plain.find("overflow:hidden") != plain.npos) return HtmlMark::hidden;
    return strikes_out(plain) ? HtmlMark::struck : HtmlMark::none;
}

HtmlMark html_mark(const HtmlAttributes& a) {
    if (a.hidden || a.element == "datalist") return HtmlMark::hidden;
    if (const HtmlMark mark = mark_by_style(a.style); mark != HtmlMark::none) return mark;
    if (a.element == "blockquote") return HtmlMark::quote;
    if (one_of(striking, a.element)) return HtmlMark::struck;
    if (a.css_class.empty() && a.id.empty() && a.data_marker.empty() && a.name.empty()) return HtmlMark::none;
    for (const auto& [where, word, mark] : patterns) {
        const std::string_view value = where == Where::css_class     ? a.css_class
                                       : where == Where::id          ? a.id
                                       : where == Where::data_marker ? a.data_marker
                                                                     : a.name;
        if (!value.empty() && has_word(value, word)) return mark;
    }
    return mark_by_name(a);
}

HtmlMark lasting_mark(std::string_view element, std::string_view style) {
    if (!one_of(formatting, element)) return HtmlMark::none;
    const HtmlMark mark = mark_by_style(style);
    if (mark == HtmlMark::hidden || mark == HtmlMark::struck) return mark;
    return one_of(striking, element) ? HtmlMark::struck : HtmlMark::none;
}

bool is_html_quote_header(std::string_view line) {
    const std::string_view t = trimmed(line);
    return !t.empty() && t.size() < 300 &&
           (t.back() == ':' || t.substr(0, 5) == "-----" || t.substr(0, 5) == "_____");
}

}  // namespace assentd
