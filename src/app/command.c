#include "app/command.h"

#include <string.h>

#include "app/decode_answer.h"
#include "app/output.h"
#include "app/paths.h"
#include "base/compiler.h"
#include "base/str.h"

static const struct command commands[] = {
    {"play", "show a story in a window (also without a command)", cmd_play},
    {"kiosk", "show a story to one visitor after another, unattended", cmd_kiosk},
    {"read", "tell a story in the terminal", cmd_read},
    {"check", "report every fault of a story", cmd_check},
    {"walk", "print a viewing as JSON lines", cmd_walk},
    {"render", "save what the window would show as pictures", cmd_render},
    {"graph", "print a story's scenes as a graph for Graphviz", cmd_graph},
    {"keys", "show the keys, and what each key is called", cmd_keys},
    {"strings", "print the words of a story that can be translated", cmd_strings},
    {"fmt", "write a story's JSON in its stable order and layout", cmd_fmt},
    {"stats", "tell what a kiosk's visitors did, as counts", cmd_stats},
    {"calibrate", "bring a touch panel into line with its screen", cmd_calibrate},
    {"update", "bring another story to a kiosk, for when nobody watches", cmd_update},
};

static int help_print(void)
{
    (void)output_add(
        STR("usage: lantern [COMMAND] [STORY] [options]\n"
            "\n"
            "Shows interactive documentaries. STORY is a folder or its story.json; where it\n"
            "is left out, the documentary that comes with the program.\n"
            "\n"
            "commands:\n"));
    for (size_t i = 0; i < COUNT(commands); i++) {
        output_printf("  %-9s  %s\n", commands[i].name, commands[i].summary);
    }
    (void)output_add(STR("\n\"lantern COMMAND --help\" tells what a command takes.\n"));
    return output_finish(EXIT_DONE);
}

/* A bare word that is neither a command nor a file was meant as a command. */
static bool is_slip(const char *word)
{
    return word[0] != '\0' && word[0] != '-' && !strpbrk(word, "/.") && !file_is_there(word);
}

static int slip_report(const char *word)
{
    struct str names[COUNT(commands)];
    for (size_t i = 0; i < COUNT(commands); i++) {
        names[i] = str_from(commands[i].name);
    }
    struct str nearest = str_nearest(str_from(word), names, COUNT(names));
    if (nearest.n) {
        complain("no command and no story is called \"%s\"; did you mean \"%.*s\"?", word,
                 STR_ARG(nearest));
    } else {
        complain("no command and no story is called \"%s\"", word);
    }
    output_try_help("");
    return EXIT_USAGE;
}

int command_run(int argc, char **argv)
{
    if (argc < 2) {
        return cmd_play(argc, argv);
    }
    const char *first = argv[1];
    for (size_t i = 0; i < COUNT(commands); i++) {
        if (strcmp(first, commands[i].name) == 0) {
            return commands[i].run(argc - 1, argv + 1);
        }
    }
    if (strcmp(first, DECODE_COMMAND) == 0) {
        return cmd_decode_child(argc - 1, argv + 1);
    }
    if (strcmp(first, "--help") == 0) {
        return help_print();
    }
    if (strcmp(first, "--version") == 0) {
        version_print();
        return output_finish(EXIT_DONE);
    }
    return is_slip(first) ? slip_report(first) : cmd_play(argc, argv);
}
