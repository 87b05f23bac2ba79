"""Bad documents among good ones."""
import os, re, subprocess, tempfile

from stand import STAGES, program, want


def ask(options):
    """Every tenth document is bad, in one way after the other; the others must come out as without them."""
    count = options.documents
    good, mixed, bad = [], [], {}
    for number in range(count):
        id = f"r{number}.txt"
        head, end = f"doc\treport/1\t{id}\n", "end\tok\n"
        body = f"section\t1\t1\t1\theading\t一、\t工作\t\ntext\t2\t1\t1\t第{number}村走访{number + 2}户。\nline\t3\t1\t清运垃圾{number % 89 + 1}吨。\n"
        if number % 10 != 7:
            good.append(head + body + end)
            mixed.append(good[-1])
            continue
        kind = len(bad) % 8
        bad[id] = kind
        mixed.append([
            head + body + "text\t4\t1\t1\n" + end,  # too few columns
            head + body + "text\t04\t1\t1\t甲\n" + end,  # a bad number
            head + "text\t1\t1\t1\t甲\\x\n" + body + end,  # an unknown escape
            head + body + "text\t4\t1\t1\t甲\r\n" + end,  # a carriage return
            head + body,  # cut: the next doc follows
            head.replace("report/1", "report/2") + body + end,  # a newer version
            head + body + "end\tfailed\tline 9: 读不出来\n",  # failed before
            head + body + "\n" + end,  # a line without a type
        ][kind])
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("good", "mixed")]
        for path, parts in zip(paths, (good, mixed)):
            with open(path, "w", newline="") as file:
                file.write("".join(parts))
        command = " | ".join(" ".join(program(words)) + (" {}" if index == 0 else "") + f" 2>>{folder}/errors" for index, words in enumerate(STAGES))
        clean, found = (subprocess.run(["bash", "-o", "pipefail", "-c", command.format(path)], stdout=subprocess.PIPE) for path in paths)
        want(clean.returncode == 0, f"the good documents alone: status {clean.returncode}")
        want(found.returncode == 1, f"every tenth document bad: status {found.returncode}")
        wanted, lines = clean.stdout.split(b"\n"), found.stdout.split(b"\n")
        whole = [line for line in lines if b',"error":"' not in line]
        want(whole == wanted, f"{count} documents: the good ones did not come out as without the bad ones")
        failed = {re.search(rb'"id":"([^"]*)"', line).group(1).decode(): line for line in lines if b',"error":"' in line}
        want(set(failed) == set(bad), f"{len(bad)} documents are bad, and {len(failed)} came out so")
        with open(os.path.join(folder, "errors")) as file:
            said = set(re.findall(r": (r\d+\.txt):", file.read()))
        # What failed before is passed on without a word; its end says why.
        want(said == {id for id, kind in bad.items() if kind != 6}, f"{len(said)} bad documents were named on standard error")
        words = ["columns", "LINE", "backslash", "carriage", "truncated", "version", "读不出来", "type"]
        for id, kind in bad.items():
            if words[kind] not in failed.get(id, b"").decode():
                want(False, f"{id} was bad in way {kind}, and came out as {failed.get(id)}")
                break
