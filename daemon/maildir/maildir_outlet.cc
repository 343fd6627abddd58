// SPDX-License-Identifier: Apache-2.0
// A Maildir as an outlet, for rehearsals and for setups that deliver locally: each mail becomes a file in new/ with
// the envelope in Return-Path and Delivered-To, as a delivery agent writes them. Written in tmp/, synced, renamed:
// many at a time, because a sync for each would cost twenty times what the mails do.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "daemon/maildir/maildir_files.h"
#include "daemon/outlet.h"
#include "daemon/smtp/smtp_text.h"
#include "daemon/wire/interrupt_flag.h"
#include "daemon/wire/server_words.h"
#include "parsers/digest.h"

namespace assentd {
namespace {

std::string host_name() {
    char name[256] = {};
    if (gethostname(name, sizeof name - 1) != 0) return "localhost";
    std::string host(name);
    for (char& c : host) {
        if (c == '/' || c == ':' || static_cast<unsigned char>(c) <= 0x20) c = '-';
    }
    return host.empty() ? "localhost" : host;
}

// The same for the same mail: one that was placed before a kill is found again instead of going twice.
std::string name_of(std::string_view content) {
    return "1.H" + sha256_hex(content) + "." + host_name();
}

std::string with_lf(const std::string& bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const bool crlf = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
        if (!crlf) out.push_back(bytes[at]);
    }
    return out;
}

void write_file(const Maildir& maildir, const std::string& name, std::string_view bytes) {
    const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const Descriptor file(openat(maildir.directory(Sub::tmp), name.c_str(), flags, 0600));
    int error = file ? 0 : errno;
    while (error == 0 && !bytes.empty()) {
        const ssize_t written = write(file.number(), bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            error = errno;
        }
    }
    if (error == 0) return;
    if (file) unlinkat(maildir.directory(Sub::tmp), name.c_str(), 0);
    maildir_trouble(Trouble::Retry::later, "cannot write to " + maildir.sub_path(Sub::tmp), error);
}

class MaildirOutlet : public Outlet {
  public:
    explicit MaildirOutlet(std::string path) : path_(std::move(path)) {}

    DeliveryResult send(const OutgoingMail& mail) override {
        const bool sender_fits = mail.envelope_from.empty() || is_envelope_address(mail.envelope_from);
        if (!sender_fits || !is_envelope_address(mail.recipient)) {
            return {Delivery::refused, 0, "not an address"};
        }
        if (interrupt_.is_set()) return {Delivery::trouble, 0, "interrupted"};
        try {
            open();
            const std::string content = "Return-Path: <" + mail.envelope_from + ">\nDelivered-To: " + mail.recipient +
                                        "\n" + with_lf(mail.bytes);
            const std::string name = name_of(content);
            if (faccessat(maildir_->directory(Sub::new_), name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0) {
                maildir_->sync(Sub::new_);
                return {Delivery::sent, 250, "250 " + name};
            }
            unlinkat(maildir_->directory(Sub::tmp), name.c_str(), 0);  // of a try that was cut short
            write_file(*maildir_, name, content);
            held_.push_back(name);
            return {Delivery::held, 0, {}};
        } catch (const std::exception& error) {
            if (held_.empty()) maildir_.reset();
            return {Delivery::trouble, 0, server_words(error.what())};
        }
    }

    void settle(const Told& told) override {
        if (held_.empty()) return;
        const std::vector<std::string> names = std::exchange(held_, {});
        std::vector<DeliveryResult> results;
        try {
            maildir_->sync_all();
            for (const auto& name : names) results.push_back(place(name));
            maildir_->sync(Sub::new_);  // before anybody is told: what is known to be sent is never lost
        } catch (const Trouble& trouble) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                const bool placed = i < results.size() && results[i].delivery == Delivery::sent;
                const auto result = take_back(names[i], placed ? Sub::new_ : Sub::tmp, server_words(trouble.what()));
                i < results.size() ? results[i] = result : results.emplace_back(result);
            }
            maildir_.reset();
        }
        for (std::size_t i = 0; i < results.size(); ++i) told(i, results[i]);
    }

    void rest() override {
        if (held_.empty()) maildir_.reset();
    }
    void interrupt() override { interrupt_.set(); }
    void probe() override {
        if (held_.empty()) maildir_.reset();
        open();
    }

  private:
    void open() {
        if (!maildir_ || (held_.empty() && !maildir_->is_in_place()))
            maildir_.emplace(path_, Maildir::Missing::is_created);
    }

    // Into new/, where it is somebody's mail.
    DeliveryResult place(const std::string& name) {
        try {
            if (!rename_new(maildir_->directory(Sub::tmp), name, maildir_->directory(Sub::new_), name))
                maildir_trouble(Trouble::Retry::later, "the file in tmp/ vanished or its name was taken");
            return {Delivery::sent, 250, "250 " + name};
        } catch (const Trouble& trouble) {
            return take_back(name, Sub::tmp, server_words(trouble.what()));
        }
    }

    // The disk may not keep it. Who is gone already was read by somebody, or will never be found again.
    DeliveryResult take_back(const std::string& name, Sub from, const std::string& why) {
        const bool back = unlinkat(maildir_->directory(from), name.c_str(), 0) == 0 || from == Sub::tmp;
        return {back ? Delivery::trouble : Delivery::unknown, 0, why};
    }

    std::string path_;
    InterruptFlag interrupt_;
    std::optional<Maildir> maildir_;  // open as long as anything is held
    std::vector<std::string> held_;   // names of files in tmp/
};

}  // namespace

std::unique_ptr<Outlet> make_maildir_outlet(std::string path) {
    return std::make_unique<MaildirOutlet>(std::move(path));
}

}  // namespace assentd
