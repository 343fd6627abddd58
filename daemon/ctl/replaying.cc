// SPDX-License-Identifier: Apache-2.0
// `replay`: what the daemon would have made of an archive.
#include <iostream>

#include "daemon/ctl/commands.h"
#include "daemon/ctl/decision_json.h"
#include "daemon/mail_files.h"
#include "daemon/replay.h"
#include "decision/tally.h"

namespace assentd {

namespace {

std::string decision_text(const Decision& d, Instant now) {
    std::string text = summary_line(d, id(d), now) + '\n';
    if (d.closing) text += '\t' + d.closing->arithmetic + '\n';
    for (const auto& problem : d.draft_problems) text += '\t' + problem.wrong + '\n';
    return text;
}

void report(const Replayed& replayed) {
    std::cerr << replayed.played << " mails of " << replayed.decisions.size() << " threads were played, "
              << replayed.left_out << " belong to no vote.\n";
    for (const auto& line : replayed.not_placed)
        std::cerr << "not placed, as nothing says surely which decision it answers: " << line << '\n';
    for (const auto& line : replayed.set_aside) std::cerr << "set aside: " << line << '\n';
}

}  // namespace

int replay_command(Context& context, const ReplayWish& wish) {
    Archive archive;
    MailFiles files([&](const std::string&, std::size_t, const std::string& raw,
                        const std::string& from_line) { archive.add(raw, from_line); },
                    std::cerr);
    for (const auto& path : wish.paths) {
        if (path == "-")
            files.read_stream(path, std::cin);
        else
            files.read(path);
    }
    const auto mails = std::move(archive).in_order();
    if (!mails) throw Stop(exit_no_input, "there is no mail with a date in what was given");
    const Config config = wish.with_config ? context.config() : config_of_archive(*mails);
    if (!config.policies.contains(wish.policy)) throw Stop(exit_usage, "there is no policy “" + wish.policy + "”");

    const auto replayed = replay(config, *mails, {wish.policy, wish.all_threads, wish.until_last_mail});
    auto json = nlohmann::ordered_json::array();
    for (const auto& d : replayed.decisions) {
        if (wish.json)
            json.push_back(decision_json(d, replayed.until));
        else
            std::cout << decision_text(d, replayed.until);
    }
    if (wish.json) std::cout << json.dump(2) << '\n';
    report(replayed);
    return files.missed_some() ? exit_no_input : exit_done;
}

}  // namespace assentd
