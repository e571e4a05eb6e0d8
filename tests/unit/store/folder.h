/* A folder for each test beneath the one it runs in; what is in it is taken away file by file. */
#pragma once

#include "support.h"

int folder_enter(void **state);
int folder_leave(void **state);
#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

const char *folder_path(void);
/* Valid until the fourth call after it. */
const char *in_folder(const char *name);
bool folder_has(const char *name);
size_t folder_size_of(const char *name);
void folder_write_at(const char *name, long at, const char *bytes, size_t n);
/* Do these bytes stand anywhere in any file of the folder? */
bool folder_holds_bytes(const char *text);

/* A clock that stands still until a test moves it; 0 in each test at first. */
extern int64_t folder_now_ms;
struct clock folder_clock(void);

/* Opens the folder's store; fails where it cannot, or where there is anything to say. */
struct store *folder_open_sound(void);
