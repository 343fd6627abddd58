// SPDX-License-Identifier: Apache-2.0
#include "parsers/mime/body.h"

#include <algorithm>
#include <optional>

#include "parsers/ascii.h"
#include "parsers/digest.h"
#include "parsers/html/html_filter.h"
#include "parsers/html/html_opening.h"
#include "parsers/html/html_text.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/text_part.h"

namespace assentd {

namespace {

constexpr std::size_t most_text_bytes = 4;  // encoded ones that are read, for each of the text that is kept

struct Readable {
    std::string text;
    bool html = false;
    bool any = false;  // there was a part to read, perhaps an empty one
};

// RFC 3156 section 5: what is signed has CRLF line ends.
std::string with_crlf(std::string_view s) {
    std::string out;
    out.reserve(s.size() + s.size() / 40);
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '\n' && (i == 0 || s[i - 1] != '\r')) out += '\r';
        out += s[i];
    }
    return out;
}

class BodyReader {
  public:
    BodyReader(const MimeTree& tree, const Limits& limits, Message& message, Remarks& remarks)
        : tree_(tree), limits_(limits), message_(message), remarks_(remarks) {
        const std::string_view mailer = tree.root().header.value("X-Mailer");
        outlook_ = mailer.find("Outlook") != std::string_view::npos;
    }

    // Depth is bounded by the tree's.
    Readable read(std::size_t index) {
        const Entity& e = tree_.entities[index];
        if (!e.is_multipart()) return leaf(e, index == 0);
        if (e.too_deep) return {};
        if (e.children.empty()) return unsplit(e);
        if (e.is("multipart/alternative")) return alternative(e);
        if (e.is("multipart/signed")) return with_signature(e);
        if (e.is("multipart/related")) return related(e);
        if (e.is("multipart/encrypted")) remarks_.add("The mail is encrypted and cannot be read");
        return mixed(e);
    }

    void attach(const Entity& e) {
        for (const std::size_t child : e.children)
            if (e.is_multipart()) attach(tree_.entities[child]);
        if (e.is_multipart()) return;
        if (e.is("message/partial")) remarks_.add("A fragment of a mail (message/partial) is not put together");
        if (e.is("message/external-body"))
            remarks_.add("A text kept elsewhere (message/external-body) is not fetched");
        if (e.is("application/ms-tnef")) remarks_.add("A winmail.dat (TNEF) attachment is not unpacked");
        Attachment a;
        a.name = safe_file_name(e.file_name());
        a.media_type = clean_line(e.type.value);
        const bool plain =
            e.encoding.empty() || e.encoding == "7bit" || e.encoding == "8bit" || e.encoding == "binary";
        const std::string decoded = plain ? std::string() : e.decoded();
        const std::string_view bytes = plain ? e.body : std::string_view(decoded);
        a.size = bytes.size();
        a.sha256 = sha256_hex(bytes);
        a.embedded = related_ || (same_word(e.disposition.value, "inline") && !e.header.value("Content-ID").empty());
        message_.attachments.push_back(std::move(a));
    }

  private:
    Readable leaf(const Entity& e, bool whole_mail) {
        const bool readable = e.is("text/plain") || e.is("text/html") || e.is("text/enriched") ||
                              e.is("text/richtext") || (whole_mail && e.is_text() && !e.is("text/calendar"));
        const bool named = !e.file_name().empty();
        const bool attached = same_word(e.disposition.value, "attachment") || (named && read_any_);
        if (readable && (!attached || (whole_mail && !named))) {
            read_any_ = true;
            if (bytes_read_ > most_text_bytes * limits_.text_size) {
                remarks_.add("There is more text than is read: its end was left out");
                return {};
            }
            bytes_read_ += e.body.size();
            if (e.is("text/plain") && !message_.signed_part) message_.signed_part = clear_signed_block(e, limits_);
            return {read_text_part(e, outlook_, limits_, remarks_), e.is("text/html"), true};
        }
        if (e.is("application/pkcs7-mime") || e.is("application/x-pkcs7-mime"))
            remarks_.add("The mail is an S/MIME envelope, which is not opened");
        attach(e);
        return {};
    }

    // A multipart in which no part was found: its body may still be somebody's text.
    Readable unsplit(const Entity& e) {
        Entity as_text = e;
        as_text.type.value = "text/plain";
        return {read_text_part(as_text, outlook_, limits_, remarks_), false, true};
    }

    // The HTML is only looked at when there is no plain text worth reading, or when it takes some of that back.
    Readable alternative(const Entity& e) {
        const bool before = read_any_;
        Readable plain;
        std::vector<std::size_t> html;
        for (const std::size_t child : e.children) {
            if (holds_html(tree_.entities[child])) {
                html.push_back(child);
                continue;
            }
            if (!trimmed(plain.text).empty() && tree_.entities[child].is("text/plain")) continue;
            read_any_ = before;
            Readable r = read(child);
            if (r.any && (!plain.any || trimmed(plain.text).empty())) plain = std::move(r);
        }
        if (plain.any && !is_stub(plain.text)) {
            for (const std::size_t child : html) attach_all_but_text(tree_.entities[child]);
            read_any_ = true;
            return html.empty() ? std::move(plain) : with_html(std::move(plain), tree_.entities[html.back()]);
        }
        Readable best;  // RFC 2046 5.1.4: the last is the best
        for (auto child = html.rbegin(); child != html.rend(); ++child) {
            if (best.any) {
                attach_all_but_text(tree_.entities[*child]);
                continue;
            }
            read_any_ = before;
            Readable r = read(*child);
            if (r.any && !trimmed(r.text).empty()) best = std::move(r);
        }
        read_any_ = before || plain.any || best.any;
        return best.any ? std::move(best) : std::move(plain);
    }

    // The plain text, unless something is struck out in the HTML, which plain text cannot show.
    Readable with_html(Readable plain, const Entity& e) {
        if (e.is_multipart()) return with_html(std::move(plain), tree_.entities[e.children.front()]);
        if (message_.signed_part) return plain;
        const std::string html = e.decoded_prefix(most_text_bytes * limits_.text_size);
        const bool differs = !begins_as(html, plain.text);
        if (!differs && !may_strike_out(html)) return plain;
        Remarks of_html;
        Readable r{read_text_part(e, outlook_, limits_, of_html), true, true};
        const auto& said = of_html.all();
        if (std::find(said.begin(), said.end(), struck_out_remark) != said.end()) {
            remarks_.add(struck_out_remark);
            return r;
        }
        if (differs) message_.html_version = utf8_prefix(r.text, limits_.text_size);
        return plain;
    }

    bool holds_html(const Entity& e) const {
        return e.is("text/html") ||
               (e.is_multipart() && !e.children.empty() && holds_html(tree_.entities[e.children.front()]));
    }

    void attach_all_but_text(const Entity& e) {
        for (const std::size_t child : e.children)
            if (e.is_multipart()) attach_all_but_text(tree_.entities[child]);
        if (!e.is_multipart() && !e.is("text/html") && !e.is("text/plain")) attach(e);
    }

    // RFC 1847: the text is the first part; the second is its signature and no attachment.
    Readable with_signature(const Entity& e) {
        Readable r = read(e.children.front());
        for (std::size_t i = 1; i < e.children.size(); ++i) {
            const Entity& part = tree_.entities[e.children[i]];
            if (part.is("application/pgp-signature") && !message_.signed_part)
                message_.signed_part =
                    SignedPart{with_crlf(tree_.entities[e.children.front()].raw), part.decoded(), {}};
            const bool signature = part.is("application/pgp-signature") || part.is("application/pkcs7-signature") ||
                                   part.is("application/x-pkcs7-signature");
            if (!signature) append(r, read(e.children[i]));  // list footers are put behind the signature
        }
        return r;
    }

    // RFC 2387: the root part is read, the others belong to it.
    Readable related(const Entity& e) {
        std::size_t root = e.children.front();
        const std::string_view start = e.type.get("start");
        if (!start.empty())
            for (const std::size_t child : e.children)
                if (tree_.entities[child].header.value("Content-ID") == start) root = child;
        Readable r = read(root);
        related_ = true;
        for (const std::size_t child : e.children)
            if (child != root) attach(tree_.entities[child]);
        related_ = false;
        return r;
    }

    Readable mixed(const Entity& e) {
        Readable all;
        // The same boundary used twice leaves an empty alternative in front of its parts.
        if (tree_.entities[e.children.front()].is("multipart/alternative") &&
            tree_.entities[e.children.front()].children.empty() && e.children.size() > 1)
            return alternative(e);
        for (const std::size_t child : e.children) append(all, read(child));
        return all;
    }

    static void append(Readable& all, Readable more) {
        if (!more.any) return;
        if (all.any && !all.text.empty() && all.text.back() != '\n') all.text += '\n';
        all.html = all.any ? all.html && more.html : more.html;
        all.any = true;
        all.text += more.text;
    }

    const MimeTree& tree_;
    const Limits& limits_;
    Message& message_;
    Remarks& remarks_;
    bool outlook_ = false;
    bool related_ = false;        // attaches what belongs to an HTML text
    std::size_t bytes_read_ = 0;  // of text parts, as encoded
    bool read_any_ = false;       // a text was read: a named text part after it is an attachment
};

}  // namespace

std::string safe_file_name(std::string_view raw) {
    constexpr std::size_t longest = 255;
    std::string name = clean_line(raw);
    if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string::npos) name.erase(0, slash + 1);
    name = utf8_prefix(trimmed(name), longest);
    return name == "." || name == ".." ? std::string() : name;
}

void read_body(const MimeTree& tree, const Limits& limits, Message& message, Remarks& remarks) {
    Readable r = BodyReader(tree, limits, message, remarks).read(0);
    if (r.text.size() > limits.text_size) {
        remarks.add("The text is longer than " + std::to_string(limits.text_size) + " bytes: its end was left out");
        r.text = utf8_prefix(r.text, limits.text_size);
    }
    message.text = std::move(r.text);
}

}  // namespace assentd
