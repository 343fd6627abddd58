// SPDX-License-Identifier: Apache-2.0
#include "daemon/below_headings.h"

#include <algorithm>
#include <map>
#include <optional>

#include "daemon/acts.h"
#include "decision/text.h"
#include "parsers/commands/scoped_line.h"
#include "parsers/fold.h"
#include "parsers/verdict.h"

namespace assentd {

namespace {

// No reminder lists so many, and anybody may write such a mail: each answer is read by itself, and each decision
// loaded.
constexpr std::size_t most_answers = 50;
constexpr std::size_t longest_text = 1u << 16;
constexpr std::size_t longest_said_of_all = 2000;

// The decisions that the headings of one mail name, each loaded once.
class Named {
  public:
    explicit Named(const World& world) : world_(world) {}
    const Decision* find(std::int64_t number) {
        const auto [known, is_new] = decisions_.try_emplace(number);
        if (const auto record = is_new ? world_.store.find_number(number) : std::nullopt)
            known->second = world_.store.load(*record);
        return known->second ? &*known->second : nullptr;
    }

  private:
    const World& world_;
    std::map<std::int64_t, std::optional<Decision>> decisions_;
};

// "D-4: A new printer", also where its end was wrapped.
bool is_title_of(const Decision& d, std::string_view line) {
    constexpr std::size_t least_of_a_wrapped_one = 40;
    const std::string title = words::fold(id(d) + ": " + d.text().title);
    const std::string said = words::fold(line);
    return said == title || (said.size() >= least_of_a_wrapped_one && title.starts_with(said));
}

// The decision whose heading stands last in these quoted lines, right above the answer or as the only one. 0: none,
// or another line begins with a decision's number below it, such as an example of ours.
std::int64_t headed_by(Named& decisions, const std::string& quoted) {
    std::vector<std::string_view> named;
    std::string_view last;
    for (const std::string_view line : words::lines_of(quoted)) {
        if (words::is_blank(line)) continue;
        last = words::trim(line);
        if (words::names_decision(last)) named.push_back(last);
    }
    if (named.empty() || (named.size() > 1 && named.back() != last)) return 0;
    const auto numbers = words::decisions_named(named.back().substr(0, named.back().find(':')), false);
    const auto number = numbers.size() == 1 ? decision_number(numbers.front()) : std::nullopt;
    const Decision* d = number ? decisions.find(*number) : nullptr;
    return d && is_title_of(*d, named.back()) ? *number : 0;
}

bool answers_what_stands_above(const Reading& r) {
    return r.scope.empty() && r.type != ReadingType::command;
}

// What stands below no heading is said of all of them: "Please do not count this yet."
std::string said_of_all(const MailAtHand& mail) {
    std::string said;
    for (std::size_t i = 0; i < mail.headings.size(); ++i)
        if (mail.headings[i] == 0) said += "\n\n" + mail.read.own.answers[i].text;
    if (said.size() > longest_said_of_all) said.resize(said.find_last_of('\n', longest_said_of_all));
    return said;
}

Interpretation read_piece(const MailAtHand& mail, std::size_t i, const std::string& behind,
                          const ReadingContext& context) {
    OwnWords piece;
    piece.new_text = mail.read.own.answers[i].text;
    const std::size_t end = piece.new_text.size();
    if (mail.headings[i] != 0) piece.new_text += behind;
    piece.doubtful = mail.read.own.doubtful;
    Interpretation read = interpret(mail.message, std::move(piece), context);
    std::erase_if(read.readings, [&](const Reading& r) { return r.offset >= end; });
    return read;
}

// As a reply to a mail about several decisions does, and no proposal.
bool replies_to_several(const World& world, const MailAtHand& mail) {
    const auto addresses = world.tokens.find(mail.message);
    const auto& answered = mail.message.in_reply_to;
    return std::any_of(
               addresses.begin(), addresses.end(),
               [](const ReplyAddress& address) { return address.purpose == ReplyAddress::Purpose::person; }) ||
           std::any_of(answered.begin(), answered.end(),
                       [&](const std::string& id) { return world.store.find_outbox(id).has_value(); });
}

}  // namespace

void find_headings(const World& world, MailAtHand& mail) {
    const auto& answers = mail.read.own.answers;
    if (answers.empty() || answers.size() > most_answers || mail.read.own.new_text.size() > longest_text) return;
    if (answered_by(world, mail) != 0 || !replies_to_several(world, mail)) return;
    Named decisions(world);
    std::vector<std::int64_t> headings;
    for (const auto& answer : answers) headings.push_back(headed_by(decisions, answer.quoted));
    if (std::all_of(headings.begin(), headings.end(), [](std::int64_t n) { return n == 0; })) return;
    mail.headings = std::move(headings);
    mail.read = read_below_headings(mail, [&](std::int64_t number) {
        const Decision* d = number ? decisions.find(number) : nullptr;
        return d ? reading_context(*d) : ReadingContext();
    });
}

Interpretation read_below_headings(const MailAtHand& mail, const ContextOf& context_of) {
    Interpretation whole;
    whole.own = mail.read.own;
    const std::string of_all = said_of_all(mail);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < mail.headings.size(); ++i) {
        const auto& answer = mail.read.own.answers[i];
        for (auto& r : read_piece(mail, i, of_all, context_of(mail.headings[i])).readings) {
            const auto at = whole.own.new_text.find(r.line, begin);
            r.end = r.end - r.offset;
            r.offset = at == std::string::npos ? begin : at;
            r.end += r.offset;
            if (mail.headings[i] != 0 && answers_what_stands_above(r))
                r.scope = "D-" + std::to_string(mail.headings[i]);
            whole.readings.push_back(std::move(r));
        }
        const auto first = whole.own.new_text.find(answer.text.substr(0, answer.text.find('\n')), begin);
        if (first != std::string::npos) begin = first + 1;
    }
    words::give_verdict(whole);
    return whole;
}

std::vector<std::pair<std::int64_t, std::string>> words_below_headings(const MailAtHand& mail) {
    std::vector<std::pair<std::int64_t, std::string>> found;
    for (std::size_t i = 0; i < mail.headings.size(); ++i) {
        const auto& text = mail.read.own.answers[i].text;
        const bool answers = std::any_of(mail.read.readings.begin(), mail.read.readings.end(),
                                         [&](const Reading& r) { return text.find(r.line) != std::string::npos; });
        if (mail.headings[i] != 0 && !answers) found.emplace_back(mail.headings[i], text.substr(0, text.find('\n')));
    }
    return found;
}

}  // namespace assentd
