// SPDX-License-Identifier: Apache-2.0
// multipart-body = [preamble] *(delimiter part) close-delimiter [epilogue]        (RFC 2046 section 5.1.1)
// A delimiter is a whole line: "--" boundary ["--"] and blanks. Prefixes of other boundaries and boundaries within a
// line are text. An outer boundary ends an inner multipart that was not closed, because ranges are cut from outside
// in.
#include "parsers/mime/mime_tree.h"

#include <algorithm>
#include <cstring>

#include "parsers/ascii.h"
#include "parsers/mime/transfer_codecs.h"

namespace assentd {

namespace {

struct Delimiter {
    std::size_t begin = 0;  // of its line
    std::size_t after = 0;  // of the line behind it
    bool closing = false;
};

// The delimiter line at the front of `line`, given its boundary.
bool is_delimiter(std::string_view line, std::string_view boundary, bool& closing) {
    if (line.substr(0, 2) != "--" || line.substr(2, boundary.size()) != boundary) return false;
    line.remove_prefix(2 + boundary.size());
    closing = line.substr(0, 2) == "--";
    if (closing) line.remove_prefix(2);
    return trimmed(line).empty();
}

// All parts between the delimiters, at most `limit`.
struct Split {
    std::vector<std::string_view> parts;
    bool closed = false;
    bool cut = false;
};

// The begin of the first line from `at` on that holds the needle; the body's size when there is none. memmem, because
// it takes linear time whatever a stranger made of needle and body.
std::size_t line_with(std::string_view needle, std::string_view body, std::size_t at) {
    const void* found = memmem(body.data() + at, body.size() - at, needle.data(), needle.size());
    if (found == nullptr) return body.size();
    const auto there = static_cast<std::size_t>(static_cast<const char*>(found) - body.data());
    const std::size_t newline = body.substr(at, there - at).rfind('\n');
    return newline == std::string_view::npos ? at : at + newline + 1;
}

Split split(std::string_view body, std::string_view boundary, std::size_t limit) {
    Split out;
    const std::string needle = "--" + std::string(boundary);
    std::size_t part = std::string_view::npos;  // where the open part begins
    for (std::size_t at = line_with(needle, body, 0); at < body.size(); at = line_with(needle, body, at)) {
        const std::size_t newline = body.find('\n', at);
        const std::size_t next = newline == std::string_view::npos ? body.size() : newline + 1;
        bool closing = false;
        if (is_delimiter(body.substr(at, next - at), boundary, closing)) {
            if (part != std::string_view::npos &&
                (part < at || closing)) {  // a delimiter written twice opens one part
                std::string_view text = body.substr(part, at - part);
                if (!text.empty() && text.back() == '\n') text.remove_suffix(1);  // belongs to the delimiter
                if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
                out.parts.push_back(text);
            }
            part = next;
            if (closing) {
                out.closed = true;
                return out;
            }
            if (out.parts.size() >= limit) {
                out.cut = true;
                return out;
            }
        }
        at = next;
    }
    if (part != std::string_view::npos && part <= body.size()) out.parts.push_back(body.substr(part));
    return out;
}

// The boundary that a multipart without a usable one seems to have: a line "--x" that a Content- field follows.
std::string_view sensed_boundary(std::string_view body) {
    constexpr std::size_t far_enough = 64 << 10;
    for (std::string_view rest = body.substr(0, far_enough); !rest.empty();) {
        const std::string_view line = trimmed(take_line(rest));
        if (line.size() > 2 && line.substr(0, 2) == "--" && begins_with(rest, "content-")) return line.substr(2);
    }
    return {};
}

bool is_encoded(std::string_view encoding) {
    return encoding == "base64" || encoding == "quoted-printable";
}

// As RFC 2045 section 6.1 spells it: some put the name in quotes, or a blank into it.
std::string read_encoding(std::string_view field_value, Remarks& remarks) {
    std::string value = read_parameters(field_value, remarks).value;
    std::string letters = value;
    std::erase_if(letters, [](char c) { return !is_letter(c) && !is_digit(c); });
    if (letters.starts_with("quoted")) return "quoted-printable";
    return letters == "base64" ? letters : value;
}

class TreeReader {
  public:
    TreeReader(const Limits& limits, Remarks& remarks) : limits_(limits), remarks_(remarks) {}

    std::size_t read(std::string_view raw, std::size_t depth, bool top, bool in_digest) {
        const std::size_t index = tree_.entities.size();
        Entity& entity = tree_.entities.emplace_back();
        entity.raw = raw;
        entity.header = read_header(raw, limits_, top, remarks_);
        entity.body = raw.substr(std::min(entity.header.body, raw.size()));
        entity.type = read_parameters(entity.header.value("Content-Type"), remarks_);
        const std::size_t slash = entity.type.value.find('/');
        if (slash == std::string::npos || slash == 0 || slash + 1 == entity.type.value.size())
            entity.type.value = in_digest && !entity.header.find("Content-Type") ? "message/rfc822" : "text/plain";
        entity.disposition = read_parameters(entity.header.value("Content-Disposition"), remarks_);
        entity.encoding = read_encoding(entity.header.value("Content-Transfer-Encoding"), remarks_);

        if (entity.is_multipart())
            read_parts(index, depth);
        else if (entity.is_attached_mail())
            read_attached(index, depth);
        return index;
    }

    MimeTree take() { return std::move(tree_); }

  private:
    bool deeper(std::size_t depth) {
        if (depth < limits_.depth) return true;
        remarks_.add("Parts nested deeper than " + std::to_string(limits_.depth) + " were not read");
        return false;
    }

    // Encodings of what has parts are forbidden by RFC 2045 6.4 and RFC 2046 5.2.1, and seen.
    std::string_view decoded_body(std::size_t index) {
        const Entity& e = tree_.entities[index];
        if (!is_encoded(e.encoding)) return e.body;
        return *tree_.owned.emplace_back(std::make_unique<std::string>(e.decoded()));
    }

    void read_parts(std::size_t index, std::size_t depth) {
        if (!deeper(depth)) {
            tree_.entities[index].too_deep = true;
            return;
        }
        std::string_view body = tree_.entities[index].body;
        const std::size_t room = limits_.parts - std::min(limits_.parts, tree_.entities.size());
        const std::string_view boundary = trimmed(tree_.entities[index].type.get("boundary"));
        Split found;
        if (!boundary.empty()) found = split(body, boundary, room);
        if (found.parts.empty() && is_encoded(tree_.entities[index].encoding)) {
            remarks_.add("A multipart is encoded as a whole");
            body = decoded_body(index);
            if (!boundary.empty()) found = split(body, boundary, room);
        }
        if (found.parts.empty()) {
            const std::string_view sensed = sensed_boundary(body);
            if (!sensed.empty()) found = split(body, sensed, room);
            remarks_.add(sensed.empty() ? "A multipart has no parts" : "A multipart's boundary was guessed");
        }
        if (!found.parts.empty() && !found.closed && !found.cut) remarks_.add("A multipart is not closed");
        const bool digest = tree_.entities[index].is("multipart/digest");
        std::vector<std::size_t> children;
        for (const std::string_view part : found.parts) {
            if (tree_.entities.size() >= limits_.parts) {
                found.cut = true;
                break;
            }
            children.push_back(read(part, depth + 1, false, digest));
        }
        if (found.cut) remarks_.add("More than " + std::to_string(limits_.parts) + " parts: the rest was left out");
        tree_.entities[index].children = std::move(children);
    }

    void read_attached(std::size_t index, std::size_t depth) {
        if (!deeper(depth) || tree_.entities.size() >= limits_.parts) return;
        const std::size_t child = read(decoded_body(index), depth + 1, true, false);
        tree_.entities[index].children = {child};
    }

    const Limits& limits_;
    Remarks& remarks_;
    MimeTree tree_;
};

}  // namespace

std::string Entity::decoded() const {
    return decode_transfer(body, encoding);
}

std::string Entity::decoded_prefix(std::size_t bytes) const {
    return decode_transfer(body.substr(0, bytes), encoding);
}

std::string Entity::file_name() const {
    const std::string_view name = disposition.get("filename");
    return std::string(name.empty() ? type.get("name") : name);
}

MimeTree read_mime_tree(std::string_view mail, const Limits& limits, Remarks& remarks) {
    TreeReader reader(limits, remarks);
    reader.read(mail, 0, true, false);
    return reader.take();
}

}  // namespace assentd
