// SPDX-License-Identifier: Apache-2.0
// Commands that check: check-config, verify, explain.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "config/when.h"
#include "daemon/acts.h"
#include "daemon/below_headings.h"
#include "daemon/connections.h"
#include "daemon/ctl/commands.h"
#include "daemon/mail_at_hand.h"
#include "daemon/openpgp.h"
#include "daemon/proof.h"
#include "daemon/recognise.h"
#include "daemon/recount.h"
#include "daemon/trouble.h"
#include "decision/view.h"
#include "templates/plain_text.h"

namespace assentd {

namespace {

int probe(const Config& config) {
    int result = exit_done;
    const auto attempt = [&](const char* what, const auto& f) {
        try {
            f();
            std::cout << what << ": connected\n";
        } catch (const Trouble& error) {
            std::cerr << what << ": " << error.what() << '\n';
            result = exit_unavailable;
        }
    };
    attempt("[inbox]", [&] { make_inbox(config, [](std::string_view) { return true; })->probe(); });
    attempt("[outlet]", [&] { make_outlet(config)->probe(); });
    return result;
}

// In a home of its own: the daemon's is the daemon's.
std::vector<std::string> key_problems(const Config& config) {
    std::string home = (std::filesystem::temp_directory_path() / "assentctl-XXXXXX").string();
    if (!::mkdtemp(home.data())) return {"cannot make a temporary directory for gpg"};
    std::vector<std::string> problems;
    try {
        make_openpgp(config, home + "/gnupg", problems);
    } catch (const Trouble& error) {
        problems.emplace_back(error.what());
    }
    std::error_code ignored;
    std::filesystem::remove_all(home, ignored);
    return problems;
}

bool is_folder(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored);
}

// assentd makes the state directory, and nothing above it.
std::vector<std::string> folder_problems(const Config& config) {
    const std::filesystem::path state = config.daemon.state_dir;
    if (is_folder(state) || is_folder(state.parent_path())) return {};
    return {config.files.front() + ": [daemon] state_dir: " + state.string() +
            " cannot be made; a folder inside of one that there is"};
}

// Whatever became of the directory since, the built-in texts are there to be recognised.
Templates templates_of(const Config& config) {
    auto loaded = Templates::load(config.templates_dir);
    if (auto* templates = std::get_if<Templates>(&loaded)) return std::move(*templates);
    return std::get<Templates>(Templates::load({}));
}

// What a command needs to look at mails the way the daemon does.
struct LookingGlass {
    Templates templates;
    Tokens tokens;
    World world;
    explicit LookingGlass(Context& context)
        : templates(templates_of(context.config())),
          tokens(context.reading().value("server_key").value_or(""), context.config().mail),
          world{context.config(), templates, tokens, context.reading()} {}
};

void explain_reading(std::ostream& out, const Reading& r) {
    out << "  " << name(r.type) << " (" << name(r.confidence) << ", rule " << r.rule << ")";
    if (r.position) out << ": " << name(*r.position);
    if (!r.command.empty()) out << ": " << r.command;
    if (!r.concern.empty()) out << ": " << r.concern;
    if (!r.scope.empty()) out << ", for " << r.scope;
    out << "\n    from the line: " << r.line << '\n';
    if (!r.reason.empty()) out << "    reason: " << r.reason << '\n';
}

// The one that it belongs to, and those that its lines name; each with how it was found.
std::vector<std::pair<RecordId, std::string>> decisions_of(const World& world, const MailAtHand& mail) {
    std::vector<std::pair<RecordId, std::string>> found;
    if (const auto recognised = recognise(world, mail.message); recognised.record != 0)
        found.emplace_back(recognised.record, recognised.how);
    for (const auto number : scoped_numbers(mail.read)) {
        const auto record = world.store.find_number(number);
        if (record && (found.empty() || found.front().first != *record))
            found.emplace_back(*record, "its number before a line");
    }
    return found;
}

void explain_one(std::ostream& out, const LookingGlass& glass, const StoredMail& stored) {
    const World& world = glass.world;
    auto mail = read_mail(world.config, stored);
    find_headings(world, mail);
    out << "mail " << stored.row << ": arrived " << instant_text(stored.arrival) << ", " << name(stored.state) << ": "
        << stored.reason << '\n';
    out << "kind: " << name(mail.message.kind);
    if (!mail.message.kind_reason.empty()) out << " (" << mail.message.kind_reason << ')';
    out << '\n';
    const auto decisions = decisions_of(world, mail);
    if (decisions.empty()) out << "decision: none found\n";
    for (const auto& [record, how] : decisions) {
        const Decision d = world.store.load(record);
        out << "decision: " << id(d) << ", by " << how << '\n';
        const auto proof = author_of(world, mail, d).proof;
        out << "trust: " << name(proof.trust) << " (" << proof.why << ")\n";
        if (view(d, std::nullopt).sealed) {
            out << "the rest is sealed until the decision may be shown\n";
            return;
        }
    }
    for (const auto& remark : mail.message.remarks) out << "remark: " << remark << '\n';
    out << "new text:\n";
    out << "  " << mail.read.own.new_text << '\n';
    // As to the decision that it answers: letters are a ballot only where there are options.
    const RecordId answered = answered_by(world, mail);
    const Interpretation read = answered ? reading_for_own(mail, world.store.load(answered)) : mail.read;
    out << "readings: " << name(read.verdict) << '\n';
    for (const auto& reading : read.readings) explain_reading(out, reading);
    out << "what followed:\n";
    for (const auto& summary : world.store.summaries())
        for (const auto& event : world.store.events(summary.record))
            if (event.body.find(stored.sha256) != std::string::npos)
                out << "  D-" << summary.number << " event " << event.sequence << ": " << name(event.event) << '\n';
}

}  // namespace

int check_config_command(Context& context, bool connect) {
    const auto& config = context.config();
    auto problems = key_problems(config);
    const auto templates = Templates::load(config.templates_dir);
    if (const auto* errors = std::get_if<std::vector<std::string>>(&templates))
        problems.insert(problems.begin(), errors->begin(), errors->end());
    for (auto& problem : folder_problems(config)) problems.push_back(std::move(problem));
    for (const auto& problem : problems) std::cerr << problem << '\n';
    if (!problems.empty()) return exit_configuration;
    return connect ? probe(config) : exit_done;
}

int explain_command(Context& context, const std::string& message_id) {
    const std::string id = message_id.starts_with('<') ? message_id : '<' + message_id + '>';
    const auto mails = context.reading().find_mails_by_message_id(id);
    if (mails.empty()) throw Stop(exit_no_input, "no stored mail has the Message-ID " + id);
    const LookingGlass glass(context);
    std::ostringstream text;
    for (const auto& mail : mails)
        if (const auto whole = context.reading().mail(mail.row)) explain_one(text, glass, *whole);
    std::cout << outgoing::printable(text.str());
    return exit_done;
}

int verify_command(Context& context, const std::string& id) {
    const RecordId only = id.empty() ? 0 : context.record(id);
    const LookingGlass glass(context);
    int differences = 0;
    for (const auto& fault : context.reading().check_chain()) {
        if (only && fault.record != only) continue;
        ++differences;
        std::cout << "chain: row " << fault.row << ": " << fault.what << '\n';
    }
    int checked = 0;
    for (const auto& summary : context.reading().summaries()) {
        if (only && summary.record != only) continue;
        ++checked;
        const std::string what = handle(summary.record, summary.number);
        try {
            for (const auto& difference : recount(glass.world, summary.record)) {
                ++differences;
                const bool of_one = difference.sequence >= 0;
                std::cout << what << ": " << (of_one ? fmt::format("event {}: ", difference.sequence) : "")
                          << difference.what << '\n';
            }
        } catch (const StorageError& error) {
            ++differences;
            std::cout << what << ": " << error.what() << '\n';
        }
    }
    std::cerr << checked << (checked == 1 ? " decision" : " decisions") << " recounted, " << differences
              << (differences == 1 ? " difference" : " differences") << '\n';
    return differences ? exit_difference : exit_done;
}

}  // namespace assentd
