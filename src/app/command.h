/* The commands of the program. */
#pragma once

enum exit_status {
    EXIT_DONE,
    EXIT_FAULTY, /* the story has faults, or the work failed */
    EXIT_USAGE,  /* wrong usage, or unreadable input */
};

struct command {
    const char *name, *summary;
    int (*run)(int argc, char **argv); /* argv[0] is not looked at */
};

/* Runs the command that the first argument names, else `play`. Returns the exit status. */
int command_run(int argc, char **argv);

int cmd_play(int argc, char **argv);
int cmd_read(int argc, char **argv);
int cmd_check(int argc, char **argv);
int cmd_walk(int argc, char **argv);
int cmd_render(int argc, char **argv);
int cmd_graph(int argc, char **argv);
int cmd_strings(int argc, char **argv);
int cmd_fmt(int argc, char **argv);
int cmd_keys(int argc, char **argv);
int cmd_kiosk(int argc, char **argv);
int cmd_stats(int argc, char **argv);
int cmd_calibrate(int argc, char **argv);
int cmd_update(int argc, char **argv);
/* Not for people, and in no list: app/decode_answer.h. */
int cmd_decode_child(int argc, char **argv);
