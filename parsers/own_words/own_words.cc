// SPDX-License-Identifier: Apache-2.0
//
// One pass over the lines, top to bottom. Each line is one of
//     quoted      a mark at its start, or inside a quotation whose end is marked
//     header      an attribution or block of fields above a quotation
//     cut         signature, footer, disclaimer, mark of a mobile program
//     own         everything else
// and the pass is in one of three states:
//     reading     lines are taken as they are
//     signed      after a signature delimiter or footer: own lines are cut until the next quotation ends
//     ended       after a header whose quotation is not marked: the rest is the quotation
#include "parsers/own_words/own_words.h"

#include <algorithm>
#include <cstdint>
#include <span>

#include "parsers/fold.h"
#include "parsers/own_words/gateway_banners.h"
#include "parsers/own_words/header_fields.h"
#include "parsers/own_words/quote_headers.h"
#include "parsers/own_words/quote_marks.h"
#include "parsers/own_words/signature_blocks.h"
#include "parsers/own_words/signatures.h"
#include "parsers/own_words/wrapped_quotes.h"

namespace assentd {
namespace {

enum class Part : std::uint8_t { own, quoted, cut };

constexpr std::size_t most_deep_look = 20;
constexpr std::size_t most_paragraph_lines = 40;  // that are looked at from each line
constexpr std::size_t long_disclaimer = 100;      // bytes; a shorter paragraph is one only where nothing own follows
constexpr std::size_t most_run_on = 10'000;       // bytes of a quotation right below an own line
constexpr std::size_t most_lines = 25'000;        // nobody writes more; a text of line ends alone costs a hundredfold

class Cutter {
  public:
    Cutter(std::string_view text, const std::vector<Address>& senders) : senders_(senders) {
        std::vector<std::string_view> lines = words::lines_apart(text);
        marks_ = words::quote_marks(lines);
        tails_ = words::wrapped_tails(lines, marks_);
        text_.reserve(lines.size());
        for (std::string_view line : lines) text_.push_back({line, {}});
        std::vector<std::string_view>().swap(lines);  // of a long text nothing is held longer than it must be
        parts_.assign(text_.size(), Part::own);
        fold_lines(text.size());
    }

    OwnWords run() {
        for (std::size_t i = 0; i < text_.size();) i += step(i);
        std::vector<bool> blank_lines(text_.size());
        for (std::size_t i = 0; i < text_.size(); ++i) blank_lines[i] = blank(i);
        for (words::TextLine& line : text_) line.folded = {};
        std::string().swap(folded_);
        return collect(blank_lines);
    }

  private:
    // Of a line deep in a quotation it matters only that it is one, and whether it has text; those are most lines of
    // most mails. Its first lines may belong to an attribution that a program folded before a ">".
    std::string folded(std::size_t i) const {
        const std::string_view line = words::trim(text_[i].raw.substr(0, words::TextLine::folded_bytes));
        const bool deep = i > 2 && quoted(i) && quoted(i - 1) && quoted(i - 2) && quoted(i - 3);
        if (!deep) return words::fold(line);
        return line.empty() ? "" : ">";
    }

    // All reading copies stand in one string: most lines are short, and each would cost more than its text.
    void fold_lines(std::size_t bytes) {
        std::vector<std::uint16_t> sizes(text_.size());
        folded_.reserve(bytes);  // a reading copy is no longer than its text
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const std::string copy = folded(i);
            sizes[i] = static_cast<std::uint16_t>(copy.size());
            folded_ += copy;
        }
        std::string_view rest = folded_;
        for (std::size_t i = 0; i < text_.size(); rest.remove_prefix(sizes[i++]))
            text_[i].folded = rest.substr(0, sizes[i]);
    }

    std::span<const words::TextLine> from(std::size_t i) const { return std::span(text_).subspan(i); }
    bool quoted(std::size_t i) const { return marks_[i].depth > 0; }
    words::Tail tail(std::size_t i) const { return tails_.empty() ? words::Tail::none : tails_[i]; }
    bool blank(std::size_t i) const { return text_[i].folded.empty(); }

    std::size_t mark(std::size_t begin, std::size_t count, Part part, std::string_view why = {}) {
        for (std::size_t k = begin; k < begin + count && k < parts_.size(); ++k) parts_[k] = part;
        if (!why.empty() && std::find(why_.begin(), why_.end(), why) == why_.end()) why_.push_back(why);
        return count;
    }

    std::size_t end(std::size_t i, std::string_view why) {
        unmarked_from_ = i;
        if (!forwarded_) passed_on_from_ = i;
        return mark(i, text_.size() - i, Part::quoted, why);
    }

    // The next line with text, from i on; text_.size() when there is none.
    std::size_t next_text(std::size_t i) const {
        while (i < text_.size() && blank(i)) ++i;
        return i;
    }
    bool quotation_follows(std::size_t i) const { return next_text(i) < text_.size() && quoted(next_text(i)); }

    std::size_t step(std::size_t i) {
        if (words::is_unmarked_header(text_[i].raw) && !quotation_follows(i + 1) && (i == 0 || !quoted(i - 1)))
            return end(i, "attribution without marks");
        if (quoted(i)) return quotation(i);
        if (blank(i)) return mark(i, 1, signed_ ? Part::cut : Part::own);
        if (const std::size_t used = header(i)) return used;
        if (signed_) return mark(i, 1, Part::cut);
        if (tail(i) == words::Tail::certain) return mark(i, 1, Part::quoted, "wrapped quotation");
        if (tail(i) == words::Tail::possible) doubtful_.push_back({i, Doubt::wrapped});
        if (const std::size_t used = signature(i)) return used;
        if (!words::trim(text_[i].raw).empty()) own_seen_ = true;
        return 1;
    }

    std::size_t quotation(std::size_t i) {
        signed_ = false;
        if (i >= levelled_to_) {  // below a header, which stands for the first mark, the second is somebody else's
            levelled_to_ = words::quotation_end(marks_, text_, i);
            if (next_text(behind_header_) != i)
                words::make_one_level(std::span(marks_).subspan(i, levelled_to_ - i), from(i));
        }
        return mark(i, 1, Part::quoted, "quotation");
    }

    std::size_t header(std::size_t i) {
        const std::size_t used = header_at(i);
        if (used > 0) behind_header_ = i + used;
        return used;
    }

    std::size_t header_at(std::size_t i) {
        const std::string_view folded = text_[i].folded;
        if (words::is_reply_above_mark(folded)) return end(i, "reply above this line");
        if (words::is_bare_mark(folded) && fields_below(i) > 0) return quotation_mark(i);
        if (words::is_original_mark(folded) || words::is_forward_mark(folded)) return quotation_mark(i);
        if (words::is_rule(text_[i].raw))
            if (const std::size_t next = fields_below(i))
                return mark(i, next - i, Part::cut, "rule above header fields");
        std::size_t n = words::header_block_at(from(i), after_cut(i));
        if (n == 0 && own_seen_) n = words::unnamed_block_at(from(i));
        if (n > 0) return quotation_follows(i + n) ? mark(i, n, Part::cut, "header fields") : end(i, "header fields");
        if (n = words::attribution_at(from(i)); n > 0) {
            if (quotation_follows(i + n)) return mark(i, n, Part::cut, "attribution");
            if (own_seen_ || signed_ || attributed_) return end(i, "attribution without marks");
            attributed_ = true;
            return mark(i, n, Part::cut, top_attribution);
        }
        return 0;
    }

    std::size_t fields_below(std::size_t i) const {
        const std::size_t next = next_text(i + 1);
        return next < text_.size() && next <= i + 3 && words::header_block_at(from(next), true) > 0 ? next : 0;
    }
    std::size_t quotation_mark(std::size_t i) {
        const bool forwards = words::is_forward_mark(text_[i].folded);
        const char* why = forwards ? "forwarded mail" : "original message";
        if (forwards && !forwarded_) forwarded_ = true, passed_on_from_ = i + 1;
        if (quotation_follows(i + 1)) return mark(i, 1, Part::cut, why);
        const std::size_t next = next_text(i + 1);  // fields may stand between, without marks
        const std::size_t fields = next < text_.size() ? words::header_block_at(from(next), true) : 0;
        return fields > 0 && quotation_follows(next + fields) ? mark(i, next + fields - i, Part::cut, why)
                                                              : end(i, why);
    }

    bool after_cut(std::size_t i) const {
        while (i > 0 && blank(i - 1)) --i;
        return i > 0 && parts_[i - 1] == Part::cut;
    }

    std::size_t signature(std::size_t i) {
        const std::string_view folded = text_[i].folded;
        if (!own_seen_ && words::is_gateway_banner(folded)) return banner(i);
        if (words::is_list_footer(folded) && (own_seen_ || i + 1 < text_.size()) && (closes(i) || contact_near(i)))
            return sign(i, "list footer");
        const bool delimits = words::is_signature_delimiter(text_[i].raw);
        if (delimits || (words::is_rule(text_[i].raw) && rule_cuts(i)))
            return answers_below(i) && text_[i].raw != "-- " ? doubt_below(i)
                                                             : sign(i, delimits ? "signature" : "rule");
        const bool apart =
            i == 0 || blank(i - 1) || parts_[i - 1] != Part::own || i + 1 == text_.size() || blank(i + 1);
        if (apart && words::is_mobile_line(folded)) return mark(i, 1 + links_below(i), Part::cut, "mobile line");
        if (own_seen_ && words::is_closing_line(folded) && closes(i)) return mark(i, 1, Part::cut, "mobile line");
        const bool begins = own_seen_ && (i == 0 || blank(i - 1) || parts_[i - 1] == Part::cut);
        if (begins && words::is_disclaimer(from(i)) && (paragraph_size(i) >= long_disclaimer || closes(i)))
            return sign(i, "disclaimer");
        if (const std::size_t n = begins ? footer_at(i) : 0) return mark(i, n, Part::cut, "footer");
        if (const std::size_t n = own_seen_ ? block_below(i) : 0)
            return 1 + mark(i + 1, n, Part::cut, "signature below a name");
        return 0;
    }

    // Lines that say nothing to anybody, with nothing own below; or pictures above the sender's name.
    std::size_t footer_at(std::size_t i) const {
        const std::size_t end = paragraph_end(i);
        const std::size_t n = words::footer_lines(std::span(text_).subspan(i, end - i));
        if (n == 0 || i + n == end) return n > 0 && closes(i) ? n : 0;
        const bool above_name = words::is_senders_name(text_[i + n].raw, senders_);
        return above_name && words::is_picture(text_[i + n - 1].folded) ? n : 0;
    }

    // Below a name, nothing but what signatures say, up to the end or a quotation.
    std::size_t block_below(std::size_t i) const {
        constexpr std::size_t most_below = 24;
        const std::span<const words::TextLine> all(text_);
        const std::size_t above = std::min<std::size_t>(i, 4);
        const bool apart = i == 0 || blank(i - 1) || parts_[i - 1] == Part::cut;
        if (!words::signs(words::raw_lines(all.subspan(i - above, above + 1)), apart, senders_)) return 0;
        std::size_t n = 1;
        for (; i + n < text_.size() && !quoted(i + n) && (blank(i + n) || !words::is_programs(from(i + n))); ++n)
            if (n > most_below) return 0;
        const auto below = words::raw_lines(all.subspan(i + 1, n - 1));
        return words::below_name(below, senders_) == words::Below::signature ? n - 1 : 0;
    }

    // Whether the first words below the line are an answer, and nobody's name or telephone.
    bool answers_below(std::size_t i) const {
        const std::size_t next = next_text(i + 1);
        if (next >= text_.size() || quoted(next) || words::has_contact(text_[next].folded)) return false;
        return words::answers_surely(text_[next]) && !words::is_name(text_[next].raw);
    }
    std::size_t doubt_below(std::size_t i) {
        std::size_t lines = 0;  // as many as may be a signature
        for (std::size_t k = std::max(i + 1, doubted_to_);
             k < text_.size() && lines < words::most_tail_lines && !quoted(k); ++k) {
            if (!blank(k)) doubtful_.push_back({k, Doubt::below_rule}), ++lines;
            doubted_to_ = k + 1;
        }
        return mark(i, 1, Part::cut, "rule above an answer");
    }

    std::size_t banner(std::size_t i) {
        std::size_t end = i + 1;
        while (end < paragraph_end(i) && !words::answers_surely(text_[end])) ++end;
        return mark(i, end - i, Part::cut, "gateway banner");
    }

    // Where the program can be had, on lines of their own.
    std::size_t links_below(std::size_t i) const {
        std::size_t n = 0;
        while (i + 1 + n < text_.size() && !quoted(i + 1 + n) && words::is_link(text_[i + 1 + n].folded)) ++n;
        return n;
    }

    std::size_t paragraph_end(std::size_t i) const {
        const std::size_t most = std::min(i + most_paragraph_lines, text_.size());
        while (i < most && !blank(i) && !quoted(i)) ++i;
        return i;
    }
    std::size_t paragraph_size(std::size_t i) const {
        std::size_t size = 0;
        for (const std::size_t end = paragraph_end(i); i < end; ++i) size += text_[i].raw.size();
        return size;
    }
    bool contact_near(std::size_t i) const {
        for (const std::size_t end = paragraph_end(i); i < end; ++i)
            for (std::string_view mark : {"http", "www.", "@", "mailto"})
                if (text_[i].folded.find(mark) != std::string::npos) return true;
        return false;
    }

    // Nothing that could be the sender's own stands below the paragraph of line i.
    bool closes(std::size_t i) const {
        const std::size_t end = paragraph_end(i);
        for (std::size_t k = i + 1; k < end; ++k)
            if (words::is_programs(from(k))) return true;
        const std::size_t next = next_text(end);
        return next >= text_.size() || quoted(next) || words::is_programs(from(next));
    }

    std::size_t sign(std::size_t i, std::string_view why) {
        signed_ = true;
        return mark(i, 1, Part::cut, why);
    }

    bool rule_cuts(std::size_t i) const {
        std::size_t below = 0;
        while (below + 1 < most_deep_look && i + 1 + below < text_.size() && !quoted(i + 1 + below)) ++below;
        return words::rule_cuts(from(i), below, i > 0 && !quoted(i - 1) ? &text_[i - 1] : nullptr);
    }

    OwnWords collect(const std::vector<bool>& blank_lines) const {
        OwnWords own;
        reserve(own);
        std::vector<Answer> answers{{}};
        const bool pairs = std::find(parts_.begin(), parts_.end(), Part::quoted) != parts_.end();
        std::vector<std::uint32_t> above;  // quoted lines that the next own words answer
        bool gap = false;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (parts_[i] == Part::quoted) {
                if (shown_quoted(i)) own.quoted_text.append(quoted_line(i)).push_back('\n');
                if (!words::is_blank(answers.back().text)) answers.push_back({});
                above.push_back(static_cast<std::uint32_t>(i));
            } else if (parts_[i] == Part::own) {
                if (gap && blank_lines[i]) continue;  // where something was cut, one blank line stays
                if (gap && !own.new_text.empty() && !own.new_text.ends_with("\n\n")) own.new_text.push_back('\n');
                own.new_text.append(text_[i].raw).push_back('\n');
                if (!words::is_blank(text_[i].raw))
                    for (; !above.empty(); above.clear())
                        for (std::uint32_t k : above) answers.back().quoted.append(quoted_line(k)).push_back('\n');
                if (pairs) answers.back().text.append(text_[i].raw).push_back('\n');
            }
            gap = parts_[i] != Part::own;
        }
        words::trim_blank_lines(own.new_text);
        give_passed_on(own);
        own.remarks.assign(why_.begin(), why_.end());
        std::sort(own.remarks.begin(), own.remarks.end());
        pair(answers, own);
        find_run_on(own, blank_lines);
        for (const auto& [i, doubt] : doubtful_)
            if (parts_[i] == Part::own) own.doubtful.push_back({std::string(words::trim(text_[i].raw)), doubt});
        return own;
    }

    // All of an unmarked one; of a marked one what is marked, without the mark.
    void give_passed_on(OwnWords& own) const {
        own.forwarded = forwarded_;
        const bool marked = unmarked_from_ != passed_on_from_ && unmarked_from_ + 1 != passed_on_from_;
        for (std::size_t i = passed_on_from_, begun = 0; i < text_.size(); begun += quoted(i++) ? 1 : 0) {
            if (marked && begun > 0 && !quoted(i) && !words::is_blank(text_[i].raw)) break;
            for (std::size_t depth = marks_[i].depth; marked && depth > 1; --depth) own.passed_on += "> ";
            own.passed_on.append(marked ? quoted_line(i) : text_[i].raw).push_back('\n');
        }
        words::trim_blank_lines(own.passed_on);
    }

    std::string_view quoted_line(std::size_t i) const {
        return quoted(i) ? marks_[i].rest(text_[i].raw) : text_[i].raw;
    }
    bool shown_quoted(std::size_t i) const { return marks_[i].depth <= (i < unmarked_from_ ? 1u : 0u); }
    void reserve(OwnWords& own) const {
        std::size_t written = 0;
        std::size_t shown = 0;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (parts_[i] == Part::own) written += text_[i].raw.size() + 2;
            if (parts_[i] == Part::quoted && shown_quoted(i)) shown += text_[i].raw.size() + 1;
        }
        own.new_text.reserve(written);
        own.quoted_text.reserve(shown);
    }

    // A line that was wrapped before a ">" looks like one with a quotation right below it.
    void find_run_on(OwnWords& own, const std::vector<bool>& blank_lines) const {
        for (std::size_t i = 1; i < text_.size(); ++i) {
            if (parts_[i - 1] != Part::own || blank_lines[i - 1] || !is_new_quotation(i)) continue;
            own.run_on.push_back({{}, std::string(words::trim(text_[i - 1].raw))});
            std::string& below = own.run_on.back().quoted;
            for (; i < text_.size() && is_new_quotation(i) && !words::is_blank(quoted_line(i)); ++i)
                if (below.size() < most_run_on) below.append(quoted_line(i)).push_back('\n');
        }
    }
    bool is_new_quotation(std::size_t i) const { return parts_[i] == Part::quoted && marks_[i].depth == 1; }

    static void pair(std::vector<Answer>& answers, OwnWords& own) {
        for (Answer& a : answers)
            for (std::string* text : {&a.quoted, &a.text}) words::trim_blank_lines(*text);
        std::erase_if(answers, [](const Answer& a) { return a.text.empty(); });
        if (std::any_of(answers.begin(), answers.end(), [](const Answer& a) { return !a.quoted.empty(); }))
            own.answers = std::move(answers);
    }

    const std::vector<Address>& senders_;
    std::vector<words::QuoteMark> marks_;
    std::vector<words::Tail> tails_;  // none when no line is one
    std::string folded_;
    std::vector<words::TextLine> text_;  // of folded_
    std::vector<Part> parts_;
    std::vector<std::pair<std::size_t, Doubt>> doubtful_;
    std::vector<std::string_view> why_;     // constants, each once
    std::size_t unmarked_from_ = SIZE_MAX;  // a quotation without marks begins here: marked ones are inside it
    std::size_t passed_on_from_ = SIZE_MAX;
    bool forwarded_ = false;                // a forwarding mark was there
    std::size_t behind_header_ = SIZE_MAX;  // of the last one
    std::size_t doubted_to_ = 0;            // behind the last line below a rule
    std::size_t levelled_to_ = 0;           // the end of the quotation that is read
    bool own_seen_ = false;
    bool signed_ = false;
    bool attributed_ = false;
};

}  // namespace

OwnWords own_words(std::string_view text, const std::vector<Address>& senders) {
    std::size_t end = 0;
    for (std::size_t n = 0; n < most_lines && end < text.size(); ++n)
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    OwnWords own = Cutter(text.substr(0, end), senders).run();
    if (end < text.size()) own.remarks.emplace_back("more lines than are read");
    return own;
}

}  // namespace assentd
