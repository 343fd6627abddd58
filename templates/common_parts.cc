// SPDX-License-Identifier: Apache-2.0
#include "templates/common_parts.h"

#include <algorithm>
#include <span>

namespace assentd::outgoing {

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// The paths of Myers: after d edits, how far into `a` each diagonal k (position in a less position in b) has come.
class Paths {
  public:
    Paths(std::span<const int> a, std::span<const int> b)
        : a_(a), b_(b), n_(static_cast<int>(a.size())), m_(static_cast<int>(b.size())) {}

    // Whether both ends are reached with at most this many edits.
    bool reach_the_end(int most_edits) {
        for (int d = 0; d <= std::min(most_edits, n_ + m_); ++d) {
            reached_.emplace_back(2 * static_cast<std::size_t>(d) + 1);
            for (int k = -d; k <= d; k += 2) {
                int x = d == 0 ? 0 : start_of(d, k);
                while (x < n_ && x - k < m_ && a_[at(x)] == b_[at(x - k)]) ++x;
                reached_.back()[at(k + d)] = x;
                if (k == n_ - m_ && x >= n_) return true;
            }
        }
        return false;
    }

    // The common parts of the path that reached the end, last first.
    Pairs backwards() const {
        Pairs pairs;
        int x = n_, y = m_;
        for (int d = static_cast<int>(reached_.size()) - 1; d >= 0; --d) {
            const int begin = d == 0 ? 0 : start_of(d, x - y);
            const int k = x - y;
            for (; x > begin; --x, --y) pairs.emplace_back(at(x - 1), at(y - 1));
            if (d == 0) break;
            if (comes_from_above(d, k))
                --y;
            else
                --x;
        }
        return pairs;
    }

  private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    int reached(int d, int k) const { return reached_[at(d)][at(k + d)]; }
    // An addition leads to diagonal k, else a removal does: whichever came further.
    bool comes_from_above(int d, int k) const {
        return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
    }
    int start_of(int d, int k) const {
        return comes_from_above(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
    }

    std::span<const int> a_, b_;
    int n_, m_;
    std::vector<std::vector<int>> reached_;
};

}  // namespace

Pairs common_parts(const std::vector<int>& a, const std::vector<int>& b, std::size_t most_edits) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head]) ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;

    Pairs pairs;
    for (std::size_t i = 0; i < head; ++i) pairs.emplace_back(i, i);
    const auto middle = [&](const std::vector<int>& s) {
        return std::span<const int>(s).subspan(head, s.size() - head - tail);
    };
    Paths paths(middle(a), middle(b));
    if (paths.reach_the_end(static_cast<int>(most_edits))) {
        Pairs between = paths.backwards();
        for (auto pair = between.rbegin(); pair != between.rend(); ++pair)
            pairs.emplace_back(pair->first + head, pair->second + head);
    }
    for (std::size_t i = tail; i > 0; --i) pairs.emplace_back(a.size() - i, b.size() - i);
    return pairs;
}

}  // namespace assentd::outgoing
