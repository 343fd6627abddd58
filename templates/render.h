// SPDX-License-Identifier: Apache-2.0
// Notices become finished mails. Texts come from template files (mustache, no escaping needed: text/plain only);
// header fields are built and encoded here from checked values and never come from a template. Pure but for
// load_templates().
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "decision/decision.h"
#include "decision/notice.h"
#include "templates/page.h"

namespace assentd {

// Pages by language and name: {"en", "invitation"}. Checked when loaded: syntax and unknown placeholders.
class Templates {
  public:
    // The built-in ones, overlaid by DIR/LANG/NAME.txt if dir is not empty. Errors as "FILE: what; what is allowed".
    static std::variant<Templates, std::vector<std::string>> load(const std::string& dir);
    // Falls back to English, which has every page. Throws std::out_of_range for a name that is none.
    const outgoing::Page& page(std::string_view language, std::string_view template_name) const;
    std::string_view help() const { return help_; }
    // Of all pages, those that a directory replaced included: mails that were made of them may come back yet.
    std::vector<std::string> fixed_sentences() const;

  private:
    Templates() = default;
    std::map<std::pair<std::string, std::string>, outgoing::Page> pages_;
    std::string help_;
    std::vector<outgoing::Page> replaced_;
};

// Who reads the mail, and how they are written to.
struct Reader {
    std::string name;
    std::string address;
    std::string language = "en";
    std::function<std::string(Instant)> local_time;  // "Fri 4 Dec 2026, 17:00 CET"
    std::string reply_to;                            // their own reply-token address for this decision
};

// The fixed values of our own mail, all validated by the caller's config.
struct Letterhead {
    std::string address;       // decisions@example.org
    std::string display_name;  // "Decisions"
    std::string list_id;       // decisions.example.org
    std::string policies{};    // of the house, one a line with what it is for; follows the help
};

struct Envelope {
    std::string message_id;     // <…@from_domain>, unique and stable
    std::string envelope_from;  // or empty: <>
    std::string in_reply_to;    // "<…>" or empty
    std::vector<std::string> references;
    Instant date{};
};

struct FinishedMail {
    std::string message_id;
    std::string envelope_from;
    std::string recipient;
    std::string bytes;  // RFC 5322, LF line ends, 7-bit, lines under 998 (text under 78) octets
};

// One decision that a mail speaks of. Receipts and reminders may speak of several; the others of exactly one. The
// decision is shown as view.h allows it to this reader.
struct About {
    const Decision* decision = nullptr;
    Notice notice;
    std::string how_to_answer_to;  // reply address for this decision (digests and reminders list several)
};

// `about` is not empty and all of one kind, but for answers to one mail: receipts, questions, refusals and help may
// stand together and make one receipt. Of reminders the decision that closes first is told first.
FinishedMail render(const Templates&, const Letterhead&, const Reader&, const Envelope&,
                    const std::vector<About>& about, Instant now);

// A mail about no decision: unknown sender, help, a mail that we could not place. `quoted_subject` is the other's
// subject.
FinishedMail render_plain(const Templates&, const Letterhead&, const Reader&, const Envelope&, const Notice&,
                          std::string_view quoted_subject);

// The record as Markdown (PRODUCT 7.2), as view.h allows it to everybody.
std::string render_record(const Decision&, Instant now);

}  // namespace assentd
