// SPDX-License-Identifier: Apache-2.0
#include "daemon/parse_json.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "decision/position.h"

namespace assentd {
namespace {

using Json = nlohmann::ordered_json;

template <typename Text>
Json or_null(const Text& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json addresses(const std::vector<Address>& list) {
    Json array = Json::array();
    for (const Address& a : list) array.push_back(a.address);
    return array;
}

Json sender(const Message& m) {
    if (m.from.empty()) return nullptr;
    return {{"name", m.from.front().name}, {"address", m.from.front().address}};
}

// RFC 3339 in UTC.
std::string instant_text(Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

Json reading_json(const Reading& r) {
    Json j{{"type", name(r.type)}};
    if (r.type == ReadingType::vote) {
        j["position"] = r.position ? Json(name(*r.position)) : Json(nullptr);
        j["strength"] = or_null(r.strength);
    }
    if (r.type == ReadingType::ranking) j["ranks"] = r.ranks;
    if (r.type == ReadingType::scores) {
        j["scores"] = Json::object();
        for (const auto& [option, score] : r.scores) j["scores"][option] = score;
    }
    if (r.type == ReadingType::approvals || r.type == ReadingType::form) j["approvals"] = r.approvals;
    if (r.type == ReadingType::concern || r.type == ReadingType::resolve) j["name"] = or_null(r.concern);
    if (r.type == ReadingType::command) {
        j["name"] = r.command;
        j["arguments"] = r.arguments;
    }
    j["confidence"] = name(r.confidence);
    j["line"] = r.line;
    j["offset"] = r.offset;
    j["reason"] = or_null(r.reason);
    j["claim"] = or_null(r.claim);
    j["scope"] = or_null(r.scope);
    j["rule"] = r.rule;
    return j;
}

Json answers(const std::vector<Answer>& list) {
    Json array = Json::array();
    for (const Answer& a : list) array.push_back({{"quoted", or_null(a.quoted)}, {"text", a.text}});
    return array;
}

Json attachments(const std::vector<Attachment>& list) {
    Json array = Json::array();
    for (const Attachment& a : list)
        array.push_back({{"name", a.name}, {"media_type", a.media_type}, {"size", a.size}, {"sha256", a.sha256}});
    return array;
}

Json bounced(const std::vector<BouncedRecipient>& list) {
    Json array = Json::array();
    for (const BouncedRecipient& b : list) {
        array.push_back({{"recipient", b.recipient},
                         {"status", or_null(b.status)},
                         {"action", or_null(b.action)},
                         {"temporary", b.temporary}});
        if (!b.original.empty()) array.back()["original"] = b.original;
    }
    return array;
}

}  // namespace

std::string parse_json(const std::string& path, std::size_t index, const Message& m, const Interpretation& in) {
    Json readings = Json::array();
    for (const Reading& r : in.readings) readings.push_back(reading_json(r));
    Json remarks = m.remarks;
    const Json line{{"path", path},
                    {"index", index},
                    {"message_id", m.message_id ? Json(*m.message_id) : Json(nullptr)},
                    {"from", sender(m)},
                    {"to", addresses(m.to)},
                    {"subject", m.subject},
                    {"date", m.date ? Json(instant_text(*m.date)) : Json(nullptr)},
                    {"in_reply_to", m.in_reply_to},
                    {"references", m.references},
                    {"kind", name(m.kind)},
                    {"text", m.text},
                    {"new_text", in.own.new_text},
                    {"answers", answers(in.own.answers)},
                    {"readings", std::move(readings)},
                    {"verdict", name(in.verdict)},
                    {"ask", or_null(in.ask)},
                    {"attachments", attachments(m.attachments)},
                    {"bounced", bounced(m.bounced)},
                    {"remarks", std::move(remarks)}};
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace assentd
