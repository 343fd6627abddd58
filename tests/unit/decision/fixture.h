// SPDX-License-Identifier: Apache-2.0
// Decisions told tersely: a room of people who mail each other at stated hours. Hour 0 is the opening, 100 the close.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "decision/standing.h"
#include "decision/step.h"
#include "decision/tally.h"
#include "decision/text.h"
#include "decision/view.h"

namespace assentd::test {

inline Instant hour(std::int64_t h) {
    return Instant(std::chrono::hours(480'000 + h));
}

inline std::string address(const std::string& name) {
    return lower_case(name.substr(0, name.find(' '))) + "@example.org";
}

inline Person human(const std::string& name) {
    return {name, address(name), {address(name)}};
}

inline Participant member(const std::string& name, bool binding = true) {
    return {name, address(name), {address(name)}, binding, {}};
}

inline Policy consent() {
    return {};
}

inline Policy majority(std::int64_t numerator = 1, std::int64_t denominator = 2, bool strict = true,
                       Base base = Base::cast) {
    Policy p;
    p.name = p.preset = "majority";
    p.method = Method::majority;
    p.threshold = {numerator, denominator, strict};
    p.base = base;
    p.on_disagree = OnDisagree::count;
    p.silence = Silence::nothing;
    return p;
}

inline Policy apache_code() {
    Policy p;
    p.silence = Silence::nothing;
    p.min_agree = 3;
    return p;
}

inline Policy apache_release() {
    Policy p = majority();
    p.min_agree = 3;
    return p;
}

inline CastVote vote(Position position, const std::string& reason = {}) {
    static const std::map<Position, std::string> lines{{Position::agree, "+1"},
                                                       {Position::abstain, "0"},
                                                       {Position::disagree, "-1"},
                                                       {Position::block, "block"},
                                                       {Position::recuse, "recuse"}};
    return {position, {}, lines.at(position), reason};
}
inline CastVote yes() {
    return vote(Position::agree);
}
inline CastVote no(const std::string& reason = "it costs too much") {
    return vote(Position::disagree, reason);
}

// A decision and everything that came of it so far.
struct Room {
    explicit Room(const Policy& policy, const std::vector<std::string>& names = {"Ana", "Bo", "Cy"}) {
        opening.number = 7;
        opening.proposer = human("Pat");
        opening.facilitators = {human("Fay")};
        opening.policy = policy;
        for (const auto& n : names) opening.roster.push_back(member(n));
        opening.text = {"A new printer", "We buy one."};
        opening.at = hour(0);
        opening.closes_at = hour(100);
        opening.source = {"<p@example.org>", "p", hour(0)};
        opening.thread_message_id = "<p@example.org>";
    }

    Room& open() { return now(hour(0), Open{opening}); }

    Room& now(Instant at, const Command& command) {
        Step s = step(d, command, at);
        notices = std::move(s.notices);
        events.insert(events.end(), s.events.begin(), s.events.end());
        last_events = std::move(s.events);
        return *this;
    }

    Source next_source(Instant at) {
        char text[32];
        std::snprintf(text, sizeof text, "%06d", ++mails);
        return {'<' + std::string(text) + "@example.org>", text, at};
    }

    AnswerMail mail(const std::string& name, Instant at, std::vector<Act> acts, Trust trust = Trust::token) {
        AnswerMail m;
        m.sender = {name, address(name), trust};
        m.acts = std::move(acts);
        m.new_text = trust == Trust::none ? "words that nothing proved" : "the words";  // no twins
        m.source = next_source(at);
        return m;
    }

    Room& says(const std::string& name, std::int64_t h, std::vector<Act> acts, Trust trust = Trust::token) {
        return now(hour(h), mail(name, hour(h), std::move(acts), trust));
    }

    Room& tick(std::int64_t h) { return tick(hour(h), hour(h)); }
    Room& tick(Instant at, Instant read_until, bool unreadable = false) {
        return now(at, Tick{read_until, unreadable});
    }

    const Seat& seat(const std::string& name) const { return d.seats.at(*find_participant(d, address(name))); }
    const Notice& reply() const { return notices.at(0); }
    std::size_t owed(NoticeKind kind) const {
        std::size_t n = 0;
        for (const auto& notice : notices) n += notice.kind == kind ? 1U : 0U;
        return n;
    }
    std::string said() const { return reply().recorded.empty() ? "" : reply().recorded.back().what; }
    Counts binding() const { return tally(d).binding; }
    std::string needed() const { return needs(d, hour(1)); }

    Opened opening;
    Decision d;
    std::vector<Event> events;
    std::vector<Event> last_events;
    std::vector<Notice> notices;  // of the last step
    int mails = 0;
};

// n people called A1, A2, … and so many votes of each kind, in that order; nobody else spoke.
inline Room voted(const Policy& policy, int n, int agree, int disagree = 0, int abstain = 0, int recuse = 0) {
    std::vector<std::string> names;
    for (int i = 1; i <= n; ++i) names.push_back('A' + std::to_string(i));
    Room room(policy, names);
    room.open();
    std::size_t next = 0;
    const auto cast = [&](int times, const CastVote& v) {
        for (int i = 0; i < times; ++i) room.says(names[next++], 1, {v});
    };
    cast(agree, yes());
    cast(disagree, no());
    cast(abstain, vote(Position::abstain));
    cast(recuse, vote(Position::recuse));
    return room;
}

}  // namespace assentd::test
