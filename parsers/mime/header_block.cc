// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/header_block.h"

#include <mimetic/mimetic.h>

#include <array>
#include <optional>

#include "parsers/ascii.h"

namespace assentd {

namespace {

// Length of the field name at the front when the line is "Name:" or "Name :", else 0.
std::size_t name_length(std::string_view line) {
    std::size_t n = 0;
    while (n < line.size() && n < 100 && line[n] > ' ' && line[n] < 0x7F && line[n] != ':') ++n;
    std::size_t colon = n;
    while (colon < line.size() && is_blank(line[colon])) ++colon;
    return n > 0 && colon < line.size() && line[colon] == ':' ? n : 0;
}

// Words with a colon may also be prose after a header without a blank line; these names are surely fields.
bool surely_field(std::string_view name) {
    constexpr std::array plain{"from", "to",       "cc",     "subject", "date",       "sender",
                               "bcc",  "received", "status", "lines",   "references", "precedence"};
    if (name.find('-') != std::string_view::npos) return true;
    return std::any_of(plain.begin(), plain.end(), [&](const char* known) { return same_word(name, known); });
}

// A server takes such fields out of what it receives, so that those that are there are its own. It may miss one that
// only we would read: behind a blank before the colon, or below what it takes for the end of the header.
bool is_word_of_a_server(std::string_view name) {
    constexpr std::array names{"authentication-results", "arc-authentication-results", "arc-seal",
                               "arc-message-signature"};
    return std::any_of(names.begin(), names.end(), [&](const char* known) { return same_word(name, known); });
}

std::size_t skip_to_header(std::string_view entity, Remarks& remarks) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t at = entity.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    bool blank = false;
    for (std::string_view rest = entity.substr(at); !rest.empty();) {
        const std::string_view line = take_line(rest);
        const bool mbox = (line.substr(0, 5) == "From " && name_length(line) == 0) || line.substr(0, 6) == ">From ";
        if (!mbox && !trimmed(line).empty()) break;
        blank = blank || !mbox;
        at = entity.size() - rest.size();
    }
    if (blank) remarks.add("Blank lines before the header");
    return at;
}

// Where the blank line that ends the header begins, and where the body after it does.
std::pair<std::size_t, std::size_t> find_blank_line(std::string_view s, std::size_t from) {
    if (s.substr(from, 1) == "\n") return {from, from + 1};
    if (s.substr(from, 2) == "\r\n") return {from, from + 2};
    for (std::size_t at = s.find('\n', from); at != std::string_view::npos; at = s.find('\n', at + 1)) {
        if (s.substr(at + 1, 1) == "\n") return {at + 1, at + 2};
        if (s.substr(at + 1, 2) == "\r\n") return {at + 1, at + 3};
    }
    return {s.size(), s.size()};
}

// Collects well-formed fields and writes them, one line each, for mimetic.
class Cleaner {
  public:
    Cleaner(const Limits& limits, Remarks& remarks) : limits_(limits), remarks_(remarks) {}

    // `strict`: the colon touches the name, and all lines above were fields.
    void begin(std::string_view line, std::size_t name_size, bool strict) {
        end();
        if (count_ >= limits_.fields) {
            remarks_.add("More than " + std::to_string(limits_.fields) + " header fields: the rest was left out");
            return;
        }
        const std::string_view name = line.substr(0, name_size);
        if (!strict && is_word_of_a_server(name)) {
            remarks_.add("A field of a server's word on the mail is not as servers write it: it was left out");
            return;
        }
        ++count_;
        holds_ids_ = same_word(name, "References") || same_word(name, "In-Reply-To") || same_word(name, "Message-ID");
        clean_.append(name);
        clean_ += ": ";
        line.remove_prefix(line.find(':', name_size) + 1);
        start_ = clean_.size();
        if (!content_type_ && same_word(name, "Content-Type")) content_type_ = start_;
        append(trimmed(line));
    }

    void fold(std::string_view line) {
        if (!start_) return;
        if (clean_.size() > *start_) append(" ");
        append(trimmed(line));
    }

    void end() {
        if (start_) clean_ += "\r\n";
        start_.reset();
    }

    // An id was folded by somebody who forgot the blank: "<1.", and then "2@example.org>".
    bool ends_its_id(std::string_view line) const {
        if (!start_ || !holds_ids_) return false;
        const std::string_view value = std::string_view(clean_).substr(*start_);
        const std::size_t open = value.rfind('<');
        const std::size_t close = line.find('>');
        return open != value.npos && value.find('>', open) == value.npos && close != line.npos && close > 0 &&
               std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(close), is_blank);
    }

    std::string& clean() { return clean_; }

    // The value of the first Content-Type as it came: mimetic writes it anew, with its comments in its values.
    std::optional<std::string_view> content_type() const {
        if (!content_type_) return std::nullopt;
        return std::string_view(clean_).substr(*content_type_, clean_.find('\r', *content_type_) - *content_type_);
    }

  private:
    void append(std::string_view part) {
        const std::size_t used = clean_.size() - *start_;
        const std::size_t room = limits_.field_size > used ? limits_.field_size - used : 0;
        if (part.size() > room) {
            remarks_.add("A header field is longer than " + std::to_string(limits_.field_size) +
                         " bytes: the rest was left out");
            part = part.substr(0, room);
        }
        const std::size_t written = clean_.size();
        clean_ += part;
        const auto never = [](char c) { return c == '\0' || c == '\r' || c == '\n'; };
        clean_.erase(std::remove_if(clean_.begin() + static_cast<std::ptrdiff_t>(written), clean_.end(), never),
                     clean_.end());
    }

    const Limits& limits_;
    Remarks& remarks_;
    std::string clean_;
    std::optional<std::size_t> start_;  // of the value being written
    bool holds_ids_ = false;            // that value
    std::optional<std::size_t> content_type_;
    std::size_t count_ = 0;
};

std::vector<Field> load_fields(Cleaner& cleaner, Remarks& remarks) {
    const std::string& clean = cleaner.clean();
    std::vector<Field> fields;
    try {
        mimetic::MimeEntity entity;
        entity.load(clean.data(), clean.data() + clean.size(),
                    mimetic::imBody | mimetic::imChildParts | mimetic::imPreamble | mimetic::imEpilogue);
        const mimetic::Header& header = entity.header();
        fields.reserve(header.size());
        for (const auto& field : header) {
            const std::string value = field.value();
            fields.push_back({std::string(field.name().begin(), field.name().end()), std::string(trimmed(value))});
        }
    } catch (const std::exception& e) {
        remarks.add(std::string("The header could not be read: ") + e.what());
    }
    const auto type =
        std::find_if(fields.begin(), fields.end(), [](const Field& f) { return same_word(f.name, "Content-Type"); });
    if (const auto sent = cleaner.content_type(); sent && type != fields.end()) type->value = *sent;
    return fields;
}

}  // namespace

const std::string* HeaderBlock::find(std::string_view name) const {
    for (const auto& field : fields)
        if (same_word(field.name, name)) return &field.value;
    return nullptr;
}

std::string_view HeaderBlock::value(std::string_view name) const {
    const std::string* found = find(name);
    return found ? trimmed(*found) : std::string_view();
}

HeaderBlock read_header(std::string_view entity, const Limits& limits, bool top, Remarks& remarks) {
    HeaderBlock block;
    const std::size_t start = top ? skip_to_header(entity, remarks) : 0;
    const auto [end, body] = find_blank_line(entity, start);
    std::string_view header = entity.substr(start, end - start);
    if (header.size() > limits.header_size) {
        remarks.add("The header is longer than " + std::to_string(limits.header_size) +
                    " bytes: the rest was left out");
        header = header.substr(0, limits.header_size);
    }

    Cleaner cleaner(limits, remarks);
    bool any = false;
    bool whole = true;  // all lines so far were fields
    constexpr std::size_t none = std::string_view::npos;
    std::size_t garbage = none;  // where lines that are no header began, unless a sure field follows
    for (std::string_view rest = header; !rest.empty();) {
        const std::size_t at = start + (header.size() - rest.size());
        const std::string_view line = take_line(rest);
        if (line.empty()) continue;
        const bool folded = is_blank(line.front());
        if (folded && any && garbage == none) {
            cleaner.fold(line);
            continue;
        }
        const std::size_t n = folded ? 0 : name_length(line);
        if (n == 0 && !folded && cleaner.ends_its_id(line)) {
            cleaner.fold(line);
            continue;
        }
        const bool sure = n > 0 && surely_field(line.substr(0, n));
        if (n == 0 || (garbage != none && !sure) || (!any && !sure && !top)) {
            if (garbage == none) garbage = at;
            whole = false;
            cleaner.end();
            continue;
        }
        if (garbage != none) {
            remarks.add("Lines in the header that are no header fields were skipped");
            garbage = none;
        }
        any = true;
        cleaner.begin(line, n, whole && line[n] == ':');
    }
    cleaner.end();
    block.body = body;
    if (garbage != none && header.size() < limits.header_size) {
        remarks.add("The header ends without a blank line");
        block.body = garbage;
    }
    if (cleaner.clean().empty()) return block;
    cleaner.clean() += "\r\n";
    block.fields = load_fields(cleaner, remarks);
    return block;
}

}  // namespace assentd
