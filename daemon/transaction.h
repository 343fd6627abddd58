// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store.h"

namespace assentd {

// Everything between begin() and commit(); undone unless kept.
class Transaction {
  public:
    explicit Transaction(Store& store) : store_(store) { store_.begin(); }
    ~Transaction() {
        if (!done_) store_.rollback();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit() {
        store_.commit();
        done_ = true;
    }

  private:
    Store& store_;
    bool done_ = false;
};

}  // namespace assentd
