#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "app/decode_answer.h"
#include "base/confine.h"
#include "sound/sound.h"
#include "stage/picture_decode.h"

enum { NUMBERS_MOST = 4 };

struct child {
    struct str bytes;
    struct answer *answer;
    void *out; /* behind it */
    size_t room;
    int64_t numbers[NUMBERS_MOST];
};

/* Maps what it was handed. Nothing of it has been looked at yet. */
static bool open_child(struct child *c)
{
    struct stat file;
    struct stat shared;
    if (fstat(DECODE_FILE, &file) != 0 || fstat(DECODE_SHARED, &shared) != 0 || !S_ISREG(file.st_mode) ||
        !S_ISREG(shared.st_mode) || file.st_size <= 0 || shared.st_size < ANSWER_BYTES) {
        return false;
    }
    void *bytes = mmap(NULL, (size_t)file.st_size, PROT_READ, MAP_PRIVATE, DECODE_FILE, 0);
    void *out = mmap(NULL, (size_t)shared.st_size, PROT_READ | PROT_WRITE, MAP_SHARED, DECODE_SHARED, 0);
    if (bytes == MAP_FAILED || out == MAP_FAILED) {
        return false;
    }
    c->bytes = (struct str){bytes, (size_t)file.st_size};
    c->answer = out;
    c->out = (char *)out + ANSWER_BYTES;
    c->room = (size_t)shared.st_size - ANSWER_BYTES;
    return true;
}

/* Never returns. Nothing that libraries would do at their end. */
static void end(struct child *c, bool ok, const struct error *err)
{
    (void)snprintf(c->answer->why, sizeof c->answer->why, "%.*s", (int)sizeof c->answer->why - 1, err->text);
    c->answer->state = ok ? ANSWER_DONE : ANSWER_FAILED;
    _exit(ok ? EXIT_DONE : EXIT_FAULTY);
}

/* --- a picture --- */

/* The whole of what was asked for fits; what it became is looked at by whoever asked. */
static bool put_pixels(struct child *c, const struct pixels *p, struct error *err)
{
    size_t row = (size_t)p->size.w * (p->order == PIXELS_RGB ? 3 : 4);
    if (row * (size_t)p->size.h > c->room) {
        return error_set(err, "cannot be decoded: it is %d by %d pixels", p->size.w, p->size.h);
    }
    for (int y = 0; y < p->size.h; y++) {
        memcpy((char *)c->out + (size_t)y * row, (const char *)p->first + (size_t)y * (size_t)p->stride, row);
    }
    c->answer->width = p->size.w;
    c->answer->height = p->size.h;
    c->answer->order = p->order;
    c->answer->has_alpha = p->has_alpha;
    return true;
}

static bool decode_picture(struct child *c, struct error *err)
{
    struct media_info info;
    struct decoded pixels;
    struct size at = {(int)c->numbers[2], (int)c->numbers[3]};
    if (!media_identify(c->bytes, &info) || info.width != c->numbers[0] || info.height != c->numbers[1]) {
        return error_set(err, "cannot be decoded: it is not what it was");
    }
    return picture_decode_here(NULL, c->bytes, &info, at, &pixels, err) && put_pixels(c, &pixels.pixels, err);
}

static size_t picture_memory(const struct child *c)
{
    return (size_t)(c->numbers[0] * c->numbers[1]) * DECODE_BYTES_A_PIXEL;
}

/* --- a sound --- */

static bool decode_sound(struct child *c, struct error *err)
{
    c->answer->bytes = sound_decode_into(c->bytes, c->out, c->room, err);
    return c->answer->bytes > 0;
}

static size_t sound_memory(const struct child *c)
{
    return c->room * DECODE_BYTES_A_SAMPLE_BYTE;
}

/* --- either --- */

static const struct kind {
    const char *name;
    int count; /* of its numbers */
    int64_t most;
    bool (*prepare)(struct error *err);
    size_t (*memory)(const struct child *c);
    bool (*decode)(struct child *c, struct error *err);
} kinds[] = {
    {"picture", 4, MEDIA_MAX_SIDE, picture_decode_prepare, picture_memory, decode_picture},
    {"sound", 1, INT32_MAX, sound_decode_prepare, sound_memory, decode_sound},
};

static const struct kind *kind_of(int argc, char **argv, struct child *c)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        bool fits = argc == 2 + kinds[i].count && strcmp(argv[1], kinds[i].name) == 0;
        for (int k = 0; fits && k < kinds[i].count; k++) {
            fits = str_to_int(str_from(argv[2 + k]), 0, kinds[i].most, &c->numbers[k]);
        }
        if (fits) {
            return &kinds[i];
        }
    }
    return NULL;
}

int cmd_decode_child(int argc, char **argv)
{
    struct child c = {0};
    struct error err = {0};
    const struct kind *kind = kind_of(argc, argv, &c);
    if (!kind || !open_child(&c)) {
        return EXIT_USAGE; /* somebody has typed it */
    }
    bool ok = kind->prepare(&err);
    const struct confine_room room = {kind->memory(&c) + DECODE_SPARE_BYTES, DECODE_MOST_S + 1};
    ok = ok && confine_self(&room, DECODE_SHARED + 1, &err);
    ok = ok && kind->decode(&c, &err);
    end(&c, ok, &err);
    return EXIT_FAULTY;
}
