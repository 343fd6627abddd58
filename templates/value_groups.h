// SPDX-License-Identifier: Apache-2.0
// The groups of placeholders about one decision, by theme; templates/values.cc says which names each of them makes.
#pragma once

#include "templates/values.h"

namespace assentd::outgoing {

// asked_values.cc: what is asked of the reader, and how they may answer
void set_reader_part(Values&, const Told&);
void set_options(Values&, const Told&);
void set_changes(Values&, const Told&);
void set_announced_concern(Values&, const Told&);
void set_seconds(Values&, const Told&);
void set_decider_part(Values&, const Told&);

// rule_values.cc
void set_method(Values&, const Told&);
void set_rules(Values&, const Told&);

// standing_values.cc: what was said, and by whom
void set_answers(Values&, const Told&);
void set_concern(Values&, const Decision&, const Concern&, const View* beside_the_votes);
void set_concerns(Values&, const Told&);
void set_comments(Values&, const Told&);
void set_participation(Values&, const Told&);

// ending_values.cc: what came of it, when, and what was said after it
void set_ending(Values&, const Told&);
void set_count_sheet(Values&, const Told&);
void set_course(Values&, const Told&);
void set_afterwards(Values&, const Told&);

}  // namespace assentd::outgoing
