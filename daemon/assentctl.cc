// SPDX-License-Identifier: Apache-2.0
// assentctl(1): the command line, and nothing else. Each command is a function in daemon/ctl/.
#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <iostream>

#include "daemon/count_command.h"
#include "daemon/ctl/commands.h"
#include "daemon/log.h"
#include "daemon/parse_command.h"
#include "daemon/private_memory.h"
#include "daemon/trouble.h"
#include "daemon/version.h"
#include "decision/nearest.h"
#include "templates/plain_text.h"

namespace assentd {

namespace {

class CommandLine {
  public:
    int run(int argc, char** argv) {
        app_.set_version_flag("--version", std::string("assentctl ") + version);
        app_.add_option("--config", config_, "the configuration file")->type_name("FILE");
        app_.require_subcommand(1);
        looking();
        acting();
        queues();
        reading();
        try {
            app_.parse(argc, argv);
        } catch (const CLI::Success& asked) {
            return app_.exit(asked);
        } catch (const CLI::ParseError& error) {
            if (const std::string unknown = what_is_unknown(); !unknown.empty())
                std::cerr << unknown << '\n';
            else
                app_.exit(error, std::cerr, std::cerr);
            return exit_usage;
        }
        return call();
    }

  private:
    // The first word that nothing takes, and what it may have meant.
    std::string what_is_unknown() const {
        const CLI::App* at = &app_;
        std::string path = "assentctl";
        std::vector<std::string> options;
        for (;; path += ' ' + at->get_name()) {
            for (const auto* option : at->get_options())
                for (const auto& name : option->get_lnames()) options.push_back("--" + name);
            if (at->get_subcommands().empty()) break;
            at = at->get_subcommands().front();
        }
        const auto left = app_.remaining(true);
        if (left.empty()) return {};
        const std::string word = left.front().substr(0, left.front().find('='));
        const bool is_option = word.starts_with("-") && word != "-";
        std::vector<std::string> known = is_option ? options : std::vector<std::string>();
        if (!is_option)
            for (const auto* sub : at->get_subcommands(nullptr)) known.push_back(sub->get_name());
        if (known.empty()) return {};
        const auto near = nearest(word, known);
        return path + ": there is no " + (is_option ? "option" : "command") + " “" + word + "”; " +
               (near ? "did you mean “" + *near + "”?" : "see " + path + " --help");
    }

    CLI::App* command(const char* command_name, const char* what, std::function<int(Context&)> f,
                      CLI::App* parent = nullptr) {
        auto* sub = (parent ? parent : &app_)->add_subcommand(command_name, what);
        sub->callback([this, f = std::move(f)] { chosen_ = f; });
        return sub;
    }
    void decision_argument(CLI::App* sub, bool required = true) {
        auto* option = sub->add_option("decision", wish_.id, "its number, or draft-N")->type_name("D-N");
        if (required) option->required();
    }

    void looking() {
        auto* check = command("check-config", "find what would fail later",
                              [this](Context& c) { return check_config_command(c, connect_); });
        check->add_flag("--connect", connect_, "log in to the servers, too");
        auto* list = command("list", "the decisions", [this](Context& c) { return list_command(c, which_, json_); });
        const auto only = [&](const char* flag, Which which, const char* what) {
            return list->add_flag_callback(
                flag, [this, which] { which_ = which; }, what);
        };
        auto* open = only("--open", Which::open, "only the open ones");
        auto* closed = only("--closed", Which::closed, "only the closed ones")->excludes(open);
        only("--drafts", Which::drafts, "only what is not open yet")->excludes(open)->excludes(closed);
        list->add_flag("--json", json_, "as JSON");
        auto* show = command("show", "one decision", [this](Context& c) { return show_command(c, wish_.id, json_); });
        decision_argument(show);
        show->add_flag("--json", json_, "as JSON");
        decision_argument(command("log", "its events", [this](Context& c) { return log_command(c, wish_.id); }));
        command("explain", "what was made of a stored mail", [this](Context& c) { return explain_command(c, text_); })
            ->add_option("message-id", text_, "the mail's Message-ID")
            ->required();
        decision_argument(command("verify", "check the chain and recount from the raw mails",
                                  [this](Context& c) { return verify_command(c, wish_.id); }),
                          false);
        auto* exporting = command("export", "write the record",
                                  [this](Context& c) { return export_command(c, wish_.id, text_, output_); });
        decision_argument(exporting);
        exporting->add_option("--format", text_, "md, json, csv, blt or mbox")->required();
        exporting->add_option("--output", output_, "a file instead of stdout")->type_name("FILE");
        command("handbook", "how we decide here, as one Markdown page",
                [](Context& c) { return handbook_command(c); });
        auto* planning =
            command("plan", "who would get what mail when", [this](Context& c) { return plan_command(c, plan_); });
        planning->add_option("policy", plan_.policy, "its name")->required();
        planning->add_option("--from", plan_.from, "when it opens")->type_name("INSTANT")->required();
        planning->add_option("--voters", plan_.voters, "addresses and groups, instead of the policy's")
            ->type_name("WHO")
            ->allow_extra_args(false);
        planning->add_flag("--json", plan_.json, "as JSON");
    }

    void acting() {
        const auto add = [this](const char* name, const char* what, int (*f)(Context&, const Wish&), bool with_time,
                                bool with_choice = false) {
            auto* sub = command(name, what, [this, f](Context& c) { return f(c, wish_); });
            decision_argument(sub);
            if (with_time)
                sub->add_option("until", wish_.until, "a length (\"3 days\") or a point of time")
                    ->type_name("WHEN")
                    ->required();
            if (with_choice)
                sub->add_option("choice", wish_.choice, "yes, no, or options (\"A\", \"A and C\")")
                    ->type_name("CHOICE")
                    ->required();
            sub->add_option("--reason", wish_.reason, "printed in the record")
                ->type_name("TEXT")
                ->required()
                ->check([](const std::string& text) {
                    return text.find_first_not_of(" \t\n") == text.npos ? "it is empty; say why, for the record" : "";
                });
        };
        add("close", "close a decision now", close_command, false);
        add("extend", "move its close", extend_command, true);
        add("withdraw", "withdraw it, or a draft", withdraw_command, false);
        add("decide", "settle a tie in place of its decider", decide_command, false, true);
        add("reopen", "open a closed decision again", reopen_command, true);
        auto* address = app_.add_subcommand("address", "addresses that people confirmed")->require_subcommand(1);
        command("list", "all of them", address_list_command, address);
        command(
            "forget", "mail from there is nobody's any more",
            [this](Context& c) { return address_forget_command(c, address_); }, address)
            ->add_option("address", address_, "the address")
            ->required();
    }

    void queues() {
        auto* quarantine =
            app_.add_subcommand("quarantine", "mails that could not be handled")->require_subcommand(1);
        command(
            "list", "all of them", [this](Context& c) { return quarantine_list_command(c, json_); }, quarantine)
            ->add_flag("--json", json_, "as JSON");
        const auto with_row = [this](CLI::App* parent, const char* name, const char* what,
                                     int (*f)(Context&, std::int64_t)) {
            command(
                name, what, [this, f](Context& c) { return f(c, row_); }, parent)
                ->add_option("row", row_, "its number in the list")
                ->required();
        };
        with_row(quarantine, "show", "the raw mail", quarantine_show_command);
        with_row(quarantine, "release", "handle it now", quarantine_release_command);
        with_row(quarantine, "drop", "never handle it; it is not deleted", quarantine_drop_command);
        auto* outbox = app_.add_subcommand("outbox", "mails that wait to be sent")->require_subcommand(1);
        auto* list = command(
            "list", "all of them", [this](Context& c) { return outbox_list_command(c, outbox_); }, outbox);
        list->add_option("--state", outbox_.state,
                         "only queued, sending, sent, deferred, unknown, bounced or dropped")
            ->type_name("STATE");
        list->add_option("--decision", outbox_.id, "only of this decision")->type_name("D-N");
        list->add_flag("--json", outbox_.json, "as JSON");
        with_row(outbox, "retry", "send it now", outbox_retry_command);
        with_row(outbox, "drop", "do not send it", outbox_drop_command);
        command("health", "is all well?", [this](Context& c) {
            return health_command(c, json_);
        })->add_flag("--json", json_, "as JSON");
    }

    void reading() {
        auto* parse = command("parse", "how mails are read, without database or configuration", [this](Context&) {
            return parse_command(paths_, json_, std::cin, std::cout, std::cerr);
        });
        parse->add_flag("--json", json_, "one JSON object per message and line");
        parse->add_option("path", paths_, "message file, mbox, Maildir or directory; - for stdin")->required();
        auto* replaying = command("replay", "the decisions that an archive would have made", [this](Context& c) {
            replay_.with_config = app_.get_option("--config")->count() > 0;
            return replay_command(c, replay_);
        });
        replaying->add_option("path", replay_.paths, "message file, mbox, Maildir or directory; - for stdin")
            ->required();
        replaying->add_option("--policy", replay_.policy, "that all are decided under")->required();
        replaying->add_flag("--all", replay_.all_threads, "every thread, not only calls for votes");
        replaying->add_flag("--until-last-mail", replay_.until_last_mail, "close no thread before its last mail");
        replaying->add_flag("--json", replay_.json, "as JSON");
        auto* count = command("count", "count ballots by a method", [this](Context&) {
            if (text_ == "-") return count_command(std::cin, std::cout, std::cerr);
            std::ifstream file(text_);
            if (!file) throw Stop(exit_no_input, "cannot read " + text_);
            return count_command(file, std::cout, std::cerr);
        });
        count->add_flag("--json", json_, "JSON lines in and out (the only form)");
        count->add_option("file", text_, "a file of JSON lines; - for stdin")->required();
    }

    int call() {
        Context context(config_);
        start_log("warn");
        try {
            return chosen_(context);
        } catch (const Stop& stop) {
            if (*stop.what()) std::cerr << "assentctl: " << outgoing::printable(stop.what()) << '\n';
            return stop.code();
        } catch (const StorageError& error) {
            std::cerr << "assentctl: " << error.what() << '\n';
            return error.kind() == StorageError::Kind::busy ? exit_try_later : exit_unavailable;
        } catch (const Trouble& error) {
            std::cerr << "assentctl: " << error.what() << '\n';
            return exit_unavailable;
        }
    }

    CLI::App app_{"Asks assentd and acts on its decisions. See assentctl(1)."};
    std::string config_ = "/etc/assentd/assentd.toml";
    std::function<int(Context&)> chosen_;
    Which which_ = Which::all;
    std::string address_;
    Wish wish_;
    OutboxWish outbox_;
    PlanWish plan_;
    ReplayWish replay_;
    std::string text_;
    std::string output_;
    std::vector<std::string> paths_;
    std::int64_t row_ = 0;
    bool connect_ = false;
    bool json_ = false;
};

}  // namespace

}  // namespace assentd

int main(int argc, char** argv) {
    assentd::keep_memory_private();
    return assentd::CommandLine().run(argc, argv);
}
