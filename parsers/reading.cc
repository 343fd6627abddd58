// SPDX-License-Identifier: Apache-2.0
#include "parsers/reading.h"

namespace assentd {

std::string_view name(ReadingType type) {
    switch (type) {
        case ReadingType::vote:
            return "vote";
        case ReadingType::ranking:
            return "ranking";
        case ReadingType::scores:
            return "scores";
        case ReadingType::approvals:
            return "approvals";
        case ReadingType::concern:
            return "concern";
        case ReadingType::resolve:
            return "resolve";
        case ReadingType::command:
            return "command";
        case ReadingType::form:
            return "form";
    }
    return {};
}

std::string_view name(ReadingVerdict verdict) {
    switch (verdict) {
        case ReadingVerdict::vote:
            return "vote";
        case ReadingVerdict::command:
            return "command";
        case ReadingVerdict::comment:
            return "comment";
        case ReadingVerdict::unclear:
            return "unclear";
        case ReadingVerdict::empty:
            return "empty";
        case ReadingVerdict::ignored:
            return "ignored";
    }
    return {};
}

}  // namespace assentd
