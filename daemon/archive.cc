// SPDX-License-Identifier: Apache-2.0
#include "daemon/archive.h"

#include <algorithm>
#include <unordered_map>

#include "decision/text.h"
#include "parsers/message.h"
#include "parsers/mime/dates.h"
#include "parsers/proposals/head_lines.h"
#include "parsers/reading.h"
#include "parsers/trust/author.h"

namespace assentd {

namespace {

constexpr int longest_way_up = 1000;

bool has_word(const std::string& text, std::string_view word) {
    const std::string lower = lower_case(text);
    const auto is_letter = [&](std::size_t i) { return i < lower.size() && lower[i] >= 'a' && lower[i] <= 'z'; };
    for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1))
        if ((at == 0 || !is_letter(at - 1)) && !is_letter(at + word.size())) return true;
    return false;
}

// "[ ] +1"
bool has_empty_form(const std::string& text) {
    for (auto at = text.find("[ ]"); at != std::string::npos; at = text.find("[ ]", at + 1)) {
        const auto next = text.find_first_not_of(" \t", at + 3);
        if (next != std::string::npos && (text[next] == '+' || text[next] == '-') &&
            (at == 0 || text[at - 1] == '\n'))
            return true;
    }
    return false;
}

// "From sender Mon Nov 30 09:00:00 2026": UTC (RFC 4155).
std::optional<Instant> date_of(std::string_view from_line) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < from_line.size();) {
        const std::size_t begin = std::min(from_line.find_first_not_of(' ', at), from_line.size());
        at = std::min(from_line.find(' ', begin), from_line.size());
        if (at > begin) words.emplace_back(from_line.substr(begin, at - begin));
    }
    if (words.size() < 6) return std::nullopt;
    const auto last = [&](std::size_t back) { return words[words.size() - back]; };
    return read_date(last(3) + ' ' + last(4) + ' ' + last(1) + ' ' + last(2) + " +0000");
}

}  // namespace

void Archive::add(const std::string& raw, std::string_view from_line) {
    const Message message = read_message(raw);
    Member member;
    auto& mail = member.mail;
    mail.raw = raw;
    mail.message_id = message.message_id.value_or("");
    mail.address = author_address(message, {});
    if (message.from.size() == 1) mail.name = message.from[0].name;
    const Title title = read_title(message.subject);
    for (const auto& tag : title.tags) {
        mail.tags.push_back(lower_case(tag));
        if (const auto number = decision_number(tag)) mail.number = *number;
    }
    mail.subject = message.subject;
    mail.title = lower_case(title.title);
    mail.asks_for_votes = has_word(message.subject, "vote") || has_empty_form(interpret(message).own.new_text);
    const auto date = message.date ? message.date : date_of(from_line);
    mail.at = date.value_or(Instant{});
    member.dated = date.has_value();
    member.parents = message.in_reply_to;
    mail.is_reply = !message.in_reply_to.empty() || !message.references.empty() || mail.number != 0;
    mail.says_reply = title.is_reply;
    member.parents.insert(member.parents.end(), message.references.rbegin(), message.references.rend());
    members_.push_back(std::move(member));
}

// A mail without a date came after the one before it, as archives are written.
bool Archive::date_all() {
    const auto first = std::find_if(members_.begin(), members_.end(), [](const Member& m) { return m.dated; });
    if (first == members_.end()) return false;
    Instant last = first->mail.at;
    for (auto& member : members_) {
        if (!member.dated) member.mail.at = last;
        last = member.mail.at;
    }
    return true;
}

void Archive::find_openers(std::vector<ArchivedMail>& mails) const {
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < mails.size(); ++i)
        if (!mails[i].message_id.empty()) by_id.emplace(mails[i].message_id, i);
    const auto parent = [&](std::size_t i) {
        for (const auto& id : members_[i].parents)
            if (const auto found = by_id.find(id); found != by_id.end()) return found->second;
        return i;
    };
    for (std::size_t i = 0; i < mails.size(); ++i) {
        // Where answers are older than what they answer, or in a circle, the way up is walked, and not for ever.
        std::size_t at = i;
        for (int steps = 0; parent(at) >= i && parent(at) != at && steps < longest_way_up; ++steps) at = parent(at);
        mails[i].opener = parent(at) < i ? mails[parent(at)].opener : at;
    }
}

std::optional<std::vector<ArchivedMail>> Archive::in_order() && {
    if (!date_all()) return std::nullopt;
    std::stable_sort(members_.begin(), members_.end(),
                     [](const Member& a, const Member& b) { return a.mail.at < b.mail.at; });
    std::vector<ArchivedMail> mails;
    mails.reserve(members_.size());
    for (auto& member : members_) mails.push_back(std::move(member.mail));
    find_openers(mails);
    return mails;
}

}  // namespace assentd
