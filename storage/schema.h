// SPDX-License-Identifier: Apache-2.0
// The tables and how they came to be: numbered migrations, each one transaction that also raises PRAGMA user_version.
// A migration that has been released is never edited; a change is a new one at the end.
#pragma once

#include <SQLiteCpp/Database.h>

#include <span>
#include <string>

namespace assentd {

// PRAGMA application_id: marks the file as ours ("asnt").
constexpr int application_id = 0x61736e74;

// The version that a migration leads to is its place in the list, from 1.
using Migrations = std::span<const char* const>;
Migrations migrations();

// Throws StorageError: newer_version, or other for another application's database. Changes nothing.
// Returns the version; 0 for a file without anything in it.
int check_version(SQLite::Database&, Migrations);

// Brings the database to the newest version. Safe when two processes do it at once. May throw SQLite::Exception.
void migrate(SQLite::Database&, Migrations);

}  // namespace assentd
