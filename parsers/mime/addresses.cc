// SPDX-License-Identifier: Apache-2.0
// One pass over the characters, no recursion:
//   list    = entry *("," entry)        also ";" between entries, as some clients write
//   entry   = [phrase] "<" [route ":"] address ">" / address ["(" name ")"] / phrase ":" [list] [";"]
// A list with one address in brackets, and words beside it, is one entry: "Lima, Ana <ana@example.org>".
#include "parsers/mime/addresses.h"

#include <algorithm>

#include "decision/text.h"
#include "parsers/ascii.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/encoded_words.h"

namespace assentd {

namespace {

// What is known of the entry being read.
struct Entry {
    std::string phrase;   // words outside of brackets and comments, quotes removed
    std::string comment;  // the texts of the comments
    std::string angle;    // what stood in <…>
    bool has_angle = false;
    bool quoted = false;  // the phrase had a quoted string
};

// Blanks next to "@" and "." mean nothing (RFC 5322 4.4). Others stay: such an address is nobody's.
std::string without_blanks(std::string_view s) {
    const auto joins = [](char c) { return c == '.' || c == '@'; };
    std::string out;
    bool quoted = false;
    bool blank = false;
    for (const char c : s) {
        if (!quoted && is_space(c)) {
            blank = true;
            continue;
        }
        if (blank && !out.empty() && !joins(out.back()) && !joins(c)) out += ' ';
        blank = false;
        if (c == '"') quoted = !quoted;
        out += c;
    }
    return out;
}

// "'ana@example.org'"
std::string_view without_quotes(std::string_view s) {
    return s.size() > 2 && s.front() == '\'' && s.back() == '\'' ? s.substr(1, s.size() - 2) : s;
}

// RFC 5322 4.4: "@relay,@relay:user@host" -> "user@host".
std::string_view without_route(std::string_view s) {
    if (s.empty() || s.front() != '@') return s;
    const std::size_t colon = s.find(':');
    return colon == std::string_view::npos ? s : s.substr(colon + 1);
}

bool is_dot_atom(std::string_view s) {
    constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
    const bool dots_join = !s.empty() && s.front() != '.' && s.back() != '.' && s.find("..") == s.npos;
    return dots_join && s.find_first_of("\"\\") == s.npos && std::all_of(s.begin(), s.end(), [&](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      static_cast<unsigned char>(c) >= 0x80 || others.find(c) != others.npos;
           });
}

// One address, one spelling: "ben"@example.org is ben@example.org, and so is ben@example.org. with the dot of the
// root.
std::string plainly(std::string address) {
    const std::size_t at = address.rfind('@');
    if (at == address.npos) return address;
    if (address.size() > at + 2 && address.back() == '.') address.pop_back();
    if (at < 2 || address.front() != '"' || address[at - 1] != '"') return address;
    std::string local;
    for (std::size_t i = 1; i + 1 < at; ++i) {
        if (address[i] == '\\' && i + 2 < at) ++i;
        local += address[i];
    }
    return is_dot_atom(local) ? local + address.substr(at) : address;
}

class List {
  public:
    List(std::size_t limit, Remarks& remarks) : limit_(limit), remarks_(remarks) {}

    bool full() const { return found_.size() >= limit_; }
    Entry& entry() { return entry_; }
    void group() { entry_ = {}; }  // the name of a group is nobody's

    void end() {
        Entry e = std::move(entry_);
        entry_ = {};
        std::string address;
        std::string_view name = e.phrase;
        if (e.has_angle) address = in_brackets(e.angle);
        const bool bracketed = !address.empty();
        if (!e.has_angle || (!bracketed && e.phrase.find('@') != std::string::npos)) address = bare(e, name);
        address = plainly(clean_line(header_to_utf8(without_quotes(address), remarks_)));
        if (trimmed(address).empty()) address.clear();  // control characters only
        const bool word = !e.has_angle && address.find('@') == std::string::npos;
        std::string beside = word ? decode_words(e.phrase, remarks_) : std::string();
        if (address.empty() && beside.empty()) return;
        std::string decoded = decode_words(name, remarks_);
        const std::string comment = decode_words(e.comment, remarks_);
        if (decoded.empty())
            decoded = comment;
        else if (!comment.empty())
            decoded += " (" + comment + ")";
        found_.push_back({{std::move(decoded), std::move(address)}, std::move(beside), bracketed});
    }

    std::vector<Address> take() {
        const auto holds_at = [](const Found& f) { return f.address.address.find('@') != std::string::npos; };
        const auto owner = std::find_if(found_.begin(), found_.end(), holds_at);
        const bool one = found_.size() > 1 && owner != found_.end() && owner->bracketed &&
                         std::all_of(found_.begin(), found_.end(),
                                     [&](const Found& f) { return &f == &*owner || !f.word.empty(); });
        if (one) return {{whole_name(*owner), std::move(owner->address.address)}};
        std::vector<Address> out;
        for (auto& f : found_)
            if (!f.address.address.empty()) out.push_back(std::move(f.address));
        return out;
    }

  private:
    struct Found {
        Address address;   // may be empty
        std::string word;  // all of an entry without "@" and brackets: an address on this host, or part of a name
        bool bracketed = false;
    };

    // Decoded again: a word with a blank and a comma in it is whole only now.
    std::string whole_name(const Found& owner) {
        std::string out;
        for (const Found& f : found_) {
            const std::string& part = &f == &owner ? f.address.name : f.word;
            if (!part.empty()) out += (out.empty() ? "" : ", ") + part;
        }
        return decode_words(out, remarks_);
    }

    std::string in_brackets(std::string_view angle) {
        const std::string_view text = without_route(trimmed(angle));
        return without_blanks(text.find("=?") == std::string_view::npos ? text : decode_words(text, remarks_));
    }

    // Without brackets: the word with the "@"; the words before it are a name ("Ana Lima ana@example.org").
    std::string bare(const Entry& e, std::string_view& name) {
        const std::string_view phrase = trimmed(e.phrase);
        const std::size_t at = phrase.rfind('@');
        if (at == std::string_view::npos) {
            name = {};
            return e.quoted || phrase.find(' ') != std::string_view::npos ? std::string() : std::string(phrase);
        }
        // Quotes within an address, or an address within quotes: who is meant is not guessed.
        if (phrase.find('"') != std::string_view::npos || (e.quoted && phrase.find('@') != at)) {
            name = {};
            return without_blanks(phrase);
        }
        // "jdoe @ test . example": blanks next to "@" and "." belong to the address (RFC 5322 4.4).
        std::size_t start = at;
        const auto joins = [](char c) { return c == '.' || c == '@'; };
        while (start > 0) {
            std::size_t back = start;
            while (back > 0 && is_space(phrase[back - 1])) --back;
            if (back < start && back > 0 && !joins(phrase[back - 1]) && !joins(phrase[start])) break;
            start = back > 0 ? back - 1 : 0;
        }
        name = phrase.substr(0, start);
        return without_blanks(phrase.substr(start));
    }

    std::size_t limit_;
    Remarks& remarks_;
    std::vector<Found> found_;
    Entry entry_;
};

// The text of the comment that starts at `i`, its outer brackets removed; `i` moves behind it.
std::string take_comment(std::string_view s, std::size_t& i) {
    std::string out;
    std::size_t depth = 0;
    for (; i < s.size(); ++i) {
        const char c = s[i];
        if (c == '\\' && i + 1 < s.size()) {
            out += s[++i];
            continue;
        }
        if (c == '(' && depth++ == 0) continue;
        if (c == ')' && --depth == 0) break;
        out += c;
    }
    return out;
}

// The same for a quoted string. One that is not closed ends before "<", so that the address is not swallowed.
std::string take_quoted(std::string_view s, std::size_t& i, bool closed) {
    std::string out;
    for (++i; i < s.size() && s[i] != '"'; ++i) {
        if (!closed && s[i] == '<') {
            --i;
            return out;
        }
        if (s[i] == '\\' && i + 1 < s.size()) ++i;
        out += s[i];
    }
    return out;
}

std::string take_angle(std::string_view s, std::size_t& i, std::string& comment) {
    std::string out;
    for (++i; i < s.size() && s[i] != '>'; ++i) {
        if (s[i] == '(') {
            comment += (comment.empty() ? "" : " ") + take_comment(s, i);
            continue;
        }
        // A bracket that is never closed ends with its entry.
        if (s[i] == ',' && out.find('@') != std::string::npos && out.front() != '@') {
            --i;
            break;
        }
        if (s[i] != '<') out += s[i];
    }
    return out;
}

// A quoted local part is part of an address, not of a name: "ana lima"@example.org.
bool is_local_part(std::string_view s, std::size_t behind) {
    return behind < s.size() && s[behind] == '@';
}

}  // namespace

std::vector<Address> read_addresses(std::string_view s, std::size_t limit, Remarks& remarks) {
    List list(limit, remarks);
    const std::size_t last_quote = s.rfind('"');
    std::size_t i = 0;
    for (; i < s.size() && !list.full(); ++i) {
        Entry& entry = list.entry();
        const char c = s[i];
        if (c == '(') {
            const std::string comment = take_comment(s, i);
            entry.comment += (entry.comment.empty() ? "" : " ") + comment;
        } else if (c == '"') {
            const std::string text = take_quoted(s, i, i < last_quote);
            const bool local = is_local_part(s, i + 1);
            entry.quoted = true;
            entry.phrase += local ? '"' + text + '"' : text;
        } else if (c == '<') {
            std::string angle = take_angle(s, i, entry.comment);
            if (!entry.has_angle || trimmed(entry.angle).empty()) entry.angle = std::move(angle);
            entry.has_angle = true;
        } else if (const std::size_t word = c == '=' ? encoded_word_size(s.substr(i)) : 0; word > 0) {
            entry.phrase += s.substr(i, word);
            i += word - 1;
        } else if (c == ',' || c == ';') {
            list.end();
        } else if (c == ':' && !entry.has_angle && entry.phrase.find('@') == std::string::npos &&
                   !same_word(trimmed(entry.phrase), "mailto")) {
            list.group();
        } else {
            entry.phrase += c;
        }
    }
    if (!list.full()) list.end();
    if (i < s.size())
        remarks.add("More than " + std::to_string(limit) + " addresses in a field: the rest was left out");
    return list.take();
}

}  // namespace assentd
