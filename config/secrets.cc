// SPDX-License-Identifier: Apache-2.0
// Files with secrets: a path, or "credential:NAME" for one that systemd hands to the service (LoadCredential=).
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "config/loading.h"

namespace assentd::toml_file {

namespace {

void check(const Section& section, std::string_view key, const std::string& path) {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode))
        return section.wrong(key, "there is no file " + in_quotes(path),
                             "a file that holds the secret in its first line");
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return section.wrong(
            key,
            fmt::format("others than its owner can get at {} (mode {:04o})", in_quotes(path), about.st_mode & 07777u),
            "chmod 0600 " + path);
    if (::access(path.c_str(), R_OK) != 0)
        section.wrong(key, "cannot read " + in_quotes(path), "it must belong to the user that assentd runs as");
}

// Outside of the service, as for assentctl, nobody can look: systemd alone sees to those files.
std::string credential(const Section& section, std::string_view key, const std::string& name) {
    if (name.empty() || name.find('/') != std::string::npos || name.front() == '.')
        section.wrong(key, in_quotes(name) + " cannot be the name of a credential", "as in \"credential:inbox\"");
    const char* directory = std::getenv("CREDENTIALS_DIRECTORY");
    const std::string path = std::string(directory ? directory : "/run/credentials/assentd.service") + '/' + name;
    if (directory && ::access(path.c_str(), R_OK) != 0)
        section.wrong(key, "the service was not given a credential " + in_quotes(name),
                      "LoadCredential=" + name + ":/path in the unit");
    return path;
}

}  // namespace

std::string secret_file(const Section& section, std::string_view key) {
    constexpr std::string_view prefix = "credential:";
    const auto text = section.text(key);
    if (!text) return {};
    if (text->starts_with(prefix)) return credential(section, key, text->substr(prefix.size()));
    const std::string path = section.absolute(*text);
    check(section, key, path);
    return path;
}

}  // namespace assentd::toml_file
