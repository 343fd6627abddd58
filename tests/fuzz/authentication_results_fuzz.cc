// SPDX-License-Identifier: Apache-2.0
// Nothing in a field can crash the reader, and a server that nobody trusts never vouches.
#include <cstdint>
#include <cstdlib>

#include "parsers/trust/authentication_results.h"
#include "parsers/trust/vouching.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string field(reinterpret_cast<const char*>(data), size);
    const auto results = assentd::read_authentication_results(field);
    if (results.authserv_id.empty() && !results.methods.empty()) std::abort();
    assentd::Message m;
    m.from = {{"", "ana@example.org"}};
    m.fields = {{"Authentication-Results", field}};
    m.fields.push_back({"ARC-Authentication-Results", "i=1; " + field});
    m.fields.push_back({"ARC-Seal", field});
    const auto judge = [&](const std::string& id) {
        return assentd::vouching(m, "ana@example.org", {{id}, {id}, {}, false});
    };
    if (judge("not in there, whatever it says").vouched != assentd::Vouched::unknown) std::abort();
    if (judge(results.authserv_id).why.empty()) std::abort();
    return 0;
}
