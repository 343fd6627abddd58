// SPDX-License-Identifier: Apache-2.0
// One line of `assentctl count` on its way to the counting methods: names become option numbers, and whatever is
// missing, unknown or of the wrong kind is said in words. The first trouble found is the one told.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "decision/counting/ballots.h"
#include "decision/rational.h"

namespace assentd {

class CountTrouble {
  public:
    void say(std::string what) {
        if (what_.empty()) what_ = std::move(what);
    }
    bool any() const { return !what_.empty(); }
    const std::string& what() const { return what_; }

    // The result, or nullptr after taking over why there is none.
    template <typename Result>
    const Result* check(const Counted<Result>& counted) {
        if (const auto* malformed = std::get_if<Malformed>(&counted)) say(malformed->what);
        return std::get_if<Result>(&counted);
    }

  private:
    std::string what_;
};

// One JSON object, read key by key. A key that nobody asked for would be a setting without effect: finish() refuses
// it. Borrows the object and the trouble.
class Fields {
  public:
    Fields(const nlohmann::json& object, std::string where, CountTrouble& trouble);

    const nlohmann::json* find(const std::string& key);  // nullptr when absent or null
    std::optional<std::int64_t> whole(const std::string& key);
    std::int64_t count(const std::string& key);  // 0 when absent
    std::optional<Rational> fraction(const std::string& key);
    std::optional<std::string> text(const std::string& key);
    std::optional<bool> flag(const std::string& key);
    template <typename From>
    auto named(const std::string& key, From from_name, const std::string& allowed) -> decltype(from_name("")) {
        const auto written = text(key);
        if (!written) return std::nullopt;
        auto value = from_name(*written);
        if (!value) refuse(key, "\"" + *written + "\"", allowed);
        return value;
    }
    void note(std::initializer_list<const char*> keys);  // known, and without effect on the count
    void finish();
    const std::set<std::string>& asked_for() const { return asked_for_; }

    void refuse(const std::string& key, const std::string& found, const std::string& right);
    CountTrouble& trouble() { return *trouble_; }

  private:
    const nlohmann::json* object_;
    std::string where_;
    CountTrouble* trouble_;
    std::set<std::string> asked_for_;
    std::set<std::string> noted_;
};

// What every method is given. CountTrouble must be looked at before the rest is used.
struct CountRequest {
    CountTrouble trouble;
    std::vector<std::string> candidates;
    std::map<std::string, Option> numbers;
    std::optional<Unranked> unranked;
    std::size_t seats = 1;
    nlohmann::json params = nlohmann::json::object();
    const nlohmann::json* ballots = nullptr;  // an array, in the line that was read
    const nlohmann::json* line = nullptr;     // that line

    std::optional<Option> option(const nlohmann::json& name, const std::string& where);
    Options options(const nlohmann::json& list, const std::string& where);
    Profile profile();  // of `rank` ballots
    // The unranked meaning for pairs: as set, or `last` when no ballot leaves an option out.
    Unranked unranked_for(const Profile&);
    void want_one_seat(const std::string& method);
    // Of the params: nothing unknown among them, and none of what was asked for beside them instead.
    void finish(Fields& params);
};

CountRequest read_request(const nlohmann::json& line);

// Calls read(fields, n) for every ballot object; `n` is 1 when absent.
template <typename Read>
void each_ballot(CountRequest& request, Read read) {
    std::size_t number = 0;
    for (const auto& ballot : *request.ballots) {
        Fields fields(ballot, "ballot " + std::to_string(++number), request.trouble);
        read(fields, fields.whole("n").value_or(1));
        fields.finish();
        if (request.trouble.any()) return;
    }
}

// Names in byte order; JSON for an exact number: an integer, or text like "7/2".
nlohmann::ordered_json names(const CountRequest&, const Options&);
nlohmann::ordered_json name_or_null(const CountRequest&, std::optional<Option>);
nlohmann::ordered_json in_order(const CountRequest&, const Options&);
nlohmann::ordered_json places(const CountRequest&, const std::vector<Options>&);
nlohmann::ordered_json exact(const Rational&);

}  // namespace assentd
