// SPDX-License-Identifier: Apache-2.0
#include "daemon/count_request.h"

#include <algorithm>

#include "daemon/exact_json.h"

namespace assentd {

using nlohmann::json;
using nlohmann::ordered_json;

Fields::Fields(const json& object, std::string where, CountTrouble& trouble)
    : object_(&object), where_(std::move(where)), trouble_(&trouble) {
    if (!object.is_object()) trouble.say(where_ + " is not an object");
}

const json* Fields::find(const std::string& key) {
    asked_for_.insert(key);
    if (!object_->is_object()) return nullptr;
    const auto found = object_->find(key);
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

void Fields::refuse(const std::string& key, const std::string& found, const std::string& right) {
    trouble_->say(where_ + ": " + key + " is " + found + "; " + right);
}

std::optional<std::int64_t> Fields::whole(const std::string& key) {
    const auto* value = find(key);
    if (value == nullptr) return std::nullopt;
    const auto number = whole_number(*value);
    if (!number) refuse(key, "not a whole number", "a whole number of up to 64 bits");
    return number;
}

std::int64_t Fields::count(const std::string& key) {
    return whole(key).value_or(0);
}

std::optional<Rational> Fields::fraction(const std::string& key) {
    const auto* value = find(key);
    if (value == nullptr) return std::nullopt;
    const auto number = exact_number(*value);
    if (!number) refuse(key, "not an exact number", "like 3, 47.43, \"2/3\" or \"3:1\", with up to 18 digits");
    return number;
}

std::optional<std::string> Fields::text(const std::string& key) {
    const auto* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_string()) return value->get<std::string>();
    refuse(key, "not text", "a word in quotes");
    return std::nullopt;
}

std::optional<bool> Fields::flag(const std::string& key) {
    const auto* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (value->is_boolean()) return value->get<bool>();
    refuse(key, "neither", "true or false");
    return std::nullopt;
}

void Fields::note(std::initializer_list<const char*> keys) {
    for (const char* key : keys) noted_.insert(key);
}

void Fields::finish() {
    if (!object_->is_object()) return;
    for (const auto& [key, value] : object_->items())
        if (!asked_for_.contains(key) && !noted_.contains(key)) {
            auto all = noted_;
            all.insert(asked_for_.begin(), asked_for_.end());
            std::string known;
            for (const auto& name : all) known += (known.empty() ? "" : ", ") + name;
            trouble_->say(where_ + ": \"" + key + "\" is not known here; known are " + known);
        }
}

std::optional<Option> CountRequest::option(const json& name, const std::string& where) {
    if (!name.is_string()) {
        trouble.say(where + " has a candidate that is not text");
        return std::nullopt;
    }
    const auto& written = name.get_ref<const std::string&>();
    const auto found = numbers.find(written);
    if (found != numbers.end()) return found->second;
    trouble.say(where + " names \"" + written + "\", which is none of the candidates");
    return std::nullopt;
}

Options CountRequest::options(const json& list, const std::string& where) {
    Options result;
    if (!list.is_array()) trouble.say(where + " is not a list of candidates");
    for (const auto& name : list.is_array() ? list : json::array()) {
        if (const auto found = option(name, where)) result.push_back(*found);
        if (trouble.any()) break;
    }
    return result;
}

Profile CountRequest::profile() {
    Profile profile{candidates.size(), {}};
    profile.ballots.reserve(ballots->size());
    each_ballot(*this, [&](Fields& fields, std::int64_t n) {
        const std::string where = "ballot " + std::to_string(profile.ballots.size() + 1);
        RankedBallot ballot{n, {}};
        const auto* rank = fields.find("rank");
        if (rank == nullptr || !rank->is_array())
            trouble.say(where + " has no rank; like \"rank\": [[\"A\"], [\"B\", \"C\"]]");
        else
            for (const auto& place : *rank) ballot.places.push_back(options(place, where));
        profile.ballots.push_back(std::move(ballot));
    });
    return profile;
}

Unranked CountRequest::unranked_for(const Profile& profile) {
    if (unranked) return *unranked;
    std::size_t number = 0;
    for (const auto& ballot : profile.ballots) {
        ++number;
        std::size_t ranked = 0;
        for (const auto& place : ballot.places) ranked += place.size();
        if (ranked < profile.options) {
            trouble.say("ballot " + std::to_string(number) +
                        " leaves candidates out; unranked has to say last or no-opinion");
            break;
        }
    }
    return Unranked::last;
}

void CountRequest::want_one_seat(const std::string& method) {
    if (seats != 1) trouble.say("seats is " + std::to_string(seats) + "; " + method + " fills one");
}

void CountRequest::finish(Fields& settings) {
    settings.finish();
    for (const auto& key : settings.asked_for()) {
        const auto beside = line->find(key);
        if (beside == line->end() || beside->is_null()) continue;
        const bool same = params.is_object() && params.contains(key) && params[key] == *beside;
        if (!same) trouble.say("the line: " + key + " stands beside params; it belongs into them");
    }
}

CountRequest read_request(const json& line) {
    CountRequest request;
    request.line = &line;
    Fields fields(line, "the line", request.trouble);
    const auto* candidates = fields.find("candidates");
    if (candidates != nullptr && !candidates->is_array())
        fields.refuse("candidates", "not a list", "a list of names");
    for (const auto& candidate : candidates != nullptr && candidates->is_array() ? *candidates : json::array()) {
        if (!candidate.is_string()) {
            fields.refuse("candidates", "not a list of names", "each name is text");
            break;
        }
        if (!request.numbers.emplace(candidate.get<std::string>(), request.candidates.size()).second)
            fields.refuse("candidates", "naming \"" + candidate.get<std::string>() + "\" twice", "each name once");
        request.candidates.push_back(candidate.get<std::string>());
    }
    if (fields.text("unranked").value_or("") != "")  // "" is how a method without ranks leaves it out
        request.unranked = fields.named("unranked", unranked_from_name, "last, no-opinion or exhausted");
    const auto seats = fields.whole("seats").value_or(1);
    if (seats < 1 || seats > static_cast<std::int64_t>(max_options))
        fields.refuse("seats", std::to_string(seats), "between 1 and " + std::to_string(max_options));
    request.seats = static_cast<std::size_t>(std::max<std::int64_t>(seats, 1));
    if (const auto* params = fields.find("params")) request.params = *params;
    static const json no_ballots = json::array();
    const auto* ballots = fields.find("ballots");
    request.ballots = ballots != nullptr && ballots->is_array() ? ballots : &no_ballots;
    if (ballots != nullptr && !ballots->is_array()) fields.refuse("ballots", "not a list", "a list of ballots");
    return request;
}

ordered_json in_order(const CountRequest& request, const Options& options) {
    ordered_json list = ordered_json::array();
    for (const Option a : options) list.push_back(request.candidates[a]);
    return list;
}

ordered_json names(const CountRequest& request, const Options& options) {
    auto list = in_order(request, options);
    std::sort(list.begin(), list.end());
    return list;
}

ordered_json name_or_null(const CountRequest& request, std::optional<Option> option) {
    return option ? ordered_json(request.candidates[*option]) : ordered_json(nullptr);
}

ordered_json places(const CountRequest& request, const std::vector<Options>& list) {
    ordered_json result = ordered_json::array();
    for (const auto& place : list) result.push_back(names(request, place));
    return result;
}

ordered_json exact(const Rational& number) {
    return number.whole() ? ordered_json(number.numerator()) : ordered_json(number.text());
}

}  // namespace assentd
