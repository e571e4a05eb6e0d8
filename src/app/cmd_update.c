#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "app/pack.h"
#include "app/source.h"
#include "app/update.h"
#include "base/compiler.h"
#include "stage/picture.h"
#include "story/check.h"

struct update_arguments {
    bool seal;
    struct str store;
};

/* As `lantern check --decode` does it: no errors. */
static bool is_fit(void *self, const char *folder, struct error *err)
{
    (void)self;
    struct diag_list diags = {0};
    struct story *s = story_load_to_check(folder, &diags, err);
    if (s) {
        const struct check_options options = {.decode = true, .decode_picture = picture_decodes};
        story_check(s, &options, &diags);
    }
    diag_list_sort(&diags);
    if (diags.errors) {
        source_print_faults(&diags);
        (void)error_set(err, "the story has faults, and what the kiosk shows stays as it is");
    }
    bool fits = s && diags.errors == 0;
    story_destroy(s);
    diag_list_finish(&diags);
    return fits;
}

/* What root made in the store, the kiosk's user could neither read nor remove. */
static bool check_user(const char *store)
{
    struct stat st;
    if (stat(store, &st) == 0 && st.st_uid != geteuid()) {
        complain("\"%s\" is another user's: run this as that one, as in \"sudo -u lantern lantern update …\"", store);
        return false;
    }
    return true;
}

static int seal(const char *folder)
{
    struct error err = {0};
    size_t count = 0;
    if (!pack_seal(folder, &count, &err)) {
        complain("%s", err.text);
        return EXIT_FAULTY;
    }
    output_printf("%zu files are listed in \"%s/SHA256SUMS\".\n", count, folder);
    return output_finish(EXIT_DONE);
}

static const char *or_own(struct str id)
{
    return id.n ? id.s : "the documentary that comes with the program";
}

static int tell(const char *store, struct arena *a)
{
    struct str waiting = update_waiting(store, a);
    output_printf("shown: %s\n", or_own(update_current(store, a)));
    if (waiting.n) {
        output_printf("waits: %s\n", waiting.s);
    } else {
        output_printf("nothing waits\n");
    }
    return output_finish(EXIT_DONE);
}

static int bring(const char *store, const char *folder, struct arena *a)
{
    struct error err = {0};
    struct str id = {0};
    const struct update_check check = {.is_fit = is_fit};
    if (!update_stage(store, folder, &check, a, &id, &err)) {
        complain("%s", err.text);
        return EXIT_FAULTY;
    }
    output_printf("%.*s is whole and waits; the kiosk shows it once nobody watches.\n", STR_ARG(id));
    return output_finish(EXIT_DONE);
}

static int update(const struct update_arguments *args, const struct names *names, struct arena *a)
{
    struct str store = args->store.n ? arena_str(a, args->store) : update_default_store(a);
    if (args->seal && names->count == 0) {
        complain("which folder is to be sealed?");
        output_try_help("update");
        return EXIT_USAGE;
    }
    if (args->seal) {
        return seal(arena_str(a, names->items[0]).s);
    }
    if (names->count == 0) {
        return tell(store.s, a);
    }
    return check_user(store.s) ? bring(store.s, arena_str(a, names->items[0]).s, a) : EXIT_FAULTY;
}

int cmd_update(int argc, char **argv)
{
    struct update_arguments args = {0};
    const struct option_row rows[] = {
        {.name = "seal", .help = "write the list of FOLDER's files and their sums, and no more",
         .kind = OPTION_FLAG, .sets.flag = &args.seal},
        {.name = "store", .value = "DIR", .help = "where the kiosk keeps its stories (/var/lib/lantern/content)",
         .kind = OPTION_TEXT, .sets.text = &args.store},
    };
    const struct usage usage = {
        .command = "update",
        .names = "[FOLDER]",
        .does = "Brings the story in FOLDER, sealed with its list of sums, to this machine's kiosk:\n"
                "copied, checked, and shown once nobody watches; where its first start fails, what\n"
                "was shown before comes back. Without FOLDER it tells what is shown and what waits.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
        .names_most = 1,
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = update(&args, &names, &a);
    }
    arena_finish(&a);
    return status;
}
