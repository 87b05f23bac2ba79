"""Disks that are full, and the limit of a file's size."""
import os, resource, signal, subprocess, tempfile

from stand import LINES, STAGES, program, run, want


def ask(options):
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "text")
        with open(text, "w") as file:
            file.write(LINES * 400)
        disk = os.path.join(folder, "disk")
        os.mkdir(disk)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True).returncode == 0
        try:
            if mounted:
                full_disk(disk, text)
            else:
                print("test-faults: no right to mount a small disk, so the limit of a file's size stands in for it")
            size_limit(os.path.join(folder), text)
        finally:
            if mounted:
                subprocess.run(["umount", disk], check=True)


def all_or_nothing(folder, text, words, where, before=None):
    target = os.path.join(folder, "target")
    with open(target, "w") as file:
        file.write("old\n")
    found = subprocess.run(program(words) + ["-o", target, text], capture_output=True, preexec_fn=before)
    with open(target) as file:
        want(file.read() == "old\n", where + "the old file is gone")
    want(found.returncode == 3, where + f"status {found.returncode}")
    left = [name for name in os.listdir(folder) if name.endswith(".tmp")]
    want(not left, where + f"left {left}")
    found = subprocess.run(program(words) + [text], capture_output=False, stdout=open(os.path.join(folder, "straight"), "wb"),
                           stderr=subprocess.DEVNULL, preexec_fn=before)
    want(found.returncode == 3, where + f"status {found.returncode} with > FILE")
    os.remove(os.path.join(folder, "straight"))


def full_disk(disk, text):
    for words in STAGES:
        all_or_nothing(disk, text, words, f"{words[0]} on a full disk: ")
    command = program(["strip-ads"])
    if b"--in-place" in run(command + ["--help"]).stdout:
        target = os.path.join(disk, "in-place.txt")
        # More than half of the disk, and little of it to go.
        old = "".join(f"第{number}村走访农户{number * 7}户，解决问题{number % 9 + 1}个。\n" for number in range(700)) + LINES
        with open(target, "w") as file:
            file.write(old)
        found = run(command + ["--in-place", target])
        with open(target) as file:
            want(file.read() == old, "strip-ads --in-place on a full disk: the old file is gone")
        want(found.returncode == 3, f"strip-ads --in-place on a full disk: status {found.returncode}")
        want(sorted(os.listdir(disk)) == ["in-place.txt", "target"], f"strip-ads --in-place left {os.listdir(disk)}")


def size_limit(folder, text):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)  # Python ignores it, a shell does not
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    for words in STAGES:
        all_or_nothing(folder, text, words, f"{words[0]} beyond the limit of a file's size: ", limit)
