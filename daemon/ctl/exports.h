// SPDX-License-Identifier: Apache-2.0
// A decision in the forms that other programs read (PRODUCT 7.2).
#pragma once

#include <string>

#include "decision/decision.h"
#include "storage/store.h"

namespace assentd {

// One line a participant, hidden answers left empty. Cells that a spreadsheet would run are made text.
std::string as_csv(const Decision&);

// The ballots in force, in the BLT format of counting programs (Wichmann 1994; "2=3" for equal ranks as OpenSTV has
// it). Only of ranked methods, and not of a sealed decision: that is the caller's to see to.
std::string as_blt(const Decision&);

// The mails of a decision, RFC 4155 with ">From " lines that can be undone (mboxrd).
std::string encoded_base64(std::string_view bytes);  // in lines, as mail has it
std::string as_mbox(Store&, RecordId);

}  // namespace assentd
