#include "app/pin.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "player/kiosk.h"

/* Its working room is 32 kB: too much for a stack. */
static bool hash_of(const char *pin, const char *setting, char hash_out[CRYPT_OUTPUT_SIZE])
{
    struct crypt_data *data = memory_zeroed(sizeof *data);
    const char *made = setting[0] == '$' ? crypt_rn(pin, setting, data, sizeof *data) : NULL;
    bool is_made = made && made[0] == '$'; /* a failure begins with "*" */
    if (is_made) {
        memcpy(hash_out, made, strlen(made) + 1);
    }
    free(data);
    return is_made;
}

bool pin_hash_is_sound(const char *hash)
{
    char made[CRYPT_OUTPUT_SIZE];
    return hash_of("", hash, made) && strlen(made) == strlen(hash);
}

bool pin_is_sound(struct str pin)
{
    for (size_t i = 0; i < pin.n; i++) {
        if (pin.s[i] < '0' || pin.s[i] > '9') {
            return false;
        }
    }
    return pin.n >= KIOSK_PIN_LEAST && pin.n <= KIOSK_PIN_MOST;
}

bool pin_hash_make(const char *pin, struct strbuf *hash_out)
{
    char salt[CRYPT_GENSALT_OUTPUT_SIZE];
    char made[CRYPT_OUTPUT_SIZE];
    /* No bytes of ours: crypt takes them from the system itself. */
    if (!crypt_gensalt_rn("$y$", 0, NULL, 0, salt, sizeof salt) || !hash_of(pin, salt, made)) {
        return false;
    }
    strbuf_add_c(hash_out, made);
    return true;
}

/* In a time that does not tell how much of it was right; the rate limit does the rest. */
bool pin_matches(const char *pin, const char *hash)
{
    char made[CRYPT_OUTPUT_SIZE];
    if (!hash_of(pin, hash, made) || strlen(made) != strlen(hash)) {
        return false;
    }
    unsigned char differs = 0;
    for (size_t i = 0; hash[i]; i++) {
        differs |= (unsigned char)(made[i] ^ hash[i]);
    }
    return differs == 0;
}
