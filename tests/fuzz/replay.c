/* Runs files through a target, as tests keep them: replay_NOUN FILE... */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

/* Exactly as large as the file, so that a byte read past its end is seen. */
static uint8_t *file_bytes(const char *path, size_t *size_out)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    size_t size = (size_t)ftell(file);
    uint8_t *bytes = malloc(size ? size : 1);
    rewind(file);
    if (!bytes || fread(bytes, 1, size, file) != size) {
        perror(path);
        exit(2);
    }
    fclose(file);
    *size_out = size;
    return bytes;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        size_t size;
        uint8_t *bytes = file_bytes(argv[i], &size);
        fprintf(stderr, "%s\n", argv[i]); /* the last one named is the one at fault */
        (void)LLVMFuzzerTestOneInput(bytes, size);
        free(bytes);
    }
    printf("%d\n", argc - 1);
    return 0;
}
