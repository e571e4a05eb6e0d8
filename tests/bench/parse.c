/* What cJSON alone needs to read a file: parse FILE. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!f || fseek(f, 0, SEEK_END) != 0) {
        return 1;
    }
    long n = ftell(f);
    char *text = n > 0 ? malloc((size_t)n + 1) : NULL;
    rewind(f);
    if (!text || fread(text, 1, (size_t)n, f) != (size_t)n) {
        return 1;
    }
    text[n] = 0;
    cJSON *json = cJSON_Parse(text);
    printf("%d scenes\n", cJSON_GetArraySize(cJSON_GetObjectItem(json, "scenes")));
    return json ? 0 : 1;
}
