#include "app/pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/file.h"
#include "base/utf8.h"

enum { COPY_BYTES = 1 << 16, FOUND_FIRST = 64, SUM_DIGITS = SHA256_DIGEST_STRING_LENGTH - 1 };

static const char list_name[] = "SHA256SUMS";
static const char escape[] = "make the list anew with \"lantern update --seal\"";

/* --- the list --- */

static bool is_sum(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!((s.s[i] >= '0' && s.s[i] <= '9') || (s.s[i] >= 'a' && s.s[i] <= 'f'))) {
            return false;
        }
    }
    return s.n == SUM_DIGITS;
}

/* "SUM  PATH", or "SUM *PATH": read as bytes, which is the same here. */
static bool parse_line(struct str line, struct pack_file *file_out)
{
    enum { BETWEEN = 2 };
    struct str between = str_sub(line, SUM_DIGITS, BETWEEN);
    *file_out = (struct pack_file){str_sub(line, 0, SUM_DIGITS),
                                   str_after(line, SUM_DIGITS + BETWEEN)};
    if (str_starts(file_out->path, STR("./"))) {
        file_out->path = str_after(file_out->path, 2);
    }
    return is_sum(file_out->sum) && (str_is(between, "  ") || str_is(between, " *")) &&
           path_is_tame(file_out->path);
}

static int by_path(const void *a, const void *b)
{
    return str_cmp(((const struct pack_file *)a)->path, ((const struct pack_file *)b)->path);
}

static bool check_files(const struct pack *p, struct error *err)
{
    bool has_story = false;
    for (size_t i = 0; i < p->count; i++) {
        struct str path = p->files[i].path;
        if (i > 0 && str_eq(path, p->files[i - 1].path)) {
            return error_set(err, "\"%.*s\" is in %s twice; %s", STR_ARG(path), list_name, escape);
        }
        has_story = has_story || str_is(path, "story.json");
    }
    return has_story ||
           error_set(err, "there is no \"story.json\" in %s; %s in the story's own folder",
                     list_name, escape);
}

static void name_it(struct pack *p, struct str list)
{
    SHA2_CTX h;
    char sum[SHA256_DIGEST_STRING_LENGTH];
    SHA256Init(&h);
    SHA256Update(&h, (const uint8_t *)list.s, list.n);
    (void)SHA256End(&h, sum);
    memcpy(p->id, sum, PACK_ID_DIGITS);
}

bool pack_parse(struct pack *p, struct str list, struct arena *a, struct error *err)
{
    struct pack_file *files = arena_new(a, struct pack_file, PACK_FILES_MOST);
    size_t count = 0;
    int line = 0;
    for (size_t from = 0; from < list.n;) {
        size_t to = str_find(list, '\n', from);
        struct pack_file file;
        line++;
        if (!parse_line(str_sub(list, from, to - from), &file)) {
            return error_set(err, "line %d of %s is not a sum and the path of a file; %s", line,
                             list_name, escape);
        }
        if (count == PACK_FILES_MOST) {
            return error_set(err, "%s names more than the %d files allowed", list_name,
                             PACK_FILES_MOST);
        }
        files[count++] = (struct pack_file){arena_str(a, file.sum), arena_str(a, file.path)};
        from = to + 1;
    }
    qsort(files, count, sizeof *files, by_path);
    p->files = files;
    p->count = count;
    name_it(p, list);
    return check_files(p, err);
}

bool pack_open(struct pack *p, const char *path, struct arena *a, struct error *err)
{
    struct str list = {0};
    bool is_too_large = false;
    *p = (struct pack){0};
    if (!folder_open(&p->folder, path, err)) {
        return false;
    }
    enum path_fault fault = file_read_beneath(&p->folder, str_from(list_name), PACK_LIST_MOST_BYTES,
                                              a, &list, &is_too_large, err);
    if (fault == PATH_MISSING) {
        (void)error_set(err, "there is no %s in \"%s\"; %s", list_name, path, escape);
    }
    if (fault == PATH_OK && pack_parse(p, list, a, err)) {
        return true;
    }
    pack_close(p);
    return false;
}

void pack_close(struct pack *p)
{
    folder_close(&p->folder);
}

/* --- the files --- */

/* Sums what it reads, and writes it where `to` is not -1. False with errno; EFBIG past the bytes
 * that are left. */
static bool pour(int from, int to, uint64_t *left_bytes, char sum_out[SHA256_DIGEST_STRING_LENGTH])
{
    SHA2_CTX h;
    char bytes[COPY_BYTES];
    SHA256Init(&h);
    for (;;) {
        ssize_t n = read(from, bytes, sizeof bytes);
        if (n == 0) {
            (void)SHA256End(&h, sum_out);
            return true;
        }
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n > 0 && (uint64_t)n > *left_bytes) {
            errno = EFBIG;
            return false;
        }
        struct str piece = {bytes, n > 0 ? (size_t)n : 0};
        if (n < 0 || (to >= 0 && !file_write(to, piece))) {
            return false;
        }
        *left_bytes -= piece.n;
        SHA256Update(&h, (const uint8_t *)piece.s, piece.n);
    }
}

/* A new file in `to`, with the folders above it. -1 with `err`. */
static int create(const char *to, struct str path, struct error *err)
{
    struct strbuf whole = {0};
    strbuf_printf(&whole, "%s/%.*s", to, STR_ARG(path));
    struct strbuf above = {0};
    strbuf_add(&above, str_sub(strbuf_str(&whole), 0, (size_t)(strrchr(whole.s, '/') - whole.s)));
    int fd = -1;
    if (path_make_folders(above.s, err)) {
        fd = open(whole.s, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd < 0) {
            (void)error_set_errno(err, errno, "cannot write \"%s\"", whole.s);
        }
    }
    strbuf_finish(&above);
    strbuf_finish(&whole);
    return fd;
}

static bool copy_file(const struct pack *p, const struct pack_file *file, const char *to,
                      uint64_t *left_bytes, struct error *err)
{
    int in = -1;
    uint64_t size = 0;
    if (folder_open_file(&p->folder, file->path, &in, &size, err) != PATH_OK) {
        return false;
    }
    char sum[SHA256_DIGEST_STRING_LENGTH] = "";
    int out = create(to, file->path, err);
    bool ok = out >= 0;
    if (ok && !pour(in, out, left_bytes, sum)) {
        ok = error_set_errno(err, errno, "cannot copy \"%.*s\"", STR_ARG(file->path));
    }
    if (ok && !str_eq(file->sum, str_from(sum))) {
        ok = error_set(err, "\"%.*s\" is not as %s says: copy the story again", STR_ARG(file->path),
                       list_name);
    }
    if (out >= 0 && close(out) != 0 && ok) {
        ok = error_set_errno(err, errno, "cannot write \"%.*s\"", STR_ARG(file->path));
    }
    (void)close(in);
    return ok;
}

bool pack_copy(const struct pack *p, const char *to, struct error *err)
{
    uint64_t left_bytes = PACK_MOST_BYTES;
    for (size_t i = 0; i < p->count; i++) {
        if (!copy_file(p, &p->files[i], to, &left_bytes, err)) {
            return false;
        }
    }
    return true;
}

/* --- sealing --- */

struct found {
    struct arena *arena;
    struct str *paths;
    size_t count, capacity;
};

static void found_add(struct found *f, struct str path)
{
    if (f->count == f->capacity) {
        f->capacity = f->capacity ? f->capacity * 2 : FOUND_FIRST;
        struct str *grown = arena_new(f->arena, struct str, f->capacity);
        if (f->count) {
            memcpy(grown, f->paths, f->count * sizeof *grown);
        }
        f->paths = grown;
    }
    f->paths[f->count++] = path;
}

static bool find(struct found *f, const char *root, struct str beneath, int depth,
                 struct error *err);

static bool find_entry(struct found *f, const char *root, struct str path, int depth,
                       struct error *err)
{
    struct stat st;
    struct str whole = arena_printf(f->arena, "%s/%.*s", root, STR_ARG(path));
    if (lstat(whole.s, &st) != 0) {
        return error_set_errno(err, errno, "cannot read \"%s\"", whole.s);
    }
    if (S_ISDIR(st.st_mode)) {
        return find(f, root, path, depth + 1, err);
    }
    if (!path_is_tame(path) || str_find(path, '\n', 0) < path.n || utf8_check(path) < path.n) {
        return error_set(err, "\"%s\" is no name for a file of a story; give it another", whole.s);
    }
    if (f->count == PACK_FILES_MOST) {
        return error_set(err, "\"%s\" holds more than the %d files allowed", root, PACK_FILES_MOST);
    }
    if (!str_is(path, list_name)) {
        found_add(f, path);
    }
    return true;
}

static bool find(struct found *f, const char *root, struct str beneath, int depth,
                 struct error *err)
{
    struct str folder = arena_printf(f->arena, "%s/%.*s", root, STR_ARG(beneath));
    if (depth > PACK_DEPTH_MOST) {
        return error_set(err, "\"%s\" lies deeper than the %d folders allowed", folder.s,
                         PACK_DEPTH_MOST);
    }
    DIR *listing = opendir(folder.s);
    if (!listing) {
        return error_set_errno(err, errno, "cannot read the folder \"%s\"", folder.s);
    }
    bool ok = true;
    for (const struct dirent *entry; ok && (entry = readdir(listing));) {
        if (entry->d_name[0] != '.') {
            struct str path = arena_printf(f->arena, "%.*s%s%s", STR_ARG(beneath),
                                           beneath.n ? "/" : "", entry->d_name);
            ok = find_entry(f, root, path, depth, err);
        }
    }
    (void)closedir(listing);
    return ok;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool sum_files(const struct folder *folder, const struct found *f, struct strbuf *list,
                      struct error *err)
{
    uint64_t left_bytes = PACK_MOST_BYTES;
    for (size_t i = 0; i < f->count; i++) {
        int fd = -1;
        uint64_t size = 0;
        char sum[SHA256_DIGEST_STRING_LENGTH] = "";
        if (folder_open_file(folder, f->paths[i], &fd, &size, err) != PATH_OK) {
            return false;
        }
        bool ok = pour(fd, -1, &left_bytes, sum);
        int code = errno;
        (void)close(fd);
        if (!ok) {
            return error_set_errno(err, code, "cannot read \"%.*s\"", STR_ARG(f->paths[i]));
        }
        strbuf_printf(list, "%s  %.*s\n", sum, STR_ARG(f->paths[i]));
    }
    return true;
}

bool pack_seal(const char *path, size_t *count_out, struct error *err)
{
    struct arena scratch = {0};
    struct found found = {.arena = &scratch};
    struct folder folder = {0};
    struct strbuf list = {0};
    bool ok = folder_open(&folder, path, err) && find(&found, path, STR(""), 0, err);
    if (ok) {
        if (found.count) {
            qsort(found.paths, found.count, sizeof *found.paths, by_bytes);
        }
        ok = sum_files(&folder, &found, &list, err) &&
             file_save_atomic(arena_printf(&scratch, "%s/%s", path, list_name).s, strbuf_str(&list),
                              err);
    }
    *count_out = found.count;
    strbuf_finish(&list);
    folder_close(&folder);
    arena_finish(&scratch);
    return ok;
}
