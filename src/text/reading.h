/* How much there is to read in a text, and where a place in it lies in its translation. */
#pragma once

#include <stddef.h>

#include "base/str.h"

/* How many words of English the text takes as long to read as. Words are counted by ICU's breaks (UAX #29;
 * for Thai, Lao, Khmer, Chinese and Japanese by its dictionaries). Hangul is counted by syllables, since
 * what stands between two spaces may be any length: 19 of them for 10 words. That number is ours: the
 * documentary's 25,441 words of English are 47,825 syllables in its Korean, and reading rates of languages
 * differ as the words do that the same message takes (Brysbaert 2019, doi 10.1016/j.jml.2019.104047). */
int reading_words(struct str text, struct str language);

/* A text in its language. */
struct reading_text {
    struct str text, language;
};
/* The byte of `to` that stands where byte `at` stands in `from`: as far into the same sentence where both
 * have as many, else as far into the text. Never past its end, nor within a character. */
size_t reading_same_place(struct reading_text from, size_t at, struct reading_text to);
