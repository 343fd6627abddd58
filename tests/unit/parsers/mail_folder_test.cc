// SPDX-License-Identifier: Apache-2.0
// Reads tests/mail: each NNNN-what-is-odd.eml has NNNN-what-is-odd.expected beside it, lines of `key: value`. Of each
// key that stands there, all values must be as written and in that order; keys that do not stand there may have any.
// `none` says that the key has no value. In values LF is written \n. A line `given: option A=Paper`,
// `given: word ship it=agree`, `given: list-id …`, `given: answered …`, `given: naming chooses` or `given: opens` is
// known beforehand.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "parsers/proposals/head_lines.h"
#include "parsers/reading.h"

namespace assentd {
namespace {

namespace fs = std::filesystem;
using Values = std::map<std::string, std::vector<std::string>>;

fs::path folder() {
    return fs::path(__FILE__).parent_path().parent_path().parent_path() / "mail";
}

std::string read_file(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::string on_one_line(std::string_view s) {
    std::string out;
    for (const char c : s) {
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

std::string with_line_ends(std::string s) {
    for (std::size_t at = s.find("\\n"); at != std::string::npos; at = s.find("\\n", at + 1)) s.replace(at, 2, "\n");
    return s;
}

// "vote agree near @D-17 +1 (binding)", "ranking exact A=1 B=2", "command unclear extend 3 days | holidays"
std::string described(const Reading& r) {
    std::string s = std::string(name(r.type));
    if (r.position) s += " " + std::string(name(*r.position));
    s += " " + std::string(name(r.confidence));
    if (!r.scope.empty()) s += " @" + r.scope;
    if (!r.strength.empty()) s += " " + r.strength;
    if (!r.claim.empty()) s += " (" + r.claim + ")";
    for (const auto& [option, rank] : r.ranks) s += " " + option + "=" + std::to_string(rank);
    for (const auto& [option, score] : r.scores) s += " " + option + "=" + score;
    for (const auto& option : r.approvals) s += " [" + option + "]";
    if (!r.concern.empty()) s += " " + r.concern;
    if (!r.command.empty()) s += " " + r.command;
    for (const auto& argument : r.arguments) s += " | " + argument;
    return s;
}

std::string described(const std::vector<Address>& list) {
    std::string s;
    for (const Address& a : list)
        s += (s.empty() ? "" : ", ") + a.name + (a.name.empty() ? "" : " ") + "<" + a.address + ">";
    return s;
}

Values all_of(const Message& m, const Interpretation& in) {
    Values v;
    const auto put = [&](const std::string& key, std::string_view value) { v[key].push_back(on_one_line(value)); };
    const auto put_any = [&](const std::string& key, std::string_view value) {
        if (!value.empty()) put(key, value);
    };
    put("kind", name(m.kind));
    put_any("kind_reason", m.kind_reason);
    put("verdict", name(in.verdict));
    for (const Reading& r : in.readings) {
        put("reading", described(r));
        put("line", r.line);
        put("reason", r.reason);
        put("rule", r.rule);
    }
    put_any("ask", in.ask);
    put_any("new_text", in.own.new_text);
    put_any("text", m.text);
    for (const Answer& a : in.own.answers) put("answer", a.quoted + " => " + a.text);
    put_any("from", described(m.from));
    put_any("to", described(m.to));
    put_any("cc", described(m.cc));
    put_any("subject", m.subject);
    put_any("title", read_title(m.subject).title);
    for (const auto& tag : read_title(m.subject).tags) put("tag", tag);
    put_any("message_id", m.message_id.value_or(""));
    for (const auto& id : m.in_reply_to) put("in_reply_to", id);
    for (const auto& id : m.references) put("reference", id);
    for (const auto& r : m.recipients) put("recipient", r);
    if (m.date) put("date", std::to_string(m.date->time_since_epoch().count()));
    for (const auto& a : m.attachments) put("attachment", a.name + " " + a.media_type + " " + std::to_string(a.size));
    for (const auto& b : m.bounced)
        put("bounced", b.recipient + " " + (b.status.empty() ? "-" : b.status) + " " +
                           (b.action.empty() ? "-" : b.action) + (b.temporary ? " temporary" : "") +
                           (b.original.empty() ? "" : " for " + b.original));
    put_any("reported", m.reported_message_id.value_or(""));
    put_any("partstat", m.calendar_partstat);
    for (const auto& remark : m.remarks) put("remark", remark);
    for (const auto& cut : in.own.remarks) put("cut", cut);
    put("signed", m.signed_part ? "yes" : "no");
    return v;
}

struct Expected {
    Values values;
    ReadingContext context;
    OwnIdentity own;
};

void give(Expected& e, const std::string& what) {
    const std::size_t blank = what.find(' ');
    const std::string kind = what.substr(0, blank);
    const std::string rest = blank == std::string::npos ? std::string() : what.substr(blank + 1);
    const std::size_t equals = rest.find('=');
    if (kind == "option")
        e.context.options.emplace_back(rest.substr(0, equals), rest.substr(equals + 1));
    else if (kind == "word")
        e.context.words.emplace_back(rest.substr(0, equals), *position_from_name(rest.substr(equals + 1)));
    else if (kind == "list-id")
        e.own.list_id = rest;
    else if (kind == "answered")
        e.context.answered += with_line_ends(rest) + "\n";
    else if (kind == "naming")
        e.context.naming_chooses = true;
    else if (kind == "opens")
        e.context.opens_proposal = true;
    else
        ADD_FAILURE() << "given: " << what;
}

Expected expected_beside(const fs::path& mail) {
    Expected e;
    fs::path beside = mail;
    std::istringstream lines(read_file(beside.replace_extension(".expected")));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t colon = line.find(':');
        const std::string value = line.size() > colon + 2 ? line.substr(colon + 2) : std::string();
        if (line.starts_with("given:"))
            give(e, value);
        else if (value == "none")
            e.values[line.substr(0, colon)];
        else
            e.values[line.substr(0, colon)].push_back(value);
    }
    return e;
}

class MailFolder : public testing::TestWithParam<std::string> {};

TEST_P(MailFolder, IsReadAsExpected) {
    const fs::path path = folder() / (GetParam() + ".eml");
    const Expected expected = expected_beside(path);
    ASSERT_FALSE(expected.values.empty()) << "nothing is expected of " << path;
    const Message m = read_message(read_file(path), {}, expected.own);
    Values found = all_of(m, interpret(m, expected.context));
    for (const auto& [key, values] : expected.values) EXPECT_EQ(found[key], values) << key;
}

// Reading again is left out where it would say the same: whatever text was answered, and however much of it came
// back.
TEST_P(MailFolder, IsReadOnceWhereTheAnsweredTextCannotMatter) {
    const fs::path path = folder() / (GetParam() + ".eml");
    const Message m = read_message(read_file(path), {}, expected_beside(path).own);
    const Interpretation read = interpret(m);
    if (read.readings.empty()) return;  // that stays nothing, however much of it was copied
    const std::string& own = read.own.new_text;
    for (const std::string& answered :
         {std::string(), std::string("Shall we paint the room?"), own, own.substr(0, own.find('\n')),
          own.substr(own.rfind('\n') + 1), m.text, read.own.quoted_text}) {
        ReadingContext context;
        context.answered = answered;
        if (depends_on(context, read)) continue;
        EXPECT_EQ(all_of(m, read), all_of(m, interpret(m, read.own, context))) << answered;
    }
}

std::vector<std::string> mails() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder()))
        if (entry.path().extension() == ".eml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string s = info.param;
    for (char& c : s)
        if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
    return s;
}

INSTANTIATE_TEST_SUITE_P(Mails, MailFolder, testing::ValuesIn(mails()), test_name);

TEST(MailFolder, EveryMailHasItsExpectedReadingAndIsListedInTheTable) {
    const std::string table = read_file(folder() / "README.md");
    ASSERT_FALSE(mails().empty());
    for (const std::string& mail : mails()) {
        EXPECT_TRUE(fs::exists(folder() / (mail + ".expected"))) << mail;
        EXPECT_NE(table.find(mail.substr(0, 4)), std::string::npos) << mail << " is not in README.md";
    }
}

}  // namespace
}  // namespace assentd
