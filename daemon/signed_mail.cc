// SPDX-License-Identifier: Apache-2.0
#include "daemon/signed_mail.h"

#include <algorithm>
#include <sstream>

#include "config/when.h"
#include "daemon/openpgp.h"
#include "daemon/other_addresses.h"
#include "daemon/proof.h"
#include "daemon/recognise.h"
#include "parsers/fold.h"
#include "parsers/trust/signed_text.h"

namespace assentd {

namespace {

constexpr auto oldest = std::chrono::hours(48);      // a mail may wait that long on its way
constexpr auto clock_error = std::chrono::hours(1);  // of the signer's computer

// "signed/HASH OF THE MAIL": what its signature proved, or in words why nothing.
std::string fact_key(const MailAtHand& mail) {
    return "signed/" + mail.source.sha256;
}

// "signature/FINGERPRINT/INSTANT/HASH OF THE SIGNED WORDS": the hash of the mail that it came with. These are what a
// copyist cannot change; the bytes of a signature, and blanks at the ends of lines, can be changed and stay good.
std::string signature_key(const GoodSignature& signature, const SignedPart& part) {
    std::string words;
    for (const std::string_view line : words::lines_of(part.signature.empty() ? signature.plaintext : part.bytes))
        words.append(line.substr(0, line.find_last_not_of(" \t\r") + 1)) += '\n';
    return "signature/" + signature.fingerprint + '/' + instant_text(signature.created) + '/' + sha256_hex(words);
}

// Else a copy that is sent elsewhere would use up what its author signed, or say it again.
bool names_what_it_answers(const World& world, const Message& message, const std::vector<std::int64_t>& numbers) {
    const RecordId record = recognise(world, message).record;
    return record == 0 || std::any_of(numbers.begin(), numbers.end(),
                                      [&](std::int64_t number) { return world.store.find_number(number) == record; });
}

struct Fact {
    std::string fingerprint;
    std::string person;  // on file when it came
    std::vector<std::int64_t> numbers;
};

std::string encoded(const Fact& fact) {
    std::string text = fact.fingerprint + ' ' + fact.person;
    for (const auto number : fact.numbers) text += ' ' + std::to_string(number);
    return text;
}

Fact decoded(const std::string& text) {
    std::istringstream in(text);
    Fact fact;
    in >> fact.fingerprint >> fact.person;
    for (std::int64_t number = 0; in >> number;) fact.numbers.push_back(number);
    return fact;
}

// The fact, or "- " and why there is none.
std::string judged(const World& world, const MailAtHand& mail, const PersonConfig& person) {
    const SignedPart& part = *mail.message.signed_part;
    const auto good = world.openpgp->verify(part);
    if (!good) return "- its OpenPGP signature is not good";
    if (good->fingerprint != person.openpgp) return "- it is signed with another key than the one on file";
    Message covered = read_signed(part, good->plaintext, mail.limits);
    covered.text = without_tokens(covered.text);  // as the mail's own is
    if (!covers(covered, mail.message)) return "- its signature does not cover all of the sender's words";
    const auto age = mail.source.arrival - good->created;
    if (age > oldest || age < -clock_error) return "- its signature is not from these days";
    const auto numbers = decisions_named(covered);
    if (!names_what_it_answers(world, mail.message, numbers))
        return "- its signed text does not name the decision that it answers";
    const auto key = signature_key(*good, part);
    if (const auto earlier = world.store.value(key); earlier && *earlier != mail.source.sha256)
        return "- its signature came before, in another mail";
    world.store.set_value(key, mail.source.sha256);
    return encoded({good->fingerprint, person.addresses.front(), numbers});
}

}  // namespace

void check_signature(const World& world, const MailAtHand& mail) {
    if (!world.openpgp || !mail.message.signed_part || mail.message.kind != MessageKind::human) return;
    const auto* person = find_by_any_address(world, mail.sender);
    if (!person || person->openpgp.empty() || world.store.value(fact_key(mail))) return;
    world.store.set_value(fact_key(mail), judged(world, mail, *person));
}

bool is_signed_by(const World& world, const MailAtHand& mail, const Decision& d, const std::string& author,
                  std::string& why) {
    const auto kept = mail.message.signed_part ? world.store.value(fact_key(mail)) : std::nullopt;
    if (!kept) return false;
    if (kept->starts_with("- ")) {
        why = kept->substr(2);
        return false;
    }
    const Fact fact = decoded(*kept);
    if (std::find(fact.numbers.begin(), fact.numbers.end(), d.number) == fact.numbers.end()) {
        why = "its signed text does not name " + id(d);
        return false;
    }
    if (address_on_file(d, fact.person) != address_on_file(d, author)) return false;
    why = "signed with the key " + fact.fingerprint;
    return true;
}

}  // namespace assentd
