"""What all parts of scripts/test-faults stand on: the count of what was asked, the programs, a sample, the shim."""
import os, shutil, subprocess, sys

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RELEASE = os.path.join(HOME, ".build", "release")
DYNAMIC = os.path.join(HOME, ".build", "tests", "release")
STAGES = [["strip-ads", "--records"], ["split-sections"], ["extract-metrics"], ["to-json", "-c"]]
complaints = 0
asked = 0


def want(holds, words):
    """Counts, and says what does not hold."""
    global complaints, asked
    asked += 1
    if not holds:
        complaints += 1
        print("test-faults: " + words, file=sys.stderr)


def run(command, stdin=b"", env=None, **more):
    return subprocess.run(command, input=stdin, capture_output=True, env=env, timeout=120, **more)


def program(words, folder=RELEASE):
    return [os.path.join(folder, words[0])] + words[1:]


# A report, in lines that give every filter something to do.
LINES = """城关镇二〇二三年防汛工作总结

一、基本情况
全镇现有堤防12.6公里，涵闸9座，其中需要加固的3座。
（一）加强巡查。全年出动巡查人员1860人次，排除隐患41处，投入资金23万元。
二、下一步打算
一是修订预案；二是备足编织袋2万条；三是每月演练1次。
更多范文请关注公众号“文稿坊”，回复“总结”免费领取
"""


def stream(count):
    """A stream of so many segmented documents."""
    one = run(program(["split-sections"]), LINES.encode()).stdout
    return b"".join(one.replace(b"\t-\n", b"\t%d.txt\n" % i, 1) for i in range(count))


def shim(folder):
    """Compiles Tests/Faults/faults.c, and says where the library is."""
    compiler = os.path.join(os.path.dirname(os.path.realpath(shutil.which("swiftc"))), "clang")
    if not os.access(compiler, os.X_OK):
        compiler = shutil.which("clang") or shutil.which("cc")
    library = os.path.join(folder, "faults.so")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, os.path.join(HOME, "Tests/Faults/faults.c"), "-ldl"], check=True)
    return library
