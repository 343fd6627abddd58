// SPDX-License-Identifier: Apache-2.0
#include "storage/store.h"

#include <cerrno>

#include "decision/names.h"

namespace assentd {

namespace {
constexpr Names<MailState, 5> mail_states{{{MailState::handled, "handled"},
                                           {MailState::duplicate, "duplicate"},
                                           {MailState::quarantined, "quarantined"},
                                           {MailState::released, "released"},
                                           {MailState::dropped, "dropped"}}};
constexpr Names<OutboxState, 7> outbox_states{{{OutboxState::queued, "queued"},
                                               {OutboxState::sending, "sending"},
                                               {OutboxState::sent, "sent"},
                                               {OutboxState::deferred, "deferred"},
                                               {OutboxState::unknown, "unknown"},
                                               {OutboxState::bounced, "bounced"},
                                               {OutboxState::dropped, "dropped"}}};
}  // namespace

StorageError::Kind creation_failed(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return StorageError::Kind::full;
        case EROFS:
        case EACCES:
        case EPERM:
        case ENOENT:  // of a folder on the way, or of the folder itself
        case ENOTDIR:
        case ELOOP:
        case ENAMETOOLONG:
            return StorageError::Kind::read_only;
        default:
            return StorageError::Kind::other;
    }
}

std::string_view name(MailState s) {
    return name_in(mail_states, s);
}
std::optional<MailState> mail_state_from_name(std::string_view n) {
    return from_name_in(mail_states, n);
}
std::string_view name(OutboxState s) {
    return name_in(outbox_states, s);
}
std::optional<OutboxState> outbox_state_from_name(std::string_view n) {
    return from_name_in(outbox_states, n);
}

}  // namespace assentd
