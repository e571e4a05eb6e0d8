#include "stage/font_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL.h>

#include "base/memory.h"

/* Tables are looked at by turns: each part of the file has one place where it is kept. */
enum { PIECE_BYTES = 8192, PIECES = 8 };

struct piece {
    Sint64 at; /* in the file */
    size_t bytes;
    char data[PIECE_BYTES];
};

struct font_file {
    int fd;
    Sint64 size, at;
    struct piece pieces[PIECES];
};

static struct font_file *file_of(const SDL_RWops *rw)
{
    return rw->hidden.unknown.data1;
}

static Sint64 size(SDL_RWops *rw)
{
    return file_of(rw)->size;
}

static Sint64 seek(SDL_RWops *rw, Sint64 offset, int whence)
{
    struct font_file *f = file_of(rw);
    Sint64 from = whence == RW_SEEK_SET ? 0 : whence == RW_SEEK_CUR ? f->at : f->size;
    if (offset < -from || offset > f->size - from) {
        return SDL_SetError("there is nothing at that place");
    }
    f->at = from + offset;
    return f->at;
}

static void fill(struct piece *piece, int fd, Sint64 at)
{
    ssize_t got;
    do {
        got = pread(fd, piece->data, sizeof piece->data, (off_t)at);
    } while (got < 0 && errno == EINTR);
    piece->at = at;
    piece->bytes = got > 0 ? (size_t)got : 0;
}

/* Where the file goes on, up to where a piece ends; nothing behind the end of the file. */
static const char *look(struct font_file *f, size_t *bytes_out)
{
    Sint64 number = f->at / PIECE_BYTES;
    size_t from = (size_t)(f->at % PIECE_BYTES);
    struct piece *piece = &f->pieces[number % PIECES];
    if (piece->bytes <= from || piece->at != number * PIECE_BYTES) {
        fill(piece, f->fd, number * PIECE_BYTES);
    }
    *bytes_out = piece->bytes > from ? piece->bytes - from : 0;
    return piece->data + from;
}

static size_t take(SDL_RWops *rw, void *to, size_t item, size_t count)
{
    struct font_file *f = file_of(rw);
    size_t wanted = memory_product(item, count);
    size_t done = 0;
    while (done < wanted) {
        size_t n;
        const char *from = look(f, &n);
        if (n == 0) {
            break;
        }
        n = n < wanted - done ? n : wanted - done;
        memcpy((char *)to + done, from, n);
        done += n;
        f->at += (Sint64)n;
    }
    return item > 0 ? done / item : 0;
}

static size_t put(SDL_RWops *rw, const void *from, size_t item, size_t count)
{
    (void)rw;
    (void)from;
    (void)item;
    (void)count;
    (void)SDL_SetError("a font is not written to");
    return 0;
}

static int finish(SDL_RWops *rw)
{
    struct font_file *f = file_of(rw);
    (void)close(f->fd);
    free(f);
    SDL_FreeRW(rw);
    return 0;
}

struct SDL_RWops *font_file_open(const char *path)
{
    struct stat is;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &is) != 0) {
        (void)SDL_SetError("cannot be opened: %s", strerror(errno));
        goto fail;
    }
    SDL_RWops *rw = SDL_AllocRW();
    if (!rw) {
        goto fail;
    }
    struct font_file *f = memory_zeroed(sizeof *f);
    f->fd = fd;
    f->size = is.st_size;
    rw->type = SDL_RWOPS_UNKNOWN;
    rw->hidden.unknown.data1 = f;
    rw->size = size;
    rw->seek = seek;
    rw->read = take;
    rw->write = put;
    rw->close = finish;
    return rw;
fail:
    if (fd >= 0) {
        (void)close(fd);
    }
    return NULL;
}
