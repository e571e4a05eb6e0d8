/* `kiosk --make-pin`: the line of the settings that lets the staff in. */
#pragma once

/* Asks for the number on a terminal, twice and unseen; else reads one line of standard input. Prints the line. Returns
 * the exit status. */
int pin_make(void);
