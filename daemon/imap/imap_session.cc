// SPDX-License-Identifier: Apache-2.0
#include "daemon/imap/imap_session.h"

#include <sys/random.h>

#include <algorithm>
#include <array>

#include "daemon/imap/folder_name.h"
#include "daemon/wire/server_words.h"

namespace assentd {
namespace {

constexpr std::size_t kResponsesPerCommand = 2'000'000;  // a server that never ends an answer
constexpr int kPatientAnswers = 30;                      // a command may last this many read timeouts in all
constexpr std::size_t kBlock = 16 * 1024;                // bytes that renew the read timeout inside one answer

std::string fresh_tag() {
    std::array<unsigned char, 10> random{};
    if (getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
        throw Trouble(Trouble::Scope::server, Trouble::Retry::later, "no randomness from the system");
    }
    std::string tag;
    for (const unsigned char byte : random) tag.push_back(static_cast<char>('A' + byte % 26));
    return tag;
}

}  // namespace

// The reader's bytes, with a deadline for each block and one for the whole command.
class ImapSession::Patience : public ByteSource {
  public:
    Patience(CurlChannel& channel, std::chrono::seconds per_block) : channel_(channel), per_block_(per_block) {
        begin();
    }

    void begin() {
        command_ = SteadyClock::now() + per_block_ * kPatientAnswers;
        answer_complete();
    }
    void answer_complete() override {
        block_ = SteadyClock::now() + per_block_;
        in_block_ = 0;
    }
    // Whether a byte came before the deadline; it is kept for the next read.
    bool any_before(SteadyClock::time_point deadline) {
        if (!kept_) kept_ = channel_.receive(&first_, 1, deadline) == 1;
        return kept_;
    }
    std::size_t read(char* into, std::size_t room) override {
        if (kept_) {
            kept_ = false;
            *into = first_;
            return 1;
        }
        const std::size_t got = channel_.receive(into, room, std::min(block_, command_));
        if (got == 0 || SteadyClock::now() > command_) {
            channel_.fail(Trouble::Retry::later, "no answer in time");
        }
        in_block_ += got;
        if (in_block_ >= kBlock) answer_complete();
        return got;
    }
    SteadyClock::time_point write_deadline() const { return SteadyClock::now() + per_block_; }

  private:
    CurlChannel& channel_;
    std::chrono::seconds per_block_;
    SteadyClock::time_point command_;
    SteadyClock::time_point block_;
    std::size_t in_block_ = 0;
    char first_ = 0;
    bool kept_ = false;
};

bool means_later(const Status& status) {
    static constexpr std::array<std::string_view, 8> codes = {
        "OVERQUOTA", "LIMIT", "UNAVAILABLE", "INUSE", "SERVERBUG", "CONTACTADMIN", "ALERT", "THROTTLED"};
    return std::find(codes.begin(), codes.end(), status.code) != codes.end();
}

ImapSession::ImapSession(const ServerAccess& access, std::uint64_t message_limit, const InterruptFlag& interrupt)
    : message_limit_(message_limit),
      channel_(access, "", interrupt),
      patience_(std::make_unique<Patience>(channel_, access.read_timeout)),
      reader_(*patience_) {
    // Bytes that came together with the answer to the login were lost inside libcurl, so the first line read here may
    // be the tail of one. Everything up to this NOOP's own answer is discarded unread.
    const std::string tag = fresh_tag();
    channel_.send(tag + " NOOP\r\n", patience_->write_deadline());
    const std::string end = tag + " OK";
    std::string line;
    for (std::size_t seen = 0;; ++seen) {
        char c = 0;
        if (seen > ResponseReader::kLineLimit) channel_.fail(Trouble::Retry::later, "no answer to NOOP");
        patience_->read(&c, 1);
        if (c != '\n') {
            line.push_back(c);
            continue;
        }
        if (line.starts_with(tag)) break;
        line.clear();
    }
    if (!line.starts_with(end)) channel_.fail(Trouble::Retry::later, server_words(line.substr(tag.size())));
    whole_ = true;
    run_or_fail("CAPABILITY", Trouble::Scope::server);
}

ImapSession::~ImapSession() {
    if (idling_) channel_.send_parting("DONE\r\n");
    if (idling_ || whole_) channel_.send_parting(fresh_tag() + " LOGOUT\r\n");
}

bool ImapSession::can(std::string_view capability) const {
    return capabilities_.contains(capability);
}

void ImapSession::learn_capabilities(std::string_view words) {
    for (std::string& word : read_words(words)) capabilities_.insert(std::move(word));
}

std::string ImapSession::send(const std::string& command) {
    std::string tag = fresh_tag();
    whole_ = false;  // until the write went through
    channel_.send(tag + " " + command + "\r\n", patience_->write_deadline());
    whole_ = true;
    outstanding_.insert(tag);
    return tag;
}

Response ImapSession::read(std::uint64_t keep) {
    whole_ = false;  // if this throws, we no longer know where in the conversation we are
    Response response = reader_.next(keep);
    whole_ = true;
    return response;
}

Status ImapSession::finish(const std::string& tag, const Handler& other) {
    patience_->begin();
    for (std::size_t seen = 0; seen < kResponsesPerCommand; ++seen) {
        if (const auto done = answered_.find(tag); done != answered_.end()) {
            Status status = std::move(done->second);
            answered_.erase(done);
            return status;
        }
        // Bodies may come while another command's answer is waited for.
        Response response = read(asked_.commands.empty() ? kSmallLiterals : std::min(asked_.budget, message_limit_));
        if (response.kind == Response::Kind::untagged) {
            take_untagged(response, other);
        } else if (response.kind == Response::Kind::tagged) {
            if (outstanding_.erase(response.tag) == 0) {
                whole_ = false;
                channel_.fail(Trouble::Retry::later, "an answer to a command that was never given");
            }
            if (auto status = read_status(response.text)) answered_[response.tag] = std::move(*status);
        }
    }
    whole_ = false;
    channel_.fail(Trouble::Retry::later, "an answer without end");
}

Status ImapSession::run(const std::string& command, const Handler& other) {
    return finish(send(command), other);
}

void ImapSession::run_or_fail(const std::string& command, Trouble::Scope scope) {
    const Status status = run(command);
    if (status.word != Status::Word::ok) refuse(scope, status, command.substr(0, command.find(' ')));
}

void ImapSession::refuse(Trouble::Scope scope, const Status& status, const std::string& doing) const {
    const std::string code = status.code.empty() ? "" : "[" + status.code + "] ";
    const bool gone = scope == Trouble::Scope::folder && (status.code == "NONEXISTENT" || status.code == "NOPERM");
    throw Trouble(scope, gone ? Trouble::Retry::never : Trouble::Retry::later,
                  channel_.peer() + ": " + doing + " refused: " + server_words(code + status.text));
}

void ImapSession::take_untagged(Response& response, const Handler& other) {
    if (const auto status = read_status(response.text)) {
        if (status->word == Status::Word::bye) {
            whole_ = false;
            idling_ = false;
            channel_.fail(means_later(*status) ? Trouble::Retry::later : Trouble::Retry::now,
                          "the server says goodbye: " + server_words(status->text));
        }
        if (status->code == "CAPABILITY") learn_capabilities(status->argument);
    } else if (const auto numbered = read_numbered(response.text)) {
        if (numbered->word == "EXISTS") {
            if (numbered->number > exists_) news_ = true;
            exists_ = numbered->number;
        } else if (numbered->word == "EXPUNGE" && exists_ > 0) {
            --exists_;
        } else if (numbered->word == "FETCH" && !asked_.commands.empty()) {
            take_body(response);
            return;
        }
    } else if (response.text.size() > 11 && read_words(response.text.substr(0, 11)).front() == "CAPABILITY") {
        learn_capabilities(std::string_view(response.text).substr(11));
    }
    if (other) other(response);
}

Selected ImapSession::select(const std::string& folder) {
    const auto name = quoted_folder(folder);
    if (!name) throw Trouble(Trouble::Scope::folder, Trouble::Retry::never, "the folder's name is not UTF-8");
    Selected selected;
    const auto note = [&selected](Response& response) {
        const auto status = read_status(response.text);
        if (!status) return;
        const auto number = read_number(status->argument);
        if (!number || *number > 0xFFFFFFFFu) return;
        if (status->code == "UIDVALIDITY") selected.uid_validity = static_cast<std::uint32_t>(*number);
        if (status->code == "UIDNEXT") selected.uid_next = static_cast<std::uint32_t>(*number);
    };
    exists_ = 0;
    const Status status = run("SELECT " + *name, note);
    if (status.word != Status::Word::ok) refuse(Trouble::Scope::folder, status, "SELECT " + server_words(folder));
    if (selected.uid_validity == 0) {
        throw Trouble(Trouble::Scope::folder, Trouble::Retry::never,
                      channel_.peer() + ": the server gives no UIDVALIDITY for " + server_words(folder));
    }
    selected.exists = exists_;
    news_ = false;
    return selected;
}

void ImapSession::transfer(const std::string& verb, const std::string& set, const std::string& folder) {
    const std::string command = verb + " " + set + " " + folder;
    Status status = run(command);
    if (status.word == Status::Word::no && status.code == "TRYCREATE") {
        run_or_fail("CREATE " + folder, Trouble::Scope::folder);
        status = run(command);
    }
    if (status.word != Status::Word::ok) refuse(Trouble::Scope::folder, status, verb);
}

void ImapSession::move(const std::vector<std::uint32_t>& ascending, const std::string& folder) {
    const auto name = quoted_folder(folder);
    if (!name) throw Trouble(Trouble::Scope::folder, Trouble::Retry::never, "the folder's name is not UTF-8");
    for (const std::string& set : uid_sets(ascending)) {
        if (can("MOVE")) {
            transfer("UID MOVE", set, *name);
            continue;
        }
        transfer("UID COPY", set, *name);
        run_or_fail("UID STORE " + set + " +FLAGS.SILENT (\\Deleted)", Trouble::Scope::folder);
        // Without UIDPLUS an EXPUNGE would also take what other people marked: the marked copies stay.
        if (can("UIDPLUS")) run_or_fail("UID EXPUNGE " + set, Trouble::Scope::folder);
    }
}

bool ImapSession::idle(SteadyClock::time_point deadline) {
    if (news_) return true;
    const std::string tag = send("IDLE");
    patience_->begin();
    for (std::size_t seen = 0;; ++seen) {  // until the "+", or a refusal
        Response response = read(kSmallLiterals);
        if (response.kind == Response::Kind::more) break;
        if (response.kind == Response::Kind::tagged && response.tag == tag) {  // offered and not kept: we poll
            capabilities_.erase("IDLE");
            return false;
        }
        if (response.kind == Response::Kind::tagged || seen > 1000) {
            whole_ = false;
            channel_.fail(Trouble::Retry::later, "IDLE refused: " + server_words(response.text));
        }
        take_untagged(response, {});
    }
    idling_ = true;
    while (!news_ && (reader_.has_buffered() || patience_->any_before(deadline))) {
        patience_->begin();
        Response response = read(kSmallLiterals);
        if (response.kind != Response::Kind::untagged) {
            idling_ = false;
            whole_ = false;
            channel_.fail(Trouble::Retry::later, "a stray answer in IDLE");
        }
        take_untagged(response, {});
    }
    idling_ = false;
    channel_.send("DONE\r\n", patience_->write_deadline());
    finish(tag);
    return news_;
}

}  // namespace assentd
