// SPDX-License-Identifier: Apache-2.0
#include "daemon/count_command.h"

#include <array>
#include <istream>
#include <ostream>

#include "daemon/count_methods.h"
#include "daemon/exact_json.h"

namespace assentd {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t max_line = 32U * 1024 * 1024;
constexpr int bad_input = 65;  // EX_DATAERR

struct Method {
    std::string_view name;
    CountMethod count;
};
constexpr std::array<Method, 9> methods{{{"approval", count_approval},
                                         {"debian-a6", count_debian_a6},
                                         {"irv", count_irv},
                                         {"motion", count_motion},
                                         {"schulze", count_schulze},
                                         {"schwartz-set", count_schwartz_set},
                                         {"score", count_score},
                                         {"smith-set", count_smith_set},
                                         {"stv-scottish", count_stv_scottish}}};

enum class Line { read, too_long, none };

// One line without its end. What is beyond the bound is passed over, not stored.
Line next_line(std::istream& in, std::string& line) {
    line.clear();
    auto& buffer = *in.rdbuf();
    bool any = false;
    bool too_long = false;
    for (int c = buffer.sbumpc(); c != std::char_traits<char>::eof(); c = buffer.sbumpc()) {
        any = true;
        if (c == '\n') break;
        too_long = too_long || line.size() == max_line;
        if (!too_long) line.push_back(static_cast<char>(c));
    }
    if (too_long) return Line::too_long;
    return any ? Line::read : Line::none;
}

ordered_json error_answer(const ordered_json& id, const std::string& what) {
    return {{"id", id}, {"error", what}};
}

ordered_json id_of(const json& line) {
    const auto found = line.is_object() ? line.find("id") : line.end();
    if (found == line.end()) return nullptr;
    if (found->is_string() || found->is_number()) return *found;
    if (!found->is_binary()) return nullptr;
    const auto& digits = found->get_binary();  // 1.5, as it was written
    return ordered_json::parse(digits.begin(), digits.end());
}

ordered_json answer(const std::string& text) {
    const auto [line, trouble] = read_exact_json(text);
    const ordered_json id = id_of(line);
    if (!trouble.empty()) return error_answer(id, trouble);
    if (!line.is_object()) return error_answer(nullptr, "the line is not an object");
    auto request = read_request(line);
    const auto method = line.find("method");
    if (method == line.end() || !method->is_string())
        return error_answer(id, "no method; one of " + count_method_names());
    const auto count = count_method(method->get_ref<const std::string&>());
    if (count == nullptr)
        return error_answer(
            id, "the method \"" + method->get<std::string>() + "\" is not known; one of " + count_method_names());
    ordered_json result = request.trouble.any() ? ordered_json() : count(request);
    if (request.trouble.any()) return error_answer(id, request.trouble.what());
    ordered_json full{{"id", id}};
    full.update(result);
    return full;
}

}  // namespace

CountMethod count_method(std::string_view name) {
    for (const auto& method : methods)
        if (method.name == name) return method.count;
    return nullptr;
}

std::string count_method_names() {
    std::string list;
    for (const auto& method : methods) list += (list.empty() ? "" : ", ") + std::string(method.name);
    return list;
}

int count_command(std::istream& in, std::ostream& out, std::ostream& err) {
    std::string line;
    std::size_t refused = 0;
    for (Line kind = next_line(in, line); kind != Line::none; kind = next_line(in, line)) {
        if (kind == Line::read && line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto reply = kind == Line::too_long
                               ? error_answer(nullptr, "a line of more than " + std::to_string(max_line) + " bytes")
                               : answer(line);
        if (reply.contains("error")) ++refused;
        out << reply.dump() << '\n';
    }
    out.flush();
    if (refused == 0) return 0;
    err << refused << (refused == 1 ? " line" : " lines") << " could not be counted\n";
    return bad_input;
}

}  // namespace assentd
