// SPDX-License-Identifier: Apache-2.0
// Whether a mail server sent a mail itself, by its sender; and what it means that a mail came to an address which
// only they are given. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "parsers/message.h"

namespace assentd {

std::string_view local_part(std::string_view address);

bool sent_by_mail_server(const std::vector<Field>&, const std::vector<Address>& from);
// "Return-Path: <>": so do mail servers, and vacation programs.
bool sent_with_null_path(const std::vector<Field>&);

// Reads the mail again, knowing that it came to the envelope sender of a mail of ours. What a mail server writes
// there is a report about that mail, in whatever words; of others the words must say so. `by_person`: its sender is
// known as a person, whose programs write without a return path, too. Fills kind, kind_reason and bounced of reports.
void read_at_envelope_sender(Message&, bool by_person);

}  // namespace assentd
