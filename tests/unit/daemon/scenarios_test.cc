// SPDX-License-Identifier: Apache-2.0
// Plays every transcript of tests/scenarios/ in a real house: configuration, parsers, engine, database, templates and
// the cycle; only the inbox is a list and the clock is moved by hand. ASSENTD_GOLDEN=rewrite writes what came of it
// into the files.
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "daemon/ctl/commands.h"
#include "daemon/transaction.h"
#include "storage/event_codec.h"
#include "tests/unit/daemon/chronicle.h"
#include "tests/unit/daemon/house.h"
#include "tests/unit/daemon/mail_text.h"
#include "tests/unit/daemon/step_words.h"
#include "tests/unit/daemon/transcript.h"

namespace assentd::testing {
namespace {

using Lines = std::vector<std::string>;

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::invalid_argument("cannot read " + path.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// One scenario, step by step.
class Scenario : public House, public ::testing::WithParamInterface<std::filesystem::path> {
  protected:
    // What the file would hold if it told the truth.
    std::string play(const std::string& text) {
        spdlog::set_level(spdlog::level::off);  // a difference should not drown
        fix_the_key();
        std::string result;
        for (const auto& step : read_transcript(text)) {
            try {
                result += (result.empty() ? "" : "\n") + write_step(step, take(step));
            } catch (const std::invalid_argument& wrong) {
                throw std::invalid_argument("line " + std::to_string(step.line) + ": " + wrong.what());
            }
        }
        return result;
    }

    void expect_replayable() {
        for (const auto& summary : store_->summaries()) {
            Decision folded;
            for (const auto& stored : store_->events(summary.record))
                assentd::apply(folded, decode(name(stored.event), stored.body));
            EXPECT_EQ(folded, store_->load(summary.record));
            EXPECT_EQ(folded.state, summary.state);
            EXPECT_EQ(folded.number, summary.number);
            EXPECT_EQ(next_wakeup(folded), summary.next_wakeup);
        }
    }

  private:
    // --- the steps ---

    std::optional<Lines> take(const TranscriptStep& step) {
        Words words(step.head);
        if (words.take("config:")) {
            configure_house(step.block);
            return std::nullopt;
        }
        if (!configured_) configure_house({});
        out_.clear();
        headed_ = false;
        if (const auto when = take_time(words)) {
            if (!first_ && *when < now_) throw std::invalid_argument("time runs backwards");
            step_at_ = *when;
            advance(*when);
            now_ = *when;
            if (act(words, step.block)) return std::nullopt;
        } else {
            look(words);
        }
        words.end();
        return out_;
    }

    // True: nothing can come of it.
    bool act(Words& words, const Lines& block) {
        if (words.take("daemon stops")) {
            cycle_.reset();
            words.end();
            return true;
        }
        if (words.take("daemon starts")) {
            start();
            turn();
        } else if (words.take("inbox breaks")) {
            inbox_.broken = true;
            turn();
        } else if (words.take("inbox works")) {
            inbox_.broken = false;
            turn();
        } else if (words.take("tick")) {
            turn();
        } else if (words.take("the same mail again")) {
            raw(last_raw_);
            turn();
        } else if (words.take("bounce of")) {
            bounce(words);
        } else if (words.take("server refuses")) {
            refuse(words);
        } else if (words.take("admin")) {
            admin(words);
        } else {
            write(words, block);
        }
        return false;
    }

    void look(Words& words) {
        if (words.take("show")) {
            out_ = chronicle_->standing(store_->load(record(words.word())), now_);
        } else if (words.take("log")) {
            ctl([id = words.word()](Context& context) { return log_command(context, id); });
        } else if (words.take("read")) {
            out_ = whole_mail(take_mail(words).bytes);
        }
    }

    // ana -> decisions | D-1 | ben's D-1 | the question  [, unproven | quoted | sent back]
    void write(Words& words, Lines block) {
        const std::string from = address_of(words.word());
        words.need("->");
        std::string target = words.until(",");
        const bool unproven = words.take("unproven");
        const bool quoted = words.take("quoted");
        const bool sent_back = words.take("sent back");
        std::string receiver = from;
        if (const auto whose = target.find("'s "); whose != std::string::npos) {
            receiver = address_of(target.substr(0, whose));
            target = target.substr(whose + 3);
        }
        std::map<std::string, std::string> header;
        if (target.starts_with("decisions")) {
            header["To"] = target + "@example.org";
            header["Subject"] = "";
        } else {
            const auto& answered = target.starts_with("the ") ? chronicle_->last_mail(target.substr(4), receiver)
                                                              : chronicle_->last_about(target, receiver);
            answer_to(answered, header);
            if (quoted || sent_back) {
                if (!block.empty()) block.emplace_back();
                for (const auto& line : lines_of(read_message(answered.bytes).text))
                    block.push_back((quoted ? "> " : "") + line);
            }
        }
        const auto* person = find_person(*config_, from);
        header["From"] = person ? person->name + " <" + from + '>' : from;
        header["Message-ID"] = "<m" + std::to_string(++mails_) + "@example.org>";
        const std::string domain = from.substr(from.find('@') + 1);
        if (!unproven) header["Authentication-Results"] = "mx.example.org; dmarc=pass header.from=" + domain;
        take_header(block, header);
        std::string bytes;
        for (const auto& [field, value] : header) bytes += field + ": " + value + '\n';
        bytes += '\n';
        for (const auto& line : block) bytes += line + '\n';
        deliver(bytes);
    }

    static void answer_to(const OutboxMail& mail, std::map<std::string, std::string>& header) {
        const Message message = read_message(mail.bytes);
        header["To"] = message.reply_to.at(0).address;
        header["Subject"] = "Re: " + message.subject;
        header["In-Reply-To"] = mail.message_id;
    }

    // Header fields that a mail may set at the top of its text; anything else is text, head lines included.
    static void take_header(Lines& block, std::map<std::string, std::string>& header) {
        static const std::set<std::string> fields{
            "Subject",      "Cc",       "Message-ID",     "In-Reply-To", "References", "Date",
            "Content-Type", "Reply-To", "Auto-Submitted", "Precedence",  "List-Id",    "Authentication-Results"};
        while (!block.empty()) {
            const auto colon = block.front().find(": ");
            const std::string field = block.front().substr(0, colon);
            if (colon == std::string::npos || !fields.contains(field)) break;
            header[field] = block.front().substr(colon + 2);
            block.erase(block.begin());
        }
        if (!block.empty() && block.front().empty()) block.erase(block.begin());
    }

    void deliver(const std::string& bytes) {
        last_raw_ = bytes;
        raw(bytes);
        turn();
    }

    void bounce(Words& words) {
        const auto& mail = take_mail(words);
        words.need(":");
        const std::string status = words.rest();
        deliver("From: MAILER-DAEMON@mx.example.org\nTo: " + mail.envelope_from +
                "\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: <m" + std::to_string(++mails_) +
                "@mx.example.org>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; "
                "boundary=part\n\n--part\nContent-Type: text/plain\n\nIt could not be delivered.\n--part\n"
                "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
                "Final-Recipient: rfc822; " +
                mail.recipient + "\nAction: " + (status.starts_with('4') ? "delayed" : "failed") +
                "\nStatus: " + status + "\n--part--\n");
    }

    void refuse(Words& words) {
        const auto& mail = take_mail(words);
        words.need(":");
        store_->mark_bounced(mail.row, words.rest(), now_);
        turn();
    }

    // close D-1: reason | extend D-1 by 2 days: reason | withdraw … | reopen D-1 by 3 days: reason
    void admin(Words& words) {
        const std::string verb = words.word();
        Wish wish;
        wish.id = words.word();
        if (words.take("by") || words.take("to")) wish.until = words.until(": ");
        words.take(":");
        wish.reason = words.rest();
        const std::map<std::string, int (*)(Context&, const Wish&)> verbs{{"close", close_command},
                                                                          {"extend", extend_command},
                                                                          {"withdraw", withdraw_command},
                                                                          {"reopen", reopen_command}};
        const auto command = verbs.find(verb);
        note_that_inbox_is_read();
        if (command == verbs.end()) throw std::invalid_argument("an admin cannot “" + verb + "”");
        ctl([&](Context& context) { return command->second(context, wish); });
        tell();
    }

    // As the daemon does all the time.
    void note_that_inbox_is_read() {
        Transaction transaction(*store_);
        store_->set_value("last_poll", instant_text(now_));
        transaction.commit();
    }

    // --- the house ---

    void configure_house(const Lines& more) {
        if (std::exchange(configured_, true)) throw std::invalid_argument("config: comes first, and once");
        std::string toml = file_text("tests/scenarios/house.toml");
        for (const auto& line : more) toml += '\n' + line;
        std::ofstream(directory_ / "assentd.toml") << toml << '\n';
        configure_whole(toml + '\n');
        chronicle_.emplace(*store_, *config_);
    }

    void fix_the_key() {
        store_->begin();
        store_->set_value("server_key", std::string(64, 'a'));
        store_->commit();
    }

    void start() {
        clock_ = Clock(now_);
        if (!store_->value("last_instant")) {
            store_->begin();
            remember_instant(*store_, now_);  // a mail's own arrival counts from here on
            store_->commit();
        }
        cycle_.emplace(*world_, inbox_, clock_, [] {});
    }

    // The daemon wakes whenever something is due, as it would.
    void advance(Instant to) {
        if (std::exchange(first_, false)) {
            now_ = to;
            start();
        }
        while (cycle_) {
            const auto next = store_->earliest_wakeup();
            if (!next || *next >= to || *next <= now_) break;
            now_ = *next;
            turn();
        }
    }

    void turn() {
        if (!cycle_) return;
        clock_ = Clock(now_);
        cycle_->round();
        tell();
    }

    // assentctl itself, on the same database.
    void ctl(const std::function<int(Context&)>& command) {
        Context context((directory_ / "assentd.toml").string(), Clock(now_), "root");
        std::ostringstream said;
        auto* const out = std::cout.rdbuf(said.rdbuf());
        auto* const talk = std::cerr.rdbuf(said.rdbuf());
        try {
            command(context);
        } catch (const Stop& stop) {
            said << "refused: " << stop.what() << '\n';
        }
        std::cout.rdbuf(out);
        std::cerr.rdbuf(talk);
        for (auto& line : lines_of(said.str())) {
            std::replace(line.begin(), line.end(), '\t', ' ');
            out_.push_back(line);
        }
    }

    // --- what came of it ---

    void tell() {
        Lines lines = chronicle_->news();
        if (lines.empty()) return;
        // What happened on the way to the step's own time stands under its own.
        if (now_ != step_at_ || headed_) {
            out_.push_back(time_text(now_));
            for (auto& line : lines) line.insert(0, "    ");
            headed_ = true;
        }
        out_.insert(out_.end(), lines.begin(), lines.end());
    }

    RecordId record(const std::string& decision) const {
        Words words(decision);
        words.need("D-");
        const auto found = store_->find_number(std::stoll(words.rest()));
        if (!found) throw std::invalid_argument("there is no " + decision);
        return *found;
    }
    std::string address_of(const std::string& who) const { return testing::address_of(*config_, who); }
    const OutboxMail& take_mail(Words& words) {  // "invitation to ben"
        const std::string kind = words.word();
        words.need("to");
        return chronicle_->last_mail(kind, address_of(words.word()));
    }

    Clock clock_;
    std::optional<Cycle> cycle_;
    bool first_ = true;
    Lines out_;
    Instant step_at_{};
    bool headed_ = false;
    bool configured_ = false;
    std::string last_raw_;
    std::optional<Chronicle> chronicle_;
};

TEST_P(Scenario, PlaysAsWritten) {
    const std::string file = file_text(GetParam());
    const std::string now = play(file);
    expect_honest_record();
    expect_replayable();
    const char* wish = std::getenv("ASSENTD_GOLDEN");
    if (wish != nullptr && std::string_view(wish) == "rewrite") {
        std::ofstream(GetParam(), std::ios::binary) << now;
        return;
    }
    const std::string difference = line_difference(file, now);
    EXPECT_TRUE(difference.empty()) << GetParam().string() << " differs; `make golden` writes it anew:\n"
                                    << difference;
}

std::vector<std::filesystem::path> all_scenarios() {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("tests/scenarios", none))
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

INSTANTIATE_TEST_SUITE_P(All, Scenario, ::testing::ValuesIn(all_scenarios()), [](const auto& file) {
    std::string test = file.param.stem().string();
    std::replace(test.begin(), test.end(), '-', '_');
    return test;
});

}  // namespace
}  // namespace assentd::testing
