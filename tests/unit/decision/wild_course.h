// SPDX-License-Identifier: Apache-2.0
// Courses of decisions that use every command there is, in any order, well meant or not: drawn from a seed, so that
// they can be played again. Every word that somebody writes carries a marker of its writer ("~3~"), so that a leak
// can be searched for.
#pragma once

#include <functional>
#include <random>

#include "tests/unit/decision/choices.h"

namespace assentd::test {

class Chance {
  public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
    bool coin() { return below(2) == 0; }
    bool one_in(int n) { return below(n) == 0; }
    std::mt19937& engine() { return engine_; }

  private:
    std::mt19937 engine_;
};

inline std::string marker(std::size_t person) {
    return '~' + std::to_string(person) + '~';
}

class WildCourse {
  public:
    // `after`: called after every command that was stepped.
    using After = std::function<void(Room&)>;
    static constexpr int people = 5;

    explicit WildCourse(unsigned seed, std::optional<Visibility> visibility = {}) : chance_(seed) {
        policy_ = some_policy();
        if (visibility) policy_.visibility = *visibility;
        for (int i = 0; i < people; ++i) names_.push_back('A' + std::to_string(i));
    }

    Room play(const After& after = {}, int commands = 70) {
        Room room(policy_, names_);
        if (is_choice(policy_.method) || policy_.method == Method::advice)
            room.opening.options = {"Athens", "Berlin", "Cork", "Delft"};
        if (!chance_.one_in(3)) room.opening.decider = human(chance_.coin() ? "Dana" : "A1");
        if (!chance_.one_in(4)) room.opening.review_at = hour(40);
        if (chance_.one_in(3)) room.opening.roster[1].weight_millionths = 1'500'000;
        if (chance_.one_in(3)) room.opening.roster[2].binding = false;
        if (chance_.one_in(4)) room.opening.proposer = human("A0");
        for (auto& p : room.opening.roster) p.reminders = {hour(30), hour(60), hour(90)};
        const auto done = [&] {
            if (after) after(room);
        };
        if (chance_.coin()) {
            room.now(hour(0), Draft{some_draft()});
            done();
            room.now(hour(0), Second{human("A0"), room.next_source(hour(0)), "seconded"});
            done();
        }
        room.open();
        done();
        std::int64_t h = 0;
        for (int i = 0; i < commands; ++i, h += chance_.below(6)) {
            room.now(hour(h), some_command(room, h));
            done();
            if (!chance_.one_in(3)) continue;
            room.tick(h);
            done();
        }
        return room;
    }

  private:
    Policy some_policy() {
        Policy p;
        p.method = static_cast<Method>(chance_.below(12));
        p.on_disagree = chance_.coin() ? OnDisagree::block : OnDisagree::count;
        p.silence = chance_.coin() ? Silence::agree : Silence::nothing;
        p.base = static_cast<Base>(chance_.below(3));
        p.threshold = chance_.coin() ? Threshold{} : Threshold{2, 3, false};
        p.quorum = {chance_.below(4), 0, false};
        p.min_agree = chance_.below(2);
        p.early_close = chance_.coin();
        p.min_period = std::chrono::hours(10 * chance_.below(3));
        p.carry_votes = static_cast<CarryVotes>(chance_.below(3));
        p.visibility = static_cast<Visibility>(chance_.below(3));
        p.comments_from = chance_.coin() ? CommentsFrom::everyone : CommentsFrom::participants;
        p.close_by_proposer = chance_.coin();
        if (chance_.coin()) p.final_period = std::chrono::hours(12);
        if (chance_.coin()) p.extend_if_not_reached = std::chrono::hours(24);
        if (chance_.one_in(3)) p.agree_all_but = chance_.below(3);
        p.settle_repeat = std::chrono::hours(8);
        p.settle_asks = chance_.below(4);
        p.choice.ties = {chance_.coin() ? TieRule::ask : TieRule::backward};
        if (p.method == Method::debian_a6 || chance_.one_in(4)) p.choice.default_option = "Delft";
        if (p.method == Method::stv || p.method == Method::approval) p.choice.seats = 1 + chance_.below(3);
        if (p.method == Method::approval) p.choice.max_approvals = chance_.below(4);
        return p;
    }

    Drafted some_draft() {
        Drafted d;
        d.proposer = human("Pat");
        d.text = {"A new printer", "We buy one."};
        d.seconds_needed = chance_.below(3);
        d.may_second = {human("A0"), human("A1")};
        d.awaits_confirmation = chance_.coin();
        return d;
    }

    OptionBallot some_ballot() {
        OptionBallot b;
        const int wrong = chance_.below(12);
        std::vector<OptionIndex> options{0, 1, 2, 3};
        std::shuffle(options.begin(), options.end(), chance_.engine());
        options.resize(static_cast<std::size_t>(chance_.below(5)));
        if (wrong == 0) options.push_back(chance_.coin() ? 0 : 77);
        const bool other = wrong == 1;
        for (const OptionIndex o : options)
            if ((policy_.method == Method::approval) != other)
                b.approved.push_back(o);
            else if ((policy_.method == Method::score) != other)
                b.scores.emplace_back(o, chance_.below(7) - 1);
            else if (!b.places.empty() && chance_.one_in(6))
                b.places.back().push_back(o);
            else
                b.places.push_back({o});
        return b;
    }

    std::string concern_name() {
        static const char* const names[] = {"cost", "noise", "a1", ""};
        return names[chance_.below(4)];
    }

    Instant some_time(std::int64_t h) { return hour(h + chance_.below(60) - 10); }

    Act some_act(std::int64_t h, const std::string& mine) {
        static const char* const choices[] = {"yes", "no", "A", "Berlin", "A, B", "B and C", "what"};
        const std::string words = chance_.one_in(3) ? std::string() : "words " + mine;
        const std::string line = "line " + mine;
        switch (chance_.below(30)) {
            case 0:
                return RaiseConcern{concern_name(), words, line};
            case 1:
                return SettleConcern{concern_name(), line};
            case 2:
                return OverruleConcern{concern_name(), words, line};
            case 3:
                return AnswerConcern{concern_name(), words, line};
            case 4:
                return UpholdConcern{concern_name(), words, line};
            case 5:
                return WithdrawAct{chance_.one_in(12) ? WithdrawAct::Object::proposal : WithdrawAct::Object::vote,
                                   words, line};
            case 6:
                return AmendAct{"We buy " + std::to_string(chance_.below(9)), some_time(h), {}, line};
            case 7:
                return HoldAct{some_time(h), {}, words, line};
            case 8:
                return ReleaseAct{line};
            case 9:
                return DelegateAct{address(names_[static_cast<std::size_t>(chance_.below(people))]),
                                   chance_.coin() ? std::optional(some_time(h)) : std::nullopt, line};
            case 10:
                return UndelegateAct{line};
            case 11:
                return ExtendAct{some_time(h + 40), {}, words, line};
            case 12:
                return chance_.one_in(4) ? Act(CloseAct{words, line}) : Act(ConfirmStance{line});
            case 13:
                return DecideAct{choices[chance_.below(7)], words, line};
            case 14:
                return StatementAct{words, line};
            case 15:
                return ReviewAct{static_cast<Review>(chance_.below(3)), words, line};
            case 16:
                return PreferenceKept{"Kept.", line, "away", "x"};
            case 17:
                return AskStatus{};
            case 18:
                return AskHelp{};
            case 19:
                return UnclearVote{line, "Which?"};
            case 20:
                return BadCommand{{line, "Unknown.", "help"}};
            case 21:
            case 22:
            case 23:
            case 24:
            case 25:
                return CastBallot{some_ballot(), line, words};
            default: {
                auto v = vote(static_cast<Position>(chance_.below(5)), words);
                v.line = line;
                return v;
            }
        }
    }

    // What those in charge may do: worth more tries than chance gives it.
    Act act_of_office(const Room& room) {
        const std::string words = "words ~x~";
        if (room.d.review_asked_at) return ReviewAct{static_cast<Review>(chance_.below(3)), words, "line ~x~"};
        if (room.d.state == State::closed) {
            const auto& chosen = room.d.closing->chosen;
            return DecideAct{chosen.empty() || chance_.one_in(4) ? "yes" : chosen.front(), words, "line ~x~"};
        }
        const std::string open = room.d.concerns.empty() ? "cost" : room.d.concerns.back().name;
        return chance_.coin() ? Act(OverruleConcern{open, words, "line ~x~"})
                              : Act(AnswerConcern{open, words, "line ~x~"});
    }

    AnswerMail some_mail(Room& room, std::int64_t h) {
        static const char* const others[] = {"Dana", "Fay", "Pat", "Zoe"};
        const auto person = static_cast<std::size_t>(chance_.below(people));
        const bool other = chance_.one_in(4);
        const std::string mine = other ? "~x~" : marker(person);
        std::vector<Act> acts;
        for (int n = chance_.below(3); n >= 0; --n) acts.push_back(some_act(h, mine));
        if (chance_.one_in(other ? 2 : 8)) acts.push_back(act_of_office(room));
        if (room.d.final_period_at && chance_.one_in(4))
            acts.push_back(RaiseConcern{concern_name(), "words " + mine, "line " + mine});
        auto m =
            room.mail(other ? others[chance_.below(4)] : names_[person], hour(h - (h > 2 ? chance_.below(3) : 0)),
                      std::move(acts), chance_.one_in(8) ? Trust::none : Trust::token);
        m.new_text = "text " + mine;
        if (chance_.one_in(3)) m.comments = {{"comment " + mine, ""}};
        if (chance_.one_in(6)) m.attachments = {{"plan " + mine, "text/plain", 3, "abc"}};
        return m;
    }

    Command some_command(Room& room, std::int64_t h) {
        const auto seat = [&] { return static_cast<ParticipantIndex>(chance_.below(people + 1)); };
        switch (chance_.below(26)) {
            case 0:
                return Draft{some_draft()};
            case 1:
                return Second{human("A0"), room.next_source(hour(h)), "seconded"};
            case 2:
                return Open{room.opening};
            case 3: {
                const std::string who = address(names_[static_cast<std::size_t>(chance_.below(people))]);
                if (chance_.one_in(3)) return GotThrough{who, hour(h)};
                return Bounce{who, chance_.one_in(4), "5.1.1", {}};
            }
            case 4:
                return Absence{seat(), hour(h), some_time(h), room.next_source(hour(h))};
            case 5:
                return StandingDelegation{seat(), seat(), some_time(h), room.next_source(hour(h))};
            case 6:
                return EndDelegation{seat(), room.next_source(hour(h))};
            case 7:
                if (chance_.one_in(4)) return Supersede{"D-12", "Another"};
                return AddAddress{address(names_[static_cast<std::size_t>(chance_.below(people))]),
                                  "x" + std::to_string(chance_.below(9)) + "@home.example",
                                  room.next_source(hour(h))};
            case 8:
                return chance_.one_in(5) ? Command(AdminClose{"root", ""}) : Command(Tick{hour(h), chance_.coin()});
            case 9:
                return AdminExtend{"root", "", some_time(h + 60), {}};
            case 10:
                return chance_.one_in(5) ? Command(AdminWithdraw{"root", ""}) : Command(Tick{hour(h - 3), true});
            case 11:
                return AdminReopen{"root", "", some_time(h + 20), {}};
            case 12:
            case 13: {
                if (room.d.held.empty()) return Tick{hour(h), false};
                const auto held =
                    room.d.held[static_cast<std::size_t>(chance_.below(static_cast<int>(room.d.held.size())))];
                const auto p = find_participant(room.d, held.by.address);
                return Confirm{held.source.sha256,
                               chance_.coin(),
                               {some_act(h, p ? marker(*p) : "~x~")},
                               {},
                               room.next_source(hour(h))};
            }
            case 14:
            case 15:
            case 16:
                return Tick{hour(h), false, false, {}, {static_cast<ParticipantIndex>(h % 3)}};
            default:
                return some_mail(room, h);
        }
    }

    Chance chance_;
    Policy policy_;
    std::vector<std::string> names_;
};

}  // namespace assentd::test
