/* Memory that runs out, for a program that is started with this in LD_PRELOAD:
 *   MEMORY_AT      the n-th time it is asked for fails, from 1; 0: never
 *   MEMORY_LASTS   how many times fail; 0: all from then on
 *   MEMORY_WHOSE   "own": only what the program's own code asks for counts and fails; else also its libraries'
 *   MEMORY_COUNT   a file in which the number of times stands at the end
 *   MEMORY_LOG     a file for who asked for what failed, and where the program then fell: a line "asked MODULE" or
 *                  "fell SIGNAL MODULE...", innermost first, each MODULE once in a row
 *   MEMORY_EARLY   1: counts from the loader on; else from main() on. Before it libraries set themselves up, and no
 *                  program has a say in how they end: GLib, which comes with SDL's, traps or hangs
 * The C library's own memory, such as for threads' stacks, is not asked for by name, and never fails. */
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__libc_malloc(size_t bytes);
void *__libc_calloc(size_t count, size_t bytes);
void *__libc_realloc(void *p, size_t bytes);
void *__libc_memalign(size_t align, size_t bytes);
int __libc_start_main(int (*run)(int, char **, char **), int argc, char **argv, void (*init)(void),
                      void (*finish)(void), void (*finish_loader)(void), void *stack_end);

static struct {
    atomic_int is_ready; /* 0: not asked for yet, 1: being made so, 2: ready */
    long at, lasts;
    int is_own;
    atomic_int has_begun;
    uintptr_t own_from, own_to;
    atomic_long asked;
    const char *log;
} rig;

static long setting(const char *name)
{
    const char *value = getenv(name);
    return value ? strtol(value, NULL, 10) : 0;
}

/* The program is the first. */
static int find_own(struct dl_phdr_info *info, size_t size, void *unused)
{
    (void)size;
    (void)unused;
    rig.own_from = UINTPTR_MAX;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        uintptr_t from = info->dlpi_addr + part->p_vaddr;
        if (part->p_type == PT_LOAD) {
            rig.own_from = from < rig.own_from ? from : rig.own_from;
            rig.own_to = from + part->p_memsz > rig.own_to ? from + part->p_memsz : rig.own_to;
        }
    }
    return 1;
}

/* Libraries ask before any constructor of ours has run. */
static int is_ready(void)
{
    int not_yet = 0;
    if (atomic_compare_exchange_strong(&rig.is_ready, &not_yet, 1)) {
        const char *whose = getenv("MEMORY_WHOSE");
        rig.at = setting("MEMORY_AT");
        rig.lasts = setting("MEMORY_LASTS");
        rig.is_own = whose && strcmp(whose, "own") == 0;
        rig.log = getenv("MEMORY_LOG");
        atomic_store(&rig.has_begun, setting("MEMORY_EARLY") != 0);
        (void)dl_iterate_phdr(find_own, NULL);
        atomic_store(&rig.is_ready, 2);
    }
    return atomic_load(&rig.is_ready) == 2;
}

/* --- what is told, without memory --- */

static const char *module_of(const void *at)
{
    Dl_info info;
    const char *name = dladdr(at, &info) && info.dli_fname ? info.dli_fname : "?";
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

static void tell(const char *line)
{
    int fd = rig.log ? open(rig.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (fd >= 0) {
        (void)!write(fd, line, strlen(line));
        (void)close(fd);
    }
}

static void tell_fall(int signal)
{
    enum { FRAMES = 64 };
    void *frames[FRAMES];
    char line[2048];
    const char *last = "";
    rig.at = 0;
    int count = backtrace(frames, FRAMES);
    int n = snprintf(line, sizeof line, "fell %d", signal);
    for (int i = 0; i < count && n < (int)sizeof line - 100; i++) {
        const char *module = module_of(frames[i]);
        if (strcmp(module, last) != 0 && strncmp(module, "memory_faults", 13) != 0) {
            n += snprintf(line + n, sizeof line - (size_t)n, " %.80s", module);
            last = module;
        }
    }
    (void)snprintf(line + n, sizeof line - (size_t)n, "\n");
    tell(line);
    (void)raise(signal); /* as it would have been: SA_RESETHAND */
}

__attribute__((constructor)) static void listen_for_falls(void)
{
    static char stack[64 * 1024];
    static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP};
    const stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    void *frame;
    if (is_ready() && rig.log) {
        int had_begun = atomic_exchange(&rig.has_begun, 0);
        (void)backtrace(&frame, 1); /* which loads its library the first time */
        atomic_store(&rig.has_begun, had_begun);
        (void)sigaltstack(&own, NULL);
        for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
            struct sigaction action = {.sa_handler = tell_fall, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
            (void)sigaction(signals[i], &action, NULL);
        }
    }
}

__attribute__((destructor)) static void tell_count(void)
{
    const char *path = getenv("MEMORY_COUNT");
    char line[32];
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    int n = snprintf(line, sizeof line, "%ld\n", atomic_load(&rig.asked));
    if (fd >= 0) {
        (void)!write(fd, line, (size_t)n);
        (void)close(fd);
    }
}

/* What the program's first instructions call; all libraries are set up by now. */
int __libc_start_main(int (*run)(int, char **, char **), int argc, char **argv, void (*init)(void),
                      void (*finish)(void), void (*finish_loader)(void), void *stack_end)
{
    typedef int (*start_fn)(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void),
                            void (*)(void), void *);
    start_fn start;
    void *symbol = dlsym(RTLD_NEXT, "__libc_start_main");
    memcpy(&start, &symbol, sizeof start); /* ISO C has no way from a data pointer to a function's */
    atomic_store(&rig.has_begun, is_ready());
    return start(run, argc, argv, init, finish, finish_loader, stack_end);
}

/* --- what fails --- */

static int fails(const void *caller)
{
    uintptr_t from = (uintptr_t)caller;
    if (!is_ready() || !atomic_load(&rig.has_begun) || (rig.is_own && (from < rig.own_from || from >= rig.own_to))) {
        return 0;
    }
    long n = atomic_fetch_add(&rig.asked, 1) + 1;
    if (rig.at == 0 || n < rig.at || (rig.lasts > 0 && n >= rig.at + rig.lasts)) {
        return 0;
    }
    if (n == rig.at) {
        char line[128];
        (void)snprintf(line, sizeof line, "asked %.100s\n", module_of(caller));
        tell(line);
    }
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t bytes)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, bytes);
}

void *realloc(void *p, size_t bytes)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(p, bytes);
}

void *reallocarray(void *p, size_t count, size_t bytes)
{
    size_t all;
    if (__builtin_mul_overflow(count, bytes, &all)) {
        errno = ENOMEM;
        return NULL;
    }
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(p, all);
}

void *memalign(size_t align, size_t bytes)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_memalign(align, bytes);
}

void *aligned_alloc(size_t align, size_t bytes)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_memalign(align, bytes);
}

int posix_memalign(void **out, size_t align, size_t bytes)
{
    if (fails(__builtin_return_address(0))) {
        return ENOMEM;
    }
    *out = __libc_memalign(align, bytes);
    return *out ? 0 : ENOMEM;
}
