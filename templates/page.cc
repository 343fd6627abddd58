// SPDX-License-Identifier: Apache-2.0
#include "templates/page.h"

#include <kainjow/mustache.hpp>
#include <optional>

#include "templates/plain_text.h"
#include "templates/values.h"

namespace assentd::outgoing {

namespace {

// The library leaves an empty line where a section on lines of its own is left out, and swallows one behind a section
// that is not: such tags lose their line end here, and empty lines are marked as meant (flowed() takes the mark
// away).
std::string settled_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const bool tag = line.size() > 4 && line.substr(0, 2) == "{{" && line.find("}}") == line.size() - 2 &&
                         std::string_view("#^/!").find(line[2]) != std::string_view::npos;
        out += line;
        if (line.empty()) out += meant_blank;
        if (!tag) out += '\n';
    }
    return out;
}

}  // namespace

struct Page::Shared {
    std::string text;
    std::optional<kainjow::mustache::mustache> tree;
};

Page::Page(std::string_view text) : shared_(std::make_shared<Shared>(Shared{std::string(text), {}})) {}

const std::string& Page::text() const {
    return shared_->text;
}

std::string Page::fill(MailValues& values) const {
    auto& tree = shared_->tree;
    if (!tree) {
        tree.emplace(settled_lines(shared_->text));
        tree->set_custom_escape([](const std::string& s) { return s; });  // text/plain: nothing to escape
    }
    return flowed(tree->render(values));
}

}  // namespace assentd::outgoing
