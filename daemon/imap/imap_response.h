// SPDX-License-Identifier: Apache-2.0
// Cuts a server's bytes into IMAP responses (RFC 3501 and 9051, section 9) and reads the few kinds that we ask for.
// The framing is strict, because everything rests on it: what stands inside a literal is never read as protocol.
//
// Time and memory are bounded whatever the server says: lines by kLineLimit, literals by what the caller wants to
// keep (the rest is read and dropped). next() throws Trouble (server, later) when the bytes are not IMAP; the
// functions below it never throw.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/wire/byte_source.h"
#include "decision/time.h"

namespace assentd {

struct Literal {
    std::string bytes;
    std::uint64_t size = 0;  // as announced; more than bytes.size(): the rest was dropped
    bool whole() const { return bytes.size() == size; }
};

struct Response {
    enum class Kind { untagged, tagged, more };  // "* ", "tag ", "+ "
    Kind kind = Kind::untagged;
    std::string tag;
    std::string text;  // the rest of the line; each literal stands in it as one NUL
    std::vector<Literal> literals;
};

class ResponseReader {
  public:
    static constexpr std::size_t kLineLimit = 64 * 1024;        // all text of one response
    static constexpr std::size_t kLiteralCount = 64;            // in one response
    static constexpr std::uint64_t kLiteralLimit = 4ull << 30;  // announced; beyond that the server is not sane

    static constexpr std::uint64_t kHeadKept = 256 * 1024;  // of a literal that is too large to keep

    explicit ResponseReader(ByteSource&);
    // `keep`: how many bytes of this response's literals may be kept; of a larger one only its head is.
    Response next(std::uint64_t keep);
    bool has_buffered() const { return begin_ != end_; }

  private:
    std::size_t read_line(std::string& into);
    Literal read_literal(std::uint64_t size, std::uint64_t keep);
    void fill();

    ByteSource& source_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

// OK, NO, BAD, BYE, PREAUTH, tagged or not, with its response code.
struct Status {
    enum class Word { ok, no, bad, bye, preauth };
    Word word = Word::bad;
    std::string code;      // in capitals: "UIDVALIDITY"; empty when there is none
    std::string argument;  // "12"
    std::string text;      // for people
};
std::optional<Status> read_status(std::string_view text);

// "12 EXISTS", "3 EXPUNGE", "7 FETCH": the number and the word in capitals.
struct Numbered {
    std::uint32_t number = 0;
    std::string word;
};
std::optional<Numbered> read_numbered(std::string_view text);

struct FetchData {
    std::optional<std::uint32_t> uid;
    std::optional<std::uint64_t> size;  // RFC822.SIZE
    std::optional<Instant> arrival;     // INTERNALDATE
    std::optional<Literal> body;        // whichever BODY[...] was asked for; absent when the server said NIL
    bool body_is_nil = false;
};
// Nothing when the response is not a well-formed FETCH. Takes the body out of the response.
std::optional<FetchData> read_fetch(Response&);

std::optional<Instant> read_internal_date(std::string_view);  // "17-Jul-1996 02:44:25 -0700", day padded with a blank
std::optional<std::uint64_t> read_number(std::string_view);   // digits only, nothing else
std::vector<std::string> read_words(std::string_view);        // in capitals, parted by blanks

}  // namespace assentd
