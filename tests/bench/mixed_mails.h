// SPDX-License-Identifier: Apache-2.0
// Mails as ordinary lists have them, made up: plain, alternative and with an attachment; the median is about 4 kB.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace assentd::bench {

inline std::string repeated(std::string_view s, std::size_t n) {
    std::string out;
    out.reserve(s.size() * n);
    for (std::size_t i = 0; i < n; ++i) out += s;
    return out;
}

inline std::string prose(std::mt19937& random, std::size_t bytes) {
    constexpr const char* words[] = {"the ", "proposal ", "looks ", "good ", "to ",       "me ",
                                     "but ", "cost ",     "is ",    "not ",  "covered, ", "so ",
                                     "I ",   "would ",    "wait ",  "a ",    "week. "};
    std::string out;
    while (out.size() < bytes) {
        out += words[random() % std::size(words)];
        if (random() % 11 == 0) out += "\r\n";
        if (random() % 60 == 0) out += "\r\n\r\n> ";
    }
    return out;
}

inline std::string base64_lines(std::size_t bytes) {
    return repeated("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\r\n", bytes / 78);
}

inline std::string header(std::mt19937& random, const std::string& type) {
    const std::string n = std::to_string(random());
    return "Return-Path: <ana@example.org>\r\nDelivered-To: decisions@example.net\r\n"
           "Received: from mx.example.org (mx.example.org [192.0.2.1])\r\n\tby mail.example.net with ESMTPS id " +
           n +
           "\r\n\tfor <decisions@example.net>; Mon, 6 Nov 2017 10:00:00 +0000\r\n"
           "Authentication-Results: mail.example.net; dmarc=pass header.from=example.org; dkim=pass "
           "header.d=example.org\r\n"
           "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=a; h=from:to:subject:date;\r\n\tb=" +
           repeated("Abc9/", 60) +
           "\r\nFrom: =?UTF-8?Q?Ana_L=C3=ADma?= <ana@example.org>\r\nTo: decisions+d42.abcdef@example.net\r\n"
           "Cc: \"Lima, Ben\" <ben@example.com>, carol@example.com\r\nSubject: Re: [D-42] =?utf-8?B?R3LDvMOfZQ==?= "
           "again\r\n"
           "Message-ID: <" +
           n +
           "@example.org>\r\nIn-Reply-To: <d42@example.net>\r\n"
           "References: <d42@example.net> <one@example.org>\r\n <two@example.org>\r\nDate: Mon, 6 Nov 2017 10:00:00 "
           "+0000\r\n"
           "MIME-Version: 1.0\r\nContent-Type: " +
           type + "\r\n";
}

inline std::string html(const std::string& text) {
    return "<html><head><style>p {margin: 0}</style></head><body><p>" + text +
           "</p><div class=\"gmail_quote\">On Mon, Ana wrote:<br><blockquote>" + text +
           "</blockquote></div></body></html>";
}

// Plain, alternative and with attachment, as ordinary lists have them.
inline std::vector<std::string> mixed_mails() {
    std::mt19937 random(42);
    std::vector<std::string> mails;
    for (int i = 0; i < 300; ++i) {
        const std::size_t size = 400 + random() % 3000 + (random() % 10 == 0 ? 10000 : 0);
        const std::string text = prose(random, size);
        if (i % 10 < 4) {
            mails.push_back(header(random, "text/plain; charset=utf-8; format=flowed") + "\r\n" + text);
        } else if (i % 10 < 9) {
            mails.push_back(header(random, "multipart/alternative; boundary=\"b1\"") +
                            "\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
                            "quoted-printable\r\n\r\n" +
                            text + "\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html(text) +
                            "\r\n--b1--\r\n");
        } else {
            mails.push_back(
                header(random, "multipart/mixed; boundary=b2") + "\r\n--b2\r\nContent-Type: text/html\r\n\r\n" +
                html(text) +
                "\r\n--b2\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
                base64_lines(20000) + "--b2--\r\n");
        }
    }
    return mails;
}

}  // namespace assentd::bench
