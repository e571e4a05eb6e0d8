#include "app/pin_make.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "app/command.h"
#include "app/output.h"
#include "app/pin.h"
#include "player/kiosk.h"

/* What is typed is not seen, and is gone when it was read. */
enum { LINE_BYTES = 64 };

static bool read_line(char line[LINE_BYTES])
{
    if (!fgets(line, LINE_BYTES, stdin)) {
        return false;
    }
    line[strcspn(line, "\r\n")] = '\0';
    return true;
}

static bool ask(const char *question, char line[LINE_BYTES])
{
    (void)fprintf(stderr, "%s ", question);
    (void)fflush(stderr);
    bool is_read = read_line(line);
    (void)fputc('\n', stderr);
    return is_read;
}

/* Whoever mistypes what they do not see would lock themselves out. */
static bool ask_twice(char pin[LINE_BYTES])
{
    char again[LINE_BYTES] = "";
    struct termios before;
    if (tcgetattr(STDIN_FILENO, &before) != 0) {
        (void)read_line(pin); /* nothing at all is no number either */
        return true;
    }
    struct termios unseen = before;
    /* No signals, which would leave a terminal that shows nothing: Ctrl+C is no digit, and ends it too. */
    unseen.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ISIG);
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    bool same = ask("The staff's number:", pin) && ask("Once more:", again) && strcmp(pin, again) == 0;
    (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    explicit_bzero(again, sizeof again);
    if (!same) {
        complain("that was not the same number twice");
    }
    return same;
}

static int print_hash(const char *pin)
{
    struct strbuf hash = {0};
    int status = EXIT_FAULTY;
    if (!pin_is_sound(str_from(pin))) {
        complain("a number for the staff has %d to %d digits, and nothing else", KIOSK_PIN_LEAST, KIOSK_PIN_MOST);
    } else if (!pin_hash_make(pin, &hash)) {
        complain("this system makes no hash of it");
    } else {
        output_printf("pin_hash = %s\n", hash.s);
        status = output_finish(EXIT_DONE);
    }
    strbuf_finish(&hash);
    return status;
}

int pin_make(void)
{
    char pin[LINE_BYTES] = "";
    int status = ask_twice(pin) ? print_hash(pin) : EXIT_FAULTY;
    explicit_bzero(pin, sizeof pin);
    return status;
}
