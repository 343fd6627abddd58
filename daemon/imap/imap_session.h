// SPDX-License-Identifier: Apache-2.0
// One connection to an IMAP server with one folder selected: commands go out under tags that nobody can guess,
// answers are matched by tag in whatever order they come, and bodies are asked for with BODY.PEEK, so that no flag
// changes.
//
// Used by one thread. Every function throws Trouble; after that, and after a failed construction, the session is of
// no more use: destroy it (which says LOGOUT if the conversation is still whole).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/imap/imap_response.h"
#include "daemon/wire/curl_channel.h"

namespace assentd {

struct Selected {
    std::uint32_t uid_validity = 0;
    std::uint32_t uid_next = 0;  // 0: the server does not say
    std::uint32_t exists = 0;
};

struct Listed {
    std::uint32_t uid = 0;
    std::uint64_t size = 0;  // 0: the server does not say
    std::optional<Instant> arrival;
};

class ImapSession {
  public:
    static constexpr std::uint64_t kHeaderLimit = ResponseReader::kHeadKept;

    // Of a mail larger than `message_limit`, whatever size was listed, only the first kHeaderLimit bytes are kept.
    ImapSession(const ServerAccess&, std::uint64_t message_limit, const InterruptFlag&);
    ~ImapSession();
    ImapSession(const ImapSession&) = delete;
    ImapSession& operator=(const ImapSession&) = delete;

    bool can(std::string_view capability) const;  // in capitals
    Selected select(const std::string& folder);
    // True once the server reported mail that the last select() did not count.
    bool has_news() const { return news_; }

    // What the folder holds from `first` to `last` (0: to its end), ascending; also what the server knows no size of.
    std::vector<Listed> list(std::uint32_t first, std::uint32_t last);

    // Asks for these mails without waiting; the header alone of those in `headers_only`. At most `budget` bytes of
    // all the answers are kept. collect() reads the answers.
    void ask(const std::vector<Listed>& normal, const std::vector<Listed>& headers_only, std::uint64_t budget);
    // dropped: the budget was used up; vanished: the server no longer has it; unreadable: it has it, and did not
    // produce it or not the whole of it, when asked for again either.
    enum class Fate { arrived, dropped, vanished, unreadable };
    struct Collected {
        Fate fate = Fate::vanished;
        Literal body;
    };
    // Of each mail asked for, what became of it.
    std::map<std::uint32_t, Collected> collect();

    void move(const std::vector<std::uint32_t>& ascending, const std::string& folder);

    // Waits for news with IDLE (RFC 2177). True: there may be new mail.
    bool idle(SteadyClock::time_point deadline);

  private:
    class Patience;
    using Handler = std::function<void(Response&)>;

    std::string send(const std::string& command);
    Status finish(const std::string& tag, const Handler& other = {});
    Status run(const std::string& command, const Handler& other = {});
    void run_or_fail(const std::string& command, Trouble::Scope);
    Response read(std::uint64_t keep);
    void take_untagged(Response&, const Handler& other);
    void take_body(Response&);
    struct Answered {
        std::vector<std::uint32_t> missing;  // ascending
        std::optional<Status> refusal;       // that may be about one of the mails alone
    };
    void fetch(const std::vector<std::uint32_t>& ascending);
    Answered await_fetched();
    void ask_again(const std::vector<std::uint32_t>& ascending);
    void ask_again_for_cut();
    std::vector<std::uint32_t> cut_short() const;
    std::vector<std::uint32_t> unfinished(const std::vector<std::uint32_t>&);
    std::vector<std::uint32_t> still_there(const std::vector<std::uint32_t>& ascending);
    void expect_some();
    void learn_capabilities(std::string_view words);
    void transfer(const std::string& verb, const std::string& set, const std::string& folder);
    [[noreturn]] void refuse(Trouble::Scope, const Status&, const std::string& doing) const;

    static constexpr std::uint64_t kSmallLiterals = 64 * 1024;

    std::uint64_t message_limit_;
    CurlChannel channel_;
    std::unique_ptr<Patience> patience_;
    ResponseReader reader_;
    std::set<std::string, std::less<>> capabilities_;
    std::set<std::string> outstanding_;       // tags without an answer
    std::map<std::string, Status> answered_;  // tags answered while another was waited for
    std::uint32_t exists_ = 0;
    bool news_ = false;
    bool whole_ = false;  // nothing failed: a LOGOUT makes sense
    bool idling_ = false;
    // What ask() left to collect().
    struct Asked {
        std::vector<std::pair<std::string, std::vector<std::uint32_t>>> commands;  // tag and UIDs
        std::map<std::uint32_t, std::uint64_t> sizes;  // as listed, of those that are asked for whole
        std::set<std::uint32_t> headers_only;
        std::map<std::uint32_t, Collected> found;
        std::size_t given_up = 0;
        std::optional<Status> refusal;  // the last
        std::uint64_t budget = 0;
    } asked_;
};

// Whether the server's words mean "not now" rather than "not this mail".
bool means_later(const Status&);

}  // namespace assentd
