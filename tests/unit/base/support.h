/* A folder for one test program, beneath the one it runs in. What is made in it is written down and
 * taken away one by one: nothing here deletes a tree. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/str.h"

enum { SCRATCH_NAMES = 64 };

struct scratch {
    char folder[32];
    const char *names[SCRATCH_NAMES]; /* literals */
    size_t count;
};

/* Makes the folder and goes there. */
static inline void scratch_enter(struct scratch *s)
{
    *s = (struct scratch){.folder = "test-base-XXXXXX"};
    assert_non_null(mkdtemp(s->folder));
    assert_int_equal(chdir(s->folder), 0);
}

/* Has scratch_leave remove `name`, after all noted behind it. */
static inline const char *scratch_note(struct scratch *s, const char *name)
{
    assert_true(s->count < SCRATCH_NAMES);
    return s->names[s->count++] = name;
}

static inline void scratch_folder(struct scratch *s, const char *name)
{
    assert_int_equal(mkdir(scratch_note(s, name), 0700), 0);
}

static inline void scratch_link(struct scratch *s, const char *target, const char *name)
{
    assert_int_equal(symlink(target, scratch_note(s, name)), 0);
}

static inline void scratch_file(struct scratch *s, const char *name, const char *text)
{
    FILE *f = fopen(scratch_note(s, name), "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
    assert_int_equal(fclose(f), 0);
}

static inline void scratch_leave(struct scratch *s)
{
    while (s->count > 0) {
        (void)remove(s->names[--s->count]);
    }
    assert_int_equal(chdir(".."), 0);
    assert_int_equal(rmdir(s->folder), 0);
}
