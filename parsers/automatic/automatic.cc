// SPDX-License-Identifier: Apache-2.0
// The order of the questions: our own mail, machine-readable reports, calendar replies, reports in prose, then the
// marks of RFC 3834 and its many predecessors (automatic_marks), and at last vacation notes without any mark.
#include "parsers/automatic/automatic.h"

#include <algorithm>

#include "parsers/ascii.h"
#include "parsers/automatic/automatic_marks.h"
#include "parsers/automatic/automatic_patterns.h"
#include "parsers/automatic/bounce_text.h"
#include "parsers/automatic/calendar_reply.h"
#include "parsers/automatic/delivery_report.h"
#include "parsers/automatic/mail_server.h"
#include "parsers/automatic/own_opening.h"
#include "parsers/mime/addresses.h"
#include "parsers/mime/charsets.h"
#include "parsers/proposals/head_lines.h"

namespace assentd {

namespace {

constexpr std::size_t opening_size = 1500;
constexpr std::size_t longest_report = 1 << 20;

// Programs repeat the subject that they answer; it is no word of theirs.
std::string note_without_title(const OwnOpening& opening, const std::string& subject) {
    constexpr std::size_t shortest = 8;
    std::string note = opening.note();
    const std::string title(read_title(subject).title);
    const std::size_t at = title.size() < shortest ? note.npos : note.find(title);
    if (at != note.npos) note.erase(at, title.size());
    return note;
}

class Recogniser {
  public:
    Recogniser(const MimeTree& tree, const OwnIdentity& own, Message& m, Remarks& remarks)
        : tree_(tree),
          header_(tree.root().header),
          own_(own),
          m_(m),
          remarks_(remarks),
          opening_(m.text),
          note_(note_without_title(opening_, m.subject)) {}

    void run() {
        if (own_mail() || report() || calendar() || challenge() || prose_report() || marked() || reaction()) return;
        if (!vacation_by_subject() && !receipt()) by_its_words();
    }

  private:
    // What a search finds in the note; whoever votes in it is no program, and this is looked at last.
    template <typename Search>
    auto in_note(Search search) const {
        const auto found = search(note_);
        return found == decltype(found){} || !opening_.note_votes() ? found : search(std::string_view());
    }

    bool vacation_by_subject() {
        const bool away = in_note(says_away);
        std::string_view pattern =
            vacation_subject(m_.subject, away || !m_.in_reply_to.empty() || !m_.references.empty());
        if (pattern.empty() && away) pattern = vacation_subject(read_title(m_.subject).title, true);  // "Re: …"
        return !pattern.empty() && is(MessageKind::auto_reply,
                                      "a vacation note by its subject (" + std::string(pattern) + "): " + m_.subject);
    }

    bool receipt() {
        const auto subject = in_note([&](std::string_view note) { return receipt_text(m_.subject, note); });
        return !subject.empty() && is(MessageKind::read_receipt, "a receipt (" + std::string(subject) + ")");
    }

    void by_its_words() {
        if (const auto away = in_note(vacation_text); !away.empty())
            is(MessageKind::auto_reply, "a vacation note by its words (" + std::string(away) + ")");
        else if (const auto request = in_note(acknowledgement_text); !request.empty())
            is(MessageKind::auto_reply, "the answer of a ticket system (" + std::string(request) + ")");
    }

    bool challenge() {
        return header_.value("X-Delivery-Agent").find("TMDA") != std::string_view::npos &&
               is(MessageKind::auto_reply, "a request to confirm (TMDA)");
    }

    bool is(MessageKind kind, std::string why) {
        m_.kind = kind;
        m_.kind_reason = clean_line(utf8_prefix(why, 300));
        return true;
    }

    bool own_mail() {
        if (own_.list_id.empty() || !header_.find("X-Assentd-Decision")) return false;
        const std::string id = lower(header_.value("List-Id"));
        return id.find("<" + lower(own_.list_id) + ">") != std::string::npos &&
               is(MessageKind::loop, "our own List-Id");
    }

    // The entities that say what this mail is: not those of mails attached to it, and not what a person attached.
    // Some programs pass on the report of a mail server as attachments, part by part.
    void own_parts(std::size_t index, std::vector<const Entity*>& out) const {
        const Entity& entity = tree_.entities[index];
        out.push_back(&entity);
        if (!entity.is_multipart()) return;
        const bool may_attach = entity.is("multipart/mixed") && !daemon_sender() && !null_sender();
        for (const std::size_t child : entity.children)
            if (!may_attach || tree_.entities[child].disposition.value != "attachment") own_parts(child, out);
    }

    std::vector<const Entity*> own_parts_of(std::string_view type) const {
        std::vector<const Entity*> parts;
        own_parts(0, parts);
        std::erase_if(parts, [&](const Entity* e) { return !e->is(type); });
        return parts;
    }

    const Entity* own_part(std::string_view type) const {
        const auto parts = own_parts_of(type);
        return parts.empty() ? nullptr : parts.front();
    }

    bool report() {
        const Entity& root = tree_.root();
        const std::string type = root.is("multipart/report") ? lower(root.type.get("report-type")) : std::string();
        if (type == "feedback-report" || own_part("message/feedback-report")) {
            m_.reported_message_id = returned_message_id(tree_);
            return is(MessageKind::feedback, "a feedback report (RFC 5965)");
        }
        if (type == "disposition-notification" || own_part("message/disposition-notification")) {
            m_.reported_message_id = returned_message_id(tree_);
            return is(MessageKind::read_receipt, "a disposition notification (RFC 8098)");
        }
        auto status = own_parts_of("message/delivery-status");
        if (status.empty()) status = own_parts_of("message/global-delivery-status");
        if (status.empty() && type != "delivery-status") return false;
        for (const Entity* part : status)
            read_delivery_status(part->decoded_prefix(longest_report), m_.bounced, remarks_);
        supplement();
        m_.reported_message_id = returned_message_id(tree_);
        return settle("a delivery report (RFC 3464)");
    }

    // What the machine-readable part leaves open the prose may say.
    void supplement() {
        const std::string_view words = report_words(m_.text);
        if (m_.bounced.empty()) m_.bounced = bounced_in_text(words, failed_recipients(), others());
        if (m_.bounced.empty()) m_.bounced = bounced_in_text(words, {}, {});  // people do write to themselves
        if (m_.bounced.empty())
            if (auto only = returned_recipient(tree_)) m_.bounced.push_back({*only, {}, {}, false, {}});
        if (m_.bounced.size() != 1) return;
        BouncedRecipient& b = m_.bounced.front();
        if (b.status.empty() || b.status.substr(1) == ".0.0")  // says no more than "failed"
            if (auto better = status_code(words); !better.empty()) b.status = std::move(better);
        if (b.action.empty() && b.status.empty() && smtp_code(words) / 100 == 4) b.temporary = true;
    }

    bool settle(const std::string& why) {
        const auto any = [&](std::string_view action) {
            return std::any_of(m_.bounced.begin(), m_.bounced.end(),
                               [&](const auto& b) { return b.action == action; });
        };
        const bool says_nothing = std::all_of(m_.bounced.begin(), m_.bounced.end(), [](const auto& b) {
            return b.action != "delayed" && b.action != "delivered" && b.action != "relayed" &&
                   b.action != "expanded";
        });
        if (any("failed")) return is(MessageKind::bounce, why);
        const bool delay_words =
            says_nothing && (!delay_subject(m_.subject).empty() || !delay_phrase(report_words(m_.text)).empty());
        if (any("delayed") || delay_words) {
            for (auto& b : m_.bounced) b.temporary = true;
            return is(MessageKind::delay, why);
        }
        return is(says_nothing ? MessageKind::bounce : MessageKind::auto_reply, why);
    }

    bool calendar() {
        const Entity* part = own_part("text/calendar");
        if (!part) part = own_part("application/ics");
        if (!part) return false;
        const auto partstat = calendar_reply(part->decoded_prefix(longest_report), part->type.get("method"));
        if (!partstat) return false;
        m_.calendar_partstat = *partstat;
        return is(MessageKind::calendar_reply, "text/calendar METHOD:REPLY");
    }

    std::vector<std::string> failed_recipients() const {
        std::vector<std::string> out;
        Remarks nobody_asks;
        for (const auto& field : header_.fields)
            if (same_word(field.name, "X-Failed-Recipients"))
                for (const auto& a : read_addresses(field.value, 50, nobody_asks)) out.push_back(a.address);
        return out;
    }

    // Addresses in a report that are surely not the one that failed: the original sender and the reporting server.
    std::vector<std::string> others() const {
        std::vector<std::string> out;
        for (const auto* list : {&m_.from, &m_.to})
            for (const auto& a : *list)
                if (out.size() < 10) out.push_back(a.address);
        return out;
    }

    bool null_sender() const { return sent_with_null_path(header_.fields); }
    bool daemon_sender() const { return sent_by_mail_server(header_.fields, m_.from); }
    bool no_reply_sender() const { return m_.from.size() == 1 && is_no_reply(local_part(m_.from.front().address)); }

    // Somebody passes on a report that came to them: "Fwd: Returned mail", with the report's fields quoted below.
    bool forwarded_report() const {
        bool prefix = false;
        for (const std::string_view p : {"fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "vs:"})
            prefix = prefix || begins_with(m_.subject, p);
        return prefix && !bounce_subject(m_.subject).empty() &&
               m_.text.find("Final-Recipient:") != std::string::npos && m_.text.find("Status:") != std::string::npos;
    }

    std::string without_quote_marks() const {
        std::string out;
        for (std::string_view rest = m_.text; !rest.empty();) {
            std::string_view line = take_line(rest);
            while (!line.empty() && (line.front() == '>' || line.front() == ' ')) line.remove_prefix(1);
            if (begins_with(line, "begin forwarded message")) continue;
            out += line;
            out += '\n';
        }
        return out;
    }

    // Of a sender that is known for nothing: the subject begins so, the words say it, and list whom they are about.
    bool reads_as_report() const {
        if (!is_report_subject(m_.subject)) return false;
        const std::string_view words = report_words(opening_.up_to(opening_.vote()));
        return lists_recipient(words) && !(bounce_phrase(words).empty() && delay_phrase(words).empty());
    }

    bool prose_report() {
        std::string opening = m_.text.substr(0, opening_size);
        std::erase(opening, '\\');  // a report as JSON within JSON
        const auto known = failed_recipients();
        const bool server = daemon_sender() || null_sender() || no_reply_sender();
        std::string_view why = bounce_opening(opening, server);
        if (why.empty() && !server && reads_as_report()) why = "subject and words";
        if (why.empty() && !known.empty()) why = "X-Failed-Recipients";
        if (why.empty() && server) {
            why = bounce_subject(m_.subject);
            if (why.empty()) why = delay_subject(m_.subject);
            if (why.empty()) why = bounce_phrase(report_words(m_.text));
            if (why.empty()) why = delay_phrase(report_words(m_.text));
            if (why.empty() && !no_reply_sender() && !status_code(report_words(m_.text)).empty())
                why = "a status code";
        }
        const bool forwarded = why.empty() && forwarded_report();
        if (forwarded) why = "forwarded";
        if (why.empty()) return false;
        std::string words = forwarded ? without_quote_marks() : m_.text;
        words.resize(report_words(words).size());
        if (why == "Amazon SNS") std::erase(words, '\\');
        m_.bounced = bounced_in_text(words, known, others());
        supplement();
        m_.reported_message_id = returned_message_id(tree_);
        if (!m_.reported_message_id) m_.reported_message_id = message_id_in_text(m_.text);
        return settle("a delivery report in prose (" + std::string(why) + ")");
    }

    bool marked() {
        if (const std::string mark = automatic_mark(header_.fields, m_.from); !mark.empty())
            return is(MessageKind::auto_reply, mark);
        if (daemon_sender()) return is(MessageKind::auto_reply, "sent by a mail server");
        if (null_sender()) return is(MessageKind::auto_reply, "Return-Path: <>");
        if (no_reply_sender()) return is(MessageKind::auto_reply, "sent from " + m_.from.front().address);
        // Whoever quotes a program, or shows below their vote what it says, is none.
        const auto phrase_in = [&](std::size_t end) {
            std::string words = m_.subject + "\n";
            words += opening_.up_to(std::min(end, opening_size / 3));
            std::erase(words, '\\');
            return robot_phrase(words);
        };
        auto pattern = phrase_in(opening_size);
        if (!pattern.empty()) pattern = phrase_in(opening_.sign_vote());  // looked at last, as few need it
        if (!pattern.empty())
            return is(MessageKind::auto_reply, "the words of a program (" + std::string(pattern) + ")");
        return false;
    }

    // A reaction is a press of a button under some mail, not necessarily ours: never a vote.
    bool reaction() {
        if (const auto words = reaction_text(m_.text); !words.empty())
            return is(MessageKind::auto_reply, "a reaction (" + std::string(words) + ")");
        return own_part("text/vnd.google.email-reaction+json") &&
               is(MessageKind::auto_reply, "a reaction (text/vnd.google.email-reaction+json)");
    }

    const MimeTree& tree_;
    const HeaderBlock& header_;
    const OwnIdentity& own_;
    Message& m_;
    Remarks& remarks_;
    const OwnOpening opening_;
    const std::string note_;
};

}  // namespace

void recognise_kind(const MimeTree& tree, const OwnIdentity& own, Message& m, Remarks& remarks) {
    Recogniser(tree, own, m, remarks).run();
}

}  // namespace assentd
