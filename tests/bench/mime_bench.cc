// SPDX-License-Identifier: Apache-2.0
// The MIME work alone, by our reader and by GMime where it is installed: the header fields that a reader needs
// decoded, the parts split, each part's transfer encoding undone and each text turned into UTF-8. What we read on top
// of it (kind of mail, quotes, votes) is in message_bench.
#include <benchmark/benchmark.h>

#include <string>

#include "parsers/mime/addresses.h"
#include "parsers/mime/charsets.h"
#include "parsers/mime/dates.h"
#include "parsers/mime/encoded_words.h"
#include "parsers/mime/message_ids.h"
#include "parsers/mime/mime_tree.h"
#include "tests/bench/mixed_mails.h"

#ifdef WITH_GMIME
#include <gmime/gmime.h>
#endif

namespace assentd {
namespace {

std::size_t ours(const std::string& mail) {
    const Limits limits;
    Remarks remarks;
    const MimeTree tree = read_mime_tree(mail, limits, remarks);
    const HeaderBlock& header = tree.root().header;
    std::size_t made = decode_words(header.value("Subject"), remarks).size();
    for (const char* name : {"From", "To", "Cc", "Reply-To", "Sender"})
        made += read_addresses(header.value(name), limits.addresses, remarks).size();
    for (const char* name : {"Message-ID", "In-Reply-To", "References"})
        made += read_message_ids(header.value(name), limits.references).size();
    made += read_date(header.value("Date")).has_value() ? 1 : 0;
    for (const Entity& part : tree.entities) {
        if (!part.children.empty()) continue;
        const std::string bytes = part.decoded();
        made += part.is_text() ? to_utf8(bytes, part.type.get("charset"), remarks).size() : bytes.size();
    }
    return made;
}

#ifdef WITH_GMIME
void add_part(GMimeObject*, GMimeObject* part, gpointer made) {
    auto& size = *static_cast<std::size_t*>(made);
    if (GMIME_IS_TEXT_PART(part)) {
        char* text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
        if (text != nullptr) size += std::char_traits<char>::length(text);
        g_free(text);
    } else if (GMIME_IS_PART(part)) {
        GMimeStream* out = g_mime_stream_mem_new();
        if (GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(part)))
            g_mime_data_wrapper_write_to_stream(content, out);
        size += static_cast<std::size_t>(g_mime_stream_length(out));
        g_object_unref(out);
    }
}

std::size_t gmimes(const std::string& mail) {
    GMimeStream* stream = g_mime_stream_mem_new_with_buffer(mail.data(), mail.size());
    GMimeParser* parser = g_mime_parser_new_with_stream(stream);
    g_object_unref(stream);
    GMimeMessage* message = g_mime_parser_construct_message(parser, nullptr);
    g_object_unref(parser);
    std::size_t made = std::string(g_mime_message_get_subject(message)).size();
    for (const auto kind : {GMIME_ADDRESS_TYPE_FROM, GMIME_ADDRESS_TYPE_TO, GMIME_ADDRESS_TYPE_CC,
                            GMIME_ADDRESS_TYPE_REPLY_TO, GMIME_ADDRESS_TYPE_SENDER})
        made += static_cast<std::size_t>(internet_address_list_length(g_mime_message_get_addresses(message, kind)));
    made += g_mime_message_get_message_id(message) != nullptr ? 1 : 0;
    for (const char* name : {"In-Reply-To", "References"}) {
        const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
        GMimeReferences* ids = g_mime_references_parse(nullptr, value == nullptr ? "" : value);
        made += static_cast<std::size_t>(g_mime_references_length(ids));
        g_mime_references_free(ids);
    }
    made += g_mime_message_get_date(message) != nullptr ? 1 : 0;
    g_mime_message_foreach(message, add_part, &made);
    g_object_unref(message);
    return made;
}
#endif

void each_mail(benchmark::State& state, std::size_t (*work)(const std::string&)) {
    const auto all = bench::mixed_mails();
    std::size_t i = 0;
    for (auto _ : state)
        if (work(all[i++ % all.size()]) == 0) state.SkipWithError("nothing was read");
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK_CAPTURE(each_mail, ours, ours);
#ifdef WITH_GMIME
BENCHMARK_CAPTURE(each_mail, gmime, gmimes);
#endif

}  // namespace
}  // namespace assentd

int main(int argc, char** argv) {
#ifdef WITH_GMIME
    g_mime_init();
#endif
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
