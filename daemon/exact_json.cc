// SPDX-License-Identifier: Apache-2.0
#include "daemon/exact_json.h"

#include <set>
#include <vector>

namespace assentd {
namespace {

using nlohmann::json;

constexpr std::size_t max_depth = 32;

// Builds the value while the parser reads. A number with a fraction is kept as its text, in a binary value: the one
// JSON type that no text can produce otherwise.
class Builder final : public nlohmann::json_sax<json> {
  public:
    ExactJson take() {
        for (const auto& name : twice_) root_[name] = nullptr;
        return {std::move(root_), std::move(trouble_)};
    }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t, const string_t& text) override {
        return add(json::binary({text.begin(), text.end()}));
    }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return refuse("binary data"); }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (open_.back()->contains(name)) {
            if (trouble_.empty()) trouble_ = "the key \"" + name + "\" stands twice in one object";
            if (open_.size() == 1) twice_.insert(name);
        }
        key_ = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return refuse("not JSON at byte " + std::to_string(position));
    }

  private:
    bool refuse(std::string what) {
        if (trouble_.empty()) trouble_ = std::move(what);
        return false;
    }
    json* put(json value) {
        if (open_.empty()) return &(root_ = std::move(value));
        json& parent = *open_.back();
        if (parent.is_object()) return &(parent[key_] = std::move(value));
        parent.push_back(std::move(value));
        return &parent.back();
    }
    bool add(json value) {
        put(std::move(value));
        return true;
    }
    bool open(json value) {
        if (open_.size() == max_depth) return refuse("nested deeper than " + std::to_string(max_depth));
        open_.push_back(put(std::move(value)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    json root_;
    std::vector<json*> open_;  // stays valid: a parent takes no further child while one of its children is open
    std::string key_;
    std::set<std::string> twice_;  // of the outermost object
    std::string trouble_;          // the first; after a key that stands twice reading goes on
};

}  // namespace

ExactJson read_exact_json(std::string_view text) {
    Builder builder;
    json::sax_parse(text.begin(), text.end(), &builder);
    return builder.take();
}

std::optional<std::int64_t> whole_number(const json& value) {
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        if (number > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
        return static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer()) return value.get<std::int64_t>();
    return std::nullopt;
}

std::optional<Rational> exact_number(const json& value) {
    if (const auto whole = whole_number(value)) return Rational(*whole);
    if (value.is_string()) return Rational::parse(value.get_ref<const std::string&>());
    if (value.is_binary()) {
        const auto& digits = value.get_binary();
        return Rational::parse(std::string(digits.begin(), digits.end()));
    }
    return std::nullopt;
}

}  // namespace assentd
