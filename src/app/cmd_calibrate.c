#include "app/calibration.h"
#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "base/compiler.h"
#include "base/num.h"
#include "stage/targets.h"

struct calibrate_arguments {
    struct str device, points;
};

/* "0.1,0.9 0.9,0.1 …": what a panel would have felt. */
static bool read_points(struct str text, struct target felt_out[CALIBRATION_POINTS])
{
    int count = 0;
    for (struct str rest = str_trim(text); rest.n; count++) {
        size_t end = str_find(rest, ' ', 0);
        struct str pair = str_sub(rest, 0, end);
        size_t comma = str_find(pair, ',', 0);
        double x = num_parse(str_sub(pair, 0, comma));
        double y = num_parse(str_after(pair, comma + 1));
        if (count == CALIBRATION_POINTS || comma + 1 >= pair.n || comma == 0 || !(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            return false;
        }
        felt_out[count] = (struct target){x, y};
        rest = str_trim(str_after(rest, end));
    }
    return count == CALIBRATION_POINTS;
}

static int print_rule(const struct target felt[CALIBRATION_POINTS], struct str device)
{
    struct calibration c;
    struct strbuf rule = {0};
    if (!calibration_solve(felt, &c)) {
        complain("the three touches were felt nearly in a line: try again");
        return EXIT_FAULTY;
    }
    calibration_rule(&c, device, &rule);
    (void)output_add(strbuf_str(&rule));
    strbuf_finish(&rule);
    return output_finish(EXIT_DONE);
}

static int ask(const struct calibrate_arguments *args)
{
    struct target felt[CALIBRATION_POINTS];
    struct error err = {0};
    if (!targets_ask(calibration_targets, CALIBRATION_POINTS, felt, &err)) {
        complain("%s", err.text);
        return EXIT_FAULTY;
    }
    return print_rule(felt, args->device);
}

/* It stands between quotes in a rule. */
static bool is_device(struct str name)
{
    for (size_t i = 0; i < name.n; i++) {
        if (name.s[i] == '"' || (unsigned char)name.s[i] < ' ') {
            return false;
        }
    }
    return true;
}

static int calibrate(const struct calibrate_arguments *args)
{
    struct target felt[CALIBRATION_POINTS];
    if (!is_device(args->device)) {
        complain("no panel has a quote in its name");
    } else if (args->points.n && !read_points(args->points, felt)) {
        complain("\"--points\" takes three places such as 0.1,0.1 0.9,0.1 0.5,0.9");
    } else {
        return args->points.n ? print_rule(felt, args->device) : ask(args);
    }
    output_try_help("calibrate");
    return EXIT_USAGE;
}

int cmd_calibrate(int argc, char **argv)
{
    struct calibrate_arguments args = {0};
    const struct option_row rows[] = {
        {.name = "device", .value = "NAME", .help = "the panel's name, as \"libinput list-devices\" tells it",
         .kind = OPTION_TEXT, .sets.text = &args.device},
        {.name = "points", .value = "LIST", .help = "what was felt at the three crosses, without a screen",
         .kind = OPTION_TEXT, .sets.text = &args.points},
    };
    const struct usage usage = {
        .command = "calibrate",
        .names = "",
        .does = "Shows three crosses to touch, and prints the udev rule that brings a touch panel into line.",
        .rows = rows,
        .row_count = (int)COUNT(rows),
    };
    struct arena a = {0};
    struct names names;
    int status = EXIT_DONE;
    if (options_take(&usage, argc, argv, &names, &a, &status)) {
        status = calibrate(&args);
    }
    arena_finish(&a);
    return status;
}
