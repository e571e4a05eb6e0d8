#include "sound/sound.h"

bool sound_decode_prepare(struct error *err)
{
    return error_set(err, "cannot be decoded: the program was built without sound");
}

size_t sound_decode_into(struct str bytes, void *out, size_t room_bytes, struct error *err)
{
    (void)bytes;
    (void)out;
    (void)room_bytes;
    (void)sound_decode_prepare(err);
    return 0;
}

struct sound_device *sound_mixer_create(const struct folder *folder, const struct sound_decoder *decoder)
{
    (void)folder;
    (void)decoder;
    return sound_none_create();
}
