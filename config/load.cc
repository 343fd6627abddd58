// SPDX-License-Identifier: Apache-2.0
// The whole file: includes are read first to last into one list of sections, then people before groups before
// policies, because each names the ones before.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include "config/loading.h"
#include "decision/text.h"

namespace assentd {

namespace toml_file {

namespace {

constexpr std::size_t most_files = 64;
constexpr std::size_t longest_file = (1u << 20) + 1;

std::optional<std::string> read_file(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string text(longest_file, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

std::string absolute_path(const std::string& path) {
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    return error ? path : absolute.lexically_normal().string();
}

class Loader {
  public:
    std::variant<Config, std::vector<ConfigError>> load(std::string_view text, const std::string& path) {
        read(text, absolute_path(path));
        // Half a tree would give errors about what is only missing from it.
        if (!syntax_failed_) read_sections();
        if (!problems_.none()) return std::move(problems_).sorted();
        return std::move(config_);
    }

  private:
    // A named section with the place that names it.
    struct Named {
        std::string name;
        Place place;
        const Value* value;
    };

    void read(std::string_view text, const std::string& path) {
        const auto known_problems = problems_.count();
        open_.push_back(path);
        config_.files.push_back(path);
        files_.push_back(std::make_unique<Value>(parse(text, path, problems_)));
        const Value& file = *files_.back();
        syntax_failed_ = syntax_failed_ || problems_.count() > known_problems;
        const Section top("", file, problems_);
        for (const auto& name : top.texts("include")) include(top, name);
        collect(top, file);
        open_.pop_back();
    }

    void include(const Section& top, const Text& name) {
        const auto path = top.absolute(name.text);
        if (std::find(open_.begin(), open_.end(), path) != open_.end())
            return top.wrong(name.place, "the file includes itself: " + in_quotes(name.text), "each file once");
        if (std::find(config_.files.begin(), config_.files.end(), path) != config_.files.end())
            return top.wrong(name.place, in_quotes(name.text) + " is already included", "each file once");
        if (config_.files.size() >= most_files)
            return top.wrong(name.place, "too many files", fmt::format("at most {}", most_files));
        const auto text = read_file(path);
        std::error_code error;
        const bool there = std::filesystem::exists(path, error);
        if (!text)
            return top.wrong(name.place, (there ? "cannot read " : "there is no file ") + in_quotes(path),
                             there ? "a file that assentd may read"
                                   : "the path of a file; without a slash before it, from the folder of this one");
        read(*text, path);
    }

    void collect(const Section& top, const Value& file) {
        for (const auto& [key, place, value] : file.table) {
            if (!top.has(key) || key == "include") continue;
            if (key == "person")
                for (const auto& person : value.list) people_.push_back(&person);
            else if (key == "group")
                collect_named(value, groups_, "group");
            else if (key == "policy")
                collect_named(value, policies_, "policy");
            else if (key == "oauth2")
                collect_named(value, oauth2_, "oauth2");
            else if (!add(single_, {key, place, &value}))
                problems_.add(place, fmt::format("there is already a [{}]", key), "one, in one of the files");
        }
    }

    void collect_named(const Value& table, std::vector<Named>& into, std::string_view what) {
        for (const auto& [name, place, value] : table.table)
            if (value.kind != Kind::table)
                problems_.add(place, fmt::format("unknown key {} in [{}]", in_quotes(name), what),
                              fmt::format("[{}.NAME]", what));
            else if (name.empty() || name.size() > 64 || name.find_first_of(" \t\r\n\"'<>@,:") != std::string::npos)
                problems_.add(place, in_quotes(name) + " cannot be a name",
                              "letters, digits, \"-\", \"_\" and \".\"");
            else if (!add(into, {name, place, &value}))
                problems_.add(place, fmt::format("there is already a [{}.{}]", what, name), "each name once");
    }

    static bool add(std::vector<Named>& into, Named section) {
        if (std::any_of(into.begin(), into.end(), [&](const Named& n) { return n.name == section.name; }))
            return false;
        into.push_back(std::move(section));
        return true;
    }

    // An absent section is an empty one at the top of the first file.
    Section single(std::string_view name) {
        const auto found =
            std::find_if(single_.begin(), single_.end(), [&](const Named& n) { return n.name == name; });
        return {name, found == single_.end() ? empty_section() : *found->value, problems_};
    }

    const Value& empty_section() {
        empty_.kind = Kind::table;
        empty_.place = files_.front()->place;
        return empty_;
    }

    void read_sections() {
        load_daemon(single("daemon"));
        load_mail(single("mail"), config_);
        for (const auto& [name, place, value] : oauth2_)
            toml_file::load_oauth2(name, {"oauth2.*", *value, problems_}, config_);
        load_servers();
        load_limits(single("limits"), config_);
        config_.calendar.time_zone = config_.daemon.time_zone;
        load_calendar(single("calendar"), config_.calendar);
        for (const auto* person : people_) load_person({"person", *person, problems_}, config_);
        if (people_.empty()) problems_.add(empty_section().place, "there are no people", "at least one [[person]]");
        read_groups();
        load_presets(config_, problems_);
        for (const auto& [name, place, value] : policies_)
            load_policy(name, {"policy.*", *value, problems_}, config_);
        if (!with_presets_) leave_own_policies();
        check_default_policy();
        check_subject_tags();
    }

    void load_servers() {
        for (const auto* name : {"inbox", "outlet"}) {
            if (std::none_of(single_.begin(), single_.end(), [&](const Named& n) { return n.name == name; })) {
                problems_.add(empty_section().place, fmt::format("there is no [{}]", name),
                              "[inbox] and [outlet], each with a url");
                continue;
            }
            const auto section = single(name);
            const bool inbox = std::string_view(name) == "inbox";
            if (inbox)
                load_inbox(section, config_);
            else
                load_outlet(section, config_);
            const auto& oauth2 = (inbox ? config_.inbox.server : config_.outlet.server).oauth2;
            std::vector<std::string> known;
            for (const auto& named : oauth2_) known.push_back(named.name);
            if (!oauth2.empty() && !config_.oauth2.contains(oauth2))
                section.wrong("oauth2", "unknown oauth2 " + in_quotes(oauth2), suggestion(oauth2, known));
        }
        const auto& in = config_.inbox.server;
        const auto& out = config_.outlet.server;
        if (in.scheme == "maildir" && out.scheme == "maildir" && in.path == out.path)
            single("outlet").wrong("url", "inbox and outlet are the same Maildir", "another path");
    }

    void load_daemon(const Section& section) {
        auto& daemon = config_.daemon;
        const std::vector<std::string> levels{"error", "warning", "info", "debug"};
        daemon.state_dir = section.absolute(section.text("state_dir").value_or("/var/lib/assentd"));
        daemon.log_level = section.text("log_level").value_or(daemon.log_level);
        if (std::find(levels.begin(), levels.end(), daemon.log_level) == levels.end())
            section.wrong("log_level", in_quotes(daemon.log_level) + " is not known here", one_of(levels));
        daemon.time_zone = section.text("time_zone").value_or(daemon.time_zone);
        if (!is_time_zone(daemon.time_zone))
            section.wrong("time_zone", "unknown time zone " + in_quotes(daemon.time_zone),
                          "an IANA name as in \"Europe/Berlin\"");
        daemon.language = section.text("language").value_or(daemon.language);
        if (const auto file = section.text("metrics_file")) daemon.metrics_file = section.absolute(*file);
        config_.default_policy = section.text("default_policy").value_or(config_.default_policy);
        with_presets_ = section.flag("presets").value_or(true);
    }

    void read_groups() {
        std::vector<GroupText> groups;
        for (const auto& [name, place, value] : groups_) {
            const Section section("group.*", *value, problems_);
            if (!section.has("members"))
                section.wrong("members", "group " + in_quotes(name) + " has no members",
                              "members = [\"ana@example.org\"]");
            groups.push_back({name, place, section.texts("members")});
        }
        resolve_groups(groups, config_, problems_);
    }

    // A proposal may name no other.
    void leave_own_policies() {
        std::erase_if(config_.policies, [&](const auto& named) {
            return std::none_of(policies_.begin(), policies_.end(),
                                [&](const Named& own) { return own.name == named.first; });
        });
    }

    void check_default_policy() {
        const auto section = single("daemon");
        std::vector<std::string> names;
        for (const auto& [name, policy] : config_.policies) names.push_back(name);
        if (config_.policies.contains(config_.default_policy)) return;
        if (!section.has("default_policy"))
            section.wrong("presets", "no policy of this file is the default", "default_policy = " + one_of(names));
        else
            section.wrong("default_policy", "unknown policy " + in_quotes(config_.default_policy),
                          suggestion(config_.default_policy, names));
    }

    void check_subject_tags() {
        std::map<std::string, std::string> owner;
        for (const auto& [name, place, value] : policies_)
            for (const auto& tag : config_.policies[name].subject_tags)
                if (const auto [at, fresh] = owner.emplace(tag, name); !fresh)
                    problems_.add(place,
                                  fmt::format("the subject tag {} already means policy {}", in_quotes(tag),
                                              in_quotes(at->second)),
                                  "each tag for one policy");
    }

    Config config_;
    Problems problems_;
    bool syntax_failed_ = false;
    bool with_presets_ = true;
    std::vector<std::string> open_;  // the way of includes to the file being read
    std::vector<std::unique_ptr<Value>> files_;
    std::vector<Named> single_, groups_, policies_, oauth2_;
    std::vector<const Value*> people_;
    Value empty_;
};

}  // namespace

}  // namespace toml_file

std::variant<Config, std::vector<ConfigError>> load_config(const std::string& path) {
    const auto text = toml_file::read_file(path);
    if (!text && ::access(path.c_str(), F_OK) != 0)
        return std::vector{ConfigError{path, 0, 0, "there is no such file", "its path behind --config"}};
    if (!text) return std::vector{ConfigError{path, 0, 0, "cannot be read", "a file that assentd may read"}};
    return load_config_text(*text, path);
}

std::variant<Config, std::vector<ConfigError>> load_config_text(std::string_view text, const std::string& path) {
    return toml_file::Loader().load(text, path);
}

}  // namespace assentd
