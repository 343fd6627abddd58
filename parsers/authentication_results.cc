// SPDX-License-Identifier: Apache-2.0
// RFC 8601 section 2.2:
//   field    = authserv-id [version] *(";" resinfo) / … ";" "none"
//   resinfo  = method ["/" version] "=" result ["reason" "=" value] *(ptype "." property "=" value)
// Comments may stand between any two of these and are worth nothing.
#include "parsers/authentication_results.h"

#include <algorithm>

#include "parsers/ascii.h"
#include "parsers/charsets.h"

namespace assentd {

namespace {

constexpr std::size_t most_methods = 100;
constexpr std::size_t most_properties = 50;

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

std::string domain_of(std::string_view address) {
    std::string domain = lower(address.substr(address.rfind('@') + 1));
    while (!domain.empty() && (domain.back() == '.' || domain.back() == '>')) domain.pop_back();
    return domain;
}

bool below(std::string_view domain, std::string_view parent) {
    return domain.size() > parent.size() && domain.ends_with(parent) &&
           domain[domain.size() - parent.size() - 1] == '.';
}

// Relaxed: equal, or one below the other. A top-level domain is nobody's.
bool aligned(std::string_view a, std::string_view b) {
    if (a.find('.') == std::string_view::npos || b.find('.') == std::string_view::npos) return false;
    return a == b || below(a, b) || below(b, a);
}

std::string property(const AuthenticationMethod& method, std::string_view name) {
    for (const auto& [n, v] : method.properties)
        if (n == name) return v;
    return {};
}

Vouching judge(const AuthenticationMethod& m, const std::string& from, const std::string& server) {
    const std::string says = server + " says " + m.method + "=" + m.result;
    if (m.method == "dmarc") {
        const std::string about = domain_of(property(m, "header.from"));
        if (m.result == "fail" && (about.empty() || about == from)) return {Vouched::no, says};
        if (m.result == "pass" && about == from) return {Vouched::yes, says + " for " + from};
        return {};
    }
    if (m.result != "pass") return {};
    if (m.method == "dkim") {
        for (const char* name : {"header.d", "header.i"})
            if (const std::string domain = domain_of(property(m, name)); aligned(domain, from))
                return {Vouched::yes, says + " for " + domain};
    } else if (m.method == "spf") {
        if (const std::string domain = domain_of(property(m, "smtp.mailfrom")); aligned(domain, from))
            return {Vouched::yes, says + " for " + domain};
    }
    return {};
}

}  // namespace

AuthenticationResults read_authentication_results(std::string_view field_value) {
    AuthenticationResults out;
    Scanner in(field_value);
    out.authserv_id = lower(in.word(";="));
    if (in.peek() == '=') return {};  // a method where the server should be
    if (!in.done() && in.peek() != ';') {
        const std::string version = in.word(";");
        if (version.empty() || !std::all_of(version.begin(), version.end(), is_digit)) return {};
    }
    if (out.authserv_id.empty() || (!in.done() && in.peek() != ';')) return {};
    while (in.take(';') && out.methods.size() < most_methods) {
        AuthenticationMethod method;
        method.method = lower(in.word(";=/"));
        if (in.take('/')) in.word(";=");
        if (method.method.empty() || !in.take('=')) {  // "none", or nonsense
            in.to_next_method();
            continue;
        }
        method.result = lower(in.word(";"));
        read_properties(in, method);
        out.methods.push_back(std::move(method));
    }
    return out;
}

Vouching vouching(const Message& message, const std::vector<std::string>& trusted_authserv_ids) {
    if (message.from.size() != 1) return {Vouched::unknown, "the mail has not exactly one From address"};
    const std::string from = domain_of(message.from.front().address);
    if (from.empty()) return {Vouched::unknown, "the From address has no domain"};
    Vouching best{Vouched::unknown, "no trusted Authentication-Results speak for " + from};
    for (const auto& field : message.fields) {
        if (!same_word(field.name, "Authentication-Results")) continue;
        const AuthenticationResults results = read_authentication_results(field.value);
        const bool trusted = !results.authserv_id.empty() &&
                             std::any_of(trusted_authserv_ids.begin(), trusted_authserv_ids.end(),
                                         [&](const std::string& id) { return same_word(id, results.authserv_id); });
        if (!trusted) continue;
        for (const auto& method : results.methods) {
            const Vouching v = judge(method, from, results.authserv_id);
            if (v.vouched == Vouched::no) return v;  // one refusal outweighs everything
            if (v.vouched == Vouched::yes && best.vouched != Vouched::yes) best = v;
        }
    }
    return best;
}

}  // namespace assentd
