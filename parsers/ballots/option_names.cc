// SPDX-License-Identifier: Apache-2.0
#include "parsers/ballots/option_names.h"

#include <algorithm>
#include <array>

#include "parsers/ballots/ballot_parts.h"
#include "parsers/fold.h"
#include "parsers/votes/vote_line.h"

namespace assentd::words {
namespace {

constexpr std::size_t few_words = 3;

// "A", "Option B", "Choice 1", "Candidate C": unmistakable without a list of options.
std::optional<std::string> plain_label(std::string_view s) {
    if (s.size() == 1 && s[0] >= 'A' && s[0] <= 'Z') return std::string(s);
    if (s == "FD" || s == "NOTA" || s == "RON") return std::string(s);
    const auto group = words_of(s, 3);
    if (group.size() != 2) return std::nullopt;
    const std::string first = fold(group[0]);
    constexpr std::array kinds{"option", "choice", "candidate", "variant", "alternative", "proposal"};
    if (!is_one_of(first, kinds) || group[1].size() > 3) return std::nullopt;
    return std::string(s);
}

// Whether the readers of ballots would take a text apart.
bool is_divided(std::string_view text) {
    constexpr std::array dividers{" and ", " or ", " but ", " not ", " over ", " before ", " then ", " und ",
                                  " et ",  " y ",  " e ",   " en ",  " och ",  " og ",     " i "};
    return text.find_first_of(",;:=<>&+()-") != text.npos ||
           std::any_of(dividers.begin(), dividers.end(),
                       [&](std::string_view word) { return text.find(word) != text.npos; });
}

// "FD" for "Further discussion", the last option: capitals that are no options' letters run together, no vote, and
// of no other option.
std::optional<std::string> by_initials(std::string_view said, const Options& options) {
    constexpr std::size_t most = 6;
    const auto is_label = [&](char c) {
        return std::any_of(options.begin(), options.end(),
                           [&](const auto& option) { return option.first == std::string_view(&c, 1); });
    };
    const bool capitals = std::all_of(said.begin(), said.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (said.size() < 2 || said.size() > most || !capitals || std::all_of(said.begin(), said.end(), is_label) ||
        lone_vote(fold(said)))
        return std::nullopt;
    std::optional<std::string> only;
    for (const auto& [label, text] : options) {
        const std::string folded = fold_name(strip(text));
        std::string initials;
        for (const std::string_view word : words_of(folded, most + 1)) initials += word.front();
        if (initials != fold_name(said)) continue;
        if (only) return std::nullopt;
        only = label;
    }
    return only == options.back().first ? only : std::nullopt;
}

struct KnownText {
    std::string folded;
    std::string_view label;
};

// The longest first: a text may begin another.
std::vector<KnownText> divided_texts(const Options& options) {
    std::vector<KnownText> texts;
    for (const auto& [label, text] : options)
        if (const std::string_view plain = strip(text); plain.size() > label.size() && is_divided(plain))
            texts.push_back({fold_name(plain), label});
    std::stable_sort(texts.begin(), texts.end(),
                     [](const auto& a, const auto& b) { return a.folded.size() > b.folded.size(); });
    return texts;
}

// Takes "A: " off the end of what was written so far.
void drop_label(std::string& out, std::string_view label) {
    std::string_view s = trim(out);
    while (s.ends_with(':') || s.ends_with('.') || s.ends_with(')')) s = trim(s.substr(0, s.size() - 1));
    if (!s.ends_with(label)) return;
    const std::size_t at = static_cast<std::size_t>(s.data() - out.data()) + s.size() - label.size();
    if (at == 0 || !is_word_byte(out[at - 1])) out.resize(at);
}

}  // namespace

std::string with_labels(std::string_view line, const Options& options) {
    if (options.empty() || line.size() > longest_ballot_line || !is_divided(line)) return std::string(line);
    const std::vector<KnownText> texts = divided_texts(options);
    if (texts.empty()) return std::string(line);
    const Folded folded = fold_name_with_origin(line);
    const std::string_view s = folded.text;
    std::string out;
    for (std::size_t at = 0; at < s.size();) {
        const bool inside = at > 0 && is_word_byte(s[at - 1]) && is_word_byte(s[at]);
        const auto known = inside ? texts.end() : std::find_if(texts.begin(), texts.end(), [&](const KnownText& t) {
            return starts_with_phrase(s.substr(at), t.folded);
        });
        if (known == texts.end()) {
            out += line.substr(folded.origin[at], folded.origin[at + 1] - folded.origin[at]);
            ++at;
            continue;
        }
        drop_label(out, known->label);
        out += known->label;
        at += known->folded.size();
    }
    return out;
}

std::optional<std::string> option_named(std::string_view text, const Options& options) {
    const std::string_view s = strip(text);
    if (s.empty() || s.size() > longest_ballot_line) return std::nullopt;
    if (options.empty()) return plain_label(s);
    const std::string wanted = fold_name(s);
    for (const auto& [label, words] : options) {
        const std::string plain = fold_name(label);
        const std::string full = fold_name(strip(words));
        if (wanted == plain || wanted == full || wanted == plain + " (" + full + ')') return label;
    }
    const std::size_t mark = std::min(s.find_first_of(":)."), s.size());  // "Choice 1: its text"
    const std::string head = fold_name(strip(s.substr(0, mark)));
    const std::string behind = fold_name(strip(s.substr(std::min(mark + 1, s.size()))));
    for (const auto& [label, words] : options) {
        const std::string plain = fold_name(label);
        const std::string full = fold_name(strip(words));  // shortened, perhaps, or with a remark in brackets
        const bool remark = behind.starts_with(full) && trim(behind.substr(full.size())).starts_with('(');
        if (!full.starts_with(behind) && !remark) continue;
        if (head == plain) return label;
        for (std::string_view kind : {"option ", "choice ", "candidate "})
            if (head == std::string(kind) + plain || wanted == std::string(kind) + plain) return label;
    }
    return by_initials(s, options);
}

std::optional<Head> option_at_start(std::string_view text, const Options& options) {
    const Folded folded = fold_name_with_origin(text.substr(0, longest_ballot_line));
    std::optional<Head> best;
    std::size_t longest = 0;
    for (const auto& [label, words] : options) {
        const std::string name = fold_name(strip(words));
        std::size_t size = starts_with_phrase(text, label) ? label.size() : 0;  // a small "a" is an article
        if (!name.empty() && starts_with_phrase(folded.text, name))
            size = std::max<std::size_t>(size, folded.origin[name.size()]);
        if (size <= longest) continue;
        longest = size;
        best = Head{label, text.substr(size)};
    }
    return best;
}

namespace {

// An item between the options' signs: "A first", "then B", "A only if cheap", "A B C": the options that it begins or
// ends with, or is made of.
std::vector<std::string> options_beside(std::string_view item, const Options& options) {
    if (auto whole = option_named(item, options)) return {*whole};
    const auto group = words_of(item, most_options);
    const auto is_label = [&](std::string_view w) {
        return std::any_of(options.begin(), options.end(), [&](const auto& option) { return option.first == w; });
    };
    if (!group.empty() && std::all_of(group.begin(), group.end(), is_label)) return {group.begin(), group.end()};
    if (group.size() > few_words) return {};
    const std::string folded = fold_name(item);
    for (const auto& [label, text] : options) {
        if (group.size() > 1 && (group.front() == label || group.back() == label)) return {label};
        if (find_phrase(folded, fold_name(strip(text))) != std::string::npos) return {label};
    }
    return {};
}

}  // namespace

std::string options_in_words(std::string_view line, const Options& options) {
    if (options.empty() || line.size() > longest_ballot_line) return {};
    const std::string labelled = with_labels(line, options);
    std::string plain(strip(without_ballot_lead(labelled)));
    while (plain.ends_with('?')) plain.pop_back();
    for (std::string_view word : {" and ", " or ", " but ", " not ", " & ", " over ", " before ", "/"})
        for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word))
            plain.replace(at, word.size(), ", ");
    std::string named;
    bool order = false;
    for (std::string_view item : split(plain, ",;>=")) {
        if (strip(item).empty()) continue;
        const auto beside = options_beside(item, options);
        if (beside.empty() && !is_short(item) && !order) return {};
        for (const std::string& option : beside) named += (named.empty() ? "" : ", ") + option;
        order = order || (!beside.empty() && plain.find('>') != std::string::npos);
    }
    return named;
}

std::vector<std::string> options_held(std::string_view line, const Options& options) {
    const auto group = words_of(line);
    const std::string folded = fold_name(line);
    std::vector<std::string> held;
    for (const auto& [label, text] : options)
        if (std::find(group.begin(), group.end(), label) != group.end() ||
            find_phrase(folded, fold_name(strip(text))) != folded.npos)
            held.push_back(label);
    return held;
}

bool holds_text(std::string_view line, std::string_view label, const Options& options) {
    const std::string folded = fold_name(line);
    return std::any_of(options.begin(), options.end(), [&](const auto& option) {
        const std::string text = fold_name(strip(option.second));
        return option.first == label && !text.empty() && find_phrase(folded, text) != folded.npos;
    });
}

std::string option_with_text(const Options& options, std::string_view label) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& option) { return option.first == label; });
    if (found == options.end() || found->second.empty() || found->second == label) return std::string(label);
    return std::string(label) + " (" + found->second + ")";
}

}  // namespace assentd::words
