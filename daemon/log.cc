// SPDX-License-Identifier: Apache-2.0
#include "daemon/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

#include "templates/plain_text.h"

namespace assentd {

void start_log(const std::string& level) {
    auto logger = std::make_shared<spdlog::logger>("assentd", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    // journald knows the time already.
    logger->set_pattern(std::getenv("JOURNAL_STREAM") ? "level=%l %v" : "%Y-%m-%dT%H:%M:%S.%eZ level=%l %v",
                        spdlog::pattern_time_type::utc);
    logger->set_level(spdlog::level::from_str(level));
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 200;
    std::string result = "\"";
    for (const char c : outgoing::one_line(text.substr(0, longest))) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

}  // namespace assentd
