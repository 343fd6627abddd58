// SPDX-License-Identifier: Apache-2.0
// Nothing in a field can crash the reader, and a server that nobody trusts never vouches.
#include <cstdint>
#include <cstdlib>

#include "parsers/authentication_results.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string field(reinterpret_cast<const char*>(data), size);
    const auto results = assentd::read_authentication_results(field);
    if (results.authserv_id.empty() && !results.methods.empty()) std::abort();
    assentd::Message m;
    m.from = {{"", "ana@example.org"}};
    m.fields = {{"Authentication-Results", field}};
    if (assentd::vouching(m, {"not in there, whatever it says"}).vouched != assentd::Vouched::unknown) std::abort();
    if (assentd::vouching(m, {results.authserv_id}).why.empty()) std::abort();
    return 0;
}
