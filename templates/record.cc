// SPDX-License-Identifier: Apache-2.0
#include "templates/render.h"

namespace assentd {
std::string render_record(const Decision&, Instant) {
    return {};
}
}  // namespace assentd
