// Zone: a time zone of the IANA database (Asia/Tokyo), through ICU.
//
// It knows no clock: it only tells how far local time is from UTC at a moment that is handed in.
#pragma once
#include <cstdint>
#include <memory>
#include <string_view>

namespace genpyo::forms {

// Immutable; may be shared by threads.
class Zone {
 public:
  // Null when there is no zone of that name.
  static std::shared_ptr<const Zone> named(std::string_view name);
  virtual ~Zone() = default;

  // Local time minus UTC in milliseconds, at milliseconds since 1970-01-01 UTC.
  virtual std::int64_t offset_at(std::int64_t utc) const = 0;
  // The same, at milliseconds since 1970-01-01 as a local clock counts them.
  virtual std::int64_t offset_at_local(std::int64_t local) const = 0;
};

}  // namespace genpyo::forms
