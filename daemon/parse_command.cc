// SPDX-License-Identifier: Apache-2.0
#include "daemon/parse_command.h"

#include <sstream>

#include "daemon/mail_files.h"
#include "daemon/parse_json.h"
#include "parsers/message.h"
#include "parsers/reading.h"
#include "templates/plain_text.h"

namespace assentd {
namespace {

constexpr int exit_usage = 64;
constexpr int exit_no_input = 66;

class Parser {
  public:
    Parser(bool json, std::ostream& out) : json_(json), out_(out) {}

    void message(const std::string& path, std::size_t index, const std::string& raw) {
        const Message m = read_message(raw);
        const Interpretation in = interpret(m);
        if (json_)
            out_ << parse_json(path, index, m, in) << '\n';
        else
            out_ << outgoing::printable(described(path, index, m, in));
    }

  private:
    static std::string described(const std::string& path, std::size_t index, const Message& m,
                                 const Interpretation& in) {
        std::ostringstream text;
        text << path << " [" << index << "] " << m.message_id.value_or("(no Message-ID)") << '\n';
        if (!m.from.empty()) text << "  from:    " << m.from.front().name << " <" << m.from.front().address << ">\n";
        text << "  subject: " << m.subject << '\n';
        text << "  kind:    " << name(m.kind) << (m.kind_reason.empty() ? "" : " (" + m.kind_reason + ")") << '\n';
        text << "  verdict: " << name(in.verdict) << '\n';
        for (const Reading& r : in.readings) {
            text << "  " << name(r.type) << ": ";
            if (r.position) text << name(*r.position) << ' ';
            if (!r.command.empty()) text << r.command << ' ';
            if (!r.concern.empty()) text << r.concern << ' ';
            text << '(' << name(r.confidence) << ", " << r.rule << ") from \"" << r.line << "\"\n";
        }
        if (!in.ask.empty()) text << "  would ask: " << in.ask << (in.ask.ends_with('\n') ? "" : "\n");
        for (const std::string& remark : m.remarks) text << "  remark: " << remark << '\n';
        for (const std::string& cut : in.own.remarks) text << "  cut: " << cut << '\n';
        return text.str();
    }

    bool json_;
    std::ostream& out_;
};

}  // namespace

int parse_command(const std::vector<std::string>& paths, bool json, std::istream& in, std::ostream& out,
                  std::ostream& err) {
    if (paths.empty()) {
        err << "assentctl: parse needs a PATH, or - for standard input\n";
        return exit_usage;
    }
    Parser parser(json, out);
    MailFiles files([&](const std::string& path, std::size_t index, const std::string& raw,
                        const std::string&) { parser.message(path, index, raw); },
                    err);
    for (const std::string& path : paths) {
        if (path == "-")
            files.read_stream(path, in);
        else
            files.read(path);
    }
    return files.missed_some() ? exit_no_input : 0;
}

}  // namespace assentd
