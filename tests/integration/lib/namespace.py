"""For integration scripts in Python: the program in a mount namespace of its own, where parts of the
machine are hidden or full. Needs root; nothing outside sees it, and it goes with the program."""
import os
import shlex
import subprocess


def inside(*orders):
    """The words before a program, so that it runs after these shell commands."""
    return ["unshare", "--mount", "--propagation", "private",
            "sh", "-ec", "\n".join([*orders, 'exec "$@"']), "sh"]


def bind(what, where):
    """An order: `what` in place of `where`, which is there."""
    return "mount --bind %s %s" % (shlex.quote(what), shlex.quote(where))


def why_not():
    """Why namespaces cannot be had here, or nothing."""
    if os.geteuid() != 0:
        return "needs root, to mount"
    try:
        done = subprocess.run([*inside("mount -t tmpfs tmpfs /mnt"), "true"], capture_output=True, text=True)
    except OSError as error:
        return str(error)
    return "" if done.returncode == 0 else "needs to mount: " + done.stderr.strip()
