// SPDX-License-Identifier: Apache-2.0
// Lets tests drive the mail adapters against real servers from a command line of key=value words; not installed.
//   mail_probe COMMAND scheme=imaps host=localhost port=993 user=ana secret=... [oauth2=1] [tls=none] [ca_file=...]
// COMMAND: fetch (out=DIR writes each mail to DIR/UID; rounds=N fetches all N times), wait, move, probe, send
// (from= to= file= count=). Prints one line per fact; exit 1 with "trouble SCOPE RETRY WORDS" when an adapter throws.
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

#include "daemon/inbox.h"
#include "daemon/outlet.h"
#include "daemon/trouble.h"

namespace assentd {
namespace {

using Words = std::map<std::string, std::string>;

std::string word(const Words& words, const std::string& key, const std::string& otherwise = "") {
    const auto found = words.find(key);
    return found == words.end() ? otherwise : found->second;
}

std::uint64_t number(const Words& words, const std::string& key, std::uint64_t otherwise) {
    return std::stoull(word(words, key, std::to_string(otherwise)));
}

ServerAccess access_from(const Words& words) {
    ServerAccess access;
    access.scheme = word(words, "scheme", "imaps");
    access.host = word(words, "host", "localhost");
    access.port = static_cast<std::uint16_t>(number(words, "port", 993));
    access.user = word(words, "user");
    access.folder = word(words, "folder", "INBOX");
    access.secret = [secret = word(words, "secret")] { return secret; };
    access.oauth2 = word(words, "oauth2") == "1";
    access.tls_required = word(words, "tls") != "none";
    access.ca_file = word(words, "ca_file");
    access.connect_timeout = std::chrono::seconds(number(words, "connect_timeout", 10));
    access.read_timeout = std::chrono::seconds(number(words, "read_timeout", 20));
    return access;
}

std::unique_ptr<Inbox> inbox_from(const Words& words) {
    ImapOptions options;
    options.message_limit = number(words, "message_limit", options.message_limit);
    options.batch_bytes = number(words, "batch_bytes", options.batch_bytes);
    options.batch_mails = number(words, "batch_mails", options.batch_mails);
    options.move_to = word(words, "move_to");
    options.idle = word(words, "idle", "1") == "1";
    options.poll = std::chrono::seconds(number(words, "poll", 60));
    return make_imap_inbox(access_from(words), options);
}

std::string peak_memory_kb() {
    std::ifstream status("/proc/self/status");
    for (std::string name; status >> name;) {
        if (name == "VmHWM:" && status >> name) return name;
    }
    return "0";
}

void fetch(const Words& words) {
    for (std::uint64_t round = number(words, "rounds", 1); round > 0; --round) {
        auto inbox = inbox_from(words);
        Cursor cursor;
        cursor.uid_validity = static_cast<std::uint32_t>(number(words, "uid_validity", 0));
        cursor.last_uid = static_cast<std::uint32_t>(number(words, "last_uid", 0));
        std::size_t mails = 0;
        std::uint64_t bytes = 0;
        const std::string out = word(words, "out");
        const auto start = std::chrono::steady_clock::now();
        for (auto batch = inbox->fetch_batch(cursor); !batch.empty(); batch = inbox->fetch_batch(cursor)) {
            for (const Fetched& mail : batch) {
                ++mails;
                bytes += mail.raw.size();
                if (out.empty()) continue;
                std::ofstream(out + "/" + mail.uid, std::ios::binary) << mail.raw;
                std::cout << "mail " << mail.uid << " " << mail.size << " " << mail.oversize << " "
                          << mail.arrival.time_since_epoch().count() << "\n";
            }
            cursor.uid_validity = batch.back().uid_validity;
            cursor.last_uid = static_cast<std::uint32_t>(std::stoul(batch.back().uid));
            if (word(words, "mark") == "1") inbox->mark_handled(batch);
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        std::cout << "fetched " << mails << " " << bytes << " " << took.count() << " " << peak_memory_kb() << "\n";
    }
}

void wait(const Words& words) {
    auto inbox = inbox_from(words);
    inbox->fetch_batch({0, 0xFFFFFFFFu});
    std::cout << "waiting" << std::endl;
    const bool news = inbox->wait(std::chrono::milliseconds(number(words, "timeout_ms", 10000)));
    std::cout << "news " << news << "\n";
}

void send(const Words& words) {
    auto outlet = make_smtp_outlet(access_from(words), word(words, "ehlo", "client.example.org"));
    OutgoingMail mail;
    mail.envelope_from = word(words, "from");
    mail.recipient = word(words, "to");
    std::ifstream file(word(words, "file"), std::ios::binary);
    mail.bytes.assign(std::istreambuf_iterator<char>(file), {});
    static constexpr const char* names[] = {"sent", "deferred", "refused", "unknown", "trouble", "held"};
    for (std::uint64_t count = number(words, "count", 1); count > 0; --count) {
        const DeliveryResult result = outlet->send(mail);
        std::cout << names[static_cast<int>(result.delivery)] << " " << result.code << " " << result.reply << "\n";
    }
    outlet->rest();
}

void run(const std::string& command, const Words& words) {
    if (command == "fetch") return fetch(words);
    if (command == "wait") return wait(words);
    if (command == "send") return send(words);
    if (word(words, "scheme").starts_with("smtp")) {
        make_smtp_outlet(access_from(words), word(words, "ehlo", "client.example.org"))->probe();
    } else {
        inbox_from(words)->probe();
    }
    std::cout << "in order\n";
}

}  // namespace
}  // namespace assentd

int main(int count, char** arguments) {
    assentd::Words words;
    for (int i = 2; i < count; ++i) {
        const std::string text = arguments[i];
        const std::size_t equals = text.find('=');
        if (equals != std::string::npos) words[text.substr(0, equals)] = text.substr(equals + 1);
    }
    try {
        assentd::run(count > 1 ? arguments[1] : "", words);
    } catch (const assentd::Trouble& trouble) {
        static constexpr const char* scopes[] = {"message", "folder", "server"};
        static constexpr const char* retries[] = {"now", "later", "never"};
        std::cout << "trouble " << scopes[static_cast<int>(trouble.scope())] << " "
                  << retries[static_cast<int>(trouble.retry())] << " " << trouble.what() << "\n";
        return 1;
    }
    return 0;
}
