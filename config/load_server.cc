// SPDX-License-Identifier: Apache-2.0
// [inbox], [outlet], [oauth2.NAME]: where mail comes from and goes to.
//
//   url = maildir ":" PATH
//       | SCHEME "://" [ USER "@" ] HOST [ ":" PORT ] [ "/" FOLDER ]      USER, FOLDER percent-encoded; the last "@"
//       counts
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>

#include "config/loading.h"
#include "decision/text.h"

namespace assentd::toml_file {

namespace {

struct Scheme {
    std::string_view name;
    std::string_view section;  // where it may be used
    std::uint16_t port;
};
constexpr Scheme schemes[] = {
    {"imaps", "inbox", 993}, {"imap", "inbox", 143}, {"smtps", "outlet", 465}, {"smtp", "outlet", 587}};

constexpr std::string_view inbox_examples = "imaps://user@host/INBOX, imap://user@host/INBOX or maildir:/path";
constexpr std::string_view outlet_examples = "smtps://user@host, smtp://user@host:587 or maildir:/path";

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Nothing for a broken escape or one that hides a control character.
std::optional<std::string> percent_decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size() || hex(text[i + 1]) < 0 || hex(text[i + 2]) < 0) return std::nullopt;
            c = static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return std::nullopt;
        plain += c;
    }
    return plain;
}

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 253 && host.front() != '-' && host.front() != '.' &&
           std::all_of(host.begin(), host.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '.';
           });
}

class UrlReader {
  public:
    UrlReader(const Section& section, std::string_view section_name, ServerConfig& server)
        : section_(section), inbox_(section_name == "inbox"), server_(server) {}

    void read() {
        const auto url = section_.text("url");
        if (!url) {
            if (!section_.has("url")) wrong("has no url");
            return;
        }
        if (url->starts_with("maildir:")) return read_maildir(url->substr(8));
        const auto colon = url->find("://");
        const auto name = lower_case(std::string_view(*url).substr(0, colon == std::string::npos ? 0 : colon));
        const auto* scheme = std::find_if(std::begin(schemes), std::end(schemes), [&](const Scheme& s) {
            return s.name == name && s.section == (inbox_ ? "inbox" : "outlet");
        });
        if (scheme == std::end(schemes)) return wrong("url: this is not a kind of server that can be used here");
        server_.scheme = name;
        server_.port = scheme->port;
        read_authority(std::string_view(*url).substr(colon + 3));
    }

  private:
    void wrong(std::string what) {
        section_.wrong("url", std::move(what), std::string(inbox_ ? inbox_examples : outlet_examples));
    }

    void read_maildir(const std::string& path) {
        server_.scheme = "maildir";
        if (path.empty()) return wrong("url: the Maildir has no path");
        if (!percent_decoded(path)) return wrong("url: the path has a broken percent escape or a control character");
        server_.path = section_.absolute(*percent_decoded(path));
    }

    void read_authority(std::string_view rest) {
        // A user name may hold an at sign, but neither slash nor colon in the open: those are written %2F and %3A.
        const auto slash = rest.find('/');
        auto authority = rest.substr(0, slash);
        const auto folder = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
        if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
            if (authority.substr(0, at).find(':') != std::string_view::npos)
                return section_.wrong("url", "url: it holds a password", "password_file or password_command");
            const auto user = percent_decoded(authority.substr(0, at));
            if (!user || user->empty()) return wrong("url: the user cannot be read");
            server_.user = *user;
            authority = authority.substr(at + 1);
        }
        if (const auto colon = authority.rfind(':'); colon != std::string_view::npos) {
            if (!read_port(authority.substr(colon + 1))) return;
            authority = authority.substr(0, colon);
        }
        if (!is_host(authority)) return wrong("url: " + in_quotes(authority) + " cannot be a host");
        server_.host = lower_case(authority);
        const auto path = percent_decoded(folder);
        if (!path) return wrong("url: the folder has a broken percent escape or a control character");
        if (!inbox_ && !path->empty()) return wrong("url: an SMTP server has no folder");
        server_.path = inbox_ && path->empty() ? "INBOX" : *path;
    }

    bool read_port(std::string_view text) {
        std::uint16_t port = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
        if (error == std::errc() && end == text.data() + text.size() && port > 0) {
            server_.port = port;
            return true;
        }
        section_.wrong("url", "url: " + in_quotes(text) + " cannot be a port", "a number from 1 to 65535");
        return false;
    }

    const Section& section_;
    bool inbox_;
    ServerConfig& server_;
};

void load_secrets(const Section& section, ServerConfig& server) {
    std::vector<std::string> given;
    for (const auto* key : {"password_file", "password_command", "oauth2"})
        if (section.has(key)) given.emplace_back(key);
    server.password_file = secret_file(section, "password_file");
    server.password_command = section.text("password_command").value_or("");
    server.oauth2 = section.text("oauth2").value_or("");
    if (given.size() > 1)
        section.wrong(given[1], "there is already a " + given[0],
                      "only one of password_file, password_command, oauth2");
    const bool maildir = server.scheme == "maildir";
    if (maildir)
        for (const auto* key : {"password_file", "password_command", "oauth2", "tls", "ca_file"})
            if (section.has(key)) section.wrong(key, std::string(key) + " means nothing for a Maildir", "remove it");
    if (maildir || server.host.empty()) return;
    if (!given.empty() && server.user.empty())
        section.wrong("url", "url: there is a secret, but no user to log in", server.scheme + "://user@host");
    const bool must_log_in = server.scheme.starts_with("imap") || !server.user.empty();
    if (given.empty() && must_log_in)
        section.wrong("url", "there is no secret to log in with", "password_file, password_command or oauth2");
}

void load_tls(const Section& section, ServerConfig& server) {
    if (const auto ca = section.text("ca_file")) {
        server.ca_file = section.absolute(*ca);
        if (::access(server.ca_file.c_str(), R_OK) != 0)
            section.wrong("ca_file", "cannot read " + in_quotes(server.ca_file), "a file of certificates in PEM");
    }
    const auto tls = section.text("tls");
    if (!tls) return;
    if (*tls != "required" && *tls != "none")
        return section.wrong("tls", in_quotes(*tls) + " is not known here", one_of({"required", "none"}));
    server.tls_required = *tls == "required";
    if (!server.tls_required && (server.scheme == "imaps" || server.scheme == "smtps"))
        section.wrong("tls", server.scheme + " is TLS, and tls = \"none\" forbids it",
                      fmt::format("{}:// for plain text", server.scheme.substr(0, 4)));
}

void load_server(const Section& section, std::string_view name, ServerConfig& server) {
    UrlReader(section, name, server).read();
    load_secrets(section, server);
    load_tls(section, server);
}

}  // namespace

void load_length(const Section& section, std::string_view key, const std::string& what, Duration most,
                 const std::string& most_in_words, Duration& length) {
    const auto given = section.text(key);
    if (!given) return;
    const auto span = read_span(*given);
    const auto* found = std::get_if<Span>(&span);
    const auto read = found ? fixed_length(*found) : std::nullopt;
    if (read && *read >= Duration{1} && *read <= most)
        length = *read;
    else
        section.wrong(key, in_quotes(*given) + " is not " + what, "from \"1 second\" to \"" + most_in_words + '"');
}

// INBOX is one in any case (RFC 9051, 5.1), and servers forgive a delimiter or a blank behind a name.
bool is_same_folder(std::string a, std::string b) {
    for (std::string* name : {&a, &b}) {
        while (!name->empty() && std::string_view("/. ").find(name->back()) != std::string_view::npos)
            name->pop_back();
        if (lower_case(*name) == "inbox") *name = "INBOX";
    }
    return a == b;
}

// "Handled" beside "/var/mail/decisions" is "/var/mail/Handled", wherever the daemon was started.
std::string beside(const std::string& maildir, const std::string& name) {
    const std::filesystem::path inbox = maildir.ends_with('/') ? maildir.substr(0, maildir.size() - 1) : maildir;
    return (inbox.parent_path() / name).lexically_normal().string();
}

void load_inbox(const Section& section, Config& config) {
    auto& inbox = config.inbox;
    load_server(section, "inbox", inbox.server);
    inbox.idle = section.flag("idle").value_or(inbox.idle);
    load_length(section, "poll", "a time between polls", std::chrono::hours{24}, "1 day", inbox.poll);
    const auto after = section.text("after").value_or("keep");
    if (after.starts_with("move:") && after.size() > 5)
        inbox.move_to =
            inbox.server.scheme == "maildir" ? beside(inbox.server.path, after.substr(5)) : after.substr(5);
    else if (after != "keep")
        section.wrong("after", in_quotes(after) + " is not known here", "one of: keep, move:FOLDER");
    if (!inbox.move_to.empty() && is_same_folder(inbox.move_to, inbox.server.path))
        section.wrong("after", "handled mail would stay where it is", "another folder than that of the url");
}

void load_outlet(const Section& section, Config& config) {
    load_server(section, "outlet", config.outlet.server);
    const auto rate = section.text("rate");
    if (!rate) return;
    const auto slash = rate->find("/min");
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(rate->data(), rate->data() + std::min(slash, rate->size()), count);
    if (slash == std::string::npos || slash + 4 != rate->size() || error != std::errc() ||
        end != rate->data() + slash || count < 1 || count > 100'000)
        return section.wrong("rate", in_quotes(*rate) + " is not a rate", "as in \"30/min\"");
    config.outlet.rate_per_minute = count;
}

void load_oauth2(const std::string& name, const Section& section, Config& config) {
    OAuth2Config oauth2;
    for (const auto* key : {"token_endpoint", "client_id", "refresh_token_file"})
        if (!section.has(key))
            section.wrong(key, fmt::format("[oauth2.{}] has no {}", name, key), "it is needed to log in");
    oauth2.token_endpoint = section.text("token_endpoint").value_or("");
    if (section.has("token_endpoint") && !oauth2.token_endpoint.starts_with("https://"))
        section.wrong("token_endpoint", in_quotes(oauth2.token_endpoint) + " is not safe for secrets",
                      "a URL with https://");
    oauth2.client_id = section.text("client_id").value_or("");
    oauth2.scope = section.text("scope").value_or("");
    oauth2.client_secret_file = secret_file(section, "client_secret_file");
    oauth2.refresh_token_file = secret_file(section, "refresh_token_file");
    config.oauth2[name] = std::move(oauth2);
}

}  // namespace assentd::toml_file
