/* Eyes and hands of the bench: watch FRAMEBUFFER. The framebuffer is the file that `Xvfb -fbdir` keeps its pixels in,
 * so that looking costs neither the display server nor what it shows any time. Obeys lines on standard input, their
 * words parted by tabs, and answers each with one line of numbers, times in ms:
 *
 *   start LIMIT SCENE PROGRAM [ARGUMENT...]  starts it: pid, first change, scene
 *   key NAME LIMIT CALM                      presses and lets go: first change, last change before all was calm
 *   fade NAME MS X Y WIDTH                   presses: when these pixels of a row changed
 *   still CALM LIMIT                         waits until all is calm: how long that took
 *   save FILE                                keeps what is on screen, to be a SCENE
 *
 * SCENE is such a file, or "-": then its time is that of the first change. A time is -1 where LIMIT ms pass before;
 * calm is when nothing has changed for CALM ms. What it starts writes to the file "log" in its folder, and it and all
 * its children are descendants of the watch as long as that lives. */
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    ROWS_APART = 16,   /* of the rows looked at for a change */
    GRID = 3,          /* every so many-th pixel of every so many-th row is compared with a scene */
    NEAR = 24,         /* of 255: so far may a channel be from it */
    PART_OTHER = 1000, /* one pixel of so many may be farther off: far fewer than a line of words has */
    LOOK_US = 250,     /* between two looks */
    CALM_LOOK_US = 20000,
    WORDS_MOST = 64,
    TIMES_MOST = 4096,
};

/* Of the header of an X window dump, big endian; XWDFile.h has the rest. */
enum {
    XWD_HEADER_SIZE = 0,
    XWD_WIDTH = 4,
    XWD_HEIGHT = 5,
    XWD_ROW_BYTES = 12,
    XWD_COLOURS = 19,
    XWD_COLOUR_BYTES = 12,
};

struct screen {
    const uint8_t *pixels; /* as the display server has them now */
    size_t width, height, row_bytes;
    uint8_t *before; /* rows as they were, ROWS_APART apart */
    Display *display;
};

static void fail(const char *what)
{
    perror(what);
    exit(2);
}

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void pause_us(long us)
{
    (void)nanosleep(&(struct timespec){us / 1000000, us % 1000000 * 1000}, NULL);
}

static const uint8_t *map_file(const char *path, size_t *bytes_out)
{
    struct stat is;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &is) != 0) {
        fail(path);
    }
    void *at = mmap(NULL, (size_t)is.st_size, PROT_READ, MAP_SHARED, fd, 0);
    if (at == MAP_FAILED) {
        fail(path);
    }
    close(fd);
    *bytes_out = (size_t)is.st_size;
    return at;
}

static uint32_t field(const uint8_t *header, int n)
{
    const uint8_t *p = header + 4 * n;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static struct screen screen_open(const char *path)
{
    size_t bytes = 0;
    const uint8_t *file = map_file(path, &bytes);
    struct screen s = {
        .width = field(file, XWD_WIDTH),
        .height = field(file, XWD_HEIGHT),
        .row_bytes = field(file, XWD_ROW_BYTES),
        .display = XOpenDisplay(NULL),
    };
    size_t from = field(file, XWD_HEADER_SIZE) + (size_t)field(file, XWD_COLOURS) * XWD_COLOUR_BYTES;
    s.before = malloc((s.height / ROWS_APART + 1) * s.row_bytes);
    if (!s.display || !s.before || s.row_bytes < s.width * 4 || from + s.height * s.row_bytes > bytes) {
        fail("the screen cannot be read");
    }
    s.pixels = file + from;
    /* Out of the way of what is pressed by where it points. */
    XTestFakeMotionEvent(s.display, 0, (int)s.width - 1, (int)s.height - 1, 0);
    XSync(s.display, False);
    return s;
}

/* --- looking --- */

static void remember(struct screen *s)
{
    uint8_t *to = s->before;
    for (size_t y = ROWS_APART / 2; y < s->height; y += ROWS_APART, to += s->row_bytes) {
        memcpy(to, s->pixels + y * s->row_bytes, s->row_bytes);
    }
}

static int is_changed(const struct screen *s)
{
    const uint8_t *was = s->before;
    for (size_t y = ROWS_APART / 2; y < s->height; y += ROWS_APART, was += s->row_bytes) {
        if (memcmp(was, s->pixels + y * s->row_bytes, s->width * 4) != 0) {
            return 1;
        }
    }
    return 0;
}

static int is_near(const uint8_t *a, const uint8_t *b)
{
    return abs(a[0] - b[0]) <= NEAR && abs(a[1] - b[1]) <= NEAR && abs(a[2] - b[2]) <= NEAR;
}

static int shows(const struct screen *s, const uint8_t *scene)
{
    size_t other = 0, most = (s->width / GRID) * (s->height / GRID) / PART_OTHER;
    for (size_t y = 0; y < s->height; y += GRID) {
        for (size_t x = 0; x < s->width; x += GRID) {
            size_t at = y * s->row_bytes + x * 4;
            other += !is_near(s->pixels + at, scene + at);
        }
        if (other > most) {
            return 0;
        }
    }
    return 1;
}

struct times {
    double first_ms, second_ms; /* -1: not seen */
};

/* When the screen changed first, and when it showed the scene. */
static struct times look_for(const struct screen *s, double from, double limit, const char *path)
{
    struct times seen = {-1, -1};
    size_t bytes = 0;
    const uint8_t *scene = strcmp(path, "-") == 0 ? NULL : map_file(path, &bytes);
    if (scene && bytes < s->height * s->row_bytes) {
        fail(path);
    }
    for (double at = 0; at < limit && seen.second_ms < 0; at = now_ms() - from) {
        if (seen.first_ms < 0 && is_changed(s)) {
            seen.first_ms = now_ms() - from;
        }
        if (seen.first_ms >= 0 && (!scene || shows(s, scene))) {
            seen.second_ms = scene ? now_ms() - from : seen.first_ms;
        }
        pause_us(LOOK_US);
    }
    if (scene) {
        munmap((void *)(uintptr_t)scene, bytes);
    }
    return seen;
}

/* When the screen changed first and last. */
static struct times look_until_calm(struct screen *s, double from, double limit, double calm)
{
    struct times seen = {-1, -1};
    for (double at = 0; at < limit && (seen.first_ms < 0 || at - seen.second_ms < calm); at = now_ms() - from) {
        if (is_changed(s)) {
            seen.second_ms = now_ms() - from;
            seen.first_ms = seen.first_ms < 0 ? seen.second_ms : seen.first_ms;
            remember(s);
        }
        pause_us(LOOK_US);
    }
    return seen;
}

/* --- the deeds --- */

/* Presses and lets go at once; returns when. */
static double press(const struct screen *s, const char *name)
{
    KeyCode key = XKeysymToKeycode(s->display, XStringToKeysym(name));
    if (!key) {
        fail(name);
    }
    double from = now_ms();
    XTestFakeKeyEvent(s->display, key, True, 0);
    XTestFakeKeyEvent(s->display, key, False, 0);
    XFlush(s->display);
    return from;
}

static void start(struct screen *s, char **words)
{
    remember(s);
    double from = now_ms();
    pid_t pid = fork();
    if (pid == 0) {
        int log = open("log", O_WRONLY | O_CREAT | O_APPEND, 0600);
        (void)dup2(log, STDOUT_FILENO);
        (void)dup2(log, STDERR_FILENO);
        signal(SIGCHLD, SIG_DFL);
        execvp(words[3], words + 3);
        perror(words[3]);
        _exit(127);
    }
    struct times seen = look_for(s, from, atof(words[1]), words[2]);
    printf("%d %.2f %.2f\n", (int)pid, seen.first_ms, seen.second_ms);
}

static void key(struct screen *s, char **words)
{
    remember(s);
    struct times seen = look_until_calm(s, press(s, words[1]), atof(words[2]), atof(words[3]));
    printf("%.2f %.2f\n", seen.first_ms, seen.second_ms);
}

/* One short piece of one row is written at once: it is never seen half old, half new. */
static void fade(struct screen *s, char **words)
{
    size_t x = (size_t)atoi(words[3]), y = (size_t)atoi(words[4]), bytes = (size_t)atoi(words[5]) * 4;
    if (y >= s->height || x * 4 + bytes > s->row_bytes) {
        fail("no such pixels");
    }
    const uint8_t *at = s->pixels + y * s->row_bytes + x * 4;
    memcpy(s->before, at, bytes);
    double times[TIMES_MOST];
    int count = 0;
    double from = press(s, words[1]);
    for (double now = 0; now < atof(words[2]) && count < TIMES_MOST; now = now_ms() - from) {
        if (memcmp(s->before, at, bytes) != 0) {
            memcpy(s->before, at, bytes);
            times[count++] = now_ms() - from;
        }
        pause_us(LOOK_US);
    }
    for (int i = 0; i < count; i++) {
        printf("%.2f%c", times[i], i + 1 < count ? ' ' : '\n');
    }
    if (count == 0) {
        printf("\n");
    }
}

static void still(struct screen *s, char **words)
{
    double from = now_ms(), since = from, calm = atof(words[1]), limit = atof(words[2]);
    remember(s);
    for (double now = from; now - since < calm && now - from < limit; now = now_ms()) {
        pause_us(CALM_LOOK_US);
        if (is_changed(s)) {
            remember(s);
            since = now_ms();
        }
    }
    printf("%.0f\n", since - from);
}

static void save(struct screen *s, char **words)
{
    FILE *f = fopen(words[1], "wb");
    if (!f || fwrite(s->pixels, s->row_bytes, s->height, f) != s->height || fclose(f) != 0) {
        fail(words[1]);
    }
    printf("0\n");
}

static const struct {
    const char *name;
    int words; /* at least, with its name */
    void (*does)(struct screen *s, char **words);
} deeds[] = {{"start", 4, start}, {"key", 4, key}, {"fade", 6, fade}, {"still", 3, still}, {"save", 2, save}};

static void obey(struct screen *s, char *line)
{
    char *words[WORDS_MOST + 1] = {NULL};
    int count = 0;
    for (char *rest = line, *word; count < WORDS_MOST && (word = strsep(&rest, "\t\n"));) {
        if (*word) {
            words[count++] = word;
        }
    }
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
        if (count >= deeds[i].words && strcmp(words[0], deeds[i].name) == 0) {
            deeds[i].does(s, words);
            fflush(stdout);
            return;
        }
    }
    fprintf(stderr, "watch: no such deed: %s\n", count ? words[0] : "");
    exit(2);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: watch FRAMEBUFFER\n");
        return 2;
    }
    struct screen s = screen_open(argv[1]);
    signal(SIGCHLD, SIG_IGN); /* nobody waits for what it starts */
    (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
    char line[16384];
    while (fgets(line, sizeof line, stdin)) {
        obey(&s, line);
    }
    XCloseDisplay(s.display);
    return 0;
}
