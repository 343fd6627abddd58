// SPDX-License-Identifier: Apache-2.0
// Commands that look and change nothing: list, show, log, export, handbook.
#include <fstream>
#include <iostream>

#include "config/handbook.h"
#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/ctl/decision_json.h"
#include "decision/describe.h"
#include "decision/step.h"
#include "decision/view.h"
#include "templates/render.h"

namespace assentd {

namespace {

std::string quoted_csv(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
    // A spreadsheet runs a cell that begins like a formula.
    if (!text.empty() && std::string_view("=+-@").find(text[0]) != std::string_view::npos) result.insert(1, "'");
    return result + '"';
}

std::string as_csv(const Decision& d) {
    std::string csv = "name,address,binding,reached,position,strength,reason,at,message_id\n";
    for (const auto& p : view(d, std::nullopt).participants) {
        const Stance stance = p.stance ? *p.stance : Stance{};
        csv += quoted_csv(p.name) + ',' + quoted_csv(p.address) + ',' + (p.binding ? "yes" : "no") + ',' +
               (p.reached ? "yes" : "no") + ',' + (p.stance ? std::string(name(stance.position)) : "") + ',' +
               quoted_csv(stance.strength) + ',' + quoted_csv(stance.reason) + ',' +
               (p.stance ? instant_text(stance.source.arrival) : "") + ',' + quoted_csv(stance.source.message_id) +
               '\n';
    }
    return csv;
}

// RFC 4155 shape with the ">From " quoting that can be undone (mboxrd).
std::string as_mbox(Store& store, RecordId record) {
    std::string mbox;
    for (const auto& mail : store.mails_of(record)) {
        const std::time_t when = std::chrono::system_clock::to_time_t(mail.arrival);
        char date[64];
        std::tm utc{};
        gmtime_r(&when, &utc);
        std::strftime(date, sizeof date, "%a %b %e %H:%M:%S %Y", &utc);
        mbox += "From assentd " + std::string(date) + '\n';
        std::size_t at = 0;
        while (at < mail.raw.size()) {
            auto end = mail.raw.find('\n', at);
            if (end == std::string::npos) end = mail.raw.size();
            std::string line = mail.raw.substr(at, end - at);
            if (!line.empty() && line.back() == '\r') line.pop_back();
            if (const auto text = line.find_first_not_of('>');
                text != std::string::npos && line.compare(text, 5, "From ") == 0)
                line.insert(0, ">");
            mbox += line + '\n';
            at = end + 1;
        }
        mbox += '\n';
    }
    return mbox;
}

}  // namespace

int list_command(Context& context, Which which, bool json) {
    const Instant now = context.now();
    auto lines = nlohmann::ordered_json::array();
    for (const auto& summary : context.reading().summaries()) {
        if (which == Which::open && summary.state != State::open) continue;
        if (which == Which::closed && summary.state != State::closed) continue;
        lines.push_back(summary_json(context.reading().load(summary.record), now));
    }
    if (json) {
        std::cout << lines.dump(2) << '\n';
        return exit_done;
    }
    for (const auto& line : lines) {
        const std::string state = line["outcome"].is_string() ? line["outcome"] : line["state"];
        std::cout << (line["id"].is_string() ? line["id"].get<std::string>() : "draft") << '\t' << state << '\t'
                  << (line["title"].is_string() ? line["title"].get<std::string>() : "") << '\t'
                  << line["needs"].get<std::string>() << '\n';
    }
    return exit_done;
}

int show_command(Context& context, const std::string& id, bool json) {
    const Decision d = context.reading().load(context.record(id));
    const Instant now = context.now();
    if (json)
        std::cout << decision_json(d, now).dump(2) << '\n';
    else
        std::cout << render_record(d, now);
    return exit_done;
}

// While answers are sealed the numbers are left out with the events: a gap would tell that somebody answered.
int log_command(Context& context, const std::string& id) {
    const RecordId record = context.record(id);
    const Decision d = context.reading().load(record);
    const bool sealed = view(d, std::nullopt).sealed;
    for (const auto& stored : context.reading().events(record))
        if (may_show(d, stored.event))
            std::cout << (sealed ? "-" : std::to_string(stored.sequence)) << '\t' << instant_text(stored.at) << '\t'
                      << describe(d, stored.event) << '\n';
    if (sealed) std::cout << "-\t-\tsealed: what was answered is told after the close\n";
    return exit_done;
}

int export_command(Context& context, const std::string& id, const std::string& format, const std::string& output) {
    const RecordId record = context.record(id);
    const Decision d = context.reading().load(record);
    const Instant now = context.now();
    std::string text;
    if (format == "md")
        text = render_record(d, now);
    else if (format == "json")
        text = decision_json(d, now).dump(2) + '\n';
    else if (format == "csv")
        text = as_csv(d);
    else if (format == "mbox" && !view(d, std::nullopt).sealed)
        text = as_mbox(context.reading(), record);
    else if (format == "mbox")
        throw Stop(exit_try_later, "the mails of " + assentd::id(d) + " are sealed until it closes");
    else
        throw Stop(exit_usage, "“" + format + "” is not a format; one of: md, json, csv, mbox");
    if (output.empty()) {
        std::cout << text;
        return exit_done;
    }
    std::ofstream file(output, std::ios::binary | std::ios::trunc);
    if (!(file << text) || !file.flush()) throw Stop(exit_cannot_create, "cannot write " + output);
    return exit_done;
}

int handbook_command(Context& context) {
    std::cout << handbook(context.config());
    return exit_done;
}

}  // namespace assentd
