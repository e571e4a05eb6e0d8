# takes: 120
"""★9: boot to story. lantern-kiosk-setup in a scratch tree: done, done twice, undone, with what stood there
before as it was; the unit's exposure, its verification, and that each line of ours is known to systemd."""
import os
import sys

sys.path.insert(0, os.environ["LANTERN_TESTS"] + "/integration/lib")

import re
import shutil
import stat
import subprocess

from tap import DATA, check, done_testing, same, skip

FILES = DATA + "/assets/kiosk"
SETUP = FILES + "/lantern-kiosk-setup"
EXPOSURE_MOST = 2.0
# What useradd and userdel keep of the version before: theirs, and never read.
THEIRS = {"etc/passwd-", "etc/group-", "etc/shadow-", "etc/gshadow-", "etc/.pwd.lock"}
UNIT = "etc/systemd/system/lantern-kiosk@.service"
MASKED = ("etc/systemd/system/getty@tty1.service", "etc/systemd/system/ctrl-alt-del.target")


def write(root, name, text, mode=0o644):
    path = os.path.join(root, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)


def debian(name):
    """A tree with what a machine has that the setup touches, some of it in its way."""
    root = os.path.join(os.getcwd(), name)
    write(root, "etc/passwd", "root:x:0:0:root:/root:/bin/bash\nsync:x:4:65534:sync:/bin:/bin/sync\n")
    write(root, "etc/group", "root:x:0:\nnogroup:x:65534:\n")
    write(root, "etc/shadow", "root:*:19000:0:99999:7:::\nsync:*:19000:0:99999:7:::\n", 0o640)
    write(root, "etc/gshadow", "root:*::\nnogroup:*::\n", 0o640)
    write(root, "etc/login.defs", "SYS_UID_MIN 100\nSYS_UID_MAX 999\nSYS_GID_MIN 100\nSYS_GID_MAX 999\n")
    write(root, "etc/systemd/system/ctrl-alt-del.target", "[Unit]\nDescription=the museum's own\n", 0o600)
    os.symlink("/lib/systemd/system/multi-user.target", root + "/etc/systemd/system/default.target")
    os.symlink("/lib/systemd/system/gdm.service", root + "/etc/systemd/system/display-manager.service")
    os.makedirs(root + "/var/lib")
    return root


def tree(root):
    """Each name with its kind, mode, owner, and bytes or where it leads."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in folders + files:
            path = os.path.join(folder, name)
            short = os.path.relpath(path, root)
            status = os.lstat(path)
            what = ""
            if stat.S_ISLNK(status.st_mode):
                what = os.readlink(path)
            elif stat.S_ISREG(status.st_mode):
                with open(path, "rb") as file:
                    what = file.read()
            if short not in THEIRS:
                found[short] = (oct(status.st_mode), status.st_uid, status.st_gid, what)
    return found


def differences(one, other):
    return sorted(name for name in set(one) | set(other) if one.get(name) != other.get(name))


def setup(root, *arguments):
    return subprocess.run([SETUP, "--root", root, *arguments], capture_output=True, text=True)


def done_and_undone():
    root = debian("done")
    before = tree(root)
    first = setup(root)
    once = tree(root)
    check("it is set up", first.returncode == 0 and not first.stderr, first)
    check("the unit is there, with whole paths", b"/usr/bin/lantern kiosk" in once[UNIT][3] and b"@" not in
          re.sub(rb"@tty|@\.service|@%i|@system-service|@privileged|@resources|lantern-kiosk@", b"", once[UNIT][3]), once[UNIT])
    same("the terminal and the three keys lead nowhere", ["/dev/null"] * 2, [once[name][3] for name in MASKED])
    same("it starts with the machine", "/etc/systemd/system/lantern-kiosk@.service",
         once["etc/systemd/system/graphical.target.wants/lantern-kiosk@tty1.service"][3])
    same("the machine starts to it", "/lib/systemd/system/graphical.target", once["etc/systemd/system/default.target"][3])
    same("no other screen does", "/dev/null", once["etc/systemd/system/display-manager.service"][3])
    user = [line for line in once["etc/passwd"][3].decode().splitlines() if line.startswith("lantern:")]
    check("the user has no shell", len(user) == 1 and user[0].endswith(":/var/lib/lantern:/usr/sbin/nologin"), user)
    check("and no password", b"\nlantern:!" in once["etc/shadow"][3], once["etc/shadow"])
    second = setup(root)
    check("done twice", second.returncode == 0, second)
    same("twice is as once", [], differences(once, tree(root)))
    undone = setup(root, "--undo")
    check("undone", undone.returncode == 0 and not undone.stderr, undone)
    same("the tree is as before", [], differences(before, tree(root)))
    again = setup(root, "--undo")
    check("there is nothing more to undo", again.returncode == 1 and "nothing was set up" in again.stderr, again)


def changed_meanwhile():
    """What came to the machine since is not ours to take."""
    root = debian("changed")
    setup(root)
    write(root, "etc/lantern/kiosk.conf", "idle = 60\n")
    with open(root + "/etc/passwd", "a", encoding="utf-8") as file:
        file.write("guard:x:1000:1000::/home/guard:/bin/bash\n")
    write(root, "etc/udev/rules.d/10-own.rules", "# own\n")
    changed = tree(root)
    setup(root)
    same("a configuration is not written over", [], differences(changed, tree(root)))
    undone = setup(root, "--undo")
    left = tree(root)
    check("a changed configuration stays, and that is said", left["etc/lantern/kiosk.conf"][3] == b"idle = 60\n" and
          "kiosk.conf was changed since" in undone.stderr, undone)
    check("another user stays", b"\nguard:" in left["etc/passwd"][3] and b"lantern:" not in left["etc/passwd"][3])
    check("another's rules stay", "etc/udev/rules.d/10-own.rules" in left)
    check("no file of ours does", not [n for n in left if "lantern" in n and not n.startswith("etc/lantern")], sorted(left))


def cut_short():
    """Killed after so many commands, then undone: nothing is lost."""
    whole = []
    for n in range(2, 60, 3):
        root = debian("cut-%d" % n)
        before = tree(root)
        # Each external command counts down; at nothing the setup is killed.
        count = os.path.join(os.getcwd(), "count-%d" % n)
        with open(count, "w", encoding="utf-8") as file:
            file.write(str(n))
        bin_folder = os.path.join(os.getcwd(), "bin")
        done = subprocess.run([SETUP, "--root", root], capture_output=True, text=True,
                              env={**os.environ, "PATH": bin_folder + ":" + os.environ["PATH"], "COUNT": count})
        if os.path.exists(root + "/var/lib/lantern-kiosk-setup/made"):
            setup(root, "--undo")
        left = differences(before, tree(root))
        # An empty folder may be left, as what was made last.
        if [name for name in left if not os.path.isdir(os.path.join(root, name))]:
            whole.append((n, left))
        shutil.rmtree(root)
        if done.returncode == 0:
            break
    same("cut short anywhere, it can be undone", [], whole)
    check("and it was cut in many places", n > 30, n)


def counting_commands():
    """Programs that kill their caller when their time has come."""
    os.makedirs("bin")
    for name in ("mkdir", "cp", "mv", "ln", "sync", "chmod", "useradd", "sed", "cat"):
        real = shutil.which(name)
        write("bin", name, '#!/bin/sh\nread n <"$COUNT"\necho $((n - 1)) >"$COUNT"\n'
              '[ "$n" -gt 0 ] || kill -KILL "$PPID"\nexec %s "$@"\n' % real, 0o755)


def analyse():
    root = debian("analysed")
    setup(root)
    done = subprocess.run(["systemd-analyze", "security", "--offline=true", "--root=" + root, "--no-pager",
                           "lantern-kiosk@tty1.service"], capture_output=True, text=True)
    found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", done.stdout)
    check("its exposure is at most %.1f" % EXPOSURE_MOST, found and float(found[1]) <= EXPOSURE_MOST,
          (found and found[0], done.stderr))
    # In this machine, for the targets it stands on; cage and the program themselves are looked for elsewhere.
    units = os.path.join(os.getcwd(), "units")
    os.makedirs(units)
    with open(os.path.join(root, UNIT), encoding="utf-8") as file:
        unit = re.sub(r"^ExecStart=.*$", "ExecStart=/bin/true", file.read(), flags=re.M)
    unit = re.sub(r"^Documentation=.*\n", "", unit, flags=re.M)
    login = "lantern-kiosk-login@.service"
    shutil.copy(os.path.join(root, os.path.dirname(UNIT), login), units + "/lantern-kiosk-login@tty1.service")
    write(units, "lantern-kiosk@tty1.service", unit)
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", "--recursive-errors=no",
                           units + "/lantern-kiosk@tty1.service", units + "/lantern-kiosk-login@tty1.service"],
                          capture_output=True, text=True)
    ours = [line for line in done.stderr.splitlines() if "lantern-kiosk" in line]
    same("systemd knows each line of the unit", [], ours)
    write(units, "lantern-kiosk@tty1.service", unit + "Restrat=always\n")
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", "--recursive-errors=no",
                           units + "/lantern-kiosk@tty1.service"], capture_output=True, text=True)
    check("and would tell one it does not know", "Restrat" in done.stderr, done.stderr)


def wrong_usage():
    for arguments in (["--tty", "console"], ["--tty", "../tty1"], ["--root", "/nowhere/at/all"], ["--sideways"], ["--root"]):
        done = subprocess.run([SETUP, *arguments], capture_output=True, text=True)
        same("%s is wrong usage" % " ".join(arguments), 2, done.returncode)


wrong_usage()
if os.geteuid() != 0:
    skip("a kiosk is set up", "needs root, for another's files")
elif not shutil.which("useradd"):
    skip("a kiosk is set up", "useradd is not installed")
else:
    done_and_undone()
    changed_meanwhile()
    counting_commands()
    cut_short()
    if shutil.which("systemd-analyze"):
        analyse()
    else:
        skip("the unit's exposure", "systemd-analyze is not installed")
done_testing()
