// SPDX-License-Identifier: Apache-2.0
// Mails of ours as a transcript tells them.
#pragma once

#include <string>
#include <vector>

namespace assentd::testing {

// The paragraphs that differ from mail to mail; how to answer, and what stands in every mail of the kind, is left
// out.
std::vector<std::string> essence(const std::string& notice, const std::string& bytes);

// Subject and text as a reader sees them, wrapped.
std::vector<std::string> whole_mail(const std::string& bytes);

}  // namespace assentd::testing
