// SPDX-License-Identifier: Apache-2.0
// Loading and checking templates. The grammar allowed is a part of mustache: {{name}}, {{#name}}…{{/name}},
// {{^name}}…{{/name}} and {{! a comment}}, with known names only.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "decision/nearest.h"
#include "templates.h"
#include "templates/fixed_sentences.h"
#include "templates/plain_text.h"
#include "templates/render.h"
#include "templates/values.h"

namespace assentd {

namespace {

constexpr std::uintmax_t largest_template = 64u << 10;
constexpr std::size_t deepest_section = 8;
constexpr std::size_t most_languages = 100;

std::string place(const std::string& file, std::string_view text, std::size_t at) {
    return file + ':' +
           std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + ": ";
}

std::string_view trimmed(std::string_view s) {
    while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
    return s;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

// Where the first byte is that is no UTF-8; npos: nowhere.
std::size_t not_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (outgoing::next_code_point(text, at) == 0xFFFD && at == begin + 1) return begin;
    }
    return std::string_view::npos;
}

// One pass over the tags; everything wrong is reported, each with its line.
class Checker {
  public:
    Checker(const std::string& file, std::string_view text, std::vector<std::string>& errors)
        : file_(file), text_(text), errors_(errors) {}

    void check() {
        if (const auto at = not_utf8(text_); at != std::string_view::npos)
            error(at, "this is not UTF-8", "save the file in that encoding");
        for (std::size_t at = text_.find("{{"); at != std::string_view::npos; at = text_.find("{{", at)) {
            const auto end = text_.find("}}", at + 2);
            if (end == std::string_view::npos) {
                error(at, "a tag is not closed", "write {{name}}");
                return;
            }
            tag(at, trimmed(text_.substr(at + 2, end - at - 2)));
            at = end + 2;
        }
        for (const auto& [name, at] : open_)
            error(at, "the section “" + name + "” has no end", "end it with {{/" + name + "}}");
    }

  private:
    void error(std::size_t at, const std::string& what, const std::string& allowed) {
        if (errors_.size() < 100) errors_.push_back(place(file_, text_, at) + what + "; " + allowed);
    }

    void tag(std::size_t at, std::string_view inside) {
        const char mark = inside.empty() ? '\0' : inside.front();
        if (mark == '!') return;
        if (std::string_view(">=&{<").find(mark) != std::string_view::npos && mark != '\0') {
            error(at, "the tag “{{" + std::string(inside.substr(0, 40)) + "}}” is not allowed",
                  "{{name}}, {{#name}}, {{^name}}, {{/name}} and {{! comment}} are");
            return;
        }
        const bool begins = mark == '#' || mark == '^';
        const bool ends = mark == '/';
        const std::string name(trimmed(begins || ends ? inside.substr(1) : inside));
        if (!outgoing::is_placeholder(name)) {
            const auto near = nearest(name, words_of(outgoing::placeholder_names()));
            error(at, "there is no placeholder “" + name.substr(0, 40) + "”",
                  near ? "did you mean “" + *near + "”?" : "one of: " + outgoing::placeholder_names());
        }
        if (begins && open_.size() >= deepest_section)
            error(at, "sections are nested too deeply", "8 levels are allowed");
        if (begins) open_.emplace_back(name, at);
        if (!ends) return;
        if (open_.empty() || open_.back().first != name) {
            error(at, "{{/" + name.substr(0, 40) + "}} ends a section that is not open",
                  open_.empty() ? "no section is open here" : "{{/" + open_.back().first + "}} comes first");
            return;
        }
        open_.pop_back();
    }

    const std::string& file_;
    std::string_view text_;
    std::vector<std::string>& errors_;
    std::vector<std::pair<std::string, std::size_t>> open_;
};

bool is_known_template(std::string_view name) {
    return std::any_of(template_files.begin(), template_files.end(),
                       [&](const auto& file) { return file.first == "en/" + std::string(name) + ".txt"; });
}

std::string known_templates() {
    std::string names;
    for (const auto& [path, text] : template_files)
        if (path.substr(0, 3) == "en/") names += (names.empty() ? "" : ", ") + std::string(path.substr(3));
    return names;
}

std::optional<std::string> read_file(const std::filesystem::path& path, std::vector<std::string>& errors) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    if (failed) {
        errors.push_back(path.string() + ": cannot be read: " + failed.message() + "; a readable text file");
        return std::nullopt;
    }
    if (size > largest_template) {
        errors.push_back(path.string() + ": is too large; at most 64 KiB");
        return std::nullopt;
    }
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        errors.push_back(path.string() + ": cannot be read; a readable text file");
        return std::nullopt;
    }
    return text.str();
}

using Pages = std::map<std::pair<std::string, std::string>, outgoing::Page>;

void load_file(const std::filesystem::path& path, const std::string& language, Pages& pages,
               std::vector<std::string>& errors) {
    if (path.extension() != ".txt") return;
    const std::string name = path.stem().string();
    if (!is_known_template(name)) {
        errors.push_back(path.string() + ": there is no mail of this name; one of: " + known_templates());
        return;
    }
    auto text = read_file(path, errors);
    if (!text) return;
    std::erase(*text, '\r');
    Checker(path.string(), *text, errors).check();
    pages.insert_or_assign({language, name}, outgoing::Page(*text));
}

void load_directory(const std::filesystem::path& dir, Pages& pages, std::vector<std::string>& errors) {
    namespace fs = std::filesystem;
    std::error_code failed;
    std::size_t languages = 0;
    fs::directory_iterator entries(dir, failed);
    for (; !failed && entries != fs::directory_iterator(); entries.increment(failed)) {
        if (!entries->is_directory(failed) || ++languages > most_languages) continue;
        const std::string language = entries->path().filename().string();
        fs::directory_iterator files(entries->path(), failed);
        for (; !failed && files != fs::directory_iterator(); files.increment(failed))
            load_file(files->path(), language, pages, errors);
    }
    if (failed) errors.push_back(dir.string() + ": " + failed.message() + "; a directory with LANGUAGE/NAME.txt");
    std::sort(errors.begin(), errors.end());
}

}  // namespace

std::variant<Templates, std::vector<std::string>> Templates::load(const std::string& dir) {
    Templates templates;
    std::vector<std::string> errors;
    for (const auto& [path, text] : template_files) {
        const auto slash = path.find('/');
        const std::string language(path.substr(0, slash));
        const std::string name(path.substr(slash + 1, path.size() - slash - 1 - std::string_view(".txt").size()));
        if (language == "generated") {
            if (name == "help") templates.help_ = text;
            continue;
        }
        Checker(std::string(path), text, errors).check();
        templates.pages_.insert_or_assign({language, name}, outgoing::Page(text));
    }
    const auto built_in = dir.empty() ? Pages{} : templates.pages_;
    if (!dir.empty()) load_directory(dir, templates.pages_, errors);
    if (!errors.empty()) return errors;
    for (const auto& [name, page] : built_in)
        if (templates.pages_.at(name).text() != page.text()) templates.replaced_.push_back(page);
    return templates;
}

const outgoing::Page& Templates::page(std::string_view language, std::string_view template_name) const {
    const auto found = pages_.find({std::string(language), std::string(template_name)});
    return found != pages_.end() ? found->second : pages_.at({"en", std::string(template_name)});
}

std::vector<std::string> Templates::fixed_sentences() const {
    std::vector<std::string> found;
    const auto add = [&](const outgoing::Page& page) {
        for (auto& sentence : outgoing::fixed_sentences(page.text())) found.push_back(std::move(sentence));
    };
    for (const auto& [name, page] : pages_) add(page);
    for (const auto& page : replaced_) add(page);
    return found;
}

}  // namespace assentd
