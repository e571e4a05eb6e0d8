#include "story/media.h"

#include <errno.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/file.h"
#include "story/media_internal.h"

bool media_identify(struct str head, struct media_info *info_out)
{
    static bool (*const readers[])(struct str, struct media_info *) = {
        png_identify,
        jpeg_identify,
        webp_identify,
        sound_identify,
    };
    for (size_t i = 0; i < COUNT(readers); i++) {
        *info_out = (struct media_info){0};
        if (readers[i](head, info_out)) {
            return true;
        }
    }
    *info_out = (struct media_info){.orientation = 1};
    return false;
}

static bool is_picture(enum media_type type)
{
    return type == MEDIA_PNG || type == MEDIA_JPEG || type == MEDIA_WEBP;
}

static enum media_fault fault_of(enum path_fault fault)
{
    switch (fault) {
    case PATH_OK:
        return MEDIA_OK;
    case PATH_FORBIDDEN:
        return MEDIA_FORBIDDEN;
    case PATH_MISSING:
        return MEDIA_MISSING;
    case PATH_UNREADABLE:
        return MEDIA_UNREADABLE;
    }
    return MEDIA_UNREADABLE;
}

static enum media_fault oversized(struct str path, uint64_t size, struct error *err)
{
    (void)error_set(err, "\"%.*s\" has %llu bytes; at most %llu are read", STR_ARG(path),
                    (unsigned long long)size, (unsigned long long)MEDIA_MAX_BYTES);
    return MEDIA_OVERSIZED;
}

/* Fills `head` as far as the file goes. */
static bool read_head(int fd, char *head, size_t *n_out)
{
    size_t n = 0;
    while (n < HEAD_BYTES) {
        ssize_t got = read(fd, head + n, HEAD_BYTES - n);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return false;
        }
        if (got == 0) {
            break;
        }
        n += (size_t)got;
    }
    *n_out = n;
    return true;
}

static enum media_fault head_of(const struct folder *f, struct str path, struct arena *a,
                                struct str *head_out, uint64_t *size_out, struct error *err)
{
    int fd = -1;
    enum path_fault fault = folder_open_file(f, path, &fd, size_out, err);
    if (fault != PATH_OK) {
        return fault_of(fault);
    }
    char *head = arena_new(a, char, HEAD_BYTES);
    bool ok = read_head(fd, head, &head_out->n);
    if (!ok) {
        (void)error_set_errno(err, errno, "cannot read \"%.*s\"", STR_ARG(path));
    }
    (void)close(fd);
    head_out->s = head;
    if (!ok) {
        return MEDIA_UNREADABLE;
    }
    return *size_out > MEDIA_MAX_BYTES ? oversized(path, *size_out, err) : MEDIA_OK;
}

static enum media_fault whole_of(const struct folder *f, struct str path, struct arena *a,
                                 struct str *bytes_out, struct error *err)
{
    bool too_large = false;
    enum path_fault fault =
        file_read_beneath(f, path, MEDIA_MAX_BYTES, a, bytes_out, &too_large, err);
    return too_large ? MEDIA_OVERSIZED : fault_of(fault);
}

/* Was the file cut short? WebP alone says at its start how long it is. */
static bool is_whole(struct str head, uint64_t size)
{
    return webp_declared_bytes(head) <= size;
}

/* MEDIA_OK with MEDIA_UNKNOWN where the file is none of the kinds. */
static enum media_fault open_any(const struct folder *f, struct str path, struct arena *a,
                                 struct str *bytes_out, struct media_info *info_out,
                                 struct error *err)
{
    struct arena scratch = {0};
    struct str head = {0};
    uint64_t size = 0;
    *info_out = (struct media_info){0};
    enum media_fault fault = head_of(f, path, &scratch, &head, &size, err);
    bool known = fault == MEDIA_OK && media_identify(head, info_out);
    bool wants_more = bytes_out || (!known && size > head.n);
    if (fault == MEDIA_OK && wants_more) {
        struct str bytes = {0};
        fault = whole_of(f, path, bytes_out ? a : &scratch, &bytes, err);
        known = fault == MEDIA_OK && media_identify(bytes, info_out);
        size = bytes.n;
        head = bytes;
        if (bytes_out) {
            *bytes_out = bytes;
        }
    }
    if (!known || !is_whole(head, size)) {
        *info_out = (struct media_info){.orientation = 1};
    }
    arena_finish(&scratch);
    return fault;
}

static bool is_too_wide(const struct media_info *info)
{
    return info->width > MEDIA_MAX_SIDE || info->height > MEDIA_MAX_SIDE ||
           (int64_t)info->width * info->height > MEDIA_MAX_PIXELS;
}

enum media_fault media_open_picture(const struct folder *f, struct str path, struct arena *a,
                                    struct str *bytes_out, struct media_info *info_out,
                                    struct error *err)
{
    enum media_fault fault = open_any(f, path, a, bytes_out, info_out, err);
    if (fault != MEDIA_OK) {
        return fault;
    }
    if (!is_picture(info_out->type)) {
        (void)error_set(err,
                        "\"%.*s\" is not a picture: neither PNG, JPEG nor still WebP, or damaged",
                        STR_ARG(path));
        return MEDIA_NOT_PICTURE;
    }
    if (is_too_wide(info_out)) {
        (void)error_set(
            err, "\"%.*s\" is %d by %d pixels; at most %d a side and 64 megapixels are shown",
            STR_ARG(path), info_out->width, info_out->height, MEDIA_MAX_SIDE);
        return MEDIA_OVERSIZED;
    }
    return MEDIA_OK;
}

enum media_fault media_open_sound(const struct folder *f, struct str path, struct arena *a,
                                  struct str *bytes_out, struct media_info *info_out,
                                  struct error *err)
{
    enum media_fault fault = open_any(f, path, a, bytes_out, info_out, err);
    if (fault != MEDIA_OK) {
        return fault;
    }
    if (info_out->type == MEDIA_UNKNOWN || is_picture(info_out->type)) {
        (void)error_set(
            err, "\"%.*s\" is not a sound: neither Ogg Opus, Ogg Vorbis, FLAC nor WAV, or damaged",
            STR_ARG(path));
        return MEDIA_NOT_SOUND;
    }
    return MEDIA_OK;
}

enum diag_tag media_fault_tag(enum media_fault fault)
{
    switch (fault) {
    case MEDIA_FORBIDDEN:
        return TAG_FORBIDDEN_PATH;
    case MEDIA_MISSING:
        return TAG_MISSING_FILE;
    case MEDIA_OVERSIZED:
        return TAG_OVERSIZED_FILE;
    case MEDIA_NOT_PICTURE:
        return TAG_NOT_A_PICTURE;
    case MEDIA_NOT_SOUND:
        return TAG_NOT_A_SOUND;
    case MEDIA_UNREADABLE:
    case MEDIA_OK:
        break;
    }
    return TAG_UNREADABLE_FILE;
}
