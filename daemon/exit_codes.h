// SPDX-License-Identifier: Apache-2.0
// What both programs exit with: the codes of sysexits(3) where one fits.
#pragma once

namespace assentd {

enum ExitCode {
    exit_done = 0,
    exit_difference = 1,
    exit_usage = 64,
    exit_bad_input = 65,
    exit_no_input = 66,
    exit_unavailable = 69,
    exit_internal = 70,
    exit_cannot_create = 73,
    exit_try_later = 75,
    exit_configuration = 78
};

}  // namespace assentd
