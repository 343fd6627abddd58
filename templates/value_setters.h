// SPDX-License-Identifier: Apache-2.0
// How a value is put where templates find it, made safe and kept within bounds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "decision/text.h"
#include "templates/plain_text.h"
#include "templates/values.h"

namespace assentd::outgoing {

inline constexpr std::size_t name_columns = 80;
inline constexpr std::size_t title_columns = 200;
inline constexpr std::size_t line_columns = 300;       // a quoted line
inline constexpr std::size_t sentence_columns = 2000;  // a sentence of ours with words of others in it
inline constexpr std::size_t reason_bytes = 20'000;
inline constexpr std::size_t text_bytes = 1u << 20;

// An empty value is false: a section about it is left out.
inline void set(Values& v, const char* name, std::string value) {
    v[name] = value.empty() ? Values(false) : Values(std::move(value));
}
inline void flag(Values& v, const char* name, bool value) {
    v[name] = Values(value);
}

inline std::string person_name(std::string_view name, std::string_view address) {
    const std::string shown = one_line(name, name_columns);
    return shown.empty() ? one_line(address, name_columns) : shown;
}
inline std::string person_name(const Person& p) {
    return person_name(p.name, p.address);
}

inline std::string local(const Reader& reader, Instant instant) {
    return reader.local_time ? one_line(reader.local_time(instant), name_columns) : utc_text(instant);
}

inline std::string both_times(const Reader& reader, Instant instant) {
    return local(reader, instant) + " (" + utc_text(instant) + ')';
}

// A sentence of ours on one line, each moment in it as its reader knows it.
std::string sentence(const Reader&, std::string_view text);

inline void set_time(Values& v, const Reader& reader, const char* name, const char* utc_name,
                     std::optional<Instant> instant) {
    set(v, name, instant ? local(reader, *instant) : std::string());
    set(v, utc_name, instant ? utc_text(*instant) : std::string());
}

}  // namespace assentd::outgoing
