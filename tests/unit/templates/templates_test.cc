// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "templates/values.h"
#include "tests/unit/templates/fixture.h"

namespace assentd::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;

// A directory of templates that is gone after the test.
class Directory {
  public:
    Directory() {
        std::string name = (fs::temp_directory_path() / "templates-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Directory() { fs::remove_all(path_); }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;

    void write(const std::string& file, const std::string& text) const {
        fs::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file, std::ios::binary) << text;
    }
    std::string path() const { return path_.string(); }

  private:
    fs::path path_;
};

std::vector<std::string> errors_of(const Directory& dir) {
    const auto loaded = Templates::load(dir.path());
    const auto* errors = std::get_if<std::vector<std::string>>(&loaded);
    return errors ? *errors : std::vector<std::string>{};
}

Templates loaded(const Directory& dir) {
    return std::get<Templates>(Templates::load(dir.path()));
}

TEST(TemplateLoading, BuiltInTextsAreSound) {
    ASSERT_TRUE(std::holds_alternative<Templates>(Templates::load("")));
    for (const char* name : {"invitation",
                             "receipt",
                             "question",
                             "refusal",
                             "reminder",
                             "outcome",
                             "help",
                             "concern",
                             "amendment",
                             "confirm",
                             "unplaced",
                             "invitation-choice",
                             "invitation-input",
                             "invitation-announce",
                             "invitation-advice",
                             "invitation-facilitator",
                             "revision",
                             "concern-answer",
                             "seconds",
                             "decide",
                             "review",
                             "outcome-withdrawn"})
        EXPECT_FALSE(built_in().page("en", name).text().empty()) << name;
}

TEST(TemplateLoading, AFileReplacesTheBuiltInTextOfItsLanguageOnly) {
    const Directory dir;
    dir.write("de/receipt.txt", "Danke: {{id}}\n");
    const Templates t = loaded(dir);
    EXPECT_EQ(t.page("de", "receipt").text(), "Danke: {{id}}\n");
    EXPECT_EQ(t.page("en", "receipt").text(), built_in().page("en", "receipt").text());
}

TEST(TemplateLoading, AnUnknownLanguageFallsBackToEnglish) {
    EXPECT_EQ(built_in().page("xx", "receipt").text(), built_in().page("en", "receipt").text());
}

TEST(TemplateLoading, AnUnknownPlaceholderIsAnErrorWithItsLineAndTheNearestName) {
    const Directory dir;
    dir.write("en/receipt.txt", "Fine {{id}}\nnot {{titel}}\nnor {{lunchtime}}\n");
    const auto errors = errors_of(dir);
    EXPECT_THAT(errors, Contains(AllOf(HasSubstr("en/receipt.txt:2: "), HasSubstr("titel"),
                                       HasSubstr("did you mean “title”?"))));
    EXPECT_THAT(errors,
                Contains(AllOf(HasSubstr("en/receipt.txt:3: "), HasSubstr("lunchtime"), HasSubstr(" title "))));
}

TEST(TemplateLoading, AFileThatIsNotUtf8IsAnErrorWithItsLine) {
    const Directory dir;
    dir.write("en/receipt.txt", "Fine \xC3\xBC \xEF\xBF\xBD {{id}}\nf\xFCr {{id}}\n");
    EXPECT_THAT(errors_of(dir), ::testing::ElementsAre(HasSubstr("en/receipt.txt:2: this is not UTF-8")));
    dir.write("en/receipt.txt", "Fine \xC3\xBC {{id}}\n");
    EXPECT_TRUE(errors_of(dir).empty());
}

TEST(TemplateLoading, EveryFaultIsReported) {
    const Directory dir;
    dir.write("en/receipt.txt", "{{#open}}\n{{id\n");
    dir.write("en/outcome.txt", "{{#open}}x{{/draft}}{{/open}}\n{{>file}} {{=<% %>=}} {{{id}}} {{&id}} {{}}\n");
    dir.write("en/question.txt", "{{#open}}never closed\n");
    dir.write("en/lunch.txt", "no such mail\n");
    const auto errors = errors_of(dir);
    EXPECT_THAT(errors, Contains(HasSubstr("receipt.txt:2: a tag is not closed")));
    EXPECT_THAT(errors, Contains(HasSubstr("outcome.txt:1: {{/draft}} ends a section that is not open")));
    for (const char* tag : {">file", "=<% %>=", "{id", "&id"})
        EXPECT_THAT(errors, Contains(AllOf(HasSubstr("outcome.txt:2: "), HasSubstr(tag), HasSubstr("not allowed"))));
    EXPECT_THAT(errors, Contains(HasSubstr("question.txt:1: the section “open” has no end")));
    EXPECT_THAT(errors,
                Contains(AllOf(HasSubstr("lunch.txt: there is no mail of this name"), HasSubstr("receipt.txt"))));
}

TEST(TemplateLoading, SizeAndDepthAreBounded) {
    const Directory dir;
    dir.write("en/receipt.txt", std::string((64u << 10) + 1, 'x'));
    std::string deep;
    for (int i = 0; i < 20'000 / 9; ++i) deep += "{{#open}}";
    dir.write("en/outcome.txt", deep);
    const auto errors = errors_of(dir);
    EXPECT_THAT(errors, Contains(HasSubstr("receipt.txt: is too large")));
    EXPECT_THAT(errors, Contains(HasSubstr("nested too deeply")));
}

TEST(TemplateLoading, ADirectoryThatIsNotThereIsAnError) {
    const auto result = Templates::load("/nonexistent/templates");
    EXPECT_TRUE(std::holds_alternative<std::vector<std::string>>(result));
}

TEST(TemplateLoading, TheReadmeListsEveryPlaceholder) {
    std::ifstream in("templates/README.md");
    std::ostringstream text;
    text << in.rdbuf();
    const std::string readme = text.str();
    std::istringstream names{outgoing::placeholder_names()};
    for (std::string name; names >> name;) EXPECT_THAT(readme, HasSubstr('`' + name + '`'));
}

TEST(TemplateRendering, TheReadersLanguageIsUsed) {
    const Directory dir;
    dir.write("de/reminder.txt", "{{#decisions}}Bitte bis {{closes}} antworten: {{id}}{{/decisions}}\n");
    const Decision d = open_decision(consent_policy());
    Reader reader = reader_of(d, 0);
    reader.language = "de";
    const auto mail =
        render(loaded(dir), letterhead(), reader, envelope(), {{&d, notice(NoticeKind::reminder, 0), {}}}, at(3, 9));
    EXPECT_EQ(unflowed(body_of(mail.bytes)), "Bitte bis 2026-12-04 17:00 CET antworten: D-42\n");
}

TEST(TemplateRendering, WhatATemplateDoesNotShowIsNotMade) {
    const Directory dir;
    dir.write("en/receipt.txt", "{{#decisions}}{{id}}{{#with_status}}, {{closes}}{{/with_status}}{{/decisions}}\n");
    const Decision d = open_decision(consent_policy());
    int asked = 0;
    Reader reader = reader_of(d, 0);
    reader.local_time = [&](Instant) { return "at " + std::to_string(++asked); };
    Notice told = notice(NoticeKind::receipt, 0);
    const auto told_to_the_reader = [&] {
        return unflowed(
            body_of(render(loaded(dir), letterhead(), reader, envelope(), {{&d, told, {}}}, at(3, 9)).bytes));
    };
    EXPECT_EQ(told_to_the_reader(), "D-42\n");
    EXPECT_EQ(asked, 0);
    told.with_status = true;
    EXPECT_EQ(told_to_the_reader(), "D-42, at 1\n");
}

TEST(TemplateRendering, SectionTagsTakeNoLineOfTheirOwn) {
    const Directory dir;
    dir.write("en/reminder.txt", "a\n{{#draft}}\nno\n{{/draft}}\nb\n{{#open}}\nc\n{{/open}}\n\nd\n");
    const Decision d = open_decision(consent_policy());
    const auto mail = render(loaded(dir), letterhead(), reader_of(d, 0), envelope(),
                             {{&d, notice(NoticeKind::reminder, 0), {}}}, at(3, 9));
    EXPECT_EQ(body_of(mail.bytes), "a\nb\nc\n\nd\n");
}

}  // namespace
}  // namespace assentd::testing
