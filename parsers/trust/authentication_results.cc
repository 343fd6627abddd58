// SPDX-License-Identifier: Apache-2.0
// RFC 8601 section 2.2:
//   field    = authserv-id [version] *(";" resinfo) / … ";" "none"
//   resinfo  = method ["/" version] "=" result ["reason" "=" value] *(ptype "." property "=" value)
// Comments may stand between any two of these and are worth nothing.
#include "parsers/trust/authentication_results.h"

#include <algorithm>

#include "parsers/ascii.h"
#include "parsers/mime/charsets.h"

namespace assentd {

namespace {

constexpr std::size_t most_methods = 100;
constexpr std::size_t most_properties = 50;
constexpr std::string_view known_version = "1";  // of the field and of each method; others may mean anything

class Scanner {
  public:
    explicit Scanner(std::string_view s) : rest_(s) { skip(); }

    bool done() const { return rest_.empty(); }
    char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool take(char c) {
        if (peek() != c) return false;
        rest_.remove_prefix(1);
        skip();
        return true;
    }

    // A token up to one of `stops`, or a quoted string.
    std::string word(std::string_view stops) {
        std::string out;
        if (peek() == '"') {
            rest_.remove_prefix(1);
            while (!rest_.empty() && rest_.front() != '"') {
                if (rest_.front() == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
                out += rest_.front();
                rest_.remove_prefix(1);
            }
            if (!rest_.empty()) rest_.remove_prefix(1);
            // user part in quotes: "ana lima"@example.org
            if (peek() == '@') out += word(stops);
        } else {
            while (!rest_.empty() && !is_space(rest_.front()) && rest_.front() != '(' && rest_.front() != '"' &&
                   stops.find(rest_.front()) == std::string_view::npos) {
                out += rest_.front();
                rest_.remove_prefix(1);
            }
        }
        skip();
        return clean_line(out);
    }

    void to_next_method() {
        while (!rest_.empty() && rest_.front() != ';')
            if (word(";").empty() && !rest_.empty() && rest_.front() != ';') rest_.remove_prefix(1);
    }

  private:
    void skip() {
        std::size_t depth = 0;
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (depth == 0 && !is_space(c) && c != '(') return;
            if (c == '(') ++depth;
            if (c == ')') --depth;
            rest_.remove_prefix(c == '\\' && depth > 0 && rest_.size() > 1 ? 2 : 1);
        }
    }
    std::string_view rest_;
};

void read_properties(Scanner& in, AuthenticationMethod& method) {
    while (!in.done() && in.peek() != ';' && method.properties.size() < most_properties) {
        const std::string name = lower(in.word(";="));
        if (!in.take('=')) {
            in.to_next_method();
            return;
        }
        std::string value = in.word(";");
        if (!name.empty()) method.properties.emplace_back(name, std::move(value));
    }
    in.to_next_method();
}

}  // namespace

AuthenticationResults read_authentication_results(std::string_view field_value) {
    AuthenticationResults out;
    Scanner in(field_value);
    out.authserv_id = lower(in.word(";="));
    if (in.peek() == '=') return {};  // a method where the server should be
    if (!in.done() && in.peek() != ';') {
        if (in.word(";") != known_version) return {};
    }
    if (out.authserv_id.empty() || (!in.done() && in.peek() != ';')) return {};
    while (in.take(';') && out.methods.size() < most_methods) {
        AuthenticationMethod method;
        method.method = lower(in.word(";=/"));
        const bool known = !in.take('/') || in.word(";=") == known_version;
        if (method.method.empty() || !in.take('=') || !known) {  // "none", or nonsense, or of the future
            in.to_next_method();
            continue;
        }
        method.result = lower(in.word(";"));
        read_properties(in, method);
        out.methods.push_back(std::move(method));
    }
    return out;
}

}  // namespace assentd
