// SPDX-License-Identifier: Apache-2.0
#include "decision/notice.h"

#include "decision/names.h"

namespace assentd {

namespace {
constexpr Names<NoticeKind, 10> kinds{{{NoticeKind::invitation, "invitation"},
                                       {NoticeKind::receipt, "receipt"},
                                       {NoticeKind::question, "question"},
                                       {NoticeKind::refusal, "refusal"},
                                       {NoticeKind::reminder, "reminder"},
                                       {NoticeKind::digest, "digest"},
                                       {NoticeKind::amendment, "amendment"},
                                       {NoticeKind::concern, "concern"},
                                       {NoticeKind::outcome, "outcome"},
                                       {NoticeKind::help, "help"}}};
}  // namespace

std::string_view name(NoticeKind k) {
    return name_in(kinds, k);
}
std::optional<NoticeKind> notice_kind_from_name(std::string_view n) {
    return from_name_in(kinds, n);
}

}  // namespace assentd
