// SPDX-License-Identifier: Apache-2.0
#include "parsers/automatic/bounce_text.h"

#include <algorithm>

#include "parsers/ascii.h"
#include "parsers/automatic/automatic_patterns.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/message_ids.h"

namespace assentd {

namespace {

constexpr std::size_t most_recipients = 50;
constexpr std::size_t longest_report = 64 << 10;

bool address_char(char c) {
    return is_letter(c) || is_digit(c) ||
           std::string_view(".!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool domain_char(char c) {
    return is_letter(c) || is_digit(c) || c == '.' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

bool contains(const std::vector<std::string>& list, std::string_view address) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& a) { return same_word(a, address); });
}

// Looks like a returned header or a remark about another address than the recipient's.
bool names_somebody_else(std::string_view line) {
    const std::string small = lower(line.substr(0, 200));
    for (const std::string_view words : {"mail from:", "envelope-from", "message-id:", "ultimately generated from",
                                         "sender:", "contact ", "unsubscribe", "from:", "a message sent by"})
        if (small.find(words) != std::string::npos) return true;
    return false;
}

// One walk over the words, collecting by how sure a line is: a field, below or behind a cue, alone on its line, RCPT
// TO.
struct Found {
    std::vector<std::string> field, cued, refused, alone, commanded, anywhere;

    const std::vector<std::string>& best() const {
        for (const auto* list : {&field, &cued, &refused, &alone, &commanded})
            if (!list->empty()) return *list;
        return anywhere;
    }
};

void collect(std::vector<std::string>& into, std::string_view from, const std::vector<std::string>& not_these) {
    for (auto& address : addresses_in(from, most_recipients))
        if (!contains(not_these, address) && !contains(into, address) && into.size() < most_recipients)
            into.push_back(std::move(address));
}

// Amazon's notifications are JSON: each recipient is the value of an "emailAddress".
void collect_json(std::vector<std::string>& into, std::string_view line, const std::vector<std::string>& not_these) {
    constexpr std::string_view key = "\"emailAddress\":\"";
    for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
        const std::string_view value = line.substr(at + key.size());
        collect(into, value.substr(0, value.find('"')), not_these);
    }
}

// sendmail's "550 <ana@example.org>... User unknown".
bool refusal(std::string_view line) {
    return line.size() > 6 && (line[0] == '4' || line[0] == '5') && is_digit(line[1]) && is_digit(line[2]) &&
           line[3] == ' ' && (line[4] == '<' || is_letter(line[4])) && line.find("...") != std::string_view::npos &&
           line.substr(0, line.find("...")).find('@') != std::string_view::npos;
}

bool starts_with_address(std::string_view line) {
    const std::string_view t = trimmed(line);
    const std::string_view word = t.substr(0, t.find_first_of(" \t"));
    return word.find('@') != std::string_view::npos && word.find('=') == std::string_view::npos;
}

Found find_recipients(std::string_view words, const std::vector<std::string>& not_these) {
    Found found;
    bool below_cue = false;
    while (!words.empty()) {
        const std::string_view line = take_line(words);
        if (trimmed(line).empty()) continue;
        if (begins_with(trimmed(line), "final-recipient:")) {
            collect(found.field, line, not_these);
            continue;
        }
        if (line.find("\"emailAddress\":\"") != std::string_view::npos) {
            collect_json(found.field, line, not_these);
            continue;
        }
        if (refusal(line)) {
            collect(found.refused, line.substr(0, line.find("...")), not_these);
            continue;
        }
        if (const std::size_t rcpt = lower(line.substr(0, 2000)).find("rcpt to:"); rcpt != std::string::npos) {
            collect(found.commanded, line.substr(rcpt), not_these);
            continue;
        }
        if (names_somebody_else(line)) {
            below_cue = false;
            continue;
        }
        if (below_cue && starts_with_address(line)) {
            collect(found.cued, trimmed(line).substr(0, trimmed(line).find_first_of(" \t")), not_these);
            continue;
        }
        if (const auto cue = behind_recipient_cue(line)) {
            collect(found.cued, line.substr(*cue), not_these);
            below_cue = true;
        } else if (below_cue && found.cued.empty() && line.find('@') != std::string_view::npos) {
            collect(found.cued, line, not_these);
            below_cue = found.cued.empty();
        } else if (starts_with_address(line)) {
            collect(found.alone, trimmed(line).substr(0, trimmed(line).find_first_of(" \t")), not_these);
        } else {
            collect(found.anywhere, line, not_these);
        }
    }
    if (found.anywhere.size() > 1) found.anywhere.resize(1);
    return found;
}

// The words from where the recipient is named up to where the next one is.
std::string_view words_about(std::string_view words, const std::vector<std::string>& all, std::size_t which) {
    const std::size_t begin = words.find(all[which]);
    if (begin == std::string_view::npos || all.size() == 1) return words;
    const std::size_t next = which + 1 < all.size() ? words.find(all[which + 1], begin) : std::string_view::npos;
    return words.substr(begin, next == std::string_view::npos ? next : next - begin);
}

}  // namespace

std::string status_code(std::string_view s, bool also_success) {
    for (std::size_t i = 0; i + 4 < s.size(); ++i) {
        if ((!(also_success && s[i] == '2') && s[i] != '4' && s[i] != '5') || s[i + 1] != '.') continue;
        if (i > 0 && (is_digit(s[i - 1]) || is_letter(s[i - 1]) || s[i - 1] == '.' || s[i - 1] == '/')) continue;
        std::size_t at = i + 2;
        const std::size_t subject = at;
        while (at < s.size() && is_digit(s[at])) ++at;
        if (at == subject || at - subject > 3 || at >= s.size() || s[at] != '.') continue;
        const std::size_t detail = ++at;
        while (at < s.size() && is_digit(s[at])) ++at;
        if (at == detail || at - detail > 3) continue;
        const bool longer =
            at < s.size() && (is_letter(s[at]) || (s[at] == '.' && at + 1 < s.size() && is_digit(s[at + 1])));
        if (!longer) return std::string(s.substr(i, at - i));
    }
    return {};
}

int smtp_code(std::string_view s) {
    for (std::size_t i = 0; i + 3 <= s.size(); ++i) {
        const bool code = (s[i] == '4' || s[i] == '5') && s[i + 1] >= '0' && s[i + 1] <= '7' && is_digit(s[i + 2]);
        const bool starts = i == 0 || is_space(s[i - 1]) || s[i - 1] == ':' || s[i - 1] == '(' || s[i - 1] == '"';
        const bool ends = i + 3 < s.size() && (s[i + 3] == ' ' || s[i + 3] == '-');
        if (code && starts && ends) return (s[i] - '0') * 100 + (s[i + 1] - '0') * 10 + (s[i + 2] - '0');
    }
    return 0;
}

std::string_view report_words(std::string_view text) {
    text = text.substr(0, longest_report);
    bool any = false;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        const std::string_view line = take_line(rest);
        if (any && begins_returned_mail(line)) return text.substr(0, at);
        any = any || !trimmed(line).empty();
    }
    return text;
}

std::vector<std::string> addresses_in(std::string_view s, std::size_t limit) {
    std::vector<std::string> out;
    for (std::size_t at = s.find('@'); at != std::string_view::npos && out.size() < limit; at = s.find('@', at + 1)) {
        constexpr std::size_t longest = 320;
        std::size_t begin = at;
        if (at > 1 && s[at - 1] == '"') {  // "quoted local"@example.org
            const std::size_t quote = s.substr(0, at - 1).rfind('"');
            begin = quote == std::string_view::npos || at - quote > 64 ? at : quote;
        }
        while (begin > 0 && at - begin < longest && address_char(s[begin - 1])) --begin;
        std::size_t end = at + 1;
        while (end < s.size() && end - at < longest && domain_char(s[end])) ++end;
        while (end > at + 1 && (s[end - 1] == '.' || s[end - 1] == '-')) --end;
        for (std::string_view wide : {"\uFF1A", "\u3001", "\uFF0C", "\u3002", "\uFF08", "\u201C"})
            if (const std::size_t mark = s.substr(begin, at - begin).rfind(wide); mark != std::string_view::npos)
                begin += mark + wide.size();
        if (begins_with(s.substr(begin, at - begin), "smtp=")) begin += 5;  // X.400: "dda:SMTP=ana@example.org;"
        while (begin < at && (s[begin] == '\'' || s[begin] == '`' || s[begin] == '=')) ++begin;
        if (begin == at || end == at + 1) continue;
        std::string address(s.substr(begin, end - begin));
        if (!contains(out, address)) out.push_back(std::move(address));
    }
    return out;
}

bool lists_recipient(std::string_view words) {
    while (!words.empty()) {
        const std::string_view line = trimmed(take_line(words));
        if (starts_with_address(line)) return true;
        const auto cue = behind_recipient_cue(line);
        if (cue && line[*cue - 1] == ':' && starts_with_address(line.substr(*cue))) return true;
    }
    return false;
}

std::vector<BouncedRecipient> bounced_in_text(std::string_view words,
                                              const std::vector<std::string>& failed_recipients,
                                              const std::vector<std::string>& not_these) {
    std::vector<std::string> addresses = failed_recipients;
    if (addresses.empty()) addresses = find_recipients(words, not_these).best();
    std::vector<BouncedRecipient> out;
    for (std::size_t i = 0; i < addresses.size() && i < most_recipients; ++i) {
        BouncedRecipient b;
        b.recipient = clean_line(addresses[i]);
        const std::string_view about = words_about(words, addresses, i);
        b.status = status_code(about);
        const int code = b.status.empty() ? smtp_code(about) : 0;
        b.temporary = b.status.substr(0, 1) == "4" || code / 100 == 4;
        out.push_back(std::move(b));
    }
    return out;
}

std::optional<std::string> message_id_in_text(std::string_view text) {
    const std::size_t begin = report_words(text).size();
    for (std::string_view rest = text.substr(begin, longest_report); !rest.empty();) {
        std::string_view line = trimmed(take_line(rest));
        while (!line.empty() && (line.front() == '>' || line.front() == ' ')) line.remove_prefix(1);
        if (!begins_with(line, "message-id:")) continue;
        auto ids = read_message_ids(line.substr(11), 1);
        if (ids.empty()) ids = read_message_ids(take_line(rest), 1);
        if (!ids.empty()) return ids.front();
    }
    return {};
}

}  // namespace assentd
