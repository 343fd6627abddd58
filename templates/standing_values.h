// SPDX-License-Identifier: Apache-2.0
// Values about how a decision stands, and how it ended: groups of placeholders for templates/values.cc.
#pragma once

#include "templates/values.h"

namespace assentd::outgoing {

void set_rules(Values&, const Told&);
void set_answers(Values&, const Told&);
void set_concern(Values&, const Decision&, const Concern&, const View* beside_the_votes);
void set_concerns(Values&, const Told&);
void set_comments(Values&, const Told&);
void set_participation(Values&, const Told&);
void set_ending(Values&, const Told&);

}  // namespace assentd::outgoing
