// SPDX-License-Identifier: Apache-2.0
#include "tests/soak/town.h"

#include <algorithm>
#include <array>

#include "daemon/trouble.h"

namespace assentd::soak {

namespace {

using std::chrono::hours;
using std::chrono::seconds;

std::string field(const std::string& mail, const std::string& name) {
    const auto at = mail.find('\n' + name + ": ");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 3;
    return mail.substr(from, mail.find_first_of("\r\n", from) - from);
}

}  // namespace

// ---- the inbox -------------------------------------------------------------------------------------

void FaultyInbox::fail(const char* what) {
    ++troubles;
    throw Trouble(Trouble::Scope::server, Trouble::Retry::later, what);
}

void FaultyInbox::add(std::string raw, Instant arrival) {
    const std::uint32_t uid = next_uid_++;
    const auto size = raw.size();
    present_[uid] = {"INBOX", uid_validity_, std::to_string(uid), arrival, std::move(raw), size, false};
}

std::vector<Fetched> FaultyInbox::fetch_batch(const Cursor& cursor) {
    if (!healed_ && chance_.one_in(30)) fail("the line is dead");
    if (!healed_ && chance_.one_in(200)) throw Killed();
    if (!healed_ && chance_.one_in(300)) {
        ++uid_validity_;
        ++troubles;
    }
    // As the real inboxes do: what was handled and could not be put away is put away now.
    if (cursor.uid_validity == uid_validity_)
        std::erase_if(present_, [&](const auto& entry) { return entry.first <= cursor.last_uid; });
    std::vector<Fetched> batch;
    for (auto& [uid, mail] : present_) {
        mail.uid_validity = uid_validity_;
        batch.push_back(mail);
        if (batch.size() == 40) break;
    }
    return batch;
}

void FaultyInbox::mark_handled(const std::vector<Fetched>& batch) {
    if (!healed_ && chance_.one_in(40)) fail("the line was cut before the mails were moved");
    if (!healed_ && chance_.one_in(200)) throw Killed();
    for (const auto& mail : batch) present_.erase(static_cast<std::uint32_t>(std::stoul(mail.uid)));
}

// ---- the outlet ------------------------------------------------------------------------------------

void FaultyOutlet::take(const OutgoingMail& mail, const std::string& id) {
    ++delivered_.times[id];
    delivered_.answered.insert(field(mail.bytes, "In-Reply-To"));
    if (field(mail.bytes, "X-Assentd-Notice") != "invitation") return;
    const auto reply_to = field(mail.bytes, "Reply-To");
    const auto title = field(mail.bytes, "Subject");
    delivered_.reply_to[title.substr(title.find("] ") + 2) + '|' + mail.recipient] =
        reply_to.substr(reply_to.find('<') + 1, reply_to.find('>') - reply_to.find('<') - 1);
}

DeliveryResult FaultyOutlet::send(const OutgoingMail& mail) {
    const auto id = field(mail.bytes, "Message-ID");
    const int fault = healed_ ? 1000 : chance_.below(1000);
    if (fault < 70) ++delivered_.troubles;
    if (fault < 30) return {Delivery::deferred, 451, "451 later"};
    if (fault < 50) return {Delivery::trouble, 0, "no route"};
    if (fault < 52) {
        ++delivered_.refused;
        delivered_.answered.insert(field(mail.bytes, "In-Reply-To"));
        return {Delivery::refused, 550, "550 no such person"};
    }
    if (fault < 64) {
        ++delivered_.excused[id];
        if (chance_.one_in(2)) take(mail, id);
        return {Delivery::unknown, 0, "the answer was lost"};
    }
    if (fault < 68) {
        ++delivered_.excused[id];
        if (chance_.one_in(2)) take(mail, id);
        throw Killed();
    }
    take(mail, id);
    return {Delivery::sent, 250, "250 taken"};
}

// ---- people ----------------------------------------------------------------------------------------

Town::Town(const Scale& scale, Chance& chance, Instant start) : scale_(scale), chance_(chance) {
    const int answers = scale.mails / scale.decisions;
    for (int decision = 0; decision < scale.decisions; ++decision) {
        const Instant opens = start + seconds(chance.below(std::max(1, scale.days - 4) * 86'400));
        plan_.emplace(opens, Planned{opens, decision, true});
        for (int i = 1; i < answers; ++i) {
            const Instant at = opens + hours(1) + seconds(chance.below(52 * 3600));  // some are late
            plan_.emplace(at, Planned{at, decision, false});
        }
    }
}

std::string Town::configuration() const {
    std::string text = R"(
[daemon]
state_dir = "state"
[inbox]
url = "maildir:in"
[outlet]
url = "maildir:out"
[mail]
address = "decisions@example.org"
trusted_authserv_id = ["mx.example.org"]
[calendar]
working_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
[limits]
answers_per_day = 10000
)";
    for (int n = 0; n < scale_.people; ++n)
        text += "[[person]]\nname = \"Person " + std::to_string(n) + "\"\naddresses = [\"" + person(n) + "\"]\n";
    for (int group = 0; group < scale_.people / group_size; ++group) {
        text += "[policy.g" + std::to_string(group) + "]\npreset = \"majority\"\nperiod = \"48 hours\"\nvoters = [";
        for (int i = 0; i < group_size; ++i) text += (i ? ", \"" : "\"") + person(group * group_size + i) + '"';
        text += "]\n";
    }
    return text;
}

void Town::write_mails(Instant now, FaultyInbox& inbox, const Delivered& delivered) {
    while (!plan_.empty() && plan_.begin()->first < now) {
        Planned planned = plan_.begin()->second;
        plan_.erase(plan_.begin());
        if (planned.proposal) {
            propose(planned, inbox);
        } else if (!answer(planned, inbox, delivered)) {
            planned.at = now + seconds(chance_.below(3600));
            plan_.emplace(planned.at, planned);
        }
    }
}

void Town::propose(const Planned& planned, FaultyInbox& inbox) {
    const int group = group_of(planned.decision);
    const auto id = "<m" + std::to_string(++written) + "@example.org>";
    inbox.add("From: " + person(group * group_size + chance_.below(group_size)) +
                  "\nTo: decisions@example.org\nSubject: Matter " + std::to_string(planned.decision) +
                  "\nMessage-ID: " + id +
                  "\nAuthentication-Results: mx.example.org; dmarc=pass header.from=example.org\n\nPolicy: g" +
                  std::to_string(group) + "\n\nLet us do it.\n",
              planned.at);
    awaits_answer.insert(id);
    thread_[planned.decision] = id;
}

bool Town::answer(const Planned& planned, FaultyInbox& inbox, const Delivered& delivered) {
    static constexpr std::array<std::pair<const char*, Position>, 6> votes{{{"+1", Position::agree},
                                                                            {"-1", Position::disagree},
                                                                            {"0", Position::abstain},
                                                                            {"yes", Position::agree},
                                                                            {"Vote: no", Position::disagree},
                                                                            {"I abstain.", Position::abstain}}};
    const auto who = person(group_of(planned.decision) * group_size + chance_.below(group_size));
    const auto title = "Matter " + std::to_string(planned.decision);
    const auto invited = delivered.reply_to.find(title + '|' + who);
    if (invited == delivered.reply_to.end() && !chance_.one_in(4)) return false;

    const int kind = chance_.below(100);
    if (kind < 5 && !some_written_.empty()) {
        inbox.add("Received: by list.example.org\n" +
                      some_written_[static_cast<std::size_t>(chance_.below(static_cast<int>(some_written_.size())))],
                  planned.at);
        ++written;
        return true;
    }
    const auto id = "<m" + std::to_string(++written) + "@example.org>";
    if (kind < 10) {
        inbox.add(hostile(), planned.at);
        ++hostile_mails;
        return true;
    }
    // A vote that somebody else writes in their name.
    const bool forged = kind >= 36 && chance_.one_in(20);
    const bool proven = invited != delivered.reply_to.end() && kind >= 15 && !forged;
    const auto mail = [&](const std::string& text, const std::string& header = {}) {
        auto raw = "From: " + (kind < 12 ? "stranger" + std::to_string(written) + "@example.net" : who) +
                   "\nTo: " + (proven ? invited->second : "decisions@example.org") + "\nSubject: Re: " + title +
                   "\nMessage-ID: " + id + "\nIn-Reply-To: " + thread_[planned.decision] + '\n' + header + '\n' +
                   text + '\n';
        if (chance_.one_in(50)) some_written_.push_back(raw);
        inbox.add(std::move(raw), planned.at);
    };
    if (kind < 20) {
        mail("I am away until Monday.", "Auto-Submitted: auto-replied\n");
    } else if (kind < 30) {
        mail("How much does it cost, and who does it?");
    } else if (kind < 36) {
        mail("+1 if it is cheap");
        awaits_answer.insert(id);
    } else {
        const auto& [word, position] = votes[static_cast<std::size_t>(chance_.below(6))];
        mail(std::string(word) +
             "\n\nOn Mon, 30 Nov 2026 at 10:00, Decisions <decisions@example.org> wrote:\n> -1 no\n");
        if (!proven) ++forged_votes;
        if (proven) ballots[title][who].push_back({planned.at, position});
        if (proven) awaits_answer.insert(id);
    }
    return true;
}

std::string Town::hostile() {
    switch (chance_.below(4)) {
        case 0: {
            std::string noise;
            for (int i = chance_.below(4000); i >= 0; --i) noise += static_cast<char>(chance_.below(256));
            return noise;
        }
        case 1: {
            std::string nested = "From: p1@example.org\nSubject: x\nMIME-Version: 1.0\n";
            for (int i = 0; i < 200; ++i)
                nested += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" +
                          std::to_string(i) + '\n';
            return nested;
        }
        case 2:
            return "From: p1@example.org\nFrom: p2@example.org\nTo: undisclosed-recipients:\nSubject: two\n\n+1\n";
        default:
            return "From: p1@example.org" + std::string(1, '\0') +
                   "\nSubject: =?utf-8?b?////?=\nContent-Type: text/plain; charset=nonsense\n\n\xff\xfe+1\n";
    }
}

}  // namespace assentd::soak
