"""Runs Python samples one after another in one interpreter, since loading `requests` takes longer than a sample.

Reads the path of a program a line; answers each with a line of JSON: exit code, standard output and standard error.
"""

import contextlib
import io
import json
import runpy
import sys
import traceback


def run(path):
    stdout, stderr = io.StringIO(), io.StringIO()
    code = 0
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        try:
            runpy.run_path(path, run_name="__main__")
        except SystemExit as end:
            # As the interpreter does: a text is shown and stands for 1.
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
            code = 1 if isinstance(end.code, str) else end.code or 0
        except BaseException:
            traceback.print_exc()
            code = 1
    return {"exitCode": code, "stdout": stdout.getvalue(), "stderr": stderr.getvalue()}


for line in sys.stdin:
    print(json.dumps(run(line.rstrip("\n"))), flush=True)
