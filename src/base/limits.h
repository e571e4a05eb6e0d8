/* How much of what a stranger gave is taken, and why so much. Each is far beyond what an honest story needs, and
 * near enough that what is refused could not have hurt: time, memory and the stack stay within what these say.
 * Where one is reached, the file or the part is refused, or what is more is left out; the place says which. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* --- bytes of a file --- */

/* A story of 100,000 scenes has 40 MiB; offsets of JSON's values have 29 bits. Translations, too. */
#define JSON_MAX_BYTES (UINT64_C(64) << 20)
/* A picture or sound: read whole before it is decoded, at most a few at a time. */
#define MEDIA_MAX_BYTES (UINT64_C(32) << 20)
/* Enough of a file to know every sound and nearly every picture; a JPEG may hold more before its size. */
#define HEAD_BYTES ((size_t)64 << 10)
/* A step is some 40 bytes: 400,000 of them. */
#define BOOKMARK_MOST_BYTES ((size_t)16 << 20)
/* The program's own words in one language; a script for tests. */
#define STRINGS_MAX_BYTES (UINT64_C(1) << 20)
#define SCRIPT_MAX_BYTES (UINT64_C(1) << 20)
/* Settings are written by hand. */
enum { CONFIG_MOST_BYTES = 64 * 1024, CONFIG_LINE_MOST_BYTES = 1024, CONFIG_ENTRIES_MOST = 1024 };
/* A name in the database is a person's or an id; a value is at most a bookmark. */
enum { STORE_NAME_MOST = 256, STORE_VALUE_MOST = 16 << 20, STORE_VIEWERS_MOST = 200 };
/* Linux's PATH_MAX. */
enum { PATH_BYTES = 4096 };

/* --- pixels, and parts of pictures --- */

/* libjpeg and WebP end at 65,535 and 16,383; 64 million pixels are 256 MB while they are scaled. */
#define MEDIA_MAX_SIDE 16384
#define MEDIA_MAX_PIXELS (INT64_C(64) * 1000 * 1000)
/* libpng may say a line about each; a picture of 32 MiB has 4,096 of the usual 8 KiB. */
enum { PNG_CHUNKS_MOST = 16384 };
/* libpng unpacks up to 8 MB of each text and keeps 1,000 of them; 16 are 128 MB, and pictures have one or two. */
enum { PNG_TEXTS_MOST = 16 };
/* Each goes over all pixels, 64 million at most; encoders write ten. */
enum { JPEG_SCANS_MOST = 64 };

/* --- depth --- */

/* Readers call themselves, and rules in rules do: 64 frames of each fit any stack. Stories need 12. */
#define JSON_MAX_DEPTH 64

/* --- counts --- */

/* A node has 20 bytes, and cJSON's has 64 while the piece it is in is read. */
#define JSON_MAX_VALUES 10000000
/* cJSON copies a number into 64 bytes, with the NUL. */
#define CJSON_NUMBER_BYTES 63
/* More faults than these, or more of their words, are counted but not kept: a name of a megabyte stands in the
 * pointer of each fault beneath it. */
#define DIAG_MOST 1000000
#define DIAG_MOST_BYTES ((size_t)128 << 20)
/* Suggestions are found by comparing with every name there is: past this many looks there are none. */
#define MOST_COMPARED 2000000
/* Members of an object that are looked at for the id a message speaks of; parts of a story have 30 at most. */
enum { MEMBERS_LOOKED_AT = 64 };
/* An id, as in the format. One that is a little longer is a fault; one past the second number stops the reading,
 * since a scene's id is in the key of each of its texts. */
#define ID_BYTES 64
#define ID_MOST_BYTES 256
/* Of a name that a message speaks of. */
#define NAME_SHOWN_BYTES 80
/* Lines of a panel: past these a story's list is cut. */
enum { ITEMS_MOST = 8192 };
/* Totals of visitors: years of them; and those held in memory while the disk is dead, months of them. */
enum { COUNT_ROWS_MOST = 1000000, HELD_ROWS_MOST = 20000 };
#define COUNT_MOST (INT64_C(1) << 53) /* a double, and so every spreadsheet, holds it */
/* Choices of one visitor that are counted. */
enum { CHOICES_MOST = 1000 };

/* --- memory that text makes of text --- */

/* All that the `cat`s of one evaluation make: rules in rules double it. */
#define CAT_BYTES ((size_t)16 << 20)
/* What a `set` may keep in a variable (the format says so), and all that a viewing keeps for Back. */
#define KEPT_STRING_BYTES ((size_t)64 << 10)
#define VIEWING_MOST_KEPT_BYTES ((size_t)64 << 20)
/* Variables are written many times in a text and hold up to 64 KiB each: past this they stand unfilled. */
#define FILLED_BYTES ((size_t)1 << 20)

/* --- time --- */

/* What `check` explores: a minute, and a gigabyte at most. */
#define CHECK_MOST_STATES 1000000
#define MOST_STATE_BYTES ((size_t)512 << 20)
#define MOST_EDGES ((size_t)32 << 20)
#define MOST_WORK UINT64_C(400000000) /* fields unpacked and choices tried in all */
#define MOST_VALUE_BYTES ((size_t)256 << 20)
/* A loop is held decoded: three minutes are 35 MB. A few bytes can stand for hours of sound. */
enum { SOUND_MOST_SECONDS = 180 };
/* What a voice makes of one utterance, some minutes; and what it is asked to read at once: one argument of its
 * command line, of which the kernel takes 128 KiB. */
enum { SAMPLES_MOST = 32 << 20, TEXT_MOST = 32 << 10 };
/* Another program has the database: longer than this, and the screen would seem to hang. */
enum { BUSY_WAIT_MS = 2000 };
/* A kiosk has a stranger's picture or sound decoded by a process that is ended after so long: 64 million pixels of a
 * progressive JPEG, on a slow machine. */
enum { DECODE_MOST_S = 10 };
/* What that process may take beyond what it begins with: for each pixel the coefficients of a progressive JPEG, or
 * its pixels turned or in another order, with those that are given back; for a sound its parts, and their whole in
 * another form. And what libpng may keep of texts. */
enum { DECODE_BYTES_A_PIXEL = 16, DECODE_BYTES_A_SAMPLE_BYTE = 4 };
#define DECODE_SPARE_BYTES ((size_t)192 << 20)
