#include "store/store.h"

/* Stands in for store_sqlite.c where the program is built without SQLite. */
struct store *store_open(const char *folder, struct error *notice, struct error *err)
{
    (void)notice;
    (void)error_set(err, "this program was built without a store, so nothing is kept in \"%s\"", folder);
    return NULL;
}
