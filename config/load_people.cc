// SPDX-License-Identifier: Apache-2.0
// [calendar], [[person]], [group.NAME]: who there is and when they work.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "config/holidays.h"
#include "config/loading.h"
#include "config/words.h"
#include "decision/nearest.h"
#include "decision/text.h"

namespace assentd::toml_file {

namespace {

constexpr std::size_t most_members = 100'000;  // of one group, after resolving

// "09:00-17:00"
bool read_hours(std::string_view text, int& from, int& until) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : -1000; };
    if (text.size() != 11 || text[2] != ':' || text[5] != '-' || text[8] != ':') return false;
    const auto hour_and_minute = [&](std::size_t i) {
        const int hour = digit(i) * 10 + digit(i + 1);
        const int minute = digit(i + 3) * 10 + digit(i + 4);
        return hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60 ? -1 : hour * 60 + minute;
    };
    from = hour_and_minute(0);
    until = hour_and_minute(6);
    return from >= 0 && until > from;
}

void load_away(const Section& section, Calendar& calendar) {
    const auto* away = section.find("away");
    if (!away) return;
    if (away->kind == Kind::text)
        return section.wrong("away", "“away” has the wrong type", "a list of dates and \"DATE..DATE\"");
    for (const auto& item : away->list) {
        if (item.kind == Kind::date) {
            calendar.away.emplace_back(item.date, item.date);
            continue;
        }
        const std::string_view text = item.text;
        const std::string_view between = text.find("..") != std::string_view::npos ? ".." : " to ";
        const auto to = text.find(between);
        const auto first = read_day(text.substr(0, to));
        const auto last = to == std::string_view::npos ? first : read_day(text.substr(to + between.size()));
        if (first && last && *first <= *last)
            calendar.away.emplace_back(*first, *last);
        else if (first && last)
            section.wrong(item.place, in_quotes(item.text) + " ends before it begins", "the earlier day first");
        else
            section.wrong(item.place, in_quotes(item.text) + " is not a time away",
                          "as in \"2026-12-24..2027-01-02\"");
    }
}

void load_holidays(const Section& section, Calendar& calendar) {
    const auto* holidays = section.find("holidays");
    if (!holidays) return;
    const auto from_file = [&](const std::string& name, const Place& place) {
        std::string trouble;
        const auto found = read_holidays_file(section.absolute(name), trouble);
        calendar.holidays.insert(found.begin(), found.end());
        if (!trouble.empty()) section.wrong(place, trouble, "an iCalendar file with the holidays as events");
    };
    if (holidays->kind == Kind::text) from_file(holidays->text, holidays->place);
    for (const auto& item : holidays->list) {
        if (item.kind == Kind::date)
            calendar.holidays.insert(item.date);
        else if (const auto day = read_day(item.text))
            calendar.holidays.insert(*day);
        else if (item.text.ends_with(".ics"))
            from_file(item.text, item.place);
        else
            section.wrong(item.place, in_quotes(item.text) + " is not a holiday",
                          "a date as in 2026-12-25, or an .ics file");
    }
}

// Depth first; `open` is the way from the first group to this one.
class GroupResolver {
  public:
    GroupResolver(const std::vector<GroupText>& groups, Config& config, Problems& problems)
        : groups_(groups), config_(config), problems_(problems) {}

    void resolve(const GroupText& group) {
        if (config_.groups.contains(group.name)) return;
        open_.push_back(group.name);
        std::vector<std::string> members;
        for (const auto& member : group.members)
            if (member.text.starts_with("group:"))
                nested(member, members);
            else
                person(member, members);
        open_.pop_back();
        std::set<std::string> seen;
        std::erase_if(members, [&](const std::string& address) { return !seen.insert(address).second; });
        config_.groups[group.name] = std::move(members);
    }

  private:
    void nested(const Text& member, std::vector<std::string>& members) {
        const auto name = member.text.substr(6);
        const auto inner =
            std::find_if(groups_.begin(), groups_.end(), [&](const auto& g) { return g.name == name; });
        if (inner == groups_.end()) {
            std::vector<std::string> names;
            for (const auto& group : groups_) names.push_back(group.name);
            return problems_.add(member.place, "unknown group " + in_quotes(name), suggestion(name, names));
        }
        if (const auto at = std::find(open_.begin(), open_.end(), name); at != open_.end()) {
            std::vector<std::string> circle(at, open_.end());
            circle.push_back(name);
            return problems_.add(member.place, fmt::format("the group is in itself: {}", fmt::join(circle, " > ")),
                                 "take one of them out of the other");
        }
        if (open_.size() >= 32) return problems_.add(member.place, "groups are nested too deep", "at most 32 levels");
        resolve(*inner);
        const auto& found = config_.groups[name];
        if (members.size() + found.size() > most_members)
            return problems_.add(member.place, "the group is too large",
                                 fmt::format("at most {} members", most_members));
        members.insert(members.end(), found.begin(), found.end());
    }

    void person(const Text& member, std::vector<std::string>& members) {
        if (const auto* found = find_person(config_, member.text)) return members.push_back(found->addresses.front());
        std::vector<std::string> known;
        for (const auto& someone : config_.people)
            known.insert(known.end(), someone.addresses.begin(), someone.addresses.end());
        const auto near = nearest(lower_case(member.text), known);
        problems_.add(member.place, "unknown person " + in_quotes(member.text),
                      near ? fmt::format("did you mean {}?", in_quotes(*near))
                           : "an address of a [[person]], or \"group:NAME\"");
    }

    const std::vector<GroupText>& groups_;
    Config& config_;
    Problems& problems_;
    std::vector<std::string> open_;
};

}  // namespace

bool is_address(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || at + 1 == address.size() || address.size() > 254)
        return false;
    const auto domain = address.substr(at + 1);
    const auto plain = [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '<' && c != '>' && c != ',' && c != '"';
    };
    return address.find('@') == at && std::all_of(address.begin(), address.end(), plain) && domain.front() != '.' &&
           domain.back() != '.' && domain.find("..") == std::string_view::npos;
}

void load_calendar(const Section& section, Calendar& calendar) {
    if (const auto hours = section.text("working_hours"))
        if (!read_hours(*hours, calendar.from_minute, calendar.until_minute))
            section.wrong("working_hours", in_quotes(*hours) + " are not working hours", "as in \"09:00-17:00\"");
    if (section.has("working_days") && section.texts("working_days").empty())
        section.wrong("working_days", "nobody would ever work, so no period would end",
                      "at least one day, as in \"Mon\"; leave working_days out for Monday to Friday");
    if (section.has("working_days")) calendar.working_days.clear();
    for (const auto& day : section.texts("working_days"))
        if (const auto iso = weekday_from_word(folded(day.text)))
            calendar.working_days.insert(*iso);
        else
            section.wrong(day.place, in_quotes(day.text) + " is not a day of the week",
                          one_of({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}));
    load_holidays(section, calendar);
    load_away(section, calendar);
}

// Spaces in a fingerprint are how gpg prints it.
static void load_openpgp(const Section& section, PersonConfig& person) {
    for (const char c : section.text("openpgp").value_or(""))
        if (c != ' ') person.openpgp += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    const bool hex = person.openpgp.find_first_not_of("0123456789ABCDEF") == std::string::npos;
    if (section.has("openpgp") && (!hex || (person.openpgp.size() != 40 && person.openpgp.size() != 64)))
        return section.wrong("openpgp", in_quotes(person.openpgp) + " is not a fingerprint",
                             "the 40 hex digits that gpg --fingerprint prints");
    if (section.has("openpgp") != section.has("openpgp_key"))
        section.wrong(section.has("openpgp") ? "openpgp" : "openpgp_key", "a fingerprint and a key go together",
                      "openpgp, the fingerprint, and openpgp_key, the file with the key");
    if (const auto file = section.text("openpgp_key")) {
        person.openpgp_key = section.absolute(*file);
        std::error_code error;
        if (!std::filesystem::is_regular_file(person.openpgp_key, error))
            section.wrong("openpgp_key", "there is no file " + in_quotes(person.openpgp_key),
                          "a public key as gpg --export prints it");
    }
}

// What comes from it would be a loop.
static bool is_ours(const std::string& address, const MailConfig& mail) {
    const auto at = address.rfind('@');
    const auto plain = address.substr(0, std::min(address.find('+'), at)) + address.substr(at);
    return plain == lower_case(mail.address) || std::find(mail.former_addresses.begin(), mail.former_addresses.end(),
                                                          plain) != mail.former_addresses.end();
}

void load_person(const Section& section, Config& config) {
    if (config.people.size() >= static_cast<std::size_t>(most_people))
        return section.wrong("name", "there are too many people", fmt::format("at most {}", most_people));
    PersonConfig person;
    person.calendar = config.calendar;
    person.name = section.text("name").value_or("");
    person.language = section.text("language").value_or(config.daemon.language);
    load_openpgp(section, person);
    if (const auto zone = section.text("time_zone")) {
        person.calendar.time_zone = *zone;
        if (!is_time_zone(*zone))
            section.wrong("time_zone", "unknown time zone " + in_quotes(*zone),
                          "an IANA name as in \"Europe/Berlin\"");
    }
    load_calendar(section, person.calendar);
    person.away = times_away(person.calendar);
    for (const auto& text : section.texts("addresses")) {
        const auto address = lower_case(text.text);
        const auto* other = find_person(config, address);
        if (!is_address(address))
            section.wrong(text.place, in_quotes(text.text) + " is not an address", "as in \"ana@example.org\"");
        else if (is_ours(address, config.mail))
            section.wrong(text.place, in_quotes(text.text) + " is the daemon's own address",
                          "an address at which a person reads mail");
        else if (other ||
                 std::find(person.addresses.begin(), person.addresses.end(), address) != person.addresses.end())
            section.wrong(
                text.place,
                in_quotes(text.text) + " is already an address of " + in_quotes(other ? other->name : person.name),
                "an address belongs to one person, once");
        else
            person.addresses.push_back(address);
    }
    if (!section.has("addresses") || section.texts("addresses").empty())
        section.wrong("addresses", "the person has no address", "addresses = [\"ana@example.org\"]");
    if (person.addresses.empty()) return;
    if (person.name.empty()) person.name = person.addresses.front();
    config.people.push_back(std::move(person));
}

void resolve_groups(const std::vector<GroupText>& groups, Config& config, Problems& problems) {
    for (const auto& group : groups) GroupResolver(groups, config, problems).resolve(group);
}

std::vector<std::string> load_people_list(const Section& section, std::string_view key, const Config& config) {
    std::vector<std::string> names;
    for (const auto& [name, members] : config.groups) names.push_back(name);
    std::vector<std::string> found;
    for (const auto& text : section.texts(key)) {
        const bool group = text.text.starts_with("group:");
        if (group && !config.groups.contains(text.text.substr(6)))
            section.wrong(text.place, "unknown group " + in_quotes(text.text.substr(6)),
                          suggestion(text.text.substr(6), names));
        else if (!group && !find_person(config, text.text))
            section.wrong(text.place, "unknown person " + in_quotes(text.text),
                          "an address of a [[person]], or \"group:NAME\"");
        else
            found.push_back(group ? text.text : lower_case(text.text));
    }
    return found;
}

}  // namespace assentd::toml_file
