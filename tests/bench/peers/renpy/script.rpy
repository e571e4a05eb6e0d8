# The bench's scenes as a Ren'Py project: scenes.rpy beside it holds them. With BENCH_FADE=1 scenes cross-fade for half
# a second.
python early hide:
    # Ren'Py 8.0.3 ends at its start with Debian 12's Python 3.11.2, which refuses syntax trees whose nodes end before
    # they begin; nodes without an end are sound.
    import ast
    fix = ast.fix_missing_locations

    def fix_and_forget_ends(tree):
        fix(tree)
        for node in ast.walk(tree):
            if hasattr(node, "lineno"):
                node.end_lineno = node.end_col_offset = None
        return tree

    ast.fix_missing_locations = fix_and_forget_ends

define config.screen_width = 1920
define config.screen_height = 1080
define config.name = "Bench"
define config.save_directory = None
define config.has_sound = False
define config.has_music = False
define config.has_voice = False
define config.has_autosave = False
define config.quit_action = Quit(confirm=False)
default preferences.fullscreen = True
default preferences.text_cps = 0
default preferences.performance_test = False

init python:
    import os
    turn = Dissolve(0.5) if os.environ.get("BENCH_FADE") else None
    style.default.font = "font.ttf"
    style.default.size = 44
    style.default.color = "#f4eede"
    config.mouse_hide_time = 0

screen say(who, what):
    window:
        background "#101428d9"
        yalign 1.0
        xfill True
        ysize 340
        padding (64, 30)
        text what id "what"

screen choice(items):
    vbox:
        xpos 64
        ypos 920
        spacing 10
        for n, i in enumerate(items):
            textbutton "%d  %s" % (n + 1, i.caption):
                action i.action
            key "K_%d" % (n + 1) action i.action

label main_menu:
    return

label start:
    jump scene1
