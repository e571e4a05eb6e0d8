#include "folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "test-store-XXXXXX";
int64_t folder_now_ms;

int folder_enter(void **state)
{
    (void)state;
    folder_now_ms = 0;
    memcpy(folder + sizeof folder - 7, "XXXXXX", 6);
    return mkdtemp(folder) ? 0 : -1;
}

const char *folder_path(void)
{
    return folder;
}

const char *in_folder(const char *name)
{
    static char paths[4][512];
    static int next;
    char *path = paths[next++ % 4];
    (void)snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

int folder_leave(void **state)
{
    (void)state;
    DIR *d = opendir(folder);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (e->d_type == DT_REG || e->d_type == DT_LNK) {
            (void)unlink(in_folder(e->d_name));
        }
    }
    (void)closedir(d);
    return rmdir(folder);
}

bool folder_has(const char *name)
{
    return access(in_folder(name), F_OK) == 0;
}

size_t folder_size_of(const char *name)
{
    struct stat st;
    assert_int_equal(stat(in_folder(name), &st), 0);
    return (size_t)st.st_size;
}

void folder_write_at(const char *name, long at, const char *bytes, size_t n)
{
    int fd = open(in_folder(name), O_RDWR | O_CREAT, 0600);
    assert_true(fd >= 0);
    assert_int_equal(pwrite(fd, bytes, n, at), n);
    assert_int_equal(close(fd), 0);
}

static bool file_holds(const char *path, const char *text)
{
    FILE *f = fopen(path, "rb");
    char *bytes = malloc(1 << 22);
    assert_true(f && bytes);
    size_t n = fread(bytes, 1, 1 << 22, f);
    bool holds = memmem(bytes, n, text, strlen(text)) != NULL;
    assert_true(n < 1 << 22);
    free(bytes);
    (void)fclose(f);
    return holds;
}

bool folder_holds_bytes(const char *text)
{
    bool holds = false;
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));) {
        holds |= e->d_type == DT_REG && file_holds(in_folder(e->d_name), text);
    }
    (void)closedir(d);
    return holds;
}

struct clock folder_clock(void)
{
    return clock_fake(&folder_now_ms);
}

struct store *folder_open_sound(void)
{
    struct error err = {0};
    struct store *s = store_open(folder, folder_clock(), &err);
    if (!s || store_trouble(s)->notice.text[0] || store_trouble(s)->is_lost) {
        fail_msg("%s%s%s", err.text, s ? store_trouble(s)->notice.text : "", s ? store_trouble(s)->why.text : "");
    }
    return s;
}
