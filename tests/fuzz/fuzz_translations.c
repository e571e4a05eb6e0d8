/* lang/ko.json and, behind a byte 0x1E, lang/ko.from.json: shown over a story, and checked. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz.h"
#include "viewing/viewing.h"

static const char story_text[] =
    "{'format':1,'id':'t','title':'Ford','language':'en','start':'gate','state':{'coins':3},"
    "'chapters':[{'id':'c','title':'One'}],'glossary':{'mist':{'term':'Mist','text':'Low cloud.'}},"
    "'scenes':[{'id':'gate','chapter':'c','title':'The gate','captions':["
    "{'text':'[Mist](term:mist) over *{coins}* stones.','cite':[],'voice':'voices/gate.opus'},"
    "{'text':'[Bonjour](lang:fr)','gentle':'Hello'}],"
    "'choices':[{'text':'Cross','to':'far','because':'It cost {coins}.'}]},"
    "{'id':'far','chapter':'c','title':'Far','captions':[{'text':'Here.'}],"
    "'ending':{'id':'over','title':'Across','text':'Done.'}}]}";

static struct {
    char folder[256], lang[300], file[320], from[320];
    struct story *story;
} world;

static void remove_world(void)
{
    story_destroy(world.story);
    world.story = NULL;
    (void)unlink(world.file);
    (void)unlink(world.from);
    (void)rmdir(world.lang);
    (void)rmdir(world.folder);
}

static void save(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || (bytes.n > 0 && write(fd, bytes.s, bytes.n) != (ssize_t)bytes.n) || close(fd) != 0) {
        perror(path);
        abort();
    }
}

/* A story knows its texts by their keys only where it has a lang/. */
static void make_world(void)
{
    const char *scratch = getenv("TMPDIR");
    (void)snprintf(world.folder, sizeof world.folder, "%s/fuzz-XXXXXX", scratch ? scratch : "/tmp");
    if (!mkdtemp(world.folder)) {
        perror(world.folder);
        abort();
    }
    (void)snprintf(world.lang, sizeof world.lang, "%s/lang", world.folder);
    (void)snprintf(world.file, sizeof world.file, "%s/ko.json", world.lang);
    (void)snprintf(world.from, sizeof world.from, "%s/ko.from.json", world.lang);
    (void)mkdir(world.lang, 0700);
    save(world.file, STR("{}"));
    world.story = fuzz_story(story_text, world.folder);
    (void)atexit(remove_world);
}

static void show_all(const struct words *w)
{
    struct arena a = {0};
    struct viewing *v = viewing_create(world.story, -1, LEVEL_FULL);
    for (uint32_t i = 1; i < world.story->text_count; i++) {
        struct shown shown = viewing_show(v, w, (struct text){i}, &a);
        fuzz_touch(shown.text);
        (void)words_is_translated(w, (struct text){i});
    }
    (void)viewing_choose(v, 0);
    fuzz_touch(viewing_because(v, w, &a).text);
    viewing_destroy(v);
    arena_finish(&a);
}

void fuzz_one(struct str bytes)
{
    struct diag_list faults = {0};
    if (!world.story) {
        make_world();
    }
    size_t split = str_find(bytes, 0x1E, 0);
    save(world.file, str_sub(bytes, 0, split));
    if (split < bytes.n) {
        save(world.from, str_after(bytes, split + 1));
    } else {
        (void)unlink(world.from);
    }
    struct words *w = words_load(world.story, STR("ko"), &faults);
    show_all(w);
    words_destroy(w);
    words_check(world.story, &faults);
    if (faults.refusals > 0) { /* a translation never stops a story */
        abort();
    }
    fuzz_check_faults(&faults);
    diag_list_finish(&faults);
}
