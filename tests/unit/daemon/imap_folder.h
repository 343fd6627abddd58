// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "daemon/inbox.h"
#include "daemon/trouble.h"
#include "tests/unit/daemon/fake_server.h"

namespace assentd::testing {

using std::chrono::milliseconds;
using std::chrono::seconds;

// A small IMAP server over a map of mails. Tests change it between two connections or override single commands.
struct Folder {
    std::string greeting = "* OK ready\r\n";
    std::string capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN IDLE MOVE UIDPLUS";
    std::string after_login;  // glued to the answer to the login
    std::uint32_t uid_validity = 7;
    std::map<std::uint32_t, std::string> mails;
    std::uint32_t uid_next = 0;  // 0: one past the last
    bool says_uid_next = true;
    // Answers a command itself (true) or leaves it to the folder.
    std::function<bool(Peer&, const std::string& tag, const std::string& command)> odd;

    std::uint32_t next() const { return uid_next != 0 ? uid_next : mails.empty() ? 1 : mails.rbegin()->first + 1; }
};

inline std::string fetch_line(std::uint32_t uid, const std::string& items) {
    return "* " + std::to_string(uid) + " FETCH (UID " + std::to_string(uid) + " " + items + ")\r\n";
}

inline std::string literal(const std::string& bytes) {
    return "{" + std::to_string(bytes.size()) + "}\r\n" + bytes;
}

inline void login(Peer& peer, const Folder& folder) {
    peer.say(folder.greeting);
    peer.answer_ok("* CAPABILITY " + folder.capabilities + "\r\n");
    const std::string tag = peer.tag();
    peer.say(tag + " OK in\r\n" + folder.after_login);
}

inline bool in_set(const std::string& set, std::uint32_t uid, std::uint32_t last) {
    std::size_t at = 0;
    while (at <= set.size()) {
        const std::size_t end = std::min(set.find(',', at), set.size());
        const std::string range = set.substr(at, end - at);
        const std::size_t colon = range.find(':');
        const auto value = [&](const std::string& text) {
            return text == "*" ? last : static_cast<std::uint32_t>(std::stoul(text));
        };
        const std::uint32_t low = value(range.substr(0, colon));
        const std::uint32_t high = colon == std::string::npos ? low : value(range.substr(colon + 1));
        if (uid >= std::min(low, high) && uid <= std::max(low, high)) return true;
        at = end + 1;
    }
    return false;
}

inline void answer_fetch(Peer& peer, const Folder& folder, const std::string& command) {
    const std::string set = command.substr(10, command.find(' ', 10) - 10);
    const std::uint32_t last = folder.mails.empty() ? 0 : folder.mails.rbegin()->first;
    for (const auto& [uid, bytes] : folder.mails) {
        if (!in_set(set, uid, last)) continue;
        if (const auto from = command.find("BODY.PEEK[]<"); from != std::string::npos) {
            const std::size_t begin = std::stoul(command.substr(from + 12));
            peer.say(fetch_line(uid, "BODY[]<" + std::to_string(begin) + "> " +
                                         literal(bytes.substr(std::min(begin, bytes.size()), 1))));
        } else if (command.ends_with("(UID)")) {
            peer.say("* " + std::to_string(uid) + " FETCH (UID " + std::to_string(uid) + ")\r\n");
        } else if (command.find("BODY.PEEK[]") != std::string::npos) {
            peer.say(fetch_line(uid, "BODY[] " + literal(bytes)));
        } else if (command.find("BODY.PEEK[HEADER]") != std::string::npos) {
            peer.say(fetch_line(uid, "BODY[HEADER]<0> " + literal(bytes.substr(0, bytes.find("\r\n\r\n") + 4))));
        } else {
            peer.say(fetch_line(
                uid, "INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" RFC822.SIZE " + std::to_string(bytes.size())));
        }
    }
}

inline void serve(Peer& peer, const Folder& folder) {
    login(peer, folder);
    for (;;) {
        std::string command;
        const std::string tag = peer.tag(&command);
        if (folder.odd && folder.odd(peer, tag, command)) continue;
        if (command.starts_with("CAPABILITY")) peer.say("* CAPABILITY " + folder.capabilities + "\r\n");
        if (command.starts_with("SELECT")) {
            peer.say("* " + std::to_string(folder.mails.size()) + " EXISTS\r\n* OK [UIDVALIDITY " +
                     std::to_string(folder.uid_validity) + "] ok\r\n");
            if (folder.says_uid_next) peer.say("* OK [UIDNEXT " + std::to_string(folder.next()) + "] ok\r\n");
        }
        if (command.starts_with("UID FETCH")) answer_fetch(peer, folder, command);
        if (command.starts_with("IDLE")) {
            peer.say("+ idling\r\n");
            peer.line();
        }
        if (command.starts_with("LOGOUT")) peer.say("* BYE\r\n");
        peer.say(tag + " OK done\r\n");
    }
}

inline FakeServer::Script serving(const Folder& folder) {
    return [&folder](Peer& peer) { serve(peer, folder); };
}

inline ServerAccess access_to(const FakeServer& server) {
    ServerAccess access;
    access.scheme = "imap";
    access.host = "127.0.0.1";
    access.port = server.port();
    access.user = "ana";
    access.folder = "INBOX";
    access.secret = [] { return "open-sesame"; };
    access.tls_required = false;
    access.connect_timeout = seconds(2);
    access.read_timeout = seconds(1);
    return access;
}

inline std::unique_ptr<Inbox> inbox_of(const FakeServer& server, ImapOptions options = {}) {
    return make_imap_inbox(access_to(server), std::move(options));
}

inline std::string mail(int n) {
    return "Subject: " + std::to_string(n) + "\r\n\r\nbody " + std::to_string(n) + "\r\n";
}

inline Cursor after(const std::vector<Fetched>& batch) {
    return {batch.back().uid_validity, static_cast<std::uint32_t>(std::stoul(batch.back().uid))};
}

inline std::vector<std::string> uids(const std::vector<Fetched>& batch) {
    std::vector<std::string> out;
    for (const Fetched& one : batch) out.push_back(one.uid);
    return out;
}

inline std::vector<std::string> all_uids(Inbox& inbox, Cursor cursor = {}) {
    std::vector<std::string> out;
    for (auto batch = inbox.fetch_batch(cursor); !batch.empty(); batch = inbox.fetch_batch(cursor)) {
        for (const std::string& uid : uids(batch)) out.push_back(uid);
        cursor = after(batch);
    }
    return out;
}

inline Trouble trouble_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Trouble& trouble) {
        return trouble;
    }
    ADD_FAILURE() << "no trouble";
    return {Trouble::Scope::message, Trouble::Retry::now, ""};
}

}  // namespace assentd::testing
