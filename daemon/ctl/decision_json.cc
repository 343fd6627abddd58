// SPDX-License-Identifier: Apache-2.0
#include "daemon/ctl/decision_json.h"

#include "config/when.h"
#include "decision/choice.h"
#include "decision/describe.h"
#include "decision/standing.h"
#include "decision/step.h"
#include "decision/tally.h"
#include "decision/view.h"
#include "decision/weights.h"
#include "templates/plain_text.h"

namespace assentd {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json instant_or_null(std::optional<Instant> t) {
    return t ? Json(instant_text(*t)) : Json(nullptr);
}

Json person_json(const Person& p) {
    return {{"name", p.name}, {"address", p.address}};
}

Json counts_json(const Counts& c) {
    Json j{{"agree", c.agree}, {"abstain", c.abstain}, {"disagree", c.disagree},
           {"block", c.block}, {"recuse", c.recuse},   {"silent", c.silent}};
    if (c.ballot > 0) j["ballot"] = c.ballot;
    return j;
}

Json ballot_json(const Decision& d, const OptionBallot& ballot) {
    Json j;
    const auto text = [&](OptionIndex o) { return d.options.at(static_cast<std::size_t>(o)); };
    if (is_ranked(d.policy.method)) {
        j["ranks"] = Json::object();
        for (std::size_t place = 0; place < ballot.places.size(); ++place)
            for (const OptionIndex o : ballot.places[place]) j["ranks"][text(o)] = place + 1;
    } else if (d.policy.method == Method::score) {
        j["scores"] = Json::object();
        for (const auto& [o, score] : ballot.scores) j["scores"][text(o)] = score;
    } else {
        j["approvals"] = texts_of(d, ballot.approved);
    }
    return j;
}

// What counts for somebody who said nothing themselves.
Json counted_as(const Decision& d, const ParticipantView& p) {
    if (!p.delegated) return nullptr;
    return p.delegated->position == Position::ballot ? ballot_json(d, p.delegated->ballot)
                                                     : Json(name(p.delegated->position));
}

Json participant_json(const Decision& d, const ParticipantView& p, bool sealed) {
    Json j{{"name", p.name}, {"address", p.address}, {"binding", p.binding}, {"reached", p.reached}};
    const auto seat = find_participant(d, p.address);
    if (seat) j["addresses"] = d.seats[*seat].participant.addresses;
    if (is_weighted(d)) j["weight"] = weight_text(p.weight_millionths);
    const bool spoke = p.stance != nullptr;
    j["position"] = spoke ? Json(name(p.stance->position)) : Json(nullptr);
    j["strength"] = spoke ? or_null(p.stance->strength) : Json(nullptr);
    j["stale"] = spoke ? Json(p.stance->stale) : Json(nullptr);
    if (spoke && p.stance->position == Position::ballot) j["ballot"] = ballot_json(d, p.stance->ballot);
    j["reason"] = spoke ? or_null(p.stance->reason) : Json(nullptr);
    j["at"] = spoke ? Json(instant_text(p.stance->source.arrival)) : Json(nullptr);
    j["message_id"] = spoke ? or_null(p.stance->source.message_id) : Json(nullptr);
    j["revision"] = spoke ? Json(p.stance->revision) : Json(nullptr);
    j["commented"] = sealed || !seat ? Json(nullptr) : Json(has_commented(d, *seat));
    j["delegate"] = p.delegate ? Json(p.delegate->address) : Json(nullptr);
    j["counted_as"] = counted_as(d, p);
    return j;
}

Json attachments_json(const std::vector<AttachmentNoted>& files) {
    Json list = Json::array();
    for (const auto& file : files)
        list.push_back(
            {{"name", file.name}, {"type", file.media_type}, {"size", file.size}, {"sha256", file.sha256}});
    return list;
}

std::string name_of(const Decision& d, ParticipantIndex i) {
    return i < d.seats.size() ? d.seats[i].participant.name : std::string();
}

}  // namespace

Json summary_json(const Decision& d, Instant now) {
    const View seen = view(d, std::nullopt);
    Json j;
    j["id"] = d.number > 0 ? Json(id(d)) : Json(nullptr);
    j["title"] = d.revisions.empty() ? Json(nullptr) : Json(d.text().title);
    j["state"] = name(d.state);
    j["outcome"] = d.closing ? Json(name(d.closing->outcome)) : Json(nullptr);
    j["verdict"] = name(seen.sealed ? Verdict::pending : verdict(d));
    j["needs"] = needs(d, now);
    j["policy"] = d.number > 0 ? Json(d.policy.name) : Json(nullptr);
    j["opened_at"] = d.number > 0 ? Json(instant_text(d.opened_at)) : Json(nullptr);
    j["closes_at"] = d.number > 0 ? Json(instant_text(d.closes_at)) : Json(nullptr);
    j["revision"] = d.revision();
    return j;
}

std::string summary_line(const Decision& d, const std::string& handle, Instant now) {
    return handle + '\t' + state_word(d) + '\t' +
           (d.revisions.empty() ? std::string() : outgoing::one_line(d.text().title)) + '\t' + needs(d, now);
}

Json decision_json(const Decision& d, Instant now) {
    const View seen = view(d, std::nullopt);
    Json j = summary_json(d, now);
    j["method"] = d.number > 0 ? Json(name(d.policy.method)) : Json(nullptr);
    j["proposer"] = person_json(d.proposer);
    j["closed_at"] = instant_or_null(d.closed_at);
    j["supersedes"] = d.supersedes;
    j["superseded_by"] = or_null(d.superseded_by);
    j["review_at"] = instant_or_null(d.review_at);
    j["options"] = d.options;
    if (!d.options.empty()) {
        const bool tied = d.closing && d.closing->outcome == Outcome::tied;
        j["chosen"] = !d.closing ? Json(nullptr) : tied ? Json::array() : Json(d.closing->chosen);
        if (tied) j["tied"] = d.closing->chosen;
    }
    j["text"] = d.revisions.empty() ? Json(nullptr) : Json(d.text().body);
    j["attachments"] = d.revisions.empty() ? Json::array() : attachments_json(d.text().attachments);
    j["reopenings"] = Json::array();
    for (const auto& r : d.reopenings)
        j["reopenings"].push_back({{"closed_at", instant_text(r.closed_at)},
                                   {"outcome", name(r.outcome)},
                                   {"by", r.by.name},
                                   {"reason", or_null(r.reason)}});

    j["participants"] = Json::array();
    for (const auto& p : seen.participants) j["participants"].push_back(participant_json(d, p, seen.sealed));
    j["tally"] = nullptr;
    if (is_choice(d.policy.method)) j["count"] = seen.sealed ? Json(nullptr) : Json(count_sheet(d));
    if (seen.tally) {
        j["tally"] = counts_json(seen.tally->all);
        j["tally"]["binding"] = counts_json(seen.tally->binding);
    }
    j["concerns"] = nullptr;
    j["comments"] = nullptr;
    j["pending"] = nullptr;
    if (seen.sealed) return j;

    j["concerns"] = j["comments"] = j["pending"] = Json::array();
    for (const Concern* c : seen.concerns)
        j["concerns"].push_back(
            {{"name", c->name},
             {"by", name_of(d, c->by)},
             {"state", name(c->state)},
             {"text", c->text},
             {"answer", c->state == ConcernState::overruled ? or_null(c->overrule_reason) : or_null(c->answer)}});
    for (const auto& c : seen.comments)
        j["comments"].push_back({{"by", c.by.name.empty() ? c.by.address : c.by.name},
                                 {"text", c.text},
                                 {"at", instant_text(c.source.arrival)},
                                 {"message_id", or_null(c.source.message_id)},
                                 {"answers", or_null(c.answers)},
                                 {"attachments", attachments_json(c.attachments)}});
    for (const auto& [who, unclear] : seen.pending)
        j["pending"].push_back(
            {{"by", name_of(d, who)}, {"message_id", or_null(unclear->source.message_id)}, {"ask", unclear->ask}});
    for (const auto& h : d.held)
        j["pending"].push_back({{"by", h.by.name},
                                {"message_id", or_null(h.source.message_id)},
                                {"ask", "Waits for a confirmation from " + h.by.address + "."}});
    return j;
}

}  // namespace assentd
