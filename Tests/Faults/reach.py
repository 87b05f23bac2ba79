"""What a filter reaches for: files, programs, variables."""
import os, pty, re, shutil, subprocess, tempfile

from stand import DYNAMIC, LINES, program, run, shim, want


def ask(options):
    """Files opened, programs started, variables asked for: no more than the command line says."""
    with tempfile.TemporaryDirectory() as folder:
        library = shim(folder)
        names = {name: os.path.join(folder, name) for name in ("text", "other", "out", "pack", "audit", "opened", "asked", "trace")}
        for name in ("text", "other"):
            with open(names[name], "w") as file:
                file.write(LINES)
        calls = []
        for words in [["strip-ads", "--records"], ["split-sections"], ["extract-metrics"], ["to-json"], ["from-json"]]:
            calls += [(words, []), (words + [names["text"], names["other"]], ["text", "other"]),
                      (words + ["-o", names["out"], names["text"]], ["text", "out"])]
        for words, printed in [(["strip-ads", "--records", "--rules"], ["strip-ads", "--print-rules"]),
                               (["split-sections", "--styles"], ["split-sections", "--print-styles"]),
                               (["extract-metrics", "--units"], ["extract-metrics", "--print-units"])]:
            calls.append((words + [names["pack"], names["text"]], ["pack", "text"], printed))
        if b"--audit" in run(program(["strip-ads", "--help"])).stdout:
            calls.append((["strip-ads", "--audit", names["audit"], names["text"]], ["text", "audit"]))
        for words, allowed, *printed in calls:
            if printed:
                with open(names["pack"], "wb") as file:
                    file.write(run(program(printed[0])).stdout)
            given = LINES.encode()
            where = " ".join(words).replace(folder + "/", "") + ": "
            if os.path.exists(names["opened"]):
                os.remove(names["opened"])
            run(program(words, DYNAMIC), given, {"LD_PRELOAD": library, "OPEN_LOG": names["opened"]})
            opened = open(names["opened"]).read().split("\n")[:-1] if os.path.exists(names["opened"]) else []
            want(may_open(opened, allowed, names), where + f"opened {opened}")
            want(not allowed or opened, where + "the shim saw nothing")
            if shutil.which("strace"):
                subprocess.run(["strace", "-f", "-o", names["trace"], "-e", "trace=process,network,openat,open,creat,unlink,rename"] + program(words),
                               input=given, capture_output=True)
                with open(names["trace"]) as file:
                    trace = file.read()
                if "+++ exited" not in trace:
                    continue  # no right to trace
                opened = re.findall(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]*)"', trace)
                want(may_open(opened, allowed, names), where + f"as strace sees it, opened {opened}")
                calls_made = re.findall(r"^\d+ +(\w+)\(", trace, re.M)
                strange = [call for call in calls_made[1:] if call in ("execve", "execveat", "fork", "vfork", "clone", "clone3", "socket", "connect", "bind")]
                want(not strange, where + f"called {strange}")
        variables(folder, library, names["asked"])


def may_open(opened, allowed, names):
    """True if nothing but the files allowed was opened, drafts of the output, and what the Swift runtime looks at to begin."""
    runtime = ("/proc/self/maps", "/proc/self/auxv", "/sys/devices/system/cpu/possible")
    for path in opened:
        draft = "out" in allowed and re.fullmatch(re.escape(os.path.dirname(names["out"])) + r"/\.out\.\d+-\d+\.tmp", path)
        audit = "audit" in allowed and re.fullmatch(re.escape(os.path.dirname(names["out"])) + r"/\.audit\.\d+-\d+\.tmp", path)
        if not draft and not audit and path not in runtime and path not in [names[name] for name in allowed]:
            return False
    return True


def variables(folder, library, log):
    """The variables that a filter asks for with a terminal in front, and a program of ours that is no filter."""

    def asked(command):
        if os.path.exists(log):
            os.remove(log)
        front, back = pty.openpty()
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=back, stderr=back,
                       env={"LD_PRELOAD": library, "GETENV_LOG": log, "TERM": "xterm"})
        os.close(back)
        os.close(front)
        with open(log) as file:
            return set(file.read().split())

    runtime = asked(program(["check-filter", "--list"], DYNAMIC))
    seen = set()
    for words in [["strip-ads"], ["split-sections"], ["extract-metrics"], ["to-json"], ["from-json"]]:
        own = asked(program(words, DYNAMIC)) - runtime
        want(own <= {"NO_COLOR", "TERM"}, f"{words[0]} asks for {own}")
        seen |= own
    want("NO_COLOR" in seen, f"the shim saw no filter ask for NO_COLOR, but {seen}")
