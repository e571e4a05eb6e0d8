"""The program's words: whole in every language, each used, each variable kept; the documentary's too."""
import glob
import json
import os
import re
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

from tap import DATA, DOCUMENTARY, Run, check, done_testing, same

LANGUAGES = ("en", "ko", "es")


def load(path):
    """Its pairs in order: a key that is there twice is seen."""
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=list)


def literals():
    """Every string literal of the program's source."""
    found = set()
    for path in glob.glob(DATA + "/src/**/*.c", recursive=True):
        with open(path, encoding="utf-8") as file:
            source = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
        found |= set(re.findall(r'"((?:[^"\\\n]|\\.)*)"', source))
    return found


FORMS = ("zero", "one", "two", "few", "many", "other")


def is_used(key, written):
    """As it stands; or put together from a format and words that stand in the source."""
    if key in written or (key.startswith("keys.") and "help." + key[len("keys."):] in written):
        return True
    for at in (i for i, c in enumerate(key) if c == "."):
        head, rest = key[:at], key[at + 1:]
        if head == "language":
            return rest in LANGUAGES and "language.%.*s" in written
        if (head in written and rest in FORMS) or (head + ".%s" in written and rest in written):
            return True
        if head in written and (("%s.%s" in written and rest in written) or "%s." + rest in written):
            return True
    return False


def variables(text):
    return sorted(set(re.findall(r"\{[a-z]+\}", text)))


written = literals()
words = {tag: load("%s/assets/strings/%s.json" % (DATA, tag)) for tag in LANGUAGES}
files = sorted(os.path.basename(p)[:-5] for p in glob.glob(DATA + "/assets/strings/*.json"))
same("the languages", sorted(LANGUAGES), files)
check("there are words to look at", len(words["en"]) > 200 and len(written) > 1000, (len(words["en"]), len(written)))
english = dict(words["en"])
for tag in LANGUAGES:
    keys = [key for key, _ in words[tag]]
    own = dict(words[tag])
    same("%s: no key is there twice" % tag, len(keys), len(set(keys)))
    same("%s: no key is left out" % tag, [], sorted(set(english) - set(own)))
    # A language may have more forms of a plural than English has.
    stems = {key.rsplit(".", 1)[0] for key in english if key.endswith(".other")}
    same("%s: no key is unknown" % tag, [], [k for k in keys if k not in english and k.rsplit(".", 1)[0] not in stems])
    same("%s: no words are empty" % tag, [], [k for k in keys if not own[k].strip()])
    same("%s: variables are kept" % tag, [],
         [k for k in keys if k in english and variables(own[k]) != variables(english[k])])
    same("%s: every key is used" % tag, [], [k for k in keys if not is_used(k, written)])
    same("%s: a language is called by its own name" % tag, {k: v for k, v in words["en"] if k.startswith("language.") and k != "language.unknown"},
         {k: v for k, v in words[tag] if k.startswith("language.") and k != "language.unknown"})
for key in ("nobody.uses-this", "settings.nonsense", "theme.plaid", "language.xx"):
    same("\"%s\", which nobody uses, is found" % key, False, is_used(key, written))

for tag in LANGUAGES[1:]:
    lacking = Run("strings", DOCUMENTARY, "--lang", tag)
    same("the documentary lacks nothing in %s" % tag, "{}\n", lacking.out)
whole = json.loads(Run("strings", DOCUMENTARY).out)
for tag in LANGUAGES[1:]:
    own = dict(load("%s/lang/%s.json" % (DOCUMENTARY, tag)))
    same("%s has no key that the documentary does not have" % tag, [], sorted(set(own) - set(whole)))
    done = sum(1 for key in whole if own.get(key))
    same("%s: %d of %d texts" % (tag, done, len(whole)), len(whole), done)
done_testing()
