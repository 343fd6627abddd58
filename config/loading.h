// SPDX-License-Identifier: Apache-2.0
// What the loaders of the sections share: each reads one section into its values and adds what is wrong to the
// section's problems. Internal to config/; nothing throws.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "config/settings.h"

namespace assentd::toml_file {

void load_inbox(const Section&, Config&);
void load_outlet(const Section&, Config&);
void load_oauth2(const std::string& name, const Section&, Config&);
void load_mail(const Section&, Config&);
void load_limits(const Section&, Config&);

void load_calendar(const Section&, Calendar&);  // the keys that [calendar] and [[person]] share
void load_person(const Section&, Config&);

// Members as written; resolved together once all are known.
struct GroupText {
    std::string name;
    Place place;
    std::vector<Text> members;
};
void resolve_groups(const std::vector<GroupText>&, Config&, Problems&);
// Checks addresses and "group:NAME" of the key against people and groups; gives them in lower case.
std::vector<std::string> load_people_list(const Section&, std::string_view key, const Config&);

constexpr std::int64_t most_people = 20'000;

// Whether everybody takes the word for a command or an answer: "withdraw", "no", "+1".
bool is_taken_word(std::string_view);

// The keys of a policy, by what they say.
void load_rules(const Section&, Policy&);
void load_choice(const Section&, ChoiceRules&);
void load_times(const Section&, PolicyConfig&);
void load_reminders(const Section&, PolicyConfig&);
// What a policy cannot mean: in itself, and with its roster.
void check_policy(const Section&, const PolicyConfig&, const Calendar& organisation);
void check_roster(const Section&, const PolicyConfig&, const Config&);

// The presets first, then the admin's sections.
void load_presets(Config&, Problems&);
void load_policy(const std::string& name, const Section&, Config&);

bool is_address(std::string_view);
std::optional<std::int64_t> read_size(std::string_view);  // "64 MiB", "64M", "1000": bytes
// A length of time from 1 second to `most`; `what` says what it is when it cannot be read.
void load_length(const Section&, std::string_view key, const std::string& what, Duration most,
                 const std::string& most_in_words, Duration& length);
// The file that holds a secret, absolute; empty when the key is absent. One that is missing, or open to others than
// its owner, is refused.
std::string secret_file(const Section&, std::string_view key);

// A whole number within bounds; left alone when absent or wrong.
void load_count(const Section&, std::string_view key, std::int64_t least, std::int64_t most, std::int64_t& value);

// The value of an enum setting by its name; all names are listed when it is none of them.
template <typename E>
void load_name(const Section& section, std::string_view key, std::optional<E> (*from_name)(std::string_view),
               const std::vector<std::string>& names, E& value) {
    const auto text = section.text(key);
    if (!text) return;
    if (const auto found = from_name(*text))
        value = *found;
    else
        section.wrong(key, in_quotes(*text) + " is not known here", one_of(names));
}

}  // namespace assentd::toml_file
