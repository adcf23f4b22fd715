// What the store's tests share: a folder of their own, a small form, a clock that stands still
// between ticks, and the hand of somebody who opens the file without Genpyo.
#pragma once
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "forms/form.h"
#include "store/store.h"

namespace genpyo::store {

// A new folder, removed with all that is in it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "genpyo_store_XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline const std::string half_past_nine = "2018-03-01T09:30:00.000Z";

inline Clock clock_at(std::string time) {
  return [time = std::move(time)] { return time; };
}

inline Store open_at(const std::string& path, const std::string& time = half_past_nine) {
  auto opened = Store::open(path, clock_at(time), "clerk");
  if (!opened) throw std::runtime_error(opened.failure().sentence);
  return std::move(*opened);
}

inline forms::Item item(const std::string& name, forms::ItemType type) {
  forms::Item made;
  made.name = name;
  made.type = type;
  return made;
}

// One item of each type, and one that identifies.
inline forms::Form small_form() {
  forms::Form form;
  form.form_id = "clinic";
  form.version = "1";
  form.text = "form_id: clinic\n";
  form.items = {item("founder", forms::ItemType::select_one),
                item("services", forms::ItemType::select_multiple),
                item("nurses", forms::ItemType::integer), item("remark", forms::ItemType::text),
                item("clinic_name", forms::ItemType::text)};
  form.items[4].identifying = true;
  return form;
}

inline Change marked(const std::string& item_name, forms::Value content, const std::string& raw) {
  Change change;
  change.subject = item_name;
  change.mark = {std::move(content), {}, raw};
  return change;
}

inline Change changed(Entry::Action action, const std::string& subject = "",
                      const std::string& text = "", const std::string& reason = "") {
  Change change;
  change.action = action;
  change.subject = subject;
  change.text = text;
  change.reason = reason;
  return change;
}

// A store with case 11-001, acquired: founder 1, nurses 7.
inline Store store_with_a_case(const std::string& path) {
  Store store = open_at(path);
  const auto hash = store.archive(small_form());
  if (!hash) throw std::runtime_error(hash.failure().sentence);
  const auto made = store.create(
      small_form(), *hash, "11-001",
      {marked("founder", forms::Codes{1}, "1"), marked("nurses", std::int64_t{7}, "7")});
  if (!made) throw std::runtime_error(made.failure().sentence);
  if (auto ours = store.acquire("11-001"); !ours) throw std::runtime_error(ours.failure().sentence);
  return store;
}

// Runs SQL on the file as any other program might. Gives SQLite's message, "" when it worked, and
// appends the first column of each row to `rows`.
inline std::string tamper(const std::string& path, const std::string& sql,
                          std::vector<std::string>* rows = nullptr) {
  sqlite3* database = nullptr;
  std::string message;
  if (sqlite3_open(path.c_str(), &database) == SQLITE_OK) {
    const auto collect = [](void* out, int, char** columns, char**) {
      if (out != nullptr) {
        static_cast<std::vector<std::string>*>(out)->push_back(columns[0] ? columns[0] : "NULL");
      }
      return 0;
    };
    char* error = nullptr;
    sqlite3_exec(database, sql.c_str(), collect, rows, &error);
    if (error != nullptr) message = error;
    sqlite3_free(error);
  } else {
    message = "cannot open";
  }
  sqlite3_close(database);
  return message;
}

inline std::vector<std::string> query(const std::string& path, const std::string& sql) {
  std::vector<std::string> rows;
  const std::string message = tamper(path, sql, &rows);
  if (!message.empty()) throw std::runtime_error(message);
  return rows;
}

}  // namespace genpyo::store
