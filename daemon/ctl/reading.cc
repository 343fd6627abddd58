// SPDX-License-Identifier: Apache-2.0
// Commands that look and change nothing: list, show, log, export, handbook.
#include <fstream>
#include <iostream>

#include "config/handbook.h"
#include "config/when.h"
#include "daemon/ctl/commands.h"
#include "daemon/ctl/decision_json.h"
#include "daemon/ctl/exports.h"
#include "decision/describe.h"
#include "decision/step.h"
#include "decision/view.h"
#include "templates/plain_text.h"
#include "templates/render.h"

namespace assentd {

namespace {

using Json = nlohmann::ordered_json;

// Who objects without a reason no longer agrees, and is asked for it: two events of one mail.
bool is_answer_that_is_asked_about(const Event& withdrawn, const Event& next) {
    const auto* gone = std::get_if<VoteWithdrawn>(&withdrawn);
    const auto* unclear = std::get_if<VoteUnclear>(&next);
    return gone && unclear && gone->participant == unclear->participant && gone->source == unclear->source;
}

// What is kept so that an older mail, read later, does not count.
bool is_withdrawal_of_nothing(const Decision& before, const Event& event) {
    const auto* gone = std::get_if<VoteWithdrawn>(&event);
    return gone && gone->participant < before.seats.size() && !before.seats[gone->participant].stance;
}

// A mail that was read after a later one of the same sender, or confirmed after it.
bool is_kept_for_history_only(const Decision& after, const Event& event) {
    const auto* vote = std::get_if<VoteRecorded>(&event);
    if (!vote || vote->participant >= after.seats.size()) return false;
    const auto& stance = after.seats[vote->participant].stance;
    return !stance || stance->source != vote->source;
}

}  // namespace

int list_command(Context& context, Which which, bool json) {
    const Instant now = context.now();
    auto lines = Json::array();
    for (const auto& summary : context.reading().summaries()) {
        if (which == Which::drafts && summary.state != State::draft) continue;
        if (which == Which::open && summary.state != State::open) continue;
        if (which == Which::closed && summary.state != State::closed) continue;
        const Decision d = context.reading().load(summary.record);
        if (!json) {
            std::cout << summary_line(d, handle(summary.record, summary.number), now) << '\n';
            continue;
        }
        auto line = summary_json(d, now);
        line["draft"] = summary.number == 0 ? Json(handle(summary.record, 0)) : Json(nullptr);
        lines.push_back(std::move(line));
    }
    if (json) std::cout << lines.dump(2) << '\n';
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
    const auto events = context.reading().events(record);
    Decision before;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto& stored = events[i];
        const bool withdraws_nothing = is_withdrawal_of_nothing(before, stored.event);
        assentd::apply(before, stored.event);
        if (!may_show(d, stored.event)) continue;
        std::cout << (sealed ? "-" : std::to_string(stored.sequence)) << '\t' << instant_text(stored.at) << '\t'
                  << outgoing::one_line(describe(d, stored.event));
        if (withdraws_nothing) std::cout << ", and none stood";
        if (is_kept_for_history_only(before, stored.event))
            std::cout << ", history only: a later mail of theirs stands";
        if (i + 1 < events.size() && is_answer_that_is_asked_about(stored.event, events[i + 1].event))
            std::cout << ", by the answer that is asked about next";
        std::cout << '\n';
    }
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
    else if (format != "mbox" && format != "blt")
        throw Stop(exit_usage, "“" + format + "” is not a format; one of: md, json, csv, blt, mbox");
    else if (is_sealed_for(d, std::nullopt))
        throw Stop(exit_try_later, "what was said to " + assentd::id(d) + " is sealed until it closes");
    else if (format == "mbox")
        text = as_mbox(context.reading(), record);
    else if (is_ranked(d.policy.method))
        text = as_blt(d);
    else
        throw Stop(exit_bad_input, assentd::id(d) + " has no ranked ballots, and BLT holds nothing else");
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
