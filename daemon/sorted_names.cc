// SPDX-License-Identifier: Apache-2.0
#include "daemon/sorted_names.h"

#include <set>

namespace assentd {

namespace fs = std::filesystem;

std::vector<fs::path> SortedNames::next(std::error_code& error) {
    std::set<Name> smallest;  // of those behind last_
    for (std::size_t folder = 0; folder < folders_.size(); ++folder) {
        for (fs::directory_iterator it(folders_[folder], error), end; !error && it != end; it.increment(error)) {
            Name name{it->path().filename().string(), folder};
            if (name.name.starts_with('.') || name <= last_) continue;
            smallest.insert(std::move(name));
            if (smallest.size() > piece_) smallest.erase(std::prev(smallest.end()));
        }
        if (error) return {};
    }
    std::vector<fs::path> paths;
    paths.reserve(smallest.size());
    for (const Name& name : smallest) paths.push_back(folders_[name.folder] / name.name);
    if (!smallest.empty()) last_ = *smallest.rbegin();
    return paths;
}

}  // namespace assentd
