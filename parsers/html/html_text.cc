// SPDX-License-Identifier: Apache-2.0
#include "parsers/html/html_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "decision/text.h"
#include "parsers/ascii.h"
#include "parsers/html/html_filter.h"
#include "parsers/html/html_lists.h"
#include "parsers/html/html_quotes.h"
#include "parsers/html/html_tables.h"
#include "parsers/mime/charsets.h"

namespace assentd {

namespace {

constexpr std::size_t deepest = 256;

struct Open {
    std::string element;
    HtmlMark mark = HtmlMark::none;
    std::size_t first_line = 0;  // of a container
    std::string link;            // of an <a>: where it leads, when that is not its text
    std::size_t link_text = 0;
};

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 26> blocks{
    "p",  "div",     "li",      "tr",     "h1",     "h2",      "h3",     "h4",         "h5",
    "h6", "ul",      "ol",      "dl",     "dt",     "dd",      "table",  "blockquote", "pre",
    "hr", "section", "article", "header", "footer", "address", "center", "body"};
constexpr std::array<std::string_view, 11> spaced{"p",  "h1",         "h2",  "h3",    "h4", "h5",
                                                  "h6", "blockquote", "pre", "table", "hr"};

class TextBuilder {
  public:
    explicit TextBuilder(Remarks& remarks) : remarks_(remarks) {}
    void parser(xmlParserCtxtPtr context) { context_ = context; }

    void start(std::string_view element, const xmlChar** attributes);
    void end(std::string_view element);
    void text(std::string_view characters);
    std::string finish();

  private:
    void put(std::string_view word) {
        if (space_ && !current_.empty()) current_ += ' ';
        space_ = false;
        if (current_.empty() && !bullet_.empty()) {
            current_ = bullet_;
            bullet_.clear();
        }
        current_ += word;
    }
    std::string_view text_of(const HtmlLine& line) const {
        return std::string_view(words_).substr(line.begin, line.size);
    }
    HtmlLine line_with(std::size_t quote, std::string_view text) {
        const auto begin = static_cast<std::uint32_t>(words_.size());
        words_ += text;
        return {static_cast<std::uint32_t>(quote), quotes_ > 0, begin, static_cast<std::uint32_t>(text.size())};
    }
    void new_line() {
        lines_.push_back(line_with(quotes_ + (rest_quoted_ || headers_ > 0 ? 1 : 0), current_));
        current_.clear();
        space_ = false;
    }
    void block_border() {
        if (!current_.empty()) new_line();
    }
    void blank_line() {
        block_border();
        if (!lines_.empty() && lines_.back().size > 0) lines_.push_back(line_with(quotes_, {}));
    }
    void quote_header_before();
    void open_mark(Open&);
    void close(const Open&);
    void close_container(std::size_t first_line);
    void close_signature(std::size_t first_line);

    Remarks& remarks_;
    xmlParserCtxtPtr context_ = nullptr;
    std::vector<Open> open_;
    std::vector<HtmlLine> lines_;
    std::string words_;  // of lines_
    std::string current_;
    std::string bullet_;
    HtmlLists lists_;
    HtmlTables tables_;
    bool space_ = false;
    bool rest_quoted_ = false;
    bool divided_ = false;  // the rest is quoted because of a divider
    std::size_t quotes_ = 0;
    std::size_t headers_ = 0;
    std::size_t hidden_ = 0;
    std::size_t struck_ = 0;
    std::size_t pre_ = 0;
};

// "On 6 Nov, Ana wrote:" stands directly before the block that it introduces. Only that line: what is above it may
// well be the sender's.
void TextBuilder::quote_header_before() {
    std::size_t last = lines_.size();
    while (last > 0 && lines_[last - 1].size == 0) --last;
    if (last == 0) return;
    HtmlLine& line = lines_[last - 1];
    const bool dated = text_of(line).find_first_of("0123456789@") != std::string_view::npos;
    if (line.quote <= quotes_ && is_html_quote_header(text_of(line)) && dated) ++line.quote;
}

void TextBuilder::open_mark(Open& open) {
    switch (open.mark) {
        case HtmlMark::quote:
        case HtmlMark::divided:
            block_border();
            quote_header_before();
            ++quotes_;
            break;
        case HtmlMark::container:
        case HtmlMark::signature:
            block_border();
            open.first_line = lines_.size();
            break;
        case HtmlMark::header:
            block_border();
            ++headers_;
            break;
        case HtmlMark::rest:
        case HtmlMark::divider:
            block_border();
            if (quotes_ > 0) break;  // the rest of the quotation that it stands in
            divided_ = open.mark == HtmlMark::divider && (divided_ || !rest_quoted_);
            rest_quoted_ = true;
            break;
        case HtmlMark::hidden:
            ++hidden_;
            break;
        case HtmlMark::struck:
            ++struck_;
            break;
        case HtmlMark::none:
            break;
    }
}

void TextBuilder::close(const Open& open) {
    switch (open.mark) {
        case HtmlMark::quote:
            block_border();
            --quotes_;
            break;
        case HtmlMark::divided:
            block_border();
            --quotes_;
            if (divided_ && quotes_ == 0) rest_quoted_ = divided_ = false;
            break;
        case HtmlMark::container:
            block_border();
            close_container(open.first_line);
            break;
        case HtmlMark::header:
            block_border();
            --headers_;
            break;
        case HtmlMark::hidden:
            --hidden_;
            break;
        case HtmlMark::struck:
            --struck_;
            break;
        case HtmlMark::signature:
            block_border();
            close_signature(open.first_line);
            break;
        case HtmlMark::rest:
        case HtmlMark::divider:
            block_border();
            break;
        case HtmlMark::none:
            break;
    }
    if (open.element == "pre" && pre_ > 0) --pre_;
    if (open.element == "table") {
        block_border();
        tables_.end(lines_, words_);
    }
    if (!open.link.empty() && current_.size() > open.link_text) {
        space_ = true;
        put("<" + open.link + ">");
    }
}

// What stands before a container's first blockquote is its "On … wrote:"; what stands between and behind them was
// written by the sender. Without any blockquote (a forwarded mail) all of it is quoted.
void TextBuilder::close_container(std::size_t first_line) {
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(std::min(first_line, lines_.size()));
    const auto quotation = std::find_if(begin, lines_.end(), [](const HtmlLine& l) { return l.in_blockquote; });
    const bool forwarded =
        std::any_of(begin, quotation, [&](const HtmlLine& l) { return trimmed(text_of(l)).substr(0, 5) == "-----"; });
    for (auto line = begin; line != (forwarded ? lines_.end() : quotation); ++line)
        if (line->quote == quotes_) ++line->quote;
}

// A signature gets the line that announces one in plain text, unless it brings its own.
void TextBuilder::close_signature(std::size_t first_line) {
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(std::min(first_line, lines_.size()));
    const auto first =
        std::find_if(begin, lines_.end(), [&](const HtmlLine& l) { return !trimmed(text_of(l)).empty(); });
    if (first == lines_.end() || trimmed(text_of(*first)) == "--") return;
    lines_.insert(first, line_with(quotes_ + (rest_quoted_ ? 1 : 0), "-- "));
}

void TextBuilder::start(std::string_view element, const xmlChar** attributes) {
    if (open_.size() >= deepest) {
        remarks_.add("HTML nested deeper than " + std::to_string(deepest) + ": the rest was left out");
        xmlStopParser(context_);
        return;
    }
    HtmlAttributes a;
    a.element = element;
    std::string_view href, alt, emoji, type;
    bool checked = false;
    for (const xmlChar** p = attributes; p && *p; p += 2) {
        const std::string_view name = reinterpret_cast<const char*>(p[0]);
        const std::string_view value = p[1] ? reinterpret_cast<const char*>(p[1]) : "";
        if (name == "class") a.css_class = value;
        if (name == "id") a.id = value;
        if (name == "style") a.style = value;
        if (name == "name") a.name = value;
        if (name == "data-marker") a.data_marker = value;
        if (name == "hidden") a.hidden = true;
        if (name == "href") href = value;
        if (name == "alt") alt = value;
        if (name == "data-emoji") emoji = value;
        if (name == "type") type = value;
        if (name == "checked") checked = true;
    }
    Open open;
    open.element = element;
    open.mark = html_mark(a);
    if (one_of(blocks, element)) {
        const bool outlook_line = begins_with(a.css_class, "MsoNormal") || begins_with(a.css_class, "MsoPlainText");
        if (one_of(spaced, element) && !outlook_line)
            blank_line();
        else
            block_border();
    }
    open_mark(open);
    if (element == "br") new_line();
    if (element == "pre") ++pre_;
    if (const auto mark = lists_.start(element, attributes); element == "li") bullet_ = mark;
    if (tables_.is_cell(element)) block_border();
    if (!tables_.start(element, lines_.size()) && (element == "td" || element == "th")) space_ = true;
    if (hidden_ == 0 && struck_ == 0) {
        if (element == "img" && (!emoji.empty() || (!is_ascii(alt) && alt.size() <= 16)))
            put(emoji.empty() ? alt : emoji);
        if (element == "input" && same_word(type, "checkbox")) put(checked ? "[x] " : "[ ] ");
        if (element == "a" && (begins_with(href, "http:") || begins_with(href, "https:"))) {
            open.link = clean_line(href);
            open.link_text = current_.size();
        }
    }
    open_.push_back(std::move(open));
}

void TextBuilder::end(std::string_view element) {
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.element == element; });
    if (found == open_.rend()) return;
    const auto keep = static_cast<std::size_t>(open_.rend() - found) - 1;
    while (open_.size() > keep) {
        close(open_.back());
        open_.pop_back();
    }
    lists_.end(element);
    if (element == "li") bullet_.clear();  // nothing of it is shown
    if (one_of(spaced, element) && element != "p")
        blank_line();
    else if (one_of(blocks, element))
        block_border();
}

void TextBuilder::text(std::string_view s) {
    if (hidden_ > 0) return;
    if (struck_ > 0) {
        if (!trimmed(s).empty()) remarks_.add(struck_out_remark);
        space_ = true;
        return;
    }
    for (std::size_t i = 0; i < s.size();) {
        if (pre_ > 0 && (s[i] == '\n' || s[i] == '\r')) {
            if (s[i] == '\n') new_line();
            ++i;
        } else if (s.substr(i, 2) == "\xC2\xA0") {
            put(" ");
            i += 2;
        } else if (is_space(s[i])) {
            if (pre_ > 0)
                put(" ");
            else
                space_ = true;
            ++i;
        } else {
            std::size_t end = i;
            while (end < s.size() && !is_space(s[end]) && s.substr(end, 2) != "\xC2\xA0") ++end;
            // A link whose text is its address needs it only once.
            if (!open_.empty() && !open_.back().link.empty() && s.substr(i, end - i).substr(0, 4) == "http")
                open_.back().link.clear();
            put(s.substr(i, end - i));
            i = end;
        }
    }
}

std::string TextBuilder::finish() {
    while (!open_.empty()) {
        close(open_.back());
        open_.pop_back();
    }
    block_border();
    std::string out;
    out.reserve(words_.size() + lines_.size());
    bool blank = true;
    for (const HtmlLine& line : lines_) {
        std::string_view text = text_of(line);
        while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        if (text == "--") text = "-- ";
        if (text.empty() && blank) continue;
        blank = text.empty();
        const std::size_t shown = std::min<std::size_t>(line.quote, 20);
        out.append(shown, '>');
        if (shown > 0 && !text.empty()) out += ' ';
        out += text;
        out += '\n';
    }
    while (out.size() > 1 && out[out.size() - 1] == '\n' && out[out.size() - 2] == '\n') out.pop_back();
    return out;
}

TextBuilder& builder(void* user) {
    return *static_cast<TextBuilder*>(user);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
    builder(user).start(reinterpret_cast<const char*>(name), attributes);
}
void on_end(void* user, const xmlChar* name) {
    builder(user).end(reinterpret_cast<const char*>(name));
}
void on_text(void* user, const xmlChar* s, int n) {
    builder(user).text({reinterpret_cast<const char*>(s), static_cast<std::size_t>(n)});
}

}  // namespace

std::string html_to_text(std::string html, Remarks& remarks) {
    std::string reduced = reduced_html(html);
    std::string().swap(html);  // what is large is not held more often than it must be
    if (reduced.empty()) return {};
    // Mails are read by two threads, and libxml2 sets itself up with its first document, for one thread only.
    [[maybe_unused]] static const bool set_up = (xmlInitParser(), true);
    const htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt(reduced.data(), static_cast<int>(reduced.size()));
    std::string().swap(reduced);  // libxml2 has its own copy
    if (!context) {
        remarks.add("HTML could not be read");
        return {};
    }
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                    HTML_PARSE_IGNORE_ENC);
    std::string text;
    {
        TextBuilder builder(remarks);
        builder.parser(context);
        *context->sax = htmlSAXHandler{};
        context->sax->startElement = on_start;
        context->sax->endElement = on_end;
        context->sax->characters = on_text;
        context->sax->ignorableWhitespace = on_text;
        context->userData = &builder;
        xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
        htmlParseDocument(context);
        htmlFreeParserCtxt(context);
        text = builder.finish();
    }
    return clean_text(text);
}

}  // namespace assentd
