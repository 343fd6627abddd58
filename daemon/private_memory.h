// SPDX-License-Identifier: Apache-2.0
// What this process has in memory is other people's mail and our key: no core dump of it, no debugger of another
// process without privileges, and no file of ours that others can read.
#pragma once

namespace assentd {

void keep_memory_private();  // before any thread

}  // namespace assentd
