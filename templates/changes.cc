// SPDX-License-Identifier: Apache-2.0
#include "templates/changes.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "templates/common_parts.h"
#include "templates/plain_text.h"

namespace assentd::outgoing {

namespace {

constexpr std::size_t most_paragraphs = 20'000;      // of each text; the rest is one more
constexpr std::size_t most_paragraph_edits = 1'000;  // beyond them the texts are different ones
constexpr std::size_t most_word_edits = 200;
constexpr std::size_t most_words = 2'000;       // of a paragraph that is compared word by word
constexpr std::size_t most_comparisons = 500;   // of paragraphs, word by word
constexpr std::size_t most_bytes = 20'000;      // of the result
constexpr std::size_t words_beside = 6;         // shown before and behind a change
constexpr std::size_t paragraph_columns = 600;  // of one that is new or gone
constexpr std::size_t beside_columns = 60;
// Mail programs wrap lines somewhere between these; a longer one was meant to end where it does.
constexpr std::size_t least_wrapped = 60;
constexpr std::size_t longest_wrapped = 80;

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = text.find_first_not_of(' '); at != std::string_view::npos;) {
        const auto end = text.find(' ', at);
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(' ', end);
    }
    return words;
}

bool begins_item(std::string_view line) {
    if (std::string_view(" >#|").find(line[0]) != std::string_view::npos) return true;
    if (line.size() > 1 && line[1] == ' ' && std::string_view("-*+").find(line[0]) != std::string_view::npos)
        return true;
    const auto behind = line.find_first_not_of("0123456789");
    return behind != 0 && behind != std::string_view::npos && (line[behind] == '.' || line[behind] == ')');
}

// Lines as their author thought of them: those that a mail program wrapped are whole again, blank ones are gone.
std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> paragraphs;
    std::size_t last_line = 0;  // its length; 0: blank
    while (!text.empty()) {
        const auto end = paragraphs.size() < most_paragraphs ? text.find('\n') : std::string_view::npos;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::size_t length = line.find_first_not_of(" \n") == std::string_view::npos ? 0 : line.size();
        if (length > 0) {
            const bool wrapped = last_line > 0 && last_line <= longest_wrapped && !begins_item(line) &&
                                 last_line + 1 + std::min(line.size(), line.find(' ')) > least_wrapped;
            if (wrapped)
                paragraphs.back().append(" ").append(line);
            else
                paragraphs.emplace_back(line);
        }
        last_line = length;
    }
    return paragraphs;
}

// Numbers for texts, the same for the same words.
class Numbers {
  public:
    int of(const std::string& text) {
        return numbers_.try_emplace(text, static_cast<int>(numbers_.size())).first->second;
    }
    template <typename Text>
    std::vector<int> of_all(const std::vector<Text>& texts) {
        std::vector<int> numbers;
        for (const auto& text : texts) numbers.push_back(of(std::string(text)));
        return numbers;
    }

  private:
    std::unordered_map<std::string, int> numbers_;
};

std::string with_single_blanks(std::string_view text) {
    std::string out;
    for (const auto word : words_of(text)) out.append(out.empty() ? "" : " ").append(word);
    return out;
}

std::vector<int> numbered(const std::vector<std::string>& paragraphs, Numbers& numbers) {
    std::vector<int> result;
    for (const auto& p : paragraphs) result.push_back(numbers.of(with_single_blanks(p)));
    return result;
}

// Words of one side of a changed paragraph, and which of them are near a change.
struct Side {
    std::vector<std::string_view> words;
    std::vector<bool> shown;

    void show_around(std::size_t begin, std::size_t end) {
        shown.resize(words.size());
        for (std::size_t i = begin < words_beside ? 0 : begin - words_beside;
             i < std::min(words.size(), end + words_beside); ++i)
            shown[i] = true;
    }
    std::string text() const {
        std::string out;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!shown[i] && i > 0 && !shown[i - 1]) continue;
            out.append(out.empty() ? "" : " ").append(shown[i] ? words[i] : "…");
        }
        return out;
    }
};

// One paragraph that became another: both shortened to what is near the changes. Nothing: they have too little in
// common to be told as one that changed.
std::optional<std::pair<std::string, std::string>> changed_words(const std::string& before,
                                                                 const std::string& after) {
    Side old_side{words_of(before), {}};
    Side new_side{words_of(after), {}};
    if (old_side.words.size() > most_words || new_side.words.size() > most_words) return std::nullopt;
    Numbers numbers;
    const auto old_numbers = numbers.of_all(old_side.words);
    auto common = common_parts(old_numbers, numbers.of_all(new_side.words), most_word_edits);
    if (common.size() * 4 < old_side.words.size() + new_side.words.size()) return std::nullopt;
    common.emplace_back(old_side.words.size(), new_side.words.size());
    std::size_t a = 0, b = 0;
    for (const auto& [next_a, next_b] : common) {
        if (next_a > a || next_b > b) {
            old_side.show_around(a, next_a);
            new_side.show_around(b, next_b);
        }
        a = next_a + 1;
        b = next_b + 1;
    }
    return std::pair(old_side.text(), new_side.text());
}

class Changes {
  public:
    Changes(std::string_view before, std::string_view after)
        : before_(paragraphs_of(before)), after_(paragraphs_of(after)) {}

    std::string tell() {
        Numbers numbers;
        const auto old_numbers = numbered(before_, numbers);
        auto common = common_parts(old_numbers, numbered(after_, numbers), most_paragraph_edits);
        common.emplace_back(before_.size(), after_.size());
        std::size_t a = 0, b = 0;
        for (const auto& [next_a, next_b] : common) {
            if (next_a > a || next_b > b) tell_change(a, next_a, b, next_b);
            if (out_.size() > most_bytes) return out_ + "  … and more";
            a = next_a + 1;
            b = next_b + 1;
        }
        if (!out_.empty()) out_.pop_back();
        return out_;
    }

  private:
    void line(std::string_view mark, std::string_view text) { out_.append(mark).append(text).append("\n"); }

    void tell_change(std::size_t a, std::size_t a_end, std::size_t b, std::size_t b_end) {
        if (b > 0) show_beside(b - 1);
        for (; a < a_end && out_.size() <= most_bytes; ++a)
            if (!tell_successor(before_[a], b, std::min(b_end, b + 5)))
                line("- ", one_line(before_[a], paragraph_columns));
        for (; b < b_end && out_.size() <= most_bytes; ++b) line("+ ", one_line(after_[b], paragraph_columns));
        told_ = b_end;
        if (b_end < after_.size()) show_beside(b_end);
    }

    // A neighbour of a change, once; what lies between it and the last change is left out.
    void show_beside(std::size_t b) {
        if (b < told_) return;
        if (b > told_ && told_ > 0) line("  ", "…");
        line("  ", one_line(after_[b], beside_columns));
        told_ = b + 1;
    }

    // Looks among the next paragraphs for what `old` became, and tells what is new before it, too.
    bool tell_successor(const std::string& old, std::size_t& b, std::size_t b_end) {
        for (std::size_t match = b; match < b_end && comparisons_ < most_comparisons; ++match) {
            ++comparisons_;
            const auto changed = changed_words(old, after_[match]);
            if (!changed) continue;
            for (; b < match; ++b) line("+ ", one_line(after_[b], paragraph_columns));
            line("- ", changed->first);
            line("+ ", changed->second);
            ++b;
            return true;
        }
        return false;
    }

    std::vector<std::string> before_, after_;
    std::string out_;
    std::size_t told_ = 0;  // paragraphs of after_
    std::size_t comparisons_ = 0;
};

}  // namespace

std::string changes(std::string_view before, std::string_view after) {
    return Changes(before, after).tell();
}

}  // namespace assentd::outgoing
