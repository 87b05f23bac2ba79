"""Processes of a pipeline and of scripts/report that are killed."""
import os, random, signal, subprocess, tempfile, time

from stand import HOME, LINES, STAGES, program, want


def pipeline(inputs, last, killed, after):
    """Runs the four programs with the last options given, kills one of them; statuses and output."""
    processes, source = [], subprocess.DEVNULL
    output = tempfile.TemporaryFile()
    for index, words in enumerate(STAGES):
        is_last = index == len(STAGES) - 1
        command = program(words) + (inputs if index == 0 else []) + (last if is_last else [])
        process = subprocess.Popen(command, stdin=source, stdout=output if is_last else subprocess.PIPE, stderr=subprocess.DEVNULL)
        if index:
            source.close()
        source = process.stdout
        processes.append(process)
    if killed is not None:
        time.sleep(after)
        processes[killed].kill()
    statuses = [process.wait(timeout=120) for process in processes]
    output.seek(0)
    return statuses, output.read()


def looks_whole(output):
    """How many documents of JSON Lines look whole."""
    lines = output.split(b"\n")
    return sum(1 for line in lines if line.endswith(b"}") and b',"error":"' not in line)


def ask(options):
    with tempfile.TemporaryDirectory() as folder:
        one = os.path.join(folder, "one.txt")
        with open(one, "w") as file:
            file.write(LINES * 12000)
        many = []
        for index in range(400):
            many.append(os.path.join(folder, f"{index}.txt"))
            with open(many[-1], "w") as file:
                file.write(LINES * 25)
        shown = 0
        for inputs in ([one], many):
            begin = time.perf_counter()
            statuses, wanted = pipeline(inputs, [], None, 0)
            length = time.perf_counter() - begin
            want(statuses == [0] * 4 and looks_whole(wanted) == len(inputs), "the pipeline fails with nothing killed")
            for number in range(options.rounds * 4):
                killed, expects = number % 4, number // 4 % 2
                after = random.random() * length
                last = ["--expect", str(len(inputs))] if expects else []
                statuses, output = pipeline(inputs, last, killed, after)
                where = f"{STAGES[killed][0]} killed after {after:.3f} s of {length:.3f}, {len(inputs)} documents: "
                whole = looks_whole(output)
                if output == wanted:
                    continue
                shown += 1
                want(any(statuses), where + f"incomplete output, and every status is 0")
                want(all(line in wanted for line in output.split(b"\n") if line.endswith(b"}") and b',"error":"' not in line),
                     where + "a document looks whole and is not")
                if killed == 3:
                    continue
                # The last program ended by itself: without pipefail its word alone counts.
                want(not expects or statuses[3] == 1, where + f"--expect did not notice ({statuses})")
                if not expects and statuses[3] == 0:
                    want(whole == output.count(b"\n") and whole < len(inputs), where + "status 0 inside a document")
                if statuses[3] == 1 and not expects:
                    want(b',"error":"' in output, where + "status 1, and no document that says why")
        want(shown >= options.rounds, f"only {shown} kills came in time to matter; give more --rounds")
        report_kills(folder, one, options)


def children(parent):
    """The programs that a process started, by name."""
    found = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat") as file:
                fields = file.read().rsplit(")", 1)
            if int(fields[1].split()[1]) == parent:
                found[fields[0].split("(", 1)[1]] = int(name)
        except OSError:
            pass
    return found


def report_kills(folder, text, options):
    place = os.path.join(folder, "out")
    os.mkdir(place)
    target = os.path.join(place, "all.json")
    hits = 0
    subprocess.run([os.path.join(HOME, "scripts", "report"), "-c", "-o", target, text], check=True)
    with open(target) as file:
        whole = file.read()
    for number in range(options.rounds * 4):
        words = STAGES[number % 4][0]
        with open(target, "w") as file:
            file.write("old\n")
        process = subprocess.Popen([os.path.join(HOME, "scripts", "report"), "-c", "-o", target, text], stderr=subprocess.PIPE)
        victim, limit = None, time.monotonic() + 20
        while victim is None and time.monotonic() < limit and process.poll() is None:
            victim = children(process.pid).get(words[:15])
        time.sleep(random.random() * 0.15)
        if victim is not None and process.poll() is None and children(process.pid).get(words[:15]) == victim:
            os.kill(victim, signal.SIGKILL)
        said = process.communicate(timeout=120)[1].decode()
        with open(target) as file:
            now = file.read()
        where = f"scripts/report with {words} killed: "
        want(os.listdir(place) == ["all.json"], where + f"left {os.listdir(place)}")
        if process.returncode == 0:
            want(now != "old\n" and ',"error":"' not in now, where + "status 0 and no report")
            continue
        hits += 1
        # Killed between taking its place and its end, to-json leaves the whole new file.
        want(now in ("old\n", whole), where + "the old file is gone")
        want(f"{words} was killed" in said, where + f"it said {said!r}")
    want(hits >= options.rounds, f"only {hits} kills of scripts/report came in time")
