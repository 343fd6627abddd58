// SPDX-License-Identifier: Apache-2.0
//
// proposal   = *blank-line [greeting *blank-line] *head-line [blank-line] body
// greeting   = 1*6word LF                   with a head line or a misspelt one behind it; it stays in the body. One
// that
//                                           surely is one may have a block of unknown ones behind it
// head-line  = [mark] key [mark] ":" [value] LF [items]
// items      = 1*(bullet / letter / number) text LF         after a list key; or value split at "," ";" "|"
// wrapped    = text LF             below a list that ends with a separator, or indented: it goes on with the list
// stray      = text LF             any other line between a list and the blank line: the list's or the text's?
// A block of head lines ends at the first line that is neither head line nor item, and at a blank line unless a known
// key or a misspelt one with a short value stands behind it: from HTML each line may come as a paragraph of its own.
// A key within a small edit distance of a known one is a misspelt one, and "policy = x" is one, too; it has a list
// below it, as the right one would. Any other is faulty if a known one stands above it in the block, or below it with
// nothing but such lines between, or if two and more of them, short ones, are all that stands above the first blank
// line: "Regel: majority LF Frist: Freitag LF LF". Else it begins the text ("Note: we met yesterday"). So does a key
// without a value, which is a heading.
#include "parsers/proposals/head_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "parsers/fold.h"
#include "parsers/proposals/head_items.h"
#include "parsers/reasons.h"

namespace assentd {
namespace {

using words::add_item;
using words::fold;
using words::is_separator;
using words::Item;
using words::item_of;
using words::longest_item;
using words::most_items;
using words::split_list;
using words::trim;

struct Key {
    std::string_view name;
    bool list;
};
constexpr std::array keys{
    Key{"Policy", false},  Key{"Deadline", false}, Key{"Options", true},    Key{"Voters", true},
    Key{"Advisory", true}, Key{"Decider", false},  Key{"Quorum", false},    Key{"Supersedes", true},
    Key{"Review", false},  Key{"Words", true},     Key{"Sensitive", false},
};

struct KeyLine {
    std::string key;  // as written, without marks
    std::string value;
    bool equals = false;  // "=" in place of the colon
};

constexpr std::size_t longest_key = 24;
constexpr std::size_t most_key_words = 2;  // of an unknown one
constexpr std::size_t longest_short_value = 60;
constexpr std::size_t longest_greeting = 6;  // words

std::string_view without_marks(std::string_view s) {
    constexpr std::string_view marks = "*_# ";
    while (!s.empty() && marks.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
    while (!s.empty() && marks.find(s.back()) != std::string_view::npos) s.remove_suffix(1);
    return trim(s);
}

// "Key: value" with a key of one word, if not said otherwise; "**Key:** value" too, and a full-width colon.
std::optional<KeyLine> key_line(std::string_view line, std::size_t most_words = 1) {
    const std::string_view s = trim(line);
    std::size_t colon = s.find(':');
    std::size_t width = 1;
    if (const std::size_t wide = s.find("\uFF1A"); wide < colon) colon = wide, width = 3;
    const bool equals = colon == std::string_view::npos;
    if (equals) colon = s.find('=');
    if (colon == std::string_view::npos || colon > longest_key + 8) return std::nullopt;
    const std::string_view key = without_marks(s.substr(0, colon));
    const std::size_t said = words::words_of(key, most_words + 1).size();
    if (key.empty() || key.size() > longest_key || said == 0 || said > most_words || words::is_digit(key[0]))
        return std::nullopt;
    std::string_view value = trim(s.substr(colon + width));
    while (value.starts_with('*') || value.starts_with('_')) value.remove_prefix(1);
    if (value.starts_with("//")) return std::nullopt;  // "https://…"
    return KeyLine{std::string(key), std::string(trim(value)), equals};
}

const Key* known_key(std::string_view key) {
    const std::string wanted = fold(key);
    for (const Key& k : keys)
        if (fold(k.name) == wanted || (fold(k.name) + 's') == wanted || (k.list && fold(k.name) == wanted + 's'))
            return &k;
    return nullptr;
}

}  // namespace

std::optional<std::string> nearest_head_key(std::string_view key) {
    const std::string wanted = fold(key);
    const std::size_t limit = wanted.size() <= 5 ? 1 : 2;
    std::size_t best = limit + 1;
    const Key* found = nullptr;
    for (const Key& k : keys) {
        const std::size_t d = words::edit_distance(wanted, fold(k.name), limit);
        if (d < best) best = d, found = &k;
    }
    if (found == nullptr) return std::nullopt;
    return std::string(found->name);
}

namespace {

bool is_indented(std::string_view line) {
    return line.starts_with(' ') || line.starts_with('\t');
}

bool is_unfinished(std::string_view value) {
    return !value.empty() && is_separator(value.back());
}

// A misspelt one, too.
bool is_list_key(std::string_view key) {
    const auto near = nearest_head_key(key);
    const Key* known = near ? known_key(*near) : nullptr;
    return known != nullptr && known->list;
}

bool is_item(const std::vector<std::string_view>& lines, std::size_t i) {
    return i < lines.size() && !item_of(lines[i]).text.empty();
}

// Where a list surely ends; a misspelt key ends it, too.
bool begins_head_line(std::string_view text) {
    const auto line = key_line(text);
    return line && !line->equals && (known_key(line->key) != nullptr || nearest_head_key(line->key));
}

void add_stray(HeadLine& head, std::string_view line) {
    head.stray.append(head.stray.empty() ? "" : "\n").append(trim(line));
}

// The lines below a list whose items are on the line of its key; returns behind them.
std::size_t take_wrapped(const std::vector<std::string_view>& lines, std::size_t i, HeadLine& head) {
    for (; i < lines.size() && !words::is_blank(lines[i]) && !begins_head_line(lines[i]); ++i) {
        const bool goes_on = is_unfinished(head.value) || (is_indented(lines[i]) && item_of(lines[i]).text.empty());
        if (!goes_on && key_line(lines[i])) break;
        if (goes_on && head.stray.empty())
            head.value.append(" ").append(trim(lines[i]));
        else
            add_stray(head, lines[i]);
    }
    split_list(head.value, head);
    return i;
}

// The items below a list key; returns behind them. Blank lines may stand before the first.
std::size_t take_items(const std::vector<std::string_view>& lines, std::size_t i, HeadLine& head) {
    std::size_t end = i;
    for (std::size_t start = i; i < lines.size() && words::is_blank(lines[i]) && i < start + 2;) ++i;
    if (end < i && (i == lines.size() || item_of(lines[i]).text.empty())) return end;
    for (; i < lines.size() && head.items.size() < most_items && !words::is_blank(lines[i]); end = ++i) {
        if (Item item = item_of(lines[i]); !item.text.empty()) {
            while (item.text.size() > 1 && is_separator(item.text.back())) item.text.remove_suffix(1);
            add_item(head, item);
        } else if (key_line(lines[i]))
            break;
        else if (is_indented(lines[i]) && head.stray.empty() && !head.items.empty()) {
            if (head.items.back().size() < longest_item)
                head.items.back().append(" ").append(trim(lines[i]).substr(0, longest_item));
        } else
            add_stray(head, lines[i]);
    }
    return end;
}

std::size_t behind_blank_lines(const std::vector<std::string_view>& lines, std::size_t i) {
    while (i < lines.size() && words::is_blank(lines[i])) ++i;
    return i;
}

// "Hello all", with or without its mark; "We met." is none.
bool greets(std::string_view s) {
    return words::is_greeting(s) || words::is_greeting(std::string(s) + '!');
}

bool is_short_value(std::string_view value) {
    return !value.empty() && value.size() <= longest_short_value && !value.ends_with('.');
}

// Behind a block of two and more lines like head lines, none of them a sentence, that a blank line divides from the
// text; 0: there is none. Which keys they have does not matter: whoever writes so means a head.
std::size_t behind_block(const std::vector<std::string_view>& lines, std::size_t i) {
    const std::size_t begin = i;
    for (; i < lines.size() && !words::is_blank(lines[i]); ++i) {
        const auto line = key_line(lines[i], most_key_words);
        const bool plain = line && !line->equals && is_short_value(line->value) && item_of(lines[i]).text.empty();
        if (!plain || greets(line->key)) return 0;
    }
    const std::size_t text = behind_blank_lines(lines, i);
    return i - begin >= 2 && text < lines.size() ? i : 0;
}

// Whether only lines like head lines stand between this one and a known one.
bool leads_to_a_key(const std::vector<std::string_view>& lines, std::size_t i) {
    for (; i < lines.size(); ++i) {
        const auto line = key_line(lines[i]);
        if (!line || line->equals) return false;
        if (known_key(line->key)) return true;
        if (line->value.empty()) return false;
    }
    return false;
}

// A known key, or a misspelt one, with a value that is no sentence.
bool is_plain_head_line(std::string_view text) {
    const auto line = key_line(text);
    return line && (known_key(line->key) || nearest_head_key(line->key)) && is_short_value(line->value);
}

// A list that ends with a comma, or a bullet like those of the list, has more behind the blank line, most likely.
std::size_t take_far(const std::vector<std::string_view>& lines, std::size_t i, HeadLine& head) {
    std::size_t next = behind_blank_lines(lines, i);
    if (next == i || next >= lines.size() || i == 0 || is_plain_head_line(lines[next])) return i;
    const auto bullet = [](std::string_view line) {
        return item_of(line).text.empty() || words::is_word_byte(trim(line)[0]) ? '\0' : trim(line)[0];
    };
    const bool more =
        is_unfinished(head.value) || (head.value.empty() && !head.items.empty() && bullet(lines[i - 1]) != 0 &&
                                      bullet(lines[i - 1]) == bullet(lines[next]));
    if (!more) return i;
    for (; next < lines.size() && !words::is_blank(lines[next]) && !begins_head_line(lines[next]); ++next)
        add_stray(head, lines[next]);
    return next;
}

// The list of the key in line `i`, in whatever way it goes on below it; returns its last line.
std::size_t take_list(const std::vector<std::string_view>& lines, std::size_t i, HeadLine& head) {
    std::size_t next = i + 1;
    if (head.value.empty() && next < lines.size() && !is_item(lines, next) && is_unfinished(trim(lines[next])) &&
        !key_line(lines[next]))
        head.value = trim(lines[next++]);
    next = head.value.empty() ? take_items(lines, next, head) : take_wrapped(lines, next, head);
    return take_far(lines, next, head) - 1;
}

// A list of a key that is not known as such is one where something is in it: else it may be a heading.
std::size_t take_list_if_any(const std::vector<std::string_view>& lines, std::size_t i, HeadLine& head) {
    return is_list_key(head.key) && (!head.value.empty() || is_item(lines, i + 1)) ? take_list(lines, i, head) : i;
}

bool begins_a_head(const std::vector<std::string_view>& lines, std::size_t i) {
    if (is_plain_head_line(lines[i])) return true;
    const auto line = key_line(lines[i]);
    if (!line) return false;
    if (line->value.empty()) return is_list_key(line->key) && is_item(lines, i + 1);
    if (line->equals) return false;
    const bool is_long_list = is_list_key(line->key) && !line->value.ends_with('.') &&
                              std::any_of(line->value.begin(), line->value.end(), is_separator);
    return is_long_list || leads_to_a_key(lines, i + 1);
}

// The line `i` of the text and what is its list's below it; leaves `i` at the last of them.
HeadLine line_in_text(const std::vector<std::string_view>& lines, std::size_t& i, std::string key,
                      std::string value) {
    HeadLine head{std::move(key), std::move(value), {}, {}, {}, std::string(trim(lines[i]))};
    const std::size_t last = is_list_key(head.key) ? take_list(lines, i, head) : i;
    for (; head.stray.empty() && i < last; ++i) head.line.append("\n").append(trim(lines[i + 1]));
    return head;
}

// Head lines below the first line of the text, and no blank line above: most likely they were meant to be read.
std::vector<HeadLine> lines_in_text(const std::vector<std::string_view>& lines, std::size_t i) {
    std::vector<HeadLine> found;
    for (; i < lines.size() && !words::is_blank(lines[i]); ++i) {
        if (!is_plain_head_line(lines[i])) continue;
        const auto line = key_line(lines[i]);
        found.push_back(line_in_text(lines, i, *nearest_head_key(line->key), line->value));
    }
    return found;
}

// Where the head lines behind a greeting begin; 0: there is no greeting, or none behind it.
std::size_t behind_greeting(const std::vector<std::string_view>& lines, std::size_t i) {
    if (i >= lines.size() || key_line(lines[i]) || lines[i].find(':') < trim(lines[i]).size() - 1) return 0;
    const std::size_t next = behind_blank_lines(lines, i + 1);
    const bool to_a_block = greets(trim(lines[i])) && behind_block(lines, next) != 0;
    if (next >= lines.size() || !(to_a_block || begins_a_head(lines, next))) return 0;
    return words::words_of(lines[i], longest_greeting + 1).size() <= longest_greeting ? next : 0;
}

auto find_key(std::string_view key, const std::vector<std::string>& own_keys) {
    return std::find_if(own_keys.begin(), own_keys.end(), [&](const std::string& k) { return fold(k) == fold(key); });
}

}  // namespace

bool is_head_key(std::string_view key) {
    return std::any_of(keys.begin(), keys.end(), [&](const Key& k) { return k.name == key; });
}

std::vector<HeadLine> head_lines_in(std::string_view text) {
    std::vector<HeadLine> found;
    const auto lines = words::lines_of(text);
    for (std::size_t i = 0; i < lines.size() && found.size() < most_items; ++i) {
        const auto line = key_line(lines[i]);
        const Key* key = line ? known_key(line->key) : nullptr;
        if (key == nullptr || (line->equals && key->name != "Policy")) continue;
        if (line->value.empty() && !(key->list && is_item(lines, i + 1))) continue;
        found.push_back(line_in_text(lines, i, std::string(key->name), line->value));
    }
    return found;
}

ProposalText read_proposal(std::string_view new_text, const std::vector<std::string>& own_keys) {
    ProposalText proposal;
    const std::vector<std::string_view> lines = words::lines_of(new_text);
    std::size_t i = behind_blank_lines(lines, 0);
    std::string_view greeting;
    if (const std::size_t behind = behind_greeting(lines, i)) {
        greeting = trim(lines[i]);
        i = behind;
    }
    const std::size_t block = behind_block(lines, i);
    for (; i < lines.size() && proposal.head.size() < most_items; ++i) {
        const std::size_t next = behind_blank_lines(lines, i);
        if (!proposal.head.empty() && next < lines.size() && is_plain_head_line(lines[next])) i = next;
        const auto line = key_line(lines[i], i < block ? most_key_words : 1);
        if (!line) break;
        const Key* key = known_key(line->key);
        HeadLine head{{}, line->value, {}, {}, {}, std::string(trim(lines[i]))};
        if (const auto own = key ? own_keys.end() : find_key(line->key, own_keys); own != own_keys.end()) {
            head.key = *own;
            i = take_list_if_any(lines, i, head);
        } else if (key == nullptr || line->equals) {
            const auto nearest = nearest_head_key(line->key);
            const bool among_head_lines = i < block || (!line->value.empty() && !line->equals &&
                                                        (!proposal.head.empty() || leads_to_a_key(lines, i)));
            if (!nearest && !among_head_lines) break;
            head.key = line->key;
            i = take_list_if_any(lines, i, head);
            if (line->equals) head.key += " =";
            proposal.unknown.push_back({std::move(head), nearest});
            continue;
        } else {
            head.key = key->name;
            if (key->list) i = take_list(lines, i, head);
        }
        proposal.head.push_back(std::move(head));
    }
    if (proposal.head.empty() && proposal.unknown.empty()) {
        proposal.body = new_text;
        return proposal;
    }
    proposal.in_text = lines_in_text(lines, i);
    i = behind_blank_lines(lines, i);
    if (i >= lines.size()) {  // what stood above them was all the text there is
        if (own_keys.empty() && !words::is_greeting(greeting)) proposal.body = greeting;
        return proposal;
    }
    if (!greeting.empty()) proposal.body.append(greeting).append("\n\n");
    proposal.body += new_text.substr(static_cast<std::size_t>(lines[i].data() - new_text.data()));
    return proposal;
}

}  // namespace assentd
