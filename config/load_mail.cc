// SPDX-License-Identifier: Apache-2.0
// [mail] and [limits].
#include <fmt/format.h>

#include <charconv>
#include <filesystem>

#include "config/loading.h"
#include "decision/text.h"

namespace assentd::toml_file {

std::optional<std::int64_t> read_size(std::string_view text) {
    constexpr std::pair<std::string_view, int> units[] = {{"", 0},     {"k", 10}, {"kib", 10}, {"m", 20},
                                                          {"mib", 20}, {"g", 30}, {"gib", 30}};
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 0 || number > (std::int64_t{1} << 32)) return std::nullopt;
    auto unit = lower_case(text.substr(static_cast<std::size_t>(end - text.data())));
    std::erase(unit, ' ');
    for (const auto& [name, shift] : units)
        if (name == unit) return number << shift;
    return std::nullopt;
}

void load_vouchers(const Section& section, Vouchers& vouchers) {
    for (const auto& id : section.texts("trusted_authserv_id")) {
        vouchers.authserv_ids.push_back(lower_case(id.text));
        if (id.text.empty() || id.text.find_first_of(" \t\r\n;") != std::string::npos)
            section.wrong(id.place, in_quotes(id.text) + " is not the name of a mail server",
                          "what stands first in its Authentication-Results, as in \"mx.example.org\"");
    }
    for (const auto& domain : section.texts("trusted_arc_sealers")) {
        vouchers.arc_sealers.push_back(lower_case(domain.text));
        if (!is_address("x@" + domain.text))
            section.wrong(domain.place, in_quotes(domain.text) + " is not a domain", "as in \"lists.example.org\"");
    }
    for (const auto& list : section.texts("munging_lists")) {
        vouchers.munging_lists.push_back(lower_case(list.text));
        if (!is_address(list.text))
            section.wrong(list.place, in_quotes(list.text) + " is not the address of a list",
                          "as in \"team@lists.example.org\"");
    }
    if (!vouchers.arc_sealers.empty() && vouchers.authserv_ids.empty())
        section.wrong("trusted_arc_sealers", "no server is trusted to say whether the seals hold",
                      "trusted_authserv_id, too: the name of a mail server that checks ARC");
    const auto alignment = section.text("alignment").value_or("relaxed");
    vouchers.strict_alignment = alignment == "strict";
    if (alignment != "strict" && alignment != "relaxed")
        section.wrong("alignment", in_quotes(alignment) + " is not an alignment", one_of({"relaxed", "strict"}));
}

void load_mail(const Section& section, Config& config) {
    auto& mail = config.mail;
    mail.address = lower_case(section.text("address").value_or(""));
    if (!section.has("address"))
        section.wrong("address", "[mail] has no address",
                      "the address that people write to, as in \"decisions@example.org\"");
    else if (!is_address(mail.address) || mail.address.find('+') != std::string::npos)
        section.wrong("address", in_quotes(mail.address) + " is not an address",
                      "as in \"decisions@example.org\", without \"+\"");
    for (const auto& former : section.texts("former_addresses")) {
        mail.former_addresses.push_back(lower_case(former.text));
        if (!is_address(former.text) || former.text.find('+') != std::string::npos)
            section.wrong(former.place, in_quotes(former.text) + " is not an address",
                          "as in \"votes@example.org\", without \"+\"");
    }
    mail.display_name = section.text("name").value_or(mail.display_name);
    if (mail.display_name.find_first_of("\r\n") != std::string::npos)
        section.wrong("name", "the name has several lines", "one line");
    mail.subaddress = section.flag("subaddress").value_or(true);
    const auto at = mail.address.rfind('@');
    mail.from_domain =
        lower_case(section.text("from_domain").value_or(at == std::string::npos ? "" : mail.address.substr(at + 1)));
    if (section.has("from_domain") && !is_address("x@" + mail.from_domain))
        section.wrong("from_domain", in_quotes(mail.from_domain) + " is not a domain", "as in \"example.org\"");
    load_vouchers(section, mail.vouchers);
    if (const auto dir = section.text("templates")) {
        config.templates_dir = section.absolute(*dir);
        std::error_code error;
        if (!std::filesystem::is_directory(config.templates_dir, error))
            section.wrong("templates", "there is no directory " + in_quotes(config.templates_dir),
                          "a directory with the templates to replace");
    }
}

void load_limits(const Section& section, Config& config) {
    struct Limit {
        const char* key;
        std::uint64_t* value;
        std::int64_t least, most;
    };
    auto& limits = config.limits;
    const Limit all[] = {{"message_size", &limits.message_size, 64 << 10, 1 << 30},
                         {"parts", &limits.parts, 10, 10'000},
                         {"depth", &limits.depth, 3, 100},
                         {"header_size", &limits.header_size, 16 << 10, 16 << 20},
                         {"answers_per_day", &limits.answers_per_day, 1, 10'000},
                         {"drafts_per_person", &limits.drafts_per_person, 1, 10'000},
                         {"drafts", &limits.drafts, 1, 100'000},
                         {"text_size", &limits.text_size, 16 << 10, 64 << 20}};
    for (const auto& [key, value, least, most] : all) {
        const auto* given = section.find(key);
        if (!given) continue;
        const auto number = given->kind == Kind::number ? std::optional(given->number) : read_size(given->text);
        if (!number || *number < least || *number > most)
            section.wrong(
                key, std::string(key) + " is out of range",
                fmt::format("from {} to {}{}", least, most, given->kind == Kind::text ? ", as in \"64 MiB\"" : ""));
        else
            *value = static_cast<std::uint64_t>(*number);
    }
    for (auto [key, length] :
         {std::pair{"connect_timeout", &limits.connect_timeout}, std::pair{"answer_timeout", &limits.answer_timeout}})
        load_length(section, key, "a time to wait for a server", std::chrono::minutes{10}, "10 minutes", *length);
}

}  // namespace assentd::toml_file
