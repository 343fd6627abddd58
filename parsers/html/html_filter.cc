// SPDX-License-Identifier: Apache-2.0
#include "parsers/html/html_filter.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "parsers/ascii.h"
#include "parsers/html/html_quotes.h"
#include "parsers/html/html_styles.h"

namespace assentd {

namespace {

constexpr std::array kept{"class", "id",  "style",   "type",   "href",        "alt",        "start",   "value",
                          "name",  "dir", "checked", "hidden", "data-marker", "data-emoji", "reversed"};
constexpr std::array dropped_content{"script", "style", "title", "template", "xml"};
constexpr std::size_t longest_value = 2000;

bool name_char(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':';
}

template <std::size_t N>
bool one_of(const std::array<const char*, N>& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(), [&](const char* n) { return same_word(n, name); });
}

class Filter {
  public:
    explicit Filter(std::string_view html) : html_(html) { out_.reserve(html.size()); }

    std::string run() {
        while (at_ < html_.size()) {
            const std::size_t open = std::min(html_.find('<', at_), html_.size());
            marked_text(html_.substr(at_, open - at_));
            at_ = open;
            if (at_ < html_.size()) markup();
        }
        return std::move(out_);
    }

  private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0'; }

    void markup() {
        const char next = peek(1);
        if (html_.substr(at_, 4) == "<!--") {
            skip_past("-->", at_ + 4);
        } else if (next == '!' || next == '?') {
            skip_past(">", at_ + 2);
        } else if (is_letter(next) || (next == '/' && is_letter(peek(2)))) {
            tag();
        } else {
            out_ += "&lt;";
            ++at_;
        }
    }

    // What is struck out by an element further out is so by one right around it, too.
    void marked_text(std::string_view s) {
        if (hidden_ > 0) return;
        const bool struck = struck_ > 0 && !trimmed(s).empty();
        if (struck) out_ += "<s>";
        text(s);
        if (struck) out_ += "</s>";
    }

    // References get their semicolon and other ampersands are escaped: libxml2 words a complaint about each that is
    // not.
    void text(std::string_view s) {
        constexpr std::size_t longest_name = 10;
        for (std::size_t amp = s.find('&'); amp != std::string_view::npos; amp = s.find('&')) {
            out_ += s.substr(0, amp);
            s.remove_prefix(amp + 1);
            std::size_t n = !s.empty() && s.front() == '#' ? 1 : 0;
            while (n < s.size() && n < longest_name && (is_letter(s[n]) || is_digit(s[n]))) ++n;
            const std::string name(s.substr(0, n));
            const bool numeric = n > 1 && name.front() == '#';
            const bool known = numeric || htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
            out_ += known ? "&" + name + ";" : "&amp;" + name;
            s.remove_prefix(n);
            if (known && !s.empty() && s.front() == ';') s.remove_prefix(1);
        }
        out_ += s;
    }

    void skip_past(std::string_view end, std::size_t from) {
        const std::size_t found = html_.find(end, from);
        at_ = found == std::string_view::npos ? html_.size() : found + end.size();
    }

    void tag() {
        ++at_;
        const bool closing = peek() == '/';
        if (closing) ++at_;
        const std::size_t start = at_;
        while (at_ < html_.size() && name_char(html_[at_])) ++at_;
        const std::string name = lower(html_.substr(start, std::min<std::size_t>(at_ - start, 40)));
        const bool dropped = closing && !was_open(name);
        const std::size_t before = out_.size();
        const bool struck_picture = struck_ > 0 && name == "img";
        if (struck_picture) out_ += "<s>";
        out_ += closing ? "</" : "<";
        out_ += name;
        std::size_t written = 0;
        std::string_view style;
        std::string_view classes;
        while (at_ < html_.size() && html_[at_] != '>') attribute(closing, written, style, classes);
        if (at_ < html_.size()) ++at_;
        if (const HtmlMark mark = styles_.mark_of(classes); mark != HtmlMark::none && style.empty()) {
            style = mark == HtmlMark::hidden ? "display:none" : "text-decoration:line-through";
            out_.append(" style=\"").append(style).append("\"");
        }
        out_ += '>';
        if (struck_picture) out_ += "</s>";
        if (dropped || (hidden_ > 0 && name == "img")) out_.resize(before);
        if (!closing) opened(name);
        if (!dropped) keep_mark(name, closing, style);
        if (!closing && one_of(dropped_content, name)) {
            const std::size_t begin = at_;
            drop_content(name);
            if (name == "style") styles_.read(html_.substr(begin, at_ - begin));
            out_ += "</" + name + ">";
        }
    }

    // An end tag without its start is worth nothing, and costs libxml2 a search through all that is open.
    void opened(const std::string& name) {
        constexpr std::size_t most_names = 200;
        if (open_.size() < most_names || open_.count(name) > 0) ++open_[name];
    }
    bool was_open(const std::string& name) {
        const auto found = open_.find(name);
        if (found == open_.end() || found->second == 0) return false;
        --found->second;
        return true;
    }

    // Which struck or hidden elements the text to come stands in. A cell of a table ends what was opened in it.
    void keep_mark(const std::string& name, bool closing, std::string_view style) {
        const bool cell = name == "td" || name == "th";
        if (cell) end_cell();
        if (closing) return cell ? void() : end_mark(name);
        if (cell) return open_mark("td", HtmlMark::none);
        if (name == "table") return open_mark(name, HtmlMark::none);
        const HtmlMark mark = lasting_mark(name, style);
        const bool nested = std::any_of(marks_.begin(), marks_.end(), [&](const auto& m) { return m.first == name; });
        if (mark != HtmlMark::none || nested) open_mark(name, mark);
    }
    void open_mark(const std::string& name, HtmlMark mark) {
        constexpr std::size_t deepest = 100;
        if (marks_.size() >= deepest) return;
        marks_.emplace_back(name, mark);
        count(mark, true);
    }
    void end_mark(const std::string& name) {
        for (std::size_t i = marks_.size(); i-- > 0;) {
            if (marks_[i].first == name) return name == "table" ? drop_marks(i, marks_.size()) : drop_marks(i, i + 1);
            if (name != "table" && (marks_[i].first == "td" || marks_[i].first == "table")) return;
        }
    }
    void end_cell() {
        for (std::size_t i = marks_.size(); i-- > 0 && marks_[i].first != "table";)
            if (marks_[i].first == "td") return drop_marks(i, marks_.size());
    }
    void drop_marks(std::size_t begin, std::size_t end) {
        const auto at = [&](std::size_t i) { return marks_.begin() + static_cast<std::ptrdiff_t>(i); };
        std::for_each(at(begin), at(end), [&](const auto& m) { count(m.second, false); });
        marks_.erase(at(begin), at(end));
    }
    void count(HtmlMark mark, bool opens) {
        if (mark != HtmlMark::struck && mark != HtmlMark::hidden) return;
        std::size_t& open = mark == HtmlMark::struck ? struck_ : hidden_;
        opens ? ++open : --open;
    }

    void attribute(bool closing, std::size_t& written, std::string_view& style, std::string_view& classes) {
        if (!name_char(html_[at_])) {
            ++at_;
            return;
        }
        const std::size_t start = at_;
        while (at_ < html_.size() && name_char(html_[at_])) ++at_;
        const std::string_view name = html_.substr(start, at_ - start);
        while (at_ < html_.size() && is_space(html_[at_])) ++at_;
        std::string_view value;
        if (peek() == '=') {
            ++at_;
            while (at_ < html_.size() && is_space(html_[at_])) ++at_;
            value = attribute_value();
        }
        if (closing || written >= kept.size() || !one_of(kept, name)) return;
        if (same_word(name, "style")) style = value.substr(0, longest_value);
        if (same_word(name, "class")) classes = value.substr(0, longest_value);
        ++written;
        out_ += ' ' + lower(name) + "=\"";
        for (const char c : value.substr(0, longest_value)) {
            if (c == '"')
                out_ += "&quot;";
            else if (c == '<')
                out_ += "&lt;";
            else if (c == '>')
                out_ += "&gt;";
            else
                out_ += c;
        }
        out_ += '"';
    }

    std::string_view attribute_value() {
        const char quote = peek();
        const bool quoted = quote == '"' || quote == '\'';
        const std::size_t start = at_ + (quoted ? 1 : 0);
        std::size_t end = quoted ? html_.find(quote, start) : html_.find_first_of(" \t\r\n>", start);
        if (end == std::string_view::npos) end = html_.size();
        at_ = std::min(html_.size(), end + (quoted ? 1 : 0));
        return html_.substr(start, end - start);
    }

    void drop_content(std::string_view name) {
        for (;;) {
            const std::size_t close = html_.find("</", at_);
            if (close == std::string_view::npos) {
                at_ = html_.size();
                return;
            }
            at_ = close + 2;
            if (!begins_with(html_.substr(at_), name)) continue;
            skip_past(">", at_);
            return;
        }
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string out_;
    std::map<std::string, std::size_t> open_;
    HtmlStyles styles_;
    std::vector<std::pair<std::string, HtmlMark>> marks_;  // of open elements, cells and tables, the outermost first
    std::size_t struck_ = 0;
    std::size_t hidden_ = 0;
};

}  // namespace

std::string reduced_html(std::string_view html) {
    return Filter(html).run();
}

bool may_strike_out(std::string_view html) {
    const std::string small = lower(html);
    for (std::string_view element : {"<s", "<del"})
        for (std::size_t at = small.find(element); at != small.npos; at = small.find(element, at + 1))
            if (at + element.size() >= small.size() || !is_letter(small[at + element.size()])) return true;
    return small.find("strike") != small.npos || small.find("line-through") != small.npos;
}

}  // namespace assentd
