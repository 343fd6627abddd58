// SPDX-License-Identifier: Apache-2.0
#include "daemon/head_values.h"

#include <algorithm>

#include "decision/text.h"

namespace assentd {

const HeadValue* find_value(const std::vector<HeadValue>& head, std::string_view key) {
    for (const auto& value : head)
        if (value.key == key) return &value;
    return nullptr;
}

void set_value(std::vector<HeadValue>& head, HeadValue value) {
    for (auto& old : head)
        if (old.key == value.key) {
            old = std::move(value);
            return;
        }
    head.push_back(std::move(value));
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string without_in(const std::string& text) {
    return same_ignoring_case(text.substr(0, 3), "in ") ? text.substr(3) : text;
}

std::vector<std::string> list_of(const HeadValue& value) {
    if (!value.items.empty()) return value.items;
    std::vector<std::string> items;
    std::string item;
    for (const char c : value.value + ',') {
        if (c != ',' && c != ';') {
            item += c;
            continue;
        }
        const auto first = item.find_first_not_of(" \t");
        if (first != std::string::npos) items.push_back(item.substr(first, item.find_last_not_of(" \t") - first + 1));
        item.clear();
    }
    return items;
}

std::string on_one_line(const HeadValue& value) {
    std::string text;
    const auto items = list_of(value);
    const bool with_commas = std::any_of(items.begin(), items.end(),
                                         [](const std::string& item) { return item.find(',') != std::string::npos; });
    for (const auto& item : items) text += (text.empty() ? "" : with_commas ? "; " : ", ") + item;
    return value.key + ": " + text;
}

}  // namespace assentd
