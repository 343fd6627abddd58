// SPDX-License-Identifier: Apache-2.0
// A submission server as an outlet. What each reply says about the mail:
//
//   step              2xx/354   4xx        421        5xx                       no answer
//   connect, login    go on     trouble    trouble    trouble                   trouble
//   MAIL              go on     deferred   trouble    refused (530, 503: trouble)   trouble
//   RCPT, DATA        go on     deferred   deferred   refused                   trouble
//   after the dot     sent      deferred   deferred   refused                   unknown
//
// 5.4.5 (RFC 3463: congestion; "daily sending limit exceeded") speaks of us wherever it comes, and is deferred: no
// reader is out of reach for that. A 421 after RCPT may be about that recipient: as trouble it would hold up
// everybody else behind this mail for ever.
#include <algorithm>
#include <optional>

#include "daemon/outlet.h"
#include "daemon/smtp/smtp_session.h"
#include "daemon/smtp/smtp_text.h"
#include "daemon/wire/server_words.h"
#include "decision/text.h"

namespace assentd {
namespace {

DeliveryResult result(Delivery delivery, const SmtpReply& reply) {
    return {delivery, reply.code, server_words(std::to_string(reply.code) + " " + reply.text)};
}

// A negative reply to MAIL that speaks of us or of the conversation, not of the mail.
bool is_about_the_session(int code) {
    return code == 421 || code == 454 || code == 500 || code == 502 || code == 503 || code == 530 || code == 534 ||
           code == 535 || code == 538;
}

class SmtpOutlet : public Outlet {
  public:
    SmtpOutlet(ServerAccess access, std::string ehlo_name)
        : access_(std::move(access)), ehlo_name_(std::move(ehlo_name)) {}

    DeliveryResult send(const OutgoingMail& mail) override {
        const bool null_sender = mail.envelope_from.empty();
        if (!is_envelope_address(mail.recipient) || (!null_sender && !is_envelope_address(mail.envelope_from))) {
            return {Delivery::refused, 0, "the address cannot be put on a command line"};
        }
        bool is_offered = false;
        const auto trouble = [&](const std::exception& error) {
            session_.reset();
            return DeliveryResult{Delivery::trouble, 0, server_words(error.what()), is_offered};
        };
        try {
            return offer(mail, is_offered);
        } catch (const Trouble& error) {
            return trouble(error);
        } catch (const std::exception& error) {  // out of memory
            return trouble(error);
        }
    }

    void rest() override {
        if (session_) session_->quit();
        session_.reset();
    }

    void interrupt() override { interrupt_.set(); }

    void probe() override {
        session_.reset();
        connect();
        rest();
    }

  private:
    void connect() {
        if (!session_) session_ = std::make_unique<SmtpSession>(access_, ehlo_name_, interrupt_);
    }

    // `is_offered`: from when on the server may meet trouble because of this mail.
    DeliveryResult offer(const OutgoingMail& mail, bool& is_offered) {
        std::optional<SmtpReply> reply = session_ ? mail_on_kept_connection(mail) : std::nullopt;
        if (!reply) {
            connect();
            is_offered = true;
            if (const auto obstacle = obstacle_to(mail)) return *obstacle;
            reply = session_->command(mail_command(mail));
        }
        is_offered = true;
        if (reply->kind() != 2) {
            const bool about_session = is_about_the_session(reply->code);
            if (about_session) session_.reset();
            return turned_down(*reply, about_session ? Delivery::trouble : verdict(*reply));
        }
        const SmtpReply taken = session_->command(rcpt_command(mail));
        if (taken.kind() != 2) return turned_down(taken, verdict(taken));
        const SmtpReply go = session_->command("DATA");
        if (go.code != 354) return turned_down(go, verdict(go));
        return transmit(mail);
    }

    // MAIL on a connection that lay idle. The server may have closed it meanwhile: then nothing, and a new one is
    // due.
    std::optional<SmtpReply> mail_on_kept_connection(const OutgoingMail& mail) {
        try {
            if (obstacle_to(mail)) return std::nullopt;
            SmtpReply reply = session_->command(mail_command(mail));
            if (reply.code != 421) return reply;
        } catch (const Trouble& trouble) {
            if (trouble.retry() != Trouble::Retry::now || interrupt_.is_set()) throw;
        }
        session_.reset();
        return std::nullopt;
    }

    static Delivery verdict(const SmtpReply& reply) {
        const bool too_many = reply.text.starts_with("5.4.5 ");
        if (reply.kind() == 4 || (reply.kind() == 5 && too_many)) return Delivery::deferred;
        return reply.kind() == 5 ? Delivery::refused : Delivery::trouble;
    }

    // The transaction is over; the connection may serve the next mail.
    DeliveryResult turned_down(const SmtpReply& reply, Delivery delivery) {
        const bool usable = session_ && reply.code != 421 && delivery != Delivery::trouble;
        if (!usable || !is_reset()) session_.reset();
        return result(delivery, reply);
    }

    bool is_reset() {
        try {
            return session_->command("RSET").kind() == 2;
        } catch (const Trouble&) {
            return false;
        }
    }

    std::optional<DeliveryResult> obstacle_to(const OutgoingMail& mail) const {
        const SmtpServices& services = session_->services();
        if (services.size_limit > 0 && size_with_crlf(mail.bytes) > services.size_limit) {
            return DeliveryResult{Delivery::refused, 552, "the mail is larger than the server's SIZE"};
        }
        if (!services.smtp_utf8 && !(is_ascii(mail.recipient) && is_ascii(mail.envelope_from))) {
            return DeliveryResult{Delivery::refused, 553, "the server does not offer SMTPUTF8 for this address"};
        }
        return std::nullopt;
    }

    std::string mail_command(const OutgoingMail& mail) const {
        const SmtpServices& services = session_->services();
        std::string line = "MAIL FROM:<" + mail.envelope_from + ">";
        if (services.size) line += " SIZE=" + std::to_string(size_with_crlf(mail.bytes));
        if (services.eight_bit && !is_ascii(mail.bytes)) line += " BODY=8BITMIME";
        if (!(is_ascii(mail.recipient) && is_ascii(mail.envelope_from))) line += " SMTPUTF8";
        if (services.dsn && !mail.envelope_from.empty()) line += " RET=HDRS";
        return line;
    }

    // Asks for a report when the mail could not be delivered or is late; with a null sender there is nobody to tell.
    std::string rcpt_command(const OutgoingMail& mail) const {
        std::string line = "RCPT TO:<" + mail.recipient + ">";
        if (session_->services().dsn && !mail.envelope_from.empty()) {
            line += " NOTIFY=FAILURE,DELAY";
            if (is_ascii(mail.recipient)) line += " ORCPT=rfc822;" + xtext(mail.recipient);
        }
        return line;
    }

    DeliveryResult transmit(const OutgoingMail& mail) {
        try {
            session_->expect_silence();
            session_->send_data(dot_stuffed(mail.bytes));
        } catch (const Trouble&) {
            return refused_midway();
        }
        try {
            const SmtpReply reply = session_->final_reply();
            if (reply.kind() == 2) return result(Delivery::sent, reply);
            const Delivery delivery = verdict(reply);
            if (reply.code == 421 || delivery == Delivery::trouble) session_.reset();
            return result(delivery == Delivery::trouble ? Delivery::unknown : delivery, reply);
        } catch (const Trouble& trouble) {
            session_.reset();
            return {Delivery::unknown, 0, server_words(trouble.what())};
        }
    }

    // The server hung up before the final dot was sent, so it cannot have taken the mail. It may have said why.
    DeliveryResult refused_midway() {
        DeliveryResult outcome{Delivery::trouble, 0, "the connection was lost before the whole mail was sent"};
        try {
            const SmtpReply reply = session_->last_words();
            if (reply.kind() >= 4) outcome = result(verdict(reply), reply);
        } catch (const Trouble&) {
            // It did not.
        }
        session_.reset();
        return outcome;
    }

    ServerAccess access_;
    std::string ehlo_name_;
    InterruptFlag interrupt_;
    std::unique_ptr<SmtpSession> session_;
};

}  // namespace

std::unique_ptr<Outlet> make_smtp_outlet(ServerAccess access, std::string ehlo_name) {
    return std::make_unique<SmtpOutlet>(std::move(access), std::move(ehlo_name));
}

}  // namespace assentd
