/* A font's file, read in pieces. FreeType jumps to and fro in it, and what SDL opens asks the system at every jump:
 * 4,000 times before the first page stands. Mapped into memory a file would end the program when somebody cuts it
 * short. */
#pragma once

struct SDL_RWops;

/* For reading alone; closed as all of them are. NULL with SDL's error. */
struct SDL_RWops *font_file_open(const char *path);
