"""System calls that fail, are interrupted, or do less than they were asked to."""
import errno, os, subprocess, tempfile, time

from stand import DYNAMIC, LINES, program, run, shim, stream, want


def subjects(folder):
    """Every filter with each kind of input: a name, the command, the file, and whether a stream comes out."""
    text, records, rows = (os.path.join(folder, name) for name in ("text", "stream", "rows"))
    with open(text, "wb") as file:
        file.write(LINES.encode() * 40)
    with open(records, "wb") as file:
        file.write(stream(12))
    with open(rows, "wb") as file:
        file.write(run(program(["to-json", "--rows", records])).stdout)
    for words in (["strip-ads"], ["strip-ads", "--records"], ["split-sections"], ["extract-metrics"], ["to-json", "-c"], ["to-json", "--rows"]):
        for path in (text, records):
            is_stream = words[0] != "to-json" and not (words == ["strip-ads"] and path == text)
            yield " ".join(words) + " " + os.path.basename(path), program(words, DYNAMIC), path, is_stream
    yield "from-json rows", program(["from-json"], DYNAMIC), rows, True


def documents(output):
    """The documents of a stream that look whole, and whether it ends inside one."""
    whole, current = [], []
    for line in output.split(b"\n")[:-1]:
        if line.startswith(b"doc\t"):
            current = []
        current.append(line)
        if line == b"end\tok":
            whole.append(b"\n".join(current))
        if line.startswith(b"end\t"):
            current = []
    return whole, bool(current)


def ask(options):
    with tempfile.TemporaryDirectory() as folder:
        library = shim(folder)

        def faulty(command, stdin, **fault):
            return run(command, stdin, {"LD_PRELOAD": library, **{name: str(what) for name, what in fault.items()}})

        for name, command, path, is_stream in list(subjects(folder)):
            with open(path, "rb") as file:
                given = file.read()
            clean = run(command, given)
            want(clean.returncode == 0, f"{name}: fails without a fault")
            by_name = run(command + [path])

            # What a program must not notice.
            for what in ("eintr", "eagain", "short"):
                for call in ("FAULT_READ", "FAULT_WRITE"):
                    found = faulty(command, given, **{call: what})
                    want(found.returncode == 0 and found.stdout == clean.stdout, f"{name}: {call}={what}: status {found.returncode}")
                found = faulty(command + [path], b"", FAULT_READ=what, FAULT_WRITE=what, FAULT_CLOSE="eintr")
                want(found.returncode == 0 and found.stdout == by_name.stdout, f"{name}: all {what}: status {found.returncode}")

            # Input that breaks off.
            wanted = documents(clean.stdout)[0]
            for at in sorted({0, 1, 100, len(given) // 3, len(given) // 2, len(given) - 1, len(given)}):
                found = faulty(command, given, FAULT_READ=f"{errno.EIO}:{at}")
                where = f"{name}: EIO behind {at} bytes read: "
                want(found.returncode == 3, where + f"status {found.returncode}")
                want(b"Input/output error" in found.stderr, where + "no message")
                if is_stream:
                    whole, is_open = documents(found.stdout)
                    want(not is_open, where + "the output ends inside a document")
                    want(all(document in wanted for document in whole), where + "a document looks whole and is not")

            # Output that cannot be written.
            for code in (errno.ENOSPC, errno.EIO):
                for at in sorted({0, 1, 1000, len(clean.stdout) // 2, len(clean.stdout) - 1}):
                    found = faulty(command, given, FAULT_WRITE=f"{code}:{at}")
                    where = f"{name}: {errno.errorcode[code]} behind {at} bytes written: "
                    want(found.returncode == 3, where + f"status {found.returncode}")
                    want(found.stdout == clean.stdout[:at], where + f"{len(found.stdout)} bytes came out")
                    want(b"cannot be written" in found.stderr, where + "no message")
            # Standard input is not ours to close; the first close is the output's.
            found = faulty(command, given, FAULT_CLOSE=f"{errno.EIO}:1")
            want(found.returncode == 3, f"{name}: EIO at the close of the output: status {found.returncode}")

            # -o: all or nothing.
            place = os.path.join(folder, "place")
            os.makedirs(place, exist_ok=True)
            target = os.path.join(place, "target")
            broken = [{"FAULT_WRITE": f"{errno.ENOSPC}:{at}"} for at in (0, 1000)]
            broken += [{"FAULT_SYNC": f"{errno.EIO}:1"}, {"FAULT_RENAME": f"{errno.EIO}:1"}, {"FAULT_CLOSE": f"{errno.EIO}:1"},
                       {"FAULT_READ": f"{errno.EIO}:500"}]
            for fault in broken + [{"FAULT_WRITE": "short", "FAULT_SYNC": "eintr", "FAULT_RENAME": "eintr"}]:
                with open(target, "wb") as file:
                    file.write(b"old\n")
                found = faulty(command + ["-o", target], given, **fault)
                with open(target, "rb") as file:
                    now = file.read()
                fails = fault in broken
                where = f"{name} -o: {fault}: "
                want(found.returncode == (3 if fails else 0), where + f"status {found.returncode}")
                want(now == (b"old\n" if fails else clean.stdout), where + "the file is neither the old nor the new one")
                want(os.listdir(place) == ["target"], where + f"left {os.listdir(place)}")

            nonblocking(name, command, given, clean.stdout)
        in_place(folder, lambda command, **fault: faulty(command, b"", **fault))


def nonblocking(name, command, given, wanted):
    """Both pipes do not block, the writer and the reader are slow."""
    source, feed = os.pipe()
    taken, sink = os.pipe()
    for end in (source, sink):
        os.set_blocking(end, False)
    process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=subprocess.PIPE)
    os.close(source)
    os.close(sink)
    output = b""
    os.set_blocking(taken, False)
    rest = given
    while True:
        if rest:
            rest = rest[os.write(feed, rest[:1500]):]
            if not rest:
                os.close(feed)
        try:
            part = os.read(taken, 700)
            if not part:
                break
            output += part
        except BlockingIOError:
            time.sleep(0.0005)
    process.stderr.close()
    os.close(taken)
    want(process.wait(timeout=60) == 0 and output == wanted, f"{name}: pipes that do not block: status {process.returncode}")


def in_place(folder, faulty):
    """--in-place, where strip-ads has it: the file is the old or the new one, whatever fails."""
    command = program(["strip-ads"], DYNAMIC)
    if b"--in-place" not in run(command + ["--help"]).stdout:
        print("test-faults: strip-ads has no --in-place yet, so that was not asked")
        return
    place = os.path.join(folder, "in-place")
    os.makedirs(place)
    paths = [os.path.join(place, name) for name in ("a.txt", "b.txt")]
    old = LINES.encode() * 40
    new = run(command, old).stdout
    want(new != old, "the sample holds nothing that --in-place would take out")
    kinds = [{"FAULT_WRITE": f"{errno.ENOSPC}:{at}"} for at in (0, 1000, len(new) + 1000)]
    kinds += [{"FAULT_SYNC": f"{errno.EIO}:{n}"} for n in (1, 2)] + [{"FAULT_RENAME": f"{errno.EIO}:{n}"} for n in (1, 2)]
    kinds += [{"FAULT_READ": f"{errno.EIO}:{len(old) + 500}"}]
    for fault in kinds + [{"FAULT_WRITE": "short", "FAULT_READ": "eintr"}]:
        for path in paths:
            with open(path, "wb") as file:
                file.write(old)
        found = faulty(command + ["--in-place"] + paths, **fault)
        where = f"strip-ads --in-place: {fault}: "
        want(found.returncode == (3 if fault in kinds else 0), where + f"status {found.returncode}")
        for path in paths:
            with open(path, "rb") as file:
                want(file.read() in (old, new), where + f"{os.path.basename(path)} is neither the old nor the new one")
        want(sorted(os.listdir(place)) == ["a.txt", "b.txt"], where + f"left {os.listdir(place)}")
