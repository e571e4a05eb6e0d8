#include "story/diag_tags.h"

#include <assert.h>

#include "story/json.h"

/* A required name that is missing or of the wrong kind refuses the story as well; there the loader
 * says so, for the same tag on an optional name does not. */
static const struct diag_tag_row rows[] = {
    [TAG_MALFORMED_JSON] =
        {STR_INIT("malformed-json"), SEVERITY_ERROR, true,
         STR_INIT(
             "The file is not JSON as RFC 8259 writes it: a comma is missing or stands too much, a "
             "quotation mark is not closed, a comment or a byte that is not UTF-8 was left in. "
             "Nothing behind such a place can be trusted, so only the first is reported and the "
             "story is not shown. Mend that place and check again; an editor with JSON support "
             "shows it as one types.")},
    [TAG_DUPLICATE_NAME] =
        {STR_INIT("duplicate-name"), SEVERITY_ERROR, true,
         STR_INIT(
             "One object holds the same name twice, and programs differ in which of the two they "
             "believe. Rename one of them, or delete the one that is not meant.")},
    [TAG_NUL_CHARACTER] =
        {STR_INIT("nul-character"), SEVERITY_ERROR, true,
         STR_INIT(
             "The character U+0000 stands in the file, as a byte or written \\u0000. Many programs "
             "end a text there, so that what is checked is not what is shown. Delete it.")},
    [TAG_NUMBER_RANGE] =
        {STR_INIT("number-range"), SEVERITY_ERROR, true,
         STR_INIT(
             "A number is larger than a double-precision number can hold, such as 1e999. It would "
             "turn into infinity. Write a number that is meant.")},
    [TAG_BYTE_ORDER_MARK] =
        {STR_INIT("byte-order-mark"), SEVERITY_ERROR, true,
         STR_INIT(
             "The file begins with an invisible mark that some editors put before UTF-8, and that "
             "JSON does not allow. Save the file as \"UTF-8\", not \"UTF-8 with BOM\".")},
    [TAG_TOO_DEEP] =
        {STR_INIT("too-deep"), SEVERITY_ERROR, true,
         STR_INIT(
             "Arrays and objects stand in one another more than 64 deep. No story needs that; a "
             "file made to exhaust a program does. Look for brackets that were never closed.")},
    [TAG_TOO_LARGE] =
        {STR_INIT("too-large"), SEVERITY_ERROR, true,
         STR_INIT(
             "The file is larger than 64 MiB or holds more than ten million values. Pictures and "
             "sounds belong in files of their own; story.json holds text alone.")},
    [TAG_WRONG_FORMAT] =
        {STR_INIT("wrong-format"), SEVERITY_ERROR, true,
         STR_INIT(
             "\"format\" names the version of the story format, and this program reads version 1. "
             "A newer story needs a newer program; an older one may need \"format\": 1 and a "
             "check.")},
    [TAG_WRONG_TYPE] =
        {STR_INIT("wrong-type"), SEVERITY_ERROR, false,
         STR_INIT(
             "A value is of another kind than its name asks for, such as a number where a text "
             "belongs. A required one keeps the story from being shown, an optional one is left "
             "out. Write the kind that the message names.")},
    [TAG_MISSING_NAME] =
        {STR_INIT("missing-name"), SEVERITY_ERROR, false,
         STR_INIT(
             "An object lacks a name that it cannot do without, so there is nothing to show in its "
             "place. Add the name that the message gives, or take the whole object out.")},
    [TAG_UNKNOWN_NAME] =
        {STR_INIT("unknown-name"), SEVERITY_ERROR, false,
         STR_INIT(
             "An object holds a name that the format does not know, mostly one that is misspelt. "
             "What it says is not used. Correct it, or begin it with \"x-\" where it is your own "
             "note.")},
    [TAG_BAD_VALUE] =
        {STR_INIT("bad-value"), SEVERITY_ERROR, false,
         STR_INIT(
             "A value is of the right kind but cannot be: a day that no calendar has, a latitude "
             "of 95, a word outside a closed list, an empty list, two ways out of one scene. It is "
             "left out when the story is shown. Write one of the values that the message allows.")},
    [TAG_BAD_ID] =
        {STR_INIT("bad-id"), SEVERITY_ERROR, false,
         STR_INIT(
             "Ids are written with the letters a to z, digits and hyphens, begin with a letter or "
             "a digit, and have at most 64 characters; variables begin with a letter, take "
             "underscores instead of hyphens, and may not be called level, steps or visited. "
             "Bookmarks, file names and translations are made of them. Rename it everywhere it "
             "stands.")},
    [TAG_DUPLICATE_ID] =
        {STR_INIT("duplicate-id"), SEVERITY_ERROR, false,
         STR_INIT(
             "Two things of one kind have the same id, so whatever names it could mean either. "
             "Only the first is used. Give the second an id of its own; two choices that lead to "
             "the same scene need an \"id\" each.")},
    [TAG_BAD_MARK] =
        {STR_INIT("bad-mark"), SEVERITY_ERROR, false,
         STR_INIT(
             "The marks in a text do not pair up: *emphasis*, [words](term:ID), [words](lang:TAG) "
             "or {variable}. The text is shown with its marks bare. Close the mark, or put a "
             "backslash before the character where it is meant as it stands.")},
    [TAG_UNKNOWN_SCENE] =
        {STR_INIT("unknown-scene"), SEVERITY_ERROR, true,
         STR_INIT(
             "Something leads to a scene that no scene is called. A viewer who went there would "
             "find nothing. Correct the id, or write the scene.")},
    [TAG_UNKNOWN_CHAPTER] =
        {STR_INIT("unknown-chapter"), SEVERITY_ERROR, true,
         STR_INIT(
             "A scene says that it belongs to a chapter that \"chapters\" does not list. Correct "
             "the id, or add the chapter.")},
    [TAG_UNKNOWN_PLACE] =
        {STR_INIT("unknown-place"), SEVERITY_ERROR, false,
         STR_INIT(
             "A scene stands at a place that \"places\" does not know, so the map cannot show it. "
             "Correct the id, or add the place with its longitude and latitude.")},
    [TAG_UNKNOWN_SOURCE] =
        {STR_INIT("unknown-source"), SEVERITY_ERROR, false,
         STR_INIT(
             "A \"cite\" names a source that \"sources\" does not know, so the viewer who asks "
             "\"how do we know?\" gets no answer. Correct the id, or add the source.")},
    [TAG_UNKNOWN_TERM] =
        {STR_INIT("unknown-term"), SEVERITY_ERROR, false,
         STR_INIT("A text links to a word that \"glossary\" does not explain. The words are shown "
                  "without the link. Correct the id, or add the entry.")},
    [TAG_UNKNOWN_VARIABLE] =
        {STR_INIT("unknown-variable"), SEVERITY_ERROR, true,
         STR_INIT(
             "A rule, a \"set\" or a text names a variable that \"state\" does not declare, so it "
             "has no value to begin with. Correct the name, or declare it with its first value.")},
    [TAG_BAD_RULE] =
        {STR_INIT("bad-rule"), SEVERITY_ERROR, true,
         STR_INIT(
             "A rule is not JsonLogic as the story format takes it: an operator that is not on the "
             "list, the wrong number of arguments, or an array where a value belongs. What it was "
             "meant to decide stays open, so the story is not shown. The message names what is "
             "allowed.")},
    [TAG_UNREACHABLE] =
        {STR_INIT("unreachable"), SEVERITY_ERROR, false,
         STR_INIT(
             "No way from the start leads to this scene, whatever a viewer chooses. Nobody will "
             "see it. Lead a choice to it, loosen the rule that hides it, or take it out.")},
    [TAG_NO_ENDING] =
        {STR_INIT("no-ending"), SEVERITY_ERROR, false,
         STR_INIT(
             "From this scene no ending can be reached any more, whatever a viewer chooses. They "
             "would wander for ever. Give one of the scenes ahead a way to an ending.")},
    [TAG_DEAD_END] =
        {STR_INIT("dead-end"), SEVERITY_ERROR, false,
         STR_INIT(
             "Every choice of this scene can be hidden at once, on the way that the message shows. "
             "The viewer could then only go back. Leave one choice without \"if\", or loosen a "
             "rule.")},
    [TAG_UNGENTLE] =
        {STR_INIT("ungentle"), SEVERITY_ERROR, false,
         STR_INIT(
             "The scene carries an advisory but nothing tells it gently. A gentle telling is made "
             "for ages 11 to 14 and may not simply show it. Add \"gentle\" to the scene or to its "
             "captions.")},
    [TAG_GENTLE_EMPTY] =
        {STR_INIT("gentle-empty"), SEVERITY_ERROR, false,
         STR_INIT(
             "In a gentle telling every caption of this scene falls away, so a picture would stand "
             "there without a word. Keep one caption, write \"captions\" under \"gentle\", or pass "
             "the scene through with a gentle \"next\".")},
    [TAG_GENTLE_LOOP] =
        {STR_INIT("gentle-loop"), SEVERITY_ERROR, false,
         STR_INIT(
             "Scenes that a gentle telling passes through lead to one another in a circle, so it "
             "would never arrive. Lead one of them to a scene that is shown.")},
    [TAG_NO_SKIP] =
        {STR_INIT("no-skip"), SEVERITY_ERROR, false,
         STR_INIT(
             "The scene carries an advisory but no \"skip\": the sentence that stands in its place "
             "for whoever would rather not see it. Write one sentence that says what happened, "
             "without showing it.")},
    [TAG_BAD_CUT] =
        {STR_INIT("bad-cut"), SEVERITY_ERROR, false,
         STR_INIT(
             "A cut cannot be played as it is written: one scene does not lead to the next, its "
             "length is not the minutes it promises, or the attract loop shows a scene with an "
             "advisory. A museum plans by it. Mend the path or the minutes.")},
    [TAG_FORBIDDEN_PATH] =
        {STR_INIT("forbidden-path"), SEVERITY_ERROR, false,
         STR_INIT(
             "A file's path is absolute, holds \"..\" or a backslash, or leaves the story's folder "
             "through a link. A story may only open its own files, wherever it is copied. Put the "
             "file into the folder and write its path from there, with \"/\".")},
    [TAG_MISSING_FILE] =
        {STR_INIT("missing-file"), SEVERITY_ERROR, false,
         STR_INIT(
             "The story names a file that is not in its folder. A quiet frame with the alt text "
             "stands in its place. Add the file, or correct its name; capital letters count.")},
    [TAG_UNREADABLE_FILE] =
        {STR_INIT("unreadable-file"), SEVERITY_ERROR, false,
         STR_INIT(
             "A file is there but cannot be read: it lacks permission, is a folder or a device, or "
             "its disk fails. Make it a regular file that everybody may read.")},
    [TAG_OVERSIZED_FILE] =
        {STR_INIT("oversized-file"), SEVERITY_ERROR, false,
         STR_INIT(
             "A file is larger than 32 MiB, or a picture has more than 16,384 pixels on a side or "
             "64 megapixels. Small machines cannot hold it and leave it out. Save it smaller.")},
    [TAG_NOT_A_PICTURE] =
        {STR_INIT("not-a-picture"), SEVERITY_ERROR, false,
         STR_INIT("The file is neither PNG, JPEG nor WebP, whatever its name says, or its header "
                  "contradicts itself. It cannot be shown. Save it again as one of the three.")},
    [TAG_NOT_A_SOUND] =
        {STR_INIT("not-a-sound"), SEVERITY_ERROR, false,
         STR_INIT(
             "The file is neither Opus, Vorbis, FLAC nor WAV, whatever its name says. It cannot be "
             "played. Convert it to one of the four.")},
    [TAG_NO_ALT] =
        {STR_INIT("no-alt"), SEVERITY_ERROR, false,
         STR_INIT(
             "A picture, map or sound has no \"alt\": the words that stand for it where it cannot "
             "be seen or heard. Viewers who are blind or deaf would meet a gap; until it is "
             "written they get the scene's title. Say in a sentence or two what it shows.")},
    [TAG_NO_CREDIT] =
        {STR_INIT("no-credit"), SEVERITY_WARNING, false,
         STR_INIT(
             "A picture has no \"credit\", so nobody is named who made it. Viewers should know "
             "where a picture comes from, and most licences ask for it. Name the maker and the "
             "collection.")},
    [TAG_UNCITED] =
        {STR_INIT("uncited"), SEVERITY_WARNING, false,
         STR_INIT(
             "A caption holds a number or a quotation but no \"cite\". Whoever asks how we know "
             "gets no answer. Cite the source, or write \"cite\": [] where you looked and there is "
             "nothing to cite.")},
    [TAG_NO_CLAIM] =
        {STR_INIT("no-claim"), SEVERITY_WARNING, false,
         STR_INIT(
             "A caption states a number, but its scene has no \"claims\", and only claims say when "
             "a statement held and how sure it is. Add the claim that the number rests on.")},
    [TAG_LONG_CAPTION] =
        {STR_INIT("long-caption"), SEVERITY_WARNING, false,
         STR_INIT(
             "A caption has more than 280 characters as shown. It would fill more than one page at "
             "the larger text sizes, and few read that much at a kiosk. Split it in two.")},
    [TAG_LONG_CHOICE] =
        {STR_INIT("long-choice"), SEVERITY_WARNING, false,
         STR_INIT(
             "A choice has more than 90 characters as shown, so its card grows past a glance. Say "
             "it shorter, and tell the rest in the caption before it.")},
    [TAG_MANY_CHOICES] =
        {STR_INIT("many-choices"), SEVERITY_WARNING, false,
         STR_INIT(
             "A scene has more than six choices. They no longer fit a screen together, and people "
             "pick the first. Join some, or let an earlier scene part the ways.")},
    [TAG_UNUSED_SOURCE] =
        {STR_INIT("unused-source"), SEVERITY_WARNING, false,
         STR_INIT("A source is listed that nothing cites. Readers take the list for what the story "
                  "rests on. Cite it where it is used, or take it out.")},
    [TAG_UNUSED_PLACE] =
        {STR_INIT("unused-place"), SEVERITY_WARNING, false,
         STR_INIT("A place is listed at which no scene stands. Take it out, or set the scene's "
                  "\"place\".")},
    [TAG_UNUSED_TERM] =
        {STR_INIT("unused-term"), SEVERITY_WARNING, false,
         STR_INIT(
             "A glossary entry is linked from no text, so readers meet the word without its "
             "meaning. Link it where the word first stands, [words](term:ID), or take it out.")},
    [TAG_UNUSED_VARIABLE] =
        {STR_INIT("unused-variable"), SEVERITY_WARNING, false,
         STR_INIT(
             "A variable is declared that no rule and no text reads, so it decides nothing. Take "
             "it out, or look for the rule in which its name is misspelt.")},
    [TAG_SMALL_PICTURE] =
        {STR_INIT("small-picture"), SEVERITY_WARNING, false,
         STR_INIT(
             "A picture is less than 1,280 pixels wide and will look soft on a large screen. Use a "
             "larger scan where there is one.")},
    [TAG_EXACT_PLACE] =
        {STR_INIT("exact-place"), SEVERITY_WARNING, false,
         STR_INIT(
             "A place is given with more than two decimals of a degree, about a kilometre. That "
             "can point at a house, and so at the people who live there. Round it.")},
    [TAG_UNKNOWN_LICENCE] =
        {STR_INIT("unknown-licence"), SEVERITY_WARNING, false,
         STR_INIT(
             "A picture's \"licence\" is neither an SPDX id nor an address of Creative Commons or "
             "RightsStatements.org, so no program can tell what is allowed. Write one of those, "
             "for instance \"CC-BY-4.0\".")},
    [TAG_MISSING_TRANSLATION] =
        {STR_INIT("missing-translation"), SEVERITY_WARNING, false,
         STR_INIT(
             "A translation lacks a text, and viewers of that language will read the original "
             "there. Add the key that the message names; \"lantern strings\" lists all that is "
             "missing.")},
    [TAG_EXTRA_TRANSLATION] =
        {STR_INIT("extra-translation"), SEVERITY_WARNING, false,
         STR_INIT(
             "A translation holds a key that the story does not have, mostly because the story was "
             "changed. It is not shown anywhere. Rename the key or delete it.")},
    [TAG_STALE_TRANSLATION] =
        {STR_INIT("stale-translation"), SEVERITY_WARNING, false,
         STR_INIT(
             "The original was changed after this text was translated, so the two may no longer "
             "say the same; the original is shown. Look the translation over, then run \"lantern "
             "strings\".")},
    [TAG_BROKEN_TRANSLATION] =
        {STR_INIT("broken-translation"), SEVERITY_WARNING, false,
         STR_INIT(
             "A translation cannot be used as it is: its file is malformed, a text is not a text, "
             "its marks do not pair up, or a {variable} or link of the original is missing. The "
             "original is shown. Mend what the message names.")},
    [TAG_DOES_NOT_FIT] =
        {STR_INIT("does-not-fit"), SEVERITY_WARNING, false,
         STR_INIT(
             "Laid out in every language at every text size on every screen, something is cut off, lies over "
             "something else or cannot be pressed. Only \"check --fit\" looks for it. Say it shorter, in the "
             "language that the message names; a text that fits everywhere in the original may not in a "
             "translation.")},
};

static_assert(COUNT(rows) == TAG_COUNT, "rows");

const struct diag_tag_row *diag_tag_row(enum diag_tag tag)
{
    return tag < TAG_COUNT ? &rows[tag] : NULL;
}

int diag_tag_by_name(struct str name)
{
    for (int i = 0; i < TAG_COUNT; i++) {
        if (str_eq(rows[i].name, name)) {
            return i;
        }
    }
    return -1;
}

/* Where a fault stands and how it counts. */
struct where {
    const struct json_doc *doc;
    uint32_t node;
    bool at_name, refused;
};

static void report(struct diag_list *list, struct where w, enum diag_tag tag, struct str suggestion,
                   const char *format, va_list args) PRINTF_LIKE(5, 0);

static void report(struct diag_list *list, struct where w, enum diag_tag tag, struct str suggestion,
                   const char *format, va_list args)
{
    struct arena scratch = {0};
    const struct diag_tag_row *row = diag_tag_row(tag);
    if (diag_list_is_full(list)) {
        diag_list_add(list, &(struct diag){.severity = row ? row->severity : SEVERITY_NOTE, .refused = w.refused});
        return;
    }
    struct str message = arena_vprintf(&scratch, format, args);
    if (suggestion.n > 0) {
        message = arena_printf(&scratch, "%.*s; did you mean \"%.*s\"?", STR_ARG(message),
                               STR_ARG(suggestion));
    }
    struct diag d = {
        .place = json_place(w.doc, w.node, w.at_name, &scratch),
        .severity = row ? row->severity : SEVERITY_NOTE,
        .refused = w.refused,
        .tag = row ? row->name : STR(""),
        .message = message,
        .suggestion = suggestion,
    };
    diag_list_add(list, &d);
    arena_finish(&scratch);
}

static bool is_refused(enum diag_tag tag)
{
    const struct diag_tag_row *row = diag_tag_row(tag);
    return row && row->refused;
}

void diag_node(struct diag_list *list, const struct json_doc *doc, uint32_t node, enum diag_tag tag,
               struct str suggestion, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(list, (struct where){doc, node, false, is_refused(tag)}, tag, suggestion, format, args);
    va_end(args);
}

void diag_node_as(struct diag_list *list, const struct json_doc *doc, uint32_t node,
                  enum diag_tag tag, bool refused, struct str suggestion, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(list, (struct where){doc, node, false, refused}, tag, suggestion, format, args);
    va_end(args);
}

void diag_name(struct diag_list *list, const struct json_doc *doc, uint32_t node, enum diag_tag tag,
               struct str suggestion, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(list, (struct where){doc, node, true, is_refused(tag)}, tag, suggestion, format, args);
    va_end(args);
}
