// SPDX-License-Identifier: Apache-2.0
#include "daemon/ctl/exports.h"

#include <openssl/evp.h>

#include <algorithm>
#include <ctime>

#include "config/when.h"
#include "daemon/tokens.h"
#include "decision/choice.h"
#include "decision/standing.h"
#include "decision/view.h"
#include "decision/weights.h"
#include "parsers/mime/transfer_codecs.h"

namespace assentd {

namespace {

std::string quoted_csv(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
    // A spreadsheet runs a cell that begins like a formula.
    if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) result.insert(1, "'");
    return result + '"';
}

// A name in BLT stands in quotes and knows no escape.
std::string quoted_blt(std::string text) {
    for (char& c : text)
        if (c == '"' || static_cast<unsigned char>(c) < ' ') c = '\'';
    return '"' + text + '"';
}

// What somebody else said, where it counts for this one.
std::string counted_as(const ParticipantView& p) {
    if (!p.delegated) return {};
    return p.delegated->position == Position::ballot ? quoted_csv(ballot_text(p.delegated->ballot))
                                                     : std::string(name(p.delegated->position));
}

}  // namespace

std::string as_csv(const Decision& d) {
    const bool weighted = is_weighted(d);
    std::string csv =
        "name,address,binding,reached,position,strength,ballot,reason,at,message_id,delegate,counted_as,stale";
    csv += weighted ? ",weight\n" : "\n";
    for (const auto& p : view(d, std::nullopt).participants) {
        const Stance stance = p.stance ? *p.stance : Stance{};
        csv += quoted_csv(p.name) + ',' + quoted_csv(p.address) + ',' + (p.binding ? "yes" : "no") + ',' +
               (p.reached ? "yes" : "no") + ',' + (p.stance ? std::string(name(stance.position)) : "") + ',' +
               quoted_csv(stance.strength) + ',' +
               quoted_csv(stance.position == Position::ballot ? ballot_text(stance.ballot) : std::string()) + ',' +
               quoted_csv(stance.reason) + ',' + (p.stance ? instant_text(stance.source.arrival) : "") + ',' +
               quoted_csv(stance.source.message_id) + ',' +
               quoted_csv(p.delegate ? p.delegate->address : std::string()) + ',' + counted_as(p) + ',' +
               (stance.stale ? "yes" : "") + (weighted ? ',' + weight_text(p.weight_millionths) : std::string()) +
               '\n';
    }
    return csv;
}

std::string as_blt(const Decision& d) {
    const bool weighted = is_weighted(d);
    std::string blt = std::to_string(d.options.size()) + ' ' + std::to_string(d.policy.choice.seats) + '\n';
    for (std::size_t i = 0; i < d.seats.size(); ++i) {
        const auto& participant = d.seats[i].participant;
        const Stance* stance = standing_stance(d, static_cast<ParticipantIndex>(i));
        if (!participant.binding || !stance || stance->position != Position::ballot) continue;
        blt += weighted ? weight_text(participant.weight_millionths) : "1";
        for (const auto& place : stance->ballot.places) {
            std::string same;
            for (const OptionIndex o : place) same += (same.empty() ? "" : "=") + std::to_string(o + 1);
            blt += ' ' + same;
        }
        blt += " 0\n";
    }
    blt += "0\n";
    for (const auto& option : d.options) blt += quoted_blt(option) + '\n';
    return blt + quoted_blt(id(d) + ' ' + d.text().title) + '\n';
}

std::string encoded_base64(std::string_view bytes) {
    constexpr std::size_t bytes_in_a_line = 57;
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += bytes_in_a_line) {
        const auto piece = bytes.substr(at, bytes_in_a_line);
        unsigned char line[80];
        const int size = EVP_EncodeBlock(line, reinterpret_cast<const unsigned char*>(piece.data()),
                                         static_cast<int>(piece.size()));
        text.append(reinterpret_cast<const char*>(line), static_cast<std::size_t>(size)) += '\n';
    }
    return text;
}

namespace {

bool is_base64_line(std::string_view line) {
    return line.size() >= 4 && line.find_first_not_of(
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                   "0123456789+/=") == std::string_view::npos;
}

// An export may be read by anybody, and a reply address lets its reader answer: also one that base64 hides.
std::string passed_on(std::string_view raw) {
    std::string result;
    std::string block;
    const auto end_block = [&] {
        const std::string bytes = decode_base64(block);
        const std::string clean = without_tokens(bytes);
        result += clean == bytes ? block : encoded_base64(clean);
        block.clear();
    };
    for (std::size_t at = 0; at < raw.size();) {
        const auto end = std::min(raw.find('\n', at), raw.size() - 1) + 1;
        const auto line = raw.substr(at, end - at);
        const auto last = line.find_last_not_of("\r\n");
        if (last != std::string_view::npos && is_base64_line(line.substr(0, last + 1))) {
            block += line;
        } else {
            end_block();
            result += line;
        }
        at = end;
    }
    end_block();
    return without_tokens(result);
}

}  // namespace

std::string as_mbox(Store& store, RecordId record) {
    std::string mbox;
    for (const auto& listed : store.mails_of(record)) {
        const auto whole = store.mail(listed.row);  // listings come without the bytes
        if (!whole) continue;
        const StoredMail& mail = *whole;
        const std::time_t when = std::chrono::system_clock::to_time_t(mail.arrival);
        char date[64];
        std::tm utc{};
        gmtime_r(&when, &utc);
        std::strftime(date, sizeof date, "%a %b %e %H:%M:%S %Y", &utc);
        mbox += "From assentd " + std::string(date) + '\n';
        const std::string raw = passed_on(mail.raw);
        std::size_t at = 0;
        while (at < raw.size()) {
            auto end = raw.find('\n', at);
            if (end == std::string::npos) end = raw.size();
            std::string line = raw.substr(at, end - at);
            if (!line.empty() && line.back() == '\r') line.pop_back();
            if (const auto text = line.find_first_not_of('>');
                text != std::string::npos && line.compare(text, 5, "From ") == 0)
                line.insert(0, ">");
            mbox += line + '\n';
            at = end + 1;
        }
        mbox += '\n';
    }
    return mbox;
}

}  // namespace assentd
