// SPDX-License-Identifier: Apache-2.0
#include "decision/decision.h"

#include <algorithm>

#include "decision/names.h"
#include "decision/plain_name.h"
#include "decision/text.h"

namespace assentd {

namespace {
constexpr Names<State, 3> states{{{State::draft, "draft"}, {State::open, "open"}, {State::closed, "closed"}}};
constexpr Names<ConcernState, 4> concern_states{{{ConcernState::open, "open"},
                                                 {ConcernState::settled, "settled"},
                                                 {ConcernState::overruled, "overruled"},
                                                 {ConcernState::lapsed, "lapsed"}}};

bool has_address(const std::vector<std::string>& addresses, std::string_view wanted) {
    return std::any_of(addresses.begin(), addresses.end(),
                       [&](const std::string& a) { return same_ignoring_case(a, wanted); });
}

}  // namespace

std::string_view name(State s) {
    return name_in(states, s);
}
std::string_view name(ConcernState s) {
    return name_in(concern_states, s);
}

bool is_older(const Source& a, const Source& b) {
    if (a.arrival != b.arrival) return a.arrival < b.arrival;
    const auto places = by_numbers(a.place, b.place);
    return places != 0 ? places < 0 : a.sha256 < b.sha256;
}

bool is_history(const Seat& seat, const Source& source) {
    return (seat.stance && is_older(source, seat.stance->source)) ||
           (seat.withdrawn && is_older(source, *seat.withdrawn));
}

int revision_at(const Decision& d, const Source& source) {
    return 1 + static_cast<int>(std::count_if(d.amendments.begin(), d.amendments.end(),
                                              [&](const Amendment& a) { return is_older(a.source, source); }));
}

std::string id(const Decision& d) {
    return d.number > 0 ? "D-" + std::to_string(d.number) : "draft";
}

std::string to_string(const HeadValue& head) {
    return head.key + ": " + (head.items.empty() ? head.value : listed(head.items));
}

std::string whole_draft(const Decision& d) {
    std::string text = d.text().title + "\n\n";
    std::string head;
    for (const auto& line : d.draft_head)
        if (line.key != "Policy") head += to_string(line) + '\n';
    return text + head + (head.empty() ? "" : "\n") + d.text().body;
}

std::optional<ParticipantIndex> find_participant(const Decision& d, std::string_view address) {
    const std::string wanted = lower_case(address);  // as those on file are: whole rosters are looked through
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto& known = d.seats[i].participant.addresses;
        if (std::find(known.begin(), known.end(), wanted) != known.end()) return static_cast<ParticipantIndex>(i);
    }
    return std::nullopt;
}

bool is_proposer(const Decision& d, std::string_view address) {
    return !address.empty() && has_address(d.proposer.addresses, address);
}

bool is_decider(const Decision& d, std::string_view address) {
    return d.decider && has_address(d.decider->addresses, address);
}

bool is_facilitator(const Decision& d, std::string_view address) {
    return std::any_of(d.facilitators.begin(), d.facilitators.end(),
                       [&](const Person& p) { return has_address(p.addresses, address); });
}

namespace {

std::string plain_concern_name(std::string_view concern_name) {
    std::string plain = plain_name(concern_name);
    std::erase_if(plain, [](char c) { return c == '.' || c == '\''; });
    return plain;
}

const Concern* find_open(const Decision& d, std::optional<ParticipantIndex> by, std::string_view concern_name) {
    const std::string wanted = plain_concern_name(concern_name);
    const Concern* found = nullptr;
    bool several = false;
    for (const auto& c : d.concerns) {
        if (c.state != ConcernState::open || (by && c.by != *by)) continue;
        if (same_ignoring_case(c.name, concern_name)) return &c;
        if (plain_concern_name(c.name) != wanted) continue;
        several = found != nullptr;
        found = &c;
    }
    return several ? nullptr : found;
}

}  // namespace

const Concern* find_open_concern(const Decision& d, std::string_view concern_name) {
    return find_open(d, std::nullopt, concern_name);
}

const Concern* find_open_concern(const Decision& d, ParticipantIndex by, std::string_view concern_name) {
    return find_open(d, by, concern_name);
}

bool is_same_concern_name(std::string_view a, std::string_view b) {
    return plain_concern_name(a) == plain_concern_name(b);
}

}  // namespace assentd
