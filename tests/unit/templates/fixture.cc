// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/templates/fixture.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "decision/choice.h"
#include "decision/text.h"

namespace assentd::testing {

namespace {

// Berlin in winter: enough for a test, and visibly not UTC.
std::string berlin(Instant instant) {
    std::string text = utc_text(instant + std::chrono::hours(1));
    return text.substr(0, text.size() - 3) + "CET";
}

Participant participant(const std::string& name, const std::string& address, bool binding) {
    return {name, address, {address}, binding, {}};
}

int hex(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c - 'A' + 10;
}

std::string from_base64(std::string_view text) {
    std::string out;
    std::uint32_t bits = 0;
    int have = 0;
    for (const char c : text) {
        const auto digit =
            std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").find(c);
        if (digit == std::string_view::npos) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        have += 6;
        if (have < 8) continue;
        have -= 8;
        out += static_cast<char>(static_cast<unsigned char>(bits >> have & 255u));
    }
    return out;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

Instant at(int day, int hour, int minute) {
    using namespace std::chrono;
    return sys_days{year{2026} / 12 / day} + hours{hour} + minutes{minute};
}

Policy consent_policy() {
    Policy p;
    p.quorum = {1, 2, false};
    return p;
}

Policy majority_policy() {
    Policy p;
    p.name = p.preset = "majority";
    p.method = Method::majority;
    p.quorum = {1, 2, false};
    p.on_disagree = OnDisagree::count;
    p.silence = Silence::nothing;
    p.veto_needs_reason = false;
    return p;
}

Decision open_decision(const Policy& policy, std::int64_t number) {
    Opened o;
    o.number = number;
    o.proposer = {"Ana Example", "ana@example.org", {"ana@example.org"}};
    o.facilitators = {{"Flo Helper", "flo@example.org", {"flo@example.org"}}};
    o.policy = policy;
    o.roster = {
        participant("Ben Sample", "ben@example.org", true), participant("Cem Muster", "cem@example.org", true),
        participant("Dora Müller", "dora@example.org", true), participant("Eve Advice", "eve@example.net", false)};
    o.text = {
        "A second backup site",
        "Context:\nOur backups live in one building.\n\nProposal:\nRent two servers at another place from January "
        "on, for at most 90 a month, and copy every night.\n\nAlternatives:\n- tapes in a safe\n- nothing"};
    o.at = at(1, 9);
    o.closes_at = at(4, 16);
    o.source = {"<proposal@example.org>", "aa", at(1, 8, 59)};
    o.thread_message_id = o.source.message_id;
    Decision d;
    happen(d, o);
    return d;
}

Policy choice_policy(Method method) {
    Policy p = majority_policy();
    p.name = p.preset = std::string(name(method));
    p.method = method;
    return p;
}

Decision choice_decision(const Policy& policy) {
    Decision d = open_decision(policy);
    d.revisions = {{"Where do we meet?", "Context:\nWe meet once a year.\n\nProposal:\nWe choose a town."}};
    d.options = {"Athens", "Berlin", "Cork"};
    if (!policy.choice.default_option.empty()) d.options.push_back(policy.choice.default_option);
    return d;
}

void ballot(Decision& d, ParticipantIndex i, const OptionBallot& over, const std::string& reason) {
    const Source source{"<vote" + std::to_string(i) + "@example.org>", "b" + std::to_string(i), at(2, 9)};
    happen(d, VoteRecorded{i, Position::ballot, {}, ballot_text(over), reason, {}, 1, Trust::token, source, over});
}

Closed closing_of(const Decision& d, Outcome outcome) {
    Closed c;
    c.outcome = outcome;
    c.chosen = chosen_now(d);
    c.at = at(4, 16);
    c.arithmetic = arithmetic(d);
    return c;
}

void amend(Decision& d, Instant when) {
    Text text = d.text();
    text.body =
        "Context:\nOur backups live in one building.\n\nProposal:\nRent two servers at another place from January "
        "on, for at most 120 a month, and copy every night.\n\nAlternatives:\n- tapes in a safe\n- a second disk\n"
        "- nothing";
    happen(d, Amended{text, d.proposer, d.closes_at, {}, {"<amend@example.org>", "am", when}});
}

Decision draft_decision() {
    Drafted draft;
    draft.proposer = {"Ana Example", "ana@example.org", {"ana@example.org"}};
    draft.text = {"A second backup site", "Rent two servers."};
    draft.problems = {
        {"Deadline: last Friday", "That is in the past: Fri 27 Nov 2026.", "For example: Deadline: Friday 17:00"},
        {"Deadine: Friday", "There is no “Deadine”.", "Did you mean: Deadline: Friday"}};
    draft.source = {"<proposal@example.org>", "aa", at(1, 8, 59)};
    Decision d;
    happen(d, draft);
    return d;
}

void happen(Decision& d, const Event& e) {
    apply(d, e);
}

void vote(Decision& d, ParticipantIndex i, Position position, const std::string& strength, const std::string& reason,
          Instant when) {
    const bool objects = d.policy.on_disagree == OnDisagree::block && position == Position::disagree;
    const Source source{"<vote" + std::to_string(i) + "@example.org>", "b" + std::to_string(i), when};
    const std::string concern = objects ? "cost" : "";
    if (objects) happen(d, ConcernRaised{concern, i, reason, source});
    happen(d, VoteRecorded{i, position, strength, strength, reason, concern, d.revision(), Trust::token, source, {}});
}

const Templates& built_in() {
    static const auto loaded = Templates::load("");
    return std::get<Templates>(loaded);
}

Letterhead letterhead() {
    return {"decisions@example.org", "Decisions", "decisions.example.org"};
}

Reader reader_of(const Decision& d, ParticipantIndex i) {
    const auto& p = d.seats.at(i).participant;
    return {p.name, p.address, "en", berlin, "decisions+d42.k3v9@example.org"};
}

Reader stranger() {
    return {"Zoe Unknown", "zoe@example.com", "en", berlin, ""};
}

Envelope envelope() {
    return {"<d42.invitation.7@example.org>",
            "decisions+b7@example.org",
            "<proposal@example.org>",
            {"<proposal@example.org>"},
            at(2, 10)};
}

Notice notice(NoticeKind kind, std::optional<ParticipantIndex> participant) {
    Notice n;
    n.kind = kind;
    n.participant = participant;
    return n;
}

FinishedMail mail_about(const Decision& d, const Notice& n, Instant now) {
    Reader reader = n.participant ? reader_of(d, *n.participant) : Reader{};
    if (!n.participant) reader = {d.proposer.name, d.proposer.address, "en", berlin, "decisions+d42.a1@example.org"};
    return render(built_in(), letterhead(), reader, envelope(), {{&d, n, reader.reply_to}}, now);
}

std::vector<HeaderField> header_of(const std::string& bytes) {
    std::vector<HeaderField> fields;
    for (const auto& line : lines_of(bytes.substr(0, bytes.find("\n\n")))) {
        if (!line.empty() && line[0] == ' ' && !fields.empty()) {
            fields.back().value += line;
            continue;
        }
        const auto colon = line.find(": ");
        if (colon == std::string::npos) {
            ADD_FAILURE() << "no header field: " << line;
            continue;
        }
        fields.push_back({line.substr(0, colon), line.substr(colon + 2)});
    }
    return fields;
}

std::string field(const std::string& bytes, std::string_view name) {
    for (const auto& f : header_of(bytes))
        if (same_ignoring_case(f.name, name)) return decoded_words(f.value);
    return {};
}

std::string body_of(const std::string& bytes) {
    const std::string body = bytes.substr(bytes.find("\n\n") + 2);
    if (field(bytes, "Content-Transfer-Encoding") == "7bit") return body;
    std::string out;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i] != '=') {
            out += body[i];
        } else if (body[i + 1] == '\n') {
            ++i;
        } else {
            out += static_cast<char>(hex(body[i + 1]) * 16 + hex(body[i + 2]));
            i += 2;
        }
    }
    return out;
}

std::string unflowed(const std::string& body) {
    std::string out;
    bool joins = false;
    for (const auto& line : lines_of(body)) {
        const auto depth = line.find_first_not_of('>');
        std::string prefix = depth == std::string::npos ? line : line.substr(0, depth);
        std::string text = depth == std::string::npos ? "" : line.substr(depth);
        if (!text.empty() && text[0] == ' ') text.erase(0, 1);
        const bool soft = !text.empty() && text.back() == ' ';
        if (soft) text.pop_back();
        if (!joins) out += prefix.empty() ? "" : prefix + ' ';
        out += text;
        if (!soft) out += '\n';
        joins = soft;
    }
    return out;
}

std::string decoded_words(std::string_view value) {
    std::string out;
    bool after_word = false;
    while (!value.empty()) {
        const auto start = value.find("=?UTF-8?B?");
        const auto end = start == std::string_view::npos ? start : value.find("?=", start + 10);
        if (end == std::string_view::npos) break;
        const auto between = value.substr(0, start);
        if (!after_word || between.find_first_not_of(' ') != std::string_view::npos) out += between;
        out += from_base64(value.substr(start + 10, end - start - 10));
        value.remove_prefix(end + 2);
        after_word = true;
    }
    return out + std::string(value);
}

void expect_golden(const std::string& name, const std::string& bytes) {
    const std::string path = "tests/golden/" + name + (bytes[0] == '#' ? ".md" : ".eml");
    const char* wish = std::getenv("ASSENTD_GOLDEN");
    if (wish != nullptr && std::string_view(wish) == "rewrite") {
        std::ofstream(path, std::ios::binary) << bytes;
        return;
    }
    std::ifstream in(path, std::ios::binary);
    std::ostringstream expected;
    expected << in.rdbuf();
    EXPECT_EQ(expected.str(), bytes) << path << " differs; ASSENTD_GOLDEN=rewrite writes it anew";
}

void expect_golden(const std::string& name, const FinishedMail& mail) {
    expect_golden(name, mail.bytes);
}

}  // namespace assentd::testing
