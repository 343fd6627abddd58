// SPDX-License-Identifier: Apache-2.0
// The daemon: options, signals, systemd, and the life of a configuration. What it does is in daemon/cycle.h.
#include <Poco/Util/HelpFormatter.h>
#include <Poco/Util/Option.h>
#include <Poco/Util/OptionProcessor.h>
#include <Poco/Util/OptionSet.h>
#include <Poco/Util/ServerApplication.h>
#include <curl/curl.h>
#include <malloc.h>
#include <pthread.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <atomic>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "config/when.h"
#include "daemon/connections.h"
#include "daemon/cycle.h"
#include "daemon/dispatcher.h"
#include "daemon/exit_codes.h"
#include "daemon/health.h"
#include "daemon/log.h"
#include "daemon/openpgp.h"
#include "daemon/private_memory.h"
#include "daemon/service_manager.h"
#include "daemon/signal_thread.h"
#include "daemon/trouble.h"
#include "daemon/version.h"
#include "storage/lock.h"

namespace assentd {

namespace {

// systemd wants to hear from us twice per watchdog period, and who collects metrics wants fresh ones; without either,
// an hour is only a bound.
std::chrono::milliseconds longest_wait(bool with_metrics) {
    const std::chrono::milliseconds bound = with_metrics ? std::chrono::minutes(1) : std::chrono::minutes(60);
    const auto watched = watchdog_period();
    return watched ? std::min(bound, std::chrono::duration_cast<std::chrono::milliseconds>(*watched / 2)) : bound;
}

// To systemd, at most once a second. From the main thread only: the watchdog is for it. A mail that takes long
// because the line is slow shows life, too.
void show_life() {
    static std::chrono::steady_clock::time_point last;
    const auto now = std::chrono::steady_clock::now();
    if (now - last < std::chrono::seconds(1)) return;
    last = now;
    if (watchdog_period()) tell_service_manager("WATCHDOG=1");
}

int exit_for(StorageError::Kind kind) {
    switch (kind) {
        case StorageError::Kind::busy:
        case StorageError::Kind::full:
            return exit_try_later;
        case StorageError::Kind::newer_version:
            return exit_configuration;
        case StorageError::Kind::read_only:
            return exit_cannot_create;
        case StorageError::Kind::corrupt:
        case StorageError::Kind::other:
            break;
    }
    return exit_unavailable;
}

// One configuration in force, with everything made from it.
struct Session {
    Config config;
    Templates templates;
    Tokens tokens;
    World world;
    std::unique_ptr<Inbox> inbox;
    std::unique_ptr<Cycle> cycle;

    Session(Config c, Templates t, Store& store, const OpenPgp* openpgp, const Clock& clock,
            std::function<void()> committed)
        : config(std::move(c)),
          templates(std::move(t)),
          tokens(server_key(store), config.mail),
          world{config, templates, tokens, store, openpgp},
          inbox(make_inbox(
              config, [this](std::string_view uid) { return world.store.has_uid(config.inbox.server.path, 0, uid); },
              show_life)),
          cycle(std::make_unique<Cycle>(world, *inbox, clock, std::move(committed))) {}
};

class Daemon : public Poco::Util::ServerApplication {
  public:
    // Throws for what cannot be understood: Poco itself would only log it.
    void check_arguments(int argc, char** argv) {
        Poco::Util::OptionSet known;
        defineOptions(known);
        Poco::Util::OptionProcessor processor(known);
        for (std::string name, value; argc > 1; --argc) processor.process(*++argv, name, value);
        processor.checkRequired();
    }

  protected:
    void defineOptions(Poco::Util::OptionSet& options) override {
        using Poco::Util::Option;
        // Poco's own --daemon, --pidfile and --umask are left out on purpose: supervisors do that better.
        const Poco::Util::OptionCallback<Daemon> take(this, &Daemon::set);
        options.addOption(Option("config", "c", "the configuration file (default /etc/assentd/assentd.toml)")
                              .argument("FILE")
                              .callback(take));
        options.addOption(Option("once", "", "one full cycle, then exit").callback(take));
        options.addOption(Option("at", "", "with --once: its instant (RFC 3339)").argument("INSTANT").callback(take));
        options.addOption(Option("version", "", "print the version").callback(take));
        options.addOption(Option("help", "h", "print this").callback(take));
    }

    int main(const std::vector<std::string>& rest) override {
        if (help_) return print_help();
        if (print_version_) {
            std::cout << "assentd " << version << '\n';
            return exit_done;
        }
        if (!rest.empty()) return usage("“" + rest.front() + "” is not an option");
        if (at_ && !once_) return usage("--at goes with --once");
        if (config_path_.empty()) return usage("--config names no file");
        start_log("info");
        try {
            return run_daemon();
        } catch (const StorageError& error) {
            spdlog::critical("event=stopped what={}", quoted(error.what()));
            return exit_for(error.kind());
        } catch (const Trouble& error) {
            spdlog::critical("event=stopped what={}", quoted(error.what()));
            return exit_unavailable;
        }
    }

  private:
    void set(const std::string& option, const std::string& value) {
        if (option == "config")
            config_path_ = value;
        else if (option == "at")
            at_ = value;
        else if (option == "once")
            once_ = true;
        else if (option == "version")
            print_version_ = true;
        else
            help_ = true;
        if (help_ || print_version_) stopOptionsProcessing();
    }

    int print_help() {
        Poco::Util::HelpFormatter formatter(options());
        formatter.setCommand("assentd");
        formatter.setUsage("[--config FILE] [--once [--at INSTANT]]");
        formatter.setHeader("Decides by e-mail. See assentd(8).");
        formatter.format(std::cout);
        return exit_done;
    }

    int usage(const std::string& what) {
        std::cerr << "assentd: " << what << "; see assentd --help\n";
        return exit_usage;
    }

    std::optional<Config> load() {
        auto loaded = load_config(config_path_);
        if (auto* config = std::get_if<Config>(&loaded)) return std::move(*config);
        for (const auto& error : std::get<std::vector<ConfigError>>(loaded)) std::cerr << to_string(error) << '\n';
        return std::nullopt;
    }

    std::optional<Templates> load_templates(const Config& config) {
        auto loaded = Templates::load(config.templates_dir);
        if (auto* templates = std::get_if<Templates>(&loaded)) return std::move(*templates);
        for (const auto& error : std::get<std::vector<std::string>>(loaded)) std::cerr << error << '\n';
        return std::nullopt;
    }

    int run_daemon() {
        auto config = load();
        auto templates = config ? load_templates(*config) : std::nullopt;
        if (!config || !templates) return exit_configuration;
        spdlog::set_level(spdlog::level::from_str(config->daemon.log_level));

        ::mkdir(config->daemon.state_dir.c_str(), 0700);
        const WriterLock lock(config->daemon.state_dir);
        const std::string database = config->daemon.state_dir + "/assentd.db";
        store_ = Store::open(database);
        if (const int refused = set_clock()) return refused;
        store_->recover_sending(clock_.now());

        Dispatcher dispatcher(Store::open(database), make_outlet(*config), clock_, config->outlet.rate_per_minute,
                              [this] { with_session([](Session& s) { s.cycle->stop(); }, once_); });
        const auto committed = [&] {
            if (!once_) dispatcher.wake();
        };
        take_keys(*config);
        open_session(std::move(*config), std::move(*templates), committed);
        if (once_) return run_once(dispatcher);
        return run_forever(dispatcher, committed);
    }

    int set_clock() {
        if (!at_) return 0;
        const auto read = read_instant(*at_);
        if (const auto* wrong = std::get_if<NotUnderstood>(&read))
            return usage("--at: " + wrong->wrong + ' ' + wrong->right);
        const Instant at = std::get<Instant>(read);
        if (at >= std::chrono::sys_days(std::chrono::year{2200} / 1 / 1))
            return usage("--at " + *at_ + " is too far away: the clock of a database never goes back");
        if (const auto last = store_->value("last_instant")) {
            const auto before = read_instant(*last);
            if (std::holds_alternative<Instant>(before) && at < std::get<Instant>(before))
                return usage("--at " + *at_ + " is before " + *last + ", an instant already used with this database");
        }
        clock_ = Clock(at);
        return 0;
    }

    int run_once(Dispatcher& dispatcher) {
        const bool read = session_->cycle->round();
        store_->begin();
        remember_instant(*store_, clock_.now());
        // What could not be read now did not arrive later because of that (see Clock::arrival).
        if (read) store_->set_value("last_reading", instant_text(clock_.now()));
        store_->commit();
        const bool trouble = dispatcher.run_due();
        // What bounced at once is news for the decisions; it is stepped in this same cycle.
        const bool again = session_->cycle->round();
        MetricsFile(session_->config.daemon.metrics_file).end(*store_, clock_.now());
        if (!read && !again) std::cerr << "assentd: the inbox could not be read: " << session_->cycle->what() << '\n';
        return (!read && !again) || trouble ? exit_unavailable : exit_done;
    }

    int run_forever(Dispatcher& dispatcher, const std::function<void()>& committed) {
        dispatcher.start();
        // SIGUSR1 comes from assentctl: it changed something, and perhaps queued mails.
        SignalThread signals([this] { ask(stopping_); }, [this] { ask(reloading_); },
                             [&] {
                                 dispatcher.retry();
                                 with_session([](Session& s) { s.cycle->stop(); }, false);
                             });
        tell_service_manager("READY=1");
        spdlog::info("event=ready version={} inbox={}", version, session_->config.inbox.server.scheme);
        while (!stopping_) {
            MetricsFile metrics(session_->config.daemon.metrics_file);
            session_->cycle->run(
                [&] {
                    show_life();
                    metrics.renew(*store_, clock_.now());
                },
                longest_wait(!session_->config.daemon.metrics_file.empty()));
            if (stopping_) break;
            if (reloading_.exchange(false))
                reload(committed);
            else
                renew(committed);
        }
        tell_service_manager("STOPPING=1");
        dispatcher.stop();
        MetricsFile(session_->config.daemon.metrics_file).end(*store_, clock_.now());
        spdlog::info("event=stopped");
        return exit_done;
    }

    // From the signal thread: the cycle ends its wait, and the main thread sees why.
    void ask(std::atomic<bool>& wish) {
        wish = true;
        with_session([](Session& s) { s.cycle->stop(); }, false);
    }

    void with_session(const std::function<void(Session&)>& f, bool not_now) {
        const std::lock_guard guard(session_mutex_);
        if (session_ && !not_now) f(*session_);
    }

    void open_session(Config config, Templates templates, const std::function<void()>& committed) {
        auto session = std::make_unique<Session>(std::move(config), std::move(templates), *store_, openpgp_.get(),
                                                 clock_, committed);
        const std::lock_guard guard(session_mutex_);
        session_ = std::move(session);
        if (stopping_) session_->cycle->stop();
    }

    void renew(const std::function<void()>& committed) {
        open_session(session_->config, session_->templates, committed);
    }

    // A key that cannot be used costs its owner the proof by signature, and nobody else anything.
    void take_keys(const Config& config) {
        std::vector<std::string> problems;
        openpgp_ = make_openpgp(config, config.daemon.state_dir + "/gnupg", problems);
        for (const auto& problem : problems) spdlog::error("event=openpgp what={}", quoted(problem));
    }

    // A faulty file changes nothing (PRODUCT 10.1).
    void reload(const std::function<void()>& committed) {
        tell_service_manager("RELOADING=1");
        auto config = load();
        auto templates = config ? load_templates(*config) : std::nullopt;
        if (config && templates) {
            const auto& old = session_->config;
            if (config->daemon.state_dir != old.daemon.state_dir || !(config->outlet == old.outlet))
                spdlog::warn("event=reload what=\"state_dir and [outlet] change only with a restart\"");
            spdlog::set_level(spdlog::level::from_str(config->daemon.log_level));
            take_keys(*config);
            open_session(std::move(*config), std::move(*templates), committed);
            spdlog::info("event=reloaded");
        } else {
            spdlog::error("event=reload_refused what=\"the file has faults; the old configuration stays in force\"");
            renew(committed);
        }
        tell_service_manager("READY=1");
    }

    std::string config_path_ = "/etc/assentd/assentd.toml";
    std::optional<std::string> at_;
    bool once_ = false;
    bool print_version_ = false;
    bool help_ = false;

    Clock clock_;
    std::unique_ptr<Store> store_;
    std::unique_ptr<OpenPgp> openpgp_;
    std::mutex session_mutex_;
    std::unique_ptr<Session> session_;
    std::atomic<bool> stopping_{false};
    std::atomic<bool> reloading_{false};
};

}  // namespace

int run(int argc, char** argv) {
    keep_memory_private();
    // Before any thread: only the signal thread receives these.
    const sigset_t set = handled_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);               // a file-size limit is a full disk: an error to act on, not a death
    ::mallopt(M_ARENA_MAX, 2);                // one for who records, one for who reads ahead; the others mostly sleep
    ::mallopt(M_MMAP_THRESHOLD, 128 * 1024);  // what a large mail took goes back at once, as it grows no arena
    curl_global_init(CURL_GLOBAL_DEFAULT);
    try {
        Daemon daemon;  // asks where it is, which may be a directory that is gone
        daemon.check_arguments(argc, argv);
        return daemon.run(argc, argv);
    } catch (const Poco::Exception& error) {
        std::cerr << "assentd: " << error.displayText() << "; see assentd --help\n";
        return exit_usage;
    }
}

}  // namespace assentd

int main(int argc, char** argv) {
    return assentd::run(argc, argv);
}
