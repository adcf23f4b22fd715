#include "store/failure.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <exception>

namespace genpyo::store {

std::string sentence_for(int sqlite_code, const std::string& path, const std::string& detail) {
  switch (sqlite_code & 0xff) {  // the primary code of an extended one
    case SQLITE_NOTADB: return path + " is not a Genpyo database; choose another file.";
    case SQLITE_FULL:
      return "The disk that holds " + path + " is full; free some space and try again.";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return path +
             " cannot be written: the file or its folder is read-only; ask for the right to write "
             "there, or choose another place.";
    case SQLITE_CANTOPEN:
      return path +
             " cannot be opened: its folder is missing or closed to you; ask for the right to it, "
             "or choose another place.";
    case SQLITE_CORRUPT: return path + " is damaged; put back its latest backup.";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return path + " is in use by another program; wait a moment and try again.";
    case SQLITE_IOERR:
      return path +
             " could not be read or written: the disk is full or fails; check it and try again.";
    case SQLITE_NOMEM:
      return "There is too little memory to use " + path + "; close other programs and try again.";
    default:
      return path + " could not be used, and nothing in it was changed: " + detail +
             "; run genpyo audit on it.";
  }
}

forms::Failure failure_at_hand(const std::string& path) {
  try {
    throw;
  } catch (const SQLite::Exception& fault) {
    return {sentence_for(fault.getErrorCode(), path, fault.what())};
  } catch (const std::bad_alloc&) {
    return {sentence_for(SQLITE_NOMEM, path, "")};
  } catch (const std::exception& fault) {
    return {sentence_for(SQLITE_ERROR, path, fault.what())};
  } catch (...) {
    return {sentence_for(SQLITE_ERROR, path, "an unknown fault")};
  }
}

}  // namespace genpyo::store
