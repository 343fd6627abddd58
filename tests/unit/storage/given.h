// SPDX-License-Identifier: Apache-2.0
// What the tests of storage/ start from: a directory of their own, a mail, a decision, a proposal.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "storage/sha256.h"
#include "storage/sqlite_store.h"

namespace assentd::given {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours{12}};

class Directory {
  public:
    Directory() : path_(std::filesystem::temp_directory_path() / "assentd-storage-XXXXXX") {
        std::string name = path_.string();
        path_ = ::mkdtemp(name.data());
    }
    ~Directory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;
    std::string database() const { return (path_ / "assentd.db").string(); }
    std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

inline StoredMail mail(const std::string& raw, const std::string& uid = "1") {
    StoredMail m;
    m.folder = "INBOX";
    m.uid_validity = 7;
    m.uid = uid;
    m.arrival = noon;
    m.message_id = "<" + uid + "@example.org>";
    m.from = "ada@example.org";
    m.identity = "identity-" + uid;
    m.sha256 = digest_hex(raw);
    m.kind = "human";
    m.raw = raw;
    m.size = raw.size();
    return m;
}

inline OutboxMail owed(const std::string& message_id, Instant next_attempt = noon) {
    OutboxMail m;
    m.notice = "receipt";
    m.message_id = message_id;
    m.envelope_from = "decisions@example.org";
    m.recipient = "ada@example.org";
    m.bytes = "Subject: Recorded\r\n\r\nYes.\r\n";
    m.created = noon;
    m.next_attempt = next_attempt;
    return m;
}

inline Decision decision(std::int64_t number = 0) {
    Decision d;
    d.state = number == 0 ? State::draft : State::open;
    d.number = number;
    d.revisions.push_back({"A new oven", "Shall we buy one?"});
    return d;
}

inline Event comment(const std::string& text, const Source& source = {}) {
    Commented c;
    c.by = {"Ada", "ada@example.org", {"ada@example.org"}};
    c.text = text;
    c.source = source;
    return c;
}

// A store with one record that has these comments as its events.
inline RecordId record_with(Store& store, const std::vector<std::string>& texts, std::int64_t number = 0) {
    store.begin();
    const RecordId record = store.add_record();
    for (const std::string& text : texts) store.append(record, {comment(text)}, decision(number), std::nullopt, noon);
    store.commit();
    return record;
}

}  // namespace assentd::given
