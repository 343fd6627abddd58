// SPDX-License-Identifier: Apache-2.0
#include "daemon/connections.h"

#include <Poco/Environment.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "daemon/trouble.h"

namespace assentd {

namespace {

constexpr std::size_t secret_limit = 16 << 10;  // OAuth2 tokens are long

std::string first_line(std::string text) {
    if (const auto end = text.find_first_of("\r\n"); end != std::string::npos) text.erase(end);
    return text;
}

std::string from_command(const std::string& command) {
    std::FILE* pipe = ::popen(command.c_str(), "r");  // the admin's own command line, from the admin's own file
    std::string text;
    if (pipe) {
        char buffer[1024];
        for (std::size_t n; text.size() < secret_limit && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
            text.append(buffer, n);
    }
    if (!pipe || ::pclose(pipe) != 0)
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "password_command failed");
    return first_line(std::move(text));
}

// The mode is looked at again each time: it may have changed since the configuration was read.
std::string from_file(const std::string& path) {
    const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");  // those are systemd's to guard
    const bool guarded = credentials && *credentials && path.starts_with(std::string(credentials) + '/');
    struct stat about {};
    if (!guarded && ::stat(path.c_str(), &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later,
                      "others than its owner can get at " + path + "; chmod 0600 " + path);
    std::ifstream file(path);
    std::string text;
    if (!std::getline(file, text))
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "cannot read the secret in " + path);
    return first_line(text.substr(0, secret_limit));
}

ServerAccess access(const ServerConfig& server, const LimitsConfig& limits) {
    ServerAccess result;
    result.scheme = server.scheme;
    result.host = server.host;
    result.port = server.port;
    result.user = server.user;
    result.folder = server.path;
    result.secret = [server] { return read_secret(server); };
    result.oauth2 = !server.oauth2.empty();
    result.tls_required = server.tls_required;
    result.ca_file = server.ca_file;
    result.connect_timeout = limits.connect_timeout;
    result.read_timeout = limits.answer_timeout;
    return result;
}

}  // namespace

std::string read_secret(const ServerConfig& server) {
    if (!server.password_command.empty()) return from_command(server.password_command);
    if (!server.password_file.empty()) return from_file(server.password_file);
    return {};
}

std::unique_ptr<Inbox> make_inbox(const Config& config, std::function<bool(std::string_view)> handled,
                                  std::function<void()> alive) {
    const auto& inbox = config.inbox;
    if (inbox.server.scheme == "maildir") {
        MaildirOptions options;
        options.path = inbox.server.path;
        options.move_to = inbox.move_to;
        options.message_limit = config.limits.message_size;
        options.poll = inbox.poll;
        return make_maildir_inbox(options, std::move(handled));
    }
    ImapOptions options;
    options.message_limit = config.limits.message_size;
    options.move_to = inbox.move_to;
    options.idle = inbox.idle;
    options.poll = inbox.poll;
    ServerAccess server = access(inbox.server, config.limits);
    server.alive = std::move(alive);
    return make_imap_inbox(std::move(server), options);
}

std::unique_ptr<Outlet> make_outlet(const Config& config) {
    const auto& server = config.outlet.server;
    if (server.scheme == "maildir") return make_maildir_outlet(server.path);
    return make_smtp_outlet(access(server, config.limits), Poco::Environment::nodeName());
}

}  // namespace assentd
