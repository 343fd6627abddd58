// SPDX-License-Identifier: Apache-2.0
#include "daemon/parse_command.h"

#include <filesystem>
#include <fstream>
#include <system_error>

#include "daemon/parse_json.h"
#include "daemon/sorted_names.h"
#include "parsers/mbox.h"
#include "parsers/message.h"
#include "parsers/reading.h"

namespace assentd {
namespace {

namespace fs = std::filesystem;

constexpr int exit_usage = 64;
constexpr int exit_no_input = 66;
constexpr std::size_t deepest_folder = 32;

class Parser {
  public:
    Parser(bool json, std::ostream& out, std::ostream& err) : json_(json), out_(out), err_(err) {}

    void stream(const std::string& path, std::istream& in) {
        std::string raw;
        char piece[1 << 16];
        const std::size_t limit = Limits{}.message_size + 1;  // one more, so that the reader can say that it was cut
        while (raw.size() < limit && in.read(piece, sizeof piece).gcount() > 0)
            raw.append(piece, static_cast<std::size_t>(in.gcount()));
        message(path, 0, raw);
    }

    void any(const fs::path& path, std::size_t depth = 0) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (error || !fs::exists(status)) return missing(path.string(), "no such file or directory");
        if (!fs::is_directory(status)) return file(path);
        if (depth > deepest_folder) return missing(path.string(), "too many folders inside each other");
        folder(path, depth);
    }

    int exit_code() const { return missing_ ? exit_no_input : 0; }

  private:
    // A Maildir is read as cur and new together, by file name; any other folder in the order of its names.
    void folder(const fs::path& path, std::size_t depth) {
        std::error_code error;
        const bool maildir = fs::is_directory(path / "cur", error) && fs::is_directory(path / "new", error);
        error.clear();
        SortedNames names(maildir ? std::vector{path / "cur", path / "new"} : std::vector{path});
        for (auto entries = names.next(error); !entries.empty(); entries = names.next(error))
            for (const fs::path& entry : entries) any(entry, depth + 1);
        if (error) missing(path.string(), error.message());
    }

    void file(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        if (!in) return missing(path.string(), "cannot be read");
        std::string start(4096, '\0');
        in.read(start.data(), static_cast<std::streamsize>(start.size()));
        start.resize(static_cast<std::size_t>(in.gcount()));
        in.clear();
        in.seekg(0);
        if (!in) {  // a pipe: what was read is all that we may look at
            std::ifstream again(path, std::ios::binary);
            return stream(path.string(), again);
        }
        if (!looks_like_mbox(start)) return stream(path.string(), in);
        MboxReader mbox(in, Limits{}.message_size + 1);
        std::size_t index = 0;
        while (const auto raw = mbox.next()) message(path.string(), index++, *raw);
    }

    void message(const std::string& path, std::size_t index, const std::string& raw) {
        const Message m = read_message(raw);
        const Interpretation in = interpret(m);
        if (json_)
            out_ << parse_json(path, index, m, in) << '\n';
        else
            describe(path, index, m, in);
    }

    void describe(const std::string& path, std::size_t index, const Message& m, const Interpretation& in) {
        out_ << path << " [" << index << "] " << m.message_id.value_or("(no Message-ID)") << '\n';
        if (!m.from.empty()) out_ << "  from:    " << m.from.front().name << " <" << m.from.front().address << ">\n";
        out_ << "  subject: " << m.subject << '\n';
        out_ << "  kind:    " << name(m.kind) << (m.kind_reason.empty() ? "" : " (" + m.kind_reason + ")") << '\n';
        out_ << "  verdict: " << name(in.verdict) << '\n';
        for (const Reading& r : in.readings) {
            out_ << "  " << name(r.type) << ": ";
            if (r.position) out_ << name(*r.position) << ' ';
            if (!r.command.empty()) out_ << r.command << ' ';
            if (!r.concern.empty()) out_ << r.concern << ' ';
            out_ << '(' << name(r.confidence) << ", " << r.rule << ") from \"" << r.line << "\"\n";
        }
        if (!in.ask.empty()) out_ << "  would ask: " << in.ask << (in.ask.ends_with('\n') ? "" : "\n");
        for (const std::string& remark : m.remarks) out_ << "  remark: " << remark << '\n';
        for (const std::string& cut : in.own.remarks) out_ << "  cut: " << cut << '\n';
    }

    void missing(const std::string& path, const std::string& why) {
        missing_ = true;
        err_ << "assentctl: " << path << ": " << why << '\n';
    }

    bool json_;
    std::ostream& out_;
    std::ostream& err_;
    bool missing_ = false;
};

}  // namespace

int parse_command(const std::vector<std::string>& paths, bool json, std::istream& in, std::ostream& out,
                  std::ostream& err) {
    if (paths.empty()) {
        err << "assentctl: parse needs a PATH, or - for standard input\n";
        return exit_usage;
    }
    Parser parser(json, out, err);
    for (const std::string& path : paths) {
        if (path == "-")
            parser.stream(path, in);
        else
            parser.any(path);
    }
    return parser.exit_code();
}

}  // namespace assentd
