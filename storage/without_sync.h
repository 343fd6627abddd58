// SPDX-License-Identifier: Apache-2.0
// What is committed while this lives survives the end of this program, but a power failure only after the next commit
// without it: for marks that make the same thing happen again at worst. Not inside of a transaction.
#pragma once

#include <SQLiteCpp/Database.h>

#include "storage/statements.h"

namespace assentd {

class WithoutSync {
  public:
    explicit WithoutSync(SQLite::Database& database) : database_(database) {
        with_storage_errors("synchronous", [&] { database_.exec("PRAGMA synchronous = NORMAL"); });
    }
    ~WithoutSync() { database_.tryExec("PRAGMA synchronous = FULL"); }
    WithoutSync(const WithoutSync&) = delete;
    WithoutSync& operator=(const WithoutSync&) = delete;

  private:
    SQLite::Database& database_;
};

}  // namespace assentd
