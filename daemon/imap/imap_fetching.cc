// SPDX-License-Identifier: Apache-2.0
// Listing and fetching. Whatever the folder holds is accounted for, because the caller's cursor passes it: it
// arrives, or the server says that it is gone, or it is handed out without its bytes, so that somebody hears of it. A
// server that leaves a mail out, says NIL or stops in the middle of it is asked again first; one that refuses is
// asked for smaller and smaller sets, until the one mail is found that it cannot produce.
#include <algorithm>

#include "daemon/imap/folder_name.h"
#include "daemon/imap/imap_session.h"
#include "daemon/wire/server_words.h"

namespace assentd {
namespace {

constexpr std::size_t kGivenUpInVain = 8;  // mails, with none produced: then it is no matter of single mails

std::vector<std::uint32_t> uids_of(const std::vector<Listed>& mails) {
    std::vector<std::uint32_t> uids;
    uids.reserve(mails.size());
    for (const Listed& mail : mails) uids.push_back(mail.uid);
    return uids;
}

// "Not now" holds for every mail; an internal error is often over one that lies damaged in the server's store.
bool may_be_about_one_mail(const Status& status) {
    return status.word == Status::Word::no && (!means_later(status) || status.code == "SERVERBUG");
}

}  // namespace

std::vector<Listed> ImapSession::list(std::uint32_t first, std::uint32_t last) {
    std::map<std::uint32_t, Listed> found;
    std::set<std::uint32_t> sized;
    const auto note = [&](Response& response) {
        const auto data = read_fetch(response);
        // "n:*" names the last mail even when its UID is below n (RFC 3501, 6.4.8); others were not asked for.
        if (!data || !data->uid || *data->uid < first || (last != 0 && *data->uid > last)) return;
        Listed& mail = found[*data->uid];
        mail.uid = *data->uid;
        if (data->arrival) mail.arrival = data->arrival;
        if (!data->size) return;
        mail.size = *data->size;
        sized.insert(mail.uid);
    };
    constexpr const char* what = " (UID INTERNALDATE RFC822.SIZE)";
    const std::string range = std::to_string(first) + ":" + (last == 0 ? "*" : std::to_string(last));
    const std::string sizes = send("UID FETCH " + range + what);
    const std::string uids = send("UID FETCH " + range + " (UID)");  // names what the other leaves out
    const Status described = finish(sizes, note);
    const Status named = finish(uids, note);
    if (described.word != Status::Word::ok && !may_be_about_one_mail(described))
        refuse(Trouble::Scope::folder, described, "UID FETCH");
    if (named.word != Status::Word::ok) refuse(Trouble::Scope::folder, named, "UID FETCH");
    std::vector<std::uint32_t> without;
    for (const auto& [uid, mail] : found)
        if (!sized.contains(uid)) without.push_back(uid);
    for (const std::string& set : uid_sets(without)) run("UID FETCH " + set + what, note);
    std::vector<Listed> mails;
    mails.reserve(found.size());
    for (const auto& [uid, mail] : found) mails.push_back(mail);
    return mails;
}

void ImapSession::ask(const std::vector<Listed>& normal, const std::vector<Listed>& headers_only,
                      std::uint64_t budget) {
    asked_ = Asked{};
    asked_.budget = budget;
    for (const Listed& mail : normal) asked_.sizes[mail.uid] = mail.size;
    for (const Listed& mail : headers_only) asked_.headers_only.insert(mail.uid);
    fetch(uids_of(normal));
    fetch(uids_of(headers_only));
}

void ImapSession::fetch(const std::vector<std::uint32_t>& ascending) {
    for (const bool header_only : {false, true}) {
        std::vector<std::uint32_t> uids;
        for (const std::uint32_t uid : ascending)
            if (asked_.headers_only.contains(uid) == header_only) uids.push_back(uid);
        const std::string what =
            header_only ? "BODY.PEEK[HEADER]<0." + std::to_string(kHeaderLimit) + ">" : "BODY.PEEK[]";
        std::size_t next = 0;
        for (const std::string& set : uid_sets(uids)) {
            std::vector<std::uint32_t> named;
            const auto upper = set.substr(set.find_last_of(":,") + 1);  // npos + 1 is 0: a single UID
            const std::uint64_t last = read_number(upper).value_or(0);
            while (next < uids.size() && uids[next] <= last) named.push_back(uids[next++]);
            asked_.commands.emplace_back(send("UID FETCH " + set + " (UID " + what + ")"), std::move(named));
        }
    }
}

void ImapSession::take_body(Response& response) {
    auto data = read_fetch(response);
    if (!data) {
        whole_ = false;
        channel_.fail(Trouble::Retry::later, "a malformed FETCH answer");
    }
    if (!data->uid || !data->body) return;
    const auto named = [&](const auto& command) {
        return std::binary_search(command.second.begin(), command.second.end(), *data->uid);
    };
    if (std::none_of(asked_.commands.begin(), asked_.commands.end(), named)) return;
    Collected& mail = asked_.found[*data->uid];
    // Cut short below the limit: there was no room left for it beside the others.
    mail.fate = data->body->whole() || data->body->size > message_limit_ ? Fate::arrived : Fate::dropped;
    asked_.budget -= std::min<std::uint64_t>(asked_.budget, data->body->bytes.size());
    mail.body = std::move(*data->body);
}

ImapSession::Answered ImapSession::await_fetched() {
    Answered answered;
    for (const auto& [tag, uids] : asked_.commands) {
        const Status status = finish(tag);
        for (const std::uint32_t uid : uids)
            if (!asked_.found.contains(uid)) answered.missing.push_back(uid);
        if (status.word == Status::Word::ok) continue;
        if (!may_be_about_one_mail(status)) refuse(Trouble::Scope::folder, status, "UID FETCH");
        answered.refusal = status;
    }
    asked_.commands.clear();
    std::sort(answered.missing.begin(), answered.missing.end());
    return answered;
}

std::map<std::uint32_t, ImapSession::Collected> ImapSession::collect() {
    const auto missing = await_fetched().missing;
    for (const std::uint32_t uid : missing) asked_.found[uid].fate = Fate::vanished;
    ask_again(still_there(missing));
    ask_again_for_cut();
    expect_some();
    Asked done = std::move(asked_);
    asked_ = Asked{};
    return std::move(done.found);
}

std::vector<std::uint32_t> ImapSession::still_there(const std::vector<std::uint32_t>& ascending) {
    std::set<std::uint32_t> here;
    bool answered = true;
    const auto note = [&](Response& response) {
        if (const auto data = read_fetch(response); data && data->uid) here.insert(*data->uid);
    };
    for (const std::string& set : uid_sets(ascending))
        answered = run("UID FETCH " + set + " (UID)", note).word == Status::Word::ok && answered;
    std::vector<std::uint32_t> left;
    for (const std::uint32_t uid : ascending)
        if (!answered || here.contains(uid)) left.push_back(uid);
    return left;
}

void ImapSession::ask_again(const std::vector<std::uint32_t>& ascending) {
    for (const std::uint32_t uid : ascending) asked_.found.erase(uid);
    fetch(ascending);
    const auto [missing, refusal] = await_fetched();
    if (missing.empty()) return;
    if (refusal) asked_.refusal = refusal;
    if (!refusal || missing.size() == 1) {
        for (const std::uint32_t uid : missing) asked_.found[uid].fate = Fate::unreadable;
        asked_.given_up += missing.size();
        if (refusal && asked_.given_up >= kGivenUpInVain) expect_some();
        return;
    }
    const auto half = missing.begin() + static_cast<std::ptrdiff_t>(missing.size() / 2);
    ask_again({missing.begin(), half});
    ask_again({half, missing.end()});
}

// Sizes may be estimates, which is no loss: then the server has no more than what came.
void ImapSession::ask_again_for_cut() {
    const auto cut = unfinished(cut_short());
    if (cut.empty()) return;
    ask_again(cut);
    for (const std::uint32_t uid : cut_short()) {
        if (!std::binary_search(cut.begin(), cut.end(), uid)) continue;
        asked_.found[uid] = {Fate::unreadable, {}};
        ++asked_.given_up;
    }
}

std::vector<std::uint32_t> ImapSession::cut_short() const {
    std::vector<std::uint32_t> cut;
    for (const auto& [uid, mail] : asked_.found) {
        const auto listed = asked_.sizes.find(uid);
        if (mail.fate == Fate::arrived && listed != asked_.sizes.end() && mail.body.size < listed->second)
            cut.push_back(uid);
    }
    return cut;
}

// Of which the server has a byte behind those that came (RFC 3501, 6.4.5: beyond the end it says an empty string).
std::vector<std::uint32_t> ImapSession::unfinished(const std::vector<std::uint32_t>& uids) {
    std::set<std::uint32_t> ended;
    const auto note = [&](Response& response) {
        const auto data = read_fetch(response);
        if (data && data->uid && (data->body_is_nil || (data->body && data->body->size == 0)))
            ended.insert(*data->uid);
    };
    std::vector<std::string> tags;
    for (const std::uint32_t uid : uids)
        tags.push_back(send("UID FETCH " + std::to_string(uid) + " (UID BODY.PEEK[]<" +
                            std::to_string(asked_.found.at(uid).body.size) + ".1>)"));
    for (const std::string& tag : tags) finish(tag, note);
    std::vector<std::uint32_t> left;
    for (const std::uint32_t uid : uids)
        if (!ended.contains(uid)) left.push_back(uid);
    return left;
}

// A server that produces nothing at all is in trouble itself: no reason to put one mail after the other aside.
void ImapSession::expect_some() {
    const bool later = asked_.refusal && means_later(*asked_.refusal);
    if (asked_.given_up == 0 || (asked_.given_up == 1 && !later)) return;
    for (const auto& [uid, mail] : asked_.found)
        if (mail.fate == Fate::arrived || mail.fate == Fate::dropped) return;
    if (asked_.refusal) refuse(Trouble::Scope::folder, *asked_.refusal, "UID FETCH");
    throw Trouble(Trouble::Scope::folder, Trouble::Retry::later,
                  channel_.peer() + ": the server lists mails and produces none of them, UID " +
                      std::to_string(asked_.found.begin()->first) + " for one");
}

}  // namespace assentd
