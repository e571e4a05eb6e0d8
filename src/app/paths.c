#include "app/paths.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "config.h"

bool file_is_there(const char *path)
{
    return access(path, F_OK) == 0;
}

static bool holds_data(struct str folder, struct arena *a)
{
    return folder.n > 0 &&
           file_is_there(arena_printf(a, "%.*s/assets/strings/en.json", STR_ARG(folder)).s);
}

static struct str beside_program(struct arena *a)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0 || (size_t)n >= sizeof path) {
        return (struct str){0};
    }
    while (n > 0 && path[n - 1] != '/') {
        n--;
    }
    struct str folder = {path, (size_t)n};
    return arena_printf(a, "%.*s" LANTERN_DATADIR_FROM_BIN, STR_ARG(folder));
}

bool paths_data(struct arena *a, struct str *folder_out, struct error *err)
{
    struct str folders[] = {
        str_from(getenv("LANTERN_DATA")),
        beside_program(a),
        STR(LANTERN_DATADIR),
#ifdef LANTERN_SOURCE_ROOT
        STR(LANTERN_SOURCE_ROOT),
#endif
    };
    for (size_t i = 0; i < COUNT(folders); i++) {
        if (holds_data(folders[i], a)) {
            *folder_out = arena_str(a, folders[i]);
            return true;
        }
    }
    return error_set(err,
                     "the program's own files are not where they should be, in \"%s\": reinstall "
                     "it, or set LANTERN_DATA to where they are",
                     LANTERN_DATADIR);
}

struct str paths_documentary(struct str data, struct arena *a)
{
    return arena_printf(a, "%.*s/content/across-the-tumen", STR_ARG(data));
}

bool paths_is_documentary(struct str data, const struct folder *folder)
{
    struct arena scratch = {0};
    struct stat ours;
    struct stat other;
    bool is_ours = folder->fd > 0 && fstat(folder->fd, &other) == 0 &&
                   stat(paths_documentary(data, &scratch).s, &ours) == 0 && ours.st_dev == other.st_dev &&
                   ours.st_ino == other.st_ino;
    arena_finish(&scratch);
    return is_ours;
}

bool has_display(void)
{
    static const char *const names[] = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"};
    for (size_t i = 0; i < COUNT(names); i++) {
        if (str_from(getenv(names[i])).n) {
            return true;
        }
    }
    return false;
}
